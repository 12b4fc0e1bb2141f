"""Speech that goes on: quotations with no words of attribution of their own, and who may be taken to say them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading, owners_of
from twosource.extract.quotations import Quotation, Quoted
from twosource.language import Tree, labels
from twosource.model import Span
from twosource.text.reasons import Reason

_NO_SPEECH: Final = frozenset({"title", "nickname", "inscription"})
_SHAPES: Final = {
    "scare": Reason("attribution.scare"),
    "title": Reason("attribution.title"),
    "nickname": Reason("attribution.nickname"),
    "inscription": Reason("attribution.inscription"),
}
_SCORE: Final = 0.3
_TWO: Final = 2
_STOPS: Final = " .,;:—–-\n\"'“”‘’"
_UNSAID: Final = Reason("attribution.unsaid")


def continued_speech(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each quotation that is nobody's yet: whose speech it goes on from, or that it is unreported.

    The speaker of the words before goes on where nothing but the rest of their sentence stands between; and in a
    paragraph of its own where the paragraph before ends with that speaker's words, or speaks of that speaker alone. Nobody goes on after a
    question, or where a comma at the quotation's end says that its own speaker is named behind it.
    """
    yield from drafts
    course = _Course(reading, drafts)
    for number, (quotation, owner) in enumerate(zip(reading.quotations, owners_of(reading, drafts), strict=True)):
        carried = course.take(quotation, owner) if quotation.kind == "speech" else None
        reason = carried.reason if carried is not None else _SHAPES.get(quotation.kind, _UNSAID)
        if carried is not None or quotation.kind in _NO_SPEECH or owner is None:
            follows = carried.follows if carried is not None else None
            yield Draft(
                cue=None, source=None, content=(quotation.outer,), score=_SCORE, reason=reason, silent=reason,
                quotations=(number,), follows=follows, unreported=carried is None,
            )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Carried:
    """Whose speech goes on in a quotation; None where nobody's does. The reason is for the reader."""

    follows: Draft | None
    reason: Reason


class _Course:
    """Walks an article's quotations in order, remembering who spoke last and where their words end."""

    def __init__(self, reading: Reading, drafts: Drafts) -> None:
        self._reading, self._article, self._cast = reading, reading.article, reading.cast
        self._drafts = drafts
        speaking = [(number, draft) for number, draft in enumerate(drafts) if not self._only_described(draft)]
        placed = [(number, draft) for number, draft in speaking if draft.cue or draft.content]
        self._cues = sorted((draft.cue or draft.content[0], number) for number, draft in placed)
        self._next = 0
        self._questions = reading.document.lexicon.quotation_shapes.questions
        self._quoting = {number for number, draft in enumerate(drafts) if draft.quotations}
        self._quoted_blocks = {
            block for draft in drafts for number in draft.quotations for block in reading.quotations[number].blocks
        }
        self._within = Quoted(reading.quotations)
        self._current: int | None = None
        self._end = -1

    def _only_described(self, draft: Draft) -> bool:
        """Whether it is only told which people are meant, by what they think or want: "savers, *who* like the idea that …"."""
        if draft.attitude is None or draft.quotations or draft.source is None:
            return False
        tree = self._reading.tree_of(draft.source)
        return any(tree.tags[row] in labels.RELATIVE_PRONOUNS for row in tree.rows(draft.source)[:1])

    def take(self, quotation: Quotation, own: int | None) -> _Carried | None:
        """What the quotation goes on from; None where it has an attribution of its own."""
        while self._next < len(self._cues) and self._cues[self._next][0].start < quotation.outer.start:
            cue, candidate = self._cues[self._next]
            self._next += 1
            if not self._within(cue.start):
                self._current = candidate
                self._end = max(self._end, self._drafts[candidate].end)
        if own is not None:
            self._current = own
            self._end = max(quotation.outer.end, self._drafts[own].end)
            return None
        carried = self._carried(quotation)
        self._end = max(self._end, quotation.outer.end) if carried.follows is not None else self._end
        return carried

    def _carried(self, quotation: Quotation) -> _Carried:
        if self._current is None or self._drafts[self._current].source is None:
            return _Carried(follows=None, reason=Reason("attribution.no_speaker"))
        if self._named_behind(quotation):
            return _Carried(follows=None, reason=Reason("attribution.named_behind"))
        reason = self._goes_on(quotation)
        return _Carried(follows=self._drafts[self._current] if reason else None, reason=reason or _UNSAID)

    def _goes_on(self, quotation: Quotation) -> Reason | None:
        """Why the last speaker goes on in a quotation; None where that is not sure."""
        if self._led_in(quotation):
            return Reason("attribution.led_in")
        alone = not self._behind(quotation) and not quotation.uncertain and not self._was_question()
        if alone and self._breaks(quotation) == _TWO and self._speaks_of_speaker(quotation):
            return Reason("attribution.paragraph_between")
        if self._article.text[self._sentence_end(self._end) : quotation.outer.start].strip(_STOPS):
            return None
        breaks = self._breaks(quotation)
        if breaks == 0:
            return Reason("attribution.straight_on")
        near = self._reading.block_of(self._end - 1)
        quoted = self._current in self._quoting or near in self._quoted_blocks
        whole = not self._behind(quotation) and (quoted or not quotation.uncertain)
        if breaks == 1 and whole and not self._was_question():
            return Reason("attribution.paragraph_before")
        return None

    def _speaks_of_speaker(self, quotation: Quotation) -> bool:
        """Whether the one paragraph between says nothing but what the last speaker did, and quotes nobody."""
        block = quotation.blocks[0] - 1
        tree = self._reading.document.trees[block]
        spoke = self._reading.block_of(self._end - 1)
        source = self._drafts[self._current].source if self._current is not None else None
        opens = quotation.outer.start == self._article.blocks[block + 1].start
        if source is None or not len(tree) or spoke != block - 1 or not opens or block in self._quoted_blocks:
            return False
        named = {mention.person for mention in self._cast.named_in(source)}
        here = self._cast.named_in(self._article.blocks[block].span)
        if len(named) != 1 or not {mention.person for mention in here} <= named:
            return False
        rows, words = {mention.row for mention in here}, tree.lexicon.pronouns.subjects
        subjects = [self._subject(tree, first, last) for first, last in tree.sentences]
        return all(row is not None and (row in rows or tree.lowered[row] in words) for row in subjects)

    @staticmethod
    def _subject(tree: Tree, first: int, last: int) -> int | None:
        """The subject of a sentence's root."""
        root = next((row for row in range(first, last) if tree.heads[row] == row), None)
        return tree.child(root, "nsubj", "nsubjpass")

    def _behind(self, quotation: Quotation) -> str:
        """What follows a quotation in its last paragraph."""
        end = self._article.blocks[quotation.blocks[-1]].end
        return self._article.text[quotation.outer.end : end].strip(_STOPS)

    def _named_behind(self, quotation: Quotation) -> bool:
        end = quotation.spans[-1].end
        return self._article.text[end - 1 : end] == "," and bool(self._behind(quotation))

    def _was_question(self) -> bool:
        cue = self._drafts[self._current].cue if self._current is not None else None
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
        tree = self._reading.tree_of(Span(start=at - 1, end=at))
        row = bisect_right(tree.starts, at - 1) - 1
        return at if row < 0 else max(at, tree.ends[tree.sentence(row)[1] - 1])

    def _breaks(self, quotation: Quotation) -> int:
        """How many paragraphs begin behind the last words, up to the quotation's first."""
        first = self._reading.block_of(self._end - 1) + 1
        blocks = self._article.blocks[first : quotation.blocks[0] + 1]
        return sum(block.kind == "paragraph" for block in blocks)
