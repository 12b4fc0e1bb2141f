"""Names and numbers as a sentence says them, so that every room that gives a reason says the same thing the same way."""

from collections.abc import Sequence
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.language.words_reasons import ReasonWords

TOLD_IN: Final = "en"
"""The language of all that is told of articles."""

_PLACES: Final = 3  # behind the point: "1.275 billion" is read at a glance, "1,275 million" is not


def reason_words(language: str) -> ReasonWords:
    """How numbers and names stand in sentences of a language; as in English where it does not say."""
    own = lexicon_of(language).reasons
    return own if own.last else lexicon_of(TOLD_IN).reasons


def listed(names: Sequence[str], limit: int = 0, language: str = TOLD_IN) -> str:
    """``a, b and c``; with a limit, the rest as ``and 3 more``. Empty for none."""
    if limit and len(names) > limit:
        names = (*names[:limit], reason_words(language).more.format(count=len(names) - limit))
    last = reason_words(language).last
    return f" {last} ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def inside(name: str, language: str = TOLD_IN) -> str:
    """A name as it stands inside a sentence: ``the Harbour Authority`` for ``The Harbour Authority``.

    ``A`` and ``An`` are made small before a small word only: what begins "A Current" is a title.
    """
    first, _, rest = name.partition(" ")
    words = reason_words(language)
    if first not in words.articles or not rest or (first not in words.definite and not rest[0].islower()):
        return name
    return f"{first.lower()} {rest}"


def opened(words: str) -> str:
    """The same words with a capital letter at their start; an address (``bay.example``) stays as it is written."""
    return words if "." in words.partition(" ")[0].rstrip(".,:;") else words[:1].upper() + words[1:]


def number(count: int, language: str = TOLD_IN) -> str:
    """A whole number in words up to twelve, else in digits: ``three``, ``14``."""
    small = reason_words(language).small_numbers
    return small[count] if 0 <= count < len(small) else f"{count:,}"


def amount(value: float, language: str = TOLD_IN) -> str:
    """A value in digits, with its thousands parted: ``5,840``, ``3.5``; a round large one as ``11.5 million``, ``9.999 billion``."""
    for name, size in reason_words(language).large_numbers.items():
        if value >= size and value / size == round(value / size, _PLACES):
            return f"{value / size:,g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.6g}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``one article``, ``three articles``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"
