"""The to-check list with its links, gathered under what each check asks."""

from dataclasses import dataclass
from typing import Final

from twosource.model import Check, CheckSeverity
from twosource.present.checklist import gathered
from twosource.present.index import Index
from twosource.present.page.anchors import anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One particular of a check, with links to what it is about."""

    detail: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What one check asks, and all it asks it of. ``tone`` is ``torn``, ``doubt`` or, for what can wait, ``small``."""

    code: str
    tone: str
    head: str
    items: tuple[CheckItem, ...]


# Contradictions, speakers and denials first; what only one article has, and missing dates, can wait.
_TONES: Final[dict[CheckSeverity, str]] = {"high": "torn", "medium": "doubt", "low": "small"}


def checks(index: Index) -> tuple[CheckView, ...]:
    """The story's checks in their order, those of one code together."""
    return tuple(
        CheckView(
            code=code,
            tone=_TONES[items[0][1].severity],
            head=head,
            items=tuple(CheckItem(detail=detail, links=_links(index, check)) for detail, check in items),
        )
        for code, head, items in gathered(index.story.checks)
    )


def _links(index: Index, check: Check) -> tuple[tuple[str, str], ...]:
    found = dict.fromkeys(link for name in check.refers if (link := _refer(index, name)))
    return tuple({label: (label, href) for label, href in reversed(found)}.values())[::-1]


def _refer(index: Index, name: str) -> tuple[str, str] | None:
    """Where an id leads, and what to call it: the point first, then the words, the source, the article."""
    if name in index.points:
        return (f"point {index.number[name]}", anchor("q", name))
    if member := index.member(name):
        return (index.outlets[member.article], anchor("m", name))
    if name in index.sources:
        return (index.sources[name].name, anchor("s", name))
    if name in index.articles:
        return (index.outlets[name], anchor("a", name))
    conflict = next((one for one in index.story.conflicts if one.id == name), None)
    return _refer(index, conflict.point) if conflict and conflict.point else None
