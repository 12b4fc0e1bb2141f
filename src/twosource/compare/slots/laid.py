"""What accounts put in one slot, laid side by side: what the one alone has, and what the other alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final, Self, TypeVar

from twosource.compare.between import conflict, place_of_word, ways
from twosource.model import Conflict, ConflictKind, ConflictSide, Figure, Place
from twosource.text.pieces import shortened
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_SIDES: Final = 2
_LONG: Final = 90
"""Code points of words shown in a line."""


@dataclass(frozen=True, kw_only=True)
class Laid:
    """What an account puts in a slot."""

    article: str
    start: int
    words: str  # that tell it
    account: tuple[str, object]  # whose it is: an article's, a source's in it, its headline's
    sole: bool = True  # an account that gives two values tells of two things
    opens: bool = False  # it stands in the headline or the first paragraph: of two things, it is the main one
    figure: Figure | None = None  # that it is

    def parts(self, other: Self, index: StoryIndex) -> bool:
        """Whether both cannot be the value of one thing."""
        raise NotImplementedError

    def same(self, other: Self, index: StoryIndex) -> bool:
        """Whether who tells the other tells this too."""
        return not self.parts(other, index)

    def member(self, index: StoryIndex) -> str | None:
        """The statement that holds it or, where none is near, the figure that it is."""
        held = index.statement_beside(self.article, self.start)
        return held or (self.figure.id if self.figure else None)


L = TypeVar("L", bound=Laid)
Rule = Callable[[L, L, StoryIndex], object]


def rivals(values: Iterable[L], both_so: Sequence[Rule[L]], index: StoryIndex) -> Iterator[tuple[L, L]]:
    """Values of a slot that cannot both be right, each the only one that its account has and the other has not.

    Args:
        values: Of one slot.
        both_so: Why two values that part may both be right.
        index: The story.
    """
    by_account: dict[tuple[str, object], list[L]] = defaultdict(list)
    for value in sorted(values, key=lambda one: one.start):
        by_account[value.account].append(value)
    for accounts in combinations(sorted(by_account), _SIDES):
        one, other = (by_account[account] for account in accounts)
        for left, right in product(_alone(one, other, index), _alone(other, one, index)):
            if left.parts(right, index) and not any(rule(left, right, index) for rule in both_so):
                yield left, right


def _alone(own: Sequence[L], others: Sequence[L], index: StoryIndex) -> Sequence[L]:
    """The values that an account gives and another does not; of several things, the one with which it opens.

    Of two sources in one article, one may tell of what the other says.
    """
    beside = () if not own[0].sole and own[0].account[0] == others[0].account[0] else others
    apart = [value for value in own if not any(value.same(other, index) for other in beside)]
    if not own[0].sole:
        return apart
    if _several(apart, index):
        apart = [value for value in apart if value.opens]
    return [] if _several(apart, index) else apart[:1]


def _several(values: Sequence[L], index: StoryIndex) -> bool:
    return any(one.parts(other, index) for one, other in combinations(values, _SIDES))


def told_once(kind: ConflictKind, values: Iterable[L], index: StoryIndex, *mark: object) -> Conflict | None:
    """The conflict between values of one slot, each side in its shortest words; None where all can be right together."""
    found = [side_of(side, index) for side in _sides(values, index)]
    told = ways(((f"“{side.words}”", (place.article for place in side.places)) for side in found), index)
    members = (member for side in found for member in side.members)
    line = Reason("points.told_once", told="; ".join(map(index.worded, told)))
    return conflict(kind, line, members, index, *mark, sides=found) if len(found) > 1 else None


def side_of(values: Sequence[Laid], index: StoryIndex) -> ConflictSide:
    """What tells one thing of a slot, one value at least, as a side of a contradiction."""
    words = min((value.words for value in values), key=lambda told: (len(told), told))
    first: dict[str, Place] = {}
    for value in values:
        first.setdefault(value.article, _place(value, index))
    members = dict.fromkeys(filter(None, (value.member(index) for value in values)))
    return ConflictSide(words=shortened(words, _LONG), places=tuple(first.values()), members=tuple(members))


def _place(value: Laid, index: StoryIndex) -> Place:
    """Where the words of a value stand, around where it begins; the word there, where they stand otherwise."""
    text = index.articles[value.article].text
    at = text.find(value.words, max(0, value.start - len(value.words)), value.start + len(value.words))
    if at < 0:
        return place_of_word(value.article, value.start, index)
    return Place(article=value.article, start=at, end=at + len(value.words))


def _sides(values: Iterable[L], index: StoryIndex) -> list[list[L]]:
    """Values by what can be right together."""
    sides: list[list[L]] = []
    for value in values:
        home = next((side for side in sides if not side[0].parts(value, index)), None)
        if home is None:
            sides.append([value])
        elif value not in home:
            home.append(value)
    return sides
