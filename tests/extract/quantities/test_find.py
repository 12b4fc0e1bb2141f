import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.extract.quantities import Quantity, find_quantities


def only(text: str) -> Quantity:
    (number,) = find_quantities(text, "en")
    return number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two", 2, 2),
        ("twenty-five", 25, 25),
        ("a hundred and fifty", 150, 150),
        ("five hundred thousand", 500_000, 500_000),
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("half-a-dozen", 6, 6),
        ("two dozen", 24, 24),
        ("half a million", 500_000, 500_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("3,381", 3381, 3381),
        ("2 000", 2000, 2000),
        ("2\u202f000\u202f000", 2_000_000, 2_000_000),
        ("1.5m", 1_500_000, 1_500_000),
        ("3bn", 3e9, 3e9),
        ("20k", 20_000, 20_000),
        ("3.2 billion", 3.2e9, 3.2e9),
        ("2½", 2.5, 2.5),
        ("2 1/2", 2.5, 2.5),
        ("3-3/4", 3.75, 3.75),
        ("19 or 20", 19, 20),
        ("40-50", 40, 50),
        ("40 to 50", 40, 50),
        ("2 to 3 million", 2e6, 3e6),
        ("dozens", 12, 120),
        ("hundreds of thousands", 100_000, 1_000_000),
        ("several hundred", 300, 900),
    ],
)
def test_a_number_has_its_value_in_digits_and_in_words(text: str, low: float, high: float) -> None:
    number = only(text)
    assert (number.low, number.high) == (low, high)
    assert (number.core_start, number.core_end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("seven", "unstated"),
        ("at least seven", "at least"),
        ("at least some seven", "at least"),
        ("no fewer than seven", "at least"),
        ("as many as seven", "at most"),
        ("up to seven", "at most"),
        ("no more than seven", "at most"),
        ("more than seven", "more than"),
        ("over seven", "more than"),
        ("fewer than seven", "fewer than"),
        ("nearly seven", "about"),
        ("around seven", "about"),
        ("an estimated seven", "about"),
        ("exactly seven", "exactly"),
        ("seven or more", "at least"),
        ("70+", "at least"),
        ("between 40 and 50", "between"),
        ("some 60-odd", "about"),
        ("north of 700", "more than"),
        ("dozens", "about"),
        ("more than dozens", "more than"),
    ],
)
def test_a_bound_is_kept_as_worded(text: str, bound: str) -> None:
    number = only(text)
    assert number.bound == bound
    assert (number.start, number.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("$3.2 billion", 3.2e9, "USD", "money"),
        ("US$5m", 5e6, "USD", "money"),
        ("£40,000", 40_000, "GBP", "money"),
        ("12 million euros", 12e6, "EUR", "money"),
        ("5 per cent", 5, "%", "share"),
        ("45%", 45, "%", "share"),
        ("one in five", 20, "%", "share"),
        ("three out of four", 75, "%", "share"),
        ("30 km", 30, "km", "measure"),
        ("30-foot", 30, "feet", "measure"),
        ("6.1-magnitude", 6.1, "magnitude", "magnitude"),
        ("magnitude 6.1", 6.1, "magnitude", "magnitude"),
        ("two weeks", 2, "weeks", "duration"),
        ("172 ½ years", 172.5, "years", "duration"),
        ("$US29.5 million", 29.5e6, "USD", "money"),
        ("10.5 million Australian dollars", 10.5e6, "AUD", "money"),
        ("164p", 164, "pence", "money"),
        ("640bhp", 640, "hp", "measure"),
        ("a 40m well", 40, "metres", "measure"),
        ("an 80m-deep shaft", 80, "metres", "measure"),
        ("the 1,500m champion", 1500, "metres", "measure"),
        ("a fall of 60m", 60, "metres", "measure"),
        ("a fall to 60m euros", 60e6, "EUR", "money"),
        ("a fall of £60m", 60e6, "GBP", "money"),
        ("30 times", 30, "times", "times"),
    ],
)
def test_a_number_keeps_its_unit(text: str, value: float, unit: str, kind: str) -> None:
    number = only(text)
    assert (number.low, number.unit, number.kind) == (value, unit, kind)


def test_an_m_behind_digits_is_millions_where_nothing_tells_of_a_length() -> None:
    assert [only(text).low for text in ("some 40m people", "40m users", "the 40m tonnes")] == [40e6, 40e6, 40e6]


def test_a_third_of_something_is_given_in_per_cent() -> None:
    assert math.isclose(only("a third of the voters").low, 33.3333, abs_tol=0.001)


def test_a_half_as_part_of_a_name_for_a_time_is_no_share() -> None:
    assert find_quantities("half past and half-brother", "en") == ()


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [number.low for number in find_quantities("seven dead, 19 hurt", "en")] == [7, 19]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from 18 to 21", [(18, 18), (21, 21)]),
        ("rose 60% in 2018 to 3.9 million", [(60, 60), (2018, 2018), (3.9e6, 3.9e6)]),
        ("rose in 2012–13 to 934,000", [(2012, 2012), (13, 13), (934_000, 934_000)]),
        ("rose by $4 to $19", [(4, 4), (19, 19)]),
        ("between $5 and $10 million", [(5e6, 10e6)]),
        ("fell by 1 to 1.5 degrees", [(1, 1.5)]),
        ("from 2 to 4 years", [(2, 4)]),
    ],
)
def test_what_a_count_was_and_what_it_became_is_no_range(text: str, values: list[tuple[float, float]]) -> None:
    assert [(number.low, number.high) for number in find_quantities(text, "en")] == values


def test_between_two_things_is_no_bound() -> None:
    text = "the way between two ships"
    number = only(text)
    assert (text[number.start : number.end], number.bound) == ("two", "unstated")


def test_a_score_is_no_range() -> None:
    assert [(number.low, number.high) for number in find_quantities("won 3-1", "en")] == [(3, 3), (1, 1)]


@pytest.mark.parametrize("text", ["9" * 10_000, "9," * 10_000, "1,234," * 4_000, "9 " * 10_000, "9-" * 10_000])
def test_endless_digits_neither_hang_nor_overflow(text: str) -> None:
    assert all(math.isfinite(number.high) for number in find_quantities(text, "en"))


@pytest.mark.parametrize("word", ["hundred ", "million ", "and ", "a ", "one or ", "between ", "half a ", "tens of "])
def test_endless_number_words_neither_hang_nor_overflow(word: str) -> None:
    assert all(math.isfinite(number.high) for number in find_quantities("one " + word * 3_000, "en"))


@given(st.text(alphabet="0123456789.,-–%$½ aofnthousdmilgebtwr\u00a0٣²", max_size=80))
def test_any_text_gives_sorted_places_inside_it_and_finite_values(text: str) -> None:
    floor = 0
    for number in find_quantities(text, "en"):
        assert floor <= number.start <= number.core_start < number.core_end <= number.end <= len(text)
        assert 0 <= number.low <= number.high < math.inf
        floor = number.end


@given(st.integers(min_value=0, max_value=10**14))
def test_digits_with_and_without_commas_have_the_same_value(value: int) -> None:
    assert only(f"{value:,}").low == only(str(value)).low == value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The clip lasted 2m 10s.", [(130, "seconds")]),
        ("The tape runs 1h 20m.", [(80, "minutes")]),
        ("It cost 2m crowns.", [(2e6, None)]),
        ("The lift rose 3m in 40 seconds.", [(3e6, None), (40, "seconds")]),
        ("It paid $AU12 million.", [(12e6, "AUD")]),
    ],
)
def test_short_forms_of_a_length_of_time_are_one_number_and_millions_stay(
    text: str, told: list[tuple[float, str | None]]
) -> None:
    assert [(q.low, q.unit) for q in find_quantities(text, "en")] == told


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The count rose by 3 to 44.", [(3, 3), (44, 44)]),
        ("Heat will rise by 1 to 1.5 degrees.", [(1, 1.5)]),
        ("Fares rise by 10 to 20 crowns.", [(10, 20)]),
    ],
)
def test_a_change_and_what_it_led_to_are_no_range(text: str, ends: list[tuple[float, float]]) -> None:
    assert [(q.low, q.high) for q in find_quantities(text, "en")] == ends


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The toll went up to 33.", "unstated"),
        ("The hall holds up to 33.", "at most"),
        ("The fine is up to 33.", "at most"),
    ],
)
def test_what_went_up_to_a_number_came_to_it(text: str, bound: str) -> None:
    assert [q.bound for q in find_quantities(text, "en")] == [bound]


def test_nine_out_of_every_ten_is_a_share() -> None:
    assert [(q.low, q.unit) for q in find_quantities("Nine out of every 10 nurses left.", "en")] == [(90, "%")]
    assert all(q.unit != "%" for q in find_quantities("Nine went out every 10 days.", "en"))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The crown fell past $4", "fewer than"),
        ("The crown has slid sharply past $4", "fewer than"),
        ("The crown climbed past $4", "more than"),
        ("Sales are past $4 million", "more than"),
        ("After the fall of 2012 sales are past $4 million", "more than"),
        ("They slipped past two guards", "unstated"),
    ],
)
def test_past_a_number_is_below_it_behind_a_verb_of_falling(text: str, bound: str) -> None:
    assert find_quantities(text, "en")[-1].bound == bound
