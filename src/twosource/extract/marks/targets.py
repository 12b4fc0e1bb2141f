"""From a marking expression to the statements it is about, in its own sentence or before it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from twosource.extract.marks.signal import Back, Signal
from twosource.extract.marks.view import FINITE, View, words
from twosource.model import Span, Statement

REACH: Final = 8
"""Sentences that a mark may look back over."""
RUN: Final = 5
RECENT: Final = 50
PAIR: Final = 2
GAP: Final = 3
"""Sentences from one claim of a run to the next."""
Candidate = tuple[int, tuple[Statement, ...], Span]
"""How many sentences back, what is said there, and where that is."""
SHORT: Final = 30
"""Code points of what only names a claim ("that figure")."""
NUMBER_TAGS: Final = frozenset({"CD"})
EMPTY: Final = frozenset({"claim", "the", "of", "a"})
CONTENT_POS: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, kw_only=True)
class Page:
    """An article's sentences in order, with the statements that stand in each."""

    views: tuple[View, ...]
    statements: tuple[Statement, ...]

    def place(self, view: View, rows: tuple[int, int]) -> Span:
        """The characters of rows of a sentence."""
        return view.tree.span(rows[0], max(rows[0], rows[1]))

    def order(self, view: View) -> int:
        """The number of a sentence."""
        return self._numbers[(view.block, view.index)]

    @cached_property
    def _numbers(self) -> dict[tuple[int, int], int]:
        return {(view.block, view.index): i for i, view in enumerate(self.views)}

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.statements]

    @cached_property
    def _longest(self) -> int:
        return max((s.end - s.start for s in self.statements), default=0)

    def near(self, place: Span) -> list[Statement]:
        """Statements whose content overlaps a place; words that nobody is reported to have said are none."""
        first, last = bisect_left(self._starts, place.start - self._longest), bisect_left(self._starts, place.end)
        return [
            s for s in self.statements[first:last] if not s.scare and any(part.overlaps(place) for part in s.content)
        ]

    def within(self, place: Span) -> tuple[Statement, ...]:
        """The innermost statement whose content holds a place, else all that overlap it and stand in no other of them."""
        near = self.near(place)
        holding = [s for s in near if any(part.holds(place) for part in s.content)]
        if holding:
            return (min(holding, key=lambda s: (s.end - s.start, s.start, s.id)),)
        return tuple(s for s in near if not any(_inside(s, other) for other in near))

    def speaker(self, place: Span, *, quoted: bool = False) -> str | None:
        """The source of the innermost statement in whose content a place stands; with ``quoted`` only of a quotation."""
        holding = [s for s in self.near(place) if s.source and any(part.holds(place) for part in s.content)]
        holding = [s for s in holding if s.kind == "quotation"] if quoted else holding
        return min(holding, key=lambda s: (s.end - s.start, s.start, s.id)).source if holding else None


def _inside(one: Statement, other: Statement) -> bool:
    """Whether one statement's whole lies in the content of another."""
    return one is not other and any(part.holds(one.span) and len(part) > len(one.span) for part in other.content)


def targets(page: Page, signal: Signal) -> tuple[tuple[Statement, ...], Span | None, str]:
    """What a marking expression is about.

    Returns:
        The statements; the place in the text it is about where no statement stands there; and where it was found.
    """
    own = page.place(signal.view, (signal.first, signal.last))
    if signal.scope is not None:
        place = _trimmed(page.place(signal.view, signal.scope), own)
        found = tuple(s for s in page.within(place) if not _is_marking(s, own, signal.view))
        if found or signal.back is None:
            return found, place, "in the same sentence"
    back = signal.back or Back(row=None)
    said, where_it_stood, how_far = _before(page, signal.view, back, own)
    if said or where_it_stood is not None:
        return said, where_it_stood, how_far
    return _itself(page, signal, back, own)


def _itself(page: Page, signal: Signal, back: Back, own: Span) -> tuple[tuple[Statement, ...], Span | None, str]:
    """With nothing said before: what the next sentence says, or the words that name the claim."""
    view = signal.view
    named = back.row is not None and view.tree.lemmas[back.row] in words("claim_nouns")
    after = page.order(view) + 1
    if named and after < len(page.views):
        following = page.views[after]
        said = page.within(page.place(following, (following.first, following.last - 1)))
        attributed = tuple(s for s in said if s.kind != "assertion")
        if attributed:
            return attributed, None, "in the next sentence"
    if back.row is None:
        return (), None, "nothing before it"
    place = page.place(view, (view.tree.lefts[back.row], view.tree.rights[back.row]))
    place = _trimmed(place, own)
    return page.within(place), place, "in the words that name it"


def _trimmed(place: Span, own: Span) -> Span:
    """A scope that begins or ends with the marking words, without them."""
    if own.start <= place.start < own.end < place.end:
        return Span(start=own.end, end=place.end)
    if place.start < own.start < place.end <= own.end:
        return Span(start=place.start, end=own.start)
    return place


def _is_marking(statement: Statement, own: Span, view: View) -> bool:
    """Whether a statement is only the one that the marking verb itself makes ("disputed [that figure]"), and no clause."""
    if statement.cue is None or not statement.cue.overlaps(own) or sum(map(len, statement.content)) >= SHORT:
        return False
    return not any(view.tree.tags[row] in FINITE for part in statement.content for row in view.tree.rows(part))


def _before(page: Page, view: View, back: Back, own: Span) -> tuple[tuple[Statement, ...], Span | None, str]:
    at = page.order(view)
    wanted = _wanted(view, back)
    candidates: list[Candidate] = []
    for number in range(at - 1, max(-1, at - 1 - REACH), -1):
        earlier = page.views[number]
        place = page.place(earlier, (earlier.first, earlier.last - 1))
        said = tuple(s for s in page.within(place) if not s.scare and not s.span.overlaps(own))
        candidates.append((at - number, said, place))
    attributed = [c for c in candidates if any(s.kind != "assertion" and s.source for s in c[1])]
    attributed = attributed or [c for c in candidates if any(s.kind != "assertion" for s in c[1])]
    if back.plural and back.number:
        attributed = [c for c in candidates if c in attributed or (c[1] and _has_number(page.views[at - c[0]]))]
    pool = attributed or [c for c in candidates if c[1]] or candidates[:1]
    if wanted:
        sharing = [c for c in pool if _shares(page, c[2], at - c[0], wanted)]
        pool = sharing or pool
    if back.number:
        pool = [c for c in pool if _has_number(page.views[at - c[0]])] or pool
    if not pool:
        return (), None, "nothing before it"
    chosen = _run(page, at, pool, back)
    statements = tuple(s for _, said, _ in chosen for s in said)
    where = "one sentence back" if chosen[0][0] == 1 else f"{chosen[0][0]} sentences back"
    if back.pair:
        statements = statements[:2] if len(statements) > 2 and len(chosen) == 1 else statements  # noqa: PLR2004
    return statements, None if statements else chosen[0][2], where


def _run(page: Page, at: int, pool: Sequence[Candidate], back: Back) -> list[Candidate]:
    """One sentence for "the claim"; for "the claims" the run of sentences that one speaker, or two, fill."""
    if back.pair:
        return list(pool[:2]) if sum(len(c[1]) for c in pool[:1]) < PAIR else list(pool[:1])
    if not back.plural:
        return list(pool[:1])
    chosen = [pool[0]]
    for one in pool[1:RUN]:
        if not _continues(page, at, chosen, one):
            break
        chosen.append(one)
    return chosen


def _continues(page: Page, at: int, chosen: Sequence[Candidate], earlier: Candidate) -> bool:
    """Whether an earlier sentence belongs to the run: the same speaker, or a second claim where only one was found."""
    later = chosen[-1]
    if earlier[0] - later[0] > GAP:
        return False
    view = page.views[at - later[0]]
    if view.tree.lemmas[view.first] in {"he", "she", "they", "it"}:
        return True
    spoken = {s.source for s in later[1]} & {s.source for s in earlier[1]} - {None}
    beside = earlier[0] == later[0] + 1 and page.views[at - earlier[0]].block == view.block
    return bool(spoken) or (beside and sum(len(c[1]) for c in chosen) < PAIR)


def _wanted(view: View, back: Back) -> frozenset[str]:
    """Words that say which claim is meant: "the army's statement", "the claim about the soldiers"."""
    if back.row is None:
        return frozenset()
    tree = view.tree
    known = words("claim_nouns") | words("number_nouns") | words("pronouns") | EMPTY
    return frozenset(
        tree.lemmas[r]
        for r in range(tree.lefts[back.row], tree.rights[back.row] + 1)
        if r != back.row
        and tree.pos[r] in CONTENT_POS
        and tree.lemmas[r] not in known
        and tree.deps[r] in {"poss", "pobj", "compound", "amod"}
        and tree.tags[r] != "VBN"
    )


def _shares(page: Page, place: Span, number: int, wanted: Iterable[str]) -> bool:
    del place
    view = page.views[number]
    there = set(view.tree.lemmas[view.first : view.last])
    return any(lemma in there or lemma.rstrip("s") in there for lemma in wanted)


def _has_number(view: View) -> bool:
    return any(tag in NUMBER_TAGS for tag in view.tree.tags[view.first : view.last])
