"""What an amount is: money that was raised, paid or lost, a share by which something rose, a sentence of so many years."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measures import is_told
from twosource.language import Tree, labels
from twosource.language.lexicon import Lexicon
from twosource.model import QuantityKind
from twosource.text.reasons import Reason

_LINKS: Final = 3
"""Steps up the tree from a number to what governs it: unit, preposition, verb."""
_HANGING: Final = frozenset(
    {
        labels.DIRECT_OBJECT, labels.PREPOSED, labels.PREPOSITION, labels.NUMERIC, labels.NOUN_AS_ADVERB, labels.ATTRIBUTE,
        labels.NUMBER_MODIFIER, labels.COMPOUND, labels.NOMINAL_MODIFIER, labels.ADJECTIVAL, labels.INDIRECT_OBJECT,
    }
)  # fmt: skip
Names = dict[tuple[QuantityKind, str], str]
"""What a word tells of a kind of number."""


def amount_of(tree: Tree, rows: tuple[int, int], kind: QuantityKind, counted: Counted) -> Happening | None:
    """What is told of the amount in ``rows``, the last included, with its unit; None where nothing is, or it is not told as a fact."""
    (verbs, nouns), (first, last) = _table(tree.lexicon), rows
    noun = tree.lowered[counted.head] if counted.head > last else ""
    if (kind, noun) in nouns:
        return Happening(nouns[kind, noun], counted.head, Reason("measures.told_of_it", words=noun))
    top = next((row for row in range(first, last + 1) if not first <= tree.heads[row] <= last), last)
    for row in _governing(tree, top, kind):
        word = tree.lowered[row]
        named = (verbs if tree.pos[row] in labels.VERBAL else nouns).get((kind, word))
        if named is not None:
            found = Happening(named, row, Reason("measures.goes_with_verb", words=word))
            return found if is_told(tree, found, counted) else None
    return None


def _governing(tree: Tree, row: int, kind: QuantityKind) -> Iterator[int]:
    """What an amount hangs from, step by step, through prepositions; not through one before what a share is or was."""
    words = tree.lexicon.quantities
    blocked = words.change_to | words.change_from if kind == "share" else frozenset()
    for _ in range(_LINKS):
        if tree.deps[row] not in _HANGING or tree.lowered[row] in blocked:
            return
        row = tree.heads[row]
        yield row
        if tree.pos[row] != labels.ADPOSITION:
            return


@cache
def _table(lexicon: Lexicon) -> tuple[Names, Names]:
    """Forms of verbs, and nouns, with what they tell."""
    verbs: Names = {}
    nouns: Names = {}
    for name, amount in lexicon.measures.amounts.items():
        for kind in amount.of:
            for form in (form for verb in amount.verbs for form in lexicon.measures.verb_forms(verb)):
                verbs.setdefault((kind, form), name)
            for noun in amount.nouns:
                nouns.setdefault((kind, noun), name)
    return verbs, nouns
