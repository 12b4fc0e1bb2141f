"""Characters that have no place in an article's text, and the form in which lines are compared."""

import re
from typing import Final

# No width and no meaning between words: soft hyphen, zero-width space, word joiner, byte-order mark.
_NO_WIDTH: Final = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
_QUOTES: Final = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
)
_LEADING = re.compile(r"^[\s•·●▪■►▶▸→»>+*|–—-]+")
_TRAILING = re.compile(r"[\s.…:;,»>→►▶|–—-]+$")
QUOTATION_MARKS: Final = frozenset("\"'“”‘’„‚«»‹›`")
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@\s]+)", re.IGNORECASE)
_TERMINAL: Final = frozenset(".!?…:;")
_CLOSING: Final = "\"'”’»›)] "


def one_line(text: str) -> str:
    r"""The words with single spaces between them, without characters that have no width.

    Example:
        >>> one_line(" A\xa0fire  broke out. ")
        'A fire broke out.'
    """
    return " ".join(text.translate(_NO_WIDTH).split())


def key_of(text: str) -> str:
    """Letters and digits only, in small letters: two lines with the same key say the same."""
    return "".join(filter(str.isalnum, text.casefold()))


def plain(text: str) -> str:
    """A line as word lists have it: small letters, straight quotation marks, no bullets before, no marks behind."""
    straight = text.casefold().translate(_QUOTES).strip()
    return _TRAILING.sub("", _LEADING.sub("", straight[:2000]))


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks and brackets aside."""
    return text.rstrip(_CLOSING)[-1:] in _TERMINAL or text.rstrip()[-1:] in '"”»'


def begins_with_quotation(text: str) -> bool:
    """Whether a line opens with a quotation mark."""
    return text[:1] in QUOTATION_MARKS


def host_of(address: str | None) -> str | None:
    """The domain of an http address without "www."; None where it has none."""
    found = _HOST.match(address or "")
    return found[1].casefold().removeprefix("www.").strip(".") or None if found else None
