"""The benchmark's scorer on tiny invented stories, and what is published."""

import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "benchmark"
SCORE = runpy.run_path(str(FOLDER / "score.py"))
GOLD: dict[str, Any] = {
    "story": "s",
    "sha1": ["", "", ""],
    "claims": [
        {"relation": "same", "members": [[0, 0, 20], [1, 5, 25], [2, 0, 10]]},
        {"relation": "differs", "members": [[0, 30, 50], [2, 20, 40]]},
    ],
    "conflicts": [{"kind": "value", "members": [[0, 30, 50], [2, 20, 40]]}],
    "copied": [{"articles": [0, 1], "how": "verbatim"}, {"articles": [0, 2], "how": "quotation only"}],
}


def scored(**prediction: object) -> dict[str, float]:
    return dict(SCORE["score"]([GOLD], {"s": {"story": "s", **prediction}}))


def test_the_gold_itself_is_right_in_everything() -> None:
    found = scored(
        points=[one["members"] for one in GOLD["claims"]],
        conflicts=[GOLD["conflicts"][0]["members"]],
        origins=[[0, 1], [2]],
    )
    assert found == {**dict.fromkeys(found, 1.0), "origins off by": 0.0}


def test_nothing_predicted_finds_nothing_and_counts_every_article_as_an_origin() -> None:
    found = scored()
    assert {name: value for name, value in found.items() if value} == {"origins off by": 1.0}


def test_half_of_the_shorter_place_is_enough_and_less_is_not() -> None:
    assert scored(points=[[[0, 10, 20], [1, 5, 15]]])["claim recall"] == 0.25
    assert scored(points=[[[0, 19, 60], [1, 24, 60]]])["claim recall"] == 0


def test_joining_two_claims_costs_precision_and_not_recall() -> None:
    everything = [place for claim in GOLD["claims"] for place in claim["members"]]
    found = scored(points=[everything])
    assert found["claim recall"] == 1
    assert found["claim precision"] < 1


def test_places_of_one_article_are_no_pair() -> None:
    assert scored(points=[[[0, 0, 20], [0, 30, 50]]])["claim precision"] == 0


def test_a_conflict_between_places_that_agree_is_not_right() -> None:
    found = scored(conflicts=[[[0, 0, 20], [1, 5, 25]], [[0, 30, 50], [2, 20, 40]]])
    assert (found["conflicts found"], found["conflicts right"]) == (1, 0.5)


def test_a_shared_quotation_is_no_common_origin() -> None:
    found = scored(origins=[[0, 1, 2]])
    assert (found["origin recall"], found["origin precision"]) == (1, 0.3333)


def test_a_place_in_no_article_is_told() -> None:
    with pytest.raises(ValueError, match="not there"):
        scored(points=[[[7, 0, 1], [0, 0, 1]]])


def test_what_is_published_has_offsets_and_no_words() -> None:
    text = (FOLDER / "gold.jsonl").read_text(encoding="utf-8")
    stories = [json.loads(line) for line in text.splitlines()]
    assert len(stories) == 90
    assert text.isascii()
    words = {word for word in re.findall(r'"([^"]*)"', text) if " " in word}
    assert words <= {"other scope", "quotation only", "same agency", "shared release"}
    for story in stories:
        assert "articles" not in story
        assert all(re.fullmatch("[0-9a-f]{12}", known) for known in story["sha1"])
        assert all(start < end for claim in story["claims"] for _, start, end in claim["members"])
