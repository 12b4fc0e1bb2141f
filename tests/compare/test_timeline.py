from dataclasses import replace
from itertools import permutations

from invented import article
from twosource.compare.timeline import find_timeline, with_differences
from twosource.model import (
    Conflict,
    Difference,
    Figure,
    Findings,
    Happening,
    Moment,
    Participant,
    Point,
    Span,
    Statement,
    content_id,
)


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


HOUR = findings(
    "The ferry sank at 6 p.m. on Monday.",
    "6 p.m. on Monday",
    "2031-05-12T18:00",
    "hour",
    "2031-05-12T18:59",
    "e.example",
)
NIGHT = findings(
    "Bells rang on Monday night.", "Monday night", "2031-05-12T18:00", "part of day", "2031-05-13T05:59", "f.example"
)


def one_point(*told: Findings) -> Point:
    return Point(
        id="p1", kind="claim", label="", statements=tuple(one.statements[0].id for one in told), relation="same"
    )


def sank(one: Findings, whom: str = "ferry", kind: str = "sink") -> Findings:
    """The same with a clause in which somebody sank something."""
    text = one.article.text
    who = Participant(start=0, end=len(whom), head=whom)
    clause = Happening(
        article=one.article.id, start=0, end=3, kind=kind, clause=Span(start=0, end=len(text)), done_to=who
    )
    return replace(one, happenings=(clause,))


def test_an_event_stands_once_at_the_finest_time_that_is_told_of_it() -> None:
    (entry,) = find_timeline((EARLY, HOUR), points=(one_point(EARLY, HOUR),))
    assert (entry.earliest, entry.precision, len(entry.moments)) == ("2031-05-12T18:00", "hour", 2)


def test_clauses_that_tell_the_same_of_the_same_are_one_event() -> None:
    (entry,) = find_timeline((sank(EARLY), sank(HOUR)))
    assert len(entry.statements) == 2


def test_what_else_was_told_of_the_day_stays_on_its_day() -> None:
    assert len(find_timeline((EARLY, NIGHT))) == 2
    assert len(find_timeline((sank(EARLY), sank(NIGHT, whom="bell")))) == 2
    assert len(find_timeline((sank(EARLY), sank(NIGHT, kind="ring")))) == 2


def test_an_event_named_beside_its_day_is_known_by_its_name() -> None:
    day = findings("The baker spoke of Monday's blast at the mill.", "Monday's", "2031-05-12", outlet="g.example")
    hour = findings(
        "The explosion struck at 6 p.m. on Monday.", "6 p.m. on Monday", "2031-05-12T18:00", "hour", "2031-05-12T18:59"
    )
    said = findings(
        "After the blast, the mayor came on Monday night.",
        "Monday night",
        "2031-05-12T18:00",
        "part of day",
        "2031-05-13T05:59",
    )
    assert [len(entry.moments) for entry in find_timeline((day, hour))] == [2]
    assert [len(entry.moments) for entry in find_timeline((day, said))] == [1, 1]


def test_a_month_told_of_an_event_goes_to_its_day() -> None:
    month = findings("A ferry sank in May.", "May", "2031-05-01", "month", "2031-05-31", outlet="h.example")
    (entry,) = find_timeline((sank(month), sank(EARLY)))
    assert (entry.earliest, entry.latest) == ("2031-05-12", "2031-05-12")


def test_an_hour_of_another_day_takes_nothing() -> None:
    assert len(find_timeline((sank(LATE), sank(HOUR)))) == 2


def test_a_sentence_carried_on_keeps_the_day_of_the_article_it_stood_in_first() -> None:
    words = "A clerk was held in Norvale on Monday after a chase."
    first = findings(words, "on Monday", "2031-05-12", outlet="a.example")
    later = findings(words, "on Monday", "2031-05-26", outlet="b.example")
    later = replace(later, article=replace(later.article, published="2031-05-27T10:00"))
    assert [entry.earliest for entry in find_timeline((later, first))] == ["2031-05-12"]


def test_a_caption_under_another_number_is_the_same_caption() -> None:
    words = "Image {} A clerk was held in Norvale on Monday after a chase through the old town."
    first = findings(words.format(2), "on Monday", "2031-05-12", outlet="a.example")
    later = findings(words.format(5), "on Monday", "2031-05-26", outlet="b.example")
    later = replace(later, article=replace(later.article, published="2031-05-27T10:00"))
    assert [entry.earliest for entry in find_timeline((later, first))] == ["2031-05-12"]


def test_another_sentence_of_another_week_has_its_own_day() -> None:
    first = findings(
        "A clerk was held in Norvale on Monday after a chase.", "on Monday", "2031-05-12", outlet="a.example"
    )
    later = findings(
        "A baker was held in Norvale on Monday after a chase.", "on Monday", "2031-05-26", outlet="b.example"
    )
    assert len(find_timeline((first, later))) == 2


def test_the_day_on_which_something_was_announced_stands_though_it_is_no_part_of_what_was() -> None:
    one = findings("Lumo announced a recall of its scooters on Monday.", "on Monday", "2031-05-12")
    said = replace(one.statements[0], end=one.article.text.index(" on Monday"), start=15)
    (entry,) = find_timeline((replace(one, statements=(said,)),))
    assert (entry.statements, entry.label) == ((said.id,), one.article.text)
