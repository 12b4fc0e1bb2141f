"""What a predicate's own words say of it: that it was not so (``NEGATIONS``), and as what it is told (``MODALITIES``).

Every rule answers with the word it rests on; its docstring is the reason that is shown.
"""

from itertools import takewhile
from typing import Final

from twosource.language import labels
from twosource.language.clause import Clause
from twosource.language.level import Level, Rule, level_of
from twosource.language.phrase import nobody_in
from twosource.language.tree import Row
from twosource.language.word_files import Words
from twosource.model import Modality, Polarity


def negator(level: Level) -> Row | None:
    """The clause says "not", "never" or "hardly"."""
    tree, words = level.tree, level.words
    for child in level.children:
        if tree.lemmas[child] not in words.negators and tree.deps[child] != labels.NEGATION:
            continue
        beside = {tree.lemma(child + 1), *(tree.lemmas[c] for c in tree.children[child])}
        if words.not_denying.isdisjoint(beside) and not _until(level, child):
            return child
    predicative = tree.child(level.row, *labels.PREDICATIVES)
    if predicative is None or tree.pos[predicative] in labels.NOMINAL:
        return None
    return next((c for c in tree.children[predicative] if tree.lemmas[c] in words.negators and c < predicative), None)


def _until(level: Level, negating: Row) -> bool:
    """Whether "not … until Friday" stands, by which it did take place, on Friday."""
    ends = (*labels.PREPOSITIONS, labels.ADVERBIAL)
    tree = level.tree
    for child in level.children:
        marker = tree.child(child, labels.MARKER)
        said = tree.lemmas[child] if marker is None else tree.lemmas[marker]
        if tree.deps[child] in ends and child > negating and said in level.words.until:
            return True
    return False


def negative_phrase(level: Level) -> Row | None:
    """The clause says "no longer", "by no means" or the like."""
    tree, phrases = level.tree, level.words.phrases_by_word
    for child in level.children:
        first = tree.lefts[child]
        begun = phrases.get(tree.lowered[first])
        if begun is None or (tree.pos[child] not in {"ADV", "ADP"} and tree.deps[child] not in _IN_PHRASES):
            continue
        if any(tree.lowered[first : first + len(phrase)] == phrase for phrase in begun):
            return child
    return None


_IN_PHRASES: Final = frozenset({"advmod", *labels.PREPOSITIONS})


def nobody_takes_part(level: Level) -> Row | None:
    """Who did it, or to whom it was done, is nobody: "no arrests", "none of the crew", "neither driver"."""
    return nobody_in(level.negated_part)


def some_take_part(level: Level) -> Row | None:
    """It is said of some only: "not all of the crew", "few houses"."""
    found = level.negated_part
    return found[1] if found and found[0] is Polarity.PARTIAL else None


def neither_nor(level: Level) -> Row | None:
    """The clause is one of two that are joined by "neither … nor", or begins with "nor"."""
    tree, words = level.tree, level.words
    for row in (level.row, *(c for c in level.children if tree.deps[c] in labels.AUXILIARIES)):
        for child in tree.children[row]:
            joins = tree.lemmas[child] in words.joined_negators and tree.deps[child] in {"cc", "preconj", "advmod"}
            # "confirmed nor denied": a "nor" behind the predicate belongs to what follows.
            if joins and (child < level.row or level.word(child) in words.negative_determiners):
                return child
    if level.relation != labels.CONJUNCT:
        return None
    joining = (c for c in tree.children[level.head] if tree.deps[c] == "cc" and level.head < c < level.row)
    return next((c for c in joining if tree.lemmas[c] in words.joined_negators), None)


def turned_round(level: Level) -> Row | None:
    """The clause begins with "nor", "never" or the like, and its subject stands behind its auxiliary: "*never* had the dam been inspected".

    Read by the order of the words alone: the parser often takes the auxiliary for the verb.
    """
    tree, row = level.tree, level.row
    first, helping = tree.sentence(row)[0], _helping(level)
    close = {labels.PUNCTUATION, labels.VERB}
    before = takewhile(lambda at: tree.lemmas[at] in helping or tree.pos[at] not in close, range(row - 1, first, -1))
    helpers = (at for at in before if tree.lemmas[at] in helping)
    turned = ((at, opener) for at in helpers if (opener := _opener(level, at, first)) is not None)
    at, opener = next(turned, (row, None))
    subject = any(tree.pos[c] in labels.NOMINAL for c in range(at + 1, row))
    return opener if subject and not _is_said_besides(level) else None


def _is_said_besides(level: Level) -> bool:
    """Whether it only tells which one is meant, of whom something else is said: "Nor was the man *charged* there a nurse"."""
    tree, noun = level.tree, level.head
    over = tree.heads[noun]
    behind = (child for child in tree.children[over] if child > max(level.row, noun))
    return level.relation == labels.NOUN_CLAUSE and any(tree.pos[child] != labels.PUNCTUATION for child in behind)


def _helping(level: Level) -> Words:
    """Verbs that help another: "be", "have", "do" and modals."""
    words = level.words
    modals = words.possible_modals | words.future_modals | words.duty_modals | words.conditional_modals
    return words.copulas | words.perfect | words.helping | modals


def _opener(level: Level, at: int, first: int) -> Row | None:
    """Where the negative words begin that stand right before ``at`` and open the clause; None where none do."""
    tree = level.tree
    for phrase in level.words.openers:
        begin = at - len(phrase.split())
        opens = begin >= first and " ".join(tree.lowered[begin:at]) == phrase
        if opens and (begin == first or tree.pos[begin - 1] in {labels.PUNCTUATION, labels.COORDINATOR}):
            return Row(begin)
    return None


NEGATIONS: Final[tuple[Rule, ...]] = (negator, negative_phrase, nobody_takes_part, neither_nor, turned_round)


def question(level: Level) -> Row | None:
    """The sentence asks."""
    last = level.tree.sentence(level.row)[1] - 1
    return Row(last) if level.tree.words[last] == "?" else None


def indirect_question(level: Level) -> Row | None:
    """It is asked, or said not to be known, whether it is so."""
    found = level.child_by((labels.MARKER,), level.words.uncertain_conditions)
    if found is None and level.relation in labels.REPORTED and level.tree.lemmas[level.head] in level.words.questioning:
        found = level.child_by((labels.MARKER,), level.words.conditions)
    return found


def condition(level: Level) -> Row | None:
    """It is a condition: "if the dam fails"."""
    return level.child_by((labels.MARKER,), level.words.conditions)


def consequence(level: Level) -> Row | None:
    """It would follow from a condition."""
    for child in level.children:
        if level.tree.deps[child] == labels.ADVERBIAL:
            marker = level_of(level.tree, child, level.words).child_by((labels.MARKER,), level.words.conditions)
            if marker is not None and not _is_over(level):
                return marker
    return None


def _is_over(level: Level) -> bool:
    """Whether it is told as past, so that a condition beside it only doubts it: "has lost 40 men, if the count is right"."""
    unreal = level.words.future_modals | level.words.conditional_modals | level.words.possible_modals
    return Clause(level.tree, level.row).is_past or (is_perfect(level) and _modal(level, unreal) is None)


def nearly(level: Level) -> Row | None:
    """It did not quite happen."""
    return level.child_by(("advmod",), level.words.nearly_adverbs)


def possibly(level: Level) -> Row | None:
    """It is said to be possible: "may", "perhaps"."""
    modal = _modal(level, level.words.possible_modals)
    if modal is not None:
        modal = _modal(level, level.words.possible_modals - level.words.ability_modals)
    return modal if modal is not None else level.child_by(("advmod",), level.words.possible_adverbs)


def could(level: Level) -> Row | None:
    """It is said that it could be; "could not be reached" and "neither could be reached" tell that they were not."""
    modal = _modal(level, level.words.ability_modals)
    return None if modal is None or negator(level) is not None or nobody_takes_part(level) is not None else modal


def in_future(level: Level) -> Row | None:
    """It is said to come."""
    return _modal(level, level.words.future_modals)


def as_duty(level: Level) -> Row | None:
    """It is said that it should be; "must have" says that it is likely."""
    return _modal(level, level.words.duty_modals)


def future_in_past(level: Level) -> Row | None:
    """Somebody said that it would come."""
    modal = _modal(level, level.words.conditional_modals)
    if modal is None or level.relation not in labels.REPORTED or is_perfect(level):
        return None
    return modal


def conditional(level: Level) -> Row | None:
    """It would be so."""
    return _modal(level, level.words.conditional_modals)


def announced_infinitive(level: Level) -> Row | None:
    """A headline says that it is to come: "Mayor to close bridge"."""
    clause = Clause(level.tree, level.row)
    reported = level.relation in labels.REPORTED and level.tree.lemmas[level.head] in level.words.saying
    told = (level.relation == labels.ROOT or reported) and clause.own_subject is not None
    return next((c for c in clause.auxiliaries if level.tree.tags[c] == labels.INFINITIVE_TO), None) if told else None


def purpose(level: Level) -> Row | None:
    """It is what something was done for."""
    clause = Clause(level.tree, level.row)
    if level.relation != labels.ADVERBIAL:
        return None
    return next((c for c in clause.auxiliaries if level.tree.tags[c] == labels.INFINITIVE_TO), None)


def _modal(level: Level, modals: frozenset[str]) -> Row | None:
    """A modal of the predicate; where it is joined to another and has no auxiliary or subject of its own, of that one."""
    found = level.child_by(("aux",), modals)
    if found is not None or level.relation != labels.CONJUNCT:
        return found
    clause = Clause(level.tree, level.row)
    if clause.auxiliaries or clause.own_subject is not None or level.tree.tags[level.row] not in _SHARED_FORMS:
        return None
    return _modal(level_of(level.tree, level.head, level.words), modals)


_SHARED_FORMS: Final = frozenset({labels.BASE_FORM, labels.PAST_PARTICIPLE})


def is_perfect(level: Level) -> bool:
    """Whether the predicate has the auxiliary of the perfect: "have killed"."""
    return level.child_by(("aux",), level.words.perfect) is not None


MODALITIES: Final[tuple[tuple[Rule, Modality], ...]] = (
    (question, Modality.QUESTIONED),
    (indirect_question, Modality.QUESTIONED),
    (condition, Modality.HYPOTHETICAL),
    (consequence, Modality.HYPOTHETICAL),
    (nearly, Modality.NEARLY),
    (possibly, Modality.POSSIBLE),
    (could, Modality.POSSIBLE),
    (in_future, Modality.FUTURE),
    (as_duty, Modality.ASKED),
    (future_in_past, Modality.FUTURE),
    (conditional, Modality.HYPOTHETICAL),
    (announced_infinitive, Modality.FUTURE),
    (purpose, Modality.PLANNED),
)
"""The first that holds decides."""
