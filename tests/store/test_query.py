import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import QueryError
from twosource.store.query import FigureWanted, Query, figure_wanted, found_in, phrases


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("killed > 100", "killed", 100, float("inf")),
        ("killed>=1,200", "killed", 1200, float("inf")),
        ("injured ≤ 3", "injured", float("-inf"), 3),
        ("= 14", "", 14, 14),
        ("critically injured = 2", "critically injured", 2, 2),
        ("homes between 20 and 30", "homes", 20, 30),
        ("displaced > 1.5 million", "displaced", 1_500_000, float("inf")),
    ],
)
def test_a_condition_on_figures_is_read_as_people_write_it(text: str, what: str, low: float, high: float) -> None:
    wanted = figure_wanted(text)
    assert (wanted.what, wanted.low, wanted.high) == (what, low, high)


def test_more_than_leaves_the_number_itself_out() -> None:
    assert figure_wanted("killed > 100").above
    assert not figure_wanted("killed >= 100").above
    assert figure_wanted("killed < 100").below


@pytest.mark.parametrize("text", ["> many", "killed > ", "", "killed ! 3", "killed between 3", "x" * 10_000])
def test_what_is_no_condition_is_refused_with_what_would_do(text: str) -> None:
    with pytest.raises(QueryError, match="killed > 100"):
        Query(figure=text)


@pytest.mark.parametrize("text", ["killed", " homes ", "soldiers taken prisoner"])
def test_a_measure_alone_fits_any_number(text: str) -> None:
    assert figure_wanted(text) == FigureWanted(what=text.strip())


@pytest.mark.parametrize("wrong", [{"since": "May 14"}, {"until": "2031-5-1"}, {"mark": "false"}])
def test_what_cannot_be_asked_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(QueryError):
        Query(**wrong)  # type: ignore[arg-type] # the names are those of fields of text


def test_quotation_marks_hold_words_together_and_all_else_means_nothing() -> None:
    found = phrases('"harbour police" NEAR(ferry) -velm* AND *')
    assert [one.words for one in found] == [("harbour", "police"), ("NEAR", "ferry"), ("velm",), ("AND",)]
    assert [one.open_end for one in found] == [False, False, True, False]


def test_a_phrase_is_found_whatever_its_capitals_and_accents() -> None:
    text = "Der Hafen von Orrín, sagte die HARBOUR police."
    assert [found_in(one, text) is not None for one in phrases('orrin "Harbour Police" harb* police*')] == [True] * 4
    assert found_in(phrases("harb")[0], text) is None


@given(st.text())
def test_any_search_line_is_read_without_complaint(line: str) -> None:
    for phrase in phrases(line):
        assert phrase.words


@given(st.text(max_size=60))
def test_a_condition_is_understood_or_refused(text: str) -> None:
    with contextlib.suppress(QueryError):
        assert figure_wanted(text).low <= figure_wanted(text).high
