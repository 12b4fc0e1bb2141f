"""Times over which something is spread, and shares with a time behind them."""

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
