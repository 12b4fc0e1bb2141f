"""How well times are found and resolved: value F1 on TimeBank, types DATE and TIME.

    python bench/moments.py FOLDER [--errors]

A gold time and a moment are a pair if they overlap. The pair is right if the moment, brought to the unit of the gold
value, has that value: a moment finer than the gold is cut to it ("late yesterday" is a day), a coarser one is wrong.
"Since February" runs
up to the article's date here while TimeBank marks only "February": its beginning is compared. "Same unit" counts a pair only if the moment was as fine as the gold to begin with. Gold values that are vague
(PRESENT_REF, an X for a digit) or of type DURATION or SET are left out, and moments that overlap only those are not counted.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from timebank import Dated, Time, read
from twosource.extract.times import find_moments
from twosource.language import document_of
from twosource.model import Moment
from twosource.parse import EnglishParser

FORMS = {
    "day": re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"),
    "week": re.compile(r"(\d{4})-W(\d\d)(?:-WE)?"),
    "month": re.compile(r"(\d{4})-(\d\d)"),
    "quarter": re.compile(r"(\d{4})-Q([1-4])"),
    "half": re.compile(r"(\d{4})-H([12])"),
    "season": re.compile(r"(\d{4})-(SP|SU|FA|WI)"),
    "year": re.compile(r"(\d{4})"),
    "decade": re.compile(r"(\d{3})"),
    "century": re.compile(r"(\d{2})"),
}
DAYS = {
    "day": 1,
    "week": 7,
    "month": 31,
    "quarter": 92,
    "half": 184,
    "season": 95,
    "year": 366,
    "decade": 3660,
    "century": 36600,
}
FINE = ("minute", "hour", "part of day", "day")
SEASONS = {3: "SP", 4: "SP", 5: "SP", 6: "SU", 7: "SU", 8: "SU", 9: "FA", 10: "FA", 11: "FA"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One gold time, or a moment where there is none, with what was made of it."""

    name: str
    text: str
    gold: str | None
    moment: Moment | None
    unit: str
    right: bool = False
    same_unit: bool = False


def unit_of(value: str) -> str | None:
    """The unit of a gold value; None where it is vague."""
    return next((unit for unit, form in FORMS.items() if form.fullmatch(value)), None)


def gold_value(value: str, unit: str) -> str:
    """The gold value without its time of day."""
    return value[:10] if unit == "day" else value.removesuffix("-WE")


def brought_to(moment: Moment, unit: str) -> str | None:
    """A moment in the form of gold values of that unit; None where the moment is coarser."""
    first, last = date.fromisoformat(moment.earliest[:10]), date.fromisoformat(moment.latest[:10])
    open_ended = moment.precision == "range" and "since then" in moment.reason
    if moment.precision not in FINE and not open_ended and (last - first).days + 1 > DAYS[unit]:
        return None
    year, week, _ = first.isocalendar()
    season = first - timedelta(days=60) if first.month < 3 else first  # noqa: PLR2004 - winter begins in December
    return {
        "day": first.isoformat(),
        "week": f"{year}-W{week:02}",
        "month": f"{first:%Y-%m}",
        "quarter": f"{first.year}-Q{(first.month - 1) // 3 + 1}",
        "half": f"{first.year}-H{(first.month - 1) // 6 + 1}",
        "season": f"{season.year}-{SEASONS.get(season.month, 'WI')}",
        "year": f"{first.year}",
        "decade": f"{first.year // 10}",
        "century": f"{first.year // 100}",
    }[unit]


def judged(dated: Dated, moments: tuple[Moment, ...]) -> Iterator[Judged]:
    """Each gold time that counts, then each moment that met no gold time of any kind."""
    left = list(moments)
    text = dated.article.text
    for time in dated.times:
        unit = unit_of(time.value) if time.type in {"DATE", "TIME"} else None
        met = _met(time, moments)
        if unit is None:
            left = [moment for moment in left if moment not in met]
            continue
        moment = next((moment for moment in met if moment in left), None)
        if moment:
            left.remove(moment)
        right = moment is not None and brought_to(moment, unit) == gold_value(time.value, unit)
        same = (
            right and moment is not None and (moment.precision == unit or (unit == "day" and moment.precision in FINE))
        )
        yield Judged(
            name=dated.name,
            text=text[time.start : time.end],
            gold=time.value,
            moment=moment,
            unit=unit,
            right=right,
            same_unit=same,
        )
    for moment in left:
        around = text[max(0, moment.start - 30) : moment.end + 30]
        yield Judged(
            name=dated.name, text=f"{text[moment.start : moment.end]} …{around}…", gold=None, moment=moment, unit="none"
        )


def _met(time: Time, moments: tuple[Moment, ...]) -> list[Moment]:
    """Moments that overlap a gold time, the longest overlap first."""
    met = [moment for moment in moments if moment.start < time.end and time.start < moment.end]
    return sorted(met, key=lambda m: (max(m.start, time.start) - min(m.end, time.end), m.start))


def f1(right: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision and recall; 0 where nothing was found."""
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--errors", action="store_true", help="print every wrong, missed and spurious time")
    given = arguments.parse_args()
    texts = list(read(given.folder))
    found: list[Judged] = []
    for dated, parsed in zip(texts, EnglishParser()([dated.article for dated in texts]), strict=True):
        found += judged(dated, find_moments(document_of(dated.article, parsed)))
    report(found, errors=given.errors)


def report(found: list[Judged], *, errors: bool = False) -> None:
    """Print the table, the breakdown by unit, and one JSON line."""
    gold = sum(one.gold is not None for one in found)
    predicted = sum(one.moment is not None for one in found)
    right = sum(one.right for one in found)
    overlap = sum(one.gold is not None and one.moment is not None for one in found)
    same = sum(one.same_unit for one in found)
    figures = {
        "bench": "moments",
        "gold": gold,
        "predicted": predicted,
        "span_f1": round(f1(overlap, predicted, gold), 4),
        "value_precision": round(right / max(predicted, 1), 4),
        "value_recall": round(right / max(gold, 1), 4),
        "value_f1": round(f1(right, predicted, gold), 4),
        "value_f1_same_unit": round(f1(same, predicted, gold), 4),
    }
    by_unit = Counter(one.unit for one in found), Counter(one.unit for one in found if one.right)
    for unit in (*FORMS, "none"):
        print(f"{unit:10} {by_unit[1][unit]:5} of {by_unit[0][unit]:5}")
    for one in found if errors else ():
        if not one.right:
            said = f"{one.moment.earliest}..{one.moment.latest} {one.moment.precision}" if one.moment else "missed"
            print(f"{one.name} | {' '.join(one.text.split())} | gold {one.gold} | {said}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
