"""Where the words that name a source begin and end: no clause, no time, no age, no possessive ending."""

from typing import Final

from twosource.language import labels
from twosource.language.tree import Tree

_CLAUSES: Final = frozenset({labels.RELATIVE_CLAUSE, labels.NOUN_CLAUSE, labels.ADVERBIAL})
_TIMES: Final = frozenset({labels.DATE, labels.TIME})
_PARENTHESES: Final = frozenset({"(", "[", "-LRB-"})
_AGES: Final = range(1, 121)
_QUOTES: Final = "\"'“”‘’„`«»"


def name_rows(tree: Tree, rows: range, head: int) -> range:
    """The rows of a source phrase that are its name.

    Cut are a clause or a body's place behind a comma ("the firm, which runs the port", "Halvard Corp., Dorne"), a time behind the noun ("the president last
    night"), an age ("Maud Hollin, 71"), and marks, commas and "'s" at the ends; of what stands before the head noun marks
    alone. At least one row of ``rows`` is left.
    """
    last = _before_clause(tree, rows, head)
    while last > max(head, rows[0]) and _hangs_loose(tree, last, head):
        last -= 1
    first = rows[0]
    while first < last and not _is_word(tree, first):
        first += 1
    return range(first, last + 1)


def _before_clause(tree: Tree, rows: range, head: int) -> int:
    """The last row before a clause that a comma opens; the last row of all where none does."""
    for row in range(head + 1, rows.stop):
        clauses = (c for c in tree.children[head] if c > row and tree.deps[c] in _CLAUSES)
        opens = tree.word(row + 1) in tree.lexicon.pronouns.of_clauses or any(
            row <= tree.lefts[clause] <= row + 1 for clause in clauses
        )
        opens = opens or (row == head + 1 and _is_bodys_place(tree, row + 1, head))
        if tree.words[row] in _PARENTHESES or (tree.words[row] == "," and opens):
            return row - 1
    return rows[-1]


def _is_bodys_place(tree: Tree, row: int, head: int) -> bool:
    """Whether a place is where a body sits, and not joined to it."""
    placed = tree.kind_of_name(head) == labels.ORGANISATION and tree.kind_of_name(row) in labels.PLACES
    return placed and tree.child(head, labels.CONJUNCT) is None


def _hangs_loose(tree: Tree, row: int, head: int) -> bool:
    """Whether the row at the end of a phrase is a mark, an ending, an age, or a time that hangs from no noun in it."""
    if not _is_word(tree, row):
        return True
    if tree.words[row].isdigit():
        return int(tree.words[row][:4]) in _AGES and tree.words[row - 1] == ","
    entity = tree.entity_at.get(row)
    return entity is not None and entity.label in _TIMES and tree.pos[head] != labels.NUMERAL and entity.first > head


def _is_word(tree: Tree, row: int) -> bool:
    return tree.tags[row] != labels.OWNER_SIGN and any(letter.isalnum() for letter in tree.words[row])


def name_of(tree: Tree, rows: range, head: int, text: str) -> str:
    """The name as it stands, its spaces levelled; never empty for rows that hold a letter.

    Example:
        "The Harbour Council's" gives "The Harbour Council".
    """
    kept = name_rows(tree, rows, head)
    name = " ".join(tree.span(kept[0], kept[-1]).of(text).split()).strip(_QUOTES + " ,")
    return name.removesuffix("'s").removesuffix("’s").rstrip("'’") or tree.words[head]
