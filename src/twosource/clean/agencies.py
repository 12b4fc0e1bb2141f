"""News agencies: whose copy an article is, by its own dateline, byline or credit line."""

import re
from functools import cache

from twosource.clean.characters import host_of
from twosource.language.resources import load

# A name of an agency says so at its end.
_CALLED_AGENCY = re.compile(
    r"(?:[A-Z][\w'’-]{1,20} ){1,3}(?:Press|Press Agency|Press Association|News Agency|News Service|Newswire|Wire Service|Wire)"
)
_RUN_TOGETHER = re.compile(r"(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
# In a credit of few words these are more often something else.
_ALSO_WORDS = frozenset({"file", "tt", "aa", "cp", "mena", "ria", "apa", "pap", "pa", "a.p."})


@cache
def _names() -> dict[str, str]:
    return {str(form).casefold(): str(a["name"]) for a in load("agencies")["agencies"] for form in a["forms"]}


@cache
def _form() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w@./-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w@-])", re.IGNORECASE)


@cache
def _pictures() -> re.Pattern[str]:
    names = sorted(map(str, load("agencies")["pictures"]), key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)


@cache
def picture_names() -> tuple[str, ...]:
    """Names that stand in credits of pictures: picture services and news agencies, longest first."""
    names = {*map(str, load("agencies")["pictures"]), *_names()} - _ALSO_WORDS
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def agencies_in(text: str) -> tuple[str, ...]:
    """Agencies named in a dateline, byline or credit line, in order, each once.

    Short forms that are also words ("aa", "tt", "pa") count only in capitals, or as their agencies write them.

    Example:
        >>> agencies_in("mkg/hc (Reuters, AFP, dpa)")
        ('Reuters', 'AFP', 'dpa')
    """
    found: dict[str, None] = {}
    for match in _form().finditer(apart(text)):
        word = match.group()
        if len(word) > 3 or word.isupper() or word in {"dpa", "epd"}:  # noqa: PLR2004 - "ap", "pa", "tt"
            found[_names()[word.casefold()]] = None
    return tuple(found)


def apart(text: str) -> str:
    """A byline with a space where a name in capitals and the agency behind it lost theirs.

    Example:
        >>> apart("By ADA LUNDAssociated Press")
        'By ADA LUND Associated Press'
    """
    return _RUN_TOGETHER.sub(" ", text)


def without_agency(name: str) -> str:
    """A name without the agency behind it."""
    found = next((match for match in _form().finditer(name) if match.end() == len(name)), None)
    return name[: found.start()].strip(" ,") if found else name


def is_agency(text: str) -> bool:
    """Whether the whole of a short text is the name of an agency: one we know, or one that calls itself one."""
    return text.strip().casefold() in _names() or bool(_CALLED_AGENCY.fullmatch(text.strip()))


def agency_named(text: str) -> str | None:
    """The name of an agency we do not know but that is called one, where the text is nothing else.

    Example:
        >>> agency_named("Skerry News Agency")
        'Skerry News Agency'
    """
    return text.strip() if _CALLED_AGENCY.fullmatch(text.strip()) and not agencies_in(text) else None


def names_pictures(text: str) -> bool:
    """Whether a credit names an agency or service that brings pictures."""
    return bool(_pictures().search(text))


def agency_of_site(address: str) -> str | None:
    """The agency whose own site an address or domain belongs to; None if it is no agency's."""
    host = host_of(address) or address.casefold()
    for agency in load("agencies")["agencies"]:
        if any(host == site or host.endswith("." + site) for site in agency["sites"]):
            return str(agency["name"])
    return None
