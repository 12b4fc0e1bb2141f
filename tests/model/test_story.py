import pytest

from invented import article
from twosource.errors import FormatError
from twosource.model import Mark, Place, Source, Span, Statement, Story


def story() -> Story:
    one = article("The mayor said the pier was shut.")
    return Story(
        title="The pier",
        articles=(one,),
        sources=(Source(id="s1", name="the mayor", kind="unnamed", mentions=(Place(article=one.id, start=0, end=9),)),),
        statements=(
            Statement(
                id="t1",
                article=one.id,
                kind="paraphrase",
                start=0,
                end=33,
                content=(Span(start=15, end=32),),
                source="s1",
                marks=(Mark(kind="hedged", start=0, end=3, reason="a test"),),
            ),
        ),
        version="0",
    )


def test_a_story_survives_the_way_to_json_and_back() -> None:
    assert Story.from_json(story().to_json()) == story()


def test_the_json_carries_the_names_of_the_contract() -> None:
    text = story().to_json()
    for name in (
        '"format":"twosource-story/1"',
        '"source_span":null',
        '"scare":false',
        '"date_range":null',
        '"timeline":[]',
    ):
        assert name in text


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format":"twosource-story/2"}', '{"format":"twosource-story/1"}', b"\xff"]
)
def test_what_is_no_story_is_refused_with_the_format_that_is_wanted(text: str | bytes) -> None:
    with pytest.raises(FormatError, match="twosource-story/1"):
        Story.from_json(text)


def test_unknown_keys_are_ignored_so_that_a_newer_minor_version_can_be_read() -> None:
    text = story().to_json().replace('"title":', '"something_new":1,"title":', 1)
    assert Story.from_json(text) == story()
