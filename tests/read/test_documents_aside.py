"""Laid-out documents and workbooks are read in a process that may die."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from read.saved_documents import docx, ods, odt, pdf, xlsx
from twosource.aside import Aside
from twosource.model import Gap, Raw
from twosource.read import read
from twosource.read.documents import read_aside as room

LINE = "The lower gate of the lock failed on Monday, and two barges were held."
SHEET = (("title", "text"), ("Lock gate fails", LINE))
DOCUMENTS = {
    "a.pdf": pdf([(60, 700, 10, LINE)]),
    "a.docx": docx(("Normal", LINE)),
    "a.odt": odt("Lock gate fails", LINE),
    "a.xlsx": xlsx(*SHEET),
    "a.ods": ods(News=SHEET),
}
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits differ elsewhere")


class Dying(Aside):
    """A process that ends whatever it is asked."""

    def call(self, _name: str, _data: bytes, seconds: float) -> bytes:
        return super().call("dying_cleaner:ending", b"take all memory", seconds)


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parent.parent}{':'.join(['', *sys.path])}")
    made = Dying("dying_cleaner:warm", 512 * 1024**2)
    monkeypatch.setattr(room, "aside", lambda *_: made)
    yield
    made.close()


def written(folder: Path, name: str) -> Path:
    place = folder / name
    place.write_bytes(DOCUMENTS[name])
    return place


@linux
@pytest.mark.usefixtures("dying")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_that_ends_its_process_is_a_gap_and_costs_no_other_its_place(tmp_path: Path, name: str) -> None:
    other = tmp_path / "b.txt"
    other.write_text(LINE, encoding="utf-8")
    items = list(read([str(written(tmp_path, name)), str(other)]))
    assert [(gap.code, gap.where) for gap in items if isinstance(gap, Gap)] == [("G109", str(tmp_path / name))]
    assert [raw.text for raw in items if isinstance(raw, Raw)] == [LINE]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_where_no_process_can_be_begun_a_document_is_read_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    here = list(read([str(written(tmp_path, name))]))
    none = Aside("twosource.read.documents.office:warm", 1)
    monkeypatch.setattr(room, "aside", lambda *_: none)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert list(read([str(tmp_path / name)])) == here != []
