"""Counts that are said without a number: "no one was hurt", "a woman was killed", "the couple", "a double homicide"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from twosource.extract.figures.counted import Counted
from twosource.extract.figures.groups import NP_REACH, Member, known, members_at
from twosource.extract.figures.happening import Happening
from twosource.extract.figures.measure_table import measure_table
from twosource.extract.figures.measures import happening_of
from twosource.extract.figures.reading import Reading
from twosource.language import labels
from twosource.language.lexicon import Lexicon
from twosource.language.tree import Tree
from twosource.model import BlockKind, Span
from twosource.text.reasons import Reason

_DETERMINING: Final = frozenset({labels.OWNING_PRONOUN, labels.CARDINAL_TAG})
_BEFORE_A_PHRASE: Final = frozenset({labels.PUNCTUATION, labels.COORDINATOR, labels.VERB, labels.ADPOSITION})
_IN_A_PHRASE: Final = frozenset({*labels.NOUNS, labels.ADJECTIVE, labels.NUMERAL})
_IN_A_PAIR: Final = frozenset({labels.ADJECTIVE, labels.NOUN})
_BARE_KINDS: Final = frozenset({"headline", "subheading", "caption"})
_ACT_REACH: Final = 4  # tokens from "double" to its noun
_HYPHENS: Final = frozenset("-–‐‑")


@dataclass(frozen=True, slots=True)
class _Block:
    """Where what is counted without a number is looked for."""

    text: str  # the article's
    number: int
    tree: Tree
    bare: bool  # a headline or caption: "Man shot" needs no article
    numbered: Mapping[int, tuple[int, Reading]]  # readings with a number, by the row they begin at, with their index
    names: frozenset[int]  # where persons' names begin

    def made(self, counted: Counted, count: float, happening: Happening) -> Reading:
        """The reading of what is counted."""
        span = self.tree.span(counted.first, counted.last)
        noun = counted.span or Span(start=span.end, end=span.end)
        return Reading(
            block=self.number, sentence=self.tree.sentence_of[counted.first], span=span, low=count, high=count,
            bound="unstated", unit=None, kind="count", counted=counted, words=noun.of(self.text), measure=happening.measure,
            how=happening.how, row=happening.row, implied=True, more=counted.more,
            definite=self.tree.lowered[counted.first] in self.tree.lexicon.measures.definite,
        )  # fmt: skip


def implied_readings(text: str, block: int, tree: Tree, kind: BlockKind, explicit: Sequence[Reading]) -> list[Reading]:
    """Readings of what a block counts without a number of its own, by place.

    A group may hold some of the ``explicit`` ones, which have a number ("two men and a woman"), and then carries their
    indices in ``members``.
    """
    numbered = {reading.counted.first: (index, reading) for index, reading in enumerate(explicit)}
    names = frozenset(entity.first for entity in tree.entities if entity.label == labels.PERSON)
    where = _Block(text, block, tree, kind in _BARE_KINDS, numbered, names)
    found: list[Reading] = []
    for row in _rows(where):
        reading = None if found and row <= found[-1].counted.last else _reading_at(where, row)
        if reading is not None and tree.lexicon.measures.measures[str(reading.measure)].leads:
            found.append(reading)
    return found


def _rows(where: _Block) -> Iterator[int]:
    """Where what is counted without a number can begin, in those sentences in which a word tells that something befell somebody."""
    tree = where.tree
    leading, openings = measure_table(tree.lexicon).leading, _openings(tree.lexicon)
    for first, last in tree.sentences:
        lowered = tree.lowered[first:last]
        if leading.isdisjoint(lowered):
            continue
        if where.bare:
            yield from range(first, last)
            continue
        columns = zip(range(first, last), lowered, tree.pos[first:last], tree.tags[first:last], strict=True)
        for row, word, part, tag in columns:
            if part == labels.DETERMINER or tag in _DETERMINING or word in openings or row in where.names:
                yield row


@cache
def _persons_in(lexicon: Lexicon) -> frozenset[str]:
    """Words of which one stands in what names a person, or a pair, without a name or a number."""
    return lexicon.measures.one | lexicon.measures.pairs | lexicon.figures.paired | lexicon.pronouns.oneself


@cache
def _openings(lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.measures
    return words.alone | words.no_persons | words.multiples.keys()


def _reading_at(where: _Block, row: int) -> Reading | None:
    """What is counted from a row on; None where nothing is."""
    tree, words = where.tree, where.tree.lexicon.measures
    found = _multiple(where, row)
    if found is not None:
        return found
    if tree.lowered[row] in words.no_persons:
        return _none(where, row)
    near = row in where.names or row in where.numbered or row + 1 in where.numbered
    near = near or not _persons_in(tree.lexicon).isdisjoint(tree.lowered[row : row + NP_REACH + 1])
    return _persons(where, row) if near and (row in where.names or _may_begin(where, row)) else None


def _multiple(where: _Block, row: int) -> Reading | None:
    """As in "a double homicide": a number in one word with what happened.

    "Double murder-suicide" leaves open whether the attacker is one of the two: it is not read.
    """
    tree, words = where.tree, where.tree.lexicon.measures
    number = words.multiples.get(tree.lowered[row])
    table = measure_table(tree.lexicon)
    if number is None or tree.word(row - 1) in tree.lexicon.factuality.future_adjectives:
        return None
    for here in range(row + 1, min(row + _ACT_REACH, len(tree))):
        word = tree.lowered[here]
        name = table.nouns.get(word) or table.objects.get(word)
        if name is not None and word in words.acts:
            if tree.word(here + 1 + (tree.word(here + 1) in _HYPHENS)) in words.suicides:
                return None
            how = Reason("measures.counts_them", words=" ".join(tree.lowered[row : here + 1]))
            return where.made(Counted(first=row, last=here, head=here), number, Happening(name, here, how))
        if word not in _HYPHENS | words.before_acts:
            return None
    return None


def _none(where: _Block, row: int) -> Reading | None:
    """As in "no one was hurt", "not one of the crew was hurt", "no injuries were reported"."""
    tree, known = where.tree, where.tree.lexicon.measures
    last = row + max((phrase.count(" ") for phrase in known.nobody if tree.says(row, phrase)), default=-1)
    if last < row or tree.form(last + 1) == labels.INFINITIVE_TO:  # "not one to wait"
        return _no_such(where, row) if tree.lowered[row] in known.no else None
    more = tree.word(last + 1) in known.elses
    last += more
    counted = Counted(first=row, last=last, head=last, more=more)
    happening = happening_of(tree, counted, of_nobody=True)
    if happening is None or not known.gravely.isdisjoint(tree.lowered[last + 1 : happening.row + 2]):
        return None
    return where.made(counted, 0, happening)


def _no_such(where: _Block, row: int) -> Reading | None:
    """As in "no injuries were reported", "no further deaths"."""
    tree, known = where.tree, where.tree.lexicon.measures
    more = tree.word(row + 1) in known.further
    here = row + 1 + (more or tree.word(row + 1) in known.before_none)
    word = tree.word(here)
    name = measure_table(tree.lexicon).nouns.get(word)
    if name is None:
        return None
    counted = Counted(first=row, last=here, head=here, span=tree.span(here, here), more=more)
    return where.made(counted, 0, Happening(name, here, Reason("measures.none_of", words=word)))


def _persons(where: _Block, row: int) -> Reading | None:
    """As in "a woman was killed", "a man and his two sons were shot", "the couple were found dead"."""
    tree, pair = where.tree, _pair(where.tree, row)
    members = [pair] if pair else _group(where, row)
    if not members:
        return None
    last = members[-1].last
    counted = Counted(first=row, last=last, head=members[0].last, span=tree.span(row, last))
    happening = happening_of(tree, counted)
    if happening is None:
        return None
    acted_on = happening.how.holds("measures.object_of") or happening.how.holds("measures.follows")
    if not pair and not known(members, tree.lexicon, bare=where.bare, acted_on=acted_on):
        return None
    return _with_members(where, where.made(counted, sum(member.low for member in members), happening), members)


def _group(where: _Block, row: int) -> list[Member]:
    """The persons named from ``row`` on; none where they are one number, which is read already, or a part of others."""
    members = members_at(where.tree, row, where.numbered, bare=where.bare)
    if len(members) > 1:
        return [] if where.tree.word(row - 1) in where.tree.lexicon.measures.no_group_behind else members
    return [member for member in members if member.reading is None]


def _with_members(where: _Block, made: Reading, members: Sequence[Member]) -> Reading:
    """A group's reading with the numbers it holds, and which one in a row a person is."""
    first, last, ordinals = made.counted.first, made.counted.last, where.tree.lexicon.measures.ordinals
    alone = len(members) == 1 and made.high == 1
    return replace(
        made,
        high=sum(member.high for member in members),
        members=tuple(member.reading for member in members if member.reading is not None),
        nth=next((ordinals[w] for w in where.tree.lowered[first : last + 1] if w in ordinals), 0) if alone else 0,
    )


def _may_begin(where: _Block, row: int) -> bool:
    """Whether a noun phrase may begin here: at a determiner, a number, "himself", or in a headline any noun."""
    tree = where.tree
    if tree.pos[row] == labels.DETERMINER or tree.tags[row] in _DETERMINING:
        return True
    if tree.lowered[row] in tree.lexicon.measures.alone:
        return True
    starts = row == tree.sentence(row)[0] or tree.pos[row - 1] in _BEFORE_A_PHRASE
    return where.bare and starts and tree.pos[row] in _IN_A_PHRASE


def _pair(tree: Tree, row: int) -> Member | None:
    """As in "the couple", "the pair"."""
    words = tree.lexicon.measures
    if tree.lowered[row] not in words.before_pairs:
        return None
    for noun in range(row + 1, min(row + 4, len(tree))):
        if tree.lowered[noun] in words.pairs:
            return None if tree.word(noun + 1) in words.pairs_of else Member(first=row, last=noun, low=2, high=2)
        if tree.pos[noun] not in _IN_A_PAIR:
            return None
    return None
