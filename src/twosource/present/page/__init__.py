"""Stories as one self-contained HTML page: no network, works without scripts, nothing from an article is markup."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from twosource.model import Gap, Story
from twosource.present.changes import Changes, changes
from twosource.present.excerpts import is_excerpted
from twosource.present.index import Index
from twosource.present.lead import agreement, several_events, ties, when
from twosource.present.page.arcs import Arcs, arcs
from twosource.present.page.checking import CheckLine, CheckView, checks, first_checks
from twosource.present.page.contest_cards import Card, cards
from twosource.present.page.figures import Chart, charts
from twosource.present.page.matrix import Matrix, matrix
from twosource.present.page.people import Person, people
from twosource.present.page.quotations import Quotation, quotations
from twosource.present.page.ranges import RangeView, ranges
from twosource.present.page.reading import ArticleView, articles
from twosource.present.page.times import Timeline, timeline
from twosource.present.pictures.behind import NARROW, Behind, behind
from twosource.present.pictures.drawing import as_data, behind_svg
from twosource.present.sharing import shareable
from twosource.present.wording import counts_of, told
from twosource.present.writing import characters, environment, led_to, tight, tight_style

__all__ = ["Page", "characters", "contents", "render", "script", "style"]

_STYLES: Final = ("ground", "first", "evidence", "matrix", "pictures", "reading", "small", "print")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """Everything the template shows of one story. ``single`` where it has one article, and nothing is compared."""

    place: str
    title: str
    single: bool
    excerpts: bool
    events: str
    counts: tuple[str, ...]
    when: str
    changes: Changes | None
    ties: tuple[str, ...]
    agreement: tuple[str, ...]
    ranges: tuple[RangeView, ...]
    contested: tuple[Card, ...]
    behind: Behind
    behind_narrow: Behind
    picture: str
    first: tuple[CheckLine, ...]
    checks: tuple[CheckView, ...]
    matrix: Matrix
    charts: tuple[Chart, ...]
    quotations: tuple[Quotation, ...]
    arcs: Arcs
    timeline: Timeline
    people: tuple[Person, ...]
    articles: tuple[ArticleView, ...]
    gaps: tuple[tuple[str, str, str], ...]
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page before it is written: its stories, its own style and script, and what it may do."""

    stories: tuple[StoryView, ...]
    style: str
    script: str
    policy: str


def render(stories: Sequence[Story]) -> str:
    """Stories as one HTML page that needs nothing else.

    Args:
        stories: In the order in which they are shown.

    Returns:
        The whole page. Its text is that of the articles, character by character; only what HTML cannot hold
        (control characters, lone surrogates) is shown as U+FFFD. A page that says so for no stories.
    """
    page = contents(stories)
    made = environment().get_template("page.html").render(page=page, stories=page.stories)
    return tight(led_to(characters(made)))


def contents(stories: Sequence[Story]) -> Page:
    """What ``page.html`` shows, for whoever shows it in a frame of its own.

    Args:
        stories: In the order in which they are shown.
    """
    return Page(
        stories=tuple(_view(shareable(story), place) for place, story in enumerate(stories, 1)),
        style=style(),
        script=script(),
        policy=_policy(style(), script()),
    )


@cache
def style() -> str:
    """The page's style, its parts in order."""
    return tight_style("".join(_resource(f"style/{part}.css") for part in _STYLES))


@cache
def script() -> str:
    """The page's script; none of its texts runs over lines."""
    return "\n".join(line.strip() for line in _resource("page.js").splitlines())


def _view(story: Story, number: int) -> StoryView:
    index = Index(story)
    place = f"y{number}"
    contested = cards(index)
    about = {card.row.partition("-")[2]: card.place for card in reversed(contested) if card.row}
    found = checks(index, place)
    picture, counts = behind(index), told(counts_of(story))
    return StoryView(
        place=place,
        title=story.called,
        single=len(story.articles) == 1,
        excerpts=is_excerpted(story),
        events=several_events(index),
        counts=counts,
        when=when(index),
        changes=changes(index),
        ties=ties(index),
        agreement=agreement(index),
        ranges=ranges(index),
        contested=contested,
        behind=picture,
        behind_narrow=behind(index, NARROW),
        picture=as_data(behind_svg(picture, story.title, " · ".join(counts))),
        first=first_checks(index, found),
        checks=found,
        matrix=matrix(index, about),
        charts=charts(index),
        quotations=quotations(index),
        arcs=arcs(index),
        timeline=timeline(index),
        people=people(index),
        articles=articles(index),
        gaps=tuple(_gap(index, gap) for gap in story.gaps),
        version=story.version,
    )


def _gap(index: Index, gap: Gap) -> tuple[str, str, str]:
    return (gap.code, index.outlets[gap.where], gap.told)


@cache
def _resource(name: str) -> str:
    return (files("twosource.present.page") / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What the page may do: use its own style and script, and nothing else."""
    allowed = [b64encode(sha256(part.encode()).digest()).decode() for part in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{allowed[0]}'; script-src 'sha256-{allowed[1]}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
