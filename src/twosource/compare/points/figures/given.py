"""How the values of a count are told: each with the articles that give it, under its own bound."""

from collections import defaultdict
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
        lines = [index.worded(_giving("figures.has", counts, index)) for counts in groups]
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
    """The figures of each bound, but for those of a former number, unless all are; an article that bounds it anywhere bounds it."""
    by_article: dict[str, dict[str, list[Count]]] = defaultdict(lambda: defaultdict(list))
    for count in [one for one in value.members if one.figure.main or not one.former] or value.members:
        by_article[count.figure.article][bound_words(count.figure.bound)].append(count)
    groups: dict[str, list[Count]] = defaultdict(list)
    for bounded in by_article.values():
        bound = max(bounded)  # "" for no bound
        groups[bound] += bounded[bound]
    return [groups[bound] for bound in sorted(groups, key=lambda words: (not words, words))]


def _told(counts: Sequence[Count], index: StoryIndex) -> Reason:
    in_headline = len({count.figure.article for count in counts}) == 1 and all(count.headline for count in counts)
    sources = sorted({name for count in counts if (name := index.who(count.figure.source))})
    names = tuple(_from(name, counts, index) for name in sources)
    froms = Reason("figures.told_from", names=names) if names else ""
    return _giving(
        "figures.told", counts, index, froms=froms, spot=Reason("figures.in_headline") if in_headline else ""
    )


def _giving(code: str, counts: Sequence[Count], index: StoryIndex, **more: Reason | str) -> Reason:
    """Which articles give a value."""
    articles = {count.figure.article for count in counts}
    named, number = index.names(articles), len(articles)
    return Reason(code, articles=named, count=number, value=shown(counts[0].figure), **more)


def _from(name: str, counts: Sequence[Count], index: StoryIndex) -> Reason:
    """A source, with the articles that name it where others give the number without it."""
    every = {count.figure.article for count in counts}
    naming = {count.figure.article for count in counts if index.who(count.figure.source) == name}
    if naming == every:
        return Reason("figures.source", source=name)
    return Reason("figures.source_in", source=name, articles=index.names(naming))
