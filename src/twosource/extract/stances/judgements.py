"""Stances that say of a claim what it is worth: "is false", "no evidence that", "unconfirmed reports", "earlier reports"."""

from typing import Final

from twosource.extract.stances.stance import Rows, RuleTable, Stance, Target, Voice, Word
from twosource.extract.stances.targets import claim_target, clause_rows, is_clause, phrase_rows, target_of
from twosource.extract.stances.verbs import can_be_asked, holder_of, teller_of
from twosource.language import Clause, Row, labels
from twosource.model import MarkKind


def called_untrue(word: Word) -> Stance | None:
    """Somebody says that the claim is not so: "the report is false", "the charges do not accord with facts"."""
    words, tree = word.words, word.tree
    clause = _predicated(word)
    if clause is None or _proves(word.at(clause)):
        return None
    subject = Clause(tree, clause).own_subject
    if subject is None or not _can_be_untrue(word, subject):
        return None
    said_untrue = word.is_one_of(words.untrue) and not word.at(clause).is_negated
    not_true = word.is_one_of(words.true) and word.at(clause).is_negated
    if not said_untrue and not not_true:
        return None
    holder, voice = teller_of(word.at(clause))
    return _judged(
        word,
        "denied",
        word.at(clause).cue(word.row),
        target_of(word.at(clause), subject),
        holder,
        voice,
        told=True,
        by_party=True,
    )


def _predicated(word: Word) -> Row | None:
    """The clause that says a word of its subject: the verb over an adjective or noun; the verb itself."""
    tree, row = word.tree, word.row
    over = tree.heads[row]
    if tree.deps[row] in labels.PREDICATIVES:
        return over
    if tree.deps[row] == labels.PREPOSED and tree.heads[over] != over:
        return tree.heads[over] if tree.pos[tree.heads[over]] in labels.VERBAL else None
    return row if word.is_verbal else None


def _can_be_untrue(word: Word, subject: Row) -> bool:
    """Whether a subject is a claim, or points at one."""
    named = word.at(subject)
    if word.tree.pos[subject] in {"PRON", "DET"}:
        return (
            named.is_one_of(word.words.demonstratives)
            and word.tree.deps[word.tree.heads[subject]] not in labels.RELATIVE
        )
    return named.is_one_of(word.words.claims | word.words.numbers | word.words.mentioned)


def _proves(verb: Word) -> bool:
    return verb.is_one_of(verb.words.proving)


def proved_untrue(word: Word) -> Stance | None:
    """It turned out not to be so."""
    words, tree = word.words, word.tree
    if not word.is_verbal or word.is_negated:
        return None
    said = [word.row, *(c for c in tree.children[word.row] if tree.deps[c] in {"xcomp", "ccomp", "oprd"})]
    false = next((f for f in (word.at(over).child_of(words.untrue) for over in said) if f is not None), None)
    false = next((over for over in said[1:] if word.at(over).is_one_of(words.untrue)), None) if false is None else false
    if false is None or tree.pos[false] == "VERB":
        return None
    told = word.clause.subject
    claim = _verbless_claim(word) if told is None or not _can_be_untrue(word, told.row) else told.row
    return (
        None if claim is None else _judged(word, "corrected", word.cue(false), target_of(word, claim), None, "speaker")
    )


def _verbless_claim(word: Word) -> Row | None:
    """The claim that a sentence begins with whose verb was read as part of it: "A story about a boy *who … proved false*"."""
    root = next(row for row in word.sentence.rows if word.tree.heads[row] == row)
    return root if word.tree.pos[root] == "NOUN" and word.at(root).is_one_of(word.words.claims) else None


def put_as_untrue(word: Word) -> Stance | None:
    """Somebody calls the claim untrue: "called the accusation baseless"."""
    tree = word.tree
    if not word.is_verbal or word.is_negated:
        return None
    behind = [Row(r) for r in range(word.row + 1, tree.rights[word.row] + 1)]
    false = next((r for r in behind if word.at(r).is_one_of(word.words.untrue)), None)
    subject = [tree.child(word.row, *labels.PASSIVE_SUBJECTS)] if word.clause.is_passive else behind
    thing = next((r for r in subject if r is not None and r != false and _can_be_untrue(word, r)), None)
    if thing is None or false is None or (thing > false and not word.clause.is_passive):
        return None
    holder, voice = holder_of(word)
    return _judged(word, "denied", Rows(word.row, false), target_of(word, thing), holder, voice, by_party=True)


def untrue_claim(word: Word) -> Stance | None:
    """Somebody calls the claim untrue in naming it: "such groundless accusations"."""
    tree = word.tree
    noun = tree.heads[word.row]
    if (
        tree.deps[word.row] != "amod"
        or not word.is_one_of(word.words.untrue)
        or not word.at(noun).is_one_of(word.words.claims)
    ):
        return None
    over = word.document.clause_at(tree.starts[noun])
    holder, voice = (None, "speaker") if over is None else teller_of(word.at(over.row))
    target = claim_target(word.at(noun), noun)
    return _judged(word, "denied", Rows(word.row, noun), target, holder, voice, told=True, by_party=True)


def no_truth(word: Word) -> Stance | None:
    """Somebody says that there is no truth in it."""
    tree = word.tree
    behind = next((c for c in tree.children[word.row] if tree.deps[c] in labels.PREPOSITIONS), None)
    held = None if behind is None else tree.child(behind, labels.PREPOSED, "pcomp")
    return _denied_thing(word, held) if held is not None and tree.pos[word.row] == "NOUN" else None


def no_such_thing(word: Word) -> Stance | None:
    """Somebody says that there is no such thing."""
    noun = word.at(word.tree.heads[word.row])
    named = Target(content=Rows(noun.row, noun.row), reference=noun.row, searched=True)
    return _denied_thing(noun, None, named) if word.tree.pos[noun.row] == "NOUN" else None


def _denied_thing(word: Word, held: Row | None, named: Target | None = None) -> Stance | None:
    clause = word.document.clause_at(word.tree.starts[word.row])
    if clause is None or not word.is_negated_phrase:
        return None
    holder, voice = teller_of(word.at(clause.row))
    target = named if held is None else target_of(word, held)
    return _judged(word, "denied", Rows(word.tree.lefts[word.row], word.row), target, holder, voice, told=True)


def no_confirmation(word: Word) -> Stance | None:
    """There is said to be no confirmation or evidence of it."""
    words, tree = word.words, word.tree
    if (
        tree.pos[word.row] != "NOUN"
        or not word.is_one_of(words.proof | words.confirmations)
        or not word.is_negated_phrase
    ):
        return None
    clause = word.document.clause_at(tree.starts[word.row])
    verb = None if clause is None else word.at(clause.row)
    offered = verb is not None and (verb.is_one_of(words.offering) or verb.is_one_of(words.copulas))
    if verb is None or not offered:
        return None
    below = next(
        (c for c in tree.children[word.row] if tree.deps[c] in {*labels.RELATIVE, "ccomp"} and c > word.row), None
    )
    behind = next((c for c in tree.children[word.row] if c > word.row and tree.lemmas[c] in words.about), None)
    held = None if behind is None else tree.child(behind, labels.PREPOSED, "pcomp")
    if below is not None and tree.child(below, labels.MARKER) is not None:
        target: Target | None = Target(content=clause_rows(tree, below))
    elif held is not None:
        target = target_of(word, held)
    elif word.is_one_of(words.confirmations):
        target = Target(reference=word.row)
    else:
        return None
    if (
        target is not None
        and target.content is not None
        and word.is_one_of(words.proof)
        and below is None
        and not is_clause(tree, held or word.row)
    ):
        return None  # "no evidence of a break-in" tells what was not found
    holder, voice = teller_of(verb)
    return _judged(word, "unverified", Rows(tree.lefts[word.row], word.row), target, holder, voice)


def without_evidence(word: Word) -> Stance | None:
    """It is said without evidence for it."""
    words, tree = word.words, word.tree
    near = range(word.row + 1, min(tree.rights[word.row], word.row + 6) + 1)
    noun = next((Row(r) for r in near if word.at(Row(r)).is_one_of(words.proof)), None)
    over = word.document.clause_at(tree.starts[tree.heads[word.row]])
    if noun is None or over is None or tree.lemmas[over.row] not in words.saying or over.complement is None:
        return None
    return _judged(
        word, "unverified", Rows(word.row, noun), Target(content=clause_rows(tree, over.complement.row)), None, "outlet"
    )


def in_doubt(word: Word) -> Stance | None:
    """The claim is called unconfirmed or unproven."""
    tree = word.tree
    head = tree.heads[word.row]
    if tree.deps[word.row] in {"amod", "compound", "nmod"}:
        return _judged(word, "unverified", Rows(word.row, word.row), _of_report(word, head), None, "speaker")
    if tree.deps[word.row] in labels.PREDICATIVES and not word.at(head).is_negated:
        subject = Clause(tree, head).own_subject
        target = None if subject is None or not _can_be_untrue(word, subject) else target_of(word, subject)
        return _judged(word, "unverified", word.at(head).cue(word.row), target, None, "speaker")
    return None


def contested(word: Word) -> Stance | None:
    """The claim is called disputed."""
    tree = word.tree
    noun = tree.heads[word.row]
    if tree.deps[word.row] != "amod":
        return None
    if not word.at(noun).is_one_of(word.words.claims | word.words.numbers):
        return None
    target = _of_report(word, noun)
    return _judged(
        word, "disputed", Rows(word.row, word.row), target if target and target.content else None, None, "speaker"
    )


def _of_report(word: Word, noun: Row) -> Target | None:
    """What a claim says where it is the subject of its own verb: "unconfirmed reports *said the lock had burst*"."""
    tree = word.tree
    if not word.at(noun).is_one_of(word.words.claims | word.words.numbers | word.words.telling_nouns):
        return None
    verb = Clause(tree, tree.heads[noun])
    if tree.deps[noun] in labels.SUBJECTS and tree.lemmas[verb.row] in word.words.saying:
        if verb.complement is not None:
            return Target(content=clause_rows(tree, verb.complement.row))
        return None if verb.object is None else Target(content=Rows(tree.lefts[verb.object.row], tree.rights[verb.row]))
    if word.at(noun).is_one_of(word.words.telling_nouns):
        return Target(content=phrase_rows(tree, noun))
    found = claim_target(word.at(noun), noun)
    return found if found is not None and found.content is not None else None


def no_longer_told(word: Word) -> Stance | None:
    """It was told at first, and something else later."""
    words, tree = word.words, word.tree
    head = tree.heads[word.row]
    contrast = any(word.at(Row(r)).is_one_of(words.contrast) for r in range(word.row + 1, word.sentence.last))
    holder = _who_says_later(word) if contrast else None
    if tree.deps[word.row] == "amod" and word.at(head).is_one_of(words.claims | words.numbers):
        if not word.is_one_of(words.earlier) and not (contrast and word.is_one_of(words.at_first)):
            return None
        target = _of_report(word, head) if tree.deps[head] in labels.SUBJECTS else None
        return _judged(word, "corrected", Rows(word.row, head), target, holder, "outlet")
    verb = word.at(head)
    if not contrast or not word.is_one_of(words.at_first) or not verb.is_one_of(words.saying):
        return None
    below = tree.child(head, "ccomp", "xcomp", *labels.OBJECTS)
    if below is None:
        return None
    rows = clause_rows(tree, below) if is_clause(tree, below) else Rows(tree.lefts[below], tree.rights[below])
    return _judged(
        word,
        "corrected",
        Rows(Row(min(word.row, head)), Row(max(word.row, head))),
        Target(content=rows),
        holder,
        "outlet",
    )


def _who_says_later(word: Word) -> Row | None:
    """Who says what is set against it: "but *police* later said …"."""
    tree, words = word.tree, word.words
    behind = [Row(r) for r in range(word.row + 1, word.sentence.last)]
    contrast = next((r for r in behind if word.at(r).is_one_of(words.contrast)), word.row)
    said = (r for r in behind if r > contrast and word.at(r).is_one_of(words.saying) and word.at(r).is_verbal)
    subject = next((subject for r in said if (subject := Clause(tree, r).subject) is not None), None)
    return subject.row if subject is not None and can_be_asked(word, subject.row) else None


def provisional(word: Word) -> Stance | None:
    """It is told on condition that it proves so: "if true", "if the figure proves accurate"."""
    words, tree = word.words, word.tree
    if tree.deps[word.row] != labels.MARKER:
        return None
    condition = Clause(tree, tree.heads[word.row])
    told = condition.row if word.at(condition.row).is_one_of(words.true) else condition.predicative
    if told is None:
        told = tree.child(condition.row, "xcomp")
    subject = condition.own_subject
    bare = subject is None or word.at(subject).is_one_of(words.numbers)
    if told is None or not word.at(told).is_one_of(words.true) or not bare or condition.head is None:
        return None
    cue = Rows(word.row, Row(max(told, condition.row)))
    if subject is not None:
        return _judged(word, "unverified", cue, target_of(word, subject), None, "speaker")
    main = condition.head
    rows = clause_rows(tree, main)
    first = Row(max(rows.first, tree.rights[condition.row] + 1)) if condition.row < main else rows.first
    last = rows.last if condition.row < main else Row(min(rows.last, tree.lefts[condition.row] - 1))
    return _judged(word, "unverified", cue, Target(content=Rows(first, Row(max(first, last)))), None, "speaker")


JUDGEMENT_RULES: Final[RuleTable] = (
    (proved_untrue, ("proving",)),
    (put_as_untrue, ("putting",)),
    (called_untrue, ("untrue", "true")),
    (untrue_claim, ("untrue",)),
    (no_truth, ("truth",)),
    (no_such_thing, ("likened",)),
    (no_confirmation, ("proof", "confirmations")),
    (without_evidence, ("without",)),
    (in_doubt, ("in_doubt",)),
    (contested, ("contested",)),
    (no_longer_told, ("earlier", "at_first")),
    (provisional, ("if_words",)),
)


def _judged(
    word: Word,
    kind: MarkKind,
    cue: Rows,
    target: Target | None,
    holder: Row | None,
    voice: Voice,
    *,
    told: bool = False,
    by_party: bool = False,
) -> Stance | None:
    """A stance; with ``told`` only where somebody other than the outlet says it: else it is news and no denial."""
    if target is None:
        return None
    return Stance(
        kind=kind,
        sentence=word.sentence,
        cue=cue,
        target=target,
        holder=holder,
        voice=voice,
        by_party=by_party,
        told=told,
    )
