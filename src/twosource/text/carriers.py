"""Other outlets that an article names as the carrier of what it reports: "told Reuters", "h/t", "first reported by"."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.language.lexicon import lexicon_of, of_all_languages
from twosource.language.word_files import any_of
from twosource.model import Article
from twosource.text.agencies import agency_called, agency_names, agency_sites

_SECOND_LEVEL = "co|com|org|net|gov|ac|edu|go"  # names of registries, below which outlets have theirs
_DOMAIN_ENDS = re.compile(rf"\.(?:{_SECOND_LEVEL})\.[a-z]{{2}}$|\.[a-z]{{2,12}}$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")
_CALL = re.compile(r"[\s-]")  # ends the call letters in a station's name: "WXYZ-TV"
_DIGITS = "0123456789"
_PART = 3  # letters: a shorter part of an outlet's name may be any word


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An outlet named as carrier: its name as it stands, and the place of name and cue together."""

    name: str
    start: int
    end: int


def carriers_in(
    text: str, language: str, start: int = 0, end: int | None = None, *, outlets: Collection[str] = ()
) -> tuple[Carrier, ...]:
    """Outlets that a stretch of text names as carriers, in text order.

    An agency is a carrier of news, not of numbers: "Reuters data", "a count kept by Reuters" name a source.

    Args:
        text: An article's text.
        language: The code of the text's language.
        start: Where the stretch begins.
        end: Where it ends; to the end of the text if None.
        outlets: Those of the story: the name of one of them is an outlet's, whatever its form.

    Returns:
        Carriers; none for most stretches. A name that is not known for an outlet's and does not look like one is none.

    Example:
        >>> [c.name for c in carriers_in("The mayor told the Port Arden Gazette that all were safe.", "en")]
        ['Port Arden Gazette']
    """
    stop = len(text) if end is None else end
    words = lexicon_of(language).carriers
    found = {
        Carrier(name=bare, start=match.start(), end=match.end())
        for pattern in (*_patterns(language), *words.called_an_outlet)
        for match in pattern.finditer(text, start, stop)
        if (bare := bare_name(match["name"], language))
        and (
            pattern in words.called_an_outlet or is_outlet_name(bare, language) or _is_of_story(bare, outlets, language)
        )
        and not words.counted_itself.match(text, match.end("name"))
    }
    return tuple(sorted(found, key=lambda carrier: (carrier.start, carrier.end)))


def others_named(article: Article, outlets: Collection[str], start: int = 0, end: int | None = None) -> list[Carrier]:
    """The outlets that a stretch of an article names as carriers, in a story of these outlets; not its own."""
    found = carriers_in(article.text, article.language, start, end, outlets=outlets)
    return [one for one in found if not names_itself(one.name, article.outlet, article.language)]


def _is_of_story(name: str, outlets: Collection[str], language: str) -> bool:
    """Whether a name is one of these outlets'. A single word that is no domain may be the place that the outlet is called by."""
    return (" " in name or "." in name) and any(names_outlet(name, outlet, language) for outlet in outlets)


def bare_name(name: str, language: str) -> str:
    """An outlet's name without its article, its possessive and the marks around it."""
    return lexicon_of(language).carriers.around_name.sub("", " ".join(name.split())).strip()


@lru_cache(maxsize=1 << 14)
def is_outlet_name(name: str, language: str) -> bool:
    """Whether a name is known for an outlet's or has the form of one. A title before it makes it a person's.

    Example:
        >>> is_outlet_name("Tallow Gazette", "en"), is_outlet_name("Mayor Ada Gazette", "en")
        (True, False)
    """
    titled = name.partition(" ")[0].casefold() in lexicon_of(language).names.titles_of_people
    return name in known_outlets(language) or (not titled and bool(_shape(language).search(name)))


def is_owner(name: str, language: str) -> bool:
    """Whether a name is a company's that owns outlets, and no outlet's: whose line of rights says nothing of the text.

    Example:
        >>> is_owner("Nexstar Broadcasting", "en"), is_owner("The New York Times", "en")
        (True, False)
    """
    bare = bare_name(name, language)
    owners = (bare_name(entry.publisher, language).casefold() for entry in of_all_languages().publishers.publishers)
    return bare not in known_outlets(language) and any(
        f"{bare.casefold()} ".startswith(f"{owner} ") for owner in owners
    )


def is_station(name: str, language: str) -> bool:
    """Whether a whole name is a station's call letters, or its network and channel."""
    letters = lexicon_of(language).carriers.call_letters
    return any(re.fullmatch(form, bare_name(name, language)) for form in letters)


def is_station_site(outlet: str, language: str) -> bool:
    """Whether an outlet's domain is its call letters, with its channel or not.

    Example:
        >>> [is_station_site(name, "en") for name in ("www.wxyz.com", "king5.com", "herald.example")]
        [True, True, False]
    """
    return is_station(_label(outlet, language).rstrip(_DIGITS).upper(), language)


def _label(outlet: str, language: str) -> str:
    """An outlet's domain in letters alone, without its ending."""
    return _squeezed(_DOMAIN_ENDS.sub("", outlet.casefold().removeprefix("www.")), language)


def carrier_called(name: str, language: str) -> str:
    """One name for a carrier, however it is written: an agency as we call it, another outlet without its article.

    Example:
        >>> carrier_called("Agence France-Presse", "en"), carrier_called("the Tallow Gazette", "en")
        ('AFP', 'Tallow Gazette')
    """
    bare = bare_name(name, language)
    return agency_called(bare) or bare


def told_in_full(names: Iterable[str]) -> dict[str, str]:
    """Each carrier's name to the longer one of which an article uses it as a short form: "the Times", "the New York Times"."""
    every = sorted(set(names), key=lambda name: (-len(name), name))
    return {name: next((one for one in every if one.endswith(" " + name)), name) for name in every}


@lru_cache(maxsize=1 << 16)
def names_outlet(name: str, outlet: str, language: str) -> bool:
    """Whether a name as it stands in a text ("the Guardian") means an outlet as we have it ("theguardian.com").

    Example:
        >>> names_outlet("Guardian", "www.theguardian.com", "en"), names_outlet("Guardian", "dailymail.co.uk", "en")
        (True, False)
        >>> names_outlet("Reuters", "uk.reuters.com", "en")
        True
    """
    domain = outlet.casefold().removeprefix("www.")
    if any(domain == site or domain.endswith("." + site) for site in known_outlets(language).get(name, ())):
        return True
    squeezed = _squeezed(name, language)
    name_of_site = _DOMAIN_ENDS.sub("", domain)
    forms = {_squeezed(one, language) for one in (domain, name_of_site, name_of_site.rpartition(".")[2])}
    # A station's site has its channel behind its letters.
    forms |= {one.rstrip(_DIGITS) for one in forms} if is_station(name, language) else set()
    return len(squeezed) > 1 and squeezed in forms


def names_itself(name: str, outlet: str, language: str) -> bool:
    """Whether an outlet's own text means the outlet by a name, which may be the first or last part of it.

    Example:
        >>> [names_itself(name, "tidewaterjournal.example", "en") for name in ("the Journal", "the mayor")]
        [True, False]
    """
    label, squeezed = _label(outlet, language), _squeezed(name, language)
    letters = _CALL.split(name, maxsplit=1)[0]
    return (
        names_outlet(name, outlet, language)
        or (len(squeezed) > _PART and label.startswith(squeezed) | label.endswith(squeezed))
        or (is_station(letters, language) and label.startswith(_squeezed(letters, language)))
    )


def _squeezed(name: str, language: str) -> str:
    return _NOT_LETTERS.sub("", name.casefold()).removeprefix(lexicon_of(language).carriers.article)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon_of(language).carriers
    of_agencies = rf"(?<!\w)(?P<name>{any_of(_written(language))})\s+{any_of(words.after_agency, patterns=True)}\b"
    told = words.named_behind, words.named_before, words.named_affiliate, words.named_by_its_own, words.named_as_first
    return (*told, re.compile(of_agencies))


def _written(language: str) -> set[str]:
    """Names of agencies as they stand in running text."""
    return {name for name in known_outlets(language) if agency_called(name) and name[:1].isupper()}


@cache
def known_outlets(language: str) -> dict[str, tuple[str, ...]]:
    """Names that are known for outlets', agencies among them, with the domains they publish under."""
    found = dict(lexicon_of(language).carriers.outlets)
    sites = agency_sites()
    for form, agency in agency_names().items():
        if form in of_all_languages().agencies.not_in_text:
            continue
        for written in {form.upper() if " " not in form and len(form) <= _PART + 1 else form.title(), agency}:
            found.setdefault(written, sites[agency])
    return found


@cache
def _shape(language: str) -> re.Pattern[str]:
    words = lexicon_of(language).carriers
    return re.compile(
        rf"(?:^|\s)\S*{any_of(words.endings, patterns=True)}$|^{any_of(words.beginnings, patterns=True)}\s+[A-Z]"
        rf"|^(?:{'|'.join(words.call_letters) or '(?!)'})$"
    )
