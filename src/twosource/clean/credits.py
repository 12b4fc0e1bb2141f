"""Credits: whose reporting or copy an article is, by its own lines, its dateline, its small print and its address.

A credit of a picture says nothing of the words, and an outlet's own copyright line nothing that its name does not say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from twosource.clean.agencies import agencies_in, agency_named, agency_of_site, is_agency, names_pictures
from twosource.clean.captions import WHOSE
from twosource.clean.characters import is_finished, plain
from twosource.clean.pieces import Told
from twosource.clean.wording import PAGE_LANGUAGE, masthead, picture_words, start_of, starts
from twosource.model import Block, BlockKind, Candidate, CandidateOrigin
from twosource.text.agencies import agency_called, agency_places
from twosource.text.carriers import (
    bare_name,
    is_outlet_name,
    is_owner,
    is_station,
    is_station_site,
    known_outlets,
    names_itself,
)
from twosource.text.pieces import key_of
from twosource.text.prose import TOLD_IN
from twosource.text.reasons import Reason, worded

_MOST_CREDIT_WORDS: Final = 40
_SHORT_CREDIT_WORDS: Final = 12
_FEWEST_TITLE_WORDS: Final = 2
_LEFT_OF_DATE: Final = re.compile(r"[\s,|•·/()\[\]–—-]+")
_IN_BRACKETS = re.compile(r"(?:[(\[]|\s/)([^()\[\]]{2,60}?)(?:[)\]]|/\s)")
_BESIDE_PLACE = re.compile(r"(?:^(?=[^,]*, [A-Z]{3})|: ?)(\w[\w -]{1,24}?)(?=, [A-Z]{3}|\s*[—–-])")
_BEHIND_TITLE = re.compile(r"\s+[-–—|]\s+([^-–—|]{3,40})$")
_BEFORE_RIGHTS = re.compile(r"\s*(?:©|\([cC]\))")
_NAMED = re.compile(r"(?:[Tt]he\s+)?[A-Z][\w&'’-]*(?:\s+(?:of\s+|and\s+|&\s+|the\s+)?[A-Z][\w&'’-]*){0,5}")

AGENCY_AND_TIME: Final = Reason("pages.agency_and_time")
Label = tuple[BlockKind, Told]


def credit_label(text: str) -> Label | None:
    """The label of a whole line that says whose reporting, copy or picture something is; None for any other line."""
    line = plain(text)
    if line.startswith(starts(masthead().picture_credit_starts)) and len(text.split()) <= _SHORT_CREDIT_WORDS:
        return "credit", WHOSE
    if _is_credit(text, line):
        return "credit", WHOSE if names_pictures(text) else Reason("pages.whose_reporting")
    if _is_initials_with_agencies(text):
        return "credit", Reason("pages.initials")
    return None


def without_leading_agency(text: str) -> str | None:
    """What is left of a line behind, or before, the name of an agency; None where it names none.

    Example:
        >>> without_leading_agency("AP , Thursday 3 Jun 2031"), without_leading_agency("3 Jun 2031 | Reuters")
        ('Thursday 3 Jun 2031', '3 Jun 2031')
    """
    for place in agency_places(text):
        before, behind = text[: place.start()], text[place.end() :]
        if not before.strip(" ([|•·–—-"):
            return _LEFT_OF_DATE.sub(" ", behind, count=1).strip(" )]")
        if not behind.strip(" )].|"):
            return before.rstrip(" ,|•·/([–—-")
    return None


def _is_credit(text: str, line: str) -> bool:
    """A sentence of the article may begin like a credit; a credit is short, or names an agency."""
    words = len(text.split())
    if words > _MOST_CREDIT_WORDS:
        return False
    if line.strip("()[] ").rstrip(".").endswith(starts(masthead().credit_ends)):
        return True
    bare = text.strip("()[]•|-–— ")
    if _stands_as_credit(bare):
        return True
    start = start_of(bare.casefold(), masthead().credit_starts)
    if not start:
        found = masthead().with_agencies.fullmatch(bare)
        return found is not None and are_agencies(found[1])
    # "Editing by hand" begins a sentence; "Editing by Ada Lund" is a credit.
    names = not start.endswith((" by", " from")) or bool(_NAMED.match(bare[len(start) :].lstrip(" :")))
    return names and (not is_finished(text) or words <= _SHORT_CREDIT_WORDS or bool(agencies_in(text)))


def _stands_as_credit(bare: str) -> bool:
    """Whether a line has the form of a note on whose words it is, and says so for certain or names an agency or another outlet."""
    stood = next((match for form in masthead().credit_forms if (match := form.match(bare))), None)
    return stood is not None and bool(stood["first"] or agencies_in(bare) or any(_reprinted(bare)))


def are_agencies(words: str) -> bool:
    """Whether a line is one agency's name, or several: "PTI/ANI"."""
    parts = [*filter(str.strip, masthead().with_agencies_split.split(words))]
    return bool(parts) and all(map(is_agency, parts))


def _is_initials_with_agencies(text: str) -> bool:
    """The sign-off of a newsroom: "abc/de (Reuters, AFP)", or only "(AFP, Reuters)"."""
    found = re.fullmatch(
        r"(?:[a-zA-Z]{1,4}(?:[/,] ?[a-zA-Z]{1,4}){0,4}\s*)?[(\[]([^()\[\]]{2,80})[)\]]\.?", text.strip()
    )
    return found is not None and are_agencies(found[1])


def credit_lines(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Credit lines as they stand, without the words before the names and the brackets around them."""
    found: dict[str, str] = {}
    for block in blocks:
        if block.kind == "credit":
            words = _unwrapped(block.span.of(text).strip(" .|"))
            start = start_of(words.casefold(), picture_words())
            name = words[len(start) :].strip(" :|.©/") or words
            found.setdefault(key_of(name), name)
    return tuple(found.values())


def _unwrapped(words: str) -> str:
    """Without the brackets around the whole, where they are a pair."""
    whole = words[:1] + words[-1:] in {"()", "[]"} and not set(words[1:-1]) & set("()[]")
    return words[1:-1].strip() if whole else words


def came_by(
    text: str, blocks: Sequence[Block], found: Sequence[Candidate], address: str | None, outlet: str | None
) -> tuple[str, ...]:
    """Whose copy an article is: agencies and other outlets, each once.

    By dateline, byline, credit of the words, note of a reprint or copyright line; by what its record or feed credits;
    or since it stands on an agency's own site or under its wire.

    Args:
        text: The article's text.
        blocks: Its blocks.
        found: What else is stated about it.
        address: Where it was fetched from, or its outlet.
        outlet: Who publishes it: its own name is no credit.
    """
    in_text = (name for block in blocks for name in _named_by(block, block.span.of(text), outlet))
    named = dict.fromkeys((*in_text, *_stated_agencies(found)))
    site = agency_of_site(address) if address else None
    own = {name for name in named if outlet and not agency_called(name) and names_itself(name, outlet, PAGE_LANGUAGE)}
    return tuple(dict.fromkeys([*(name for name in named if name not in own), *([site] if site else [])]))


def _stated_agencies(found: Sequence[Candidate]) -> Iterator[str]:
    """The agencies that a record or feed credits, or that are stated as the author and not for a picture."""
    for candidate, following in zip_longest(found, found[1:]):
        said = candidate.field == "credit" and candidate.origin in {"record", "feed", "given"}
        stated = candidate.field == "byline" and candidate.origin != "text"
        if said or (stated and not _is_pictures(candidate, following)):
            yield from _agencies(candidate.value)


def _is_pictures(author: Candidate, following: Candidate | None) -> bool:
    """Whether a stated author is whose picture it is: a service that only brings pictures is named with it, or right behind it."""
    if names_pictures(author.value):
        return True
    if following is None or (following.field, following.origin) != (author.field, author.origin):
        return False
    return names_pictures(following.value) and not _agencies(following.value)


def _named_by(block: Block, words: str, outlet: str | None) -> Iterator[str]:
    if block.kind == "dateline":
        yield from _in_dateline(words, outlet, whole=block.reason == worded(AGENCY_AND_TIME, TOLD_IN))
    elif block.kind == "byline":
        yield from _agencies(words.replace("/", " / ").lstrip("-–— "))
    elif block.kind == "credit" and block.reason != worded(WHOSE, TOLD_IN):
        # Behind a stroke stands whose picture it is, unless it parts two agencies.
        parted = are_agencies(words.rpartition(":")[2])
        yield from (*_agencies(words.replace("/", " / ") if parted else words), *_reprinted(words))
    elif block.kind == "residue" and masthead().own_copy.match(words):
        holder = masthead().rights.search(words)
        yield from _agencies(words[holder.end() :] if holder and holder.start() <= 1 else words)
        yield from _copyright_of(words, outlet) if outlet else ()


def _in_dateline(words: str, outlet: str | None, *, whole: bool) -> Iterator[str]:
    """The agencies and sister stations in brackets, before the place or behind a colon: "PA" behind a comma is a state."""
    beside = (name for form in (_IN_BRACKETS, _BESIDE_PLACE) for name in form.findall(words))
    for part in [words] if whole else beside:
        yield from _agencies(part.replace("/", " / "))
        names = map(str.strip, part.split("/"))
        yield from (name for one in names if _is_sister_station(one, outlet) for name in _other(one))


def _agencies(words: str) -> tuple[str, ...]:
    """Agencies in a line of its own: all we know, or the one that the line names and nothing else."""
    bare = words.strip(" .()[]|•–—-")
    start = start_of(bare.casefold(), masthead().byline_starts | masthead().credit_starts, " ")
    known = agencies_in(words)
    if known:
        return known
    gave = masthead().contributor.search(bare)
    unknown = agency_named(gave["name"] if gave else _BEFORE_RIGHTS.split(bare[len(start) :])[0].strip(" :"))
    return (unknown,) if unknown else ()


def _reprinted(words: str) -> Iterator[str]:
    """The outlet that a note of a reprint names: "was first published in the Weekly Lantern"."""
    cue = masthead().reprint.search(words)
    name = _NAMED.match(words, cue.end()) if cue else None
    yield from _other(name[0]) if name else ()


def _copyright_of(words: str, outlet: str | None) -> Iterator[str]:
    """The outlet that a copyright line names, where it is another than the article's and not who owns it.

    A station's line in another station's clothes says so by call letters alone; with an agency beside it, it is the agency's.
    """
    cue = masthead().rights.search(words)
    name = _NAMED.match(words, cue.end()) if cue else None
    if not name or is_owner(name[0], PAGE_LANGUAGE) or agencies_in(name[0]):
        return
    if _is_full_name(name[0]) or _is_sister_station(name[0], outlet):
        yield from _other(name[0])


def outlets_named(text: str, blocks: Sequence[Block], titles: Iterable[str]) -> Iterator[tuple[str, CandidateOrigin]]:
    """Who may publish a piece that does not say so: the name behind its title, the one in its copyright line.

    Yields:
        A name and where it stands: ``title`` or ``text``.
    """
    for title in titles:
        name = _BEHIND_TITLE.search(title)
        if name and _is_full_name(name[1]) and len(title[: name.start()].split()) > _FEWEST_TITLE_WORDS:
            yield bare_name(name[1], PAGE_LANGUAGE), "title"
    for block in blocks:
        words = block.span.of(text)
        if block.kind in {"residue", "credit"} and masthead().own_copy.match(words):
            yield from ((name, "text") for name in _copyright_of(words, None))


def _is_sister_station(name: str, outlet: str | None) -> bool:
    """Whether a name and the outlet are both stations, by their letters."""
    return is_station(name, PAGE_LANGUAGE) and is_station_site(outlet or "", PAGE_LANGUAGE)


def _is_full_name(name: str) -> bool:
    """Whether a name is an outlet's, no agency's, and more than one word that anything may be called."""
    several = " " in name or name in known_outlets(PAGE_LANGUAGE)
    return is_outlet_name(bare_name(name, PAGE_LANGUAGE), PAGE_LANGUAGE) and agency_called(name) is None and several


def _other(name: str) -> Iterator[str]:
    bare = bare_name(name, PAGE_LANGUAGE)
    if is_outlet_name(bare, PAGE_LANGUAGE) and not agency_called(bare):
        yield bare
