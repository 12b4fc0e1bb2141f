"""The README's table of who expects what is true line by line: each row has a test here that does what it says."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import anyio
import pytest
import spacy
from mcp import Client
from typer.testing import CliRunner

import twosource
from twosource.assistant import Desk, server_over
from twosource.cli.app import app
from twosource.present.formats import format_of

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples" / "port-arden"
TEXT = "At least two people died, harbour police said.\n\n“We saw it turn,” said Ilse Brandt. “Nobody is to blame.”"


def rows() -> dict[str, tuple[str, str]]:
    """What the table says: users, to what they expect and what stands here."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| users of | expect | here |\n")[2].partition("\n\n")[0]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:])
    return {users: (expect, here) for users, expect, here in cells}


TRIED: list[str] = []


def tried(users: str) -> pytest.MarkDecorator:
    """The row of some users: a test is given what it says stands here for them."""
    TRIED.append(users)
    return pytest.mark.parametrize("here", [rows()[users][1]], ids=[users])


@tried("trafilatura, newspaper4k")
def test_a_page_gives_text_author_and_every_reading_of_its_date(here: str) -> None:
    assert 'twosource.read("page.html")' in here
    (article,), _gaps = twosource.read(str(EXAMPLES / "coast-daily.html"))
    assert [block.kind for block in article.blocks][:1] == ["headline"]
    assert article.byline
    assert article.published
    assert len({one.origin for one in article.candidates if one.field in {"published", "updated"}}) > 1


@tried("textacy, CoreNLP's quotes")
def test_a_string_gives_quotations_with_their_speakers(here: str) -> None:
    assert "twosource.compare(text=…)" in here
    story = twosource.compare(text=TEXT)
    names = {one.id: one.name for one in story.sources}
    quoted = [one for one in story.statements if one.kind == "quotation"]
    assert names[next(one.source or "" for one in quoted)] == "Ilse Brandt"
    assert all(one.source or one.uncertain or one.source_reason for one in quoted)


@tried("spaCy")
def test_the_component_gives_its_spans(here: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("twosource")
    doc = nlp(TEXT)
    named = re.findall(r'\["(\w+)"\]', here)
    assert named == ["statements", "figures", "sources"]
    assert all(len(doc.spans[name]) for name in named)


@tried("pandas, Excel")
def test_a_story_gives_frames_and_a_workbook_whose_text_stays_text(here: str, tmp_path: Path) -> None:
    assert 'story.to_frame("figures")' in here
    frame = twosource.compare(text=TEXT).to_frame("figures")
    assert list(frame["words"]) == ["At least two"]
    (tmp_path / "formula.txt").write_text("=1+1 is no sum\n\nFive people died, police said.", encoding="utf-8")
    written = _written(tmp_path / "formula.txt", tmp_path / re.findall(r"-o (\S+\.xlsx)", here)[0])
    with zipfile.ZipFile(io.BytesIO(written)) as book:
        assert "=1+1 is no sum" in book.read("xl/sharedStrings.xml").decode()
        assert not any(b"<f>" in book.read(name) for name in book.namelist())


@tried("Zotero, Hypothesis, Aleph, newsroom systems")
def test_files_for_other_programs_are_written(here: str, tmp_path: Path) -> None:
    endings = re.findall(r"\.[\w.]+json|\.ninjs", here)
    assert len(endings) == 4
    for ending in endings:
        assert format_of(Path(f"story{ending}")).suffixes[0] == ending
        assert _written(EXAMPLES, tmp_path / f"story{ending}")


@tried("an assistant")
def test_an_assistant_is_answered_in_exact_words(here: str) -> None:
    assert "twosource mcp PLACES…" in here

    async def asked() -> dict[str, Any]:
        async with Client(server_over(Desk([EXAMPLES]))) as client:
            return dict((await client.call_tool("compare", {})).structured_content or {})

    told = anyio.run(asked)
    texts = {one.id: one.text for one in twosource.read(str(EXAMPLES))[0]}
    said = [one for point in told["points"] for one in point["said"]]
    assert said
    for one in said:
        for piece in one["words"]:
            assert texts[one["article"]][piece["start"] : piece["end"]] == piece["exact"]
    assert str(ROOT) not in str(told)


def _written(given: Path, path: Path) -> bytes:
    done = CliRunner().invoke(app, ["compare", str(given), "-o", str(path)])
    assert done.exit_code == 0, done.output
    return path.read_bytes()


def test_every_row_is_tried() -> None:
    assert list(rows()) == TRIED
