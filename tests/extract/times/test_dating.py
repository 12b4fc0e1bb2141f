import pytest

from invented import article, parsed
from twosource.extract.times.dating import date_article
from twosource.language import document_of
from twosource.model import Article


def dated(text: str, published: str | None = None, others: tuple[Article, ...] = ()) -> Article:
    one = article(text, published=published)
    return date_article(document_of(one, parsed(one)), others=others)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The dam burst yesterday, 2 March 2031, officials said.", "2031-03-03", "2031-03-03"),
        ("The strike began on May 3, 2031, eight days ago.", "2031-05-11", "2031-05-11"),
        ("The ferry sank on Tuesday, 4 March 2031. On Thursday divers went down.", "2031-03-04", "2031-03-11"),
    ],
)
def test_what_an_article_says_of_its_own_day_dates_it(text: str, first: str, last: str) -> None:
    found = dated(text)
    assert found.dated_by == "content"
    assert found.date_range == (first, last)
    assert found.date_reason


@pytest.mark.parametrize(
    "text",
    [
        "The poet was born on July 4, 1976.",
        "He read in Sarnt on Wednesday.",
        "Nothing happened.",
        "It entered its seventh day.",
    ],
)
def test_where_nothing_fixes_the_day_nothing_is_said(text: str) -> None:
    found = dated(text)
    assert found.dated_by == "none"
    assert found.date_range is None


def test_parts_written_on_different_days_are_told() -> None:
    found = dated("Today, 6 March 2031, divers went down. The wreck was found yesterday, 3 March 2031.")
    assert found.date_range == ("2031-03-04", "2031-03-06")
    assert "different days" in found.date_reason


def test_a_stated_date_stays_and_parts_that_count_differently_are_told() -> None:
    found = dated(
        "The blockade entered its fifth day today. He announced the start of the blockade eight days ago.",
        published="2031-05-14",
    )
    assert (found.dated_by, found.published) == ("stated", "2031-05-14")
    assert "different days" in found.date_reason


def test_a_stated_date_with_nothing_against_it_is_left_alone() -> None:
    one = article("The quay burned last Saturday.")
    assert date_article(document_of(one, parsed(one))) is one


def test_other_articles_of_the_story_place_a_day_that_lacks_its_year() -> None:
    other = article("Another report.", published="2031-05-14")
    found = dated("Debris lay in the street on May 12.", others=(other,))
    assert found.date_range == ("2031-05-12", "2031-05-21")
