"""A library as the web app's shelf."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from twosource import pipeline
from twosource.errors import NoSuchStoryError, NothingToReadError, NothingToUndoError, NotInLibraryError
from twosource.library import Library, Query, StoryCard
from twosource.model import Edit, EditKind, Gap, Raw, Story
from twosource.pipeline import Options, clean_one
from twosource.ports import Progress
from twosource.web.cards import card_of
from twosource.web.finding import anchor_of
from twosource.web.shelf import PUT_ASIDE, Card, Hit, Made, move_of, now

_HITS: Final = 100
_LOOKED_AT: Final = 500  # stories of the list, the newest, that are looked into; older ones are counted only
_UNTOUCHED: Final = "no correction was made in this library"
_ELSEWHERE: Final = "the last correction in this library was made to another story"


class Kept:
    """The stories of a library. It is opened for each call: that is cheap, and every thread needs its own."""

    sorts = True
    gone = PUT_ASIDE

    def __init__(self, path: Path, options: Options) -> None:
        """Use a library.

        Raises:
            LibraryError: If it is none.
        """
        self.place = str(path)
        self._path = path
        self._options = options
        self._cards: dict[str, tuple[StoryCard, Card]] = {}
        self._open().close()

    def _open(self, progress: Progress | None = None) -> Library:
        options = replace(self._options, progress=progress) if progress else self._options
        return Library.open(self._path, options, create=False)

    def cards(self) -> tuple[Card, ...]:
        """All stories, the newest first; what is contested, new and shared of those that were laid side by side since they last grew."""
        with self._open() as library:
            found = library.stories()
            return tuple(self._card(library, one, looks=place < _LOOKED_AT) for place, one in enumerate(found))

    def _card(self, library: Library, one: StoryCard, *, looks: bool) -> Card:
        """A story as the library counts it, with what laying it side by side found where that was done with just these articles."""
        plain = Card(
            id=one.id, title=one.title, outlets=one.outlets, articles=one.articles, first=one.first, last=one.last
        )
        if not looks:
            return plain
        known = self._cards.get(one.id)
        if known is None or known[0] != one:
            laid = library.last_laid(one.id)
            full = card_of(one.id, laid) if laid and len(laid.articles) == one.articles else None
            if full is None:
                return plain
            known = self._cards[one.id] = (one, replace(full, first=one.first, last=one.last))
        return known[1]

    def story(self, name: str) -> Story:
        """A story by its whole id."""
        with self._open() as library:
            return library.story(_known(library, name))

    def search(self, words: str) -> tuple[Hit, ...]:
        """Places in articles, each once for a paragraph."""
        if not words.strip():
            return ()
        with self._open() as library:
            titles = {card.id: card.title for card in library.stories()}
            hidden = {card.id for card in library.stories(aside=True)}
            found: dict[tuple[str, int], Hit] = {}
            for hit in library.search(Query(words=words, limit=_HITS)):
                if not hit.story or hit.story in hidden:
                    continue
                cut = hit.place.start - hit.around.start
                found.setdefault(
                    (hit.article, hit.around.start),
                    Hit(
                        story=hit.story,
                        title=titles.get(hit.story) or hit.headline or hit.outlet,
                        outlet=hit.outlet,
                        anchor=_anchor(library, hit.article, hit.place.start),
                        before=hit.passage[:cut],
                        words=hit.words,
                        after=hit.passage[cut + len(hit.words) :],
                    ),
                )
            return tuple(found.values())

    def add(self, raws: Sequence[Raw | Gap], *, into: str, split: bool, progress: Progress) -> Made:
        """Take articles in. The library groups them by itself; a story that was named gets them by a correction."""
        del split
        options = replace(self._options, progress=progress)
        gaps: list[Gap] = []
        ids = [
            article.id for raw in raws if isinstance(raw, Raw) for article in [clean_one(raw, options)[0]] if article
        ]
        with self._open(progress) as library:
            goal = _known(library, into) if into else ""
            library.add(raws, gaps.append)
            if not ids:
                raise NothingToReadError(tuple(gap.line for gap in gaps))
            for name in ids if goal else ():
                if library.story_with(name) not in {goal, None}:
                    library.correct(move_of(name, goal, "added here"))
            stories = tuple(dict.fromkeys(story for name in ids if (story := library.story_with(name))))
            for story in stories:
                library.story(story)
            return Made(stories=stories, gaps=tuple(gaps))

    def correct(self, story: str, edit: Edit, progress: Progress) -> str:
        """Keep a correction, and lay the story out anew."""
        with self._open(progress) as library:
            _known(library, story)
            library.correct(edit)
            return _laid(library, story, edit)

    def merge(self, story: str, into: str, progress: Progress) -> str:
        """Move all articles of a story into another one, each by a correction that holds."""
        with self._open(progress) as library:
            goal = _known(library, into)
            for article in library.story(_known(library, story)).articles:
                library.correct(move_of(article.id, goal, "the same event"))
            library.story(goal)
            return goal

    def split(self, story: str, progress: Progress) -> tuple[str, ...]:
        """Move the articles of each other event into a story of its own, each by a correction that holds."""
        with self._open(progress) as library:
            held = library.story(_known(library, story))
            groups = [
                [article.id for article in one.articles]
                for one in pipeline.split(held.articles, replace(self._options, progress=progress))
            ]
            goals = [self._moved(library, own) for own in groups[1:]]
            for name in (story, *goals):
                library.story(name)
            return (story, *goals)

    def _moved(self, library: Library, articles: Sequence[str]) -> str:
        """A story of their own for articles; its id."""
        first, *others = (move_of(name, "", "another event") for name in articles)
        library.correct(first)
        goal = library.story_with(first.subject) or ""
        for one in others:
            library.correct(replace(one, target=goal))
        return goal

    def delete(self, story: str) -> None:
        """Put a story aside, by a correction: a library keeps what it took in."""
        self._marked(story, "put_aside")

    def restore(self, story: str) -> None:
        """Show a story again that was put aside."""
        self._marked(story, "bring_back")

    def _marked(self, story: str, kind: EditKind) -> None:
        with self._open() as library:
            name = _known(library, story)
            aside = any(card.id == name for card in library.stories(aside=True))
            if aside is (kind == "bring_back"):
                library.correct(Edit(kind=kind, subject=name, at=now()))

    def deleted(self) -> tuple[Card, ...]:
        """The stories that were put aside."""
        with self._open() as library:
            return tuple(self._card(library, one, looks=False) for one in library.stories(aside=True))

    def undo(self, story: str, progress: Progress) -> str:
        """Take back the library's last correction, if it was made to this story."""
        with self._open(progress) as library:
            last = library.edits()[-1:]
            if not last or not set(last) & set(self.edits(story)):
                raise NothingToUndoError(_ELSEWHERE if last else _UNTOUCHED)
            library.undo()
            return _laid(library, story, last[0])

    def edits(self, story: str) -> tuple[Edit, ...]:
        """The corrections that bear on a story."""
        with self._open() as library:
            return library.edits(story)


def _known(library: Library, name: str) -> str:
    """The id itself: what stands in an address is never taken for the beginning of another."""
    try:
        found = library.story_id(name)
    except NotInLibraryError as error:
        raise NoSuchStoryError(name) from error
    if found != name:
        raise NoSuchStoryError(name)
    return found


def _anchor(library: Library, name: str, start: int) -> str:
    found = library.findings(name)
    return anchor_of(found.article, start) if found else ""


def _laid(library: Library, story: str, edit: Edit) -> str:
    """Lay out what a correction bears on; where its article is, if the story is no more."""
    try:
        library.story(_known(library, story))
    except NoSuchStoryError:
        story = library.story_with(edit.subject) or story
        library.story(story)
    return story
