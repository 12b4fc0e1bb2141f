"""Sources that one article only calls by a role, and the one person whom another article names with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from twosource.compare.sources.group import Group
from twosource.language.lexicon import lexicon_of
from twosource.model import Source
from twosource.text.names import fold, name_key, read_name, shares_a_root
from twosource.text.reasons import Reason

_MOST: Final = 100  # people who share an office: more are a list


@dataclass(frozen=True, slots=True)
class _Office:
    """One role of a person: its words, and those that make another office of it ("former")."""

    group: Group
    words: frozenset[str]
    other: frozenset[str]


def join_roles(sources: Iterable[Source], people: Sequence[Group], language: str) -> list[Group]:
    """Join a definite role to the one person who is said to have it; everybody else stays alone.

    "The Ossian president" is whoever has that role, or is the president of Ossia. "The Ossian leader" may be its president
    or its premier. "The president" and the like are the one who holds that office in all articles, if one does: of the
    offices of which a place has one at a time, and no company any.

    Args:
        sources: Those without a name, of all articles.
        people: Groups of people; what joins one is added to it.
        language: The code of the articles' language.

    Returns:
        A group for each source that joined nobody.
    """
    offices = _Offices(people, language)
    alone: list[Group] = []
    for source in sources:
        holder = offices.holder(source.name)
        if holder is None:
            alone.append(Group(name=source.name, kind=source.kind, members=[source], named=False))
        else:
            holder.members.append(source)
            holder.reasons.append(Reason("sources.role", name=source.name, holder=holder.name))
    return alone


class _Offices:
    """The offices that a story's people are said to have, asked by a definite role."""

    def __init__(self, people: Sequence[Group], language: str) -> None:
        self._lexicon = lexicon_of(language)
        self._nouns = self._lexicon.source_nouns
        self._by_noun: dict[str, list[_Office]] = defaultdict(list)
        for group in people:
            for noun, words in self._roles_of(group):
                if noun in self._nouns.office:
                    self._by_noun[noun].append(_Office(group, words, words & self._nouns.other_office))

    def holder(self, role: str) -> Group | None:
        """The one person who has a definite role; None where nobody or several do, or so many that they are a list.

        Whoever had the office before counts too: an older article may mean them.
        """
        asked, noun = self._asked(role)
        held = self._held(asked, noun)
        if len(held) > _MOST:
            return None
        fitting = [office for office in held if all(shares_a_root(word, office.words) for word in asked)]
        holders = {id(office.group): office.group for office in fitting}
        now = any(office.other <= asked for office in fitting)
        return next(iter(holders.values())) if now and len(holders) == 1 else None

    def _held(self, asked: frozenset[str], noun: str) -> list[_Office]:
        """The offices that a noun can mean: "the leader" of a place whoever leads it; alone only what a place has one of."""
        if not asked and noun not in self._nouns.one_of_a_place:
            return []
        within = sorted(self._nouns.heads) if noun in self._nouns.any_head and asked else [noun]
        return [office for each in within for office in self._by_noun.get(each, ())]

    def _asked(self, name: str) -> tuple[frozenset[str], str]:
        """The words of a definite role beside its noun, and the noun: "the president of Ossia"; no noun for anything else."""
        nouns = self._nouns
        words = name_key(name, self._lexicon.code).split()
        head = list(takewhile(lambda word: word not in nouns.whose_office, words))
        definite = name.partition(" ")[0].lower() in nouns.definite
        if not definite or not head or head[-1] not in nouns.office:
            return frozenset(), ""
        beside = (*head[:-1], *words[len(head) :])
        return frozenset(beside) - nouns.definite - nouns.whose_office, head[-1]

    def _roles_of(self, group: Group) -> Iterator[tuple[str, frozenset[str]]]:
        """The head noun and all words of each role: a friend of the president is a friend, no president."""
        names, nouns = self._lexicon.names, self._nouns
        for role in _worded(group, self._lexicon.code):
            for part in nouns.between_offices.split(role):
                words = [names.title_offices.get(word, word) for word in map(fold, part.split())]
                head = list(takewhile(lambda word: word not in nouns.beside_office, words))
                if head:
                    yield head[-1], frozenset(words)


def _worded(group: Group, language: str) -> Iterator[str]:
    """The roles of a group's members as they stand, and the titles before their names."""
    for member in group.members:
        yield (member.role or "").replace("’s", "").replace("'s", "")
        for name in member.names:
            yield from read_name(name, language).titles
