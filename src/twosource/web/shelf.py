"""What the web app asks of whoever keeps stories."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Protocol

from twosource.model import Edit, Gap, Raw, Story
from twosource.ports import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story in a list.

    Attributes:
        outlets: Each once, in the order of its first article.
        articles: How many.
        origins, sources: How many; None where that is not known without laying the story side by side.
        contested: How much in it contradicts, is denied or taken back; None where that is not known.
        news: What its last day brought, a sentence each.
        first, last: ISO times or days of the earliest and latest article; None where nothing is dated.
    """

    id: str
    title: str
    outlets: tuple[str, ...]
    articles: int
    origins: int | None = None
    sources: int | None = None
    contested: int | None = None
    news: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None

    @property
    def called(self) -> str:
        """Its title, or that it has none."""
        return self.title or "Untitled story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place that a search found: ``before``, ``words`` and ``after`` are the article's own characters in a row.

    Attributes:
        anchor: Where it is on the story's page.
    """

    story: str
    title: str
    outlet: str
    anchor: str
    before: str
    words: str
    after: str


def now() -> str:
    """The time that a correction by hand is kept with."""
    return datetime.now(UTC).isoformat()


def move_of(article: str, story: str, why: str) -> Edit:
    """The correction that moves an article into a story; into one of its own for ""."""
    return Edit(kind="move_article", subject=article, target=story, at=now(), why=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of adding articles: ids of the stories they are in, and what could not be read."""

    stories: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What taking a story from the list is called: on the button, over what was taken away, and in a sentence that tells what it does."""

    button: str
    heading: str
    told: str


DELETED: Final = Gone(
    button="Delete it",
    heading="Deleted",
    told="It disappears from the list, the search and the feed. Its files stay in the folder, and the list can bring it back.",
)
PUT_ASIDE: Final = Gone(
    button="Put it aside",
    heading="Put aside",
    told="It disappears from the list, the search and the feed. A library deletes nothing: it keeps the articles, lets new ones join "
    "the story there, and the list can bring it back.",
)


class Shelf(Protocol):
    """Keeps stories. All but ``add``, ``correct`` and ``undo`` may be called while one of these three is at work."""

    place: str
    """What to call it in front of the user."""

    sorts: bool
    """Whether it finds by itself which articles are one story."""

    gone: Gone
    """What it is called when a story is taken from what is shown, and what that does."""

    def cards(self) -> tuple[Card, ...]:
        """All stories, the newest first."""

    def story(self, name: str) -> Story:
        """A story by its id.

        Raises:
            NoSuchStoryError: If there is none.
        """

    def search(self, words: str) -> tuple[Hit, ...]:
        """Places where the words stand; at most so many as can be shown.

        Raises:
            QueryError: If that cannot be searched for.
        """

    def add(self, raws: Sequence[Raw | Gap], *, into: str, split: bool, progress: Progress) -> Made:
        """Take articles in.

        Args:
            raws: Inputs as they were read.
            into: The story that they belong to; "" for a new one, or wherever they fit.
            split: Group them into stories first.
            progress: Hears how far the work is.

        Raises:
            NothingToReadError: If no input gave an article.
            NoSuchStoryError: If there is no story ``into``.
        """

    def correct(self, story: str, edit: Edit, progress: Progress) -> str:
        """Carry out a correction; the id of the story to look at then.

        Raises:
            NoSuchStoryError: If there is no such story.
        """

    def merge(self, story: str, into: str, progress: Progress) -> str:
        """Move all articles of a story into another one; the id of that one.

        Raises:
            NoSuchStoryError: If one of them is not there.
        """

    def split(self, story: str, progress: Progress) -> tuple[str, ...]:
        """Make a story of each event that its articles tell of; their ids, its own first.

        Raises:
            NoSuchStoryError: If it is not there.
        """

    def delete(self, story: str) -> None:
        """Take a story from the list, the search and the feed; what it is made of stays.

        Raises:
            NoSuchStoryError: If it is not there.
        """

    def restore(self, story: str) -> None:
        """Bring a deleted story back.

        Raises:
            NoSuchStoryError: If it is not there.
        """

    def deleted(self) -> tuple[Card, ...]:
        """The stories that were deleted."""

    def undo(self, story: str, progress: Progress) -> str:
        """Take back the last correction of a story; the id of the story to look at then.

        Raises:
            NoSuchStoryError: If there is no such story.
            NothingToUndoError: If it has no correction that can be taken back.
        """

    def edits(self, story: str) -> tuple[Edit, ...]:
        """The corrections in force in a story, in order; none for a story that is not there."""
