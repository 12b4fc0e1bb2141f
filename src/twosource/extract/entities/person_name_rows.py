"""Which rows of a tree a person's name takes, where the parser cut it off, ran it into a title, or saw no name."""

from collections.abc import Collection, Iterator
from typing import Final

from twosource.language import labels
from twosource.language.tree import Entity, Tree
from twosource.text.names import fold, read_name

_FULL: Final = 2
"""Words of a full name."""
_LONGEST_AGE: Final = 3
"""Digits."""
_STOPS: Final = frozenset({",", ".", ";", ")"})


def is_title(tree: Tree, row: int) -> bool:
    """Whether a word is a title that only people bear."""
    return fold(tree.words[row]) in tree.lexicon.names.titles_of_people


def are_letters_behind(tree: Tree, row: int) -> bool:
    """Whether a word is the letters of an office or honour, as they stand behind a name: "Ada Holm *KC*"."""
    return tree.words[row].isupper() and fold(tree.words[row]) in tree.lexicon.names.letters_behind


def title_before(tree: Tree, row: int) -> bool:
    """Whether the word before a name is a title that it runs on from."""
    return row > 0 and tree.words[row - 1][:1].isupper() and is_title(tree, row - 1)


def has_age(tree: Tree, rows: range) -> bool:
    """Whether an age stands behind a name of two words or more ("Maud Hollin, 71,")."""
    behind = rows[-1] + 1
    if len(rows) < _FULL or tree.word(behind) != ",":
        return False
    age, after = tree.word(behind + 1), tree.word(behind + 2) or ","
    return age.isdecimal() and len(age) <= _LONGEST_AGE and after in _STOPS


def rows_of(tree: Tree, entity: Entity) -> range:
    """The rows of a name; with the given name before it that the parser left out, where an age says it is a person's.

    None where it owns what follows in the name itself: "the Sheriff's Office".
    """
    rows = _up_to_hyphen(tree, behind_noun(tree, _trimmed(tree, entity.first, entity.last)))
    if any(tree.tags[row] == labels.OWNER_SIGN for row in rows):
        return range(0)
    before = entity.first - 1
    if _is_cut_off(tree, rows):
        return range(before, rows.stop)
    if len(rows) == 1 and tree.form(before) in labels.NAME_TAGS and tree.heads[before] == rows[0]:
        wider = range(before, rows.stop)
        return wider if not is_title(tree, before) and has_age(tree, wider) else rows
    return rows


def joins(tree: Tree, row: int) -> bool:
    """Whether a row is a hyphen between two names that are one ("Quill-Marsh", not "Major-General")."""
    if (
        tree.word(row) != "-"
        or is_title(tree, row - 1)
        or not {tree.form(row - 1), tree.form(row + 1)} <= set(labels.NAME_TAGS)
    ):
        return False
    return tree.ends[row - 1] == tree.starts[row] and tree.ends[row] == tree.starts[row + 1]


def _up_to_hyphen(tree: Tree, rows: range) -> range:
    """A name with the second part of its surname, which the parser cuts off at the hyphen."""
    return range(rows.start, rows.stop + 2) if joins(tree, rows.stop) else rows


def _is_cut_off(tree: Tree, rows: range) -> bool:
    """Whether a name is a surname and "Jr.", and the given name stands right before it."""
    if len(rows) != _FULL:
        return False
    name, before = read_name(" ".join(tree.words[row] for row in rows), tree.language), rows[0] - 1
    if not name.suffix or name.given:
        return False
    return tree.form(before) in labels.NAME_TAGS and not is_title(tree, before)


def _trimmed(tree: Tree, first: int, last: int) -> range:
    """The rows of a name without a possessive ending, without marks at its ends and without letters behind it."""
    while last > first and (tree.tags[last - 1] == labels.OWNER_SIGN or not tree.words[last - 1][0].isalnum()):
        last -= 1
    while last > first + 1 and are_letters_behind(tree, last - 1):
        last -= 1
    while last > first and (not tree.words[first][0].isalnum() or tree.pos[first] in labels.POINTING):
        first += 1
    return range(first, last)


def behind_noun(tree: Tree, rows: range) -> range:
    """Without a noun of people at a sentence's head that was taken into the name: "*Hurdler* Ada Holm"."""
    first = rows.start
    noun = len(rows) > _FULL and first == tree.sentence(first)[0] and tree.words[first].istitle()
    told = noun and tree.lexicon.source_nouns.kind_of(tree.lowered[first]) == "unnamed" and not is_title(tree, first)
    return range(first + 1, rows.stop) if told else rows


def rows_with_hyphen(tree: Tree, surnames: Collection[str]) -> Iterator[range]:
    """Bare surnames of two parts, which the parser takes for three words and often for a firm's ("Quill-Marsh")."""
    for row in range(1, len(tree) - 1):
        if not joins(tree, row) or (tree.form(row - 2) in labels.NAME_TAGS and not is_title(tree, row - 2)):
            continue
        if f"{fold(tree.words[row - 1])}-{fold(tree.words[row + 1])}" in surnames:
            yield range(row - 1, row + 2)


def capital_runs(
    tree: Tree, taken: Collection[int], people: Collection[str], surnames: Collection[str]
) -> Iterator[range]:
    """Runs of proper nouns, or of capitalised words that name a person elsewhere, that no person's name holds."""
    start = -1
    for row in range(len(tree) + 1):
        inside = row < len(tree) and row not in taken and (_may_name(tree, row, people, surnames) or joins(tree, row))
        if inside and start < 0:
            start = row
        elif not inside and start >= 0:
            yield range(start, row)
            start = -1


def _may_name(tree: Tree, row: int, people: Collection[str], surnames: Collection[str]) -> bool:
    """Whether a word is a proper noun, or with a capital one that names a person elsewhere."""
    if tree.tags[row] in labels.NAME_TAGS:
        return True
    if not tree.words[row].istitle():
        return False
    word = fold(tree.words[row])
    return word in people or (word in surnames and _stands_for_itself(tree, row))


def _stands_for_itself(tree: Tree, row: int) -> bool:
    """Whether a word stands for itself as a noun or an exclamation: a surname that the parser does not know as one."""
    named_first = tree.word(row + 1) == ":"
    told = tree.deps[row] in labels.NOMINAL_SUBJECTS or tree.deps[row] == labels.OWNER
    return tree.pos[row] in {labels.NOUN, labels.INTERJECTION} and (named_first or told)


def with_given_name(tree: Tree, rows: range) -> range:
    """With the given name at the head of a sentence that the parser takes for a preposition ("Per Holm said")."""
    before, first = rows[0] - 1, tree.sentence(rows[0])[0]
    if before != first or len(rows) > 1 or tree.deps[rows[0]] not in labels.NOMINAL_SUBJECTS:
        return rows
    lost = tree.deps[before] == labels.PREPOSITION and not tree.children[before] and tree.words[before].istitle()
    return range(before, rows.stop) if lost and len(tree.words[before]) > 1 else rows


def behind_title(tree: Tree, rows: range) -> range:
    """Without what stands before a title inside of it, where a known given name follows: "Norvale Mayor Anna Brook"."""
    given = tree.lexicon.names.is_given
    for row in range(rows.stop - _FULL, rows[0], -1):
        if is_title(tree, row - 1) and given(fold(tree.words[row])) and row - 1 > rows[0]:
            return range(row - 1, rows.stop)
    return rows
