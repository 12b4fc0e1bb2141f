"""What a newcomer wants to change has one place each, which CONTRIBUTING names; what is a line of data is tried."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

import pytest

from invented import document, resolver
from twosource.extract.entities import pronouns
from twosource.extract.quantities import find_quantities
from twosource.language.lexicon import add_language, forget_language
from twosource.model import Span, Story
from twosource.present import formats
from twosource.weigh import checks
from twosource.weigh.check_registry import CheckRule

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "twosource"
AddFile = Callable[[str, str], None]


def places() -> list[str]:
    """The paths of the table's second column."""
    table = (
        (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| to add | goes to |")[2].partition("\n\n")[0]
    )
    cells = (line.split("|")[2] for line in table.splitlines() if line.count("|") > 2)
    return sorted({path for cell in cells for path in re.findall(r"`([\w/]+(?:/|\.\w+))`", cell)})


@pytest.mark.parametrize("place", places())
def test_a_place_that_the_table_names_is_there(place: str) -> None:
    assert (SOURCES / place).exists()


def test_the_table_names_the_ten_places_that_newcomers_ask_for() -> None:
    assert len(places()) > 10


@pytest.fixture
def add_file(tmp_path: Path) -> Iterator[AddFile]:
    def add(name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        add_language("q1", tmp_path)

    yield add
    forget_language("q1")


def test_a_unit_is_a_line_of_data(add_file: AddFile) -> None:
    add_file("quantities.yml", "measures: {leagues: [leagues, league]}")
    assert [(number.low, number.unit) for number in find_quantities("12 leagues", "q1")] == [(12.0, "leagues")]


def test_a_bound_is_a_line_of_data(add_file: AddFile) -> None:
    add_file("quantities.yml", "before: {at most: [scarcely]}")
    assert [(number.low, number.bound) for number in find_quantities("scarcely 12", "q1")] == [(12.0, "at most")]


def test_a_check_is_one_function_with_its_severity(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = CheckRule(code="C999", severity="low", message="The story is new.", find=lambda _: iter([("It is.", ())]))
    monkeypatch.setattr(checks, "CHECKS", {**checks.CHECKS, "C999": rule})
    found = checks.find_checks(Story(title="Nothing yet", version="0"), ["C999"])
    assert [(check.code, check.severity) for check in found] == [("C999", "low")]


def test_a_form_of_output_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    form = formats.Format("tale", "Tale", (".tale",), "text/plain", "records:to_json")
    monkeypatch.setattr(formats, "_EVERY", (*formats._EVERY, form))
    assert formats.format_of(PurePath("story.tale")) == form


@pytest.mark.parametrize(("reach", "who"), [(2, ()), (12, ("Mary Quill",))])
def test_how_far_she_reaches_is_one_number(monkeypatch: pytest.MonkeyPatch, reach: int, who: tuple[str, ...]) -> None:
    monkeypatch.setattr(pronouns, "_REACH", reach)
    text = "Mary Quill met the crew. It rained. The bridge was shut. The wind rose. It was late. The ferry left. She sighed."
    asked = document(text)
    start = asked.text.index("She")
    asking = resolver(asked)
    meant = asking.who(Span(start=start, end=start + 3))
    assert (asking.names(meant.entity)[:1] if meant.entity else ()) == who
