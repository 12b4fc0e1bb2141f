"""Numbers behind which what happened is left out, times over which something is spread, and shares with a time behind them."""

import pytest

from invented import article, parsed
from twosource.extract.figures import find_figures
from twosource.model import Figure


def figures(text: str) -> dict[float, Figure]:
    """The figures of a text by their number."""
    made = article(text)
    return {figure.low: figure for figure in find_figures(made, parsed(made), (), ())}


@pytest.mark.parametrize(
    "text",
    [
        "Four people were seriously hurt in Norvale, 20 others slightly.",
        "Four were seriously injured and 20 others slightly, police said.",
    ],
)
def test_those_hurt_to_another_degree_are_hurt_too_and_all_may_be_both_together(text: str) -> None:
    found = figures(text)
    assert (found[4].measure, found[20].measure) == ("injured", "injured")
    assert [other.low for other in found[20].alternatives] == [24]


@pytest.mark.parametrize(
    "text",
    [
        "Four people were seriously hurt in Norvale. In 20 others slightly older flats nobody was at home.",
        "Four people were hurt in Norvale, and 20 others slightly moved their boats.",
        "Prices fell sharply in four shops and in 20 others slightly.",
    ],
)
def test_a_degree_of_something_else_hurts_nobody(text: str) -> None:
    assert 20 not in figures(text) or figures(text)[20].measure != "injured"


@pytest.mark.parametrize(
    "text",
    ["The club signed him for $25 million over three years.", "The town will spend 4 million crowns over three years."],
)
def test_a_time_over_which_something_is_spread_is_no_more_than_it_says(text: str) -> None:
    assert figures(text)[3].bound == "unstated"


@pytest.mark.parametrize("text", ["He has worked in Norvale for over three years.", "The dig took over three years."])
def test_over_a_time_that_something_took_is_more_than_it(text: str) -> None:
    assert figures(text)[3].bound == "more than"


def test_a_share_is_of_nothing_that_is_a_time() -> None:
    assert figures("The price of bread rose by 12% last month.")[12].counted == ""
    assert figures("Norvale lost 12% of its boats last month.")[12].counted == "boats"
