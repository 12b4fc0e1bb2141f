"""What is asked of an attribution whose words stand in no quotation marks, one question a function: ``reported`` weighs the answers."""

from collections.abc import Callable
from typing import Final

from twosource.extract.attribution.passes.attributed import Attributed
from twosource.language import Row, labels

Feature = Callable[[Attributed], bool]
_OPENERS: Final = frozenset(labels.QUESTION_WORDS)


def says(seen: Attributed) -> bool:
    """Its word is one of saying."""
    return seen.lemma in seen.frames.say


def reports_a_clause(seen: Attributed) -> bool:
    """Its word reports with a clause, and is none of saying: "believe", "show"."""
    return seen.lemma in seen.frames.other_clause


def aims(seen: Attributed) -> bool:
    """Its word tells an intention: "plan to", "promise to"."""
    return seen.lemma in seen.frames.aim


def judges(seen: Attributed) -> bool:
    """Its word's object may be what is said or judged: "praise", "dismiss"."""
    return seen.lemma in seen.frames.object


def is_no_word_listed(seen: Attributed) -> bool:
    """No list of words that report has it."""
    return seen.lemma not in seen.told and seen.lemma not in seen.frames.according


def is_planned(seen: Attributed) -> bool:
    """It is a plan: "aims to", "is preparing"."""
    return seen.lemma in seen.acts.planning


def is_wished(seen: Attributed) -> bool:
    """It is a wish or a liking: "hopes to", "wants"."""
    return seen.lemma in seen.acts.wishing


def is_thought(seen: Attributed) -> bool:
    """It is awaited or imagined: "expects", "wonders"."""
    return seen.lemma in seen.acts.thinking


def appraises(seen: Attributed) -> bool:
    """It praises, blames or contradicts: "criticised the plan"."""
    return seen.lemma in seen.acts.appraising


def requests(seen: Attributed) -> bool:
    """It asks somebody for something: "urged", "called for"."""
    return seen.lemma in seen.acts.requesting


def commits(seen: Attributed) -> bool:
    """It binds who says it: "promised", "threatened"."""
    return seen.lemma in seen.acts.committing


def believes(seen: Attributed) -> bool:
    """It is held to be so: "believe", "suspect"."""
    return seen.lemma in seen.acts.believing


def finds_out(seen: Attributed) -> bool:
    """It is found or shown to be so: "found", "revealed"."""
    return seen.lemma in seen.acts.finding


def acts(seen: Attributed) -> bool:
    """It is as much a deed as a word: "ordered", "pronounced", "backed"."""
    return seen.lemma in seen.acts.doing


def talks(seen: Attributed) -> bool:
    """It is told that somebody speaks of it: "talked about", "hinted"."""
    return seen.lemma in seen.acts.talking


def knows(seen: Attributed) -> bool:
    """Somebody knows it, or comes to know it."""
    return seen.lemma in seen.acts.knowing


def is_shown_by_a_document(seen: Attributed) -> bool:
    """A document shows it."""
    return seen.lemma in seen.acts.finding and _kind(seen) == "document"


def is_believed_by_somebody(seen: Attributed) -> bool:
    """Persons or a body who have a noun or a name hold it to be so, now."""
    return seen.lemma in seen.acts.believing and _kind(seen) in {"unnamed", "body"} and not seen.clause.is_past


def is_perfect(seen: Attributed) -> bool:
    """It has been done: "has urged"."""
    return any(seen.tree.lemmas[row] in seen.acts.having for row in seen.clause.auxiliaries)


def is_past(seen: Attributed) -> bool:
    """It is told in the past tense."""
    return seen.clause.is_past


def is_bare_participle(seen: Attributed) -> bool:
    """It is a past participle without an auxiliary: "family, believed killed"."""
    return seen.tree.tags[seen.head] == labels.PAST_PARTICIPLE and not seen.clause.auxiliaries


def is_infinitive(seen: Attributed) -> bool:
    """It stands behind "to"."""
    return seen.clause.is_infinitive


def is_passive(seen: Attributed) -> bool:
    """It is in the passive."""
    return seen.tree.child(seen.head, labels.PASSIVE_AUXILIARY) is not None


def is_modal(seen: Attributed) -> bool:
    """It may, can, would or will be."""
    return any(seen.tree.tags[row] == labels.MODAL for row in seen.clause.auxiliaries)


def is_negated(seen: Attributed) -> bool:
    """It is negated."""
    return seen.tree.child(seen.head, labels.NEGATION) is not None


def in_relative_clause(seen: Attributed) -> bool:
    """It describes a noun: "engineers who worry about"."""
    return seen.tree.deps[seen.head] == labels.RELATIVE_CLAUSE


def in_adverbial_clause(seen: Attributed) -> bool:
    """It stands in a clause of time, reason or manner."""
    return seen.tree.deps[seen.head] == labels.ADVERBIAL


def beside_another(seen: Attributed) -> bool:
    """It is joined to another verb by "and"."""
    return seen.tree.deps[seen.head] == labels.CONJUNCT


def of_nobody(seen: Attributed) -> bool:
    """Nobody is named."""
    return not seen.source


def of_a_pronoun(seen: Attributed) -> bool:
    """The source is a pronoun."""
    return _source_is(seen, (labels.PRONOUN,))


def is_own(seen: Attributed) -> bool:
    """The writer, or who is quoted, speaks of what he himself thinks: "I thought the pier was open"."""
    return len(seen.source) == 1 and seen.tree.words[seen.source[0]].lower() in seen.lexicon.pronouns.first_person


def of_a_relative(seen: Attributed) -> bool:
    """The source is "who" or "which"."""
    head = seen.source_head
    return head is not None and seen.tree.tags[head] in labels.RELATIVE_PRONOUNS


def of_no_noun(seen: Attributed) -> bool:
    """The source's head is neither a noun nor a pronoun."""
    head = seen.source_head
    return head is not None and seen.tree.pos[head] not in labels.NOMINAL


def of_a_person_named(seen: Attributed) -> bool:
    """The source's head stands in a person's name."""
    head = seen.source_head
    entity = None if head is None else seen.tree.entity_at.get(head)
    return entity is not None and entity.label == labels.PERSON


def of_a_body(seen: Attributed) -> bool:
    """The source's noun is one of bodies or outlets."""
    return _kind(seen) in {"body", "outlet"}


def of_a_document(seen: Attributed) -> bool:
    """The source's noun is one of documents."""
    return _kind(seen) == "document"


def of_a_thing(seen: Attributed) -> bool:
    """The source's noun is on no list, and no name."""
    return _source_is(seen, (labels.NOUN,)) and _kind(seen) is None


def of_several_unnamed(seen: Attributed) -> bool:
    """The source is a plural without an article: "experts"."""
    head = seen.source_head
    bare = head is not None and seen.tree.child(head, labels.DETERMINING, labels.OWNER) is None
    return head is not None and bare and seen.tree.tags[head] == labels.PLURAL_NOUN


def with_that(seen: Attributed) -> bool:
    """A clause that "that" opens is what is said."""
    return _complement_mark(seen) in seen.lexicon.attribution.that


def with_clause(seen: Attributed) -> bool:
    """A clause is what is said."""
    return seen.tree.child(seen.head, labels.CONTENT) is not None


def with_infinitive(seen: Attributed) -> bool:
    """What is said begins with "to"."""
    return bool(seen.content) and seen.tree.tags[seen.content[0]] == labels.INFINITIVE_TO


def with_somebody_to(seen: Attributed) -> bool:
    """Somebody is to do something: "asks drivers to wait"."""
    return any(seen.tree.tags[row] == labels.INFINITIVE_TO for row in seen.content[1:_NEAR]) and not seen.states


_NEAR: Final = 8


def of_nobody_in_the_active(seen: Attributed) -> bool:
    """Nobody is named, and the verb is in the active: "worth noting that"."""
    return not seen.source and not is_passive(seen)


def with_question(seen: Attributed) -> bool:
    """What is said begins as a question: "whether", "why"."""
    first = seen.content[0] if seen.content else None
    return first is not None and (
        seen.tree.tags[first] in _OPENERS or seen.tree.words[first].lower() in seen.acts.asking_openers
    )


def states_something(seen: Attributed) -> bool:
    """What is said has a clause of its own."""
    return seen.states


def said_before(seen: Attributed) -> bool:
    """What is said stands before the cue."""
    return bool(seen.content) and seen.content[0] < seen.head


def quotes(seen: Attributed) -> bool:
    """Words in quotation marks stand in it."""
    return any(seen.tree.words[row] in _MARKS for row in seen.content)


_MARKS: Final = frozenset('"“”„«»‘') | {"''", "``"}


def to_a_hearer(seen: Attributed) -> bool:
    """Somebody is told: an object beside the clause."""
    return seen.tree.child(seen.head, labels.DIRECT_OBJECT, labels.INDIRECT_OBJECT) is not None


def _source_is(seen: Attributed, pos: tuple[str, ...]) -> bool:
    head = seen.source_head
    return head is not None and seen.tree.pos[head] in pos


def _kind(seen: Attributed) -> str | None:
    head: Row | None = seen.source_head
    return None if head is None else seen.lexicon.source_nouns.kind_of(seen.tree.lemmas[head])


def _complement_mark(seen: Attributed) -> str:
    clause = seen.tree.child(seen.head, labels.CONTENT)
    mark = None if clause is None else seen.tree.child(clause, labels.MARKER)
    return "" if mark is None else seen.tree.lemmas[mark]


FEATURES: Final[tuple[Feature, ...]] = (
    says, reports_a_clause, aims, judges, is_no_word_listed, is_planned, is_wished, is_thought, is_own,
    appraises, requests, commits, believes, finds_out, acts, talks, knows, of_nobody_in_the_active,
    is_shown_by_a_document, is_believed_by_somebody, is_perfect, of_no_noun, is_past, is_bare_participle,
    is_infinitive, is_passive, is_modal, is_negated, in_relative_clause, in_adverbial_clause, beside_another,
    of_nobody, of_a_pronoun, of_a_relative, of_a_person_named, of_a_body, of_a_document, of_a_thing,
    of_several_unnamed, with_that, with_clause, with_infinitive, with_somebody_to, with_question, states_something,
    said_before, quotes, to_a_hearer )  # fmt: skip
