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
    stop = min(last + 1 + _LONGEST, _sentence_end(tree, last))
    row, words = last + 1, tree.lexicon.figures
    partitive = False
    while row < stop and tree.words[row].lower() in (words.partitive if partitive else words.part_of | words.them):
        partitive = partitive or tree.words[row].lower() in words.part_of
        if tree.words[row].lower() in words.them:
            return _of_them(tree, first, row, stop)
        row += 1
    while partitive and row < stop and tree.pos[row] == labels.NUMERAL:
        row += 1  # "21 of 71 laps"
    begin = row
    head, more = _noun(tree, row, stop)
    if partitive and head is not None:  # "30 of the firm's 200 drivers": drivers, of whom 200 are the whole
        begin = next((at + 1 for at in range(head - 1, row - 1, -1) if tree.pos[at] == labels.NUMERAL), row)
    if head is None:
        lone = row < stop and tree.words[row].lower() in words.others
        return Counted(first=first, last=row if lone or more else last, head=last, more=more or lone)
    end = _with_tail(tree, head, stop)
    return Counted(first=first, last=end, head=head, span=tree.span(begin, end), more=more, partitive=partitive)


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

    As in "*cases* fell to 653", "the number of *strikes* had reached 80", "the toll, up from 29, stood at 33".
    """
    verb, objective = _verb_of_value(tree, counted)
    subject = None if verb is None else tree.child(verb, *labels.NOMINAL_SUBJECTS)
    if subject is None or tree.pos[subject] != labels.NOUN:
        return counted
    words = tree.lexicon.measures
    if objective and tree.tags[subject] != labels.PLURAL_NOUN and tree.lowered[subject] not in words.tallies:
        return counted  # "the firm reached 40"
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
    if tree.deps[row] == labels.DIRECT_OBJECT and tree.lemmas[over] in words.reaching:
        return over, True
    link, verb = tree.lowered[over], tree.heads[over]
    if tree.deps[row] != labels.PREPOSED:
        return None, False
    if link in words.standing_at and tree.lemmas[verb] in words.standing:
        return verb, False
    links = words.change_to | words.change_from
    if link not in links:
        return None, False
    if tree.lowered[verb] in links | words.change_by:
        verb = tree.heads[verb]  # "fell *from* 900 *to* 700"
    if tree.pos[verb] == labels.ADVERB and tree.lowered[verb] in words.changing:
        return tree.heads[verb], False  # "stands at 33, *up* from 29"
    changing = tree.pos[verb] in labels.VERBAL and tree.lowered[verb] in words.changing
    return (verb if changing else None), False


def _tallied_noun(tree: Tree, subject: int) -> int:
    """What a count is of: "the number of *strikes*"; the count itself where that is not said."""
    of = next((row for row in tree.children[subject] if tree.lowered[row] in tree.lexicon.figures.part_of), None)
    noun = None if of is None else tree.child(of, labels.PREPOSED)
    return subject if noun is None or tree.pos[noun] not in labels.NOUNS else noun


def _of_them(tree: Tree, first: int, row: int, stop: int) -> Counted:
    """As in "19 of them children": the noun behind says who they are."""
    noun, _ = _noun(tree, row + 1, stop)
    if noun is None:
        return Counted(first=first, last=row, head=row, span=tree.span(row, row), partitive=True)
    return Counted(first=first, last=noun, head=noun, span=tree.span(row + 1, noun), partitive=True)


def _noun(tree: Tree, row: int, stop: int) -> tuple[int | None, bool]:
    """The head of the noun phrase that goes on at ``row``, and whether it says "more"."""
    head, more = None, False
    while row < stop:
        word = tree.words[row].lower()
        if word in tree.lexicon.figures.more:
            more = True
            if word in tree.lexicon.figures.others:
                return row, True
        elif head is not None and word in tree.lexicon.figures.times:
            break  # "30 cases last winter"
        elif (tree.tags[row] != labels.OWNER_SIGN and _closes(tree, row, stop, word)) or not _goes_on(tree, row, stop):
            break
        elif tree.pos[row] in labels.NOUNS:
            head = row
        row += 1
    return head, more


def _closes(tree: Tree, row: int, stop: int, word: str) -> bool:
    """Whether the word says what happened, or when, and is no part of the noun phrase."""
    if (
        tree.deps[row] == labels.ADJECTIVAL
        and tree.heads[row] > row
        and row + 1 < stop
        and tree.pos[row + 1] == labels.NOUN
    ):
        return False
    if word in tree.lexicon.figures.times or word in tree.lexicon.measures.auxiliaries:
        return True
    table = measure_table(tree.lexicon)
    if word in table.nouns or (word in table.subjects and tree.tags[row] == labels.PLURAL_NOUN):
        return False  # "two marches"
    if word not in table.states and word not in table.participles and word not in table.subjects:
        return False
    return not (
        row + 1 < stop
        and tree.tags[row + 1] in {labels.PLURAL_NOUN, labels.SINGULAR_NOUN}
        and word not in table.subjects
    )


def _goes_on(tree: Tree, row: int, stop: int) -> bool:
    if tree.pos[row] in _INSIDE:
        return True
    word = tree.words[row]
    following = row + 1 < stop
    if tree.pos[row] == labels.COORDINATOR and following:
        return _joins_modifiers(tree, row, stop)
    if word in _HYPHENS or tree.tags[row] == labels.OWNER_SIGN:
        return following and tree.starts[row] == tree.ends[row - 1]
    if tree.tags[row] in labels.PARTICIPLES and following:
        return tree.pos[row + 1] in labels.NOUNS and tree.heads[row] > row and tree.deps[row] == labels.ADJECTIVAL
    return (
        following
        and tree.pos[row] == labels.ADVERB
        and tree.pos[row + 1] == labels.ADJECTIVE
        and tree.heads[row] == row + 1
    )


def _joins_modifiers(tree: Tree, row: int, stop: int) -> bool:
    """As in "shipping and trading firms", "current or former members": what is joined hangs from a later noun."""
    before, behind = row - 1, row + 1
    head = tree.heads[before]
    if not (row < head < stop and tree.pos[head] in labels.NOUNS and tree.deps[before] in labels.MODIFIERS):
        return False
    return tree.heads[behind] in {before, head} and tree.pos[behind] != labels.DETERMINER


def _with_tail(tree: Tree, head: int, stop: int) -> int:
    """The last row of the noun phrase with an "of" or "under five" behind its head."""
    row = head + 1
    words = tree.lexicon.figures
    if row >= stop or tree.lowered[row] not in words.tails:
        return head
    if tree.lowered[row] not in words.part_of and tree.lowered[head] not in tree.lexicon.measures.person_words:
        return head  # "40 million crowns over three years"
    end = row
    for here in range(row + 1, stop):
        if tree.pos[here] not in _INSIDE and tree.tags[here] not in {
            labels.DETERMINER_TAG,
            labels.OWNING_PRONOUN,
            labels.OWNER_SIGN,
        }:
            break
        end = here
    return end if end > row and tree.pos[end] in {*labels.NOUNS, labels.NUMERAL} else head


def _sentence_end(tree: Tree, row: int) -> int:
    return tree.sentences[tree.sentence_of[row]][1]
