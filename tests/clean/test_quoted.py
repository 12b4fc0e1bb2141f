"""What a page or a text sets apart as somebody else's words."""

import pytest

from twosource.clean.pieces import assemble
from twosource.clean.plain_text import pieces_of_text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("A pilot wrote:\n\n> The buoy is gone.\n> It was dark.\n\nThe harbour is closed.", [False, True, True, False]),
        (
            "A pilot wrote:\n\n    The buoy is gone.\n\n    It was dark.\n\nThe harbour is closed.",
            [False, True, True, False],
        ),
        ("The harbour is closed.\n\n    The buoy is gone.\n\nIt was dark.", [False, False, False]),
        ("Ships > boats.\n\nThe harbour is closed.", [False, False]),
    ],
)
def test_lines_behind_a_mark_or_indented_behind_a_colon_are_set_apart(text: str, quoted: list[bool]) -> None:
    assert [piece.quoted for piece in pieces_of_text(text)] == quoted


def test_a_text_that_is_set_in_as_a_whole_has_nothing_set_apart() -> None:
    _, drafts = assemble(pieces_of_text("> The buoy is gone.\n> It was dark.\n> The harbour is closed.\n\nVelm."))
    assert not any(draft.quoted for draft in drafts)
