"""Things of which a story has only one, told in two ways: "the 5800 block of Anka Drive", "the 8500 block of Anka Drive"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from twosource.compare.alignment.wording import stem
from twosource.compare.points.relations import is_update
from twosource.language.lexicon import Lexicon
from twosource.language.words_news import ToldOnce
from twosource.model import Article, Conflict, content_id
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_SIDES: Final = 2


class Told(NamedTuple):
    """One value of a thing in an account: the value as it is compared, its words, and where they begin."""

    value: str
    words: str
    article: str
    start: int


def told_once_conflicts(index: StoryIndex) -> Iterator[Conflict]:
    """Values of one thing that articles give differently.

    An account that gives two tells of two things; then the thing is left alone, but for telephone numbers and the like, of which
    two are one where only a slip parts them. An article's headlines and captions are an account beside its text.

    Returns:
        Conflicts of the thing's kind, one a thing, without a point; members are the statements that hold the values, or that
        stand nearest in their paragraphs.
    """
    for fact in index.lexicon.told_once.facts:
        told = _told(fact, index)
        for of in sorted(told):
            sides = _slips(told[of]) if fact.slips else [_only_values(told[of], index)]
            for side in sides:
                found = _conflict(fact, side, index)
                if found:
                    yield found


def _told(fact: ToldOnce, index: StoryIndex) -> dict[str, list[Told]]:
    """What the articles give, by which of several it is of."""
    found: dict[str, list[Told]] = defaultdict(list)
    hinted = (article for article in index.articles.values() if fact.hint in article.text.lower())
    for article in sorted(hinted, key=lambda one: one.id):
        for of, told in _told_by(article, fact, index.lexicon):
            found[of].append(told)
    return found


def _told_by(article: Article, fact: ToldOnce, lexicon: Lexicon) -> Iterator[tuple[str, Told]]:
    words = lexicon.told_once
    for match in fact.pattern.finditer(article.text):
        named = match.groupdict()
        if not named.get("rough"):
            parts = [part.strip(".") for part in (named.get("of") or "").lower().split()]
            of = " ".join(words.same.get(part, part) for part in parts if part not in words.loose)
            value = stem(named["value"], lexicon.code)
            shown = " ".join(match.group().split())
            yield of, Told(_compared(words.same.get(value, value), fact), shown, article.id, match.start("value"))


def _compared(value: str, fact: ToldOnce) -> str:
    """A value as it is compared: of what slips part, only the digits."""
    return "".join(sign for sign in value if sign.isdecimal()) if fact.slips else value


def _only_values(told: Iterable[Told], index: StoryIndex) -> list[Told]:
    """The first place in each account; none where an account gives two values."""
    by_account: dict[tuple[str, bool], dict[str, Told]] = defaultdict(dict)
    for one in told:
        by_account[index.account(one.article, one.start)].setdefault(one.value, one)
    if any(len(values) > 1 for values in by_account.values()):
        return []
    return [one for values in by_account.values() for one in values.values()]


def _slips(told: Iterable[Told]) -> Iterator[list[Told]]:
    """Each two values that a slip parts, of which no article gives both, with all who give one of them."""
    by_value: dict[str, dict[str, Told]] = defaultdict(dict)
    for one in told:
        by_value[one.value].setdefault(one.article, one)
    for left, right in combinations(sorted(by_value), _SIDES):
        if _is_slip(left, right) and not by_value[left].keys() & by_value[right].keys():
            yield [*by_value[left].values(), *by_value[right].values()]


def _is_slip(left: str, right: str) -> bool:
    """Whether one has a digit too many, or two digits stand in another order."""
    parted = Indel.distance(left, right)
    return parted == 1 or (parted == 2 and sorted(left) == sorted(right))  # noqa: PLR2004 - one out, one in


def _conflict(fact: ToldOnce, told: list[Told], index: StoryIndex) -> Conflict | None:
    by_value: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_value[one.value].append(one)
    sides = {value: by_value[value] for value in sorted(by_value, key=lambda value: (len(value), value))}
    held = (index.statement_beside(one.article, one.start) for side in sides.values() for one in side)
    members = tuple(dict.fromkeys(member for member in held if member))
    if len(sides) < _SIDES or not members or (fact.grows and _grown(sides, index)):
        return None
    detail = index.worded(Reason("points.told_once", told="; ".join(_side(side, index) for side in sides.values())))
    return Conflict(id=content_id("c", fact.name, *members), kind=fact.kind, members=members, detail=detail)


def _side(side: list[Told], index: StoryIndex) -> str:
    names = index.names(one.article for one in side)
    return index.worded(Reason("lists.in", words=f"“{side[0].words}”", articles=names))


def _grown(sides: Mapping[str, list[Told]], index: StoryIndex) -> bool:
    """Whether the last and highest value is told later than the others, which it may have grown from."""
    *lower, highest = sides.values()
    last = [index.time(one.article) for one in highest]
    before = [index.time(one.article) for side in lower for one in side]
    return any(is_update(early, late) for early in before for late in last)
