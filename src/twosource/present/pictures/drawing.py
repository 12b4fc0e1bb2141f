"""A picture as a file of its own: an SVG that needs no page around it."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from markupsafe import Markup

from twosource.errors import MissingExtraError
from twosource.model import Story
from twosource.present.index import Index
from twosource.present.pictures.behind import Behind, behind
from twosource.present.wording import counts_of, told
from twosource.present.writing import characters, environment, tight_style

if TYPE_CHECKING:
    from twosource.present.page.figures import Chart


_RASTER: Final = ("resvg-py", "pictures", "write a picture as PNG")
_AS_IS: Final = " !$()*+,-./:;=?@_{}|^'"
_BETWEEN: Final = re.compile(r"<title>.*?</title>|\n\s*", re.DOTALL)
_HEIGHT: Final = re.compile(r'height="([\d.]+)"')


def origins_svg(story: Story) -> str:
    """Who stands behind a story, as SVG with its title and its counts.

    Args:
        story: A story of any size.

    Returns:
        The whole file. Nothing in it leads anywhere or is fetched.
    """
    return behind_svg(behind(Index(story)), story.title, " · ".join(told(counts_of(story))))


def to_svg(stories: Sequence[Story]) -> str:
    """The pictures of stories under each other, as one SVG."""
    drawn = [origins_svg(story) for story in stories]
    if len(drawn) == 1:
        return drawn[0]
    tall = [float(found[1]) if (found := _HEIGHT.search(one)) else 0.0 for one in drawn]
    body = "".join(one.replace("<svg ", f'<svg y="{sum(tall[:place]):g}" ', 1) for place, one in enumerate(drawn))
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="740" height="{max(1.0, sum(tall)):g}">{body}</svg>\n'


def to_png(stories: Sequence[Story]) -> bytes:
    """The same as PNG, twice as large as it is drawn.

    Raises:
        MissingExtraError: If what draws it is not installed.
    """
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(*_RASTER) from error
    return bytes(svg_to_bytes(svg_string=to_svg(stories), zoom=2))


def behind_svg(picture: Behind, title: str, note: str) -> str:
    """The same of a picture that is laid out already."""
    return _drawn("origins.svg", picture=picture, title=title, note=note)


def chart_svg(chart: "Chart") -> str:
    """The values of one claim as SVG."""
    return _drawn("figures.svg", chart=chart)


def as_data(svg: str) -> str:
    """An SVG for a ``data:`` address, in few characters: without what the page itself shows on hover."""
    return quote(_BETWEEN.sub("", svg).replace('"', "'"), safe=_AS_IS)


def _drawn(template: str, **parts: object) -> str:
    made = environment().get_template(template).render(style=Markup(_style()), **parts)  # noqa: S704 - our own file
    return characters(made)


@cache
def _style() -> str:
    return tight_style((files("twosource.present.pictures") / "templates" / "picture.css").read_text(encoding="utf-8"))
