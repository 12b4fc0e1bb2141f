"""Which story an arriving article goes to: the stream of grouping, kept in step with what the library holds."""

import sqlite3
from collections.abc import Iterable, Iterator

from twosource.group import Change, Held, Placed, Stream, Traits, traits_of
from twosource.model import Findings
from twosource.model.wire import decode_own, encode
from twosource.settings import Settings
from twosource.store.edits import held_in
from twosource.store.stories import (
    Event,
    latest_day,
    placed_after,
    placed_since,
    put_event,
    put_member,
    put_traits,
    traits_in,
)


class Placer:
    """Places articles in the library's stories. What it does belongs into the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, settings: Settings) -> None:
        """Read nothing yet."""
        self._db, self._settings = db, settings
        self._stream: Stream | None = None
        self._stamp: tuple[int, ...] = ()

    def place(self, findings: Findings, at: str) -> set[str]:
        """Place a new article; the stories that this touches."""
        traits = traits_of(findings, self._settings)
        changes = self._current().add(traits)
        first = next(change.story for change in changes if change.article == traits.article)
        put_member(self._db, traits.article, first, traits.day, encode(traits))
        return self._keep(changes, at)

    def renew(self, findings: Findings) -> bool:
        """Let grouping go by what was found anew in an article; whether that is anything else."""
        traits = encode(traits_of(findings, self._settings))
        if traits == traits_in(self._db, findings.article.id):
            return False
        put_traits(self._db, findings.article.id, traits)
        self.forget()
        return True

    def repair(self, at: str, also: Iterable[str] = ()) -> set[str]:
        """Let stories merge, split and give up articles, now that more is known; the stories that this touches.

        Args:
            at: Now, as an ISO time.
            also: Articles to look at besides those that came since the last repair.
        """
        return self._keep(self._current().repair(also=also), at)

    def forget(self) -> None:
        """Start from what the library holds: a transaction came to nothing."""
        self._stream = None

    def _keep(self, changes: tuple[Change, ...], at: str) -> set[str]:
        touched: set[str] = set()
        for one in changes:
            put_event(
                self._db,
                Event(kind=one.kind, article=one.article, story=one.story, from_story=one.from_story, reason=one.reason, at=at),
            )  # fmt: skip
            touched |= {one.story} | ({one.from_story} if one.from_story else set())
        self._stamp = self._now()
        return touched

    def _current(self) -> Stream:
        """The stream, in step with what another process has placed meanwhile; a new one where somebody corrected something."""
        now = self._now()
        if self._stream is None or self._stamp[1:] != now[1:]:
            first = latest_day(self._db) - int(self._settings.group_window)
            held = (Held(article=article, story=story) for article, story in held_in(self._db).items())
            self._stream = Stream(self._settings, _placed(placed_since(self._db, first)), held)
        elif self._stamp != now:
            self._stream.learn(_placed(placed_after(self._db, self._stamp[0])))
        self._stamp = now
        return self._stream

    def _now(self) -> tuple[int, ...]:
        query = (
            "SELECT (SELECT coalesce(max(seq), 0) FROM changes), (SELECT count(*) FROM edits),"
            " (SELECT count(undone) FROM edits)"
        )
        return tuple(self._db.execute(query).fetchone())


def _placed(rows: Iterable[tuple[str, str]]) -> Iterator[Placed]:
    return (Placed(traits=decode_own(traits, Traits), story=story) for traits, story in rows)
