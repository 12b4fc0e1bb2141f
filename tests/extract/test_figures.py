import pytest

from invented import article, parsed
from twosource.extract.figures import find_figures
from twosource.extract.figures.background import why_background
from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Figure, Moment, Span, Statement


def figures(text: str, **given: object) -> tuple[Figure, ...]:
    made = article(text, **given)  # type: ignore[arg-type]
    return find_figures(made, parsed(made), (), ())


def told(text: str, **given: object) -> list[tuple[float, str, str | None]]:
    """Value, what is counted and what happened, of each figure."""
    return [(figure.low, figure.counted, figure.measure) for figure in figures(text, **given)]


def main(text: str, measure: str, **given: object) -> float | None:
    return next((f.low for f in figures(text, **given) if f.main and f.measure == measure), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two miners were killed.", (2, "miners", "killed")),
        ("The blast killed nine dock workers.", (9, "dock workers", "killed")),
        ("Seven people died in the fire.", (7, "people", "killed")),
        ("The storm left four villagers dead.", (4, "villagers", "killed")),
        ("Police in Port Arden arrested 12 people.", (12, "people", "arrested")),
        ("More than 300 homes were destroyed.", (300, "homes", "destroyed")),
        ("Some 4,000 people fled the valley.", (4000, "people", "fled")),
        ("Eleven hikers are missing.", (11, "hikers", "missing")),
        ("Rescuers saved 30 sailors.", (30, "sailors", "rescued")),
        ("Three teens were shot and killed outside a club.", (3, "teens", "killed")),
        ("There were 73 deaths in Norvale.", (73, "deaths", "killed")),
        ("The funeral of the 12 dead miners was held.", (12, "dead miners", "killed")),
    ],
)
def test_a_figure_has_what_is_counted_and_what_happened(text: str, expected: tuple[float, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "Some 30 of the ferry line's 200 stokers were laid off.",
            (30, "stokers", "dismissed"),
            (200, "stokers", None),
        ),
        ("30 of 200 stokers were laid off.", (30, "stokers", "dismissed"), (200, "stokers", None)),
        ("Guards arrested 9 of the choir's 14 singers.", (9, "singers", "arrested"), (14, "singers", None)),
    ],
)
def test_some_of_a_number_that_somebody_has_are_those_and_not_who_has_them(
    text: str, part: tuple[float, str, str], whole: tuple[float, str, None]
) -> None:
    assert told(text) == [part, whole]


def test_what_belongs_to_somebody_is_counted_with_its_own_noun() -> None:
    assert told("Two of the village's inns burned down.") == [(2, "village's inns", "destroyed")]
    assert told("She spent $400,000 of the children's savings.")[0][1] == "children's savings"


def test_the_value_of_a_toll_is_a_count_of_the_dead_and_a_total() -> None:
    (figure,) = figures("The death toll rose to 73.")
    assert (figure.low, figure.measure, figure.cumulative) == (73, "killed", True)


def test_a_bound_belongs_to_the_figure() -> None:
    (figure,) = figures("As many as 2,000 homes were damaged.")
    assert (figure.bound, figure.low, figure.start) == ("at most", 2000, 0)


def test_who_acts_is_not_who_suffers() -> None:
    assert told("Two gunmen killed five shoppers.")[1] == (5, "shoppers", "killed")
    assert told("Two gunmen killed five shoppers.")[0][2] is None


def test_no_one_hurt_is_zero() -> None:
    assert [(f.low, f.measure) for f in figures("No one was hurt in the crash.")] == [(0, "injured")]
    assert [(f.low, f.measure) for f in figures("No injuries were reported.")] == [(0, "injured")]


def test_no_one_seriously_hurt_says_nothing_of_the_hurt() -> None:
    assert figures("No one was seriously hurt in the crash.") == ()


def test_a_woman_killed_is_one() -> None:
    assert [(f.low, f.measure) for f in figures("A woman was killed on the bridge.")] == [(1, "killed")]


def test_a_couple_is_two() -> None:
    assert [(f.low, f.measure) for f in figures("The couple was found dead on Friday.")] == [(2, "killed")]


def test_a_man_and_his_son_are_two() -> None:
    assert [(f.low, f.measure) for f in figures("A man and his son were shot in their home.")] == [(2, "shot")]


def test_two_men_and_a_woman_are_three_of_whom_two_are_men() -> None:
    whole, part = figures("Two men and a woman were killed.")
    assert (whole.low, whole.measure, whole.main) == (3, "killed", True)
    assert (part.low, part.counted, part.main, part.part_of) == (2, "men", False, whole.id)


def test_those_named_after_a_comma_are_not_added_to_the_number_before() -> None:
    found = figures("Three victims, a farmer, a nurse and a teacher, were taken to hospital.")
    assert {f.low for f in found} <= {3.0}


def test_a_list_of_places_shares_noun_and_measure() -> None:
    found = figures("Officials reported 73 deaths in Norvale, 43 in Estrin and 13 in Port Arden.")
    assert [(f.low, f.measure, f.where) for f in found] == [
        (73, "killed", "Norvale"),
        (43, "killed", "Estrin"),
        (13, "killed", "Port Arden"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The shelling killed 300 people, including 137 in the capital.",
        "The shelling killed 300 people, 137 of them children.",
        "The shelling killed 300 people, among them 137 nurses.",
        "The toll rose to 300 on Monday after 137 bodies were found.",
        "The toll has climbed to 300, with 137 killed in the capital.",
    ],
)
def test_a_part_points_to_its_whole(text: str) -> None:
    whole, part = figures(text)
    assert (part.low, part.measure, part.part_of, part.main) == (137, "killed", whole.id, False)


def test_an_earlier_toll_and_another_kind_of_harm_are_no_parts_of_a_total() -> None:
    assert [f.part_of for f in figures("The toll rose to 21 from 18.")] == [None, None]
    assert [f.part_of for f in figures("So far 14 people have died and 12 were injured.")] == [None, None]


def test_what_is_only_threatened_did_not_happen() -> None:
    assert [f.measure for f in figures("He said the bomb could kill 300 people.")] == [None]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The repair cost $3.2 billion.", 3.2e9, "USD"),
        ("Turnout was 45%.", 45, "%"),
        ("The quake had a magnitude of 6.1.", 6.1, "magnitude"),
        ("The oil spread over 30 km.", 30, "km"),
    ],
)
def test_money_shares_and_measures_keep_their_unit(text: str, value: float, unit: str) -> None:
    assert [(f.low, f.unit) for f in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Vale, 34, left on May 5, 2031, at 2 a.m. from 12 Alder Street.",
        "The six-storey house fell two weeks ago on its seventh day.",
        "He was hit with a 9mm pistol.",
        "One of the reasons is known.",
    ],
)
def test_numbers_that_are_no_figures_are_not_shown(text: str) -> None:
    assert figures(text) == ()


def test_the_headline_goes_before_the_text() -> None:
    text = "At least six people were killed on Monday.\nSeven people died, a doctor said."
    assert main(text, "killed", headline="Seven killed in Norvale fire") == 7


def test_a_person_never_stands_before_several() -> None:
    text = "A woman was killed at the door.\nIn all, five people were killed in the fire."
    assert main(text, "killed") == 5


def test_other_years_are_not_the_main_figure() -> None:
    filler = "\n".join(f"Nothing more was said on street {name}." for name in ("A", "B", "C", "D", "E"))
    assert main(f"The bridge was shut.\n{filler}\nLast year 45 people were killed there.", "killed") is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("In 2030, at least four boatmen drowned in Tolm.", "measures.other_year"),
        ("In December 2030, four boatmen drowned in Tolm.", None),
        ("On 30 December 2030, four boatmen drowned in Tolm.", None),
        ("In 2031, four boatmen drowned in Tolm.", None),
        ("The reeve, who came in 2030, saw four boatmen drown in Tolm.", None),
    ],
)
def test_a_whole_year_before_the_articles_own_is_not_the_event(sentence: str, reason: str | None) -> None:
    why = why_background(sentence, sentence.index("four"), 2031, lexicon_of("en"))
    assert (why and why.code) == reason


def test_captions_and_headlines_hold_figures() -> None:
    found = told("The town is quiet.", headline="Four dead in Norvale", captions=("Two cars burned; 9 people died.",))
    assert (4, "", "killed") in found
    assert (9, "people", "killed") in found


def statement(made: Article, words: str, source: str | None) -> Statement:
    start = made.text.index(words)
    span = Span(start=start, end=start + len(words))
    return Statement(
        id=f"t{start}{len(words)}",
        article=made.id,
        kind="paraphrase",
        start=span.start,
        end=span.end,
        content=(span,),
        source=source,
    )


def test_a_figure_is_on_the_word_of_the_innermost_statement() -> None:
    made = article("The mayor said the nurse had told him that seven people died.")
    outer = statement(made, "the nurse had told him that seven people died", "s1")
    inner = statement(made, "seven people died", "s2")
    (figure,) = find_figures(made, parsed(made), (outer, inner), ())
    assert (figure.source, figure.statement) == ("s2", inner.id)


def test_without_a_statement_a_figure_is_the_outlets_own() -> None:
    (figure,) = figures("Seven people died.")
    assert (figure.source, figure.statement) == (None, None)


def test_a_figure_takes_the_moment_of_its_sentence() -> None:
    made = article("Seven people died on Tuesday.")
    day = Moment(
        id="m1",
        article=made.id,
        start=17,
        end=28,
        earliest="2031-05-13",
        latest="2031-05-13",
        precision="day",
        reason="",
    )
    (figure,) = find_figures(made, parsed(made), (), (day,))
    assert figure.as_of == ("2031-05-13", "2031-05-13")


def test_figures_are_sorted_and_lie_inside_the_text() -> None:
    text = "Two men and a woman were killed, 19 people were hurt and 300 homes burned.\nDozens fled."
    found = figures(text, headline="3 dead, 19 hurt in Norvale")
    assert [f.start for f in found] == sorted(f.start for f in found)
    assert len({f.id for f in found}) == len(found)


@pytest.mark.parametrize("text", ["9 " * 3_000, "two men and " * 600, "a man and his son, " * 400, "killed 3, " * 800])
def test_pathological_text_neither_hangs_nor_raises(text: str) -> None:
    assert isinstance(figures(text), tuple)


def test_an_aside_that_names_a_part_does_not_hide_what_happened_to_the_whole() -> None:
    whole, part = figures("Hundreds of miners, including as many as 40 apprentices, have died.")
    assert whole.measure == "killed"
    assert (part.part_of, part.measure, part.bound) == (whole.id, "killed", "at most")


def test_an_army_that_lost_soldiers_had_them_killed_and_a_shop_that_lost_customers_did_not() -> None:
    assert told("The duchy lost 300 soldiers in the pass.") == [(300, "soldiers", "killed")]
    assert told("The shop lost 300 customers in the spring.")[0][2] == "lost"


def test_a_number_that_was_since_replaced_is_not_the_articles_main_one() -> None:
    text = "The guild met on Monday.\nCorrection: An earlier version of this article said that 39 miners were injured.\nDoctors said 41 miners were injured."
    assert main(text, "injured") == 41


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The number of injured fell from 50 to 43.", 43),
        ("The number of injured fell to 43 from 50.", 43),
        ("The number of injured reached 43.", 43),
    ],
)
def test_what_a_count_was_before_it_changed_is_never_put_first(text: str, first: float) -> None:
    assert [figure.low for figure in figures(text) if figure.main] == [first]


def test_a_number_from_somewhere_is_not_what_a_count_was() -> None:
    (figure,) = (one for one in figures("Police took to a hospital 12 people from 3 towns.") if one.low == 3)
    assert not figure.background


def test_the_dead_told_after_the_injured_are_no_part_of_them() -> None:
    text = "The injured number 54, among them 12 in the harbour. The dead included 13 children."
    assert [(f.low, f.measure, f.part_of is None) for f in figures(text)] == [
        (54, "injured", True), (12, "injured", False), (13, "killed", True),
    ]  # fmt: skip


def test_a_number_with_its_place_behind_a_toll_counts_the_same() -> None:
    assert [(f.low, f.measure, f.where) for f in figures("The dead number 188, 137 in the capital.")] == [
        (188, "killed", None), (137, "killed", "the capital"),
    ]  # fmt: skip


def test_a_toll_is_read_across_the_size_of_the_quake() -> None:
    text = "The toll from the magnitude 7 quake rose to 1,200."
    assert [(f.low, f.measure) for f in figures(text)] == [(7, None), (1200, "killed")]


def test_those_who_drown_die_and_a_sunken_boat_does_not() -> None:
    assert [(f.low, f.measure) for f in figures("Upwards of 50 people drowned.")] == [(50, "killed")]
    assert [f.measure for f in figures("Storms drowned 50 fields.")] == [None]
