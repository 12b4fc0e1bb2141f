"""Inputs cleaned aside give what they give here; one that ends the process there is a gap."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from invented import english
from twosource import aside as room
from twosource import cleaning
from twosource.aside import Aside, DiedError
from twosource.cleaning import cleaned
from twosource.model import Raw
from twosource.pipeline import Options, read
from twosource.settings import DEFAULTS

PAGE = (
    '<html><head><meta property="og:title" content="Barge sinks"></head><body><article><h1>Barge sinks</h1>'
    "<time datetime='2031-03-04'></time><p>A barge sank at the Orm lock on Monday, and nobody was hurt.</p>"
    "<p>The keeper said: “We heard it.” She had seen it list since Sunday, the lock office was told.</p></article></body></html>"
)
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits differ elsewhere")


def raw(number: int, words: str = "") -> Raw:
    return Raw(
        name=f"{number}.html", kind="html", text=PAGE.replace("Monday", f"Monday {number}{words}"), sha256=str(number)
    )


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> Iterator[Aside]:
    """A process whose way of ending stands in what it is given."""
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parent}{':'.join(['', *sys.path])}")
    made = Aside("dying_cleaner:warm", 512 * 1024**2)
    yield made
    made.close()


def test_what_is_cleaned_aside_is_what_is_cleaned_here() -> None:
    for one in (
        raw(1),
        replace(raw(2), text="<p>"),
        replace(raw(3), kind="text", text="A barge sank.\n\nNobody was hurt."),
    ):
        assert cleaned(one, DEFAULTS, apart=True) == cleaned(one, DEFAULTS, apart=False)


@linux
@pytest.mark.parametrize("how", ["take all memory", "take all time", "die", "raise", "call out", "write"])
def test_an_input_that_ends_the_process_is_a_gap_and_costs_no_other_its_place(
    monkeypatch: pytest.MonkeyPatch, dying: Aside, how: str
) -> None:
    monkeypatch.setattr(cleaning, "aside", lambda *_: dying)
    monkeypatch.setattr(cleaning, "_ASKED", "dying_cleaner:answered")
    settings = replace(DEFAULTS, worker_seconds=1.0, worker_articles=2)
    articles, gaps = read([raw(1), raw(2, f" now {how}"), raw(3)], Options(settings=settings, parser=english()))
    assert [article.text.count("Monday 1") + 2 * article.text.count("Monday 3") for article in articles] == [1, 2]
    assert [(gap.code, gap.where) for gap in gaps] == [("G204", "2.html")]


def test_few_small_pages_start_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "aside", None)
    assert len(read([raw(n) for n in range(3)])[0]) == 3


def test_a_large_page_is_cleaned_aside_though_it_is_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(*given: object) -> Aside:
        asked.append(str(given[0]))
        return room.aside(*given)

    monkeypatch.setattr(cleaning, "aside", noted)
    cleaned(raw(1), replace(DEFAULTS, aside_characters=len(PAGE) - 1), apart=False)
    assert asked == ["twosource.cleaning:warm"]


def test_where_no_process_can_be_begun_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    none = Aside("twosource.cleaning:warm", 1)
    monkeypatch.setattr(cleaning, "aside", lambda *_: none)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert cleaned(raw(1), DEFAULTS, apart=True)[0] is not None


def test_a_process_that_died_is_begun_anew(dying: Aside) -> None:
    with pytest.raises(DiedError):
        dying.call("dying_cleaner:ending", b"die", 5)
    assert dying.call("dying_cleaner:ending", b"well", 5) == b"well"
    dying.close()
    dying.close()
