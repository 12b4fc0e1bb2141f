"""Characters that have no place in an article's text, and the form in which lines are compared."""

import re
from functools import lru_cache
from html import unescape
from typing import Final

from twosource.language.lexicon import of_all_languages

# No width and no meaning between words: soft hyphen, zero-width space, word joiner, byte-order mark.
_NO_WIDTH: Final = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
_QUOTES: Final = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
)
_LEADING = re.compile(r"^[\s•·●▪■►▶▸→»>+*|–—-]+")
_TRAILING = re.compile(r"[\s.…:;,»>→►▶|–—-]+$")
QUOTATION_MARKS: Final = frozenset("\"'“”‘’„‚«»‹›`")
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@\s]+)", re.IGNORECASE)
# Of all scripts: Arabic, Devanagari, Chinese and Japanese full stops, Urdu and Armenian ones.
_TERMINAL: Final = frozenset(".!?…:;。！？｡؟۔।։⸮")
_CLOSING: Final = "\"'”’»›)]」』】） "
# Scripts that are written without spaces between words: Thai to Khmer, kana, Han.
_NO_SPACES: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_NO_STOPS: Final = re.compile("[\u0e00-\u0eff]\\s*$")
_FEWEST_WITHOUT_STOPS: Final = 24  # characters
_LETTERS_A_WORD: Final = 2  # of those scripts, about
_LONG: Final = 2_000  # letters: a line as long is not kept, so that what is kept stays below some megabytes
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
_MOST_ESCAPES: Final = 3


def one_line(text: str) -> str:
    r"""The words with single spaces between them, without characters that have no width.

    Example:
        >>> one_line(" A\xa0fire  broke out. ")
        'A fire broke out.'
    """
    return " ".join(text.translate(_NO_WIDTH).split())


def plain(text: str) -> str:
    """A line as word lists have it: small letters, straight quotation marks, no bullets before, no marks behind."""
    return _plain(text) if len(text) < _LONG else _plain.__wrapped__(text)


@lru_cache(maxsize=1 << 10)
def _plain(text: str) -> str:
    straight = text.casefold().translate(_QUOTES).strip()
    return _TRAILING.sub("", _LEADING.sub("", straight[:2000]))


def word_count(text: str) -> int:
    """How many words a line has; in scripts without spaces about one for two letters.

    Example:
        >>> word_count("港で船が沈んだ"), word_count("A boat sank")
        (3, 3)
    """
    dense = len(_NO_SPACES.findall(text))
    return (len(_NO_SPACES.sub(" ", text).split()) + dense // _LETTERS_A_WORD) if dense else len(text.split())


def is_dense(text: str) -> bool:
    """Whether a text has letters of a script that is written without spaces."""
    return bool(_NO_SPACES.search(text))


def unescaped(text: str) -> str:
    """The characters that references stand for, however often they were escaped.

    Example:
        >>> unescaped("Marr &amp;amp; Sons: &#8220;safe&#8221;")
        'Marr & Sons: “safe”'
    """
    for _ in range(_MOST_ESCAPES):
        if not _REFERENCE.search(text):
            break
        text = unescape(text)
    return text


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks and brackets aside; in scripts without stops, such as Thai, by its length.

    Example:
        >>> is_finished("The ferry sank."), is_finished("Ferry sinks"), is_finished("เรือข้ามฟากจมลงนอกชายฝั่งเมื่อวานนี้")
        (True, False, True)
    """
    if text.rstrip(_CLOSING)[-1:] in _TERMINAL or text.rstrip()[-1:] in '"”»」』':
        return True
    return len(text) >= _FEWEST_WITHOUT_STOPS and bool(_NO_STOPS.search(text))


def begins_with_quotation(text: str) -> bool:
    """Whether a line opens with a quotation mark."""
    return text[:1] in QUOTATION_MARKS


def host_of(address: str | None) -> str | None:
    """The domain of an http address without "www."; of a page that an archive keeps, its own; None where it has none.

    Example:
        >>> host_of("https://web.archive.org/web/20310514000000/http://www.herald.example/1"), host_of("herald")
        ('herald.example', None)
    """
    kept = of_all_languages().markup.kept_page.match(address or "")
    found = _HOST.match(kept[1] if kept else address or "")
    return found[1].casefold().removeprefix("www.").strip(".") or None if found else None
