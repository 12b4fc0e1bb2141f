"""Two statements of one point laid side by side: where their wordings part, and how that is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Swap, Word, swaps
from twosource.model import BlockKind, Difference, DifferenceKind, Happening, Span, Statement
from twosource.text.pieces import in_pieces, shortened
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_TAIL: Final = re.compile(r"-\w+")
_BEFORE = 1  # word right before the first shared one, where a "not" that belongs to it stands
CUT = 4  # words: more of them, missing in a row, are a cut and no change of the sense
_LONG = 90  # code points of a piece of wording shown in a line


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one point: the fullest one and another."""

    left: Said  # the fullest
    right: Said  # the other
    parts: tuple[Swap, ...]  # where their wordings part
    index: StoryIndex  # the story
    same_words: bool  # whether they part nowhere
    beside: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # all wordings that each one's article has in the point

    @property
    def ids(self) -> tuple[str, str]:
        """The statements' ids."""
        return self.left.statement.id, self.right.statement.id

    @property
    def names(self) -> tuple[str, str]:
        """The articles' names, and where in one article each stands if it is one."""
        return names_of(self.left.statement, self.right.statement, self.index)

    @property
    def in_one_account(self) -> bool:
        """Whether both stand in the text of one article, or both in its headlines and captions."""
        left, right = (
            self.index.account(side.statement.article, side.statement.start) for side in (self.left, self.right)
        )
        return left == right

    @property
    def inner(self) -> tuple[Swap, ...]:
        """The partings inside what both have: what is cut at either end is left out."""
        return tuple(part for part in self.parts if not part.edge)

    def shown(self, words: tuple[Word, ...], side: Said) -> str:
        """Words as they stand, in quotation marks, shortened in the middle if long; what stands between is left out."""
        text = self.index.articles[side.statement.article].text
        first, last = words[0].start, words[-1].end
        while text[last : last + 1] == "-" and (rest := _TAIL.match(text, last)):
            last = rest.end()  # "11-year-old" is one word to a reader
        kept = [
            Span(start=max(span.start, first), end=min(span.end, last))
            for span in side.statement.content
            if span.start < last and first < span.end
        ]
        return f"“{shortened(in_pieces(text, kept), _LONG)}”"


def names_of(one: Statement | Happening, two: Statement | Happening, index: StoryIndex) -> tuple[str, str]:
    """The names of two articles; of one that tells both, with where in it each stands."""
    first, second = index.name(one.article), index.name(two.article)
    if one.article != two.article:
        return first, second
    blocks = [index.block(each.article, each.start) for each in (one, two)]
    if blocks[0] == blocks[1]:
        places = Reason("points.in_one_place", article=first), Reason("points.in_another", article=first)
    else:
        left, right = (_place_of(block, first) for block in blocks)
        places = left, right
    return index.worded(places[0]), index.worded(places[1])


def _place_of(block: BlockKind, article: str) -> Reason:
    told = Reason("points.in_block", article=article, block=Reason.kind(block))
    return Reason("points.in_text", article=article) if block == "paragraph" else told


def pair_of(left: Said, right: Said, index: StoryIndex, lines: Mapping[str, tuple[str, ...]]) -> Pair:
    """The two laid side by side; ``lines`` are the wordings of each article in their point."""
    parts = swaps(left.words, right.words)
    beside = lines.get(left.statement.article, ()), lines.get(right.statement.article, ())
    return Pair(left, right, parts, index, not parts, beside)


def worded_alike(pair: Pair, share: float) -> bool:
    """Whether at least ``share`` of the content words of the shorter stand in the longer."""
    matter = [set(side.matter) for side in (pair.left, pair.right)]
    return len(matter[0] & matter[1]) >= share * min(map(len, matter))


def same_deed(pair: Pair, part: Swap) -> bool:
    """Whether what each has in place of the other's words is told of one deed, as far as the clauses around them say."""
    at, there = (words[0].start if words else -1 for words in (part.left, part.right))
    return one_deed_around(pair, at, there, part)


def one_deed_around(pair: Pair, at: int, there: int, part: Swap | None = None) -> bool:
    """Whether the narrowest clauses around a place on either side tell of one deed; also where none is known.

    They are of one kind, and done to what is called alike, but for words that are themselves what parts the two; and
    where both name who did it, by one.
    """
    deeds = _deed(at, pair.left, pair.index), _deed(there, pair.right, pair.index)
    if deeds[0] is None or deeds[1] is None:
        return True
    to = _done_to(deeds[0], part.left if part else ()), _done_to(deeds[1], part.right if part else ())
    by = {deed.doer.head for deed in (deeds[0], deeds[1]) if deed.doer and deed.doer.named}
    return deeds[0].kind == deeds[1].kind and (not all(to) or to[0] == to[1]) and len(by) <= 1


def deed_replaced(pair: Pair) -> bool:
    """Whether the word for the deed is what parts two wordings: a tower is built in one year, and repaired in another."""
    short = [part for part in pair.parts if max(len(part.left), len(part.right)) <= CUT]
    return len(pair.parts) <= CUT and any(_deeds_part(part, pair) for part in short)


def _deeds_part(part: Swap, pair: Pair) -> bool:
    """Whether both sides of a parting have words for deeds, and no kind of deed in common."""
    kinds = _kinds_in(part.left, pair.left, pair.index), _kinds_in(part.right, pair.right, pair.index)
    return all(kinds) and not kinds[0] & kinds[1]


def _kinds_in(words: tuple[Word, ...], side: Said, index: StoryIndex) -> set[str]:
    places = {word.start for word in words}
    return {one.kind for one in index.happenings(side.statement) if one.start in places}


def _deed(at: int, side: Said, index: StoryIndex) -> Happening | None:
    around = [one for one in index.happenings(side.statement) if one.clause.start <= at < one.clause.end]
    return max(around, key=lambda one: one.clause.start, default=None)


def _done_to(deed: Happening, parting: tuple[Word, ...]) -> str:
    """The head of what it was done to; "" where that is among the words that part the two."""
    part = deed.done_to
    return "" if part is None or any(part.start <= word.start < part.end for word in parting) else part.head


def difference(kind: DifferenceKind, pair: Pair, detail: Reason | str) -> Difference:
    """A difference between the two."""
    return Difference(kind=kind, members=pair.ids, detail=pair.index.worded(detail))


def shared_stretch(pair: Pair, *, left: bool, before: int = _BEFORE) -> tuple[Word, ...]:
    """The words both have, with the few that stand in between or right before: what is cut says nothing of sense."""
    words = (pair.left if left else pair.right).words
    cut = {word.start for part in pair.parts for word in _cut_words(part, words, left=left, before=before)}
    return tuple(word for word in words if word.start not in cut)


def _cut_words(part: Swap, words: tuple[Word, ...], *, left: bool, before: int) -> tuple[Word, ...]:
    """The words of a parting that are a cut: all of a long one, and at an end all but those right before what is shared."""
    mine = part.left if left else part.right
    if part.edge and mine and mine[0] is words[0]:
        near = words[len(mine) : len(mine) + 1]
        return mine[:-before] if near and near[0].content else mine
    short = max(len(part.left), len(part.right)) <= CUT
    return () if short and (not part.edge or (part.left and part.right)) else mine
