"""Which story an arriving article goes to: streams of grouping, kept in step with what the library holds.

An article is compared with those that were published within the window to both sides of its own day, whatever came when:
neither a date that is wrong by decades, nor a clock that goes back, nor an old archive that comes after newer articles
hides from an article what it belongs to. Time is cut into eras for that; each has a stream, which holds its own articles
and those within the window before and behind it. A stream that is begun again from the file goes on as it would have.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from twosource.group import Change, Held, Placed, Stream, Traits, traits_of
from twosource.model import Findings
from twosource.model.wire import decode_own, encode
from twosource.settings import Settings
from twosource.store.articles import about, count, put_about
from twosource.store.edits import held_in
from twosource.store.stories import (
    Event,
    days_behind,
    members_between,
    put_event,
    put_member,
    put_traits,
    traits_in,
    usual_day,
)

_ERA_DAYS: Final = 200
"""Days of an era: shorter ones are held in memory several times over, longer ones are read from the file for longer."""
_MOST: Final = 60_000
"""Articles in the streams at once, one in two streams counted twice: 6 kB each."""
_EVER: Final = 4_000_000
_REPAIRED: Final = "repaired"


class Placer:
    """Places articles in the library's stories. What it does belongs into the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, settings: Settings) -> None:
        """Read nothing yet."""
        self._db, self._settings = db, settings
        self._eras: dict[int, Stream] = {}  # the one that was used last at the end
        self._known: dict[int, tuple[int, int]] = {}  # for each, the last change it knows of, and the last repair
        self._corrections: tuple[int, ...] = ()

    def place(self, findings: Findings, at: str) -> set[str]:
        """Place a new article; the stories that this touches."""
        traits = traits_of(findings, self._settings)
        era = self._era_of(traits.day)
        changes = self._current(era).add(traits)
        first = next(change.story for change in changes if change.article == traits.article)
        put_member(self._db, traits.article, first, traits.day, encode(traits))
        return self._keep(era, changes, at)

    def renew(self, findings: Findings) -> bool:
        """Let grouping go by what was found anew in an article; whether that is anything else."""
        traits = encode(traits_of(findings, self._settings))
        if traits == traits_in(self._db, findings.article.id):
            return False
        put_traits(self._db, findings.article.id, traits)
        self.forget()
        return True

    def is_repaired(self) -> bool:
        """Whether no article came since stories were last mended."""
        return about(self._db, _REPAIRED) == str(count(self._db))

    def repair(self, at: str, also: Iterable[str] = ()) -> set[str]:
        """Let stories merge, split and give up articles, now that more is known; the stories that this touches.

        Args:
            at: Now, as an ISO time.
            also: Articles to look at besides those that came since the last repair.
        """
        more = tuple(also)
        days = days_behind(self._db, self._repaired(), more)
        touched: set[str] = set()
        for era in sorted({self._era_of(day) for day in days}):
            touched |= self._keep(era, self._current(era).repair(also=more), at)
        put_about(self._db, _REPAIRED, str(count(self._db)))
        return touched

    def forget(self) -> None:
        """Start from what the library holds: a transaction came to nothing."""
        self._eras.clear()

    def _keep(self, era: int, changes: tuple[Change, ...], at: str) -> set[str]:
        touched: set[str] = set()
        for one in changes:
            put_event(
                self._db,
                Event(kind=one.kind, article=one.article, story=one.story, from_story=one.from_story, reason=one.reason, at=at),
            )  # fmt: skip
            touched |= {one.story} | ({one.from_story} if one.from_story else set())
        self._known[era] = (self._changes(), self._known[era][1])
        return touched

    def _era_of(self, day: int | None) -> int:
        """The era of a day; of an undated article, that of most of the newest articles."""
        return (usual_day(self._db) if day is None else day) // _ERA_DAYS

    def _current(self, era: int) -> Stream:
        """The stream of an era, in step with what was placed meanwhile; all anew where somebody corrected something."""
        corrections = tuple(self._db.execute("SELECT count(*), count(undone) FROM edits").fetchone())
        if corrections != self._corrections:
            self._eras.clear()
            self._corrections = corrections
        stream = self._eras.pop(era, None)
        if stream is None:
            held = (Held(article=article, story=story) for article, story in held_in(self._db).items())
            stream = Stream(replace(self._settings, group_window=_EVER), (), held)
            self._known[era] = (0, -1)
        self._teach(stream, era)
        self._eras[era] = stream
        while len(self._eras) > 1 and sum(one.size for one in self._eras.values()) > _MOST:
            del self._eras[next(iter(self._eras))]
        return stream

    def _teach(self, stream: Stream, era: int) -> None:
        """Let a stream learn what was placed meanwhile in its era, and within the window to both sides."""
        (changes, repaired), now = self._known[era], (self._changes(), self._repaired())
        days, undated = int(self._settings.group_window), int(self._settings.group_window_undated)
        span = (era * _ERA_DAYS - days, (era + 1) * _ERA_DAYS + days, undated)
        if changes != now[0]:
            members = members_between(self._db, *span, changed_behind=changes)
            stream.learn(Placed(traits=decode_own(one.traits, Traits), story=one.story) for one in members)
        if repaired != now[1]:
            stream.look_at(one.article for one in members_between(self._db, *span, came_behind=now[1]))
        self._known[era] = now

    def _repaired(self) -> int:
        return int(about(self._db, _REPAIRED) or 0)

    def _changes(self) -> int:
        return int(self._db.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])
