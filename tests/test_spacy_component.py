"""The component in somebody else's pipeline."""

import spacy

import twosource.spacy_component  # noqa: F401 - registers itself
from twosource.model import Findings

TEXT = "At least two people died, harbour police said.\n“We saw it turn,” said Ilse Brandt, a crane driver."


def test_statements_figures_and_sources_are_spans_of_the_document() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("twosource")
    doc = nlp(TEXT)
    said = [(span.text, span.label_, span._.source) for span in doc.spans["statements"]]
    assert ("At least two people died", "paraphrase", "harbour police") in said
    assert any("We saw it turn" in words and who == "Ilse Brandt" for words, _, who in said)
    (figure,) = doc.spans["figures"]
    assert (figure.text, figure.label_, figure._.twosource.low) == ("At least two", "killed", 2)
    assert ("Ilse Brandt, a crane driver", "Ilse Brandt") in [
        (span.text, span._.source) for span in doc.spans["sources"]
    ]
    assert isinstance(doc._.twosource, Findings)


def test_an_empty_document_has_nothing() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("twosource")
    for text in ("", "  \n "):
        doc = nlp(text)
        assert [len(doc.spans[name]) for name in ("statements", "figures", "sources")] == [0, 0, 0]
