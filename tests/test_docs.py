"""Docs that fail when they are stale."""

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_reference_is_what_the_program_says_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["generate.py", "--check"])
    with pytest.raises(SystemExit) as outcome:
        runpy.run_path(str(ROOT / "docs" / "generate.py"), run_name="__main__")
    assert outcome.value.code == 0, "docs/reference.md is stale: run `make docs`"


def test_the_contract_names_every_key_of_the_model() -> None:
    from dataclasses import fields  # noqa: PLC0415 - beside its use

    from twosource import model  # noqa: PLC0415 - beside its use

    contract = (ROOT / "docs" / "story-json.md").read_text(encoding="utf-8")
    for noun in (model.Story, model.Article, model.Block, model.Source, model.Statement, model.Figure, model.Moment, model.Passage,
                 model.Origin, model.Point, model.Difference, model.Standing, model.Conflict, model.TimelineEntry, model.Check, model.Gap):  # fmt: skip
        for field in fields(noun):
            assert f'"{field.name}"' in contract or f"`{field.name}`" in contract, f"{noun.__name__}.{field.name}"


def test_the_readme_names_no_file_that_is_not_there() -> None:
    import re  # noqa: PLC0415 - beside its use

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / target).exists(), target
