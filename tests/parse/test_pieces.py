from hypothesis import given
from hypothesis import strategies as st

from twosource.parse.pieces import pieces_of


@given(st.text(), st.integers(1, 50), st.integers(0, 1000))
def test_pieces_joined_are_the_text_and_none_is_too_long(text: str, most: int, offset: int) -> None:
    pieces = pieces_of(text, offset, most)
    assert "".join(piece.text for piece in pieces) == text
    assert all(0 < len(piece.text) <= most for piece in pieces)
    assert all(text[piece.offset - offset :].startswith(piece.text) for piece in pieces)


def test_a_cut_prefers_the_end_of_a_sentence_then_white_space() -> None:
    assert [piece.text for piece in pieces_of("It sank. “Why?” Nobody knows", 0, 18)] == [
        "It sank. “Why?” ",
        "Nobody knows",
    ]
    assert [piece.text for piece in pieces_of("nobody knows why", 0, 10)] == ["nobody ", "knows why"]
    assert [piece.text for piece in pieces_of("abcdef", 0, 4)] == ["abcd", "ef"]
