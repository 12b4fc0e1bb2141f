from twosource.extract.attributions.transcripts import speaker_line, speaker_lines
from twosource.model import Span


def lines(*blocks: str) -> tuple[str, list[Span]]:
    text, spans = "", []
    for block in blocks:
        spans.append(Span(start=len(text), end=len(text) + len(block)))
        text += block + "\n"
    return text, spans


def test_a_signed_quotation_belongs_to_the_name_behind_the_dash() -> None:
    text, spans = lines("“The ferries are late.” ― Ada Quill")
    line = speaker_line(text, spans[0])
    assert line is not None
    assert (line.source.of(text), line.content.of(text)) == ("Ada Quill", "“The ferries are late.”")


def test_one_heading_in_capitals_is_no_transcript() -> None:
    text, spans = lines("NOTE: the ferries are late.", "Nothing else happened.")
    assert list(speaker_lines(text, spans)) == []


def test_an_empty_block_is_no_line_of_speech() -> None:
    assert speaker_line("", Span(start=0, end=0)) is None
