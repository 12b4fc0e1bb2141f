"""From bytes to characters, without losing count of what could not be decoded."""

import codecs
import re
from typing import Final

from twosource.read.found import Found
from twosource.read.kinds import wide_encoding

_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD: Final = 4096
_SAMPLE: Final = 256 * 1024
# What pages call by these names is the larger set, as browsers read it.
_MEANT: Final = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
                 "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
                 "iso-8859-9": "cp1254", "tis-620": "cp874"}  # fmt: skip
# These turn text into something else than what stands there, and can be made to run for very long.
_REFUSED: Final = frozenset(
    {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
# One for one, so that offsets stay: line ends of all kinds, and controls that some pages mean as cp1252 quotation marks.
_LINE_ENDS: Final = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_CONTROLS: Final = {
    code: "�" for code in (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)) if code not in _LINE_ENDS
}
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(item: Found) -> tuple[str, int]:
    r"""The characters, and how many of them stand for bytes that could not be decoded.

    A byte-order mark decides; then UTF-8, where bytes beyond ASCII fit its strict form, as no other text does by
    chance: browsers and crawlers save pages anew and leave in them what they once said of themselves. Then what the
    server said, what the page says of itself, the guess of a detector. Line ends become ``\n``.
    """
    for bom, encoding in _BOMS:
        if item.data.startswith(bom):
            return _counted(item.data[len(bom) :], encoding)
    wide = wide_encoding(item.data[:_HEAD])
    if wide:
        return _counted(item.data, wide)
    stated = _META.search(item.data[:_HEAD])
    said = (item.charset, stated.group(1).decode("ascii") if stated else None)
    # ISO-2022 and its like are ASCII to the eye of UTF-8.
    first = () if item.data.isascii() else ("utf-8",)
    for name in (*first, *said, "utf-8"):
        text = _strictly(item.data, name)
        if text is not None:
            return tidy(text)
    return _guessed(item.data)


def tidy(text: str) -> tuple[str, int]:
    r"""Line ends as ``\n``; control characters and lone surrogates, which no text has, as U+FFFD, and how many.

    Example:
        >>> tidy("one\r\ntwo\x00")
        ('one\ntwo�', 1)
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, lone = _SURROGATES.subn("�", text)
    before = text.count("�")
    text = text.translate(_as_quotes(text))
    return text, lone + text.count("�") - before


def _as_quotes(text: str) -> dict[int, str]:
    table = dict(_LINE_ENDS) | dict(_CONTROLS)
    for code in range(0x80, 0xA0):
        if chr(code) in text and code not in _LINE_ENDS:
            table[code] = bytes([code]).decode("cp1252", "replace")
    return table


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    lowered = name.strip().lower()
    try:
        known = codecs.lookup(_MEANT.get(lowered, lowered)).name
    except (LookupError, ValueError):
        return None
    return None if known.replace("_", "-") in _REFUSED else known


def _strictly(data: bytes, name: str | None) -> str | None:
    codec = _codec(name)
    if codec is None:
        return None
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _counted(data: bytes, encoding: str) -> tuple[str, int]:
    text = data.decode(encoding, "replace")
    real = 0 if _strictly(data, encoding) is None else text.count("�")
    found, odd = tidy(text)
    return found, text.count("�") - real + odd


def _guessed(data: bytes) -> tuple[str, int]:
    """UTF-8 with a few broken bytes is still UTF-8; only else is a detector asked."""
    text, replaced = _counted(data, "utf-8")
    beyond = sum(character > "\x7f" for character in text[:_SAMPLE])
    broken = text[:_SAMPLE].count("�")
    if broken * 4 <= beyond:
        return text, replaced
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(data[:_SAMPLE]).best()
    guess = _codec(best.encoding if best else None)
    return _counted(data, guess or "cp1252")
