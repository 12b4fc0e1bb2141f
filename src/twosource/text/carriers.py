"""Other outlets that an article names as the carrier of what it reports: "told Reuters", "h/t", "first reported by"."""

import re
from dataclasses import dataclass
from functools import cache

from twosource.language.resources import load

_NAME = r"(?:[Tt]he\s+)?[A-Z][\w&'’.-]*(?:\s+(?:of\s+|and\s+|&\s+|the\s+)?[A-Z][\w&'’-]*){0,4}"
_DOMAIN_ENDS = re.compile(r"\.(?:co|com|org|net|gov|ac|edu|go)\.[a-z]{2}$|\.[a-z]{2,12}$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An outlet named as carrier: its name as it stands, and the place of name and cue together."""

    name: str
    start: int
    end: int


def carriers_in(text: str, start: int = 0, end: int | None = None) -> tuple[Carrier, ...]:
    """Outlets that a stretch of text names as carriers, in text order.

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
        if (bare := bare_name(match["name"])) and is_outlet_name(bare)
    }
    return tuple(sorted(found, key=lambda carrier: (carrier.start, carrier.end)))


def bare_name(name: str) -> str:
    """An outlet's name without its article, its possessive and the marks around it."""
    return re.sub(r"^[Tt]he\s+|['’]s$|[.,]+$", "", " ".join(name.split())).strip()


def is_outlet_name(name: str) -> bool:
    """Whether a name is known for an outlet's or has the form of one."""
    return name in _known() or bool(_shape().search(name))


def names_outlet(name: str, outlet: str) -> bool:
    """Whether a name as it stands in a text ("the Guardian") means an outlet as we have it ("theguardian.com").

    Example:
        >>> names_outlet("Guardian", "www.theguardian.com"), names_outlet("Guardian", "dailymail.co.uk")
        (True, False)
        >>> names_outlet("Reuters", "uk.reuters.com")
        True
    """
    domain = outlet.casefold().removeprefix("www.")
    if domain in _known().get(name, ()):
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


_PART = 3  # letters: a shorter part of an outlet's name may be any word


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = load("carriers")
    before = "|".join(phrase.replace(" ", r"\s+") for phrase in lists["before"])
    after = "|".join(phrase.replace(" ", r"\s+") for phrase in lists["after"])
    return (
        re.compile(
            rf"(?<!\w)(?:{before})\s+(?:local\s+|state\s+)?(?:news\s+agency\s+|newspaper\s+|broadcaster\s+)?(?P<name>{_NAME})"
        ),
        re.compile(rf"(?<!\w)(?P<name>{_NAME})\s+(?:{after})\b"),
    )


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return {name: tuple(domains) for name, domains in load("carriers")["outlets"].items()}


@cache
def _shape() -> re.Pattern[str]:
    lists = load("carriers")
    return re.compile(rf"(?:^|\s)\S*(?:{'|'.join(lists['endings'])})$|^(?:{'|'.join(lists['call_letters'])})$")
