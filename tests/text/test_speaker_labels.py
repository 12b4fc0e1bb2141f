import pytest

from twosource.model import Span
from twosource.text.speaker_labels import speaker_label

_SMALL = frozenset({"of", "the"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ADA HOLM: We looked.", "ADA HOLM"),
        ("“ADA HOLM: We looked.", "ADA HOLM"),
        ('"HOLM (OSS): We looked.', "HOLM (OSS)"),
        ("Q: Did you look?", None),
        ("BOAT OF THE DAY: the ferry.", None),
        ("Holm: We looked.", None),
        ("HOLM looked: nobody.", None),
        ("HOLM:", None),
        ("", None),
    ],
)
def test_a_turn_opens_with_a_name_in_capitals_and_a_colon(text: str, name: str | None) -> None:
    found = speaker_label(text, Span(start=0, end=len(text)), _SMALL)
    assert (found and found.group(1)) == name
