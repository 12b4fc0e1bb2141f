"""Work grows with the text: where an input is doubled, what is counted of the work is about doubled, too."""

import pytest

from invented import article, english
from twosource.compare.alignment import candidates, couples
from twosource.compare.alignment.bags import Rows
from twosource.compare.alignment.candidates import candidate_pairs
from twosource.compare.alignment.telling import Tellings
from twosource.compare.points.figures import joining
from twosource.compare.points.figures.same_count import same_value_joins
from twosource.pipeline import Options, compare


def joins(monkeypatch: pytest.MonkeyPatch, sums: int) -> int:
    """How many pairs of figures are asked whether they join, in an article of nothing but sums."""
    asked = [0]

    def count(*given: object) -> object:
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


def asked_of_statements(monkeypatch: pytest.MonkeyPatch, articles: int) -> int:
    """How many pairs of statements are laid side by side in a story of so many articles, where lists are kept short."""
    laid = [0]

    def count(tellings: Tellings) -> tuple[Rows, Rows, frozenset[int]]:
        found = candidate_pairs(tellings)
        laid[0] += len(found[0])
        return found

    text = "The weir at Velm gave way on Monday. Mayor Ada Rusk said {0} cellars stood under water. The {1} was shut."
    places = ("mill", "quay", "lock", "school", "tannery", "market")
    told = [article(text.format(number + 2, places[number % len(places)])) for number in range(articles)]
    with monkeypatch.context() as patch:
        patch.setattr(candidates, "NEAR", 8)
        patch.setattr(candidates, "KEPT", 5)
        patch.setattr(couples, "candidate_pairs", count)
        compare(told, Options(parser=english()))
    return laid[0]


def test_statements_are_held_against_a_bounded_number_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = asked_of_statements(monkeypatch, 8), asked_of_statements(monkeypatch, 16)
    assert few
    assert many < 2.7 * few


def test_what_stands_alone_is_tried_again_against_a_bounded_number_of_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = tries(monkeypatch, 60), tries(monkeypatch, 120)
    assert few
    assert many < 2.7 * few


def tries(monkeypatch: pytest.MonkeyPatch, sums: int) -> int:
    """How often a value is held against a count, in an article of nothing but different sums."""
    asked = [0]
    joins_as_ever = joining._joins

    def count(*given: object) -> object:
        asked[0] += 1
        return joins_as_ever(*given)  # type: ignore[arg-type] # handed on as they came

    text = "\n".join(f"${number * 17 + 3} was paid." for number in range(sums))
    with monkeypatch.context() as patch:
        patch.setattr(joining, "_joins", count)
        compare([article(text)], Options(parser=english()))
    return asked[0]
