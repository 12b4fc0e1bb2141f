"""How the values of a count are told: each with the articles that give it, under its own bound."""

from collections.abc import Iterator, Sequence

from twosource.compare.points.figures.counts import Count
from twosource.compare.points.figures.joining import Value
from twosource.compare.points.figures.values import bound_words
from twosource.model import Difference, Figure
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex


def given(value: Value, index: StoryIndex) -> str:
    """Who gives a value, on whose word, each bound by itself: "a.example has at least 14; b.example has 14".

    An article that only tells of the value as one that was given before is left out, unless no other gives it.
    """
    return "; ".join(index.worded(_told(counts, index)) for counts in _by_bound(value))


def bounds(value: Value, index: StoryIndex) -> Iterator[Difference]:
    """One number under different bounds ("at least two", "two") in different articles."""
    groups = _by_bound(value)
    if len(groups) > 1:
        lines = [index.worded(_having(counts, index)) for counts in groups]
        members = tuple(sorted(count.figure.id for count in value.members))
        yield Difference(kind="bound", members=members, detail="; ".join(lines) + ".")


def shown(figure: Figure) -> Reason:
    """A figure's value with its bound: "at least 14", "9,000", "60 to 70 km"."""
    unit = Reason("figures.behind", words=figure.unit) if figure.unit else ""
    words = bound_words(figure.bound)
    bound = Reason("figures.bound", bound=Reason.kind(words)) if words else ""
    if figure.low != figure.high:
        return Reason("figures.value_range", bound=bound, low=figure.low, high=figure.high, unit=unit)
    return Reason("figures.value", bound=bound, number=figure.low, unit=unit)


def _by_bound(value: Value) -> list[list[Count]]:
    """The figures of each bound; an article that bounds the number anywhere counts as bounding it."""
    by_article: dict[str, list[Count]] = {}
    for count in _current(value):
        by_article.setdefault(count.figure.article, []).append(count)
    groups: dict[str, list[Count]] = {}
    for counts in by_article.values():
        bound = max((bound_words(count.figure.bound) for count in counts), key=lambda words: (bool(words), words))
        groups.setdefault(bound, []).extend(c for c in counts if bound_words(c.figure.bound) == bound)
    return [groups[bound] for bound in sorted(groups, key=lambda words: (not words, words))]


def _current(value: Value) -> list[Count]:
    kept = [count for count in value.members if count.figure.main or not count.former]
    return kept or value.members


def _told(counts: Sequence[Count], index: StoryIndex) -> Reason:
    articles = {count.figure.article for count in counts}
    in_headline = len(articles) == 1 and all(count.headline for count in counts)
    told = sorted({name for count in counts if (name := index.who(count.figure.source))})
    froms = tuple(_from(name, counts, index) for name in told)
    return Reason(
        "figures.told",
        articles=index.names(articles),
        count=len(articles),
        value=shown(counts[0].figure),
        froms=Reason("figures.told_from", names=froms) if froms else "",
        spot=Reason("figures.in_headline") if in_headline else "",
    )


def _from(name: str, counts: Sequence[Count], index: StoryIndex) -> Reason:
    """A source, with the articles that name it where others give the number without it."""
    every = {count.figure.article for count in counts}
    naming = {count.figure.article for count in counts if index.who(count.figure.source) == name}
    if naming == every:
        return Reason("figures.source", source=name)
    return Reason("figures.source_in", source=name, articles=index.names(naming))


def _having(counts: Sequence[Count], index: StoryIndex) -> Reason:
    articles = {count.figure.article for count in counts}
    value = shown(counts[0].figure)
    return Reason("figures.has", articles=index.names(articles), count=len(articles), value=value)
