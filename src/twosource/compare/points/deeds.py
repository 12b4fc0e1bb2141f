"""What two clauses tell of one thing and both cannot be so: it happened and did not, its opposite did, it was said and was not."""

from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Final

from twosource.compare.points.one_thing import NAMED, participants, to_oneself
from twosource.language import Opposition, OppositionKind, labels, lexicon_of, opposition_of
from twosource.language.lexicon import Lexicon
from twosource.model import Happening, Modality, Polarity
from twosource.text.story_index import StoryIndex

_STOPS: Final = '.,;:()"“”'


def opposition_between(one: Happening, other: Happening) -> Opposition | None:
    """What the language's table says of two clauses that are both told as facts; None where nothing."""
    table = _lexicon().opposition
    found = opposition_of((one.kind, *one.wordings), (other.kind, *other.wordings), table)
    persons = (part.label == labels.PERSON for event in (one, other) for part in participants(event))
    return None if found is not None and found.name in table.of_amounts and any(persons) else found


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


def of_opposite_deeds(one: Iterable[Happening], other: Iterable[Happening]) -> bool:
    """Whether what is told of is the opposite, so that it has an hour of its own: it began at nine, and was over at ten."""
    found = (opposition_between(*pair) for pair in product(one, other))
    return any(each is not None and each.kind is OppositionKind.EXCLUSIVE for each in found)


def told_plainly(one: Happening, other: Happening) -> bool:
    """Whether both clauses are told as facts or both as to come, stand by themselves, and speak of all and not of some only."""
    partial = Polarity.PARTIAL in {one.factuality.polarity, other.factuality.polarity}
    to_come = {one.factuality.modality, other.factuality.modality} == {Modality.FUTURE}
    said = "not said" not in {one.reporting, other.reporting}
    return ((one.actual and other.actual) or (to_come and said)) and one.main and other.main and not partial


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
    if one.doer.head == other.doer.head and len(one.doer.head) > NAMED:
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


def only_one_is_said(one: Happening, other: Happening) -> bool:
    """Whether somebody is said to have said it here, and not to have said it there."""
    told = {one.reporting, other.reporting} == {"reported", "not said"}
    return told and one.kind == other.kind and opposition_between(one, other) is None


@cache
def _lexicon() -> Lexicon:
    return lexicon_of("en")
