from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from invented import article
from twosource.model import Article
from twosource.text.article_names import article_names


def named(*articles: Article) -> list[str]:
    names = article_names(articles)
    return [names[one.id] for one in articles]


def at(published: str | None, outlet: str = "tide.example", headline: str = "Ferry lost") -> Article:
    return article(
        f"It was lost. {published} {outlet} {headline}", outlet=outlet, headline=headline, published=published
    )


def test_an_outlet_with_one_article_is_name_enough() -> None:
    assert named(at("2031-05-14T08:15"), at(None, "weir.example")) == ["tide.example", "weir.example"]


def test_articles_of_one_outlet_are_told_apart_by_the_day() -> None:
    assert named(at("2031-05-14T08:15"), at("2031-05-15T08:15")) == ["tide.example (14 May)", "tide.example (15 May)"]


def test_those_of_one_day_by_the_time_and_only_those() -> None:
    assert named(at("2031-05-14T08:15"), at("2031-05-14T17:00"), at("2031-05-15T08:00")) == [
        "tide.example (14 May, 08:15)",
        "tide.example (14 May, 17:00)",
        "tide.example (15 May)",
    ]


def test_the_year_is_told_where_the_story_runs_over_two() -> None:
    assert named(at("2031-12-31"), at("2032-01-01")) == ["tide.example (31 Dec 2031)", "tide.example (1 Jan 2032)"]


def test_without_a_time_the_headline_tells_and_without_that_the_id() -> None:
    first, second = at("2031-05-14T08:15", headline="Ferry lost"), at("2031-05-14T08:15", headline="Ferry found")
    assert named(first, second) == ["tide.example (“Ferry lost”)", "tide.example (“Ferry found”)"]
    same = replace(first, id="a2")
    assert named(first, same) == [f"tide.example ({first.id})", "tide.example (a2)"]


@given(st.lists(st.sampled_from(["2031-05-14T08:15", "2031-05-14", "2031", "soon", None]), max_size=6))
def test_no_two_articles_have_one_name_and_order_changes_nothing(stamps: list[str | None]) -> None:
    every = [replace(at(stamp), id=f"a{place}") for place, stamp in enumerate(stamps)]
    names = article_names(every)
    assert len(set(names.values())) == len(every)
    assert article_names(reversed(every)) == names
