"""What one input holds that is neither archive nor feed: an article, several in a document, the rows of a table, or a gap."""

from collections.abc import Iterator, Mapping

from twosource.model import Gap, Raw
from twosource.read.documents.detect import document_kind
from twosource.read.documents.open_document import articles_of_document
from twosource.read.found import Found
from twosource.read.kinds import kind_of
from twosource.read.raws import raw_of
from twosource.read.tables import raws_of_table


def articles_of(item: Found, columns: Mapping[str, str]) -> Iterator[Raw | Gap]:
    """The articles in an input's bytes, or the gap that says why there are none."""
    document = document_kind(item)
    if document:
        yield from articles_of_document(item, document, columns)
        return
    kind, detail = kind_of(item)
    if kind == "table":
        yield from raws_of_table(item, columns)
    elif kind == "empty":
        yield Gap(code="G102", where=item.name, detail=detail)
    elif kind in {"other", "feed"}:
        yield Gap(code="G103", where=item.name, detail=detail)
    else:
        yield from raw_of(item, html=kind == "html")
