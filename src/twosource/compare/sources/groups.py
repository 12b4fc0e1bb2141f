"""Which sources of several articles are one, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from twosource.compare.sources.bodies import BodyGroups
from twosource.compare.sources.full_names import join_by_full_name
from twosource.compare.sources.group import Group
from twosource.compare.sources.roles import join_roles
from twosource.compare.sources.voices import join_voices, speaks_for
from twosource.model import Source, SourceKind
from twosource.text.names import Name, levelled, misspelt, name_key, read_name, same_person
from twosource.text.reasons import Reason

_BODIES: Final = frozenset({"body", "outlet", "document"})
_MOST_OF_A_NAME: Final = 100  # people whose surnames begin or end alike, or who share an office: more are a list


def group_sources(
    sources: Sequence[Source],
    aliases: Mapping[str, str],
    language: str,
    published: Mapping[str, str],
    apart: Mapping[str, Reason] | None = None,
) -> list[Group]:
    """Put the sources of all articles together that are one; each is in exactly one group, in an order that does not depend on the articles'.

    Names that are set ``apart``, as they are compared, are joined with nothing but themselves; then ``aliases`` decide, a name to the
    name of who is meant, before any rule. ``published`` says, ISO 8601, when articles appeared, by their ids.
    """
    given = {name_key(name, language): meant for name, meant in aliases.items()}
    alone, rest = _apart(sources, apart or {}, language)
    by_alias, rest = _by_alias(rest, given, language)
    people = _people([source for source in rest if source.kind == "person"], by_alias, language)
    rest = join_by_full_name([source for source in rest if source.kind != "person"], people, language)
    given_bodies = [group for group in by_alias if group.kind != "person"]
    bodies = BodyGroups([source for source in rest if source.kind in _BODIES], language, given_bodies)
    nameless = join_roles([source for source in rest if source.kind == "unnamed"], people, language, published)
    groups = [*people, *bodies.groups, *join_voices(nameless, people, bodies, language), *alone]
    for group in groups:
        group.speaks_for = bodies.called(speaks_for(group.members, language) or "")
    for group in groups:
        group.members.sort(key=lambda source: source.id)
    return sorted(groups, key=lambda group: (group.kind, group.name, group.members[0].id))


def _apart(sources: Sequence[Source], apart: Mapping[str, Reason], language: str) -> tuple[list[Group], list[Source]]:
    groups: dict[tuple[SourceKind, str], Group] = {}
    rest: list[Source] = []
    for source in sources:
        name = name_key(source.name, language)
        if name in apart:
            new = Group(name=source.name, kind=source.kind, members=[], reasons=[apart[name]])
            groups.setdefault((source.kind, name), new).members.append(source)
        else:
            rest.append(source)
    return list(groups.values()), rest


def _by_alias(sources: Sequence[Source], given: Mapping[str, str], language: str) -> tuple[list[Group], list[Source]]:
    meant: dict[str, list[Source]] = defaultdict(list)
    rest: list[Source] = []
    for source in sources:
        keys = (name_key(name, language) for name in source.names or (source.name,))
        name = next((given[key] for key in keys if key in given), None)
        if name is None:
            rest.append(source)
        else:
            meant[name].append(source)
    groups: list[Group] = []
    for name, members in sorted(meant.items()):
        kinds = Counter(source.kind for source in members if source.kind != "unnamed") or Counter({"person": 1})
        kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
        groups.append(Group(name=name, kind=kind, members=members, reasons=[Reason("sources.alias")]))
    return groups, rest


def _people(sources: Iterable[Source], groups: list[Group], language: str) -> list[Group]:
    """By full names first, the longest given names first, then each bare surname to the one person whom it fits."""

    def order(source: Source) -> tuple[bool, int, int, str, str]:
        given = read_name(source.name, language).given
        return not given, -len(given[0]) if given else 0, -len(source.name) if given else 0, source.name, source.id

    people = _People(groups, language)
    for source in sorted(sources, key=order):
        people.settle(source)
    return people.groups


class _People:
    """Groups of people, found by their whole name or by either end of a surname: one edit leaves one end as it is."""

    def __init__(self, groups: Iterable[Group], language: str) -> None:
        """Start with the groups that the alias file made; the kinds of sources in them are kept."""
        self.groups: list[Group] = []
        self._language = language
        self._named: dict[tuple[SourceKind, str], list[Group]] = defaultdict(list)
        self._near: dict[tuple[int, str], list[Group]] = defaultdict(list)
        self._names: dict[int, dict[Name, None]] = {}
        for group in groups:
            self._open(group)

    def _open(self, group: Group) -> None:
        self.groups.append(group)
        self._named[group.kind, name_key(group.name, self._language)].append(group)
        if group.kind == "person":
            names = [self._read(name) for name in (group.name, *(member.name for member in group.members))]
            self._names[id(group)] = dict.fromkeys([names[0], *(name for name in names[1:] if name.given)])
            for end in dict.fromkeys(end for name in names for end in _ends(name)):
                self._near[end].append(group)

    def _read(self, name: str) -> Name:
        return read_name(name, self._language)

    def settle(self, source: Source) -> None:
        """Into the one group that fits; a group of its own where none or two do."""
        name = self._read(source.name)
        exact = self._named[source.kind, name_key(source.name, self._language)]
        same = [(group, Reason("sources.same_name")) for group in exact]
        fitting = same if len(same) == 1 else self._fitting(name, _article(source))
        if len(fitting) == 1:
            group, reason = fitting[0]
            group.take([source], reason)
            if name.given and id(group) in self._names:
                self._names[id(group)][name] = None
            return
        reasons = [Reason("sources.several_fit")] if fitting else []
        self._open(Group(name=source.name, kind="person", members=[source], reasons=reasons))

    def _fitting(self, name: Name, article: str) -> list[tuple[Group, Reason]]:
        """The groups whose every full name agrees with a name; two are enough to know that it is not safe."""
        near = {id(group): group for end in _ends(name) for group in self._near.get(end, ())[:_MOST_OF_A_NAME]}
        asked = (
            (
                group,
                [same_person(other, name) or self._misspelt(group, other, name, article) for other in self._names[at]],
            )
            for at, group in near.items()
        )
        return list(islice(((group, whys[0]) for group, whys in asked if whys[0] is not None and all(whys)), 2))

    def _misspelt(self, group: Group, known: Name, name: Name, article: str) -> Reason | None:
        """Why two names spelled in two ways are one, where no article tells both of them; None where they need not be."""
        apart = article in {_article(member) for member in group.members if self._read(member.name) != name}
        return None if apart else misspelt(known, name)


def _article(source: Source) -> str:
    return source.mentions[0].article if source.mentions else ""


def _ends(name: Name) -> list[tuple[int, str]]:
    """The first three and the last four letters of a surname as it is compared."""
    surname = levelled(name.surname, name.language)
    return [(0, surname[:3]), (1, surname[-4:])] if surname else []
