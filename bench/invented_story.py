"""Any number of invented articles of one story: a bridge that gave way, as an agency and the outlets' own reporters tell it."""

import random
from pathlib import Path
from typing import Final

_PLACES: Final = ("Orrin", "Velmouth", "Castor Reach", "Dunlow", "Esk Haven", "Pelling")
_NAMES: Final = (
    "Argus",
    "Beacon",
    "Chronicle",
    "Despatch",
    "Examiner",
    "Globe",
    "Monitor",
    "Sentinel",
    "Tribune",
    "Watch",
)
_SPEAKERS: Final = ("Berit Halse", "Colm Adair", "Dagny Roth", "Emil Sato", "Fern Okoye", "Goran Lisk", "Hedda Voss")
_AGENCY: Final = (
    "A footbridge over the river Lorn gave way on Tuesday evening and at least {toll} people were killed, police in Orrin said.",
    "“The railing went first and then there was nothing under us,” said Berit Halse, a nurse who was pulled from the water.",
    "About {hurt} people were injured, {grave} of them seriously, the regional hospital said in a statement.",
    "The bridge company denied that an inspection had been missed.",
    "The mayor of Orrin, Colm Adair, said the bridge would stay closed until the end of the year.",
    "A report that divers had found a cut cable could not be independently verified.",
)
_OWN: Final = (
    "{speaker}, who keeps the ferry house in {place}, told the {name} that the bridge had swayed since Sunday.",
    "“We counted {count} people on it when the music began,” {speaker} said.",
    "Firefighters from {place} brought {count} boats and searched the banks until {hour} in the morning.",
    "According to a letter seen by the {name}, engineers in {place} asked for {count},000 crowns for new cables in March.",
    "A spokeswoman for the bridge company said {count} bolts had been replaced last spring, and rejected the claims of {speaker}.",
    "Schools in {place} stayed closed on Wednesday.",
    "The council of {place} will meet on Friday to hear {speaker}, its chief engineer.",
    "{speaker} disputed the number of the dead and said {count} people were still missing.",
    "Two weeks earlier a lorry had struck a pillar near {place}, the transport ministry confirmed.",
)
_AGENCY_SHARE: Final = 0.6
_CHANGED: Final = 0.3
"""Share of the articles that give other numbers."""


def written(folder: Path, count: int) -> list[Path]:
    """Write so many articles as text files; the first ones are the same however many there are."""
    paths = []
    for number in range(count):
        path = folder / f"{number:04d}.txt"
        path.write_text(told(number), encoding="utf-8")
        paths.append(path)
    return paths


def told(number: int) -> str:
    """One article: headline, day, paragraphs."""
    chance = random.Random(f"bridge {number}")  # noqa: S311 - invented text
    name = f"{chance.choice(_PLACES)} {_NAMES[number % len(_NAMES)]}"
    toll, hurt = (9, 40) if chance.random() > _CHANGED else (chance.randint(6, 12), chance.randint(20, 60))
    copied = chance.random() < _AGENCY_SHARE
    agency = _AGENCY[: chance.randint(4, len(_AGENCY))] if copied else (_AGENCY[0], chance.choice(_AGENCY[2:]))
    lines = [line.format(toll=toll, hurt=hurt, grave=hurt // 5) for line in agency]
    for line in chance.sample(_OWN, 3 if copied else 7):
        parts = {"speaker": chance.choice(_SPEAKERS), "place": chance.choice(_PLACES), "name": name}
        lines.append(line.format(**parts, count=chance.randint(11, 99), hour=chance.randint(1, 6)))
    headline = f"{toll} dead as footbridge falls in Orrin, {name} reports"
    return "\n\n".join([headline, f"{13 + number % 3} May 2031, {number % 12 + 1}:{number % 60:02d}pm", *lines]) + "\n"
