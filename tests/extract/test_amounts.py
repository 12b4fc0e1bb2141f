"""What numbers of companies, courts, sport, votes, weather and science are told of, and what an amount is."""

import pytest

from invented import article, parsed
from twosource.extract.figures import find_figures
from twosource.model import Figure


def figures(text: str) -> tuple[Figure, ...]:
    made = article(text)
    return find_figures(made, parsed(made), (), ())


def told(text: str) -> list[tuple[float, str, str | None]]:
    return [(figure.low, figure.counted, figure.measure) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill hired 400 weavers.", (400, "weavers", "hired")),
        ("Lumo employs 4,000 people in Norvale.", (4000, "people", "hired")),
        ("The bank closed 30 branches.", (30, "branches", "closed")),
        ("The yard delivered 12 ferries in the spring.", (12, "ferries", "delivered")),
        ("The airline cancelled 120 flights.", (120, "flights", "cancelled")),
        ("About 200 cellars were flooded.", (200, "cellars", "flooded")),
        ("The Harbour Party won 41 seats.", (41, "seats", "won")),
        ("The court acquitted three clerks.", (3, "clerks", "acquitted")),
        ("Ostland deported 90 sailors.", (90, "sailors", "deported")),
        ("The team studied 58 glaciers.", (58, "glaciers", "studied")),
        ("The office surveyed 1,200 farmers.", (1200, "farmers", "surveyed")),
        ("Doctors diagnosed 15 patients on the island.", (15, "patients", "diagnosed")),
    ],
)
def test_what_was_done_with_what_is_counted_is_known_outside_disasters(
    text: str, expected: tuple[float, str, str]
) -> None:
    assert told(text)[0] == expected


def test_nothing_of_it_is_what_an_article_puts_first() -> None:
    assert [f.main for f in figures("The mill hired 400 weavers.")] == [False]
    assert [f.main for f in figures("The blast killed nine weavers.")] == [True]


def test_what_is_only_planned_was_not_done() -> None:
    assert told("The mill will hire 400 weavers.") == [(400, "weavers", None)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The harbour fund raised $33 million.", "raised"),
        ("The ferry line was fined £300,000.", "fined"),
        ("A fine of £300,000 was paid.", "fined"),
        ("The mill posted a profit of $5 million.", "profit"),
        ("Thieves stole $2 million.", "stolen"),
        ("They spent $40 on bread.", "spent"),
        ("Sales rose 3 per cent.", "rose"),
        ("Sales fell by 3 per cent.", "fell"),
        ("A 3 per cent drop in sales was told.", "fell"),
        ("He was sentenced to 12 years in prison.", "sentenced"),
        ("The goalkeeper was banned for six months.", "suspended"),
    ],
)
def test_what_governs_an_amount_says_what_it_is(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "Inflation rose to 9 per cent.",  # what it is, and not by how much
        "The mayor keeps $40 in a drawer.",
        "She lived there for six months.",
        "The mill wants to raise $33 million.",
    ],
)
def test_near_misses_of_amounts(text: str) -> None:
    assert [figure.measure for figure in figures(text)] == [None]


def test_pounds_are_money_where_the_article_writes_the_sign() -> None:
    assert [f.unit for f in figures("The roof cost £300. Millions of pounds went elsewhere.")] == ["GBP", "GBP"]
    assert [f.unit for f in figures("The bear weighed 300 pounds.")] == ["lb"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cases declined to 653 in the spring.", [(653, "Cases", None)]),
        ("Attendance fell from 900 to 700.", [(900, "Attendance", None), (700, "Attendance", None)]),
        ("A 46-page report was read.", [(46, "page", None)]),
        ("A 20-member board met.", [(20, "member", None)]),
        ("They own five aircraft.", [(5, "aircraft", None)]),
    ],
)
def test_a_count_whose_noun_does_not_stand_behind_it(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text", ["She moved to 12 last year.", "It was a one-man show.", "A six-storey block stood there."]
)
def test_a_number_without_a_noun_of_its_own_is_else_no_figure(text: str) -> None:
    assert told(text) == []


def test_what_is_past_is_not_what_a_number_has_passed() -> None:
    assert [f.bound for f in figures("She sold boats over the past 10 months.")] == ["unstated"]
    assert [f.bound for f in figures("The toll is past 40 people now.")] == ["more than"]


def test_a_duration_does_not_count_whoever_acts_behind_it() -> None:
    assert [f.counted for f in figures("Over the past 10 months the club slept.")] == [""]


def test_those_of_a_degree_alone_are_all_that_is_told() -> None:
    (figure,) = figures("Twenty people were slightly hurt.")
    assert (figure.main, figure.part_of) == (True, None)


def test_the_number_of_a_name_is_no_count_of_those_who_died() -> None:
    assert told("Horus 4 did not make it into space.") == []
    assert [f.low for f in figures("In Norvale, 4 miners died.")] == [4]


def test_an_age_in_words_behind_a_whole_name_is_none() -> None:
    assert [f.low for f in figures("Ada Quill, six, Ben Lorn, seven, and Tom Holt, nine, died in the fire.")] == []
    assert [f.low for f in figures("In Port Arden, six, including two children, died.")] == [6, 2]


@pytest.mark.parametrize("text", ["About 2.4 million votes were cast.", "Officers recovered 1,000 emails."])
def test_votes_and_finds_are_nothing_that_an_article_puts_first(text: str) -> None:
    assert [figure.main for figure in figures(text)] == [False]
