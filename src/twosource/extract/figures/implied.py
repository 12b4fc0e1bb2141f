"""Counts that are said without a number: "no one was hurt", "a woman was killed", "the couple", "a man and his son"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.figures.groups import NP_REACH, Member, known, members_at
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measure_table import measure_table
from twosource.extract.figures.measures import happening_of
from twosource.extract.figures.measures_before import says
from twosource.extract.figures.multiples import multiple_at, nth_of
from twosource.extract.figures.reading import Reading
from twosource.language import labels
from twosource.language.lexicon import FactualityWords, Lexicon
from twosource.language.tree import Tree
from twosource.model import BlockKind, Bound, Span
from twosource.text.reasons import Reason

_DETERMINING: Final = frozenset({labels.OWNING_PRONOUN, labels.CARDINAL_TAG})
_BEFORE_A_PHRASE: Final = frozenset({labels.PUNCTUATION, labels.COORDINATOR, labels.VERB, labels.ADPOSITION})
_IN_A_PHRASE: Final = frozenset({*labels.NOUNS, labels.ADJECTIVE, labels.NUMERAL})
_IN_A_PAIR: Final = frozenset({labels.ADJECTIVE, labels.NOUN})
_BARE_KINDS: Final = frozenset({"headline", "subheading", "caption"})


def implied_readings(
    text: str, block: int, tree: Tree, kind: BlockKind, explicit: Sequence[Reading], words: FactualityWords
) -> list[Reading]:
    """Readings of what is counted without a number of its own, by place.

    Args:
        text: The article's text.
        block: Index of the block.
        tree: Its tree.
        kind: Of the block: in headlines "Man shot" needs no article.
        explicit: The block's readings that have a number; a group may hold some ("two men and a woman"), and then
            carries their indices in ``members``.
        words: By which words something is told not to have happened.
    """
    numbered = {reading.counted.first: (index, reading) for index, reading in enumerate(explicit)}
    found: list[Reading] = []
    done = -1
    bare = kind in _BARE_KINDS
    names = {entity.first for entity in tree.entities if entity.label == labels.PERSON}
    for row in _rows(tree, names, bare=bare):
        if row <= done:
            continue
        reading = _reading_at(text, block, tree, (row, bare), names, numbered, words)
        if reading is not None and tree.lexicon.measures.measures[str(reading.measure)].leads:
            found.append(reading)
            done = reading.counted.last
    return found


def _rows(tree: Tree, names: set[int], *, bare: bool) -> Iterator[int]:
    """Where what is counted without a number can begin, in those sentences in which a word tells that something befell somebody."""
    leading, openings = measure_table(tree.lexicon).leading, _openings(tree.lexicon)
    for first, last in tree.sentences:
        lowered = tree.lowered[first:last]
        if leading.isdisjoint(lowered):
            continue
        if bare:
            yield from range(first, last)
            continue
        columns = zip(range(first, last), lowered, tree.pos[first:last], tree.tags[first:last], strict=True)
        for row, word, part, tag in columns:
            if part == labels.DETERMINER or tag in _DETERMINING or word in openings or row in names:
                yield row


@cache
def _persons_in(lexicon: Lexicon) -> frozenset[str]:
    """Words of which one stands in what names a person, or a pair, without a name or a number."""
    return lexicon.measures.one | lexicon.measures.pairs | lexicon.figures.paired | lexicon.pronouns.oneself


@cache
def _openings(lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.measures
    return words.alone | words.no_persons | lexicon.measures.multiples.keys()


def _reading_at(
    text: str,
    block: int,
    tree: Tree,
    place: tuple[int, bool],
    names: set[int],
    numbered: Mapping[int, tuple[int, Reading]],
    words: FactualityWords,
) -> Reading | None:
    """What is counted from a row on, and whether the block is a headline or caption; None where nothing is."""
    row, bare = place
    word = tree.lowered[row]
    multiple = multiple_at(tree, row, words) if word in tree.lexicon.measures.multiples else None
    if multiple is not None:
        return _made(text, block, tree, multiple[1], multiple[0], multiple[2])
    if word in tree.lexicon.measures.no_persons:
        return _none(text, block, tree, row, words)
    near = row in names or row in numbered or row + 1 in numbered
    near = near or not _persons_in(tree.lexicon).isdisjoint(tree.lowered[row : row + NP_REACH + 1])
    if near and (row in names or _may_begin(tree, row, word, bare)):
        return _persons(text, block, tree, place, numbered, words)
    return None


def _none(text: str, block: int, tree: Tree, row: int, words: FactualityWords) -> Reading | None:
    """As in "no one was hurt", "not one of the crew was hurt", "no injuries were reported"."""
    known = tree.lexicon.measures
    fitting = (phrase.count(" ") for phrase in known.nobody if says(tree, row, phrase))
    last = row + max(fitting, default=-1)
    if last < row or tree.tags[min(last + 1, len(tree) - 1)] == labels.INFINITIVE_TO:  # "not one to wait"
        return _no_such(text, block, tree, row) if tree.lowered[row] in known.no else None
    more = last + 1 < len(tree) and tree.lowered[last + 1] in known.elses
    last += more
    counted = Counted(first=row, last=last, head=last, more=more)
    happening = happening_of(tree, counted, words, of_nobody=True)
    if happening is None or not known.gravely.isdisjoint(tree.lowered[last + 1 : happening.row + 2]):
        return None
    return _made(text, block, tree, counted, 0, happening)


def _no_such(text: str, block: int, tree: Tree, row: int) -> Reading | None:
    """As in "no injuries were reported", "no further deaths"."""
    known = tree.lexicon.measures
    after = tree.lowered[row + 1] if row + 1 < len(tree) else ""
    more = after in known.further
    here = row + 1 + (more or after in known.before_none)
    word = tree.lowered[here] if here < len(tree) else ""
    name = measure_table(tree.lexicon).nouns.get(word)
    if name is None:
        return None
    counted = Counted(first=row, last=here, head=here, span=tree.span(here, here), more=more)
    how = Reason("measures.none_of", words=word)
    return _made(text, block, tree, counted, 0, Happening(measure=name, row=here, how=how))


def _persons(
    text: str,
    block: int,
    tree: Tree,
    place: tuple[int, bool],
    numbered: Mapping[int, tuple[int, Reading]],
    words: FactualityWords,
) -> Reading | None:
    """As in "a woman was killed", "a man and his two sons were shot", "the couple were found dead"."""
    row, bare = place
    pair = _pair(tree, row)
    members = [pair] if pair else _group(tree, row, numbered, bare=bare)
    if not members:
        return None
    last = members[-1].last
    counted = Counted(first=row, last=last, head=members[0].last, span=tree.span(row, last))
    happening = happening_of(tree, counted, words)
    if happening is None:
        return None
    acted_on = happening.how.holds("measures.object_of") or happening.how.holds("measures.follows")
    if not pair and not known(members, tree.lexicon, bare=bare, acted_on=acted_on):
        return None
    made = _made(text, block, tree, counted, sum(member.low for member in members), happening)
    return _with_members(made, tree, members, numbered)


def _group(tree: Tree, row: int, numbered: Mapping[int, tuple[int, Reading]], *, bare: bool) -> list[Member]:
    """The persons named from ``row`` on; none where they are one number, which is read already, or a part of others."""
    members = members_at(tree, row, numbered, bare=bare)
    if len(members) > 1:
        return [] if row and tree.lowered[row - 1] in tree.lexicon.measures.no_group_behind else members
    return [member for member in members if member.reading is None]


def _with_members(
    made: Reading, tree: Tree, members: Sequence[Member], numbered: Mapping[int, tuple[int, Reading]]
) -> Reading:
    """A group's reading with the numbers it holds, their bound where they have one, and which one in a row a person is."""
    first, last = made.counted.first, made.counted.last
    inside = tuple(member.reading for member in members if member.reading is not None)
    bounds = {bound for _, one in numbered.values() if (bound := _bound_of(one, first, last))}
    made = replace(made, bound=bounds.pop()) if len(bounds) == 1 else made
    nth = nth_of(tree, first, last) if len(members) == 1 and made.high == 1 else 0
    return replace(made, high=sum(member.high for member in members), members=inside, nth=nth)


def _bound_of(one: Reading, first: int, last: int) -> Bound | None:
    """The bound of a number that is one of a group; None where it has none, or stands elsewhere."""
    inside = first <= one.counted.first and one.counted.last <= last
    return one.bound if inside and one.bound not in {"unstated", "exactly"} else None


def _may_begin(tree: Tree, row: int, word: str, bare: bool) -> bool:  # noqa: FBT001 - a plain fact of the block
    """Whether a noun phrase may begin here: at a determiner, a number, "himself", or in a headline any noun."""
    if tree.pos[row] == labels.DETERMINER or tree.tags[row] in _DETERMINING or word in tree.lexicon.measures.alone:
        return True
    if not bare:
        return False
    starts = row == 0 or tree.pos[row - 1] in _BEFORE_A_PHRASE or tree.sentence_of[row - 1] != tree.sentence_of[row]
    return starts and tree.pos[row] in _IN_A_PHRASE


def _pair(tree: Tree, row: int) -> Member | None:
    """As in "the couple", "the pair"."""
    if tree.lowered[row] not in tree.lexicon.measures.before_pairs:
        return None
    for noun in range(row + 1, min(row + 4, len(tree))):
        if tree.words[noun].lower() in tree.lexicon.measures.pairs:
            following = tree.words[noun + 1].lower() if noun + 1 < len(tree) else ""
            return None if following in tree.lexicon.measures.pairs_of else Member(first=row, last=noun, low=2, high=2)
        if tree.pos[noun] not in _IN_A_PAIR:
            return None
    return None


def _made(text: str, block: int, tree: Tree, counted: Counted, count: float, happening: Happening) -> Reading:
    span = tree.span(counted.first, counted.last)
    noun = counted.span or Span(start=span.end, end=span.end)
    return Reading(
        block=block, sentence=tree.sentence_of[counted.first], span=span, low=count, high=count, bound="unstated",
        unit=None, kind="count", counted=counted, words=noun.of(text), measure=happening.measure, how=happening.how,
        row=happening.row, implied=True, more=counted.more,
        definite=tree.lowered[counted.first] in tree.lexicon.measures.definite,
    )  # fmt: skip
