"""A story of any number of invented articles, as the pipeline lays it out: what a page must hold."""

from functools import cache

from invented import article, english
from twosource.model import Article, Story
from twosource.pipeline import Options, compare

_PLACES = ("Velm", "Port Arden", "Kettle Sound", "Harrow", "Sandry", "Oster")
_NAMES = ("Bell", "Courier", "Gull", "Herald", "Ledger", "Lantern", "Mirror", "Post", "Star", "Tide")
_SPEAKERS = ("Ilse Brandt", "Tova Lund", "Aldo Brink", "Nell Abara", "Magnus Oyen", "Petra Vance")
_AGENCY = (
    "A ferry struck rocks off Velm before dawn on Monday and at least {toll} people died, harbour police said.",
    "“We heard a long scraping noise and then the lights went out,” said Ilse Brandt, a passenger who swam ashore.",
    "The shipping line denied that the steering had failed.",
    "About 210 people were on board, including 30 schoolchildren, the coastguard said.",
    "The coastguard said it believed the steering had failed, but the report could not be independently verified.",
)
_OWN = (
    "{toll} people died when a ferry hit rocks near Velm on Monday, the coastguard told the {name}.",
    "{speaker}, who lives above the harbour, said the siren was heard at half past four.",
    "The ferry had been inspected in {place} in March, according to the shipping line.",
    "“Nobody told us where the life jackets were,” {speaker} said.",
    "{speaker} said that {count} boats took part in the search near {place}.",
    "The {name} has seen a letter in which {speaker} warned the line about the pumps in {place}.",
    "A spokesman for the shipping line said {count} of the crew had been trained in {place} last year.",
    "Schools in {place} were closed on Tuesday, and {count} people were taken to hospital there.",
)


def articles(count: int) -> tuple[Article, ...]:
    """So many articles: three in five carry one agency's text, shortened here and there; the others are their own."""
    return tuple(_article(number) for number in range(count))


def _article(number: int) -> Article:
    place, speaker = _PLACES[number % len(_PLACES)], _SPEAKERS[number * 5 % len(_SPEAKERS)]
    name = f"{_PLACES[number // len(_NAMES) % len(_PLACES)]} {_NAMES[number % len(_NAMES)]}"
    toll = (14, 14, 11, 14, 12)[number % 5]
    parts = {"toll": toll, "name": name, "speaker": speaker, "place": place, "count": 20 + number}
    copied = [line.format(**parts) for line in _AGENCY[: 5 - number % 3]] if number % 5 in {0, 1, 3} else []
    own = [_OWN[(number + step) % len(_OWN)].format(**parts) for step in range(1 if copied else 5)]
    lead = [] if copied else [_OWN[0].format(**parts)]
    return article(
        "\n".join([*lead, *copied, *own]),
        outlet=f"{name.lower().replace(' ', '')}.example",
        headline=f"At least {toll} dead after ferry strikes rocks off Velm"
        if copied
        else f"{toll} die off Velm, says coastguard",
        published=f"2031-05-{12 + number // 30:02d}T{6 + number % 17:02d}:{number % 60:02d}",
    )


@cache
def crowd(count: int) -> Story:
    """The story of so many articles."""
    return compare(articles(count), Options(parser=english()))
