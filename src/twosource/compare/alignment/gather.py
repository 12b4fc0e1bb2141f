"""Statements of a story gathered by what they tell, in whatever words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.compare.alignment.certain import verdicts_of
from twosource.compare.alignment.clusters import Known, Pair, clusters_of
from twosource.compare.alignment.couples import Couples
from twosource.compare.alignment.model import chances_of
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.telling import Tellings
from twosource.compare.alignment.wording import Word
from twosource.settings import Settings
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_COPIED: Final = 0.7
"""Share of the shorter statement from which on the wording that articles share is named as the reason."""
_FEW: Final = 3
_DOUBTED: Final = 0.05
"""Articles of a story in which so much surer must be that two tell the same: where there is little else a word in common is soon the likest."""
_LAST: Final = 4
"""The least sure fourth of a full list stands for what lies beyond it."""
_SHOWN: Final = 4
"""Words that one reason can name."""
_TIED_BEFORE: Final = re.compile(r"\w[\w:'’-]*$")
_TIED_BEHIND: Final = re.compile(r"(?:[:'’-]?\w)*")
_FAR: Final = 12
"""Code points before a word in which what is written together with it begins."""


@dataclass(frozen=True, slots=True)
class Bond:
    """That two statements tell the same: how sure it is, 0 to 1, and why."""

    chance: float
    why: Reason


_REPRINTED: Final = Bond(1.0, Reason("alignment.same_text"))


@dataclass(frozen=True, slots=True)
class Circle:
    """Statements that tell the same as ``centre``, each with the bond that ties it there, the first where one is known.

    ``chances`` says of two members, by their ids in order, how sure it is that they tell the same, where that was judged.
    """

    centre: Said
    members: tuple[tuple[Said, Bond], ...] = ()
    chances: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def chance(self, one: Said, other: Said) -> float:
        """How sure it is that two members tell the same, 0 to 1; 0 where they were not judged."""
        first, second = sorted((one.statement.id, other.statement.id))
        return self.chances.get((first, second), 0.0)

    @property
    def all(self) -> list[Said]:
        """The centre first, then the others in their own order."""
        return [self.centre, *(member for member, _ in self.members)]


def gather(every: Sequence[Said], index: StoryIndex, settings: Settings) -> list[Circle]:
    """Gather a story's statements, in any order, by what they tell; the points of its figures are known.

    Returns:
        One circle a thing told, single ones too: every statement is in exactly one, but a quotation that holds several
        remarks of which others are cuts is in one with each. Empty if there are no statements.
    """
    twins = _twins(every, index)
    ordered = sorted((copies[0] for copies in twins.values()), key=lambda one: one.statement.id)
    ties = _Ties(Couples(Tellings(ordered, index)), settings.point_slight_chance)
    few = len(index.articles) <= _FEW
    clusters = ties.whole(clusters_of(ties.known, settings.point_same_chance + few * _DOUBTED))
    told = Counter(row for rows in clusters for row in rows)
    circles = [ties.circle(rows, [row for row in rows if told[row] == 1] or rows) for rows in clusters]
    held = {one.statement.id for circle in circles for one in circle.all}
    circles += [Circle(one) for one in ordered if one.statement.id not in held]
    copies = {printed[0].statement.id: printed[1:] for printed in twins.values()}
    return sorted((_with_copies(circle, copies) for circle in circles), key=lambda circle: circle.centre.rank)


def _twins(every: Sequence[Said], index: StoryIndex) -> dict[tuple[str, int, int, str], list[Said]]:
    """Statements by text and place: those of articles with one text are one statement, printed several times.

    Only the first of them is held against others, so that a reprint never changes what is joined.
    """
    found: dict[tuple[str, int, int, str], list[Said]] = defaultdict(list)
    for one in sorted(every, key=lambda said: said.statement.id):
        statement = one.statement
        text = index.articles[statement.article].text
        found[text, statement.start, statement.end, f"{statement.kind} {statement.content[0].start}"].append(one)
    return found


def _written(text: str, word: Word) -> str:
    """A word with all that is written together with it: "3:30" for its "30", "X-ray", "19th"."""
    before = _TIED_BEFORE.search(text, max(0, word.start - _FAR), word.start)
    behind = _TIED_BEHIND.match(text, word.end)
    return text[before.start() if before else word.start : behind.end() if behind else word.end]


def _with_copies(circle: Circle, copies: Mapping[str, Sequence[Said]]) -> Circle:
    """A circle with the same statements in articles that have the same text."""
    more = [(copy, _REPRINTED) for one in circle.all for copy in copies.get(one.statement.id, ())]
    members = sorted((*circle.members, *more), key=lambda member: member[0].rank)
    return Circle(circle.centre, tuple(members), circle.chances) if more else circle


def _unseen_chances(couples: Couples, chances: NDArray[np.float64]) -> dict[int, float]:
    """How sure it is that a row with a full list tells the same as one beyond its list: no surer than the last on it.

    A list is filled by those that share most. Where it ends among statements that tell other things, what is beyond it
    tells other things as well; where forty outlets tell one thing, more may do so.
    """
    rows = np.concatenate((couples.left, couples.right))
    order = np.lexsort((np.tile(chances, 2), rows))
    rows, ordered = rows[order], np.tile(chances, 2)[order]
    full = np.array(sorted(couples.full), dtype=rows.dtype)
    bounds = zip(full.tolist(), np.searchsorted(rows, full), np.searchsorted(rows, full, "right"), strict=True)
    return {row: float(ordered[first : first + max(1, (end - first) // _LAST)].mean()) for row, first, end in bounds}


class _Ties:
    """What ties the statements of a story: how sure it is that two tell the same, and why."""

    def __init__(self, couples: Couples, slight: float) -> None:
        """Take what is learned, but where a rule leaves no doubt; what is less likely than ``slight`` is no tie."""
        self.couples, self.tellings = couples, couples.tellings
        self._verdicts = verdicts_of(couples)
        chances = np.where(self._verdicts.sure >= 0, 1.0, chances_of(couples).astype(np.float64))
        chances[self._verdicts.apart] = 0.0
        self._unseen = _unseen_chances(couples, chances)
        kept = np.flatnonzero(chances >= slight)
        rows = zip(couples.left[kept].tolist(), couples.right[kept].tolist(), strict=True)
        self.chances: dict[Pair, float] = dict(zip(rows, chances[kept].tolist(), strict=True))

    @property
    def known(self) -> Known:
        """What is known of the statements before they are gathered."""
        each = self.tellings.each
        return Known(
            chances=self._of_tellings(),
            articles=[telling.article for telling in each],
            unseen=self._unseen,
            remarks=frozenset(row for row, one in enumerate(each) if one.statement.kind == "quotation"),
            cuts=self._verdicts.cuts,
        )

    def _of_tellings(self) -> dict[Pair, float]:
        """How sure it is that two tell the same, where a sentence and what it quotes speak as one: the surer of both, unless the quotations part."""
        found, spoken = dict(self.chances), self._verdicts.spoken
        for pair in [pair for pair in found if not spoken.keys().isdisjoint(pair)]:
            chance = found.pop(pair)
            one, two = sorted(spoken.get(row, row) for row in pair)
            couple = self.couples.find(np.array([one]), np.array([two]))[0]
            if one != two and not (couple >= 0 and self._verdicts.apart[couple]):
                found[one, two] = max(chance, found.get((one, two), 0.0))
        return found

    def whole(self, clusters: Sequence[Sequence[int]]) -> list[list[int]]:
        """Clusters with the sentences around what is quoted; a quotation alone with its own."""
        around = {row: sentence for sentence, row in self._verdicts.spoken.items()}
        held = {row for rows in clusters for row in rows}
        every = [*clusters, *([row] for row in sorted(around) if row not in held)]
        return [sorted({*rows, *(around[row] for row in rows if row in around)}) for rows in every]

    def circle(self, rows: Sequence[int], own: Sequence[int]) -> Circle:
        """The statements of a cluster around the one of its own that ties them."""
        centre = self._centre(own)
        others = [row for row in rows if row != centre]
        found = self.couples.find(np.array(others), np.full(len(others), centre)).tolist()
        bonds = (self._bond(couple, self._chance(row, centre)) for row, couple in zip(others, found, strict=True))
        members = zip((self.tellings.each[row] for row in others), bonds, strict=True)
        told = sorted(members, key=lambda member: member[0].rank)
        names = {row: self.tellings.each[row].statement.id for row in rows}  # in the order of the rows
        among = {(names[one], names[two]): chance for one, two, chance in self._inside(rows)}
        return Circle(self.tellings.each[centre], tuple(told), among)

    def _chance(self, one: int, two: int) -> float:
        return self.chances.get((min(one, two), max(one, two)), 0.0)

    def _inside(self, rows: Sequence[int]) -> Iterator[tuple[int, int, float]]:
        """Each two of the rows of which something is known, in order, and how sure it is that they tell the same."""
        held = set(rows)
        for one in sorted(held):
            yield from ((one, two, chance) for two, chance in self._behind[one].items() if two in held)

    @cached_property
    def _behind(self) -> Mapping[int, Mapping[int, float]]:
        """What is known of each row and those behind it, by row."""
        found: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, two), chance in sorted(self.chances.items()):
            found[one][two] = chance
        return found

    def _centre(self, rows: Sequence[int]) -> int:
        """The statement that most others are surely the same as; a quotation before what only tells of it."""
        sums: dict[int, float] = defaultdict(float)
        for one, two, chance in self._inside(rows):
            sums[one] += chance
            sums[two] += chance
        ranks = {row: self.tellings.each[row].rank for row in rows}
        return min(rows, key=lambda row: (ranks[row][0], -round(sums[row], 6), ranks[row]))

    def _bond(self, couple: int, chance: float) -> Bond:
        if couple < 0:
            return Bond(0.0, Reason("alignment.as_others"))
        return Bond(chance, self._verdicts.sure_reason(couple) or self._likeness(couple))

    def _likeness(self, couple: int) -> Reason:
        """What two statements have in common, as far as one line can hold it."""
        if self.couples.wording[couple] >= _COPIED:
            return Reason("alignment.shared_wording")
        one = self.tellings.each[self.couples.left[couple]]
        text = self.tellings.story.articles[one.article].text
        words: dict[str, str] = {}
        for word in one.words:
            words.setdefault(word.stem, f"“{_written(text, word)}”")
        told = list(dict.fromkeys(words[stem] for stem in self.couples.words_of(couple)))
        shown, more = told[:_SHOWN], len(told[_SHOWN:])
        named = (*shown, Reason("alignment.more_words", count=more)) if more > 1 else tuple(shown)
        return Reason("alignment.words_in_both", words=named, count=len(told))
