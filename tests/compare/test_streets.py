"""Streets, and whether two of them may be one."""

import pytest

from twosource.compare.points.streets import Street, alike_streets, is_street, other_kind


def test_a_street_ends_in_its_kind_or_in_the_part_of_town() -> None:
    assert is_street(("elm", "street"), "en")
    assert is_street(("elm", "street", "east"), "en")
    assert not is_street(("street",), "en")
    assert not is_street(("elm", "east"), "en")


def test_a_drive_and_a_lane_of_one_name_are_one_street_in_doubt() -> None:
    assert other_kind(("tessen", "drive"), ("tessen", "lane"), "en")
    assert other_kind(("tessen", "street", "east"), ("tessen", "street", "west"), "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("7th", "street"), ("7th", "avenue")),  # two streets that cross
        (("tessen", "boulevard"), ("tessen", "blvd")),  # in short
        (("tessen", "street"), ("orrin", "lane")),
        (("tessen", "street"), ("tessen", "east")),
    ],
)
def test_other_streets_are_not(one: Street, other: Street) -> None:
    assert not other_kind(one, other, "en")


def test_names_with_a_letter_or_two_more_are_one() -> None:
    assert alike_streets(("philip", "street"), ("phillips", "road"))
    assert not alike_streets(("philip", "street"), ("phoenix", "road"))
    assert not alike_streets(("oak", "street"), ("oaks", "road"))
