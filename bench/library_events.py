"""Invented articles for the benches of the library, and a parser that sees nothing."""

import random
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from twosource.language.tree import Parsed
from twosource.model import Article, Gap, Raw

SYLLABLES: Final = (
    "vel", "orr", "san", "dry", "har", "row", "tar", "cal", "der", "mos", "lun", "bek", "fin", "gat", "hol", "jun", "kir",
    "pel", "bram", "coth", "dun", "esk", "fal", "gorm", "hex", "ind", "kel", "lorn", "mard", "nob", "ost", "quill", "rusk",
    "stov", "thorn", "ulm", "wick", "yar", "zell",
)  # fmt: skip
THINGS: Final = (
    "ferry", "bridge", "bakery", "airfield", "orchard", "cinema", "quarry", "mill", "harbour", "school", "tunnel", "chapel",
    "library", "reservoir", "tram", "market", "lighthouse", "stadium", "brewery", "greenhouse", "prison", "cable car",
)  # fmt: skip
DEEDS: Final = (
    "closed", "burned", "flooded", "reopened", "sold", "searched", "painted", "visited", "measured", "guarded", "collapsed",
    "raided", "auctioned", "evacuated", "inspected", "renamed", "struck by lightning", "bought", "blockaded",
)  # fmt: skip
WAYS: Final = (
    "In {town} the {thing} was {deed} on {day}, {name} said.",
    "{name}, who runs the {thing} of {town}, saw how it was {deed}.",
    "“The {thing} was {deed} before noon,” said {name} of {town}.",
    "Some {number} people live near the {thing} in {town}, which was {deed}.",
    "Repairs to the {deed} {thing} will cost {town} {number} crowns.",
    "{name} had warned {town} for {number} weeks that its {thing} would be {deed}.",
    "Nobody in {town} could say why the {thing} had been {deed}.",
    "A court in {town} will hear the case of the {thing} within {number} days.",
    "Volunteers brought {number} blankets to the {thing}; it had been {deed} at night.",
    "The council of {town} votes on {day} whether its {thing} may be {deed} again.",
    "“I have worked at this {thing} for years,” {name} told the council of {town}.",
    "Engineers found {number} faults in the {thing} before it was {deed}.",
    "Children of {town} drew the {deed} {thing}, and {name} hung the pictures up.",
    "Visitors from {town} paid twice for tickets to the {thing}, {name} complained.",
)
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SENTENCES: Final = 14
KEPT, LOST = 0.7, 0.05
FULL: Final = 4
"""Articles an event, on the average."""


def blank(articles: Sequence[Article]) -> list[Parsed]:
    """A parser that sees nothing."""
    return [Parsed(trees=tuple(None for _ in article.blocks)) for article in articles]


def told(event: int) -> tuple[str, ...]:
    """What there is to tell of an event: a headline, then sentences with its own town, names, things and numbers."""
    words = random.Random(event)  # noqa: S311 - invented text
    towns, names = (["".join(words.sample(SYLLABLES, 2)).title() for _ in range(n)] for n in (2, 4))
    things, deeds, ways = words.sample(THINGS, 3), words.sample(DEEDS, 3), words.sample(WAYS, len(WAYS) // 2)
    lines = []
    for n in range(SENTENCES):
        first = f"{words.choice(names)} {words.choice(SYLLABLES).title()}son"
        lines.append(
            ways[n % len(ways)].format(
                town=towns[n % 3 == 0],
                thing=words.choice(things),
                deed=words.choice(deeds),
                name=first,
                number=words.randrange(11, 900),
                day=DAYS[event % 7],
            )
        )
    return (f"{towns[0]}: {things[0]} {deeds[0]}", *lines)


WRONG = 1 / 40


def inputs(count: int, seed: int, years: int = 0) -> list[Raw | Gap]:
    """Invented inputs: several outlets on each event, each with its own choice of sentences and a headline of its own.

    Some are later versions of a page, some inputs give nothing. With ``years``, events lie anywhere in so many years, and
    one article in forty has a wrong date or none.
    """
    chance = random.Random(seed)  # noqa: S311 - invented text
    found: list[Raw | Gap] = []
    while len(found) < count:
        event, number = chance.randrange(count // FULL + 1), len(found)
        head, *lines = told(event)
        kept = [line for line in lines if chance.random() < KEPT] or lines
        outlet = f"outlet{number % 7}.example"
        text = "\n\n".join(kept) + f"\n\nMore follows from {outlet}, number {number}."
        page = f"https://{outlet}/{event}"
        found.append(
            Raw(
                name=f"{page}#{number}",
                kind="record",
                text=text,
                title=chance.choice((head, kept[0].rstrip("."), f"{head}, as {outlet} learned")),
                sha256=sha256(text.encode()).hexdigest(),
                outlet=outlet,
                published=_published(event, years, chance),
                url=page,
            )
        )
        if chance.random() < LOST:
            found.append(Gap(code="G101", where=f"lost-{number}.html", detail="invented"))
    return found


def _published(event: int, years: int, chance: random.Random) -> str | None:
    if years and chance.random() < WRONG:
        return chance.choice((None, "2099-01-01T00:00", "2060-06-06", "1996-01-01"))
    day = (
        f"{2031 - event * 7919 % years}-{1 + event * 31 % 12:02}-{1 + event % 28:02}"
        if years
        else f"2031-05-{1 + event % 28:02}"
    )
    return f"{day}T{chance.randrange(24):02}:00"
