"""Whether a clause is told as something that happened: the kinds of words that say otherwise, and their near misses."""

import pytest

from invented import document
from twosource.language import NounPhrase, Row
from twosource.language.clause import is_predicate
from twosource.language.reports import reporting_of
from twosource.model import Modality, Polarity

NO = Polarity.NEGATIVE
YES = Polarity.POSITIVE
SOME = Polarity.PARTIAL


def told(text: str, predicate: str) -> tuple[Polarity, Modality]:
    """How the clause is told whose predicate is the word given."""
    one = document(text)
    for sentence in one.sentences:
        for clause in sentence.clauses:
            if clause.tree.words[clause.row].lower() == predicate:
                found = one.factuality_of(clause)
                assert len(found.rules) == len(found.cues)
                return found.polarity, found.modality
    raise AssertionError((text, predicate))


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Neither driver was killed.", "killed"),
        ("Hardly any sailor was hurt.", "hurt"),
        ("Nor was the captain arrested.", "arrested"),
        ("Nor was the captain arrested, police said.", "arrested"),
        ("Nor were the two guards charged.", "charged"),
        ("Neither was the second diver found.", "found"),
        ("Never had the weir been inspected.", "inspected"),
        ("Nobody was hurt, nor were any tools found.", "found"),
        ("At no stage did the wardens open the lock.", "open"),
        ("None of the 40 crew died.", "died"),
        ("Not one of the sailors was hurt.", "hurt"),
        ("Not a single house was lost.", "lost"),
        ("No one has been charged.", "charged"),
        ("No arrest has been made in the case.", "made"),
        ("There were no deaths.", "were"),
        ("Neither the mayor nor the harbour master was hurt.", "hurt"),
        ("The minister neither confirmed nor denied the report.", "confirmed"),
        ("The minister neither confirmed nor denied the report.", "denied"),
        ("The firm no longer sells the pump.", "sells"),
        ("The bridge failed to open on time.", "open"),
        ("The firm refused to pay the fine.", "pay"),
        ("He was unable to walk after the fall.", "walk"),
        ("Police prevented the men from entering the hall.", "entering"),
        ("The train stopped without anyone being hurt.", "hurt"),
        ("The crew is yet to be found.", "found"),
        ("It is not true that the dam broke.", "broke"),
        ("The mayor could not be reached.", "reached"),
        ("Neither captain could be reached.", "reached"),
        ("Neither side's toll was confirmed.", "confirmed"),
        ("The company avoided paying tax.", "paying"),
        ("Police arrested nobody.", "arrested"),
        ("No one was hurt or killed.", "killed"),
        ("Police said no one had been hurt.", "hurt"),
    ],
)
def test_what_is_said_not_to_have_happened_is_negative(text: str, predicate: str) -> None:
    assert told(text, predicate) == (NO, Modality.ACTUAL)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Nobody was hurt, but two cars were damaged.", "damaged"),
        ("He was not killed but only injured.", "injured"),
        ("The men were not only beaten but also robbed.", "beaten"),
        ("The road did not open until Friday.", "open"),
        ("No fewer than 40 people died.", "died"),
        ("The man who was not charged went home.", "went"),
        ("The guard did not fail to notice the smoke.", "notice"),
        ("The storm caused the roof to fall.", "fall"),
        ("Rescuers managed to reach the crew.", "reach"),
        ("The talks ended without a deal.", "ended"),
        ("A few houses burned.", "burned"),
        ("Officials denied that the reactor was damaged.", "damaged"),
        ("Officials did not say that the bridge was closed.", "was"),
        ("A woman with no ticket boarded the ferry.", "boarded"),
    ],
)
def test_a_negation_of_something_else_leaves_the_fact_alone(text: str, predicate: str) -> None:
    assert told(text, predicate) == (YES, Modality.ACTUAL)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [("Not all of the passengers survived.", "survived"), ("Few of the homes were saved.", "saved")],
)
def test_what_is_said_of_some_only_is_partial(text: str, predicate: str) -> None:
    assert told(text, predicate) == (SOME, Modality.ACTUAL)


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("If the dam fails, 3,000 will be killed.", "killed", Modality.HYPOTHETICAL),
        ("If the dam fails, 3,000 will be killed.", "fails", Modality.HYPOTHETICAL),
        ("The storm could have killed hundreds.", "killed", Modality.POSSIBLE),
        ("If the dam had failed, 3,000 would have died.", "died", Modality.HYPOTHETICAL),
        ("The ship may sink.", "sink", Modality.POSSIBLE),
        ("Perhaps the crew fled.", "fled", Modality.POSSIBLE),
        ("The bridge will open in May.", "open", Modality.FUTURE),
        ("The two are due to be sentenced on Friday.", "sentenced", Modality.FUTURE),
        ("The bishop is to be buried on Friday.", "buried", Modality.FUTURE),
        ("He said the plan would cut 40 jobs.", "cut", Modality.FUTURE),
        ("The plan would cut 40 jobs.", "cut", Modality.HYPOTHETICAL),
        ("The mayor plans to close the bridge.", "close", Modality.PLANNED),
        ("A plan to close the bridge was dropped.", "close", Modality.PLANNED),
        ("Rescuers tried to reach the crew.", "reach", Modality.ATTEMPTED),
        ("The union wants to end the strike.", "end", Modality.WISHED),
        ("The court ordered the firm to pay.", "pay", Modality.ASKED),
        ("The mayor should resign.", "resign", Modality.ASKED),
        ("She asked whether the ship had sunk.", "sunk", Modality.QUESTIONED),
        ("Did the ship sink?", "sink", Modality.QUESTIONED),
        ("He almost died in the crash.", "died", Modality.NEARLY),
        ("The minister is believed to have died.", "died", Modality.POSSIBLE),
        ("He went to the hall to meet the mayor.", "meet", Modality.PLANNED),
        ("There is no evidence that the man fled.", "fled", Modality.POSSIBLE),
    ],
)
def test_what_is_not_told_as_a_fact_says_as_what_it_is_told(text: str, predicate: str, modality: Modality) -> None:
    assert told(text, predicate) == (YES, modality)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The crew began to leave the ship.", "leave"),
        ("Nor was the woman held in May a nurse.", "held"),
        ("There were two men arrested.", "arrested"),
        ("The guard has lost 40 men, if the figure proves accurate.", "lost"),
        ("He went home and slept.", "slept"),
        ("After the dam failed, the town was cleared.", "cleared"),
        ("The ship, which may sink, reached the port.", "reached"),
        ("The man who tried to flee was held.", "held"),
        ("The mayor said the bridge was closed.", "was"),
        ("The road was closed so that it could be mended.", "closed"),
    ],
)
def test_doubt_about_another_clause_leaves_the_fact_alone(text: str, predicate: str) -> None:
    assert told(text, predicate) == (YES, Modality.ACTUAL)


def phrase(text: str, word: str) -> tuple[Polarity, Modality]:
    one = document(text)
    tree = next(tree for tree in one.trees if len(tree))
    row = next(Row(row) for row, said in enumerate(tree.words) if said == word)
    found = one.phrase_factuality_of(NounPhrase(tree, row))
    return found.polarity, found.modality


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("None of the 214 passengers was hurt.", "214", (NO, Modality.ACTUAL)),
        ("The fire was put out with no deaths.", "deaths", (NO, Modality.ACTUAL)),
        ("The talks ended without a deal.", "deal", (NO, Modality.ACTUAL)),
        ("If the dam fails, 3,000 will be killed.", "3,000", (YES, Modality.HYPOTHETICAL)),
        ("Nobody was hurt in the crash of two cars.", "cars", (YES, Modality.ACTUAL)),
        ("The union called for an inquiry.", "inquiry", (YES, Modality.PLANNED)),
        ("Two men were arrested.", "men", (YES, Modality.ACTUAL)),
    ],
)
def test_a_phrase_shares_what_is_said_of_the_clause_it_takes_part_in(
    text: str, word: str, wanted: tuple[Polarity, Modality]
) -> None:
    assert phrase(text, word) == wanted


def reporting(text: str, predicate: str) -> str:
    one = document(text)
    for sentence in one.sentences:
        for row in sentence.rows:
            if sentence.tree.words[row] == predicate and is_predicate(sentence.tree, row):
                clause = next(c for c in sentence.clauses if c.row == row)
                return reporting_of(one.reports_of(clause))
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("text", "predicate", "wanted"),
    [
        ("The dam broke.", "broke", "asserted"),
        ("Officials said the dam broke.", "broke", "reported"),
        ("Officials denied that the dam broke.", "broke", "denied"),
        ("Officials did not say that the dam broke.", "broke", "not said"),
        ("A man called the police to say that the dam broke.", "broke", "reported"),
        ("A man did not call the police to say that the dam broke.", "broke", "not said"),
        ("A man wants to say that the dam broke.", "broke", "not said"),
        ("Officials declined to say whether the dam broke.", "broke", "not said"),
        ("Officials would not say whether the dam broke.", "broke", "not said"),
        ("Officials denied saying that the dam broke.", "broke", "denied"),
    ],
)
def test_who_reports_a_clause_is_told_with_whether_they_did(text: str, predicate: str, wanted: str) -> None:
    assert reporting(text, predicate) == wanted
