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


NO_PREDICATE: Final = Predicate("", "")


def predicate_of(tree: Tree, row: Row, words: PredicateWords) -> Predicate:
    """The name of the deed that a verb tells.

    Args:
        tree: A block's trees.
        row: A verb, or "be" with what is said of its subject.
        words: The language's lists.

    Returns:
        ``NO_PREDICATE`` for verbs of saying and thinking, and for verbs that say nothing alone.
    """
    lemma = lemma_of(tree, row)
    table = words.deed_of_words
    for wording in wordings_of(tree, row, words):
        if wording in table:
            return Predicate(table[wording], wording)
    if lemma in words.light:
        held = _held(tree, row)
        return Predicate(f"{lemma} {held}", f"{lemma} {held}") if held else NO_PREDICATE
    return NO_PREDICATE if lemma in words.saying or not lemma.isalpha() else Predicate(lemma, lemma)


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
    if lemma in words.light:
        belonging += [tree.lemmas[c] for c in tree.children[row] if tree.deps[c] == "nsubjpass"]
    for child in tree.children[row]:
        belonging += _belonging(tree, child, words)
    return [*(f"{lemma} {word}" for word in belonging), lemma]


def _belonging(tree: Tree, child: Row, words: PredicateWords) -> list[str]:
    """The lemmas that a child of a verb may add to it: its own, and that of what a preposition holds."""
    if tree.deps[child] in _ADDING:
        return [tree.lemmas[child]]
    if tree.deps[child] != "prep":
        return []
    held = tree.child(child, labels.PREPOSED)
    if held is None:
        return [tree.lemmas[child]]
    # Every house where the hurt are taken is one word.
    return [tree.lemmas[child], "hospital" if _is_hospital(tree, held, words) else tree.lemmas[held]]


_ADDING: Final = frozenset({*_SAID_OF, labels.PARTICLE, "advmod", "npadvmod"})


def _is_hospital(tree: Tree, row: Row, words: PredicateWords) -> bool:
    named = {tree.lemmas[at] for at in range(tree.lefts[row], row + 1)} | {tree.words[row].lower()}
    return bool(named & words.hospitals)


def _held(tree: Tree, row: Row) -> str:
    """The lemma that makes a verb which says nothing alone a deed; "" where there is none."""
    held = tree.child(row, *_SAID_OF)
    if held is None:
        prep = tree.child(row, "prep")
        held = tree.child(prep, labels.PREPOSED) if prep is not None else None
    if held is None or tree.pos[held] not in {"NOUN", "ADJ", "VERB", "PROPN"}:
        return ""
    return tree.lemmas[held].lower()
