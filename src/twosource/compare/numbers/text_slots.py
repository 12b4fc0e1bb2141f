"""Things of which a story has only one, told in two ways: "the 5800 block of Anka Drive", "the 8500 block of Anka Drive"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, zip_longest
from typing import Final

from rapidfuzz.distance import Indel

from twosource.compare.alignment.wording import stem
from twosource.compare.between import Told, by_value, conflict, ways
from twosource.language.lexicon import Lexicon
from twosource.language.words_news import TextSlot
from twosource.model import Article, Conflict
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_SIDES: Final = 2
_DIGITS: Final = re.compile(r"\d+")


def text_slot_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Values of one thing that articles give differently: one conflict a thing, of the thing's kind.

    An account that gives two tells of two things; then the thing is left alone, but for telephone numbers and the like, of which
    two are one where only a slip parts them. An article's headlines and captions are an account beside its text.
    """
    for fact in index.lexicon.number_slots.facts:
        told: dict[str, list[Told]] = defaultdict(list)
        for of, one in _told(fact, index):
            told[of].append(one)
        for of in sorted(told):
            every = _slips(told[of]) if fact.slips else [_only_values(told[of], index)]
            kept = (held for held in every if not fact.near or _of_one_day(held, fact.near, index))
            yield from (_conflict(fact, held, index) for held in kept)


def _told(fact: TextSlot, index: StoryIndex) -> Iterator[tuple[str, Told]]:
    """What the articles give, each with which of several it is of."""
    hinted = (article for article in index.articles.values() if fact.hint in article.text.lower())
    for article in sorted(hinted, key=lambda one: one.id):
        yield from _told_by(article, fact, index.lexicon)


def _told_by(article: Article, fact: TextSlot, lexicon: Lexicon) -> Iterator[tuple[str, Told]]:
    """What an article gives, and of which of several it is; of what slips part, only the digits are compared."""
    words = lexicon.number_slots
    for match in fact.pattern.finditer(article.text):
        named = match.groupdict()
        if not named.get("rough"):
            parts = [part.strip(".") for part in (named.get("of") or "").lower().split()]
            of = " ".join(words.same.get(part, part) for part in parts if part not in words.loose)
            value = stem(named["value"], lexicon.code)
            value = words.same.get(value, value)
            if fact.slips or fact.near:
                value = ("-" if fact.near else "").join(_DIGITS.findall(value))
            yield of, Told(value, article.id, match.start("value"), " ".join(match.group().split()))


def _only_values(told: Iterable[Told], index: StoryIndex) -> list[Told]:
    """The first place in each account; none where an account gives two values."""
    by_account: dict[tuple[str, bool], dict[str, Told]] = defaultdict(dict)
    for one in told:
        by_account[index.account(one.article, one.start)].setdefault(one.value, one)
    several = any(len(values) > 1 for values in by_account.values())
    return [] if several else [one for values in by_account.values() for one in values.values()]


def _of_one_day(told: Sequence[Told], near: int, index: StoryIndex) -> bool:
    """Whether no game may lie between records: they are told on one day, and differ by few games."""
    days = {(index.time(one.article) or "")[:10] for one in told} - {""}
    records = sorted({tuple(map(int, one.value.split("-"))) for one in told})
    steps = (abs(a - b) for pair in pairwise(records) for a, b in zip_longest(*pair, fillvalue=0))
    return len(days) <= 1 and max(steps, default=0) <= near


def _slips(told: Iterable[Told]) -> Iterator[list[Told]]:
    """Each two values that a slip parts, of which no article gives both, with all who give one of them."""
    values = by_value(told)
    for left, right in combinations(sorted(values), _SIDES):
        if _is_slip(left, right) and not values[left].keys() & values[right].keys():
            yield [*values[left].values(), *values[right].values()]


def _is_slip(left: str, right: str) -> bool:
    """Whether one has a digit too many, or two digits stand in another order."""
    parted = Indel.distance(left, right)
    return parted == 1 or (parted == 2 and sorted(left) == sorted(right))  # noqa: PLR2004 - one out, one in


def _conflict(fact: TextSlot, told: list[Told], index: StoryIndex) -> Conflict | None:
    sides: dict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (len(one.value), one.value)):
        sides[one.value].append(one)
    if len(sides) < _SIDES:
        return None
    members = (index.statement_beside(one.article, one.start) for side in sides.values() for one in side)
    shown = ways(((f"“{side[0].words}”", (one.article for one in side)) for side in sides.values()), index)
    line = Reason("points.told_once", told="; ".join(map(index.worded, shown)))
    return conflict(fact.kind, line, members, index, fact.name)
