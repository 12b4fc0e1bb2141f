"""The word lists of this room, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.clean.characters import begins_with_quotation, is_finished, plain
from twosource.language.resources import load

_LONGEST: Final = 400
POINTS_ELSEWHERE: Final = "points to another piece of the outlet"
# A line that reports what somebody said is the article's, however it begins.
_REPORTS = re.compile(r"\b(?:said|told|wrote|tweeted|according to|added that|announced)\b")
_PARTS = re.compile(r"[\s;:,|/()]+")
_ADDRESS = re.compile(r"[\w.+-]*@[\w.-]+|(?:\d{3}-)?\d{3}-\d{4}")
_CONTACT = re.compile(_ADDRESS.pattern + r"|\d{3}|e-?mail|twitter|tel|phone|on|at|or|and|follow")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Beginnings, ends and forms that mean one thing, with the most words a line may have."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    form: re.Pattern[str] | None
    most: int
    unfinished: bool
    reason: str

    def fits(self, line: str, *, finished: bool) -> bool:
        """Whether a line in the form of ``plain`` is meant; ``finished`` if it ended as a sentence does."""
        if finished and self.unfinished:
            return False
        if line.startswith(self.starts) or line.endswith(self.ends):
            return True
        return bool(self.form and len(line) <= _LONGEST and self.form.fullmatch(line))


@cache
def _residue() -> tuple[dict[str, str], tuple[_Rule, ...]]:
    whole: dict[str, str] = {}
    rules: list[_Rule] = []
    for entry in load("residue"):
        reason = str(entry["reason"])
        whole.update({plain(str(line)): reason for line in reversed(entry.get("whole", ()))})
        forms = "|".join(f"(?:{form})" for form in entry.get("forms", ()))
        rules.append(
            _Rule(
                starts=tuple(map(str, entry.get("starts", ()))),
                ends=tuple(map(str, entry.get("ends", ()))),
                form=re.compile(forms) if forms else None,
                unfinished=bool(entry.get("unfinished", False)),
                most=int(entry.get("most", _LONGEST)),
                reason=reason,
            )
        )
    pointers = tuple(str(line) for line in load("page", "all")["pointers"])
    rules.append(_Rule(starts=pointers, ends=(), form=None, unfinished=False, most=_LONGEST, reason=POINTS_ELSEWHERE))
    return whole, tuple(rules)


def residue_reason(text: str) -> str | None:
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
        return "only marks, no words" if not line else "a contact of the newsroom"
    if begins_with_quotation(text) or _REPORTS.search(line):
        return None
    words, finished = len(line.split()), is_finished(text)
    return next((rule.reason for rule in rules if words <= rule.most and rule.fits(line, finished=finished)), None)


def _is_contact(line: str) -> bool:
    """Whether a line holds nothing but addresses of mail, names on networks and telephone numbers."""
    parts = [part for part in _PARTS.split(line) if part]
    return any(map(_ADDRESS.fullmatch, parts)) and all(map(_CONTACT.fullmatch, parts))


@cache
def words_of(name: str) -> frozenset[str]:
    """One list of ``masthead.yml``, in small letters."""
    return frozenset(str(word).casefold() for word in load("masthead")[name])


@cache
def starts_of(name: str) -> tuple[str, ...]:
    """The same as a tuple, longest first, for ``str.startswith``."""
    return tuple(sorted(words_of(name), key=lambda word: (-len(word), word)))
