"""What happened on a day, and what a time is counted from: "the blast on Monday", "two days after the blast"."""

from collections.abc import Iterator
from typing import Final

from twosource.extract.times.disambiguation import Sight
from twosource.extract.times.grammar import Atom
from twosource.language import labels
from twosource.language.tree import Tree

LONGEST_CLIMB: Final = 6
TOLD_OF: Final = frozenset({*labels.ALL_SUBJECTS, *labels.OBJECTS, labels.PREPOSED})


def anchor_word(sight: Sight, atom: Atom) -> str | None:
    """The lemma of what an expression says that it is counted from; None where it names nothing.

    A noun behind the preposition ("a day after *the vote*"), or the verb of the clause ("a day after *he left*").
    """
    tree = sight.tree
    last = sight.row(atom.end - 1)
    if tree.words[last].lower() not in sight.lexicon.times.before_an_anchor:
        return None
    if tree.deps[last] == labels.MARKER and tree.heads[last] > last:
        return tree.lemmas[tree.heads[last]]
    named = tree.child(last, labels.PREPOSED, labels.PREPOSED_CLAUSE)
    return None if named is None else tree.lemmas[named]


def event_words(tree: Tree, row: int) -> Iterator[str]:
    """The lemmas of what is told to have been at a time: its verb, and the nouns that it hangs from or that take part."""
    for _ in range(LONGEST_CLIMB):
        head = tree.heads[row]
        if head == row:
            return
        row = head
        if tree.pos[row] == labels.NOUN:
            yield tree.lemmas[row]
        if tree.pos[row] in labels.VERBAL:
            yield tree.lemmas[row]
            told = (child for child in tree.children[row] if tree.deps[child] in TOLD_OF)
            yield from (tree.lemmas[child] for child in told if tree.pos[child] == labels.NOUN)
            return
