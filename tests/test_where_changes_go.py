"""What a newcomer wants to change has one place each, which CONTRIBUTING names; what is a line of data is tried."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import get_args, get_type_hints

import pytest

from invented import article, document, parsed, resolver
from twosource.extract import extract
from twosource.extract.entities import pronouns
from twosource.extract.quantities import find_quantities
from twosource.language.lexicon import add_language, forget_language
from twosource.language.words_stances import StanceConstruction, StanceVerb
from twosource.model import GRAVE, REFUSING, MarkKind, Span, Story
from twosource.present import formats
from twosource.read.documents import detect, open_document
from twosource.read.found import Found
from twosource.text import agencies
from twosource.weigh import checks
from twosource.weigh.check_registry import CheckRule

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "twosource"
AddFile = Callable[[str, str], None]
AddLine = Callable[[str, str, str, str], None]


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


@pytest.fixture
def with_line(tmp_path: Path) -> Iterator[AddLine]:
    """A language as it is, with one line more in one of its files."""
    changed: list[str] = []

    def add(code: str, name: str, before: str, line: str) -> None:
        copy = tmp_path / code
        shutil.copytree(SOURCES / "language" / code, copy)
        file = copy / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, f"{line}\n{before}"), encoding="utf-8")
        add_language(code, copy)
        changed.append(code)

    yield add
    for code in changed:
        forget_language(code)


def kinds_of_marks(text: str) -> set[str]:
    """The kinds of all marks over what an article says."""
    one = article(text)
    return {mark.kind for statement in extract(one, parsed(one)).statements for mark in statement.marks}


def test_a_verb_that_makes_a_mark_is_a_line_of_data(with_line: AddLine) -> None:
    text = "The pier is shut, the guild said. The mayor gainsaid that the pier was shut."
    assert kinds_of_marks(text) == set()
    with_line("en", "stances.yml", "  - {verbs: [deny, ", "  - {verbs: [gainsay, gainsaid], kind: denied}")
    assert kinds_of_marks(text) == {"denied"}


def test_an_agency_is_a_line_of_data(with_line: AddLine) -> None:
    with_line(
        "all",
        "agencies.yml",
        "  - {name: AP, ",
        "  - {name: Skerry Wire, forms: [skerry wire], sites: [skerry.example]}",
    )
    agencies.agency_names.cache_clear()
    assert agencies.agency_called("Skerry Wire") == "Skerry Wire"
    agencies.agency_names.cache_clear()


def test_a_form_of_input_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Found(name="log.tale", data=b"TALE 1\nThe pier is shut.", path="log.tale")
    assert detect.document_kind(found) is None
    monkeypatch.setattr(detect, "_KINDS", (("mail", lambda _, head: head.startswith(b"TALE")), *detect._KINDS))
    assert detect.document_kind(found) == "mail"


def test_every_form_of_document_that_is_told_apart_has_what_reads_it() -> None:
    assert {*open_document._PAGES, *open_document._PARTS} == set(get_args(detect.DocumentKind))


def test_a_kind_of_mark_is_named_in_the_model_alone() -> None:
    of_verbs, of_words = get_type_hints(StanceVerb)["kind"], get_type_hints(StanceConstruction)["kind"]
    assert (of_verbs, of_words) == (MarkKind | None, MarkKind)
    assert set(get_args(MarkKind)) >= GRAVE > REFUSING


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
