"""What the markup calls the place where a page's text stands: a window over the page, a form, the page of a fault."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lxml.html import Element, HtmlElement

from twosource.clean.characters import key_of, word_count
from twosource.clean.wording import markup

_FEWEST_OFFERED = 4  # words of a barrier that offers something


class Places:
    """The places of a page, by what its markup calls them. Nothing is looked up before it is asked for."""

    def __init__(
        self, tree: HtmlElement | None = None, part: HtmlElement | None = None, *, is_article: bool = False
    ) -> None:
        """Args: tree: The page; it is only read. None for a text without its page. part: Its own part, in which alone fields, tests and buttons say something. is_article: Whether the page's data call it one."""
        self.is_page = tree is not None
        self._tree = Element("html") if tree is None else tree
        self._part = self._tree if part is None else part
        self.is_article = is_article

    @cached_property
    def _called(self) -> list[tuple[str, HtmlElement]]:
        """Each element that has a name, with its names."""
        return [(names, element) for element in self._tree.iter() if (names := _names(element))]

    def hold(self, called: re.Pattern[str], lines: Sequence[str]) -> bool:
        """Whether most of the words of some lines stand in places that are called so.

        Of the whole page the name has to be just that: those of its parts and states stand there too.
        """
        return _hold(self._so(called), lines)

    def outside(self, called: Sequence[re.Pattern[str]], lines: Sequence[str]) -> list[str]:
        """The lines that stand in no part of the page that is called so."""
        held = [key_of(str(element.text_content())) for element in self.parts(called)]
        return [line for line in lines if not any(key_of(line) in text for text in held)]

    def parts(self, called: Sequence[re.Pattern[str]]) -> list[HtmlElement]:
        """The parts of the page that are called so; the page itself is none."""
        return [element for one in called for element in self._so(one) if element.tag not in markup().whole_page]

    def offers(self, called: re.Pattern[str], lines: Sequence[str]) -> bool:
        """Whether a place that is called so, and holds a few words, stands in one element with some of the lines, behind them."""
        keys = [key_of(line) for line in lines]
        for element in self.parts([called]):
            own, parent = str(element.text_content()), element.getparent()
            if parent is not None and word_count(own) >= _FEWEST_OFFERED:
                before = key_of(str(parent.text_content())).partition(key_of(own))[0]
                if any(key in before for key in keys):
                    return True
        return False

    def _so(self, called: re.Pattern[str]) -> Iterator[HtmlElement]:
        for names, element in self._called:
            if element.tag in markup().whole_page:
                if any(map(called.fullmatch, names.split())):
                    yield element
            elif called.search(names):
                yield element

    def ask_who_reads(self, lines: Sequence[str] = ()) -> bool:
        """Whether a form of the page itself, and not of its head or foot, asks for a password: beside most of the words of some lines, if there are any."""
        fields = self._part.xpath(markup().password_fields)
        own = (one for one in fields if not any(around.tag in markup().frame for around in one.iterancestors()))
        return any(_beside(field, lines) for field in own)

    @property
    def test_who_reads(self) -> bool:
        """Whether a frame of the page shows a test."""
        return bool(self._part.xpath(markup().tests))

    @property
    def buttons(self) -> int:
        """How many buttons stand outside of its head and foot, and of what shares it or offers more."""
        return sum(
            not any(one.tag in markup().frame or markup().card.search(_names(one)) for one in button.iterancestors())
            for button in self._part.xpath(markup().buttons)
        )

    @property
    def lead_on(self) -> bool:
        """Whether the page sends its reader to another."""
        return bool(self._tree.xpath(markup().leads_on))


def _hold(elements: Iterable[HtmlElement], lines: Sequence[str]) -> bool:
    """Whether most of the words of some lines stand in these elements."""
    held = [key_of(str(element.text_content())) for element in elements]
    inside = sum(word_count(line) for line in lines if any(key_of(line) in text for text in held))
    return 2 * inside > sum(map(word_count, lines))


def _beside(field: HtmlElement, lines: Sequence[str]) -> bool:
    """Whether a field stands in one part of the page with the lines: in the element around its form, where that is not the whole page."""
    form = next((one for one in field.iterancestors() if one.tag in markup().forms), field)
    around = form.getparent()
    return not lines or (around is not None and around.tag not in markup().whole_page and _hold([around], lines))


def _names(element: HtmlElement) -> str:
    """Classes, id, role and the names of an element's data, in one line; nothing for what is no element."""
    if not isinstance(element.tag, str):
        return ""
    stated = {str(key): str(value) for key, value in element.attrib.items()}
    named = [value for key, value in stated.items() if key in markup().named_by]
    return " ".join([*named, *(key for key in stated if key.startswith(markup().data))])
