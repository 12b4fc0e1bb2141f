"""A component for spaCy's pipelines: ``nlp.add_pipe("twosource")`` lays statements and figures on a ``Doc``.

For example::

    import spacy

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("twosource")
    doc = nlp("At least two people died, harbour police said.")
    [(span.text, span.label_, span._.source) for span in doc.spans["statements"]]

The text is parsed once more by twosource's own parser: its rules know the quirks of that one, and whatever pipeline the
component stands in, the same words give the same findings.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from twosource.extract import extract
from twosource.model import Article, Block, Findings, content_id
from twosource.parse import EnglishParser

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
STATEMENTS: Final = "statements"
FIGURES: Final = "figures"
SOURCES: Final = "sources"

for _holder, _name in ((Doc, "twosource"), (Span, "source"), (Span, "twosource")):
    _holder.set_extension(_name, default=None, force=True)


class StatementsAndFigures:
    """What the component does. The parser is loaded at the first document."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._parser = EnglishParser()

    def __call__(self, doc: Doc) -> Doc:
        """Lay on a document what it says.

        Returns:
            The same document. ``doc.spans`` has three more groups: ``statements``, whose labels are ``quotation``,
            ``paraphrase`` and ``assertion``, a span for each stretch of what is said; ``figures``, whose labels are
            what happened to what is counted, else ``figure``; ``sources``, where they are named. ``span._.source`` is
            the source's fullest name, ``span._.twosource`` the ``Statement`` or ``Figure``, ``doc._.twosource`` all
            ``Findings``. Where a place begins or ends inside a token, the span holds the whole token.
        """
        article = _article(doc.text)
        found = extract(article, self._parser([article])[0])
        names = {source.id: source.name for source in found.sources}
        doc._.twosource = found
        doc.spans[STATEMENTS] = list(_statements(doc, found, names))
        doc.spans[FIGURES] = [
            span
            for one in found.figures
            if (span := _span(doc, one.start, one.end, one.measure or "figure", names.get(one.source or ""), one))
        ]
        doc.spans[SOURCES] = [
            span
            for one in found.statements
            if one.source_span
            and one.said
            and (
                span := _span(
                    doc, one.source_span.start, one.source_span.end, "source", names.get(one.source or ""), one
                )
            )
        ]
        return doc


@Language.factory("twosource")
def statements_and_figures(nlp: Language, name: str) -> StatementsAndFigures:  # noqa: ARG001 - spaCy calls it so
    """Make the component."""
    return StatementsAndFigures()


def _article(text: str) -> Article:
    """The document as an article whose lines are its paragraphs."""
    blocks = tuple(
        Block(kind="paragraph", start=line.start(), end=line.end(), reason="a line of the document")
        for line in _LINE.finditer(text)
    )
    article = Article(id=content_id("a", text), outlet="document", outlet_known=False, sha256="", text=text)
    return replace(article, blocks=blocks)


def _statements(doc: Doc, found: Findings, names: dict[str, str]) -> "Iterable[Span]":
    for one in found.statements:
        for place in one.content:
            span = _span(doc, place.start, place.end, one.kind, names.get(one.source or ""), one)
            if span and one.said:
                yield span


def _span(doc: Doc, start: int, end: int, label: str, source: str | None, about: object) -> Span | None:
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    if span is not None:
        span._.source = source
        span._.twosource = about
    return span
