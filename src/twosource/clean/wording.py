"""The word lists of this room, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.clean.characters import begins_with_quotation, is_finished, plain
from twosource.clean.pieces import Told
from twosource.language import lexicon_of
from twosource.language.words_page import MarkupWords, MastheadWords, PageWords
from twosource.text.reasons import Reason

PAGE_LANGUAGE: Final = "en"
"""The one language whose mastheads, credits and datelines are known; a page is read before its language is."""

_LONGEST: Final = 400
POINTS_ELSEWHERE: Final = Reason("pages.elsewhere")
_PARTS = re.compile(r"[\s;:,|/()]+")
_ADDRESS = re.compile(r"[\w.+-]*@[\w.-]+|(?:\d{3}-)?\d{3}-\d{4}")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Beginnings, ends and forms that mean one thing, with the most words a line may have."""

    starts: tuple[str, ...]
    reason: Told
    ends: tuple[str, ...] = ()
    form: re.Pattern[str] | None = None
    most: int = _LONGEST
    unfinished: bool = False

    def fits(self, line: str, *, finished: bool) -> bool:
        """Whether a line in the form of ``plain`` is meant; ``finished`` if it ended as a sentence does."""
        if finished and self.unfinished:
            return False
        if line.startswith(self.starts) or line.endswith(self.ends):
            return True
        return bool(self.form and len(line) <= _LONGEST and self.form.fullmatch(line))


@cache
def _residue() -> tuple[dict[str, Told], tuple[_Rule, ...]]:
    whole: dict[str, Told] = {}
    rules: list[_Rule] = []
    for entry in lexicon_of(PAGE_LANGUAGE).residue.rules:
        reason = entry.reason or POINTS_ELSEWHERE
        whole.update({plain(line): reason for line in reversed(entry.whole)})
        forms = "|".join(f"(?:{form})" for form in entry.forms)
        form = re.compile(forms) if forms else None
        most = _LONGEST if entry.most is None else entry.most
        rules.append(_Rule(entry.starts, reason, entry.ends, form, most, entry.unfinished))
    return whole, (*rules, _Rule(starts=page_words().pointers, reason=POINTS_ELSEWHERE))


def residue_reason(text: str) -> Told | None:
    """Why a line belongs to the page and not to the article; None where nothing says so.

    Example:
        >>> residue_reason("Listen to this article")
        "a control of the page's audio player"
        >>> residue_reason("The mayor told people to listen to this article of faith.")
    """
    whole, rules = _residue()
    if len(text) > _LONGEST * 2:
        return None
    line = plain(text)
    if line in whole:
        return whole[line]
    if not line or _is_contact(line):
        return Reason("pages.only_marks") if not line else Reason("pages.contact")
    if begins_with_quotation(text) or masthead().reporting.search(line):
        return None
    words, finished = len(line.split()), is_finished(text)
    return next((rule.reason for rule in rules if words <= rule.most and rule.fits(line, finished=finished)), None)


def _is_contact(line: str) -> bool:
    """Whether a line holds nothing but addresses of mail, names on networks and telephone numbers."""
    parts = [part for part in _PARTS.split(line) if part]
    return any(map(_ADDRESS.fullmatch, parts)) and all(map(masthead().contact.fullmatch, parts))


def masthead() -> MastheadWords:
    """The wording of mastheads. English pages alone are read by it; what pages say in any language is ``page_words``."""
    return lexicon_of(PAGE_LANGUAGE).masthead


@cache
def picture_words() -> frozenset[str]:
    """What stands before the name of whoever brought a picture, in any language."""
    return masthead().picture_words | page_words().picture_words


def page_words() -> PageWords:
    """What pages say around their articles, in all languages: a page is read before its language is known."""
    return lexicon_of("all").page


@cache
def starts(words: frozenset[str]) -> tuple[str, ...]:
    """Words, the longest first, for ``str.startswith`` and for the first that fits."""
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def start_of(line: str, words: frozenset[str], *behind: str) -> str:
    """The longest of ``words`` with which a line in small letters begins, any of ``behind`` after it; "" where it begins with none."""
    return next((one for one in starts(words) if line.startswith(tuple(one + end for end in behind or ("",)))), "")


def markup() -> MarkupWords:
    """What the markup of pages calls their parts, whatever language they are in."""
    return lexicon_of("all").markup
