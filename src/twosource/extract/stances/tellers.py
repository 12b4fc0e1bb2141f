"""Who takes a stance in a sentence: a clause's subject, whoever is behind "by", or who says the sentence."""

from collections.abc import Iterator
from typing import Final

from twosource.extract.stances.stance import Voice, Word
from twosource.language import Clause, NounPhrase, Row, labels
from twosource.language.clause import clause_over

Who = tuple[Row | None, Voice]
"""The noun that names somebody; None for nobody named, with whose voice it then is."""
_HIGHEST_CLIMB: Final = 4
"""Clauses between a verb and who says its sentence."""


def holder_of(word: Word) -> Who:
    """Who takes the stance of a verb: its subject, or whoever is behind "by"; else who says the sentence.

    A subject that cannot be asked ("the death toll") takes none: then it is who tells of it.
    """
    clause, told = word.clause, teller_of(word)
    if word.child_of(word.words.conceding, labels.MARKER) is not None:
        told = None, "outlet"  # "X said that …, although this is not verified" is not what X said
    if clause.is_passive:
        return named(word, clause.agent) or told
    if clause.own_subject is None and clause.relation == labels.ADVERBIAL and told[0] is not None:
        return told  # "… that the toll neared 70, contradicting …": who says so contradicts
    return named(word, _subject_of(word)) or told


def teller_of(word: Word) -> Who:
    """Who is said in the sentence to tell what a word says; else whoever speaks."""
    every = (named(word, subject) for subject in _telling(word))
    return next((who for who in every if who is not None), (None, "speaker"))


def named(word: Word, phrase: NounPhrase | None) -> Who | None:
    """Who a phrase names, where that can be asked; None for no phrase, and for what cannot."""
    return (phrase.row, "named") if phrase is not None and can_be_asked(word, phrase.row) else None


def _subject_of(word: Word) -> NounPhrase | None:
    """A verb's subject, or that of what its infinitive hangs from: "*the post* had no way to verify it"."""
    subject = word.clause.subject
    if subject is not None and subject.row not in word.governors:
        return subject
    above = (clause_over(word.tree, over) for over in word.governors)
    return next((found for clause in above if clause is not None and (found := clause.subject) is not None), None)


def _telling(word: Word) -> Iterator[NounPhrase | None]:
    """The subjects of what is said to report a word's clause, innermost first."""
    tree = word.tree
    for report in word.reports:
        if ":" not in tree.words[word.row : report.row]:  # "it was disputed: the guild spoke of 300" is by nobody named
            yield Clause(tree, report.row).subject
    here = word.row
    for _ in range(_HIGHEST_CLIMB):
        over = tree.heads[here]
        if over == here or tree.deps[here] not in {labels.ADVERBIAL, *labels.RELATIVE, *labels.COMPLEMENTS}:
            break
        beside = tree.deps[here] == labels.ADVERBIAL and Clause(tree, over).object is not None
        if tree.lemmas[over] in word.words.saying and not beside:  # not "reported a loss, marking what is thought …"
            yield Clause(tree, over).subject
        here = over


def can_be_asked(word: Word, row: Row) -> bool:
    """Whether a phrase names a person, a body, or a document that says something; not a number, a time, "it"."""
    tree, words = word.tree, word.words
    counted = tree.child(row, labels.PREPOSITION) is not None  # "some of the victims"
    if word.says(row, words.nobody | words.numbers) or not (counted or tree.pos[row] in labels.NOMINAL):
        return False
    people = counted or tree.pos[row] == labels.NOUN  # "one of the men" and "two 17-year-olds" are people
    if word.at(row).is_negated_phrase or (tree.kind_of_name(row) in labels.AMOUNTS and not people):
        return False
    named = tree.pos[row] == labels.NAME or word.says(row, words.documents)
    return named or not word.says(row, words.claims | words.proof)
