"""Reports of one form: the same words each time, and other facts."""

from collections.abc import Callable

import pytest

from grouped_stories import Report, traits
from twosource.group import Stream
from twosource.settings import DEFAULTS

CRIMES = (
    ("Tarn", "Orrin Vasko", 31, "Hale", 2), ("Sandry", "Milo Drent", 24, "Birch", 1), ("Ombrel", "Piet Lasko", 45, "Mill", 3),
    ("Tarn", "Joss Arvid", 19, "Quarry", 1), ("Velm", "Ruben Ostley", 52, "Harbour", 2),
)  # fmt: skip
MATCHES = (
    ("Velm Rovers", "Sandry Town", "Kester", 3, 1), ("Tarn United", "Ombrel City", "Lund", 2, 0),
    ("Lisk Albion", "Quill Athletic", "Brandt", 1, 1), ("Velm Rovers", "Tarn United", "Ostley", 0, 2),
)  # fmt: skip
WEATHER = (
    ("Velm", 14, "south-west"),
    ("Tarnsey", 9, "north"),
    ("Lisk Island", 17, "east"),
    ("Ombrel", 4, "north-west"),
)


def crime(facts: tuple[str, str, int, str, int]) -> Report:
    town, name, age, street, hurt = facts
    return (
        f"Man, {age}, charged after shooting in {town}",
        f"A man was charged on Monday after a shooting in {town} that injured {hurt}, police said.\nOfficers were called to {street} Street shortly after midnight, where they found the victims with gunshot wounds. They were taken to hospital.\n{name}, {age}, was arrested at the scene and charged with attempted murder, police said. The investigation continues.",
    )


def match(facts: tuple[str, str, str, int, int]) -> Report:
    home, away, scorer, goals, other = facts
    return (
        f"{home} {goals}, {away} {other}",
        f"{home} met {away} on Saturday in the league, and it ended {goals}-{other}.\n{scorer} had the first chance after ten minutes, and the goalkeeper saved it. {scorer} was the best player of the match.\n{home} stay in the upper half of the table; {away} have one point less than before the winter.",
    )


def weather(facts: tuple[str, int, str]) -> Report:
    place, degrees, wind = facts
    return (
        f"Weather for {place}",
        f"It will be cloudy in {place} today with a little rain in the afternoon. Highest temperature {degrees} degrees.\nThe wind blows from the {wind}. Tomorrow it will be brighter with sunny spells in {place}.",
    )


@pytest.mark.parametrize("published", ["2031-05-12", None])
@pytest.mark.parametrize(("form", "facts"), [(crime, CRIMES), (match, MATCHES), (weather, WEATHER)])
def test_reports_of_one_form_and_other_facts_are_not_one_story(
    form: Callable[[object], Report], facts: tuple[object, ...], published: str | None
) -> None:
    stream = Stream(DEFAULTS)
    for one in facts:
        stream.add(traits(form(one), "velmpost.example", published))
    stream.repair(everything=True)
    assert max(map(len, stream.stories().values())) == 1
