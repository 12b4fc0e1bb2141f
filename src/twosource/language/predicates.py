"""Under which name a deed is kept, whatever word is used for it: "was taken into custody", "apprehended", "nabbed"."""

from dataclasses import dataclass
from typing import Final

from twosource.language import labels
from twosource.language.lexicon import PredicateWords
from twosource.language.tree import Row, Tree

SHORT_BE: Final = frozenset({"'s", "’s", "'re", "’re"})
"""Forms of "be" that the parser may give another lemma."""
_SAID_OF: Final = ("dobj", *labels.PREDICATIVES)


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause tells, under one name for all words for it."""

    # The deed's name in the language's table, or the verb's lemma, with its object where the verb alone says nothing
    # ("make arrest"); "" for verbs of saying, and for verbs that say nothing.
    deed: str
    words: str  # the lemmas by which it was found
    wordings: tuple[str, ...] = ()  # all that ``wordings_of`` gives


NO_PREDICATE: Final = Predicate("", "")


def predicate_of(tree: Tree, row: Row, words: PredicateWords) -> Predicate:
    """The name of the deed that a verb tells, or "be" with what is said of its subject.

    ``NO_PREDICATE`` for verbs of saying and thinking, and for verbs that say nothing alone.
    """
    lemma = lemma_of(tree, row)
    table = words.deed_of_words
    wordings = tuple(wordings_of(tree, row, words))
    for wording in wordings:
        if wording in table:
            return Predicate(table[wording], wording, wordings)
    if lemma in words.light:
        held = _held(tree, row)
        if held or lemma not in words.alone:
            return Predicate(f"{lemma} {held}", f"{lemma} {held}", wordings) if held else NO_PREDICATE
    return NO_PREDICATE if lemma in words.saying or not lemma.isalpha() else Predicate(lemma, lemma, wordings)


def lemma_of(tree: Tree, row: Row) -> str:
    """A verb's lemma, the short forms of "be" as it."""
    return "be" if tree.words[row] in SHORT_BE and tree.pos[row] == "AUX" else tree.lemmas[row]


def wordings_of(tree: Tree, row: Row, words: PredicateWords) -> list[str]:
    """A verb with what may belong to it, the fullest first and the bare lemma last: "find dead", "find"."""
    lemma = lemma_of(tree, row)
    belonging: list[str] = []
    held = tree.child(row, *labels.OBJECTS)
    if held is not None:
        belonging += [tree.lemmas[c] for c in tree.children[held] if tree.deps[c] in {"amod", "acl"} and c > held]
    found = found_to_be(tree, row)
    if found is not None:
        belonging.append(_with_negation(tree, found))
    if lemma in words.light:
        belonging += [tree.lemmas[c] for c in tree.children[row] if tree.deps[c] == "nsubjpass"]
    for child in tree.children[row]:
        belonging += _belonging(tree, child, words)
    state = [f"be {tree.lowered[row]}"] if tree.child(row, *labels.PASSIVE_SUBJECTS) is not None else []
    return [*(f"{lemma} {word}" for word in belonging), *state, lemma]


def found_to_be(tree: Tree, row: Row) -> Row | None:
    """What somebody is found or kept, behind their name: "found *guilty*" in "found Ann Orr guilty"; None where nothing is."""
    for child in tree.children[row]:
        if tree.deps[child] == labels.CONTENT and tree.pos[child] == labels.ADJECTIVE:
            bare = tree.child(child, labels.AUXILIARY, labels.MARKER) is None
            if bare and tree.child(child, *labels.NOMINAL_SUBJECTS) is not None:
                return child
    return None


def _belonging(tree: Tree, child: Row, words: PredicateWords) -> list[str]:
    """The lemmas that a child of a verb may add to it: its own, and that of what a preposition holds."""
    if tree.deps[child] in _ADDING:
        return [_with_negation(tree, child)]
    if tree.deps[child] != "prep":
        return []
    held = tree.child(child, labels.PREPOSED)
    if held is None:
        return [tree.lemmas[child]]
    # Every house where the hurt are taken is one word.
    return [tree.lemmas[child], "hospital" if _is_hospital(tree, held, words) else tree.lemmas[held]]


def _with_negation(tree: Tree, row: Row) -> str:
    """A word's lemma, with the "not" that stands on it and not on the verb: "pleaded *not guilty*"."""
    negation = tree.child(row, labels.NEGATION)
    return tree.lemmas[row] if negation is None else f"{tree.lemmas[negation]} {tree.lemmas[row]}"


_ADDING: Final = frozenset({*_SAID_OF, labels.PARTICLE, "advmod", "npadvmod"})


def _is_hospital(tree: Tree, row: Row, words: PredicateWords) -> bool:
    named = {tree.lemmas[at] for at in range(tree.lefts[row], row + 1)} | {tree.words[row].lower()}
    return bool(named & words.hospitals)


def _held(tree: Tree, row: Row) -> str:
    """The lemma that makes a verb which says nothing alone a deed; "" where there is none."""
    held = tree.child(row, *_SAID_OF)
    if held is None:
        prep = tree.child(row, "prep")
        held = tree.child(prep, labels.PREPOSED)
    if held is None or tree.pos[held] not in {"NOUN", "ADJ", "VERB", "PROPN"}:
        return ""
    return tree.lemmas[held].lower()
