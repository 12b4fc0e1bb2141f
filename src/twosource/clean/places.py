"""What the markup calls the place where a page's text stands: a window over the page, a form, the page of a fault."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from urllib.parse import urlsplit

from lxml.html import Element, HtmlElement

from twosource.clean.characters import word_count
from twosource.clean.metadata import articles_in
from twosource.clean.wording import markup
from twosource.text.pieces import key_of

_FEWEST_OFFERED = 4  # words of a barrier that offers something


class Places:
    """The places of a page, by what its markup calls them. Nothing is looked up before it is asked for."""

    def __init__(self, tree: HtmlElement | None = None, part: HtmlElement | None = None, source: str = "") -> None:
        """Args: tree: The page; it is only read. None for a text without its page. part: Its own part, in which alone fields and tests say something. source: The page as it came, with its programs."""
        self.is_page = tree is not None
        self._tree = Element("html") if tree is None else tree
        self._part = self._tree if part is None else part
        self._source = source

    @cached_property
    def is_article(self) -> bool:
        """Whether the page calls itself one: in its data, by the name of the page as a whole, or by marks in its text."""
        wholes = (_names(one) for one in self._tree.iter(*markup().whole_page))
        marked = any(map(markup().article_page.search, wholes)) or self._tree.xpath(markup().article_marks)
        return bool(marked) or any(articles_in(self._tree))

    @cached_property
    def has_its_address(self) -> bool | None:
        """Whether an address that the page gives itself may be an article's: not the site's as a whole, a fault's, a list's; None where it gives none."""
        paths = [urlsplit(str(one)).path for one in self._tree.xpath(markup().own_address)]
        return any(not markup().no_article_path.match(path) for path in paths) if paths else None

    @cached_property
    def signs(self) -> frozenset[str]:
        """Which signs of ``markup.yml`` its own part holds, or the whole page where their paths begin at its root."""
        return frozenset(name for name, path in markup().signs.items() if self._part.xpath(path))

    @property
    def guards(self) -> bool:
        """Whether a guard of the site sent it in place of another."""
        return bool(markup().guards.search(self._source))

    @cached_property
    def _called(self) -> list[tuple[str, HtmlElement]]:
        """Each element that has a name, with its names."""
        return [(names, element) for element in self._tree.iter() if (names := _names(element))]

    def hold(self, called: re.Pattern[str], lines: Sequence[str]) -> bool:
        """Whether most of the words of some lines stand in places that are called so; of the whole page the name has to be just that, since those of its parts and states stand there too."""
        held = [key_of(str(element.text_content())) for element in self._so(called)]
        inside = sum(word_count(line) for line in lines if any(key_of(line) in text for text in held))
        return 2 * inside > sum(map(word_count, lines))

    def parts(self, called: Sequence[re.Pattern[str]]) -> list[HtmlElement]:
        """The parts of the page that are called so; the page itself is none."""
        return [element for one in called for element in self._so(one) if element.tag not in markup().whole_page]

    def calls(self, path: str, lines: Sequence[str]) -> list[str]:
        """The words of the boxes behind some lines that stand at a path of ``markup.yml`` and hold a few."""
        boxes = self._tree.xpath(path)
        return list(self.behind((one for one in boxes if not markup().shared.search(_names(one))), lines))

    def linked(self, lines: Sequence[str]) -> float:
        """The share of the words of some lines that are those of links; 0 for none."""
        text = "\n".join(map(key_of, lines))
        links = (str(link.text_content()) for link in self._tree.iter("a"))
        return sum(word_count(one) for one in links if (key := key_of(one)) and key in text) / max(
            1, sum(map(word_count, lines))
        )

    @staticmethod
    def behind(elements: Iterable[HtmlElement], lines: Sequence[str]) -> Iterator[str]:
        """The words of those of some elements that hold a few, and stand in one element with some of the lines, behind them."""
        keys = [key_of(line) for line in lines]
        for element in elements:
            own, parent = str(element.text_content()), element.getparent()
            if parent is not None and word_count(own) >= _FEWEST_OFFERED:
                before = key_of(str(parent.text_content())).partition(key_of(own))[0]
                if any(key in before for key in keys):
                    yield own

    def _so(self, called: re.Pattern[str]) -> Iterator[HtmlElement]:
        for names, element in self._called:
            whole = element.tag in markup().whole_page
            if any(map(called.fullmatch, names.split())) if whole else called.search(names):
                yield element


def _names(element: HtmlElement) -> str:
    """Classes, id, role and the names of an element's data, in one line; nothing for what is no element."""
    if not isinstance(element.tag, str):
        return ""
    stated = {str(key): str(value) for key, value in element.attrib.items()}
    named = [value for key, value in stated.items() if key in markup().named_by]
    over = [] if element.tag in markup().whole_page else markup().styled.findall(stated.get("style", ""))
    return " ".join([*named, *over, *(key for key in stated if key.startswith(markup().data))])
