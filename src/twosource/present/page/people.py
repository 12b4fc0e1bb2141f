"""Sources with everything they are reported to have said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model import Figure, Statement
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.places import place_of
from twosource.present.ranking import LISTED, listed
from twosource.present.sayings import covers
from twosource.present.side_words import content, is_quoted
from twosource.present.wording import clip
from twosource.text.pieces import key_of
from twosource.text.story_index import Member

_WORDS = 260
_FEW, _MANY = 2, 60  # things said by one source, and sources, that a large story shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing a source is reported to have said, and where; the same words in several articles are shown once.

    ``links`` are pairs of an outlet and the place of these words there.
    """

    words: str
    quoted: bool
    links: tuple[tuple[str, str], ...]
    why: str
    number: int
    point: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A source with all it said; in a large story with the first few things, ``more`` of them stand in the articles.

    ``speaks_for`` is the body as whose voice it is counted, ``number`` its place among the story's sources.
    """

    place: str
    number: int
    name: str
    kind: str
    role: str
    names: tuple[str, ...]
    join_reason: str
    outlets: tuple[str, ...]
    told: tuple[Told, ...]
    named: bool
    more: int = 0
    speaks_for: str = ""


def people(index: Index) -> tuple[Person, ...]:
    """Sources who are reported to have said something: those with a name first, then those in most articles."""
    own: dict[str, list[Member]] = {}
    for statement in index.story.statements:
        if statement.source and statement.said:
            own.setdefault(statement.source, []).append(statement)
    for figure in index.story.figures:
        holder = index.statement_of(figure)
        if figure.source and (holder is None or holder.source != figure.source):
            own.setdefault(figure.source, []).append(figure)
    numbered = listed(index)
    found = [_person(index, name, members, numbered) for name, members in own.items() if name in index.sources]
    found.sort(key=lambda one: (not one.named, -len(one.outlets), -len(one.told), one.name))
    if len(index.articles) <= LISTED:
        return tuple(found)
    return tuple(
        replace(one, told=tuple(replace(told, why="") for told in one.told[:_FEW]), more=max(0, len(one.told) - _FEW))
        for one in found[:_MANY]
    )


def _person(index: Index, name: str, members: list[Member], numbered: frozenset[str]) -> Person:
    source = index.sources[name]
    return Person(
        place=anchor("s", name),
        number=index.source_rank[name],
        name=source.name,
        kind={"unnamed": "not named", "body": "body", "outlet": "another outlet"}.get(source.kind, source.kind),
        role=source.role or "",
        names=tuple(other for other in source.names if other != source.name),
        join_reason=source.join_reason,
        outlets=tuple(dict.fromkeys(index.outlets[one.article] for one in members)),
        told=_once(tuple(_told(index, one, numbered) for one in members if not _is_told_with(one, members))),
        named=source.kind != "unnamed",
        speaks_for=(source.speaks_for or "") if source.voice and source.voice != source.id else "",
    )


def _is_told_with(member: Member, members: Sequence[Member]) -> bool:
    """Whether all of a statement stands in another of its article on the same word: quoted words in what is told around them."""
    return isinstance(member, Statement) and any(
        isinstance(other, Statement) and other.content != member.content and covers(other, member) for other in members
    )


def _told(index: Index, member: Member, numbered: frozenset[str]) -> Told:
    point = index.point_of.get(member.id)
    why = member.reason if isinstance(member, Figure) else member.source_reason
    return Told(
        words=clip(content(index, member), _WORDS),
        quoted=is_quoted(member),
        links=((index.outlets[member.article], place_of(index, member)),),
        why=why,
        number=index.number[point.id] if point and point.id in numbered else 0,
        point=anchor("q", point.id) if point else "",
    )


def _once(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """Each wording once, where it first stood, with every article that has it."""
    found: dict[tuple[str, bool, str], Told] = {}
    for one in told:
        key = (key_of(one.words), one.quoted, one.point)
        kept = found.get(key)
        found[key] = replace(kept, links=(*kept.links, *one.links)) if kept else one
    return tuple(found.values())
