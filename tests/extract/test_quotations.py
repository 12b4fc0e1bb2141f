"""What stands in quotation marks, and what kind of thing it is."""

import pytest

from invented import article, parsed
from twosource.extract.quotations import Quotation, find_quotations
from twosource.model import Article, Block, Span
from twosource.settings import DEFAULTS


def found(text: str) -> tuple[Article, tuple[Quotation, ...]]:
    one = article(text)
    return one, find_quotations(one, parsed(one), DEFAULTS)


def kinds(text: str) -> list[str]:
    return [quotation.kind for quotation in found(text)[1]]


def test_a_sentence_is_speech() -> None:
    assert kinds('The ferryman said: "We leave at noon, whatever the weather."') == ["speech"]


def test_of_a_transcript_in_marks_each_turn_is_a_quotation_with_all_its_paragraphs() -> None:
    text = '"BRANDT: The ferry was late.\n"(Laughter.)\n"QUILL: It was not.\n"It came at nine.\n"BRANDT: Where was it?"'
    one, turns = found(text)
    told = [[span.of(one.text) for span in turn.spans] for turn in turns]
    assert told == [["The ferry was late."], ["It was not.", "It came at nine."], ["Where was it?"]]


def test_a_name_and_colon_that_stand_once_in_marks_are_quoted_with_the_rest() -> None:
    one, (sign,) = found('"DANGER: the ferry is late." It rained.')
    assert sign.spans[0].of(one.text) == "DANGER: the ferry is late."


def test_a_few_words_that_hang_on_no_verb_of_saying_are_scare_quotes() -> None:
    assert kinds('The "free harbour" has closed its gates.') == ["scare"]


def test_what_a_place_is_known_as_is_no_speech() -> None:
    assert kinds("It is a quarter known to residents as 'the Kitchen', and it burned.") == ["nickname"]


def test_a_fragment_behind_a_verb_of_saying_is_speech() -> None:
    assert kinds("The warden spoke of what she called “shoddy work” on Monday.") == ["speech"]


def test_a_nickname_stands_between_the_parts_of_a_name() -> None:
    assert kinds('Walter "Boots" Hanley was elected on Tuesday.') == ["nickname"]


def test_a_title_of_a_work_is_a_title() -> None:
    assert kinds("She wrote the novel “The Lamps of Harrow Street” in 2019.") == ["title"]


def test_residue_does_not_end_a_quotation_that_runs_on() -> None:
    lines = ('"The first wave took the pier.', "Read more: Storm closes pier", '"The second took the café."')
    one = article("\n".join(lines))
    blocks = [
        Block(kind="residue" if i == 1 else "paragraph", start=b.start, end=b.end, reason="")
        for i, b in enumerate(one.blocks)
    ]
    labelled = Article(id=one.id, outlet=one.outlet, sha256=one.sha256, text=one.text, blocks=tuple(blocks))
    (quotation,) = find_quotations(labelled, parsed(labelled), DEFAULTS)
    assert quotation.blocks == (0, 2)
    assert not quotation.uncertain


def test_spans_are_trimmed_and_lie_inside_the_marks() -> None:
    one, (quotation,) = found('He said: " We leave at noon today. " Then he left.')
    assert [span.of(one.text) for span in quotation.spans] == ["We leave at noon today."]
    assert quotation.outer.holds(quotation.spans[0])


def test_marks_around_nothing_are_no_quotation() -> None:
    assert found('An empty pair "" and a dash "--" stand here.')[1] == ()


def test_a_paragraph_of_marks_alone_adds_nothing_to_a_quotation_that_runs_on() -> None:
    one, (quotation,) = found('He wrote: "We left at noon.\n""')
    assert [span.of(one.text) for span in quotation.spans] == ["We left at noon."]
    assert len(quotation.blocks) == 1


def test_an_article_without_marks_has_none() -> None:
    assert found("Nobody said a word.")[1] == ()


def test_the_outer_place_holds_both_marks() -> None:
    one, (quotation,) = found("“We leave at noon today,” he said.")
    assert quotation.outer == Span(start=0, end=25)
    assert quotation.outer.of(one.text) == "“We leave at noon today,”"


def test_a_quotation_without_its_closing_mark_ends_before_the_words_of_saying() -> None:
    one, quotations = found(
        '"We had no pumps and no light, said director Tomas Ekeland, who added that it was late.\n'
        '"Nobody can say that it was not known.'
    )
    assert [quotation.spans[0].of(one.text) for quotation in quotations] == [
        "We had no pumps and no light,",
        "Nobody can say that it was not known.",
    ]


def test_a_quotation_over_two_paragraphs_without_words_of_saying_stays_one() -> None:
    assert len(found('"We had no pumps and no light.\n"Nobody can say that it was not known.')[1]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt aboard the “Ebb Tide.” It was towed away.",
        "It was like a scene from “Back To The Quay.” He left.",
    ],
)
def test_a_name_that_took_the_full_stop_in_is_a_title(text: str) -> None:
    assert kinds(text) == ["title"]


@pytest.mark.parametrize(
    "text", ["The crowd answered with “Never Again!” and left.", "His answer was plain. “No Comment.” He left."]
)
def test_a_call_and_a_short_answer_are_no_titles(text: str) -> None:
    assert kinds(text) == ["speech"]


def test_a_bare_name_that_took_a_comma_in_is_a_title() -> None:
    assert kinds("Oda Brink will direct the sequel to “Ebbwater,” the studio said.") == ["title"]
    assert kinds("“Nothing,” Oda Brink said.") == ["speech"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm and Bram Hale signed on for “The Tide-Files,” but nobody else did.",
        "Ada Holm spoke on Monday on Radio Velm's “Meet the Crew.”",
        "The council had to act under the 2010 “Harbour Initiative.”",
        "There is a trailer for the new season of “Norvale.”",
        "Bram Hale, a host of “The Nine,” refused to go along.",
        "Forget the fact that “The Rock” is not what he once was.",
        "At an event billed as “Hard Hats for Holm,” the mayor unveiled a plan.",
    ],
)
def test_a_name_in_marks_that_took_in_a_stop_is_a_title(text: str) -> None:
    assert kinds(text) == ["title"]


@pytest.mark.parametrize(
    "text",
    [
        "He described her as “The Liar.”",
        "“The End,” Holm said.",
        "Holm replied with “Yes,” and left.",
        "Holm said she had answered with a “No.”",
        "Holm said: “The Mayor knew.”",
    ],
)
def test_what_somebody_is_called_or_answers_is_no_title(text: str) -> None:
    assert "title" not in kinds(text)
