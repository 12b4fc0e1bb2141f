"""One table of forms: every form can be made of any stories, and every ending asks for one form."""

from pathlib import PurePath

import pytest

from present.exports.addressed import addressed
from present.hostile import hostile
from present.sample import sample
from twosource.errors import UnknownFormatError
from twosource.present.formats import FORMATS, endings, format_named, format_of

NASTY = "</script><b>\"'`*_[x](y) | =1+1 \\ ~ \ud800 \x00 \u202egnip\u2066 %$&#{}^ \U0001f6a2"


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_can_be_made_of_no_story_of_one_and_of_several(name: str) -> None:
    sizes = [
        len(FORMATS[name].make(stories)) for stories in ([], [addressed()], [addressed(), hostile("Ferry aground")])
    ]
    assert sizes[0] < sizes[1]
    assert all(isinstance(FORMATS[name].make(stories), bytes) for stories in ([], [sample()]))


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_bears_any_text(name: str) -> None:
    assert FORMATS[name].make([hostile(NASTY)])


@pytest.mark.parametrize("name", FORMATS)
def test_equal_stories_give_equal_bytes(name: str) -> None:
    assert FORMATS[name].make([sample()]) == FORMATS[name].make([sample()])


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.is_text])
def test_a_form_that_a_terminal_can_show_is_utf_8(name: str) -> None:
    assert FORMATS[name].make([sample()]).decode("utf-8")


def test_no_two_forms_share_an_ending_and_each_ending_finds_its_form() -> None:
    every = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    assert len(every) == len(set(every))
    for one in FORMATS.values():
        for suffix in one.suffixes:
            assert format_of(PurePath(f"a.b/story{suffix.upper()}")) is one
            assert format_named(one.name) is one


def test_a_longer_ending_goes_before_the_one_that_it_ends_in() -> None:
    assert format_of(PurePath("story.paste.html")).name == "paste"
    assert format_of(PurePath("paste.html")).name == "html"


def test_a_name_without_an_ending_is_text_and_an_unknown_ending_is_told_what_there_is() -> None:
    assert format_of(PurePath("story")).name == "text"
    with pytest.raises(UnknownFormatError, match=r"'\.pdf'.*\.csv"):
        format_of(PurePath("story.pdf"))
    with pytest.raises(UnknownFormatError, match="papyrus"):
        format_named("papyrus")
    assert ".json" in endings()
