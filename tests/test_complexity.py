"""No function is harder to follow than one can hold in one's head; the list of those that still are only shrinks."""

from pathlib import Path

import pytest
from complexipy import file_complexity

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "twosource"
LISTED = Path(__file__).with_name("still_too_complex.txt")
MOST = 15
"""Cognitive complexity of a function. Source: Campbell 2018, "Cognitive Complexity", whose default is 15."""


def too_complex() -> dict[str, int]:
    """Each function above the bound, as "path::name", with its complexity."""
    return {
        f"{path.relative_to(SOURCES)}::{function.name}": function.complexity
        for path in sorted(SOURCES.rglob("*.py"))
        for function in file_complexity(str(path)).functions
        if function.complexity > MOST
    }


def listed() -> dict[str, int]:
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if line and not line.startswith("#"))
    return {name: int(most) for name, most in pairs}


@pytest.fixture(scope="module")
def found() -> dict[str, int]:
    return too_complex()


def test_no_function_is_above_the_bound_but_those_that_always_were(found: dict[str, int]) -> None:
    assert sorted(found.keys() - listed().keys()) == []


def test_none_of_those_has_grown(found: dict[str, int]) -> None:
    assert {name: now for name, now in found.items() if now > listed().get(name, MOST)} == {}


def test_whatever_is_simple_by_now_is_off_the_list(found: dict[str, int]) -> None:
    assert sorted(listed().keys() - found.keys()) == []
