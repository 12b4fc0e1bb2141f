"""Acts that look like reports: "the police are investigating a fire", "footage shows a boat" give nobody's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.language import labels
from twosource.language.lexicon import lexicon_of
from twosource.language.tree import Tree

_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_CLAUSES: Final = frozenset({"ccomp", "acl", "parataxis", "ROOT", "csubj", "pcomp"})
_PREDICATES: Final = frozenset({"oprd", "ccomp", "attr"})
_BESIDE: Final = frozenset({"as", "for", "on", "upon"})
_AS: Final = frozenset({"as"})
_WORDED: Final = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_SUPPOSING: Final = frozenset({"would", "could", "might", "may", "should"})
_ANYBODY: Final = frozenset({"some", "many", "one", "anybody", "who", "others"})
_ENDINGS: Final = ("s", "es", "d", "ed", "ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Acts:
    """The word lists, as sets of lemmas."""

    with_clause: frozenset[str]
    with_predicate: frozenset[str]
    believed: frozenset[str]
    told: frozenset[str]
    light: frozenset[str]
    sayable: frozenset[str]
    showing: frozenset[str]
    pictures: frozenset[str]
    of_people: frozenset[str]
    asking: frozenset[str]
    at_large: frozenset[str]
    perceiving: frozenset[str]
    with_particle: Mapping[str, frozenset[str]]


@cache
def _acts(language: str) -> _Acts:
    lexicon = lexicon_of(language)
    acts, words = lexicon.acts, lexicon.frames
    reporting = (
        words.clause | words.aim | words.object | words.passive | {verb for verb, _ in words.about} | acts.stance
    )
    return _Acts(
        with_clause=acts.with_clause,
        with_predicate=acts.with_predicate,
        believed=words.passive,
        told=reporting | words.nouns | acts.stance_words,
        light=acts.light,
        sayable=words.nouns | acts.stance_words,
        showing=acts.showing,
        pictures=acts.pictures | lexicon.source_nouns.recording,
        of_people=acts.of_people,
        asking=acts.asking,
        at_large=acts.at_large,
        perceiving=acts.perceiving,
        with_particle=acts.with_particle,
    )


def reports_an_act(tree: Tree, cue: range, content: Sequence[int], source: range, language: str) -> bool:
    """Whether an attribution of unquoted words tells what somebody did, and nothing that anybody said or thought.

    A clause that hangs from the cue, and a word of saying or of a stance in it, are somebody's word. Everything else is
    an act: to investigate, release, indict; to call the police; to find a body; a picture that shows; a notice to all.

    Args:
        tree: The block's tree.
        cue: The rows of the words that are taken for words of saying; not empty.
        content: The rows of what is taken to be said; in text order.
        source: The rows of who is taken to say it; may be empty.
        language: The code of the text's language.
    """
    acts = _acts(language)
    head = next((row for row in cue if tree.heads[row] not in cue or tree.heads[row] == row), cue[0])
    lemma = _lemma(tree, head, acts.told)
    if tree.pos[head] not in _WORDED:
        return False
    if (lemma in acts.asking and _to_all(tree, head, acts.at_large)) or _is_supposed(tree, head, source, acts):
        return True
    if not source and _is_told_by_facts(tree, head):
        return True
    if _only_perceives(tree, cue, acts) or _has_particle(tree, head, acts):
        return True
    if _has_clause(tree, content):
        return False
    shown = lemma in acts.showing and any(tree.lemmas[row] in acts.pictures for row in source)
    return shown or (lemma in acts.of_people and _of_people(tree, head)) or not _tells(acts, tree, head, cue, content)


def _only_perceives(tree: Tree, cue: range, acts: _Acts) -> bool:
    """Whether what happens is only seen or heard: "was lucky to see the boat pass", not "saw that it had passed"."""
    for row in cue:
        seen = tree.child(row, *labels.REPORTED) if tree.lemmas[row] in acts.perceiving else None
        if seen is not None and tree.tags[seen] in _TENSELESS and tree.child(seen, *_TENSED) is None:
            return True
    return False


# The tagger takes "prices fall" of "saw prices fall" for the present as often as for the bare form.
_TENSELESS: Final = frozenset({labels.BASE_FORM, labels.GERUND, labels.PRESENT_FORM})
_TENSED: Final = (*labels.AUXILIARIES, labels.MARKER)


def _has_particle(tree: Tree, head: int, acts: _Acts) -> bool:
    """Whether a particle makes another deed of the word: "showed off his skill"."""
    particle = tree.child(head, labels.PARTICLE)
    return particle is not None and tree.lemmas[particle] in acts.with_particle.get(tree.lemmas[head], frozenset())


def _tells(acts: _Acts, tree: Tree, head: int, cue: range, content: Sequence[int]) -> bool:
    """Whether a cue with no clause behind it is one of saying or of a stance."""
    lemma = _lemma(tree, head, acts.told)
    if content and tree.words[content[0]].lower() == "no":
        return lemma in acts.told  # "found no sign of a leak", "saw no need"
    said = tree.child(head, "dobj")
    if lemma in acts.light and said is not None and tree.lemmas[said] in acts.sayable:
        return True  # "issued a warning"
    if lemma in acts.with_predicate:
        return _has_predicate(tree, head, cue, content)
    if lemma in acts.with_clause:
        believed = lemma in acts.believed and tree.child(head, "auxpass") is not None
        return believed and tree.child(head, "xcomp") is not None
    return any(_lemma(tree, row, acts.told) in acts.told for row in cue)


def _lemma(tree: Tree, row: int, known: frozenset[str]) -> str:
    """The lemma; in headlines set in capitals that of the verb that a name may be ("Indicts")."""
    lemma = tree.lemmas[row]
    if tree.pos[row] != "PROPN" or lemma in known:
        return lemma
    word = tree.words[row].lower()
    forms = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
    return next((form for form in forms if form in known), lemma)


def _has_clause(tree: Tree, content: Sequence[int]) -> bool:
    """Whether what is said has a verb of its own: "that it was late", "how it began"; no clause that describes a noun."""
    for row in content:
        if tree.tags[row] in _FINITE:
            verb = tree.heads[row] if tree.deps[row] in {"aux", "auxpass"} else row
            if tree.deps[verb] in _CLAUSES:
                return True
    return False


def _has_predicate(tree: Tree, head: int, cue: range, content: Sequence[int]) -> bool:
    """Whether something is called something: "as a crime", "for calm", or two things side by side."""
    if any(tree.lemmas[row] == "as" and tree.deps[row] == "prep" for row in content):
        return True
    # "called for calm", not "called a meeting for noon"
    bare = tree.lemmas[head] == "call" and tree.child(head, "dobj") is None
    beside = _BESIDE if bare else _AS
    return any(
        (tree.lemmas[row] in beside and (tree.lemmas[row], tree.deps[row]) != ("as", "mark"))
        or tree.deps[row] in _PREDICATES
        for row in (*cue, *tree.children[head])
    )


def _of_people(tree: Tree, head: int) -> bool:
    """Whether the object of a verb is a person."""
    row = tree.child(head, "dobj")
    if row is None:
        return False
    entity = tree.entity_at.get(row)
    person = entity is not None and entity.label == "PERSON"
    return person or tree.pos[row] == "PRON" or tree.lexicon.source_nouns.kind_of(tree.lemmas[row]) == "unnamed"


def _is_supposed(tree: Tree, head: int, source: range, acts: _Acts) -> bool:
    """Whether words are nobody's yet: "What would she have thought?", "some might say", "so that he or she knows"."""
    told = {tree.lemmas[child] for child in tree.children[head] if tree.deps[child] == "aux"}
    words = {tree.words[row].lower() for row in source}
    if {"he", "or", "she"} <= words:
        return True
    if not told & _SUPPOSING:
        return False
    asked = tree.words[tree.sentences[tree.sentence_of[head]][1] - 1] == "?"
    return asked or any(tree.lemmas[row] in acts.at_large or tree.words[row].lower() in _ANYBODY for row in source)


def _is_told_by_facts(tree: Tree, head: int) -> bool:
    """Whether nothing but what was said before tells it: "…, which would suggest that the pier is safe"."""
    subject = tree.child(head, *labels.SUBJECTS)
    return subject is not None and tree.tags[subject] == labels.RELATIVE_DETERMINER


def _to_all(tree: Tree, head: int, at_large: frozenset[str]) -> bool:
    """Whether nobody in particular is asked, and nobody is named as asking."""
    subject = tree.child(head, "nsubjpass")
    return subject is not None and tree.child(head, "agent") is None and tree.lemmas[subject] in at_large
