"""A page that holds several whole articles, one under the other: a list of posts, or a page that goes on with the next story."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from lxml import html

from twosource.model import Raw
from twosource.read.feeds.entry import host_in
from twosource.read.page_tree import tree_of
from twosource.text.pieces import key_of

_FEWEST: Final = 2
_MOST_CHARACTERS: Final = 8_000_000
_FEWEST_PARAGRAPHS: Final = 2
_FEWEST_WORDS: Final = 24
_PARAGRAPH_CHARACTERS: Final = 40
_WORD_CHARACTERS: Final = 6  # about, in any script
_LINKED: Final = re.compile(r"<h[23]\b[^>]{0,500}>\s*<a\s|<a\s[^>]{0,500}>\s*<h[23]\b")
_ONE: Final = re.compile(
    r"og:type[\"'][^>]{0,50}article|\"@type\"\s*:\s*\"\w*Article", re.IGNORECASE
)  # the page calls itself one
_HEADINGS: Final = ("h1", "h2", "h3")
_BESIDE: Final = frozenset({"aside", "nav", "footer", "form"})


def articles_on_page(raw: Raw) -> Iterator[Raw]:
    """Each of the articles on a page as a page of its own, or the page as it is.

    Only article elements count that stand in no other, have a main heading of their own or one that links to their
    own page, and hold paragraphs: posts of a live blog have neither, teasers hold no text. On a page without such elements
    that does not call itself one, its parts of one name count, side by side, each under a heading that links to a page of one site. What the
    page says of itself goes with the article that it names, else with none.
    """
    parts = _parts(raw)
    if len(parts) < _FEWEST:
        yield raw
        return
    for number, (markup, address, named) in enumerate(parts, 1):
        yield replace(
            raw,
            name=f"{raw.name}#{number}",
            text=markup,
            sha256=sha256(markup.encode("utf-8", "replace")).hexdigest(),
            url=address or (raw.url if named else None),
            outlet=raw.outlet or host_in(raw.url) or None,
        )


def _parts(raw: Raw) -> list[tuple[str, str | None, bool]]:
    """Markup and address of each article, and whether it is the one that the page names."""
    marked = raw.text.count("<article")
    starts = marked or (0 if _ONE.search(raw.text) else len(_LINKED.findall(raw.text)))
    if starts < _FEWEST or len(raw.text) > _MOST_CHARACTERS or (tree := tree_of(raw.text)) is None:
        return []
    articles = [one for one in tree.iter("article") if _is_whole(one)] if marked else _of_one_name(tree, raw.url)
    if len(articles) < _FEWEST:
        return []
    outlet = _outlet_only(tree)
    titles = "".join(_titles(tree))
    named = next(
        (one for one in articles if (key := key_of("".join(_heading(one).itertext()))) and key in titles), None
    )
    head = tree.find("head")
    whole_head = "" if head is None else _markup(head)
    pages = (f"<html>{whole_head if one is named else outlet}<body>{_markup(one)}</body></html>" for one in articles)
    return [(page, _link(one, raw.url), one is named) for page, one in zip(pages, articles, strict=True)]


def _markup(element: Any) -> str:  # noqa: ANN401 - an lxml element, which has no types
    return str(html.tostring(element, encoding="unicode", with_tail=False))


def _of_one_name(tree: Any, base: str | None) -> list[Any]:  # noqa: ANN401 - the same
    """The parts of one name that stand beside each other, each an article with a page of its own; none where these are of several sites, or two lead to one."""
    groups: dict[Any, list[Any]] = {}
    for one in tree.iter("div", "section"):
        if one.get("class") and _heading(one) is not None:
            groups.setdefault((one.getparent(), one.get("class")), []).append(one)
    for group in groups.values():
        links = {link for one in group if (link := _link(one, base or "http://x.invalid/"))}
        sites = {urlsplit(link).netloc for link in links}
        if len(group) >= _FEWEST and len(links) == len(group) and len(sites) == 1 and all(map(_is_whole, group)):
            return group
    return []


def _is_whole(article: Any) -> bool:  # noqa: ANN401 - an lxml element, which has no types
    around = [one.tag for one in article.iterancestors()]
    heading = _heading(article)
    if "article" in around or not _BESIDE.isdisjoint(around) or heading is None:
        return False
    if heading.tag != "h1" and _link(article, "http://x.invalid/") is None:
        return False
    texts = [" ".join("".join(one.itertext()).split()) for one in article.iter("p")]
    long = [text for text in texts if len(text) >= _PARAGRAPH_CHARACTERS]
    return len(long) >= _FEWEST_PARAGRAPHS and sum(map(len, long)) >= _FEWEST_WORDS * _WORD_CHARACTERS


def _heading(article: Any) -> Any:  # noqa: ANN401 - the same
    return next((found for tag in _HEADINGS for found in article.iter(tag)), None)


def _link(article: Any, base: str | None) -> str | None:  # noqa: ANN401 - the same
    """The page of its own that an article's heading links to."""
    heading = _heading(article)
    links = [heading, *heading.iterancestors(), *heading.iter("a")]
    target = next((one.get("href") for one in links if one.tag == "a" and one.get("href")), None)
    if not target or target.startswith(("#", "javascript:", "mailto:")):
        return None
    try:
        whole = urljoin(base or "", target)
    except ValueError:
        return None
    return whole if whole.startswith(("http://", "https://")) else None


def _titles(tree: Any) -> Iterator[str]:  # noqa: ANN401 - the same
    for one in tree.iter("title", "meta"):
        if one.tag == "title" or one.get("property") == "og:title":
            yield key_of("".join(one.itertext()) if one.tag == "title" else one.get("content", ""))


def _outlet_only(tree: Any) -> str:  # noqa: ANN401 - the same
    """A head that says no more than whose page it is."""
    said = {"og:site_name", "application-name"}
    names = [_markup(one) for one in tree.iter("meta") if (one.get("property") or one.get("name")) in said]
    return f"<head>{''.join(names)}</head>"
