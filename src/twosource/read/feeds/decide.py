"""What to do about a feed, as plain functions of what is known: nothing here asks, waits or looks at a clock.

due, and what to send along      from the state
what is wanted of the entries    from the state and the feed
the next state                   from the answer
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, Literal

from twosource.model import FeedState
from twosource.read.feeds.entry import Entry
from twosource.settings import Settings

Outcome = Literal["new", "same", "gone", "later", "failed"]

_OK: Final = 200
_SAME: Final = 304
_GONE: Final = 410
_LATER: Final = frozenset({429, 503})
_MOST_DOUBLINGS: Final = 12
# Feeds hold at most settings.feed_entries; entries that left a feed may come back for a while.
_KEPT_FACTOR: Final = 3


def is_due(state: FeedState, now: datetime) -> bool:
    """Whether a feed may be asked."""
    return not state.gone and (not state.next_at or state.next_at <= stamp(now))


def headers_for(state: FeedState) -> dict[str, str]:
    """What tells the server which version of the feed we know."""
    said = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return {name: value for name, value in said.items() if value}


def outcome_of(status: int) -> Outcome:
    """What a status means for a feed."""
    if status in (_SAME, _GONE):
        return "same" if status == _SAME else "gone"
    if status in _LATER:
        return "later"
    return "new" if status == _OK else "failed"


def after_visit(state: FeedState, headers: Mapping[str, str], moved: str | None, *, new: bool) -> FeedState:
    """The state behind an answer that was read (``new``), or that says that nothing is new."""
    return replace(
        state,
        moved_to=moved or state.moved_to,
        etag=headers.get("etag", None if new else state.etag),
        modified=headers.get("last-modified", None if new else state.modified),
        next_at="",
        failures=0,
    )


def after_failure(state: FeedState, now: datetime, settings: Settings, retry_after: str | None = None) -> FeedState:
    """The state behind a failure: the pause doubles each time up to a bound; what the server asks for goes before.

    Args:
        state: How it stood before.
        now: When it failed.
        settings: ``feed_retry_minutes``, ``feed_most_hours``.
        retry_after: What the server said under that name: seconds or a date.
    """
    failures = state.failures + 1
    most = timedelta(hours=settings.feed_most_hours)
    pause = timedelta(minutes=settings.feed_retry_minutes) * 2 ** min(failures - 1, _MOST_DOUBLINGS)
    pause = min(max(pause, wait_asked_for(retry_after, now)), most)
    # An address that a redirect once led to may be what is broken.
    moved = state.moved_to if failures == 1 else None
    return replace(state, failures=failures, next_at=stamp(now + pause), moved_to=moved)


def wait_asked_for(retry_after: str | None, now: datetime) -> timedelta:
    """How long a server asks to be left alone; nothing where it does not, or says it in no known way.

    Example:
        >>> wait_asked_for("120", datetime(2031, 5, 14, tzinfo=UTC))
        datetime.timedelta(seconds=120)
    """
    said = (retry_after or "").strip()
    if said.isascii() and said.isdigit():
        return timedelta(seconds=min(int(said), 10_000_000))
    until = _moment(said)
    return max(until - now, timedelta()) if until else timedelta()


def wanted(state: FeedState, entries: Sequence[Entry], most: int) -> tuple[tuple[Entry, ...], frozenset[str]]:
    """The entries that are new, or of which the feed now says something else, and the identities of those left for later."""
    known = dict(state.seen)
    found = [entry for entry in entries if known.get(entry.id) != entry.fingerprint]
    return tuple(found[:most]), frozenset(entry.id for entry in found[most:])


def not_ahead(stated: str | None, now: datetime) -> str | None:
    """A stated time, or None where it is more than a day ahead: what is published cannot be.

    Example:
        >>> not_ahead("Wed, 31 Oct 2099 08:00:00 GMT", datetime(2031, 5, 14, tzinfo=UTC))
    """
    moment = _moment(stated)
    return None if moment and moment > now + timedelta(days=1) else stated


def _moment(stated: str | None) -> datetime | None:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read((stated or "").strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def still_missed(
    state: FeedState, entries: Sequence[Entry], again: AbstractSet[str]
) -> tuple[tuple[str, str, str], ...]:
    """What earlier visits could not bring, of the entries that the feed still has and that are not tried again now."""
    there = {entry.id for entry in entries} - again
    return tuple(one for one in state.missed if one[0] in there)


def with_seen(
    state: FeedState,
    entries: Sequence[Entry],
    left: AbstractSet[str],
    settings: Settings,
    failed: AbstractSet[str] = frozenset(),
) -> FeedState:
    """The state with what was read remembered.

    Args:
        state: How it stood before.
        entries: What the feed holds.
        left: Identities of entries that are to be tried again. The server then has to answer in full again.
        settings: ``feed_entries`` bounds how many are remembered, ``feed_tries`` how often a page is asked for.
        failed: Identities of entries whose page could not be had; tried again until that was often enough.
    """
    before = dict(state.tries)
    tries = {name: before.get(name, 0) + 1 for name in sorted(failed)}
    tries = {name: count for name, count in tries.items() if count < settings.feed_tries}
    left = left | tries.keys()
    tries |= {name: count for name, count in state.tries if name in left and name not in tries}
    known = dict(state.seen)
    now = {entry.id: entry.fingerprint for entry in entries if entry.id not in left}
    before_now = {name: said for name, said in known.items() if name not in now}
    kept = tuple((now | before_now).items())[: _KEPT_FACTOR * settings.feed_entries]
    state = replace(state, seen=kept, tries=tuple(sorted(tries.items())))
    return replace(state, etag=None, modified=None) if left else state


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC to the second, which sorts as text.

    Example:
        >>> stamp(datetime(2031, 5, 14, 10, 0, tzinfo=UTC))
        '2031-05-14T10:00:00+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="seconds")
