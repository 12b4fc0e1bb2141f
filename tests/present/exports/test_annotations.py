"""Annotations: the words they quote are the article's, with what stands around them."""

import json

from rdflib import RDF, Graph, Namespace

from present.exports.addressed import addressed
from present.sample import sample
from twosource.present.exports.annotations import notes_of, to_annotations, to_hypothesis

OA = Namespace("http://www.w3.org/ns/oa#")
# What the official context says of the terms used here, so that nothing is fetched.
CONTEXT = {
    "oa": str(OA),
    "as": "https://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}


def items() -> list[dict[str, object]]:
    return list(json.loads(to_annotations([addressed()]))["first"]["items"])


def test_every_quoted_stretch_stands_in_its_article_behind_its_prefix() -> None:
    texts = {article.url or f"urn:twosource:{article.id}": article.text for article in addressed().articles}
    count = 0
    for item in items():
        for target in item["target"]:  # type: ignore[attr-defined] # our own JSON
            selector = target["selector"]
            assert selector["prefix"] + selector["exact"] + selector["suffix"] in texts[target["source"]]
            count += 1
    assert count > len(sample().figures)


def test_it_is_a_graph_of_annotations_with_targets_and_selectors() -> None:
    whole = json.loads(to_annotations([addressed()]))
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    found = Graph().parse(data=json.dumps({**whole, "@context": CONTEXT}), format="json-ld")
    annotations = set(found.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == whole["total"] == len(whole["first"]["items"])
    for one in annotations:
        for target in found.objects(one, OA.hasTarget):
            assert found.value(target, OA.hasSource)
            assert found.value(found.value(target, OA.hasSelector), OA.exact)


def test_a_quotation_in_pieces_has_a_target_a_piece() -> None:
    pieces = {note.id: len(note.spans) for note in notes_of(addressed())}
    assert max(pieces.values()) == 3


def test_a_mark_is_an_annotation_that_says_by_whom() -> None:
    words = [note.words for note in notes_of(addressed()) if "mark" in note.tags]
    assert any(one.startswith("Denied by the shipping line") for one in words)
    assert any(one.startswith("Unverified by the outlet") for one in words)


def test_hypothesis_gets_what_its_import_reads_for_articles_with_an_address_only() -> None:
    whole = json.loads(to_hypothesis([addressed()]))
    assert {"export_date", "export_userid", "client_version", "annotations"} == set(whole)
    assert {one["uri"] for one in whole["annotations"]} == {
        "https://wire.example/a?b=1&c=2_3",
        "https://bell.example/six-missing",
    }
    for one in whole["annotations"]:
        assert {"uri", "text", "tags", "target", "document"} <= set(one)
        assert [selector["type"] for selector in one["target"][0]["selector"]] == ["TextQuoteSelector"]
    assert json.loads(to_hypothesis([sample()]))["annotations"] == []
