"""An article's trees laid end to end as numpy columns, for the learned model: one row a token."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from twosource.extract.quotations import Quotation
from twosource.language import labels
from twosource.language.tree import Parsed, Tree

Ints = NDArray[np.int64]
Codes = NDArray[np.uint64]

# Bits of ``Columns.flags``: which dependents a token has.
DEPENDENTS: Final = (
    labels.NOMINAL_SUBJECT, labels.NOMINAL_PASSIVE_SUBJECT, labels.CONTENT, labels.OPEN_COMPLEMENT, labels.DIRECT_OBJECT, labels.AGENT, labels.NOUN_CLAUSE, labels.RELATIVE_CLAUSE, labels.PREPOSITION, labels.ADVERBIAL, labels.MARKER, labels.AUXILIARY,
    labels.PASSIVE_AUXILIARY, labels.NEGATION, labels.OWNER, labels.OBJECT_PREDICATIVE, labels.INDIRECT_OBJECT, labels.CONJUNCT, labels.PARTICLE, labels.ADVERB_MODIFIER, labels.NOUN_AS_ADVERB, labels.ATTRIBUTE, labels.ADJECTIVAL_COMPLEMENT, labels.CLAUSE_SUBJECT,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All tokens of an article, block after block."""

    # Codes of the strings; the word in lower case.
    lemma: Codes
    word: Codes
    pos: Codes
    tag: Codes
    dep: Codes
    shape: Codes  # 0 lower case, 1 capitalised, 2 all capitals, 3 no letter
    # Code points.
    starts: Ints
    ends: Ints
    # Rows, over the whole article; ``right`` included.
    head: Ints
    left: Ints
    right: Ints
    depth: Ints  # steps to the root of the sentence
    # Running numbers.
    sentence: Ints
    block: Ints
    # First row of the token's sentence, and last row included.
    first: Ints
    last: Ints
    quote: Ints  # number of the quotation the token stands in, -1 outside
    flags: Codes  # which dependents the token has, a bit for each of ``DEPENDENTS``
    entity: Codes  # code of the label of the name the token is part of, 0 outside
    opened: tuple[int, ...]  # for each block that has a tree, its first row
    trees: tuple[tuple[int, Tree], ...]  # those trees, with the block's index

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.head)

    def child(self, *deps: str) -> Ints:
        """For each token the row of its last child by one of ``deps``; -1 where there is none."""
        found = np.full(len(self), -1, dtype=np.int64)
        rows = np.flatnonzero(among(self.dep, deps))[::-1]
        found[self.head[rows]] = rows
        return found


@lru_cache(maxsize=1 << 17)
def code(text: str) -> int:
    """A string's number, the same on every machine; never 0."""
    return crc32(text.encode("utf-8", "surrogatepass")) or 1


def among(values: Codes, names: Iterable[str]) -> NDArray[np.bool_]:
    """Whether each value is the code of one of a few names."""
    found = np.zeros(values.shape, dtype=np.bool_)
    for name in names:
        found |= values == code(name)
    return found


def ordinal(values: Codes, names: tuple[str, ...]) -> Ints:
    """Place of each value in ``names``, from 1; 0 for others."""
    codes, places = _sorted_codes(names)
    at = np.searchsorted(codes, values)
    at[at == len(codes)] = 0
    return np.where(codes[at] == values, places[at], 0)


@cache
def _sorted_codes(names: tuple[str, ...]) -> tuple[Codes, Ints]:
    codes = np.array([code(name) for name in names], dtype=np.uint64)
    order = np.argsort(codes, kind="stable")
    return codes[order], (order + 1).astype(np.int64)


def columns_of(parsed: Parsed, quotations: Sequence[Quotation]) -> Columns:
    """The columns of an article; no rows where nothing was parsed."""
    trees = tuple(parsed.blocks)
    opened: list[int] = []
    at = 0
    for _, tree in trees:
        opened.append(at)
        at += len(tree)
    sizes = [len(tree) for _, tree in trees]
    shift = np.repeat(np.array(opened, dtype=np.int64), sizes)
    dep = _codes(tree.deps for _, tree in trees)
    head = _ints(tree.heads for _, tree in trees) + shift
    starts, ends = _ints(tree.starts for _, tree in trees), _ints(tree.ends for _, tree in trees)
    first, last, sentence = _sentences(trees, opened, at)
    return Columns(
        lemma=_codes(tree.lemmas for _, tree in trees),
        word=_codes(tree.lowered for _, tree in trees),
        pos=_codes(tree.pos for _, tree in trees),
        tag=_codes(tree.tags for _, tree in trees),
        dep=dep,
        shape=np.array([_shape(word) for _, tree in trees for word in tree.words], dtype=np.uint64),
        starts=starts,
        ends=ends,
        head=head,
        left=_ints(tree.lefts for _, tree in trees) + shift,
        right=_ints(tree.rights for _, tree in trees) + shift,
        depth=_depths(head),
        sentence=sentence,
        block=np.repeat(np.arange(len(trees), dtype=np.int64), sizes),
        first=first,
        last=last,
        quote=_quotes(starts, ends, quotations),
        flags=_flags(dep, head),
        entity=_entities(trees, opened, at),
        opened=tuple(opened),
        trees=trees,
    )


def _codes(columns: Iterable[Sequence[str]]) -> Codes:
    return np.fromiter(map(code, chain.from_iterable(columns)), dtype=np.uint64)


def _ints(columns: Iterable[Sequence[int]]) -> Ints:
    return np.fromiter(chain.from_iterable(columns), dtype=np.int64)


@lru_cache(maxsize=1 << 15)
def _shape(word: str) -> int:
    if not any(map(str.isalpha, word)):
        return 3
    if word.isupper() and len(word) > 1:
        return 2
    return int(word[:1].isupper())


def _sentences(trees: Sequence[tuple[int, Tree]], opened: Sequence[int], size: int) -> tuple[Ints, Ints, Ints]:
    first, last, number = (np.zeros(size, dtype=np.int64) for _ in range(3))
    count = 0
    for (_, tree), shift in zip(trees, opened, strict=True):
        for begin, end in tree.sentences:
            first[begin + shift : end + shift] = begin + shift
            last[begin + shift : end + shift] = end + shift - 1
            number[begin + shift : end + shift] = count
            count += 1
    return first, last, number


def _quotes(starts: Ints, ends: Ints, quotations: Sequence[Quotation]) -> Ints:
    inside = np.full(len(starts), -1, dtype=np.int64)
    begins = np.searchsorted(ends, [quotation.outer.start for quotation in quotations], side="right").tolist()
    behinds = np.searchsorted(starts, [quotation.outer.end for quotation in quotations], side="left").tolist()
    for i, (begin, behind) in enumerate(zip(begins, behinds, strict=True)):
        inside[begin:behind] = i
    return inside


STEPS: Final = 6
"""How often the way up a tree is doubled: 64 words hang below each other in no sentence that is read."""


def _depths(head: Ints) -> Ints:
    depth: Ints = (head != np.arange(len(head))).astype(np.int64)
    for _ in range(STEPS):
        depth += depth[head]
        head = head[head]
    return depth


def _flags(dep: Codes, head: Ints) -> Codes:
    bits = ordinal(dep, DEPENDENTS)
    shown = np.flatnonzero(bits)
    flags = np.zeros(len(head), dtype=np.uint64)
    np.bitwise_or.at(flags, head[shown], np.uint64(1) << (bits[shown] - 1).astype(np.uint64))
    return flags


def _entities(trees: Sequence[tuple[int, Tree]], opened: Sequence[int], size: int) -> Codes:
    labels = np.zeros(size, dtype=np.uint64)
    for (_, tree), shift in zip(trees, opened, strict=True):
        for entity in tree.entities:
            labels[entity.first + shift : entity.last + shift] = code(entity.label)
    return labels
