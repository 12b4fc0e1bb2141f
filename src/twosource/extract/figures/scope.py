"""For which place and which time a figure is."""

from bisect import bisect_right
from typing import Final

from twosource.extract.figures.measure_table import words_of
from twosource.extract.figures.reading import Reading
from twosource.language import Tree, labels
from twosource.language.lexicon import lexicon_of
from twosource.language.words_figures import FigureWords
from twosource.model import Moment, Span

_REACH: Final = 8
"""Tokens from the preposition to the end of a place's name."""


def day_of(
    text: str, tree: Tree, reading: Reading, moments: tuple[Moment, ...], starts: list[int], words: FigureWords
) -> tuple[str, str] | None:
    """The moment of the sentence that stands nearest to the number; a length of time is of no day.

    Args:
        text: The article's text.
        tree: Of the block.
        reading: The number.
        moments: Of the article, by place.
        starts: Where they start.
        words: By which words a day is said to be the figure's own ("as of Friday").
    """
    if reading.kind == "duration":
        return None
    first, last = tree.sentences[reading.sentence]
    place = tree.span(first, last - 1)
    inside = moments[bisect_right(starts, place.start - 1) : bisect_right(starts, place.end)]
    near = min(
        inside,
        key=lambda m: (not _is_own_day(text, m, words), abs(m.start - reading.span.start), m.start),
        default=None,
    )
    return (near.earliest, near.latest) if near else None


def _is_own_day(text: str, moment: Moment, words: FigureWords) -> bool:
    return text[max(moment.start - len(words.as_of) - 1, 0) : moment.start].lower().strip() == words.as_of


def place_of(text: str, tree: Tree, reading: Reading, words: FigureWords) -> str | None:
    """A place named right behind what is counted, or behind what happened to them, or at the head of the sentence."""
    for row in dict.fromkeys((reading.counted.last + 1, reading.row + 1)):
        span = _place_at(tree, row, words)
        if span is not None:
            return span.of(text)
    first = tree.sentences[reading.sentence][0]
    opening = _place_at(tree, first, words) if first < reading.counted.first else None
    behind = tree.rows(opening)[-1] + 1 if opening is not None else 0
    return opening.of(text) if opening is not None and tree.words[behind] == "," else None


def _place_at(tree: Tree, row: int, words: FigureWords) -> Span | None:
    """The place behind the preposition at ``row``; None where none stands there, and where "in" tells of no place."""
    if row >= len(tree) or tree.words[row].lower() not in words.places_in:
        return None
    months, kinds = lexicon_of("en").quantities.months, words_of("places")
    last = None
    for here in range(row + 1, min(row + _REACH, len(tree))):
        word = tree.words[here].lower()
        if word in months or word.endswith(words.weekday_end):
            break
        if tree.pos[here] == labels.NAME or (word in kinds and tree.pos[here] == labels.NOUN):
            last = here
        elif not _goes_on(tree, here, words, named=last is not None):
            break
    return None if last is None else tree.span(row + 1, last)


def _goes_on(tree: Tree, row: int, words: FigureWords, *, named: bool) -> bool:
    """Whether the name of a place may go on behind the word: "the *northern* city *of* Norvale", not "the tweets of"."""
    if tree.words[row].lower() in words.inside_places:
        return named or tree.pos[row] == labels.DETERMINER
    return tree.pos[row] in {labels.DETERMINER, labels.ADJECTIVE} or (
        tree.pos[row] == labels.NOUN and tree.deps[row] == labels.COMPOUND
    )
