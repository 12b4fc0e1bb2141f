"""Counts that are said in one word: "a double homicide", "a triple shooting", "the third victim died"."""

from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measure_table import measure_table
from twosource.language.lexicon import FactualityWords
from twosource.language.tree import Tree
from twosource.text.reasons import Reason

_REACH: Final = 4  # tokens from "double" to its noun
_HYPHENS: Final = frozenset("-–‐‑")


def multiple_at(tree: Tree, row: int, words: FactualityWords) -> tuple[int, Counted, Happening] | None:
    """The number, its rows and what happened, for "a double homicide" at ``row``; None where nothing of it stands.

    "Double murder-suicide" leaves open whether the attacker is one of the two, "attempted" killed nobody: neither is
    read. So is "double shooting" of those shot, who may have lived.
    """
    number = tree.lexicon.measures.multiples.get(tree.words[row].lower())
    if number is None or (row and tree.words[row - 1].lower() in words.future_adjectives):
        return None
    known, fatal = tree.lexicon.measures, False
    for here in range(row + 1, min(row + _REACH, len(tree))):
        word = tree.words[here].lower()
        name = _of_act(tree, word)
        if name is not None:
            if _goes_on(tree, here):
                return None
            how = Reason("measures.counts_them", words=" ".join(tree.words[row : here + 1]).lower())
            happening = Happening(measure="killed" if fatal else name, row=here, how=how)
            return number, Counted(first=row, last=here, head=here), happening
        fatal = fatal or word in known.fatal_acts
        if word not in _HYPHENS | known.fatal_acts | known.before_acts:
            return None
    return None


def _of_act(tree: Tree, word: str) -> str | None:
    """Killed for "homicide", shot for "shooting": the act is named, not its victims."""
    if word not in tree.lexicon.measures.acts:
        return None
    return measure_table(tree.lexicon).nouns.get(word) or measure_table(tree.lexicon).objects.get(word)


def _goes_on(tree: Tree, row: int) -> bool:
    """As in "murder-suicide"."""
    behind = [word for word in tree.lowered[row + 1 : row + 3] if word not in _HYPHENS]
    return bool(behind) and behind[0] in tree.lexicon.measures.suicides


def nth_of(tree: Tree, first: int, last: int) -> int:
    """Which one in a row a person is called ("a third victim"): 2 or more; 0 where that is not said."""
    table = tree.lexicon.measures.ordinals
    return next((table[word] for row in range(first, last + 1) if (word := tree.words[row].lower()) in table), 0)
