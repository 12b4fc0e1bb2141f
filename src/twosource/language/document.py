"""An article with its parsed sentences and its language's words: what rules of extraction receive."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from twosource.language.clause import Clause, clause_over, is_predicate
from twosource.language.factuality import factuality_of
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.phrase import NounPhrase
from twosource.language.phrase_factuality import phrase_factuality_of
from twosource.language.reports import Report, reports_of
from twosource.language.tree import UNPARSED, BlockNumber, Parsed, Row, Tree
from twosource.model import Article, Factuality, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block."""

    block: BlockNumber  # the block's number in the article
    index: int  # the sentence's number in its block
    tree: Tree  # the block's tree
    # Its token rows, half-open.
    first: Row
    last: Row

    @property
    def span(self) -> Span:
        """Its characters."""
        return self.tree.span(self.first, self.last - 1)

    @property
    def rows(self) -> Iterator[Row]:
        """Its tokens' rows, in order."""
        return (Row(row) for row in range(self.first, self.last))

    @property
    def clauses(self) -> Iterator[Clause]:
        """Its clauses, by the place of their predicates."""
        return (Clause(self.tree, row) for row in self.rows if is_predicate(self.tree, row))


@dataclass(frozen=True)
class Document:
    """An article, parsed. Its trees keep answers about a clause, so that asking twice costs once."""

    article: Article  # the article, cleaned
    parsed: Parsed  # its trees, one entry a block
    lexicon: Lexicon  # the words of its language

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """A tree for each block; one without words for those without sentences of the article."""
        lacking = len(self.article.blocks) - len(self.parsed.trees)
        return (*(tree or UNPARSED for tree in self.parsed.trees), *[UNPARSED] * lacking)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """Where each block begins, in code points."""
        return tuple(block.start for block in self.article.blocks)

    def block_before(self, offset: int) -> BlockNumber:
        """The block that a place stands in, or the last one that begins before it; -1 before all."""
        return BlockNumber(bisect_right(self.block_starts, offset) - 1)

    def block_at(self, offset: int) -> BlockNumber | None:
        """The block that a place stands in; None before the first and between two."""
        block = self.block_before(offset)
        return None if block < 0 or offset >= self.article.blocks[block].end else block

    def tree_at(self, offset: int) -> Tree:
        """The tree of the block that a place stands in; one without words outside of all, and where it was not parsed."""
        block = self.block_at(offset)
        return UNPARSED if block is None else self.trees[block]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that a place stands in; None outside of all."""
        block, tree = self.block_before(offset), self.tree_at(offset)
        if not len(tree):
            return None
        row = max(0, bisect_right(tree.starts, offset) - 1)
        index = tree.sentence_of[row]
        first, last = tree.sentences[index]
        return Sentence(block, index, tree, Row(first), Row(last))

    def clause_at(self, offset: int) -> Clause | None:
        """The innermost clause that the token at a place stands in; None outside of all."""
        tree = self.tree_at(offset)
        if not len(tree):
            return None
        return clause_over(tree, Row(max(0, bisect_right(tree.starts, offset) - 1)))

    def phrase_at(self, span: Span) -> NounPhrase | None:
        """The noun phrase whose head is the word of ``span`` from which the others hang; None outside of all."""
        tree = self.tree_at(span.start)
        rows = tree.rows(span)
        if not rows:
            return None
        return NounPhrase(tree, next(iter(tree.outermost(rows)), Row(rows[-1])))

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in text order."""
        for block, tree in self.parsed.blocks:
            for index, (first, last) in enumerate(tree.sentences):
                yield Sentence(block, index, tree, Row(first), Row(last))

    def factuality_of(self, clause: Clause) -> Factuality:
        """How a clause is told, but for who reports it."""
        return factuality_of(clause.tree, clause.row, self.lexicon.factuality)

    def phrase_factuality_of(self, phrase: NounPhrase) -> Factuality:
        """How what a noun phrase names is told: "none of *the crew*" is nobody."""
        return phrase_factuality_of(phrase.tree, phrase.row, self.lexicon.factuality)

    def reports_of(self, clause: Clause) -> tuple[Report, ...]:
        """Who reports a clause, innermost first, each with whether they did."""
        return reports_of(clause.tree, clause.row, self.lexicon.factuality)


def document_of(article: Article, parsed: Parsed, lexicon: Lexicon | None = None) -> Document:
    """An article with its trees and the words of its language."""
    return Document(article, parsed, lexicon or lexicon_of(article.language))
