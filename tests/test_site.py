"""The documentation's site: built without a warning, complete, and looked at without a network."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("site")
    call = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(ROOT / "docs"), str(built)]
    done = subprocess.run(call, check=False, capture_output=True, text=True)  # noqa: S603 - our own call
    assert done.returncode == 0, done.stderr
    return built


def test_every_page_of_the_documentation_is_there(site: Path) -> None:
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert pages <= {path.stem for path in site.glob("*.html")}


def test_nothing_is_fetched_when_it_is_looked_at(site: Path) -> None:
    for page in site.rglob("*.html"):
        words = page.read_text(encoding="utf-8")
        fetched = re.findall(r'<(?:script|img|iframe)\b[^>]*?\bsrc="((?:https?:)?//[^"]+)"', words)
        fetched += [link for link in re.findall(r"<link\b[^>]*>", words) if re.search(r'href="(?:https?:)?//', link)]
        assert fetched == [], page.name
    for style in site.rglob("*.css"):
        assert not re.findall(r"(?:@import|url\()\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), (
            style.name
        )


def test_the_names_that_programs_use_are_documented(site: Path) -> None:
    words = (site / "python.html").read_text(encoding="utf-8")
    for name in ("compare", "split", "Options", "to_frame", "save", "MissingExtraError", "StatementsAndFigures"):
        assert name in words
