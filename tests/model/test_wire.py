from twosource.model import Gap
from twosource.model.wire import decode_own, encode


def test_a_lone_surrogate_becomes_a_replacement_character_wherever_it_stands() -> None:
    odd = Gap(code="G101", where="a\ud800b", detail="\udfff")
    assert decode_own(encode(odd), Gap) == Gap(code="G101", where="a\ufffdb", detail="\ufffd")
