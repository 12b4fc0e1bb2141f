"""Invented events with several reports each."""

from invented import article
from twosource.group import Traits, traits_of
from twosource.model import Findings
from twosource.settings import DEFAULTS

FIRST_QUAKE = (
    (
        "Strong quake shakes Tarnsey, at least 14 dead",
        "An earthquake of magnitude 6.4 struck the Tarnsey valley on Monday, killing at least 14 people, said Ilse Varro of the Tarnsey rescue service.\nMost of the victims lived in the village of Ombrel, where the school and forty houses fell. Roads to Ombrel were blocked by rubble.",
    ),
    (
        "Rescuers search Ombrel after earthquake",
        "Rescue crews dug through the rubble of the school in Ombrel on Monday after a 6.4 earthquake hit the Tarnsey valley.\nIlse Varro, who leads the rescue service, said that 14 people were dead and that the road to Ombrel was blocked.",
    ),
)
SECOND_QUAKE = (
    (
        "Earthquake off Lisk Island damages harbour",
        "An earthquake of magnitude 5.8 struck off Lisk Island on Thursday, said the harbour master Dorin Pellow. Three people were hurt by falling glass.\nThe pier of Quill Harbour cracked and ferries to Sandmouth were cancelled.",
    ),
    (
        "Ferries cancelled as quake cracks Quill Harbour pier",
        "Ferries between Lisk Island and Sandmouth stood still on Thursday after a 5.8 earthquake cracked the pier of Quill Harbour.\nThree people were treated for cuts from falling glass, harbour master Dorin Pellow said.",
    ),
)
STRIKES = (
    (
        "Varnia hits capital",
        "Missiles and drones launched by Varnia hit Belmora, the capital of Ostrea, before dawn on Tuesday, and nine people were killed, the mayor Petra Oslund said.\nA block of flats in the Harrow district of Belmora burned for hours. Air defences shot down 31 of 40 drones.",
    ),
    (
        "Nine killed in strikes on Belmora",
        "Nine people died when Varnian drones and missiles struck a block of flats in the Harrow district of Belmora, according to Petra Oslund, mayor of the Ostrean capital.\nOstrea said that it shot down 31 drones before dawn on Tuesday.",
    ),
)
ROUND_UP = (
    "The week in brief",
    "An earthquake in the Tarnsey valley killed 14 people in Ombrel. Off Lisk Island another quake cracked the pier of Quill Harbour.\nIn Ostrea nine people died in strikes on Belmora. The opera of Sandmouth opens its season with a comedy, and the price of barley fell again.",
)
Report = tuple[str, str]


def traits(report: Report, outlet: str, published: str | None = "2031-05-13") -> Traits:
    """What grouping sees of a report."""
    headline, text = report
    made = article(text, headline=headline, outlet=outlet, published=published)
    return traits_of(Findings(article=made), DEFAULTS)


def week() -> list[Traits]:
    """All reports in order of time."""
    made = [traits(one, f"{n}.example", "2031-05-12") for n, one in enumerate(FIRST_QUAKE)]
    made += [traits(one, f"{n}.example", "2031-05-13") for n, one in enumerate(STRIKES, start=2)]
    made += [traits(one, f"{n}.example", "2031-05-15") for n, one in enumerate(SECOND_QUAKE, start=4)]
    return made
