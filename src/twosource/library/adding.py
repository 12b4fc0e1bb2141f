"""Takes articles in, one after the other: each with everything about it in one transaction, or not at all."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from twosource.library.made import made_by
from twosource.library.placing import Placer
from twosource.library.resuming import Resuming
from twosource.model import Article, FeedState, Findings, Gap, Raw
from twosource.model.wire import writable
from twosource.pipeline import Options, clean_one, findings_in, with_outlet, with_publisher
from twosource.store import articles, stories, versions
from twosource.store.edits import held_in
from twosource.store.feeds import put_feed
from twosource.store.opening import writing

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding.

    Attributes:
        new: Articles that the library did not have, most of the next lines' ``versions`` among them.
        same: Inputs whose article it had already.
        versions: New articles that are another version of one it had, and pages that went back to an earlier one.
        gaps: Inputs that gave no article, and what could not be found in articles.
        stories: Stories that have changed.
    """

    new: int = 0
    same: int = 0
    versions: int = 0
    gaps: int = 0
    stories: int = 0


class Adding:
    """One run of adding to a library."""

    def __init__(
        self, db: sqlite3.Connection, path: Path, options: Options, placer: Placer, clock: Callable[[], str]
    ) -> None:
        """Remember where to add and how; touch nothing yet."""
        self._db, self._path, self._options, self._placer, self._clock = db, path, options, placer, clock
        self._new = self._same = self._versions = self._gaps = 0
        self._touched: set[str] = set()
        self._resuming = Resuming(db, options)
        self._cleaned = 0

    def run(self, raws: Iterable[Raw | Gap | FeedState], tell: Callable[[Gap], None]) -> Added:
        """Add all of them, then bring the stories in order.

        Raises:
            LibraryError: If the library cannot be written; what was added before stays.
        """
        for done, raw in enumerate(raws, 1):
            if isinstance(raw, Raw):
                self._turn_to(raw)
            for gap in self._one(raw):
                self._gaps += 1
                tell(gap)
            self._options.progress("add", done, done)
        self._turn_to(None)
        self._settle()
        return Added(
            new=self._new, same=self._same, versions=self._versions, gaps=self._gaps, stories=len(self._touched)
        )

    def _turn_to(self, raw: Raw | None) -> None:
        """What is the next input after all that came from the archive in hand."""
        if self._resuming.is_behind(raw):
            self._write(self._resuming.forget)
        self._resuming.take(raw)

    def _one(self, raw: Raw | Gap | FeedState) -> tuple[Gap, ...]:
        """Add one input; what could not be read or found in it."""
        if isinstance(raw, FeedState):
            state = raw
            self._write(lambda: put_feed(self._db, state))
            return ()
        if isinstance(raw, Gap):
            gap = raw
            self._write(lambda: articles.put_gaps(self._db, (gap,)))
            return (gap,)
        raw = writable(with_outlet(raw, self._options))
        known = articles.known_input(self._db, raw)
        if known:
            self._same_again(raw, known)
            return ()
        self._cleaned += 1
        many = self._cleaned > self._options.settings.worker_articles
        article, gaps = clean_one(raw, replace(self._options, apart=True) if many else self._options)
        if article is None:
            self._write(lambda: articles.put_gaps(self._db, gaps))
            return gaps
        article = with_publisher(article, self._options)
        if articles.holds(self._db, article.id):
            self._write(lambda: self._put_input(raw, article.id, self._clock()))
            self._same_again(raw, article.id)
            return ()
        findings = findings_in((article,), self._options)[0]
        return gaps if self._write(lambda: self._put(raw, findings, gaps)) else ()

    def _same_again(self, raw: Raw, article: str) -> None:
        """An input whose article is there. A page that was fetched just now may have gone back to an earlier text."""
        self._same += 1
        fetched = raw.path is None and raw.archive is None and (raw.feed is not None or raw.kind == "html")
        if fetched and versions.is_replaced(self._db, article):
            self._versions += self._write(lambda: versions.come_back(self._db, article, self._clock()))

    def _put(self, raw: Raw, findings: Findings, gaps: tuple[Gap, ...]) -> bool:
        """Put an article in; False where another process has done so since it was looked for."""
        article, at = findings.article, self._clock()
        if articles.holds(self._db, article.id):
            self._same += 1
            self._put_input(raw, article.id, at)
            return False
        self._new += 1
        later = articles.put_findings(self._db, findings, at, made_by(self._options))
        self._versions += later
        self._put_input(raw, article.id, at)
        articles.put_gaps(self._db, gaps, article.id)
        if later and self._is_held(article):
            self._placer.forget()  # so that it learns that the new version stays where the old one was put
        self._touched |= self._placer.place(findings, at)
        return True

    def _put_input(self, raw: Raw, article: str, at: str) -> None:
        articles.put_input(self._db, raw, article, at)
        self._resuming.reached(raw)

    def _is_held(self, article: Article) -> bool:
        return article.id in held_in(self._db)

    def _repair(self, at: str) -> None:
        self._touched |= self._placer.repair(at)

    def _settle(self) -> None:
        """Repair once more if articles came since, and find titles; a run that was broken off leaves this to the next."""
        if not self._placer.is_repaired():
            self._write(lambda: self._repair(self._clock()))
        untitled = stories.untitled(self._db)
        if untitled:
            self._write(lambda: self._title(untitled))

    def _title(self, untitled: tuple[str, ...]) -> None:
        for story in untitled:
            stories.put_title(self._db, story, headline(self._db, story))

    def _write(self, work: Callable[[], T]) -> T:
        try:
            with writing(self._db, self._path):
                return work()
        except BaseException:
            self._placer.forget()
            raise


def headline(db: sqlite3.Connection, story: str) -> str:
    """The headline that is nearest to all articles of a story."""
    from twosource.compare import central_headline  # noqa: PLC0415 - heavy imports on use

    return central_headline(articles.findings_of(db, stories.members_of(db, story)))
