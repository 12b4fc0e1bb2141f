"""The templates that pages and pictures are written with: nothing from an article is ever markup."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from twosource.present.anchors import anchor

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

_UNSAFE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NOSCRIPT: Final = re.compile("</?noscript>")
_APART: Final = re.compile(r"(<(?P<kind>style|script)\b.*?</(?P=kind)>)", re.DOTALL)
_TAG: Final = re.compile("(<[^>]*>)")
_PLAIN: Final = re.compile(r'="([A-Za-z0-9_#.-]+)"(?=[ >])')
_ENDS: Final = re.compile(
    r"</(?P<one>li|p|option)>\n*(?=<(?P=one)[ >])"
    r"|</p>\n*(?=<(?:blockquote|div|dl|ol|table|ul)[ >]|</(?:article|blockquote|details|div|figure|li|section)>)"
    r"|</li>\n*(?=</[ou]l>)|</dt>\n*(?=<dd[ >])|</dd>\n*(?=</div>)"
)
_MARKED: Final = re.compile(r'="([^"\']*&#34;[^"\']*)"')
_LED_TO: Final = re.compile(r'(?:href="#|data-with=")([^"]*)"')
_PLACE: Final = re.compile(r' (?:id|data-of)="([bkmw][0-9a-z]{8}(?:-[a-z0-9-]+)?)"')
_CSS_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_SPACE: Final = re.compile(r"\s*([{};,>]|(?<=[a-z]):(?= )|\n)\s*")
_LINES: Final = re.compile(
    r"\n+(?=\n|</?(?:article|blockquote|dd|details|div|dl|figure|h2|li|noscript|ol|p|path|section|summary|text|ul)\b)"
)


@cache
def environment(*rooms: str) -> "Environment":
    """Templates of the page and of pictures; those of other rooms go before them.

    Args:
        rooms: Packages with a folder ``templates``.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - slow to import

    from twosource.present.compiled import ROOMS, CompiledLoader  # noqa: PLC0415 - the same

    own, others = ([PackageLoader(room) for room in some] for some in (ROOMS, rooms))
    loaders: list[BaseLoader] = [*others, CompiledLoader(), *own]
    made = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["anchor"] = anchor
    made.filters["flat"] = _flat
    return made


def characters(page: str) -> str:
    """A page without what HTML cannot hold: control characters and lone surrogates are shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", page)


def tight_style(style: str) -> str:
    """A style sheet without comments and without space where none is needed.

    Example:
        >>> tight_style("/* all */ a, b { top: 0; left: calc(1px + 2px); }")
        'a,b{top:0;left:calc(1px + 2px)}'
    """
    return _CSS_SPACE.sub(r"\1", _CSS_COMMENT.sub("", style)).replace(";}", "}").strip()


def tight(page: str) -> str:
    r"""A page in fewer characters that every browser reads as the same page.

    Quotation marks are written as such in text, where they need no escape, and are left out around names in tags; an end
    that the next beginning implies is left out too. Style and script stay as they are.

    Args:
        page: As our templates write it: values in double quotation marks, text escaped.

    Example:
        >>> tight('<ul><li class="a">It&#39;s</li>\n<li title="a b">&lt;b&gt;</li></ul>')
        '<ul><li class=a>It\'s<li title="a b">&lt;b&gt;</ul>'
    """
    parts = _APART.split(page)
    # Every third part is the kind that the pattern names.
    return "".join(part if place % 3 else _tight(part) for place, part in enumerate(parts) if place % 3 != 2)  # noqa: PLR2004


def led_to(page: str) -> str:
    """A page on which a place in an article has a name only where something on the page leads to it.

    Args:
        page: As our templates write it, before it is made tight.

    Example:
        >>> led_to('<a href="#m12345678">x</a><b id="m12345678">x</b><b id="m87654321">y</b>')
        '<a href="#m12345678">x</a><b id="m12345678">x</b><b>y</b>'
    """
    wanted = {name for found in _LED_TO.finditer(page) for name in found[1].split()}
    return _PLACE.sub(lambda found: found[0] if found[1] in wanted else "", page)


def _tight(markup: str) -> str:
    parts = _TAG.split(_LINES.sub("", _ENDS.sub("", markup)))
    return "".join(
        _in_tag(part) if place % 2 else part.replace("&#39;", "'").replace("&#34;", '"')
        for place, part in enumerate(parts)
    )


def _in_tag(tag: str) -> str:
    """A tag with no more marks than it needs: a value that holds double quotation marks stands between single ones."""
    # The plain ones first: a value may itself hold what looks like one once its marks are written as such.
    bare = _PLAIN.sub(r"=\1", tag)
    single = _MARKED.sub(
        lambda found: "='{}'".format(found[1].replace("&#34;", '"')) if "&#39;" not in found[1] else found[0], bare
    )
    return single.replace("&#39;", "'")


def _flat(html: Markup) -> Markup:
    """Markup without ``noscript`` inside: one that stands in another would end it. No text of an article is touched: its ``<`` is escaped."""
    return Markup(_NOSCRIPT.sub("", html))  # noqa: S704 - it was markup, and is still
