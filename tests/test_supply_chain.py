"""What is installed is locked by hash, listed, and comes from nowhere that is written down here."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def sbom(lock: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "requirements" / "sbom.py"), str(lock)]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own program


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_with_a_hash_and_no_download_address_is_written_down(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = [one for one in re.split(r"\n(?=\S)", text) if one.strip() and not one.startswith("#")]
    assert entries
    assert [one.split("\n")[0] for one in entries if "==" not in one or "--hash=sha256:" not in one] == []
    assert not re.search(r"https?://|--(?:extra-)?index-url|--find-links", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_the_list_of_software_names_all_that_is_locked_and_nothing_else(lock: Path) -> None:
    done = sbom(lock)
    assert done.returncode == 0, done.stderr
    listed = json.loads(done.stdout)
    assert (listed["bomFormat"], listed["specVersion"], listed["metadata"]["component"]["name"]) == (
        "CycloneDX",
        "1.5",
        "twosource",
    )
    names = {(one["name"], one["version"]) for one in listed["components"]}
    assert names == {
        (re.sub(r"[-_.]+", "-", name).lower(), version)
        for name, version in PINNED.findall(lock.read_text(encoding="utf-8"))
    }
    assert all(one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}" for one in listed["components"])
    assert all(re.fullmatch(r"[0-9a-f]{64}", one["content"]) for part in listed["components"] for one in part["hashes"])


def test_a_lock_without_hashes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text("lxml==5.3.0\n", encoding="utf-8")
    done = sbom(tmp_path / "lock.txt")
    assert done.returncode != 0
    assert "locked without a hash" in done.stderr
