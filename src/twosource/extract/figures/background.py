"""Numbers of other events, of a longer time, or since replaced: an article tells them beside what it is about."""

import re
from functools import cache, lru_cache
from typing import Final, Literal

from twosource.language import labels
from twosource.language.lexicon import Lexicon
from twosource.language.tree import Tree
from twosource.language.word_files import any_of
from twosource.text.reasons import Reason

_CLAUSE_OF_TIME: Final = frozenset({"after", "when", "since", "before"})
_REACH: Final = 90  # code points before a number in which "days after" gives it to another event
_LAST_YEAR: Final = 1  # an event of December is told in January; what was "in 2030" is no such event


@lru_cache(maxsize=512)
def why_background(sentence: str, at: int, year: int | None, lexicon: Lexicon) -> Reason | None:
    """Why the number that begins ``at`` a code point of a sentence is of an article's background; None where nothing says so.

    ``year`` is the article's own; None where it has no date, and any year then counts as another.

    Example:
        >>> from twosource.language import lexicon_of
        >>> why_background("The 1994 quake killed 57 people.", 22, 2031, lexicon_of("en"))
        Reason('measures.other_year', year='1994')
    """
    return (
        _said_of_all(sentence, lexicon)
        or _said_before(sentence[max(at - _REACH, 0) : at], lexicon)
        or _of_another_year(sentence, year, lexicon)
    )


def _said_of_all(sentence: str, lexicon: Lexicon) -> Reason | None:
    """As in "killed 40 this year": words anywhere in the sentence, but where something is only compared by them."""
    for kind, pattern in _patterns(lexicon, "whole"):
        for found in pattern.finditer(sentence):
            if not lexicon.background.compared.search(sentence[: found.start()]):
                return Reason("measures.speaks_of", words=found.group(), kind=kind)
    return None


def _said_before(near: str, lexicon: Lexicon) -> Reason | None:
    """As in "days after 20 were killed": words before the number, with no comma between."""
    for kind, pattern in _patterns(lexicon, "before"):
        for found in pattern.finditer(near):
            if "," not in near[found.end() :]:
                return Reason("measures.speaks_of", words=found.group().strip(), kind=kind)
    return None


def _of_another_year(sentence: str, year: int | None, lexicon: Lexicon) -> Reason | None:
    words = lexicon.background
    for found in words.year.finditer(sentence):
        whole = words.of_whole_year.search(sentence[: found.start()])
        if year is None or int(found.group()) < year - (0 if whole else _LAST_YEAR):
            return Reason("measures.other_year", year=found.group())
    return None


def value_before(tree: Tree, row: int, number: int) -> Reason | None:
    """Why a number is what a count was before; None where it is not: "rose *from 18* to 21", "rose to 21 *from 18*".

    ``row`` is that of the word that says what is counted, before the number.
    """
    words = tree.lexicon.quantities
    if not 0 <= row < number or tree.lowered[number - 1] not in words.change_from:
        return None
    behind = tree.word(number + 1)
    before = tree.lowered[max(number - 3, 0)] if tree.pos[number - 2] == labels.NUMERAL else ""
    moved = tree.lowered[number - 2] in words.changing and tree.pos[number - 2] == labels.ADVERB  # "33, up from 29"
    changed = moved or behind in words.change_to or before in words.change_to
    return Reason("measures.before_change") if changed else None


def told_beside(tree: Tree, row: int, lead: str) -> Reason | None:
    """Why what happened at ``row`` is another event told beside; None where nothing says so.

    As in "after Ada Lorn killed 20 in Sule": somebody named does it in a clause of time, and the article's
    headline and first paragraphs, ``lead``, know neither the name nor a place of that clause.
    """
    marks = {
        tree.words[child].lower()
        for child in tree.children[row]
        if tree.deps[child] in {labels.MARKER, labels.ADVERB_MODIFIER}
    }
    subject = tree.child(row, labels.NOMINAL_SUBJECT)
    if tree.deps[row] != labels.ADVERBIAL or not marks & _CLAUSE_OF_TIME or subject is None:
        return None
    names = {tree.words[at] for at in range(tree.lefts[row], tree.rights[row] + 1) if tree.pos[at] == labels.NAME}
    if tree.kind_of_name(subject) != labels.PERSON or any(name in lead for name in names):
        return None
    return Reason("measures.not_in_lead", words=tree.words[subject])


@cache
def _patterns(lexicon: Lexicon, side: Literal["whole", "before"]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = lexicon.background
    kinds = words.whole if side == "whole" else words.before
    months, end = any_of(lexicon.quantities.months), r"\b" if side == "whole" else ""
    return tuple(
        (kind, re.compile(rf"\b(?:{'|'.join(patterns).replace('MONTH', months)})" + end, re.IGNORECASE))
        for kind, patterns in kinds.items()
    )
