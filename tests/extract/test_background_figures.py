"""Which event a number belongs to, and what one word or two numbers together say."""

import pytest

from invented import article, parsed
from twosource.extract.figures import find_figures
from twosource.model import Alternative, Figure
from twosource.text.ranges import first_values


def figures(text: str, **given: object) -> tuple[Figure, ...]:
    made = article(text, **given)  # type: ignore[arg-type]
    return find_figures(made, parsed(made), (), ())


def told(text: str, **given: object) -> list[tuple[float, str | None]]:
    return [(figure.low, figure.measure) for figure in figures(text, **given)]


def alternatives(text: str, **given: object) -> list[Alternative]:
    return [one for figure in figures(text, **given) for one in figure.alternatives]


@pytest.mark.parametrize(
    "text",
    [
        "The 1994 quake killed 57 people in Norvale.",
        "It was the worst flood since a storm killed 57 people in Sule.",
        "The vote comes days after 57 miners were killed in Sule.",
        "Neighbours spoke of last year's fire, which killed 57 people.",
        "In a separate attack, 57 people were killed in Sule.",
        "A fire last March killed 57 people in Sule.",
        "The deadliest attack in the country's history killed 57 people in Sule.",
        "On Dec. 14, 2012, a gunman killed 57 people in Sule.",
        "It was the third time in 24 hours in Sule that 57 people were shot at one place.",
    ],
)
def test_a_number_of_another_event_is_background_and_says_why(text: str) -> None:
    found = figures("Rain fell.\nThe mayor spoke.\nShops were shut.\nBuses stood.\n" + text, published="2031-05-13")
    (figure,) = [one for one in found if one.low == 57]
    assert figure.background
    assert not figure.main
    assert "background: " in figure.reason


@pytest.mark.parametrize(
    "text",
    [
        "The quake killed 57 people in Norvale.",
        "Days after the quake, 57 people were found dead in Norvale.",
        "On May 12, 2031, a gunman killed 57 people in Norvale.",
        "Separate fires killed 57 people in Norvale.",
        "For the third time in a week, 57 people were killed in Norvale.",
        "The army says 57 people have been killed since the march began.",
        "The blast killed 57 people in one of the deadliest attacks in the country's history.",
    ],
)
def test_a_number_of_the_event_itself_is_no_background(text: str) -> None:
    (figure,) = [one for one in figures(text, published="2031-05-13") if one.low == 57]
    assert not figure.background
    assert figure.main


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five protesters were shot in Norvale.", (5, "shot")),
        ("Five protesters stood in Norvale.", (5, "protested")),
        ("Six people were taken to Harlow Medical Center for treatment.", (6, "hospitalised")),
        ("Six people were taken to the station.", (6, None)),
        ("Officers found four adults — two men and two women — suffering from apparent gunshot wounds.", (4, "shot")),
        ("Three men between the ages of 18 and 23 received life-threatening injuries.", (3, "injured")),
        ("The blast put three women into the hospital.", (3, "hospitalised")),
        ("Medics reported taking two wounded people away.", (2, "injured")),
        ("A jury heard of the attempted murders of five teenagers.", (5, None)),
        ("A jury heard of the murders of five teenagers.", (5, "killed")),
        ("Four teenagers, ages 13 to 17, were hurt.", (4, "injured")),
    ],
)
def test_what_happened_is_found_around_other_words(text: str, expected: tuple[float, str | None]) -> None:
    assert expected in told(text)


def test_a_phrase_with_a_gap_does_not_reach_over_a_denial() -> None:
    assert (3, "injured") not in told("Three men had no injuries.")
    assert (3, "injured") in told("Three men had minor injuries.")


def test_what_is_said_of_one_of_four_is_not_said_of_the_four() -> None:
    assert (4, "killed") not in told("One of the four was pronounced dead at the scene.")
    assert (4, "killed") in told("Ada was one of the four killed in Norvale.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police are investigating a double homicide near the mill.", (2, "killed")),
        ("A quadruple shooting shook the mill town.", (4, "shot")),
    ],
)
def test_one_word_counts_the_victims(text: str, expected: tuple[float, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A double murder-suicide shook Norvale.",
        "He was charged with attempted double murder.",
        "She ran a double marathon.",
        "They opened a double bottle.",
    ],
)
def test_words_that_count_no_victims_are_left_alone(text: str) -> None:
    assert all(measure not in {"killed", "shot"} for _, measure in told(text))


def test_a_third_victim_who_died_may_be_the_last_of_three() -> None:
    (other,) = alternatives("Police gave no names.", headline="Third victim dies after mill shooting in Norvale")
    assert (other.measure, other.low, other.high) == ("killed", 3, 3)
    assert "may have died too" in other.reason


def test_a_victim_without_a_rank_leaves_nothing_open() -> None:
    assert not alternatives("Police gave no names.", headline="Victim dies after mill shooting in Norvale")


def test_one_gravely_hurt_and_three_others_hurt_may_be_four() -> None:
    text = "The gunfire left a man in critical condition and three others injured."
    found = figures(text)
    values = first_values(found, "injured")
    assert (3.0, 3.0) in values
    assert (4.0, 4.0) in values


def test_numbers_of_two_sentences_are_not_added() -> None:
    text = "The gunfire left a man in critical condition. Later three others were injured."
    assert (4.0, 4.0) not in first_values(figures(text), "injured")


def rest(text: str) -> tuple[Figure, ...]:
    return figures("Rain fell in Norvale.\nThe mayor spoke.\nShops were shut.\nBuses stood.\n" + text)


def test_what_somebody_unknown_to_the_lead_did_elsewhere_is_background() -> None:
    (figure,) = [one for one in rest("The law was passed after Ada Lorn killed 20 people in Sule.") if one.low == 20]
    assert figure.background
    assert "Lorn" in figure.reason


def test_what_somebody_did_in_the_place_of_the_lead_is_no_background() -> None:
    (figure,) = [one for one in rest("The law was passed after Ada Lorn killed 20 people in Norvale.") if one.low == 20]
    assert not figure.background


def test_a_time_in_a_clause_about_the_person_is_not_that_of_what_was_done() -> None:
    (figure,) = [one for one in figures("A court indicted two girls who were filmed last month.") if one.measure]
    assert not figure.background
    (dead,) = [one for one in figures("The list names 40 people who were killed last month.") if one.measure]
    assert dead.background


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He shot one man fatally right away.", (1, "killed")),
        ("He shot one man in the leg.", (1, "shot")),
        ("The shop sold two 8K screens.", (2, "sold")),
        ("The collision of two 737 jets hurt 30.", (30, "injured")),
        ("Thieves nabbed three rings.", (3, None)),
        ("Police nabbed three men.", (3, "arrested")),
    ],
)
def test_words_around_a_number_tell_its_sense(text: str, expected: tuple[float, str | None]) -> None:
    assert expected in told(text)
    assert not {8000, 737} & {value for value, _ in told(text)}


def test_a_group_with_an_imprecise_member_is_imprecise() -> None:
    assert figures("She and about a dozen coworkers had just fled.")[0].bound == "about"


def test_a_man_shot_in_a_headline_is_one() -> None:
    assert (1, "shot") in told("Police gave no names.", headline="Norvale man shot in quarrel")


def test_a_headlines_verb_is_no_part_of_whom_it_counts() -> None:
    (figure,) = figures("Police gave no names.", headline="Ricochet killed Norland teenager")
    assert figure.counted == "Norland teenager"
