"""A parsed block: words in columns, with the tree over them. Extraction reads this, never the parser's own objects."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final, NewType

from twosource.language import labels
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.model import Gap, Span

Row = NewType("Row", int)
"""A token's number in its block's tree."""
BlockNumber = NewType("BlockNumber", int)
"""A block's number in its article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name that the parser saw: token range, half-open, and its label (PERSON, ORG, GPE, DATE, …)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Tree:
    """One block's words and their dependency trees, as parallel columns, one row a token.

    Attributes:
        words, lemmas: As they stand; the lemma in lower case.
        starts, ends: Half-open, in code points of the article's text.
        pos, tags: Parts of speech, and these by form, as ``labels`` names them.
        deps: Dependency labels, as ``labels`` names them.
        heads: The head's row; a root is its own head.
        lefts, rights: First row, and last row included, of the token's subtree.
        sentences: Token ranges, half-open.
        entities: Names, in text order.
        language: The code of the language that it was parsed in.

    An empty block has no rows.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[Row, ...]
    lefts: tuple[Row, ...]
    rights: tuple[Row, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...] = ()
    language: str = "en"

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of its language."""
        return lexicon_of(self.language)

    @cached_property
    def kept(self) -> dict[tuple[object, ...], Any]:
        """What was worked out of it, by who worked it out and of what: ``kept_by_tree`` fills it."""
        return {}

    def __getstate__(self) -> dict[str, object]:
        """Its columns alone: what was worked out of them is worked out again where it is sent to."""
        return {column.name: getattr(self, column.name) for column in fields(self)}

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.words)

    @property
    def all_rows(self) -> Iterator[Row]:
        """Every token's row, in text order."""
        return (Row(row) for row in range(len(self.words)))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.words)

    @cached_property
    def children(self) -> tuple[tuple[Row, ...], ...]:
        """For each token, the rows that hang directly from it, in text order."""
        found: list[list[Row]] = [[] for _ in self.words]
        for row, head in enumerate(self.heads):
            if head != row:
                found[head].append(Row(row))
        return tuple(tuple(rows) for rows in found)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token, the index of its sentence."""
        return tuple(i for i, (first, last) in enumerate(self.sentences) for _ in range(first, last))

    @cached_property
    def entity_at(self) -> dict[int, Entity]:
        """The name that each token stands in, by the token's row; rows outside names are missing."""
        return {row: entity for entity in self.entities for row in range(entity.first, entity.last)}

    def word(self, row: int) -> str:
        """The word at a row, in lower case; "" before the first and behind the last."""
        return self.lowered[row] if 0 <= row < len(self.words) else ""

    def lemma(self, row: int | None) -> str:
        """The lemma at a row; "" for none, before the first and behind the last."""
        return self.lemmas[row] if row is not None and 0 <= row < len(self.words) else ""

    def part(self, row: int | None) -> str:
        """The part of speech at a row, in the same way."""
        return self.pos[row] if row is not None and 0 <= row < len(self.words) else ""

    def form(self, row: int | None) -> str:
        """The part of speech by form, in the same way."""
        return self.tags[row] if row is not None and 0 <= row < len(self.words) else ""

    def names_before(self, row: int) -> int:
        """Where the names in a row begin that stand right before a row; that row itself where none does."""
        while self.part(row - 1) == labels.NAME:
            row -= 1
        return row

    def phrase(self, row: int, count: int) -> tuple[str, ...]:
        """So many words from a row on, in lower case; none before the first."""
        return self.lowered[row : row + count] if row >= 0 else ()

    def says(self, row: int, phrase: str) -> bool:
        """Whether words, in lower case with a blank between two, stand from a row on."""
        words = tuple(phrase.split(" "))
        return self.phrase(row, len(words)) == words

    def sentence(self, row: int) -> tuple[int, int]:
        """The rows of the sentence that a token stands in, half-open."""
        return self.sentences[self.sentence_of[row]]

    def kind_of_name(self, row: int | None) -> str:
        """The label of the name that a token stands in; "" where it stands in none, and for no token."""
        entity = None if row is None else self.entity_at.get(row)
        return "" if entity is None else entity.label

    def is_inside_name(self, first: int, last: int, kinds: frozenset[str]) -> bool:
        """Whether the rows from ``first`` to ``last``, the latter included, are a piece of a longer name of some kinds."""
        name = self.entity_at.get(first)
        if name is None or name.label not in kinds:
            return False
        return last < name.last and name.last - name.first > last - first + 1

    def child(self, row: int | None, *deps: str) -> Row | None:
        """The first token that hangs from ``row`` by one of ``deps``; None if there is none, and for no row."""
        for child in () if row is None else self.children[row]:
            if self.deps[child] in deps:
                return child
        return None

    def outermost(self, rows: range) -> tuple[Row, ...]:
        """Of some rows those that hang from none of the others, in text order."""
        heads = self.heads
        return tuple(Row(row) for row in rows if heads[row] not in rows or heads[row] == row)

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, the latter included."""
        return Span(start=self.starts[first], end=self.ends[last])

    def subtree(self, row: int) -> Span:
        """The characters of everything under ``row``."""
        return self.span(self.lefts[row], self.rights[row])

    def rows(self, place: Span) -> range:
        """The rows of all tokens that overlap ``place``; empty where none does."""
        first = bisect_right(self.ends, place.start)
        return range(first, max(first, bisect_left(self.starts, place.end, first)))


UNPARSED: Final = Tree(
    words=(), starts=(), ends=(), lemmas=(), pos=(), tags=(), deps=(), heads=(), lefts=(), rights=(), sentences=()
)
"""The tree of a block that was not parsed, and of a place outside of all: it has no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article's blocks as trees: one entry a block, None for blocks that hold no sentences of the article.

    Residue, bylines, credits, datelines and blocks that repeat an earlier one are not parsed. All entries are
    None for a language that is not supported; ``gaps`` says so.
    """

    trees: tuple[Tree | None, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def blocks(self) -> Iterator[tuple[BlockNumber, Tree]]:
        """The blocks that were parsed and have words, by number."""
        return ((BlockNumber(number), tree) for number, tree in enumerate(self.trees) if tree is not None and len(tree))
