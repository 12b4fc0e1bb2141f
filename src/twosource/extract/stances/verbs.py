"""Stances that verbs take: deny, dispute, confirm, could not verify, retract."""

from collections.abc import Iterator
from typing import Final

from twosource.extract.stances.outcomes import took_place
from twosource.extract.stances.senses import IN_ANY_KIND, OTHER_SENSES, Use, is_claim
from twosource.extract.stances.stance import Rows, Stance, Target, Word
from twosource.extract.stances.targets import clause_rows, is_its_subject, target_of
from twosource.extract.stances.tellers import holder_of
from twosource.language import Clause, Row, labels
from twosource.language.words_stances import Limit, StanceVerb

_EXACT: Final[frozenset[Limit]] = frozenset({"exact"})
_OWN: Final[frozenset[Limit]] = frozenset({"own"})
_BY_SOMEBODY: Final[frozenset[Limit]] = frozenset({"by somebody"})


def taken_by_verb(word: Word) -> Stance | None:
    """The stance that a verb takes: deny, dispute, confirm, verify, retract; None where it says something else."""
    for use in _uses(word):
        target = _misread_clause(word) if word.is_misread else _former_number(use) or target_of(word, use.taken)
        if target is not None:
            return _taken_by_holder(use, target)
    return None


def _former_number(use: Use) -> Target | None:
    """The number that somebody corrects, where it stands behind: "corrected a figure: 85 people, *not 120*"."""
    tree, last = use.word.tree, use.word.sentence.last
    if use.kind != "corrected" or not use.object.is_one_of(use.word.words.numbers):
        return None
    aside = (Row(row) for row in range(use.taken + 1, last) if use.word.says(Row(row), use.word.words.aside))
    number = next((row + 1 for row in aside if row + 1 < last and tree.pos[row + 1] == labels.NUMERAL), None)
    return None if number is None else Target(content=Rows(Row(number), Row(number)))


def _uses(word: Word) -> Iterator[Use]:
    """The verb with what it takes, in the senses in which it takes a stance on that."""
    entries = word.words.stances_of_verb.get(word.tree.lemmas[word.row], ()) if word.is_verbal else ()
    done = took_place(word) if entries else None
    for entry in () if done is None else entries:
        kind, taken = entry.kind if done else entry.negated, _taken(word, entry)
        use = None if kind is None or taken is None else Use(word, entry, kind, taken)
        if use is not None and not any(unfit(use) for unfit in OTHER_SENSES.get(use.kind, IN_ANY_KIND)):
            yield use


def _taken_by_holder(use: Use, target: Target) -> Stance:
    holder, voice = holder_of(use.word)
    return Stance(
        kind=use.kind, sentence=use.word.sentence, cue=use.word.cue(), target=target, voice=voice, limits=_limits(use),
        holder=None if holder == use.taken else holder, reason=use.word.words.verb_reasons.get(use.kind, ""),
    )  # fmt: skip


def _limits(use: Use) -> frozenset[Limit]:
    if use.entry.own:
        return _OWN
    return _EXACT if use.entry.kind is None else _BY_SOMEBODY if use.kind == "denied" else frozenset()


def _misread_clause(word: Word) -> Target | None:
    """The clause behind a verb that the parser took for an adjective of its subject."""
    tree = word.tree
    over = tree.heads[word.head]
    return Target(content=Rows(Row(word.row + 1), clause_rows(tree, over).last)) if over > word.row else None


def _taken(word: Word, entry: StanceVerb) -> Row | None:
    """What the verb takes: its object, its clause, its passive subject, or the noun it hangs from."""
    named = frozenset({entry.object or ""})
    if entry.object and word.child_of(named, *labels.OBJECTS, *labels.PASSIVE_SUBJECTS) is None:
        return None
    if word.is_misread:
        return word.head
    if entry.into is not None:
        return _taken_into(word, entry.into)
    if entry.behind:
        return _behind(word, entry)
    return _passive_taken(word) if word.clause.is_passive else _active_taken(word)


def _active_taken(word: Word) -> Row | None:
    tree, thing = word.tree, word.tree.child(word.row, *labels.OBJECTS)
    complement = tree.child(word.row, labels.CONTENT, labels.OPEN_COMPLEMENT)
    that = _conjunction(word, thing, complement)
    if that is not None and that > word.row:
        return that  # "disputed *that* when …"
    if that is not None and word.relation in labels.RELATIVE:
        return word.head  # "charges *that* she denied"
    if thing is None and complement is None:
        return word.head if _is_reduced(word) else _taken_of_governor(word)
    if complement is None or word.says(thing, word.words.claims):
        return thing
    own = thing is None or thing > complement > word.row or is_its_subject(tree, complement, thing)
    return complement if own else thing


def _conjunction(word: Word, thing: Row | None, complement: Row | None) -> Row | None:
    """The "that" of a verb that takes nothing else, taken for a conjunction: of its own, or as its object."""
    if thing is None:
        return word.tree.child(word.row, labels.MARKER) if complement is None else None
    return thing if word.tree.pos[thing] == labels.SUBORDINATOR else None


def _is_reduced(word: Word) -> bool:
    """Whether it is a relative clause without a pronoun, right behind a noun for a claim: "an allegation *he denies*"."""
    subject = word.clause.own_subject
    right_behind = subject is not None and word.tree.lefts[subject] == word.head + 1
    claimed = word.says(word.head, word.words.claims | word.words.numbers | word.words.wholes)
    return right_behind and claimed and word.relation in labels.RELATIVE


def _taken_of_governor(word: Word) -> Row | None:
    """What "the number is impossible to check" speaks of."""
    hard = any(word.says(over, word.words.barely) for over in word.governors)
    if word.relation != labels.OPEN_COMPLEMENT and not hard:
        return None
    subject = word.clause.subject or (Clause(word.tree, word.governors[-1]).subject if word.governors else None)
    return subject.row if subject is not None and is_claim(word, subject.row) else None


def _behind(word: Word, entry: StanceVerb) -> Row | None:
    """What stands behind one of the verb's prepositions or particles."""
    tree, beside = word.tree, {*labels.OBJECTS, labels.ADJECTIVAL_COMPLEMENT}
    for place in (word.row, *(c for c in tree.children[word.row] if tree.deps[c] in beside)):
        found = word.at(place).child_of(entry.behind)
        if found is not None and found > word.row:
            held = tree.child(found, labels.PREPOSED, labels.PREPOSED_CLAUSE, *labels.OBJECTS)
            held = tree.child(word.row, *labels.OBJECTS) if held is None and entry.object is None else held
            if held is not None:
                return held
    return tree.child(word.row, *labels.PASSIVE_SUBJECTS) if entry.object is not None else None


def _taken_into(word: Word, noun: str) -> Row | None:
    """What is "called into *question*", where the verb's phrase has that noun."""
    into = any(phrase.lemma == noun for _, phrase in word.clause.obliques)
    return word.tree.child(word.row, *labels.PASSIVE_SUBJECTS, *labels.OBJECTS) if into else None


def _passive_taken(word: Word) -> Row | None:
    complement = word.tree.child(word.row, labels.CONTENT)
    subject = word.tree.child(word.row, *labels.PASSIVE_SUBJECTS, *labels.SUBJECTS)
    if subject is not None:
        return complement if complement is not None and word.says(subject, word.words.nobody) else subject
    if complement is not None:
        return complement
    if word.relation in labels.RELATIVE:
        return word.head
    shared = word.clause.subject if word.relation in {labels.OPEN_COMPLEMENT, labels.CONJUNCT} else None
    return None if shared is None else shared.row
