"""Which rows of a tree name a body: names joined to one, a noun of bodies with the words that name it, or an entity."""

from collections.abc import Iterator
from typing import Final

from twosource.extract.entities.person_name_rows import is_title
from twosource.language import Tree, labels
from twosource.language.keeping import kept_by_tree
from twosource.text.names import fold

_NAMES: Final = frozenset({labels.ORGANISATION, labels.BUILDING, labels.PERSON, labels.STATE_OR_TOWN, labels.PRODUCT})
_PARTS: Final = frozenset(
    {labels.COMPOUND, labels.ADJECTIVAL, labels.OWNER, labels.NOMINAL_MODIFIER, labels.OWNING, labels.STOP}
)
_LONGEST: Final = 9
"""Words of a name."""
_SIGN: Final = "&"
_IN_NAMES: Final = frozenset({*labels.NAME_TAGS, labels.OWNER_SIGN})
_OTHERS: Final = frozenset({labels.PERSON, *labels.AMOUNTS})


def names_in(tree: Tree) -> Iterator[range]:
    """The rows of each name of a body in a block, without articles and possessive endings."""
    named = [*joined_names(tree)]
    named += _around_nouns(tree, _rows_of(named))
    yield from named
    taken = _rows_of(named)
    for entity in tree.entities:
        if entity.label in _NAMES and not taken & set(range(entity.first, entity.last)):
            rows = _trimmed(tree, entity.first, entity.last)
            if rows and (entity.label != labels.PERSON or len(rows) > 1):
                yield rows


def _rows_of(names: list[range]) -> set[int]:
    return {row for rows in names for row in rows}


def _around_nouns(tree: Tree, apart: set[int]) -> list[range]:
    kinds = tree.lexicon.source_nouns.kinds
    nouns = [
        row for row, lemma in enumerate(tree.lemmas) if kinds.get(lemma) in {"body", "outlet"} and row not in apart
    ]
    return [rows for row in nouns if (rows := _around(tree, row))]


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


def joined_names(tree: Tree) -> tuple[range, ...]:
    """The rows of names that "and" or a comma joins to one body's: "Perry, Hale and Co", "the Ports and Allied Workers' Union".

    Two people, or two bodies, are none: no part before the joint is a name by itself or a noun of a body.
    """
    return _joined_by(tree, tree.lexicon.bodies.joined)


@kept_by_tree
def _joined_by(tree: Tree, words: frozenset[str]) -> tuple[range, ...]:
    found = (_joined_at(tree, row) for row, word in enumerate(tree.lowered) if word == _SIGN or word in words)
    return tuple(rows for rows in found if rows)


def _joined_at(tree: Tree, joint: int) -> range:
    behind = joint - (tree.word(joint - 1) == ",")
    first, last = tree.names_before(behind), _end_of_names(tree, joint)
    if first == behind or last == joint or tree.words[last].isupper():
        return range(0)
    while tree.word(first - 1) == "," and tree.names_before(first - 1) == first - 2:
        first -= 2
    left = [row for row in range(first, joint) if tree.words[row] != ","]
    single = len(left) == 1 or len(left) < joint - first
    if tree.words[joint] == _SIGN or (single and fold(tree.words[last]) in tree.lexicon.bodies.house_ends):
        return range(first, last + 1)
    return (
        range(0) if any(_is_by_itself(tree, row, last) for row in left) else _told_what_it_is(tree, first, joint, last)
    )


def _told_what_it_is(tree: Tree, first: int, joint: int, last: int) -> range:
    """The whole name, where a noun of a body ends it behind "the", or stands before it with "of" or "for"."""
    nouns, before = tree.lexicon.source_nouns, tree.word(first - 1)
    kind = nouns.kind_of(tree.lemmas[last])
    if before in nouns.definite:
        return range(first, last + 1) if kind == "body" and tree.form(last) == labels.SINGULAR_NAME else range(0)
    named = before in tree.lexicon.bodies.inside_long_names and nouns.kind_of(tree.lemma(first - 2)) == "body"
    named = named and tree.part(first - 2) == labels.NAME
    open_ended = joint in tree.entity_at or not _is_by_itself(tree, last, joint)
    return (
        range(tree.names_before(first - 1), last + 1)
        if named and kind in {None, "unnamed"} and open_ended
        else range(0)
    )


def _end_of_names(tree: Tree, joint: int) -> int:
    """The last of the names behind a joint, owners among them, before a title, a noun of people or somebody's name."""
    row = joint
    while tree.form(row + 1) in _IN_NAMES and not is_title(tree, row + 1):
        entity = tree.entity_at.get(row + 1)
        if entity is not None and entity.label in _OTHERS and entity.first == row + 1:
            break
        row += 1
    row -= tree.form(row) == labels.OWNER_SIGN
    while row > joint + 1 and tree.lexicon.source_nouns.kind_of(tree.lemmas[row]) == "unnamed":
        row -= 1  # "the Fish & Wildlife *officers*"
    return row


def _is_by_itself(tree: Tree, row: int, other: int) -> bool:
    """Whether a word is a noun of a body, or of a name that neither another word nor the rest of the whole stands in."""
    entity = tree.entity_at.get(row)
    apart = (
        entity is not None and entity.first >= tree.names_before(row) - 1 and not entity.first <= other < entity.last
    )
    return apart or tree.words[row].isupper() or tree.lexicon.source_nouns.kind_of(tree.lemmas[row]) == "body"
