from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.times import (
    day_of,
    day_window,
    month_window,
    part_of,
    quarter_ended,
    quarter_window,
    span_of,
    unit_window,
    week_window,
    weekday_after,
    weekday_before,
    whole_days,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1))
UNITS = st.sampled_from(["day", "week", "fortnight", "month", "quarter", "year", "decade"])


def test_a_month_may_run_over_into_the_year_before() -> None:
    assert month_window(2031, 0) == month_window(2030, 12)


def test_february_has_its_leap_day() -> None:
    window = month_window(2028, 2)
    assert window is not None
    assert window.iso() == ("2028-02-01", "2028-02-29")


def test_the_calendar_has_no_thirtieth_of_february() -> None:
    assert day_of(2031, 2, 30) is None


def test_a_fifth_quarter_is_the_first_of_the_next_year() -> None:
    assert quarter_window(2030, 5) == quarter_window(2031, 1)


def test_a_quarter_that_ended_in_early_august_is_mostly_the_second() -> None:
    assert quarter_ended(date(2031, 7, 31)) == quarter_window(2031, 2)


def test_a_night_runs_into_the_next_day() -> None:
    assert part_of(date(2031, 5, 14), (18, 0), (29, 59)).iso() == ("2031-05-14T18:00", "2031-05-15T05:59")


def test_ends_given_backwards_are_put_in_order() -> None:
    assert whole_days(date(2031, 5, 9), date(2031, 5, 2), "range").iso() == ("2031-05-02", "2031-05-09")


def test_an_unknown_unit_is_no_window() -> None:
    assert unit_window(date(2031, 5, 14), "olympiad", -1) is None


def test_years_beyond_the_calendar_are_no_window() -> None:
    assert unit_window(date(2031, 5, 14), "year", -5000) is None


def test_the_last_such_weekday_may_be_today_unless_it_must_be_before() -> None:
    wednesday = date(2031, 5, 14)
    assert weekday_before(wednesday, 2) == wednesday
    assert weekday_before(wednesday, 2, strictly=True) == date(2031, 5, 7)


def test_one_span_covers_both_windows_whichever_comes_first() -> None:
    one, other = day_window(date(2031, 5, 2)), day_window(date(2031, 5, 9))
    assert span_of(other, one) == span_of(one, other)
    assert span_of(one, other).first == datetime.fromisoformat("2031-05-02T00:00")


@given(day=DAYS, weekday=st.integers(0, 6))
def test_a_weekday_before_and_after_are_less_than_eight_days_away(day: date, weekday: int) -> None:
    assert 0 <= (day - weekday_before(day, weekday)).days < 7
    assert 0 < (weekday_after(day, weekday) - day).days <= 7
    assert weekday_before(day, weekday).weekday() == weekday_after(day, weekday).weekday() == weekday


@given(day=DAYS, unit=UNITS)
def test_the_unit_of_a_day_holds_the_day(day: date, unit: str) -> None:
    window = unit_window(day, unit, 0)
    assert window is not None
    assert window.first.date() <= day <= window.last.date()


@given(day=DAYS, unit=UNITS, by=st.integers(-(10**9), 10**9))
def test_any_distance_gives_a_window_in_order_or_none(day: date, unit: str, by: int) -> None:
    window = unit_window(day, unit, by)
    assert window is None or window.first <= window.last


@pytest.mark.parametrize("day", [date(2031, 5, 12), date(2031, 5, 18)])
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    assert week_window(day).iso() == ("2031-05-12", "2031-05-18")
