"""Whether two clauses tell of one thing: who takes part is called alike, and no word says that another of its kind is meant."""

from collections.abc import Callable
from typing import Final

from twosource.compare.alignment.wording import content_stems, is_number, stem, words_of
from twosource.model import Happening, Participant, Span
from twosource.text.story_index import StoryIndex

NAMED: Final = 2
"""Letters: a participant called by fewer ("he", "it") is not known."""


def of_the_same(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether who takes part in one is called as in the other, or nobody does; who is only "he" is not known."""
    # What tells two apart reads all their words: it is asked last, of the few that are called alike.
    return _called_alike(one, other, index) and not any(rule(one, other, index) for rule in APART)


def _called_alike(one: Happening, other: Happening, index: StoryIndex) -> bool:
    if one.kind != other.kind:
        return _befall_one(one, other, index) or _in_a_state(one, other) or _in_a_state(other, one)
    if any(event.negated and event.done_to is None for event in (one, other)):
        return one.kind in index.lexicon.predicates.of_nobody or _befall_one(one, other, index)
    if to_oneself(one, index) != to_oneself(other, index):
        return _befall_one(one, other, index)
    objects = [event.done_to.head if event.done_to else "" for event in (one, other)]
    if objects[0] != objects[1] and all(objects):
        return False  # they did it to another thing, or to "it", which is not known
    return bool(heads(one) & heads(other))


def may_befall_one(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether nothing says that it befalls two: whom it befalls is called alike, or not told in one."""
    things = undergoing(one, index), undergoing(other, index)
    return things[0] is None or things[1] is None or things[0].head == things[1].head


def undergoing(event: Happening, index: StoryIndex) -> Participant | None:
    """Whom it befalls: to whom it is done, who does it to oneself, or else who does it."""
    return event.doer if to_oneself(event, index) or event.done_to is None else event.done_to


def to_oneself(event: Happening, index: StoryIndex) -> bool:
    """Whether somebody does it to himself."""
    return event.done_to is not None and event.done_to.head in index.lexicon.attribution.reflexive


def participants(event: Happening) -> list[Participant]:
    """Who takes part, as far as the clause says."""
    return [part for part in (event.doer, event.done_to) if part is not None]


def another_of_its_kind(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """A word tells one from another of its kind in one only: the "second" crash, it reopened "later"."""
    texts = [(index.articles[event.article].text, event.clause) for event in (one, other)]
    telling = [{word.text for word in words_of(text, index.language, clause)} for text, clause in texts]
    return telling[0] & index.lexicon.opposition.others != telling[1] & index.lexicon.opposition.others


def part_of_several(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """It is told of a part, of which another part may fare otherwise: half of the crew."""
    return any(part.head in index.lexicon.factuality.some for event in (one, other) for part in participants(event))


def beside_another(one: Happening, other: Happening, _: StoryIndex) -> bool:
    """Behind one preposition other things stand: convicted "of fraud", acquitted "of perjury"."""
    here, there = (
        {word: {thing for at, thing in event.beside if at == word} for word, _ in event.beside}
        for event in (one, other)
    )
    return any(not here[word] & there[word] for word in here.keys() & there.keys())


Apart = Callable[[Happening, Happening, StoryIndex], bool]
APART: Final[tuple[Apart, ...]] = (another_of_its_kind, part_of_several, beside_another)


def _befall_one(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether both befall one thing, as far as its words say: it "reopened", it "remained closed"."""
    things = undergoing(one, index), undergoing(other, index)
    if things[0] is None or things[1] is None or things[0].head != things[1].head or len(things[0].head) <= NAMED:
        return False
    which = _which(things[0], one, index), _which(things[1], other, index)
    return things[0].named or which[0] <= which[1] or which[1] <= which[0]


def _which(one: Participant, event: Happening, index: StoryIndex) -> frozenset[str]:
    """The words that say which one is meant: "Tolm" in "the road to Tolm"."""
    article = index.articles[event.article]
    stems = content_stems(words_of(article.text, article.language, Span(start=one.start, end=one.end)))
    return frozenset(each for each in stems if not is_number(each)) - {stem(one.head, article.language)}


def _in_a_state(state: Happening, deed: Happening) -> bool:
    """Whether who does something is in a state beside what it is done to: they "remain in the valley", they "withdrew from the valley"."""
    if state.doer is not None or state.done_to is None or deed.doer is None or deed.done_to is None:
        return False
    beside = {thing for _, thing in state.beside}
    return state.done_to.head == deed.doer.head and len(deed.doer.head) > NAMED and deed.done_to.head in beside


def heads(event: Happening) -> set[str]:
    """What those who take part are called, as far as it says who they are."""
    return {part.head for part in participants(event) if len(part.head) > NAMED}
