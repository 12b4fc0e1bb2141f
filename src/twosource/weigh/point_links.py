"""What ties articles together behind one point: wording of that statement, or a carrier named for it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from twosource.model import Article, Passage, PassageKind, Place, Span
from twosource.text.carriers import carrier_called, names_outlet, others_named
from twosource.text.grams import words_of
from twosource.text.reasons import Reason

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
_LONGEST = 600
_FEWEST = 5  # words: fewer are the end of another sentence that was copied


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article's part in a point: where it says it, and the carriers it names there."""

    article: Article
    spans: tuple[Span, ...]
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two articles of a point whose statement goes back to one text, and why.

    ``how`` says it without their names: "the same 23 words". ``via`` is the carrier, if one is named.
    """

    articles: tuple[str, str]
    how: Reason
    reason: Reason
    via: str | None = None
    passage: str | None = None


def member(article: Article, spans: Iterable[Span], outlets: Collection[str] = ()) -> Member:
    """Read which outlets an article names as carriers in the sentences of a statement, in a story of these outlets."""
    places = tuple(sorted(set(spans)))
    stretches = {_sentences(article.text, place) for place in places}
    names = {one.name for stretch in stretches for one in others_named(article, outlets, stretch.start, stretch.end)}
    return Member(article=article, spans=places, carriers=tuple(sorted(names)))


def _sentences(text: str, place: Span) -> Span:
    """The sentences that a place touches."""
    begin = max(0, place.start - _LONGEST)
    start = max((found.end() + begin for found in _SENTENCE_END.finditer(text[begin : place.start])), default=begin)
    behind = _SENTENCE_END.search(text, max(place.end - 1, place.start), place.end + _LONGEST)
    end = behind.end() if behind else min(len(text), place.end + _LONGEST)
    return Span(start=start, end=end)


def ties(members: Mapping[str, Member], passages: Iterable[Passage], share: float) -> list[Tie]:
    """All evidence between the articles of one point.

    Args:
        members: The articles of the point, by id.
        passages: Copied, translated and released passages that touch any of them.
        share: How much of a statement must lie in a passage.

    Returns:
        Ties, in a fixed order; none where nothing is shared.
    """
    return [*_by_wording(members, passages, share), *_by_carrier(members)]


def _by_wording(members: Mapping[str, Member], passages: Iterable[Passage], share: float) -> list[Tie]:
    return [tie for passage in passages if (tie := _in_passage(members, passage, share))]


def _in_passage(members: Mapping[str, Member], passage: Passage, share: float) -> Tie | None:
    """That two articles of the point say it in words of one passage; None where they do not, or hardly touch it."""
    if not all(place.article in members for place in passage.spans):
        return None
    held = [(members[place.article], place) for place in passage.spans]
    if not all(_holds(one, place, share) for one, place in held):
        return None
    count = min(_words(one, place) for one, place in held)
    if count < _FEWEST:
        return None
    outlets = tuple(dict.fromkeys(one.article.outlet for one, _ in held))
    how = _shared(passage.kind, count)
    pair = passage.spans[0].article, passage.spans[1].article
    return Tie(articles=pair, how=how, reason=_have_it_in(outlets, how), passage=passage.id)


def _have_it_in(outlets: tuple[str, ...], how: Reason) -> Reason:
    if len(outlets) == 1:
        return Reason("origins.two_texts_have_it_in", outlet=outlets[0], how=how)
    return Reason("origins.have_it_in", outlets=outlets, how=how)


def _shared(kind: PassageKind, count: int) -> Reason:
    if kind == "translation":
        return Reason("origins.same_words_translated", count=count)
    if kind == "release":
        return Reason("origins.same_words_released", count=count)
    return Reason("origins.same_words", count=count)


def _words(one: Member, place: Place) -> int:
    """How many words of the member's statement stand in a shared passage."""
    begun, count, reached = _begun(one.article.text), 0, 0
    for span in one.spans:  # in order
        first = bisect_left(begun, max(span.start, place.start), reached)
        end = max(first, bisect_left(begun, min(span.end, place.end)))
        count, reached = count + end - first, end
    return count


@lru_cache(maxsize=1 << 10)
def _begun(text: str) -> tuple[int, ...]:
    """Where the words of a text begin; asked again for each passage that it shares."""
    return words_of(text).starts


def _holds(one: Member, place: Place, share: float) -> bool:
    """Whether enough of one of the member's places lies in a shared passage."""
    return any(
        min(span.end, place.end) - max(span.start, place.start) >= share * len(span) for span in one.spans if len(span)
    )


def _by_carrier(members: Mapping[str, Member]) -> list[Tie]:
    """Ties of those that name one carrier to each other, and to the carrier itself where it is in the story."""
    naming: dict[str, list[str]] = defaultdict(list)
    for one in sorted(members):
        for name in members[one].carriers:
            naming[carrier_called(name, members[one].article.language)].append(one)
    return [tie for name, ids in sorted(naming.items()) for tie in _of_carrier(members, name, ids)]


def _of_carrier(members: Mapping[str, Member], name: str, ids: Sequence[str]) -> Iterator[Tie]:
    """Ties of those that name a carrier to its own article, else to the first of them."""
    own = next((one for one in sorted(members) if one not in ids and _is_carrier(members[one].article, name)), None)
    first = own or ids[0]
    for one in ids:
        if one == first:
            continue
        outlet, other = members[one].article.outlet, members[first].article.outlet
        reason = (
            Reason("origins.has_it_from", outlet=outlet, other=other)
            if own
            else Reason("origins.both_have_it_from", one=other, other=outlet, carrier=name)
        )
        how = reason if own else Reason("origins.they_name", carrier=name)
        yield Tie(articles=(min(first, one), max(first, one)), how=how, reason=reason, via=name)


def _is_carrier(article: Article, name: str) -> bool:
    language = article.language
    via = {carrier_called(each, language) for each in article.via}
    return names_outlet(name, article.outlet, language) or carrier_called(name, language) in via
