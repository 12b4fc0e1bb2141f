"""The numbers of a statement as they are laid beside another's: the value, what it is of, and what it is no more than."""

from dataclasses import dataclass
from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import content_stems, is_number, words_of
from twosource.compare.points.figures.values import agreement
from twosource.model import Figure, Span
from twosource.text.story_index import StoryIndex

_BOUND: Final = 32
"""Code points before a statement in which a figure of it may begin: its bound stands before the cut."""
_SIZE: Final = 2.5
"""How many times another one number of the same thing may be."""
_RATE: Final = 2
"""Words behind a number among which "per" stands."""
_OLDEST: Final = 115
_COUNTED: Final = frozenset({"count", "money", "share", "magnitude", "measure", "duration", "times"})
_NAME: Final = 2
"""Words of a name: more of them are titles and middle names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldNumber:
    """One number of a statement."""

    first: int  # its words, by their places among the statement's words
    last: int  # both included
    # The value, or the ends of the range that the words leave open.
    low: float
    high: float
    unit: str  # what it is measured in; empty for a count
    # What it counts, measures or is the age of, as stems: a unit or a noun, or a name, the surname last. Empty where
    # the words do not say.
    of: tuple[str, ...]
    is_age: bool  # whether it is an age
    named: bool = False  # whether ``of`` is a name
    measure: str = ""  # what happened to those that are counted; empty where nothing is told
    is_rate: bool = False  # whether so much or so many come on each ("per season")
    figure: Figure | None = None  # what was read there, with its bound; None for an age

    def of_the_same(self, other: "ToldNumber") -> bool:
        """Whether both are told of one thing, as far as its words say; a surname alone is of whoever has it."""
        if not self.of or self.named != other.named or self.is_age != other.is_age or self.unit != other.unit:
            return False
        if self.measure != other.measure or self.is_rate != other.is_rate:
            return False
        shorter = min(len(self.of), len(other.of))
        return self.of[-shorter:] == other.of[-shorter:] if self.named else self.of == other.of

    def is_same(self, other: "ToldNumber") -> bool:
        """Whether both are one number of one thing."""
        return self.of_the_same(other) and (self.low, self.high) == (other.low, other.high)

    def meets(self, other: "ToldNumber") -> bool:
        """Whether one value fits both: two figures as figures do, a bound or a round number among them."""
        if self.figure and other.figure:
            return agreement(self.figure, other.figure) != "apart"
        return self.low <= other.high and other.low <= self.high

    def is_value_of(self, figure: Figure, language: str) -> bool:
        """Whether a figure gives it: the same value of the same things."""
        one_kind = self.of == what_is_counted(figure, language) and self.unit == (figure.unit or "")
        return one_kind and figure.low <= self.high and self.low <= figure.high

    def is_near(self, other: "ToldNumber") -> bool:
        """Whether both are of one size: of things that are told alike, one ten times the other is another thing."""
        low, high = sorted((self.high, other.high))
        return high <= _SIZE * low


def told_numbers(side: Said, index: StoryIndex) -> tuple[ToldNumber, ...]:
    """A statement's figures and ages, in this order; those only that a number stands for ("one" may be no more than "a")."""
    article = index.articles[side.statement.article]
    figures = [
        figure
        for span in side.statement.content
        for figure in index.figures_within(article.id, span.start - _BOUND, span.end)
    ]
    counted = (_figure(side, figure, article.text) for figure in figures)
    ages = (_age(side, at, index) for at in range(len(side.words)))
    return tuple(found for found in (*counted, *ages) if found)


def _figure(side: Said, figure: Figure, text: str) -> ToldNumber | None:
    """A figure of which the statement holds the number; None where that is not sure to be the whole number of this event."""
    if figure.background or figure.part_of or figure.kind not in _COUNTED:
        return None
    inside = [at for at, word in enumerate(side.words) if figure.start <= word.start < figure.end]
    at = next((at for at in inside if is_number(side.words[at].stem)), None)
    if at is None or _is_torn(side, at, figure, text) or _is_one_of_a_series(side, inside[-1]):
        return None
    of = _counted(side, figure, inside[-1], text)
    return ToldNumber(
        first=at,
        last=inside[-1],
        low=figure.low,
        high=figure.high,
        unit=figure.unit or "",
        of=of,
        is_age=False,
        measure=figure.measure or "",
        figure=figure,
        is_rate=any(word.text in side.lexicon.wording.rates for word in side.words[inside[-1] + 1 :][:_RATE]),
    )


def _age(side: Said, at: int, index: StoryIndex) -> ToldNumber | None:
    """The age that a word is, with whose it is; None where it is none."""
    word = side.words[at]
    age = index.age_at(side.statement.article, word.start)
    in_years = age is not None and age.unit == side.lexicon.ages.unit
    if age is None or not in_years or age.low != age.high or not 0 < age.low <= _OLDEST:
        return None
    of, named = holder_of(age, side.lexicon.code)
    return ToldNumber(first=at, last=at, low=age.low, high=age.high, unit="", of=of, is_age=True, named=named)


def _is_torn(side: Said, at: int, figure: Figure, text: str) -> bool:
    """Whether another number stands right beside it outside of the figure, so that both may be pieces of one: "172 ½", "6. 4", "41 / 2"."""
    if any(sign.isnumeric() and not sign.isdecimal() for sign in text[side.words[at].start : side.words[at].end + 2]):
        return True
    beside = [(side.words[at - 1], side.words[at])] if at else []
    beside += [(side.words[at], side.words[at + 1])] if at + 1 < len(side.words) else []
    torn = [(a, b) for a, b in beside if not figure.start <= a.start <= b.start < figure.end]
    return any(is_number(a.stem) and is_number(b.stem) and not text[a.end : b.start].strip(" ./") for a, b in torn)


def _is_one_of_a_series(side: Said, last: int) -> bool:
    """Whether "of" and a number stand behind it: "image 5 of 9"."""
    behind = side.words[last + 1 : last + 3]
    return len(behind) > 1 and behind[0].text in side.lexicon.wording.partitives and is_number(behind[1].stem)


def _counted(side: Said, figure: Figure, last: int, text: str) -> tuple[str, ...]:
    """What a figure measures, or the noun right behind it, with what this is of: "counts of theft"."""
    told = what_is_counted(figure, side.lexicon.code)
    if told:
        return told
    behind = side.words[last + 1 : last + 2]
    if not behind or not behind[0].content or is_number(behind[0].stem):
        return ()
    if text[side.words[last].end : behind[0].start].strip(" -") or text[behind[0].start].isupper():
        return ()
    more = side.words[last + 2 : last + 4]
    whole = bool(more) and more[0].text in side.lexicon.wording.partitives
    return (behind[0].stem, *(word.stem for word in more[1:] if whole and word.content))


def what_is_counted(figure: Figure, language: str) -> tuple[str, ...]:
    """What a figure is of, as far as it says by itself: its unit, what happened to those counted, or the noun at the end of their name."""
    if figure.unit or figure.measure:
        return (figure.unit or figure.measure or "",)
    counted = content_stems(words_of(figure.counted, language, Span(start=0, end=len(figure.counted))))
    return counted[-1:]


def holder_of(age: Figure, language: str) -> tuple[tuple[str, ...], bool]:
    """Whose age it is, as far as the article says, and whether that is a name."""
    words = words_of(age.counted, language, Span(start=0, end=len(age.counted)))
    if age.counted[:1].isupper():
        return tuple(word.stem for word in words)[-_NAME:], True
    return tuple(word.stem for word in words if word.content)[-1:], False
