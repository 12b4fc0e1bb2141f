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
from twosource.extract.figures.worth import Plain, is_worth_a_line, named_before, stands_alone
from twosource.extract.quantities import FIGURES, Quantity, find_quantities
from twosource.language import labels
from twosource.language.lexicon import Lexicon
from twosource.language.tree import Tree
from twosource.language.words_figures import FigureWords
from twosource.model import Span

_NAMED: Final = frozenset({labels.PRODUCT, labels.WORK, labels.LAW, labels.BUILDING})
_NEAR: Final = 40
_MILLION: Final = 1e6
"""From here on a number of pounds right behind money is money: "85 million euros (74 million pounds)"."""
_BEHIND_STATE: Final = 2
"""Rows from what is counted, or from what happened to them, to a word that says how badly."""
_STOPS: Final = frozenset(";:")


def explicit_readings(text: str, block: int, tree: Tree, lexicon: Lexicon) -> list[Reading]:
    """A reading for each number of ``tree`` that is a figure, by place.

    Args:
        text: The article's text.
        block: Index of the block.
        tree: Its tree.
        lexicon: The words of its language.
    """
    if not len(tree):
        return []
    base, end = tree.starts[0], tree.ends[-1]
    whole = text[base:end]
    found: list[Reading] = []
    for number in find_quantities(whole, tree.language):
        if number.kind not in FIGURES:
            continue
        first, last = rows_of(tree, base + number.start, base + number.end)
        before = found[-1].counted if found else None
        if first > last or any(rule(text, tree, (first, last), before) for rule in _OF_NAMES):
            continue
        reading = _reading(text, block, tree, number, (first, last, base), lexicon)
        if reading is not None:
            found.append(reading)
    return found


def rows_of(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """First row, and last row included, of the tokens from ``start`` to ``end``."""
    first = max(bisect_right(tree.starts, start) - 1, 0)
    if tree.ends[first] <= start:
        first += 1
    return first, bisect_right(tree.starts, end - 1) - 1


def _in_name(text: str, tree: Tree, rows: tuple[int, int], before: Counted | None) -> bool:
    """It stands inside a name."""
    del text, before
    first, last = rows
    return any(
        entity.first <= first and last < entity.last and entity.last - entity.first > last - first + 1
        for entity in tree.entities
        if entity.label in _NAMED
    )


def _behind_its_name(tree: Tree, rows: tuple[int, int]) -> bool:
    """Whether a bare number stands right behind a word that begins with a capital."""
    first, last = rows
    bare = first == last and first > 0 and tree.words[first].isdecimal() and tree.words[first - 1][:1].isupper()
    return bare and tree.pos[first - 1] in labels.NOUNS and tree.ends[first - 1] + 1 == tree.starts[first]


def _which_one(text: str, tree: Tree, rows: tuple[int, int], before: Counted | None) -> bool:
    """As in "Horus 4 did not make it": the number says which, and counts nothing."""
    del text, before
    name, number = rows[0] - 1, rows[0]
    named = _behind_its_name(tree, rows) and tree.heads[number] == name and tree.deps[number] == labels.NUMERIC
    behind = tree.pos[min(number + 1, len(tree) - 1)]
    return named and tree.deps[name] in labels.NOMINAL_SUBJECTS and behind in labels.VERBAL


def _often_called_so(text: str, tree: Tree, rows: tuple[int, int], before: Counted | None) -> bool:
    """The article calls it so more than once: "Corvex 8"."""
    del before
    if not _behind_its_name(tree, rows) or tree.pos[rows[0] - 1] != labels.NAME:
        return False
    name = tree.span(rows[0] - 1, rows[0]).of(text)
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?![\w,.]\d)", text)) > 1


def _inside_a_noun(text: str, tree: Tree, rows: tuple[int, int], before: Counted | None) -> bool:
    """As in "30 Volta 4 owners", "the Volta 4 owners": the name is part of a noun that an earlier number or article is of."""
    del text
    if not _behind_its_name(tree, rows):
        return False
    begin = rows[0] - 1
    while begin and tree.pos[begin - 1] == labels.NAME:
        begin -= 1
    counted = before is not None and before.span is not None and before.first < begin and rows[1] < before.last
    if counted or begin == 0 or tree.pos[begin - 1] != labels.DETERMINER:
        return counted
    placed = begin > 1 and tree.lowered[begin - 2] in tree.lexicon.measures.at_places  # "at the Grand Hotel 12 guests"
    return not placed and tree.pos[min(rows[1] + 1, len(tree) - 1)] == labels.NOUN


_OF_NAMES: Final = (_in_name, _which_one, _often_called_so, _inside_a_noun)


def _reading(
    text: str, block: int, tree: Tree, number: Quantity, place: tuple[int, int, int], lexicon: Lexicon
) -> Reading | None:
    """The number as a figure; None where it is no line worth."""
    first, last, base = place
    words, number = lexicon.figures, _as_money(text, number, lexicon, base)
    number = _spread(tree, number, base, words)
    counted = compound_of(text, tree, first, base + number.core_end) or counted_of(tree, first, last)
    if number.kind == "share" and counted.span is not None and _is_time(tree, counted):
        counted = replace(counted, span=None)
    happening = _happening(tree, number, counted, (first, last))
    before = text[max(base + number.start - _NEAR, 0) : base + number.start]
    after = text[base + number.end : base + number.end + _NEAR]
    one_of = bool(words.one_of.search(before))
    if happening is None and number.kind == "count" and counted.span is None:
        counted = changed_of(tree, counted)
        happening = of_subject(tree, counted)
    noun = counted.text(text)
    parts = _is_part(tree, counted, words, before, after)
    summed = bool(words.summed.search(before)) and not noun
    plain = Plain(tree=tree, number=number, counted=counted, noun=noun, words=words)
    told = happening is not None or parts or summed
    if _one_of_things(tree, counted, number, words) or not (told or number.kind != "count" or is_worth_a_line(plain)):
        return None
    valued = summed or (happening is not None and happening.value_of)
    cumulative = valued or _cumulative(tree, counted, text, base + number.start, words)
    return Reading(
        block=block, sentence=tree.sentence_of[first], span=Span(start=base + number.start, end=base + number.end),
        low=number.low, high=number.high, bound=number.bound, unit=number.unit, kind=number.kind, counted=counted, words=noun,
        measure=happening.measure if happening else None, how=happening.how if happening else None,
        row=happening.row if happening else first,
        parts=parts or (happening is not None and bool(words.part_of_the.match(after))),
        more=counted.more, one_of=one_of, graded=happening is not None and _is_graded(tree, counted, happening),
        definite=first > 0 and cumulative is not True and tree.lowered[first - 1] in words.determiners,
        alone=number.kind == "count" and not noun and (stands_alone(plain) or named_before(tree, counted.first, words) is not None),
        listed=summed or named_before(tree, counted.first, words) is not None or _is_listed(tree, counted, words),
        cumulative=cumulative,
    )  # fmt: skip


def _happening(tree: Tree, number: Quantity, counted: Counted, rows: tuple[int, int]) -> Happening | None:
    """What happened to what is counted, or what is told of an amount."""
    if number.kind == "count" and not counted.compound:
        return happening_of(tree, counted, tree.lexicon.factuality)
    happening = happening_of(tree, counted, tree.lexicon.factuality) if number.kind == "share" else None
    return happening or amount_of(tree, rows, number.kind, counted)


def _is_part(tree: Tree, counted: Counted, words: FigureWords, before: str, after: str) -> bool:
    """Whether words before or behind the number make it a part of another: "including 137", "two of whom", "with 60 in"."""
    if words.part_before.search(before) or words.part_of_them.match(after):
        return True
    return bool(words.part_with.search(before)) and _follows(tree, counted.last, words.listed_in)


def _is_graded(tree: Tree, counted: Counted, happening: Happening) -> bool:
    """As in "20 slightly hurt", "seven seriously": they are those who came to so much harm, and not all."""
    near = range(counted.last + 1, max(happening.row, counted.last) + _BEHIND_STATE)
    return any(tree.words[row].lower() in tree.lexicon.measures.degrees for row in near if row < len(tree))


def _as_money(text: str, number: Quantity, lexicon: Lexicon, base: int) -> Quantity:
    """The same in a currency where its unit is a weight's name and the article writes the currency's sign."""
    unit = text[base + number.core_end : base + number.end].lower().split()[-1:]
    sign, currency = lexicon.quantities.also_money.get(unit[0] if unit else "", ("", ""))
    beside = text[max(base + number.start - _NEAR, 0) : base + number.start]
    priced = number.high >= _MILLION and any(one.kind == "money" for one in find_quantities(beside, lexicon.code))
    return replace(number, unit=currency, kind="money") if sign and (priced or sign in text) else number


def _spread(tree: Tree, number: Quantity, base: int, words: FigureWords) -> Quantity:
    """The same without a bound where a time is what something else is spread over: "3 crowns over five years"."""
    row = bisect_right(tree.starts, base + number.start) - 1
    if number.kind != "duration" or number.bound != "more than" or tree.words[row].lower() not in words.spread:
        return number
    spread = (
        row > 0
        and (tree.pos[row - 1] in labels.NOUNS or tree.tags[row - 1] == labels.CARDINAL_TAG)
        and tree.sentence_of[row - 1] == tree.sentence_of[row]
    )
    return replace(number, bound="unstated", start=tree.starts[row + 1] - base) if spread else number


def _is_time(tree: Tree, counted: Counted) -> bool:
    """Whether what stands behind a share is when, and not of what: "12% last month"."""
    return any(
        entity.first <= counted.head < entity.last
        for entity in tree.entities
        if entity.label in {labels.DATE, labels.TIME}
    )


def _one_of_things(tree: Tree, counted: Counted, number: Quantity, words: FigureWords) -> bool:
    """As in "one of the worst nights": a way of speaking, and no count, but of persons."""
    one = number.low == number.high == 1 and tree.words[counted.first].lower() in words.one
    person = tree.words[counted.head].lower() in tree.lexicon.measures.person_words
    return one and counted.partitive and counted.span is not None and not person


def _cumulative(tree: Tree, counted: Counted, text: str, start: int, words: FigureWords) -> bool | None:
    """Whether words beside the number, with no other number between, make it a total so far, or new ones only.

    Args:
        tree: Of the block.
        counted: What is counted.
        text: The article's text.
        start: Where the number begins in it.
        words: The words that say so.
    """
    begin = max(counted.first - 2, 0)
    first, last = tree.sentences[tree.sentence_of[counted.first]]
    sentence = tree.span(first, last - 1)
    said, at = sentence.of(text), start - sentence.start
    if words.new.search(" ".join(tree.words[begin : counted.last + 2])):
        return False
    for total in words.total.finditer(said):
        between = said[total.end() : at] if total.start() < at else said[at : total.start()].lstrip("0123456789,.")
        if not any(sign.isdigit() or sign in _STOPS for sign in between):
            return True
    return None


def _is_listed(tree: Tree, counted: Counted, words: FigureWords) -> bool:
    """Whether a number stands like a member of a list: ", 43 in Puebla"."""
    before = tree.words[counted.first - 1].lower() if counted.first else ""
    return before in words.listing and _follows(tree, counted.last, words.listed_in)


def _follows(tree: Tree, row: int, words: frozenset[str]) -> bool:
    return row + 1 < len(tree) and tree.words[row + 1].lower() in words
