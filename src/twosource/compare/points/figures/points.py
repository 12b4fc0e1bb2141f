"""Points of figures: one count, with every value given for it, and what the values are to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from twosource.compare.alignment.wording import words_of
from twosource.compare.between import conflict
from twosource.compare.points.figures.counts import Count, count_of
from twosource.compare.points.figures.given import bounds, given
from twosource.compare.points.figures.joining import Tally, Value, tallies
from twosource.compare.points.figures.scopes import LookAlikes
from twosource.compare.points.figures.told_as_one import told_as_one
from twosource.compare.points.figures.values import Agreement, agreement, just_above, one_measure, one_number
from twosource.compare.points.losses import attribution_lost, marks_lost
from twosource.compare.points.relations import is_update, relation_of, voice_of
from twosource.model import Conflict, Difference, DifferenceKind, Figure, Point, Relation, Statement, content_id
from twosource.settings import Settings
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_TELLING = 5  # words from which on a statement tells by itself what is counted
_PLAIN = frozenset({"unstated", "exactly"})
_SCENE = 10  # smaller counts of things in somebody's words set a scene
_BEFORE = 4  # code points: an article in front of the number
_GIVE_BOTH = 3  # articles: so many do not contradict themselves
_KILLED = "killed"
_BARE = ("to ", "of ", "by ")  # what begins so does not say who or what


def read_counts(index: StoryIndex) -> list[Count]:
    """What each figure of a story counts; those that belong to the name of who speaks are left out."""
    return [count_of(index, figure) for figure in index.figures.values() if not _names_a_source(figure, index)]


def gathered_alone(counts: Iterable[Count], index: StoryIndex, settings: Settings) -> list[Point]:
    """Which figures count the same, as far as they say it themselves: points with nothing but their figures."""
    every = (tuple(sorted(count.figure.id for count in tally.members)) for tally in _gathered(counts, index, settings))
    return [
        Point(
            id=content_id("q", "figure", *ids), kind="figure", label="", figures=ids, relation=relation_of(len(ids), ())
        )
        for ids in every
    ]


def figure_points(
    counts: Iterable[Count], index: StoryIndex, settings: Settings, circles: Mapping[str, int]
) -> tuple[list[Point], list[Conflict]]:
    """Gather figures into points; single ones too, if they tell more than that somebody or something is there.

    ``circles`` has, for statements that tell the same as others, a number that these have in common.
    """
    told = [replace(count, circle=circles.get(count.figure.statement or "")) for count in counts]
    gathered = _gathered(told, index, settings)
    points: list[Point] = []
    conflicts: list[Conflict] = []
    alike = LookAlikes(gathered, index, settings)
    for tally in gathered:
        point, clashes = _point(tally, index)
        one_article = len({count.figure.article for count in tally.members}) == 1
        look_alike = alike.why(tally) if one_article else ""
        points.append(_other_scope(point, look_alike) if look_alike else point)
        conflicts += clashes
    return points, conflicts


def _gathered(counts: Iterable[Count], index: StoryIndex, settings: Settings) -> list[Tally]:
    return [tally for tally in told_as_one(tallies(counts, settings)) if _tells(tally, index)]


def _names_a_source(figure: Figure, index: StoryIndex) -> bool:
    """Whether the number belongs to the name of those who speak: "Two people familiar with the matter said"."""
    near = index.source_spans(figure.article, figure.start - _BEFORE, figure.start)
    return any(figure.end <= span.end for span in near)


def _tells(tally: Tally, index: StoryIndex) -> bool:
    """Whether a count is a point: not where nobody counts, unless the values differ.

    Somebody who is merely there ("a captured soldier") is one without being counted; a small number of things in
    a quotation ("two bangs") is told by the quotation.
    """
    if len(tally.values) > 1:
        return True
    figures = [count.figure for count in tally.members]
    return not (all(_is_implied(f, index) for f in figures) or all(_sets_a_scene(f, index) for f in figures))


def _is_implied(figure: Figure, index: StoryIndex) -> bool:
    """Whether a figure is one for no number's sake: "a woman was killed"."""
    if not figure.low == figure.high == 1:
        return False
    text = index.articles[figure.article].text
    words = [
        word for word in words_of(text, index.language, figure.span) if text[word.end : word.end + 1] != "-"
    ]  # no "1-year-old"
    return not any(word.stem == "1" or word.text in index.lexicon.counted.singling for word in words)


def _sets_a_scene(figure: Figure, index: StoryIndex) -> bool:
    """Whether it is a small number of things, told in a quotation."""
    statement = index.member(figure.statement)
    quoted = isinstance(statement, Statement) and statement.kind == "quotation"
    return quoted and (figure.measure, figure.unit) == (None, None) and figure.high < _SCENE


def _point(tally: Tally, index: StoryIndex) -> tuple[Point, list[Conflict]]:
    figures = [count.figure for count in tally.members]
    ids = tuple(sorted(figure.id for figure in figures))
    own = content_id("q", "figure", *ids)
    first, *others = tally.values
    between = [_between(first, other, index) for other in others if not one_measure(first.figure, other.figure)]
    clashing = [parted.difference for parted in between if parted.clash]
    conflicts = [conflict("value", one.detail, one.members, index, point=own) for one in clashing]
    told = [set(parted.difference.members) for parted in between if parted.difference.kind == "bound"]
    bounded = [one for value in tally.values for one in bounds(value, index)]
    differences = [
        *(parted.difference for parted in between),
        *(one for one in bounded if not any(members.issuperset(one.members) for members in told)),
        *attribution_lost(figures, index),
        *chain.from_iterable(marks_lost([count.figure for count in value.members], index) for value in tally.values),
    ]
    whys = set().union(tally.reasons, *(value.reasons for value in tally.values))
    point = Point(
        id=own,
        kind="figure",
        label=_label(first, index),
        figures=ids,
        relation=_relation(between, relation_of(len(ids), _telling(differences, index), updated=_is_updated(between))),
        differences=tuple(differences),
        reason="; ".join(sorted(map(index.worded, whys))),
    )
    return point, [one for one in conflicts if one]


def _telling(differences: Iterable[Difference], index: StoryIndex) -> list[Difference]:
    """Those by which accounts differ: not that one says "about" what the other gives as it is."""
    return [
        one for one in differences if one.kind != "bound" or not one_number(index.figures[name] for name in one.members)
    ]


class _Parted(NamedTuple):
    """How two values of one count differ: the later is an update of the other, the one counts a part, or they clash."""

    difference: Difference
    update: bool = False
    part: bool = False
    clash: bool = False


def _is_updated(between: Iterable[_Parted]) -> bool:
    """Whether a value was given later than another, and none clash."""
    every = list(between)
    return any(parted.update for parted in every) and not any(parted.clash for parted in every)


def _relation(between: Iterable[_Parted], told: Relation) -> Relation:
    """What the values are to each other: of another scope where all by which they differ may be part and whole."""
    apart = [parted.part for parted in between if parted.difference.kind == "value"]
    return "other scope" if apart and all(apart) else told


def _between(left: Value, right: Value, index: StoryIndex) -> _Parted:
    how = _agreement(left, right)
    said = "; ".join((given(left, index), given(right, index)))

    def told(kind: DifferenceKind, code: str, **more: Reason) -> Difference:
        members = tuple(count.figure.id for value in (left, right) for count in value.members)
        return Difference(kind=kind, members=members, detail=index.worded(Reason(code, said=said, **more)))

    if how == "rounder":
        return _Parted(told("bound", "figures.rounder"))
    if _updated(left, right, index) and not (how == "within" and left.figure.unit):
        return _Parted(told("value", "figures.later"), update=True)
    if how == "within":
        return _Parted(told("bound", "figures.both_right"))
    if any(_mostly(count.rest and not count.beside_dead for count in value.members) for value in (left, right)):
        return _Parted(told("value", "figures.others_the_rest"), part=True)
    if why := _part_perhaps(left, right, index):
        return _Parted(told("value", "figures.apart_perhaps", why=why), part=True)
    return _Parted(told("value", "figures.apart"), clash=True)


def _mostly(held: Iterable[bool]) -> bool:
    """Whether at least half of them are."""
    every = list(held)
    return 2 * sum(every) >= len(every)


def _part_perhaps(left: Value, right: Value, index: StoryIndex) -> Reason | None:
    """Why the lower of two values may count a part of the other; None where nothing says so."""
    low, high = _by_size(left, right)
    if len(low.articles & high.articles) >= _GIVE_BOTH:
        return Reason("figures.given_together")
    if _mostly(count.scattered for count in high.members) and not any(count.scattered for count in low.members):
        return Reason("figures.several_places")
    if _given_as_part(low, high, index) or all(_who_did_it(one, index) for one in low.members):
        return Reason("figures.given_together")
    one_more = high.figure.low - low.figure.high == 1
    left_out = one_more and any(_without_who_did_it(one, index) for one in low.members)
    return Reason("figures.without_who_did_it") if left_out else None


def _by_size(left: Value, right: Value) -> list[Value]:
    """Both values, the lower first."""
    return sorted((left, right), key=lambda value: (value.figure.low, value.figure.high))


def _given_as_part(low: Value, high: Value, index: StoryIndex) -> bool:
    """Whether an article that gives the higher gives the lower as a part of it: "60,000, of which 40,000 in Norvale"."""
    figures = (figure for article in high.articles for figure in index.figures_of(article))
    return any(figure.part_of is not None and one_number((figure, low.figure)) for figure in figures)


def _who_did_it(count: Count, index: StoryIndex) -> bool:
    """Whether it counts who did it to himself, and nobody else: "who later killed *himself*"."""
    return count.figure.span.of(index.articles[count.figure.article].text).lower() in index.lexicon.pronouns.oneself


def _without_who_did_it(count: Count, index: StoryIndex) -> bool:
    """Whether who killed them is told to have died as well, beside the number of the dead: "killed two, then himself"."""
    words = index.lexicon.measures
    told = count.sentence.of(index.articles[count.figure.article].text)
    return (
        count.measure == _KILLED and bool(words.attacker_dies.search(told)) and not words.attacker_counted.search(told)
    )


def _agreement(left: Value, right: Value) -> Agreement:
    """How two values go together, by those of their figures that go together best: who rounds has not contradicted."""
    pairs = (agreement(one.figure, two.figure) for one in left.scopes for two in right.scopes)
    found = {agreement(left.figure, right.figure), *pairs}
    how: Agreement = next(how for how in ("equal", "rounder", "within", "apart") if how in found)
    return "apart" if how == "within" and (_both_plain(left, right) or _both_just_above(left, right)) else how


def _both_just_above(left: Value, right: Value) -> bool:
    """Whether both are only given as "more than" a round number, each of which says that it is not far above: 26,000, 31,000."""
    low, high = _by_size(left, right)
    above = all(count.figure.bound == "more than" for value in (low, high) for count in value.members)
    return above and just_above(low.figure) <= high.figure.low


def _both_plain(left: Value, right: Value) -> bool:
    """Whether each is also given without a bound, by articles that do not give the other: then both cannot be right."""
    sides = (
        {
            one.article
            for one in (count.figure for count in value.members)
            if one.bound in _PLAIN and one.low == one.high
        }
        for value in (left, right)
    )
    return all(side - other.articles for side, other in zip(sides, (right, left), strict=True))


def _updated(left: Value, right: Value, index: StoryIndex) -> bool:
    """Whether one value surely follows on the other: later, and higher for what can only grow or by one source."""
    low, high = _by_size(left, right)
    if _given_as_so(low) & _given_as_so(high):
        return False  # an article gives both
    growing = low.figure.measure in index.lexicon.counted.growing
    if _has_moved(low, high, index):
        return True
    same = [one for one in _of_one_voice(low, high, index) if all(one)]
    if same:
        times = [[_times(members, index) for members in one] for one in same]
        return any(is_update(one[1], other[0]) or is_update(other[1], one[0]) for one, other in times)
    return growing and any(count.revised for count in high.members)


def _has_moved(low: Value, high: Value, index: StoryIndex) -> bool:
    """Whether the higher surely came later and it can grow, or either came later and it goes down as well: who is missing."""
    measure, counted = low.figure.measure, index.lexicon.counted
    (first_low, last_low), (first_high, last_high) = _times(low.members, index), _times(high.members, index)
    grown, fallen = is_update(last_low, first_high), is_update(last_high, first_low)
    return (grown and measure in counted.growing) or ((grown or fallen) and measure in counted.moving)


def _given_as_so(value: Value) -> set[str]:
    """The articles that give it, and not only as what was said before."""
    return {count.figure.article for count in value.members if not count.figure.background}


def _times(members: Iterable[Count], index: StoryIndex) -> tuple[str | None, str | None]:
    """The first and the last time that they were given as so; None for both if one is unknown."""
    times = [index.time(count.figure.article) for count in members if not count.figure.background]
    known = sorted(time for time in times if time)
    return (known[0], known[-1]) if known and len(known) == len(times) else (None, None)


def _of_one_voice(left: Value, right: Value, index: StoryIndex) -> Iterator[list[list[Count]]]:
    """The members of two values that one source gives, then those that one outlet gives: those of the first, and of the second."""

    def source(count: Count) -> str:
        return voice_of(count.figure.source, index)

    def outlet(count: Count) -> str:
        return index.articles[count.figure.article].outlet

    for voice in (source, outlet):
        shared = set(map(voice, left.members)) & set(map(voice, right.members)) - {""}
        yield [[count for count in value.members if voice(count) in shared] for value in (left, right)]


def _label(value: Value, index: StoryIndex) -> str:
    """What is said of the count, verbatim: a statement's words of some length if there are any, else a sentence.

    Not the words of who only points back at it ("the four victims are recovering"), unless all do.
    """
    counts = [count for count in value.members if not count.pointing] or value.members
    every = [_said(count.figure, index) for count in counts]
    said = [words for words in every if len(words.split()) >= _TELLING and not words.startswith(_BARE)]
    if said:
        return min(said, key=lambda words: (len(words), words))
    first = counts[0].figure
    return index.sentence(first.article, first.start).of(index.articles[first.article].text).strip()


def _said(figure: Figure, index: StoryIndex) -> str:
    """The words of the statement that a figure stands in, without "that" before and a comma behind; "" for none."""
    found = index.member(figure.statement)
    if not isinstance(found, Statement):
        return ""
    text = index.articles[figure.article].text
    spans = [span for span in found.content if span.holds(figure)]
    return spans[0].of(text).removeprefix("that ").rstrip(",;: ").strip() if spans else ""


def _other_scope(point: Point, why: str) -> Point:
    """The point with the count that it is not to be held against; its relation only where it has a single figure."""
    if len(point.figures) > 1:
        return replace(point, reason=f"{point.reason}; {why}")
    return replace(point, relation="other scope", reason=why)
