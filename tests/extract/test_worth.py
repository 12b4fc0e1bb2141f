"""Which numbers without a word for what happened are figures, and how numbers stand to one another."""

import pytest

from invented import article, parsed
from twosource.extract.figures import find_figures
from twosource.extract.times import find_moments
from twosource.language import document_of
from twosource.model import Figure

Row = tuple[float, str]


def figures(text: str) -> tuple[Figure, ...]:
    made = article(text)
    return find_figures(made, parsed(made), (), find_moments(document_of(made, parsed(made))))


def rows(text: str) -> list[Row]:
    return [(figure.low, figure.counted or figure.unit or "") for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The two sides met again.", [(2, "sides")]),
        ("One baker waits at the gate.", [(1, "baker")]),
        ("She pleaded guilty to one breach of the rules.", [(1, "breach of the rules")]),
        ("Norvale is a town of about 5,500.", [(5500, "")]),
        ("The mill is worth more than 40 million.", [(40e6, "")]),
        ("She served three years.", [(3, "years")]),
        ("The siren rang 30 times.", [(30, "times")]),
        ("Six Norland shipping and trading firms closed.", [(6, "Norland shipping and trading firms")]),
        ("The lake is 3.8 billion light years away.", [(3.8e9, "light years")]),
    ],
)
def test_these_are_figures(text: str, wanted: list[Row]) -> None:
    assert rows(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "One day the bridge may fall.",
        "It is one of the best mills.",
        "He lives at 12 Alder Street.",
        "They met two weeks ago.",
        "The film is shown at 1080p.",
        "Ada Quill, 34, is a baker.",
        "It will end in 2030.",
        "The mill stands in one town.",
    ],
)
def test_these_are_none(text: str) -> None:
    assert rows(text) == []


def test_a_number_without_a_noun_takes_that_of_the_number_before() -> None:
    assert rows("The navy fired four rockets, and three hit the coast.") == [(4, "rockets"), (3, "rockets")]
    assert rows("The town has 435 homes and 187 for sale.")[1] == (187, "homes")


def test_numbers_that_add_up_to_the_one_before_are_its_parts() -> None:
    whole, first, second = figures("The ship has 25 sailors: 23 Norlanders and two Harlanders.")
    assert {first.part_of, second.part_of} == {whole.id}
    assert all(not one.part_of for one in figures("The ship has 25 sailors, 23 boats and three masts."))


def test_the_whole_may_stand_behind_its_part() -> None:
    part, whole = figures("The race was stopped with 21 of 71 laps run.")
    assert (part.part_of, part.counted, whole.counted) == (whole.id, "laps", "laps")


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("So far 30 homes have burned.", True),
        ("The firm sold 30 homes; so far 12 people have complained.", None),
        ("They paid $5 million or more.", None),
        ("Another 30 homes burned.", False),
    ],
)
def test_a_total_is_said_beside_its_number(text: str, total: bool | None) -> None:  # noqa: FBT001 - what is expected
    assert figures(text)[0].cumulative is total


def test_a_length_of_time_is_of_no_day() -> None:
    assert figures("On 4 March 2031 the hearing took three hours.")[0].as_of is None


def test_a_place_is_one_that_the_words_lead_to() -> None:
    assert figures("There are 30 schools in Norvale.")[0].where == "Norvale"
    assert figures("There are two constants in the letters of the Norvale council.")[0].where is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Harland has taken in 139,686, Meridia - 97,827.", [(139_686, "Harland"), (97_827, "Meridia")]),
        ("The club won 3 - 97 was its number.", []),
    ],
)
def test_a_list_gives_each_number_its_place(text: str, wanted: list[tuple[float, str]]) -> None:
    assert [(figure.low, figure.where) for figure in figures(text) if figure.where] == wanted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The toll reached 171 people, with at least 60 in the capital.", [60]),
        ("The dead number 188, including 90 in the capital.", [90]),
        ("The blast killed 12 people, with 40 homes burned.", []),
    ],
)
def test_a_part_is_of_the_total_before_it(text: str, parts: list[float]) -> None:
    whole, *rest = figures(text)
    assert [part.low for part in rest if part.part_of == whole.id] == parts


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The quake took the lives of more than 100 people.", "killed"),
        ("The book tells the lives of 100 people.", None),
        ("The clinic counted 30 cases of cholera.", "infected"),
        ("The lawyer took 30 cases last winter.", None),
    ],
)
def test_the_same_noun_is_of_different_measures(text: str, measure: str | None) -> None:
    assert figures(text)[0].measure == measure


def test_an_apposition_in_a_headline_is_no_second_person() -> None:
    made = article("Five pupils were trapped.", headline="Ada Lune, lost girl trapped under school, never existed")
    assert [figure.low for figure in find_figures(made, parsed(made), (), ())] == [5]
