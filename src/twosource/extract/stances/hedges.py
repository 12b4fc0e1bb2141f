"""Stances of those who do not vouch for what they tell: reportedly, is thought to, appeared to, it was unclear whether."""

from typing import Final

from twosource.extract.stances.shapes import held_behind
from twosource.extract.stances.stance import Rows, RuleTable, Stance, Target, Voice, Word
from twosource.extract.stances.targets import claim_target, clause_rows, phrase_rows
from twosource.extract.stances.tellers import holder_of, teller_of
from twosource.language import Clause, Row, labels
from twosource.language.factuality_own import consequence
from twosource.model import Modality

_NEAR: Final = 8
"""Tokens that a phrase may run on behind its noun."""
_OPEN_CLAUSES: Final = (*labels.COMPLEMENTS, labels.ADVERBIAL, labels.NOUN_CLAUSE)


def reservation(word: Word) -> Stance | None:
    """The outlet tells it without vouching for it: "reportedly", "allegedly"."""
    return _adverb(word, "outlet")


def guess(word: Word) -> Stance | None:
    """Whoever tells it only guesses: "probably", "perhaps"."""
    tree = word.tree
    head = tree.heads[word.row]
    past = Clause(tree, head).is_past and word.at(head).child_of(word.words.to_come, labels.AUXILIARY) is None
    return _adverb(word, "speaker") if past else None


def alleged(word: Word) -> Stance | None:
    """The noun is hedged by its adjective: "the alleged theft"."""
    tree = word.tree
    head = tree.heads[word.row]
    before = tree.deps[word.row] in labels.MODIFIERS and word.row < head
    if not before:
        return None
    return _hedge(word, word.cue(), Rows(word.row, phrase_rows(tree, head).last), voice="outlet")


def suspected_of(word: Word) -> Stance | None:
    """Somebody is suspected of it."""
    past = word.clause.is_past and not word.clause.is_passive
    content = _suspected(word)
    if content is None or past or not word.is_one_of(word.words.hedged_of):
        return None
    holder, voice = _believing(word)
    return _hedge(word, word.cue(), content, holder=holder, voice=voice)


def suspicion(word: Word) -> Stance | None:
    """There is a suspicion of it."""
    if word.tree.pos[word.row] != labels.NOUN:
        return None
    content, target = _suspected(word), claim_target(word, word.row)
    content = target.content if content is None and target is not None else content
    if content is None:
        return None
    holder, voice = _suspecting(word)
    return _hedge(word, word.cue(), content, holder=holder, voice=voice)


def _suspected(word: Word) -> Rows | None:
    """What stands behind "of": a clause, or a phrase with the word before it."""
    tree, held = word.tree, held_behind(word, word.words.about)
    if held is None:
        return None
    return clause_rows(tree, held) if tree.pos[held] in labels.VERBAL else Rows(word.row, tree.rights[held])


def _suspecting(word: Word) -> tuple[Row | None, Voice]:
    """Who acts on a suspicion: the subject of the clause it stands in."""
    over = word.document.clause_at(word.tree.starts[word.row])
    return (None, "speaker") if over is None else holder_of(word.at(over.row))


def _believing(word: Word) -> tuple[Row | None, Voice]:
    """Who holds it for so: the agent, else who tells it."""
    agent = word.clause.agent
    return teller_of(word) if agent is None else (agent.row, "named")


def supposition(word: Word) -> Stance | None:
    """It is held for so by somebody, and not said to be known: "is thought to have …"."""
    tree, row = word.tree, word.row
    behind_noun = tree.deps[row] in labels.RELATIVE and tree.child(row, *labels.ALL_SUBJECTS, labels.AUXILIARY) is None
    below = tree.child(row, *labels.SAID_BEHIND)
    behind_comma = tree.tags[row] in labels.PAST_FORMS and row > 0 and tree.words[row - 1] == ","
    participle = tree.tags[row] == labels.PAST_PARTICIPLE or behind_comma
    before_to = participle and tree.tags[row + 1 : row + 2] == (labels.INFINITIVE_TO,)
    passive = word.clause.is_passive or before_to or (behind_noun and tree.tags[row] in labels.PAST_FORMS)
    if not passive or below is None or below < row or word.is_negated:
        return None
    holder, voice = _believing(word)
    return _hedge(word, _with_to(word, below), _from_subject(word, below), holder=holder, voice=voice)


def fear(word: Word) -> Stance | None:
    """Somebody fears or suspects that it is so."""
    below = word.tree.child(word.row, labels.CONTENT)
    if below is None or below < word.row or not word.is_verbal:
        return None
    if word.is_negated:
        return None
    holder, voice = holder_of(word)
    return _hedge(word, word.cue(), clause_rows(word.tree, below), holder=holder, voice=voice)


def seeming(word: Word) -> Stance | None:
    """It only seems so to whoever tells it: not "appeared in court", "appears likely"."""
    tree = word.tree
    if not word.is_verbal or word.is_negated or word.factuality.modality is not Modality.ACTUAL:
        return None
    below = tree.child(word.row, *labels.SAID_BEHIND)
    if below is None or below < word.row or (tree.deps[below] == labels.OPEN_COMPLEMENT and not _is_open(word, below)):
        return None
    if word.at(below).is_one_of(word.words.foreseen):
        return None
    holder, voice = teller_of(word)
    return _hedge(word, _with_to(word, below), _from_subject(word, below), holder=holder, voice=voice)


def _is_open(word: Word, below: Row) -> bool:
    return Clause(word.tree, below).is_infinitive or word.tree.pos[below] == labels.ADJECTIVE


def only_claimed(word: Word) -> Stance | None:
    """It is only claimed: "the leak claims to expose …"."""
    below = word.tree.child(word.row, labels.OPEN_COMPLEMENT)
    if not word.is_verbal or below is None:
        return None
    if not Clause(word.tree, below).is_infinitive or word.is_negated:
        return None
    return _hedge(word, _with_to(word, below), _from_subject(word, below), voice="outlet")


def open_question(word: Word) -> Stance | None:
    """Whether it is so is said not to be known: not "unclear who", "unknown why"."""
    content = _asked_whether(word) if _is_unknown(word) else None
    if content is None:
        return None
    predicated = word.tree.deps[word.row] in labels.PREDICATIVES
    holder, _ = holder_of(word.at(word.tree.heads[word.row]) if predicated else word) if word.is_verbal else (None, "")
    return _hedge(word, word.cue(), content, holder=holder, voice="outlet")


def _is_unknown(word: Word) -> bool:
    tree, words = word.tree, word.words
    if word.is_one_of(words.unclear):
        return True
    over = word.at(tree.heads[word.row]) if tree.deps[word.row] in labels.PREDICATIVES else word
    refused = any(word.at(row).is_one_of(word.document.lexicon.factuality.refusing) for row in word.governors)
    told = over.factuality  # "would not say whether"; the "if" of the question itself is no condition
    refused = refused or (told.modality is not Modality.ACTUAL and consequence.__name__ not in told.rules)
    return not refused and (over.is_negated or word.is_negated or word.is_negated_phrase)


def _asked_whether(word: Word) -> Rows | None:
    """The words behind "whether"."""
    tree, row, words = word.tree, word.row, word.words
    for place in dict.fromkeys((row, tree.heads[row])):
        for below in tree.children[place]:
            marker = word.at(below).child_of(words.whether)
            if tree.deps[below] in _OPEN_CLAUSES and below != row and marker is not None and marker > row:
                return Rows(Row(marker + 1), clause_rows(tree, below).last)
    behind = Row(row + 1)
    if behind + 1 < tree.rights[row] and tree.words[behind].lower() in words.whether:  # its clause was read as a phrase
        return Rows(Row(behind + 1), tree.rights[row])
    return None


def past_possibility(word: Word) -> Stance | None:
    """It is said to be possible that it happened: "may have been caused"; not leave, nor what is to come."""
    tree = word.tree
    verb = tree.heads[word.row]
    if tree.pos[word.row] != labels.AUXILIARY_VERB or word.at(verb).is_negated:
        return None
    helper = next((c for c in tree.children[verb] if c > word.row and word.at(c).is_one_of(word.words.perfect)), None)
    if helper is None or helper > verb:
        return None
    return _hedge(word, Rows(word.row, helper), clause_rows(tree, verb), voice="speaker")


HEDGE_RULES: Final[RuleTable] = (
    (reservation, ("outlet_hedges",)),
    (guess, ("guesses",)),
    (suspected_of, ("hedged_of",)),
    (suspicion, ("suspicions",)),
    (supposition, ("supposing",)),
    (fear, ("fearing",)),
    (seeming, ("seeming",)),
    (only_claimed, ("asserting",)),
    (open_question, ("unclear", "clear", "undisclosed")),
    (past_possibility, ("past_modals",)),
    (alleged, ("hedging_adjectives",)),
)


def _hedge(word: Word, cue: Rows, content: Rows, *, holder: Row | None = None, voice: Voice) -> Stance:
    return Stance(
        kind="hedged", sentence=word.sentence, cue=cue, target=Target(content=content), holder=holder, voice=voice
    )


def _adverb(word: Word, voice: Voice) -> Stance:
    """The adverb's own clause, or the phrase that it stands in."""
    tree, row = word.tree, word.row
    head = tree.heads[row]
    while tree.pos[head] == labels.AUXILIARY_VERB and tree.deps[head] in labels.AUXILIARIES:
        head = tree.heads[head]
    cue = Rows(row, row)
    if head == row:
        return _hedge(word, cue, Rows(row, Row(word.sentence.last - 1)), voice=voice)
    content = clause_rows(tree, head)
    if tree.deps[head] in {*labels.RELATIVE, labels.ADJECTIVAL}:
        content = Rows(row, content.last)
    return _hedge(word, cue, content, voice=voice)


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
