"""The articles about one event, and all that follows from laying them side by side."""

from dataclasses import dataclass, field
from typing import Final

from twosource.model.article import Article
from twosource.model.figure import Figure, Moment
from twosource.model.gap import Gap
from twosource.model.ids import content_id
from twosource.model.passage import Origin, Passage
from twosource.model.point import Check, Conflict, Point, TimelineEntry
from twosource.model.statement import Source, Statement
from twosource.model.story_range import StoryRange
from twosource.model.wire import decode, encode

FORMAT: Final = "twosource-story/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story in the form of ``docs/story-json.md``. Order of the articles given changes nothing in it.

    Articles are sorted by time and id, findings by article and place, so that equal input gives equal bytes.

    Example:
        >>> empty = Story(title="Nothing yet", version="0")
        >>> Story.from_json(empty.to_json()) == empty
        True
    """

    format: str = FORMAT
    title: str
    articles: tuple[Article, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    passages: tuple[Passage, ...] = ()
    origins: tuple[Origin, ...] = ()
    points: tuple[Point, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    ranges: tuple[StoryRange, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    checks: tuple[Check, ...] = ()
    gaps: tuple[Gap, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    version: str

    @property
    def id(self) -> str:
        """A hash of the articles' ids: other articles are another story, whatever is found in them."""
        return content_id("y", *sorted(article.id for article in self.articles))

    def to_json(self) -> str:
        """The story as one line of JSON, keys in the order of the contract."""
        return encode(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Story":
        """Read a story back.

        Args:
            text: What ``to_json`` wrote, of the same format number. Unknown keys are ignored.

        Raises:
            FormatError: If the text is not JSON of this form, or its ``format`` is another.
        """
        return decode(text, cls, format_=FORMAT)
