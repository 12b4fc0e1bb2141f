"""Words shown from several places."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.text.pieces import LEFT_OUT, in_pieces, shortened


def test_what_stands_between_two_pieces_is_left_out_with_a_sign() -> None:
    text = "“The lift stopped,” the caretaker said. “Then it fell.”"
    places = (Span(start=1, end=18), Span(start=41, end=54))
    assert in_pieces(text, places) == "The lift stopped, … Then it fell."


def test_nothing_is_shown_of_no_places() -> None:
    assert in_pieces("The lift stopped.", ()) == ""


@given(st.text(alphabet="ab ,", max_size=80), st.integers(min_value=12, max_value=40))
def test_what_is_kept_of_long_words_is_verbatim_and_short(words: str, most: int) -> None:
    line = " ".join(words.split())
    shown = shortened(words, most)
    assert len(shown) <= most
    assert line.startswith(shown.split(LEFT_OUT)[0])
    assert line.endswith(shown.split(LEFT_OUT)[-1])
