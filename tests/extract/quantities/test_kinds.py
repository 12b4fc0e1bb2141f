import pytest

from twosource.extract.quantities import FIGURES, find_quantities


def kinds(text: str) -> list[str]:
    return [number.kind for number in find_quantities(text, "en")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Vale, 34, was hurt", "age"),
        ("the boy, aged 7 or 8, ran", "age"),
        ("19 or 20-year-olds", "age"),
        ("a man in his 20s", "age"),
        ("children under five", "age"),
        ("two weeks ago", "date"),
        ("for two weeks", "duration"),
        ("on 5 May", "date"),
        ("on May 5", "date"),
        ("since 2014", "date"),
        ("around 2 a.m.", "clock time"),
        ("at 7 o'clock", "clock time"),
        ("at 12 Alder Street", "address"),
        ("in the 2200 block of Alder Street", "address"),
        ("on Route 9", "label"),
        ("see page 3", "label"),
        ("the No. 2 seed", "label"),
        ("a 9mm pistol", "calibre"),
        ("3 of 12 The quay at night", "picture"),
        ("Image 4 of 15 The quay at night", "picture"),
        ("call 555-0134", "score"),
        ("an F-16 landed", "part of a name"),
        ("the A42 was shut", "part of a name"),
        ("the 20th victim", "part of a name"),
        ("a six-storey block", "part of a name"),
        ("hit three times", "times"),
        ("dozens of times more", "times"),
        ("two counts of murder", "charge"),
        ("dialled 911", "telephone"),
    ],
)
def test_a_number_is_of_the_kind_that_its_company_says(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "34 people were hurt",
        "In May 20 people drowned",
        "1,900 homes burned",
        "2000 people marched",
        "4 Dead, 2 Hurt in Drive-by",
        "a 40 per cent rise",
        "9 km away",
        "the 12 passengers",
        "30 of 200 stokers were laid off",
        "$20 in coins",
    ],
)
def test_figures_are_left_alone(text: str) -> None:
    assert kinds(text)[0] in FIGURES


def test_both_ages_of_a_pair_are_ages() -> None:
    assert set(kinds("19 and 20-year-olds")) == {"age"}
