"""Every finding of an article as a layer over its text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from twosource.model import Article, Figure, Mark, Moment, Place, Span, Statement
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.page.weave import Layer
from twosource.present.places import drawn
from twosource.present.ranking import LISTED
from twosource.present.wording import span_of_time, value
from twosource.present.wording.terms import MARKS, term
from twosource.text.prose import listed
from twosource.text.story_index import Member

DRAWN = frozenset({"copied", "translation", "caption"})
"""Kinds of passage that are shown in the articles as shared wording."""
_FINE = frozenset({"src", "cue", "tm"})
_TOLD = frozenset({"mk"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A stretch of an article that stands in other articles too.

    ``others`` are the other articles' ids with the places there, and ``reasons`` why.
    """

    start: int
    end: int
    place: str
    others: tuple[Place, ...]
    reasons: tuple[str, ...]


def shared_wording(index: Index) -> dict[str, tuple[Shared, ...]]:
    """Of each article, the stretches that passages between articles cover; touching ones are joined."""
    found: dict[str, list[tuple[Place, Place, str]]] = {}
    for passage in index.story.passages:
        if passage.kind in DRAWN and not passage.rejected:
            one, other = passage.spans
            found.setdefault(one.article, []).append((one, other, passage.reason))
            found.setdefault(other.article, []).append((other, one, passage.reason))
    return {article: tuple(_joined(article, pairs)) for article, pairs in found.items()}


def _joined(article: str, pairs: list[tuple[Place, Place, str]]) -> Iterator[Shared]:
    pairs.sort(key=lambda pair: pair[:2])
    group: list[tuple[Place, Place, str]] = []
    end = -1
    for pair in pairs:
        if group and pair[0].start > end:
            yield _shared(article, group)
            group = []
        group.append(pair)
        end = max(end if len(group) > 1 else -1, pair[0].end)
    if group:
        yield _shared(article, group)


def _shared(article: str, group: list[tuple[Place, Place, str]]) -> Shared:
    start = group[0][0].start
    return Shared(
        start=start,
        end=max(pair[0].end for pair in group),
        place=anchor("w", article, str(start)),
        others=tuple(pair[1] for pair in group),
        reasons=tuple(dict.fromkeys(pair[2] for pair in group)),
    )


def layers_of(index: Index, article: Article, shared: tuple[Shared, ...], numbered: frozenset[str]) -> list[Layer]:
    """All layers of one article, in no order. ``numbered`` are the points whose number is shown behind their words."""
    layers = [_shared_layer(index, one) for one in shared]
    large = len(index.articles) > LISTED
    for statement in index.story.statements:
        if statement.article == article.id and drawn(index, statement):
            layers += _statement(index, statement, numbered)
    for figure in index.story.figures:
        if figure.article == article.id and drawn(index, figure):
            layers += _figure(index, figure, numbered)
    layers += (_moment(one) for one in index.story.moments if one.article == article.id)
    return _brief(layers) if large else layers


def _figure(index: Index, figure: Figure, numbered: frozenset[str]) -> Iterator[Layer]:
    """A figure with what it counts, on whose word and why, and the marks on it."""
    words = f"{value(figure.low, figure.high)} {figure.counted}"
    others = [f"or {value(one.low, one.high)} {one.measure}: {one.reason}" for one in figure.alternatives]
    said = (words, figure.bound, figure.measure, _whose(index, figure), figure.reason, *others)
    why = "; ".join(part for part in said if part)
    yield _noted(index, figure, figure.span, "fig", 4, why, noted=_has_number(index, figure, numbered))
    yield from (_mark(index, figure.id, mark) for mark in figure.marks)


def _brief(layers: list[Layer]) -> list[Layer]:
    """What a large story has room for: all that is said and counted, the reasons a click away, where the claim is told."""
    kept = [one for one in layers if one.kind not in _FINE]
    return [one if one.kind in _TOLD else replace(one, title="") for one in kept]


def _shared_layer(index: Index, one: Shared) -> Layer:
    names = list(dict.fromkeys(index.outlets[other.article] for other in one.others))
    return Layer(
        start=one.start,
        end=one.end,
        rank=0,
        kind="sh",
        place=one.place,
        title=f"Wording shared with {listed(names, 4)}. {'; '.join(one.reasons[:1])}",
    )


def _statement(index: Index, one: Statement, numbered: frozenset[str]) -> Iterator[Layer]:
    kind = "sc" if one.scare else "at" if one.attitude else {"quotation": "qu", "paraphrase": "pa"}.get(one.kind, "")
    said = "words in quotation marks that nobody states" if kind == "sc" else one.attitude or one.kind
    reasons = () if not kind else (said, _whose(index, one), one.source_reason, one.uncertain)
    why = "; ".join(part for part in reasons if part)
    for part, span in enumerate(one.places, 1):
        last = part == len(one.places) and _has_number(index, one, numbered)
        yield _noted(index, one, span, kind, 1, why, part=part > 1, noted=last)
    for words, name in ((one.source_span, "src"), (one.cue, "cue")) if one.said else ():
        if words:
            yield Layer(start=words.start, end=words.end, rank=3, kind=name)
    yield from (_mark(index, one.id, mark) for mark in one.marks)


def _has_number(index: Index, member: Member, numbered: frozenset[str]) -> bool:
    point = index.point_of.get(member.id)
    return point is not None and point.id in numbered


def _noted(
    index: Index, member: Member, span: Span, kind: str, rank: int, why: str, *, part: bool = False, noted: bool
) -> Layer:
    point = index.point_of.get(member.id)
    number = str(index.number[point.id]) if point and noted else ""
    return Layer(
        start=span.start,
        end=span.end,
        rank=rank,
        kind=kind,
        place=anchor("m", member.id),
        part=part,
        title=why,
        link=anchor("q", point.id) if point else "",
        note=number,
    )


def _whose(index: Index, member: Member) -> str:
    name = index.speaker(member)
    if name and isinstance(member, Statement) and member.attitude:
        return f"of {name}, in nobody's words"
    if name:
        return f"on the word of {name}"
    return "" if member.kind == "assertion" else "no source named or known"


def _mark(index: Index, member: str, mark: Mark) -> Layer:
    return Layer(
        start=mark.start,
        end=mark.end,
        rank=5,
        kind="mk",
        place=anchor("k", member, mark.kind, str(mark.start)),
        title=f"{term(MARKS, mark.kind)}, says {index.whose(mark)}: {mark.reason}",
        label=term(MARKS, mark.kind),
    )


def _moment(one: Moment) -> Layer:
    when = span_of_time(one.earliest, one.latest)
    return Layer(start=one.start, end=one.end, rank=6, kind="tm", title=f"{when} ({one.precision}): {one.reason}")
