"""Whether two numbers for one count can both be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.points.figures.values import Agreement, agreement, distinctive
from twosource.model import Bound, Figure


def figure(low: float, bound: Bound = "unstated", high: float | None = None) -> Figure:
    return Figure(
        id="f", article="a", start=0, end=1, low=low, high=low if high is None else high, bound=bound, counted="people"
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (figure(14), figure(14, "at least"), "equal"),
        (figure(2000, "about"), figure(1987), "rounder"),
        (figure(50), figure(48), "rounder"),
        (figure(10), figure(6), "apart"),
        (figure(200), figure(180), "apart"),
        (figure(5, "at least"), figure(7), "within"),
        (figure(60, "between", 70), figure(64), "within"),
        (figure(5, "at most"), figure(7), "apart"),
        (figure(9), figure(14), "apart"),
    ],
)
def test_two_values_go_together_as_their_bounds_allow(left: Figure, right: Figure, expected: Agreement) -> None:
    assert agreement(left, right) == expected


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(["unstated", "about", "at least", "at most"]))
def test_agreement_is_the_same_both_ways(low: int, high: int, bound: Bound) -> None:
    left, right = figure(low, bound), figure(high)
    assert agreement(left, right) == agreement(right, left)


def test_a_number_with_three_figures_of_its_own_is_distinctive_and_a_round_one_is_not() -> None:
    assert distinctive(figure(5840))
    assert not distinctive(figure(9000))
