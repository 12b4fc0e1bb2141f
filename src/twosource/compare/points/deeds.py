"""What two clauses tell of one thing and both cannot be so: it happened and did not, its opposite did, it was said and was not."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from twosource.compare.alignment.said import participants
from twosource.compare.alignment.wording import content_stems, is_number, stem, words_of
from twosource.language import Opposition, OppositionKind, labels, lexicon_of, opposition_of
from twosource.language.lexicon import Lexicon
from twosource.model import Happening, Modality, Participant, Polarity, Source, Span, Statement
from twosource.text.story_index import StoryIndex

_STOPS: Final = '.,;:()"“”'
_NAMED: Final = 2
"""Letters: a participant called by fewer ("he", "it") is not known."""
_MODEL: Final = re.compile(r"\b[A-Za-z]+-\d+\b")
"""A kind told by letters and a number: "a K-9 officer"."""
_PART_AND_WHOLE: Final = 2
"""Numbers of those told of as "12 of 13"."""


def opposition_between(one: Happening, other: Happening) -> Opposition | None:
    """What the language's table says of two clauses that are both told as facts; None where nothing."""
    table = _lexicon().opposition
    found = opposition_of((one.kind, *one.wordings), (other.kind, *other.wordings), table)
    persons = (part.label == labels.PERSON for event in (one, other) for part in participants(event))
    return None if found is not None and found.name in table.of_amounts and any(persons) else found


def are_opposite(one: Happening, other: Happening) -> bool:
    """Whether the one is the opposite of the other."""
    found = opposition_between(one, other)
    return found is not None and found.kind is OppositionKind.EXCLUSIVE


def exclude(one: Happening, other: Happening) -> bool:
    """Whether both cannot be so: one is told as having happened and one as not, or what happened is opposite."""
    if not told_plainly(one, other):
        return False
    found = opposition_between(one, other)
    if one.kind == other.kind and one.negated != other.negated:
        return found is None  # "was not outside the rules", "was within the rules"
    if found is None or found.kind is not OppositionKind.EXCLUSIVE or found.name in _lexicon().opposition.in_turn:
        return False
    return not one.negated | other.negated


def done_to_oneself_or_by_another(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether somebody did to himself here what somebody else did to him there: "killed himself", "was killed by police"."""
    if one.kind != other.kind or one.negated | other.negated or not told_plainly(one, other):
        return False
    own, others = (one, other) if to_oneself(one, index) else (other, one)
    return to_oneself(own, index) and not to_oneself(others, index) and None not in {others.doer, others.done_to}


def told_plainly(one: Happening, other: Happening) -> bool:
    """Whether both clauses are told as facts or both as to come, stand by themselves, and speak of all and not of some only."""
    partial = Polarity.PARTIAL in {one.factuality.polarity, other.factuality.polarity}
    to_come = {one.factuality.modality, other.factuality.modality} == {Modality.FUTURE}
    said = "not said" not in {one.reporting, other.reporting}
    told = all(event.actual for event in (one, other)) or (to_come and said)
    return told and not partial and all(event.main for event in (one, other))


def differ_in_strength(one: Happening, other: Happening) -> bool:
    """Whether one says more than the other of what was done, on a scale of which only one step was taken: suspended, terminated."""
    found = opposition_between(one, other)
    if found is None or found.kind is not OppositionKind.DEGREE or found.name not in _lexicon().opposition.of_one_step:
        return False
    return not one.negated | other.negated and "not said" not in {one.reporting, other.reporting}


def done_by_the_same(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether who did it is called alike, is one source, or is named by the words for all who did it there."""
    if one.doer is None or other.doer is None:
        return False
    if one.doer.head == other.doer.head and len(one.doer.head) > _NAMED:
        return True
    sources = [index.who(doer.entity) for doer in (one.doer, other.doer)]
    if all(sources):
        return one.doer.entity == other.doer.entity
    return _is_among(sources[0], other, index) or _is_among(sources[1], one, index)


def _is_among(source: str | None, event: Happening, index: StoryIndex) -> bool:
    """Whether the words for who did it hold a source's name, and no other name that ends alike: "Tix and the carmaker Porro"."""
    if source is None or event.doer is None:
        return False
    name = source.split()
    words = [word.strip(_STOPS) for word in event.doer.span.of(index.articles[event.article].text).split()]
    before = {(words[at - 1] if at else "") for at, word in enumerate(words) if word == name[-1]}
    return name[-1].istitle() and any(not word[:1].isupper() or word in name for word in before)


def denied_by_half(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether one is only denied of the whole, of which the other does not speak: "not fully paid"."""
    sides, wholly = (one, other) if one.negated else (other, one), index.lexicon.wording.wholly
    texts = (index.articles[each.article].text for each in sides)
    denied, told = (each.clause.of(text).lower().split() for each, text in zip(sides, texts, strict=True))
    return one.negated != other.negated and not wholly.isdisjoint(denied) and wholly.isdisjoint(told)


def only_one_is_said(one: Happening, other: Happening) -> bool:
    """Whether somebody is said to have said it here, and not to have said it there."""
    told = {one.reporting, other.reporting} == {"reported", "not said"}
    return told and one.kind == other.kind and opposition_between(one, other) is None


@cache
def _lexicon() -> Lexicon:
    return lexicon_of("en")


def of_the_same(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether who takes part in one is called as in the other, or nobody does; who is only "he" is not known."""
    # What tells two apart reads all their words: it is asked last, of the few that are called alike.
    return _called_alike(one, other, index) and not any(rule(one, other, index) for rule in APART)


def _called_alike(one: Happening, other: Happening, index: StoryIndex) -> bool:
    if one.kind != other.kind:
        return _befall_one(one, other, index) or _in_a_state(one, other) or _in_a_state(other, one)
    if one.negated != other.negated and _denied_of_itself(*((one, other) if one.negated else (other, one)), index):
        return True
    if any(event.negated and event.done_to is None for event in (one, other)):
        return one.kind in index.lexicon.predicates.of_nobody or _befall_one(one, other, index)
    if to_oneself(one, index) != to_oneself(other, index):
        return _befall_one(one, other, index)
    if len({_head(event.done_to) for event in (one, other)} - {""}) > 1:
        return False  # they did it to another thing, or to "it", which is not known
    return bool(heads(one) & heads(other))


def _denied_of_itself(denied: Happening, told: Happening, index: StoryIndex) -> bool:
    """Whether who says that it was not done is who is said to have done it, or nobody did: "we never paid", "the company paid"."""
    nobody, things = index.lexicon.source_nouns.nobody, {_head(each.done_to) for each in (denied, told)} - {""}
    if denied.kind in index.lexicon.slots.vague or len(things - nobody) > 1:
        return False
    return (denied.doer is None and bool(things & nobody)) or _is_meant_by(denied, told, index)


def _is_meant_by(denied: Happening, told: Happening, index: StoryIndex) -> bool:
    """Whether "I" or "we" is who did it there: who says so is called so or speaks for it; of "we" also a body without a name.

    Not where who says "we" is told to be of another kind of body: "the union left", "we did not leave" of a company's head.
    """
    speaker, teller, doer = _teller(denied, index), _teller(told, index), told.doer
    pronouns, bodies, word = index.lexicon.pronouns, index.lexicon.source_nouns.body, _head(denied.doer)
    if doer is None or speaker is None or word not in pronouns.of_speakers:
        return False
    named, known = _words_for(speaker), index.source(doer.entity)
    if doer.head in named or (known is not None and known.counted_as == speaker.counted_as):
        return True
    other = (teller is not None and teller.counted_as == speaker.counted_as) or not named.isdisjoint(bodies)
    return word in pronouns.of_several_speakers and doer.head in bodies and not (doer.named or other)


def _teller(event: Happening, index: StoryIndex) -> Source | None:
    held = index.statements.get(index.statement_at(event.article, event.start) or "")
    return index.source(held.source) if held else None


def _words_for(source: Source) -> set[str]:
    """The words for who somebody is, for what he does and for whom he speaks, in lower case."""
    return set(" ".join((source.name, *source.names, source.role or "", source.speaks_for or "")).casefold().split())


def may_befall_one(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether nothing says that it befalls two: whom it befalls is called alike, or not told in one."""
    return len({_head(undergoing(event, index)) for event in (one, other)} - {""}) <= 1


def undergoing(event: Happening, index: StoryIndex) -> Participant | None:
    """Whom it befalls: to whom it is done, who does it to oneself, or else who does it."""
    return event.doer if to_oneself(event, index) or event.done_to is None else event.done_to


def to_oneself(event: Happening, index: StoryIndex) -> bool:
    """Whether somebody does it to himself."""
    return event.done_to is not None and event.done_to.head in index.lexicon.attribution.reflexive


def another_of_its_kind(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """A word tells one from another of its kind in one only: the "second" crash, it reopened "later"."""
    texts = [(index.articles[event.article].text, event.clause) for event in (one, other)]
    telling = [{word.text for word in words_of(text, index.language, clause)} for text, clause in texts]
    return telling[0] & index.lexicon.opposition.others != telling[1] & index.lexicon.opposition.others


def in_that_other(one: Happening | Statement, other: Happening | Statement, index: StoryIndex) -> bool:
    """One is told of an event that was told of beside the article's own: "in that case, police say the gun was stolen"."""
    back = index.lexicon.opposition.that_other
    sentences = ((each.article, index.sentence(each.article, each.start)) for each in (one, other))
    return len({bool(back.search(told.of(index.articles[article].text))) for article, told in sentences}) > 1


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


def on_another_charge(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Two verdicts are on two charges, or one names its charge alone: acquitted "of murder", guilty "of theft"; not where one is on all."""
    found, table = opposition_between(one, other), index.lexicon.opposition
    if found is None or found.name not in table.by_charge:
        return False
    ends = [(event, index.sentence(event.article, event.start).end) for event in (one, other)]
    told = [index.articles[event.article].text[event.start : end] for event, end in ends]
    here, there = ({word.lower() for said in table.charge.findall(text) for word in said.split()} for text in told)
    return bool(here | there) and not here & there and not any(map(table.every_charge.search, told))


def by_somebody(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Who did it is left open in one, and it is denied of somebody in the other: they know "who fired", he denies that "he fired"."""
    asked = [event.doer is not None and event.doer.head in index.lexicon.pronouns.of_people for event in (one, other)]
    return one.negated != other.negated and asked[0] != asked[1]


Apart = Callable[[Happening, Happening, StoryIndex], bool]
APART: Final[tuple[Apart, ...]] = (
    another_of_its_kind,
    in_that_other,
    part_of_several,
    beside_another,
    denied_by_half,
    on_another_charge,
    by_somebody,
)


def _befall_one(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether both befall one thing, as far as its words say: it "reopened", it "remained closed"."""
    here, there = undergoing(one, index), undergoing(other, index)
    if _head(here) != _head(there) or len(_head(here)) <= _NAMED:
        return False
    less, more = sorted((_which(here, one, index), _which(there, other, index)), key=len)
    return bool(here and here.named) or less <= more or _most_of_one_whole(one, other, index)


def _most_of_one_whole(one: Happening, other: Happening, index: StoryIndex) -> bool:
    """Whether both tell of so many of a whole that some are meant by both: 12 of 13 here, 12 of 13 there."""
    parts = (undergoing(one, index), undergoing(other, index))
    places = [(event.article, part.span) for event, part in zip((one, other), parts, strict=True) if part]
    here, there = (
        sorted({figure.low for figure in index.figures_within(article, span.start, span.end)})
        for article, span in places
    )
    return here == there and len(here) == _PART_AND_WHOLE and 2 * here[0] > here[1]


def _which(one: Participant | None, event: Happening, index: StoryIndex) -> frozenset[str]:
    """The words that say which one is meant: "Tolm" in "the road to Tolm"."""
    article, place = index.articles[event.article], one.span if one else Span(start=0, end=0)
    stems = content_stems(words_of(article.text, article.language, place))
    models = _MODEL.findall(place.of(article.text))
    return frozenset([each for each in stems if not is_number(each)] + models) - {stem(_head(one), article.language)}


def _in_a_state(state: Happening, deed: Happening) -> bool:
    """Whether who does something is in a state beside what it is done to: they "remain in the valley", they "withdrew from the valley"."""
    who, beside = _head(deed.doer), {thing for _, thing in state.beside}
    alike = state.doer is None and who == _head(state.done_to)
    return alike and len(who) > _NAMED and _head(deed.done_to) in beside


def _head(part: Participant | None) -> str:
    """What takes part is called; "" where nothing does."""
    return part.head if part else ""


def heads(event: Happening) -> set[str]:
    """What those who take part are called, as far as it says who they are."""
    return {part.head for part in participants(event) if len(part.head) > _NAMED}
