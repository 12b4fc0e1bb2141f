"""Bylines, datelines, credit lines and the times of publication, as they stand in the text."""

import re
from dataclasses import dataclass
from typing import Final

from twosource.clean.agencies import agencies_in, is_agency
from twosource.clean.characters import begins_with_quotation, is_finished, plain
from twosource.clean.credits import AGENCY_AND_TIME, credit_label, without_leading_agency
from twosource.clean.dates import DAY, iso_of
from twosource.clean.pieces import Draft, cut
from twosource.clean.wording import starts_of, words_of
from twosource.model import BlockKind

_MOST_BYLINE_WORDS: Final = 16
_LONGEST_INITIALS: Final = 3
_MOST_DATE_CHARACTERS: Final = 160
_MOST_ROLE_WORDS: Final = 10
_CAPITAL_NAME = re.compile(r"[A-Z\u00c0-\u00de][\w.'’-]*(?:\s|$|,)")
_TIME_WORDS = re.compile(
    r"\b(?:first |last |originally )?(?:published|posted|updated|modified|created|edited|date|time|issued|at|on|last|by|"
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"a\.?m|p\.?m|utc|gmt|bst|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|mt|pt|ist|local time|"
    r"\d+ (?:minutes?|hours?|days?) ago|min(?:ute)?s? read|\d+ min)\b\.?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified|last edited|edited|revised)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][\w.'’/-]*(?:[ ,][ ]?[A-Z\u00c0-\u00de][\w.'’/-]*){0,6})?"
    r"(?:,? (?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?))?"
    r",? ?(?P<agency>\((?:[^()]{2,40})\)|\[[^\[\]]{2,40}\])?"
    r"(?P<dash>\s*(?:—|–|--|―|>>)\s*|\s+-\s+|:\s+|\s(?=[A-Z\"“]))"
)
_HEAD: Final = 110
_ABOUT_AUTHOR = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} (?:is|are) (?:an? |the )?[\w’' &-]{0,50}\b(?:staff writer|reporter|correspondent|editor|columnist)s?"
    r"(?: (?:for|with|at) [\w.’'-]+(?: [\w.’'-]+){0,4})?\.?"
)
_BRACKET = re.compile(r"\((?:agencies|wires?|staff|\w{2,4})\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Times:
    """What a line of times states, as ISO 8601."""

    published: str | None
    updated: str | None


def masthead_label(text: str) -> tuple[BlockKind, str] | None:
    """The label of a whole line that is a byline, a credit line or a line of times; None for any other line."""
    if len(text) > 4 * _MOST_DATE_CHARACTERS or begins_with_quotation(text):
        return None
    if is_time_line(text):
        return "dateline", "says when the piece was published or updated"
    rest = without_leading_agency(text) if len(text) <= _MOST_DATE_CHARACTERS else None
    if rest and is_time_line(rest):
        return "dateline", AGENCY_AND_TIME
    line = plain(text)
    if is_agency(line.strip("()[] ")):
        return "byline", "the name of a news agency alone on the line"
    credit = credit_label(text)
    if credit:
        return credit
    return ("byline", "names who wrote the piece") if _is_byline(text, line) else None


def _is_byline(text: str, line: str) -> bool:
    if len(text.split()) > _MOST_BYLINE_WORDS:
        return False
    start = next((one for one in starts_of("byline_starts") if line == one or line.startswith(one + " ")), None)
    if start is not None:
        rest = text.lstrip("•|-–— ")[len(start) :].lstrip(" :")
        return (
            not rest
            or is_agency(rest.removeprefix("the "))
            or (bool(_CAPITAL_NAME.match(rest)) and not _is_sentence(rest))
        )
    if len(line.split()) > _MOST_ROLE_WORDS or is_finished(text):
        return bool(_ABOUT_AUTHOR.fullmatch(text))
    has_role = any(line.endswith(role) or f", {role}" in line or f"| {role}" in line for role in words_of("roles"))
    return has_role and bool(_CAPITAL_NAME.match(text.lstrip("•|-–— ")))


def _is_sentence(rest: str) -> bool:
    """Whether what follows "by" runs on in small letters, as a sentence does and names do not."""
    words = re.findall(r"[^\W\d_]+", rest)
    small = [
        word
        for word in words
        if word[0].islower()
        and word
        not in {
            "and",
            "for",
            "of",
            "the",
            "in",
            "to",
            "special",
            "de",
            "van",
            "von",
            "der",
            "al",
            "el",
            "bin",
            "di",
            "da",
            "la",
            "le",
            "du",
            "staff",
            "writer",
            "reporter",
        }
    ]
    return len(small) > max(1, len(words) // 3)


def is_time_line(text: str) -> bool:
    """Whether a line holds nothing but words of publishing and a date or clock time."""
    if len(text) > _MOST_DATE_CHARACTERS:
        return False
    rest = _CLOCK.sub(" ", DAY.sub(" ", _BRACKET.sub(" ", text)))
    if not DAY.search(text) and not re.search(r"\b(?:updated|published|posted)\b", rest, re.IGNORECASE):
        return False
    return not re.search(r"[^\W_]", _TIME_WORDS.sub(" ", rest))


def times_in(text: str) -> Times:
    """What a line of times states: before the word "updated" published, behind it updated.

    Example:
        >>> times_in("3 March 2022, 09:59 | Updated: 3 March 2022, 11:02")
        Times(published='2022-03-03T09:59', updated='2022-03-03T11:02')
    """
    found = _UPDATED.search(text)
    if not found:
        return Times(iso_of(text), None)
    published = re.search(r"\b(?:published|posted|created)\b", text[found.end() :], re.IGNORECASE)
    if published:
        at = found.end() + published.start()
        return Times(iso_of(text[at:]), iso_of(text[found.end() : at]))
    return Times(iso_of(text[: found.start()]), iso_of(text[found.end() :]))


def split_dateline(text: str, draft: Draft, *, opening: bool) -> list[Draft]:
    """Cut the dateline off the head of a paragraph, where there is one.

    Args:
        text: The article's text.
        draft: The paragraph.
        opening: Whether it is the article's first: only there does a place before a colon count.
    """
    head = draft.of(text)[:_HEAD]
    found = _DATELINE.match(head)
    if not found or not _is_dateline(found, head[found.end() :], opening=opening):
        return [draft]
    end = draft.start + found.end()
    reason = "place, day or agency before the first words of a report"
    return cut(text, draft, ((end, "dateline", reason), (draft.end, draft.kind, draft.reason)))


def _is_dateline(found: re.Match[str], rest: str, *, opening: bool) -> bool:
    place, agency, colon = found["place"] or "", found["agency"] or "", found["dash"].startswith(":")
    if not (place or agency) or (rest and not (rest[0].isupper() or rest[0].isdigit() or begins_with_quotation(rest))):
        return False
    if place.casefold().rstrip(".") in words_of("not_places"):
        return False
    named = bool(
        agency
        and (
            agencies_in(agency)
            or is_agency(agency.strip("()[]"))
            or agency.isupper()
            or (place and place.split(",")[0].isupper())
        )
    )
    if not found["dash"].strip():
        return opening and bool(place and agency and agencies_in(agency))
    if colon:
        return opening and (named or (place.split(",")[0].isupper() and "," in place))
    if agency and not named:
        return False
    first = place.split(",")[0]
    return named or bool(found["day"] and place) or (first.isupper() and len(first) > _LONGEST_INITIALS)
