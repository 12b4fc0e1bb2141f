"""Adding the same articles in any order, split over any processes, gives the same library, over years."""

import random
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kept import cheap, noon, raw
from twosource.library import Library
from twosource.model import Raw

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Each example makes libraries: whatever fails is small enough as it is."""
FIRST = date(2021, 3, 4)
FRAMES = (
    ("A {0} burned down in {town} and {n} workers were led out, fire chief {p} said.", "Sparks from a {1} had set the roof alight, {q} told {town} radio."),
    ("Voters of {town} chose {p} as mayor by {n} ballots over {q}.", "The campaign had turned on the price of a new {0} and an old {1}."),
    ("Engineers in {town} opened a {0} after {n} days of digging beneath the {1}.", "“It will last a century,” {p} promised when the ribbon was cut by {q}."),
    ("Thieves emptied the {0} of {town} overnight and took {n} paintings, curator {p} admitted.", "A guard, {q}, slept beside the {1} while alarms rang."),
    ("Doctors of {town} linked {n} cases of fever to water from the {0}, epidemiologist {p} wrote.", "Families were told by {q} to boil what comes through the {1}."),
    ("Heavy snow cut {town} off and stranded {n} passengers at the {0}, dispatcher {p} reported.", "Ploughs reached the {1} at dawn, driver {q} recalled."),
    ("A court in {town} sentenced {p} to {n} months for selling shares of a {0} that was never built.", "Prosecutor {q} called the {1} scheme a fraud."),
    ("Archaeologists dug {n} coins out of the {0} near {town}, professor {p} announced.", "They lay under a {1} for two thousand winters, according to {q}."),
)  # fmt: skip
WORDS = [
    "harbour",
    "bridge",
    "quarry",
    "orchard",
    "tunnel",
    "ferry",
    "glacier",
    "mill",
    "viaduct",
    "reactor",
    "opera",
    "library",
    "canal",
    "dam",
    "airfield",
]
PEOPLE = [
    "Brandt",
    "Lund",
    "Varro",
    "Pellow",
    "Oslund",
    "Noor",
    "Tarrow",
    "Quill",
    "Sorrel",
    "Wenning",
    "Ashby",
    "Corvin",
    "Hale",
    "Imber",
    "Jost",
]


def event(number: int) -> str:
    """What happened, in words that no other event has many of."""
    chance = random.Random(number)  # noqa: S311 - invented text
    town = "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(4)).capitalize()
    things, people = chance.sample(WORDS, 2), chance.sample(PEOPLE, 2)
    return "\n\n".join(
        line.format(*things, town=town, n=chance.randrange(20, 900), p=people[0], q=people[1])
        for line in FRAMES[number % len(FRAMES)]
    )


def article(number: int, outlet: int, day: date | None) -> Raw:
    title = f"{' '.join(event(number).split()[:7])}: outlet {outlet} reports"
    text = f"{event(number)}\n\nOutlet {outlet} was there."
    return raw((title, text), f"o{outlet}.example", published=f"{day.isoformat()}T10:00" if day else None)


def years(events: int, seed: int) -> list[Raw]:
    """Three reports each of events that lie over ten years, and a few with wrong dates or none."""
    chance = random.Random(seed)  # noqa: S311 - invented text
    days = [FIRST + timedelta(days=day) for day in chance.sample(range(0, 3650, 30), events)]
    found = [article(n, outlet, day + timedelta(days=outlet)) for n, day in enumerate(days) for outlet in range(3)]
    wrong = [article(14, 7, date(2099, 1, 1)), article(15, 7, date(1975, 1, 1))]
    return [*found, *wrong]


def grouped(path: Path) -> set[frozenset[str]]:
    """Which articles are in one story, by their titles."""
    with Library.open(path, cheap(), create=False) as library:
        cards = library.stories(limit=10_000)
        return {frozenset(one.headline or "" for one in library.story(card.id).articles) for card in cards}


def added(path: Path, pieces: Sequence[Sequence[Raw]]) -> Path:
    for piece in pieces:
        with Library.open(path, cheap(), clock=noon) as library:
            library.add(piece)
    return path


def test_one_article_dated_in_the_future_does_not_part_what_comes_after_it(tmp_path: Path) -> None:
    day = date(2031, 5, 12)
    future = article(9, 0, date(2099, 1, 1))
    added(tmp_path / "news.db", [[article(1, 0, day)], [future], [article(1, 1, day)], [article(1, 2, day)]])
    assert sorted(map(len, grouped(tmp_path / "news.db"))) == [1, 3]


def test_undated_articles_that_came_first_are_found_by_dated_ones_and_the_other_way_round(tmp_path: Path) -> None:
    day = date(2031, 5, 12)
    one, two, none = article(1, 0, day), article(1, 1, day), article(1, 2, None)
    for number, pieces in enumerate(([[none], [one], [two]], [[one], [none], [two]], [[one], [two], [none]])):
        assert sorted(map(len, grouped(added(tmp_path / f"{number}.db", pieces)))) == [3]


def test_an_old_archive_that_comes_behind_newer_articles_makes_stories_of_its_own(tmp_path: Path) -> None:
    new = [article(n, outlet, date(2031, n + 1, 12)) for n in range(8) for outlet in range(2)]
    old = [article(n, outlet, date(2021, n - 7, 12)) for n in range(8, 16) for outlet in range(2)]
    assert sorted(map(len, grouped(added(tmp_path / "news.db", [new, old])))) == [2] * 16


def test_the_same_words_years_apart_are_two_stories(tmp_path: Path) -> None:
    days = (date(2021, 5, 12), date(2031, 5, 12))
    made = [article(1, outlet, day) for outlet, day in enumerate((*days, *days))]
    assert sorted(map(len, grouped(added(tmp_path / "news.db", [made])))) == [2, 2]


@settings(max_examples=3, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 1000), order=st.randoms(use_true_random=False))
def test_articles_of_ten_years_in_any_order_and_split_give_the_same_stories(seed: int, order: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        raws = years(6, seed)
        whole = grouped(added(Path(folder) / "whole.db", [raws]))
        assert sorted(map(len, whole)) == [1] * 2 + [3] * 6
        order.shuffle(raws)
        cuts = sorted(order.sample(range(len(raws)), 3))
        pieces = [raws[a:b] for a, b in zip([0, *cuts], [*cuts, len(raws)], strict=True)]
        assert grouped(added(Path(folder) / "split.db", pieces)) == whole


class Adders(RuleBasedStateMachine):
    """Three processes that open, add, close and die as they like, under clocks that go to and fro."""

    @initialize(seed=st.integers(0, 1000))
    def begin(self, seed: int) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "news.db"
        self.raws = years(5, seed)
        self.open: dict[int, Library] = {}
        self.clock = 2031
        self.given: set[str] = set()

    @rule(who=st.integers(0, 2), row=st.integers(0, 16))
    def add(self, who: int, row: int) -> None:
        if who not in self.open:
            self.open[who] = Library.open(self.path, cheap(), clock=lambda: f"{self.clock}-06-01T00:00:00+00:00")
        self.open[who].add([self.raws[row]])
        self.given.add(self.raws[row].title or "")

    @rule(who=st.integers(0, 2))
    def end(self, who: int) -> None:
        if who in self.open:
            self.open.pop(who).close()

    @rule(year=st.sampled_from([1970, 2030, 2031, 2099]))
    def turn_the_clock(self, year: int) -> None:
        self.clock = year

    @invariant()
    def what_is_told_by_several_is_together_and_nothing_else(self) -> None:
        if not self.given:
            return
        stories: dict[str, set[str]] = {}
        for title in self.given:
            stories.setdefault(title.partition(": outlet")[0], set()).add(title)
        assert grouped(self.path) == {frozenset(one) for one in stories.values()}

    def teardown(self) -> None:
        for library in getattr(self, "open", {}).values():
            library.close()
        if hasattr(self, "folder"):
            self.folder.cleanup()


TestAdders = Adders.TestCase
TestAdders.settings = settings(
    max_examples=4, stateful_step_count=10, deadline=None, phases=QUICK, suppress_health_check=[HealthCheck.too_slow]
)
