"""Counts that are said without a number: "no one was hurt", "a woman was killed", "the couple", "a man and his son"."""

from typing import Final

from twosource.extract.counted import Counted
from twosource.extract.measure_table import measure_table, words_of
from twosource.extract.measures import Happening, happening_of
from twosource.extract.reading import Reading
from twosource.model import BlockKind, Span
from twosource.text.tree import Tree

_BARE_KINDS: Final = frozenset({"headline", "subheading", "caption"})
_BEFORE_NOUN: Final = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "NUM"})
_NP_REACH: Final = 8


def implied_readings(text: str, block: int, tree: Tree, kind: BlockKind) -> list[Reading]:
    """Readings of what is counted without a number, by place.

    Args:
        text: The article's text.
        block: Index of the block.
        tree: Its tree.
        kind: Of the block: in headlines "Man shot" needs no article.
    """
    found: list[Reading] = []
    done = -1
    for row, form in enumerate(tree.words):
        word = form.lower()
        if row <= done:
            continue
        if word in {"no", "nobody", "none", "no-one"}:
            reading = _none(text, block, tree, row)
        elif word in words_of("one") | words_of("pairs"):
            reading = _persons(text, block, tree, row, kind)
        else:
            continue
        if reading is not None:
            found.append(reading)
            done = reading.counted.last
    return found


def _none(text: str, block: int, tree: Tree, row: int) -> Reading | None:
    """ "no one was hurt", "no injuries were reported"."""
    last = row
    after = tree.words[row + 1].lower() if row + 1 < len(tree) else ""
    more = after in {"other", "further", "more", "additional"}
    here = row + 1 + (more or after in {"serious", "immediate", "reported", "known", "major", "apparent"})
    if tree.words[row].lower() == "no" and after == "one":
        last = row + 1
        more = tree.words[row + 2].lower() == "else" if row + 2 < len(tree) else False
        last += more
    elif tree.words[row].lower() == "no":
        word = tree.words[here].lower() if here < len(tree) else ""
        name = measure_table().nouns.get(word)
        if name is None:
            return None
        counted = Counted(first=row, last=here, head=here, span=tree.span(here, here), more=more)
        return _made(text, block, tree, counted, 0, Happening(measure=name, row=here, how=f"no “{word}”"))
    counted = Counted(first=row, last=last, head=last, more=more)
    happening = happening_of(tree, counted)
    return _made(text, block, tree, counted, 0, happening) if happening else None


def _persons(text: str, block: int, tree: Tree, row: int, kind: BlockKind) -> Reading | None:
    """ "a woman was killed", "a man and his son were shot", "the couple were found dead"."""
    if tree.tags[row] in {"NNS", "NNPS"}:
        return None
    first, determiner = _left(tree, row)
    pair = tree.words[row].lower() in words_of("pairs")
    known = determiner in {"a", "an", "another"} or (pair and determiner == "the")
    if not known and not (not determiner and kind in _BARE_KINDS):
        return None
    last, count = row, 2 if pair else 1
    for _ in range(4):
        following = _next_person(tree, last)
        if following is None:
            break
        last, count = following, count + 1
    following_number = (
        last + 1 < len(tree)
        and tree.words[last + 1].lower() == "and"
        and last + 2 < len(tree)
        and tree.pos[last + 2] == "NUM"
    )
    if following_number:
        return None
    counted = Counted(first=first, last=last, head=row, span=tree.span(first if count > 1 else row, last))
    happening = happening_of(tree, counted)
    if happening is None or _passed_over(tree, happening, last):
        return None
    return _made(text, block, tree, counted, count, happening)


def _passed_over(tree: Tree, happening: Happening, last: int) -> bool:
    """Whether the word that says what happened stands before, and is no object's verb: then it is another's."""
    return happening.row < last and "object" not in happening.how and " of" not in happening.how


def _left(tree: Tree, row: int) -> tuple[int, str]:
    """The first row of the noun phrase that ends at ``row``, and its determiner in lower case."""
    first = row
    for here in range(row - 1, max(row - _NP_REACH, -1), -1):
        if tree.pos[here] == "DET" or tree.tags[here] == "PRP$":
            return here, tree.words[here].lower()
        if tree.pos[here] not in _BEFORE_NOUN or tree.words[here] in {",", ".", ";", ":", "(", "“", "”"}:
            break
        if tree.tags[here] == "CD" and not tree.words[here + 1].startswith("-"):
            return first, "number"
        first = here
    return first, ""


def _next_person(tree: Tree, row: int) -> int | None:
    """The row of a further single person behind "and", with "a", "his" or "the" before it."""
    here = row + 1
    if here >= len(tree) or tree.words[here].lower() not in {"and", ","}:
        return None
    here += 1
    if here < len(tree) and tree.words[here].lower() == "and":
        here += 1
    if here >= len(tree) or tree.words[here].lower() not in {"a", "an", "another", "his", "her", "their", "the"}:
        return None
    for noun in range(here + 1, min(here + _NP_REACH, len(tree))):
        if tree.words[noun].lower() in words_of("one") and tree.tags[noun] in {"NN", "NNP", "JJ"}:
            return noun
        if tree.pos[noun] not in _BEFORE_NOUN or tree.words[noun] == ",":
            return None
    return None


def _made(text: str, block: int, tree: Tree, counted: Counted, count: int, happening: Happening) -> Reading:
    span = tree.span(counted.first, counted.last)
    noun = counted.span or Span(start=span.end, end=span.end)
    return Reading(
        block=block, sentence=tree.sentence_of[counted.first], span=span, low=count, high=count, bound="unstated",
        unit=None, form="count", counted=counted, words=noun.of(text), measure=happening.measure, how=happening.how,
        row=happening.row, implied=True, more=counted.more,
    )  # fmt: skip
