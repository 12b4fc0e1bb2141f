"""Whether somebody took the stance that a verb names, could not, or would not."""

from typing import Final

from twosource.extract.stances.stance import Word
from twosource.language import labels
from twosource.language.clause import clause_over
from twosource.language.reports import reporting_of
from twosource.model import Factuality, Modality, Polarity

_PURPOSES: Final = (labels.ADVERBIAL, labels.OPEN_COMPLEMENT)


def took_place(word: Word) -> bool | None:
    """Whether somebody took the stance; None where it is only asked for, planned, or itself denied."""
    verb = word.over if _shares_its_verb(word) else word
    over = next(iter(word.governors), None)
    if over is not None and word.says(over, word.words.carrying):  # "was *quick* to deny", "*continues* to deny"
        clause = clause_over(word.tree, over)
        verb = word if clause is None else word.at(clause.row)
    if (
        reporting_of(word.reports) in {"denied", "not said"}
        or any(unfit(word) for unfit in _NOT_TAKEN)
        or _is_let(verb)
    ):
        return None
    if any(_is_in_vain(word.at(over)) for over in word.governors) or _was_prevented(word):
        return None if any(_is_to_come(word.at(over)) for over in word.governors) else False
    return _as_told(word, verb.factuality)


def _as_told(word: Word, told: Factuality) -> bool | None:
    """The same by how its clause is told; what "appears to contradict" an account is held against it."""
    words = word.words
    refused = told.polarity is Polarity.NEGATIVE and told.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}
    if refused and word.child_of(words.refusing, labels.AUXILIARY) is not None:
        return False  # "would not confirm"
    seems = told.modality is Modality.POSSIBLE and any(word.says(over, words.seeming) for over in word.governors)
    if not (told.modality is Modality.ACTUAL or seems) or told.polarity is Polarity.PARTIAL:
        return None
    return told.polarity is Polarity.POSITIVE


def _shares_its_verb(word: Word) -> bool:
    """Whether it is told as the verb before it is: "lets him keep quiet and *deny* it"."""
    tree, row = word.tree, word.row
    bare = tree.tags[row] == labels.BASE_FORM and not word.clause.auxiliaries
    return bare and tree.deps[row] == labels.CONJUNCT and tree.pos[tree.heads[row]] in labels.VERBAL


def _is_let(verb: Word) -> bool:
    """Whether somebody only may do it: "which allows him to deny it"."""
    over = verb.tree.heads[verb.row]
    return verb.clause.is_infinitive and verb.at(over).is_one_of(verb.document.lexicon.factuality.enabling)


def _is_only_named(word: Word) -> bool:
    """Whether nobody did it: "there is no *denying* that …", "rather than *challenging* the claim"."""
    tree, row = word.tree, word.row
    if tree.tags[row] != labels.GERUND:
        return False
    instead = word.says(tree.heads[row], word.words.instead) and tree.deps[row] == labels.PREPOSED_CLAUSE
    beside = tree.deps[row] == labels.CONJUNCT and word.at(tree.heads[row]).child_of(word.words.instead) is not None
    return instead or beside or word.is_negated_phrase


def _is_in_vain(over: Word) -> bool:
    """Whether a word says of what hangs from it that it did not succeed: "*hard* to verify", "no *way* to", "not *possible* to"."""
    said = over.tree.child(over.row, *labels.PREDICATIVES)  # "it was not *possible* to verify it", hung from the verb
    if said is not None and over.tree.pos[over.row] in labels.VERBAL:
        told = over.at(said)
        return told.is_one_of(over.words.barely) or (told.is_one_of(over.words.feasible) and over.is_negated)
    negated = over.is_negated_phrase or over.at(over.tree.heads[over.row]).is_negated
    return over.is_one_of(over.words.barely) or (over.is_one_of(over.words.feasible) and negated)


def _is_to_come(over: Word) -> bool:
    """Whether it is told as to come, or of a condition: "there will be no *way* to verify it"."""
    clause = clause_over(over.tree, over.row)
    told = None if clause is None else over.at(clause.row).factuality.modality
    return told in {Modality.FUTURE, Modality.HYPOTHETICAL}


def _was_prevented(word: Word) -> bool:
    """Whether it is the purpose of what could not be done: "could not reach the site *to check* the claim"."""
    over = word.over
    purpose = word.clause.is_infinitive and word.clause.relation in _PURPOSES and over.row < word.row
    return purpose and over.is_negated and over.child_of(word.document.lexicon.factuality.ability_modals) is not None


def _neither_nor(word: Word) -> bool:
    """Whether the verb is joined to its opposite: "would neither confirm nor deny"."""
    tree, row = word.tree, word.row
    joined = [c for c in tree.children[row] if tree.deps[c] == labels.CONJUNCT]
    if tree.deps[row] == labels.CONJUNCT:
        joined.append(tree.heads[row])
    return word.is_negated and any(tree.lemmas[other] in word.words.stances_of_verb for other in joined)


_NOT_TAKEN: Final = (_neither_nor, _is_only_named)
