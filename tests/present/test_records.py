import json

from present.sample import sample
from twosource.model import Story
from twosource.present.records import to_json, to_jsonl


def test_one_story_is_one_object_of_the_contract() -> None:
    assert Story.from_json(to_json([sample()])) == sample()


def test_several_stories_are_an_array_of_such_objects() -> None:
    several = json.loads(to_json([sample(), sample()]))
    assert [one["format"] for one in several] == ["twosource-story/1"] * 2
    assert json.loads(to_json([])) == []


def test_every_line_is_a_record_that_names_its_story() -> None:
    lines = [json.loads(line) for line in to_jsonl([sample()]).splitlines()]
    assert lines[0]["record"] == "story"
    assert lines[0]["title"] == sample().title
    assert len({line["story"] for line in lines}) == 1
    kinds = [line["record"] for line in lines]
    assert kinds.count("article") == 3
    assert kinds.count("statement") == len(sample().statements)
    assert kinds.count("check") == 2


def test_the_records_together_are_the_whole_story() -> None:
    whole = json.loads(sample().to_json())
    lines = [json.loads(line) for line in to_jsonl([sample()]).splitlines()]
    points = [
        {key: value for key, value in line.items() if key not in {"record", "story"}}
        for line in lines
        if line["record"] == "point"
    ]
    assert points == whole["points"]


def test_no_stories_are_no_lines() -> None:
    assert to_jsonl([]) == ""
