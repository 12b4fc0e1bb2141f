"""Bodies, outlets and documents that bear one name in several articles, in full, in short, or by a name the table knows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from twosource.compare.sources.group import Group
from twosource.language.lexicon import lexicon_of
from twosource.model import Source, SourceKind
from twosource.text.body_names import BodyName, is_shorter, read_body_name, same_body
from twosource.text.reasons import Reason

_BODIES: Final[frozenset[SourceKind]] = frozenset({"body", "outlet"})
_SEPARATORS: Final = re.compile(r"[/@|:;,]|\s[-–—]\s")
"""In a name these stand between it and something else: "the council, which met", "Herald - Striva"."""
_MOST: Final = 100
"""Bodies with one noun for what they are among which the one that a short form means is looked for; of more it means none."""


class BodyGroups:
    """The bodies of a story, found by name.

    Names are compared word by word, states and spellings levelled; an acronym is the name that it abbreviates. A shorter
    form ("the Sheriff's Office", "police") is the one longer name in the story with the same head; where two bodies have
    that head it stays alone. A bare noun that any body is called by ("the company") is never the same one in two articles
    only because the word is.
    """

    def __init__(self, sources: Iterable[Source], language: str, given: Iterable[Group] = ()) -> None:
        """Join bodies, outlets and documents: those of the longest names first, so that every short form meets its longer ones.

        What is called as a given group is joins it.
        """
        self.groups: list[Group] = []
        self._words = lexicon_of(language).bodies
        self._language = language
        self._by_key: dict[object, list[Group]] = defaultdict(list)
        self._by_head: dict[str, list[tuple[BodyName, Group]]] = defaultdict(list)
        for group in given:
            for name in (group.name, *(member.name for member in group.members)):
                self._note(self._read(name), group)
        for source in sorted(
            sources, key=lambda one: (-len(self._read(one.name).words), -len(one.name), one.name, one.id)
        ):
            self._settle(source)
        for group in self.groups:
            _entitle(group, language)

    def called(self, name: str) -> Group | None:
        """The one body that a name means; None where none or several do."""
        read = self._read(name)
        fitting = [group for group, _ in self._fitting(read, _BODIES)]
        if not fitting:
            near = self._by_head.get(read.head, [])[:_MOST]
            fitting = list({id(group): group for own, group in near if is_shorter(own, read)}.values())
        return fitting[0] if len(fitting) == 1 else None

    def _read(self, name: str) -> BodyName:
        return read_body_name(name, self._language)

    def _settle(self, source: Source) -> None:
        name = self._read(source.name)
        kinds = _BODIES if source.kind in _BODIES else frozenset({source.kind})
        if source.kind == "document" and not self._is_proper(source.name):
            self.groups.append(Group(name=source.name, kind=source.kind, members=[source], named=False))
            return
        fitting = self._fitting(name, kinds, bare=self._is_anybodys(source.name, name))
        if len(fitting) == 1:
            group, reason = fitting[0]
            group.take([source], reason)
        else:
            group = Group(name=source.name, kind=source.kind, members=[source])
            self.groups.append(group)
        self._note(name, group)

    def _note(self, name: BodyName, group: Group) -> None:
        for key in _keys(name):
            if group not in self._by_key[key]:
                self._by_key[key].append(group)
        if (name, group) not in self._by_head[name.head]:
            self._by_head[name.head].append((name, group))

    def _fitting(
        self, name: BodyName, kinds: frozenset[SourceKind], *, bare: bool = False
    ) -> list[tuple[Group, Reason]]:
        """The bodies that a name may mean, with why: those that bear it, else those that it is short for."""
        same = {} if bare else self._bearing(name, kinds)
        if same:
            return list(same.values())
        near = self._by_head.get(name.head, [])
        if len(near) > _MOST:
            return []
        longer = {id(group): group for own, group in near if group.kind in kinds and is_shorter(name, own)}
        return [(group, Reason("sources.short_for", name=group.name)) for group in longer.values()]

    def _bearing(self, name: BodyName, kinds: frozenset[SourceKind]) -> dict[int, tuple[Group, Reason]]:
        """Those that bear a name, with why, by their identity."""
        same: dict[int, tuple[Group, Reason]] = {}
        groups = (group for key in _keys(name) for group in self._by_key.get(key, ()) if group.kind in kinds)
        for group in groups:
            names = (group.name, *(member.name for member in group.members))
            reason = next((why for own in names if (why := same_body(self._read(own), name))), None)
            if reason is not None:
                same.setdefault(id(group), (group, reason))
        return same

    def _is_proper(self, name: str) -> bool:
        """Whether a name has a capital beyond its first word, the article left out."""
        words = name.split()
        first = 1 + (words[0].lower() in lexicon_of(self._language).names.before_names)
        return any(word[:1].isupper() for word in words[first:])

    def _is_anybodys(self, name: str, read: BodyName) -> bool:
        """Whether a name is no more than a noun that any body can be called by."""
        words = name.split()
        small = all(word[:1].islower() for word in words[1:]) and (len(words) > 1 or words[0].islower())
        return len(read.words) == 1 and read.head in self._words.any_body and small


def _keys(name: BodyName) -> set[object]:
    """What two names of one body have in common at the least: one of these."""
    keys: set[object] = {name.words} if name.words else set()
    keys |= {("known", name.known)} if name.known else set()
    keys |= {("short", letters) for letters in (name.acronym, *name.initials) if letters}
    return keys


def _entitle(group: Group, language: str) -> None:
    """Show a group under its fullest name, and as what most of its members are."""
    counted = Counter(member.kind for member in group.members)
    group.kind = min(counted, key=lambda kind: (-counted[kind], kind))
    names = (" ".join(member.name.split()) for member in group.members)
    plain = {name.removesuffix("'s").removesuffix("’s").rstrip("'’") for name in names}
    clean = {name for name in plain if not _SEPARATORS.search(name)} or plain
    group.name = max(clean, key=lambda name: (len(read_body_name(name, language).words), len(name), name))
