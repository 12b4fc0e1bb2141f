"""Things of which a story has only one, told in two ways: "the 5800 block of Anka Drive", "the 8500 block of Anka Drive"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Final, Self

from rapidfuzz.distance import Indel

from twosource.compare.alignment.wording import stem
from twosource.compare.slots.laid import Laid, Rule, rivals, told_once
from twosource.language.words_news import TextSlot
from twosource.model import Article, Conflict
from twosource.text.story_index import StoryIndex

_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, kw_only=True)
class TextValue(Laid):
    """What an account gives; of what slips part, only the digits are compared, and an account may have several."""

    fact: TextSlot
    value: str

    def parts(self, other: Self, _: StoryIndex) -> bool:
        """Whether they are two values, of two that may both be given nearly one: a digit too many, or two in another order."""
        if not self.fact.slips:
            return self.value != other.value
        parted = Indel.distance(self.value, other.value)
        return parted == 1 or (parted == 2 and sorted(self.value) == sorted(other.value))  # noqa: PLR2004 - one out, one in

    def same(self, other: Self, _: StoryIndex) -> bool:
        """Whether they are one."""
        return self.value == other.value


def text_slot_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Values of one thing that accounts give differently: one conflict a thing, of the thing's kind."""
    for fact in index.lexicon.number_slots.facts:
        told: dict[str, list[TextValue]] = defaultdict(list)
        hinted = (article for article in index.articles.values() if fact.hint in article.text.lower())
        for of, one in chain.from_iterable(_told_by(article, fact, index) for article in hinted):
            told[of].append(one)
        for of in sorted(told):
            every = chain.from_iterable(rivals(told[of], _BOTH_SO, index))
            yield told_once(fact.kind, sorted(every, key=_order), index, fact.name)


def _order(one: TextValue) -> tuple[int, str, str, int]:
    return len(one.value), one.value, one.article, one.start


def _told_by(article: Article, fact: TextSlot, index: StoryIndex) -> Iterator[tuple[str, TextValue]]:
    """What an article gives, each with which of several it is of."""
    words = index.lexicon.number_slots
    for match in fact.pattern.finditer(article.text):
        named = match.groupdict()
        if not named.get("rough"):
            parts = [part.strip(".") for part in (named.get("of") or "").lower().split()]
            of = " ".join(words.same.get(part, part) for part in parts if part not in words.loose)
            value = stem(named["value"], index.lexicon.code)
            value = words.same.get(value, value)
            if fact.slips or fact.near:
                value = ("-" if fact.near else "").join(_DIGITS.findall(value))
            at = match.start("value")
            at, shown = match.start("value"), " ".join(match.group().split())
            account = index.account(article.id, at)
            yield of, TextValue(
                article=article.id, start=at, words=shown, account=account, sole=not fact.slips, fact=fact, value=value
            )  # fmt: skip


def _of_two_days(one: TextValue, other: TextValue, index: StoryIndex) -> bool:
    """A game may lie between two records: they are told on two days, or differ by many games."""
    if not one.fact.near:
        return False
    days = {(index.time(each.article) or "")[:10] for each in (one, other)} - {""}
    records = (tuple(map(int, each.value.split("-"))) for each in (one, other))
    return len(days) > 1 or max(abs(a - b) for a, b in zip_longest(*records, fillvalue=0)) > one.fact.near


def _each_given(one: TextValue, other: TextValue, _: StoryIndex) -> bool:
    """An article has both of two telephone numbers."""
    return one.fact.slips and one.article == other.article


_BOTH_SO: Final[tuple[Rule[TextValue], ...]] = (_of_two_days, _each_given)
"""Why two values may both be right."""
