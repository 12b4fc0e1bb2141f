"""In a story of a few articles: what two sentences must have in common to be one fact."""

import numpy as np
import pytest

from invented import article, english
from twosource.compare.alignment import gather
from twosource.pipeline import Options, compare

ELSEWHERE = "Rain fell on the hills of Tarn all week, and the harvest was late."


def are_one(one: str, other: str, *, more: int = 0) -> bool:
    """Whether the first sentences of two articles are in one point, in a story with ``more`` articles beside."""
    texts = [one, other, *(f"{ELSEWHERE} It was week {number}." for number in range(more))]
    articles = [article(text, outlet=f"quay{number}.example") for number, text in enumerate(texts)]
    story = compare(articles, Options(parser=english()))
    first = [{each.id for each in story.statements if each.article == a.id and not each.start} for a in articles[:2]]
    return any(all(ids.intersection(point.statements) for ids in first) for point in story.points)


@pytest.fixture
def chance(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """All that is learned says of any two statements that they tell the same with one chance."""
    monkeypatch.setattr(gather, "chances_of", lambda couples: np.full(len(couples), request.param))


NAMED = ("Gilda Storrow, 61, grew up in Lower Hask.", "Gilda Storrow walked her dog in Lower Hask.")
PLACED = ("A kite hung in a tree on Ferris Lane in Oss.", "Two cooks fled down Ferris Lane in Oss.")
PERSONS = ("The 12-year-old girl sings in a choir.", "A doctor saw the 12-year-old girl.")
PARKED = ("A police van was parked in the driveway.", "He worried because her bicycle was parked in the driveway.")
TOLD = ("A baker found the lost ring in a drain.", "The ring was pulled from a drain by a baker.")
ARRESTED = ("Harbour police arrested Ivo Lanz at his flat.", "The arrest of Ivo Lanz surprised his neighbours.")


@pytest.mark.parametrize("chance", [0.88], indirect=True)
@pytest.mark.usefixtures("chance")
@pytest.mark.parametrize("told", [NAMED, PLACED, PERSONS])
def test_whoever_and_wherever_both_tell_of_makes_no_fact(told: tuple[str, str]) -> None:
    assert not are_one(*told)


@pytest.mark.parametrize("chance", [0.88], indirect=True)
@pytest.mark.usefixtures("chance")
@pytest.mark.parametrize("told", [TOLD, ARRESTED])
def test_what_happened_makes_one(told: tuple[str, str]) -> None:
    assert are_one(*told)


@pytest.mark.parametrize(("chance", "joined"), [(0.96, True), (0.88, False)], indirect=["chance"])
@pytest.mark.usefixtures("chance")
def test_two_that_are_all_but_sure_need_nothing_in_common(*, joined: bool) -> None:
    assert are_one(*NAMED) == joined


@pytest.mark.parametrize("chance", [0.88], indirect=True)
@pytest.mark.usefixtures("chance")
@pytest.mark.parametrize(("more", "joined"), [(2, False), (3, True)])
def test_in_a_story_of_more_articles_it_is_not_asked(more: int, *, joined: bool) -> None:
    assert are_one(*NAMED, more=more) == joined


@pytest.mark.parametrize("chance", [0.62], indirect=True)
@pytest.mark.usefixtures("chance")
@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Police have made no arrests.", "No arrests had been made by nightfall, and the shop stayed shut.", True),
        ("No details of the fire were released.", "The name of the baker was not released.", False),
        ("Police made two arrests.", "Arrests were made by nightfall, and the shop stayed shut.", False),
    ],
)
def test_what_both_say_was_not_done_is_one_fact_unless_it_was_to_be_done_to_two(
    one: str, other: str, *, joined: bool
) -> None:
    assert are_one(one, other) == joined


@pytest.mark.parametrize("chance", [0.6], indirect=True)
@pytest.mark.usefixtures("chance")
def test_accounts_that_clash_stay_together() -> None:
    assert are_one("The old ferry sank off Tarn on Monday.", "The old ferry stayed afloat off Tarn on Monday.")


@pytest.mark.parametrize("chance", [0.6], indirect=True)
@pytest.mark.usefixtures("chance")
@pytest.mark.parametrize(
    ("short", "joined"),
    [("The boy lost a thumb.", True), ("The boy lost a boot.", False), ("Ivo Lanz of Tarn.", False)],
)
def test_what_stands_whole_in_the_other_is_one_fact_unless_it_only_says_who_is_meant(
    short: str, *, joined: bool
) -> None:
    assert are_one(short, "A nine-year-old boy, Ivo Lanz of Tarn, lost his thumb to a scythe.") == joined
