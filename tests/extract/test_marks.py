from dataclasses import dataclass

import pytest

from invented import article, document, parsed, resolver
from twosource.extract import extract
from twosource.extract.marks import find_marks
from twosource.language import document_of
from twosource.model import Figure, Findings, Span, Statement, content_id


@dataclass(frozen=True)
class Seen:
    kind: str
    words: str
    over: tuple[str, ...]
    by: str | None


def seen(text: str, outlet: str = "invented.example") -> list[Seen]:
    one = article(text, outlet=outlet)
    return marks_of(extract(one, parsed(one)))


def marks_of(findings: Findings) -> list[Seen]:
    text = findings.article.text
    names = {source.id: source.name for source in findings.sources}
    over: dict[tuple[int, str, str, str | None], list[str]] = {}
    for statement in findings.statements:
        for mark in statement.marks:
            key = (mark.start, mark.kind, mark.span.of(text), names.get(mark.by or ""))
            over.setdefault(key, []).append(" … ".join(part.of(text) for part in statement.content))
    return [
        Seen(kind, words, tuple(places), by)
        for (_, kind, words, by), places in sorted(over.items(), key=lambda x: x[0][:2])
    ]


def test_a_claim_one_sentence_back_is_unverified_and_its_neighbour_is_not() -> None:
    (mark,) = seen("The guild said the vault was empty. The count could not be verified. Rain fell on Sarnt.")
    assert mark.kind == "unverified"
    assert mark.by is None
    assert len(mark.over) == 1
    assert "the vault was empty" in mark.over[0]


def test_claims_reach_the_run_of_one_speaker() -> None:
    found = seen(
        "General Ovrit said the pass had fallen.\nHe claimed the wells were full and that nobody had fled.\n"
        "The claims could not be immediately verified.\nThe price of salt doubled."
    )
    over = " ".join(place for mark in found for place in mark.over)
    assert {mark.kind for mark in found} == {"unverified"}
    assert "the pass had fallen" in over
    assert "the wells were full" in over
    assert "salt" not in over


def test_a_figure_disputed_by_somebody_names_them() -> None:
    (mark,) = seen("Kolvia says 400 of its rival's barges were sunk, a figure disputed by the Drenish admiralty.")
    assert (mark.kind, mark.by) == ("disputed", "the Drenish admiralty")


def test_a_denial_with_its_own_clause_stays_in_its_sentence() -> None:
    marks = seen("The baker said the mill was closed. The miller denied that he had watered the flour.")
    assert [mark.kind for mark in marks] == ["denied"]
    assert all("watered the flour" in place for mark in marks for place in mark.over)


def test_the_outlet_that_could_not_verify_is_itself_and_not_a_source() -> None:
    (mark,) = seen(
        "The guild said the vault was empty. The Harbour Post could not verify the claim.", outlet="harbourpost.example"
    )
    assert (mark.kind, mark.by) == ("unverified", None)


@pytest.mark.parametrize(
    "text",
    [
        "A judge denied bail to the ferryman.",
        "The senate confirmed her as harbour minister.",
        "No one disputes that the mill is old.",
        "The reeve did not deny that he had met the miller.",
        "She appeared in court on Friday.",
        "The board rejected the offer of nine crowns a share.",
        "The ministry declined to confirm the report.",
        "Troops withdrew from the disputed valley.",
        "It is clear that the harvest failed.",
        "The flood claimed eleven lives.",
        "They listed the heron as rare, but then denied it the shelter that the act provides.",
        "The patrol boat altered course and challenged them.",
        "She walked back through the gate and left.",
        "If the finding is confirmed, it will be big news.",
        "A post by the guild questioned why it was necessary to shut the mill.",
        "She made a film called The Tide, which played off of pulp fiction.",
        "The council said 60 homes had been cleared by noon and the road was known to be safe.",
    ],
)
def test_words_that_only_look_like_marks_are_none(text: str) -> None:
    assert seen(text) == []


def test_independently_verified_is_confirmed_and_not_unverified() -> None:
    found = seen("The ledger's account was independently verified by two notaries.")
    assert [(mark.kind, mark.by) for mark in found] == [("confirmed", "two notaries")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The barge reportedly struck a pier.", "hedged"),
        ("It was unclear whether anybody was aboard.", "hedged"),
        ("Nine sailors are thought to have swum ashore.", "hedged"),
        ("Earlier reports said five boats had sunk.", "corrected"),
        ("The tale of the drowned bell proved false.", "corrected"),
        ("Unconfirmed reports said the lock had burst.", "unverified"),
    ],
)
def test_a_kind_for_each_wording(text: str, kind: str) -> None:
    assert [mark.kind for mark in seen(text)] == [kind]


def hand_made(text: str) -> tuple[Findings, Figure]:
    one = article(text)
    said = one.text.index("said ") + 5
    end = one.text.index(".")
    asked = document_of(one, parsed(one))
    who = resolver(asked)
    statement = Statement(
        id=content_id("t", one.id, said), article=one.id, kind="paraphrase", start=0, end=end,
        content=(Span(start=said, end=end),), cue=Span(start=said - 5, end=said - 1), source=who.speaks(Span(start=0, end=9), end).entity,
    )  # fmt: skip
    start = one.text.index("40")
    figure = Figure(id="f", article=one.id, start=start, end=start + 2, low=40, high=40, counted="mules")
    statements, (marked,) = find_marks(asked, (statement,), (figure,), who)
    return Findings(article=one, statements=statements, sources=who.sources()), marked


def test_a_figure_in_the_marked_statement_carries_the_mark() -> None:
    _, figure = hand_made("The guild said 40 mules had been lost. The number could not be verified.")
    assert [mark.kind for mark in figure.marks] == ["unverified"]


def test_a_holder_who_is_no_source_yet_becomes_one() -> None:
    findings, _ = hand_made("The guild said 40 mules had been lost. Moscow disputed that figure.")
    assert [source.name for source in findings.sources] == ["The guild", "Moscow"]
    ids = {source.id for source in findings.sources}
    assert {mark.by for statement in findings.statements for mark in statement.marks} <= ids


def test_an_article_without_marks_comes_back_as_it_was() -> None:
    asked = document("The guild met at noon.")
    assert find_marks(asked, (), (), resolver(asked)) == ((), ())


def test_marks_stand_inside_the_text_and_in_order() -> None:
    one = article("Lenz allegedly sold the plans, which he denies. It is unclear why. The report proved false.")
    for statement in extract(one, parsed(one)).statements:
        spans = [(mark.start, mark.end) for mark in statement.marks]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(one.text) for start, end in spans)


def test_a_thousand_denials_do_not_stall() -> None:
    asked = document("He denied it. " * 400 + "The claims could not be verified. " * 400)
    assert isinstance(find_marks(asked, (), (), resolver(asked)), tuple)


def test_hedges_listed_in_quotation_marks_are_only_spoken_of() -> None:
    assert not seen("Each column of Port Arden's paper used “allegedly” and “reportedly” twice.")


def test_a_single_hedge_in_quotation_marks_is_used() -> None:
    (mark,) = seen("The clerk “allegedly” stole a boat in Port Arden.")
    assert (mark.kind, mark.words) == ("hedged", "allegedly")


def test_the_number_is_one_given_before_and_not_a_clause_without_one() -> None:
    (mark,) = seen("The guild said 40 barges had sunk. It named no barge, and the figure could not be verified.")
    assert mark.over == ("40 barges had sunk",)


def test_a_number_of_the_same_sentence_is_meant_where_there_is_one() -> None:
    (mark,) = seen("The reeve spoke at noon. The guild said 40 barges had sunk, but the figure could not be verified.")
    assert "40 barges had sunk" in mark.over[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The minister denied it the next day.", "denied"),
        ("The minister walked back the claim.", "corrected"),
        ("The mayor confirmed the count.", "confirmed"),
        ("The guild challenged this figure.", "disputed"),
        ("The guild questioned whether 40 barges had sunk.", "disputed"),
        ("The minister called the report pure fiction.", "denied"),
    ],
)
def test_near_misses_of_those_words_are_marks(text: str, kind: str) -> None:
    assert kind in {mark.kind for mark in seen("The guild said 40 barges had sunk.\n" + text)}
