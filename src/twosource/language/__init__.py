"""What a language is, once: trees and their labels, clauses, phrases, whether something happened, what excludes what.

The only room that knows labels, tags and word lists. A second language is a folder beside ``en``.

- tree: a parsed block, words in columns
- document: an article with its trees; what rules receive
- clause, phrase: who takes part in what; who is meant by a noun phrase's form
- factuality: whether a clause or phrase is told as something that happened
- predicates, opposition: one name for all words of a deed, and which deeds exclude each other
- lexicon: the word lists, typed
"""

from twosource.language.clause import Clause
from twosource.language.document import Document, Sentence, document_of
from twosource.language.lexicon import Lexicon, add_language, lexicon_of
from twosource.language.opposition import Opposition, OppositionKind, opposition_of
from twosource.language.phrase import NounPhrase
from twosource.language.predicates import Predicate, predicate_of, wordings_of
from twosource.language.reports import Report
from twosource.language.tree import UNPARSED, BlockNumber, Entity, Parsed, Row, Tree

__all__ = [
    "UNPARSED",
    "BlockNumber",
    "Clause",
    "Document",
    "Entity",
    "Lexicon",
    "NounPhrase",
    "Opposition",
    "OppositionKind",
    "Parsed",
    "Predicate",
    "Report",
    "Row",
    "Sentence",
    "Tree",
    "add_language",
    "document_of",
    "lexicon_of",
    "opposition_of",
    "predicate_of",
    "wordings_of",
]
