"""For which place and which time a figure is."""

from bisect import bisect_right
from typing import Final

from twosource.extract.figures.reading import Reading
from twosource.extract.figures.worth import named_before
from twosource.language import Row, Tree, labels
from twosource.language.clause import clause_over
from twosource.language.words_figures import FigureWords
from twosource.model import Moment, Span

_REACH: Final = 8
"""Tokens from the preposition to the end of a place's name."""


def day_of(
    text: str, tree: Tree, reading: Reading, moments: tuple[Moment, ...], starts: list[int], words: FigureWords
) -> tuple[str, str] | None:
    """The moment of the sentence that stands nearest to the number; a length of time is of no day.

    ``starts`` are those of the article's moments; ``words`` know by what a day is said to be the figure's own ("as of Friday").
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
    """A place named right behind what is counted, behind what happened to them, at the head of the sentence, or in a list."""
    for row in dict.fromkeys((reading.counted.last + 1, reading.row + 1)):
        span = _place_at(tree, row, words)
        if span is not None:
            return span.of(text)
    first = tree.sentences[reading.sentence][0]
    opening = _place_at(tree, first, words) if first < reading.counted.first else None
    if opening is not None:
        behind = tree.rows(opening)[-1] + 1
        joined = all(tree.pos[row] not in labels.VERBAL for row in range(behind, reading.counted.first))
        return opening.of(text) if tree.words[behind] == "," or joined else None  # "at the mill 19 men and six boys"
    return _owner(text, tree, reading) if reading.alone else None


def _owner(text: str, tree: Tree, reading: Reading) -> str | None:
    """Whose number it is where nothing is counted: "*Harland* has taken in 139,686, *Meridia* - 97,827"."""
    listed = row = named_before(tree, reading.counted.first)
    if row is None:
        clause = clause_over(tree, Row(reading.counted.first))
        row = clause.own_subject if clause is not None else None
    if row is None or tree.pos[row] != labels.NAME:
        return None
    first = row
    while first and tree.pos[first - 1] == labels.NAME and tree.heads[first - 1] == row:
        first -= 1
    if tree.kind_of_name(row) == labels.PERSON and (listed is None or not _beside_places(tree, reading)):
        return None
    return tree.span(first, row).of(text)


def _beside_places(tree: Tree, reading: Reading) -> bool:
    """Whether the list that a number stands in names others than persons: "Meridia - 97 and *Belgrave* - 35"."""
    first, last = tree.sentences[reading.sentence]
    names = (named_before(tree, row) for row in range(first + 2, last) if row != reading.counted.first)
    return any(tree.kind_of_name(name) != labels.PERSON for name in names if name is not None)


def _place_at(tree: Tree, row: int, words: FigureWords) -> Span | None:
    """The place behind the preposition at ``row``; None where none stands there, and where "in" tells of no place."""
    if tree.word(row) not in words.places_in:
        return None
    months, kinds = tree.lexicon.quantities.months, tree.lexicon.measures.places
    last = None
    for here in range(row + 1, min(row + _REACH, len(tree))):
        word = tree.lowered[here]
        if word in months or word.endswith(words.weekday_end):
            break
        if tree.pos[here] == labels.NAME or (word in kinds and tree.pos[here] == labels.NOUN):
            last = here
        elif not _goes_on(tree, here, words, named=last is not None):
            break
    if last is None:
        return None
    head = tree.heads[last]
    ends = head if head == last + 1 and tree.deps[last] == labels.COMPOUND else last  # "the Elm Street school"
    return tree.span(row + 1, ends)


def _goes_on(tree: Tree, row: int, words: FigureWords, *, named: bool) -> bool:
    """Whether the name of a place may go on behind the word: "the *northern* city *of* Norvale", not "the tweets of"."""
    if tree.lowered[row] in words.inside_places:
        return named or tree.pos[row] == labels.DETERMINER
    if tree.pos[row] == labels.NUMERAL:
        return tree.lowered[row] in words.one and not named  # "in one town"
    part_of_it = tree.pos[row] == labels.NOUN and tree.deps[row] == labels.COMPOUND
    return part_of_it or tree.pos[row] in {labels.DETERMINER, labels.ADJECTIVE}
