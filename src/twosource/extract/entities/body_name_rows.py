"""Which rows of a tree name a body: an entity, or a noun of bodies with the words that name it."""

from collections.abc import Iterator
from typing import Final

from twosource.language import Tree, labels

_NAMES: Final = frozenset({labels.ORGANISATION, labels.BUILDING, labels.PERSON, labels.STATE_OR_TOWN, labels.PRODUCT})
_PARTS: Final = frozenset(
    {labels.COMPOUND, labels.ADJECTIVAL, labels.OWNER, labels.NOMINAL_MODIFIER, labels.OWNING, labels.STOP}
)
_LONGEST: Final = 9
"""Words of a name."""


def names_in(tree: Tree) -> Iterator[range]:
    """The rows of each name of a body in a block, without articles and possessive endings."""
    taken: set[int] = set()
    kinds = tree.lexicon.source_nouns.kinds
    for row in [row for row, lemma in enumerate(tree.lemmas) if kinds.get(lemma) in {"body", "outlet"}]:
        rows = _around(tree, row)
        if rows:
            taken |= set(rows)
            yield rows
    for entity in tree.entities:
        if entity.label in _NAMES and not taken & set(range(entity.first, entity.last)):
            rows = _trimmed(tree, entity.first, entity.last)
            if rows and (entity.label != labels.PERSON or len(rows) > 1):
                yield rows


def _trimmed(tree: Tree, first: int, last: int) -> range:
    while first < last and (tree.pos[first] == labels.DETERMINER or not tree.words[first][0].isalnum()):
        first += 1
    while last > first and (tree.tags[last - 1] == labels.OWNER_SIGN or not tree.words[last - 1][0].isalnum()):
        last -= 1
    return range(first, last) if last - first < _LONGEST else range(0)


def _around(tree: Tree, row: int) -> range:
    """A noun of a body with the words that name it: "Mukilteo police", "the Ministry of Ports of Ossia"; none: no rows."""
    if tree.words[row].islower() and tree.deps[row] == labels.COMPOUND and tree.pos[tree.heads[row]] == labels.NAME:
        return range(0)  # "the shoe maker Striva": it says what Striva is
    first, last = row, _last_part(tree, row)
    while first and _is_part(tree, first - 1, range(first, row + 1)):
        first -= 1
    capital = next((place for place in range(first, row + 1) if tree.words[place][:1].isupper()), None)
    first = capital if capital is not None else row
    if last == row and not any(_names(tree, place, row) for place in range(first, row)):
        return range(0)
    return _trimmed(tree, first, last + 1)


def _is_part(tree: Tree, row: int, name: range) -> bool:
    """Whether a word hangs from a name as a part of it, or is the sign of an owner who does."""
    head = tree.heads[row]
    if head in name and tree.deps[row] in _PARTS:
        return True
    return tree.tags[row] == labels.OWNER_SIGN and tree.heads[head] in name


def _last_part(tree: Tree, row: int) -> int:
    """The last row of what stands behind a noun as a part of its name: "of Ports", "for Fishing of Ossia"."""
    last, inside = row, tree.lexicon.bodies.inside_long_names
    while (of := tree.child(last, labels.PREPOSITION)) is not None and of == last + 1 and tree.lemmas[of] in inside:
        held = tree.child(of, labels.PREPOSED)
        if held is None or tree.pos[held] != labels.NAME or tree.rights[held] - row >= _LONGEST:
            break
        last = held
    return last


def _names(tree: Tree, row: int, head: int) -> bool:
    """Whether a word before a noun of a body names it: a name, a nation, a noun with a capital; "Local police" has none."""
    if tree.pos[row] == labels.NAME or tree.kind_of_name(row) in labels.BODIES:
        return True
    beside = tree.deps[row] in {labels.COMPOUND, labels.ADJECTIVAL} and tree.heads[row] == head
    return beside and tree.words[row][:1].isupper() and tree.lemmas[row] not in tree.lexicon.bodies.no_names
