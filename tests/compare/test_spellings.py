"""Names that accounts spell in two ways."""

import pytest

from twosource.compare.points.spellings import spelt_alike


@pytest.mark.parametrize(("one", "other"), [("khaleb", "kahleb"), ("tessenka", "tesenka"), ("milajha", "malijha")])
def test_a_letter_more_or_in_another_order_is_another_spelling(one: str, other: str) -> None:
    assert spelt_alike(one, other, "en")
    assert spelt_alike(other, one, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tessenka", "tessenkas"),  # of two
        ("zürsen", "zursen"),  # an accent
        ("organisation", "organization"),  # an ocean
        ("germany", "german"),  # of the country
        ("martin", "marvin"),  # two common names
        ("tessenka", "tessenka"),
    ],
)
def test_what_only_looks_like_it_is_none(one: str, other: str) -> None:
    assert not spelt_alike(one, other, "en")
