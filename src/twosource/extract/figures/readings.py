"""The numbers of one block, each with what it counts and what happened to them."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from twosource.extract.figures.amounts import amount_of
from twosource.extract.figures.counted import Counted, changed_of, compound_of, counted_of
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measures import happening_of
from twosource.extract.figures.measures_behind import of_subject
from twosource.extract.figures.reading import Reading
from twosource.extract.figures.worth import Plain, is_worth_a_line, stands_alone
from twosource.extract.quantities import FIGURES, Quantity, find_quantities
from twosource.language import labels
from twosource.language.lexicon import Lexicon
from twosource.language.tree import Tree
from twosource.model import Span

_NAMED: Final = frozenset({labels.PRODUCT, labels.WORK, labels.LAW, labels.BUILDING})
_TIMES: Final = frozenset({labels.DATE, labels.TIME})
_NEAR: Final = 40
_PRICE_REACH: Final = 4
"""Words before an amount among which one says that it is a price."""
_MILLION: Final = 1e6
"""From here on a number of pounds right behind money is money: "85 million euros (74 million pounds)"."""
_STOPS: Final = frozenset(";:")


def explicit_readings(text: str, block: int, tree: Tree) -> list[Reading]:
    """A reading for each number that is a figure, of the article's text in the tree of a block, by place."""
    if not len(tree):
        return []
    base, end = tree.starts[0], tree.ends[-1]
    whole = text[base:end]
    found: list[Reading] = []
    for number in find_quantities(whole, tree.language):
        if number.kind not in FIGURES:
            continue
        first, last = rows_of(tree, base + number.start, base + number.end)
        if first > last or tree.is_inside_name(first, last, _NAMED) or _names_what(text, tree, (first, last)):
            continue
        reading = _reading(text, block, tree, number, (first, last, base))
        if reading is not None:
            found.append(reading)
    return found


def rows_of(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """First row, and last row included, of the tokens from ``start`` to ``end``."""
    first = max(bisect_right(tree.starts, start) - 1, 0)
    if tree.ends[first] <= start:
        first += 1
    return first, bisect_right(tree.starts, end - 1) - 1


def _names_what(text: str, tree: Tree, rows: tuple[int, int]) -> bool:
    """Whether a bare number right behind a word with a capital belongs to that: "Corvex 8", and counts nothing."""
    first, last = rows
    bare = first == last and first > 0 and tree.words[first].isdecimal() and tree.words[first - 1][:1].isupper()
    if not bare or tree.pos[first - 1] not in labels.NOUNS or tree.ends[first - 1] + 1 != tree.starts[first]:
        return False
    return _which_one(tree, first) or _often_called_so(text, tree, first) or _inside_a_noun(tree, rows)


def _which_one(tree: Tree, number: int) -> bool:
    """As in "Horus 4 did not make it": the number says which."""
    named = tree.heads[number] == number - 1 and tree.deps[number] == labels.NUMERIC
    verb = tree.part(number + 1) in labels.VERBAL
    return named and verb and tree.deps[number - 1] in labels.NOMINAL_SUBJECTS


def _often_called_so(text: str, tree: Tree, number: int) -> bool:
    """The article calls it so more than once."""
    name = tree.span(number - 1, number).of(text)
    called = re.findall(rf"(?<!\w){re.escape(name)}(?![\w,.]\d)", text) if tree.pos[number - 1] == labels.NAME else ()
    return len(called) > 1


def _inside_a_noun(tree: Tree, rows: tuple[int, int]) -> bool:
    """As in "the Volta 4 owners": the name is part of a noun; not in "at the Grand Hotel 12 guests"."""
    begin = tree.names_before(rows[0] - 1)
    placed = tree.word(begin - 2) in tree.lexicon.measures.at_places
    determined = tree.part(begin - 1) == labels.DETERMINER
    return determined and not placed and tree.part(rows[1] + 1) == labels.NOUN


def _reading(text: str, block: int, tree: Tree, number: Quantity, place: tuple[int, int, int]) -> Reading | None:
    """The number as a figure; None where it is no line worth."""
    first, _, base = place
    words, number = tree.lexicon.figures, _spread(tree, _as_money(text, number, tree.lexicon, base), base)
    span = Span(start=base + number.start, end=base + number.end)
    before, after = text[max(span.start - _NEAR, 0) : span.start], text[span.end : span.end + _NEAR]
    plain, happening = _told_of(text, tree, number, place)
    counted = plain.counted
    summed = bool(words.summed.search(before)) and not plain.noun
    reading = Reading(
        block=block, sentence=tree.sentence_of[first], span=span, low=number.low, high=number.high, bound=number.bound,
        unit=number.unit, kind=number.kind, counted=counted, words=plain.noun, measure=None, how=None, row=first,
        parts=_is_part(plain, before, after), more=counted.more, one_of=bool(words.one_of.search(before)),
        alone=number.kind == "count" and stands_alone(plain), listed=summed or plain.named is not None or plain.is_listed,
        cumulative=summed or _cumulative(tree, counted, text, span.start), again=_is_again(tree, counted),
    )  # fmt: skip
    if happening is not None:
        reading = replace(
            reading, measure=happening.measure, how=happening.how, row=happening.row,
            parts=reading.parts or bool(words.part_of_the.match(after)) or _is_among(tree, happening), cumulative=happening.value_of or reading.cumulative,
        )  # fmt: skip
    told = happening is not None or reading.parts or summed or number.kind != "count"
    if _is_one_of_things(plain) or not (told or is_worth_a_line(plain)):
        return None
    return replace(reading, definite=reading.cumulative is not True and plain.before in words.determiners)


def _told_of(text: str, tree: Tree, number: Quantity, place: tuple[int, int, int]) -> tuple[Plain, Happening | None]:
    """A number with what it counts, and what happened to that; of a verb of change its subject is counted."""
    first, last, base = place
    counted = compound_of(text, tree, first, base + number.core_end) or counted_of(tree, first, last)
    if number.kind == "share" and tree.kind_of_name(counted.head) in _TIMES:
        counted = replace(counted, span=None)  # "12% last month"
    happening = _happening(tree, number, counted, (first, last))
    if happening is None and number.kind == "count" and counted.span is None:
        counted = changed_of(tree, counted)
        happening = of_subject(tree, counted)
    return Plain(tree=tree, number=number, counted=counted, noun=counted.text(text)), happening


def _happening(tree: Tree, number: Quantity, counted: Counted, rows: tuple[int, int]) -> Happening | None:
    """What happened to what is counted, or what is told of an amount."""
    if number.kind == "count" and not counted.compound:
        return happening_of(tree, counted)
    happening = happening_of(tree, counted) if number.kind == "share" else None
    return happening or amount_of(tree, rows, number.kind, counted)


def _is_again(tree: Tree, counted: Counted) -> bool:
    """Whether only a word for a count stands for what is counted, one spoken of before: "*The figure* is 41"."""
    noun, words = counted.subject, tree.lexicon
    if noun is None or tree.lowered[noun] not in words.measures.tallies:
        return False
    beside = {tree.lowered[child] for child in tree.children[noun]}
    return not words.measures.definite.isdisjoint(beside) and words.figures.part_of.isdisjoint(beside)


def _is_among(tree: Tree, happening: Happening) -> bool:
    """Whether those counted are only told to be some of all: "were *among* the dead"."""
    return tree.lowered[happening.row] in tree.lexicon.measures.asides


def _is_part(plain: Plain, before: str, after: str) -> bool:
    """Whether words before or behind the number make it a part of another: "including 137", "two of whom", "with 60 in"."""
    words = plain.words
    if words.part_before.search(before) or words.part_of_them.match(after):
        return True
    return plain.behind in words.listed_in and bool(words.part_with.search(before))


def _as_money(text: str, number: Quantity, lexicon: Lexicon, base: int) -> Quantity:
    """The same in a currency where its unit is a weight's name, and the article writes the currency's sign or it is a price."""
    unit = text[base + number.core_end : base + number.end].lower().split()[-1:]
    sign, currency = lexicon.quantities.also_money.get(unit[0] if unit else "", ("", ""))
    if not sign:
        return number
    beside = text[max(base + number.start - _NEAR, 0) : base + number.start]
    priced = number.high >= _MILLION and any(one.kind == "money" for one in find_quantities(beside, lexicon.code))
    paid = not lexicon.quantities.prices.isdisjoint(beside.lower().split()[-_PRICE_REACH:])
    return replace(number, unit=currency, kind="money") if priced or paid or sign in text else number


def _spread(tree: Tree, number: Quantity, base: int) -> Quantity:
    """The same without a bound where a time is what something else is spread over: "3 crowns over five years"."""
    row = bisect_right(tree.starts, base + number.start) - 1
    if number.kind != "duration" or number.bound != "more than" or tree.lowered[row] not in tree.lexicon.figures.spread:
        return number
    opens = row == tree.sentence(row)[0]
    spread = tree.pos[row - 1] in labels.NOUNS or tree.tags[row - 1] == labels.CARDINAL_TAG
    spread = spread or tree.word(row - 1) in tree.lexicon.figures.spreading
    return replace(number, bound="unstated", start=tree.starts[row + 1] - base) if spread and not opens else number


def _is_one_of_things(plain: Plain) -> bool:
    """As in "one of the worst nights": a way of speaking, and no count, but of persons."""
    counted, words = plain.counted, plain.tree.lexicon.measures
    persons = plain.tree.lowered[counted.head] in words.person_words
    return plain.is_one and counted.partitive and counted.span is not None and not persons


def _cumulative(tree: Tree, counted: Counted, text: str, start: int) -> bool | None:
    """Whether words beside the number, with no other number between, make it a total so far, or new ones only.

    ``start`` is where the number begins in the article's text.
    """
    first, last = tree.sentence(counted.first)
    sentence, words = tree.span(first, last - 1), tree.lexicon.figures
    said, at = sentence.of(text), start - sentence.start
    if words.new.search(" ".join(tree.words[max(counted.first - 2, 0) : counted.last + 2])):
        return False
    for total in words.total.finditer(said):
        between = said[total.end() : at] if total.start() < at else said[at : total.start()].lstrip("0123456789,.")
        if not any(sign.isdigit() or sign in _STOPS for sign in between):
            return True
    return None
