from twosource.extract.attribution.rules.transcripts import speaker_line, speaker_lines
from twosource.language import lexicon_of
from twosource.model import Span


def lines(*blocks: str) -> tuple[str, list[Span]]:
    text, spans = "", []
    for block in blocks:
        spans.append(Span(start=len(text), end=len(text) + len(block)))
        text += block + "\n"
    return text, spans


def test_a_signed_quotation_belongs_to_the_name_behind_the_dash() -> None:
    text, spans = lines("“The ferries are late.” ― Ada Quill")
    line = speaker_line(text, spans[0], lexicon_of("en"))
    assert line is not None
    assert (line.source.of(text), line.content.of(text)) == ("Ada Quill", "“The ferries are late.”")


def test_one_heading_in_capitals_is_no_transcript() -> None:
    text, spans = lines("NOTE: the ferries are late.", "Nothing else happened.")
    assert list(speaker_lines(text, spans, lexicon_of("en"))) == []


def test_an_empty_block_is_no_line_of_speech() -> None:
    assert speaker_line("", Span(start=0, end=0), lexicon_of("en")) is None


def speakers(*blocks: str) -> list[str]:
    text, spans = lines(*blocks)
    return [line.source.of(text) for _, line in speaker_lines(text, spans, lexicon_of("en"))]


def test_labels_that_no_name_can_be_are_no_transcript() -> None:
    assert speakers("BOAT OF THE DAY: the ferry won.", "MISTAKE OF THE RACE: the yacht sank.") == []


def test_names_in_capitals_are_a_transcript() -> None:
    assert speakers("BRANDT: The ferry is late.", "QUILL: It is not.") == ["BRANDT", "QUILL"]


def test_names_in_capitals_behind_a_mark_that_opens_are_a_transcript() -> None:
    assert speakers("“BRANDT: The ferry is late.", "“QUILL: It is not.”") == ["BRANDT", "QUILL"]


def test_one_name_and_colon_in_marks_is_no_transcript() -> None:
    assert speakers("“NOTE: the ferries are late.”", "“Nothing else happened.”") == []


def test_names_in_small_letters_that_come_back_and_stand_in_the_text_are_a_transcript() -> None:
    talk = ("Brandt: The ferry is late.", "Quill: It is not.", "Brandt: Then where is it?", "Quill: At the pier.")
    assert speakers("The radio spoke to Ada Brandt and Per Quill.", *talk) == ["Brandt", "Quill", "Brandt", "Quill"]
    assert speakers("The radio spoke to the harbour master.", *talk) == []


def test_a_caller_and_a_dispatcher_are_a_transcript() -> None:
    talk = ("Dispatcher: What is burning?", "Caller: The pier.", "Dispatcher: Is anyone hurt?", "Caller: No.")
    assert speakers(*talk) == ["Dispatcher", "Caller", "Dispatcher", "Caller"]


def test_questions_and_answers_are_a_transcript_and_a_list_is_none() -> None:
    assert speakers("Q: Was it late?", "A: It was.", "Q: How late?", "A: An hour.") == ["Q", "A", "Q", "A"]
    assert speakers("Where: the pier.", "When: at noon.", "Where: the hall.", "When: at ten.") == []
