"""schema.org: only words that the vocabulary has, and nothing that rates."""

import json

from rdflib import RDF, Graph
from rdflib.namespace import SDO

from present.exports.addressed import addressed
from twosource.model import Story
from twosource.present.exports.linked_data import to_jsonld


def graph(*stories: Story) -> Graph:
    return Graph().parse(data=to_jsonld(stories), format="json-ld")


def test_every_type_and_property_is_one_of_the_vocabulary() -> None:
    found = graph(addressed())
    terms = {str(kind) for _, name, kind in found if name == RDF.type} | {
        str(name) for _, name, _ in found if name != RDF.type
    }
    assert len(terms) > 20
    assert [term for term in terms if not SDO.__contains__(term)] == []


def test_quotations_are_verbatim_and_lead_to_their_article_and_speaker() -> None:
    found = graph(addressed())
    for quotation in found.subjects(RDF.type, SDO.Quotation):
        (article,) = found.objects(quotation, SDO.isPartOf)
        assert (article, RDF.type, SDO.NewsArticle) in found
    said = {
        str(found.value(one, SDO.text)): found.value(one, SDO.spokenByCharacter)
        for one in found.subjects(RDF.type, SDO.Quotation)
    }
    who = said["The lights went out, and then the whole deck was on its side."]
    assert str(found.value(who, SDO.name)) == "Petra Vance"


def test_a_claim_appears_in_the_articles_that_make_it_and_is_rated_by_nobody() -> None:
    found = graph(addressed())
    claims = list(found.subjects(RDF.type, SDO.Claim))
    assert len(claims) == len(addressed().points)
    assert max(len(list(found.objects(one, SDO.appearance))) for one in claims) == 3
    assert not {"ClaimReview", "Rating", "reviewRating"} & set(to_jsonld([addressed()]).split('"'))


def test_the_text_of_articles_stays_out() -> None:
    assert "articleBody" not in to_jsonld([addressed()])
    assert json.loads(to_jsonld([]))["@graph"] == []
