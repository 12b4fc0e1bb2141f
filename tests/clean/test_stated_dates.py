import pytest

from clean.told import cleaned, json_ld, page_of
from twosource.clean.dates import iso_of


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("03.04.2031", "2031-04-03"),
        ("3. 4. 2031, 14:20", "2031-04-03T14:20"),
        ("03/04/2031", None),
        ("1970-01-01T00:00:00Z", None),
        ("1969-12-31T19:00:00-05:00", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("1970-01-02", "1970-01-02"),
    ],
)
def test_a_day_is_read_one_way_or_not_at_all(words: str, day: str | None) -> None:
    assert iso_of(words) == day


def test_nought_on_a_clock_gives_way_to_the_day_in_the_text() -> None:
    page = page_of(
        head=json_ld(datePublished="1970-01-01T00:00:00Z"), above='<p class="meta">Published: 4 March 2031</p>'
    )
    assert cleaned(page, html=True).published == "2031-03-04"


def test_the_time_of_the_last_change_stands_in_where_no_other_is_stated_and_says_so() -> None:
    article = cleaned(page_of(head=json_ld(dateModified="2031-03-04T08:00:00Z")), html=True)
    assert (article.published, article.updated) == ("2031-03-04T08:00+00:00", "2031-03-04T08:00+00:00")
    assert "as the time of its last change" in article.date_reason


def test_the_clock_in_the_masthead_and_the_days_of_other_stories_are_not_the_articles() -> None:
    page = page_of(
        below='<aside class="related"><a href="/a"><h4>Barge sinks</h4></a><time datetime="2029-01-02">2 Jan</time></aside>'
    )
    page = page.replace("<header>", '<header><time datetime="2031-03-09T10:00">Sunday 9 March 2031</time>')
    assert cleaned(page, html=True).published is None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("23. Oktober 2031", "2031-10-23", None),
        ("Publisert torsdag 09. mai 2031 - 13:26", "2031-05-09", None),
        ("Zuletzt aktualisiert am 24.10.2031", "2031-10-24", "2031-10-24"),
    ],
)
def test_a_line_between_headline_and_text_states_the_day_in_other_languages_too(
    line: str, published: str, updated: str | None
) -> None:
    article = cleaned(page_of(above=f"<div>{line}</div>"), html=True)
    assert ((article.published or "")[:10], article.updated) == (published, updated)
