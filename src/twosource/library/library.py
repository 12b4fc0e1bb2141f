"""A library of articles: what the command line and the web app call."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from twosource.errors import FormatError, LibraryError, NotInLibraryError
from twosource.library import correcting, refreshing
from twosource.library.adding import Added, Adding, headline
from twosource.library.made import ingredients, made_by
from twosource.library.placing import Placer
from twosource.library.resuming import Resuming
from twosource.model import Edit, FeedState, Findings, Gap, Raw, Story, title_given
from twosource.model.wire import writable
from twosource.parse import EnglishParser
from twosource.pipeline import Options, raws_of, story_of
from twosource.store import articles, edits, stories
from twosource.store.doctor import Finding, backed_up, examined, mended
from twosource.store.feeds import feeds_in
from twosource.store.lock import adding
from twosource.store.opening import close_file, open_file, plain_errors, reading, wal_of, writing
from twosource.store.query import Query
from twosource.store.search import Hit, search
from twosource.store.stories import Event, StoryCard
from twosource.store.versions import Version, versions_of
from twosource.store.wholeness import lacks_last

_MANY: Final = 1_000
_ALL: Final = -1
_SHORT: Final = 0.1
"""Seconds to wait for the right to write where it is not worth more."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _silent(gap: Gap) -> None:
    """Hear nothing."""


class Library:
    """Articles that are kept, the stories they belong to, and what a person corrected.

    One process at a time takes in files; any number read, correct and add single articles meanwhile. Opening is cheap: open one in each thread.
    ``close`` it, or use it in a ``with`` statement.
    """

    def __init__(self, path: Path, options: Options, *, create: bool, clock: Callable[[], str]) -> None:
        """Open the file. Callers use ``open``."""
        self.path: Final = path
        self._options = replace(options, parser=options.parser or EnglishParser(options.settings))
        self._clock = clock
        beside = wal_of(path).exists()
        self._db: Final = open_file(path, create=create)
        with reading(self._db, path):
            self.lacks_last: Final = lacks_last(self._db, beside=beside)
            """Whether what was written last may be missing: its writer did not close it, and the file with that is gone."""
        self._placer: Final = Placer(self._db, options.settings)
        self._added = False

    @classmethod
    def open(
        cls,
        path: str | Path,
        options: Options | None = None,
        *,
        create: bool = True,
        clock: Callable[[], str] = _now,
    ) -> Self:
        """Open a library.

        Args:
            path: Its file, wherever the user wants it; "~" is the home folder.
            options: How to read and compare; the defaults if None.
            create: Make it if it is not there.
            clock: What says when an article came in, as an ISO time with its offset.

        Raises:
            LibraryError: If it is not there, is no library or one of a later version, or cannot be opened.
        """
        return cls(Path(path).expanduser(), options or Options(), create=create, clock=clock)

    def close(self) -> None:
        """Close the file. Nothing is lost without it."""
        close_file(self._db, self.path, whole=not self.lacks_last or self._added)

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def add(self, raws: Iterable[Raw | Gap | FeedState], tell: Callable[[Gap], None] = _silent) -> Added:
        """Take articles in, one after the other, each with everything about it at once.

        Whatever ends this early, what was added before stays, and the same call again goes on from there. Inputs that
        the library knows are passed over unread.

        Args:
            raws: Inputs as they were read; they are asked for one by one. A feed's state is kept once all that came
                before it is.
            tell: Hears each gap as it is met.

        Raises:
            LibraryBusyError: If another process does not stop writing.
            LibraryError: If the library cannot be written.
            MissingModelError: If no English parsing model is installed.
        """
        self._added = True
        return Adding(self._db, self.path, self._options, self._placer, self._clock).run(raws, tell)

    def add_inputs(self, inputs: Iterable[str], tell: Callable[[Gap], None] = _silent) -> Added:
        """Read files, folders, patterns and addresses, and take their articles in; else as ``add``.

        An archive that an earlier run was in the middle of is gone on with where that stopped.
        One process at a time does this; articles that trickle in by ``add`` may come meanwhile.

        Raises:
            LibraryBusyError: If another process is at it.
        """
        with adding(self.path):
            start = Resuming(self._db, self._options).starts()
            return self.add(raws_of([str(one) for one in inputs], self._options, start), tell)

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        least: int = 1,
        limit: int = _MANY,
        aside: bool = False,
    ) -> tuple[StoryCard, ...]:
        """The library's stories, the newest first; those that were put aside only where they are asked for.

        Args:
            since: An ISO day: only stories with an article of that day or later.
            until: An ISO day: only stories with an article of that day or earlier.
            least: Only stories of so many articles.
            limit: So many at most.
            aside: Those that were put aside, and no others.

        Raises:
            QueryError: If a day is not one.
        """
        Query(since=since, until=until)
        with reading(self._db, self.path):
            hidden, given = edits.put_aside(self._db), edits.titles_given(self._db)
            most = _ALL if aside or limit >= sys.maxsize else limit + len(hidden)
            found = stories.cards(self._db, since=since, until=until, least=least, limit=most)
            kept = [one for one in found if (one.id in hidden) is aside][:limit]
            titles = (given.get(one.id) or one.title or headline(self._db, one.id) for one in kept)
            return tuple(replace(one, title=title) for one, title in zip(kept, titles, strict=True))

    def story(self, name: str) -> Story:
        """A story, laid side by side: from the last time where nothing it is made of has changed since, else anew.

        Args:
            name: Its id, or the beginning of it.

        Raises:
            NotInLibraryError: If there is none, or several.
            MissingModelError: If an undated article must be parsed again and no model is installed.
        """
        with reading(self._db, self.path):
            name = self.story_id(name)
            members = stories.members_of(self._db, name)
            made = replace(self._options, edits=edits.edits_in(self._db, name))
            agencies = articles.earlier_agencies(self._db, members)
            made_of = ingredients(members, made, agencies)
            kept = stories.laid(self._db, name, made_of)
            if kept:
                with suppress(FormatError):
                    return Story.from_json(kept)
            findings = [
                articles.with_agencies(found, agencies.get(found.article.id, ()))
                for found in articles.findings_of(self._db, members)
            ]
            gaps = articles.gaps_of(self._db, members)
        story = story_of(findings, made, gaps)
        story = replace(story, title=title_given(made.edits) or story.title)
        self._keep(name, made_of, story)
        return story

    def last_laid(self, name: str) -> Story | None:
        """A story as it was last laid side by side, which may be without its newest articles; None if it never was."""
        with reading(self._db, self.path), suppress(FormatError):
            kept = stories.laid_last(self._db, name)
            story = Story.from_json(kept) if kept else None
            return story and replace(story, title=edits.titles_given(self._db).get(name) or story.title)
        return None

    def _keep(self, name: str, made_of: str, story: Story) -> None:
        """Keep what was laid out. Whoever may only read, or finds another writing, does without."""
        with suppress(LibraryError), writing(self._db, self.path, patience=_SHORT):
            stories.put_laid(self._db, name, made_of, story.to_json())

    def story_id(self, name: str) -> str:
        """The id of the one story that is called so.

        Raises:
            NotInLibraryError: If there is none, or several.
        """
        with reading(self._db, self.path):
            return self._only(stories.called(self._db, articles.plain(name)), name, "story")

    def article_id(self, name: str) -> str:
        """The id of the one article that is called so: by id or its beginning, address, path or headline.

        Raises:
            NotInLibraryError: If there is none, or several.
        """
        with reading(self._db, self.path):
            return self._only(articles.called(self._db, articles.plain(name)), name, "article")

    def _only(self, found: Sequence[str], name: str, what: str) -> str:
        if not found:
            raise NotInLibraryError(str(self.path), f"it has no {what} {name!r}")
        if len(found) > 1:
            raise NotInLibraryError(str(self.path), f"{name!r} may be any of {what} {', '.join(found)}")
        return found[0]

    def stories_under(self, edit: Edit) -> tuple[str, ...]:
        """Ids of the stories that a correction bears on as the library is; empty where nothing in it is called so yet."""
        with reading(self._db, self.path):
            return edits.stories_under(self._db, edit)

    def findings(self, article: str) -> Findings | None:
        """What was found in an article, by its id; None if it is not there."""
        with reading(self._db, self.path):
            return next(iter(articles.findings_of(self._db, (article,))), None)

    def story_with(self, article: str) -> str | None:
        """The id of the story that an article is in; None if the article is not there."""
        with reading(self._db, self.path):
            return stories.story_of(self._db, article)

    def history(self, story: str) -> tuple[Event, ...]:
        """What became of a story and why, in order: articles that joined it, left it or were moved, and mergers."""
        with reading(self._db, self.path):
            return stories.events_of(self._db, story)

    def versions(self, article: str) -> tuple[Version, ...]:
        """The versions of an article, the first one first, with what changed in each; empty if it is not there."""
        with reading(self._db, self.path):
            return versions_of(self._db, article)

    def gaps(self) -> tuple[Gap, ...]:
        """The inputs that gave no article so far, and why."""
        with reading(self._db, self.path):
            return articles.input_gaps(self._db)

    def feeds(self) -> tuple[FeedState, ...]:
        """How each feed that is followed stood after its last visit, by address."""
        with reading(self._db, self.path):
            return feeds_in(self._db)

    def outdated(self, story: str | None = None) -> tuple[str, ...]:
        """Ids of the articles, of all stories or of one, in which another version of twosource, or other settings, found what is shown."""
        with reading(self._db, self.path):
            return articles.made_otherwise(self._db, made_by(self._options), story and self.story_id(story))

    def refresh(self) -> int:
        """Find anew, in the texts that are kept, what another version of twosource found in them; how many there were.

        Each article is a transaction of its own: whatever ends this early, the next call goes on. Articles of which
        grouping now sees something else are looked at again in the end, and may go to another story; what a person
        corrected stays as it is.

        Raises:
            LibraryBusyError: If another process takes in files.
            MissingModelError: If no English parsing model is installed.
        """
        with adding(self.path):
            names = self.outdated()
            refreshing.refresh(self._db, self.path, names, self._options, self._placer, self._clock)
        return len(names)

    def examine(self) -> tuple[Finding, ...]:
        """What is not as it should be in the file, the gravest first; empty where all is well.

        Raises:
            LibraryError: If the file cannot be looked at.
        """
        with plain_errors(self.path):
            return examined(self._db, lacks_last=self.lacks_last)

    def mend(self) -> tuple[str, ...]:
        """Make anew what can be made anew from the rest, and say what was.

        Raises:
            LibraryError: If the file cannot be written.
        """
        return mended(self._db, self.path)

    def back_up(self, target: Path) -> None:
        """Make a whole copy, as the library is at one moment; others may write meanwhile.

        Raises:
            FileExistsError: If there is a file of that name.
            OSError: If it cannot be written.
            LibraryError: If the library cannot be read.
        """
        backed_up(self._db, self.path, target)

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Every place that fits, with its exact words; see ``Query``."""
        with reading(self._db, self.path):
            return search(self._db, query)

    def correct(self, edit: Edit) -> bool:
        """Keep a correction by hand and follow it. It holds against whatever the library would do by itself later.

        What was beside an article that is taken out of a story stays there, too.

        Returns:
            False where this very record is in force already.

        Raises:
            NotInLibraryError: If the article or the story that is moved to is not there.
            LibraryError: If the library cannot be written.
            QueryError: If it names nothing.
        """
        with writing(self._db, self.path):
            named = correcting.with_ids(writable(edit), story=self.story_id, article=self.article_id)
            return correcting.apply(self._db, named, self._clock())

    def undo(self) -> Edit | None:
        """Take back the last correction in force, and say which; None where there is none."""
        with writing(self._db, self.path):
            return correcting.take_back(self._db, self._clock())

    def edits(self, story: str | None = None) -> tuple[Edit, ...]:
        """The corrections in force, in order; of one story, those that bear on it."""
        with reading(self._db, self.path):
            return edits.edits_in(self._db, story)
