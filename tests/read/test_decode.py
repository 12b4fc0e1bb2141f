import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.read.decode import decode, tidy
from twosource.read.found import Found

WORDS = "The mayor of Žatec said “nothing” – naïve, she added"


def _decoded(data: bytes, charset: str | None = None) -> tuple[str, int]:
    return decode(Found(name="x", data=data, charset=charset))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark_of_byte_order(encoding: str) -> None:
    assert _decoded(WORDS.encode(encoding)) == (WORDS, 0)


def test_the_server_s_word_and_the_page_s_word_are_heard() -> None:
    assert _decoded("Škoda žije".encode("cp1250"), charset="windows-1250") == ("Škoda žije", 0)
    page = '<meta charset="windows-1251"><p>Мэр сказал</p>'
    assert _decoded(page.encode("cp1251")) == (page, 0)


def test_quotation_marks_of_windows_pages_that_call_themselves_latin_are_kept() -> None:
    page = "<meta charset=iso-8859-1><p>“Go home,” she said</p>"
    assert _decoded(page.encode("cp1252"))[0] == page


def test_a_few_broken_bytes_do_not_make_utf_8_something_else() -> None:
    data = ("é" * 40).encode() + b"\xff" + b" end"
    text, replaced = _decoded(data)
    assert (text, replaced) == ("é" * 40 + "\ufffd end", 1)


def test_names_of_encodings_that_rewrite_text_are_refused() -> None:
    assert _decoded(b"caf\\u00e9 +AOk-", charset="unicode_escape")[0] == "caf\\u00e9 +AOk-"
    assert _decoded(b"caf+AOk-", charset="utf-7")[0] == "caf+AOk-"


def test_control_characters_are_replaced_one_for_one_and_counted() -> None:
    assert tidy("a\x00b\x1fc\td\x0ce\u2028f") == ("a\ufffdb\ufffdc\td\ne\nf", 2)


def test_lone_surrogates_are_replaced_and_counted() -> None:
    assert tidy("x\ud800y") == ("x\ufffdy", 1)


def test_a_replacement_character_that_stood_in_the_text_is_not_counted() -> None:
    assert _decoded("a\ufffdb".encode()) == ("a\ufffdb", 0)


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "no-such-encoding", "zip"]))
def test_any_bytes_become_text_that_can_be_written(data: bytes, charset: str | None) -> None:
    text, replaced = _decoded(data, charset)
    text.encode("utf-8")
    assert replaced >= 0
    assert not any(character < " " and character not in "\t\n" for character in text)
