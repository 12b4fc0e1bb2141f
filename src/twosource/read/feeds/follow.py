"""Visits feeds and fetches their articles: the effects between the decisions of ``decide``.

for each feed that is due:
    ask, with what we know of its last version     304: done · error: back off
    read what it says                              a list: its feeds are visited in the same way
    for each entry that is new or changed:
        its own text, if that is all of it; else the page, if the site lets us
    remember what was read
"""

import json
import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from threading import Lock
from typing import Literal

from twosource.model import FeedState, Gap, Raw
from twosource.read.documents.open_document import articles_of
from twosource.read.feeds.at_once import merged
from twosource.read.feeds.decide import (
    after_failure,
    after_visit,
    headers_for,
    is_due,
    not_ahead,
    outcome_of,
    still_missed,
    wait_asked_for,
    wanted,
    with_seen,
)
from twosource.read.feeds.entry import Entry, Feed, NoFeedError
from twosource.read.feeds.manners import Manners, host_of
from twosource.read.feeds.parse import feed_of
from twosource.read.files import found_in
from twosource.read.found import Found
from twosource.read.urls import Answer, Asking, asking
from twosource.settings import DEFAULTS, Settings

_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_OK = range(200, 300)
_DEEPEST = 2
_FEWEST_HELD = 20  # words of a feed's own text that tell something where the page cannot be had
Visited = Literal["done", "later", "failed"]


class Follower:
    """Follows feeds. One is kept for as long as feeds are followed: it remembers when each host was last asked."""

    def __init__(
        self,
        settings: Settings = DEFAULTS,
        *,
        allow_private: bool = False,
        ask_by: Asking | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Follow with these settings.

        Args:
            settings: Pauses, bounds, and what counts as the whole text of an article.
            allow_private: Ask private, loopback and link-local hosts too.
            ask_by: What carries requests; our own if None.
            clock: Seconds since 1970.
            sleep: Waits for so many seconds.
        """
        self._settings = settings
        self._clock = clock
        self._manners = Manners(ask_by or asking(allow_private=allow_private), settings, clock, sleep)
        self._fetched: set[str] = set()
        self._lock = Lock()

    def follow(
        self, addresses: Collection[str], states: Collection[FeedState]
    ) -> Generator[Raw | Gap | FeedState, None, None]:
        """Visit each feed that is due: several hosts at a time, the feeds of one host in turn.

        Args:
            addresses: Of feeds, lists of feeds, or front pages that name a feed; or paths of such files.
            states: What is remembered of them; nothing for a feed that was never visited.

        Yields:
            Articles and gaps as they are met; behind those of each feed its new state, to be kept only once they
            are. A feed that is not due gives nothing.
        """
        with self._lock:
            self._fetched.clear()
        known = {state.address: state for state in states}
        waiting, done = tuple(dict.fromkeys(addresses)), set[str]()
        for _ in range(_DEEPEST + 1):
            now = {one: known.get(one) or FeedState(address=one) for one in waiting if one not in done}
            done |= now.keys()
            for item in merged(self._by_host(now.values()), int(self._settings.feed_hosts)):
                yield item
                if isinstance(item, FeedState):
                    now[item.address] = item
            waiting = tuple(dict.fromkeys(one for state in now.values() for one in state.feeds))

    def _by_host(self, states: Iterable[FeedState]) -> list[Generator[Raw | Gap | FeedState, None, None]]:
        """The visits to each host, one after the other."""
        hosts: dict[str, list[FeedState]] = {}
        for state in states:
            hosts.setdefault(host_of(state.moved_to or state.address), []).append(state)
        return [self._visits(part) for part in hosts.values()]

    def _visits(self, states: list[FeedState]) -> Generator[Raw | Gap | FeedState, None, None]:
        for state in states:
            if is_due(state, self._now()):
                yield from self._visit(state)
            elif state.gone:
                yield Gap(code="G110", where=state.address, detail="it is gone for good, and is not asked any more")
            elif state.failures:
                detail = f"it could not be had {state.failures} time{'s' if state.failures > 1 else ''}; not asked again before {state.next_at}"
                yield Gap(code="G110", where=state.address, detail=detail)

    def read(self, item: Found) -> Iterator[Raw | Gap]:
        """All articles of a feed whose bytes are at hand, and of the feeds that it lists; nothing is remembered."""
        try:
            feed = feed_of(item, self._settings)
        except NoFeedError as error:
            yield Gap(code="G110", where=item.name, detail=str(error))
            return
        state = FeedState(address=item.url or item.name)
        yield from (found for found in self._articles(state, feed, once=True) if not isinstance(found, FeedState))
        yield from (found for found in self.follow(feed.feeds, ()) if not isinstance(found, FeedState))

    def _visit(self, state: FeedState) -> Iterator[Raw | Gap | FeedState]:
        place = state.moved_to or state.address
        if not place.lower().startswith(("http://", "https://")):
            yield from self._file(state)
            return
        answer = self._manners.ask(place, headers_for(state))
        if isinstance(answer, Gap):
            yield replace(answer, code="G110", where=state.address)
            yield after_failure(state, self._now(), self._settings)
            return
        outcome = outcome_of(answer.status)
        if outcome == "same":
            yield from map(_missed_gap, state.missed)
            yield after_visit(state, answer.headers, answer.moved, new=False)
        elif outcome == "new":
            yield from self._answered(state, answer)
        elif outcome == "gone":
            yield Gap(code="G110", where=state.address, detail="it is gone for good, and will not be asked again")
            yield replace(state, gone=True)
        else:
            detail = f"the server answered {answer.status} {answer.reason}".strip()
            yield Gap(code="G110", where=state.address, detail=detail)
            yield after_failure(state, self._now(), self._settings, answer.headers.get("retry-after"))

    def _answered(self, state: FeedState, answer: Answer) -> Iterator[Raw | Gap | FeedState]:
        try:
            feed = feed_of(answer.found, self._settings)
        except NoFeedError as error:
            yield Gap(code="G110", where=state.address, detail=str(error))
            yield after_failure(state, self._now(), self._settings)
            return
        yield from self._articles(after_visit(state, answer.headers, answer.moved, new=True), feed)

    def _file(self, state: FeedState) -> Iterator[Raw | Gap | FeedState]:
        for item in found_in(state.address, self._settings):
            if isinstance(item, Gap):
                yield item
            elif isinstance(item, Found):
                try:
                    yield from self._articles(state, feed_of(item, self._settings))
                except NoFeedError as error:
                    yield Gap(code="G110", where=item.name, detail=str(error))
            else:
                item.stream.close()
                yield Gap(code="G110", where=item.name, detail="it is an archive or a large table, and no feed")

    def _articles(self, state: FeedState, feed: Feed, *, once: bool = False) -> Iterator[Raw | Gap | FeedState]:
        """The wanted articles, then the state that remembers them."""
        if not feed.entries and not feed.feeds:
            yield Gap(code="G110", where=state.address, detail="it names no article")
        entries, later = wanted(state, feed.entries, self._settings.feed_articles)
        missed = [*still_missed(state, feed.entries, {entry.id for entry in entries})]
        yield from map(_missed_gap, missed)
        outcomes: dict[str, Visited] = dict.fromkeys(later, "later")
        for entry in entries:
            items, outcomes[entry.id] = self._of_entry(entry, state, once=once)
            yield from items
            if outcomes[entry.id] == "done":
                missed += [(entry.id, gap.where, gap.detail) for gap in _missing(items)[:1]]
        left, failed = ({name for name, one in outcomes.items() if one == what} for what in ("later", "failed"))
        state = replace(state, feeds=feed.feeds, missed=tuple(missed))
        yield with_seen(state, feed.entries, left, self._settings, failed)

    def _of_entry(self, entry: Entry, state: FeedState, *, once: bool) -> tuple[list[Raw | Gap], Visited]:
        """What comes of one entry: its own text, its page, or the gap that stands for it."""
        own = self._own_text(entry, state.address)
        if own is not None:
            return [own], "done"
        if entry.url in self._fetched:
            return [], "done"  # two feeds of one site; what came of it was told there
        if entry.url is None:
            detail = "the feed gives neither its text nor its address"
            return [Gap(code="G111", where=f"{state.address}#{entry.id}", detail=detail)], "done"
        items, outcome = self._page(entry, entry.url, state.address)
        last = once or outcome == "done" or (outcome == "failed" and entry.id in dict(state.tries))
        held = self._own_text(entry, state.address, least=_FEWEST_HELD) if last else None
        gaps = _missing(items)
        if held is None or not gaps or len(gaps) < len(items):
            return items, outcome
        told = [replace(gap, detail=f"{gap.detail}; what the feed holds of it is taken") for gap in gaps]
        return [*told, held], "done"

    def _own_text(self, entry: Entry, feed: str, least: int = 0) -> Raw | None:
        """The article as the feed itself holds it, where that is all of it, or all that there is."""
        if entry.words < (least or (self._settings.feed_words if entry.url else 1)):
            return None
        said = json.dumps([entry.id, entry.url, entry.title, entry.published, entry.updated, entry.text])
        raw = Raw(name=entry.url or f"{feed}#{entry.id}", kind="record", text=entry.text, html=entry.html,
                  sha256=sha256(said.encode()).hexdigest(), url=entry.url, outlet=entry.outlet)  # fmt: skip
        return self._with_entry(raw, entry, feed)

    def _page(self, entry: Entry, url: str, feed: str) -> tuple[list[Raw | Gap], Visited]:
        """The page of an article, or the gap that stands for it; and whether to try again next time."""
        leave = self._manners.leave(url)
        if leave == "no":
            return [Gap(code="G111", where=url, detail="the site's robots.txt asks not to fetch it")], "done"
        if leave == "later":
            return [Gap(code="G111", where=url, detail="the site wants to be left alone for now")], "later"
        with self._lock:
            if url in self._fetched:
                return [], "done"  # another feed was quicker; what came of it is told there
            self._fetched.add(url)
        answer = self._manners.ask(url)
        if isinstance(answer, Gap):
            return [replace(answer, code="G111")], "done" if answer.code == "G104" else "failed"
        if answer.status not in _OK:
            again = answer.status in _AGAIN
            if again:
                asked = wait_asked_for(answer.headers.get("retry-after"), self._now()).total_seconds()
                self._manners.hold(url, max(asked, self._settings.feed_retry_minutes * 60))
            detail = f"the server answered {answer.status} {answer.reason}".strip()
            return [Gap(code="G111", where=url, detail=detail)], "failed" if again else "done"
        found = articles_of(answer.found, {})
        return [one if isinstance(one, Gap) else self._with_entry(one, entry, feed) for one in found], "done"

    def _with_entry(self, item: Raw, entry: Entry, feed: str) -> Raw:
        """An article with what the feed says of it and it does not say itself."""
        return replace(
            item,
            title=item.title or entry.title,
            published=item.published or not_ahead(entry.published, self._now()),
            updated=item.updated or not_ahead(entry.updated, self._now()),
            language=item.language or entry.language,
            byline=item.byline or entry.byline,
            credits=item.credits or entry.credits,
            feed=feed,
        )

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


def _missing(items: Iterable[Raw | Gap]) -> list[Gap]:
    return [one for one in items if isinstance(one, Gap) and one.code == "G111"]


def _missed_gap(missed: tuple[str, str, str]) -> Gap:
    return Gap(code="G111", where=missed[1], detail=f"{missed[2]} (on an earlier visit)")
