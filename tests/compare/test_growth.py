"""Work grows with the text: where an input is doubled, what is counted of the work is about doubled, too."""

import pytest

from invented import article, english
from twosource.compare.points.figures import joining
from twosource.compare.points.figures.same_count import same_value_joins
from twosource.pipeline import Options, compare


def joins(monkeypatch: pytest.MonkeyPatch, sums: int) -> int:
    """How many pairs of figures are asked whether they join, in an article of nothing but sums."""
    asked = [0]

    def count(*given: object) -> str:
        asked[0] += 1
        return same_value_joins(*given)  # type: ignore[arg-type] # handed on as they came

    text = "\n".join(" ".join(["$1"] * 40) for _ in range(sums // 40))
    with monkeypatch.context() as patch:
        patch.setattr(joining, "same_value_joins", count)
        compare([article(text)], Options(parser=english()))
    return asked[0]


def test_an_article_of_nothing_but_sums_is_compared_in_time_that_grows_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = joins(monkeypatch, 400), joins(monkeypatch, 800)
    assert few
    assert many < 2.7 * few
