"""The articles about one event, and all that follows from laying them side by side."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from twosource.model.article import Article
from twosource.model.figure import Figure, Moment
from twosource.model.gap import Gap
from twosource.model.ids import content_id
from twosource.model.passage import Origin, Passage
from twosource.model.point import Check, Conflict, Point, TimelineEntry
from twosource.model.statement import Source, Statement
from twosource.model.story_range import StoryRange
from twosource.model.wire import decode, encode

if TYPE_CHECKING:
    from pandas import DataFrame

FORMAT: Final = "twosource-story/1"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Story:
    """A story in the form of ``docs/story-json.md``. Order of the articles given changes nothing in it.

    Articles are sorted by time and id, findings by article and place, so that equal input gives equal bytes.

    Attributes:
        events: Ids of the articles of each event, the largest first, where articles that were given as one story look
            like several; empty where they look like one.

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
    events: tuple[tuple[str, ...], ...] = ()
    gaps: tuple[Gap, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    version: str

    @property
    def called(self) -> str:
        """Its title, or that it has none."""
        return self.title or "Untitled story"

    @property
    def id(self) -> str:
        """A hash of the articles' ids: other articles are another story, whatever is found in them."""
        return content_id("y", *sorted(article.id for article in self.articles))

    def __repr__(self) -> str:
        """One line: the title, and how many of what."""
        whole = sum(origin.point is None for origin in self.origins)
        counts = (
            f"{len(self.articles)} articles, {whole} origins, {len(self.sources)} sources, {len(self.points)} points, "
            f"{len(self.conflicts)} conflicts, {len(self.checks)} to check, {len(self.gaps)} gaps"
        )
        return f"<Story {self.title!r}: {counts}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the report, in a box that scrolls."""
        from twosource.present.exports.documents import to_paste_body  # noqa: PLC0415 - only in a notebook

        return f'<div style="max-height: 36em; overflow: auto">{to_paste_body(self)}</div>'

    def to_dict(self) -> dict[str, Any]:
        """The story as ``docs/story-json.md`` has it, in Python's own dicts, lists, strings and numbers."""
        return cast("dict[str, Any]", json.loads(self.to_json()))

    def to_frame(self, table: str = "sayings") -> "DataFrame":
        """One of the story's tables as a data frame of pandas, each row with its words and where they stand.

        Args:
            table: ``sayings`` (who says what, point by point), ``points``, ``statements``, ``figures``, ``marks``,
                ``differences``, ``conflicts``, ``ranges``, ``sources``, ``articles``, ``origins``, ``passages``,
                ``timeline``, ``moments``, ``checks`` or ``gaps``.

        Returns:
            Columns typed: text, ``Int64``, ``Float64``, ``boolean``; missing where nothing is known. No rows where the
            story has none.

        Raises:
            UnknownFormatError: If there is no such table.
            MissingExtraError: If pandas is not installed.
        """
        from twosource.present.exports.frames import frame_of  # noqa: PLC0415 - only where a frame is asked for

        return frame_of(self, table)

    def save(self, path: str | Path, form: str | None = None) -> None:
        """Write the story to a file.

        Args:
            path: Its ending chooses the form: ``.html``, ``.json``, ``.xlsx``, ``.csv``, ``.md``, ``.bib`` and others.
            form: A form by its name; goes before the ending.

        Raises:
            UnknownFormatError: If the ending or the name is no form.
            MissingExtraError: If what writes the form is not installed.
            OSError: If the file cannot be written.
        """
        from twosource.present.formats import format_named, format_of  # noqa: PLC0415 - only where it is asked for

        target = Path(path)
        target.write_bytes((format_named(form) if form else format_of(target)).make([self]))

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
