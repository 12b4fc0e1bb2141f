"""Phrases of several words that say what happened, also around others: "taken to … hospital"; and asides before them."""

from typing import Final

from twosource.extract.figures.measure_table import measure_table
from twosource.language import labels
from twosource.language.tree import Tree

GAP: Final = "…"
_WIDEST: Final = 5  # tokens that a gap may take
_ASIDE: Final = 16  # tokens of an aside
_AGES: Final = 9  # tokens of "between the ages of 11 and 15"
_DASHES: Final = frozenset({"—", "–", "--"})
_HYPHENS: Final = frozenset("-–‐‑")
_CLOSING: Final = {"(": ")", "[": "]"}


def clause_at(tree: Tree, row: int) -> tuple[tuple[str, ...], str] | None:
    """The phrase of the table that begins at ``row`` and its measure; None where none does.

    A gap ("taken to … hospital") takes up to five tokens, none of which ends a phrase or denies it.
    """
    for phrase, name in measure_table(tree.lexicon).clauses.get(tree.lowered[row], ()):
        if _fits(tree, row, phrase):
            return phrase, name
    return None


def _fits(tree: Tree, row: int, phrase: tuple[str, ...]) -> bool:
    if GAP not in phrase:
        return tree.phrase(row, len(phrase)) == phrase
    cut = phrase.index(GAP)
    before, behind = phrase[:cut], phrase[cut + 1 :]
    if tree.phrase(row, cut) != before:
        return False
    for here in range(row + cut, min(row + cut + _WIDEST, tree.sentence(row)[1]) + 1):
        if tree.phrase(here, len(behind)) == behind:
            return True
        if tree.word(here) in tree.lexicon.measures.shut:
            return False
    return False


def past_aside(tree: Tree, row: int) -> int:
    """The row behind an aside; ``row`` where none begins there.

    As in ", including ten children,", "— two men and two women —", ", ages 13 to 17,": between commas it is one only
    where it names a part, or where a verb goes on behind it.
    """
    row = _past_ages(tree, row)
    if row + 1 >= len(tree):
        return row
    sign = tree.words[row]
    stop = min(row + _ASIDE, tree.sentence(row)[1])
    if sign in _DASHES or sign in _CLOSING:
        ends = _DASHES if sign in _DASHES else {_CLOSING[sign]}
        return next((end + 1 for end in range(row + 2, stop) if tree.words[end] in ends), row)
    return _past_commas(tree, row, stop) if sign == "," else row


def parent_of(tree: Tree, row: int) -> bool:
    """As in "a mother of *three* was killed": the number at ``row`` says whose parent somebody is, and is followed by no noun."""
    words, joint = tree.lexicon, row - 1 - (tree.word(row - 1) in _HYPHENS)
    if tree.word(joint) not in words.figures.part_of or tree.part(row) != labels.NUMERAL:
        return False
    return tree.word(joint - 1 - (tree.word(joint - 1) in _HYPHENS)) in words.measures.parents


def _past_commas(tree: Tree, row: int, stop: int) -> int:
    """The row behind an aside between commas of which the first stands at ``row``; ``row`` where none begins there."""
    commas = [end for end in range(row + 2, stop) if tree.words[end] == ","]
    if tree.lowered[row + 1] in tree.lexicon.measures.asides:
        return commas[0] + 1 if commas else row
    return next((end + 1 for end in commas if end + 1 < len(tree) and _goes_on(tree, end + 1)), row)


def _past_ages(tree: Tree, row: int) -> int:
    """The row behind "between the ages of 11 and 15", "aged 5 to 7"; ``row`` where no ages stand."""
    words, ages = tree.phrase(row, _AGES), tree.lexicon.measures
    said = next((at for at, word in enumerate(words[:3]) if word in ages.at_ages), None)
    if said is None or not (said == 0 or words[0] in ages.before_ages):
        return row
    here = said + 1
    while here < len(words) and (words[here].isdigit() or words[here] in ages.inside_ages):
        here += 1
    return row + here


def _goes_on(tree: Tree, row: int) -> bool:
    """Whether a verb stands here that has no subject of its own: what stood before the aside is it."""
    going_on = tree.lowered[row] in tree.lexicon.measures.going_on
    return going_on and tree.child(row, *labels.NOMINAL_SUBJECTS) is None
