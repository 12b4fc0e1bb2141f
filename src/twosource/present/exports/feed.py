"""Stories as an Atom feed, for feed readers and for whoever follows a library."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from twosource.model import Story
from twosource.present.changes import changes
from twosource.present.exports.documents import to_paste_body
from twosource.present.exports.naming import address_of, latest, urn
from twosource.present.index import Index
from twosource.text.article_names import article_names
from twosource.text.prose import listed

_ATOM: Final = "http://www.w3.org/2005/Atom"
_TITLE: Final = "Stories laid side by side by twosource"


def to_atom(stories: Sequence[Story]) -> str:
    """Stories as a feed, the newest first: one entry a story, its content the report as HTML.

    An entry is named by the story's earliest article, so that it is the same entry, changed, when later ones join.
    Equal stories give equal bytes: no clock is looked at.

    Source: RFC 4287.
    """
    feed = etree.Element("feed", xmlns=_ATOM)
    _add(feed, "title", _TITLE)
    _add(feed, "id", urn("stories"))
    _add(feed, "updated", max(map(latest, stories), default="1970-01-01T00:00:00Z"))
    _add(_add(feed, "author"), "name", "twosource")
    for story in sorted(stories, key=lambda one: (latest(one), one.id), reverse=True):
        _entry(_add(feed, "entry"), story)
    return etree.tostring(feed, encoding="unicode", pretty_print=True)


def _entry(entry: etree._Element, story: Story) -> None:
    _add(entry, "title", story.title)
    _add(entry, "id", urn(story.articles[0].id if story.articles else story.id))
    _add(entry, "updated", latest(story))
    _add(entry, "summary", _summary(story))
    for address in filter(None, map(address_of, story.articles)):
        _add(entry, "link", href=address, rel="related")
    _add(entry, "content", to_paste_body(story), type="html")


def _summary(story: Story) -> str:
    """Who has it; and what its last day brought, where it has several."""
    names = f"{listed(list(article_names(story.articles).values()))}."
    news = changes(Index(story))
    return f"{names} Since {news.since}: {'; '.join(news.told)}." if news else names


def _add(parent: etree._Element, name: str, words: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, name, attributes)
    element.text = "".join(sign for sign in words if sign.isprintable() or sign in "\n\t") or None
    return element
