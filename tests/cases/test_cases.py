"""Tiny invented stories through the whole way, with what is expected beside them."""

import pytest

from cases import case


def _param(name: str) -> object:
    waits = case.load(name).get("waits")
    marks = [pytest.mark.xfail(strict=True, reason=waits)] if waits else []
    return pytest.param(name, marks=marks, id=name)


@pytest.mark.parametrize("name", [_param(name) for name in case.names()])
def test_the_case_is_met(name: str) -> None:
    wanted = case.load(name)
    assert not case.misses(wanted, case.story(wanted))


def test_there_are_cases_of_every_kind() -> None:
    kinds = {name.split("/")[0] for name in case.names()}
    assert {"quotation", "figure", "claim", "checks"} <= kinds
