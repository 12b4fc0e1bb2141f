"""What is asked of an attribution whose words stand in no quotation marks, by name: ``reported`` weighs the answers."""

from collections.abc import Callable, Mapping
from typing import Final

from twosource.extract.attribution.passes.attributed import Attributed
from twosource.language import labels
from twosource.language.word_files import Words

Feature = Callable[[Attributed], bool]
_NEAR: Final = 8
_MARKS: Final = frozenset('"“”„«»‘') | {"''", "``"}


def is_passive(seen: Attributed) -> bool:
    """It is in the passive."""
    return seen.tree.child(seen.head, labels.PASSIVE_AUXILIARY) is not None


def of_several_unnamed(seen: Attributed) -> bool:
    """The source is a plural without an article: "experts"."""
    head, tree = seen.source_head, seen.tree
    return tree.form(head) == labels.PLURAL_NOUN and tree.child(head, labels.DETERMINING, labels.OWNER) is None


def with_that(seen: Attributed) -> bool:
    """A clause that "that" opens is what is said."""
    mark = seen.tree.child(seen.tree.child(seen.head, labels.CONTENT), labels.MARKER)
    return seen.tree.lemma(mark) in seen.lexicon.attribution.that


def with_somebody_to(seen: Attributed) -> bool:
    """Somebody is to do something: "asks drivers to wait"."""
    return any(seen.tree.tags[row] == labels.INFINITIVE_TO for row in seen.content[1:_NEAR]) and not seen.states


def with_question(seen: Attributed) -> bool:
    """What is said begins as a question: "whether", "why"."""
    openers = [row for row in seen.content[:1] if seen.tree.tags[row] in labels.QUESTION_WORDS]
    return bool(openers) or any(seen.tree.lowered[row] in seen.acts.asking_openers for row in seen.content[:1])


def quotes(seen: Attributed) -> bool:
    """Words in quotation marks stand in it."""
    return any(seen.tree.words[row] in _MARKS for row in seen.content)


def _kind(seen: Attributed) -> str | None:
    head = seen.source_head
    return None if head is None else seen.lexicon.source_nouns.kind_of(seen.tree.lemmas[head])


def _form(seen: Attributed) -> tuple[str, str]:
    """The source's part of speech, and that by form; "" where nobody is named."""
    head = seen.source_head
    return ("", "") if head is None else (seen.tree.pos[head], seen.tree.tags[head])


def _is_in(words: Callable[[Attributed], Words]) -> Feature:
    """Whether the cue's word is in a list."""
    return lambda seen: seen.lemma in words(seen)


def _hangs_by(relation: str) -> Feature:
    return lambda seen: seen.tree.deps[seen.head] == relation


def _has(*relations: str) -> Feature:
    return lambda seen: seen.tree.child(seen.head, *relations) is not None


FEATURES: Final[Mapping[str, Feature]] = {
    "says": _is_in(lambda seen: seen.frames.say),
    # It reports with a clause, and is none of saying: "believe", "show".
    "reports_a_clause": _is_in(lambda seen: seen.frames.other_clause),
    "aims_at": _is_in(lambda seen: seen.frames.aim),  # "plan to", "promise to"
    # Its object may be what is said or judged: "praise", "dismiss".
    "judges_it": _is_in(lambda seen: seen.frames.object),
    "is_no_word_listed": lambda seen: seen.lemma not in seen.told and seen.lemma not in seen.frames.according,
    "is_planned": _is_in(lambda seen: seen.acts.planning),  # "aims to", "is preparing"
    "is_wished": _is_in(lambda seen: seen.acts.wishing),  # "hopes to", "wants"
    "is_thought": _is_in(lambda seen: seen.acts.thinking),  # awaited or imagined: "expects", "wonders"
    # The writer, or who is quoted, speaks of what he himself thinks: "I thought the pier was open".
    "is_own": lambda seen: (
        len(seen.source) == 1 and seen.tree.lowered[seen.source[0]] in seen.lexicon.pronouns.first_person
    ),
    "appraises_it": _is_in(lambda seen: seen.acts.appraising),  # "criticised the plan"
    "requests_it": _is_in(lambda seen: seen.acts.requesting),  # "urged", "called for"
    "commits_to": _is_in(lambda seen: seen.acts.committing),  # "promised", "threatened"
    "believes_it": _is_in(lambda seen: seen.acts.believing),  # "believe", "suspect"
    "finds_out": _is_in(lambda seen: seen.acts.finding),  # "found", "revealed"
    "acts": _is_in(lambda seen: seen.acts.doing),  # as much a deed as a word: "ordered", "pronounced", "backed"
    "talks_of_it": _is_in(lambda seen: seen.acts.talking),  # "talked about", "hinted"
    "knows_it": _is_in(lambda seen: seen.acts.knowing),
    # "worth noting that"
    "of_nobody_in_the_active": lambda seen: not seen.source and not is_passive(seen),
    "is_shown_by_a_document": lambda seen: seen.lemma in seen.acts.finding and _kind(seen) == "document",
    # Persons or a body who have a noun or a name hold it to be so, now.
    "is_believed_by_somebody": lambda seen: (
        seen.lemma in seen.acts.believing and _kind(seen) in {"unnamed", "body"} and not seen.clause.is_past
    ),
    "is_perfect": lambda seen: any(seen.tree.lemmas[row] in seen.acts.having for row in seen.clause.auxiliaries),
    # The source's head is neither a noun nor a pronoun.
    "of_no_noun": lambda seen: _form(seen)[0] not in {"", *labels.NOMINAL},
    "is_past": lambda seen: seen.clause.is_past,
    # "family, believed killed"
    "is_bare_participle": lambda seen: (
        seen.tree.tags[seen.head] == labels.PAST_PARTICIPLE and not seen.clause.auxiliaries
    ),
    "is_infinitive": lambda seen: seen.clause.is_infinitive,
    "is_passive": is_passive,
    "is_modal": lambda seen: any(seen.tree.tags[row] == labels.MODAL for row in seen.clause.auxiliaries),
    "is_negated": _has(labels.NEGATION),
    "in_relative_clause": _hangs_by(labels.RELATIVE_CLAUSE),  # "engineers who worry about"
    "in_adverbial_clause": _hangs_by(labels.ADVERBIAL),
    "beside_another": _hangs_by(labels.CONJUNCT),
    "of_nobody": lambda seen: not seen.source,
    "of_a_pronoun": lambda seen: _form(seen)[0] == labels.PRONOUN,
    "of_a_relative": lambda seen: _form(seen)[1] in labels.RELATIVE_PRONOUNS,
    "of_a_person_named": lambda seen: seen.tree.kind_of_name(seen.source_head) == labels.PERSON,
    "of_a_body": lambda seen: _kind(seen) in {"body", "outlet"},
    "of_a_document": lambda seen: _kind(seen) == "document",
    # The source's noun is on no list, and no name.
    "of_a_thing": lambda seen: _form(seen)[0] == labels.NOUN and _kind(seen) is None,
    "of_several_unnamed": of_several_unnamed,
    "with_that": with_that,
    "with_clause": _has(labels.CONTENT),
    "with_infinitive": lambda seen: any(seen.tree.tags[row] == labels.INFINITIVE_TO for row in seen.content[:1]),
    "with_somebody_to": with_somebody_to,
    "with_question": with_question,
    "states_something": lambda seen: seen.states,
    "said_before": lambda seen: any(row < seen.head for row in seen.content[:1]),
    "has_quotes": quotes,
    "to_a_hearer": _has(labels.DIRECT_OBJECT, labels.INDIRECT_OBJECT),
}
"""In the order in which what they weigh is added."""
