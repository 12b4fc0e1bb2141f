"""One person becomes several, and a private one an official, on the way from one article to the next."""

import pytest

from invented import article
from twosource.model import Point, Source, SourceKind, Statement, Story
from twosource.weigh.checks import find_checks

WEIR = article("The second tanker burned for three hours.", outlet="weir.example")
LOCK = article("The second tanker burned for three hours.", outlet="lock.example")


def _told(one: Source, two: Source) -> Story:
    statements = tuple(
        Statement(id=f"t{at}", article=a.id, kind="paraphrase", start=0, end=10, content=(), source=source.id)
        for at, (a, source) in enumerate(((WEIR, one), (LOCK, two)))
    )
    point = Point(id="q1", kind="claim", label="The tanker burned", statements=("t0", "t1"), relation="same")
    return Story(
        title="x", version="0", articles=(WEIR, LOCK), sources=(one, two), statements=statements, points=(point,)
    )


def _source(name: str, kind: SourceKind = "unnamed") -> Source:
    return Source(id=f"s {name}", name=name, kind=kind)


@pytest.mark.parametrize(
    ("one", "two"), [("a witness", "witnesses"), ("a neighbour", "officials"), ("officials", "a friend")]
)
def test_a_source_that_weighs_more_elsewhere_is_on_the_list(one: str, two: str) -> None:
    (check,) = find_checks(_told(_source(one), _source(two)), codes=["C117"])
    assert "weir.example has it from" in check.detail
    assert "lock.example has it from" in check.detail


@pytest.mark.parametrize(
    ("one", "two"), [("a witness", "a bystander"), ("police", "officials"), ("witnesses", "officials")]
)
def test_sources_of_one_weight_and_several_people_are_not(one: str, two: str) -> None:
    assert find_checks(_told(_source(one), _source(two)), codes=["C117"]) == ()


def test_a_person_with_a_name_has_no_weight() -> None:
    assert find_checks(_told(_source("a witness"), _source("Ada Quill", "person")), codes=["C117"]) == ()
