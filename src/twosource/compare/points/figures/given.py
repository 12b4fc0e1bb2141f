"""How the values of a count are told: each with the articles that give it, under its own bound."""

from collections.abc import Iterator, Sequence

from twosource.compare.points.figures.counts import Count
from twosource.compare.points.figures.joining import Value
from twosource.compare.points.figures.values import bound_words
from twosource.model import Difference, Figure
from twosource.text.prose import amount, inside, listed
from twosource.text.story_index import StoryIndex


def given(value: Value, index: StoryIndex) -> str:
    """Who gives a value, on whose word, each bound by itself: "a.example has at least 14; b.example has 14".

    An article that only tells of the value as one that was given before is left out, unless no other gives it.
    """
    return "; ".join(_told(counts, index) for counts in _by_bound(value))


def bounds(value: Value, index: StoryIndex) -> Iterator[Difference]:
    """One number under different bounds ("at least two", "two") in different articles."""
    groups = _by_bound(value)
    if len(groups) > 1:
        lines = [f"{_who(counts, index)} {shown(counts[0].figure)}" for counts in groups]
        members = tuple(sorted(count.figure.id for count in value.members))
        yield Difference(kind="bound", members=members, detail="; ".join(lines) + ".")


def shown(figure: Figure) -> str:
    """A figure's value with its bound: "at least 14", "9,000", "60 to 70 km"."""
    unit = f" {figure.unit}" if figure.unit else ""
    number = amount(figure.low)
    if figure.low != figure.high:
        number = f"{number} to {amount(figure.high)}"
    return f"{bound_words(figure.bound)}{number}{unit}"


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


def _told(counts: Sequence[Count], index: StoryIndex) -> str:
    articles = {count.figure.article for count in counts}
    spot = " in its headline" if len(articles) == 1 and all(count.headline for count in counts) else ""
    told = sorted({name for count in counts if (name := index.who(count.figure.source))})
    froms = [_from(name, counts, index) for name in told]
    return f"{_who(counts, index)} {shown(counts[0].figure)}{f' (from {listed(froms)})' if froms else ''}{spot}"


def _from(name: str, counts: Sequence[Count], index: StoryIndex) -> str:
    """A source, with the articles that name it where others give the number without it."""
    every = {count.figure.article for count in counts}
    naming = {count.figure.article for count in counts if index.who(count.figure.source) == name}
    return inside(name) if naming == every else f"{inside(name)} in {index.names(naming)}"


def _who(counts: Sequence[Count], index: StoryIndex) -> str:
    articles = {count.figure.article for count in counts}
    return f"{index.names(articles)} {'have' if len(articles) > 1 else 'has'}"
