"""Quantities in a text: value or range, bound, unit and kind. Pure grammar over characters; what is counted is not looked for.

Bound on work: each token begins at most one number, and a number takes at most a fixed number of tokens, so the
work grows with the length of the text alone. Values stay below 10 ** 30; nothing overflows.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from twosource.extract.quantities.kinds import Seen, kind_of
from twosource.extract.quantities.lexed import DASHES, Lexed, lexed, sentences, signs_of
from twosource.extract.quantities.values import Value, short_unit, value_at
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.words_quantities import QuantityWords
from twosource.model import Bound, QuantityKind

_LONGEST_PHRASE: Final = 5
_FALL_REACH: Final = 2
"""Words before "past" among which a verb of falling stands: "fell sharply past"."""
_YEAR: Final = re.compile(r"[12]\d{3}")
_WIDEST_CHANGE: Final = 5
"""Behind "by", two numbers of which the second is more than so many times the first are a change and what it led to."""
_SPANNING: Final = DASHES | {"/"}
"""Between the two years of a span: "2030-31", "2030/31"."""
_BELOW_NOUGHT: Final = frozenset({"measure", "share"})
_PLACES: Final = 48
"""Code points before and behind a number that say of which kind it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as it stands. Places are half-open, in code points of the text that was read."""

    # With its bound and unit ("at least $3.2 billion").
    start: int
    end: int
    # The number alone ("3.2 billion"), both ends of a range included.
    core_start: int
    core_end: int
    # The value, or the ends of the range.
    low: float
    high: float
    bound: Bound = "unstated"  # as worded; ``unstated`` for a bare number
    unit: str | None = None  # "%", "USD", "km", "years", …; None for a plain count
    kind: QuantityKind = "count"  # what kind of number it is. A share in words ("a third") is given in per cent.
    vague: bool = False  # true where the word itself is imprecise ("dozens")
    bound_words: str = ""  # the words of the bound, in lower case; empty where there are none


@lru_cache(maxsize=256)
def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """All numbers of ``text``, sorted by place, none inside another; empty where there is none.

    Args:
        text: Any text.
        language: Whose words they are in; of one without words only digits are read.

    Example:
        >>> [(q.low, q.high, q.bound, q.unit, q.kind) for q in find_quantities("at least 40 to 50 km", "en")]
        [(40.0, 50.0, 'at least', 'km', 'measure')]
        >>> [q.kind for q in find_quantities("Ada Quill, 34, was hurt with 12 others on 5 May", "en")]
        ['age', 'count', 'date']
    """
    return _reader_of(lexicon_of(language)).read(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """A unit, its kind, and the rows that number and unit take together (half-open)."""

    name: str | None
    kind: QuantityKind
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worded:
    """A bound, its words, and the rows that number and bound take together (half-open)."""

    bound: Bound
    words: str
    first: int
    last: int


class _Reader:
    """Reads the numbers of one language's texts."""

    def __init__(self, words: QuantityWords) -> None:
        """Turn the lists into look-ups."""
        self._words = words
        self._units = _unit_words(words)
        self._before = _bound_words(words.before)
        self._after = _bound_words(words.after)

    def read(self, text: str) -> tuple[Quantity, ...]:
        """The quantities of a text, by place."""
        quantities: list[Quantity] = []
        signals = self._words.signals
        for first, last in sentences(text):
            if not signals.isdisjoint(signs_of(text[first:last])):
                self._read_sentence(text, lexed(text, first, last), quantities)
        return tuple(quantities)

    def _read_sentence(self, text: str, tokens: Lexed, quantities: list[Quantity]) -> None:
        """Add the quantities of a sentence to those before it."""
        begun = 0
        for row, word in enumerate(tokens.words):
            if row < begun or not (word in self._words.beginnings or word[0].isdigit()):
                continue
            value = value_at(tokens, row, self._words)
            if value is None:
                continue
            quantity, begun = self._quantity(tokens, value, quantities[-1].end if quantities else 0)
            whole = self._held(text, quantities[-1], quantity) if quantities else None
            if whole is not None:
                quantities.pop()
            quantities.append(whole or quantity)

    def _held(self, text: str, whole: Quantity, part: Quantity) -> Quantity | None:
        """Two numbers as one in the smaller unit: "an hour and 45 minutes"; None where they are two."""
        size = self._words.holding.get(whole.unit or "", {}).get(part.unit or "")
        between = text[whole.end : part.start].strip(" ,")
        if size is None or part.high >= size or (between and between not in self._words.joining):
            return None
        low, high = whole.low * size + part.low, whole.high * size + part.high
        return replace(whole, end=part.end, core_end=part.core_end, low=low, high=high, unit=part.unit)

    def _quantity(self, tokens: Lexed, value: Value, floor: int) -> tuple[Quantity, int]:
        """The quantity of a value, and the row behind it. Its bound does not reach before ``floor``."""
        ranged = self._ranged(tokens, value)
        two, changed = ranged.last != value.last, self._changed_to(tokens, value)
        unit = self._unit(tokens, ranged.first, ranged.last)
        if changed is not None:
            ranged = self._scaled(value, changed)
            known = unit if unit.name else self._unit(tokens, changed.first, changed.last)
            unit = replace(unit, name=known.name, kind=known.kind)
        if self._is_below_nought(tokens, unit):
            unit = replace(unit, first=unit.first - 1)
            ranged = replace(ranged, low=-ranged.high, high=-ranged.low)
        bounded, behind = self._bound_before(tokens, unit, floor, ranged=two), self._bound_after(tokens, unit)
        if bounded.words or not behind.words:
            bounded = replace(bounded, last=behind.last)  # "some 60-odd soldiers"
        else:
            bounded = replace(behind, first=bounded.first)
            if unit.name is None:
                unit = self._unit(tokens, bounded.last, bounded.last)
                bounded = replace(bounded, last=unit.last)
        bound = bounded.bound
        if not bounded.words and (two or value.form == "vague"):
            bound = "between" if two else "about"
        share = value.form == "share" and unit.kind == "count"
        quantity = Quantity(
            start=tokens.starts[bounded.first], end=tokens.ends[bounded.last - 1],
            core_start=tokens.starts[ranged.first], core_end=tokens.ends[ranged.last - 1],
            low=ranged.low * 100 if share else ranged.low, high=ranged.high * 100 if share else ranged.high,
            bound=bound, unit="%" if share else unit.name, kind="share" if share else unit.kind,
            vague=value.form == "vague", bound_words=bounded.words,
        )  # fmt: skip
        return replace(quantity, kind=self._kind(tokens.text, quantity)), max(bounded.last, ranged.last)

    def _is_below_nought(self, tokens: Lexed, unit: _Unit) -> bool:
        """Whether "minus" stands before what is measured; not "plus or minus 3 points"."""
        minus = unit.kind in _BELOW_NOUGHT and tokens.word(unit.first - 1) in self._words.minus
        return minus and tokens.word(unit.first - 2) not in self._words.alternatives

    def _kind(self, text: str, quantity: Quantity) -> QuantityKind:
        seen = Seen(
            before=text[max(quantity.core_start - _PLACES, 0) : quantity.core_start],
            core=text[quantity.core_start : quantity.core_end],
            after=text[quantity.core_end : quantity.core_end + _PLACES],
            kind=quantity.kind, bound=quantity.bound, high=quantity.high, vague=quantity.vague,
        )  # fmt: skip
        return kind_of(seen, self._words)

    def _ranged(self, tokens: Lexed, value: Value) -> Value:
        """The range that a value begins; the value itself where it begins none."""
        sign = value.first - 1
        while tokens.word(sign) in self._words.money_signs:
            sign -= 1
        opened = tokens.word(sign) in self._words.range_openings
        if self._is_year(tokens, value) or self._tells_change(tokens, sign):
            return value
        link = tokens.word(value.last)
        joined = link in self._words.range_links or (link in self._words.joining and opened)
        if not joined and link not in DASHES:
            return value
        here = value.last + 1
        signed = tokens.word(here) in self._words.money_signs
        changed_by = tokens.word(sign) in self._words.change_by | self._words.changing
        if signed and changed_by:
            return value  # "rose by $5 to $20"; "fell by 1 to 1.5 degrees" is a range
        other = value_at(tokens, here + signed, self._words)
        if other is None or not self._may_end(tokens, value, other, link):
            return value
        if changed_by and other.scale == value.scale and other.high > _WIDEST_CHANGE * value.low:
            return value  # "rose by 3 to 44", "rose 12 to 900"
        low = self._low_end(value, other, link)
        return value if low is None else replace(other, low=low, first=value.first)

    def _changed_to(self, tokens: Lexed, value: Value) -> Value | None:
        """What a value is told to have become right behind it: "from 40 *to 52 million*"; None where nothing is."""
        sign = value.first - 1
        sign -= tokens.word(sign) in self._words.money_signs
        if tokens.word(value.last) not in self._words.change_to or not self._tells_change(tokens, sign):
            return None
        here = value.last + 1
        return value_at(tokens, here + (tokens.word(here) in self._words.money_signs), self._words)

    def _scaled(self, value: Value, other: Value) -> Value:
        """The first value of a change with the scale that stands with the second alone."""
        second = other.high / other.scale
        if value.scale > 1 or other.scale == 1 or value.form != "digits" or value.low >= second * _WIDEST_CHANGE:
            return value  # "from 900 to 1.2 million"
        return replace(value, low=value.low * other.scale, high=value.high * other.scale, scale=other.scale)

    def _low_end(self, value: Value, other: Value, link: str) -> float | None:
        """What the first end of a range is worth beside the second ("2 to 3 million"); None where it is no range."""
        scaled = value.scale == 1 and other.scale > 1 and value.low < other.high / other.scale
        low = value.low * other.scale if scaled else value.low
        widest = max(2.0 * other.scale, low / 2)
        too_wide = link in self._words.alternatives and other.high - low > widest
        return low if low < other.high and not too_wide else None

    def _may_end(self, tokens: Lexed, value: Value, other: Value, link: str) -> bool:
        """Whether two values beside a link can be the ends of one range: no shares, no codes of digits."""
        if "share" in {value.form, other.form} or (link in DASHES and value.form != other.form):
            return False
        code = link in DASHES and tokens.word(other.last) in DASHES and tokens.glued(other.last - 1)
        return not code

    def _is_year(self, tokens: Lexed, value: Value) -> bool:
        """Whether a number is a year, or the end of a span of years, beside a greater one: "in 2012–13 to 934,000"."""
        row, before = value.first, tokens.word(value.first - 1)
        if before in _SPANNING and _may_be_year(tokens.word(row - 2)):
            return True
        linked = tokens.word(value.last) in self._words.range_links and not _may_be_year(tokens.word(value.last + 1))
        return linked and before in self._words.dating and _may_be_year(tokens.word(row))

    def _tells_change(self, tokens: Lexed, row: int) -> bool:
        """Whether "from" behind a verb of change stands at ``row``: "rose from 18 to 21" has two values and no range."""
        if tokens.word(row) not in self._words.change_from:
            return False
        back = tokens.words[max(row - _LONGEST_PHRASE, 0) : max(row, 0)]
        return not self._words.changing.isdisjoint(back)

    def _unit(self, tokens: Lexed, first: int, last: int) -> _Unit:
        """The unit before or behind the number in the rows ``first`` to ``last``."""
        words = self._words
        for width in (2, 1):
            sign = "".join(tokens.words[max(first - width, 0) : first])
            glued = all(tokens.glued(row) for row in range(first - width, first - 1)) and first >= width
            if sign in words.money_signs and glued:
                return _Unit(name=words.money_signs[sign], kind="money", first=first - width, last=last)
        short = short_unit(tokens, last, words)
        if short is not None:
            kind: QuantityKind = "measure" if short in words.measures else "duration"
            return _Unit(name=short, kind=kind, first=first, last=last + 1)
        here = last + (tokens.word(last) in DASHES)
        here += tokens.word(last) in words.part_of and tokens.word(last - 1) in words.vague
        for width in (3, 2, 1):
            unit = self._units.get(tokens.phrase(here, here + width))
            if unit and here + width <= len(tokens.words):
                return _Unit(name=unit[0], kind=unit[1], first=first, last=here + width)
        near = {*tokens.words[max(first - 2, 0) : first]} & words.magnitude_words
        if near or not words.magnitude_scales.isdisjoint(tokens.words[last : last + 4]):
            return _Unit(name="magnitude", kind="magnitude", first=first, last=last)
        return _Unit(name=None, kind="count", first=first, last=last)

    def _bound_before(self, tokens: Lexed, unit: _Unit, floor: int, *, ranged: bool) -> _Worded:
        """The bound that ends right before a number; the outer one of two. It begins at ``floor`` or behind."""
        articled = tokens.word(unit.first - 1) in self._words.bound_articles
        begin, words = unit.first - articled, ""
        bound: Bound = "unstated"
        for _ in range(2):
            widths = range(min(_LONGEST_PHRASE, begin), 0, -1)
            fits = (width for width in widths if tokens.phrase(begin - width, begin) in self._before)
            width = next((width for width in fits if tokens.starts[begin - width] >= floor), 0)
            if not width or self._is_no_bound(tokens, begin - width, begin):
                break
            bound = self._before[tokens.phrase(begin - width, begin)]
            begin -= width
            bound = self._fallen(tokens, begin, unit, bound)
            words = tokens.phrase(begin, unit.first)
        if not words and not (ranged and tokens.word(unit.first - 1) in self._words.range_openings):
            begin = unit.first
        return _Worded(bound=bound, words=words, first=begin, last=unit.last)

    def _fallen(self, tokens: Lexed, row: int, unit: _Unit, bound: Bound) -> Bound:
        """A bound from the word at ``row`` on; "fell *past* $6,000" is below it, "slid *past* two cars" bounds nothing."""
        near = tokens.words[max(row - _FALL_REACH, 0) : row]
        if tokens.word(row) not in self._words.crossing or self._words.falling.isdisjoint(near):
            return bound
        return "unstated" if unit.kind == "count" else "fewer than"

    def _is_no_bound(self, tokens: Lexed, first: int, last: int) -> bool:
        """Whether the word before a number is no bound behind what stands before it: "the *past* ten months"."""
        return tokens.word(first - 1) in self._words.no_bound_behind.get(tokens.phrase(first, last), frozenset())

    def _bound_after(self, tokens: Lexed, unit: _Unit) -> _Worded:
        """The bound that begins behind a number ("or more", "+")."""
        row = unit.last
        if tokens.word(row) == "+" and tokens.glued(row - 1):
            return _Worded(bound="at least", words="+", first=unit.first, last=row + 1)
        phrases = (tokens.phrase(row, row + width) for width in range(_LONGEST_PHRASE, 0, -1))
        words = next((words for words in phrases if words in self._after), "")
        last = row + words.count(" ") + bool(words)
        return _Worded(bound=self._after.get(words, "unstated"), words=words, first=unit.first, last=last)


def _may_be_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


def _unit_words(words: QuantityWords) -> dict[str, tuple[str, QuantityKind]]:
    """Each word or phrase for a unit, with the unit's name and kind."""
    rooms: tuple[tuple[dict[str, tuple[str, ...]], QuantityKind], ...] = (
        (words.money_words, "money"), (words.share, "share"), (words.measures, "measure"),
        (words.duration, "duration"), (words.occurrences, "times"),
    )  # fmt: skip
    units: dict[str, tuple[str, QuantityKind]] = dict.fromkeys(words.magnitude_words, ("magnitude", "magnitude"))
    for room, kind in rooms:
        units |= {" ".join(lexed(phrase).words): (name, kind) for name, phrases in room.items() for phrase in phrases}
    return units


def _bound_words(rooms: dict[Bound, tuple[str, ...]]) -> dict[str, Bound]:
    return {" ".join(lexed(phrase).words): bound for bound, phrases in rooms.items() for phrase in phrases}


@cache
def _reader_of(lexicon: Lexicon) -> _Reader:
    return _Reader(lexicon.quantities)
