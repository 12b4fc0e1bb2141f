from dataclasses import replace
from itertools import permutations

from invented import article
from twosource.compare.timed_differences import with_differences
from twosource.compare.timeline import find_timeline
from twosource.model import Conflict, Difference, Figure, Findings, Moment, Point, Span, Statement, content_id


def findings(
    text: str, words: str, earliest: str, precision: str = "day", latest: str | None = None, outlet: str = "a.example"
) -> Findings:
    one = article(text, outlet=outlet)
    start = one.text.index(words)
    moment = Moment(
        id=content_id("m", one.id, start), article=one.id, start=start, end=start + len(words),
        earliest=earliest, latest=latest or earliest, precision=precision, reason="invented",  # type: ignore[arg-type]
    )  # fmt: skip
    statement = Statement(
        id=content_id("t", one.id), article=one.id, kind="assertion", start=0, end=len(one.text),
        content=(Span(start=0, end=len(one.text)),),
    )  # fmt: skip
    return Findings(article=one, statements=(statement,), moments=(moment,))


EARLY = findings("The ferry sank on Monday.", "Monday", "2031-05-12")
SAME = findings("On Monday a ferry went down.", "Monday", "2031-05-12", outlet="b.example")
LATE = findings("Divers went down on Tuesday.", "Tuesday", "2031-05-13", outlet="c.example")
YEAR = findings("The ferry was built in 1999.", "1999", "1999-01-01", "year", "1999-12-31", outlet="d.example")


def test_the_same_interval_is_one_entry_across_articles() -> None:
    (entry,) = find_timeline((EARLY, SAME))
    assert len(entry.statements) == len(entry.moments) == 2
    assert entry.label in {EARLY.article.text, SAME.article.text}


def test_entries_come_in_the_order_of_time() -> None:
    assert [entry.earliest for entry in find_timeline((LATE, EARLY))] == ["2031-05-12", "2031-05-13"]


def test_years_and_quarters_do_not_flood_the_timeline() -> None:
    assert find_timeline((YEAR,)) == ()


def test_the_order_of_the_articles_changes_nothing() -> None:
    results = {find_timeline(order) for order in permutations((EARLY, SAME, LATE, YEAR))}
    assert len(results) == 1


def test_a_time_at_which_nothing_is_said_is_left_out() -> None:
    bare = Findings(article=EARLY.article, moments=EARLY.moments)
    assert find_timeline((bare,)) == ()


def test_figures_of_the_sentence_stand_at_its_time() -> None:
    figure = Figure(id="f1", article=EARLY.article.id, start=4, end=9, low=1, high=1, counted="ferry")
    (entry,) = find_timeline((Findings(article=EARLY.article, figures=(figure,), moments=EARLY.moments),))
    assert entry.figures == ("f1",)
    assert entry.label == EARLY.article.text


def test_no_findings_no_timeline() -> None:
    assert find_timeline(()) == ()


def test_accounts_that_put_one_event_at_two_times_differ_at_both() -> None:
    one, two = EARLY.statements[0].id, LATE.statements[0].id
    clash = Conflict(id="c1", kind="time", members=(one, two), detail="a.example says Monday, c.example Tuesday.")
    first, second = with_differences(find_timeline((EARLY, LATE)), (), (clash,))
    assert [difference.detail for difference in first.differences] == [clash.detail]
    assert [difference.kind for difference in second.differences] == ["time"]


def test_a_difference_of_number_stands_once_where_most_of_its_members_stand() -> None:
    members = (EARLY.statements[0].id, SAME.statements[0].id, LATE.statements[0].id)
    told = Difference(kind="value", members=members, detail="a.example has 3; b.example has 4.")
    cut = Difference(kind="wording", members=members, detail="a.example leaves a word out.")
    point = Point(id="q1", kind="claim", label="A ferry sank.", relation="differs", differences=(told, cut))
    first, second = with_differences(find_timeline((EARLY, SAME, LATE)), (point,), ())
    assert first.differences == (told,)
    assert second.differences == ()


def test_entries_about_which_nobody_differs_stay_as_they_are() -> None:
    entries = find_timeline((EARLY, LATE))
    assert with_differences(entries, (), ()) == entries


def test_yesterday_of_an_article_written_some_time_within_weeks_is_no_entry() -> None:
    week = findings("The ferry sank yesterday.", "yesterday", "2031-05-10", "range", "2031-05-24")
    undated = replace(week.article, published=None, date_range=("2031-05-11", "2031-05-25"), dated_by="content")
    assert find_timeline((replace(week, article=undated),)) == ()
    assert len(find_timeline((week,))) == 1
    night = replace(undated, date_range=("2031-05-11", "2031-05-12"))
    assert len(find_timeline((replace(week, article=night),))) == 1
