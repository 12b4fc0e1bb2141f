import pytest

from twosource.text.numbers import find_numbers
from twosource.text.told_apart import why_no_figure


def reasons(text: str) -> list[str]:
    return [why_no_figure(text, number) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Anna Vale, 34, was hurt", "an age"),
        ("the boy, aged 7 or 8, ran", "an age"),
        ("19 or 20-year-olds", "an age"),
        ("a man in his 20s", "an age"),
        ("children under five", "an age"),
        ("two weeks ago", "a duration"),
        ("on 5 May", "a date or year"),
        ("on May 5", "a date or year"),
        ("since 2014", "a date or year"),
        ("around 2 a.m.", "a clock time"),
        ("at 7 o'clock", "a clock time"),
        ("at 12 Alder Street", "an address"),
        ("in the 2200 block of Alder Street", "an address"),
        ("on Route 9", "a label or part of a name"),
        ("see page 3", "a label or part of a name"),
        ("the No. 2 seed", "a label or part of a name"),
        ("a 9mm pistol", "a calibre"),
        ("call 555-0134", "a score or code"),
        ("an F-16 landed", "part of a name or code"),
        ("the A42 was shut", "part of a name or code"),
        ("the 20th victim", "part of a name or code"),
        ("a six-storey block", "part of a compound word"),
        ("hit three times", "a comparison or how often"),
        ("dozens of times more", "a comparison or how often"),
        ("two counts of murder", "counts of a charge"),
        ("dialled 911", "an emergency number"),
    ],
)
def test_numbers_that_are_no_figures_are_told_apart(text: str, reason: str) -> None:
    assert reason in reasons(text)


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
        "$20 in coins",
    ],
)
def test_figures_are_left_alone(text: str) -> None:
    assert reasons(text)[0] == ""


def test_both_ages_of_a_pair_are_ages() -> None:
    assert set(reasons("19 and 20-year-olds")) == {"an age"}
