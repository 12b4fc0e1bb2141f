"""Two statements of one point laid side by side: where their wordings part, which deeds they tell, and how that is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Swap, Word, swaps
from twosource.compare.points.accounts import Accounts
from twosource.model import Difference, DifferenceKind, Happening, Span, Statement
from twosource.text.pieces import in_pieces, shortened
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_TAIL: Final = re.compile(r"-\w+")
_BEFORE: Final = 1
"""Words right before the first shared one, where a "not" that belongs to it stands."""
_CUT: Final = 4
"""Words: more of them, missing in a row, are a cut and no change of the sense."""
_LONG: Final = 90
"""Code points of a piece of wording shown in a line."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Two statements that tell the same: the fuller one on the left, and what else is known of them."""

    left: Said
    right: Said
    circle: Circle  # all that tell it
    story: Accounts  # what else the articles say

    @property
    def sides(self) -> tuple[Said, Said]:
        """Both."""
        return self.left, self.right

    def other(self, side: Said) -> Said:
        """The other one."""
        return self.right if side is self.left else self.left

    @property
    def index(self) -> StoryIndex:
        """Their story."""
        return self.story.index

    @property
    def names(self) -> tuple[str, str]:
        """The articles' names, and where in one article each stands if it is one."""
        return names_of(self.left.statement, self.right.statement, self.index)

    def in_two_articles(self) -> bool:
        """Whether they stand in two articles."""
        return self.left.article != self.right.article

    def in_two_accounts(self) -> bool:
        """Whether they stand in two texts, headlines and captions being one: one account may well tell of two things."""
        return len({self.index.account(side.article, side.statement.start) for side in self.sides}) > 1

    def both_quoted(self) -> bool:
        """Whether both are quotations."""
        return all(side.statement.kind == "quotation" for side in self.sides)

    @cached_property
    def parts(self) -> tuple[Swap, ...]:
        """Where their wordings part; nowhere if they have the same words."""
        return swaps(self.left.words, self.right.words)

    @property
    def inner(self) -> tuple[Swap, ...]:
        """The partings inside what both have: what is cut at either end is left out."""
        return tuple(part for part in self.parts if not part.edge)

    def of(self, part: Swap, side: Said) -> tuple[Word, ...]:
        """The words of a parting on one side."""
        return part.left if side is self.left else part.right

    def begins(self, part: Swap, side: Said) -> bool:
        """Whether one side begins with its words of a parting."""
        return part.edge and self.of(part, side)[:1] == side.words[:1]

    @cached_property
    def shared(self) -> int:
        """How many content words both have."""
        return len(set(self.left.matter) & set(self.right.matter))

    def alike(self, share: float) -> bool:
        """Whether at least ``share`` of the content words of the shorter stand in the longer."""
        return self.shared >= share * min(len(set(side.matter)) for side in self.sides)

    def kept(self, side: Said) -> tuple[Word, ...]:
        """The words both have, with the few that stand in between or right before: what is cut says nothing of sense."""
        cut = {word.start for part in self.parts for word in self._cut(part, side)}
        return tuple(word for word in side.words if word.start not in cut)

    def _cut(self, part: Swap, side: Said) -> tuple[Word, ...]:
        """The words of a parting that are a cut: all of a long one, and at an end all but those right before what is shared."""
        mine = self.of(part, side)
        if self.begins(part, side):
            near = side.words[len(mine) : len(mine) + 1]
            return mine[:-_BEFORE] if any(word.content for word in near) else mine
        whole = not part.edge or all((part.left, part.right))
        return () if whole and part.longest <= _CUT else mine

    def deeds(self) -> Iterator[tuple[Happening, Happening]]:
        """What a clause of the one tells beside what a clause of the other tells, each with each."""
        return product(self.left.events, self.right.events)

    def one_deed(self, part: Swap) -> bool:
        """Whether what each has in place of the other's words is told of one deed, as far as the clauses around them say."""
        at, there = (words[0].start if words else -1 for words in (part.left, part.right))
        return self.one_deed_around(at, there, part)

    def one_deed_around(self, at: int, there: int, part: Swap | None = None) -> bool:
        """Whether the narrowest clauses around a place on either side tell of one deed; also where none is known.

        They are of one kind, and done to what is called alike, but for words that are themselves what parts the two; and
        where both name who did it, by one.
        """
        one, other = self.left.deed_at(at), self.right.deed_at(there)
        if one is None or other is None:
            return True
        to = _done_to(one, part.left if part else ()), _done_to(other, part.right if part else ())
        by = {deed.doer.head for deed in (one, other) if deed.doer and deed.doer.named}
        return one.kind == other.kind and (not all(to) or to[0] == to[1]) and len(by) <= 1

    def deed_replaced(self) -> bool:
        """Whether the word for the deed is what parts the two: a tower is built in one year, and repaired in another."""
        kinds = (
            [_kinds_in(self.of(part, side), side) for side in self.sides] for part in self.parts if part.longest <= _CUT
        )
        return len(self.parts) <= _CUT and any(one and other and not one & other for one, other in kinds)

    def shown(self, part: Swap) -> tuple[str, str]:
        """What each has in place of the other's words; "" for none."""
        return shown(part.left, self.left), shown(part.right, self.right)

    def parted(self, kind: DifferenceKind, code: str, one: str | None, other: str | None) -> Difference:
        """A difference: what the first has, and the second."""
        first, second = self.names
        return self.told(kind, Reason(code, first=first, one=one, second=second, other=other))

    def told(self, kind: DifferenceKind, detail: Reason | str) -> Difference:
        """A difference, in one line."""
        ids = self.left.statement.id, self.right.statement.id
        return Difference(kind=kind, members=ids, detail=self.index.worded(detail))


def shown(words: tuple[Word, ...], side: Said) -> str:
    """Words as they stand, in quotation marks, shortened in the middle if long; what stands between is left out."""
    if not words:
        return ""
    first, last = words[0].start, words[-1].end
    while side.text[last : last + 1] == "-" and (rest := _TAIL.match(side.text, last)):
        last = rest.end()  # "11-year-old" is one word to a reader
    kept = [
        Span(start=max(span.start, first), end=min(span.end, last))
        for span in side.statement.content
        if span.start < last and first < span.end
    ]
    return f"“{shortened(in_pieces(side.text, kept), _LONG)}”"


def names_of(one: Statement | Happening, two: Statement | Happening, index: StoryIndex) -> tuple[str, str]:
    """The names of two articles; of one that tells both, with where in it each stands."""
    first, second = index.name(one.article), index.name(two.article)
    if one.article != two.article:
        return first, second
    blocks = [index.block(each.article, each.start) for each in (one, two)]
    if blocks[0] == blocks[1]:
        places = [Reason("points.in_one_place", article=first), Reason("points.in_another", article=first)]
    else:
        places = [
            Reason("points.in_text", article=first)
            if block == "paragraph"
            else Reason("points.in_block", article=first, block=Reason.kind(block))
            for block in blocks
        ]
    return index.worded(places[0]), index.worded(places[1])


def _kinds_in(words: tuple[Word, ...], side: Said) -> set[str]:
    places = {word.start for word in words}
    return {event.kind for event in side.events if event.start in places}


def _done_to(deed: Happening, parting: tuple[Word, ...]) -> str:
    """The head of what it was done to; "" where that is among the words that part the two."""
    part = deed.done_to
    return "" if part is None or any(part.start <= word.start < part.end for word in parting) else part.head
