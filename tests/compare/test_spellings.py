"""Names that accounts spell in two ways."""

import pytest

from twosource.compare.points.spelt_alike import spelt_alike


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
        ("somali", "somalia"),  # of another one
        ("martin", "marvin"),  # two common names
        ("macy", "many"),  # a word that every text has, at the head of a sentence
        ("tessenka", "tessenka"),
    ],
)
def test_what_only_looks_like_it_is_none(one: str, other: str) -> None:
    assert not spelt_alike(one, other, "en")


def test_less_rare_words_are_one_where_the_rest_of_the_name_is_known() -> None:
    assert spelt_alike("independence", "independent", "en", of_one=True)
    assert not spelt_alike("independence", "independent", "en")


def test_a_short_name_that_begins_otherwise_is_another() -> None:
    assert not spelt_alike("ross", "boss", "en", of_one=True)
