"""How the words of those stand who do not vouch for what they tell: reportedly, is thought to, appeared to, it was unclear whether."""

from typing import Final

from twosource.extract.stances.shapes import held_behind
from twosource.extract.stances.stance import Reading, Rows, Shape, Word
from twosource.extract.stances.targets import claim_target, clause_rows, phrase_rows
from twosource.language import Clause, Row, labels
from twosource.language.factuality_own import consequence
from twosource.model import Modality

_OPEN_CLAUSES: Final = (*labels.COMPLEMENTS, labels.ADVERBIAL, labels.NOUN_CLAUSE)


def adverb(word: Word) -> Reading:
    """It stands beside a clause or in a phrase: "*reportedly* fled"."""
    tree, row = word.tree, word.row
    head = tree.heads[row]
    while tree.pos[head] == labels.AUXILIARY_VERB and tree.deps[head] in labels.AUXILIARIES:
        head = tree.heads[head]
    content = Rows(row, Row(word.sentence.last - 1)) if head == row else clause_rows(tree, head)
    if tree.deps[head] in {*labels.RELATIVE, labels.ADJECTIVAL}:
        content = Rows(row, content.last)
    return Reading(word=word, clause=head, content=content, cue=Rows(row, row))


def adverb_of_past(word: Word) -> Reading | None:
    """The same of what is told of the past: "*probably* fled"."""
    head = word.over
    past = head.clause.is_past and head.child_of(word.words.to_come, labels.AUXILIARY) is None
    return adverb(word) if past else None


def alleged(word: Word) -> Reading | None:
    """It stands before its noun: "the *alleged* theft"."""
    head = word.head
    if word.relation not in labels.MODIFIERS or word.row > head:
        return None
    return _hedged(word, Rows(word.row, phrase_rows(word.tree, head).last))


def suspected_of(word: Word) -> Reading | None:
    """Somebody is *suspected* of it."""
    active = word.clause.is_past and not word.clause.is_passive
    return None if active else _hedged(word, _suspected(word))


def suspicion(word: Word) -> Reading | None:
    """There is a *suspicion* of it, by whose clause it stands in."""
    if word.pos != labels.NOUN:
        return None
    content, target = _suspected(word), claim_target(word, word.row)
    content = target.content if content is None and target is not None else content
    over = word.document.clause_at(word.tree.starts[word.row])
    return _hedged(word, content, None if over is None else over.row)


def _suspected(word: Word) -> Rows | None:
    """What stands behind "of": a clause, or a phrase with the word before it."""
    tree, held = word.tree, held_behind(word, word.words.about)
    if held is None:
        return None
    return clause_rows(tree, held) if tree.pos[held] in labels.VERBAL else Rows(word.row, tree.rights[held])


def supposition(word: Word) -> Reading | None:
    """It is held for so by somebody: "is *thought* to have …"."""
    tree, row = word.tree, word.row
    behind_noun = tree.deps[row] in labels.RELATIVE and tree.child(row, *labels.ALL_SUBJECTS, labels.AUXILIARY) is None
    below = tree.child(row, *labels.SAID_BEHIND)
    behind_comma = tree.tags[row] in labels.PAST_FORMS and tree.word(row - 1) == ","
    participle = tree.tags[row] == labels.PAST_PARTICIPLE or behind_comma
    before_to = participle and tree.tags[row + 1 : row + 2] == (labels.INFINITIVE_TO,)
    passive = word.clause.is_passive or before_to or (behind_noun and tree.tags[row] in labels.PAST_FORMS)
    return _of_clause(word, below) if passive and not word.is_negated else None


def fear(word: Word) -> Reading | None:
    """Somebody *fears* or *suspects* that it is so."""
    below = word.tree.child(word.row, labels.CONTENT)
    if below is None or below < word.row or not word.is_told:
        return None
    return _hedged(word, clause_rows(word.tree, below))


def seeming(word: Word) -> Reading | None:
    """It only *seems* so to whoever tells it: not "appeared in court", "appears likely"."""
    tree = word.tree
    if not word.is_told or word.factuality.modality is not Modality.ACTUAL:
        return None
    below = tree.child(word.row, *labels.SAID_BEHIND)
    if below is None or word.says(below, word.words.foreseen):
        return None
    told = tree.deps[below] != labels.OPEN_COMPLEMENT or tree.pos[below] == labels.ADJECTIVE
    return _of_clause(word, below) if told or Clause(tree, below).is_infinitive else None


def only_claimed(word: Word) -> Reading | None:
    """It is only claimed: "the leak *claims* to expose …"."""
    below = word.tree.child(word.row, labels.OPEN_COMPLEMENT)
    if below is None or not Clause(word.tree, below).is_infinitive or not word.is_told:
        return None
    return _of_clause(word, below)


def open_question(word: Word) -> Reading | None:
    """Whether it is so is said not to be *known*: not "unclear who", "unknown why"."""
    over = word.head if word.relation in labels.PREDICATIVES else None
    return _hedged(word, _asked_whether(word), over) if _is_unknown(word) else None


def _is_unknown(word: Word) -> bool:
    if word.is_one_of(word.words.unclear):
        return True
    over = word.over if word.relation in labels.PREDICATIVES else word
    refusing, told = word.document.lexicon.factuality.refusing, over.factuality
    # "would not say whether"; the "if" of the question itself is no condition.
    supposed = told.modality is not Modality.ACTUAL and consequence.__name__ not in told.rules
    if supposed or _is_withheld(word) or any(word.says(row, refusing) for row in word.governors):
        return False
    return over.is_negated or word.is_negated or word.is_negated_phrase


def _is_withheld(word: Word) -> bool:
    """Whether somebody only does not say it: "the chief did not *say* whether"; not "cannot say"."""
    able = word.child_of(word.document.lexicon.factuality.ability_modals, labels.AUXILIARY) is not None
    active = word.is_verbal and not word.clause.is_passive and word.clause.own_subject is not None
    return active and not able and word.is_one_of(word.words.withheld)


def _asked_whether(word: Word) -> Rows | None:
    """The words behind "whether"; of "not *clear* that" too, but not of what is to come."""
    tree, row, words = word.tree, word.row, word.words
    for place in dict.fromkeys((row, word.head)):
        for below in (word.at(child) for child in tree.children[place] if child != row):
            marker = _marker_of(below, unsure=word.is_one_of(words.unsure))
            if below.relation in _OPEN_CLAUSES and marker is not None and marker > row:
                return Rows(Row(marker + 1), clause_rows(tree, below.row).last)
    behind = Row(row + 1)
    if behind + 1 < tree.rights[row] and tree.lowered[behind] in words.whether:  # its clause was read as a phrase
        return Rows(Row(behind + 1), tree.rights[row])
    return None


def _marker_of(below: Word, *, unsure: bool) -> Row | None:
    """The "whether" of a clause; behind words that are not sure its "that" too, but not of what is to come."""
    whether = below.child_of(below.words.whether)
    if whether is not None or not unsure or below.child_of(below.words.to_come, labels.AUXILIARY) is not None:
        return whether
    return below.child_of(below.words.complementizers, labels.MARKER)


def past_possibility(word: Word) -> Reading | None:
    """It is said to be possible that it happened: "*may* have been caused"; not leave, nor what is to come."""
    tree = word.tree
    verb = word.head
    if word.pos != labels.AUXILIARY_VERB or word.at(verb).is_negated:
        return None
    helper = next((c for c in tree.children[verb] if c > word.row and word.says(c, word.words.perfect)), None)
    if helper is None or helper > verb:
        return None
    return Reading(word=word, clause=verb, content=clause_rows(tree, verb), cue=Rows(word.row, helper))


SHAPES: Final[tuple[Shape, ...]] = (
    adverb,
    adverb_of_past,
    alleged,
    suspected_of,
    suspicion,
    supposition,
    fear,
    seeming,
    only_claimed,
    open_question,
    past_possibility,
)


def _hedged(word: Word, content: Rows | None, clause: Row | None = None) -> Reading | None:
    if content is None:
        return None
    return Reading(word=word, clause=word.row if clause is None else clause, content=content, cue=word.cue())


def _of_clause(word: Word, below: Row | None) -> Reading | None:
    """It is said of the clause behind it."""
    if below is None or below < word.row:
        return None
    return Reading(word=word, clause=word.row, content=_from_subject(word, below), cue=_with_to(word, below))


def _with_to(word: Word, below: Row) -> Rows:
    """The expression with the "to" behind it."""
    tree = word.tree
    cue = word.cue()
    to = next((c for c in tree.children[below] if tree.tags[c] == labels.INFINITIVE_TO), None)
    return Rows(cue.first, to) if to is not None and to == cue.last + 1 else cue


def _from_subject(word: Word, below: Row) -> Rows:
    """What is hedged, with the subject it is said of; without one that only stands for a noun ("who", "it")."""
    tree = word.tree
    rows = clause_rows(tree, below)
    subject = tree.child(word.row, *labels.ALL_SUBJECTS)
    if subject is None or tree.pos[subject] not in {labels.NOUN, labels.NAME}:
        return rows
    return Rows(phrase_rows(tree, subject).first, rows.last)
