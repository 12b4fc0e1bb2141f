import pytest

from twosource.text.stamps import when


@pytest.mark.parametrize(
    ("stamp", "words"),
    [
        ("2031-03-12T06:10", "12 Mar 2031, 06:10"),
        ("2031-03-12", "12 Mar 2031"),
        ("2031", "2031"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_a_stamp_is_told_as_a_reader_says_it_and_anything_else_as_it_is(stamp: str | None, words: str) -> None:
    assert when(stamp) == words
