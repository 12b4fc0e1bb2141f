"""Words of a text as they are compared, and as they are shown from several places: the sign for left-out words stands between them."""

from collections.abc import Iterable
from typing import Final

from twosource.model import Span

LEFT_OUT: Final = " … "


def key_of(text: str) -> str:
    """Letters and digits alone, in small letters: what has one key says the same in other marks.

    Example:
        >>> key_of("“A fire,” he said.") == key_of("A fire – he said")
        True
    """
    return "".join(filter(str.isalnum, text.casefold()))


def in_pieces(text: str, places: Iterable[Span]) -> str:
    """The words at ``places``, verbatim, with ``LEFT_OUT`` between them; empty where there are none.

    Example:
        >>> in_pieces("'It is late,' he said. 'Go.'", (Span(start=1, end=12), Span(start=24, end=27)))
        'It is late, … Go.'
    """
    return LEFT_OUT.join(piece for place in places if (piece := place.of(text).strip()))


def shortened(words: str, most: int) -> str:
    """Words on one line, their middle left out between two words if they have more than ``most`` code points.

    Example:
        >>> shortened("the quick brown fox jumps over the lazy dog", 24)
        'the quick … lazy dog'
    """
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    half = (most - len(LEFT_OUT)) // 2
    first, last = words[: half + 1].rpartition(" ")[0], words[-half - 1 :].partition(" ")[2]
    return LEFT_OUT.join((first or words[:half], last or words[-half:]))
