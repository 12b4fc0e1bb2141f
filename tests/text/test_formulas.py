from reuse_stories import bare
from twosource.text.formulas import formula_spans
from twosource.text.grams import words_of
from twosource.text.quoted import quoted_spans


def formulas(text: str) -> list[str]:
    return [span.of(text).strip() for span in formula_spans(text, words_of(text), 0, len(text), "en")]


def test_a_hotline_makes_its_whole_sentence_a_formula() -> None:
    text = "A kite was stolen. Anyone with information is asked to call the pier master. It was red."
    assert formulas(text) == ["Anyone with information is asked to call the pier master."]


def test_a_charge_is_a_formula_by_itself() -> None:
    assert formulas("He was later charged with second-degree murder of time.") == [
        "charged with second-degree murder",
        "second-degree murder",
    ]


def test_a_star_stands_for_a_few_words() -> None:
    assert formulas("The diver was taken to Saint Ebba's hospital at noon.") == ["was taken to Saint Ebba's hospital"]
    assert formulas("The diver was taken to a place that is not even near any hospital.") == []


def test_plain_journalism_has_no_formula() -> None:
    assert formulas("The otter sat on the pump house roof and would not come down for fish.") == []


def test_a_statement_printed_without_marks_is_speech_while_we_speak() -> None:
    one = bare(
        "The choir released this statement:\nOur singers are safe.\nWe thank the ferry crew.\nRehearsals start again in June.",
        "a.example",
    )
    text = one.article.text
    assert [span.of(text) for span in quoted_spans(one, one.article.blocks)] == [
        "Our singers are safe.",
        "We thank the ferry crew.",
    ]
