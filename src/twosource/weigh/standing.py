"""Articles, outlets, origins and sources behind each point."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from twosource.model import (
    Figure,
    Findings,
    Origin,
    Passage,
    Point,
    Source,
    Span,
    Standing,
    Statement,
    content_id,
)
from twosource.settings import Settings
from twosource.text.by_place import by_id
from twosource.text.reasons import Reason, worded
from twosource.text.story_index import StoryIndex
from twosource.text.voices import voice_names
from twosource.weigh.naming import agency_of
from twosource.weigh.point_links import Member, Tie, member, ties
from twosource.weigh.sentence import Group, standing_sentence


def weigh_points(
    points: tuple[Point, ...],
    findings: tuple[Findings, ...],
    passages: tuple[Passage, ...],
    origins: tuple[Origin, ...],
    sources: tuple[Source, ...],
    settings: Settings,
) -> tuple[tuple[Point, ...], tuple[Origin, ...]]:
    """Say for each point how many stand behind it.

    An article stands behind a point with its own origin, unless it has this statement in words it shares with another,
    or names an outlet that carries it: then those are one origin for this point, and for this point only.

    Args:
        points: The story's points.
        findings: Its articles.
        passages: The wording they share.
        origins: Origins of whole articles, each article in exactly one.
        sources: The story's sources.
        settings: Thresholds.

    Returns:
        The points in the same order with their standing, and all origins, those of single points behind the others.
    """
    ledger = _Ledger(
        index=StoryIndex.of_findings(findings),
        origins={article: origin for origin in origins if origin.point is None for article in origin.articles},
        passages=_touching(passages),
        sources=by_id(sources),
        share=settings.origin_statement_share,
    )
    weighed, added = [], []
    for point in points:
        standing, own = _weigh(point, ledger)
        weighed.append(replace(point, standing=standing))
        added += own
    return tuple(weighed), (*origins, *sorted(added, key=lambda origin: (origin.point or "", origin.articles)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ledger:
    """The story, with what ties its articles to each other."""

    index: StoryIndex
    origins: dict[str, Origin]
    passages: dict[str, list[Passage]]
    sources: dict[str, Source]
    share: float

    def voices(self, sources: Iterable[str]) -> list[str]:
        """What those of these sources are called that are the story's, by voice."""
        known = (self.sources[one] for one in sources if one in self.sources)
        return voice_names(known, self.index.language)


def _touching(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """Shared wording that may tie the articles of a point, by its first article."""
    touching: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind in {"copied", "translation", "release"} and not passage.rejected:
            touching[passage.spans[0].article].append(passage)
    return touching


def _weigh(point: Point, ledger: _Ledger) -> tuple[Standing, list[Origin]]:
    said = ledger.index.members_of(point)
    members = _members(said, ledger)
    if not members:
        return point.standing, []
    passages = (passage for one in members for passage in ledger.passages.get(one, ()))
    tied = _groups(members, ties(members, passages, ledger.share), ledger.origins)
    groups = [_group(point, ids, evidence, ledger) for ids, evidence in tied]
    sources = {one.source for one in said if one.source}
    others = {one.id for one in said} - _opposed(point, ledger.index)
    opposed = sources - {one.source for one in said if one.id in others}
    standing = Standing(
        articles=tuple(sorted(members)),
        outlets=tuple(sorted({one.article.outlet for one in members.values()})),
        origins=tuple(sorted(group.origin.id for group in groups)),
        sources=tuple(sorted(sources - opposed)),
        against=tuple(sorted(opposed)),
        detail=standing_sentence(
            groups,
            ledger.voices(sources - opposed),
            ledger.index.language,
            unknown=any(_of_unknown_source(one, ledger) for one in said),
            opposed=ledger.voices(opposed),
            silent=_silent(said, ledger),
        ),
    )
    return standing, [group.origin for group in groups if group.origin.point]


def _group(point: Point, ids: tuple[str, ...], evidence: tuple[Tie, ...], ledger: _Ledger) -> Group:
    """Articles of a point that have it from one text, with the origin that this is and how it is known."""
    how = tuple(dict.fromkeys(tie.how for tie in evidence))
    articles = tuple(ledger.index.articles[one] for one in ids)
    return Group(articles=articles, origin=_origin(point, ids, evidence, ledger), how=how)


def _silent(said: Sequence[Statement | Figure], ledger: _Ledger) -> list[str]:
    """The outlets of which no article names anybody on whose word it says it, in order of their names."""
    outlet = {one.article: ledger.index.articles[one.article].outlet for one in said}
    named = {outlet[one.article] for one in said if one.source or _of_unknown_source(one, ledger)}
    return sorted({*outlet.values()} - named)


def _opposed(point: Point, index: StoryIndex) -> set[str]:
    """Ids of the members that say the opposite of the label, as far as the point's differences of polarity tell.

    Whose denial holds the very words of the label says the opposite too; none where all do.
    """
    members = [index.statements[name] for name in point.statements if name in index.statements]
    denied = {one.id: index.is_denied(one) for one in members}
    labelled = {one.id: denied[one.id] for one in members if index.verbatim(one) == point.label}
    against = _chained(labelled, point)
    if any(labelled.values()):
        against = denied | against
    turned = {name for name, opposite in against.items() if opposite}
    return turned if len(turned) < len(members) else set()


def _chained(against: Mapping[str, bool], point: Point) -> dict[str, bool]:
    """Which members say the opposite of a label: those given, and all from which a chain of differences leads to them."""
    pairs = [pair for one in point.differences if one.kind == "polarity" for pair in permutations(one.members, 2)]
    found = dict(against)
    for one, other in pairs * len(pairs):  # as many steps as a chain of them may have
        if one in found:
            found.setdefault(other, not found[one])
    return found


def _of_unknown_source(one: Statement | Figure, ledger: _Ledger) -> bool:
    """Whether it is said on somebody's word and nobody could be made out; a figure is where its statement is."""
    told = ledger.index.statement_of(one)
    return one.source is None and told is not None and told.kind != "assertion"


def _members(said: Sequence[Statement | Figure], ledger: _Ledger) -> dict[str, Member]:
    places: dict[str, list[Span]] = defaultdict(list)
    for one in said:
        whole = ledger.index.statement_of(one)
        places[one.article] += [*one.places, *([whole.span] if whole else [])]
    outlets = frozenset(article.outlet for article in ledger.index.articles.values())
    return {one: member(ledger.index.articles[one], spans, outlets) for one, spans in sorted(places.items())}


def _groups(
    members: Mapping[str, Member], evidence: Sequence[Tie], origins: Mapping[str, Origin]
) -> list[tuple[tuple[str, ...], tuple[Tie, ...]]]:
    """Articles of a point that have it from one text, by their whole-article origins and by ties; and the ties among them."""
    group = _joined({one: _home(one, origins) for one in members}, evidence)
    gathered: dict[str, list[str]] = defaultdict(list)
    for article, name in sorted(group.items()):
        gathered[name].append(article)
    return [
        (tuple(ids), tuple(tie for tie in evidence if group[tie.articles[0]] == name))
        for name, ids in sorted(gathered.items(), key=lambda pair: pair[1])
    ]


def _home(article: str, origins: Mapping[str, Origin]) -> str:
    """The origin of a whole article; the article itself where it has none."""
    return origins[article].id if article in origins else article


def _joined(group: dict[str, str], evidence: Sequence[Tie]) -> dict[str, str]:
    """Each article's group, those that ties join under one name."""
    for tie in evidence:
        kept, gone = sorted(group[article] for article in tie.articles)
        group = {article: kept if name == gone else name for article, name in group.items()}
    return group


def _origin(point: Point, ids: tuple[str, ...], evidence: tuple[Tie, ...], ledger: _Ledger) -> Origin:
    """The whole-article origin where all have the same, else one for this point."""
    homes = {_home(one, ledger.origins) for one in ids}
    if len(homes) == 1 and ids[0] in ledger.origins:
        return ledger.origins[ids[0]]
    told = tuple(dict.fromkeys(worded(tie.reason, ledger.index.language) for tie in evidence))
    carriers = {tie.via for tie in evidence if tie.via}
    via = carriers.pop() if len(carriers) == 1 else agency_of([ledger.index.articles[one] for one in ids])
    return Origin(
        id=content_id("o", point.id, *ids),
        articles=ids,
        via=via,
        reason="; ".join(told) or worded(Reason("origins.none_found"), ledger.index.language),
        ties=told,
        point=point.id,
        passages=tuple(sorted({tie.passage for tie in evidence if tie.passage})),
    )
