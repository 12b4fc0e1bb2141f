"""Names that accounts spell in two ways."""

import pytest

from invented import article, english
from twosource.compare.points.spelt_alike import spelt_alike
from twosource.pipeline import Options, compare


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


def names_in_two_ways(*texts: str) -> list[str]:
    told = [article(text, outlet=f"quay{at}.example") for at, text in enumerate(texts)]
    return [one.detail for one in compare(told, Options(parser=english())).conflicts if one.kind == "name"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Noor Haddik", "Nur Hadik"), ("Abdul Tessenka", "Abdel Tesenka"), ("Dan Oyelk", "Daniel Oyellk")],
)
def test_a_name_of_which_both_words_are_spelt_otherwise_is_one(one: str, other: str) -> None:
    (line,) = names_in_two_ways(f"“The roof shook,” said {one}, a baker.", f"A baker, {other}, ran to the weir.")
    assert one.rsplit(maxsplit=1)[-1] in line
    assert other.rsplit(maxsplit=1)[-1] in line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Haddik", "Nur Hadik"),  # another first name
        ("Noor Haddik", "Nur Sorrel"),  # another surname
        ("Noor Martin", "Nur Marvin"),  # two common names
    ],
)
def test_a_name_of_which_one_word_is_another_is_anothers(one: str, other: str) -> None:
    assert names_in_two_ways(f"“The roof shook,” said {one}, a baker.", f"A baker, {other}, ran to the weir.") == []


def test_two_whom_one_article_names_are_two() -> None:
    both = "Bakers Noor Haddik and Nur Hadik ran to the weir."
    assert names_in_two_ways("“The roof shook,” said Noor Haddik, a baker.", both) == []
