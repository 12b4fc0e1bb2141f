"""Which way the words around a time look: back, ahead, or neither.

What a clause is told as (will, would, may, plans to) is asked of ``language.factuality``. The rules here are those of
times: days that are set, declared or waited for, and tenses. Each is a function whose docstring is its reason.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from twosource.extract.times.disambiguation import Sight
from twosource.extract.times.grammar import Atom
from twosource.extract.times.groups import DAYLIKE, Group
from twosource.language import labels
from twosource.language.clause import Clause
from twosource.language.factuality_own import purpose
from twosource.language.tree import Row, Tree
from twosource.language.words_times import TenseWords
from twosource.model import Factuality, Modality

Direction = Literal["past", "future", "open"]
LONGEST_CLIMB: Final = 12
TEMPORAL: Final = frozenset({labels.NOUN_AS_ADVERB, labels.TIME_AS_ADVERB})
COMPLEMENTS: Final = frozenset({*labels.PREDICATIVES, labels.OPEN_COMPLEMENT})
"""What a helper verb before it belongs to: "had been due to meet"."""
DETERMINING: Final = frozenset({labels.DETERMINING, labels.ADJECTIVAL, labels.NUMERIC})
BARE_TIMES: Final = TEMPORAL | {*labels.OBJECTS, *labels.PASSIVE_SUBJECTS}
MADE: Final = frozenset({*TEMPORAL, *labels.OBJECTS, *labels.PREDICATIVES, labels.APPOSITION, labels.PREPOSED})
"""By which "a day of rest" hangs from "declared Friday a day of rest", as parsers differ."""
AHEAD: Final = frozenset({Modality.FUTURE, Modality.PLANNED, Modality.WISHED})
UNSURE: Final = frozenset({Modality.POSSIBLE, Modality.ASKED, Modality.HYPOTHETICAL})


def direction_of(sight: Sight, group: Group, atom: Atom) -> Direction:
    """Which way the words around the time of a group look.

    ``atom`` is the expression that is read: for days things are set, while figures are told for longer times ("sales for April").
    """
    if _plan_right_before(sight, group):
        return "future"
    direction = _of_governor(sight, sight.row(group.base.start if group.base else group.start), atom)
    if not _waited_for(sight, group):
        return direction
    governor = _verb_over(sight.tree, sight.row(atom.start))
    ahead = direction == "open" or _put_off(sight, governor)
    if _reached(sight, atom, governor) or (direction == "past" and not ahead):
        return "open"
    return "future" if ahead else direction


def _plan_right_before(sight: Sight, group: Group) -> bool:
    """A plan right before a time: "set to resume Monday", and not "was set to resume Monday"."""
    before = sight.text[max(sight.tree.starts[0], group.start - 48) : group.start]
    return bool(sight.lexicon.tenses.plan_before.search(before))


def _waited_for(sight: Sight, group: Group) -> bool:
    """Words beside it say that it is an end or a beginning to wait for: "until", "at the earliest"."""
    words = sight.lexicon.tenses
    before = sight.text[max(sight.tree.starts[0], group.start - 24) : group.start]
    return bool(words.wait_before.search(before) or words.wait_behind.match(sight.text, group.end))


def _verb_over(tree: Tree, row: int) -> Row:
    while tree.heads[row] != row and tree.pos[row] not in labels.VERBAL:
        row = tree.heads[row]
    return Row(row)


def _put_off(sight: Sight, verb: Row) -> bool:
    """It is the time until which something was put off; not "had been put off until Monday"."""
    helpers = Clause(sight.tree, verb).auxiliaries
    before = any(_is_had(sight.tree, helper, sight.lexicon.tenses) for helper in helpers)
    return sight.tree.lemmas[verb] in sight.lexicon.tenses.putting_off and not before


def _reached(sight: Sight, atom: Atom, verb: Row) -> bool:
    """What was so by then had come about: "had 3,000 members by Sunday"; not "was told to leave by Sunday"."""
    words, tree = sight.lexicon.tenses, sight.tree
    reached = tree.lemmas[verb] in words.reached and tree.tags[verb] == labels.PAST
    return reached and sight.before(atom.start) in words.reached_by and not Clause(tree, verb).auxiliaries


@dataclass(frozen=True, slots=True)
class Placed:
    """A time in its tree."""

    sight: Sight  # the block in which it stands
    row: Row  # its token
    outer: Row  # the token over its determiners: what hangs from something else
    behind: Row | None  # the preposition before it, if it stands behind one
    verb: Row  # what it, or that preposition, hangs from; where that is an object, the verb over it

    @property
    def tree(self) -> Tree:
        """The block's tree."""
        return self.sight.tree

    @property
    def words(self) -> TenseWords:
        """The words of the language."""
        return self.sight.lexicon.tenses

    @property
    def hung(self) -> Row:
        """Where it begins: at its preposition, if it has one."""
        return self.outer if self.behind is None else self.behind

    @property
    def is_set_before_now(self) -> bool:
        """Whether the verb has "had" before it, or there is none."""
        helpers = Clause(self.tree, self.verb).auxiliaries
        return self.verb == self.outer or any(_is_had(self.tree, helper, self.words) for helper in helpers)


def _placed(sight: Sight, row: Row) -> Placed:
    tree, outer = sight.tree, row
    while tree.deps[outer] in DETERMINING and tree.heads[outer] != outer:
        outer = tree.heads[outer]
    head = tree.heads[outer]
    if tree.deps[outer] != labels.PREPOSED:
        return Placed(sight, row, outer, None, head)
    verb = tree.heads[head]
    return Placed(sight, row, outer, head, tree.heads[verb] if tree.deps[verb] in labels.OBJECTS else verb)


def planned_in_the_present(placed: Placed) -> bool:
    """Somebody plans it: "plans a march on Friday", but not "expects a loss after the fire on Friday"."""
    tree, verb = placed.tree, placed.verb
    if tree.lemmas[verb] not in placed.words.planned or tree.tags[verb] not in labels.PRESENT_FORMS:
        return False
    beside = Row((placed.row if placed.behind is None else placed.behind) - 1)
    return beside == verb or (tree.heads[beside] == verb and tree.deps[beside] in labels.OBJECTS)


def set_for_it(placed: Placed) -> bool:
    """Something was set for it: "called a strike for Friday"."""
    tree, verb = placed.tree, placed.verb
    if placed.behind is None or tree.lemmas[placed.behind] not in placed.words.setting_behind:
        return False
    held = any(tree.deps[c] in (*labels.OBJECTS, *labels.PASSIVE_SUBJECTS) for c in tree.children[verb])
    return held and tree.lemmas[verb] in placed.words.setting and not placed.is_set_before_now


def made_a_special_day(placed: Placed) -> bool:
    """It was declared a day of something; in "declared Friday a state of emergency" it is the day of declaring."""
    tree, verb = placed.tree, placed.verb
    if tree.lemmas[verb] not in placed.words.naming or tree.deps[placed.outer] not in BARE_TIMES:
        return False
    if placed.is_set_before_now:
        return False
    return any(tree.lemmas[row] in placed.words.named_as for row in _made(placed) if tree.deps[row] in MADE)


def _made(placed: Placed) -> Iterator[Row]:
    """What stands behind the day and hangs from it, from its verb, or from a preposition of these."""
    tree = placed.tree
    for over in (placed.verb, placed.outer):
        for child in tree.children[over]:
            if child > placed.outer:
                yield child
                if tree.deps[child] in labels.PREPOSITIONS:
                    yield from tree.children[child][:1]


def by_calendar(placed: Placed) -> bool:
    """Something takes place on it by a calendar: "the trial starts on Friday", "the hearing is on Friday"."""
    tree = placed.tree
    verb = tree.heads[placed.hung]
    clause = Clause(tree, verb)
    if tree.tags[verb] not in labels.PRESENT_FORMS or clause.auxiliaries or clause.own_subject is None:
        return False
    if tree.lemmas[verb] in placed.words.copulas:
        return clause.predicative is None and tree.pos[clause.own_subject] == labels.NOUN
    return tree.lemmas[verb] in placed.words.by_calendar


DAY_RULES: Final[tuple[Callable[[Placed], bool], ...]] = (
    planned_in_the_present,
    by_calendar,
    set_for_it,
    made_a_special_day,
)
"""By each of them a day lies ahead."""


@dataclass(frozen=True, slots=True)
class Told:
    """A verb over a time, with how its clause is told."""

    clause: Clause
    words: TenseWords
    factuality: Factuality

    @property
    def tree(self) -> Tree:
        """The block's tree."""
        return self.clause.tree

    @property
    def is_perfect(self) -> bool:
        """Whether it has the auxiliary of the perfect."""
        return any(self.tree.lemmas[helper] in self.words.perfect for helper in self.clause.auxiliaries)

    @property
    def is_negated(self) -> bool:
        """Whether "not" hangs from it."""
        return self.tree.child(self.clause.row, labels.NEGATION) is not None


def due_before_the_past(told: Told) -> bool:
    """It had been due then: "had been due to meet", "would have met", "may have left"."""
    tree, head = told.tree, told.clause.head
    if told.clause.is_infinitive and head is not None:
        over = (head, tree.heads[head]) if tree.deps[head] in COMPLEMENTS else (head,)
        return any(_is_had(tree, child, told.words) for row in over for child in tree.children[row])
    return told.is_perfect and told.factuality.modality is not Modality.ACTUAL and not _in_present(told)


def told_ahead(told: Told) -> bool:
    """It is told as something that will come, or that somebody plans or wants; what another thing was done for may be either."""
    return told.factuality.modality in AHEAD and purpose.__name__ not in told.factuality.rules


def may_come(told: Told) -> bool:
    """It may or would come: "would stay shut", "could resume"; not "would not say", "could hear", "could not return"."""
    tree = told.tree
    modals = {tree.lemmas[helper] for helper in told.clause.auxiliaries if tree.tags[helper] == labels.MODAL}
    if not modals or told.factuality.modality not in UNSURE:
        return False
    if modals & told.words.ability:
        return not told.is_negated and told.clause.lemma in told.words.could_come
    return not (told.is_negated and told.clause.lemma in told.words.refused)


def scheduled(told: Told) -> bool:
    """It was scheduled, expected or due: the participle of a plan."""
    tree, row = told.tree, told.clause.row
    linked = any(tree.lemmas[helper] in told.words.copulas for helper in told.clause.auxiliaries)
    return tree.lemmas[row] in told.words.planned_participles and (tree.tags[row] == labels.PAST_PARTICIPLE or linked)


def whenever_it_comes(told: Told) -> bool:
    """A clause of time or condition in the present: "when the court sits on Friday", "after the votes have been counted"."""
    tree = told.tree
    if told.clause.relation not in {labels.ADVERBIAL, *labels.RELATIVE} or not _in_present(told):
        return False
    return any(tree.lemmas[c] in told.words.whenever and c < told.clause.row for c in tree.children[told.clause.row])


def in_the_past(told: Told) -> bool:
    """It is told in the past tense, or the perfect."""
    return told.clause.is_past or told.is_perfect


VERB_RULES: Final[tuple[tuple[Callable[[Told], bool], Direction], ...]] = (
    (due_before_the_past, "past"),
    (told_ahead, "future"),
    (may_come, "future"),
    (scheduled, "future"),
    (whenever_it_comes, "future"),
    (in_the_past, "past"),
)
"""The first that holds decides; where none does, the verb looks neither way."""


def _of_governor(sight: Sight, row: Row, atom: Atom) -> Direction:
    """Which way the verb looks that governs a time; through a noun ("the strike on Monday") it can only look ahead."""
    placed = _placed(sight, row)
    if atom.kind in DAYLIKE and any(rule(placed) for rule in DAY_RULES):
        return "future"
    tree, through_noun = sight.tree, False
    if said_right_before(sight, row):
        return "past"
    for over in _climb(tree, tree.heads[row] if tree.pos[row] == labels.DETERMINER else row):
        if tree.pos[over] == labels.ADJECTIVE and tree.lemmas[over] in sight.lexicon.tenses.planned_adjectives:
            return "future"
        if tree.pos[over] in labels.VERBAL:
            found = _of_verb(sight, over)
            return "open" if through_noun and found == "past" else found
        head = tree.heads[over]
        through_noun |= tree.pos[head] in labels.NOUNS and tree.deps[head] not in TEMPORAL
    return "open"


def said_right_before(sight: Sight, row: Row) -> bool:
    """Whether a verb of saying in the past stands right before a time: "said on Sunday he would leave", whatever it hangs from."""
    tree, before = sight.tree, _placed(sight, row).hung - 1
    return tree.form(before) == labels.PAST and tree.lemma(before) in sight.lexicon.factuality.saying


def _climb(tree: Tree, row: Row) -> Iterator[Row]:
    """A token and those that it hangs from, outwards."""
    for _ in range(LONGEST_CLIMB):
        yield row
        if tree.heads[row] == row:
            return
        row = tree.heads[row]


def _of_verb(sight: Sight, row: Row) -> Direction:
    clause = Clause(sight.tree, row)
    told = Told(clause, sight.lexicon.tenses, sight.document.factuality_of(clause))
    return next((direction for rule, direction in VERB_RULES if rule(told)), "open")


def _in_present(told: Told) -> bool:
    return any(told.tree.tags[row] in labels.PRESENT_FORMS for row in (told.clause.row, *told.clause.auxiliaries))


def _is_had(tree: Tree, row: Row, words: TenseWords) -> bool:
    return tree.lemmas[row] in words.perfect and tree.tags[row] == labels.PAST
