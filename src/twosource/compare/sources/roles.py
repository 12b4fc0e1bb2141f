"""Sources that one article only calls by a role, and the one person whom another article names with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from twosource.compare.sources.group import Group
from twosource.language.lexicon import lexicon_of
from twosource.model import Source
from twosource.text.names import name_key, read_name
from twosource.text.offices import Offices
from twosource.text.reasons import Reason


def join_roles(
    sources: Iterable[Source], people: Sequence[Group], language: str, published: Mapping[str, str]
) -> list[Group]:
    """Join a definite role to the one person who is said to have it; a group for each source that joined nobody.

    "The Ossian president" is whoever has that role, or is the president of Ossia. "The Ossian leader" may be its president
    or its premier. "The president" and the like are the one who holds that office in all articles, if one does: of the
    offices of which a place has one at a time, and no company any. Who holds an office no more by the day of an article
    is not meant by it; ``published`` says, ISO 8601, when articles appeared, by their ids.
    """
    offices = _Holders(people, language, published)
    alone: list[Group] = []
    for source in sources:
        holder = offices.holder(source)
        if holder is None:
            alone.append(Group(name=source.name, kind=source.kind, members=[source], named=False))
        else:
            holder.take([source], Reason("sources.role", name=source.name, holder=holder.name))
    return alone


class _Holders:
    """The offices that a story's people are said to have, asked by a definite role."""

    def __init__(self, people: Sequence[Group], language: str, published: Mapping[str, str]) -> None:
        lexicon = lexicon_of(language)
        self._nouns, self._language = lexicon.source_nouns, lexicon.code
        self._no_longer, self._published = lexicon.bodies.no_longer, published
        self._people = people
        told = (
            (number, self._day(member), role)
            for number, group in enumerate(people)
            for member in group.members
            for role in _worded(member, lexicon.code)
        )
        self._offices = Offices((((number, day), role) for number, day, role in told), lexicon)

    def holder(self, source: Source) -> Group | None:
        """The one person who has a definite role; None where nobody or several do, or so many that they are a list.

        Whoever had the office before counts too, where an article that says so is later, or does not say when it appeared.
        """
        asked, noun = self._asked(source.name)
        if not asked and noun not in self._nouns.one_of_a_place:
            return None
        fitting = [office for office in self._offices.of(noun, asked) if office.fits(asked)]
        day = self._day(source)
        gone = {
            office.holder[0] for office in fitting if self._no_longer & office.words and "" < office.holder[1] <= day
        }
        fitting = [office for office in fitting if office.holder[0] not in gone]
        holders = {office.holder[0] for office in fitting}
        now = any(office.other <= asked for office in fitting)
        return self._people[holders.pop()] if now and len(holders) == 1 else None

    def _day(self, source: Source) -> str:
        """When the article that a source is in appeared, as far as the day; "" where it does not say."""
        return self._published.get(source.mentions[0].article, "")[:10] if source.mentions else ""

    def _asked(self, name: str) -> tuple[frozenset[str], str]:
        """The words of a definite role beside its noun, and the noun: "the president of Ossia"; no noun for anything else."""
        nouns = self._nouns
        words = name_key(name, self._language).split()
        head = list(takewhile(lambda word: word not in nouns.whose_office, words))
        definite = name.partition(" ")[0].lower() in nouns.definite
        if not definite or not head or head[-1] not in nouns.office:
            return frozenset(), ""
        beside = (*head[:-1], *words[len(head) :])
        return frozenset(beside) - nouns.definite - nouns.whose_office, head[-1]


def _worded(member: Source, language: str) -> Iterator[str]:
    """The role of a source as it stands, and the titles before its names."""
    yield member.role or ""
    for name in member.names:
        yield from read_name(name, language).titles
