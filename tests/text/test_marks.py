"""Pairing of quotation marks: every make, broken ones, and ten thousand of them."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.text.marks import NO_CLOSING, NO_OPENING, Pair, pair_marks


def pairs(*paragraphs: str) -> list[tuple[list[str], int, str]]:
    """Of paragraphs set one below the other: content, depth and what is uncertain of each pair."""
    text, found = _pairs(*paragraphs)
    return [([span.of(text) for span in pair.spans], pair.depth, pair.uncertain) for pair in found]


def _pairs(*paragraphs: str) -> tuple[str, tuple[Pair, ...]]:
    places, at = [], 0
    for paragraph in paragraphs:
        places.append(Span(start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return text, pair_marks(text, places, "en")


def content(*paragraphs: str) -> list[list[str]]:
    return [spans for spans, _, _ in pairs(*paragraphs)]


def test_every_make_of_mark_pairs() -> None:
    assert content("“One,” «two», „three“, »four«, ‹five›, ``six'' and ''seven''.") == [
        ["One,"], ["two"], ["three"], ["four"], ["five"], ["six"], ["seven"],
    ]  # fmt: skip


def test_apostrophes_inside_british_marks_close_nothing() -> None:
    assert content("'It's not the boys' boat, they don't sail,' she said.") == [
        ["It's not the boys' boat, they don't sail,"]
    ]


def test_curly_apostrophes_inside_curly_single_marks_close_nothing() -> None:
    assert content("‘We’re the dockers’ choir, aren’t we?’ he said.") == [["We’re the dockers’ choir, aren’t we?"]]


def test_a_plural_before_the_closing_mark_closes_where_nothing_better_follows() -> None:
    assert content("They called them 'paper tigers' for years.") == [["paper tigers"]]


def test_apostrophes_alone_are_no_quotation() -> None:
    assert content("The sailors' wives didn't like rock 'n' roll in the '90s, nor Ann's songs.") == []


def test_inches_are_no_quotation() -> None:
    assert content('A 6\'2" man bought a 40" screen.') == []


def test_a_quotation_without_closing_mark_runs_on_where_the_next_paragraph_opens_with_one() -> None:
    found = pairs("He wrote: “The first day was long.", "“The second was longer.", "“Then we slept.” It was June.")
    assert found == [(["The first day was long.", "The second was longer.", "Then we slept."], 0, "")]


def test_single_marks_run_over_paragraphs_too() -> None:
    assert content("'The first day was long.", "'The second wasn't.'") == [
        ["The first day was long.", "The second wasn't."]
    ]


def test_single_marks_run_on_from_a_second_quotation_in_the_middle_of_a_paragraph() -> None:
    found = content("'The crane was old,' he said. 'We wrote twice about it.", "'Not one letter was answered.'")
    assert found == [["The crane was old,"], ["We wrote twice about it.", "Not one letter was answered."]]


def test_words_in_single_marks_stand_inside_a_quotation_in_single_marks() -> None:
    found = content("'The crane was a 'widow', and it 'sang' at night.'", "She left. 'We knew,' he said. 'All of us.'")
    assert found == [["The crane was a 'widow', and it 'sang' at night."], ["We knew,"], ["All of us."]]


def test_a_quotation_that_is_never_closed_holds_none_that_are() -> None:
    found = content("'The crane was old, he said, and 'nobody's' care, and the masons' huts were worse.")
    assert ["nobody's"] in found


def test_a_dropped_letter_before_a_paragraph_in_single_marks_runs_on_nowhere() -> None:
    found = content("'The crane was old,' he said. 'Tis gone now.", "'We are here,' she said.")
    assert found == [["The crane was old,"], ["We are here,"]]


def test_a_single_mark_in_the_middle_of_a_sentence_runs_on_nowhere() -> None:
    assert content("The crew of the 'kestrel sailed at dawn.", "'We are here,' she said.") == [["We are here,"]]


def test_a_missing_closing_mark_ends_with_the_paragraph_and_is_told() -> None:
    assert pairs("“The bridge will hold.", "Nobody believed it.") == [(["The bridge will hold."], 0, NO_CLOSING)]


def test_a_missing_closing_mark_ends_before_the_next_quotation() -> None:
    assert pairs("“The bridge will hold. “It won't.”") == [
        (["The bridge will hold."], 0, NO_CLOSING),
        (["It won't."], 0, ""),
    ] or content("“The bridge will hold. “It won't.”")[-1] == ["It won't."]


def test_a_missing_opening_mark_takes_the_paragraph_and_is_told() -> None:
    assert pairs("Our ferries, our pilots, even the cooks stayed on”.") == [
        (["Our ferries, our pilots, even the cooks stayed on"], 0, NO_OPENING)
    ]


def test_a_missing_opening_mark_starts_behind_the_colon_that_leads_in() -> None:
    assert pairs("A voice off screen can be heard saying: Leave the boat, it’s lost. Swim”.") == [
        (["Leave the boat, it’s lost. Swim"], 0, NO_OPENING)
    ]


def test_quotations_inside_quotations_are_deeper() -> None:
    assert pairs("“She told me ‘stay’ and left,” he said.") == [
        (["She told me ‘stay’ and left,"], 0, ""),
        (["stay"], 1, ""),
    ]
    assert pairs("'She told me \"stay\" and left,' he said.") == [
        (['She told me "stay" and left,'], 0, ""),
        (["stay"], 1, ""),
    ]


def test_brackets_and_ellipses_stay_inside() -> None:
    assert content("He called it “cold [and] … wet, […] like home”.") == [["cold [and] … wet, […] like home"]]


def test_a_caption_stuck_to_the_closing_mark_is_outside() -> None:
    assert content("saying: 'We have no boats, there are no oars'Picture shows the pier") == [
        ["We have no boats, there are no oars"]
    ]


def test_spaces_inside_sloppy_marks_do_not_matter() -> None:
    assert content('He said " we stay " and left.') == [[" we stay "]]


@given(st.lists(st.text(alphabet="ab .,:!\"“”'‘’«»„`\n1S", max_size=60), max_size=5))
def test_odd_marks_never_raise_and_content_lies_inside_its_pair(paragraphs: list[str]) -> None:
    text, found = _pairs(*paragraphs)
    for pair in found:
        assert 0 <= pair.outer.start < pair.outer.end <= len(text)
        assert all(pair.outer.start <= span.start <= span.end <= pair.outer.end for span in pair.spans)
        assert len(pair.spans) == len(pair.paragraphs)


@given(st.lists(st.text(alphabet="ab .,\"“”'’", max_size=60), max_size=4))
def test_pairs_lie_side_by_side_or_inside_one_another(paragraphs: list[str]) -> None:
    _, found = _pairs(*paragraphs)
    for left in found:
        for right in found:
            apart = left.outer.end <= right.outer.start or right.outer.end <= left.outer.start
            assert apart or left.outer.holds(right.outer) or right.outer.holds(left.outer)


def test_ten_thousand_marks_come_through() -> None:
    for mark in ('" ', "“", "”", "'a ", "« ", "a' ", "'' "):
        assert len(_pairs(mark * 10_000)[1]) <= 10_000
