"""What an amount is: money that was raised, paid or lost, a share by which something rose, a sentence of so many years."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measure_table import verb_forms
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """Forms of verbs, and nouns, with the names of what they tell, by the kind of number."""

    verbs: dict[tuple[QuantityKind, str], str]
    nouns: dict[tuple[QuantityKind, str], str]


def amount_of(tree: Tree, rows: tuple[int, int], kind: QuantityKind, counted: Counted) -> Happening | None:
    """What is told of the amount; None where nothing is, or it is not told as a fact.

    Args:
        tree: Of the block.
        rows: First and last of the number with its unit, the latter included.
        kind: What kind of number it is.
        counted: The words behind it.
    """
    table, (first, last) = _table(tree.lexicon), rows
    noun = tree.words[counted.head].lower() if counted.head > last else ""
    if (kind, noun) in table.nouns:
        return Happening(
            measure=table.nouns[kind, noun], row=counted.head, how=Reason("measures.told_of_it", words=noun)
        )
    for row in _governing(tree, _top(tree, first, last), kind):
        word = tree.words[row].lower()
        named = table.verbs.get((kind, word)) if tree.pos[row] in labels.VERBAL else table.nouns.get((kind, word))
        if named is not None:
            found = Happening(measure=named, row=row, how=Reason("measures.goes_with_verb", words=word))
            return found if is_told(tree, found, counted, tree.lexicon.factuality) else None
    return None


def _governing(tree: Tree, row: int, kind: QuantityKind) -> Iterator[int]:
    """What an amount hangs from, step by step, through prepositions; not through one before what a share is or was."""
    words = tree.lexicon.quantities
    blocked = words.change_to | words.change_from if kind == "share" else frozenset()
    for _ in range(_LINKS):
        if tree.deps[row] not in _HANGING or tree.words[row].lower() in blocked:
            return
        row = tree.heads[row]
        yield row
        if tree.pos[row] != labels.ADPOSITION:
            return


def _top(tree: Tree, first: int, last: int) -> int:
    """The row of a number and its unit from which the others hang."""
    return next((row for row in range(first, last + 1) if not first <= tree.heads[row] <= last), last)


@cache
def _table(lexicon: Lexicon) -> _Table:
    words = lexicon.measures
    verbs: dict[tuple[QuantityKind, str], str] = {}
    nouns: dict[tuple[QuantityKind, str], str] = {}
    for name, amount in words.amounts.items():
        for kind in amount.of:
            for form in (form for verb in amount.verbs for form in verb_forms(verb, words)):
                verbs.setdefault((kind, form), name)
            for noun in amount.nouns:
                nouns.setdefault((kind, noun), name)
    return _Table(verbs=verbs, nouns=nouns)
