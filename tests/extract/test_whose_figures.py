import pytest

from invented import article, parsed
from twosource.extract import extract
from twosource.model import Figure


def told(text: str, **given: object) -> list[tuple[Figure, str | None]]:
    """Each figure with the name of its source."""
    made = article(text, **given)  # type: ignore[arg-type]
    found = extract(made, parsed(made))
    names = {source.id: source.name for source in found.sources}
    return [(figure, names.get(figure.source or "")) for figure in found.figures]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The health ministry's count of 73 dead grew.", "health ministry"),
        ("An estimate from the Norvale Council came to 4,000 dead.", "the Norvale Council"),
        ("Port Arden's mayor put the number of dead at 12.", "Port Arden's mayor"),
        ("The hospital, which on Monday spoke of 11 deaths, would not comment.", "hospital"),
        ("The toll published by the coroner stood at 12.", "the coroner"),
        ("The union of miners put the number of men at the face at 63.", "union of miners"),
        (
            "The coastguard lowered the number of people killed when the old ferry sank off Morvale to 12.",
            "The coastguard",
        ),
    ],
)
def test_who_keeps_a_count_is_its_source_where_nobody_says_it(text: str, name: str) -> None:
    ((_, found),) = told(text)
    assert found == name


@pytest.mark.parametrize(
    "text",
    [
        "The storm's toll of 73 dead grew.",
        "A toll of 73 dead was feared.",
        "The day's count of 12 dead shocked Norvale.",
    ],
)
def test_a_storm_keeps_no_count_and_the_outlet_says_so_itself(text: str) -> None:
    ((figure, name),) = told(text)
    assert name is None
    assert "the outlet's own word" in figure.reason


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The storm killed 300 people, including 137 in the capital.", ["", "the capital"]),
        ("In the capital, 30 people died.", ["the capital"]),
        ("The quake killed 73 people in Morvale and 13 in the State of Norland.", ["Morvale", "the State of Norland"]),
        ("In March, 30 people died.", [""]),
        ("In a statement, the ministry said 30 people died.", [""]),
    ],
)
def test_a_place_stands_behind_the_count_or_opens_the_sentence(text: str, where: list[str]) -> None:
    assert [figure.where or "" for figure, _ in told(text)] == where


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since the start of the war, 900 civilians have been killed.", True),
        ("Another 12 people were killed on Tuesday.", False),
        ("More than 2,000 people were killed.", None),
        ("The death toll rose to 45.", True),
    ],
)
def test_a_total_so_far_is_told_from_new_ones(text: str, expected: bool | None) -> None:  # noqa: FBT001 - a case's value
    assert [figure.cumulative for figure, _ in told(text)] == [expected]


def test_the_total_that_new_ones_bring_a_count_to_is_of_the_same_measure() -> None:
    (new, _), (total, _) = told("Another 12 people were killed on Tuesday, bringing the total to 40.")
    assert (new.low, new.cumulative, total.low, total.measure, total.cumulative) == (12, False, 40, "killed", True)


def test_a_total_of_points_is_no_toll() -> None:
    assert [figure.measure for figure, _ in told("They scored twice, bringing the total to 40 points.")] == [None]


def test_as_of_goes_before_a_nearer_time() -> None:
    text = "On Friday 300 people were missing as of Monday."
    ((figure, _),) = told(text, published="2031-03-12T10:00")
    assert figure.as_of == ("2031-03-10", "2031-03-10")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The number of refugees passed 2,000 on Sunday.", "more than"),
        ("As many as 2,000 refugees crossed the border.", "at most"),
        ("At least 2,000 people have fled Norland.", "at least"),
    ],
)
def test_refugees_and_people_who_have_fled_share_a_measure(text: str, bound: str) -> None:
    ((figure, _),) = told(text)
    assert (figure.low, figure.measure, figure.bound) == (2000, "fled", bound)


def test_people_displaced_in_their_country_are_no_refugees() -> None:
    ((figure, _),) = told("At least 2,000 people have been displaced.")
    assert figure.measure == "displaced"


def test_whoever_estimates_a_number_gives_it() -> None:
    ((_, name),) = told("The border stayed open, with the ministry estimating at least 300 dead.")
    assert (name or "").endswith("ministry")


def test_a_short_form_keeps_the_count_of_the_one_body_that_it_means() -> None:
    one = "The Harbour Authority said on Thursday that the berths were safe.\nThe authority had earlier put the toll at 14 dead."
    assert [name for _, name in told(one)] == ["The Harbour Authority"]
    headline = told("The Harbour Authority said that 14 people had died.", headline="Authority puts toll at 14 dead")
    assert {name for _, name in headline} == {"The Harbour Authority"}
    two = "The Coal Authority said on Friday that it had not been asked.\n" + one
    assert [name for _, name in told(two)] == ["authority"]


def test_who_changes_a_toll_is_its_source() -> None:
    ((_, found),) = told("The mayor's office raised the toll to 188 dead.")
    assert found == "mayor's office"


def test_who_raises_something_else_keeps_no_count() -> None:
    found = told("The mayor's office raised the bridge to 188 metres, and 12 people died.")
    assert {name for _, name in found} == {None}
