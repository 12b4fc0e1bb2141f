"""Clauses of several articles gathered by the deed that they tell: no two of a gathering may be told apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from heapq import nsmallest

from twosource.compare.points.deeds.company import roles_in
from twosource.compare.points.deeds.roles import alike, fit
from twosource.compare.points.deeds.same_deed import Deed, family, read_deed, same_deed, told_again
from twosource.text.story_index import StoryIndex

_LOOKED_AT = 8  # gatherings held against one deed
_HELD = 5  # deeds of each of them, those that say most
_COMMON = 120  # gatherings: a key that more of them have proposes nothing
_PAIRS = 40  # deeds of one kind in an article, held against each other


def gather_deeds(weight: Mapping[str, float], index: StoryIndex) -> list[list[Deed]]:
    """Gather the clauses that tell one deed.

    Args:
        weight: How much each stem tells.
        index: The story.

    Returns:
        Those gatherings that hold deeds of several articles. The order of the articles changes nothing.
    """
    every = [deed for article in index.articles for deed in _deeds_of(article, index)]
    gatherings: list[list[Deed]] = []
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for deed in sorted(every, key=lambda each: each.rank):
        at = _home(deed, _near(deed, by_key, weight), gatherings, weight)
        if at is None:
            at = len(gatherings)
            gatherings.append([])
        gatherings[at].append(deed)
        for key in deed.keys:
            if at not in by_key[key]:
                by_key[key].append(at)
    gatherings = _merged(gatherings, weight)
    return [held for held in gatherings if len({deed.happening.article for deed in held}) > 1]


def _deeds_of(article: str, index: StoryIndex) -> list[Deed]:
    """An article's deeds, each marked if the article tells of several of its kind."""
    happenings = index.happenings_of(article)
    roles = roles_in(happenings, index)
    deeds = [read_deed(one, role, index) for one, role in zip(happenings, roles, strict=True)]
    kinds: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        kinds[family(deed.happening.kind)].append(deed)
    return [_marked(deed, kinds[family(deed.happening.kind)]) for deed in deeds if deed.keys]


def _marked(deed: Deed, every: list[Deed]) -> Deed:
    """A deed, marked if its article tells the like of others who could be taken for these, or of these a second time."""
    others = [other for other in every[:_PAIRS] if other is not deed]
    among = any(_apart(deed, other) and alike(deed.done_to, other.done_to) for other in others)
    return replace(deed, among=among, again=any(told_again(deed, other) for other in others))


def _apart(one: Deed, two: Deed) -> bool:
    return fit(one.doer, two.doer) is None or fit(one.done_to, two.done_to) is None


def _near(deed: Deed, by_key: Mapping[tuple[str, str], list[int]], weight: Mapping[str, float]) -> list[int]:
    shared: dict[int, float] = defaultdict(float)
    for key in sorted(deed.keys):
        holders = by_key.get(key, ())
        if len(holders) <= _COMMON:
            for at in holders:
                shared[at] += weight.get(key[1], 1.0)
    return nsmallest(_LOOKED_AT, shared, key=lambda at: (-shared[at], at))


def _merged(gatherings: list[list[Deed]], weight: Mapping[str, float]) -> list[list[Deed]]:
    """Gatherings put together that one deed had not tied: some have grown since it was asked."""
    kept: list[list[Deed]] = []
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for held in gatherings:
        near = sorted({at for deed in held[:_HELD] for at in _near(deed, by_key, weight)})
        at = next((at for at in near if _one_deed(kept[at], held, weight)), None)
        if at is None:
            at = len(kept)
            kept.append([])
        kept[at] += held
        for key in {key for deed in held for key in deed.keys}:
            if at not in by_key[key]:
                by_key[key].append(at)
    return kept


def _one_deed(left: list[Deed], right: list[Deed], weight: Mapping[str, float]) -> bool:
    return bool(_sure(left[:_HELD], right[:_HELD], weight))


def _home(deed: Deed, near: Iterable[int], gatherings: list[list[Deed]], weight: Mapping[str, float]) -> int | None:
    """The gathering to whose deeds it is tied most surely, and from none of which anything tells it apart."""
    found = ((_sure([deed], gatherings[at][:_HELD], weight), -at) for at in near)
    best = max((each for each in found if each[0]), default=None)
    return -best[1] if best else None


def _sure(left: list[Deed], right: list[Deed], weight: Mapping[str, float]) -> float:
    """The strongest evidence that some two of them are one deed; 0 where any two are not."""
    best = 0.0
    for one in left:
        for two in right:
            sure = same_deed(one, two, weight)
            if sure is None:
                return 0.0
            best = max(best, sure)
    return best
