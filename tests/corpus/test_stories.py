import dataclasses
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from invented_corpus import written
from twosource import Story
from twosource.cli import app
from twosource.corpus import CorpusOptions, build, open_story
from twosource.corpus.layout import Layout
from twosource.engine.on_daft import DaftEngine
from twosource.engine.parts import read_table
from twosource.errors import CorpusError
from twosource.pipeline import Options, clean_one, compare, raws_of
from twosource.settings import Settings

RUN = CliRunner()

FERRY = (
    "A ferry ran aground off Velm on Monday and at least two people died, harbour police said. The ferry had left Orrin "
    "with 60 passengers. Divers searched the hull on Monday night while the captain was questioned in Velm.\n"
    "“We saw it turn towards the rocks,” said Ilse Brandt, a crane driver at the harbour of Velm."
)
FERRY_LATER = (
    "Three people died when a ferry ran aground off Velm on Monday, the harbour police of Velm said on Tuesday. The ferry "
    "had left Orrin with 60 passengers, and its captain was still being questioned.\n"
    "Crane driver Ilse Brandt said she saw the ferry turn towards the rocks. Divers searched the hull again on Tuesday."
)
VOTE = (
    "The council of the island of Sandry voted on Wednesday to close its airfield, the mayor Tova Lund said. The runway "
    "was built in 1961 and costs more than the school, Lund told the council.\n"
    "Islanders must now sail to Quell, which takes five hours in winter, and pilots spoke of a dark day for Sandry."
)


def article(title: str, text: str, outlet: str, published: str | None) -> dict[str, object]:
    found: dict[str, object] = {"title": title, "text": text, "outlet": outlet, "language": "en"}
    return found | ({"published": published} if published else {})


ARTICLES = [
    article("Ferry aground off Velm, two dead", FERRY, "harrow.example", "2031-05-12T20:00"),
    article("Toll of Velm ferry rises to three", FERRY_LATER, "tarn.example", "2031-05-13T10:00"),
    article("Sandry closes its airfield", VOTE, "quell.example", "2031-05-14T09:00"),
]


def rows_of(folder: Path, table: str) -> list[dict[str, Any]]:
    layout = Layout(folder=folder)
    return [row for part in layout.parts(table) for row in read_table(layout.table(table, part)).to_pylist()]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    build(
        [str(written(folder / "in", ARTICLES))], folder / "out", CorpusOptions(), DaftEngine(workers=1), lambda *_: None
    )
    return folder / "out"


def test_articles_about_one_event_are_one_story_over_the_border_of_days(corpus: Path) -> None:
    stories: dict[str, set[str]] = {}
    for row in rows_of(corpus, "stories"):
        stories.setdefault(row["story"], set()).add(row["outlet"])
    assert sorted(map(sorted, stories.values())) == [["harrow.example", "tarn.example"], ["quell.example"]]
    assert all(row["reason"] for row in rows_of(corpus, "stories"))


def test_statements_and_figures_are_rows_with_their_words_and_whose_they_are(corpus: Path) -> None:
    texts = {row["id"]: row["text"] for row in rows_of(corpus, "articles")}
    figures = rows_of(corpus, "figures")
    assert {(row["low"], row["measure"]) for row in figures if row["measure"] == "killed"} == {
        (2.0, "killed"),
        (3.0, "killed"),
    }
    for row in figures:
        assert texts[row["article"]][row["start"] : row["end"]] == row["words"]
    quoted = [row for row in rows_of(corpus, "statements") if row["kind"] == "quotation"]
    assert [row["source"] for row in quoted] == ["Ilse Brandt"]


def test_a_story_of_a_corpus_is_what_compare_gives_for_its_articles(corpus: Path) -> None:
    options = Options()
    raws = raws_of([str(corpus.parent / "in" / "articles.jsonl")], options)
    cleaned = [clean_one(raw, options)[0] for raw in raws]  # type: ignore[arg-type]  # no row of these is a gap
    ferry = [one for one in cleaned if one and one.outlet != "quell.example"]
    story = open_story(corpus, ferry[0].id, options)
    assert story.to_json() == dataclasses.replace(compare(ferry, options), gaps=story.gaps).to_json()
    assert len(story.articles) == 2


def test_a_story_that_is_not_there_and_a_folder_that_is_no_corpus_are_errors(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no story is called"):
        open_story(corpus, "nothing", Options())
    with pytest.raises(CorpusError, match="2 stories are called"):
        open_story(corpus, "", Options())
    with pytest.raises(CorpusError, match="no corpus here"):
        open_story(tmp_path, "e1", Options())


def test_a_story_opens_as_a_page_from_the_command_line(corpus: Path, tmp_path: Path) -> None:
    name = rows_of(corpus, "stories")[0]["story"]
    result = RUN.invoke(app, ["corpus", "story", str(corpus), name, "-o", str(tmp_path / "page.html")])
    assert result.exit_code == 0, result.output
    assert "Velm" in (tmp_path / "page.html").read_text(encoding="utf-8")
    result = RUN.invoke(app, ["corpus", "story", str(corpus), name, "--format", "json"])
    assert Story.from_json(result.stdout).articles


def test_a_corpus_is_made_from_the_command_line_and_says_what_there_is_and_what_is_missing(tmp_path: Path) -> None:
    inputs = written(tmp_path / "in", ARTICLES)
    (tmp_path / "in" / "empty.txt").touch()
    call = ["corpus", str(inputs.parent), "-o", str(tmp_path / "out"), "--stages", "passages", "--workers", "1"]
    result = RUN.invoke(app, call)
    assert result.exit_code == 0, result.output
    assert "3 rows in articles" in result.output
    assert "G102 1 times" in result.output
    assert RUN.invoke(app, [*call, "--stages", "dreams"]).exit_code == 2
    assert RUN.invoke(app, ["corpus", str(tmp_path / "gone"), "-o", str(tmp_path / "out2")]).exit_code == 1


def test_grouping_goes_on_after_a_stop_as_if_there_had_been_none(corpus: Path, tmp_path: Path) -> None:
    options = CorpusOptions(settings=Settings(corpus_part_articles=1))
    build([str(corpus.parent / "in")], tmp_path / "out", options, DaftEngine(workers=1), lambda *_: None)
    done = tmp_path / "out" / "work" / "done" / "stories"
    assert len(list(done.iterdir())) == 3
    before = sorted(map(str, rows_of(tmp_path / "out", "stories")))
    for day in sorted(done.iterdir())[1:]:
        day.unlink()
        (tmp_path / "out" / "stories" / f"{day.stem}.parquet").unlink()
    build([str(corpus.parent / "in")], tmp_path / "out", options, DaftEngine(workers=1), lambda *_: None)
    assert sorted(map(str, rows_of(tmp_path / "out", "stories"))) == before
    assert before == sorted(map(str, rows_of(corpus, "stories")))
