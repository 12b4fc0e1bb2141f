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
    verb, over = word.over if _shares_its_verb(word) else word, next(iter(word.governors), None)
    if over is not None and word.says(over, word.words.carrying):  # "was *quick* to deny", "*continues* to deny"
        clause = clause_over(word.tree, over)
        verb = word if clause is None else word.at(clause.row)
    unsaid = reporting_of(word.reports) in {"denied", "not said"}
    if unsaid or _neither_nor(word) or _is_only_named(word) or _is_let(verb):
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
    bare = word.tag == labels.BASE_FORM and not word.clause.auxiliaries
    return bare and word.relation == labels.CONJUNCT and word.over.pos in labels.VERBAL


def _is_let(verb: Word) -> bool:
    """Whether somebody only may do it: "which allows him to deny it"."""
    return verb.clause.is_infinitive and verb.over.is_one_of(verb.document.lexicon.factuality.enabling)


def _is_only_named(word: Word) -> bool:
    """Whether nobody did it: "there is no *denying* that …", "rather than *challenging* the claim"."""
    if word.tag != labels.GERUND:
        return False
    instead = word.relation == labels.PREPOSED_CLAUSE and word.over.is_one_of(word.words.instead)
    beside = word.relation == labels.CONJUNCT and word.over.child_of(word.words.instead) is not None
    return instead or beside or word.is_negated_phrase


def _is_in_vain(over: Word) -> bool:
    """Whether a word says of what hangs from it that it did not succeed: "*hard* to verify", "no *way* to", "not *possible* to"."""
    said = over.tree.child(over.row, *labels.PREDICATIVES)  # "it was not *possible* to verify it", hung from the verb
    if said is not None and over.pos in labels.VERBAL:
        return over.says(said, over.words.barely) or (over.says(said, over.words.feasible) and over.is_negated)
    negated = over.is_negated_phrase or over.over.is_negated
    return over.is_one_of(over.words.barely) or (over.is_one_of(over.words.feasible) and negated)


def _is_to_come(over: Word) -> bool:
    """Whether it is told as to come, or of a condition: "there will be no *way* to verify it"."""
    clause = clause_over(over.tree, over.row)
    told = None if clause is None else over.at(clause.row).factuality.modality
    return told in {Modality.FUTURE, Modality.HYPOTHETICAL}


def _was_prevented(word: Word) -> bool:
    """Whether it is the purpose of what could not be done: "could not reach the site *to check* the claim"."""
    purpose = word.clause.is_infinitive and word.relation in _PURPOSES and word.head < word.row
    able = word.document.lexicon.factuality.ability_modals
    return purpose and word.over.is_negated and word.over.child_of(able) is not None


def _neither_nor(word: Word) -> bool:
    """Whether the verb is joined to its opposite: "would neither confirm nor deny"."""
    tree, stances = word.tree, word.words.stances_of_verb
    joined = [c for c in tree.children[word.row] if tree.deps[c] == labels.CONJUNCT]
    joined += [word.head] if word.relation == labels.CONJUNCT else []
    return word.is_negated and any(tree.lemmas[other] in stances for other in joined)
