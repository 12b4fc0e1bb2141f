"""The same thing said, once, with all who say it: points, and the conflicts among them."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Final

from twosource.compare.ages import age_conflicts, listed_age_conflicts
from twosource.compare.alignment.wording import is_number, words_of
from twosource.compare.numbers.slot_conflicts import number_conflicts
from twosource.compare.numbers.text_slots import text_slot_conflicts
from twosource.compare.numbers.years import year_conflicts
from twosource.compare.points.denials import denial_conflicts
from twosource.compare.points.figures.points import figure_points, gathered_alone, read_counts
from twosource.compare.points.retractions import with_retractions
from twosource.compare.points.statement_points import statement_circles, statement_points
from twosource.compare.slots.conflicts import slot_conflicts
from twosource.model import Conflict, Findings, Passage, Point, Span
from twosource.settings import DEFAULTS, Settings
from twosource.text.story_index import StoryIndex

BETWEEN_POINTS: Final[tuple[Callable[[StoryIndex], Iterable[Conflict | None]], ...]] = (
    age_conflicts,
    listed_age_conflicts,
    number_conflicts,
    year_conflicts,
    text_slot_conflicts,
    slot_conflicts,
)
"""What articles may tell in two ways wherever it stands, in the order of how sure it is that it is one thing."""


def find_points(
    findings: tuple[Findings, ...], passages: tuple[Passage, ...] = (), settings: Settings = DEFAULTS
) -> tuple[tuple[Point, ...], tuple[Conflict, ...]]:
    """Gather what the articles say into points.

    Args:
        findings: The articles of one story, their sources joined: one source has one id in all of them.
        passages: Wording that articles share.
        settings: The thresholds.

    Returns:
        Points, those first that most articles make and that have conflicts; and conflicts, in the order of their
        points, behind them those that lie between points: the day of an event, the year of a thing, the age of a
        person. Every figure that counts is in exactly one point, alone if need be; a quotation is in one at least, and in
        several where others have its remarks one by one; a paraphrase is in one at least, and in several where other
        articles tell the deeds of which it holds several, each by itself (``telling.tells``); an assertion only where another statement says the same, or where it is marked.
        ``standing`` is left empty. Both are empty if nothing was found.
    """
    index = StoryIndex.of_findings(sorted(findings, key=lambda found: found.article.id), passages)
    counts = read_counts(index)
    circles = statement_circles(index.with_points(gathered_alone(counts, index, settings)), settings)
    homes = {one.statement.id: at for at, circle in enumerate(circles) if circle.members for one in circle.all}
    counted, counted_conflicts = figure_points(counts, index, settings, homes)
    index = index.with_points(counted)
    said, said_conflicts = statement_points(circles, index)
    beside = filter(None, chain.from_iterable(rule(index) for rule in BETWEEN_POINTS))
    fresh = (
        each for each in beside if not any(_told_by(each, one, index) for one in (*counted_conflicts, *said_conflicts))
    )
    conflicts = {conflict.id: conflict for conflict in (*counted_conflicts, *said_conflicts, *fresh)}
    told, left = with_retractions((*counted, *said), conflicts.values(), index)
    conflicts = {conflict.id: conflict for conflict in (*left, *filter(None, denial_conflicts(said, index)))}
    clashing = {conflict.point for conflict in conflicts.values()}
    points = sorted(told, key=lambda point: _importance(point, index, point.id in clashing))
    place = {point.id: at for at, point in enumerate(points)}
    ordered = sorted(conflicts.values(), key=lambda each: (place.get(each.point or "", len(place)), each.kind, each.id))
    return tuple(points), tuple(ordered)


def _told_by(conflict: Conflict, other: Conflict, index: StoryIndex) -> bool:
    """Whether a conflict between points is told by one inside a point: of one kind, in the same sentences, of the same numbers."""
    if conflict.kind != other.kind:
        return False
    sides = _sentences(conflict, index), _sentences(other, index)
    here, there = (_numbers(each, index) for each in (conflict, other))
    return (sides[0] <= sides[1] or sides[1] <= sides[0]) and (here <= there or not there)


def _numbers(conflict: Conflict, index: StoryIndex) -> set[str]:
    """The numbers that its line shows; one in several words is the number that its figure is."""
    line, found = conflict.detail, set[str]()
    members = (index.by_id[member] for member in conflict.members if member in index.by_id)
    figures = (figure for one in members for figure in index.figures_within(one.article, one.start, one.end))
    for figure in figures:
        words = figure.span.of(index.articles[figure.article].text)
        if not words[:1].isdigit() and words in line:
            line, found = line.replace(words, ""), found | {f"{figure.low:g}"}
    told = words_of(line, index.language, Span(start=0, end=len(line)))
    return found | {word.stem for word in told if is_number(word.stem)}


def _sentences(conflict: Conflict, index: StoryIndex) -> set[tuple[str, int]]:
    """Where the sentences begin in which a conflict lies, with their articles."""
    members = (index.by_id[member] for member in conflict.members if member in index.by_id)
    return {(one.article, index.sentence(one.article, one.start).start) for one in members}


def _importance(point: Point, index: StoryIndex, clashing: bool) -> tuple[object, ...]:  # noqa: FBT001 - a sort key
    members = [index.by_id[member] for member in (*point.statements, *point.figures)]
    articles = {member.article for member in members}
    main = any(index.by_id[figure].main for figure in point.figures)  # type: ignore[union-attr]
    kinds = ("figure", "quotation", "claim")
    first = min(member.start for member in members)
    return not clashing, -len(articles), not main, kinds.index(point.kind), first, point.id
