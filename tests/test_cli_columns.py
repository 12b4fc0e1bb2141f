import json
from pathlib import Path

from typer.testing import CliRunner

import twosource
from twosource.cli import app

RUN = CliRunner()


def test_the_columns_of_a_table_can_be_named(tmp_path: Path) -> None:
    row = {
        "b": "A ferry ran aground off Velm on Monday, harbour police said.",
        "h": "Ferry aground",
        "d": "2031-05-14",
        "site": "The Tern",
    }
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row))
    result = RUN.invoke(
        app, ["compare", str(path), "--columns", "text=b,title=h,published=d,outlet=site", "--format", "json"]
    )
    assert result.exit_code == 0, result.output
    (article,) = twosource.Story.from_json(result.stdout).articles
    assert (article.headline, article.published, article.outlet) == ("Ferry aground", "2031-05-14", "The Tern")


def test_a_column_map_that_is_none_is_a_wrong_call(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["compare", str(tmp_path), "--columns", "words=b"])
    assert result.exit_code == 2
    assert "FIELD=COLUMN" in result.output
