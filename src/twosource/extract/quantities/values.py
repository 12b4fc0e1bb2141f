"""Values of numbers in digits and words: the part of the number grammar that knows nothing of bounds and units.

Bound on work: every reader looks at most a fixed number of tokens ahead, except digit groups ("1,234,567"), which
the lexer takes in one pass. A run of more than 15 digits is a code, not a number; so no value is ever infinite.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from twosource.extract.quantities.lexed import HYPHENS, Lexed
from twosource.language.words_quantities import QuantityWords

MOST_DIGITS: Final = 15
_NUMBER: Final = re.compile(rf"(?:0|[1-9][0-9]{{0,{MOST_DIGITS - 1}}})(?:\.[0-9]+)?")
"""Digits without commas; a run that begins with nought, or is longer, is a code."""
_BEFORE_GROUPS: Final = re.compile(r"[1-9][\d,]{0,2}")
_GROUP: Final = re.compile(r"\d{3}")
"""Digits come in groups of three: "2 000 000"."""
_MOST_GROUPS: Final = 4
_SPACES: Final = frozenset("\u00a0\u2009\u202f ")
_LONGEST_IN_WORDS: Final = 12
_MOST_OUT_OF: Final = 10
_ROUND: Final = frozenset({3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0, 100.0, 1000.0})
"""What shares are told of: "three in five", "four in 10"."""
_PART: Final = re.compile(r"(?=1|2/[348]|3/[48]|./8)([1-7])/([2348])(?!\d|\.\d|,\d{3})")
"""How a part of one is written behind a whole number: halves, thirds, quarters and eighths."""
_NEAR: Final = 6
"""Tokens before a number among which a word tells that it is a length."""
_MULTIPLIES: Final = 100
"""A hundred and a dozen multiply the group before them; greater scales close it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value read from tokens ``first`` to ``last`` (half-open). ``scale`` is its last multiplier ("million").

    ``form`` is ``digits``, ``words``, ``vague`` ("dozens") or ``share`` ("a third", as a fraction of one).
    """

    low: float
    high: float
    first: int
    last: int
    form: Literal["digits", "words", "vague", "share"]
    scale: float = 1.0


def value_at(tokens: Lexed, row: int, words: QuantityWords) -> Value | None:
    """The number that begins at token ``row``, its longest reading; None if none does."""
    word = tokens.word(row)
    if word not in words.beginnings and not word[:1].isdigit():
        return None
    return next((found for reader in _READERS if (found := reader(tokens, row, words)) is not None), None)


def _vague(tokens: Lexed, row: int, words: QuantityWords) -> Value | None:
    """As in "dozens", "tens of thousands"."""
    chain = words.chains.get(tokens.phrase(row, row + 3))
    ends = chain or words.vague.get(tokens.word(row))
    last = row + 3 if chain else row + 1
    return Value(low=ends[0], high=ends[1], first=row, last=last, form="vague") if ends else None


def _several(tokens: Lexed, row: int, words: QuantityWords) -> Value | None:
    """As in "several hundred", "a few thousand", "a couple of dozen", "a couple of"."""
    wide = words.several.get(tokens.phrase(row, row + 2))
    last = row + 1 + bool(wide or (tokens.word(row) in words.articles and tokens.word(row + 1) in words.couple))
    few = wide or words.several.get(tokens.word(last - 1))
    if few is None:
        return None
    of = tokens.word(last - 1) in words.couple and tokens.word(last) in words.part_of
    scale = words.scales.get(tokens.word(last + of))
    if scale:
        after = last + of + 1
        return Value(low=few[0] * scale, high=few[1] * scale, first=row, last=after, form="vague", scale=scale)
    return Value(low=few[0], high=few[1], first=row, last=last, form="vague") if of else None


def _share(tokens: Lexed, row: int, words: QuantityWords) -> Value | None:
    """As in "a third of", "two-thirds", "half of", "one in five", "three out of four"."""
    over = _one_in(tokens, row, words)
    if over is not None:
        return over
    count, here = 1.0, row
    if tokens.word(row) in words.articles or tokens.word(row) in words.units:
        count, here = words.units.get(tokens.word(row), 1.0), tokens.past_hyphen(row + 1)
    part = words.fractions.get(tokens.word(here))
    plural = tokens.word(here).endswith("s")
    if not part or (here == row and tokens.word(here) not in words.half) or (plural != (count > 1)) or count * part > 1:
        return None
    after = here + 1 + (tokens.word(here + 1) in words.part_of)
    by = tokens.word(row - 1) in words.change_by and not words.changing.isdisjoint(tokens.words[max(row - 4, 0) : row])
    if after == here + 1 and tokens.word(after) not in words.articles and not plural and not by:
        return None
    if tokens.word(after) in words.articles:
        return _part_of_scale(tokens, row, after + 1, count * part, words)
    return Value(low=count * part, high=count * part, first=row, last=here + 1, form="share")


def _part_of_scale(tokens: Lexed, row: int, after: int, part: float, words: QuantityWords) -> Value | None:
    """As in "half a million", "a quarter of a billion"; None for "half a loaf"."""
    scale = words.scales.get(tokens.word(after))
    if scale is None:
        return None
    return Value(low=part * scale, high=part * scale, first=row, last=after + 1, form="words", scale=scale)


def _one_in(tokens: Lexed, row: int, words: QuantityWords) -> Value | None:
    out_of = tokens.words[row + 1 : row + 3] == words.out_of
    if not out_of and tokens.word(row + 1) not in words.within:
        return None
    middle = row + 2 + out_of
    middle += tokens.word(middle) in words.each
    few, many = _whole(tokens.word(row), words), _whole(tokens.word(middle), words)
    timed = tokens.word(middle + 1) in words.durations
    if not out_of and few != 1 and (many not in _ROUND or timed):
        return None  # "four in 10 workers", and neither "four in 12 days" nor "four in 10 days"
    if not 0 < few < many or (many > _MOST_OUT_OF and many % 10):
        return None
    return Value(low=few / many, high=few / many, first=row, last=middle + 1, form="share")


def _whole(word: str, words: QuantityWords) -> float:
    """A whole number; 0 for any other word."""
    if word.isdecimal() and len(word) <= MOST_DIGITS:
        return float(word)
    return words.units.get(word, words.tens.get(word, 0.0))


def _digits(tokens: Lexed, row: int, words: QuantityWords) -> Value | None:
    """As in "3,381", "2 000", "1.5m", "3.2 billion", "2½", "2 1/2"."""
    word = tokens.word(row)
    sign = words.signs.get(word)
    if sign:
        return Value(low=sign, high=sign, first=row, last=row + 1, form="digits")
    text, after = word.replace(",", ""), row + 1
    while _next_group(tokens, row, after):
        text, after = text + tokens.word(after), after + 1
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    if tokens.word(after) in words.signs and (tokens.glued(after - 1) or value == int(value)):
        value, after = value + words.signs[tokens.word(after)], after + 1
    elif "." not in text:
        part, after = _written_part(tokens, after)
        value += part
    scale = 1.0
    if short_unit(tokens, after, words) is None:
        scale, after = _scales(tokens, after, words)
    return Value(low=value * scale, high=value * scale, first=row, last=after, form="digits", scale=scale)


def _written_part(tokens: Lexed, after: int) -> tuple[float, int]:
    """The part of one that is written behind a whole number ("1/2", "-3/4"), and where it ends; nothing where none is."""
    row = tokens.past_hyphen(after)
    written = _PART.match(tokens.text, tokens.starts[row]) if row < len(tokens.words) else None
    return (int(written[1]) / int(written[2]), row + 3) if written else (0.0, after)


def short_unit(tokens: Lexed, after: int, words: QuantityWords) -> str | None:
    """The unit for whose short form the token ``after`` a number stands: "1*m* 45 seconds", "a 40*m* well"; None for none."""
    return _short_length(tokens, after, words) or _short_time(tokens, after, words)


def _short_length(tokens: Lexed, after: int, words: QuantityWords) -> str | None:
    """The unit of length: "fell 40*m*", "80*m*-deep", and neither "£40m" nor "40m people"."""
    unit = words.length_letters.get(tokens.word(after))
    if unit is None or not tokens.glued(after - 1) or tokens.word(after - 2) in words.money_signs:
        return None
    follows = tokens.word(tokens.past_hyphen(after + 1))
    if any(follows in names for names in words.money_words.values()):
        return None
    near = tokens.words[max(after - 1 - _NEAR, 0) : after - 1]
    fell = not words.in_length.isdisjoint(near) and words.change_to.isdisjoint(near[-1:])
    return unit if fell or follows in words.lengthwise else None


def _short_time(tokens: Lexed, after: int, words: QuantityWords) -> str | None:
    """The unit for whose short form the token ``after`` a number stands: "1*m* 45 seconds", "1*h* 20*m*"; None for none."""
    word = tokens.word(after)
    if _leads_short_time(tokens, after, words):
        return words.minute[word]
    part = words.minute_parts.get(word)
    return part if part and _leads_short_time(tokens, after - 2, words) else None


def _leads_short_time(tokens: Lexed, after: int, words: QuantityWords) -> bool:
    unit, part = tokens.word(after), tokens.word(after + 2)
    if unit not in words.minute or not tokens.word(after + 1)[:1].isdigit():
        return False
    glued = tokens.glued(after - 1) and tokens.glued(after + 1) and tokens.word(after + 3) not in words.money_signs
    return part in words.durations or (glued and part in words.minute_parts and part != unit)


def _next_group(tokens: Lexed, row: int, after: int) -> bool:
    """Whether token ``after`` is a further group of three digits, behind one blank."""
    if after - row > _MOST_GROUPS or not _GROUP.fullmatch(tokens.word(after)):
        return False
    leads = _BEFORE_GROUPS.fullmatch(tokens.word(row)) is not None
    return leads and tokens.text[tokens.ends[after - 1] : tokens.starts[after]] in _SPACES


def _scales(tokens: Lexed, after: int, words: QuantityWords) -> tuple[float, int]:
    """The product of suffix and scale words from ``after`` on, and where they end."""
    if tokens.glued(after - 1) and tokens.word(after) in words.suffixes:
        return words.suffixes[tokens.word(after)], after + 1
    scale = 1.0
    for _ in range(2):
        here = tokens.past_hyphen(after)
        if tokens.word(here) not in words.scales:
            break
        scale, after = scale * words.scales[tokens.word(here)], here + 1
    return scale, after


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    """What a number in words has come to: closed groups, the group that is open, the last scale, the kind of its last word."""

    total: float = 0.0
    group: float = 0.0
    scale: float = 1.0
    last_kind: Literal["", "start", "unit", "ten", "scale"] = ""


_MAY_FOLLOW: Final = {
    "": frozenset({"unit", "ten"}),
    "start": frozenset({"scale"}),
    "ten": frozenset({"unit", "scale"}),
    "unit": frozenset({"scale"}),
    "scale": frozenset({"unit", "ten", "scale"}),
}


def _in_words(tokens: Lexed, row: int, words: QuantityWords) -> Value | None:
    """As in "twenty-five", "a hundred and fifty thousand", "half a dozen", "two and a half million"."""
    opening = _opening(tokens, row, words)
    if opening is None:
        return None
    sum_, here = opening
    while here - row < _LONGEST_IN_WORDS:
        link, following = tokens.word(here), tokens.word(here + 1)
        hyphened = here > row and link in HYPHENS and following in words.number_words
        joined = sum_.last_kind == "scale" and link in words.joining and _is_small(following, words)
        at = here + (hyphened or joined)
        added = _added(sum_, tokens.word(at), words)
        if added is None:
            break
        sum_, here = added, at + 1
    sum_, here = _and_a_half(tokens, here, sum_, words)
    value = sum_.total + sum_.group
    return Value(low=value, high=value, first=row, last=here, form="words", scale=sum_.scale)


def _opening(tokens: Lexed, row: int, words: QuantityWords) -> tuple[_Sum, int] | None:
    """How a number in words begins: "half a", "a", or with its first word; None where none does."""
    halved = tokens.word(row) in words.half
    here = tokens.past_hyphen(row + 1) if halved else row
    if halved or tokens.word(here) in words.articles:
        scaled = tokens.word(tokens.past_hyphen(here + 1)) in words.scales
        if tokens.word(here) not in words.articles or not scaled or (not halved and tokens.word(here + 1) in HYPHENS):
            return None
        return _Sum(group=0.5 if halved else 1.0, last_kind="start"), here + 1
    return (_Sum(), here) if _is_small(tokens.word(here), words) else None


def _is_small(word: str, words: QuantityWords) -> bool:
    return word in words.units or word in words.tens


def _added(sum_: _Sum, word: str, words: QuantityWords) -> _Sum | None:
    """The sum with one word more; None where the word cannot go on."""
    kind: Literal["unit", "ten", "scale"] = "unit" if word in words.units else "ten" if word in words.tens else "scale"
    if word not in words.number_words or kind not in _MAY_FOLLOW[sum_.last_kind]:
        return None
    if kind != "scale":
        return replace(sum_, group=sum_.group + (words.units.get(word) or words.tens.get(word, 0.0)), last_kind=kind)
    size = words.scales[word]
    if size <= _MULTIPLIES:
        return replace(sum_, group=(sum_.group or 1.0) * size, scale=size, last_kind=kind)
    return _Sum(total=sum_.total + (sum_.group or 1.0) * size, scale=size, last_kind=kind)


def _and_a_half(tokens: Lexed, here: int, sum_: _Sum, words: QuantityWords) -> tuple[_Sum, int]:
    """As in "two and a half million"."""
    joined, article, half = (tokens.word(at) for at in range(here, here + 3))
    if joined not in words.joining or article not in words.articles or half not in words.half:
        return sum_, here
    more, after = _scales(tokens, here + 3, words)
    return replace(sum_, group=(sum_.group + 0.5) * more, scale=max(sum_.scale, more)), after


_READERS: Final[tuple[Callable[[Lexed, int, QuantityWords], Value | None], ...]] = (
    _vague, _several, _share, _digits, _in_words,
)  # fmt: skip
