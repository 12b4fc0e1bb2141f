"""Which sources of several articles are one, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from twosource.model import Source, SourceKind
from twosource.text.names import Name, fold, read_name, same_person
from twosource.text.resources import load

_DETERMINER = re.compile(r"^(?:the|a|an|this|that|his|her|their|its)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "s"})
_SHORTEST_ACRONYM: Final = 2


@dataclass(slots=True, kw_only=True)
class Group:
    """Sources that are one. ``named`` is False for a source that stays alone because it has no name."""

    name: str
    kind: SourceKind
    members: list[Source]
    named: bool = True
    reasons: list[str] = field(default_factory=list)


def group_sources(sources: Sequence[Source], aliases: Mapping[str, str]) -> list[Group]:
    """Put sources that are one together.

    Args:
        sources: Of all articles, sorted by id.
        aliases: Name to name of who is meant; decides before any rule.

    Returns:
        Groups in an order that does not depend on the articles' order; each source is in exactly one.
    """
    given = {key(name): meant for name, meant in aliases.items()}
    by_alias, rest = _by_alias(sources, given)
    people = _people([source for source in rest if source.kind == "person"], by_alias)
    named = _named([source for source in rest if source.kind in {"body", "outlet", "document"}])
    alone = _roles([source for source in rest if source.kind == "unnamed"], people)
    groups = [*people, *named, *alone]
    for group in groups:
        group.members.sort(key=lambda source: source.id)
    return sorted(groups, key=lambda group: (group.kind, group.name, group.members[0].id))


def key(name: str) -> str:
    """A name as it is compared: no determiner, no possessive, ASCII, lower case."""
    words = _POSSESSIVE.sub("", _DETERMINER.sub("", " ".join(name.split()))).split()
    return " ".join(fold(word) for word in words)


def _by_alias(sources: Sequence[Source], given: Mapping[str, str]) -> tuple[list[Group], list[Source]]:
    meant: dict[str, list[Source]] = defaultdict(list)
    rest: list[Source] = []
    for source in sources:
        name = next((given[key(name)] for name in source.names or (source.name,) if key(name) in given), None)
        if name is None:
            rest.append(source)
        else:
            meant[name].append(source)
    groups: list[Group] = []
    for name, members in sorted(meant.items()):
        kinds = Counter(source.kind for source in members if source.kind != "unnamed") or Counter({"person": 1})
        kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
        groups.append(Group(name=name, kind=kind, members=members, reasons=["the alias file says so"]))
    return groups, rest


def _people(sources: Iterable[Source], groups: list[Group]) -> list[Group]:
    """By full names first, then each bare surname to the one person whom it fits."""
    full: list[Source] = []
    bare: list[Source] = []
    for source in sources:
        (full if read_name(source.name).given else bare).append(source)
    groups = list(groups)
    for source in sorted(full, key=lambda s: (-len(read_name(s.name).given[0]), -len(s.name), s.name, s.id)):
        _settle(source, groups)
    for source in sorted(bare, key=lambda s: (s.name, s.id)):
        _settle(source, groups)
    return groups


def _settle(source: Source, groups: list[Group]) -> None:
    """Into the one group that fits; a group of its own where none or two do."""
    name = read_name(source.name)
    exact = [group for group in groups if group.kind == source.kind and key(group.name) == key(source.name)]
    fitting = (
        [(exact[0], "the name is the same")]
        if len(exact) == 1
        else [(group, reason) for group in groups if group.kind == "person" and (reason := _fits(group, name))]
    )
    if len(fitting) == 1:
        group, reason = fitting[0]
        group.members.append(source)
        if reason not in group.reasons:
            group.reasons.append(reason)
        return
    reasons = ["more than one person fits this name: left apart"] if fitting else []
    groups.append(Group(name=source.name, kind="person", members=[source], reasons=reasons))


def _fits(group: Group, name: Name) -> str:
    """Why a name fits a group: it must agree with every full name in it."""
    names = [read_name(member.name) for member in group.members]
    names = [read_name(group.name), *(other for other in names if other.given)]
    reasons = [same_person(other, name) for other in names]
    return reasons[0] if all(reasons) else ""


def _named(sources: Iterable[Source]) -> list[Group]:
    """Bodies, outlets and documents of one name; then acronyms, where exactly one name spells them out."""
    found: dict[tuple[SourceKind, str], Group] = {}
    alone: list[Group] = []
    for source in sources:
        if source.kind == "document" and not _is_proper(source.name):
            alone.append(Group(name=source.name, kind=source.kind, members=[source], named=False))
            continue
        group = found.setdefault(
            (source.kind, key(source.name)), Group(name=_plain(source.name), kind=source.kind, members=[])
        )
        group.members.append(source)
        group.name = max(group.name, _plain(source.name), key=lambda name: (len(name), name))
    for (kind, name), group in sorted(found.items()):
        longer = [g for (k, n), g in found.items() if k == kind and _spells_out(n, name)]
        if len(longer) == 1:
            longer[0].members.extend(group.members)
            longer[0].reasons.append(f"{group.name} stands for its first letters")
            del found[kind, name]
    for group in found.values():
        if len(group.members) > 1:
            group.reasons.insert(0, "the name is the same")
    return [*found.values(), *alone]


def _plain(name: str) -> str:
    return _POSSESSIVE.sub("", " ".join(name.split()))


def _is_proper(name: str) -> bool:
    """Whether a name has a capital beyond its first word."""
    return any(word[:1].isupper() for word in _DETERMINER.sub("", name).split()[1:])


def _spells_out(longer: str, acronym: str) -> bool:
    words = [word for word in longer.split() if word not in _SMALL]
    letters = "".join(word[0] for word in words if word)
    return len(acronym) >= _SHORTEST_ACRONYM and len(words) > 1 and letters == acronym.replace(" ", "")


def _roles(sources: Iterable[Source], people: Sequence[Group]) -> list[Group]:
    """A definite role joins the one person who is said to have it; everybody else stays alone."""
    offices = frozenset(load("source_nouns")["office"])
    alone: list[Group] = []
    for source in sources:
        words = key(source.name).split()
        fitting: list[Group] = []
        if source.name.lower().startswith("the ") and len(words) > 1 and words[-1] in offices:
            fitting = [group for group in people if any(set(words) <= role for role in _roles_of(group))]
        if len(fitting) == 1:
            fitting[0].members.append(source)
            fitting[0].reasons.append(f'"{source.name}" is a role that only {fitting[0].name} is said to have')
        else:
            alone.append(Group(name=source.name, kind=source.kind, members=[source], named=False))
    return alone


def _roles_of(group: Group) -> list[set[str]]:
    roles: list[set[str]] = []
    for member in group.members:
        words = [fold(word) for word in (member.role or "").replace(",", " ").split()]
        for name in member.names:
            words.extend(word for title in read_name(name).titles for word in title.split())
        roles.append(set(words))
    return roles
