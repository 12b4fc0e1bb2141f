"""Newsletters: a mail that holds several stories, each under a heading that leads to its own page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from twosource.language import lexicon_of
from twosource.read.page_tree import tree_of

_FEWEST: Final = 2
_FEWEST_WORDS: Final = 16  # of a story's text, so that a list of headlines is none
_MOST_TITLE: Final = 250  # characters
_MOST_BUTTON_WORDS: Final = 5
_MOST_CHARACTERS: Final = 8_000_000
_BOLD: Final = frozenset({"b", "strong"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a mail: its words, whether they stand as a heading, and the address that all of it leads to, if any."""

    text: str
    heading: bool
    address: str | None


@dataclass(slots=True)
class Told:
    """One story: its heading, its lines, the page that it leads to."""

    title: str
    address: str | None
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Newsletter:
    """The stories of a mail, and the lines that belong to none."""

    stories: tuple[Told, ...]
    others: tuple[str, ...]


def newsletter_in(markup: str) -> Newsletter | None:
    """The stories of a newsletter; None for a mail that is one text, whatever headings it has.

    A story begins at a heading, or a bold line, that leads to a page, or ends in a line that does nothing but lead
    to one. The headings of one long text lead nowhere.
    """
    stories: list[Told] = []
    others: list[str] = []
    for section in _sections(_lines(markup)):
        told = _story(section)
        if told:
            stories.append(told)
        else:
            others += [line.text for line in section]
    return Newsletter(tuple(stories), tuple(others)) if len(stories) >= _FEWEST else None


def _sections(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines from each heading up to the next."""
    section: list[Line] = []
    for line in lines:
        if line.heading and section:
            yield section
            section = []
        section.append(line)
    if section:
        yield section


def _story(section: Sequence[Line]) -> Told | None:
    first, rest = section[0], section[1:]
    buttons = [line for line in rest if line.address and len(line.text.split()) <= _MOST_BUTTON_WORDS]
    address = first.address or next((line.address for line in buttons), None)
    text = [line.text for line in rest if line not in buttons]
    if not first.heading or address is None or sum(len(line.split()) for line in text) < _FEWEST_WORDS:
        return None
    return Told(title=first.text, address=address, lines=text)


def _lines(markup: str) -> list[Line]:
    tree = tree_of(markup) if len(markup) <= _MOST_CHARACTERS else None
    return [] if tree is None else list(_lines_of(tree))


class _Style(NamedTuple):
    """How words stand: bold, as a link, in a heading."""

    bold: bool
    link: str | None
    heading: bool


def _lines_of(tree: Any) -> Iterator[Line]:  # noqa: ANN401 - an lxml element, which has no types
    """All lines, in order. Without recursion: a hostile mail nests as deep as it likes."""
    plain = _Style(bold=False, link=None, heading=False)
    words: list[tuple[str, _Style]] = []
    waiting: list[tuple[Any, _Style]] = [(None, plain), (tree, plain)]
    while waiting:
        thing, style = waiting.pop()
        if thing is None:
            yield from _line(words)
            words.clear()
        elif isinstance(thing, str):
            words.append((thing, style))
        else:
            waiting += reversed(_parts(thing, style))


def _line(words: Sequence[tuple[str, _Style]]) -> Iterator[Line]:
    """The line of some words, if there are any: whether all of it is bold, or one link."""
    styles = [style for one, style in words if one.strip()]
    if styles:
        text = " ".join("".join(one for one, _ in words).split())
        links = {style.link for style in styles}
        address = links.pop() if len(links) == 1 else None
        bold = address is not None and all(style.bold for style in styles)
        yield Line(text, (bold or all(style.heading for style in styles)) and len(text) <= _MOST_TITLE, address)


def _parts(element: Any, outer: _Style) -> list[tuple[Any, _Style]]:  # noqa: ANN401 - the same
    """What is in an element: words, elements, and None where a line ends; nothing in one that is not shown."""
    if not isinstance(element.tag, str) or element.tag in lexicon_of("all").markup.silent:
        return []
    style = _Style(
        bold=outer.bold or element.tag in _BOLD,
        link=_address(element) or outer.link,
        heading=outer.heading or element.tag in lexicon_of("all").markup.headings,
    )
    if element.tag == "br":
        return [(None, style)]
    parts: list[tuple[Any, _Style]] = [(element.text or "", style)]
    for child in element:
        parts += [(child, style), (child.tail or "", style)]
    return [(None, style), *parts, (None, style)] if element.tag in lexicon_of("all").markup.blocks else parts


def _address(element: Any) -> str | None:  # noqa: ANN401 - the same
    target = element.get("href", "").strip() if element.tag == "a" else ""
    return target if target.lower().startswith(("http://", "https://")) else None
