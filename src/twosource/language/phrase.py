"""Noun phrases: their head, what determines it, how many they speak of, and whether they are of nobody."""

from dataclasses import dataclass
from typing import Final

from twosource.language import labels
from twosource.language.keeping import kept_by_tree
from twosource.language.lexicon import FactualityWords
from twosource.language.tree import Entity, Row, Tree
from twosource.model import Polarity, Span

_TELLING_MORE: Final = frozenset({*labels.CLAUSES, labels.APPOSITION})
_LONGEST_PARTITIVE: Final = 3  # "none of each of the two": steps from a noun up to the word that counts it
_LONGEST_WHOLE: Final = 5  # "all of the 40 crew but four": rows from "all" to the exception


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun with what belongs to it, seen in its tree."""

    tree: Tree  # the tree of its block
    row: Row  # its head

    @property
    def lemma(self) -> str:
        """The head's lemma."""
        return self.tree.lemmas[self.row]

    @property
    def is_name(self) -> bool:
        """Whether the head is a name."""
        return self.tree.pos[self.row] == "PROPN"

    @property
    def name(self) -> Entity | None:
        """The name that the head stands in, as the parser saw it; None where it saw none."""
        return self.tree.entity_at.get(self.row)

    @property
    def is_plural(self) -> bool:
        """Whether the head is plural by its form, or several are joined."""
        return self.tree.tags[self.row] in labels.PLURAL_TAGS or bool(self.conjuncts)

    @property
    def conjuncts(self) -> tuple["NounPhrase", ...]:
        """The phrases joined to this one, in text order: "the mayor, *two aides* and *a driver*"."""
        found: list[NounPhrase] = []
        row = self.row
        while (joined := self.tree.child(row, labels.CONJUNCT)) is not None:
            found.append(NounPhrase(self.tree, joined))
            row = joined
        return tuple(found)

    @property
    def whose_apposition(self) -> Row:
        """The head of the name that it says more of ("Ada Hollin, *a mayor* who …"); its own head where there is none."""
        over = self.tree.heads[self.row]
        named = self.tree.deps[self.row] == labels.APPOSITION and self.tree.pos[over] == labels.NAME
        return over if named and self.tree.pos[self.row] == labels.NOUN else self.row

    @property
    def determiner(self) -> str:
        """The lemma of its article or other determiner; "" where it has none."""
        child = self.tree.child(self.row, "det")
        return "" if child is None else self.tree.lemmas[child]

    @property
    def span(self) -> Span:
        """The words that name it, without the clauses that tell more about it and without appositions."""
        return self.span_with()

    @property
    def named_span(self) -> Span:
        """The same with an apposition that is a name: "a union official, Jon Petty"."""
        named = (c for c in self.tree.children[self.row] if self.tree.deps[c] == labels.APPOSITION)
        return self.span_with(*(row for row in named if self.tree.pos[row] == "PROPN"))

    def span_with(self, *kept: Row) -> Span:
        """The same with some of its appositions left in."""
        tree = self.tree
        first, last = tree.lefts[self.row], tree.rights[self.row]
        for child in tree.children[self.row]:
            if child in kept or tree.deps[child] not in _TELLING_MORE:
                continue
            if child > self.row:
                last = min(last, Row(tree.lefts[child] - 1))
            else:
                first = max(first, Row(tree.rights[child] + 1))
        last = max(last, self.row)
        while last > self.row and tree.pos[last] == "PUNCT":
            last = Row(last - 1)
        return tree.span(min(first, self.row), last)


@kept_by_tree
def negation_of(tree: Tree, row: Row, words: FactualityWords) -> tuple[Polarity, Row] | None:
    """Whether the noun phrase of a head is of nobody or of some only, and the word that says so; None where nothing of the kind stands.

    ``NEGATIVE`` for "no ship", "none of the crew", "hardly any sailor"; ``PARTIAL`` for "not all", "few". A noun behind "of"
    is looked at together with the word that counts it.
    """
    for _ in range(_LONGEST_PARTITIVE):
        found = _own_negation(tree, row, words) or _owner_negation(tree, row, words)
        if found:
            return found
        of = tree.heads[row]
        if (
            tree.deps[row] != labels.PREPOSED
            or tree.lemmas[of] not in words.partitive
            or tree.pos[tree.heads[of]] == "VERB"
        ):
            return None
        row = tree.heads[of]
    return None


def others_meant(tree: Tree, rows: tuple[Row, Row], telling: Row, words: FactualityWords) -> Row | None:
    """The word by which what is told of a counted phrase is told of a part of it, or of all others; None where all are meant.

    As in "*six* out of the 30 hikers", "*most* of the 30", "*not* all 30", "*nearly* all 30", "all *but* three", "all 40 crew *but* four".
    ``rows`` are the phrase's number and its head, the number itself where no noun stands. A word ``telling`` inside the phrase
    tells it of the whole: "six of the 30 who *died*".
    """
    number, head = rows
    polarity, few = negation_of(tree, head, words) or (Polarity.POSITIVE, number)
    if polarity is Polarity.PARTIAL:
        return few
    some = next(
        (row for row in (_some_over(tree, head, words), _number_of(tree, number, head, words)) if row is not None), None
    )
    if some is not None and _says_which(tree, head, some, telling):
        some = None
    found = (some, _nearly_all(tree, number, words), _excepting(tree, number, head, words))
    return next((cue for cue in found if cue is not None and (cue < number or cue > head)), None)


def _number_of(tree: Tree, number: Row, head: Row, words: FactualityWords) -> Row | None:
    """The number of which a counted whole is the whole, where the tree takes both for one: "*30* of 200 drivers"."""
    before = _before(tree, number, words.partitive)
    whole = number != head and 0 <= before < number - 1
    return Row(before) if whole and tree.pos[before] == labels.NUMERAL else None


def _nearly_all(tree: Tree, number: Row, words: FactualityWords) -> Row | None:
    """The word before "all" that makes a counted whole not quite all: "*nearly* all of the 40"."""
    before = _before(tree, number, words.partitive | words.behind_exceptions)
    nearly = tree.lemma(before) in words.total_quantities and tree.lemma(before - 1) in words.nearly_adverbs
    return Row(before - 1) if nearly else None


def _before(tree: Tree, number: Row, passed: frozenset[str]) -> int:
    """The row before a number, past some words, or the block's first."""
    return next((row for row in range(number - 1, 0, -1) if tree.lemmas[row] not in passed), min(number - 1, 0))


def _says_which(tree: Tree, head: Row, some: Row, telling: Row) -> bool:
    """Whether a word belongs to what says which whole is meant: "two of the four *hurt* in the blast have died"."""
    hooked = tree.deps[telling] in labels.RELATIVE and tree.heads[telling] in {head, some}
    hooked = hooked or tree.lefts[head] <= telling <= tree.rights[head]
    if telling == head + 1 and tree.pos[min(telling + 1, len(tree) - 1)] in labels.VERBAL:
        return True  # "five of the six *injured* attend a school"
    if tree.tags[telling] not in labels.PARTICIPLES or any(tree.pos[row] == "AUX" for row in range(head, telling)):
        return hooked
    first, last = tree.sentence(head)
    told = any(tree.pos[row] in labels.VERBAL for row in range(first, some))
    return told or any(tree.pos[row] == "AUX" for row in range(telling + 1, last))  # not "six of 30 hikers hurt"


def _some_over(tree: Tree, row: Row, words: FactualityWords) -> Row | None:
    """The word that counts some of those whom the noun at ``row`` names, from which it hangs by "of", "out of", "among"."""
    over, links = row, set[str]()
    for _ in range(_LONGEST_PARTITIVE):
        if tree.deps[over] not in {labels.PREPOSED, "prep"}:
            break
        over = tree.heads[over]
        links.add(tree.lemmas[over])
    counting = tree.pos[over] == labels.NUMERAL
    if over >= row or not links or not (counting or (tree.lemmas[over] in words.some and links & words.partitive)):
        return None
    return over


def _excepting(tree: Tree, number: Row, head: Row, words: FactualityWords) -> Row | None:
    """The word for an exception right before a number, or behind what is counted, with "all" before it in one phrase."""
    places = (_before(tree, number, words.behind_exceptions), head + 1)
    cue = next((at for at in places if tree.lemma(at) in words.exceptions), None)
    if cue is None:
        return None
    near = range(max(tree.sentence(number)[0], min(cue, number) - _LONGEST_WHOLE), cue)
    total = next((at for at in reversed(near) if tree.lemmas[at] in words.total_quantities), None)
    verbs = total is not None and any(tree.pos[at] in labels.VERBAL for at in range(total, cue))
    return None if total is None or verbs else Row(cue)


_DETERMINING: Final = frozenset({"det", "preconj", labels.NEGATION, "cc", "nummod", "amod"})


def nobody_in(found: tuple[Polarity, Row] | None) -> Row | None:
    """The word by which a negation that was found says that a phrase is of nobody; None where it is of some, or none was found."""
    return found[1] if found and found[0] is Polarity.NEGATIVE else None


def _owner_negation(tree: Tree, row: Row, words: FactualityWords) -> tuple[Polarity, Row] | None:
    """What belongs to nobody is none: "neither side's account"."""
    owner = tree.child(row, labels.OWNER)
    found = None if owner is None else _own_negation(tree, owner, words)
    return None if nobody_in(found) is None else found


def _own_negation(tree: Tree, row: Row, words: FactualityWords) -> tuple[Polarity, Row] | None:
    if tree.lemmas[row] in words.negative_pronouns:
        return Polarity.NEGATIVE, row
    if _is_few(tree, row, words):
        return Polarity.PARTIAL, row
    for child in tree.children[row]:
        if child < row or tree.lemmas[child] in words.joined_negators:
            found = _by_determiner(tree, child, words) or _negated_quantity(tree, child, words)
            if found is not None:
                return found
    return None


def _by_determiner(tree: Tree, child: Row, words: FactualityWords) -> tuple[Polarity, Row] | None:
    """A word before the noun that makes it one of nobody or of hardly any."""
    if tree.deps[child] not in _DETERMINING:
        return None
    if tree.lemmas[child] in words.negative_determiners or tree.lemmas[child] in words.joined_negators:
        return Polarity.NEGATIVE, child
    known = tree.child(tree.heads[child], "det", labels.OWNER) is not None  # "a little girl"
    return (Polarity.PARTIAL, child) if not known and _is_few(tree, child, words) else None


def _is_few(tree: Tree, row: Row, words: FactualityWords) -> bool:
    """Whether a word says that hardly any are meant: "few", and not "a few"."""
    return tree.lemmas[row] in words.few and tree.lemma(row - 1) not in words.some_before_few


def _negated_quantity(tree: Tree, child: Row, words: FactualityWords) -> tuple[Polarity, Row] | None:
    """A negator before the word that says how many: "*hardly* any sailor", "*not* all of them", "*not* a single car"."""
    if tree.lemmas[child] in words.negators:
        quantity, negator = tree.lemma(child + 1), child
    else:
        own = next((under for under in tree.children[child] if tree.lemmas[under] in words.negators), None)
        if own is None or own > child:
            return None
        quantity, negator = tree.lemmas[child], own
    if quantity in words.total_quantities:
        return Polarity.PARTIAL, negator
    if quantity in words.negative_quantities:
        return Polarity.NEGATIVE, negator
    return None
