"""Marks: what is said to be unverified, disputed, denied, confirmed, hedged or corrected, over which statements, and by whom."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.extract.marks.hedges import hedge_signals
from twosource.extract.marks.holders import Holders
from twosource.extract.marks.phrases import phrase_signals
from twosource.extract.marks.signal import Signal
from twosource.extract.marks.targets import Page, targets
from twosource.extract.marks.verbs import verb_signals
from twosource.extract.marks.view import FINITE, View, verb_kinds
from twosource.language import Document, Parsed
from twosource.language.resources import load
from twosource.model import Article, Figure, Mark, Span, Statement, content_id
from twosource.settings import DEFAULTS, Settings

PLAIN_LISTS: Final = (
    "hedging_passives",
    "hedging_active",
    "seeming",
    "unclear",
    "calling",
    "overstated",
    "at_first",
    "also",
)
LONGEST_VIEW: Final = 400
"""Tokens of a sentence beyond which it is not read for marks: no sentence of prose has as many."""


def find_marks(
    document: Document,
    statements: tuple[Statement, ...],
    figures: tuple[Figure, ...],
    resolver: EntityResolver,
    settings: Settings = DEFAULTS,
) -> tuple[tuple[Statement, ...], tuple[Figure, ...]]:
    """The same statements and figures with their marks.

    Args:
        document: The article.
        statements: What it says. Where a mark is about words that no statement holds, an assertion is added for them.
        figures: Its numbers. A figure carries the marks whose scope it stands in.
        resolver: Says who the holder of a mark is.
        settings: Not used yet.

    Returns:
        Statements by place, figures in their order. Equal to what was given where nothing is marked.
    """
    del settings
    article = document.article
    views = tuple(_views(document.parsed))
    page = Page(views=views, statements=tuple(sorted(statements, key=lambda s: (s.start, s.end, s.id))))
    holders = Holders(article, page, resolver)
    marks: dict[str, list[Mark]] = {}
    on_figures: list[tuple[Span, Mark]] = []
    asserted: dict[str, Statement] = {}
    for signal in _signals(article, views):
        found, place, where = targets(page, signal)
        mark = _mark(signal, holders, where)
        if not found and place is not None:
            place = _stripped(place, article.text)
            if signal.kind == "hedged" and not _tells(signal):
                continue
            made = _assertion(article, signal, place)
            found = (asserted.setdefault(made.id, made),)
        for statement in found:
            marks.setdefault(statement.id, []).append(mark)
        on_figures += [(scope, mark) for scope in _scopes(found, place)]
    kept = [_marked(s, marks.get(s.id, ())) for s in (*statements, *asserted.values())]
    if asserted:
        kept.sort(key=lambda s: (s.start, s.end, s.id))
    return tuple(kept), tuple(_figures(figures, on_figures))


@cache
def _triggers() -> frozenset[str]:
    """Lemmas and words of which a sentence that holds a mark has at least one."""
    lists = load("marks")
    flat = [word for name in PLAIN_LISTS for word in lists[name]]
    by_kind = [word for name in ("adverbs", "adjectives") for entries in lists[name].values() for word in entries]
    return frozenset((*flat, *by_kind, *verb_kinds()))


def _views(parsed: Parsed) -> Iterator[View]:
    for block, tree in enumerate(parsed.trees):
        if tree is None:
            continue
        for index, (first, last) in enumerate(tree.sentences):
            yield View(block=block, index=index, tree=tree, first=first, last=last)


def _signals(article: Article, views: Iterable[View]) -> Iterator[Signal]:
    for view in views:
        tree = view.tree
        if view.last - view.first > LONGEST_VIEW:
            continue
        if _triggers().isdisjoint(tree.lemmas[view.first : view.last]) and _triggers().isdisjoint(
            word.lower() for word in tree.words[view.first : view.last]
        ):
            continue
        found = [*phrase_signals(view, article.text), *verb_signals(view), *hedge_signals(view)]
        yield from _once(found)


def _once(found: Iterable[Signal]) -> Iterator[Signal]:
    """Of signals with overlapping words, the first found: phrases before verbs before single words."""
    taken: list[tuple[int, int]] = []
    for signal in found:
        if all(signal.last < first or last < signal.first for first, last in taken):
            taken.append((signal.first, signal.last))
            yield signal


def _mark(signal: Signal, holders: Holders, where: str) -> Mark:
    place = signal.view.tree.span(signal.first, signal.last)
    return Mark(
        kind=signal.kind, by=holders.of(signal), start=place.start, end=place.end, reason=f"{signal.reason}, {where}"
    )


def _tells(signal: Signal) -> bool:
    """Whether the words of a scope are a clause: a phrase alone says nothing that could be hedged."""
    tree = signal.view.tree
    first, last = signal.scope or (signal.first, signal.last)
    return any(tree.tags[row] in FINITE for row in range(first, last + 1))


def _stripped(place: Span, text: str) -> Span:
    """A place without blanks at its ends."""
    words = place.of(text)
    return Span(start=place.start + len(words) - len(words.lstrip()), end=place.end - len(words) + len(words.rstrip()))


def _assertion(article: Article, signal: Signal, place: Span) -> Statement:
    """A statement of the outlet itself, for words that are marked and that no other statement holds."""
    del signal
    return Statement(
        id=content_id("t", article.id, "assertion", place.start, place.end),
        article=article.id,
        kind="assertion",
        start=place.start,
        end=place.end,
        content=(place,),
        source_reason="the outlet's own words, kept because they are marked",
    )


def _scopes(found: Iterable[Statement], place: Span | None) -> list[Span]:
    return [place] if place is not None else [part for statement in found for part in statement.content]


def _marked(statement: Statement, marks: Iterable[Mark]) -> Statement:
    every = sorted({*statement.marks, *marks}, key=lambda m: (m.start, m.end, m.kind))
    return replace(statement, marks=tuple(every)) if every else statement


def _figures(figures: Sequence[Figure], marks: Iterable[tuple[Span, Mark]]) -> Iterator[Figure]:
    order = sorted(range(len(figures)), key=lambda i: figures[i].start)
    starts = [figures[i].start for i in order]
    longest = max((figure.end - figure.start for figure in figures), default=0)
    found: dict[int, set[Mark]] = {}
    for scope, mark in marks:
        for i in order[bisect_left(starts, scope.start - longest) : bisect_left(starts, scope.end)]:
            if scope.overlaps(figures[i].span):
                found.setdefault(i, set()).add(mark)
    for i, figure in enumerate(figures):
        every = sorted({*figure.marks, *found.get(i, ())}, key=lambda m: (m.start, m.end, m.kind))
        yield replace(figure, marks=tuple(every)) if every else figure
