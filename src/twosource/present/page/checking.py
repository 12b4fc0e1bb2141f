"""The to-check list: each check with the sentences it rests on and where they stand; and the three to act on first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from twosource.model import Check, CheckSeverity, Place
from twosource.present.anchors import anchor
from twosource.present.checklist import TAKEN_BACK, gathered, waiting
from twosource.present.evidence import Evidence, evidence_of, sentence_at
from twosource.present.index import Index
from twosource.present.page.exhibits import Exhibit, exhibits
from twosource.present.places import place_of
from twosource.present.ranking import listed
from twosource.present.wording import clip
from twosource.present.wording.terms import CHECKS
from twosource.text.story_index import Member

_SENTENCES = 2
_DETAIL = 150  # code points of a line of the first screen
_QUOTED = 24  # code points of a quotation: fewer tell nothing
_FIRST = 3

# Contradictions, speakers and denials first; what only one article has, and missing dates, can wait.
_TONES: Final[dict[CheckSeverity, str]] = {"high": "torn", "medium": "doubt", "low": "small"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One particular of a check, with links to what it is about, and the sentences it rests on."""

    detail: str
    links: tuple[tuple[str, str], ...]
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What one check asks, and all it asks it of. ``tone`` is ``torn``, ``doubt`` or, for what can wait, ``small``."""

    place: str
    code: str
    tone: str
    title: str
    head: str
    items: tuple[CheckItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """A check on the first screen: what it asks, of what first, and how many more of its kind there are."""

    title: str
    detail: str
    tone: str
    href: str
    more: int


def checks(index: Index, story: str) -> tuple[CheckView, ...]:
    """The story's checks in their order, those of one code together. ``story`` is the story's place on the page."""
    numbered = listed(index)
    return tuple(
        CheckView(
            place=f"{story}-check-{place}",
            code=code,
            tone=_TONES[items[0][1].severity],
            title=CHECKS.get(code, head),
            head=head if code in CHECKS else "",
            items=tuple(_item(index, detail, check, numbered) for detail, check in items),
        )
        for place, (code, head, items) in enumerate(gathered(waiting(index.story.checks)), 1)
    )


def first_checks(index: Index, views: tuple[CheckView, ...]) -> tuple[CheckLine, ...]:
    """The three that an editor would act on: one of a kind, the gravest first; what is contested is told elsewhere.

    What was taken back is contested, too: it is told here only where an article still carries it.
    """
    carried = any(point.retracted and point.retracted.carried_by for point in index.story.points)
    views = tuple(view for view in views if carried or view.code != TAKEN_BACK)
    return tuple(
        CheckLine(
            title=view.title,
            detail=_on_one_line(view.items[0].detail or view.head),
            tone=view.tone,
            href=view.place,
            more=len(view.items) - 1,
        )
        for view in views[:_FIRST]
    )


def _on_one_line(detail: str) -> str:
    """As much of a check's particulars as one line shows; of a quotation no less than a few words, or nothing."""
    shown = clip(detail, _DETAIL)
    before, mark, quoted = shown.rpartition("“")
    cut = mark and shown != detail and "”" not in quoted and len(quoted) < _QUOTED
    return f"{before.rstrip(' :,(')} …" if cut else shown


def _item(index: Index, detail: str, check: Check, numbered: frozenset[str]) -> CheckItem:
    links = dict.fromkeys(link for name in check.refers if (link := _refer(index, name, numbered)))
    return CheckItem(
        detail=detail,
        links=tuple({label: (label, href) for label, href in reversed(links)}.values())[::-1],
        exhibits=exhibits(index, _evidence(index, check)),
    )


def _evidence(index: Index, check: Check) -> Iterator[Evidence]:
    """The sentences of a check: of what it names, each of another article; of its points where it names nothing else."""
    members = index.members_named(check.refers)
    if not members:
        points = [index.points[name] for name in check.refers if name in index.points]
        members = [member for point in points[:1] for member in index.members(point)]
    found = [*(_of(index, member, check.detail) for member in members), *_of_passages(index, check)]
    seen: set[str] = set()
    for one in found:
        if one and one.article not in seen and len(seen) < _SENTENCES:
            seen.add(one.article)
            yield one


def _of(index: Index, member: Member, detail: str) -> Evidence | None:
    """The sentence of a statement, or of the mark that it bears: of one that the check names, or of one that is no mere hedge."""
    marks = [mark for mark in member.marks if index.words(mark.span, member.article) in detail]
    marks += [mark for mark in member.marks if mark.kind != "hedged"]
    return evidence_of(index, member, marks[0] if marks else None)


def _of_passages(index: Index, check: Check) -> Iterator[Evidence]:
    named = set(check.refers)
    for passage in index.story.passages:
        if passage.id in named:
            yield from (one for place in passage.spans if (one := _at(index, place)))


def _at(index: Index, place: Place) -> Evidence | None:
    """A shared passage inside its sentence; it leads to the statement there, or else to its article."""
    article = index.articles.get(place.article)
    if article is None:
        return None
    whole = sentence_at(article, place.start, place.end)
    return Evidence(
        article=article.id,
        member=index.statement_at(article.id, place.start) or "",
        before=clip(article.text[whole.start : place.start], _DETAIL),
        words=article.text[place.start : place.end],
        after=article.text[place.end : max(whole.end, place.end)],
    )


def _refer(index: Index, name: str, numbered: frozenset[str]) -> tuple[str, str] | None:
    """Where an id leads, and what to call it: the point first, then the words, the source, the article."""
    if name in numbered:
        return (f"claim {index.number[name]}", anchor("q", name))
    if member := index.member(name):
        return (index.outlets[member.article], place_of(index, member))
    if name in index.sources:
        return (index.sources[name].name, anchor("s", name))
    if name in index.articles:
        return (index.outlets[name], anchor("a", name))
    conflict = next((one for one in index.story.conflicts if one.id == name), None)
    return _refer(index, conflict.point, numbered) if conflict and conflict.point else None
