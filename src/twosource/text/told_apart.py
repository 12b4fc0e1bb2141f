"""Numbers that are no figures: ages, dates, clock times, addresses, labels, scores, codes, and parts of names.

Every rule looks at a window of fixed length around one number, so the work grows with the count of numbers alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.language.words_numbers import NoFigureWords
from twosource.text.numbers import Number

_THREE: Final = 3  # digits: no age in a list has so many
_LEAST_MODEL: Final = 2  # signs of a model: "two 8K screens"
_WINDOW: Final = 48
_OLDEST: Final = 115
_LAST_DAY: Final = 31
_NAME_COMMA: Final = re.compile(r"(?:[^\W\d_][\w.'’-]*[\"”)]?,|\()\s?$")
_CLOCK_BEFORE: Final = re.compile(r"\d[:.]$")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_GLUED_BEFORE: Final = re.compile(r"[^\W\d_][-‐‑]?$|[/:@#_\\=\[]$|(?:^|\s)\.$|\d[.,:/–-]$|\d$")
_GLUED_AFTER: Final = re.compile(r"[^\W\d_]|[/:_\\@=][\w/]|[-–]\d|\.\d|,\d(?!\d\d\b)")
_RESOLUTION: Final = re.compile(r"\d{1,2}K")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A number with the text right before it, its own, and the text right behind it, and what its language has there."""

    words: NoFigureWords
    number: Number
    before: str
    core: str
    after: str


_Rule = Callable[[_Seen], bool]


def why_no_figure(text: str, number: Number, language: str = "en") -> str:
    """Why ``number`` of ``text`` is no figure, in plain words; empty where nothing speaks against it.

    Args:
        text: The text whose offsets the number has.
        number: One of ``find_numbers(text, language)``.
        language: The code of the text's language.

    Example:
        >>> from twosource.text.numbers import find_numbers
        >>> [why_no_figure("aged 7 or 8", n) for n in find_numbers("aged 7 or 8")]
        ['an age']
    """
    before = text[max(number.core_start - _WINDOW, 0) : number.core_start]
    after = text[number.core_end : number.core_end + _WINDOW]
    core = text[number.core_start : number.core_end]
    seen = _Seen(words=lexicon_of(language).no_figures, number=number, before=before, core=core, after=after)
    for reason, rule in _RULES:
        if rule(seen):
            return reason
    return ""


def _is_age(seen: _Seen) -> bool:
    if seen.number.high > _OLDEST or seen.number.form not in {"count", "duration"}:
        return False
    if seen.words.age_after.match(seen.after) or seen.words.age_before.search(seen.before):
        return True
    if (
        seen.core.isdigit()
        and len(seen.core) < _THREE
        and seen.words.age_list.search(seen.before)
        and seen.words.list_close.match(seen.after)
    ):
        return True
    behind_name = (
        seen.core.isdigit() and bool(_NAME_COMMA.search(seen.before)) and bool(seen.words.age_close.match(seen.after))
    )
    return behind_name and not re.match(r"\s?\d", seen.after)


def _is_date(seen: _Seen) -> bool:
    if seen.number.form != "count" or seen.number.vague:
        return False
    if seen.words.no_year.match(seen.after):
        return False
    if seen.number.high <= _LAST_DAY and (
        seen.words.month_after.match(seen.after) or seen.words.month_before.search(seen.before)
    ):
        return True
    return bool(_YEAR.fullmatch(seen.core)) and seen.number.bound in {"unstated", "about"}


def _is_clock(seen: _Seen) -> bool:
    return seen.core[:1].isdigit() and bool(
        seen.words.clock_after.match(seen.after) or _CLOCK_BEFORE.search(seen.before)
    )


def _is_address(seen: _Seen) -> bool:
    if not seen.core[:1].isdigit() or seen.number.form != "count":
        return False
    return bool(seen.words.address.match(seen.after)) and "," not in seen.core


def _is_label(seen: _Seen) -> bool:
    return (
        seen.number.form in {"count", "measure"}
        and not seen.number.vague
        and bool(
            seen.words.label.search(seen.before) or (seen.core[:1].isdigit() and seen.words.letters.search(seen.before))
        )
        and seen.core[:1] not in "ah"
    )


def _is_score(seen: _Seen) -> bool:
    if re.fullmatch(r"\d{3}[-–]\d{4}", seen.core):
        return True
    few = seen.number.form == "count" and seen.core[:1].isdigit()
    return few and (
        (("-" in seen.core or "–" in seen.core) and bool(seen.words.score.match(seen.after)))
        or bool(re.match(r"\s?[-–]\s?\d", seen.after))
    )


def _is_glued(seen: _Seen) -> bool:
    if seen.number.form == "money":
        return False
    plain = seen.number.form == "count" and seen.number.unit is None
    return bool(_GLUED_BEFORE.search(seen.before)) or (plain and bool(_GLUED_AFTER.match(seen.after)))


def _is_part_of_word(seen: _Seen) -> bool:
    return seen.number.form == "count" and seen.number.unit is None and bool(seen.words.compound.match(seen.after))


def _is_model(seen: _Seen) -> bool:
    """As in "two 737 jets", "4K screens": a name or size of what is counted, and no count."""
    if _RESOLUTION.fullmatch(seen.core) and seen.words.model_after.match(seen.after):
        return True
    glued = seen.number.form == "count" and seen.core[:1].isdigit() and len(seen.core) >= _LEAST_MODEL
    return (
        glued and "," not in seen.core and bool(seen.words.model_before.search(seen.before)) and seen.after[:1] == " "
    )


def _is_picture(seen: _Seen) -> bool:
    begins = not seen.before.strip() and bool(seen.words.which_of_several.match(seen.after))
    return begins or bool(seen.words.of_several.fullmatch(seen.before))


def _is_emergency(seen: _Seen) -> bool:
    return seen.core in seen.words.emergency and not seen.words.no_year.match(seen.after)


_RULES: Final[tuple[tuple[str, _Rule], ...]] = (
    ("an age", _is_age),
    ("a duration", lambda seen: seen.number.form == "duration"),
    ("a calibre", lambda seen: bool(seen.words.calibre.match(seen.after))),
    ("a clock time", _is_clock),
    ("a date or year", _is_date),
    ("an address", _is_address),
    ("a label or part of a name", _is_label),
    ("a score or code", _is_score),
    ("part of a name or code", _is_glued),
    ("part of a compound word", _is_part_of_word),
    ("a comparison or how often", lambda seen: bool(seen.words.how_often.match(seen.after))),
    ("counts of a charge", lambda seen: bool(seen.words.court.match(seen.after)) and seen.number.high < _OLDEST),
    ("a model or size of what is counted", _is_model),
    ("which picture of several", _is_picture),
    ("an emergency number", _is_emergency),
)
