"""What a number counts: the words behind it, as they stand."""

import re
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.figures.measure_table import measure_table
from twosource.language import Tree, labels
from twosource.model import Span

_LONGEST: Final = 9
_HYPHENS: Final = frozenset("-–‐‑")
_JOINED: Final = re.compile(r"[-‐‑]([^\W\d_]+)")
_INSIDE: Final = frozenset({labels.ADJECTIVE, *labels.NOUNS, labels.NUMERAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The words that a number counts."""

    # Rows from the number to the last word counted, the latter included.
    first: int
    last: int
    head: int  # row of the noun; of the number itself where no noun stands ("two were hurt")
    span: Span | None = None  # the words behind the number; None where there are none
    more: bool = False  # "three others", "five more": beside a number named before
    partitive: bool = False  # "two of them", "three of the victims"
    compound: bool = False  # it stands in one word with the number: "a 46-*page* report"
    subject: int | None = None  # row of what a verb of change or of reaching says it of: "*cases* fell to 653"

    def text(self, whole: str) -> str:
        """The words, as they stand; empty where there are none."""
        return self.span.of(whole) if self.span else ""


def counted_of(tree: Tree, first: int, last: int) -> Counted:
    """What the number in rows ``first`` to ``last`` (included) counts."""
    stop = min(last + 1 + _LONGEST, tree.sentence(last)[1])
    row, words = last + 1, tree.lexicon.figures
    if tree.word(row) in words.worth and tree.word(row + 1) in words.part_of:
        row += 2 + (tree.part(row + 2) == labels.DETERMINER)  # "$2 million worth of the tools"
    partitive = False
    while row < stop and tree.lowered[row] in (words.partitive if partitive else words.part_of | words.them):
        partitive = partitive or tree.lowered[row] in words.part_of
        if tree.lowered[row] in words.them:
            return _of_them(tree, first, row, stop)
        row += 1
    while partitive and row < stop and tree.pos[row] == labels.NUMERAL:
        row += 1  # "21 of 71 laps"
    head, more = _noun(tree, row, stop)
    if head is None:
        return Counted(first=first, last=row, head=last, more=more) if more else _of_a_group(tree, first, last)
    begin = _behind_whole(tree, row, head) if partitive else row
    end = _with_tail(tree, head, stop)
    return Counted(first=first, last=end, head=head, span=tree.span(begin, end), more=more, partitive=partitive)


def _behind_whole(tree: Tree, row: int, head: int) -> int:
    """Where the words for a part begin, behind the number of the whole: "30 of the firm's 200 *drivers*"; ``row`` where none is told."""
    return next((at + 1 for at in range(head - 1, row - 1, -1) if tree.pos[at] == labels.NUMERAL), row)


def _of_a_group(tree: Tree, first: int, last: int) -> Counted:
    """What a number without a noun behind it counts: the group that it is the size of, "a *crew* of nine", or nothing."""
    words = tree.lexicon.figures
    if tree.word(first - 1) in words.part_of and tree.word(first - 2) in words.groups:
        return Counted(first=first, last=last, head=first - 2, span=tree.span(first - 2, first - 2))
    return Counted(first=first, last=last, head=last)


def compound_of(text: str, tree: Tree, first: int, end: int) -> Counted | None:
    """What a number that ends at the character ``end`` counts in one word with itself; None where no noun is joined to it."""
    joined = _JOINED.match(text, end)
    if joined is None or joined[1].lower() not in tree.lexicon.quantities.compound_nouns:
        return None
    span = Span(start=joined.start(1), end=joined.end(1))
    row = tree.rows(span)[-1]
    return Counted(first=first, last=row, head=row, span=span, compound=True)


def changed_of(tree: Tree, counted: Counted) -> Counted:
    """The same with the subject of a verb of change or of reaching as what is counted; as it was where none is.

    As in "*cases* fell to 653", "the number of *strikes* had reached 80", "the toll, up from 29, stood at 33"; of a verb of
    giving a count it is the object: "put the number of *strikes* at 80".
    """
    verb, objective = _verb_of_value(tree, counted)
    if verb is None:
        return counted
    words = tree.lexicon.measures
    subject = tree.child(verb, *labels.NOMINAL_SUBJECTS)
    if subject is None or tree.pos[subject] != labels.NOUN or tree.lemmas[verb] in words.putting:
        put = tree.child(verb, labels.DIRECT_OBJECT)
        if put is not None and tree.lowered[put] in words.tallies:
            subject, objective = put, False
    if subject is None or tree.pos[subject] != labels.NOUN:
        return counted
    plural = tree.tags[subject] == labels.PLURAL_NOUN and tree.pos[verb] == labels.VERB
    if objective and not plural and tree.lowered[subject] not in words.tallies:
        return counted  # "the firm reached 40", "the victims were 15 and 17"
    noun = _tallied_noun(tree, subject) if tree.lowered[subject] in words.count_nouns else subject
    begin = next((row for row in range(tree.lefts[noun], noun + 1) if tree.pos[row] in _INSIDE), noun)
    return replace(counted, span=tree.span(begin, noun), subject=noun)


def _verb_of_value(tree: Tree, counted: Counted) -> tuple[int | None, bool]:
    """The verb whose subject comes to a number; and whether the number is its object, which may also be what is reached."""
    words = tree.lexicon.quantities
    rows = range(counted.first, counted.last + 1)
    row: int = next((row for row in rows if tree.pos[row] == labels.NUMERAL), counted.last)
    while tree.deps[row] in {labels.NUMBER_MODIFIER, labels.NUMERIC}:
        row = tree.heads[row]
    over = tree.heads[row]
    is_it = tree.deps[row] == labels.ATTRIBUTE and tree.pos[over] == labels.AUXILIARY_VERB
    if is_it or (tree.deps[row] == labels.DIRECT_OBJECT and tree.lemmas[over] in words.reaching):
        return over, True
    return (_verb_before(tree, over) if tree.deps[row] == labels.PREPOSED else None), False


def _verb_before(tree: Tree, link: int) -> int | None:
    """The verb, or the adverb's verb, that comes to a value by the preposition at ``link``: "stood *at* 33", "put it *at* 33"."""
    words, verb = tree.lexicon.quantities, tree.heads[link]
    given = tree.lexicon.measures.putting.get(tree.lemmas[verb])
    stands = tree.lowered[link] in words.standing_at and tree.lemmas[verb] in words.standing
    if stands or (given is not None and given.word == tree.lowered[link]):
        return verb
    links = words.change_to | words.change_from
    if tree.lowered[link] not in links:
        return None
    if tree.lowered[verb] in links | words.change_by:
        verb = tree.heads[verb]  # "fell *from* 900 *to* 700"
    if tree.lowered[verb] not in words.changing:
        return None
    beside = tree.heads[verb] if tree.pos[verb] == labels.ADVERB else None  # "stands at 33, *up* from 29"
    return verb if tree.pos[verb] in labels.VERBAL else beside


def _tallied_noun(tree: Tree, subject: int) -> int:
    """What a count is of: "the number of *strikes*"; the count itself where that is not said."""
    of = next((row for row in tree.children[subject] if tree.lowered[row] in tree.lexicon.figures.part_of), None)
    noun = tree.child(of, labels.PREPOSED)
    return noun if noun is not None and tree.pos[noun] in labels.NOUNS else subject


def _of_them(tree: Tree, first: int, row: int, stop: int) -> Counted:
    """As in "19 of them children": the noun behind says who they are."""
    noun, _ = _noun(tree, row + 1, stop)
    begin, end = (row, row) if noun is None else (row + 1, noun)
    return Counted(first=first, last=end, head=end, span=tree.span(begin, end), partitive=True)


def _noun(tree: Tree, row: int, stop: int) -> tuple[int | None, bool]:
    """The head of the noun phrase that goes on at ``row``, and whether it says "more"."""
    words, head, more = tree.lexicon.figures, None, False
    for here in range(row, stop):
        word = tree.lowered[here]
        if word in words.others:
            return here, True
        if word in words.more:
            more = True
        elif (head is not None and word in words.times) or _closes(tree, here, stop) or not _goes_on(tree, here, stop):
            break  # "30 cases last winter"
        elif tree.pos[here] in labels.NOUNS:
            head = here
    return head, more


def _closes(tree: Tree, row: int, stop: int) -> bool:
    """Whether the word says what happened, or when, and is no part of the noun phrase."""
    word, table = tree.lowered[row], measure_table(tree.lexicon)
    behind = row + 1 if row + 1 < stop else None
    modifying = tree.deps[row] == labels.ADJECTIVAL and tree.heads[row] > row
    if tree.tags[row] == labels.OWNER_SIGN or (modifying and tree.part(behind) == labels.NOUN):
        return False
    if word in tree.lexicon.figures.times or word in tree.lexicon.measures.auxiliaries:
        return True
    if word in table.nouns:
        return False
    if word in table.subjects:
        return tree.tags[row] != labels.PLURAL_NOUN  # "two marches"
    told = word in table.states or word in table.participles
    return told and tree.form(behind) not in _COMMON


_COMMON: Final = frozenset({labels.PLURAL_NOUN, labels.SINGULAR_NOUN})


def _goes_on(tree: Tree, row: int, stop: int) -> bool:
    behind, pos = row + 1, tree.pos[row]
    if pos in _INSIDE:
        return True
    if behind >= stop:
        return False
    if pos == labels.COORDINATOR:
        return _joins_modifiers(tree, row, stop)
    if tree.words[row] in _HYPHENS or tree.tags[row] == labels.OWNER_SIGN:
        return tree.starts[row] == tree.ends[row - 1]
    if tree.tags[row] in labels.PARTICIPLES:
        return tree.pos[behind] in labels.NOUNS and tree.heads[row] > row and tree.deps[row] == labels.ADJECTIVAL
    return pos == labels.ADVERB and tree.pos[behind] == labels.ADJECTIVE and tree.heads[row] == behind


def _joins_modifiers(tree: Tree, row: int, stop: int) -> bool:
    """As in "shipping and trading firms", "current or former members": what is joined hangs from a later noun."""
    before, behind = row - 1, row + 1
    head = tree.heads[before]
    if not (row < head < stop and tree.pos[head] in labels.NOUNS and tree.deps[before] in labels.MODIFIERS):
        return False
    return tree.heads[behind] in {before, head} and tree.pos[behind] != labels.DETERMINER


def _with_tail(tree: Tree, head: int, stop: int) -> int:
    """The last row of the noun phrase with an "of" or "under five" behind its head."""
    row, words = head + 1, tree.lexicon.figures
    if row >= stop or tree.lowered[row] not in words.tails:
        return head
    if tree.lowered[row] not in words.part_of and tree.lowered[head] not in tree.lexicon.measures.person_words:
        return head  # "40 million crowns over three years"
    behind = range(row + 1, stop)
    end = next((at for at in behind if tree.pos[at] not in _INSIDE and tree.tags[at] not in _IN_TAILS), stop) - 1
    return end if end > row and tree.pos[end] in {*labels.NOUNS, labels.NUMERAL} else head


_IN_TAILS: Final = frozenset({labels.DETERMINER_TAG, labels.OWNING_PRONOUN, labels.OWNER_SIGN})
