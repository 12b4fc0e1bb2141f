"""Which story an arriving article goes to: the stream of grouping, kept in step with what the library holds."""

import sqlite3

from twosource.group import Change, Held, Placed, Stream, Traits, traits_of
from twosource.model import Findings
from twosource.model.wire import decode_own, encode
from twosource.settings import Settings
from twosource.store.edits import held_in
from twosource.store.stories import Event, latest_day, placed_since, put_event, put_member


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

    def repair(self, at: str) -> set[str]:
        """Let stories merge, split and give up articles, now that more is known; the stories that this touches."""
        return self._keep(self._current().repair(), at)

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
        """The stream; a new one where another process has placed or corrected something meanwhile."""
        if self._stream is None or self._stamp != self._now():
            first = latest_day(self._db) - int(self._settings.group_window)
            known = (
                Placed(traits=decode_own(traits, Traits), story=story)
                for traits, story in placed_since(self._db, first)
            )
            held = (Held(article=article, story=story) for article, story in held_in(self._db).items())
            self._stream, self._stamp = Stream(self._settings, known, held), self._now()
        return self._stream

    def _now(self) -> tuple[int, ...]:
        query = "SELECT (SELECT max(seq) FROM changes), (SELECT count(*) FROM edits), (SELECT count(undone) FROM edits)"
        return tuple(self._db.execute(query).fetchone())
