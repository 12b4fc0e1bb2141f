"""Which plain counts are worth a line: those of which it is said what they count, or that stand for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.quantities import Quantity
from twosource.language import Tree, labels
from twosource.language.words_figures import FigureWords

_GREAT: Final = 10_000
"""From here on a number without a noun is a figure: "the S8 is 25k cheaper"; smaller ones may be years or labels."""
_FEW: Final = 12
_STANDING_FOR_NOUNS: Final = frozenset(
    {
        *labels.NOMINAL_SUBJECTS, labels.DIRECT_OBJECT, labels.PREPOSED, labels.CONJUNCT, labels.ATTRIBUTE, labels.APPOSITION,
    }
)  # fmt: skip
_BEHIND_ITS_VERB: Final = 4
"""Rows from a verb to the number that opens a list: "paid out some 12 crowns"."""


@dataclass(frozen=True, kw_only=True)
class Plain:
    """A number with what it counts."""

    tree: Tree
    number: Quantity
    counted: Counted
    noun: str  # the words that are counted; empty where there are none

    @property
    def words(self) -> FigureWords:
        """The words of its language."""
        return self.tree.lexicon.figures

    @property
    def before(self) -> str:
        """The word before the number."""
        return self.tree.word(self.counted.first - 1)

    @property
    def behind(self) -> str:
        """The word behind what is counted."""
        return self.tree.word(self.counted.last + 1)

    @property
    def is_one(self) -> bool:
        """Whether it is "one"."""
        word = self.tree.lowered[self.counted.first]
        return self.number.low == self.number.high == 1 and word in self.words.one

    @property
    def is_listed(self) -> bool:
        """Whether it stands like a member of a list: ", 43 in Puebla"."""
        return self.before in self.words.listing and self.behind in self.words.listed_in

    @cached_property
    def named(self) -> int | None:
        """The row of the name that it is given to in a list, as ``named_before`` has it."""
        return named_before(self.tree, self.counted.first)


def is_worth_a_line(plain: Plain) -> bool:
    """Whether one of the rules makes it a figure; "one day", "one thing" are turns of phrase."""
    turn = plain.is_one and plain.tree.lemmas[plain.counted.head] in plain.words.no_counts
    return not turn and any(rule(plain) for rule in _RULES)


def _counts_several(plain: Plain) -> bool:
    """A plural noun, or a word for people, is counted; not in "one of the worst nights"."""
    if not plain.noun or plain.counted.head <= plain.counted.first:
        return False
    if plain.tree.tags[plain.counted.head] in labels.PLURAL_TAGS:
        return not plain.is_one
    return plain.noun.lower().split()[-1] in plain.words.people


def _counts_one(plain: Plain) -> bool:
    """As in "one man", "one count of fraud": the number is said, and a singular noun stands behind it."""
    if not plain.noun or not plain.is_one or plain.counted.partitive or plain.before in plain.words.places_in:
        return False  # "in one town"
    return plain.tree.tags[plain.counted.head] == labels.SINGULAR_NOUN


def _counts_what_was_named(plain: Plain) -> bool:
    """As in "four missiles, with three landing near": the noun stands with an earlier number, which is looked for later."""
    if plain.noun or plain.is_one:
        return False
    rows = range(plain.counted.first, plain.counted.last)
    row = next((row for row in rows if plain.tree.pos[row] == labels.NUMERAL), plain.counted.last)
    return plain.is_listed or plain.tree.deps[row] in _STANDING_FOR_NOUNS


def stands_alone(plain: Plain) -> bool:
    """Whether a number without a noun is a figure by itself: a bound, its size or a name says so ("Meridia - 97")."""
    number, low_bound = plain.number, plain.number.bound in {"unstated", "about"}
    bounded = not low_bound or (bool(number.bound_words) and number.high > _FEW)
    by_itself = bounded or number.high >= _GREAT or plain.named is not None
    return not plain.noun and (by_itself or _lives_there(plain))


def _lives_there(plain: Plain) -> bool:
    """As in "a town of 8,400"."""
    row, places = plain.counted.first - 2, plain.tree.lexicon.measures.places
    return plain.before in plain.words.part_of and plain.tree.lemma(row) in places


def named_before(tree: Tree, row: int) -> int | None:
    """The last row of the name whose number begins at ``row`` in a list: "Meridia - 97,827", "Meridia 97,827 and Tolm 877".

    None where no name stands there, or the sentence has no other number: "Meridia - 97" alone may be anything.
    """
    first, last = tree.sentence(row)
    if row > first and tree.pos[row - 1] == labels.NAME:
        return row - 1 if _takes_up_a_verb(tree, row) else None
    if row - 2 < first or tree.words[row - 1] not in tree.lexicon.figures.naming or tree.pos[row - 2] != labels.NAME:
        return None
    numbers = sum(tree.words[other][:1].isdigit() for other in range(first, last))
    return row - 2 if numbers > 1 and tree.starts[row - 1] > tree.ends[row - 2] else None


def _takes_up_a_verb(tree: Tree, row: int) -> bool:
    """Whether name and number stand for a clause like the one before: "Harland has taken in 139, *Meridia 97* and *Tolm 8*"."""
    (first, last), words = tree.sentence(row), tree.lexicon.figures
    begin = tree.names_before(row - 1)
    closed = row + 1 >= last or tree.lowered[row + 1] in {*words.listing, *words.closing_joints, "."}
    if begin <= first or tree.lowered[begin - 1] not in words.listing or not closed:
        return False
    number = next((at for at in range(begin - 1, first, -1) if tree.pos[at] == labels.NUMERAL), first)
    if tree.pos[number - 1] == labels.NAME:
        return number > first and _takes_up_a_verb(tree, number)  # and not "Psalm 12, Luke 9"
    verb = next((at for at in range(number, first, -1) if tree.pos[at] == labels.VERB), first)
    named = any(tree.pos[at] == labels.NAME for at in range(first, verb))
    return named and first < verb < number <= verb + _BEHIND_ITS_VERB


_RULES: Final[tuple[Callable[[Plain], bool], ...]] = (
    _counts_several, _counts_one, _counts_what_was_named, stands_alone,
    lambda plain: plain.counted.compound,  # "a 46-page report"
    lambda plain: plain.counted.subject is not None,  # "cases fell to 653", "the toll stood at 40"
)  # fmt: skip
