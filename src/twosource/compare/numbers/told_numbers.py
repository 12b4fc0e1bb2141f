"""The numbers of a statement as they are laid beside another's: the value, what it is of, and what it is no more than."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word, content_stems, is_number, words_of
from twosource.compare.points.figures.values import agreement
from twosource.model import Figure, Happening, Span

_BOUND: Final = 32
"""Code points before a statement in which a figure of it may begin: its bound stands before the cut."""
_SIZE: Final = 2.5
"""How many times another one number of the same thing may be."""
_RATE: Final = 2
"""Words behind a number among which "per" stands."""
_MEANT: Final = 5
"""Words before a number among which it is said to be so in the mean: "averaged a team-high 22.8"."""
_HOPED: Final = 110
"""Code points before a number in which it is said that it was only hoped for."""
_OLDEST: Final = 115
_COUNTED: Final = frozenset({"count", "money", "share", "magnitude", "measure", "duration", "times"})
_NAME: Final = 2
"""Words of a name: more of them are titles and middle names."""
_AROUND: Final = 3
"""Content words before a number and behind what it counts in which the rest of the clause is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ToldNumber:
    """One number of a statement."""

    side: Said
    first: int  # its words, by their places among the statement's words
    last: int  # both included
    # The value, or the ends of the range that the words leave open.
    low: float
    high: float
    unit: str = ""  # what it is measured in; empty for a count
    # What it counts, measures or is the age of, as stems: a unit or a noun, or a name, the surname last. Empty where
    # the words do not say.
    of: tuple[str, ...]
    is_age: bool = False
    named: bool = False  # whether ``of`` is a name
    measure: str = ""  # what happened to those that are counted; empty where nothing is told
    figure: Figure | None = None  # what was read there, with its bound; None for an age

    @property
    def is_rate(self) -> bool:
        """Whether so much or so many come on each ("per season"), or do so in the mean ("averaged 22 points")."""
        words = self.side.lexicon.wording
        meant = any(word.text in words.averages for word in self.before(_MEANT))
        return not self.is_age and (meant or any(word.text in words.rates for word in self.behind(_RATE)))

    @property
    def looks_back(self) -> bool:
        """Whether it is how far an article looks back or ahead: "the past two months"."""
        return any(word.text in self.side.lexicon.wording.looking_back for word in self.before(1))

    @property
    def is_bare(self) -> bool:
        """Whether nothing says of what it is but a span of time: two of them are of one thing only among the same words."""
        return self.figure is not None and self.figure.kind == "duration"

    @property
    def comes_on_top(self) -> bool:
        """Whether it counts those besides others, or what there is of it besides: "128 other politicians", "four days longer"."""
        end = max(self.side.words[self.last].end, self.figure.end if self.figure else 0)
        return bool(self.side.lexicon.number_slots.not_behind.search(self.side.text[end : end + _BOUND].lower()))

    @property
    def hoped_for(self) -> str:
        """The first of the words before it that say that it has not come about ("expected"); "" where none do, or where that is denied."""
        side, figure = self.side, self.figure
        if figure is None or (self.deed and self.deed.negated):
            return ""  # "if it had, we wouldn't have 355 damaged shops": they have
        before = side.text[max(side.statement.start, figure.start - _HOPED) : figure.start].lower()
        told = side.lexicon.number_slots.not_before.search(before)
        if told is None or side.lexicon.number_slots.priced.search(before):
            return ""  # "repairs would cost 6 million": that is what they cost
        return told[0].split()[0]

    def before(self, most: int) -> tuple[Word, ...]:
        """The words of the statement right before it, at most so many."""
        return self.side.words[max(0, self.first - most) : self.first]

    def behind(self, most: int | None = None) -> tuple[Word, ...]:
        """The words of the statement right behind it, at most so many."""
        words = self.side.words[self.last + 1 :]
        return words if most is None else words[:most]

    @property
    def deed(self) -> Happening | None:
        """What the clause around it tells."""
        return self.side.deed_at(self.side.words[self.first].start)

    @property
    def around(self) -> set[str]:
        """The stems of the content words near it, before it and behind what it counts, but for other numbers and what these count."""
        words = self.side.words
        before = [word.stem for word in words[: self.first] if word.content][-_AROUND:]
        behind = [word.stem for word in words[self.last + 2 :] if word.content][:_AROUND]
        counted = {two.stem for one, two in pairwise(words) if is_number(one.stem)}  # "and 24 seconds" says of what
        return {stem for stem in (*before, *behind) if not is_number(stem)} - counted

    def of_the_same(self, other: "ToldNumber") -> bool:
        """Whether both are told of one thing, as far as its words say; a surname alone is of whoever has it."""
        sides = ((one.named, one.is_age, one.unit, one.measure, one.is_rate) for one in (self, other))
        if not self.of or len(set(sides)) > 1:
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

    def is_value_of(self, figure: Figure) -> bool:
        """Whether a figure gives it: the same value of the same things."""
        one_kind = self.of == what_is_counted(figure, self.side.lexicon.code) and self.unit == (figure.unit or "")
        return one_kind and figure.low <= self.high and self.low <= figure.high

    def is_near(self, other: "ToldNumber") -> bool:
        """Whether both are of one size: of things that are told alike, one ten times the other is another thing."""
        low, high = sorted((self.high, other.high))
        return high <= _SIZE * low


def told_numbers(side: Said) -> tuple[ToldNumber, ...]:
    """A statement's figures and ages, in this order; those only that a number stands for ("one" may be no more than "a")."""
    if not any(is_number(word.stem) for word in side.words):
        return ()
    near = (side.story.figures_within(side.article, span.start - _BOUND, span.end) for span in side.statement.content)
    counted = (_figure(side, figure) for figures in near for figure in figures)
    ages = (_age(side, at) for at in range(len(side.words)))
    return tuple(found for found in (*counted, *ages) if found)


def _figure(side: Said, figure: Figure) -> ToldNumber | None:
    """A figure of which the statement holds the number; None where that is not sure to be the whole number of this event."""
    if figure.background or figure.part_of or figure.kind not in _COUNTED:
        return None
    inside = [at for at, word in enumerate(side.words) if figure.start <= word.start < figure.end]
    at = next((at for at in inside if is_number(side.words[at].stem)), None)
    if at is None or _is_torn(side, at, figure) or _is_one_of_a_series(side, inside[-1]):
        return None
    return ToldNumber(
        side=side,
        first=at,
        last=inside[-1],
        low=figure.low,
        high=figure.high,
        unit=figure.unit or "",
        of=what_is_counted(figure, side.lexicon.code) or _noun_behind(side, inside[-1]),
        measure=figure.measure or "",
        figure=figure,
    )


def _age(side: Said, at: int) -> ToldNumber | None:
    """The age that a word is, with whose it is; None where it is none."""
    age = side.story.age_at(side.article, side.words[at].start)
    if age is None or age.unit != side.lexicon.ages.unit or not 0 < age.low == age.high <= _OLDEST:
        return None
    of, named = holder_of(age, side.lexicon.code)
    return ToldNumber(side=side, first=at, last=at, low=age.low, high=age.high, of=of, is_age=True, named=named)


def _is_torn(side: Said, at: int, figure: Figure) -> bool:
    """Whether another number stands right beside it outside of the figure, so that both may be pieces of one: "172 ½", "6. 4", "41 / 2"."""
    text, words = side.text, side.words
    if any(sign.isnumeric() and not sign.isdecimal() for sign in text[words[at].start : words[at].end + 2]):
        return True
    beside = pairwise(words[max(0, at - 1) : at + 2])
    torn = [(a, b) for a, b in beside if not figure.start <= a.start <= b.start < figure.end]
    return any(is_number(a.stem) and is_number(b.stem) and not text[a.end : b.start].strip(" ./") for a, b in torn)


def _is_one_of_a_series(side: Said, last: int) -> bool:
    """Whether "of" and a number stand behind it: "image 5 of 9"."""
    behind = side.words[last + 1 : last + 3]
    return len(behind) > 1 and behind[0].text in side.lexicon.wording.partitives and is_number(behind[1].stem)


def _noun_behind(side: Said, last: int) -> tuple[str, ...]:
    """The noun right behind a number, with what this is of: "counts of theft"; nothing where none stands there."""
    text, (number, *behind) = side.text, side.words[last : last + 4]
    if not behind or not behind[0].content or is_number(behind[0].stem):
        return ()
    if text[number.end : behind[0].start].strip(" -") or text[behind[0].start].isupper():
        return ()
    whole = len(behind) > 1 and behind[1].text in side.lexicon.wording.partitives
    return (behind[0].stem, *(word.stem for word in behind[2:] if whole and word.content))


def what_is_counted(figure: Figure, language: str) -> tuple[str, ...]:
    """What a figure is of, as far as it says by itself: its unit, what happened to those counted, or the noun at the end of their name."""
    if told := figure.unit or figure.measure:
        return (told,)
    return content_stems(words_of(figure.counted, language, Span(start=0, end=len(figure.counted))))[-1:]


def holder_of(age: Figure, language: str) -> tuple[tuple[str, ...], bool]:
    """Whose age it is, as far as the article says, and whether that is a name."""
    words = words_of(age.counted, language, Span(start=0, end=len(age.counted)))
    named = age.counted[:1].isupper()
    return (tuple(word.stem for word in words)[-_NAME:] if named else content_stems(words)[-1:]), named
