"""What went wrong on the way from one article to the next, in wording that both have."""

from dataclasses import replace

import pytest

from invented import article
from twosource.model import Figure, Passage, PassageKind, Place, Story
from twosource.weigh.checks import find_checks

LINE = "The crew of the barge was taken ashore in rowing boats and given {} in the chapel hall by harbour {} on Sunday"


def _story(one: str, two: str, *, kind: PassageKind = "copied", outlet: str = "lock.example") -> Story:
    left, right = article(one, outlet="weir.example"), article(two, outlet=outlet)
    other = article("Nothing but soup, people and children.", outlet="quay.example")
    places = tuple(sorted(Place(article=a.id, start=0, end=len(a.text)) for a in (left, right)))
    passage = Passage(
        id="p1",
        spans=(places[0], places[1]),
        words=20,
        ratio=0.95,
        kind=kind,
        reason="20 words outside quotations are the same, in the same order",
    )
    return Story(title="Barge", version="0", articles=(left, right, other), passages=(passage,))


@pytest.mark.parametrize(("one", "two"), [("children", "chidlren"), ("tomorrow", "tommorow")])
def test_a_slip_in_shared_wording_is_shown_with_what_stands_around(one: str, two: str) -> None:
    told = _story(LINE.format("soup", one), LINE.format("soup", two))
    (check,) = find_checks(told, codes=["C116"])
    assert two in check.detail
    assert check.refers == ("p1",)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("organised", "organized"),
        ("colour", "color"),
        ("harbour", "harbours"),
        ("closed", "closes"),
        ("travelled", "traveled"),
    ],
)
def test_another_form_or_another_spelling_of_a_word_is_no_slip(one: str, two: str) -> None:
    assert find_checks(_story(LINE.format("soup", one), LINE.format("soup", two)), codes=["C116"]) == ()


def test_what_changes_from_one_save_of_an_outlet_to_the_next_is_no_error_in_copying() -> None:
    told = _story(LINE.format("soup", "children"), LINE.format("soup", "chidlren"), outlet="weir.example")
    assert find_checks(told, codes=["C116"]) == ()


def test_a_formula_is_not_copied() -> None:
    told = _story(LINE.format("soup", "children"), LINE.format("soup", "chidlren"), kind="formula")
    assert find_checks(told, codes=["C116"]) == ()


@pytest.mark.parametrize(("units", "codes"), [((None, None), ["C116"]), (("miles", "km"), [])])
def test_a_number_in_another_unit_is_no_slip(units: tuple[str | None, str | None], codes: list[str]) -> None:
    told = _story(LINE.format("30", "people"), LINE.format("48", "people"))
    figures = tuple(
        Figure(id=f"f{one.outlet}", article=one.id, start=at, end=at + 2, low=1, high=1, unit=unit, counted="")
        for one, number, unit in zip(told.articles, ("30", "48"), units, strict=False)
        for at in [one.text.index(number)]
    )
    assert [check.code for check in find_checks(replace(told, figures=figures), codes=["C116"])] == codes
