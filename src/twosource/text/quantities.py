"""Values of numbers in digits and words: the part of the number grammar that knows nothing of bounds and units.

Bound on work: every reader looks at most a fixed number of tokens ahead, except digit groups ("1,234,567"), which
the lexer takes in one pass. A run of more than 15 digits is a code, not a number; so no value is ever infinite.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.language.resources import load

MOST_DIGITS: Final = 15
_TOKEN: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_WORDS: Final = load("numbers")
_UNITS: Final[dict[str, float]] = {word: float(value) for word, value in _WORDS["units"].items()}
_TENS: Final[dict[str, float]] = {word: float(value) for word, value in _WORDS["tens"].items()}
_SCALES: Final[dict[str, float]] = {word: float(value) for word, value in _WORDS["scales"].items()}
_SUFFIXES: Final[dict[str, float]] = {word: float(value) for word, value in _WORDS["suffixes"].items()}
_BEGINNINGS: Final = frozenset(
    {"a", "an", *_UNITS, *_TENS, *_WORDS["fractions"], *_WORDS["signs"], *_WORDS["vague"]}
    | {word.split()[0] for room in ("several", "chains") for word in _WORDS[room]}
)
_MINUTES: Final = "m"
_SPACES: Final = frozenset("\u00a0\u2009\u202f ")
_HYPHENS: Final = frozenset("-‐‑")
_LONGEST_IN_WORDS: Final = 12
_MOST_OUT_OF: Final = 10
_ROUND: Final = frozenset({3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0, 100.0, 1000.0})
"""What shares are told of: "three in five", "four in 10"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexed:
    """A text as tokens in columns: lower-case words, and half-open places in the text."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def word(self, row: int) -> str:
        """The word at ``row``; the empty string outside the text."""
        return self.words[row] if 0 <= row < len(self.words) else ""

    def glued(self, row: int) -> bool:
        """Whether nothing stands between the tokens ``row`` and ``row + 1``."""
        return 0 <= row < len(self.words) - 1 and self.ends[row] == self.starts[row + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value read from tokens ``first`` to ``last`` (half-open). ``scale`` is its last multiplier ("million").

    ``form`` is ``digits``, ``words``, ``vague`` ("dozens") or ``share`` ("a third", as a fraction of one).
    """

    low: float
    high: float
    first: int
    last: int
    form: str
    scale: float = 1.0


def may_begin(word: str) -> bool:
    """Whether a number can begin with ``word`` at all: a quick look, before the readers are asked.

    Example:
        >>> may_begin("dozens"), may_begin("1,200"), may_begin("houses")
        (True, True, False)
    """
    return word in _BEGINNINGS or word[:1].isdigit()


def lexed(text: str) -> Lexed:
    """The tokens of ``text``: numbers with their commas and point, words, single signs. Linear in its length."""
    found = [(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    return Lexed(
        text=text,
        words=tuple(word for word, _, _ in found),
        starts=tuple(start for _, start, _ in found),
        ends=tuple(end for _, _, end in found),
    )


def quantity(tokens: Lexed, row: int) -> Quantity | None:
    """The number that begins at token ``row``, its longest reading; None if none does."""
    for reader in _READERS:
        found = reader(tokens, row)
        if found is not None:
            return found
    return None


def _vague(tokens: Lexed, row: int) -> Quantity | None:
    """As in "dozens", "tens of thousands"."""
    chain = _WORDS["chains"].get(" ".join(tokens.words[row : row + 3]))
    if chain:
        return Quantity(low=chain[0], high=chain[1], first=row, last=row + 3, form="vague")
    one = _WORDS["vague"].get(tokens.word(row))
    return Quantity(low=one[0], high=one[1], first=row, last=row + 1, form="vague") if one else None


def _several(tokens: Lexed, row: int) -> Quantity | None:
    """As in "several hundred", "a few thousand", "a couple of dozen", "a couple of"."""
    here = row + 1 if tokens.word(row) == "a" else row
    word = tokens.word(here) if here == row else f"a {tokens.word(here)}"
    low, high = _WORDS["several"].get(word) or _WORDS["several"].get(tokens.word(here), (0, 0))
    if not low or (here > row and tokens.word(here) not in {"few", "couple"}):
        return None
    after = here + 1
    if tokens.word(here) == "couple" and tokens.word(after) == "of":
        after += 1
    scale = _SCALES.get(tokens.word(after))
    if scale:
        return Quantity(low=low * scale, high=high * scale, first=row, last=after + 1, form="vague", scale=scale)
    if tokens.word(here) == "couple" and after > here + 1:
        return Quantity(low=2, high=2, first=row, last=after - 1, form="vague")
    return None


def _share(tokens: Lexed, row: int) -> Quantity | None:
    """As in "a third of", "two-thirds", "half of", "one in five", "three out of four"."""
    over = _one_in(tokens, row)
    if over is not None:
        return over
    count, here = 1.0, row
    if tokens.word(row) in {"a", "one"} or tokens.word(row) in _UNITS:
        count = _UNITS.get(tokens.word(row), 1.0)
        here = row + 1 + (tokens.word(row + 1) in _HYPHENS)
    part = _WORDS["fractions"].get(tokens.word(here))
    plural = tokens.word(here).endswith("s")
    if not part or (here == row and tokens.word(here) != "half") or (plural != (count > 1)) or count * part > 1:
        return None
    if tokens.word(here + 1) not in {"of", "the", "a"} and not plural:
        return None
    if tokens.word(here + 1) == "a" or " ".join(tokens.words[here + 1 : here + 3]) == "of a":
        after = here + 2 + (tokens.word(here + 1) == "of")
        scale = _SCALES.get(tokens.word(after))
        if scale is None:
            return None
        value = count * part * scale
        return Quantity(low=value, high=value, first=row, last=after + 1, form="words", scale=scale)
    return Quantity(low=count * part, high=count * part, first=row, last=here + 1, form="share")


def _one_in(tokens: Lexed, row: int) -> Quantity | None:
    after = row + 1
    if tokens.word(after) == "out" and tokens.word(after + 1) == "of":
        middle = after + 2
    elif tokens.word(after) == "in":
        middle = after + 1 + (tokens.word(after + 1) in {"every", "each"})
        one = tokens.word(row) in {"one", "1"}
        if not one and (_whole(tokens.word(middle)) not in _ROUND or tokens.word(middle + 1) in load("units")["time"]):
            return None  # "four in 10 workers", and neither "four in 12 days" nor "four in 10 days"
    else:
        return None
    few, many = _whole(tokens.word(row)), _whole(tokens.word(middle))
    if few is None or many is None or not 0 < few < many or (many > _MOST_OUT_OF and many % 10):
        return None
    return Quantity(low=few / many, high=few / many, first=row, last=middle + 1, form="share")


def _whole(word: str) -> float | None:
    if word.isdecimal() and len(word) <= MOST_DIGITS:
        return float(word)
    return _UNITS.get(word, _TENS.get(word))


def _digits(tokens: Lexed, row: int) -> Quantity | None:
    """As in "3,381", "2 000", "1.5m", "3.2 billion", "2½"."""
    word = tokens.word(row)
    sign = _WORDS["signs"].get(word)
    if sign:
        return Quantity(low=sign, high=sign, first=row, last=row + 1, form="digits")
    if not word[:1].isdigit() or len(word) > MOST_DIGITS + 8:
        return None
    text, after = word.replace(",", ""), row + 1
    if not text.replace(".", "", 1).isascii():
        return None
    while _next_group(tokens, row, after):
        text, after = text + tokens.word(after), after + 1
    if len(text.partition(".")[0]) > MOST_DIGITS or (text[0] == "0" and len(text) > 1 and text[1] != "."):
        return None
    value = float(text)
    if tokens.glued(after - 1) and tokens.word(after) in _WORDS["signs"]:
        value, after = value + _WORDS["signs"][tokens.word(after)], after + 1
    if (
        tokens.word(after) == _MINUTES
        and tokens.word(after + 1)[:1].isdigit()
        and tokens.word(after + 2) in load("units")["time"]
    ):
        return None  # "1m 45 seconds"
    scale, after = _scales(tokens, after)
    return Quantity(low=value * scale, high=value * scale, first=row, last=after, form="digits", scale=scale)


def _next_group(tokens: Lexed, row: int, after: int) -> bool:
    """Whether token ``after`` is a further group of three digits, behind one blank."""
    word, start = tokens.word(after), tokens.word(row)
    if len(word) != 3 or not word.isdecimal() or len(start) > 3 or start[0] == "0" or after - row > 4:  # noqa: PLR2004 - digits come in groups of three, 15 at most
        return False
    between = tokens.text[tokens.ends[after - 1] : tokens.starts[after]]
    return len(between) == 1 and between in _SPACES and "." not in start


def _scales(tokens: Lexed, after: int) -> tuple[float, int]:
    """The product of suffix and scale words from ``after`` on, and where they end."""
    scale = 1.0
    if tokens.glued(after - 1) and tokens.word(after) in _SUFFIXES:
        return _SUFFIXES[tokens.word(after)], after + 1
    for _ in range(2):
        here = after + (tokens.word(after) in _HYPHENS)
        if tokens.word(here) not in _SCALES:
            break
        scale, after = scale * _SCALES[tokens.word(here)], here + 1
    return scale, after


def _in_words(tokens: Lexed, row: int) -> Quantity | None:
    """As in "twenty-five", "a hundred and fifty thousand", "half a dozen", "two and a half million"."""
    here, total, group, scale = row, 0.0, 0.0, 1.0
    if tokens.word(here) == "half" and tokens.word(here + 1) in _HYPHENS | {"a"}:
        here += 1 + (tokens.word(here + 1) in _HYPHENS)
        if tokens.word(here) != "a" or tokens.word(here + 1 + (tokens.word(here + 1) in _HYPHENS)) not in _SCALES:
            return None
        group, here = 0.5, here + 1
    elif tokens.word(here) in {"a", "an"}:
        if tokens.word(here + 1) not in _SCALES:
            return None
        group, here = 1.0, here + 1
    elif tokens.word(here) not in _UNITS and tokens.word(here) not in _TENS:
        return None
    last_kind = "start" if group else ""
    while here - row < _LONGEST_IN_WORDS:
        here += tokens.word(here) in _HYPHENS and tokens.word(here + 1) in _NUMBER_WORDS and here > row
        word = tokens.word(here)
        if word == "and" and last_kind == "scale" and tokens.word(here + 1) in _UNITS.keys() | _TENS.keys():
            here, word = here + 1, tokens.word(here + 1)
        kind = _kind(word)
        if not _may_follow(last_kind, kind):
            break
        total, group, scale = _add(word, kind, total, group, scale)
        last_kind, here = kind, here + 1
    if tokens.words[here : here + 3] == ("and", "a", "half"):
        group, here = group + 0.5, here + 3
        more, here = _scales(tokens, here)
        group, scale = group * more, max(scale, more)
    value = total + group
    return Quantity(low=value, high=value, first=row, last=here, form="words", scale=scale)


_NUMBER_WORDS: Final = _UNITS.keys() | _TENS.keys() | _SCALES.keys()


def _kind(word: str) -> str:
    if word in _UNITS:
        return "unit"
    if word in _TENS:
        return "ten"
    return "scale" if word in _SCALES else "none"


def _may_follow(before: str, kind: str) -> bool:
    allowed = {"": "unit ten", "start": "scale", "ten": "unit scale", "unit": "scale", "scale": "unit ten scale"}
    return kind in allowed[before].split()


def _add(word: str, kind: str, total: float, group: float, scale: float) -> tuple[float, float, float]:
    if kind != "scale":
        return total, group + (_UNITS.get(word) or _TENS.get(word, 0.0)), scale
    size = _SCALES[word]
    if size <= 100:  # noqa: PLR2004 - a hundred and a dozen multiply the group; greater scales close it
        return total, max(group, 1.0) * size, size
    return total + max(group, 1.0) * size, 0.0, size


_READERS: Final[tuple[Callable[[Lexed, int], Quantity | None], ...]] = (_vague, _several, _share, _digits, _in_words)
