"""A story as a text to read, pass on or paste: what stands in it, before anything says how it looks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.model import Article, Figure, Point, Story
from twosource.present.checklist import gathered
from twosource.present.exports.columns import marked, said
from twosource.present.index import Index
from twosource.present.ranking import ranked
from twosource.present.wording import closed, dated, seen, span_of_time
from twosource.text.prose import opened


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the story's title."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two."""

    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list."""

    lead: str  # who or what the line is about; stands out
    words: str = ""  # what is said of it
    quoted: str = ""  # exact characters of an article; empty where none are shown
    after: str = ""  # what stands behind them: source, marks
    address: str | None = None  # where ``lead`` leads to; None where nowhere


Part = Heading | Paragraph | Item


def report(story: Story) -> Iterator[Part]:
    """The parts of a report, in order: articles, what to check, where accounts differ, who says what, times, gaps."""
    index = Index(story)
    yield Heading(1, _line(story.title))
    yield from (_article(index, article) for article in story.articles)
    yield from _section("To check", _checks(story))
    yield from _section("Where accounts exclude each other", (Item("", _line(one.detail)) for one in story.conflicts))
    several, single = ranked(index)
    yield from _section("Who says what", (part for point in several for part in _point(index, point)))
    yield from _section("In one article only", (part for point in single for part in _saying(index, point)))
    yield from _section(
        "When", (Item(span_of_time(one.earliest, one.latest), _line(one.label)) for one in story.timeline)
    )
    yield from _section("What could not be read or decided", (Item(one.where, _line(one.detail)) for one in story.gaps))
    yield Paragraph(
        f"Made with twosource {story.version}. It says who says what and where accounts differ, never what is true."
    )


def _section(title: str, parts: Iterable[Part]) -> Iterator[Part]:
    """A heading with what stands under it; nothing where nothing does."""
    inside = list(parts)
    if inside:
        yield Heading(2, title)
        yield from inside


def _article(index: Index, article: Article) -> Item:
    via = f", via {', '.join(article.via)}" if article.via else ""
    address = article.url if article.url and article.url.startswith(("http://", "https://")) else None
    return Item(
        index.name(article.id), f"{_line(article.headline or 'no headline')} ({dated(article)}{via})", address=address
    )


def _checks(story: Story) -> Iterator[Item]:
    for _, head, items in gathered(story.checks):
        rests = [rest for rest, _ in items if rest]
        yield Item("", " ".join([closed(_line(head)), *(_line(rest) for rest in rests)]))


def _point(index: Index, point: Point) -> Iterator[Part]:
    yield Heading(3, _line(point.label))
    yield Paragraph(closed(opened(_line(point.standing.detail or point.reason))))
    yield from _saying(index, point)
    for one in point.differences:
        yield Item("Differs", f"{one.kind}: {_line(one.detail)}")


def _saying(index: Index, point: Point) -> Iterator[Item]:
    for member in index.members(point):
        after = [index.called(member) or "", marked(index, member.marks)]
        counted = f"{member.counted} {member.measure or ''}" if isinstance(member, Figure) else ""
        who = index.name(member.article)
        yield Item(who, _line(counted), _line(said(index, member)), _line("; ".join(filter(None, after))))


def _line(words: str) -> str:
    """Words on one line, with what is not seen made visible."""
    return " ".join(seen(words).split())
