"""The lines of a page in the order of its markup, with what the markup says they are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lxml.html import HtmlElement

from twosource.clean.characters import one_line
from twosource.clean.wording import markup
from twosource.model import BlockKind

_MOST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of a page.

    Attributes:
        text: Its words.
        kind: What the markup says it is; None where it says nothing.
        aside: Whether it stands beside the text: in navigation, a form, the readers' comments.
        tag: Of the block that holds it.
        order: Number of that block's element in the order of the page.
        parent: Number of the element around the block.
        name: Class and id of the block and of what is around it up to the line's section, innermost first.
        quoted: Whether it stands in a block quotation.
        article: Number of the nearest article element around it; 0 where there is none.
    """

    text: str
    kind: BlockKind | None
    aside: bool
    tag: str
    order: int = 0
    parent: int = 0
    name: str = ""
    quoted: bool = False
    article: int = 0


_BODY: Final = Leaf("", kind=None, aside=False, tag="body")


def leaves_of(tree: HtmlElement, order: Mapping[HtmlElement, int] | None = None) -> list[Leaf]:
    """All lines of a page, in order. Walks without recursion: a hostile page nests as deep as it likes.

    Args:
        tree: The page.
        order: Number of each element in the order of the page; all lines have 0 where it is not given.
    """
    order = order or {}
    found: list[Leaf] = []
    words: list[str] = []
    state = _BODY
    waiting: list[tuple[str, object, Leaf]] = [("break", None, _BODY), ("open", tree, _BODY)]
    while waiting:
        event, thing, inside = waiting.pop()
        if event == "open":
            waiting += reversed(_opened(thing, inside, order))
        elif event == "text":
            words.append(str(thing))
        else:
            line = one_line("".join(words))
            words.clear()
            found += [replace(state, text=line)] if line else []
            state = inside
    return found


def _opened(element: Any, outer: Leaf, order: Mapping[HtmlElement, int]) -> list[tuple[str, object, Leaf]]:  # noqa: ANN401 - lxml's
    """What an element comes to: words, breaks, and the elements in it, still to be opened."""
    tag = element.tag if isinstance(element.tag, str) else ""
    breaks = tag in markup().blocks or tag == "br" or _says_kind(element, tag)
    inner = _inside(element, tag, outer, order) if breaks else outer
    parts: list[tuple[str, object, Leaf]] = []
    if tag and tag not in markup().silent:
        parts.append(("text", element.text or "", inner))
        for child in element:
            parts += [("open", child, inner), ("text", child.tail or "", inner)]
        if inner.kind == "caption" and tag == "span":
            # Caption and credit stand in two spans, set apart by style alone.
            parts = [("text", " ", inner), *parts, ("text", " ", inner)]
    return [("break", None, inner), *parts, ("break", None, outer)] if breaks else parts


def _says_kind(element: object, tag: str) -> bool:
    name = _name(element) if tag in markup().inline else ""
    return bool(name and (markup().caption.search(name) or markup().credit.search(name)))


def _inside(element: HtmlElement, tag: str, outer: Leaf, order: Mapping[HtmlElement, int]) -> Leaf:
    """What holds in an element, as a line without words."""
    name = _name(element)
    beside = tag in markup().asides and not element.xpath(markup().page_form)
    aside = outer.aside or beside or bool(markup().comments.search(name) and tag != "body")
    kind = _kind_of(tag, name, outer.kind)
    quoted = outer.quoted or tag == "blockquote" or bool(markup().set_apart.search(name))
    if tag == "br":
        return replace(outer, kind=kind, aside=aside, quoted=quoted)
    names = f"{name} {outer.name}".strip()[:_MOST_NAME]
    number = order.get(element, 0)
    return Leaf("", kind, aside, tag, number, outer.order, names, quoted, number if tag == "article" else outer.article)


def _kind_of(tag: str, name: str, outer: BlockKind | None) -> BlockKind | None:
    """What an element's tag and name say of its words, or what is said of those around them, which a byline does not replace."""
    if markup().credit.search(name):
        return "credit"
    if tag in markup().headings:
        return "headline" if tag == "h1" else "subheading"
    if tag == "figcaption" or markup().caption.search(name):
        return "caption"
    return "byline" if outer is None and markup().byline.search(name) else outer


def _name(element: object) -> str:
    get = element.get  # type: ignore[attr-defined]
    return f"{get('class', '')} {get('id', '')}".strip()
