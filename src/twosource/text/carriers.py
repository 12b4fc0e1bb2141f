"""Other outlets that an article names as the carrier of what it reports: "told Reuters", "h/t", "first reported by"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from twosource.language.resources import load
from twosource.text.agencies import agency_called, agency_names, agency_sites, also_words

_NAME = r"(?:[Tt]he\s+)?[A-Z][\w&'’.-]*(?:\s+(?:of\s+|and\s+|&\s+|the\s+)?[A-Z][\w&'’-]*){0,4}"
_DOMAIN_ENDS = re.compile(r"\.(?:co|com|org|net|gov|ac|edu|go)\.[a-z]{2}$|\.[a-z]{2,12}$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")
_PART = 3  # letters: a shorter part of an outlet's name may be any word


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An outlet named as carrier: its name as it stands, and the place of name and cue together."""

    name: str
    start: int
    end: int


def carriers_in(text: str, start: int = 0, end: int | None = None) -> tuple[Carrier, ...]:
    """Outlets that a stretch of text names as carriers, in text order.

    An agency is a carrier of news, not of numbers: "Reuters data", "a count kept by Reuters" name a source.

    Args:
        text: An article's text.
        start: Where the stretch begins.
        end: Where it ends; to the end of the text if None.

    Returns:
        Carriers; none for most stretches. A name that is not known for an outlet's and does not look like one is none.

    Example:
        >>> [c.name for c in carriers_in("The mayor told the Port Arden Gazette that all were safe.")]
        ['Port Arden Gazette']
    """
    stop = len(text) if end is None else end
    found = {
        Carrier(name=bare, start=match.start(), end=match.end())
        for pattern in _patterns()
        for match in pattern.finditer(text, start, stop)
        if (bare := bare_name(match["name"]))
        and is_outlet_name(bare)
        and not _statistics().match(text, match.end("name"))
    }
    return tuple(sorted(found, key=lambda carrier: (carrier.start, carrier.end)))


def bare_name(name: str) -> str:
    """An outlet's name without its article, its possessive and the marks around it."""
    return re.sub(r"^[Tt]he\s+|['’]s$|[.,]+$", "", " ".join(name.split())).strip()


def is_outlet_name(name: str) -> bool:
    """Whether a name is known for an outlet's or has the form of one."""
    return name in known_outlets() or bool(_shape().search(name))


def carrier_called(name: str) -> str:
    """One name for a carrier, however it is written: an agency as we call it, another outlet without its article.

    Example:
        >>> carrier_called("Agence France-Presse"), carrier_called("the Tallow Gazette")
        ('AFP', 'Tallow Gazette')
    """
    bare = bare_name(name)
    return agency_called(bare) or bare


def told_in_full(names: Iterable[str]) -> dict[str, str]:
    """Each carrier's name to the longer one of which an article uses it as a short form: "the Times", "the New York Times"."""
    every = sorted(set(names), key=lambda name: (-len(name), name))
    return {name: next((one for one in every if one.endswith(" " + name)), name) for name in every}


def names_outlet(name: str, outlet: str) -> bool:
    """Whether a name as it stands in a text ("the Guardian") means an outlet as we have it ("theguardian.com").

    Example:
        >>> names_outlet("Guardian", "www.theguardian.com"), names_outlet("Guardian", "dailymail.co.uk")
        (True, False)
        >>> names_outlet("Reuters", "uk.reuters.com")
        True
    """
    domain = outlet.casefold().removeprefix("www.")
    if any(domain == site or domain.endswith("." + site) for site in known_outlets().get(name, ())):
        return True
    squeezed = _squeezed(name)
    name_of_site = _DOMAIN_ENDS.sub("", domain)
    return len(squeezed) > 1 and squeezed in {_squeezed(name_of_site), _squeezed(name_of_site.rpartition(".")[2])}


def names_itself(name: str, outlet: str) -> bool:
    """Whether an outlet's own text means the outlet by a name, which may be the first or last part of it.

    Example:
        >>> names_itself("the Journal", "tidewaterjournal.example"), names_itself("the mayor", "tidewaterjournal.example")
        (True, False)
    """
    label = _squeezed(_DOMAIN_ENDS.sub("", outlet.casefold().removeprefix("www.")))
    squeezed = _squeezed(name)
    return names_outlet(name, outlet) or (
        len(squeezed) > _PART and label.startswith(squeezed) | label.endswith(squeezed)
    )


def _squeezed(name: str) -> str:
    return _NOT_LETTERS.sub("", name.casefold()).removeprefix("the")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lists = load("carriers")
    before, after, of_agencies = (
        "|".join(phrase.replace(" ", r"\s+") for phrase in lists[name]) for name in ("before", "after", "after_agency")
    )
    agencies = "|".join(re.escape(name) for name in sorted(_written(), key=lambda name: (-len(name), name)))
    kinds = "|".join(phrase.replace(" ", r"\s+") for phrase in lists["kinds"])
    return (
        re.compile(rf"(?<!\w)(?:{before})\s+(?:(?:the\s+)?(?:{kinds})\s+)*(?P<name>{_NAME})"),
        re.compile(rf"(?<!\w)(?P<name>{_NAME})\s+(?:{after})\b"),
        re.compile(rf"(?<!\w)(?P<name>{agencies})\s+(?:{of_agencies})\b"),
    )


def _written() -> set[str]:
    """Names of agencies as they stand in running text."""
    return {name for name in known_outlets() if agency_called(name) and name[:1].isupper()}


@cache
def _statistics() -> re.Pattern[str]:
    """What stands behind an agency's name where it counted something itself."""
    return re.compile(rf"(?:['’]s?)?\s+(?:own\s+)?(?:{'|'.join(load('carriers')['statistics'])})\b")


@cache
def known_outlets() -> dict[str, tuple[str, ...]]:
    """Names that are known for outlets', agencies among them, with the domains they publish under."""
    found = {str(name): tuple(map(str, domains)) for name, domains in load("carriers")["outlets"].items()}
    sites = agency_sites()
    for form, agency in agency_names().items():
        if form in also_words("not_in_text"):
            continue
        for written in {form.upper() if " " not in form and len(form) <= _PART + 1 else form.title(), agency}:
            found.setdefault(written, sites[agency])
    return found


@cache
def _shape() -> re.Pattern[str]:
    lists = load("carriers")
    return re.compile(
        rf"(?:^|\s)\S*(?:{'|'.join(lists['endings'])})$|^(?:{'|'.join(lists['beginnings'])})\s+[A-Z]"
        rf"|^(?:{'|'.join(lists['call_letters'])})$"
    )
