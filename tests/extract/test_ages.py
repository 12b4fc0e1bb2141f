"""Ages, each with whose it is."""

import pytest

from invented import article, parsed
from twosource.extract import extract
from twosource.model import Figure


def ages(text: str) -> tuple[Figure, ...]:
    made = article(text)
    return extract(made, parsed(made)).ages


@pytest.mark.parametrize(
    ("text", "whose", "years"),
    [
        ("Ada Quill, 34, was pulled from the canal.", "Ada Quill", 34),
        ("Ada Quill (34) was pulled from the canal.", "Ada Quill", 34),
        ("Ada Quill, aged 34, was pulled from the canal.", "Ada Quill", 34),
        ("Ada Quill, who is 34, was pulled from the canal.", "Ada Quill", 34),
        ("Police praised 34-year-old Ada Quill.", "Ada Quill", 34),
        ("Doctors saw the 34-year-old survivor, Ada Quill, on Monday.", "Ada Quill", 34),
        ("A 34-year-old baker was pulled from the canal.", "baker", 34),
        ("Ada Quill, a 34-year-old baker, was pulled from the canal.", "Ada Quill", 34),
        ("In Norvale, a 34-year-old baker was pulled from the canal.", "baker", 34),
        ("A boy aged 11 was pulled from the canal.", "boy", 11),
        ("The girl, 9, was pulled from the canal.", "girl", 9),
    ],
)
def test_an_age_belongs_to_the_person_it_is_told_of(text: str, whose: str, years: float) -> None:
    assert [(age.counted, age.low, age.kind, age.unit) for age in ages(text)] == [(whose, years, "age", "years")]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "The dead are Ada Quill, 34-year-old Martin Brink and 9-year-old Laura Stone.",
            ["Martin Brink", "Laura Stone"],
        ),
        ("Her brother, 34-year-old Martin Brink, was pulled from the canal.", ["Martin Brink"]),
        ("According to the coroner Ada Quill, 34-year-old Martin Brink drowned.", ["Martin Brink"]),
        ("Ada Quill, 34, and Martin Brink were pulled from the canal.", ["Ada Quill"]),
        ("Ada Quill, 34, Martin Brink said, was pulled from the canal.", ["Ada Quill"]),
        ("Her brother, 34, was pulled from the canal.", ["brother"]),
    ],
)
def test_an_age_right_before_a_name_is_not_that_of_who_stands_before_it(text: str, whose: list[str]) -> None:
    assert [age.counted for age in ages(text)] == whose


def test_an_age_of_several_is_not_that_of_who_told_it() -> None:
    assert ages("All three were men between 20 and 30 years old, Quill said.") == ()


def test_a_surname_of_somebody_named_in_full_is_a_persons_whatever_else_the_word_may_be() -> None:
    told = ages("The judge jailed Kjell Strand. The judge said Strand, 34, had sold the harbour.")
    assert [(age.counted, age.low) for age in told] == [("Kjell Strand", 34)]
    assert ages("The judge said Strand, 34, had sold the harbour.") == ()


def test_a_surname_stands_for_the_full_name_that_the_article_has() -> None:
    told = ages("Ada Brink was pulled from the canal. Brink, 34, is a baker.")
    assert [(age.counted, age.low) for age in told] == [("Ada Brink", 34)]


@pytest.mark.parametrize(
    "text",
    [
        "Children under five ride free.",
        "The bridge is 34 metres long.",
        "Room 34, the old bakery, was shut.",
        "The Norvale Council, 34 of whose members had left, met.",
    ],
)
def test_an_age_of_nobody_in_particular_and_other_numbers_are_left_out(text: str) -> None:
    assert ages(text) == ()


def test_an_age_is_no_figure() -> None:
    made = article("Ada Quill, 34, was pulled from the canal with 12 others.")
    assert [figure.low for figure in extract(made, parsed(made)).figures] == [12]


def test_a_whole_name_that_the_parser_takes_for_something_else_is_a_persons_where_an_age_stands_beside_it() -> None:
    assert [age.counted for age in ages("The survivor, Arne Holt, 27, is in hospital.")] == ["Arne Holt"]
    assert [age.counted for age in ages("Doctors said the 26-year-old survivor, Arne Holt, was awake.")] == [
        "Arne Holt"
    ]
