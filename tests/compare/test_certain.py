"""What leaves no doubt whether two statements tell the same."""

from dataclasses import replace

import pytest

from compare.told import Teller
from twosource.compare.alignment.certain import verdicts_of
from twosource.compare.alignment.couples import Couples
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.telling import Tellings
from twosource.text.story_index import StoryIndex

SENTENCE = "The ministry said that the ferry sank off Oss after dark and that divers would search the ferry at dawn."


def told_in_one_sentence(*words: str) -> Teller:
    """Statements that each have the whole sentence for a place, and some of its words for content."""
    teller = Teller(SENTENCE, "weir.example")
    for each in words:
        teller.says(each, kind="paraphrase")
    teller.statements = [replace(one, start=0, end=len(SENTENCE)) for one in teller.statements]
    return teller


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the ferry sank off Oss", "divers would search", True),
        ("the ferry sank off Oss", "divers would search the ferry", False),
    ],
)
def test_two_things_of_one_sentence_without_a_word_in_common_are_two(one: str, other: str, *, apart: bool) -> None:
    teller = told_in_one_sentence(one, other)
    index = StoryIndex.of_findings([teller.findings])
    couples = Couples(Tellings([Said(each, index) for each in index.statements.values()], index))
    assert verdicts_of(couples).apart.tolist() == [apart]
