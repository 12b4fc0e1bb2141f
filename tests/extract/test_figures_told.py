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
        ("One of the two guards shot while asking him in has died.", (2, "shot")),
        ("Lune was one of four hurt in the blast.", (4, "injured")),
        ("Five of the six injured attend a school.", (6, "injured")),
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


def placed(text: str) -> list[tuple[float, str, str | None]]:
    """Value, what is counted and place of each figure."""
    made = article(text)
    return [(f.low, f.counted, f.where) for f in find_figures(made, parsed(made), (), ())]


def test_a_list_without_signs_gives_each_name_its_own_number() -> None:
    assert placed("Harland has taken in 139,686, Meridia 97,827 and Tolm 877.") == [
        (139_686, "", "Harland"),
        (97_827, "", "Meridia"),
        (877, "", "Tolm"),
    ]
    listed = placed("Harland won 12 medals, Meridia nine and Tolm four.")
    assert [(low, counted) for low, counted, _ in listed] == [(12, "medals"), (9, "medals"), (4, "medals")]


@pytest.mark.parametrize(
    "text",
    [
        "Holt read Psalm 12, Luke 9 and John 8.",
        "The train stops at Orm 4, Tolm 5 and Ross 6.",
        "The report named Apollo 11, Apollo 12 and Gemini 8.",
        "He met Ada Lune, 40, Jon Holt, 30, and Mia Quill, 20.",
        "Turn right at Route 9, Exit 4 and Gate 8.",
    ],
)
def test_other_names_with_numbers_in_a_row_are_no_list_of_counts(text: str) -> None:
    assert placed(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Confirmed deaths rose by 3 to 44.", [(44, "killed", False)]),
        ("Confirmed deaths rose to 44 from 41.", [(44, "killed", False), (41, "killed", True)]),
        ("The toll went up to 33 from 29.", [(33, "killed", False), (29, "killed", True)]),
        ("The death toll, up from 29, stood at 33.", [(29, "killed", True), (33, "killed", False)]),
        ("The death toll stands at 33, up from 29.", [(33, "killed", False), (29, "killed", True)]),
        ("The number of cases has increased to 140.", [(140, None, False)]),
        ("Measles spread in Orm. Confirmed cases rose to 140.", [(140, "infected", False)]),
    ],
)
def test_what_a_count_has_come_to_is_its_value_and_what_it_was_is_background(
    text: str, values: list[tuple[float, str | None, bool]]
) -> None:
    made = article(text)
    found = find_figures(made, parsed(made), (), ())
    assert [(f.low, f.measure, f.background) for f in found] == values


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("The count of strikes had reached 80.", 80, "strikes"),
        ("The number of visitors has fallen to 900.", 900, "visitors"),
        ("The index closed at 900.", 900, "index"),
        ("The number of homes without power passed 12,000.", 12_000, "homes"),
    ],
)
def test_the_subject_of_a_verb_of_reaching_is_what_is_counted(text: str, value: float, counted: str) -> None:
    assert placed(text) == [(value, counted, None)]


@pytest.mark.parametrize("text", ["Holt reached 40.", "The firm reached 40.", "The plant stood at 80 Mill Road."])
def test_who_reaches_or_stands_at_something_is_not_counted(text: str) -> None:
    assert placed(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Users rose from 40 to 52 million.", [(4e7, None), (5.2e7, None)]),
        ("The fine rose from $40 to $52 million.", [(4e7, "USD"), (5.2e7, "USD")]),
        ("The population fell from 900 to 1.2 million.", [(900, None), (1.2e6, None)]),
        ("Turnout fell from 52 to 40 percent.", [(52, "%"), (40, "%")]),
        ("Output fell in 2014/15 to 71,000 barrels.", [(71_000, "barrels")]),
        ("The index rose 12 to 900.", [(900, None)]),
    ],
)
def test_two_values_of_a_change_share_scale_and_unit(text: str, values: list[tuple[float, str | None]]) -> None:
    assert [(low, unit) for low, _, _, unit, _ in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("They live north of 40 villages.", "unstated"),
        ("It lies miles north of 40 villages.", "unstated"),
        ("North of 700 people were killed.", "more than"),
        ("It cost north of 40 crowns.", "more than"),
    ],
)
def test_north_of_is_a_bound_but_where_somebody_lives(text: str, bound: str) -> None:
    assert [bound_ for _, _, bound_, *_ in figures(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The 108-foot-tall rocket stood on the quay.", ["rocket"]),
        ("He ran the 7k.", []),
        ("It will cost 40 million crowns over three years.", ["crowns", ""]),
        ("Ten women over 60 died.", ["women over 60"]),
    ],
)
def test_what_is_counted_ends_where_the_noun_does(text: str, counted: list[str]) -> None:
    assert [words for _, words, _ in placed(text)] == counted


def test_a_group_is_shown_as_the_whole_of_the_numbers_it_names() -> None:
    made = article("Six died in Orm. Four adults and two children were killed in a fire at a mill.")
    found = {figure.id: figure for figure in find_figures(made, parsed(made), (), ())}
    assert [found[f.part_of].low for f in found.values() if f.part_of] == [6, 6]


def test_whose_relatives_died_is_none_of_them() -> None:
    assert 3 not in [low for low, _ in tolls("A man, whose sister and nephew were killed in a fire, left Orm.")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the blast, 43 died.", [(43, "killed")]),
        ("In Orm, 43 were hurt.", [(43, "injured")]),
        ("At the school, 12 died and four were hurt.", [(12, "killed"), (4, "injured")]),
        ("A cook, 43, died.", []),
        ("On Monday Ada Lune, 43, died.", []),
        ("In Orm a cook, 43, died.", []),
    ],
)
def test_a_number_behind_an_opening_phrase_is_no_age(text: str, found: list[tuple[float, str]]) -> None:
    assert [(low, measure) for low, measure in tolls(text) if low > 1] == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Temperatures dropped to minus 12 degrees.", [(-12, "degrees")]),
        ("The margin is plus or minus 3 points.", [(3, "points")]),
        ("In the second half of July it rained.", []),
        ("Half of the shops were shut.", [(50, "%")]),
        ("The lake has shrunk by a third.", [(33.3333, "%")]),
        ("It was bought by a third party.", []),
        ("Rain of 110 mm fell.", [(110, "mm")]),
        ("He had a 9mm pistol.", []),
        ("The party holds 112 of the 200 seats.", [(112, None), (200, None)]),
        ("She called 112.", []),
        ("A town of 8,400 has no doctor.", [(8_400, None)]),
        ("A box of 8,400 stood there.", []),
        ("Two marches are planned.", [(2, None)]),
        ("Gems worth 85 million euros (74 million pounds) were stolen.", [(8.5e7, "EUR"), (7.4e7, "GBP")]),
        ("They shipped 74 million pounds of beef for 85 million euros.", [(7.4e7, "lb"), (8.5e7, "EUR")]),
    ],
)
def test_forms_of_numbers_and_their_near_misses(text: str, values: list[tuple[float, str | None]]) -> None:
    assert [(round(low, 4), unit) for low, _, _, unit, _ in figures(text)] == values


def test_an_opening_place_is_that_of_all_who_are_joined_behind_it() -> None:
    assert placed("At the Elm Street mill 19 men and six boys had died.") == [
        (19, "men", "the Elm Street mill"),
        (6, "boys", "the Elm Street mill"),
    ]
    assert placed("At the Elm Street mill 19 men died and six boys were hurt.")[1] == (6, "boys", None)


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("A father of five was killed in Velden.", (1, "killed")),
        ("A mother-of-three was killed in Velden.", (1, "killed")),
        ("A family of five was killed in Velden.", (5, "killed")),
        ("A crew of nine was rescued off Velden.", (9, "rescued")),
        ("The mother of two girls who were killed in the fire wept.", (2, "killed")),
    ],
)
def test_the_number_behind_a_parent_is_that_of_the_children(text: str, toll: tuple[float, str]) -> None:
    assert tolls(text) == [toll]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two guards fatally shot a burglar at a depot.", [(1, "killed")]),
        ("A man shot and killed three neighbours in Velden.", [(3, "killed")]),
        ("Two guards were fatally shot on Monday.", [(2, "killed")]),
        ("Two guards fatally shot on Monday were buried.", [(2, "killed")]),
        ("Four people were shot and killed outside a depot.", [(4, "killed")]),
        ("The three men transported to a hospital in Velden were named.", [(3, "hospitalised")]),
    ],
)
def test_who_shot_somebody_dead_is_not_counted_among_the_dead(text: str, expected: list[tuple[float, str]]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Two of the seven miners hurt on Sunday have died.", (2, "killed")),
        ("One of the gunshot victims died in hospital.", (1, "killed")),
        ("Two of the miners hurt on Sunday went home.", (2, "injured")),
        ("Two of the victims killed were hit in the head.", (2, "killed")),
    ],
)
def test_those_of_a_group_who_died_are_dead_whatever_befell_the_group(text: str, toll: tuple[float, str]) -> None:
    assert tolls(text)[0] == toll


def test_who_is_in_a_stable_condition_is_hurt_and_not_critically() -> None:
    assert tolls("Six riders are in stable condition and two are in critical condition.") == [
        (6, "injured"),
        (2, "critically injured"),
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The payments were staggered over nine weeks.", "unstated"),
        ("The talks were spread over nine weeks.", "unstated"),
        ("The talks lasted over nine weeks.", "more than"),
        ("The talks took over nine weeks.", "more than"),
    ],
)
def test_a_time_that_something_is_spread_over_has_no_bound(text: str, bound: str) -> None:
    assert [told for _, _, told, unit, _ in figures(text) if unit == "weeks"] == [bound]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They took $2 million worth of tools.", "tools"),
        ("They took $2 million worth of the new tools.", "new tools"),
        ("Their house is worth $2 million in all.", ""),
    ],
)
def test_what_an_amount_is_worth_of_is_what_it_counts(text: str, counted: str) -> None:
    made = article(text)
    assert [f.counted or "" for f in find_figures(made, parsed(made), (), ()) if f.kind == "money"] == [counted]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Two of the riders have been released from hospital.", []),
        ("The names of the four riders have been released.", []),
        ("Nine sailors were released on Monday.", [(9, "freed")]),
        ("Nine prisoners were released and taken to a clinic for treatment.", [(9, "freed")]),
        ("Police released three suspects on Monday.", [(3, "freed")]),
        ("Velden freed 40 prisoners, some of them from a hospital.", [(40, "freed")]),
    ],
)
def test_who_is_sent_home_from_hospital_is_not_freed(text: str, toll: list[tuple[float, str]]) -> None:
    assert tolls(text) == toll


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The launch carried 140 passengers and a crew of nine.", ["passengers"]),
        ("The launch had a crew of nine sailors.", ["sailors"]),
    ],
)
def test_the_size_of_a_group_counts_nobody_named_before_it(text: str, counted: list[str]) -> None:
    made = article(text)
    assert [one.counted for one in find_figures(made, parsed(made), (), ())] == counted
