"""What an assistant was pointed at, and what it asks of it. Nothing else is read."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from twosource import pipeline
from twosource.assistant.answers import Answer, statement_answer, story_answer
from twosource.errors import NoSuchStoryError, OutOfReachError
from twosource.library import Hit, Library, Query, StoryCard
from twosource.model import Story
from twosource.pipeline import Options
from twosource.present.sharing import file_name, shareable

_SQLITE: Final = b"SQLite format 3\0"
_NO_ARTICLES: Final = ("a comparison", "only libraries were given: ask for their stories")
_NO_LIBRARY: Final = ("a search", "no library was given, and only libraries can be searched")
_KEPT: Final = 8  # stories that were laid side by side and can be asked for again


class Desk:
    """Articles in files and folders, and libraries.

    Args of the constructor:
        places: Files, folders and libraries.
        options: How to read and compare.
    """

    def __init__(self, places: Sequence[Path], options: Options | None = None) -> None:
        """Remember where it may look.

        Raises:
            OutOfReachError: If a place is not there.
        """
        for place in places:
            if not place.exists():
                raise OutOfReachError(str(place), "it is not there")
        self._options = options or Options()
        self._libraries = tuple(place.resolve() for place in places if _is_library(place))
        self._roots = tuple(place.resolve() for place in places if not _is_library(place))
        self._made: dict[str, Story] = {}

    def compare(self, articles: Sequence[str] = (), first: int = 0, limit: int = 20) -> Answer:
        """Lay articles side by side as one story.

        Args:
            articles: Files and folders inside the places it was pointed at, absolute or from one of them; all if none.
            first: Number of the first point told, from 0.
            limit: So many points at most.

        Raises:
            OutOfReachError: If something is asked for that lies elsewhere, or there is nothing to lay side by side.
            NothingToReadError: If no article was found.
        """
        paths = [self._inside(one) for one in articles] or list(self._roots)
        if not paths:
            raise OutOfReachError(*_NO_ARTICLES)
        story = self._told(pipeline.compare(paths, self._options))
        while len(self._made) >= _KEPT:
            self._made.pop(next(iter(self._made)))
        self._made[story.id] = story
        return story_answer(story, first=first, limit=limit)

    def stories(self, limit: int = 50) -> Answer:
        """The stories of the libraries, the newest first, and those laid side by side since the start."""
        listed = [
            {"story": one.id, "title": one.title, "outlets": list(one.outlets), "first": one.first, "last": one.last}
            for path in self._libraries
            for one in self._cards(path, limit)
        ]
        made = [{"story": one.id, "title": one.title} for one in self._made.values()]
        return {"in_libraries": listed[:limit], "laid_side_by_side": made}

    def story(self, name: str, first: int = 0, limit: int = 20) -> Answer:
        """A story by its id, with ``limit`` points from number ``first`` on.

        Raises:
            NoSuchStoryError: If nobody has it.
        """
        return story_answer(self._story(name), first=first, limit=limit)

    def statement(self, name: str, story: str) -> Answer:
        """A statement or figure by its id: its paragraph, and all who say the same.

        Raises:
            NoSuchStoryError: If there is no such story.
            OutOfReachError: If it has nothing of this id.
        """
        found = statement_answer(self._story(story), name)
        if found is None:
            raise OutOfReachError(name, f"story {story} has no statement or figure of this id")
        return found

    def search(self, query: Query) -> Answer:
        """Places in the libraries that fit.

        Raises:
            OutOfReachError: If no library was given.
            QueryError: If nothing can be searched for so.
        """
        if not self._libraries:
            raise OutOfReachError(*_NO_LIBRARY)
        hits: list[Hit] = []
        for path in self._libraries:
            with Library.open(path, self._options, create=False) as library:
                hits += library.search(query)
        return {"found": [_hit(one) for one in hits[: query.limit]]}

    def _inside(self, asked: str) -> Path:
        """A path that lies in one of the places, links followed."""
        for root in self._roots:
            base = root if root.is_dir() else root.parent
            path = (base / asked).resolve()
            if path.exists() and (path == root or root in path.parents):
                return path
        raise OutOfReachError(asked, "it is not inside what this server was pointed at")

    def _story(self, name: str) -> Story:
        if name in self._made:
            return self._made[name]
        for path in self._libraries:
            with Library.open(path, self._options, create=False) as library:
                if any(card.id == name for card in library.stories()):
                    return self._told(library.story(name))
        raise NoSuchStoryError(name)

    def _told(self, story: Story) -> Story:
        """A story that names files from the place it was pointed at, as they can be asked for, and no folder above that."""
        pairs = zip(shareable(story).articles, story.articles, strict=True)
        named = (replace(told, path=self._within(own.path) if own.path else None) for told, own in pairs)
        return replace(shareable(story), articles=tuple(named))

    def _within(self, path: str) -> str:
        for root in self._roots:
            base = root if root.is_dir() else root.parent
            if Path(path).is_relative_to(base):
                return str(Path(path).relative_to(base))
        return file_name(path)

    def _cards(self, path: Path, limit: int) -> tuple[StoryCard, ...]:
        with Library.open(path, self._options, create=False) as library:
            return library.stories(limit=limit)


def _is_library(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _hit(hit: Hit) -> Answer:
    return {
        "kind": hit.kind,
        "outlet": hit.outlet,
        "headline": hit.headline,
        "time": hit.time,
        "source": hit.source,
        "words": {"exact": hit.words, "start": hit.place.start, "end": hit.place.end},
        "passage": hit.passage,
        "over": list(hit.over),
        "article": hit.article,
        "story": hit.story,
    }
