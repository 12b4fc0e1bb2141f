from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

import twosource
from twosource.cli import app
from twosource.cli.arguments import options_of
from twosource.cli.output import form_of, presenter
from twosource.present.formats import FORMATS

RUN = CliRunner()

HARBOUR = "Ferry runs aground off Velm\n\nA ferry ran aground off Velm on Monday and at least two people died, harbour police said.\n\n“We saw it turn,” said Ilse Brandt, a crane driver.\n"
COPY = "Ferry aground\n\nA ferry ran aground off Velm on Monday and two people died, harbour police said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(COPY, encoding="utf-8")
    return tmp_path


def test_the_version_is_printed() -> None:
    assert RUN.invoke(app, ["--version"]).output == f"twosource {twosource.__version__}\n"


def test_compare_prints_the_points_for_a_person(folder: Path) -> None:
    result = RUN.invoke(app, ["compare", str(folder)])
    assert result.exit_code == 0
    assert "harbour" in result.output
    assert "We saw it turn" in result.output


def test_compare_writes_the_format_that_the_file_name_asks_for(folder: Path) -> None:
    for name in ("story.json", "story.html", "story.jsonl"):
        result = RUN.invoke(
            app, ["compare", str(folder / "harbour.txt"), str(folder / "copy.txt"), "-o", str(folder / name)]
        )
        assert result.exit_code == 0, result.output
        assert f"wrote {folder / name}" in result.output
    assert twosource.Story.from_json((folder / "story.json").read_text()).articles
    assert (folder / "story.html").read_text().lower().startswith("<!doctype html>")


def test_every_form_can_be_written_by_the_ending_of_a_file(folder: Path) -> None:
    story = folder / "story.json"
    assert RUN.invoke(app, ["compare", str(folder / "harbour.txt"), "-o", str(story)]).exit_code == 0
    held = twosource.Story.from_json(story.read_text())
    for form in FORMATS.values():
        output = folder / f"out{form.suffixes[0]}"
        assert presenter(form_of(None, output), output)([held]) == form.make([held])


def test_a_form_and_a_file_name_that_do_not_agree_are_exit_code_two_with_both_named(folder: Path) -> None:
    for form, name in (("csv", "x.pdf"), ("csv", "x.xlsx"), ("json", "x.jsonl"), ("xlsx", "x.txt")):
        result = RUN.invoke(app, ["compare", str(folder / "harbour.txt"), "--format", form, "-o", str(folder / name)])
        assert result.exit_code == 2
        assert form in result.output
        assert name in result.output
        assert not (folder / name).exists()


def test_a_form_may_be_named_where_the_file_name_says_the_same_or_says_little(folder: Path) -> None:
    for form, name in (
        ("csv", "x.CSV"),
        ("csl", "refs.json"),
        ("markdown", "notes.txt"),
        ("json", "story"),
        ("html", "pages.d"),
    ):
        (folder / "pages.d").mkdir(exist_ok=True)
        assert form_of(form, folder / name).name == form


def test_an_ending_that_is_no_form_is_exit_code_two_with_the_list_and_before_anything_is_read(folder: Path) -> None:
    for call in (["compare", "nothing.txt"], ["library", "story", "no.db", "y1"], ["library", "export", "no.db"]):
        result = RUN.invoke(app, [*call, "-o", str(folder / "story.pdf")])
        assert result.exit_code == 2
        assert ".xlsx" in result.output
    assert not (folder / "story.pdf").exists()


def test_a_workbook_goes_to_standard_output_as_it_is(folder: Path) -> None:
    result = RUN.invoke(app, ["compare", str(folder / "harbour.txt"), "--format", "XLSX"])
    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b"PK")


def test_the_order_of_the_articles_changes_nothing(folder: Path) -> None:
    one, other = str(folder / "harbour.txt"), str(folder / "copy.txt")
    first = RUN.invoke(app, ["compare", one, other, "--format", "json"])
    second = RUN.invoke(app, ["compare", other, one, "--format", "json"])
    assert first.stdout == second.stdout


def test_a_bad_input_is_a_gap_and_the_others_are_still_compared(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    result = RUN.invoke(
        app, ["compare", str(folder / "harbour.txt"), str(folder / "empty.txt"), str(folder / "nothing.txt")]
    )
    assert result.exit_code == 0
    assert "empty.txt" in result.output
    assert "nothing.txt" in result.output


def test_nothing_readable_at_all_is_exit_code_one_with_the_reasons(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["compare", str(tmp_path / "missing*.txt")])
    assert result.exit_code == 1
    assert "missing*.txt" in result.output


def test_a_wrong_call_is_exit_code_two() -> None:
    assert RUN.invoke(app, ["compare", "x.txt", "--format", "papyrus"]).exit_code == 2
    assert RUN.invoke(app, ["compare", "x.txt", "--outlet", "x.txt="]).exit_code == 2


def test_the_user_can_name_the_outlet_of_one_input_and_of_all_others(folder: Path) -> None:
    one, other = str(folder / "harbour.txt"), str(folder / "copy.txt")
    call = ["compare", one, other, "--outlet", f"{one}=Velm Courier", "--outlet", "The Bay", "--format", "json"]
    story = twosource.Story.from_json(RUN.invoke(app, call).stdout)
    assert {article.outlet for article in story.articles} == {"Velm Courier", "The Bay"}


def test_an_output_that_cannot_be_written_is_said_plainly(folder: Path) -> None:
    result = RUN.invoke(app, ["compare", str(folder / "harbour.txt"), "-o", str(folder / "no" / "story.json")])
    assert result.exit_code == 1
    assert "cannot write" in result.output


def test_show_lays_open_one_article(folder: Path) -> None:
    result = RUN.invoke(app, ["show", str(folder / "harbour.txt")])
    assert result.exit_code == 0
    assert "Ilse Brandt" in result.output


def test_a_table_of_ones_own_names_a_body_and_all_it_is_called(folder: Path) -> None:
    (folder / "bodies.yml").write_text("Norvale Harbour Authority: [NHX, the harbour people]\nthe boss: Ellen Brandt\n")
    options = options_of(None, folder / "bodies.yml", None, allow_private=False)
    assert options.aliases == {
        "NHX": "Norvale Harbour Authority",
        "the harbour people": "Norvale Harbour Authority",
        "Norvale Harbour Authority": "Norvale Harbour Authority",
        "the boss": "Ellen Brandt",
    }


def test_a_table_whose_names_are_numbers_is_refused(folder: Path) -> None:
    (folder / "bodies.yml").write_text("Norvale Harbour Authority: [1, 2]\n")
    with pytest.raises(typer.BadParameter, match="other names"):
        options_of(None, folder / "bodies.yml", None, allow_private=False)


def test_an_alias_file_that_is_no_table_of_names_is_refused(folder: Path) -> None:
    (folder / "aliases.yml").write_text("- one\n- two\n")
    call = ["compare", str(folder / "harbour.txt"), "--aliases", str(folder / "aliases.yml")]
    result = RUN.invoke(app, call)
    assert result.exit_code == 2
    assert "name: name" in result.output


def test_a_story_that_was_made_before_is_written_in_another_form_without_its_articles(folder: Path) -> None:
    story = folder / "story.json"
    assert RUN.invoke(app, ["compare", str(folder), "-o", str(story)]).exit_code == 0
    for name in ("harbour.txt", "copy.txt"):
        (folder / name).unlink()
    result = RUN.invoke(app, ["convert", str(story), str(story), "-o", str(folder / "out.jsonl")])
    assert result.exit_code == 0, result.output
    held = twosource.Story.from_json(story.read_text())
    assert (folder / "out.jsonl").read_bytes() == FORMATS["jsonl"].make([held, held])
    (folder / "both.json").write_text(f"[{story.read_text()}]", encoding="utf-8")
    assert RUN.invoke(app, ["convert", str(folder / "both.json"), "--format", "bibtex"]).stdout.startswith("@article")


@pytest.mark.parametrize("words", ["", "[1]", "{}", "[" * 100_000])
def test_what_is_no_story_cannot_be_converted(folder: Path, words: str) -> None:
    (folder / "no.json").write_text(words, encoding="utf-8")
    for name in ("no.json", "nothing.json"):
        result = RUN.invoke(app, ["convert", str(folder / name)])
        assert result.exit_code == 1
        assert "not a story" in result.output
