"""Stories as one self-contained HTML page: no network, works without scripts, nothing from an article is markup."""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from twosource.model import GAP_CODES, Gap, Story
from twosource.present.index import Index
from twosource.present.lead import facts, lead
from twosource.present.origins import letters
from twosource.present.page.arcs import Arcs, arcs
from twosource.present.page.checking import CheckView, checks
from twosource.present.page.figures import Chart, charts
from twosource.present.page.matrix import Matrix, matrix
from twosource.present.page.people import Person, people
from twosource.present.page.quotations import Quotation, quotations
from twosource.present.page.ranges import RangeView, ranges
from twosource.present.page.reading import ArticleView, articles
from twosource.present.page.times import Timeline, timeline

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Page", "characters", "contents", "render"]

_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """Everything the template shows of one story."""

    place: str
    title: str
    lead: tuple[str, ...]
    facts: tuple[str, ...]
    ranges: tuple[RangeView, ...]
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
    made = _environment().get_template("page.html").render(page=page, stories=page.stories)
    return characters(made)


def contents(stories: Sequence[Story]) -> Page:
    """What ``page.html`` shows, for whoever shows it in a frame of its own.

    Args:
        stories: In the order in which they are shown.
    """
    style, script = _resource("page.css"), _resource("page.js")
    return Page(
        stories=tuple(_view(story, place) for place, story in enumerate(stories, 1)),
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def characters(page: str) -> str:
    """A page without what HTML cannot hold: control characters and lone surrogates are shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", page)


def _view(story: Story, place: int) -> StoryView:
    index = Index(story)
    named = letters(index)
    return StoryView(
        place=f"y{place}",
        title=story.title or "Untitled story",
        lead=lead(index),
        facts=facts(index),
        ranges=ranges(index),
        checks=checks(index),
        matrix=matrix(index),
        charts=charts(index),
        quotations=quotations(index),
        arcs=arcs(index, named),
        timeline=timeline(index),
        people=people(index),
        articles=articles(index, named),
        gaps=tuple(_gap(index, gap) for gap in story.gaps),
        version=story.version,
    )


def _gap(index: Index, gap: Gap) -> tuple[str, str, str]:
    return (gap.code, index.outlets.get(gap.where, gap.where), gap.detail or GAP_CODES.get(gap.code, ""))


@cache
def _resource(name: str) -> str:
    return (files("twosource.present.page") / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What the page may do: use its own style and script, and nothing else."""
    allowed = [b64encode(sha256(part.encode()).digest()).decode() for part in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{allowed[0]}'; script-src 'sha256-{allowed[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only where a page is asked for

    return Environment(
        loader=PackageLoader("twosource.present.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
