"""What a program may give instead of files, and what it gets back."""

from pathlib import Path

import pandas as pd
import pytest
import spacy

import twosource
from twosource.errors import InputError, MissingExtraError, NothingToReadError, UnknownFormatError

FERRY = "Ferry runs aground off Velm\n\nA ferry ran aground off Velm on Monday and at least two people died, harbour police said."
COPY = "A ferry ran aground off Velm on Monday and two people died, harbour police said."


def told(story: twosource.Story) -> set[tuple[float, str | None]]:
    return {(figure.low, figure.measure) for figure in story.figures}


def test_one_path_is_one_input_whether_a_string_or_a_path(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(FERRY, encoding="utf-8")
    assert twosource.compare(str(file)) == twosource.compare(file) == twosource.compare([file])


def test_words_that_are_taken_for_a_path_are_told_how_a_text_is_given() -> None:
    with pytest.raises(NothingToReadError, match=r"no such file or folder.*text=…"):
        twosource.compare("Two people died, police said.")
    with pytest.raises(NothingToReadError) as missing:
        twosource.compare("missing.txt")
    assert "text=" not in str(missing.value)


def test_texts_are_articles_and_the_first_line_of_one_its_headline() -> None:
    story = twosource.compare(text=[FERRY, COPY])
    assert told(story) == {(2.0, "killed")}
    assert "Ferry runs aground off Velm" in [article.headline for article in story.articles]
    assert len(twosource.compare(text=COPY).articles) == 1


def test_a_text_where_a_path_belongs_is_told_where_it_goes() -> None:
    with pytest.raises(InputError, match="text="):
        twosource.compare(FERRY)


def test_mappings_are_rows_and_a_row_without_a_text_is_a_gap() -> None:
    rows = [
        {"title": "Ferry aground", "text": COPY, "url": "https://bay.example/1", "published": "2031-05-13"},
        {"title": "Only"},
    ]
    story = twosource.compare(rows)
    assert [article.url for article in story.articles] == ["https://bay.example/1"]
    assert [(gap.code, gap.where) for gap in story.gaps] == [("G106", "row 2")]
    assert twosource.compare(rows[0]).articles == story.articles


def test_a_data_frame_is_an_article_a_row_whatever_is_missing_in_it() -> None:
    frame = pd.DataFrame(
        {
            "body": [FERRY, COPY],
            "title": [None, "Ferry aground"],
            "published": [pd.Timestamp("2031-05-13 10:00"), pd.NaT],
            "url": [float("nan"), "https://bay.example/1"],
        }
    )
    articles, gaps = twosource.read(frame, twosource.Options(columns={"text": "body"}))
    assert [article.published for article in articles] == ["2031-05-13T10:00", None]
    assert [article.url for article in articles] == [None, "https://bay.example/1"]
    assert {gap.code for gap in gaps} <= {"G203"}


def test_documents_of_spacy_are_read_by_their_text() -> None:
    assert told(twosource.compare([spacy.blank("en")(COPY)])) == {(2.0, "killed")}


def test_all_kinds_can_be_mixed_and_articles_pass_through(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    articles, _ = twosource.read(tmp_path / "a.txt")
    story = twosource.compare(
        [*articles, {"text": COPY.replace("two", "three")}], text="Ferry sinks\n\nNobody was hurt, the line said."
    )
    assert len(story.articles) == 3


@pytest.mark.parametrize("given", [[3], [None], [["a.txt"]], [b"a.txt"]])
def test_what_no_article_can_be_made_of_is_refused_by_its_type(given: list[object]) -> None:
    with pytest.raises(InputError, match=type(given[0]).__name__):
        twosource.compare(given)  # type: ignore[arg-type] # the call is wrong


def test_nothing_given_is_nothing_to_read() -> None:
    with pytest.raises(NothingToReadError):
        twosource.compare()


def test_a_story_tells_itself_in_a_line_and_in_a_notebook() -> None:
    story = twosource.compare(text=[FERRY, COPY])
    assert repr(story).startswith("<Story 'Ferry runs aground off Velm': 2 articles, ")
    assert len(repr(story)) < 200
    assert max(len(repr(article)) for article in story.articles) < 200
    assert "<h2>Who says what</h2>" in story._repr_html_()


def test_a_frame_has_typed_columns_and_words_at_their_places() -> None:
    story = twosource.compare(text=[FERRY, COPY])
    frame = story.to_frame("figures")
    texts = {article.id: article.text for article in story.articles}
    assert list(frame["low"]) == [2.0, 2.0]
    assert str(frame["start"].dtype) == "Int64"
    assert str(frame["main"].dtype) == "boolean"
    for row in frame.itertuples():
        assert texts[str(row.article)][int(str(row.start)) : int(str(row.end))] == row.words
    with pytest.raises(UnknownFormatError, match="sayings"):
        story.to_frame("papyri")


def test_without_pandas_a_frame_names_the_extra_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"twosource\[notebook\]"):
        twosource.Story(title="", version="0").to_frame()


def test_a_story_is_saved_by_the_ending_or_by_name(tmp_path: Path) -> None:
    story = twosource.compare(text=COPY)
    story.save(tmp_path / "story.json")
    assert twosource.Story.from_json((tmp_path / "story.json").read_bytes()) == story
    story.save(tmp_path / "notes.txt", "markdown")
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8").startswith("# ")
    with pytest.raises(UnknownFormatError):
        story.save(tmp_path / "story.pdf")
    assert story.to_dict()["format"] == story.format
