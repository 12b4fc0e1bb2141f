import pytest

from grouped_stories import ROUND_UP, traits, week
from invented import article
from twosource.group import Stream
from twosource.group.roundups import is_round_up
from twosource.settings import DEFAULTS

MORE_STRIKES = (
    "Belmora counts its dead",
    "Belmora mourned nine people on Tuesday after Varnian missiles and drones set a block of flats in the Harrow district on fire, said Petra Oslund, the mayor.\nOstrea shot down 31 drones.",
)


@pytest.mark.parametrize(
    "headline",
    [
        "The week in brief",
        "Velm news briefs: Monday",
        "Crime roundup: two held",
        "Weekend wrap-up",
        "Sandry police blotter for May 12",
    ],
)
def test_a_headline_tells_a_round_up(headline: str) -> None:
    assert is_round_up(article("A ferry sank. A bank was robbed.", headline=headline))


@pytest.mark.parametrize(
    "headline",
    ["Minister keeps it brief", "Police round up twelve smugglers", "Man held in Roundup after shooting", "Ferry off Velm: live updates", "Briefs found beside stolen safe"],
)  # fmt: skip
def test_other_headlines_do_not(headline: str) -> None:
    assert not is_round_up(article("A ferry sank off Velm.", headline=headline))


def test_paragraphs_that_begin_at_three_places_are_a_round_up() -> None:
    items = ["VELM — A ferry ran aground.", "SANDRY — A vote was lost.", "OMBREL — A school fell."]
    assert is_round_up(article("\n".join(items), headline="From the region"))
    assert not is_round_up(article("\n".join([items[0], "VELM — The harbour was closed.", items[1]]), headline="News"))


def test_a_round_up_joins_one_story_at_most_and_draws_nobody() -> None:
    for order in (1, -1):
        stream = Stream(DEFAULTS)
        given = [
            traits(ROUND_UP, "weekly.example", "2031-05-12"),
            *week(),
            traits(MORE_STRIKES, "late.example", "2031-05-14"),
        ]
        changes = [change for one in given[::order] for change in stream.add(one)]
        stream.repair(everything=True)
        home = {name: story for story, names in stream.stories().items() for name in names}
        quake, strike = (
            frozenset(home[one.article] for one in part) for part in (given[1:3], [*given[3:5], given[-1]])
        )
        assert len(quake) == len(strike) == 1
        assert quake != strike
        first = next(change for change in changes if change.article == given[0].article)
        assert "tells of several events" in first.reason


def test_two_round_ups_of_the_same_week_do_not_find_each_other() -> None:
    stream = Stream(DEFAULTS)
    for outlet in ("weekly.example", "sunday.example"):
        stream.add(traits(ROUND_UP, outlet))
    assert len(stream.stories()) == 2
