"""Who wrote an article, of all that bylines state."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from twosource.clean.agencies import apart, is_agency, without_agency
from twosource.clean.characters import is_dense, plain
from twosource.clean.dates import day_form
from twosource.clean.stated_on_page import ELSEWHERE, HEAD
from twosource.clean.wording import masthead, page_words, start_of, starts
from twosource.model import Candidate
from twosource.text.pieces import key_of

_BRACKETS: Final = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]?")
_MARKS: Final = re.compile(r"\s*(?:[,;/&+•·、・]| - | – | — |\n)\s*")
_MAIL: Final = re.compile(r"\S+@\S+\s*\((?P<behind>[^()]+)\)|(?P<before>[^<>@]+)<[^<>]*@[^<>]*>")
_WORDS: Final = re.compile(r"[^\W\d_][\w.'’-]*")
_STRUCTURED: Final = frozenset({"given", "record", "json-ld", "open graph", "meta", "feed"})
_MOST_NAME_WORDS: Final = 6
_FULL_NAME: Final = 2
_MOST_BODY: Final = 60  # characters
_MOST_DENSE_NAME: Final = 6  # characters of a name in a script without spaces and capitals
_NO_NAME: Final = ("@", "://", "www.", ":", "*", "?")
_ADDRESS_MARKS: Final = ("@", "://", "www.")


@cache
def _joint() -> re.Pattern[str]:
    words = starts(frozenset(word for word in page_words().conjunctions if word[0].isalpha()))
    return re.compile(r"\s+(?:" + "|".join(map(re.escape, words)) + r")\s+", re.IGNORECASE)


def authors_of(
    found: Sequence[Candidate], rank: Callable[[Candidate], int]
) -> tuple[tuple[str, ...], tuple[Candidate, ...]]:
    """The authors, each once, and the bylines that name them: those of the best origin that names a person.

    Where none does, the bodies that the best origin says outright are the author. Readers who comment and authors of
    other stories stand elsewhere on the page, and are never taken.
    """
    stated = [c for c in found if c.field == "byline" and c.origin != ELSEWHERE]
    persons = [rank(c) for c in stated if names_of(c.value)]
    best = _fuller(stated, rank, min(persons or [rank(c) for c in stated if _body_of(c)], default=None))
    told = [(c, names_of(c.value) or _body_of(c)) for c in stated if rank(c) == best]
    return _each_once(name for _, names in told for name in names), tuple(c for c, names in told if names)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names, each once; of two printings the one that is not all in capitals."""
    named: dict[str, str] = {}
    for name in names:
        known = named.setdefault(key_of(name), name)
        named[key_of(name)] = name if known.isupper() else known
    return tuple(named.values())


def _fuller(stated: Sequence[Candidate], rank: Callable[[Candidate], int], best: int | None) -> int | None:
    """The head of the page instead, where it names all persons of the best origin and more: data often have one only."""
    at = {True: set[str](), False: set[str]()}
    head = next((rank(c) for c in stated if c.origin == HEAD), None)
    for candidate in stated:
        if rank(candidate) in {best, head}:
            at[rank(candidate) == best].update(map(key_of, names_of(candidate.value)))
    return head if at[True] and at[False] > at[True] else best


def names_of(byline: str) -> tuple[str, ...]:
    """The persons in a byline, without what stands around them, what they do and whom they work for.

    Example:
        >>> names_of("By Ada Lund and Tom Rask, Staff Writers")
        ('Ada Lund', 'Tom Rask')
        >>> names_of("By Nell Abara, Senior Engineer, Holl Speech, Privacy, and Harbour Project")
        ('Nell Abara',)
    """
    parts = _parts(_bare(byline))
    if not parts or _tells_of_author(parts[0][1]):
        return ()
    names: list[str] = []
    behind_role = False
    for (joined, part), (_, following) in pairwise([*parts, (False, "")]):
        name = _own_name(part)
        if _is_role(part):
            behind_role = True
        elif not is_person(name) or (names and _shouts(name) > _shouts(names[-1])):
            continue
        elif not behind_role or (joined and _is_role(following)):
            # Behind what somebody does stands where; only one who is joined on and has a role is another writer.
            names.append(name)
            behind_role = False
    return tuple(names)


def _own_name(part: str) -> str:
    """A part of a byline without what follows the name, and the agency."""
    return without_agency(masthead().behind_name.split(part)[0].strip(" .:|•"))


def _tells_of_author(part: str) -> bool:
    """Whether the first part of a byline begins a sentence about the author: several words that are no name and no role."""
    name = _own_name(part)
    return bool(name) and len(part.split()) > 1 and not (is_person(name) or is_agency(part) or _is_role(part))


def _shouts(name: str) -> bool:
    """Whether a name has a word in capitals: behind one that has none it is a paper's or a place."""
    return any(word.isupper() and len(word) > _FULL_NAME for word in _WORDS.findall(name))


def _once(words: str) -> str:
    """A name without its second printing: one is the link of the picture beside it."""
    parts = words.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if half and parts[:half] == parts[half:] else words


def _bare(byline: str) -> str:
    """A byline without mail addresses, brackets, day and the words before the names. Behind a bar stand paper or place."""
    mail = _MAIL.fullmatch(byline.strip())
    words = (mail["behind"] or mail["before"]) if mail else byline
    words = apart(_BRACKETS.sub("", words)).strip(" .|•–—-").partition("|")[0]
    day = day_form().search(words)
    if day:
        words = words[: day.start()].rstrip(" ,")
        last = words.rpartition(" ")[2].strip(",").casefold()
        words = words.rpartition(" ")[0] if last in masthead().weekdays else words
    small, heads = words.casefold(), page_words().byline_starts | masthead().byline_starts
    marks = frozenset(one for one in heads if not one[-1].isalpha())
    start = start_of(small, heads, " ", "\xa0") or start_of(small, marks)
    return _once(words[len(start) :].strip(" :"))


def _parts(words: str) -> list[tuple[bool, str]]:
    """The parts of a byline, each with whether a word such as "and" joins it to the one before."""
    parts: list[tuple[bool, str]] = []
    for piece in _MARKS.split(words):
        rest = f" {piece}" if parts else piece
        joined = False
        while found := _joint().search(rest):
            left, right = rest[: found.start()], rest[found.end() :]
            # "Ortega y Gasset" is one name: a joint stands between two of two words or more, or begins a part.
            if left.strip() and min(len(left.split()), len(right.split())) < _FULL_NAME:
                break
            parts += [(joined, left.strip())] if left.strip() else []
            rest, joined = right, True
        parts += [(joined, rest.strip())] if rest.strip() else []
    return parts


def is_person(name: str) -> bool:
    """Whether a part of a byline reads as a person's name: two words or more, none of which a body or an address has."""
    words = _WORDS.findall(name)
    small = {word.casefold().strip(".") for word in words}
    if any(map(str.isdigit, name)) or any(mark in name for mark in _NO_NAME) or name.casefold() in _barred():
        return False
    if not words or small & (page_words().body_words | _barred()) or is_agency(name):
        return False
    if not name.isascii() and name.casefold() == name.upper():  # a script without capitals
        dense = is_dense(name)
        return 1 < len(name) <= _MOST_DENSE_NAME if dense else _FULL_NAME <= len(words) <= _MOST_NAME_WORDS
    return _FULL_NAME <= len(words) <= _MOST_NAME_WORDS and words[0][0].isupper() and words[-1][0].isupper()


@cache
def _barred() -> frozenset[str]:
    return page_words().not_names | masthead().not_names


def _is_role(part: str) -> bool:
    words = {word.casefold().strip(".") for word in _WORDS.findall(part)}
    singular = words | {word.removesuffix("s") for word in words}
    return bool(singular & page_words().role_words) or plain(part) in masthead().roles


def _body_of(candidate: Candidate) -> tuple[str, ...]:
    """The body that a page's data or a record says is the author: an agency, a newsroom, the outlet itself."""
    name = _bare(candidate.value)
    small = {word.casefold().strip(".") for word in _WORDS.findall(name)}
    stated = candidate.origin in _STRUCTURED and not small <= (_barred() | page_words().role_words)
    barred = name.casefold() in _barred() or any(mark in name for mark in _ADDRESS_MARKS)
    return (name,) if stated and not barred and len(name) <= _MOST_BODY else ()
