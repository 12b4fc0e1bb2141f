"""Bibliographies: read by what reads them."""

import json

from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator

from present.exports.addressed import addressed
from present.exports.schemas import CSL
from present.hostile import hostile
from twosource.present.exports.references import to_bibtex, to_csl


def test_every_article_is_an_entry_that_a_bibtex_reader_takes() -> None:
    library = parse_string(to_bibtex([addressed()]))
    assert library.failed_blocks == []
    first = library.entries[0].fields_dict
    assert len(library.entries) == 3
    assert first["author"].value == r"{Ines Cole} and {Tor \& Sons}"
    assert first["journal"].value == "Harrow Wire"
    assert first["date"].value == "2031-05-13"
    assert first["url"].value == "https://wire.example/a?b=1&c=2_3"


def test_an_undated_article_has_no_date_rather_than_a_guessed_one() -> None:
    library = parse_string(to_bibtex([addressed()]))
    assert "year" not in library.entries[2].fields_dict
    assert "issued" not in json.loads(to_csl([addressed()]))[2]


def test_signs_that_tex_reads_are_escaped() -> None:
    library = parse_string(to_bibtex([hostile("5 % of $3_000 {and} \\more # ~ ^ &")]))
    assert library.failed_blocks == []
    assert r"5 \% of \$3\_000 \{and\} \textbackslash{}more" in library.entries[0].fields_dict["title"].value


def test_an_article_of_two_stories_is_cited_once() -> None:
    assert to_bibtex([addressed(), addressed()]) == to_bibtex([addressed()])


def test_a_citation_processor_makes_a_bibliography_of_it() -> None:
    items = CiteProcJSON(json.loads(to_csl([addressed()])))
    bibliography = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right", validate=False), items, formatter.plain
    )
    for key in items:
        bibliography.register(Citation([CitationItem(key)]))
    lines = " ".join(str(line) for line in bibliography.bibliography())
    assert "Harrow Wire" in lines
    assert "Six missing after ferry disaster" in lines


def test_every_item_has_the_form_that_citation_data_is_published_with() -> None:
    for story in (addressed(), hostile('</script> & "x" {')):
        assert list(Draft202012Validator(CSL).iter_errors(json.loads(to_csl([story])))) == []
