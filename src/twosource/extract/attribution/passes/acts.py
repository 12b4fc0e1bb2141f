"""Acts that look like reports: "the police are investigating a fire", "footage shows a boat" give nobody's words.

Each rule says of an attribution of unquoted words whether it tells what somebody did, or what happened, and nothing
that anybody said or thought. ``ALWAYS`` are asked whatever stands in the words, ``BARE`` where no clause stands in
them: a clause that hangs from the cue, and a word of saying or of a stance in it, are somebody's word.
"""

from collections.abc import Callable
from typing import Final

from twosource.extract.attribution.passes.attributed import Attributed
from twosource.extract.attribution.passes.report_features import with_question
from twosource.language import labels

Rule = Callable[[Attributed], bool]


def act_of(seen: Attributed) -> Rule | None:
    """The rule by which an attribution of unquoted words is an act; None where it is somebody's word."""
    if not seen.has_word:
        return None
    rules = ALWAYS if seen.states else (*ALWAYS, *BARE)
    return next((rule for rule in rules if rule(seen)), None)


def part_of_a_title(seen: Attributed) -> bool:
    """The word of saying is a word of a name: "his book The Quay Said No". In a line of capitals it may be one all the same."""
    tree, head = seen.tree, seen.head
    if not tree.words[head].istitle() or not 0 < head < len(tree) - 1:
        return False
    first, stop = tree.sentence(head)
    telling = [tree.words[row] for row in range(first + 1, stop) if tree.pos[row] in _TELLERS | {labels.ADJECTIVE}]
    line = sum(word.istitle() for word in telling) * 2 > len(telling)
    return not line and tree.words[head - 1].istitle() and tree.words[head + 1].istitle()


def notice_to_all(seen: Attributed) -> bool:
    """Nobody in particular is asked, and nobody is named as asking: "Anyone with information is asked to call"."""
    subject = seen.tree.child(seen.head, labels.NOMINAL_PASSIVE_SUBJECT)
    asked = seen.lemma in seen.acts.asking and seen.clause.agent is None
    return asked and seen.tree.lemma(subject) in seen.acts.at_large


def asked_by_nobody(seen: Attributed) -> bool:
    """A question is told, and nobody is named who put it: "*Asked* whether she would stay, Holm laughed"."""
    return not seen.source and seen.lemma in seen.acts.asking and seen.clause.agent is None


def document_does(seen: Attributed) -> bool:
    """What a document does is told by no word of saying: "the law will introduce a duty", "forecasts cover growth"."""
    document = seen.source_head is not None and seen.lexicon.source_nouns.kind_of(seen.tree.lemmas[seen.source_head])
    return document == "document" and not any(seen.lemma_of(row) in seen.told for row in seen.cue)


def only_supposed(seen: Attributed) -> bool:
    """It is nobody's word yet: "What would she have thought?", "What has the mayor said about it?", "some might say"."""
    tree, acts, aids = seen.tree, seen.acts, seen.clause.auxiliaries
    if tree.words[tree.sentence(seen.head)[1] - 1] == "?" and tree.deps[seen.head] == labels.ROOT and aids:
        return any(tree.lemmas[row] in acts.supposing for row in aids) or aids[0] < (seen.source or seen.cue)[0]
    anybody = acts.at_large | acts.anybody
    supposed = any(tree.lemmas[row] in acts.supposing for row in aids)
    return supposed and any({tree.lemmas[row], tree.lowered[row]} & anybody for row in seen.source)


def of_anybody(seen: Attributed) -> bool:
    """It is told of whoever does so: "anyone who calls himself a sailor"."""
    tree, verb, over = seen.tree, seen.head, seen.tree.heads[seen.head]
    relative = len(seen.source) == 1 and tree.tags[seen.source[0]] in labels.RELATIVE_PRONOUNS
    anybody = tree.pos[over] == labels.PRONOUN and tree.lemmas[over] in seen.acts.at_large | seen.acts.anybody
    return relative and anybody and tree.deps[verb] == labels.RELATIVE_CLAUSE


def only_perceived(seen: Attributed) -> bool:
    """What happens is only seen or heard: "was lucky to see the boat pass", not "saw that it had passed"."""
    tree = seen.tree
    for row in seen.cue:
        met = tree.child(row, *labels.REPORTED) if tree.lemmas[row] in seen.acts.perceiving else None
        if tree.form(met) in _TENSELESS and tree.child(met, *_TENSED) is None:
            return True
    return False


# The tagger takes "prices fall" of "saw prices fall" for the present as often as for the bare form.
_TENSELESS: Final = frozenset({labels.BASE_FORM, labels.GERUND, labels.PRESENT_FORM})
_TENSED: Final = (*labels.AUXILIARIES, labels.MARKER)


def another_deed(seen: Attributed) -> bool:
    """A particle or an object makes another deed of the word: "showed off his skill", "claimed 12 lives"."""
    tree, head = seen.tree, seen.head
    ways = ((seen.acts.with_particle, (labels.PARTICLE,)), (seen.acts.with_object, labels.OBJECTS))
    beside = ((deeds.get(tree.lemmas[head], ()), tree.child(head, *relations)) for deeds, relations in ways)
    return any(tree.lemma(row) in words for words, row in beside)


def puts_to_others(seen: Attributed) -> bool:
    """A thing is put to others, and no word: "added a third goal"."""
    tree, put = seen.tree, seen.tree.child(seen.head, labels.DIRECT_OBJECT)
    if seen.lemma not in seen.acts.adding or put is None or tree.child(seen.head, *labels.REPORTED) is not None:
        return False
    return tree.lemmas[put] not in seen.frames.nouns | seen.acts.stance_words


def seems_so(seen: Attributed) -> bool:
    """It is what its subject seems to be, and nobody's word: "the wall appears to lean", not "she appeared to say"."""
    tree, head = seen.tree, seen.head
    told = {
        tree.lemma(tree.child(head, labels.OPEN_COMPLEMENT)),
        *(seen.lemma_of(row) for row in seen.cue if row != head),
    }
    return seen.lemma in seen.frames.seeming and told.isdisjoint(seen.told)


def awaits_anybody(seen: Attributed) -> bool:
    """It awaits whoever comes: "visitors can expect a show"."""
    able = any(seen.tree.lemmas[row] in seen.acts.able for row in seen.clause.auxiliaries)
    return able and seen.lemma in seen.acts.awaiting


def is_told_to(seen: Attributed) -> bool:
    """Who is told to do something, and by nobody who is named: "with staff told to stay", "residents warned to leave"."""
    to = bool(seen.content) and seen.tree.tags[seen.content[0]] == labels.INFINITIVE_TO
    hearer = seen.tree.child(seen.head, labels.DIRECT_OBJECT, labels.INDIRECT_OBJECT)
    return to and bool(seen.source) and seen.lemma in seen.acts.instructing and hearer is None


def named_by_nobody(seen: Attributed) -> bool:
    """It has a name, and nobody is told of who gave it: "was once called Norvale Rope"."""
    passive = seen.tree.child(seen.head, labels.PASSIVE_AUXILIARY) is not None and not seen.source
    name = seen.tree.part(seen.tree.child(seen.head, labels.OBJECT_PREDICATIVE)) == labels.NAME
    return passive and name and seen.lemma in seen.acts.naming


def only_concedes(seen: Attributed) -> bool:
    """The writer goes on from his own words: "That said, the ferry was late"."""
    tree, first = seen.tree, seen.source[:1]
    that = [tree.lowered[row] for row in seen.source] == [tree.lowered[row] for row in first]
    opens = (
        bool(first)
        and first[0] == tree.sentence(seen.head)[0]
        and tree.lowered[first[0]] in seen.lexicon.attribution.that
    )
    return that and opens and seen.lemma in seen.frames.say and tree.word(seen.cue[-1] + 1) == ","


def found_on_coming(seen: Attributed) -> bool:
    """Who comes upon it sees that it is so: "when the crew arrived, they found that it had sunk"."""
    tree, head = seen.tree, seen.head
    if seen.lemma not in seen.acts.discovering:
        return False
    came = any(
        tree.lemmas[row] in seen.acts.coming for row in tree.children[head] if tree.deps[row] == labels.ADVERBIAL
    )
    on = [row for row in tree.children[head] if tree.deps[row] == labels.PREPOSITION]
    return came or any(tree.lemma(tree.child(row, labels.PREPOSED)) in seen.acts.arrivals for row in on)


def goes_by_a_measure(seen: Attributed) -> bool:
    """It goes by a measure, and on nobody's word: "went according to plan", "sorted according to size"."""
    bare = len(seen.source) == 1 and seen.tree.lemmas[seen.source[0]] in seen.acts.measures
    return bare and seen.tree.lowered[seen.head] in seen.frames.according


def only_enabled(seen: Attributed) -> bool:
    """Somebody is let do so, and has not done it yet: "allows sailors to say that they are safe"."""
    return seen.clause.is_infinitive and seen.tree.lemmas[seen.tree.heads[seen.head]] in seen.acts.letting


def clause_of_no_report(seen: Attributed) -> bool:
    """A clause stands in it that no word of saying governs: "cars lined the quay and the crews were there"."""
    listed = seen.told | seen.acts.with_predicate | seen.acts.noticing
    if not seen.states or any(seen.lemma_of(row) in listed for row in seen.cue):
        return False
    tree = seen.tree
    opened = tree.lowered[seen.content[0]] in seen.lexicon.attribution.that or with_question(seen)
    said = any(tree.lemmas[row] in seen.frames.nouns | seen.acts.stance_words for row in seen.content)
    governed = tree.child(seen.head, labels.CONTENT, labels.CLAUSE_AS_SUBJECT) is not None
    return tree.pos[seen.head] in _TELLERS and not (opened or said or governed)


_TELLERS: Final = frozenset({labels.VERB, labels.NOUN, labels.AUXILIARY_VERB})


def picture(seen: Attributed) -> bool:
    """A recording shows it: "footage shows a boat"."""
    pictures = seen.acts.pictures | seen.lexicon.source_nouns.recording
    return seen.lemma in seen.acts.showing and any(seen.tree.lemmas[row] in pictures for row in seen.source)


def no_word_of_saying(seen: Attributed) -> bool:
    """No word of saying or of a stance stands in it: to investigate, release, indict, call the police, find a body."""
    return not next(tells(seen) for asks, tells in _TELLING if asks(seen))


def _finds_none(seen: Attributed) -> bool:
    """What is found, seen or offered is none: "found no sign of a leak"."""
    return bool(seen.content) and seen.tree.words[seen.content[0]].lower() in seen.acts.none


def _says_its_object(seen: Attributed) -> bool:
    """The object is what is said: "issued a warning"."""
    said = seen.tree.lemma(seen.tree.child(seen.head, labels.DIRECT_OBJECT))
    return seen.lemma in seen.acts.light and said in seen.frames.nouns | seen.acts.stance_words


def _has_predicate(seen: Attributed) -> bool:
    """Something is called something: "as a crime", "for calm", or two things side by side."""
    tree, acts, head = seen.tree, seen.acts, seen.head
    if any(tree.lemmas[row] in acts.as_ and tree.deps[row] == labels.PREPOSITION for row in seen.content):
        return True
    # "called for calm", not "called a meeting for noon"
    bare = tree.lemmas[head] in acts.calling and tree.child(head, labels.DIRECT_OBJECT) is None
    rows = (*seen.cue, *tree.children[head])
    as_ = any(tree.lemmas[row] in acts.as_ and tree.deps[row] != labels.MARKER for row in rows)
    beside = bare and any(tree.lemmas[row] in acts.beside_call - acts.as_ for row in rows)
    return as_ or beside or any(tree.deps[row] in _PREDICATES for row in rows)


_PREDICATES: Final = frozenset({labels.OBJECT_PREDICATIVE, labels.CONTENT, labels.ATTRIBUTE})


def _is_believed(seen: Attributed) -> bool:
    """It is what somebody or something is believed to do: "is thought to be hiding"."""
    tree, head = seen.tree, seen.head
    believed = seen.lemma in seen.frames.passive and tree.child(head, labels.PASSIVE_AUXILIARY) is not None
    return believed and tree.child(head, labels.OPEN_COMPLEMENT) is not None


_TELLING: Final[tuple[tuple[Rule, Rule], ...]] = (
    (_finds_none, lambda seen: seen.lemma in seen.told),
    (_says_its_object, lambda _: True),
    (lambda seen: seen.lemma in seen.acts.with_predicate, _has_predicate),
    (lambda seen: seen.lemma in seen.acts.with_clause, _is_believed),
    (lambda _: True, lambda seen: any(seen.lemma_of(row) in seen.told for row in seen.cue)),
)
"""Of which words it is asked, and whether they tell something; the first that is asked decides."""

ALWAYS: Final[tuple[Rule, ...]] = (
    part_of_a_title,
    notice_to_all,
    asked_by_nobody,
    document_does,
    only_supposed,
    of_anybody,
    only_perceived,
    another_deed,
    puts_to_others,
    seems_so,
    awaits_anybody,
    is_told_to,
    named_by_nobody,
    only_concedes,
    found_on_coming,
    goes_by_a_measure,
    only_enabled,
    clause_of_no_report,
)
BARE: Final[tuple[Rule, ...]] = (picture, no_word_of_saying)
