"""Numbers in a text: value or range, bound, unit. Pure grammar over characters; what is counted is not looked for.

Bound on work: each token begins at most one number, and a number takes at most a fixed number of tokens, so the
work grows with the length of the text alone. Values stay below 10 ** 30; nothing overflows.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from twosource.language.lexicon import lexicon_of
from twosource.model import Bound
from twosource.text.quantities import Lexed, Quantity, lexed, may_begin, quantity

NumberForm = Literal["count", "money", "share", "magnitude", "measure", "duration"]
_DASHES: Final = frozenset("-–—‐‑")
_LONGEST_PHRASE: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number. Places are half-open, in code points of the text that was read.

    Attributes:
        start, end: With its bound and unit ("at least $3.2 billion").
        core_start, core_end: The number alone ("3.2 billion"), both ends of a range included.
        low, high: The value, or the ends of the range.
        bound: As worded; ``unstated`` for a bare number.
        unit: "%", "USD", "km", …; None for a plain count.
        form: What kind of number it is. A share in words ("a third") is given in per cent.
        vague: True where the word itself is imprecise ("dozens").
        bound_words: The words of the bound, in lower case; empty where there are none.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    low: float
    high: float
    bound: Bound = "unstated"
    unit: str | None = None
    form: NumberForm = "count"
    vague: bool = False
    bound_words: str = ""


def find_numbers(text: str, language: str = "en") -> tuple[Number, ...]:
    """All numbers of ``text``, sorted by place, none inside another; empty where there is none.

    In a language without words for numbers those in digits are found.

    Ages, dates and the like are numbers too: ``text.told_apart`` says which are no counts.

    Example:
        >>> [(n.low, n.high, n.bound, n.unit) for n in find_numbers("at least 40 to 50 km")]
        [(40.0, 50.0, 'at least', 'km')]
    """
    tokens = lexed(text, language)
    found: list[Number] = []
    row = 0
    while row < len(tokens.words):
        first = quantity(tokens, row) if may_begin(tokens, row) else None
        if first is None:
            row += 1
            continue
        number, row = _number(tokens, first, found[-1].end if found else 0)
        found.append(number)
    return tuple(found)


def _number(tokens: Lexed, first: Quantity, floor: int) -> tuple[Number, int]:
    """The number that begins with ``first``, and the row behind it. Its bound does not reach before ``floor``."""
    low, high, last = _range(tokens, first)
    ranged = last > first.last
    unit, form, begin, end = _unit(tokens, first.first, last)
    if form == "count" and first.form == "share":
        low, high, unit, form = low * 100, high * 100, "%", "share"
    bound, words, start = _bound_before(tokens, begin, floor)
    if not words:
        bound, words, end = _bound_after(tokens, end)
        if words and unit is None:
            unit, form, _, end = _unit(tokens, end, end)
    else:
        end = _bound_after(tokens, end)[2]  # "some 60-odd soldiers"
    if not words and (ranged or first.form == "vague"):
        bound = "between" if ranged else "about"
    number = Number(
        start=tokens.starts[start], end=tokens.ends[end - 1],
        core_start=tokens.starts[first.first], core_end=tokens.ends[last - 1],
        low=low, high=high, bound=bound, unit=unit, form=form, vague=first.form == "vague", bound_words=words,
    )  # fmt: skip
    return number, max(end, last)


def _range(tokens: Lexed, first: Quantity) -> tuple[float, float, int]:
    """Lower end, upper end and last row of the range that ``first`` begins; of ``first`` alone if it begins none."""
    second = None if _begins_no_range(tokens, first) else _other_end(tokens, first)
    if second is None:
        return first.low, first.high, first.last
    low = first.low
    if first.scale == 1 and second.scale > 1 and low < second.high / second.scale:
        low *= second.scale
    loose = tokens.word(first.last) in tokens.numbers.choosing and second.high - low > max(2.0 * second.scale, low / 2)
    if loose or not low < second.high:
        return first.low, first.high, first.last
    return low, second.high, second.last


def _begins_no_range(tokens: Lexed, first: Quantity) -> bool:
    """As in "in 2012–13 to 934,000", "rose from 18 to 21"."""
    behind = _behind_signs(tokens, first)
    change = tokens.word(behind) in tokens.numbers.starting and _tells_change(tokens, behind)
    return change or _is_year_span(tokens, first.first)


def _behind_signs(tokens: Lexed, first: Quantity) -> int:
    """The row before a number and the signs of money before it."""
    behind = first.first - 1
    while tokens.word(behind) in tokens.lexicon.units.money_signs:
        behind -= 1
    return behind


def _other_end(tokens: Lexed, first: Quantity) -> Quantity | None:
    """The number that a word or dash of a range joins to the first; None where there is none that can be its other end."""
    words, link = tokens.numbers, tokens.word(first.last)
    enclosed = link in words.joining and tokens.word(_behind_signs(tokens, first)) in words.enclosing
    if not (link in words.reaching or link in words.choosing or link in _DASHES or enclosed):
        return None
    here = first.last + 1
    here += tokens.word(here) in tokens.lexicon.units.money_signs
    second = quantity(tokens, here)
    if second is None or "share" in {first.form, second.form}:
        return None
    if link in _DASHES:
        third = tokens.word(second.last) in _DASHES and tokens.glued(second.last - 1)
        return None if third or first.form != second.form else second
    return second


def _is_year_span(tokens: Lexed, row: int) -> bool:
    """Whether a number is the end of a span of years: "in 2012–13 to 934,000"."""
    year = tokens.word(row - 2)
    return tokens.word(row - 1) in _DASHES and year.isdecimal() and len(year) == len("2012") and year[0] in "12"


def _tells_change(tokens: Lexed, row: int) -> bool:
    """Whether a verb of change stands before "from": "rose from 18 to 21" has two values and no range."""
    return any(tokens.word(back) in tokens.numbers.changing for back in range(row - 1, row - 1 - _LONGEST_PHRASE, -1))


def _unit(tokens: Lexed, first: int, last: int) -> tuple[str | None, NumberForm, int, int]:
    """Unit, form and the rows that number and unit take together."""
    units = tokens.lexicon.units
    for width in (2, 1):
        sign = "".join(tokens.words[max(first - width, 0) : first])
        glued = all(tokens.glued(row) for row in range(first - width, first - 1)) and first >= width
        if sign in units.money_signs and glued:
            return units.money_signs[sign], "money", first - width, last
    of_them = tokens.word(last) in tokens.numbers.of and tokens.word(last - 1).endswith("s")
    here = last + (tokens.word(last) in _DASHES or of_them)
    for width in (3, 2, 1):
        found = _unit_words(tokens.lexicon.code).get(" ".join(tokens.words[here : here + width]))
        if found and (here + width <= len(tokens.words)):
            return found[0], found[1], first, here + width
    before, behind = tokens.words[max(first - 2, 0) : first], tokens.words[last : last + 4]
    if units.magnitude_words & set(before) or units.richter & set(behind):
        return "magnitude", "magnitude", first, last
    return None, "count", first, last


@cache
def _unit_words(language: str) -> dict[str, tuple[str, NumberForm]]:
    units = lexicon_of(language).units
    found: dict[str, tuple[str, NumberForm]] = {}
    tables: tuple[tuple[dict[str, tuple[str, ...]], NumberForm], ...] = (
        (units.money_words, "money"),
        (units.share, "share"),
        (units.measures, "measure"),
    )
    for table, form in tables:
        for name, words in table.items():
            found.update({" ".join(lexed(word, language).words): (name, form) for word in words})
    found.update(dict.fromkeys(units.magnitude_words, ("magnitude", "magnitude")))
    found.update({word: (word, "duration") for word in units.time})
    return found


@cache
def _bounds_before(language: str) -> dict[str, Bound]:
    return _as_lexed(lexicon_of(language).numbers.before, language)


@cache
def _bounds_after(language: str) -> dict[str, Bound]:
    return _as_lexed(lexicon_of(language).numbers.after, language)


def _as_lexed(bounds: dict[Bound, tuple[str, ...]], language: str) -> dict[str, Bound]:
    return {" ".join(lexed(words, language).words): bound for bound, phrases in bounds.items() for words in phrases}


def _bound_before(tokens: Lexed, row: int, floor: int) -> tuple[Bound, str, int]:
    """The bound that ends right before ``row``, its words, and the row where they begin; the outer one of two."""
    begin = row - 1 if tokens.word(row - 1) in tokens.numbers.between_bound else row
    bound: Bound = "unstated"
    words = ""
    bounds = _bounds_before(tokens.lexicon.code)
    for _ in range(2):
        found = next(
            (
                (kind, width)
                for width in range(min(_LONGEST_PHRASE, begin), 0, -1)
                if tokens.starts[begin - width] >= floor
                and (kind := bounds.get(" ".join(tokens.words[begin - width : begin])))
            ),
            None,
        )
        if found is None:
            break
        bound, begin = found[0], begin - found[1]
        words = " ".join(tokens.words[begin:row])
    if not words and tokens.word(row - 1) not in tokens.numbers.enclosing:
        begin = row
    return bound, words, begin


def _bound_after(tokens: Lexed, row: int) -> tuple[Bound, str, int]:
    """The bound that begins at ``row`` ("or more"), its words, and the row behind them."""
    if tokens.word(row) == "+" and tokens.glued(row - 1):
        return "at least", "+", row + 1
    for width in range(_LONGEST_PHRASE, 0, -1):
        words = " ".join(tokens.words[row : row + width])
        bound = _bounds_after(tokens.lexicon.code).get(words)
        if bound:
            return bound, words, min(row + width, len(tokens.words))
    return "unstated", "", row
