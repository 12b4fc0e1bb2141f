"""One sentence that two articles share, and releases that they print."""

from reuse_stories import OTHER, WIRE, bare
from twosource.compare.passages import find_passages
from twosource.model import Findings, Passage
from twosource.settings import DEFAULTS

SENTENCE = "Lanterns burned along the quay while the divers slept in shifts."
FORMULA = "Anyone with information is asked to call the wardens of the river."


def kept(*story: Findings) -> list[Passage]:
    return [passage for passage in find_passages(story, DEFAULTS) if not passage.rejected]


def test_one_verbatim_sentence_of_eleven_words_that_no_third_article_has_is_one_text() -> None:
    (passage,) = kept(bare(f"{WIRE} {SENTENCE}", "a.example"), bare(f"{SENTENCE} {OTHER}", "b.example"))
    assert (passage.kind, passage.words) == ("release", 11)
    assert "one whole sentence of 11 words" in passage.reason


def test_the_same_words_that_end_in_the_middle_of_a_sentence_are_chance() -> None:
    part = SENTENCE.rstrip(".")
    assert kept(bare(f"{WIRE} {part} and cooks.", "a.example"), bare(f"{OTHER} {part} or sang.", "b.example")) == []


def test_a_sentence_that_stands_in_a_third_article_is_refused_with_that_reason() -> None:
    third = bare(f"Trams ran late all day. {SENTENCE} Nobody complained.", "c.example")
    story = bare(f"{WIRE} {SENTENCE}", "a.example"), bare(f"{SENTENCE} {OTHER}", "b.example"), third
    assert kept(*story) == []
    assert any("a third article has its words too" in passage.reason for passage in find_passages(story, DEFAULTS))


def test_a_formula_is_never_such_a_sentence() -> None:
    found = kept(bare(f"{WIRE} {FORMULA}", "a.example"), bare(f"{OTHER} {FORMULA}", "b.example"))
    assert {passage.kind for passage in found} <= {"formula"}


def test_what_an_office_put_out_is_a_release_also_between_two_who_print_it() -> None:
    office = bare(WIRE, "tallow.gov.example", "2031-05-14T06:00")
    one = bare(f"Rain fell all day on the valley. {WIRE}", "a.example", "2031-05-14T09:00")
    other = bare(f"{WIRE}\n{OTHER}", "b.example", "2031-05-14T11:00")
    assert {passage.kind for passage in kept(office, one, other)} == {"release"}
    assert {passage.kind for passage in kept(one, other)} == {"copied"}


def test_an_agencys_copy_has_no_first_and_a_credit_goes_before_the_times() -> None:
    by_ap = [bare(f"{WIRE} {n}.", f"{n}.example", f"2031-05-14T0{i}:00", via=("AP",)) for i, n in enumerate("ab", 5)]
    (passage,) = kept(*by_ap)
    assert passage.earlier is None
    assert "both have it from AP" in passage.reason
    credit = f"As first reported by the Tallow Gazette, the walk is shut. {WIRE}"
    gazette = bare(WIRE, "tallowgazette.com", "2031-05-14T09:00")
    (passage,) = kept(bare(credit, "b.example", "2031-05-15T09:00"), gazette)
    assert passage.earlier == gazette.article.id
    assert "the other names it" in passage.reason
