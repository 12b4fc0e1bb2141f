from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented import article, parsed
from twosource.extract.times import find_moments
from twosource.language import document_of
from twosource.model import Moment

# Published on Wednesday, 14 May 2031, at 10:00.


def moments(text: str, published: str | None = "2031-05-14T10:00") -> dict[str, tuple[str, str, str]]:
    one = article(text, published=published)
    return {
        one.text[m.start : m.end]: (m.earliest, m.latest, m.precision)
        for m in find_moments(document_of(one, parsed(one)))
    }


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest", "precision"),
    [
        ("The quay burned last Saturday.", "last Saturday", "2031-05-10", "2031-05-10", "day"),
        ("The ferry sank on Wednesday.", "Wednesday", "2031-05-14", "2031-05-14", "day"),
        ("The ferry sank on Friday.", "Friday", "2031-05-09", "2031-05-09", "day"),
        ("The court will sit on Friday.", "Friday", "2031-05-16", "2031-05-16", "day"),
        ("Talks, set to resume Monday in Norvale, were cut off.", "Monday", "2031-05-19", "2031-05-19", "day"),
        ("Talks were set to resume Monday in Norvale.", "Monday", "2031-05-19", "2031-05-19", "day"),
        (
            "The mill shut in January nineteen ninety-seven.",
            "January nineteen ninety-seven",
            "1997-01-01",
            "1997-01-31",
            "month",
        ),
        (
            "It froze in the winter of nineteen ninety-four.",
            "the winter of nineteen ninety-four",
            "1994-12-01",
            "1995-02-28",
            "range",
        ),
        ("In May nineteen people died.", "May", "2031-05-01", "2031-05-31", "month"),
        ("He resigned yesterday.", "yesterday", "2031-05-13", "2031-05-13", "day"),
        ("Shells fell overnight.", "overnight", "2031-05-13T20:00", "2031-05-14T06:59", "part of day"),
        ("Two men broke in at around 2am on Sunday.", "2am on Sunday", "2031-05-11T02:00", "2031-05-11T02:59", "hour"),
        (
            "The gate was rammed in the early hours of Friday.",
            "in the early hours of Friday",
            "2031-05-09T00:00",
            "2031-05-09T05:59",
            "part of day",
        ),
        ("The dam broke two weeks ago.", "two weeks ago", "2031-04-28", "2031-05-04", "week"),
        ("The dam broke three days ago.", "three days ago", "2031-05-11", "2031-05-11", "day"),
        ("They have been missing since Feb. 24.", "since Feb. 24", "2031-02-24", "2031-05-14", "range"),
        ("The strike entered its seventh day.", "its seventh day", "2031-05-14", "2031-05-14", "day"),
        ("The mayor spoke this morning.", "this morning", "2031-05-14T05:00", "2031-05-14T11:59", "part of day"),
        ("It snowed late on Monday.", "late on Monday", "2031-05-12T17:00", "2031-05-12T23:59", "part of day"),
        ("The fair was held over the weekend.", "over the weekend", "2031-05-10", "2031-05-11", "range"),
        ("The pact was signed on March 3.", "March 3", "2031-03-03", "2031-03-03", "day"),
        ("The mine closed in 2014.", "2014", "2014-01-01", "2014-12-31", "year"),
        ("Prices rose earlier this month.", "earlier this month", "2031-05-01", "2031-05-14", "range"),
        ("The bridge fell on 30 November.", "30 November", "2030-11-30", "2030-11-30", "day"),
        ("The bill passed in October.", "October", "2030-10-01", "2030-10-31", "month"),
        ("The lease runs until July.", "July", "2031-07-01", "2031-07-31", "month"),
        (
            "The raid was on 7 May 2029 at 13:45 GMT.",
            "7 May 2029 at 13:45 GMT",
            "2029-05-07T13:45",
            "2029-05-07T13:45",
            "minute",
        ),
        ("Rain fell from March 3 to 5.", "March 3 to 5", "2031-03-03", "2031-03-05", "range"),
        ("She left on Christmas Eve.", "Christmas Eve", "2030-12-24", "2030-12-24", "day"),
        (
            "It burned last night around 10:30.",
            "last night around 10:30",
            "2031-05-13T22:30",
            "2031-05-13T22:30",
            "minute",
        ),
        ("It burned at 1:30 Monday night.", "1:30 Monday night", "2031-05-13T01:30", "2031-05-13T01:30", "minute"),
        (
            "It fell at 3:15 on Tuesday afternoon.",
            "3:15 on Tuesday afternoon",
            "2031-05-13T15:15",
            "2031-05-13T15:15",
            "minute",
        ),
        (
            "It fell yesterday morning at 3:15.",
            "yesterday morning at 3:15",
            "2031-05-13T03:15",
            "2031-05-13T03:15",
            "minute",
        ),
        (
            "It fell at 15:30 Tuesday afternoon.",
            "15:30 Tuesday afternoon",
            "2031-05-13T15:30",
            "2031-05-13T15:30",
            "minute",
        ),
        ("It was built in the 1980s.", "the 1980s", "1980-01-01", "1989-12-31", "range"),
    ],
)
def test_an_expression_is_an_interval_as_precise_as_it_was_said(
    text: str, words: str, earliest: str, latest: str, precision: str
) -> None:
    assert moments(text)[words] == (earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke for an hour.",
        "The March for Bread drew thousands.",
        "She may leave.",
        "The six-day trip cost nine crowns.",
        "A 34-year-old baker was held for three years.",
        "He plays for the Saturday Night Live band.",
        "They meet every Friday.",
        "Shops shut on Sundays.",
        "Flight 2031 carried 2019 passengers.",
        "The 100-metre final was won in 9.58 seconds.",
        "The overnight train was full.",
        "It happened recently.",
    ],
)
def test_durations_names_and_repeated_times_are_no_moments(text: str) -> None:
    assert moments(text) == {}


def test_the_quarter_is_the_one_spoken_of() -> None:
    found = moments("Sales fell in the third quarter. Profit for the quarter was flat, against a loss a year earlier.")
    assert found["the quarter"] == found["the third quarter"] == ("2030-07-01", "2030-09-30", "quarter")
    assert found["a year earlier"] == ("2029-07-01", "2029-09-30", "quarter")


def test_the_following_day_is_counted_from_the_day_spoken_of() -> None:
    found = moments("The ferry sank on March 3. Divers went down the following day.")
    assert found["the following day"] == ("2031-03-04", "2031-03-04", "day")


def test_a_small_hour_told_after_an_evening_is_of_the_next_day() -> None:
    found = moments("Fires broke out yesterday evening, with a blast at 2am.")
    assert found["2am"][0] == "2031-05-14T02:00"


def test_without_a_date_only_what_is_absolute_resolves() -> None:
    found = moments("On Friday the pact of 3 March 2029 was torn up.", published=None)
    assert found == {"3 March 2029": ("2029-03-03", "2029-03-03", "day")}


def test_an_article_dated_to_a_range_has_times_that_are_ranges() -> None:
    one = replace(
        article("He left yesterday.", published=None), date_range=("2031-05-12", "2031-05-14"), dated_by="content"
    )
    (moment,) = find_moments(document_of(one, parsed(one)))
    assert (moment.earliest, moment.latest, moment.precision) == ("2031-05-11", "2031-05-13", "range")


def test_a_zone_of_the_article_keeps_its_own_day() -> None:
    assert moments("He left today.", published="2031-05-14T23:30-08:00")["today"][0] == "2031-05-14"


def test_every_moment_says_why() -> None:
    one = article("The quay burned last Saturday.")
    assert all("2031-05-14" in m.reason for m in find_moments(document_of(one, parsed(one))))


def test_ten_thousand_digits_or_months_do_not_stall() -> None:
    one = article("9" * 10_000 + " " + "May " * 3_000 + "1-" * 4_000)
    assert isinstance(find_moments(document_of(one, parsed(one))), tuple)


PIECES = st.sampled_from(
    ["last", "Friday", "in the", "early hours of", "March", "3", "2029", "overnight", "two", "weeks", "ago", "the", "quarter",
     "a year earlier", "at", "2am", ",", ".", "since", "mid-", "31", "/", "-", "noon", "the following day", "24:99", "0", "may"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(words=st.lists(PIECES, min_size=1, max_size=14))
def test_moments_are_in_order_and_never_overlap_nor_run_backwards(words: list[str]) -> None:
    one = article(" ".join(words) or "x")
    found: tuple[Moment, ...] = find_moments(document_of(one, parsed(one))) if one.text else ()
    assert all(m.earliest <= m.latest for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= m.start < m.end <= len(one.text) for m in found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council said homes had been cleared and residents could expect to return on Friday at the earliest.", 16),
        ("The council said 90 homes would stay closed until at least Monday.", 19),
        ("The port could reopen on Friday.", 16),
        ("The judge may rule on Monday.", 19),
        ("The hearing was adjourned until Monday.", 19),
        ("The ferry could sail as early as Monday.", 19),
        ("The road had been shut until Monday.", 12),
        ("The hearing had been adjourned until Monday.", 12),
        ("Talks had been due to resume on Monday.", 12),
        ("The mayor would have met them on Monday.", 12),
        ("He may have left on Monday.", 12),
        ("He would not say on Monday whether the dam was safe.", 12),
        ("Residents could hear shots on Monday.", 12),
        ("Crews could not reach the ship on Monday.", 12),
        ("He knew as early as Monday that the dam was cracked.", 12),
    ],
)
def test_what_is_expected_is_ahead_and_what_was_or_would_have_been_is_not(text: str, day: int) -> None:
    assert [found[0] for found in moments(text).values()] == [f"2031-05-{day}"]


def test_a_season_that_has_just_begun_is_not_the_one_in_which_something_was_done() -> None:
    assert moments("We asked in the spring.", "2031-03-12")["the spring"][0] == "2030-03-01"
    assert moments("We asked in the spring.", "2031-05-12")["the spring"][0] == "2031-03-01"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The page had more than 3,000 readers by Sunday.", "Sunday", "2031-05-11"),
        ("The toll rose to 40 by Tuesday.", "Tuesday", "2031-05-13"),
        ("He was told to leave by Friday.", "Friday", "2031-05-16"),
        ("The offer had been set to expire May 29.", "May 29", "2031-05-29"),
        ("The ferry sank on Nov. 6.", "Nov. 6", "2030-11-06"),
    ],
)
def test_what_had_come_about_by_a_day_is_past_and_a_day_without_a_year_soon_to_come_is_this_years(
    text: str, words: str, day: str
) -> None:
    assert moments(text)[words][0] == day


def test_a_month_after_something_untold_is_not_counted_into_the_future() -> None:
    assert set(moments("In May the ship sank. It came just a month after a test.")) == {"May"}
    assert "Two days later" in moments("They met on Monday. Two days later they parted.")


def test_a_decade_of_a_persons_life_is_an_age() -> None:
    assert not moments("A climber in his early 30s fell.")
    assert moments("The mill was built in the 1930s.")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The fair began on the last Monday of January 2029.", "the last Monday of January 2029", "2029-01-29"),
        ("The first Friday in November was chosen.", "The first Friday in November", "2030-11-01"),
        ("They will vote on the second Tuesday of next month.", "the second Tuesday of next month", "2031-06-10"),
        ("The mill shut on the Friday before last.", "the Friday before last", "2031-05-02"),
        ("The mill shut on the Wednesday before last.", "the Wednesday before last", "2031-04-30"),
        ("The parade is on Sunday week.", "Sunday week", "2031-05-25"),
        ("The parade will be on the Sunday after next.", "the Sunday after next", "2031-05-25"),
        ("They met at 08:15 on Tuesday (June 4, 2030).", "08:15 on Tuesday (June 4, 2030)", "2030-06-04T08:15"),
        ("They met on Monday (5 May).", "Monday (5 May)", "2031-05-05"),
        ("They met on June 4, 2030 (Tuesday).", "June 4, 2030 (Tuesday)", "2030-06-04"),
        ("They met on Tuesday (4/6/2030).", "Tuesday (4/6/2030)", "2030-06-04"),
        ("They met on Saturday (April 6, 2030), then", "Saturday (April 6, 2030)", "2030-04-06"),
    ],
)
def test_a_weekday_is_the_one_that_the_words_around_it_name(text: str, words: str, day: str) -> None:
    assert {said: found[0] for said, found in moments(text).items()} == {words: day}


def test_a_date_in_brackets_wins_over_the_weekday_that_disagrees_with_it() -> None:
    assert moments("They met on Sunday (June 4, 2030).")["Sunday (June 4, 2030)"][0] == "2030-06-04"
    assert moments("They met on Monday (May 16 members came).")["Monday"][0] == "2031-05-12"


@pytest.mark.parametrize(
    "text",
    [
        "The choir sings on the last Friday of the month.",
        "The choir sings on the first Monday of every month.",
        "The fifth Monday of February 2030 was painted on the wall.",
        "The choir sang on the second Sunday of Advent.",
        "The concert was postponed from Sunday to Friday.",
        "The bus runs every last Sunday of October.",
    ],
)
def test_a_weekday_of_any_month_or_that_a_month_has_not_is_no_day(text: str) -> None:
    assert "day" not in {found[2] for found in moments(text).values()}


@pytest.mark.parametrize(
    ("text", "words", "ends"),
    [
        ("He sailed in the summer of '94.", "the summer of '94", ("1994-06-01", "1994-08-31")),
        ("He sailed in May ’29.", "May ’29", ("2029-05-01", "2029-05-31")),
        ("The mill has stood since '88.", "since '88", ("1988-01-01", "2031-05-14")),
        ("The harbour will open in '33.", "'33", ("2033-01-01", "2033-12-31")),
        ("Sales fell in fiscal year 2028-29.", "fiscal year 2028-29", ("2028-01-01", "2029-12-31")),
        ("Sales fell in FY2030.", "FY2030", ("2030-01-01", "2030-12-31")),
        ("The financial year 2030 was poor.", "financial year 2030", ("2030-01-01", "2030-12-31")),
        ("The 2029/30 school year was short.", "The 2029/30 school year", ("2029-01-01", "2030-12-31")),
        ("It rained in the week before last.", "the week before last", ("2031-04-28", "2031-05-04")),
    ],
)
def test_a_short_year_and_a_pair_of_years_are_the_years_they_stand_for(
    text: str, words: str, ends: tuple[str, str]
) -> None:
    assert {said: found[:2] for said, found in moments(text).items()} == {words: ends}


@pytest.mark.parametrize(
    "text",
    [
        "Tea came in '30 minutes or less', she said.",
        "Tea came in '30 cups.",
        "The flat costs 2029-30 crowns.",
        "Section 2031-15 of the school rules is new.",
    ],
)
def test_numbers_in_quotation_marks_and_codes_are_no_years(text: str) -> None:
    assert moments(text) == {}


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("The pipes froze this winter.", "2031-03-06", "2030-12-01"),
        ("The pipes will freeze this winter.", "2031-03-06", "2031-12-01"),
        ("The pipes froze this winter.", "2031-01-06", "2030-12-01"),
        ("The pipes froze last winter.", "2031-01-06", "2029-12-01"),
        ("The pool will open this summer.", "2031-03-06", "2031-06-01"),
        ("The pool opened this summer.", "2031-09-06", "2031-06-01"),
        ("The pool closes this autumn.", "2031-03-06", "2031-09-01"),
    ],
)
def test_this_season_is_the_one_that_runs_or_of_which_the_verb_tells(text: str, published: str, first: str) -> None:
    assert [found[0] for found in moments(text, published).values()] == [first]


@pytest.mark.parametrize(
    "text", ["They regret the harm this may do.", "This may rain off.", "The last march was long."]
)
def test_may_as_a_verb_and_march_as_a_walk_are_no_months(text: str) -> None:
    assert moments(text) == {}
    assert moments("The shop opens this May.")["this May"][0] == "2031-05-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The president declared Friday a national day of mourning.", 16),
        ("The council proclaimed Friday a holiday.", 16),
        ("The judge set Friday as the deadline.", 16),
        ("The union called a strike for Friday.", 16),
        ("The union announced a march for Friday.", 16),
        ("Friday was declared a day of rest.", 16),
        ("Friday has been declared a day of rest.", 16),
        ("The union plans a march on Friday.", 16),
        ("The hearing was moved to Friday.", 16),
        ("The mayor announced that Friday will be a holiday.", 16),
        ("The shop expects a loss after the flood on Friday.", 9),
        ("She wants answers about the flood on Friday.", 9),
        ("The troops moved on Friday.", 9),
        ("The union planned a march on Friday.", 9),
        ("The mayor said that Friday was dry.", 9),
        ("The shop made Friday its best day of the year.", 9),
        ("The president declared Friday a state of emergency.", 9),
        ("The president declared on Friday a day of mourning.", 9),
        ("The president declared Friday that the dam was safe.", 9),
        ("The president had declared Friday a day of mourning.", 9),
        ("The union announced its plans on Friday.", 9),
        ("The mayor apologised for Friday.", 9),
    ],
)
def test_a_day_that_is_made_something_or_set_for_something_lies_ahead(text: str, day: int) -> None:
    assert moments(text)["Friday"][0] == f"2031-05-{day:02}"


def test_figures_announced_for_a_month_are_of_the_month_past() -> None:
    assert moments("The shop announced sales for April.")["April"][0] == "2031-04-01"


@pytest.mark.parametrize(
    ("text", "words", "ends"),
    [
        ("Churches were full on Good Friday.", "Good Friday", ("2031-04-11", "2031-04-11")),
        ("Churches will be full at Easter 2033.", "Easter 2033", ("2033-04-17", "2033-04-17")),
        ("Shops were full on Black Friday.", "Black Friday", ("2030-11-29", "2030-11-29")),
        ("The mill was built in the nineties.", "the nineties", ("1990-01-01", "1999-12-31")),
        ("It rained in the week of March 5.", "in the week of March 5", ("2031-03-03", "2031-03-09")),
        ("It rained in the week ending May 9.", "in the week ending May 9", ("2031-05-03", "2031-05-09")),
        ("The road will be shut for the next six weeks.", "for the next six weeks", ("2031-05-14", "2031-06-25")),
        ("The firm lost money in fiscal 2030.", "fiscal 2030", ("2030-01-01", "2030-12-31")),
    ],
)
def test_movable_holidays_spelled_decades_and_weeks_are_looked_up_in_the_calendar(
    text: str, words: str, ends: tuple[str, str]
) -> None:
    assert moments(text)[words][:2] == ends


@pytest.mark.parametrize(
    "text",
    [
        "Highs will be in the 80s under a sunny sky.",
        "She is in her eighties.",
        "The Easter egg was green.",
        "He spoke on “This Morning” about it.",
        "The Winter Games were lavish.",
    ],
)
def test_temperatures_ages_and_names_are_no_decades_holidays_or_seasons(text: str) -> None:
    assert moments(text) == {}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The blast on Monday killed six. Two days after the blast the mill reopened.", ["2031-05-12", "2031-05-14"]),
        ("He was arrested on May 3. A week after he was arrested he died.", ["2031-05-03", "2031-05-10"]),
        ("The blast on Monday killed six. A day after the vote the mill reopened.", ["2031-05-12"]),
        ("The blast on Monday killed six. The day before the vote the mill reopened.", ["2031-05-12"]),
    ],
)
def test_a_time_counted_from_something_is_known_only_where_the_day_of_that_was_told(text: str, days: list[str]) -> None:
    assert [found[0] for found in moments(text).values()] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trial starts on Friday.", 16),
        ("The hearing is on Friday.", 16),
        ("When the court sits on Friday, it may rule.", 16),
        ("The mayor will speak once the votes have been counted on Friday.", 16),
        ("Mayor to open bridge on Friday.", 16),
        ("She was booked into jail on Friday.", 9),
        ("The concert is booked for Friday.", 16),
        ("The deal was promised on Friday.", 9),
        ("The price before Friday's sale is far below it.", 9),
    ],
)
def test_what_a_calendar_holds_is_ahead_in_the_present_and_what_was_done_on_a_day_is_past(text: str, day: int) -> None:
    assert [found[0] for found in moments(text).values()] == [f"2031-05-{day:02}"]


def test_a_zone_that_is_named_is_brought_to_the_articles_where_both_are_known() -> None:
    text = "The raid was at 13:45 GMT on Tuesday."
    assert moments(text, "2031-05-14T10:00-05:00")["13:45 GMT on Tuesday"][0] == "2031-05-13T08:45"
    assert moments(text, "2031-05-14T10:00")["13:45 GMT on Tuesday"][0] == "2031-05-13T13:45"
    assert moments("It began at 10 a.m. ET (1400 GMT) on Tuesday.", "2031-05-14T10:00").keys() == {
        "10 a.m. ET (1400 GMT) on Tuesday"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began at 10 a.m. Eastern (1400 GMT) on Tuesday.", "2031-05-13T16:00"),
        ("It fell at 10 p.m. local time on Monday (0200 GMT).", "2031-05-13T04:00"),
        ("It was 9 a.m. local time (2300 GMT) on Tuesday.", "2031-05-13T01:00"),
    ],
)
def test_a_clock_whose_zone_is_known_beside_one_that_is_not_gives_the_instant(text: str, expected: str) -> None:
    (found,) = moments(text, "2031-05-14T10:00+02:00").values()
    assert found[0] == expected


def test_a_time_told_again_in_brackets_on_another_clock_is_told_once() -> None:
    assert list(moments("The rocket rose at 9 a.m. Sunday (7:30 p.m. ET Saturday).")) == ["9 a.m. Sunday"]


def test_brackets_that_tell_of_something_else_are_read() -> None:
    assert len(moments("The vote was at 9 a.m. on Monday (a first one had failed at 7 p.m. on Friday).")) == 2
    assert len(moments("The vote was on Monday (9 p.m. on Friday was too early for most).")) == 2


def test_a_month_told_in_one_sentence_behind_one_that_lies_ahead_lies_ahead_too() -> None:
    found = moments("The first vote will be in June and a second in the spring race on March 1.")
    assert found["June"][0] == "2031-06-01"
    assert found["March 1"][0] == "2032-03-01"


def test_an_hour_is_of_the_articles_day_unless_another_paragraph_told_of_a_different_one() -> None:
    assert moments("The dam broke.\n\nThe alarm rang at 6:10 a.m.")["6:10 a.m."][0] == "2031-05-14T06:10"
    assert "6:10 a.m." not in moments("The dam broke on Sunday.\n\nThe alarm rang at 6:10 a.m.")
    assert moments("The dam broke on Sunday. The alarm rang at 6:10 a.m.")["6:10 a.m."][0] == "2031-05-11T06:10"


@pytest.mark.parametrize(
    ("text", "published", "words", "span"),
    [
        (
            "FILE - In this Dec. 31, 2030, photo the gate is seen.",
            "2031-05-14",
            "this Dec. 31, 2030",
            ("2030-12-31", "2030-12-31"),
        ),
        (
            "Sales for the first quarter of fiscal 2031 rose.",
            "2031-05-14",
            "the first quarter of fiscal 2031",
            ("2031-01-01", "2031-03-31"),
        ),
        ("Profit in FY2029 fell.", "2031-05-14", "FY2029", ("2029-01-01", "2029-12-31")),
        ("The last fiscal year was poor.", "2031-05-14", "The last fiscal year", ("2030-01-01", "2030-12-31")),
        ("In H1 2030 sales fell.", "2031-05-14", "H1 2030", ("2030-01-01", "2030-06-30")),
        ("The fair will open in July this year.", "2031-01-02", "July this year", ("2031-07-01", "2031-07-31")),
        ("The gate will be shut on New Year's Eve.", "2030-12-31", "New Year's Eve", ("2030-12-31", "2030-12-31")),
        ("New Year's Eve can be a rough night there.", "2031-01-05", "New Year's Eve", ("2030-12-31", "2030-12-31")),
        ("The market will be shut on New Year's Eve.", "2031-10-05", "New Year's Eve", ("2031-12-31", "2031-12-31")),
        ("The law takes effect on the first of June.", "2031-03-14", "the first of June", ("2031-06-01", "2031-06-01")),
        (
            "Shots were fired shortly after midnight.",
            "2031-05-14",
            "midnight",
            ("2031-05-13T23:59", "2031-05-14T00:00"),
        ),
        ("The gates will shut at midnight.", "2031-05-14", "midnight", ("2031-05-14T23:59", "2031-05-15T00:00")),
    ],
)
def test_a_time_is_that_which_the_words_and_the_day_of_the_article_allow(
    text: str, published: str, words: str, span: tuple[str, str]
) -> None:
    assert moments(text, published)[words][:2] == span


@pytest.mark.parametrize(
    "text",
    [
        "She spoke on the Today Show of her boat.",
        "He told Norvale Today that he had left.",
        "In the year following the flood they lost much.",
        "He signed it on the first day of his second term.",
    ],
)
def test_names_of_broadcasts_and_times_counted_from_what_is_untold_are_no_moments(text: str) -> None:
    assert moments(text) == {}


def test_today_at_the_beginning_of_a_sentence_is_a_day() -> None:
    assert moments("Today he left. “Today we mourn,” she said.")["Today"][0] == "2031-05-14"


@pytest.mark.parametrize(
    ("text", "words", "earliest"),
    [
        ("The hearing is Monday fortnight.", "Monday fortnight", "2031-06-02"),
        ("The vote is a week on Saturday.", "a week on Saturday", "2031-05-24"),
        ("He left a week last Friday.", "a week last Friday", "2031-05-02"),
        ("They met the night before last.", "the night before last", "2031-05-12T18:00"),
        ("They met the night before.", "the night before", "2031-05-13T18:00"),
        ("He worked two hours a week on Saturday.", "Saturday", "2031-05-10"),
    ],
)
def test_weeks_and_nights_beyond_the_next(text: str, words: str, earliest: str) -> None:
    assert moments(text)[words][0] == earliest


def test_ten_seconds_are_no_decade() -> None:
    assert moments("The clip lasted 2m 10s.") == {}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The law takes effect on 1 July.", "1 July", "2031-07-01"),
        ("The shop closes on 1 July.", "1 July", "2031-07-01"),
        ("The law took effect on 1 September.", "1 September", "2030-09-01"),
        ("Lune said on Sunday she would leave.", "Sunday", "2031-05-11"),
        ("Lune said Sunday the plant would shut.", "Sunday", "2031-05-11"),
        ("Lune will leave on Sunday.", "Sunday", "2031-05-18"),
        ("The bridge fell last Tuesday.", "last Tuesday", "2031-05-06"),
        ("The bridge fell last Monday.", "last Monday", "2031-05-12"),
        ("The bridge fell on Tuesday.", "Tuesday", "2031-05-13"),
    ],
)
def test_which_way_a_day_lies(text: str, words: str, day: str) -> None:
    assert moments(text)[words][:2] == (day, day)


@pytest.mark.parametrize(
    ("published", "text", "window"),
    [
        ("2031-03-12", "He will step down in the spring.", ("2031-03-01", "2031-05-31")),
        ("2031-04-12", "He will step down in the spring.", ("2032-03-01", "2032-05-31")),
        ("2031-03-12", "He stepped down in the spring.", ("2030-03-01", "2030-05-31")),
    ],
)
def test_a_season_in_its_first_month_may_still_be_meant_ahead(
    published: str, text: str, window: tuple[str, str]
) -> None:
    assert moments(text, published)["the spring"][:2] == window


def test_the_first_half_of_a_year_ends_with_june() -> None:
    found = moments("In the first half of 2030 it made a loss.")
    assert list(found.values()) == [("2030-01-01", "2030-06-30", "range")]
