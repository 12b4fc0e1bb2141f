"""News agencies as one table: what they are called in every form met, and which sites and addresses are their own."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from twosource.language.lexicon import of_all_languages

_SHORT = 3  # letters: a shorter form is also a word, and counts in capitals only


@cache
def agency_names() -> dict[str, str]:
    """Every form of every agency, in small letters, to the name by which we call it."""
    return {form.casefold(): agency.name for agency in of_all_languages().agencies.agencies for form in agency.forms}


@cache
def agency_sites() -> dict[str, tuple[str, ...]]:
    """The domains of each agency, by the name by which we call it."""
    return {agency.name: agency.sites for agency in of_all_languages().agencies.agencies}


@cache
def picture_services() -> tuple[str, ...]:
    """Names that bring pictures: in a credit they say nothing of the words. Longest first."""
    return tuple(sorted(of_all_languages().agencies.pictures, key=lambda name: (-len(name), name)))


@cache
def _form() -> re.Pattern[str]:
    longest_first = sorted(agency_names(), key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w@./-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w@-])", re.IGNORECASE)


def agency_places(text: str) -> Iterator[re.Match[str]]:
    """Where agencies are named in a line of its own, in order.

    Short forms that are also words ("aa", "tt", "pa") count only in capitals, or as their agencies write them.
    """
    for match in _form().finditer(text):
        word = match.group()
        if len(word) > _SHORT or word.isupper() or word in of_all_languages().agencies.small:
            yield match


def named_in(line: str) -> tuple[str, ...]:
    """Agencies that a line of its own names, in order, as we call them; behind and before a stroke too."""
    return tuple(agency_names()[place.group().casefold()] for place in agency_places(line.replace("/", " / ")))


def named_alone(line: str, agency: str) -> bool:
    """Whether a line of its own names an agency, and no other name stands beside it behind a stroke.

    Example:
        >>> named_alone("OSTRIA (AP) -", "AP"), named_alone("OSTRIA (WXYZ/AP) -", "AP")
        (True, False)
    """
    places = (place for place in agency_places(line) if not line.startswith("/", place.end()))
    return any(agency_names()[place.group().casefold()] == agency for place in places)


def agency_called(name: str) -> str | None:
    """The agency that a whole name means, as we call it; None if it is no agency's.

    Example:
        >>> agency_called("the Associated Press"), agency_called("Harbour Press")
        ('AP', None)
    """
    bare = " ".join(name.split()).casefold()
    return agency_names().get(bare) or agency_names().get(bare.removeprefix("the "))


@lru_cache(maxsize=1 << 12)
def agency_of_host(host: str) -> str | None:
    """The agency whose own site a host is; None if it is no agency's.

    Example:
        >>> agency_of_host("uk.reuters.com")
        'Reuters'
    """
    return next(
        (name for name, sites in agency_sites().items() for site in sites if host == site or host.endswith("." + site)),
        None,
    )


def agency_in_path(address: str) -> str | None:
    """The agency under whose wire an address stands at another outlet: ``/wires/ap/…``, ``/aponline/…``.

    Example:
        >>> agency_in_path("https://herald.example/wires/reuters/1.html"), agency_in_path("https://herald.example/ap/1")
        ('Reuters', None)
    """
    words = of_all_languages().agencies
    parts = address.casefold().partition("://")[2].partition("?")[0].split("/")[1:-1]
    for before, part in zip(["", *parts], parts, strict=False):
        name = agency_names().get(part.removesuffix(words.wire_ending))
        if name and (part.endswith(words.wire_ending) or words.wires.fullmatch(before)):
            return name
    return None
