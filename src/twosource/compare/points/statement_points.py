"""Points of quotations and claims: the same speech, the same event, by all who tell it."""

from collections.abc import Iterable, Iterator
from datetime import date

from twosource.compare.alignment.gather import Circle, gather
from twosource.compare.alignment.said import said
from twosource.compare.points.answers import with_answers
from twosource.compare.points.differences import CONFLICTING, differences_in, told_again
from twosource.compare.points.relations import relation_of
from twosource.compare.points.slots import Accounts
from twosource.compare.points.spellings import spellings_part
from twosource.model import Conflict, Difference, Point, PointKind, content_id
from twosource.settings import Settings
from twosource.text.story_index import StoryIndex

_SOON = 3  # days: what is denied and what is so may both hold when they are further apart
_OF_COUNTS = ("time", "place", "name", "agent", "reason")  # differences that go with another count
_GRAVE = ("unverified", "disputed", "denied", "corrected")


def statement_circles(index: StoryIndex, settings: Settings) -> list[Circle]:
    """Gather quotations, paraphrases and assertions by what they tell, with who contests it; scare quotes are no statement."""
    every = [said(index, statement) for statement in index.statements.values() if not statement.scare]
    return with_answers(gather([one for one in every if one.words], index, settings), index)


def statement_points(circles: Iterable[Circle], index: StoryIndex) -> tuple[list[Point], list[Conflict]]:
    """Make points of what was gathered.

    An assertion that no other statement meets is no point, unless it is
    marked as unverified, disputed, denied or corrected: every sentence of an article would be one.
    """
    points: list[Point] = []
    conflicts: list[Conflict] = []
    every = [circle for circle in circles if _telling(circle)]
    story = Accounts(every, index)
    spelt = spellings_part(every, index)
    for number, circle in enumerate(every):
        point = _point(circle, (*differences_in(circle, story), *spelt.get(number, ())), index)
        points.append(point)
        conflicts += _conflicts(point, index)
    return points, conflicts


def _telling(circle: Circle) -> bool:
    """Whether it is a point: not where one article says something as its own, unmarked, however often."""
    statements = [one.statement for one in circle.all]
    if len({statement.article for statement in statements}) > 1:
        return True
    return any(s.kind != "assertion" or any(mark.kind in _GRAVE for mark in s.marks) for s in statements)


def _point(circle: Circle, differences: tuple[Difference, ...], index: StoryIndex) -> Point:
    statements = tuple(sorted({one.statement.id for one in circle.all}))
    kind: PointKind = "quotation" if any(one.statement.kind == "quotation" for one in circle.all) else "claim"
    return Point(
        id=content_id("q", kind, *statements),
        kind=kind,
        label=index.verbatim(circle.centre.statement),
        statements=statements,
        relation=relation_of(len(told_again(circle)) + 1, differences),
        differences=differences,
        reason=_reason(circle, index),
    )


def _reason(circle: Circle, index: StoryIndex) -> str:
    """Why the members were joined: each bond's words once, with the articles it ties."""
    centre = circle.centre.statement.article
    ties: dict[str, set[str]] = {}
    for member, bond in circle.members:
        ties.setdefault(bond.why, set()).add(member.statement.article)
    lines = [
        f"{index.names({centre, *articles})}: {why}" if articles != {centre} else f"{index.name(centre)}: {why}"
        for why, articles in sorted(ties.items(), key=lambda each: (-len(each[1]), each[0]))
    ]
    return "; ".join(lines)


def _conflicts(point: Point, index: StoryIndex) -> Iterator[Conflict]:
    for difference in point.differences:
        kind = CONFLICTING.get(difference.kind)
        if kind is None or _guess(difference, index) or _long_between(difference, index) or _counts(difference, index):
            continue
        yield Conflict(
            id=content_id("c", kind, *difference.members),
            kind=kind,
            point=point.id,
            members=difference.members,
            detail=difference.detail,
        )


def _long_between(difference: Difference, index: StoryIndex) -> bool:
    """Whether a "not" may have come or gone with time: "pleaded not guilty", and guilty months later."""
    if difference.kind != "polarity":
        return False
    days = [index.time(index.by_id[member].article) for member in difference.members if member in index.by_id]
    known = sorted(date.fromisoformat(day[:10]) for day in days if day)
    return len(known) > 1 and (known[-1] - known[0]).days > _SOON


def _counts(difference: Difference, index: StoryIndex) -> bool:
    """Whether they give numbers of different counts: then they may tell of different places or times as well."""
    if difference.kind not in _OF_COUNTS:
        return False
    counts = [index.counts_in(member) for member in difference.members]
    return all(counts) and not frozenset.intersection(*counts)


def _guess(difference: Difference, index: StoryIndex) -> bool:
    """Whether one of two speakers is not named: "a witness" and "officials" may be told apart, but do not clash."""
    if difference.kind != "speaker":
        return False
    statements = [index.by_id[member] for member in difference.members]
    kinds = {index.sources[s.source].kind for s in statements if s.source in index.sources}
    return bool(kinds & {"unnamed", "outlet"})
