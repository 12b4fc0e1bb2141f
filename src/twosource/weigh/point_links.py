"""What ties articles together behind one point: wording of that statement, or a carrier named for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.model import Article, Passage, Span
from twosource.text.carriers import Carrier, carrier_called, carriers_in, names_outlet

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article's part in a point: where it says it, and the carriers it names there."""

    article: Article
    spans: tuple[Span, ...]
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two articles of a point whose statement goes back to one text, and why. ``via`` is the carrier, if one is named."""

    articles: tuple[str, str]
    reason: str
    via: str | None = None
    passage: str | None = None


def member(article: Article, spans: Iterable[Span]) -> Member:
    """Read which outlets an article names as carriers in the sentences of a statement."""
    places = tuple(sorted(set(spans)))
    names = {carrier.name for place in places for carrier in _carriers(article, place)}
    return Member(article=article, spans=places, carriers=tuple(sorted(names)))


def _carriers(article: Article, place: Span) -> tuple[Carrier, ...]:
    """The carriers named in the sentences that a place touches, other than the article's own outlet."""
    text = article.text
    begin = max(0, place.start - _LONGEST)
    start = max((found.end() + begin for found in _SENTENCE_END.finditer(text[begin : place.start])), default=begin)
    behind = _SENTENCE_END.search(text, max(place.end - 1, place.start), place.end + _LONGEST)
    end = behind.end() if behind else min(len(text), place.end + _LONGEST)
    return tuple(one for one in carriers_in(text, start, end) if not names_outlet(one.name, article.outlet))


def ties(members: Mapping[str, Member], passages: Iterable[Passage], share: float) -> list[Tie]:
    """All evidence between the articles of one point.

    Args:
        members: The articles of the point, by id.
        passages: Copied and translated passages that touch any of them.
        share: How much of a statement must lie in a passage.

    Returns:
        Ties, in a fixed order; none where nothing is shared.
    """
    return [*_by_wording(members, passages, share), *_by_carrier(members)]


def _by_wording(members: Mapping[str, Member], passages: Iterable[Passage], share: float) -> list[Tie]:
    found = []
    for passage in passages:
        pair = passage.spans[0].article, passage.spans[1].article
        if not all(one in members for one in pair):
            continue
        if all(_holds(members[place.article], place.span, share) for place in passage.spans):
            outlets = " and ".join(members[one].article.outlet for one in pair)
            what = (
                "the same English words of a translated quotation"
                if passage.kind == "translation"
                else "the same words"
            )
            found.append(Tie(articles=pair, reason=f"{outlets} have it in {what}", passage=passage.id))
    return found


def _holds(one: Member, place: Span, share: float) -> bool:
    """Whether enough of one of the member's places lies in a shared passage."""
    return any(
        min(span.end, place.end) - max(span.start, place.start) >= share * len(span) for span in one.spans if len(span)
    )


def _by_carrier(members: Mapping[str, Member]) -> list[Tie]:
    """Ties of those that name one carrier to each other, and to the carrier itself where it is in the story."""
    naming: dict[str, list[str]] = defaultdict(list)
    for one in sorted(members):
        for name in members[one].carriers:
            naming[carrier_called(name)].append(one)
    found = []
    for name, ids in sorted(naming.items()):
        behind = [one for one in sorted(members) if one not in ids and _is_carrier(members[one].article, name)]
        first = (behind or ids)[0]
        for one in ids:
            if one != first:
                outlet, other = members[one].article.outlet, members[first].article.outlet
                how = f"{outlet} has it from {other}" if behind else f"{other} and {outlet} both have it from {name}"
                found.append(Tie(articles=(min(first, one), max(first, one)), reason=how, via=name))
    return found


def _is_carrier(article: Article, name: str) -> bool:
    return names_outlet(name, article.outlet) or carrier_called(name) in map(carrier_called, article.via)
