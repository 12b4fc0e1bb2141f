"""Numbers of what did not happen, of what is only supposed, and numbers that are no counts: each kind with near misses."""

import pytest

from invented import article, parsed
from twosource.extract.figures import find_figures

Row = tuple[float, float, str, str | None, str | None]


def figures(text: str) -> list[Row]:
    """Value, bound, unit and measure of each figure that is not background."""
    made = article(text)
    found = find_figures(made, parsed(made), (), ())
    return [(f.low, f.high, f.bound, f.unit, f.measure) for f in found if not f.background]


def tolls(text: str) -> list[tuple[float, str]]:
    return [(low, measure) for low, _, _, _, measure in figures(text) if measure]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("None of the 40 crew died.", (0, "killed")),
        ("None of the 214 passengers was hurt, the line said.", (0, "injured")),
        ("Three of the 40 crew died.", (3, "killed")),
    ],
)
def test_of_a_group_that_none_of_was_hurt_the_number_is_no_toll(text: str, toll: tuple[float, str]) -> None:
    assert tolls(text) == [toll]


@pytest.mark.parametrize(
    "text",
    [
        "If the dam fails, 3,000 people will be killed.",
        "The storm could have killed hundreds.",
        "The men planned to kill 12 people.",
    ],
)
def test_who_would_be_killed_is_no_toll(text: str) -> None:
    assert tolls(text) == []


def test_who_may_have_died_is_one_that_is_not_sure() -> None:
    assert tolls("As many as 12 people may have died.") == [(12, "killed")]


@pytest.mark.parametrize(
    ("text", "share"),
    [("Four in 10 workers were sacked.", 40), ("3 in 5 patients died.", 60), ("One in four boats sank.", 25)],
)
def test_so_many_in_so_many_is_a_share(text: str, share: float) -> None:
    assert [(low, unit) for low, _, _, unit, _ in figures(text)] == [(share, "%")]


def test_so_many_in_so_many_days_is_none() -> None:
    assert tolls("Four in 10 days died.") == [] or tolls("Four in 10 days died.") == [(4, "killed")]
    assert "%" not in [unit for _, _, _, unit, _ in figures("Four people in 12 boats died.")]


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("The death toll rose from 18 to 21 on Tuesday.", (21, "killed"), 18),
        ("The number of injured fell from 50 to 43.", (43, "injured"), 50),
    ],
)
def test_a_count_that_changed_is_what_it_is_now(text: str, now: tuple[float, str], before: float) -> None:
    assert tolls(text) == [now]
    made = article(text)
    assert [f.low for f in find_figures(made, parsed(made), (), ()) if f.background] == [before]


def test_a_range_from_one_number_to_another_stays_a_range() -> None:
    assert figures("From 10 to 15 people were hurt.") == [(10, 15, "between", None, "injured")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Between $5 and $10 million was stolen.", [(5e6, 1e7, "between", "USD", None)]),
        ("Output rose in 2012–13 to 934,000 tonnes.", [(934_000, 934_000, "unstated", "tonnes", None)]),
        ("The film, which lasted 1m 45 seconds, was shot at the school.", [(105, 105, "unstated", "seconds", None)]),
        ("He was on air for two hours and 20 minutes.", [(140, 140, "unstated", "minutes", None)]),
        ("North of 700 people were killed.", [(700, 700, "more than", None, "killed")]),
        ("Some 60-odd soldiers were wounded.", [(60, 60, "about", None, "injured")]),
    ],
)
def test_numbers_in_other_forms(text: str, wanted: list[Row]) -> None:
    assert figures(text) == wanted


def test_a_toll_is_not_the_strength_of_the_quake() -> None:
    text = (
        "The office raised the death toll from Tuesday's magnitude 6.4 earthquake to 188, including 90 in the capital."
    )
    assert tolls(text) == [(188, "killed"), (90, "killed")]
    assert (6.4, 6.4, "unstated", "magnitude", None) in figures(text)


def test_a_number_in_a_name_that_the_article_repeats_counts_nothing() -> None:
    text = "Lumo sold more than one million Corvex 8 scooters. It used another motor for the Corvex 8 sold in Ostland."
    assert figures(text) == [(1e6, 1e6, "more than", None, "sold")]
    assert (12, "killed") in tolls("In Harland 12 people were killed.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six out of the 30 hikers died.", [(6, "killed")]),
        ("Six of the 30 hikers died.", [(6, "killed")]),
        ("Five in the 30-strong crew died.", [(5, "killed")]),
        ("Most of the 50 guests were hurt.", []),
        ("The rest of the 60 guests were hurt.", []),
        ("Not all of the 50 guests were hurt.", []),
        ("Not all 50 guests were hurt.", []),
        ("Not every one of the 50 guests was hurt.", []),
        ("Nearly all of the 40 crew died.", []),
        ("A third of the 60 guests were hurt.", [(33.3333, "injured")]),
    ],
)
def test_what_is_told_of_some_is_not_told_of_the_whole(text: str, found: list[tuple[float, str]]) -> None:
    assert [(round(low, 4), measure) for low, measure in tolls(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("All of the 50 guests were hurt.", (50, "injured")),
        ("Each of the 50 guests was hurt.", (50, "injured")),
        ("Two of the 30 who died were cooks.", (30, "killed")),
        ("Most of the 12 killed in the blast were cooks.", (12, "killed")),
        ("A group of 12 hikers died.", (12, "killed")),
        ("The remaining 60 guests were hurt.", (60, "injured")),
        ("A little girl was killed.", (1, "killed")),
    ],
)
def test_what_is_told_of_all_or_of_the_whole_itself_is_told_of_its_number(text: str, found: tuple[float, str]) -> None:
    assert found in tolls(text)


@pytest.mark.parametrize(
    "text",
    [
        "All but three of the 40 crew died.",
        "Everyone but three of the 40 crew died.",
        "All 40 crew but four drowned.",
        "All 40 crew except for four drowned.",
    ],
)
def test_an_exception_is_no_toll_and_neither_is_the_whole(text: str) -> None:
    assert tolls(text) == []


def test_a_but_between_clauses_takes_nothing_out() -> None:
    assert (3, "killed") in tolls("All were saved but three died.")


@pytest.mark.parametrize(
    "text",
    [
        "Not one of the 60 guests was injured.",
        "Not a single one of the 60 guests was injured.",
        "Neither of the two pilots was hurt.",
    ],
)
def test_not_one_of_them_is_nought(text: str) -> None:
    assert tolls(text) == [(0, "injured")]


@pytest.mark.parametrize("text", ["Not one to give up, Holt was hurt.", "Neither side lost a man."])
def test_other_words_behind_not_and_neither_count_nobody(text: str) -> None:
    assert 0 not in [low for low, _ in tolls(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("30 Volta 4 owners were hurt.", [30]),
        ("The firm recalled 12 Marlin 3 vans and 40 Volta 4 cars.", [12, 40]),
        ("The Marlin 3 vans were recalled.", []),
        ("In Volta 4 owners were hurt.", [4]),
        ("At the Rio 4 people were hurt.", [4]),
    ],
)
def test_a_number_of_a_name_inside_a_noun_counts_nothing(text: str, values: list[float]) -> None:
    assert [low for low, *_ in figures(text)] == values


def test_a_crew_of_so_many_is_counted_without_the_word_between() -> None:
    made = article("A 30-strong crew was rescued.")
    assert [(f.low, f.counted) for f in find_figures(made, parsed(made), (), ())] == [(30, "crew")]


def test_a_number_behind_a_plural_and_a_comma_is_no_age() -> None:
    assert tolls("Out of 60 passengers, 12 were hurt.") == [(12, "injured")]


def test_in_all_is_a_total_and_nothing_told_before() -> None:
    made = article("In all 120 people were hurt in the blasts. At the mill 33 workers and two firemen were hurt.")
    assert [f.low for f in find_figures(made, parsed(made), (), ()) if f.main] == [120]
