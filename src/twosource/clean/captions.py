"""Captions, and the credit of the picture that stands behind them."""

import re
from functools import cache
from typing import Final

from twosource.clean.agencies import agencies_in, names_pictures
from twosource.clean.characters import begins_with_quotation, plain
from twosource.clean.pieces import Draft, cut
from twosource.clean.wording import starts_of, words_of

_MOST_CREDIT: Final = 90
_MOST_CAPTION: Final = 900
_NUMBERED = re.compile(r"(?:image|photo|picture|slide) \d+ of /? ?\d+\b|\d+/\d+ \D", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    words = "|".join(map(re.escape, starts_of("picture_words")))
    who = r"[^.!?()\[\]]{2,80}"
    return re.compile(
        rf"(?P<named>(?<![\w'’])(?:{words})\s?[:|]\s?{who}\.?\)?$)"
        rf"|(?P<by>(?<![\w'’])(?:{words})\s(?=[A-Z@])(?:{who})\.?\)?$)"
        rf"|(?P<braced>[(\[](?:{words}|ap photo|reuters|afp|©|ap|getty)\b[^()\[\]]{{0,80}}[)\]]\.?$)"
        r"|(?P<copy>©\s?[^.!?]{2,60}$)"
        r"|(?P<slash>(?:[A-Z][\w.'’-]+\s){0,3}[A-Z][\w.'’-]+(?:\s?/\s?[A-Z][\w.'’ -]{1,30}){1,3}\)?$)",
        re.IGNORECASE,
    )


def credit_at(text: str) -> int | None:
    """Where the picture's credit begins at the end of a line; 0 if the line is nothing else; None if there is none.

    Example:
        >>> credit_at("The harbour on Monday. Picture: Ada Lund/Alamy")
        23
    """
    offset = max(0, len(text) - _MOST_CREDIT - 60)
    for found in _credit().finditer(text, offset):
        if _is_credit(found, text):
            return found.start()
    return None


def _is_credit(found: re.Match[str], text: str) -> bool:
    if len(found.group()) > _MOST_CREDIT:
        return False
    if found["named"] or found["braced"] or found["copy"]:
        return True
    if found["by"]:
        # "photo by Ada Lund" is a credit; "photo Ada Lund took" is a sentence.
        words = found.group().split()
        return plain(" ".join(words[:2])) in words_of("picture_words") and all(
            w[0].isupper() or w in {"and", "for", "via", "by", "of", "courtesy", "the"} for w in words[1:]
        )
    return (
        names_pictures(found.group())
        or bool(agencies_in(found.group().rpartition("/")[2]))
        or (text.startswith(found.group()) and False)
    )


def is_caption_wording(text: str) -> str | None:
    """Why the wording alone says that a line is a caption; None where it does not."""
    if len(text) > _MOST_CAPTION or begins_with_quotation(text):
        return None
    line = plain(text)
    if line.startswith(starts_of("caption_starts")):
        return "begins as captions do"
    if _NUMBERED.match(text):
        return "numbered as pictures of a gallery are"
    if any(word in line for word in words_of("caption_holds")):
        return "points at a place in a picture"
    return None


def split_credit(text: str, draft: Draft, reason: str) -> list[Draft]:
    """A caption and its picture's credit as two blocks; a line that is only a credit as one."""
    at = credit_at(draft.of(text))
    if at is None:
        return [draft]
    whose = "says whose picture it is"
    if not draft.of(text)[:at].strip(" .,|-–—/"):
        return [draft.called("credit", whose)]
    return cut(text, draft, ((draft.start + at, "caption", reason), (draft.end, "credit", whose)))
