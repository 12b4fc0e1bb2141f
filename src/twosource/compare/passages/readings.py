"""An article as the row of words in which shared wording is looked for, each word with what it is part of."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final

import numpy as np

from twosource.model import Article, Block, Findings, Span
from twosource.text.carriers import others_named
from twosource.text.formulas import charge_words, formula_spans
from twosource.text.grams import Hashes, function_words, gram_hashes, word_hash, words_of
from twosource.text.quoted import attribution_spans, quoted_spans

_BEFORE: Final = re.compile(r"(?:^|[.!?:][\"”’')\]]*\s|\n)\s*[\"“‘'(]*$")
_BEHIND: Final = re.compile(r"[\"”’')\]]*(?:[.!?]|\s*\n|\s*$)")
_NEAR: Final = 6  # code points between the end of a sentence and the next one's first word


class Part(IntEnum):
    """What a word is part of. Of two, the greater is what tells."""

    OWN = 0
    ATTRIBUTION = 1
    FORMULA = 2
    QUOTED = 3
    CAPTION = 4


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The words of an article's journalism in order, then those of each caption.

    Residue, credits, bylines, datelines and blocks that repeat an earlier one are left out. Between body and
    captions stands a form that no other article has, so that no wording runs over the border.
    """

    findings: Findings
    forms: tuple[str, ...]  # folded words; at a border one that no article has
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    hashes: Hashes  # one a word, the same on every machine
    parts: bytes  # what each word is part of, each a byte: the number of a ``Part``
    weights: tuple[float, ...]  # 1 for a content word, less for a function word, 0 at a border
    outlets: frozenset[str] = frozenset()  # those of the story

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.findings.article

    def __len__(self) -> int:
        """How many words, borders included."""
        return len(self.forms)

    def grams(self, size: int) -> Hashes:
        """One hash for each run of ``size`` words."""
        return gram_hashes(self.hashes, size)

    def borders(self) -> bytearray:
        """1 for each row that is no word but parts captions, which stand last, from the text before: nothing runs across."""
        return bytearray(self._borders)

    @cached_property
    def _borders(self) -> bytes:
        return bytes(form.startswith("\x00") for form in self.forms)

    @cached_property
    def plain(self) -> bytes:
        """1 for each word that says something and is no part of a name, a number or a charge."""
        charges, text = charge_words(self.article.language), self.article.text
        words = zip(self.weights, self.forms, self.starts, strict=True)
        return bytes(weight >= 1 and form not in charges and text[start].islower() for weight, form, start in words)

    @cached_property
    def sentence_starts(self) -> bytes:
        """1 for each word that begins a sentence."""
        text = self.article.text
        return bytes(bool(_BEFORE.search(text[max(0, start - _NEAR) : start])) for start in self.starts)

    @cached_property
    def sentence_ends(self) -> bytes:
        """1 for each word that ends a sentence."""
        return bytes(bool(_BEHIND.match(self.article.text, end)) for end in self.ends)

    @cached_property
    def opening(self) -> int:
        """How many words its headline and first paragraph have; 0 without blocks."""
        ends = (block.end for block in self.article.blocks if block.kind == "paragraph")
        captions = self._borders.find(1)
        return bisect_left(self.starts, next(ends, 0), hi=captions if captions >= 0 else None)

    @cached_property
    def own_rows(self) -> frozenset[int]:
        """Words of the outlet's own journalism."""
        return frozenset(filter(self.is_own, range(len(self))))

    def is_own(self, row: int) -> bool:
        """Whether a word is the outlet's own: outside quotations, captions and formulas."""
        return self.parts[row] <= Part.ATTRIBUTION

    @cached_property
    def carriers(self) -> tuple[str, ...]:
        """Names of the other outlets that the article says it has things from."""
        return tuple(sorted({carrier.name for carrier in others_named(self.article, self.outlets)}))


def read(findings: Findings, function_weight: float, outlets: frozenset[str] = frozenset()) -> Reading:
    """Lay an article's words in a row.

    Args:
        findings: One article with its statements. An article without blocks is read whole.
        function_weight: What a function word counts for, where a content word counts one.
        outlets: Those of the story.
    """
    article = findings.article
    blocks = article.told_in("headline", "subheading", "paragraph", "caption")
    if not article.blocks:
        blocks = (Block(kind="paragraph", start=0, end=len(article.text), reason="no blocks"),)
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    formulas: list[Span] = []
    for block in sorted(blocks, key=lambda block: block.kind == "caption"):
        if block.kind == "caption":
            forms.append(f"\x00{article.id}{len(forms)}")
            starts.append(block.start)
            ends.append(block.start)
        words = words_of(article.text, block.start, block.end)
        forms.extend(words.forms)
        starts.extend(words.starts)
        ends.extend(words.ends)
        formulas.extend(formula_spans(article.text, words, block.start, block.end, article.language))
    light = dict.fromkeys(function_words(article.language), function_weight)
    return Reading(
        findings=findings,
        forms=tuple(forms),
        starts=tuple(starts),
        ends=tuple(ends),
        hashes=np.array(list(map(word_hash, forms)), dtype=np.uint64),
        parts=_parts(findings, blocks, formulas, starts),
        weights=tuple(0.0 if form.startswith("\x00") else light.get(form, 1.0) for form in forms),
        outlets=outlets,
    )


def _parts(findings: Findings, blocks: Sequence[Block], formulas: list[Span], starts: list[int]) -> bytes:
    parts = [Part.OWN] * len(starts)
    layers = (
        (Part.ATTRIBUTION, attribution_spans(findings)),
        (Part.FORMULA, formulas),
        (Part.QUOTED, quoted_spans(findings, blocks)),
        (Part.CAPTION, [block.span for block in blocks if block.kind == "caption"]),
    )
    order = sorted(range(len(starts)), key=starts.__getitem__)
    begins = [starts[row] for row in order]
    for part, spans in layers:
        for span in spans:
            for row in order[bisect_left(begins, span.start) : bisect_left(begins, span.end)]:
                parts[row] = part
    return bytes(parts)
