"""The matrix: points down, articles across, grouped by the text they go back to."""

from collections import Counter
from dataclasses import dataclass

from twosource.model import Conflict, Point
from twosource.present.index import Index
from twosource.present.origins import letters, origin_name
from twosource.present.page.anchors import anchor
from twosource.present.ranking import articles_of, marked, one_text, ranked
from twosource.present.sayings import Saying, heading, sayings
from twosource.present.standing import standing
from twosource.present.wording import clip, dated
from twosource.text.prose import inside

_CELL = 120  # code points of words in a cell; the whole stands one click away
_LABEL = 130
_COLUMNS = 10
_WHO = 70
_ICONS = {"unverified": "?", "disputed": "!", "denied": "×", "confirmed": "+", "hedged": "~", "corrected": "↻"}
_SIGNS = {
    "value": "other figure",
    "speaker": "other speaker",
    "bound": "bare number",
    "wording": "other words",
    "time": "other time",
    "place": "other place",
    "polarity": "denied or reversed",
    "mark": "certainty differs",
    "attribution": "source left out",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A small label in a cell. ``tone`` is ``torn`` (contradiction), ``odd`` (difference) or ``doubt`` (mark)."""

    icon: str
    words: str
    tone: str
    why: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One saying in a cell. ``same`` where the words are the point's own and need not be said again."""

    words: str
    quoted: bool
    same: bool
    who: str
    nobody: bool
    href: str
    why: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one article says on one point; no entries where it says nothing."""

    outlet: str
    letter: str
    tone: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One article."""

    place: str
    outlet: str
    dated: str
    letter: str
    edge: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that go back to one text, or those for which no shared origin was found (no letter)."""

    letter: str
    name: str
    reason: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One point. ``plain`` where copies of one text repeat it without a difference or a mark.

    ``measure`` says in a word what a figure counts; ``sources`` and ``articles`` are the places of who and what says it.
    """

    place: str
    number: int
    kind: str
    measure: str
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    label: str
    full: str
    relation: str
    detail: str
    standing: str
    reason: str
    differences: tuple[tuple[str, str], ...]
    apart: bool
    torn: bool
    plain: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """A point that one article makes, with what it says."""

    outlet: str
    row: Row
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Columns in groups, the rows worth a comparison; then points of one article: those marked, and the rest.

    ``many`` where there are too many articles for columns: each row then shows only those that say something.
    """

    groups: tuple[Group, ...]
    columns: tuple[Column, ...]
    many: bool
    rows: tuple[Row, ...]
    marked: tuple[Single, ...]
    rest: tuple[tuple[Column, tuple[Single, ...]], ...]


def matrix(index: Index) -> Matrix:
    """Lay the story's points out by article."""
    named = letters(index)
    order = _order(index, named)
    main, rest = ranked(index)
    torn = {conflict.point for conflict in index.story.conflicts}
    rows = [point for point in main if len(articles_of(index, point)) > 1 or point.id in torn]
    columns = _columns(index, order, named)
    by_place = dict(zip(order, columns, strict=True))
    singles: dict[str, list[Single]] = {}
    for point in rest:
        for name in articles_of(index, point):
            singles.setdefault(name, []).append(_single(index, point, name))
    return Matrix(
        groups=_groups(index, order, named),
        columns=columns,
        many=len(columns) > _COLUMNS,
        rows=tuple(_row(index, point, order, named) for point in rows),
        marked=tuple(
            _single(index, point, name) for point in main if point not in rows for name in articles_of(index, point)
        ),
        rest=tuple((by_place[name], tuple(singles[name])) for name in order if name in singles),
    )


def _single(index: Index, point: Point, name: str) -> Single:
    entries = tuple(_entry(index, point, one) for one in sayings(index, point) if one.article == name)
    return Single(outlet=index.outlets[name], row=_row(index, point, (), {}), entries=_once(entries))


def _order(index: Index, named: dict[str, str]) -> tuple[str, ...]:
    """Articles by shared origin, the one that had the text first in front; then those alone, in the story's order."""
    time = {name: place for place, name in enumerate(index.articles)}
    placed: list[str] = []
    for origin in index.origins:
        if origin.id in named:
            members = [name for name in origin.articles if name in time and name not in placed]
            placed += sorted(members, key=lambda name: (name != origin.first, time[name]))
    return (*placed, *(name for name in index.articles if name not in placed))


def _letter(index: Index, name: str, named: dict[str, str]) -> str:
    origin = index.origin_of.get(name)
    return named.get(origin.id, "") if origin else ""


def _columns(index: Index, order: tuple[str, ...], named: dict[str, str]) -> tuple[Column, ...]:
    columns: list[Column] = []
    for name in order:
        letter = _letter(index, name, named)
        columns.append(
            Column(
                place=anchor("a", name),
                outlet=index.outlets[name],
                dated=dated(index.articles[name]),
                letter=letter,
                edge=not columns or columns[-1].letter != letter,
            )
        )
    return tuple(columns)


def _groups(index: Index, order: tuple[str, ...], named: dict[str, str]) -> tuple[Group, ...]:
    groups: list[Group] = []
    for origin in index.origins:
        if origin.id in named:
            width = sum(_letter(index, name, named) == named[origin.id] for name in order)
            name = (
                f"goes back to {origin_name(index, origin)}"
                if origin.first or origin.via
                else "shared wording, first not known"
            )
            groups.append(Group(letter=named[origin.id], name=name, reason=origin.reason, width=width))
    alone = sum(not _letter(index, name, named) for name in order)
    if alone:
        why = "Nothing was found that links these articles to another text. That is not proof that there is none."
        groups.append(Group(letter="", name="no shared origin found", reason=why, width=alone))
    return tuple(group for group in groups if group.width)


def _row(index: Index, point: Point, order: tuple[str, ...], named: dict[str, str]) -> Row:
    found = sayings(index, point)
    conflicts = [conflict for conflict in index.story.conflicts if conflict.point == point.id]
    label = heading(point, found)
    apart = [(difference.kind, difference.detail) for difference in point.differences]
    return Row(
        place=anchor("q", point.id),
        number=index.number[point.id],
        kind=point.kind,
        measure=_measure(index, point),
        sources=tuple(dict.fromkeys(anchor("s", one.source) for one in index.members(point) if one.source)),
        articles=tuple(anchor("a", name) for name in articles_of(index, point)),
        label=clip(label, _LABEL),
        full=label,
        relation="" if point.relation in {"same", "single"} else point.relation,
        detail=standing(index, point, named) if order else "",
        standing=point.standing.detail,
        reason=point.reason,
        differences=tuple(dict.fromkeys((*((f"{one.kind}: contradiction", one.detail) for one in conflicts), *apart))),
        apart=bool(conflicts or apart),
        torn=bool(conflicts),
        plain=not (conflicts or apart or marked(index, point)) and one_text(index, point),
        cells=tuple(_cell(index, point, name, found, _letter(index, name, named)) for name in order),
    )


def _measure(index: Index, point: Point) -> str:
    """What happened to those counted, in the word that most of the point's figures have; empty for other points."""
    counted = Counter(one.measure for name in point.figures if (one := index.figures.get(name)) and one.measure)
    return counted.most_common(1)[0][0] if counted and point.kind == "figure" else ""


def _cell(index: Index, point: Point, name: str, found: tuple[Saying, ...], letter: str) -> Cell:
    own = [one for one in found if one.article == name]
    named = frozenset(kind for one in found for kind in one.differs)
    entries = tuple(dict.fromkeys(_entry(index, point, one, named) for one in own))
    tones = {sign.tone for entry in entries for sign in entry.signs}
    tone = next((tone for tone in ("torn", "odd", "doubt") if tone in tones), "")
    return Cell(outlet=index.outlets[name], letter=letter, tone=tone, entries=_once(entries))


def _once(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries whose words, speaker and signs are all the same are shown once: the first."""
    seen: dict[tuple[str, str, tuple[str, ...]], Entry] = {}
    for entry in entries:
        seen.setdefault((entry.words.casefold(), entry.who, tuple(sign.words for sign in entry.signs)), entry)
    return tuple(seen.values())


def _entry(index: Index, point: Point, one: Saying, named: frozenset[str] = frozenset()) -> Entry:
    nobody = {"assertion": "the outlet itself", "figure": "no source named"}.get(one.voice, "source unknown")
    return Entry(
        words=clip(one.text, _CELL),
        quoted=one.voice == "quotation",
        same=one.voice != "figure" and one.says(point.label),
        who=clip(one.who, _WHO) if one.who else nobody,
        nobody=not one.who,
        href=anchor("m", one.member.id),
        why=one.reason,
        signs=_signs(index, point, one, named),
    )


def _signs(index: Index, point: Point, one: Saying, named: frozenset[str]) -> tuple[Sign, ...]:
    """The cell's labels. ``named`` are the differences for which the odd ones are known: the others get no sign."""
    signs: list[Sign] = []
    names = {one.member.id, getattr(one.member, "statement", None)}
    conflicts: dict[str, Conflict] = {
        conflict.kind: conflict for conflict in index.story.conflicts if names & set(conflict.members)
    }
    for kind in one.differs:
        conflict = conflicts.get(kind)
        detail = next((each.detail for each in point.differences if each.kind == kind), "")
        signs.append(
            Sign(
                icon="≠" if conflict else "±",
                words=_SIGNS.get(kind, kind),
                tone="torn" if conflict else "odd",
                why=conflict.detail if conflict else detail,
            )
        )
    signs += (
        Sign(icon="≠", words=_SIGNS.get(kind, kind), tone="torn", why=conflict.detail)
        for kind, conflict in conflicts.items()
        if kind not in named and conflict.point == point.id
    )
    for mark in one.marks:
        holder = index.sources.get(mark.by or "")
        by = f" by {inside(holder.name)}" if holder else ""
        owner = one.member.id if mark in one.member.marks else getattr(one.member, "statement", None) or one.member.id
        href = anchor("k", owner, mark.kind, str(mark.start))
        signs.append(
            Sign(icon=_ICONS.get(mark.kind, "?"), words=f"{mark.kind}{by}", tone="doubt", why=mark.reason, href=href)
        )
    return tuple(dict.fromkeys(signs))
