"""Bylines, datelines, credit lines and the times of publication, as they stand in the text."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.clean.agencies import agencies_in, is_agency
from twosource.clean.characters import begins_with_quotation, is_finished, plain
from twosource.clean.credits import AGENCY_AND_TIME, are_agencies, credit_label, without_leading_agency
from twosource.clean.dates import day_form, iso_of
from twosource.clean.pieces import Draft, Told, cut
from twosource.clean.wording import masthead, page_words, start_of
from twosource.language.word_files import any_of
from twosource.model import BlockKind
from twosource.text.agencies import agency_names
from twosource.text.reasons import Reason

_MOST_BYLINE_WORDS: Final = 16
_LONGEST_INITIALS: Final = 3
_MOST_DATE_CHARACTERS: Final = 160
_MOST_ROLE_WORDS: Final = 10
_CAPITAL_NAME = re.compile(r"[A-Z\u00c0-\u00de][\w.'’-]*(?:\s|$|,)")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.IGNORECASE)
_SIGNED = re.compile(r"(?:[-–—]{1,2}\s?|\()([^()]{4,50}?)\)?\.?")  # a name behind a dash, or in brackets, below a piece
_HEAD: Final = 110


def masthead_label(text: str) -> tuple[BlockKind, Told] | None:
    """The label of a whole line that is a byline, a credit line or a line of times; None for any other line."""
    if len(text) > 4 * _MOST_DATE_CHARACTERS or begins_with_quotation(text):
        return None
    if is_time_line(text):
        return "dateline", Reason("pages.times")
    rest = without_leading_agency(text) if len(text) <= _MOST_DATE_CHARACTERS else None
    if rest and is_time_line(rest):
        return "dateline", AGENCY_AND_TIME
    line = plain(text)
    signed = _SIGNED.fullmatch(text.strip())
    placed = masthead().agency_somewhere.fullmatch(text.strip())
    if are_agencies(line.strip("()[] ")) or any(found and is_agency(found[1]) for found in (signed, placed)):
        return "byline", Reason("pages.agency_alone")
    credit = credit_label(text)
    if credit:
        return credit
    return ("byline", Reason("pages.writer")) if _is_byline(text, line) else None


def is_signed_for_an_agency(text: str) -> bool:
    """Whether a whole line has who wrote a piece, and an agency behind.

    Example:
        >>> [is_signed_for_an_agency(line) for line in ("Ada Lund, The Associated Press", "Our staff and AFP", "Ada Lund, baker")]
        [True, True, False]
    """
    found = masthead().signed_for.fullmatch(text.strip())
    return found is not None and is_agency(found["agency"])


def _is_byline(text: str, line: str) -> bool:
    if len(text.split()) > _MOST_BYLINE_WORDS:
        return False
    start = start_of(f"{line} ", masthead().byline_starts, " ")
    if start:
        rest = text.lstrip("•|-–— ")[len(start) :].lstrip(" :")
        named = bool(_CAPITAL_NAME.match(rest)) and not _is_sentence(rest)
        return not rest or named or is_agency(rest.removeprefix("the "))
    if len(line.split()) > _MOST_ROLE_WORDS or is_finished(text):
        return bool(masthead().about_author.fullmatch(text))
    has_role = any(line.endswith(role) or f", {role}" in line or f"| {role}" in line for role in masthead().roles)
    return has_role and bool(_CAPITAL_NAME.match(text.lstrip("•|-–— ")))


def _is_sentence(rest: str) -> bool:
    """Whether what follows "by" runs on in small letters, as a sentence does and names do not."""
    words = re.findall(r"[^\W\d_]+", rest)
    small = [word for word in words if word[0].islower() and word not in masthead().small_in_names]
    return len(small) > max(1, len(words) // 3)


def is_time_line(text: str) -> bool:
    """Whether a line holds nothing but words of publishing and a date or clock time."""
    if len(text) > _MOST_DATE_CHARACTERS:
        return False
    rest = _CLOCK.sub(" ", day_form().sub(" ", masthead().wire_bracket.sub(" ", text)))
    if not day_form().search(text) and not masthead().stated.search(rest):
        return False
    return not re.search(r"[^\W_]", page_words().time_words.sub(" ", masthead().time_words.sub(" ", rest)))


def times_in(text: str) -> dict[str, str]:
    """What a line of times states, as ISO 8601: before the word "updated" published, behind it updated.

    Example:
        >>> times_in("3 March 2022, 09:59 | Updated: 3 March 2022, 11:02")
        {'published': '2022-03-03T09:59', 'updated': '2022-03-03T11:02'}
    """
    changed = masthead().changed.search(text)
    before, behind = (text[: changed.start()], text[changed.end() :]) if changed else (text, "")
    published = masthead().published.search(behind)
    if published:
        before, behind = behind[published.start() :], behind[: published.start()]
    times = {"published": iso_of(before), "updated": iso_of(behind)}
    return {field: iso for field, iso in times.items() if iso}


@cache
def _dateline() -> re.Pattern[str]:
    """Place, day and agency, with the dash behind them; each but the dash may be missing."""
    month = rf"(?i:{any_of(masthead().months.keys() | page_words().months.keys())})\.?"
    capital = r"[A-Z\u00c0-\u00de][\w.'’/-]*"
    agency = rf"(?i:{any_of(agency_names())})"
    return re.compile(
        rf"(?:(?P<before>(?:[A-Z]{{2,8}} )?\([^()]{{2,40}}\)|{agency},(?= [A-Z]{{3}}))\s+)?"
        r"(?:-\s+(?=[A-Z\u00c0-\u00de]{3}))?"
        rf"(?P<place>(?!{month} \d){capital}(?:[ ,][ ]?(?!{month} \d){capital}){{0,6}}(?: \[{capital}\])?)?"
        rf"(?:(?:^|,? )(?P<day>(?:{month} \d{{1,2}}|\d{{1,2}}\.? {month})(?:,? \d{{4}})?))?"
        rf",? ?(?P<agency>\((?:[^()]{{2,40}})\)|\[[^\[\]]{{2,40}}\]|/[A-Z][\w-]{{2,20}}/|: ?{agency}(?=\s*[—–-]))?"
        r"(?P<dash>\.?\s*(?:—|–|--|―|>>|_(?= ))\s*|\.?\s*(?<=[).])-\s+|\s+[-|](?:\s+|$)|:\s+|\s(?=[A-Z\"“]))"
    )


def split_dateline(text: str, draft: Draft, *, opening: bool) -> list[Draft]:
    """Cut the dateline off the head of a paragraph, where there is one.

    Args:
        text: The article's text.
        draft: The paragraph.
        opening: Whether it is the article's first: only there does a place before a colon count.
    """
    head = draft.of(text)[:_HEAD]
    found = _dateline().match(head)
    if not found or not _begins_sentence(head[found.end() :]) or not _is_dateline(_Head.of(found), opening=opening):
        return [draft]
    end = draft.start + found.end()
    reason = Reason("pages.dateline")
    return cut(text, draft, ((end, "dateline", reason), (draft.end, draft.kind, draft.reason)))


@dataclass(frozen=True, slots=True)
class _Head:
    """What may be a dateline; a part that is missing is empty. ``agency`` has its brackets, ``mark`` is the dash or colon behind."""

    place: str
    town: str
    agency: str
    day: str
    mark: str

    @staticmethod
    def of(found: re.Match[str]) -> "_Head":
        place = found["place"] or ""
        return _Head(
            place=place,
            town=place.split(",", maxsplit=1)[0],
            agency=found["agency"] or found["before"] or "",
            day=found["day"] or "",
            mark=found["dash"].strip(),
        )

    @property
    def by_agency(self) -> bool:
        """Whether what stands in the brackets is an agency: one we know, one in capitals, or any behind a place in capitals."""
        bare = self.agency.strip("()[]/")
        known = bool(agencies_in(self.agency)) or is_agency(bare) or self.agency.isupper() or self.town.isupper()
        return bool(self.agency) and known


def _is_dateline(head: _Head, *, opening: bool) -> bool:
    if not (head.place or head.agency) or head.place.casefold().rstrip(".") in masthead().not_places:
        return False
    if head.mark == "":
        return opening and bool(head.place and agencies_in(head.agency))
    if head.mark == ":":
        return opening and _before_colon(head)
    return _before_dash(head)


def _before_colon(head: _Head) -> bool:
    """An agency, or a town in capitals and where it lies."""
    return head.by_agency or (head.town.isupper() and "," in head.place)


def _before_dash(head: _Head) -> bool:
    """An agency, or without brackets a place with a day or a town in capitals that are no initials."""
    shouted = head.town.isupper() and len(head.town) > _LONGEST_INITIALS
    return head.by_agency or (not head.agency and (shouted or bool(head.day and head.place)))


def _begins_sentence(rest: str) -> bool:
    return not rest or rest[0].isupper() or rest[0].isdigit() or begins_with_quotation(rest)
