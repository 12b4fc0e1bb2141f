"""The contract as a schema: what the program writes is valid by it, and it names the keys that the contract names."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from present.hostile import hostile
from present.sample import sample
from twosource.cli import app
from twosource.model import Story
from twosource.model.schema import schema

CONTRACT = (Path(__file__).parents[2] / "docs" / "story-json.md").read_text(encoding="utf-8")


def valid(story: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema()).validate(story)


@pytest.mark.parametrize("story", [sample(), hostile("Ferry \ud800 <b>"), Story(title="Nothing yet", version="0")])
def test_every_story_is_valid(story: Story) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    valid(json.loads(story.to_json()))


@pytest.mark.parametrize(
    "wrong", [{"format": "twosource-story/2"}, {"points": [{}]}, {"title": 3}, {"articles": "none"}]
)
def test_what_is_no_story_is_not_valid(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        valid({**sample().to_dict(), **wrong})


def test_keys_that_a_later_version_adds_are_allowed() -> None:
    later = {**sample().to_dict(), "later": 1}
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(later)) == []


def test_every_key_of_the_contract_is_in_the_schema_and_the_other_way_round() -> None:
    named = set(re.findall(r'"(\w+)"\s*:', CONTRACT.split("```jsonc")[1].split("```")[0])) - {"…"}
    keys = {key for part in schema()["$defs"].values() for key in part.get("properties", ())}
    assert named - keys == set()
    assert {key for key in keys if f'"{key}"' not in CONTRACT and f"`{key}`" not in CONTRACT} == set()


def test_attributes_are_described_in_the_words_of_the_model() -> None:
    figure = schema()["$defs"]["Figure"]
    assert figure["description"].startswith("A number")
    assert "content hash" in figure["properties"]["id"]["description"].lower()


def test_the_command_writes_it() -> None:
    assert json.loads(CliRunner().invoke(app, ["schema"]).output) == schema()
