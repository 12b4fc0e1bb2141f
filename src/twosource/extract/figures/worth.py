"""Which plain counts are worth a line: those of which it is said what they count, or that stand for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.quantities import Quantity
from twosource.language import Tree, labels
from twosource.language.words_figures import FigureWords

_GREAT: Final = 10_000
"""From here on a number without a noun is a figure: "the S8 is 25k cheaper"; smaller ones may be years or labels."""
_STANDING_FOR_NOUNS: Final = frozenset(
    {
        *labels.NOMINAL_SUBJECTS,
        labels.DIRECT_OBJECT,
        labels.PREPOSED,
        labels.CONJUNCT,
        labels.ATTRIBUTE,
        labels.APPOSITION,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A number of which nothing is said to have happened."""

    tree: Tree
    number: Quantity
    counted: Counted
    noun: str
    words: FigureWords


def is_worth_a_line(plain: Plain) -> bool:
    """Whether one of the rules makes it a figure."""
    return not _is_turn_of_phrase(plain) and any(rule(plain) for rule in _RULES)


def stands_alone(plain: Plain) -> bool:
    """Whether a number without a noun is a figure by itself: a bound says so, or its size."""
    bounded = plain.number.bound not in {"unstated", "about"} or (plain.number.bound_words and plain.number.high > _FEW)
    return bool(bounded) or plain.number.high >= _GREAT


_FEW: Final = 12


def _is_turn_of_phrase(plain: Plain) -> bool:
    """As in "one day", "one thing"."""
    return _is_one(plain) and plain.tree.lemmas[plain.counted.head] in plain.words.no_counts


def _counts_several(plain: Plain) -> bool:
    """A plural noun, or a word for people, is counted."""
    if not plain.noun or plain.counted.head <= plain.counted.first:
        return False
    if _is_one(plain) and plain.tree.tags[plain.counted.head] in labels.PLURAL_TAGS:
        return False  # "one of the worst nights"
    return (
        plain.tree.tags[plain.counted.head] in labels.PLURAL_TAGS
        or plain.noun.lower().split()[-1] in plain.words.people
    )


def _counts_one(plain: Plain) -> bool:
    """As in "one man", "one count of fraud": the number is said, and a singular noun stands behind it."""
    before = plain.tree.words[plain.counted.first - 1].lower() if plain.counted.first else ""
    if not plain.noun or not _is_one(plain) or plain.counted.partitive or before in plain.words.places_in:
        return False  # "in one town"
    return plain.tree.tags[plain.counted.head] == labels.SINGULAR_NOUN


def _counts_what_was_named(plain: Plain) -> bool:
    """As in "four missiles, with three landing near": the noun stands with an earlier number, which is looked for later."""
    row = plain.counted.first
    while row < plain.counted.last and plain.tree.pos[row] != labels.NUMERAL:
        row += 1
    behind = plain.tree.words[plain.counted.last + 1].lower() if plain.counted.last + 1 < len(plain.tree) else ""
    before = plain.tree.words[plain.counted.first - 1].lower() if plain.counted.first else ""
    if plain.noun or _is_one(plain):
        return False
    listed = before in plain.words.listing and behind in plain.words.listed_in
    return listed or plain.tree.deps[row] in _STANDING_FOR_NOUNS


def _stands_alone(plain: Plain) -> bool:
    """As in "a town of about 5,500", "Meridia - 97"."""
    named = named_before(plain.tree, plain.counted.first, plain.words) is not None
    return not plain.noun and (named or stands_alone(plain))


def named_before(tree: Tree, row: int, words: FigureWords) -> int | None:
    """The last row of the name whose number begins at ``row`` in a list, a sign between them: "Meridia - 97,827".

    None where no name stands there, or the sentence has no other number: "Meridia - 97" alone may be anything.
    """
    first, last = tree.sentences[tree.sentence_of[row]]
    if row - 2 < first or tree.words[row - 1] not in words.naming or tree.pos[row - 2] != labels.NAME:
        return None
    numbers = sum(tree.words[other][:1].isdigit() for other in range(first, last))
    return row - 2 if numbers > 1 and tree.starts[row - 1] > tree.ends[row - 2] else None


def _is_one(plain: Plain) -> bool:
    return (
        plain.number.low == plain.number.high == 1 and plain.tree.words[plain.counted.first].lower() in plain.words.one
    )


def _counts_in_a_compound(plain: Plain) -> bool:
    """As in "a 46-page report"."""
    return plain.counted.compound


def _tells_of_change(plain: Plain) -> bool:
    """As in "cases fell to 653"."""
    return plain.counted.changed


_RULES: Final[tuple[Callable[[Plain], bool], ...]] = (
    _counts_several, _counts_one, _counts_what_was_named, _stands_alone, _counts_in_a_compound, _tells_of_change,
)  # fmt: skip
