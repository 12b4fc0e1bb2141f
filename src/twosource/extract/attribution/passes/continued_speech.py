"""Speech that goes on: quotations with no words of attribution of their own, and who may be taken to say them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from twosource.extract.attribution.proposals import Attribution
from twosource.extract.quotations import Quotation
from twosource.extract.sources.cast import Cast
from twosource.language.resources import load
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Span

_TWO: Final = 2
_SAME: Final = frozenset({"he", "she"})
_STOPS: Final = " .,;:—–-\n\"'“”‘’"
_UNSAID: Final = "no words say who speaks, and it does not go straight on from a speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Which attribution's speaker goes on in a quotation; None where nobody's does. The reason is for the reader."""

    attribution: int | None
    reason: str


def carry_over(
    article: Article,
    parsed: Parsed,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    owner: Sequence[int | None],
    cast: Cast,
) -> dict[int, Carried]:
    """For each speech quotation that no attribution covers: whose speech it goes on from.

    The speaker of the words before goes on where nothing but the rest of their sentence stands between; and in a
    paragraph of its own where the paragraph before ends with that speaker's words, or speaks of that speaker alone. Nobody goes on after a
    question, or where a comma at the quotation's end says that its own speaker is named behind it.

    Args:
        article: The article.
        parsed: Its trees.
        quotations: All of it, by place.
        attributions: All of it.
        owner: For each quotation the index of the attribution that covers it, or None.
        cast: The article's people.

    Returns:
        One entry for each speech quotation without an owner, by its index.
    """
    course = _Course(article, parsed, quotations, attributions, owner, cast)
    return {
        index: carried
        for index, quotation in enumerate(quotations)
        if quotation.kind == "speech" and (carried := course.take(index, quotation)) is not None
    }


class _Course:
    """Walks an article's quotations in order, remembering who spoke last and where their words end."""

    def __init__(
        self,
        article: Article,
        parsed: Parsed,
        quotations: Sequence[Quotation],
        attributions: Sequence[Attribution],
        owner: Sequence[int | None],
        cast: Cast,
    ) -> None:
        self._article, self._parsed, self._cast = article, parsed, cast
        self._attributions, self._owner = attributions, owner
        self._cues = sorted((a.cue or a.content[0], i) for i, a in enumerate(attributions))
        self._next = 0
        self._block_starts = [block.start for block in article.blocks]
        self._questions = frozenset(load("quotation_shapes")["questions"])
        self._quoting = {index for index in owner if index is not None}
        self._quoted_blocks = {
            block for one, index in zip(quotations, owner, strict=True) if index is not None for block in one.blocks
        }
        self._within = _Within(quotations)
        self._current: int | None = None
        self._end = -1

    def take(self, index: int, quotation: Quotation) -> Carried | None:
        """What the quotation goes on from; None where it has an attribution of its own."""
        while self._next < len(self._cues) and self._cues[self._next][0].start < quotation.outer.start:
            cue, candidate = self._cues[self._next]
            self._next += 1
            if not self._within(cue.start):
                self._current = candidate
                self._end = max(self._end, _end(self._attributions[candidate]))
        own = self._owner[index]
        if own is not None:
            self._current = own
            self._end = max(quotation.outer.end, _end(self._attributions[own]))
            return None
        carried = self._carried(quotation)
        self._end = max(self._end, quotation.outer.end) if carried.attribution is not None else self._end
        return carried

    def _carried(self, quotation: Quotation) -> Carried:
        if self._current is None or self._attributions[self._current].source is None:
            return Carried(attribution=None, reason="nobody is named as the speaker of this quotation")
        if self._named_behind(quotation):
            return Carried(
                attribution=None, reason="its speaker seems to be named behind it, in words that were not read"
            )
        reason = self._goes_on(quotation)
        return Carried(attribution=self._current if reason else None, reason=reason or _UNSAID)

    def _goes_on(self, quotation: Quotation) -> str:
        """Why the last speaker goes on in a quotation; empty where that is not sure."""
        if self._led_in(quotation):
            return "the paragraph before leads in with a colon"
        alone = not self._behind(quotation) and not quotation.uncertain and not self._was_question()
        if alone and self._breaks(quotation) == _TWO and self._speaks_of_speaker(quotation):
            return "the paragraph between speaks of this speaker alone"
        if self._article.text[self._sentence_end(self._end) : quotation.outer.start].strip(_STOPS):
            return ""
        breaks = self._breaks(quotation)
        if breaks == 0:
            return "goes straight on from the words before, which have a speaker"
        near = bisect_right(self._block_starts, self._end - 1) - 1
        quoted = self._current in self._quoting or near in self._quoted_blocks
        whole = not self._behind(quotation) and (quoted or not quotation.uncertain)
        if breaks == 1 and whole and not self._was_question():
            return "the paragraph before ends with this speaker's words"
        return ""

    def _speaks_of_speaker(self, quotation: Quotation) -> bool:
        """Whether the one paragraph between says nothing but what the last speaker did, and quotes nobody."""
        block = quotation.blocks[0] - 1
        tree = self._parsed.trees[block]
        spoke = bisect_right(self._block_starts, self._end - 1) - 1
        source = self._attributions[self._current].source if self._current is not None else None
        opens = quotation.outer.start == self._article.blocks[block + 1].start
        if tree is None or source is None or spoke != block - 1 or not opens or block in self._quoted_blocks:
            return False
        named = {mention.person for mention in self._cast.named_in(source)}
        here = self._cast.named_in(self._article.blocks[block].span)
        subjects = [self._subject(tree, first, last) for first, last in tree.sentences]
        return (
            len(named) == 1
            and {mention.person for mention in here} <= named
            and all(
                row is not None and (tree.words[row].lower() in _SAME or any(m.row == row for m in here))
                for row in subjects
            )
        )

    @staticmethod
    def _subject(tree: Tree, first: int, last: int) -> int | None:
        """The subject of a sentence's root."""
        root = next((row for row in range(first, last) if tree.heads[row] == row), None)
        return tree.child(root, "nsubj", "nsubjpass") if root is not None else None

    def _behind(self, quotation: Quotation) -> str:
        """What follows a quotation in its last paragraph."""
        end = self._article.blocks[quotation.blocks[-1]].end
        return self._article.text[quotation.outer.end : end].strip(_STOPS)

    def _named_behind(self, quotation: Quotation) -> bool:
        end = quotation.spans[-1].end
        return self._article.text[end - 1 : end] == "," and bool(self._behind(quotation))

    def _was_question(self) -> bool:
        cue = self._attributions[self._current].cue if self._current is not None else None
        return cue is not None and bool(self._questions & set(cue.of(self._article.text).lower().split()))

    def _led_in(self, quotation: Quotation) -> bool:
        """Whether the quotation opens its paragraph, behind one that ends in a colon and holds the last speaker's words."""
        block = quotation.blocks[0]
        before = self._article.blocks[block - 1] if block else None
        if before is None or before.kind != "paragraph" or quotation.outer.start != self._article.blocks[block].start:
            return False
        return before.span.of(self._article.text).rstrip().endswith(":") and before.start < self._end <= before.end

    def _sentence_end(self, at: int) -> int:
        """Where the sentence that holds the place before ``at`` ends; ``at`` itself where none does."""
        block = bisect_right(self._block_starts, at - 1) - 1
        tree = self._parsed.trees[block] if block >= 0 else None
        row = bisect_right(tree.starts, at - 1) - 1 if tree is not None else -1
        if tree is None or row < 0:
            return at
        return max(at, tree.ends[tree.sentences[tree.sentence_of[row]][1] - 1])

    def _breaks(self, quotation: Quotation) -> int:
        """How many paragraphs begin behind the last words, up to the quotation's first."""
        first = bisect_right(self._block_starts, self._end - 1)
        blocks = self._article.blocks[first : quotation.blocks[0] + 1]
        return sum(block.kind == "paragraph" for block in blocks)


class _Within:
    """Whether a place stands inside a speech quotation."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._spans = [quotation.outer for quotation in quotations if quotation.kind == "speech"]
        self._starts = [span.start for span in self._spans]

    def __call__(self, at: int) -> bool:
        found = bisect_right(self._starts, at) - 1
        return found >= 0 and self._spans[found].end > at


def _end(attribution: Attribution) -> int:
    spans = [*attribution.content, *(span for span in (attribution.cue, attribution.source) if span)]
    return max(span.end for span in spans)


def content_of(quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """All places inside the marks of several quotations, in text order."""
    return tuple(sorted(span for quotation in quotations for span in quotation.spans))
