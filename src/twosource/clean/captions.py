"""Captions, and the credit of the picture that stands behind them."""

import re
from functools import cache
from typing import Final

from twosource.clean.agencies import names_pictures, picture_names
from twosource.clean.characters import begins_with_quotation, is_finished, plain
from twosource.clean.pieces import Draft, Told, cut
from twosource.clean.wording import masthead, page_words, picture_words, starts
from twosource.text.reasons import Reason

_MOST_CREDIT: Final = 90
_MOST_CAPTION: Final = 900
_BRACKET = re.compile(r"\((?:[A-Z][\w.'’&-]*[ /,|]*){1,6}\)\.?$")
_SENTENCE_CLOSE = re.compile(r"[.!?][\"'”’]?$")
_CREDIT_SIGNS: Final = frozenset("©/|[")
WHOSE: Final = Reason("pages.whose_picture")
BUTTON: Final = Reason("pages.button")


@cache
def _credit() -> tuple[re.Pattern[str], ...]:
    """Forms of a picture's credit at the end of a line, each tried in turn."""
    words = "|".join(map(re.escape, starts(picture_words())))
    short = "|".join(map(re.escape, starts(page_words().picture_words)))
    brackets = "|".join(map(re.escape, starts(masthead().bracket_words)))
    brings = "|".join(map(re.escape, picture_names()))
    who = r"(?:[^.!?()\[\]]|(?<=\b[A-Z])\.|(?<=\w)\.(?=\w)){2,80}"
    name = r"[A-Z\u00c0-\u00de](?:\.|[\w'’-]*)"
    return (
        re.compile(rf"(?<![\w'’])(?i:{words})\s?[:|・：]\s?{who}\.?\)?$"),
        re.compile(
            rf"(?<![\w'’])(?i:{words})\s(?i:by|via|of|from)\s{name}(?:[ ,/&]+(?:{name}|for|the|of|via|and)){{0,9}}\.?\)?$"
        ),
        re.compile(rf"(?<=[.!?] )(?i:{short})\s{name}(?:[ ,/&]+{name}){{0,6}}\.?$"),
        re.compile(rf"[(\[]\s?(?:(?i:{words}|{brings})\b|©)[^()\[\]]{{0,80}}[)\]]\.?$"),
        re.compile(rf"\((?i:{brackets})\b:?[^()]{{0,60}}\)\.?$"),
        re.compile(rf"\({name}(?: {name}){{0,4}},? ?/ ?{name}(?: {name}){{0,5}}\)\.?$"),
        re.compile(rf"[(\[][^()\[\]]{{2,60}}(?:/|—|–| - |, |\| ?)(?i:{brings})[)\]]\.?$"),
        re.compile(rf"^(?i:image (?:copyright|source|credit)) {name}(?: [\w./&’'-]+){{0,7}}$"),
        re.compile(r"©\s?[^.!?]{2,60}$"),
        re.compile(
            rf"(?:{name}\s){{0,3}}{name}\s?(?:/|—|–|\|| - )\s?(?i:{brings})(?:\s?/\s?{name}(?: {name}){{0,3}})?\.?\)?$"
        ),
        re.compile(rf"(?<![\w/])(?i:{brings})\s?/\s?{name}(?:\s{name}){{0,3}}\.?$"),
        re.compile(rf"(?<=[.!?\"”] )(?i:{brings})\.?$"),
    )


def credit_at(text: str) -> int | None:
    """Where the picture's credit begins at the end of a line; 0 if the line is nothing else; None if there is none.

    Example:
        >>> credit_at("The harbour on Monday. Picture: Ada Lund/Alamy")
        23
    """
    offset = max(0, len(text) - _MOST_CREDIT)
    tail = text[offset:]
    # A quick look that spares most sentences the search for a credit.
    if not (tail[-1:] in ")]" or not _SENTENCE_CLOSE.search(tail) or not _CREDIT_SIGNS.isdisjoint(tail)
            or _picture_word().search(tail.casefold())):  # fmt: skip
        return None
    found = [match.start() for form in _credit() if (match := form.search(text, offset))]
    at = min(found, default=None)
    # "(file photo)" names nobody.
    return None if at is not None and plain(text[at:].strip("()[]. ")) in picture_words() else at


@cache
def _picture_word() -> re.Pattern[str]:
    """What shows that a credit may stand there; no stem of another is asked for beside it."""
    words = {*masthead().picture_stems, *page_words().picture_words}
    shortest = [word for word in words if not any(stem in word for stem in words - {word})]
    return re.compile("|".join(map(re.escape, sorted(shortest))))


@cache
def _leading() -> re.Pattern[str]:
    brings = "|".join(map(re.escape, picture_names()))
    return re.compile(rf"(?i:{brings})(?: (?:-|–|/) (?:[A-Z][\w'’-]*))? (?=[A-Z])")


def leading_credit(text: str) -> int | None:
    """Where the caption begins behind a credit that stands before it; None if none does.

    Only in lines that do not end as sentences do, and only for names in capitals or of picture agencies: an
    article may well begin with the name of an agency.
    """
    found = _leading().match(text)
    if not found or len(text) > _MOST_CAPTION or is_finished(text):
        return None
    first = found.group().split()[0]
    return found.end() if first.isupper() or names_pictures(found.group()) else None


@cache
def _starts() -> tuple[str, ...]:
    return starts(masthead().caption_starts | masthead().caption_buttons)


def is_caption_wording(text: str) -> Reason | None:
    """Why the wording alone says that a line is a caption; None where it does not."""
    if len(text) > _MOST_CAPTION or begins_with_quotation(text):
        return None
    line = plain(text)
    if line.startswith(_starts()):
        return Reason("pages.begins_as_captions")
    if masthead().numbered_picture.match(text):
        return Reason("pages.numbered_picture")
    if any(word in line for word in masthead().caption_holds):
        return Reason("pages.points_at_picture")
    if not is_finished(text) and any(word in line for word in masthead().caption_hints):
        return Reason("pages.points_unfinished")
    return None if leading_credit(text) is None else Reason("pages.begins_with_credit")


@cache
def _buttons() -> re.Pattern[str]:
    """Buttons of a page before a caption that begins with a capital."""
    buttons = (r"\s+".join(map(re.escape, words.split())) for words in starts(masthead().caption_buttons))
    return re.compile(rf"(?:(?i:{'|'.join(buttons)})\s+)+(?=[A-Z])")


def split_credit(text: str, draft: Draft, reason: Told) -> list[Draft]:
    """A caption, its picture's credit and a button before it as blocks of their own; a line that is only a credit as one."""
    words = draft.of(text)
    button = _buttons().match(words)
    if button is not None:
        before, behind = cut(
            text, draft, ((draft.start + button.end(), "residue", BUTTON), (draft.end, "caption", reason))
        )
        return [before, *split_credit(text, behind, reason)]
    first = leading_credit(words)
    if first is not None:
        return cut(text, draft, ((draft.start + first, "credit", WHOSE), (draft.end, "caption", reason)))
    at = credit_at(words)
    if at is None and draft.kind == "caption":
        names = _BRACKET.search(words, max(0, len(words) - _MOST_CREDIT))
        at = names.start() if names else None
    if at is None:
        return [draft]
    if not words[:at].strip(" .,|-–—/"):
        return [draft.called("credit", WHOSE)]
    return cut(text, draft, ((draft.start + at, "caption", reason), (draft.end, "credit", WHOSE)))
