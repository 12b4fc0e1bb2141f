"""Who says what: claims down; across, the articles as columns, or where they are many, each account with who gives it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from twosource.model import Origin, Point
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.origins import letter_of, letters, newsroom, relation_to
from twosource.present.page.entries import Entry, entry_of, once
from twosource.present.page.print_sheet import fitting
from twosource.present.page.versions import Strip, Version, split_off, strip, versions
from twosource.present.ranking import LISTED, articles_of, marked, one_text, ranked
from twosource.present.sayings import Saying, heading, sayings
from twosource.present.wording import clip, dated
from twosource.present.wording.terms import CONFLICTS, DIFFERENCES, RELATIONS, term

_LABEL: Final = 130
_COLUMNS: Final = 6  # more do not fit beside each other at a width at which they can be read
_FEW: Final = 3  # reasons, or differences of one kind, that one row tells
_MANNERS: Final = frozenset({"wording", "mark", "attribution", "bound"})  # differences in how it is said, not in what
_BRIEF: Final = 3  # articles that one line is room enough for
_ROWS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one article says on one claim; no entries where it says nothing."""

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
    """One claim. ``parted`` where accounts differ in what they say, not only in how. ``plain`` where copies of one text repeat it without a difference or a mark.

    ``measure`` says in a word what a figure counts; ``sources`` and ``articles`` are the numbers of who and what says it, in the story's order.
    ``printed`` is whether it has room on the second sheet, ``told`` whether its reasons are given, which further rows of a large story have no room for.
    Either ``cells`` are filled, or ``versions``, ``others`` (accounts that are shown when asked for) and ``strip``.
    """

    place: str
    number: int
    kind: str
    measure: str
    sources: tuple[int, ...]
    articles: tuple[int, ...]
    label: str
    full: str
    quoted: bool
    relation: str
    standing: str
    letters: tuple[str, ...]
    reason: str
    differences: tuple[tuple[str, str], ...]
    apart: bool
    parted: bool
    torn: bool
    plain: bool
    contests: tuple[str, ...]
    told: bool = True
    printed: bool = True
    cells: tuple[Cell, ...] = ()
    versions: tuple[Version, ...] = ()
    others: tuple[Version, ...] = ()
    strip: Strip | None = None

    @property
    def reasons(self) -> frozenset[str]:
        """The reasons that the claim lists under "why?": they need not be said of each account again."""
        return frozenset(detail for _, detail in self.differences)

    @property
    def brief(self) -> bool:
        """Whether one line is room enough: a further row of a large story, of which three articles at most tell one and the same."""
        return not (self.told or self.parted) and len(self.articles) <= _BRIEF


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """A claim that one article makes, with what it says."""

    outlet: str
    row: Row
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Columns in groups; the rows shown at once and the others; then claims of one article: those marked, and the rest.

    ``many`` where there are too many articles for columns. ``rest`` is empty in a story so large that what one article
    says alone is read in that article; ``alone`` counts them in any case.
    """

    groups: tuple[Group, ...]
    columns: tuple[Column, ...]
    many: bool
    rows: tuple[Row, ...]
    others: tuple[Row, ...]
    marked: tuple[Single, ...]
    rest: tuple[tuple[Column, tuple[Single, ...]], ...]
    alone: int

    @property
    def unprinted(self) -> int:
        """How many claims of several articles the two printed sheets have no room for."""
        return sum(not row.printed for row in self.rows) + len(self.others)


def matrix(index: Index, contested: dict[str, str]) -> Matrix:
    """Lay the story's claims out by article.

    Args:
        index: The story.
        contested: The place of what is contested about a point, by the point's id.
    """
    board = _Board(index=index, contested=contested)
    main, rest = ranked(index)
    rows = [point for point in main if len(articles_of(index, point)) > 1 or point.id in board.torn]
    columns = board.columns()
    by_place = dict(zip(board.order, columns, strict=True))
    singles: dict[str, list[Single]] = {}
    for point in rest if len(columns) <= LISTED else ():
        for name in articles_of(index, point):
            singles.setdefault(name, []).append(board.single(point, name))
    made = [board.row(point) for point in rows]
    seen = [row for row in made if not row.plain]
    first = [row for place, row in enumerate(seen) if place < _ROWS or row.torn]
    return Matrix(
        groups=board.groups(),
        columns=columns,
        many=board.many,
        rows=fitting(first, len(columns), many=board.many),
        others=tuple(replace(row, told=len(columns) <= LISTED) for row in made if row not in first),
        marked=tuple(
            board.single(point, name) for point in main if point not in rows for name in articles_of(index, point)
        ),
        rest=tuple((by_place[name], tuple(singles[name])) for name in board.order if name in singles),
        alone=len(rest),
    )


def _few_of_a_kind(told: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Differences by kind, and how many of a kind there is no room for: seventeen clauses are no answer."""
    kinds: dict[str, list[str]] = {}
    for kind, detail in told:
        kinds.setdefault(kind, []).append(detail)
    for kind, details in kinds.items():
        yield from ((kind, detail) for detail in details[:_FEW])
        if len(details) > _FEW:
            yield kind, f"and {len(details) - _FEW} more of this kind"


def _few(reasons: Sequence[str]) -> str:
    more = len(reasons) - _FEW
    return "; ".join((*reasons[:_FEW], *([f"and {more} more"] if more > 0 else ())))


@dataclass(frozen=True)
class _Board:
    """What every row needs to know of the story."""

    index: Index
    contested: dict[str, str]

    @cached_property
    def torn(self) -> set[str | None]:
        """Points that accounts contradict each other on."""
        return {conflict.point for conflict in self.index.story.conflicts}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Articles by shared origin, the one that had the text first in front; then those alone, in the story's order."""
        placed: list[str] = []
        for origin in self.index.origins:
            if origin.id in letters(self.index):
                members = [name for name in origin.articles if name in self.index.rank and name not in placed]
                members.sort(key=self.index.rank.__getitem__)
                placed += sorted(members, key=origin.first.__ne__) if origin.first else members
        return (*placed, *(name for name in self.index.articles if name not in placed))

    @property
    def many(self) -> bool:
        """Whether there are too many articles for columns."""
        return len(self.index.articles) > _COLUMNS

    def columns(self) -> tuple[Column, ...]:
        """The articles."""
        columns: list[Column] = []
        for name in self.order:
            letter = letter_of(self.index, name)
            columns.append(
                Column(
                    place=anchor("a", name),
                    outlet=self.index.outlets[name],
                    dated=dated(self.index.articles[name]),
                    letter=letter,
                    edge=not columns or columns[-1].letter != letter,
                )
            )
        return tuple(columns)

    def groups(self) -> tuple[Group, ...]:
        """The articles by the text they go back to."""
        widths = Counter(letter_of(self.index, name) for name in self.order)
        named = letters(self.index)
        shared = (origin for origin in self.index.origins if origin.id in named)
        groups = [self.group(origin, widths[named[origin.id]]) for origin in shared]
        why = "Nothing was found that links these articles to another text. That is not proof that there is none."
        groups.append(Group(letter="", name="no shared origin found", reason=why, width=widths[""]))
        return tuple(group for group in groups if group.width)

    def group(self, origin: Origin, width: int) -> Group:
        """The so many articles that go back to one text."""
        known = origin.known or newsroom(self.index, origin)
        return Group(
            letter=letters(self.index)[origin.id],
            name=relation_to(self.index, origin) if known else "shared wording, first not known",
            reason="\n".join(origin.ties) or origin.reason,
            width=width,
        )

    def single(self, point: Point, name: str) -> Single:
        """A claim of one article."""
        found = [one for one in sayings(self.index, point) if one.article == name]
        entries = tuple(replace(entry_of(self.index, point, one), same=False) for one in found)
        return Single(outlet=self.index.outlets[name], row=self.bare(point), entries=once(entries))

    def row(self, point: Point) -> Row:
        """A claim with all who make it."""
        found = sayings(self.index, point)
        if not self.many:
            return replace(self.bare(point), cells=tuple(self.cell(point, name, found) for name in self.order))
        shown, others = split_off(versions(self.index, point, found))
        return replace(self.bare(point), versions=shown, others=others, strip=strip(self.index, self.order, found))

    def bare(self, point: Point) -> Row:
        """A claim without those who make it."""
        index = self.index
        conflicts = [conflict for conflict in index.story.conflicts if conflict.point == point.id]
        told = [(term(CONFLICTS, one.kind), one.detail) for one in conflicts]
        told += [(term(DIFFERENCES, one.kind), one.detail) for one in point.differences]
        head = heading(index, point, sayings(index, point))
        sources = {index.source_rank[one.source] for one in index.members(point) if one.source in index.source_rank}
        named = letters(index)
        return Row(
            place=anchor("q", point.id),
            number=index.number[point.id],
            kind=point.kind,
            measure=_measure(index, point),
            sources=tuple(sorted(sources)),
            articles=tuple(index.rank[name] for name in articles_of(index, point)),
            label=clip(head.words, _LABEL),
            full=head.words,
            quoted=head.quoted,
            relation=term(RELATIONS, point.relation),
            standing=point.standing.detail,
            letters=tuple(sorted({named[name] for name in point.standing.origins if name in named})),
            reason=_few(point.reason.split("; ")),
            differences=tuple(_few_of_a_kind(dict.fromkeys(told))),
            apart=bool(told),
            parted=any(one.kind not in _MANNERS for one in point.differences),
            torn=bool(conflicts),
            plain=not (told or marked(index, point)) and one_text(index, point) and point.in_other_words,
            contests=(self.contested[point.id],) if point.id in self.contested else (),
        )

    def cell(self, point: Point, name: str, found: tuple[Saying, ...]) -> Cell:
        """What one article says on a claim."""
        named = frozenset(kind for one in found for kind in one.differs)
        own = [entry_of(self.index, point, one, named) for one in found if one.article == name]
        entries = tuple(dict.fromkeys(own))
        tones = {entry.tone for entry in entries}
        tone = next((tone for tone in ("torn", "odd", "doubt") if tone in tones), "")
        letter = letter_of(self.index, name)
        return Cell(outlet=self.index.outlets[name], letter=letter, tone=tone, entries=once(entries))


def _measure(index: Index, point: Point) -> str:
    """What happened to those counted, in the word that most of the point's figures have; empty for other points."""
    counted = Counter(one.measure for one in index.figures_named(point.figures) if one.measure)
    return counted.most_common(1)[0][0].replace("_", " ") if counted and point.kind == "figure" else ""
