from dataclasses import replace

import pytest

from invented import article, parsed
from twosource.extract.attribution import proposals
from twosource.extract.attribution.draft import Draft
from twosource.extract.attribution.model.proposals import Found
from twosource.extract.attribution.proposals import find_attributions, find_by_rule
from twosource.extract.quotations import find_quotations
from twosource.model import Span
from twosource.settings import DEFAULTS


def found(text: str) -> list[tuple[str, str, str]]:
    one = article(text)
    tree = parsed(one)

    def words(span: Span | None) -> str:
        return span.of(one.text) if span else ""

    attributions = find_attributions(one, tree, find_quotations(one, tree, DEFAULTS), DEFAULTS)
    return [
        (words(a.source), words(a.cue), " | ".join(s.of(one.text) for s in a.content).strip(",. "))
        for a in attributions
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Mayor Ada Quill said the ferry had left early.", "Mayor Ada Quill", "said", "the ferry had left early"),
        ("The bridge is safe, according to the port office.", "the port office", "according to", "The bridge is safe"),
        ("“The bridge is safe,” said Quill.", "Quill", "said", "“The bridge is safe,”"),
        ("“The bridge is safe,” Quill said. “We looked.”", "Quill", "said", "“The bridge is safe,” | “We looked.”"),
        ("Police believe that two boats sank.", "Police", "believe", "that two boats sank"),
    ],
)
def test_a_report_has_its_source_its_cue_and_its_content(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in found(text)


def test_a_colon_leads_over_to_the_quotation_of_the_next_paragraph() -> None:
    assert ("Quill", "added", "“We looked twice.”") in [
        (s, c, t + "”" * (t[-1] != "”")) for s, c, t in found("Quill added:\n“We looked twice.”")
    ]


def test_lines_of_a_transcript_belong_to_the_name_in_front() -> None:
    assert found("QUILL: We looked.\nHARTE: And what then?")[0] == ("QUILL", ":", "We looked")


def test_an_article_without_reports_has_no_attributions() -> None:
    assert found("The ferry left at nine. It rained.") == []


def test_an_empty_article_has_no_attributions() -> None:
    assert found("") == []


def test_a_text_in_which_no_word_hangs_from_another_is_read() -> None:
    one = article("said")
    tree, every = parsed(one), replace(DEFAULTS, attribution_cue=0.0)
    assert find_attributions(one, tree, find_quotations(one, tree, every), every) == ()


def test_every_attribution_lies_inside_the_text() -> None:
    one = article("Quill said, “Odd “marks” are ” everywhere.\n”He said so, she says")
    tree = parsed(one)
    for a in find_attributions(one, tree, find_quotations(one, tree, DEFAULTS), DEFAULTS):
        assert isinstance(a, Draft)
        assert all(0 <= span.start < span.end <= len(one.text) for span in (*a.content, a.cue, a.source) if span)


def test_who_was_told_is_not_the_source() -> None:
    assert all(source != "The crew" for source, _, _ in found("The crew were told that two boats had sunk."))


def test_a_quotation_over_several_paragraphs_is_taken_whole() -> None:
    [one] = [
        content
        for source, _, content in found("“We looked,” Quill said. “It was dark.\n“Then it rained.”")
        if source == "Quill"
    ]
    assert "It was dark" in one
    assert "Then it rained" in one


def test_the_rules_alone_find_the_plain_forms() -> None:
    one = article("Mayor Ada Quill said the ferry had left early.")
    tree = parsed(one)
    [only] = find_by_rule(one, tree, ())
    assert only.source is not None
    assert only.source.of(one.text) == "Mayor Ada Quill"


def test_the_same_article_gives_the_same_attributions_twice() -> None:
    assert found("Police believe that two boats sank, Quill said.") == found(
        "Police believe that two boats sank, Quill said."
    )


def test_speech_without_a_speaker_gets_the_best_that_was_not_sure_enough_alone() -> None:
    text = "“The bridge is safe and will stay open,” said Quill. Harte said it was not."
    one = article(text)
    tree = parsed(one)
    quotations = find_quotations(one, tree, DEFAULTS)
    severe = replace(DEFAULTS, attribution_least=0.999)
    speakers = [a.source.of(text) for a in find_attributions(one, tree, quotations, severe) if a.source]
    assert speakers == ["Quill"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The harbour board said it would check the piles as well.", ["it would check the piles as well"]),
        ("The ferry, which Quill said is usually full, was late.", ["which", "is usually full"]),
        ("Harte hopes that the bridge is safe.", []),
        ("Harte announced the name of the ship.", []),
        ("It is said that the bridge is closed.", []),
    ],
)
def test_a_clause_that_somebody_surely_says_is_told_however_unsure_its_ends_are(text: str, told: list[str]) -> None:
    one = article(text)
    severe = replace(DEFAULTS, attribution_least=0.999, attribution_least_unsaid=0.999)
    found = find_attributions(one, parsed(one), (), severe)
    assert [span.of(text) for a in found for span in a.content] == told


def test_behind_speech_and_its_cue_only_what_is_quoted_goes_on() -> None:
    text = (
        "“The bridge is safe and will stay open,” Quill said, and soon the ferry was leaving and the lights went out."
    )
    [one] = [content for source, _, content in found(text) if source == "Quill"]
    assert one == "“The bridge is safe and will stay open,”"


def test_a_colon_that_opens_a_quotation_brings_in_nothing_that_is_not_quoted() -> None:
    text = "The mayor spoke about the ferry in the rain. Quill said: “The bridge is safe and will stay open.”"
    [one] = [content for source, _, content in found(text) if source == "Quill"]
    assert one.startswith("“The bridge")


def test_a_source_has_no_mark_before_it() -> None:
    text = "At noon the boat was in the harbour when it sank in the storm, said Officer Ada Quill, a port spokeswoman."
    assert all(source[:1].isalnum() for source, _, _ in found(text) if source)
    assert all("said" not in source for source, _, _ in found(text))


def test_a_cue_ends_with_a_word() -> None:
    assert all(
        cue[-1:].isalnum()
        for _, cue, _ in found("“The bridge is safe,” Quill said. “The bridge is safe,” she said.")
        if cue
    )


def test_documents_that_are_cited_are_nothing_that_is_said() -> None:
    cues = [
        cue for _, cue, _ in found("Two boats sank in the storm, the Harbour Agency reported, citing port documents.")
    ]
    assert "reported" in cues
    assert "citing" not in cues


@pytest.mark.parametrize(("sure", "heads"), [(0.08, {"said"}), (0.5, {"In", "said", ","})])
def test_an_unlikely_cue_is_a_verb_or_a_word_of_saying(
    monkeypatch: pytest.MonkeyPatch, sure: float, heads: set[str]
) -> None:
    text = "In Velm, Harte said it was late."
    one = article(text)
    every = [Found(head=row, source=(3,), cue=(row,), content=(5, 6, 7), score=0.9, sure=sure) for row in (0, 2, 4)]
    monkeypatch.setattr(proposals, "decide", lambda *_: iter(every))
    assert {a.cue.of(text) for a in find_attributions(one, parsed(one), (), DEFAULTS) if a.cue} == heads
