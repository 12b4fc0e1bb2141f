"""An attribution on its way from a proposal to a statement, and what the passes on that way know of the article."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from twosource.extract.entities.cast import Cast
from twosource.extract.entities.outlets import outlet_in
from twosource.extract.quotations import Quotation
from twosource.language import UNPARSED, BlockNumber, Document, Tree
from twosource.model import Article, Attitude, Span
from twosource.text.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Something said, thought or wanted, and on whose word it is reported."""

    cue: Span | None  # the words that say so; None where the form alone does (a transcript's colon is a cue)
    source: Span | None  # the words that name who says it; None where nobody is named
    content: tuple[Span, ...]  # what is said, quotation marks included, in text order; several where it is interrupted
    # How sure the finding is, 0 to 1: for the learned model the chance that source, cue and content are all cut as a
    # person would cut them.
    score: float
    reason: Reason  # how it was found
    quotations: tuple[int, ...] = ()  # the numbers of the quotations whose words it says
    silent: Reason | None = None  # why nobody is named, where a pass has found out; None else
    # Whose speech goes on here, where no words of its own say who speaks; ``reason`` says why.
    follows: "Draft | None" = None
    # The words that name who relays the words of the source ("*the Post* quoted B as saying").
    relayer: Span | None = None
    verbatim: bool = False  # the content is the source's own words, though no quotation marks say so
    asserted: bool = False  # it is the outlet's own word
    unreported: bool = False  # nobody is reported to say these words in quotation marks
    attitude: Attitude | None = None  # what words in no quotation marks tell of the source; None where they are said

    @property
    def end(self) -> int:
        """Where its last word ends, cue and source included."""
        return max(span.end for span in (*self.content, self.cue, self.source) if span is not None)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the passes know of an article."""

    document: Document  # the article, parsed
    quotations: tuple[Quotation, ...]  # what stands in quotation marks in it, by place
    cast: Cast  # its people

    @property
    def article(self) -> Article:
        """The article."""
        return self.document.article

    @property
    def text(self) -> str:
        """Its text."""
        return self.document.text

    def block_of(self, offset: int) -> BlockNumber:
        """The block that a place stands in, or the last one before it."""
        return self.document.block_before(offset)

    def tree_of(self, span: Span | None) -> Tree:
        """The tree of the block in which a span begins; one without words where it was not parsed, and for no span."""
        block = -1 if span is None else self.block_of(span.start)
        return UNPARSED if block < 0 else self.document.trees[block]

    @cached_property
    def quotation_starts(self) -> tuple[int, ...]:
        """Where each quotation begins, its mark included."""
        return tuple(quotation.outer.start for quotation in self.quotations)

    @cached_property
    def outers(self) -> tuple[Span, ...]:
        """Where each quotation stands, its marks included."""
        return tuple(quotation.outer for quotation in self.quotations)

    def is_carried(self, draft: Draft) -> bool:
        """Whether an outlet is named as the one on whose word a draft is."""
        return draft.source is not None and bool(outlet_in(draft.source.of(self.text), self.document.lexicon.code))

    def spoken_in(self, draft: Draft) -> list[Span]:
        """The whole sentences in quotation marks that a draft's content holds."""
        spoken = (quotation.outer for quotation in self.quotations if quotation.kind == "speech")
        return [outer for outer in spoken if any(span.holds(outer) for span in draft.content)]


def covered(outers: Sequence[Span], draft: Draft) -> Iterator[tuple[int, int]]:
    """The numbers of the quotations, by place, whose greater part a draft's content covers, its cue outside of them; and how much of each.

    ``outers`` are the quotations with their marks, sorted; how much is in code points.
    """
    for span in draft.content:
        first = max(0, bisect_left(outers, span.start, key=_start) - 1)
        for number in range(first, bisect_left(outers, span.end, key=_start)):
            outer = outers[number]
            shared = min(outer.end, span.end) - max(outer.start, span.start)
            if shared * 2 > len(outer) and not outer.holds(draft.cue):
                yield number, shared


def _start(span: Span) -> int:
    return span.start


Drafts = tuple[Draft, ...]
Pass = Callable[[Reading, Drafts], Iterable[Draft]]


def owners_of(reading: Reading, drafts: Drafts) -> list[int | None]:
    """For each quotation the number of the draft whose words it is; None where it is nobody's yet."""
    found: list[int | None] = [None] * len(reading.quotations)
    for number, draft in enumerate(drafts):
        for quotation in draft.quotations:
            found[quotation] = number
    return found


def with_quotations(drafts: Sequence[Draft], owners: Sequence[int | None]) -> Iterator[Draft]:
    """The drafts, each with the quotations that are its own."""
    owned: dict[int, list[int]] = {}
    for quotation, owner in enumerate(owners):
        if owner is not None:
            owned.setdefault(owner, []).append(quotation)
    for number, draft in enumerate(drafts):
        own = tuple(owned.get(number, ()))
        yield draft if own == draft.quotations else replace(draft, quotations=own)
