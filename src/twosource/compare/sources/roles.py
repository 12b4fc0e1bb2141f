"""Sources that one article only calls by a role, and the one person whom another article names with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from twosource.compare.sources.group import Group
from twosource.language.resources import load
from twosource.model import Source
from twosource.text.names import fold, name_key, read_name, told

_OF: Final = frozenset({"of", "for", "at", "in", "to"})
_MOST: Final = 100  # people who share an office: more are a list


@dataclass(frozen=True, slots=True)
class _Office:
    """One role of a person: its words, and those that make another office of it ("former")."""

    group: Group
    words: frozenset[str]
    other: frozenset[str]


def join_roles(sources: Iterable[Source], people: Sequence[Group]) -> list[Group]:
    """Join a definite role to the one person who is said to have it; everybody else stays alone.

    "The Ossian president" is whoever has that role, or is the president of Ossia. "The Ossian leader" may be its president
    or its premier. "The president" and the like are the one who holds that office in all articles, if one does: of the
    offices of which a place has one at a time, and no company any.

    Args:
        sources: Those without a name, of all articles.
        people: Groups of people; what joins one is added to it.

    Returns:
        A group for each source that joined nobody.
    """
    lists = load("source_nouns")
    nouns, heads, other = (frozenset(lists[name]) for name in ("office", "heads", "other_office"))
    offices: dict[str, list[_Office]] = defaultdict(list)
    for group in people:
        for noun, words in _roles_of(group):
            if noun in nouns:
                offices[noun].append(_Office(group, words, words & other))
    alone: list[Group] = []
    for source in sources:
        asked, noun = _asked(source.name, nouns)
        within = sorted(heads) if noun == "leader" and asked else [noun]
        held = [office for each in within for office in offices.get(each, ())]
        if not asked and noun not in lists["one_of_a_place"]:
            held = []
        fitting = [office for office in held[:_MOST] if all(told(word, office.words) for word in asked)]
        # Whoever had the office before counts too: an older article may mean them.
        holders = {id(office.group): office.group for office in fitting}
        now = any(office.other <= asked for office in fitting)
        if now and len(holders) == 1 and len(held) <= _MOST:
            group = next(iter(holders.values()))
            group.members.append(source)
            group.reasons.append(f'"{source.name}" is a role that only {group.name} is said to have')
        else:
            alone.append(Group(name=source.name, kind=source.kind, members=[source], named=False))
    return alone


def _asked(name: str, nouns: frozenset[str]) -> tuple[frozenset[str], str]:
    """The words of a definite role beside its noun, and the noun: "the president of Ossia"; no noun for anything else."""
    head, _, place = name_key(name).partition(" of ")
    words = head.split()
    if not name.lower().startswith("the ") or not words or words[-1] not in nouns:
        return frozenset(), ""
    return frozenset(words[:-1]) | frozenset(word for word in place.split() if word != "the"), words[-1]


def _roles_of(group: Group) -> Iterator[tuple[str, frozenset[str]]]:
    """The head noun and all words of each role: a friend of the president is a friend, no president."""
    short: dict[str, str] = load("names")["title_offices"]
    for member in group.members:
        titles = [title for name in member.names for title in read_name(name).titles]
        for role in (*(member.role or "").replace("’s", "").replace("'s", "").split(","), *titles):
            for part in role.split(" and "):
                words = [short.get(word, word) for word in (fold(each) for each in part.split())]
                head = list(takewhile(lambda word: word not in _OF, words))
                if head:
                    yield head[-1], frozenset(words)
