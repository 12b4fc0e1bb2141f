"""What leaves no doubt whether two statements tell the same."""

from dataclasses import replace

import pytest

from compare.told import Teller
from twosource.compare.alignment.certain import Verdicts, verdicts_of
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


def verdicts(teller: Teller) -> tuple[Verdicts, list[str]]:
    """What leaves no doubt of an article's statements, and the words of each row."""
    index = StoryIndex.of_findings([teller.findings])
    couples = Couples(Tellings([Said(each, index) for each in index.statements.values()], index))
    return verdicts_of(couples), [index.verbatim(one.statement) for one in couples.tellings.each]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the ferry sank off Oss", "divers would search", True),
        ("the ferry sank off Oss", "divers would search the ferry", False),
    ],
)
def test_two_things_of_one_sentence_without_a_word_in_common_are_two(one: str, other: str, *, apart: bool) -> None:
    found, _ = verdicts(told_in_one_sentence(one, other))
    assert found.apart.tolist() == [apart]


MOSTLY = "The keeper called the sluice a leaking sieve."
HARDLY = "The keeper told the divers from Oss that the sluice by the old mill was tired and would be shut until winter."


@pytest.mark.parametrize(
    ("told", "quoted", "spoken"),
    [
        (MOSTLY[18:], ["a leaking sieve"], {"the sluice a leaking sieve.": "a leaking sieve"}),
        (HARDLY[34:], ["tired"], {}),
        (MOSTLY[18:], ["the sluice", "leaking sieve"], {}),
    ],
)
def test_a_sentence_that_is_mostly_one_quotation_is_one_telling_with_it(
    told: str, quoted: list[str], spoken: dict[str, str]
) -> None:
    teller = Teller(f"{MOSTLY} {HARDLY}", "weir.example").says(told, "the keeper", kind="paraphrase")
    for words in quoted:
        teller.says(words, "the keeper")
    found, rows = verdicts(teller)
    assert {rows[one]: rows[other] for one, other in found.spoken.items()} == spoken


def test_what_others_say_in_a_reporters_turn_are_two_remarks() -> None:
    turn = "The mayor says the gates held all night. And divers say nobody has looked at the pumps since Easter."
    teller = Teller(turn, "radio.example").says(turn, "Ana Orel")
    teller.says("the gates held all night", "the mayor", kind="paraphrase")
    teller.says("nobody has looked at the pumps", "divers", kind="paraphrase")
    found, rows = verdicts(teller)
    remarks = [[rows[row] for row in remark] for remark in found.cuts[rows.index(turn)]]
    assert remarks == [["the gates held all night"], ["nobody has looked at the pumps"]]
