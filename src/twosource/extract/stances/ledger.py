"""Marks laid on the statements that say what they are about, and on the numbers in it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.extract.stances.claims import Claims
from twosource.language import Document, Row
from twosource.language.clause import Clause, is_predicate
from twosource.model import REFUSING, Figure, Mark, Span, Statement, StatementKind, content_id
from twosource.text.reasons import Reason, worded

_HALF: Final = 0.5
"""Of what a statement says, and of what is meant: the statement carries the mark where they share as much of both."""


@dataclass(slots=True)
class Ledger:
    """Which marks are laid on what."""

    document: Document
    claims: Claims
    numbers: tuple[Figure, ...] = ()
    marks: dict[str, set[Mark]] = field(default_factory=dict)
    places: list[tuple[Span, Mark]] = field(default_factory=list)
    added: dict[str, Statement] = field(default_factory=dict)

    def write(self, mark: Mark, place: Span, *, exact: bool, left_out: Span | None = None) -> None:
        """Lay a mark on the statements that say the words at a place, and on the numbers in them; not those left out."""
        place = _stripped(self._innermost(place, mark.span) if _is_about_others(mark) else place, self.document.text)
        parts = _without(place, left_out, self.document.text)
        if mark.kind not in REFUSING or not self._is_only_done(place):
            self.places.extend((part, mark) for part in parts)
        carriers = () if exact else self._carriers(place, mark)
        if not carriers and (self._is_clause(place) or not (mark.kind == "hedged" or self._holds_number(place))):
            carriers = (self._added(place, parts),)
        for statement in carriers:
            self.marks.setdefault(statement.id, set()).add(mark)

    def _holds_number(self, place: Span) -> bool:
        """Whether a figure stands there, which carries the mark: a phrase about it says nothing more."""
        return any(place.overlaps(figure.span) for figure in self.numbers)

    def _is_only_done(self, place: Span) -> bool:
        """Whether a place tells a deed without who did it: who denies "murdering three people" does not say that they were not three."""
        tree = self.document.tree_at(place.start)
        rows = tree.rows(place)
        top = next((Row(row) for row in rows if tree.heads[row] not in rows), None)
        return top is not None and is_predicate(tree, top) and not Clause(tree, top).is_finite

    def _innermost(self, place: Span, own: Span) -> Span:
        """Of a place what the innermost statement says there that goes on with the mark's own words: "*P*, which X denied"."""
        parts = [part for s in self.claims.overlapping(place) for part in s.content if part.holds(own)]
        inner = min((part for part in parts if _shared(part, place) >= _HALF * len(place)), key=len, default=None)
        return place if inner is None else Span(start=max(place.start, inner.start), end=min(place.end, inner.end))

    def _carriers(self, place: Span, mark: Mark) -> tuple[Statement, ...]:
        """The statement that says about as much as a place, or all that are said in it; never one with the mark's own words, or of no others."""
        near = [s for s in self.claims.overlapping(place) if not _has_its_words(s, mark)]
        alike = [(share, s) for s in near if (share := _share(s, place)) >= _HALF]
        if alike:
            return (max(alike, key=lambda each: (each[0], -each[1].start, each[1].id))[1],)
        inside = tuple(s for s in near if all(place.holds(part) for part in s.content))
        return inside if sum(_shared(part, place) for s in inside for part in s.content) >= _HALF * len(place) else ()

    def _is_clause(self, place: Span) -> bool:
        """Whether words tell something: a phrase alone says nothing that could be hedged."""
        tree = self.document.tree_at(place.start)
        return any(is_predicate(tree, Row(row)) for row in tree.rows(place))

    def _added(self, place: Span, parts: tuple[Span, ...]) -> Statement:
        """A statement for words that are marked and that no other statement holds by themselves."""
        around = self.claims.around(place)
        outer = min(around, key=lambda s: (s.end - s.start, s.start, s.id)) if around else None
        kind: StatementKind = "assertion" if outer is None or outer.kind == "assertion" else "paraphrase"
        article = self.document.article.id
        kept_as = Reason("stances.own_words") if kind == "assertion" else Reason("stances.of_source")
        statement = Statement(
            id=content_id("t", article, kind, place.start, place.end), article=article, kind=kind, start=place.start,
            end=place.end, content=parts, source=None if outer is None else outer.source,
            source_reason=worded(kept_as, self.document.lexicon.code),
        )  # fmt: skip
        return self.added.setdefault(statement.id, statement)

    def statements(self, given: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements given and those added, with their marks."""
        kept = [self._marked(s) for s in (*given, *self.added.values())]
        return tuple(sorted(kept, key=lambda s: (s.start, s.end, s.id))) if self.added else tuple(kept)

    def _marked(self, statement: Statement) -> Statement:
        marks = _ordered((*statement.marks, *self.marks.get(statement.id, ())))
        return replace(statement, marks=marks) if marks else statement

    def figures(self, given: Sequence[Figure]) -> Iterator[Figure]:
        """The figures, each with the marks of the places that it stands in."""
        order = sorted(range(len(given)), key=lambda i: given[i].start)
        starts = [given[i].start for i in order]
        longest = max((figure.end - figure.start for figure in given), default=0)
        found: dict[int, set[Mark]] = {}
        parted = {figure.part_of for figure in given if figure.measure}
        for place, mark in self.places:
            for i in order[bisect_left(starts, place.start - longest) : bisect_left(starts, place.end)]:
                # That "two of the three had died" is taken back says nothing of the three.
                known = mark.kind == "corrected" and given[i].id in parted and not given[i].measure
                if place.overlaps(given[i].span) and not known:
                    found.setdefault(i, set()).add(mark)
        for i, figure in enumerate(given):
            marks = _ordered((*figure.marks, *found.get(i, ())))
            yield replace(figure, marks=marks) if marks else figure


def _is_about_others(mark: Mark) -> bool:
    """Whether the words of a mark stand beside what they are about: "denied *that …*"; a hedge stands inside of it."""
    return mark.kind in REFUSING | {"unverified"}


def _has_its_words(statement: Statement, mark: Mark) -> bool:
    """Whether a statement has the words of a mark that stands beside, or none but those of one that stands inside: "used “allegedly”"."""
    if _is_about_others(mark):
        return any(part.holds(mark.span) for part in statement.content)
    return all(mark.span.holds(part) for part in statement.content)


def _ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(set(marks), key=lambda m: (m.start, m.end, m.kind, m.by or "")))


def _share(statement: Statement, place: Span) -> float:
    """How much of a statement and of a place are the same, of the longer of the two."""
    shared = sum(_shared(part, place) for part in statement.content)
    return shared / max(1, len(place), sum(map(len, statement.content)))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _without(place: Span, left_out: Span | None, text: str) -> tuple[Span, ...]:
    """What is left of a place, in order."""
    if left_out is None:
        return (place,)
    parts = (Span(start=place.start, end=left_out.start), Span(start=left_out.end, end=place.end))
    return tuple(_stripped(part, text) for part in parts)


def _stripped(place: Span, text: str) -> Span:
    """A place without blanks at its ends."""
    words = place.of(text)
    return Span(start=place.start + len(words) - len(words.lstrip()), end=place.end - len(words) + len(words.rstrip()))
