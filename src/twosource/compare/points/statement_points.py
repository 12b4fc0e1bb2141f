"""Points of quotations and claims: the same speech, the same event, by all who tell it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Final, get_args

from twosource.compare.alignment.gather import Circle, gather
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.source_names import other_people
from twosource.compare.between import conflict
from twosource.compare.points.accounts import Accounts
from twosource.compare.points.differences import losses_in, partings_in, told_again
from twosource.compare.points.relations import relation_of
from twosource.compare.points.spellings import spelling_conflicts, spelling_differences, spellings
from twosource.compare.points.surely_told import surely_told
from twosource.model import GRAVE, Conflict, ConflictKind, Difference, Point, PointKind, Statement, content_id
from twosource.settings import Settings
from twosource.text.story_index import StoryIndex

_CONFLICTING: Final[Mapping[str, ConflictKind]] = {kind: kind for kind in get_args(ConflictKind)}
_SOON = 3  # days: what is denied and what is so may both hold when they are further apart
_OF_COUNTS = ("time", "place", "name", "agent", "reason")  # differences that go with another count
_BRIEF: Final = 4  # words: fewer say little by themselves


def statement_circles(index: StoryIndex, settings: Settings) -> list[Circle]:
    """Gather quotations, paraphrases and assertions by what they tell; what nobody says is no statement."""
    every = [Said(statement, index) for statement in index.statements.values() if statement.said]
    return gather([one for one in every if one.words], index, settings)


def statement_points(circles: Iterable[Circle], index: StoryIndex) -> tuple[list[Point], list[Conflict]]:
    """Make points of what was gathered.

    An assertion that no other statement meets is no point, unless it is
    marked as unverified, disputed, denied or corrected: every sentence of an article would be one.
    """
    points: list[Point] = []
    conflicts: list[Conflict] = []
    gathered = list(circles)
    story = Accounts(gathered, index)
    parts = (part for circle in gathered for part in surely_told(circle, partings_in(circle, story)))
    told = [(circle, (*partings, *losses_in(circle, index))) for circle, partings in parts if _telling(circle)]
    spelt = spellings([circle for circle, _ in told], index)
    for circle, differences in told:
        point = _point(circle, (*differences, *spelling_differences(spelt, circle, index)), index)
        points.append(point)
        conflicts += filter(None, _conflicts(point, differences, index))
    homes = {statement: point.id for point in points for statement in point.statements}
    return points, [*conflicts, *filter(None, spelling_conflicts(spelt, homes, index))]


def _telling(circle: Circle) -> bool:
    """Whether it is a point: not where one article says something as its own, unmarked, however often."""
    statements = [one.statement for one in circle.all]
    if len({statement.article for statement in statements}) > 1:
        return True
    return any(s.kind != "assertion" or any(mark.kind in GRAVE for mark in s.marks) for s in statements)


def _point(circle: Circle, differences: tuple[Difference, ...], index: StoryIndex) -> Point:
    statements = tuple(sorted({one.statement.id for one in circle.all}))
    kind: PointKind = "quotation" if _is_remark(circle, index) else "claim"
    return Point(
        id=content_id("q", kind, *statements),
        kind=kind,
        label=_label(circle, index),
        label_quoted=circle.centre.statement.kind == "quotation",
        statements=statements,
        relation=relation_of(len(told_again(circle)) + 1, differences),
        differences=differences,
        reason=_reason(circle, index),
    )


def _is_remark(circle: Circle, index: StoryIndex) -> bool:
    """Whether somebody quotes it, or all have it in other words and in two articles or more from one who speaks."""
    every = [one.statement for one in circle.all]
    told = all(one.kind == "paraphrase" and one.source for one in every) and any(
        one.article != other.article and not other_people(one.source, other.source, index)
        for one, other in combinations(every, 2)
    )
    return told or any(one.kind == "quotation" for one in every)


def _label(circle: Circle, index: StoryIndex) -> str:
    """What the point is called: the words of the statement in the middle.

    Of a remark that some quote with all that was said around it, the words that all of them have. Where the words are no
    clause by themselves ("to respond"), with the words around them that say who says it.
    """
    centre = _remark(circle, index).statement
    whole = " ".join(centre.span.of(index.articles[centre.article].text).split())
    return index.verbatim(centre) if _stands_alone(centre, index) or len(whole.split()) < _BRIEF else whole


def _remark(circle: Circle, index: StoryIndex) -> Said:
    """The shortest quotation that is a sentence and surely the same as all others; the middle where there is none."""
    quoted = [one for one in circle.all if one.statement.kind == "quotation"]
    held = [one for one in quoted if all(one is other or circle.chance(one, other) == 1.0 for other in quoted)]
    whole = [one for one in held if len(one.words) >= _BRIEF and index.verbatim(one.statement)[:1].isupper()]
    return min(whole, key=lambda one: (len(one.words), one.statement.id), default=circle.centre)


def _stands_alone(one: Statement, index: StoryIndex) -> bool:
    """Whether a statement is in its own words, or tells in one piece who does something or whom it befalls."""
    if one.kind != "paraphrase":
        return True
    parts = [part for event in index.happenings(one) if event.main for part in (event.doer, event.done_to) if part]
    within = any(one.content[0].start <= part.start < one.content[0].end for part in parts)
    return within and len(one.content) == 1 and len(index.verbatim(one).split()) >= _BRIEF


def _reason(circle: Circle, index: StoryIndex) -> str:
    """Why the members were joined: each bond's words once, with the articles it ties."""
    centre = circle.centre.statement.article
    ties: dict[str, set[str]] = {}
    for member, bond in circle.members:
        ties.setdefault(index.worded(bond.why), set()).add(member.statement.article)
    lines = [
        f"{index.names({centre, *articles})}: {why}" if articles != {centre} else f"{index.name(centre)}: {why}"
        for why, articles in sorted(ties.items(), key=lambda each: (-len(each[1]), each[0]))
    ]
    return "; ".join(lines)


def _conflicts(point: Point, differences: Iterable[Difference], index: StoryIndex) -> Iterator[Conflict | None]:
    """The differences that contradict, those of one kind with a side in common told once."""
    told: dict[ConflictKind, list[list[Difference]]] = defaultdict(list)
    for difference in differences:
        kind = _contradicting(difference, index)
        if kind is not None:
            _home(told[kind], difference).append(difference)
    for kind, own in ((kind, own) for kind, groups in told.items() for own in groups):
        members = (member for one in own for member in one.members)
        yield conflict(kind, " ".join(dict.fromkeys(one.detail for one in own)), members, index, point=point.id)


def _home(told: list[list[Difference]], difference: Difference) -> list[Difference]:
    """Those that it has a side in common with; new ones where there are none."""
    sides = set(difference.members)
    home = next((own for own in told if any(sides.intersection(one.members) for one in own)), None)
    if home is None:
        told.append(home := [])
    return home


def _contradicting(difference: Difference, index: StoryIndex) -> ConflictKind | None:
    """As which kind of contradiction a difference counts; None where both may be right after all."""
    if _guess(difference, index) or _long_between(difference, index) or _counts(difference, index):
        return None
    return _CONFLICTING.get(difference.kind)


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
