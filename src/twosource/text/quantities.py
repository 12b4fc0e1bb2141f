"""Values of numbers in digits and words: the part of the number grammar that knows nothing of bounds and units.

Bound on work: every reader looks at most a fixed number of tokens ahead, except digit groups ("1,234,567"), which
the lexer takes in one pass. A run of more than 15 digits is a code, not a number; so no value is ever infinite.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.words_numbers import NumberWords

MOST_DIGITS: Final = 15
_TOKEN: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_SPACES: Final = frozenset("\u00a0\u2009\u202f ")
_HYPHENS: Final = frozenset("-‐‑")
_LONGEST_IN_WORDS: Final = 12
_MOST_OUT_OF: Final = 10
_GREATEST_INSIDE: Final = 100  # scales up to it multiply what stands before them, greater ones close the group
_PLURAL: Final = "s"
_ROUND: Final = frozenset({3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 20.0, 100.0, 1000.0})
"""What shares are told of: "three in five", "four in 10"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexed:
    """A text as tokens in columns: lower-case words, and half-open places in the text; and the words of its language."""

    lexicon: Lexicon
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def numbers(self) -> NumberWords:
        """What its language builds numbers of."""
        return self.lexicon.numbers

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


def may_begin(tokens: Lexed, row: int) -> bool:
    """Whether a number can begin with a word at all: a quick look, before the readers are asked.

    Example:
        >>> tokens = lexed("dozens of 1,200 houses")
        >>> [may_begin(tokens, row) for row in range(4)]
        [True, False, True, False]
    """
    word = tokens.words[row]
    return word in tokens.numbers.beginnings or word[:1].isdigit()


def lexed(text: str, language: str = "en") -> Lexed:
    """The tokens of ``text``: numbers with their commas and point, words, single signs. Linear in its length."""
    found = [(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    return Lexed(
        lexicon=lexicon_of(language),
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
    chain = tokens.numbers.chains.get(" ".join(tokens.words[row : row + 3]))
    if chain:
        return Quantity(low=chain[0], high=chain[1], first=row, last=row + 3, form="vague")
    values = tokens.numbers.vague.get(tokens.word(row))
    return Quantity(low=values[0], high=values[1], first=row, last=row + 1, form="vague") if values else None


def _several(tokens: Lexed, row: int) -> Quantity | None:
    """As in "several hundred", "a few thousand", "a couple of dozen", "a couple of"."""
    words = tokens.numbers
    article = tokens.word(row) if tokens.word(row) in words.articles else ""
    here = row + bool(article)
    word = f"{article} {tokens.word(here)}" if article else tokens.word(here)
    low, high = words.several.get(word) or words.several.get(tokens.word(here), (0, 0))
    if not low or (article and tokens.word(here) not in words.behind_article):
        return None
    couple = tokens.word(here) in words.couple and tokens.word(here + 1) in words.of
    after = here + 1 + couple
    scale = words.scales.get(tokens.word(after))
    if scale:
        return Quantity(low=low * scale, high=high * scale, first=row, last=after + 1, form="vague", scale=scale)
    return Quantity(low=low, high=high, first=row, last=after - 1, form="vague") if couple else None


def _share(tokens: Lexed, row: int) -> Quantity | None:
    """As in "a third of", "two-thirds", "half of", "half a million", "a quarter of a billion"."""
    words, count, here = tokens.numbers, 1.0, row
    if tokens.word(row) in words.shared or tokens.word(row) in words.units:
        count = words.units.get(tokens.word(row), 1.0)
        here = row + 1 + (tokens.word(row + 1) in _HYPHENS)
    part = words.fractions.get(tokens.word(here))
    plural = tokens.word(here).endswith(_PLURAL)
    alone = here == row and tokens.word(here) not in words.half
    if not part or alone or (plural != (count > 1)) or count * part > 1:
        return None
    if tokens.word(here + 1) not in words.whole_marks and not plural:
        return None
    of = tokens.word(here + 1) in words.of
    if tokens.word(here + 1 + of) in words.articles:
        return _part_of_scale(tokens, row, here + 2 + of, count * part)
    return Quantity(low=count * part, high=count * part, first=row, last=here + 1, form="share")


def _part_of_scale(tokens: Lexed, row: int, after: int, part: float) -> Quantity | None:
    """A fraction of the scale at ``after`` ("half a *million*"); None where no scale stands there."""
    scale = tokens.numbers.scales.get(tokens.word(after))
    if scale is None:
        return None
    return Quantity(low=part * scale, high=part * scale, first=row, last=after + 1, form="words", scale=scale)


def _one_in(tokens: Lexed, row: int) -> Quantity | None:
    """As in "one in five", "three out of four", "four in 10 workers"; not "four in 12 days"."""
    words, after = tokens.numbers, row + 1
    if tokens.word(after) in words.out and tokens.word(after + 1) in words.of:
        middle = after + 2
    elif tokens.word(after) in words.within:
        middle = after + 1 + (tokens.word(after + 1) in words.every)
        duration = tokens.word(middle + 1) in tokens.lexicon.units.time
        if tokens.word(row) not in words.ones and (_whole(tokens, middle) not in _ROUND or duration):
            return None
    else:
        return None
    few, many = _whole(tokens, row), _whole(tokens, middle)
    if few is None or many is None or not 0 < few < many or (many > _MOST_OUT_OF and many % 10):
        return None
    return Quantity(low=few / many, high=few / many, first=row, last=middle + 1, form="share")


def _whole(tokens: Lexed, row: int) -> float | None:
    word = tokens.word(row)
    return float(word) if word.isdecimal() and len(word) <= MOST_DIGITS else tokens.numbers.small.get(word)


def _digits(tokens: Lexed, row: int) -> Quantity | None:
    """As in "3,381", "2 000", "1.5m", "3.2 billion", "2½"."""
    word, signs = tokens.word(row), tokens.numbers.signs
    if word in signs:
        return Quantity(low=signs[word], high=signs[word], first=row, last=row + 1, form="digits")
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
    if tokens.glued(after - 1) and tokens.word(after) in signs:
        value, after = value + signs[tokens.word(after)], after + 1
    if _is_minutes(tokens, after):
        return None
    scale, after = _scales(tokens, after)
    return Quantity(low=value * scale, high=value * scale, first=row, last=after, form="digits", scale=scale)


def _is_minutes(tokens: Lexed, after: int) -> bool:
    """As in "1m 45 seconds"."""
    suffix, number, unit = (tokens.word(after + step) for step in range(3))
    return suffix in tokens.numbers.minutes and number[:1].isdigit() and unit in tokens.lexicon.units.time


def _next_group(tokens: Lexed, row: int, after: int) -> bool:
    """Whether token ``after`` is a further group of three digits, behind one blank."""
    word, start = tokens.word(after), tokens.word(row)
    if len(word) != 3 or not word.isdecimal() or len(start) > 3 or start[0] == "0" or after - row > 4:  # noqa: PLR2004 - digits come in groups of three, 15 at most
        return False
    between = tokens.text[tokens.ends[after - 1] : tokens.starts[after]]
    return len(between) == 1 and between in _SPACES and "." not in start


def _scales(tokens: Lexed, after: int) -> tuple[float, int]:
    """The product of suffix and scale words from ``after`` on, and where they end."""
    scale, words = 1.0, tokens.numbers
    if tokens.glued(after - 1) and tokens.word(after) in words.suffixes:
        return words.suffixes[tokens.word(after)], after + 1
    for _ in range(2):
        here = after + (tokens.word(after) in _HYPHENS)
        if tokens.word(here) not in words.scales:
            break
        scale, after = scale * words.scales[tokens.word(here)], here + 1
    return scale, after


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it was read: what is closed ("two thousand"), and the group that is open.

    ``here`` is the token that is read next; ``kind`` is that of the last word read, "" before all.
    """

    here: int
    group: float = 0.0
    closed: float = 0.0
    scale: float = 1.0
    kind: str = ""

    def add(self, word: str, kind: str, words: NumberWords) -> None:
        """Take a word in: a hundred and a dozen multiply the group; greater scales close it."""
        if kind != "scale":
            self.group += words.small[word]
        elif words.scales[word] <= _GREATEST_INSIDE:
            self.scale = words.scales[word]
            self.group = max(self.group, 1.0) * self.scale
        else:
            self.scale = words.scales[word]
            self.closed, self.group = self.closed + max(self.group, 1.0) * self.scale, 0.0
        self.kind, self.here = kind, self.here + 1


def _in_words(tokens: Lexed, row: int) -> Quantity | None:
    """As in "twenty-five", "a hundred and fifty thousand", "half a dozen", "two and a half million"."""
    read = _opened(tokens, row)
    if read is None:
        return None
    while read.here - row < _LONGEST_IN_WORDS:
        here = _joined(tokens, read, row)
        kind = _kind(tokens.word(here), tokens.numbers)
        if kind not in _MAY_FOLLOW[read.kind]:
            break
        read.here = here
        read.add(tokens.word(here), kind, tokens.numbers)
    _and_a_half(tokens, read)
    value = read.closed + read.group
    return Quantity(low=value, high=value, first=row, last=read.here, form="words", scale=read.scale)


def _opened(tokens: Lexed, row: int) -> _Sum | None:
    """What a number in words begins with: "half a", "a" before a scale, a number's word; None for anything else."""
    words, word = tokens.numbers, tokens.word(row)
    if word in words.half:
        article = row + 1 + (tokens.word(row + 1) in _HYPHENS)
        scale = article + 1 + (tokens.word(article + 1) in _HYPHENS)
        begins = tokens.word(article) in words.articles and tokens.word(scale) in words.scales
        return _Sum(article + 1, group=0.5, kind="start") if begins else None
    if word in words.articles:
        return _Sum(row + 1, group=1.0, kind="start") if tokens.word(row + 1) in words.scales else None
    return _Sum(row) if word in words.small else None


def _joined(tokens: Lexed, read: _Sum, row: int) -> int:
    """The token that goes on: behind a hyphen between number words, or behind "and" after a scale."""
    words, here = tokens.numbers, read.here
    here += here > row and tokens.word(here) in _HYPHENS and _kind(tokens.word(here + 1), words) != "none"
    joins = tokens.word(here) in words.joining and read.kind == "scale" and tokens.word(here + 1) in words.small
    return here + joins


def _and_a_half(tokens: Lexed, read: _Sum) -> None:
    """As in "two *and a half* million"."""
    words, here = tokens.numbers, read.here
    three = zip(tokens.words[here : here + 3], (words.joining, words.articles, words.half), strict=False)
    if len(tokens.words) < here + 3 or not all(word in group for word, group in three):
        return
    more, read.here = _scales(tokens, here + 3)
    read.group = (read.group + 0.5) * more
    read.scale = max(read.scale, more)


def _kind(word: str, words: NumberWords) -> str:
    if word in words.units:
        return "unit"
    if word in words.tens:
        return "ten"
    return "scale" if word in words.scales else "none"


_MAY_FOLLOW: Final[dict[str, frozenset[str]]] = {
    "": frozenset({"unit", "ten"}),
    "start": frozenset({"scale"}),
    "ten": frozenset({"unit", "scale"}),
    "unit": frozenset({"scale"}),
    "scale": frozenset({"unit", "ten", "scale"}),
}
"""Which kind of word may stand behind one of another kind: "twenty-five hundred", not "five twenty"."""

_READERS: Final[tuple[Callable[[Lexed, int], Quantity | None], ...]] = (
    _vague,
    _several,
    _one_in,
    _share,
    _digits,
    _in_words,
)
