"""What is handed out besides the package holds what it says: the action's commands run, the image's recipe names what is there."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION: dict[Any, Any] = yaml.safe_load((ROOT / "examples" / "github-action.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
INSTRUCTION = re.compile(r"^(?P<name>[A-Z]+) (?P<said>(?:.*\\\n)*.*)$", re.MULTILINE)


def steps() -> list[dict[str, Any]]:
    return [step for job in ACTION["jobs"].values() for step in job["steps"]]


def test_the_commands_of_the_action_run_over_a_folder_of_pages_and_leave_what_it_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("northline.txt", "bay-ledger.txt"):
        shutil.copyfile(ROOT / "examples" / "port-arden" / name, tmp_path / "pages" / name)
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "twosource"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m twosource "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}:/usr/bin:/bin")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    lines = [line for step in steps() for line in step.get("run", "").split("\n") if line and "pip install" not in line]
    assert len([line for line in lines if line.startswith("twosource ")]) >= 3
    for line in lines:
        subprocess.run(["sh", "-ec", line], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603, S607 - our own example
    (kept,) = [step["with"]["path"].split() for step in steps() if "upload-artifact" in step.get("uses", "")]
    assert kept
    assert all((tmp_path / name).stat().st_size > 1000 for name in kept)
    assert "Port Arden" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_the_action_may_read_only_and_runs_a_python_that_is_supported() -> None:
    assert ACTION["permissions"] == {"contents": "read"}
    versions = [step["with"]["python-version"] for step in steps() if "setup-python" in step.get("uses", "")]
    assert [one for one in versions if tuple(map(int, one.split("."))) < (3, 11)] == []
    assert versions
    assert all("@v" in step["uses"] for step in steps() if "uses" in step)


def instructions() -> list[tuple[str, str]]:
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = [(one["name"], one["said"].replace("\\\n", " ")) for one in INSTRUCTION.finditer(text)]
    assert "".join(text.split()) == "".join(
        "".join(f"{one['name']}{one['said']}" for one in INSTRUCTION.finditer(text)).split()
    )
    return found


def test_the_image_is_made_in_stages_of_which_the_last_runs_as_nobody_special() -> None:
    found = instructions()
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "EXPOSE", "ENTRYPOINT", "CMD"}
    assert {name for name, _ in found} <= known
    stages = [said.split() for name, said in found if name == "FROM"]
    assert all(re.fullmatch(r"python:3\.1[1-4]-slim", stage[0]) for stage in stages)
    last = found[max(i for i, (name, _) in enumerate(found) if name == "FROM") :]
    users = [said for name, said in last if name == "USER"]
    assert users
    assert "root" not in users
    assert any("useradd" in said and users[-1] in said for name, said in last if name == "RUN")
    names = {stage[2] for stage in stages if len(stage) == 3}
    assert {said.split()[0].removeprefix("--from=") for name, said in last if name == "COPY"} <= names


def test_what_the_image_copies_and_installs_is_there_and_its_command_is_ours() -> None:
    found = instructions()
    copied = [said.split()[:-1] for name, said in found if name == "COPY" and "--from=" not in said]
    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []
    locks = [lock for name, said in found if name == "RUN" for lock in re.findall(r"--require-hashes -r (\S+)", said)]
    assert locks
    assert [lock for lock in locks if not (ROOT / lock).is_file()] == []
    (entry,) = [said for name, said in found if name == "ENTRYPOINT"]
    assert entry == '["twosource"]'
    assert "twosource" in PROJECT["scripts"]
    # pip is asked to build without isolation: what builds must be in the lock.
    (lock,) = set(locks)
    assert "setuptools==" in (ROOT / lock).read_text(encoding="utf-8")
