"""What the articles of a story together say a number is, and when no range is safe."""

from itertools import permutations

from invented import article, parsed
from twosource.compare import find_points, find_ranges
from twosource.extract.figures import find_figures
from twosource.model import Findings, StoryRange


def told(text: str, outlet: str, hour: int = 10, headline: str | None = None) -> Findings:
    made = article(text, outlet=outlet, headline=headline, published=f"2031-05-14T{hour:02}:00")
    return Findings(article=made, sources=(), statements=(), figures=find_figures(made, parsed(made)), moments=())


def found(*several: Findings) -> dict[str, StoryRange]:
    return {one.measure: one for one in find_ranges(several)}


ONE = told("Nine people were killed in Norvale, police said.", "bell.example", 8)
TWO = told("At least 12 people were killed in Norvale.", "courier.example", 12)
SAME = told("Nine people were killed in Norvale on Tuesday.", "tide.example", 9)


def test_a_range_runs_from_the_least_to_the_greatest_and_says_who_gives_them_and_when() -> None:
    one = found(ONE, TWO)["killed"]
    assert (one.low, one.high) == (9, 12)
    assert one.reason == (
        "The least: “Nine” in bell.example (14 May 2031, 08:00). "
        "The greatest: “At least 12” in courier.example (14 May 2031, 12:00)."
    )


def test_what_comes_on_top_of_a_number_is_no_end_of_the_range() -> None:
    later = told("Fourteen people were killed in Norvale. Four more bodies were found at noon.", "tide.example", 14)
    grown = told("The toll in Norvale rose to 14 after four bodies were found at noon.", "courier.example", 15)
    assert (found(ONE, later)["killed"].low, found(ONE, grown)["killed"].low) == (9, 9)


def test_the_figures_behind_a_range_are_named_main_ones_first() -> None:
    assert found(ONE, TWO)["killed"].figures == tuple(sorted(f.id for one in (ONE, TWO) for f in one.figures if f.main))


def test_where_all_give_one_value_both_ends_are_the_same() -> None:
    one = found(ONE, SAME)["killed"]
    assert one.low == one.high == 9
    assert one.reason.startswith("They put first “Nine” in bell.example")


def test_one_article_alone_has_its_figure_and_no_range() -> None:
    assert not found(ONE)
    assert not found(ONE, told("The bridge was shut.", "tide.example"))


def test_numbers_that_lie_far_apart_have_no_range_and_the_reason_says_so() -> None:
    one = found(ONE, told("In Norvale 400 people were killed.", "tide.example"))["killed"]
    assert (one.low, one.high) == (None, None)
    assert "No range is given: the numbers lie too far apart" in one.reason
    assert "“Nine” in bell.example" in one.reason


def test_people_of_two_sides_have_no_range() -> None:
    left = told("The duchy said 300 Norlander soldiers were killed.", "bell.example")
    right = told("The crown said 500 Sulean soldiers were killed.", "tide.example")
    one = found(left, right)["killed"]
    assert one.low is None
    assert "do not count the same" in one.reason


def test_who_tells_of_one_person_alone_gives_no_least_number() -> None:
    somebody = told("A man was killed in Norvale.", "tide.example")
    counted = told("One person was killed in Norvale.", "tide.example")
    few = told("Three people were killed in Norvale.", "bell.example")
    one = found(few, somebody)["killed"]
    assert (one.low, one.high) == (3, 3)
    assert "“A man” in tide.example" in one.reason.split("Left out: ")[1]
    assert found(few, counted)["killed"].low == 1
    assert found(somebody, told("A man was killed in Norvale, police said.", "bell.example"))["killed"].high == 1


def test_of_one_person_here_and_one_there_nothing_is_said_together() -> None:
    here, there = (
        told("A man was killed in Norvale.", "tide.example"),
        told("A man was killed in Sule.", "bell.example"),
    )
    one = found(here, there)["killed"]
    assert (one.low, one.high) == (None, None)


def test_a_number_far_from_the_others_is_left_out_and_named() -> None:
    far = told("In Norvale 400 people were killed.", "far.example")
    one = found(ONE, SAME, far)["killed"]
    assert (one.low, one.high) == (9, 9)
    assert one.outside == tuple(f.id for f in far.figures if f.main)
    assert "Left out: “400” in far.example" in one.reason


def test_a_number_of_another_event_is_not_in_the_range() -> None:
    later = told("Nine people were killed in Norvale.\nThe 1994 quake killed 25 people.", "late.example", 15)
    assert (found(ONE, later)["killed"].low, found(ONE, later)["killed"].high) == (9, 9)


def test_a_number_of_another_event_contradicts_nothing() -> None:
    later = told("The quake shook Norvale.\nThe 1994 quake killed 25 people in Norvale.", "late.example", 15)
    points, conflicts = find_points((ONE, later), ())
    assert not conflicts
    assert all(len(point.figures) == 1 for point in points if point.figures)


def test_what_words_leave_open_widens_the_range_with_its_reason() -> None:
    shot = told("Five people were shot in Norvale, two of them fatally.", "bell.example", 8)
    hurt = told("Four people were wounded in Norvale.", "tide.example", 9)
    one = found(shot, hurt)["injured"]
    assert (one.low, one.high) == (3, 4)
    assert "those shot less the dead" in one.reason


def test_the_order_of_the_articles_changes_nothing() -> None:
    ways = {find_ranges(order) for order in permutations((ONE, TWO, SAME))}
    assert len(ways) == 1


def test_a_number_of_those_who_are_hurt_less_than_others_is_no_end_of_a_range() -> None:
    whole = [told("Five people were injured in Norvale.", outlet) for outlet in ("bell.example", "tide.example")]
    part = told(
        "Two guests are in critical condition, and three suffered non-life-threatening wounds.",
        "weir.example",
    )
    assert (found(*whole, part)["injured"].low, found(*whole, part)["injured"].high) == (5, 5)
    alone = told("Three guests suffered non-life-threatening wounds.", "weir.example")
    assert found(*whole, alone)["injured"].low == 3


def test_a_measure_that_another_takes_in_is_not_told_beside_it_where_both_say_the_same() -> None:
    hurt = [
        told(f"{count} people were injured in Norvale.", f"{count}.example".lower()) for count in ("Nine", "Twelve")
    ]
    brought = [
        told(f"{count} people were taken to hospital in Norvale.", f"{count}-ward.example".lower())
        for count in ("Nine", "Twelve")
    ]
    assert list(found(*hurt, *brought)) == ["injured"]
    assert sorted(
        found(*hurt, *brought[1:], told("Thirteen people were taken to hospital in Norvale.", "ward.example"))
    ) == [
        "hospitalised",
        "injured",
    ]


def test_the_dead_are_told_before_the_injured() -> None:
    both = [
        told("Nine people were injured and two were killed in Norvale.", name)
        for name in ("bell.example", "tide.example")
    ]
    assert list(found(*both)) == ["killed", "injured"]
