"""A stated time that lies ahead of when its article was read is none."""

import pytest

from clean.told import cleaned, page_of

AHEAD = "<meta property='article:published_time' content='2099-10-31T08:00:00Z'>"
CHANGED = "<meta property='article:modified_time' content='2031-03-04'>"
SAVED = "<!--\n Page kept \n saved date: Tue Mar 04 2031 10:11:12 GMT+0100\n-->"


def published(head: str, **said: object) -> str | None:
    """The day that is taken for when a page was published."""
    return cleaned(page_of(head=head), html=True, **said).published


@pytest.mark.parametrize(
    "said",
    [
        {"read_at": "2031-03-05T00:00:00Z"},
        {"url": "https://web.archive.example/web/20310305101112/https://packet.example/tide"},
    ],
)
def test_a_day_years_behind_when_the_page_was_fetched_is_none(said: dict[str, object]) -> None:
    assert published(AHEAD, **said) is None


def test_the_note_of_the_program_that_saved_a_page_says_when_it_was_read() -> None:
    page = page_of(head=AHEAD).replace("<head>", SAVED + "<head>")
    assert cleaned(page, html=True).published is None


def test_another_time_of_the_page_is_taken_in_its_place() -> None:
    assert published(AHEAD + CHANGED) == "2031-03-04"


def test_a_day_or_two_ahead_is_another_zone_or_tomorrows_paper() -> None:
    assert (
        published(AHEAD.replace("2099-10-31", "2031-03-06"), read_at="2031-03-05T00:00:00Z") == "2031-03-06T08:00+00:00"
    )


def test_a_page_that_was_changed_years_later_keeps_both_times() -> None:
    old = AHEAD.replace("2099-10-31", "2019-10-31")
    article = cleaned(page_of(head=old + CHANGED), html=True)
    assert (article.published, article.updated) == ("2019-10-31T08:00+00:00", "2031-03-04")


def test_a_lone_time_with_nothing_to_hold_it_against_stays() -> None:
    assert published(AHEAD) == "2099-10-31T08:00+00:00"
