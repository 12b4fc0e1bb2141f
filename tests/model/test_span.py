from twosource.model import Span


def test_a_span_gives_the_exact_characters() -> None:
    assert Span(start=4, end=10).of("the ferry sank") == "ferry "


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(start=0, end=4).overlaps(Span(start=4, end=9))
    assert Span(start=0, end=5).overlaps(Span(start=4, end=9))


def test_nothing_overlaps_no_place_and_stands_in_none() -> None:
    assert not Span(start=0, end=4).overlaps(None)
    assert not Span(start=0, end=4).holds(None)
    assert Span(start=0, end=4).holds(Span(start=0, end=4))
