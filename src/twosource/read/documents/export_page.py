"""Exports as a page: of Europresse, an article element for each document, whose parts are named by their classes; of Factiva, lines.

The names are those of the databases' forms; whatever of them is missing is left open.
"""

import re
from typing import Any, Final

from twosource.read.documents.export_forms import Exported, day_of_number, outlet_of
from twosource.read.documents.exports import documents_in
from twosource.read.page_tree import tree_of

_MARK: Final = re.compile(rb"class=[\"'][^\"'>]{0,80}(?:DocPublicationName|article \w\wArticle)", re.IGNORECASE)
_OUTLET: Final = ("docpublicationname",)
_HEADER: Final = ("docheader", "doctitresoussection")
_TITLE: Final = ("titrearticlevisu", "titrearticle")
_AUTHORS: Final = ("docauthors",)
_TEXT: Final = ("dococurrcontainer", "doctext")
_LINES: Final = ("p", "li", "h2", "h3", "h4", "blockquote")
_BLOCKS: Final = (*_LINES, "div")


def is_export_page(data: bytes) -> bool:
    """Whether a page is such an export."""
    return bool(_MARK.search(data[:2_000_000]))


def documents_on_page(text: str) -> list[Exported]:
    """The documents, in order; none where the page cannot be read."""
    tree = tree_of(text)
    if tree is None:
        return []
    named = [one for article in tree.iter("article") if (one := _document(article))]
    return named or documents_in([_words(one) for one in _leaves(tree, _BLOCKS)])


def _document(article: Any) -> Exported | None:  # noqa: ANN401 - an lxml element, which has no types
    body = _called(article, _TEXT)
    if body is None:
        return None
    title, outlet, header, authors = (_words(_called(article, names)) for names in (_TITLE, _OUTLET, _HEADER, _AUTHORS))
    return Exported(
        title=title or None,
        outlet=outlet_of(outlet) if outlet else None,
        published=day_of_number(" ".join(article.itertext())) or header or None,
        byline=(authors,) if authors else (),
        lines=tuple(filter(None, map(_words, _leaves(body, _LINES) or [body]))),  # all of it where it has no paragraphs
    )


def _called(article: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401 - the same
    """The first element that has one of the classes; of several names the first that is there."""
    elements = [one for one in article.iter() if isinstance(one.tag, str)]
    return next((one for name in names for one in elements if name in one.get("class", "").lower()), None)


def _words(element: Any) -> str:  # noqa: ANN401 - the same
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


def _leaves(body: Any, tags: tuple[str, ...]) -> list[Any]:  # noqa: ANN401 - the same
    return [one for one in body.iter(*tags) if not any(inner.tag in tags for inner in one.iterdescendants())]
