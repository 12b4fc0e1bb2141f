"""The tree of a page's markup."""

from typing import Any

from lxml import etree, html


def tree_of(markup: str) -> Any:  # noqa: ANN401 - an lxml element, which has no types
    """The page, without comments; None where it cannot be read."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
