"""Statements of a story gathered by what they tell, in whatever words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.compare.alignment.certain import apart_reason, sure_reason
from twosource.compare.alignment.clusters import Pair, clusters_of
from twosource.compare.alignment.couples import couples_in
from twosource.compare.alignment.features import Couple, wording_shared
from twosource.compare.alignment.model import chances_of
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.telling import read_tellings
from twosource.settings import Settings
from twosource.text.prose import listed
from twosource.text.story_index import StoryIndex

_COPIED: Final = 0.7
"""Share of the shorter statement from which on the wording that articles share is named as the reason."""
_SHOWN: Final = 4
"""Words that one reason can name."""


@dataclass(frozen=True, slots=True)
class Bond:
    """That two statements tell the same: how sure it is, 0 to 1, and why, in plain words."""

    chance: float
    why: str


_REPRINTED: Final = Bond(1.0, "their articles have the same text")


@dataclass(frozen=True, slots=True)
class Circle:
    """Statements that tell the same as ``centre``, each with the bond that ties it there, the first where one is known."""

    centre: Said
    members: tuple[tuple[Said, Bond], ...] = ()

    @property
    def all(self) -> list[Said]:
        """The centre first, then the others in their own order."""
        return [self.centre, *(member for member, _ in self.members)]


def gather(every: Sequence[Said], index: StoryIndex, settings: Settings) -> list[Circle]:
    """Gather the statements that tell the same.

    Args:
        every: A story's statements. Their order changes nothing.
        index: The story, the points of its figures known.
        settings: ``point_same_chance``.

    Returns:
        One circle a thing told, single ones too: every statement is in exactly one. Empty if there are no statements.
    """
    twins = _twins(every, index)
    ordered = sorted((copies[0] for copies in twins.values()), key=lambda one: one.statement.id)
    tellings, weights = read_tellings(ordered, index)
    couples, full = couples_in(tellings, weights, index)
    chances = {
        (two.left.row, two.right.row): chance
        for two, chance in zip(couples, _chances(couples), strict=True)
        if chance >= settings.point_slight_chance
    }
    by_rows = {(two.left.row, two.right.row): two for two in couples}
    circles = []
    articles = [telling.article for telling in tellings]
    for rows in clusters_of(chances, articles, full, settings.point_same_chance):
        centre = _centre(rows, chances, [tellings[row].said for row in rows])
        members = []
        for row in rows:
            if row != centre:
                pair = (min(row, centre), max(row, centre))
                members.append((tellings[row].said, _bond(by_rows.get(pair), chances.get(pair, 0.0))))
        members.sort(key=lambda member: member[0].rank)
        circles.append(Circle(tellings[centre].said, tuple(members)))
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


def _with_copies(circle: Circle, copies: Mapping[str, Sequence[Said]]) -> Circle:
    """A circle with the same statements in articles that have the same text."""
    more = [(copy, _REPRINTED) for one in circle.all for copy in copies.get(one.statement.id, ())]
    members = sorted((*circle.members, *more), key=lambda member: member[0].rank)
    return Circle(circle.centre, tuple(members)) if more else circle


def _chances(couples: Sequence[Couple]) -> list[float]:
    """What is learned, but where a rule leaves no doubt."""
    learned = chances_of(couples) if couples else ()
    return [
        0.0 if apart_reason(two) else 1.0 if sure_reason(two) else float(chance)
        for two, chance in zip(couples, learned, strict=True)
    ]


def _centre(rows: Sequence[int], chances: Mapping[Pair, float], every: Sequence[Said]) -> int:
    """The statement that most others are surely the same as; a quotation before what only tells of it."""
    sums: dict[int, float] = defaultdict(float)
    for at, one in enumerate(rows):
        for two in rows[at + 1 :]:
            chance = chances.get((one, two), 0.0)
            sums[one] += chance
            sums[two] += chance
    ranks = {row: said.rank for row, said in zip(rows, every, strict=True)}
    return min(rows, key=lambda row: (ranks[row][0], -round(sums[row], 6), ranks[row]))


def _bond(two: Couple | None, chance: float) -> Bond:
    if two is None:
        return Bond(0.0, "both tell the same as others that stand here")
    return Bond(chance, sure_reason(two) or _likeness(two))


def _likeness(two: Couple) -> str:
    """What two statements have in common, as far as one line can hold it."""
    if wording_shared(two) >= _COPIED:
        return "they stand in wording that the articles share"
    text = two.story.articles[two.left.article].text
    words: dict[str, str] = {}
    for word in two.left.said.words:
        words.setdefault(word.stem, text[word.start : word.end])
    shown = [f"“{words[stem]}”" for stem in two.shared[:_SHOWN] if stem in words]
    more = len(two.shared) - len(shown)
    told = listed([*shown, f"{more} more words"] if more > 1 else shown)
    return f"{told} stand in both" if len(two.shared) > 1 else f"{told} stands in both"
