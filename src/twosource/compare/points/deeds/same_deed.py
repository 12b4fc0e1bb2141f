"""Whether two clauses tell of one deed: what was done, by whom, to whom, when; a doubt in any of them and they do not."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import inf

from twosource.compare.points.deeds.roles import NAMED, Role, fit, roles_list
from twosource.compare.points.figures.counts import are_kinds_of_persons
from twosource.compare.points.wording import content_stems, is_number, words_of
from twosource.language import lexicon_of
from twosource.model import Happening, Moment
from twosource.text.story_index import StoryIndex

_SURE = 0.8  # evidence on one who takes part from which little more is wanted
_ENOUGH = 1.0  # evidence in all, where it is so sure who takes part
_ENOUGH_THINGS = 1.2  # the same, where it is only called by one word
_ENOUGH_BESIDE = 1.3  # the same, where both only say in passing which or when
_ENOUGH_ELSE = 1.5  # and where it is not, or where an article tells of several such deeds
_LEAST = 0.6  # of it, that must come from who takes part
_WORD = 0.17  # what another shared word is worth, times its weight
_WORDS = 1.0  # all of them together
_BOTH = 2
_FINE = frozenset({"minute", "hour"})
_NEAR = 60  # minutes between two clocks that tell one time, roughly
_TIME = {"minute": 0.6, "hour": 0.6, "part of day": 0.4, "day": 0.3}


@dataclass(frozen=True, slots=True)
class When:
    """A moment; ``clock`` if its words name no day, so that only its hour counts: the day was read from the article's."""

    moment: Moment
    clock: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """A happening with its parts read.

    Attributes:
        context: The stems of the clause's other words.
        numbers: Those that are numbers, and no ages or times.
        times: The times in the clause.
        among: Its article tells of several such deeds, of which this may be any.
        again: Its article tells of several such deeds of the same people.
        repeated: Its own words say that it was not the first ("again", "twice").
    """

    happening: Happening
    doer: Role | None
    done_to: Role | None
    context: frozenset[str]
    numbers: frozenset[str]
    times: tuple["When", ...]
    among: bool = False
    again: bool = False
    repeated: bool = False

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who takes part, as far as it is said."""
        return tuple(role for role in (self.doer, self.done_to) if role)

    @property
    def of_nobody(self) -> bool:
        """It is said of all that it did not happen: "no arrests have been made"."""
        return self.happening.negated and not self.done_to and self.happening.kind in _kinds("of_nobody")

    @property
    def keys(self) -> frozenset[tuple[str, str]]:
        """What it can be found by: its kind with each word that names who takes part."""
        if self.of_nobody:
            return frozenset({(self.happening.kind, "")})
        return frozenset(
            (family(self.happening.kind), stem)
            for role in self.roles
            for stem in (*role.stems, *role.heads, *role.ages)
        )

    @property
    def rank(self) -> tuple[bool, int, int, str, int]:
        """Those that stand by themselves and say most of who takes part come first."""
        known = sum(role.known for role in self.roles)
        return not self.happening.main, -known, -len(self.context), self.happening.article, self.happening.start


def read_deed(happening: Happening, roles: tuple[Role | None, Role | None], index: StoryIndex) -> Deed:
    """A happening with its parts read; ``roles`` are its doer and whom it was done to."""
    text = index.articles[happening.article].text
    times = index.moments(happening.article, happening.clause)
    clause = words_of(text, happening.clause)
    words = tuple(
        word
        for word in clause
        if word.content and word.start != happening.start and not any(t.start <= word.start < t.end for t in times)
    )
    people = [part.span for part in (happening.doer, happening.done_to) if part]
    numbers = frozenset(
        word.stem
        for word in words
        if is_number(word.stem) and not any(span.start <= word.start < span.end for span in people)
    )
    kept = tuple(When(time, _is_clock(time, text)) for time in times)
    return Deed(
        happening=happening,
        doer=roles[0],
        done_to=roles[1],
        context=frozenset(content_stems(words)),
        numbers=numbers,
        times=kept,
        repeated=any(word.text in roles_list("again") for word in clause),
    )


def _is_clock(moment: Moment, text: str) -> bool:
    words = moment.span.of(text)
    named = any(word[:1].isupper() and word.isalpha() for word in words.split()) or "day" in words or "night" in words
    return moment.precision in {"minute", "hour"} and not named


def same_deed(left: Deed, right: Deed, weight: Mapping[str, float]) -> float | None:
    """How sure it is that two clauses tell of one deed.

    Args:
        left: A deed.
        right: Another.
        weight: How much each stem tells.

    Returns:
        The evidence, 0 where it is not enough; None where something says that they tell of different deeds.
    """
    one, two = left.happening, right.happening
    if family(one.kind) != family(two.kind) or one.negated != two.negated or one.told_as != two.told_as:
        return None
    if _numbers_apart(left, right):
        return None
    if left.of_nobody and right.of_nobody:
        return NAMED
    found = fit(left.doer, right.doer), fit(left.done_to, right.done_to), _when(left.times, right.times)
    if None in found:
        return None
    doer, done_to, when = (each or 0.0 for each in found)
    counted = {stem for deed in (left, right) for role in deed.roles for stem in role.stems}
    shared = (left.context & right.context) - counted
    if one.kind in _kinds("of_something") and left.context and right.context and not shared:
        return 0.0
    said = min(_WORDS, sum(_WORD * weight.get(stem, 1.0) for stem in sorted(shared)))
    total = doer + done_to + said + when
    return total if doer + done_to >= _LEAST and total >= _enough(left, right, done_to) else 0.0


def _enough(left: Deed, right: Deed, done_to: float) -> float:
    """How much evidence is wanted: little where it is sure to whom it was done and both clauses stand by themselves."""
    mains = left.happening.main + right.happening.main
    if done_to < NAMED and (not mains or left.happening.kind != right.happening.kind):
        return inf
    if not mains:
        return _ENOUGH_BESIDE
    doubtful = mains < _BOTH or left.among or right.among or not left.happening.actual
    if done_to < (NAMED if doubtful else _SURE) or left.again or right.again:
        return _ENOUGH_ELSE
    person = bool(left.done_to and right.done_to and left.done_to.person and right.done_to.person)
    return _ENOUGH if done_to >= NAMED or person else _ENOUGH_THINGS


@cache
def family(kind: str) -> str:
    """The first of the deeds that may be told for a deed; the deed itself for most."""
    families = lexicon_of("en").predicates.families
    return next((held[0] for held in families if kind in held), kind)


@cache
def _kinds(name: str) -> frozenset[str]:
    return frozenset(getattr(lexicon_of("en").predicates, name))


def _numbers_apart(left: Deed, right: Deed) -> bool:
    """Whether both are measured, and by no common number; what happens to prices has to be."""
    person = bool(left.done_to and (left.done_to.ages or any(map(are_kinds_of_persons, left.done_to.heads))))
    measured = left.happening.kind in _kinds("measured") and not person
    return (measured or bool(left.numbers and right.numbers)) and not left.numbers & right.numbers


def told_again(one: Deed, two: Deed) -> bool:
    """Whether two clauses of one article tell that the same was done to the same people a second time."""
    if (fit(one.done_to, two.done_to) or 0.0) < _SURE:
        return False
    return _when(one.times, two.times) is None or one.repeated or two.repeated


def _when(left: tuple[When, ...], right: tuple[When, ...]) -> float | None:
    """What their times are worth; None where they cannot be one."""
    if not left or not right:
        return 0.0
    met = [(a.moment, b.moment) for a in left for b in right if _meet(a, b)]
    if not met:
        return None
    return max(min(_TIME.get(a.precision, 0.0), _TIME.get(b.precision, 0.0)) for a, b in met)


def _meet(one: When, two: When) -> bool:
    a, b = one.moment, two.moment
    if (one.clock or two.clock) and {a.precision, b.precision} <= _FINE:
        return abs(_minutes(a.earliest) - _minutes(b.earliest)) <= _NEAR
    if one.clock or two.clock:
        return True
    return a.earliest[:10] <= b.latest[:10] and b.earliest[:10] <= a.latest[:10]


def _minutes(stamp: str) -> int:
    """Minutes since midnight."""
    return int(stamp[11:13] or 0) * 60 + int(stamp[14:16] or 0)
