"""The numbers of one block, each with what it counts and what happened to them."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from twosource.extract.figures.counted import Counted, counted_of
from twosource.extract.figures.measure_table import person_words, words_of
from twosource.extract.figures.measures import happening_of
from twosource.extract.figures.reading import Reading
from twosource.extract.quantities import FIGURES, Quantity, find_quantities
from twosource.language.lexicon import FactualityWords
from twosource.language.tree import Tree
from twosource.model import Span

_PART_BEFORE: Final = re.compile(
    r"\b(?:including|includes|included|among them|among whom|among those|of those|of whom|of which|of them)(?: were| was| are)?:?,? (?:the )?$",
    re.IGNORECASE,
)
_PART_OF_THEM: Final = re.compile(r"\s(?:of (?:them|whom|which|those|these)\b)", re.IGNORECASE)
_PART_OF_THE: Final = re.compile(r"\s(?:of (?:the|his|her|their|its)\b)", re.IGNORECASE)
_ONE_OF: Final = re.compile(
    r"\b(?:one|two|three|four|among) (?:of )?(?:the |at least |about |some |as many as )?$", re.IGNORECASE
)
_TOTAL: Final = re.compile(
    r"\b(?:[Ss]o far|[Ii]n total|[Ii]n all|[Aa]ltogether|[Tt]otal|[Tt]oll|(?:brings?|bringing|brought) (?:the|its|their|his) (?:total|number|toll|count|tally|death)|overall|cumulative"
    r"|[Ss]ince (?:the|it|then|last|early|late|[A-Z]\w+))\b"
)
_NEW: Final = re.compile(r"\b(?:another|more(?! than| likely| often)|additional|new|further)\b", re.IGNORECASE)
_SUM: Final = re.compile(
    r"\b(?:total|tally|count|number)(?: of dead| of victims)? (?:to|at|now at|stands at|stood at) (?:at least |more than |about )?$"
)
_NAMED: Final = frozenset({"PRODUCT", "WORK_OF_ART", "LAW", "FAC"})
_LIST_REACH: Final = 12
_NEAR: Final = 40
_FEW: Final = 10
_KNOWN: Final = frozenset({"the", "these", "those", "his", "her", "their", "its", "our", "my", "all"})
_WORD_ONE: Final = frozenset({"one", "1"})


def explicit_readings(text: str, block: int, tree: Tree, words: FactualityWords) -> list[Reading]:
    """A reading for each number of ``tree`` that is a figure, by place.

    Args:
        text: The article's text.
        block: Index of the block.
        tree: Its tree.
        words: By which words something is told not to have happened.
    """
    if not len(tree):
        return []
    base, end = tree.starts[0], tree.ends[-1]
    whole = text[base:end]
    found: list[Reading] = []
    for number in find_quantities(whole):
        if number.kind not in FIGURES:
            continue
        first, last = rows_of(tree, base + number.start, base + number.end)
        if first > last or _in_name(tree, first, last) or _is_product(text, tree, first, last):
            continue
        reading = _reading(text, block, tree, number, (first, last, base), words)
        if reading is not None:
            found.append(reading)
    return found


def rows_of(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """First row, and last row included, of the tokens from ``start`` to ``end``."""
    first = max(bisect_right(tree.starts, start) - 1, 0)
    if tree.ends[first] <= start:
        first += 1
    return first, bisect_right(tree.starts, end - 1) - 1


def _in_name(tree: Tree, first: int, last: int) -> bool:
    return any(
        entity.first <= first and last < entity.last and entity.last - entity.first > last - first + 1
        for entity in tree.entities
        if entity.label in _NAMED
    )


def _is_product(text: str, tree: Tree, first: int, last: int) -> bool:
    """Whether a bare number belongs to the name before it, which the article calls so more than once: "Corvex 8"."""
    if not first or first != last or not tree.words[first].isdecimal() or tree.pos[first - 1] != "PROPN":
        return False
    if not tree.words[first - 1][:1].isupper() or tree.ends[first - 1] + 1 != tree.starts[first]:
        return False
    name = tree.span(first - 1, first).of(text)
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?![\w,.]\d)", text)) > 1


def _reading(
    text: str, block: int, tree: Tree, number: Quantity, place: tuple[int, int, int], factuality: FactualityWords
) -> Reading | None:
    first, last, base = place
    counted = counted_of(tree, first, last)
    happening = happening_of(tree, counted, factuality) if number.kind in {"count", "share"} else None
    words = counted.text(text)
    before = text[max(base + number.start - _NEAR, 0) : base + number.start]
    one_of = bool(_ONE_OF.search(before))
    if one_of and happening is not None and _said_of_few(tree, counted):
        happening = None
    after = text[base + number.end : base + number.end + _NEAR]
    parts = bool(_PART_BEFORE.search(before)) or bool(_PART_OF_THEM.match(after))
    summed = bool(_SUM.search(before)) and not words
    if _one_of_things(tree, counted, number):
        return None
    if (
        number.kind == "count"
        and happening is None
        and not parts
        and not summed
        and not _worth(tree, counted, words, number)
    ):
        return None
    parts = parts or (happening is not None and bool(_PART_OF_THE.match(after)))
    sentence = tree.sentence_of[first]
    sentence_rows = tree.sentences[sentence]
    sentence_span = tree.span(sentence_rows[0], sentence_rows[1] - 1)
    said = sentence_span.of(text)
    return Reading(
        block=block,
        sentence=sentence,
        span=Span(start=base + number.start, end=base + number.end),
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit=number.unit,
        kind=number.kind,
        counted=counted,
        words=words,
        measure=happening.measure if happening else None,
        how=happening.how if happening else "",
        row=happening.row if happening else first,
        parts=parts,
        more=counted.more,
        one_of=one_of,
        definite=tree.words[first - 1].lower() in _KNOWN if first else False,
        cumulative=summed or _cumulative(tree, counted, said, happening.how if happening else ""),
    )


def _said_of_few(tree: Tree, counted: Counted) -> bool:
    """As in "one of the four was killed": what happened is said of the one, not of the four."""
    row = counted.last + 1
    return row < len(tree) and tree.words[row].lower() in words_of("going_on")


def _worth(tree: Tree, counted: Counted, words: str, number: Quantity) -> bool:
    """Whether a plain count without a measure is worth a line.

    Something must be counted, and more than one; and "the two countries" only takes up what was said before.
    """
    if _is_listed(tree, counted) and not words:
        return True
    if not words or counted.head <= counted.first:
        return False
    if tree.words[counted.first].lower() in _WORD_ONE and number.low == number.high == 1:
        return False
    before = tree.words[counted.first - 1].lower() if counted.first else ""
    if before in _KNOWN and number.high <= _FEW and number.bound == "unstated":
        return False
    return tree.tags[counted.head] in {"NNS", "NNPS"} or words.lower().split()[-1] in {"people", "others"}


def _one_of_things(tree: Tree, counted: Counted, number: Quantity) -> bool:
    """As in "one of the worst nights": a way of speaking, and no count, but of persons."""
    one = number.low == number.high == 1 and tree.words[counted.first].lower() == "one"
    person = tree.words[counted.head].lower() in person_words()
    return one and counted.partitive and counted.span is not None and not person


def _cumulative(tree: Tree, counted: Counted, said: str, how: str) -> bool | None:
    begin = max(counted.first - 2, 0)
    near = " ".join(tree.words[begin : counted.last + 2])
    if "value of" in how:
        return True
    if _NEW.search(near):
        return False
    return True if _TOTAL.search(said) else None


def with_parts(readings: list[Reading]) -> list[Reading]:
    """The same readings; parts point to their whole, and take its measure and its noun where they have none."""
    found: list[Reading] = []
    for reading in readings:
        parent = _parent(found, reading) if reading.parts else None
        if parent is None:
            found.append(_listed(found, reading))
            continue
        whole = found[parent]
        found.append(
            replace(
                reading,
                part=parent,
                measure=reading.measure or whole.measure,
                how=reading.how or f"a part: {whole.how}",
            )
        )
    return found


def _parent(found: list[Reading], reading: Reading) -> int | None:
    """The nearest reading before, in this sentence or the one before, that is great enough."""
    for index in range(len(found) - 1, max(len(found) - 6, -1), -1):
        whole = found[index]
        if whole.block != reading.block or reading.sentence - whole.sentence > 1:
            return None
        if whole.unit == reading.unit and whole.high >= reading.high and not whole.parts:
            return index
    return None


def _listed(found: list[Reading], reading: Reading) -> Reading:
    """As in "73 deaths in Morelos, 43 in Puebla": the second takes its noun and measure from the first."""
    if not found or reading.words or reading.measure or reading.kind != "count":
        return reading
    before = found[-1]
    same = before.block == reading.block and before.sentence == reading.sentence
    if same and before.measure and reading.counted.first - before.counted.last < _LIST_REACH:
        return replace(
            reading,
            measure=before.measure,
            words=before.words,
            how="in a list: " + before.how.removeprefix("in a list: "),
            row=before.row,
        )
    return reading


def _is_listed(tree: Tree, counted: Counted) -> bool:
    """Whether a number without noun stands like a member of a list: ", 43 in Puebla"."""
    before = tree.words[counted.first - 1].lower() if counted.first else ""
    after = tree.words[counted.last + 1].lower() if counted.last + 1 < len(tree) else ""
    return (
        before in {",", "and", ";"} and after in {"in", "at", "from", "near"} and after not in words_of("auxiliaries")
    )
