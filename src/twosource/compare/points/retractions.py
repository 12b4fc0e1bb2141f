"""What was taken back: by whom, in which words, and which articles still carry it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise, permutations
from typing import Final

from twosource.compare.alignment.wording import content_stems, is_number, words_of
from twosource.compare.points.figures.values import agreement
from twosource.compare.points.relations import is_update, voice_of
from twosource.model import Conflict, Difference, Figure, Mark, Point, Retraction, Span, Statement
from twosource.text.story_index import StoryIndex

Member = Statement | Figure

_CHANGED: Final = frozenset({"polarity", "strength"})
"""Differences by which a source that says something else later takes back what it said."""
_DAY: Final = len("2031-05-14")
"""Of two articles of one day, one may have a remark wrong; a day later it is another remark."""
_SIDES: Final = 2
_MOST: Final = 0.75
"""Share of the words taken back that another voice's statement has which carries them."""
_HALF: Final = 0.5
"""Share of that statement's own words that these are."""
_EXACT: Final = frozenset({"unstated", "exactly"})
_AT_MOST: Final = frozenset({"at most", "fewer than"})


def with_retractions(
    points: Iterable[Point], conflicts: Iterable[Conflict], index: StoryIndex
) -> tuple[list[Point], list[Conflict]]:
    """Points of which something was taken back, said so; what a source itself took back is an update and no conflict.

    Returns:
        As many points in the same order, and the conflicts that are left.
    """
    every, made = list(points), []
    withdrawn = _withdrawn(every, index)
    settled: set[tuple[str, tuple[str, ...]]] = set()
    for point in every:
        turns = {each.members: turn for each in point.differences if (turn := _turn(each, index))}
        members = index.members_of(point)
        turned = (_turned(*turn, members, index) for turn in turns.values())
        found = next(chain(_marked(withdrawn[point.id], members, index), turned), None)
        if found is None:
            made.append(replace(point, retracted=next(_lowered(members, index), None)))
            continue
        made.append(replace(point, retracted=found, relation="updated" if len(members) > 1 else point.relation))
        settled |= {(point.id, sides) for sides in turns}
    return made, [one for one in conflicts if (one.point or "", one.members) not in settled]


def _withdrawn(points: Iterable[Point], index: StoryIndex) -> Mapping[str, list[tuple[Member, Mark]]]:
    """By the id of the point, who says that it was wrong: of one that was made before in another article, that one."""
    found: dict[str, list[tuple[Member, Mark]]] = defaultdict(list)
    homes = {name: point.id for point in points for name in point.statements}
    every = ((point, member, mark) for point in points for member in index.members_of(point) for mark in member.marks)
    for point, member, mark in every:
        if mark.kind == "corrected":
            old = _said_before(member, mark, index) if isinstance(member, Statement) else None
            found[homes.get(old.id if old else "", point.id)].append((member, mark))
    return found


def _said_before(taken: Statement, mark: Mark, index: StoryIndex) -> Statement | None:
    """What the same voice, or a voice that it speaks for, said before in another article in the fullest of the same words."""
    said = _matter(taken, index, mark)
    voices = {voice_of(source, index) for source in (taken.source, mark.by)} - {""}
    alike: list[tuple[int, str, Statement]] = []
    for one in index.statements.values():
        if one.article == taken.article or is_update(index.time(taken.article), index.time(one.article)):
            continue
        words = _matter(one, index)
        shared = 0 if {word for word in said if is_number(word)} - words else len(said & words)
        own = voice_of(one.source, index) in voices and 2 * shared >= min(len(said), len(words))
        if shared and (own or (shared > 1 and shared >= max(_MOST * len(said), _HALF * len(words)))):
            alike.append((shared, one.id, one))
    return max(alike, default=(0, "", None))[2]


def _matter(one: Statement, index: StoryIndex, mark: Mark | None = None) -> frozenset[str]:
    """The stems of a statement's content words, but for those that take it back."""
    article = index.articles[one.article]
    words = words_of(article.text, article.language, *one.content)
    return frozenset(content_stems(word for word in words if mark is None or not mark.start <= word.start < mark.end))


def _marked(held: Sequence[tuple[Member, Mark]], members: Iterable[Member], index: StoryIndex) -> Iterator[Retraction]:
    """Somebody says that it was wrong, or that something else was said at first."""
    if held:
        member, mark = min(held, key=lambda each: (index.name(each[0].article), each[1].start))
        told = {one.article for one in members if not any(rule(one, member, index) for rule in _CARRIES_NOT)}
        bare = told - {one.article for one, _ in held}
        yield _retraction(mark.by, member.article, mark.shown, bare, index)


def _gives_another_number(one: Member, corrected: Member, index: StoryIndex) -> bool:
    """Whether it counts, and gives none of the numbers that were taken back: it carries something else."""
    here, there = (
        {(each.low, each.high) for each in index.figures_within(side.article, side.start, side.end)}
        for side in (one, corrected)
    )
    return bool(here and there) and not here & there


def _gives_it_of_another(one: Member, corrected: Member, index: StoryIndex) -> bool:
    """Whether the number is all that it has of the sentence that takes it back: a picture of four years, a child of four."""
    article = index.articles[corrected.article]
    sentence = words_of(article.text, article.language, index.sentence(corrected.article, corrected.start))
    known, said = frozenset(content_stems(sentence)), _matter(one, index) if isinstance(one, Statement) else frozenset()
    shared = {word for word in said & known if not is_number(word)}
    counts = isinstance(corrected, Statement) and any(is_number(word) for word in _matter(corrected, index))
    return counts and bool(said) and shared <= index.lexicon.wording.ages


def _lacks_what_was_wrong(one: Member, corrected: Member, index: StoryIndex) -> bool:
    """Whether only the rest of it stands there, of which one part was put right: "on Monday, not Sunday"."""
    if not isinstance(corrected, Statement) or not isinstance(one, Statement):
        return False
    back = [mark.start for mark in corrected.marks if mark.kind == "corrected"]
    parts = corrected.content
    wrong = next((new for old, new in pairwise(parts) if any(old.end <= at < new.start for at in back)), None)
    return wrong is not None and not _matter(replace(corrected, content=(wrong,)), index) <= _matter(one, index)


def _has_little_of_it(one: Member, corrected: Member, index: StoryIndex) -> bool:
    """Whether it has less than half of the words that were taken back: it tells of the same matter, and something else of it."""
    if not isinstance(one, Statement) or not isinstance(corrected, Statement):
        return False
    wrong = _matter(corrected, index)
    return len(wrong & _matter(one, index)) < _HALF * len(wrong)


def _tells_it_as_of_then(one: Member, _: Member, index: StoryIndex) -> bool:
    """Whether it tells it as what was held at first: "was *initially believed* to be a second shooter"."""
    text, first = index.articles[one.article].text, index.lexicon.stances.at_first
    own = chain.from_iterable(each.marks for each in index.statements.values() if each.article == one.article)
    inside = (mark for mark in own if one.span.overlaps(mark.span) or mark in one.marks)
    return any(not first.isdisjoint(mark.span.of(text).lower().split()) for mark in inside)


_CARRIES_NOT: Final = (
    _tells_it_as_of_then,
    _gives_another_number,
    _gives_it_of_another,
    _lacks_what_was_wrong,
    _has_little_of_it,
)
"""Why a member of the point does not carry on what was taken back."""


def _turned(earlier: Member, later: Member, members: Iterable[Member], index: StoryIndex) -> Retraction:
    """The same source says the opposite later; who wrote in between does not carry on what it took back."""
    others = {one.article for one in members} - {later.article}
    newer = {name for name in others if is_update(index.time(earlier.article), index.time(name))}
    return _retraction(later.source, later.article, later.span, (others - newer) | {earlier.article}, index)


def _lowered(members: Iterable[Member], index: StoryIndex) -> Iterator[Retraction]:
    """The same source gives a smaller number later of what can only grow: the greater one no longer stands."""
    own = [one for one in members if isinstance(one, Figure) and not one.background]
    given = [one for one in own if one.measure in index.lexicon.counted.growing and one.source]
    by_voice: dict[str, list[Figure]] = defaultdict(list)
    for one in given:
        by_voice[voice_of(one.source, index)].append(one)
    pairs = chain.from_iterable(permutations(each, 2) for each in by_voice.values())
    for earlier, later in (pair for pair in pairs if _no_longer_stands(*pair, index)):
        carrying = {one.article for one in own if one.low >= earlier.low} - {later.article}
        yield _retraction(later.source, later.article, index.sentence(later.article, later.start), carrying, index)


def _no_longer_stands(one: Figure, later: Figure, index: StoryIndex) -> bool:
    """Whether a number is surely older than a smaller, exact one of the same people."""
    smaller = later.bound in _EXACT and one.bound not in _AT_MOST and one.low > later.high
    newer = smaller and is_update(index.time(one.article), index.time(later.article))
    return newer and agreement(one, later) == "apart" and not any(rule(one, later, index) for rule in _BOTH_STAND)


def _counts_who_did_it(one: Figure, _: Figure, index: StoryIndex) -> bool:
    """The greater number counts the attacker: "four were killed, including himself"."""
    told = index.sentence(one.article, one.start).of(index.articles[one.article].text)
    return bool(index.lexicon.measures.attacker_counted.search(told))


def _is_of_a_part(one: Figure, later: Figure, index: StoryIndex) -> bool:
    """The later article has the greater number too, and not as an earlier one: "killed four children", "his two youngest"."""
    own = (figure for figure in index.figures_of(later.article) if figure.measure == one.measure)
    return any(figure.low >= one.low and not _told_as_earlier(figure, index) for figure in own)


def _told_as_earlier(figure: Figure, index: StoryIndex) -> bool:
    sentence = index.sentence(figure.article, figure.start)
    before = Span(start=sentence.start, end=figure.start).of(index.articles[figure.article].text)
    return figure.background or bool(index.lexicon.number_slots.before_now.search(before.lower()))


_BOTH_STAND: Final = (_counts_who_did_it, _is_of_a_part)
"""Why a greater number still stands beside a smaller one of the same source."""


def _turn(difference: Difference, index: StoryIndex) -> tuple[Member, Member] | None:
    """The two sides of a difference, the earlier first, where one source says both at times that are surely two."""
    sides = [index.by_id[name] for name in difference.members if name in index.by_id]
    one_voice = len({voice_of(one.source, index) for one in sides}) == 1
    if difference.kind not in _CHANGED or len(sides) != _SIDES or not one_voice or not sides[0].source:
        return None
    days = [(index.time(one.article) or "")[:_DAY] for one in sides]
    if is_update(*days):
        return sides[0], sides[1]
    return (sides[1], sides[0]) if is_update(*days[::-1]) else None


def _retraction(by: str | None, article: str, place: Span, carrying: Iterable[str], index: StoryIndex) -> Retraction:
    carried_by = tuple(sorted(carrying, key=lambda name: (index.name(name), name)))
    return Retraction(by=by, article=article, start=place.start, end=place.end, carried_by=carried_by)
