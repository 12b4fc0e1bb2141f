"""What a story tells once, told by two accounts in two ways, and near misses in which both may be right."""

from datetime import date

import pytest

from invented import article, english
from twosource.model import Story
from twosource.pipeline import Options, compare

CAUSES = {
    "the owner and the fire chief": (
        "Owner Tilo Varn said faulty wiring had caused the fire at the mill.",
        "Fire chief Ada Brenk said the blaze at the mill had been started deliberately.",
    ),
    "ill from two things": (
        "Dr Ines Calder said the children fell ill from chicken served at noon.",
        "Nurse Olga Tamm said that water from a well had made them ill.",
    ),
    "set off by another": (
        "The avalanche was set off by the skiers themselves, said rescuer Jan Holm.",
        "Police said the avalanche had been triggered by a snowmobile.",
    ),
}
NO_CAUSES = {
    "both are looked into": (
        "Police are investigating whether faulty wiring caused the fire at the mill.",
        "Fire chief Ada Brenk said it could not be said whether the blaze was started deliberately.",
    ),
    "one comes of the other": (
        "Police said that heavy rain had caused the crash at Oss.",
        "The crash at Oss was caused by overloading, said mayor Ada Brenk.",
    ),
    "it is ruled out": (
        "Owner Tilo Varn said faulty wiring had caused the fire at the mill.",
        "Fire chief Ada Brenk ruled out that the blaze had been started deliberately.",
    ),
    "of another fire": (
        "Owner Tilo Varn said faulty wiring had caused the fire at the mill.",
        "A previous fire at the mill had been started deliberately, said fire chief Ada Brenk.",
    ),
    "of two effects": (
        "Owner Tilo Varn said faulty wiring had caused the fire at the mill.",
        "The guard died after a heart attack, said Dr Ines Calder.",
    ),
    "one source thinks better of it": (
        "Fire chief Ada Brenk said faulty wiring had caused the fire at the mill.",
        "Fire chief Ada Brenk said the blaze at the mill had been started deliberately.",
    ),
}
DOERS = {
    "found": (
        "The leak was discovered by an angler on Sunday, the council said.",
        "A sensor of the company detected the leak, said manager Tilo Varn.",
    ),
    "overpowered": (
        "The boy was overpowered by a teacher, said Jan Holm, a pupil.",
        "The sheriff said a resource officer had tackled the boy.",
    ),
}
NO_DOERS = {
    "two things are found": (
        "The leak was discovered by an angler on Sunday, the council said.",
        "A pupil found a purse near the school, said manager Tilo Varn.",
    ),
    "two may have": (
        "The leak was discovered by an angler on Sunday, the council said.",
        "A sensor of the company also detected the leak, said manager Tilo Varn.",
    ),
    "one account knows both": (
        "The boy was overpowered by a teacher. A guard tackled the boy at the gate.",
        "A guard tackled the boy, the sheriff said.",
    ),
}
STATES = {
    "verdict on all": (
        (
            "The keeper Orla Venn, who ran the stables, was acquitted of all charges for lack of proof.",
            "Keeper Orla Venn, found guilty on Monday of the lesser count of neglect, left by a side door.",
        ),
        "polarity",
    ),
    "verdict on one charge": (
        ("The jury acquitted Orla Venn of arson on Monday.", "The jury convicted Orla Venn of arson on Monday."),
        "polarity",
    ),
    "empty or packed": (
        ("The drill hall stood empty on Friday.", "The drill hall was packed on Friday."),
        "polarity",
    ),
    "held": (
        ("Police chief Ada Brenk said Dorn was holding a knife.", "Lawyer Tilo Varn said Dorn was holding a phone."),
        "manner",
    ),
    "room": (
        (
            "The attack happened in the school kitchen, the sheriff said.",
            "The man attacked two pupils in a corridor, said Jan Holm.",
        ),
        "place",
    ),
    "hurt": (
        ("Keeper Olav Tamm has a knee injury, the club said.", "Olav Tamm limped off with a hamstring injury."),
        "place",
    ),
    "end": (
        (
            "Minister Olga Tamm resigned on Monday, her office said.",
            "The prime minister dismissed Olga Tamm, two aides said.",
        ),
        "polarity",
    ),
    "examination": (
        ("Olav Tamm passed a medical on Monday.", "Olav Tamm failed a medical, the paper said."),
        "polarity",
    ),
    "deed": (
        ("No ransom was paid, said minister Ada Brenk.", "A ransom of two million was paid, the rebels said."),
        "polarity",
    ),
    "nobody": (("No one was hurt, said the company.", "Seven people were injured, said the hospital."), "polarity"),
    "ousted as": (
        ("The leader of Oss council resigned on Monday.", "Olga Tamm was ousted as leader of Oss council on Monday."),
        "polarity",
    ),
    "first name": (
        ("The guide, Kurt Hollin, was questioned by police.", "Police questioned the guide Karl Hollin."),
        "name",
    ),
}
NO_STATES = {
    "so many can be let in": (
        "The drill hall stood empty on Friday.",
        "The drill hall holds about 800 people.",
    ),
    "two verdicts on two charges": (
        "The keeper Orla Venn was acquitted of arson on Monday.",
        "Orla Venn was found guilty of neglect on Monday.",
    ),
    "a verdict on one of them": (
        "The keeper Orla Venn was acquitted on Monday.",
        "Orla Venn was found guilty of neglect on Monday.",
    ),
    "a verdict on appeal": (
        "The keeper Orla Venn was found guilty on Monday.",
        "Orla Venn was acquitted on appeal on Monday.",
    ),
    "a verdict after an appeal": (
        "The keeper Orla Venn was convicted on Monday.",
        "Orla Venn was later found innocent after an appeal.",
    ),
    "verdicts on two people": ("The jury acquitted Orla Venn of arson.", "The jury convicted Jan Holm of arson."),
    "one account knows both verdicts": (
        "Orla Venn was acquitted of arson and convicted of arson a day later in Tolm.",
        "The jury acquitted Orla Venn of arson.",
    ),
    "two people hold": (
        "Police chief Ada Brenk said Dorn was holding a knife.",
        "Lawyer Tilo Varn said Falk was holding a phone.",
    ),
    "two are hurt": ("Keeper Olav Tamm has a knee injury, the club said.", "Jan Holm has a hamstring injury."),
    "asked to go": (
        "Minister Olga Tamm was asked to resign and resigned, her office said.",
        "The prime minister dismissed Jan Holm, two aides said.",
    ),
    "nobody else": ("No one else was hurt, said the company.", "Seven people were injured, said the hospital."),
    "another did not": (
        "Tilo Varn did not leak the letter, said Ada Brenk.",
        "Jan Holm leaked the letter, the rebels said.",
    ),
    "short for it": ("The guide, Chris Hollin, was questioned.", "Police questioned the guide Christopher Hollin."),
    "two guides": ("The guide, Anna Hollin, was questioned.", "Police questioned the guide Karl Hollin."),
}
HOURS = {
    "landed": ("The jet landed safely at 14:20, the airport said.", "The jet touched down at 15:05."),
    "the blast": (
        "The blast took place at 2.15 a.m. on Monday.",
        "The explosion happened at about 3.10 a.m. on Monday.",
    ),
}
NO_HOURS = {
    "nearly one": ("The jet landed safely at 14:20, the airport said.", "The jet touched down at 14:25."),
    "roughly one": ("The blast took place at 2.50 a.m. on Monday.", "The blast took place at about 3 a.m. on Monday."),
    "of two things": ("The jet landed safely at 14:20, the airport said.", "The jet took off at 11:05."),
    "two landings": (
        "The jet landed at 14:20, the airport said. It touched down at 16:10 in Oss.",
        "The jet touched down at 15:05.",
    ),
}


def told(texts: tuple[str, str], days: int = 0) -> Story:
    articles = [
        article(text, outlet=f"{name}.example", published=f"{date(2031, 5, 14 + at * days)}T10:00")
        for at, (name, text) in enumerate(zip(("weir", "lock"), texts, strict=True))
    ]
    return compare(articles, Options(parser=english()))


def kinds(texts: tuple[str, str], days: int = 0) -> list[str]:
    return sorted(conflict.kind for conflict in told(texts, days).conflicts)


@pytest.mark.parametrize("texts", CAUSES.values(), ids=list(CAUSES))
def test_two_causes_of_one_thing_are_a_contradiction(texts: tuple[str, str]) -> None:
    assert kinds(texts) == ["reason"]


@pytest.mark.parametrize("texts", DOERS.values(), ids=list(DOERS))
def test_two_who_did_what_is_done_once_are_a_contradiction(texts: tuple[str, str]) -> None:
    assert kinds(texts) == ["agent"]


@pytest.mark.parametrize(("texts", "kind"), STATES.values(), ids=list(STATES))
def test_what_somebody_held_hurt_or_became_is_one_thing(texts: tuple[str, str], kind: str) -> None:
    assert kinds(texts) == [kind]


@pytest.mark.parametrize("texts", HOURS.values(), ids=list(HOURS))
def test_one_thing_has_one_hour(texts: tuple[str, str]) -> None:
    assert kinds(texts) == ["time"]


NEAR = {**NO_CAUSES, **NO_DOERS, **NO_STATES, **NO_HOURS}


@pytest.mark.parametrize("texts", NEAR.values(), ids=list(NEAR))
def test_what_may_both_be_so_is_no_contradiction(texts: tuple[str, str]) -> None:
    assert kinds(texts) == []


ARREST = "The driver was arrested at the quay, police said.", "Nobody has been arrested."


def test_an_arrest_that_is_denied_days_after_it_was_told_is_no_news_and_the_other_way_round_it_is() -> None:
    assert kinds(ARREST, days=1) == ["polarity"]
    assert kinds(ARREST[::-1], days=1) == []


def test_a_contradiction_shows_both_sides_with_on_whose_word_they_are() -> None:
    story = told(CAUSES["the owner and the fire chief"])
    (conflict,) = story.conflicts
    assert "lock.example (Ada Brenk)" in conflict.detail
    assert "weir.example (Tilo Varn)" in conflict.detail
    assert len(conflict.members) == len(story.articles)
