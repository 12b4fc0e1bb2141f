import pytest

from invented import article, parsed
from twosource.extract.figures import find_figures
from twosource.model import Alternative, Figure
from twosource.text.ranges import first_values, range_of


def figures(text: str, **given: object) -> tuple[Figure, ...]:
    made = article(text, **given)  # type: ignore[arg-type]
    return find_figures(made, parsed(made), (), ())


def mains(text: str, **given: object) -> dict[str | None, float]:
    return {figure.measure: figure.low for figure in figures(text, **given) if figure.main}


def alternatives(text: str, **given: object) -> list[Alternative]:
    return [one for figure in figures(text, **given) for one in figure.alternatives]


def put_first(text: str, measure: str, **given: object) -> float | None:
    values = first_values(figures(text, **given), measure)
    return values[0][0] if values else None


def test_those_shot_less_the_dead_are_the_injured_where_no_number_of_injured_is_given() -> None:
    text = "Five people were shot in Norvale on Friday, two of them fatally, police said."
    (other,) = [one for one in alternatives(text) if one.measure == "injured"]
    assert (other.low, other.high, other.main) == (3, 3, True)
    assert "may include those who died" in other.reason


def test_an_alternative_names_the_figures_it_follows_from() -> None:
    found = figures("Five people were shot in Norvale on Friday. Two people were killed.")
    by_id = {figure.id: figure for figure in found}
    other = next(one for figure in found for one in figure.alternatives if one.measure == "injured" and len(one.of) > 1)
    assert [by_id[name].low for name in other.of] == [5, 2]


def test_the_shot_beside_the_dead_in_one_headline_are_not_lessened() -> None:
    assert put_first("Police spoke of a quarrel.", "injured", headline="1 dead, 3 shot in Port Arden") == 3


def test_no_alternative_where_nobody_was_shot() -> None:
    assert not alternatives("Five people were hurt in the flood, and two people were killed.")


def test_a_given_number_of_injured_stays_the_main_figure() -> None:
    text = "Two people were killed and three were wounded in Norvale. Five people were shot in all, police said."
    assert mains(text)["injured"] == 3
    assert put_first(text, "injured") == 3


def test_a_toll_may_leave_out_an_attacker_who_died_too() -> None:
    text = "A gunman killed four people at a mill in Norvale. He then turned the gun on himself."
    assert [(one.low, one.main) for one in alternatives(text) if one.measure == "killed"] == [(5, False)]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed four people at a mill in Norvale. Police shot and killed the suspect.",
        "A gunman killed four people at a mill in Norvale. The shooter was later shot dead.",
    ],
)
def test_an_attacker_may_have_been_killed_by_others(text: str) -> None:
    assert [(one.low, one.main) for one in alternatives(text) if one.measure == "killed"] == [(5, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Four people are dead in Norvale, including the gunman. Police shot and killed the suspect.",
        "A gunman killed four people in Norvale. Police shot at the suspect and killed his dog.",
    ],
)
def test_a_toll_that_counts_the_attacker_or_one_who_lived_is_left_alone(text: str) -> None:
    assert not [one for one in alternatives(text) if one.measure == "killed"]


def test_a_toll_is_left_alone_where_no_attacker_died() -> None:
    assert not alternatives("A gunman killed four people at a mill in Norvale. He was arrested.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was killed on Monday. In all, six people were killed in Norvale.", 6),
        ("Six people were killed in Norvale, including three children.", 6),
        ("Six people were killed in Norvale. Three others were killed last year.", 6),
        ("Ada was one of nine people killed in Norvale. Two people were killed in the kitchen.", 9),
    ],
)
def test_parts_others_and_single_victims_give_way_to_the_total(text: str, expected: float) -> None:
    assert mains(text)["killed"] == expected


def test_one_death_is_the_main_figure_where_it_is_the_only_one() -> None:
    assert mains("A woman was killed in Norvale on Monday. Two men were arrested.")["killed"] == 1


def test_two_of_those_men_died_is_a_part_with_its_own_measure() -> None:
    found = figures("Four men were shot in a house in Norvale. Two of those men died after the shooting.")
    assert [(figure.low, figure.measure) for figure in found][-1] == (2, "killed")


def test_not_surviving_is_dying_and_surviving_is_not() -> None:
    assert ("killed", 2) in mains("Four people were shot in Norvale, and two did not survive.").items()
    assert "killed" not in mains("Four people were shot in Norvale, and two people survived.")


@pytest.mark.parametrize(
    "text",
    ["Two men, 33 and 19, were hurt.", "Two boys, 14 and 15, were hurt.", "Two girls, ages 11, 7 and 3, were hurt."],
)
def test_ages_in_a_list_behind_persons_are_no_figures(text: str) -> None:
    assert [figure.low for figure in figures(text)] == [2]


def test_numbers_of_a_list_of_places_are_no_ages() -> None:
    found = figures("The flood killed 30 people in Norvale, 14 in Port Arden and 15 in Sule.")
    assert [figure.low for figure in found] == [30, 14, 15]


def test_the_range_of_several_articles_holds_what_they_put_first_and_leave_open() -> None:
    one = figures("Five people were shot in Norvale, two of them fatally.")
    two = figures("Four people were wounded in Norvale.")
    assert range_of([one, two], "injured") == (3, 4)
    assert range_of([two, one], "injured") == (3, 4)


def test_a_number_far_from_what_most_articles_put_first_is_outside_the_range() -> None:
    several = [figures("Four people were killed in Norvale.") for _ in range(3)]
    assert range_of([*several, figures("This year 60 people were killed in Norvale.")], "killed") == (4, 4)


def test_a_measure_nobody_counts_has_no_range() -> None:
    assert range_of([figures("The bridge was shut.")], "killed") is None
    assert range_of([], "killed") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk who killed one man has been charged, police said.", "killed"),
        ("One man has been charged, police said.", "charged"),
    ],
)
def test_the_verb_before_its_object_goes_before_what_follows(text: str, expected: str) -> None:
    assert [figure.measure for figure in figures(text) if figure.low == 1][-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels released twelve hostages on Monday.", "freed"),
        ("The firm released twelve patches on Monday.", None),
        ("The mill fired twelve workers on Monday.", "dismissed"),
        ("The frigate fired twelve rockets on Monday.", None),
    ],
)
def test_only_persons_are_freed_and_dismissed(text: str, expected: str | None) -> None:
    assert [figure.measure for figure in figures(text)] == [expected]


def test_one_of_the_worst_things_is_no_count_and_one_of_the_men_is() -> None:
    assert not figures("Deaths on the road are one of the worst problems of Norvale.")
    assert [figure.low for figure in figures("One of the men was killed.")] == [1]


def test_one_person_is_a_figure_only_where_a_toll_rests_on_it() -> None:
    assert figures("A man was charged on Monday.") == ()
    assert [(figure.low, figure.main) for figure in figures("A man was killed on Monday.")] == [(1, True)]
    assert [figure.low for figure in figures("Three people were killed. A man was killed at the gate.")] == [3]


def test_a_headlines_verb_is_no_part_of_what_is_counted() -> None:
    (figure,) = figures("The trial began in Norvale.", headline="Ricochet kills teenage girl")
    assert (figure.counted, figure.measure) == ("teenage girl", "killed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Drivers are 27% more likely to stop.", None), ("The mill has 27 more workers.", False)],
)
def test_more_likely_is_no_further_number(text: str, expected: bool | None) -> None:  # noqa: FBT001 - a case's value
    assert [figure.cumulative for figure in figures(text)] == [expected]


def test_many_tolls_many_ranges_and_endless_digits_do_not_stall() -> None:
    tolls = " ".join(f"{n + 3} people were shot and {n + 1} were killed." for n in range(150))
    assert len(figures(f"{tolls} {'between ' * 500}3 to 4 to 5 {'9' * 10_000} {'men, 14, ' * 300}")) >= 200


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe, a pro-refugee councillor, spoke in Norvale.",
        "The mill was hit two Sundays ago.",
        "Two Sundays later it rained.",
    ],
)
def test_a_refugee_in_a_compound_and_counted_weekdays_are_no_figures(text: str) -> None:
    assert not figures(text)


def test_villages_in_which_a_share_of_the_houses_fell_are_not_themselves_destroyed() -> None:
    found = figures("Some 40 percent of the buildings in seven villages were destroyed.")
    assert [figure.measure for figure in found if figure.low == 7] != ["destroyed"]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("A third victim of the fire in Norvale died on Sunday. Two people were killed at once.", 3),
        ("Three men were killed in Norvale on Friday. A fourth man died in hospital on Sunday.", 4),
    ],
)
def test_a_death_that_is_the_next_in_a_row_makes_the_toll_older(text: str, most: int) -> None:
    (other,) = [one for one in alternatives(text) if one.measure == "killed" and one.low == most]
    assert not other.main
    assert "is older" in other.reason


@pytest.mark.parametrize(
    "text",
    [
        "Three men were killed in Norvale on Friday. A fourth man was hurt, and is in hospital.",
        "Five people were killed in Norvale on Friday. A second victim died in the ambulance.",
        "Three men were killed in Norvale on Friday. A fourth boat was lost.",
    ],
)
def test_one_hurt_and_one_counted_already_make_no_toll_older(text: str) -> None:
    assert not [one for one in alternatives(text) if "is older" in one.reason]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("The father of a student who killed four classmates and himself in the fall was seized in Norvale.", 5),
        ("The flood of shots in Norvale left five people dead, plus the gunman. Five people were killed at once.", 6),
    ],
)
def test_an_attacker_told_with_his_victims_may_be_one_more(text: str, both: int) -> None:
    assert both in {one.low for one in alternatives(text) if one.measure == "killed"}


def test_a_number_that_is_read_together_with_him_has_him() -> None:
    assert mains("He killed four pupils and himself in Norvale on Friday, police said.")["killed"] == 5
    assert not [one for one in alternatives("He killed four pupils and himself in Norvale on Friday.") if one.low == 6]


def test_himself_behind_others_who_were_not_killed_is_no_death() -> None:
    text = "Four people were killed in Norvale. The mayor blamed the builders and himself."
    assert not [one for one in alternatives(text) if one.measure == "killed"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He killed his wife, Ada, and his son on Monday.", 2),
        ("A man, Jan Orm, and a boy were killed.", 2),
        ("He killed his wife, Ada, before he fled.", 1),
        ("He killed his wife, his son and a neighbour.", 3),
    ],
)
def test_a_name_behind_a_comma_says_who_somebody_is_and_counts_nobody_more(text: str, number: int) -> None:
    (main,) = [figure for figure in figures(text) if figure.main and figure.measure == "killed"]
    assert main.low == main.high == number
