"""ninjs: the keys of the standard, and our own reader takes it back."""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator

from present.exports.addressed import addressed
from present.exports.schemas import NINJS
from present.hostile import hostile
from twosource.pipeline import read
from twosource.present.exports.newsroom import to_ninjs

# Of the properties of ninjs 1.4 those that a text has.
PROPERTIES = {
    "uri", "type", "mimetype", "language", "headline", "byline", "firstcreated", "versioncreated", "infosources",
    "person", "organisation", "body_text",
}  # fmt: skip


def test_items_have_only_properties_of_the_standard_and_the_one_that_it_requires() -> None:
    for item in json.loads(to_ninjs([addressed()])):
        assert set(item) <= PROPERTIES
        assert re.match(r"(https?|urn):\S+$", item["uri"])
        assert item["type"] == "text"
        assert all(
            re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", item[key])
            for key in ("versioncreated",)
            if key in item
        )
        assert all({"name", "rel"} == set(one) for key in ("person", "organisation") for one in item.get(key, []))


def test_sources_of_an_article_are_named_in_its_item() -> None:
    wire = json.loads(to_ninjs([addressed()]))[0]
    assert {"name": "Petra Vance", "rel": "source"} in wire["person"]
    assert {"name": "the coastguard", "rel": "source"} in wire["organisation"]


def test_twosource_reads_it_back(tmp_path: Path) -> None:
    file = tmp_path / "story.ninjs"
    file.write_text(to_ninjs([addressed()]), encoding="utf-8")
    articles, gaps = read([file])
    assert [gap.code for gap in gaps if gap.code != "G203"] == []
    assert {one.headline for one in articles} == {one.headline for one in addressed().articles}
    told = {one.headline: one.text for one in articles}
    for article in addressed().articles:
        paragraphs = [block.span.of(article.text) for block in article.blocks if block.kind == "paragraph"]
        assert all(paragraph in told[article.headline] for paragraph in paragraphs)


def test_every_item_has_the_form_that_the_standard_is_published_with() -> None:
    for story in (addressed(), hostile('</script> & "x" {')):
        for item in json.loads(to_ninjs([story])):
            assert list(Draft202012Validator(NINJS).iter_errors(item)) == []
