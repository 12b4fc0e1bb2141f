"""News agencies: whose copy an article is, by its own dateline, byline or credit line."""

import re
from functools import cache

from twosource.clean.characters import host_of
from twosource.clean.wording import masthead
from twosource.language.lexicon import of_all_languages
from twosource.text.agencies import (
    agency_called,
    agency_in_path,
    agency_names,
    agency_of_host,
    agency_places,
    picture_services,
)

_RUN_TOGETHER = re.compile(r"(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")


@cache
def _pictures() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, picture_services())) + r")(?!\w)", re.IGNORECASE)


@cache
def picture_names() -> tuple[str, ...]:
    """Names that stand in credits of pictures: picture services and news agencies, longest first."""
    names = {*picture_services(), *agency_names()} - of_all_languages().agencies.also_words
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def agencies_in(text: str) -> tuple[str, ...]:
    """Agencies named in a dateline, byline or credit line, in order, each once.

    Short forms that are also words ("aa", "tt", "pa") count only in capitals, or as their agencies write them.

    Example:
        >>> agencies_in("mkg/hc (Reuters, AFP, dpa)")
        ('Reuters', 'AFP', 'dpa')
    """
    return tuple(dict.fromkeys(agency_names()[m.group().casefold()] for m in agency_places(apart(text))))


def apart(text: str) -> str:
    """A byline with a space where a name in capitals and the agency behind it lost theirs.

    Example:
        >>> apart("By ADA LUNDAssociated Press")
        'By ADA LUND Associated Press'
    """
    return _RUN_TOGETHER.sub(" ", text)


def without_agency(name: str) -> str:
    """A name without the agency behind it."""
    found = next((match for match in agency_places(name) if match.end() == len(name)), None)
    return name[: found.start()].strip(" ,") if found else name


def is_agency(text: str) -> bool:
    """Whether the whole of a short text is the name of an agency: one we know, or one that calls itself one."""
    return agency_called(text.strip()) is not None or _calls_itself_one(text.strip())


def _calls_itself_one(name: str) -> bool:
    return masthead().called_agency.fullmatch(name) is not None


def agency_named(text: str) -> str | None:
    """The name of an agency we do not know but that is called one, where the text is nothing else.

    Example:
        >>> agency_named("Skerry News Agency")
        'Skerry News Agency'
    """
    return text.strip() if _calls_itself_one(text.strip()) and not agencies_in(text) else None


def names_pictures(text: str) -> bool:
    """Whether a credit names an agency or service that brings pictures."""
    return bool(_pictures().search(text))


def agency_of_site(address: str) -> str | None:
    """The agency whose own site an address or domain belongs to, or under whose wire it stands; None if there is none."""
    return agency_of_host(host_of(address) or address.casefold()) or agency_in_path(address)
