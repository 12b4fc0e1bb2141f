"""Numbers that are no figures: ages, dates, clock times, addresses, labels, scores, codes, and parts of names.

Every rule looks at a window of fixed length around one number, so the work grows with the count of numbers alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.language.resources import load
from twosource.text.numbers import Number

_THREE: Final = 3  # digits: no age in a list has so many
_LEAST_MODEL: Final = 2  # signs of a model: "two 8K screens"
_WINDOW: Final = 48
_OLDEST: Final = 115
_LAST_DAY: Final = 31
_TABLE: Final = load("numbers")


def _alternatives(name: str) -> str:
    return "|".join(sorted((re.escape(word) for word in _TABLE[name]), key=lambda word: (-len(word), word)))


_LABEL: Final = re.compile(
    rf"(?:\b(?i:{_alternatives('labels')})\.?\s?|\b(?:{_alternatives('capital_labels')})\.?\s?|#\s?)[-–]?$"
)
_LETTERS: Final = re.compile(r"[a-z]\s(?:.*\W)?(?!US|UK|UN|EU|UAE)[A-Z]{2,3}\s$")
_MONTH_BEFORE: Final = re.compile(
    rf"\b(?:{_alternatives('months')})\.?\s(?:the\s)?(?:\d\d?(?:st|nd|rd|th)?\s?(?:-|–|to|and|or|through|,)\s?(?:of\s)?)?$",
    re.IGNORECASE,
)
_MONTH_AFTER: Final = re.compile(
    rf"\s?(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?\d\d?)?[\s-](?:of\s)?(?:{_alternatives('months')})\b", re.IGNORECASE
)
_ADDRESS: Final = re.compile(
    rf"[\s-](?:hundred )?(?i:bl(?:oc)?k)\b|(?:\s(?!(?i:dead|hurt|killed|injured|wounded|shot|in|on|at|after|near|people|men)\b)"
    rf"(?:[A-Z]|\d+(?:st|nd|rd|th)\b)[\w.']*){{1,4}}\s(?i:{_alternatives('streets')})\b(?!-)"
)
_AGE_AFTER: Final = re.compile(
    r"[\s-]{0,2}(?:year|yr|month|week|day|hour)s?[\s-](?:of[\s-]age|old|olds)\b|\s?y/?o\b|\s?yrs?\b|"
    r"[\s-]{0,2}(?:,|and|or|to|-|–)\s?(?:an?\s)?\w{1,9}[\s-]{1,2}(?:year|month)s?[\s-]olds?\b|\s?s\b|['’]s\b(?=\s|$)",
    re.IGNORECASE,
)
_AGE_BEFORE: Final = re.compile(
    r"\b(?:aged?|ages|ages? of|ages? between|aged between|aged from|turning|turned|age group|age:)\s(?:\w{1,9}\s(?:and|or|to)\s)?$"
    rf"|\b(?:{_alternatives('aged_nouns')})\s(?:who\s(?:is|are|were|was)\s)?(?:under|over|above|below|younger than|older than)"
    r"(?:\sthe\sage\sof)?\s$|\b(?:under|over)-$|\bboth\s$|\b(?:she|he)(?:\s(?:is|was|would have been)|['’]s)\s(?:only\s|just\s)?$",
    re.IGNORECASE,
)
_NAME_COMMA: Final = re.compile(r"(?:[^\W\d_][\w.'’-]*[\"”)]?,|\()\s?$")
_AGE_LIST: Final = re.compile(
    r"[^\W\d_]s?,\s(?:\d{1,2},\s){0,4}\d{1,2},?\s(?:and|or)\s$|[^\W\d_]s?,\s(?:\d{1,2},\s){1,4}$|\bages?\s(?:\d{1,2},\s){1,6}(?:\d{1,2},?\s)?(?:and\s)?$"
)
_LIST_CLOSE: Final = re.compile(r"\s?(?:[,;.)]|(?:and|or)\s\d{1,2}\s?[,;.)])")
_AGE_CLOSE: Final = re.compile(
    r"\s?(?:[,;.)]|and\s[A-Z]|and\s\d{1,2}(?:\s?[,;.)]|\s(?:from|of|were|who)\b)|of\s[A-Z]|$|was\b|from\b|who\b|is\b|were\b|told\b|said\b|(?:all|both)\s(?:died|were|of)\b|died\b|dies\b)"
)
_CLOCK_AFTER: Final = re.compile(
    r"\s?[ap]\.?\s?m\b|\s?o['’]?\s?clock|:\d\d|\.\d\d\s?[ap]\.?m|\s?(?:GMT|BST|UTC|EST|EDT|CET)\b|\s?hrs\b|\sin the (?:morning|afternoon|evening)"
    r"|\s?(?:to|and|or|-|–)\s?\d{1,2}(?::\d\d)?\s?[ap]\.?\s?m\b",
    re.IGNORECASE,
)
_CLOCK_BEFORE: Final = re.compile(r"\d[:.]$")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_COMPOUND: Final = re.compile(r"[-‐‑](?!plus\b|odd\b|strong\b|and\b|or\b|to\b)[^\W\d_]", re.IGNORECASE)
_GLUED_BEFORE: Final = re.compile(r"[^\W\d_][-‐‑]?$|[/:@#_\\=\[]$|(?:^|\s)\.$|\d[.,:/–-]$|\d$")
_GLUED_AFTER: Final = re.compile(r"[^\W\d_]|[/:_\\@=][\w/]|[-–]\d|\.\d|,\d(?!\d\d\b)")
_CALIBRE: Final = re.compile(r"[\s-]?(?:mm\b|cal\b|calib)|[\s-]gauge\b", re.IGNORECASE)
_TIMES: Final = re.compile(r"(?:\s(?:or|to)\s\w+)?\s(?:of\s|different\s|more\s)?times\b|[\s-]?fold\b", re.IGNORECASE)
_SCORE: Final = re.compile(rf"\s(?:{_alternatives('score_nouns')})\b|\s?[-–]\s?\d", re.IGNORECASE)
_MODEL_BEFORE: Final = re.compile(rf"\b(?:{_alternatives('counting')}|\d+)\s$", re.IGNORECASE)
_MODEL_AFTER: Final = re.compile(rf"[\s-](?:ultra |hd )?(?:{_alternatives('model_nouns')})\b", re.IGNORECASE)
_RESOLUTION: Final = re.compile(r"\d{1,2}K")
_COURT: Final = re.compile(rf"\s(?:\w+\s){{0,2}}?(?:{_alternatives('court_nouns')})s?\b", re.IGNORECASE)
_PICTURES: Final = re.compile(r"\s(?:of|/)\s\d+\b")
_DOUBT_YEAR: Final = re.compile(
    r"\s(?:people|men|women|children|soldiers|troops|homes|houses|families|workers|jobs|deaths)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A number with the text right before it, its own, and the text right behind it."""

    number: Number
    before: str
    core: str
    after: str


_Rule = Callable[[_Seen], bool]


def why_no_figure(text: str, number: Number) -> str:
    """Why ``number`` of ``text`` is no figure, in plain words; empty where nothing speaks against it.

    Args:
        text: The text whose offsets the number has.
        number: One of ``find_numbers(text)``.

    Example:
        >>> from twosource.text.numbers import find_numbers
        >>> [why_no_figure("aged 7 or 8", n) for n in find_numbers("aged 7 or 8")]
        ['an age']
    """
    before = text[max(number.core_start - _WINDOW, 0) : number.core_start]
    after = text[number.core_end : number.core_end + _WINDOW]
    seen = _Seen(number=number, before=before, core=text[number.core_start : number.core_end], after=after)
    for reason, rule in _RULES:
        if rule(seen):
            return reason
    return ""


def _is_age(seen: _Seen) -> bool:
    if seen.number.high > _OLDEST or seen.number.form not in {"count", "duration"}:
        return False
    if _AGE_AFTER.match(seen.after) or _AGE_BEFORE.search(seen.before):
        return True
    if (
        seen.core.isdigit()
        and len(seen.core) < _THREE
        and _AGE_LIST.search(seen.before)
        and _LIST_CLOSE.match(seen.after)
    ):
        return True
    behind_name = seen.core.isdigit() and bool(_NAME_COMMA.search(seen.before)) and bool(_AGE_CLOSE.match(seen.after))
    return behind_name and not re.match(r"\s?\d", seen.after)


def _is_date(seen: _Seen) -> bool:
    if seen.number.form != "count" or seen.number.vague:
        return False
    if _DOUBT_YEAR.match(seen.after):
        return False
    if seen.number.high <= _LAST_DAY and (_MONTH_AFTER.match(seen.after) or _MONTH_BEFORE.search(seen.before)):
        return True
    return bool(_YEAR.fullmatch(seen.core)) and seen.number.bound in {"unstated", "about"}


def _is_clock(seen: _Seen) -> bool:
    return seen.core[:1].isdigit() and bool(_CLOCK_AFTER.match(seen.after) or _CLOCK_BEFORE.search(seen.before))


def _is_address(seen: _Seen) -> bool:
    if not seen.core[:1].isdigit() or seen.number.form != "count":
        return False
    return bool(_ADDRESS.match(seen.after)) and "," not in seen.core


def _is_label(seen: _Seen) -> bool:
    return (
        seen.number.form in {"count", "measure"}
        and not seen.number.vague
        and bool(_LABEL.search(seen.before) or (seen.core[:1].isdigit() and _LETTERS.search(seen.before)))
        and seen.core[:1] not in "ah"
    )


def _is_score(seen: _Seen) -> bool:
    if re.fullmatch(r"\d{3}[-–]\d{4}", seen.core):
        return True
    few = seen.number.form == "count" and seen.core[:1].isdigit()
    return few and (
        (("-" in seen.core or "–" in seen.core) and bool(_SCORE.match(seen.after)))
        or bool(re.match(r"\s?[-–]\s?\d", seen.after))
    )


def _is_glued(seen: _Seen) -> bool:
    if seen.number.form == "money":
        return False
    plain = seen.number.form == "count" and seen.number.unit is None
    return bool(_GLUED_BEFORE.search(seen.before)) or (plain and bool(_GLUED_AFTER.match(seen.after)))


def _is_part_of_word(seen: _Seen) -> bool:
    return seen.number.form == "count" and seen.number.unit is None and bool(_COMPOUND.match(seen.after))


def _is_model(seen: _Seen) -> bool:
    """As in "two 737 jets", "4K screens": a name or size of what is counted, and no count."""
    if _RESOLUTION.fullmatch(seen.core) and _MODEL_AFTER.match(seen.after):
        return True
    glued = seen.number.form == "count" and seen.core[:1].isdigit() and len(seen.core) >= _LEAST_MODEL
    return glued and "," not in seen.core and bool(_MODEL_BEFORE.search(seen.before)) and seen.after[:1] == " "


def _is_picture(before: str, after: str) -> bool:
    return (not before.strip() and bool(_PICTURES.match(after))) or bool(re.fullmatch(r"\s*\d+ (?:of|/) ", before))


_RULES: Final[tuple[tuple[str, _Rule], ...]] = (
    ("an age", _is_age),
    ("a duration", lambda seen: seen.number.form == "duration"),
    ("a calibre", lambda seen: bool(_CALIBRE.match(seen.after))),
    ("a clock time", _is_clock),
    ("a date or year", _is_date),
    ("an address", _is_address),
    ("a label or part of a name", _is_label),
    ("a score or code", _is_score),
    ("part of a name or code", _is_glued),
    ("part of a compound word", _is_part_of_word),
    ("a comparison or how often", lambda seen: bool(_TIMES.match(seen.after))),
    ("counts of a charge", lambda seen: bool(_COURT.match(seen.after)) and seen.number.high < _OLDEST),
    ("a model or size of what is counted", _is_model),
    ("which picture of several", lambda seen: _is_picture(seen.before, seen.after)),
    (
        "an emergency number",
        lambda seen: seen.core in {"911", "999", "112", "9-1-1"} and not _DOUBT_YEAR.match(seen.after),
    ),
)
