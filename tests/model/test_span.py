from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Shift, Span


def test_a_span_gives_the_exact_characters() -> None:
    assert Span(start=4, end=10).of("the ferry sank") == "ferry "


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(start=0, end=4).overlaps(Span(start=4, end=9))
    assert Span(start=0, end=5).overlaps(Span(start=4, end=9))


def test_a_shift_without_steps_changes_nothing() -> None:
    assert Shift().map(17) == 17


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_offset_maps_to_the_length_of_the_text_before_it_in_utf16(text: str) -> None:
    shift = Shift.to_utf16(text)
    for offset in range(len(text) + 1):
        assert shift.map(offset) == len(text[:offset].encode("utf-16-le")) // 2
