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
    return bool(bounded) or plain.number.high >= _GREAT or _is_shortened(plain) or _lives_there(plain)


def _is_shortened(plain: Plain) -> bool:
    """As in "costs 7k": digits with the sign of a thousand or a million, which stand for a noun phrase of their own."""
    tree, row = plain.tree, plain.counted.first
    word = tree.lowered[row].lstrip("0123456789.,")
    behind_article = row > 0 and tree.pos[row - 1] == labels.DETERMINER  # "ran the 7k"
    return word in tree.lexicon.quantities.suffixes and tree.deps[row] in _STANDING_FOR_NOUNS and not behind_article


_FEW: Final = 12
_BEHIND_ITS_VERB: Final = 4
"""Rows from a verb to the number that opens a list: "paid out some 12 crowns"."""


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
    """The last row of the name whose number begins at ``row`` in a list: "Meridia - 97,827", "Meridia 97,827 and Tolm 877".

    None where no name stands there, or the sentence has no other number: "Meridia - 97" alone may be anything.
    """
    first, last = tree.sentences[tree.sentence_of[row]]
    if row > first and tree.pos[row - 1] == labels.NAME:
        return row - 1 if _takes_up_a_verb(tree, row, words) else None
    if row - 2 < first or tree.words[row - 1] not in words.naming or tree.pos[row - 2] != labels.NAME:
        return None
    numbers = sum(tree.words[other][:1].isdigit() for other in range(first, last))
    return row - 2 if numbers > 1 and tree.starts[row - 1] > tree.ends[row - 2] else None


def _takes_up_a_verb(tree: Tree, row: int, words: FigureWords) -> bool:
    """Whether name and number stand for a clause like the one before: "Harland has taken in 139, *Meridia 97* and *Tolm 8*"."""
    first, last = tree.sentences[tree.sentence_of[row]]
    begin = row - 1
    while begin > first and tree.pos[begin - 1] == labels.NAME:
        begin -= 1
    ends = {*words.listing, *words.closing_joints, "."}
    closed = row + 1 >= last or tree.lowered[row + 1] in ends
    if begin <= first or tree.lowered[begin - 1] not in words.listing or not closed:
        return False
    number = next((at for at in range(begin - 1, first, -1) if tree.pos[at] == labels.NUMERAL), first)
    if tree.pos[number - 1] == labels.NAME:
        return number > first and _takes_up_a_verb(tree, number, words)  # and not "Psalm 12, Luke 9"
    verb = next((at for at in range(number, first, -1) if tree.pos[at] == labels.VERB), first)
    return first < verb < number <= verb + _BEHIND_ITS_VERB and any(
        tree.pos[at] == labels.NAME for at in range(first, verb)
    )


def _is_one(plain: Plain) -> bool:
    return (
        plain.number.low == plain.number.high == 1 and plain.tree.words[plain.counted.first].lower() in plain.words.one
    )


def _counts_in_a_compound(plain: Plain) -> bool:
    """As in "a 46-page report"."""
    return plain.counted.compound


def _lives_there(plain: Plain) -> bool:
    """As in "a town of 8,400"."""
    row = plain.counted.first - 1
    of = row > 0 and plain.tree.lowered[row] in plain.words.part_of
    return of and not plain.noun and plain.tree.lemmas[row - 1] in plain.tree.lexicon.measures.places


def _is_said_of_a_subject(plain: Plain) -> bool:
    """As in "cases fell to 653", "the toll stood at 40"."""
    return plain.counted.subject is not None


_RULES: Final[tuple[Callable[[Plain], bool], ...]] = (
    _counts_several, _counts_one, _counts_what_was_named, _stands_alone, _counts_in_a_compound, _is_said_of_a_subject,
)  # fmt: skip
