"""Who stands behind a story, as one picture: articles at the left, origins in the middle, sources at the right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from twosource.model import Figure, Origin, Source
from twosource.present.index import Index
from twosource.present.origins import letters, newsroom, origin_name
from twosource.text.prose import counted, inside

_BAR: Final = 9  # pixels: how wide a bar is
_TOP: Final = 30
_UNIT: Final = 26.0  # pixels an article, at most
_TALL: Final = 400  # pixels that the bars of one column may take together, gaps aside
_LINE: Final = 18  # pixels that a name needs
_GAP: Final = 5
_PARTED: Final = 12  # pixels between two origins
_SOURCES: Final = 7
_FOLDED: Final = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How wide a picture is, where its three columns of bars stand, and how many code points of a name have room.

    ``rows`` is how many names stand at the left: beyond, an outlet's articles share one, then small outlets do.
    """

    width: int
    left: int
    middle: int
    right: int
    name: int
    rows: int


WIDE: Final = Frame(width=700, left=206, middle=352, right=488, name=25, rows=12)
NARROW: Final = Frame(width=400, left=134, middle=198, right=258, name=18, rows=7)
"""For a telephone."""


@dataclass(slots=True, kw_only=True)
class Node:
    """A bar with its name: an outlet, an origin or a source."""

    key: str  # what tells it from the others of its column
    name: str  # as it is written beside the bar; empty for an origin that is an article's own
    count: int  # articles
    kind: str  # ``outlet``, ``origin`` or ``source``
    id: str  # of what it leads to: an article, an origin, a source; empty where it stands for several
    letter: str  # of its origin; empty where no shared origin was found
    title: str = ""
    # Of the bar.
    y: float = 0.0
    height: float = 0.0
    middle: float = 0.0  # where the name stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """Between two bars, as wide at its ends as the articles in it; ``letter`` gives its colour."""

    letter: str
    path: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The whole picture. ``more`` are the sources that are not drawn; ``told`` says all of it in a sentence."""

    frame: Frame
    height: float
    left: tuple[Node, ...]
    middle: tuple[Node, ...]
    right: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    more: int
    told: str


@dataclass(slots=True, kw_only=True)
class _Flow:
    """Articles that go from one bar to another."""

    start: Node
    end: Node
    articles: set[str] = field(default_factory=set)


def behind(index: Index, frame: Frame = WIDE) -> Behind:
    """Lay the picture out. Bars and ribbons are as wide as there are articles in them.

    Origins stand in order of their size, those of one article last; outlets beside their origin; sources by how many
    origins and articles carry them.
    """
    named = letters(index)
    left, middle, first = _outlets(index, named, frame.rows)
    right, second, more = _sources(index, middle)
    tallest = max(_sum(left), _sum(right), 1)
    unit = min(_UNIT, _TALL / tallest)
    height = max(_stack(left, unit, parted=True), _stack(right, unit, parted=False))
    for node in middle:
        ends = [flow.start for flow in first if flow.end is node]
        node.y = min(end.y for end in ends)
        bottom = max(end.y + end.height for end in ends)
        node.height = min(bottom - node.y, node.count * unit)
        node.y += (bottom - node.y - node.height) / 2
        node.middle = node.y + node.height / 2
    _spread(right, height)
    told = _told(left, middle, right)
    for node in (*left, *middle, *right):
        node.name = node.name if len(node.name) <= frame.name else f"{node.name[: frame.name - 1].rstrip()}…"
    return Behind(
        frame=frame,
        height=round(height + _TOP + (_LINE if more else 4), 1),
        left=tuple(left),
        middle=tuple(middle),
        right=tuple(right),
        ribbons=(
            *_ribbons(first, frame.left + _BAR, frame.middle, unit),
            *_ribbons(second, frame.middle + _BAR, frame.right, unit),
        ),
        more=more,
        told=told,
    )


def _sum(nodes: Iterable[Node]) -> int:
    return sum(node.count for node in nodes)


def _outlets(index: Index, named: Mapping[str, str], rows: int) -> tuple[list[Node], list[Node], list[_Flow]]:
    """Outlets and origins, and the articles between them; small origins and outlets together where there are many."""
    whole = len(index.story.articles) <= rows
    shared = [origin for origin in index.origins if origin.id in named and _held(index, origin)]
    drawn = shared if len(shared) <= rows // 2 else shared[: rows // 2 - 1]
    bars = [_shared_bar(index, origin, named[origin.id], None if whole else rows) for origin in drawn]
    pooled = [name for origin in shared[len(drawn) :] for name in _held(index, origin)]
    bars += _pooled_bar(index, pooled, f"{len(shared) - len(drawn)} more texts")
    left = sum(len(outlets) for _, outlets in bars)
    bars += _single_bars(index, shared, len(index.articles) if whole else max(1, rows - left - 1))
    return _laid(bars)


def _single_bars(index: Index, shared: Iterable[Origin], most: int) -> list[tuple[Node, list[Node]]]:
    """A bar for each article without a shared origin, and one for all beyond so many."""
    tied = {name for origin in shared for name in origin.articles}
    single = [name for name in index.articles if name not in tied]
    bars = [bar for name in single[:most] for bar in _pooled_bar(index, [name], "")]
    return bars + _pooled_bar(index, single[most:], "")


def _laid(bars: Sequence[tuple[Node, list[Node]]]) -> tuple[list[Node], list[Node], list[_Flow]]:
    """The outlets, what stands behind them, and the articles between them."""
    left = [outlet for _, outlets in bars for outlet in outlets]
    flows = [
        _Flow(start=outlet, end=node, articles=set(outlet.key.split())) for node, outlets in bars for outlet in outlets
    ]
    return left, [node for node, _ in bars], flows


def _shared_bar(index: Index, origin: Origin, letter: str, rows: int | None) -> tuple[Node, list[Node]]:
    """An origin and its outlets; grouped by its share of the rows where not all articles have one of their own."""
    members = _held(index, origin)
    most = len(members) if rows is None else max(2, round(rows * len(members) / len(index.story.articles)))
    return _origin(index, origin, letter), _grouped(index, members, letter, most)


def _pooled_bar(index: Index, articles: Sequence[str], name: str) -> list[tuple[Node, list[Node]]]:
    """A bar for articles that stand together, with their outlets as one; none for no articles."""
    return [(_pool(articles, name), _grouped(index, articles, "", 1))] if articles else []


def _held(index: Index, origin: Origin) -> list[str]:
    """The articles of an origin that the story holds."""
    return [name for name in index.articles if name in origin.articles]


def _pool(articles: Sequence[str], name: str) -> Node:
    """A bar in the middle for articles that share no origin, or for several small origins."""
    return Node(key=" ".join(articles), name=name, count=len(articles), kind="origin", id="", letter="")


def _origin(index: Index, origin: Origin, letter: str) -> Node:
    known = origin.known or newsroom(index, origin)
    name = origin_name(index, origin) if known else "shared wording"
    return Node(
        key=origin.id,
        name=name,
        count=len(_held(index, origin)),
        kind="origin",
        id=origin.id,
        letter=letter,
        title=origin.reason,
    )


def _grouped(index: Index, articles: Sequence[str], letter: str, most: int) -> list[Node]:
    """One bar an outlet; the small ones together where there is no room for all the names."""
    groups: dict[str, list[str]] = {}
    for name in index.in_order(articles):
        groups.setdefault(index.articles[name].outlet, []).append(name)
    if len(groups) > most:
        ranked = sorted(groups.items(), key=lambda item: -len(item[1]))
        small = [name for _, own in ranked[max(0, most - 1) :] for name in own]
        groups = {**dict(ranked[: max(0, most - 1)]), _FOLDED: small}
    return [_outlet(index, own, letter) for own in groups.values()]


def _outlet(index: Index, articles: Sequence[str], letter: str) -> Node:
    outlets = list(dict.fromkeys(index.articles[name].outlet for name in articles))
    name = f"{outlets[0]} ×{len(articles)}" if len(articles) > 1 else outlets[0]
    return Node(
        key=" ".join(articles),
        name=name if len(outlets) == 1 else counted(len(articles), "more article"),
        count=len(articles),
        kind="outlet",
        id=articles[0],
        letter=letter,
        title=", ".join(index.outlets[name] for name in articles[:12]),
    )


def _sources(index: Index, origins: Sequence[Node]) -> tuple[list[Node], list[_Flow], int]:
    """The sources that most origins and articles carry, and the articles of each origin that carry them."""
    home = {name: node for node in origins for name in _articles(index, node)}
    carried: dict[str, list[str]] = {}  # the article of each thing that a source said
    for member in index.by_id.values():
        told = isinstance(member, Figure) or member.said
        if told and member.source in index.sources and member.article in home:
            carried.setdefault(member.source or "", []).append(member.article)
    order = sorted(carried, key=lambda name: _weight(index.sources[name], carried[name], home))
    nodes = [_source(index, name, len(set(carried[name]))) for name in order[:_SOURCES]]
    between = (
        _Flow(start=origin, end=node, articles={article for article in carried[node.key] if home[article] is origin})
        for node, origin in product(nodes, origins)
    )
    return nodes, [flow for flow in between if flow.articles], len(order) - len(nodes)


def _weight(source: Source, articles: Sequence[str], home: Mapping[str, Node]) -> tuple[bool, int, int, int, str]:
    """By what sources are put in order: who has a name first, then whom most origins, and most articles, carry most often."""
    behind_it = {home[article].key for article in articles}
    return source.kind == "unnamed", -len(behind_it), -len(set(articles)), -len(articles), source.name


def _source(index: Index, name: str, articles: int) -> Node:
    """A source that so many articles carry."""
    source = index.sources[name]
    title = f"{source.name}, in {counted(articles, 'article')}"
    return Node(key=name, name=inside(source.name), count=articles, kind="source", id=name, letter="", title=title)


def _articles(index: Index, node: Node) -> Sequence[str]:
    found = next((one.articles for one in index.origins if one.id == node.key), None)
    return found if found is not None else node.key.split()


def _stack(nodes: Sequence[Node], unit: float, *, parted: bool) -> float:
    """Set bars under each other, each with room for its name; a wider gap where the origin changes. The height of all."""
    at = float(_TOP)
    for place, node in enumerate(nodes):
        if place:
            at += _PARTED if parted and nodes[place - 1].letter != node.letter else _GAP
        node.height = max(2.0, node.count * unit)
        slot = max(_LINE, node.height)
        node.y = at + (slot - node.height) / 2
        node.middle = at + slot / 2
        at += slot
    return at


def _spread(nodes: Sequence[Node], height: float) -> None:
    """Set the sources in the middle of the picture's height."""
    if nodes:
        bottom = max(node.middle + max(_LINE, node.height) / 2 for node in nodes)
        down = (height - bottom) / 2
        for node in nodes:
            node.y, node.middle = node.y + down, node.middle + down


def _ribbons(flows: Sequence[_Flow], x1: float, x2: float, unit: float) -> list[Ribbon]:
    """Ribbons from bar to bar, side by side at each end; narrower where a bar has not the room for all of them."""
    starts, ends = _ends(flows, unit, start=True), _ends(flows, unit, start=False)
    made: list[Ribbon] = []
    bend = (x1 + x2) / 2
    for flow, (a, b), (c, d) in zip(flows, starts, ends, strict=True):
        path = f"M{x1} {a:.4g}C{bend:g} {a:.4g} {bend:g} {c:.4g} {x2} {c:.4g}V{d:.4g}C{bend:g} {d:.4g} {bend:g} {b:.4g} {x1} {b:.4g}Z"
        letter = flow.start.letter or flow.end.letter
        origin = flow.start if flow.start.kind == "origin" else flow.end
        other = flow.end if flow.start.kind == "origin" else flow.start
        title = f"{other.name}: {counted(len(flow.articles), 'article')}" + (
            f" from {origin.name}" if origin.name else ""
        )
        made.append(Ribbon(letter=letter, path=path, title=title))
    return made


def _ends(flows: Sequence[_Flow], unit: float, *, start: bool) -> list[tuple[float, float]]:
    """For each flow, from where to where it covers the bar that it starts from, or ends at."""
    at: dict[int, float] = {}
    total: dict[int, int] = {}
    nodes = [flow.start if start else flow.end for flow in flows]
    for node, flow in zip(nodes, flows, strict=True):
        total[id(node)] = total.get(id(node), 0) + len(flow.articles)
    found: list[tuple[float, float]] = []
    for node, flow in zip(nodes, flows, strict=True):
        wide = min(unit, node.height / total[id(node)]) * len(flow.articles)
        spare = max(0.0, node.height - min(unit, node.height / total[id(node)]) * total[id(node)])
        first = at.setdefault(id(node), node.y + spare / 2)
        found.append((first, first + wide))
        at[id(node)] = first + wide
    return found


def _told(left: Sequence[Node], middle: Sequence[Node], right: Sequence[Node]) -> str:
    """The picture in words, for who cannot see it."""
    parts = [f"{counted(node.count, 'article')} from {node.name}" for node in middle if node.letter]
    alone = sum(node.count for node in middle if not node.letter)
    if alone:
        parts.append(f"{counted(alone, 'article')} with no shared origin found")
    said = [f"{node.name} in {counted(node.count, 'article')}" for node in right]
    head = f"{_sum(left)} articles: {', '.join(parts)}." if parts else ""
    return f"{head} Sources: {', '.join(said)}." if said else head
