from datetime import UTC, datetime, timedelta

import pytest

from twosource.errors import FormatError
from twosource.model import FeedState
from twosource.read.feeds.decide import (
    after_failure,
    after_visit,
    headers_for,
    is_due,
    outcome_of,
    wait_asked_for,
    wanted,
    with_seen,
)
from twosource.read.feeds.entry import Entry
from twosource.settings import DEFAULTS, Settings

NOW = datetime(2031, 5, 14, 10, 0, tzinfo=UTC)
NEW = FeedState(address="https://tern.example/rss")
ENTRIES = tuple(Entry(id=str(i), url=f"https://tern.example/{i}", title=f"Report {i}") for i in range(5))


def test_pauses_double_with_each_failure_up_to_a_bound() -> None:
    settings, state, pauses = Settings(feed_retry_minutes=5, feed_most_hours=1), NEW, []
    for _ in range(6):
        state = after_failure(state, NOW, settings)
        pauses.append(datetime.fromisoformat(state.next_at) - NOW)
    assert [pause / timedelta(minutes=1) for pause in pauses] == [5, 10, 20, 40, 60, 60]
    assert not is_due(state, NOW + timedelta(minutes=59))
    assert is_due(state, NOW + timedelta(minutes=60))
    assert after_visit(state, {}, None, new=True).failures == 0
    assert is_due(after_visit(state, {}, None, new=True), NOW)


def test_a_server_that_asks_for_a_longer_pause_gets_it_within_bounds() -> None:
    assert after_failure(NEW, NOW, DEFAULTS, "7200").next_at == "2031-05-14T12:00:00+00:00"
    assert after_failure(NEW, NOW, DEFAULTS, "1").next_at == "2031-05-14T10:05:00+00:00"
    assert after_failure(NEW, NOW, DEFAULTS, "9" * 30).next_at == "2031-05-15T10:00:00+00:00"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Wed, 14 May 2031 10:02:00 GMT", 120),
        ("Wed, 14 May 2031 09:00:00 GMT", 0),
        ("soon", 0),
        ("", 0),
        (None, 0),
        ("-5", 0),
    ],
)
def test_a_pause_is_asked_for_in_seconds_or_until_a_date(said: str | None, seconds: int) -> None:
    assert wait_asked_for(said, NOW) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, "new"),
        (304, "same"),
        (410, "gone"),
        (429, "later"),
        (503, "later"),
        (404, "failed"),
        (500, "failed"),
        (301, "failed"),
    ],
)
def test_what_a_status_means_for_a_feed(status: int, outcome: str) -> None:
    assert outcome_of(status) == outcome


def test_the_server_is_told_which_version_we_know_and_an_answer_without_one_forgets_it() -> None:
    state = after_visit(NEW, {"etag": '"1"', "last-modified": "Wed, 14 May 2031 10:00:00 GMT"}, None, new=True)
    assert headers_for(state) == {"If-None-Match": '"1"', "If-Modified-Since": "Wed, 14 May 2031 10:00:00 GMT"}
    assert after_visit(state, {}, None, new=False).etag == '"1"'
    assert headers_for(after_visit(state, {}, None, new=True)) == {}


def test_what_is_gone_is_not_asked_again() -> None:
    assert not is_due(FeedState(address="x", gone=True), NOW)


def test_only_new_and_changed_entries_are_wanted_and_so_many_at_once() -> None:
    state = with_seen(NEW, ENTRIES[:3], set(), DEFAULTS)
    assert wanted(state, ENTRIES, 9) == (ENTRIES[3:], frozenset())
    assert wanted(state, ENTRIES, 1) == (ENTRIES[3:4], frozenset(entry.id for entry in ENTRIES[4:]))
    changed = Entry(id="1", url="https://tern.example/1", title="Report 1, corrected")
    assert wanted(state, (changed,), 9) == ((changed,), frozenset())


def test_a_changed_entry_that_is_left_for_later_is_wanted_the_next_time() -> None:
    state = with_seen(NEW, ENTRIES, set(), DEFAULTS)
    changed = tuple(Entry(id=entry.id, url=entry.url, title=f"{entry.title}, corrected") for entry in ENTRIES)
    taken, later = wanted(state, changed, 1)
    state = with_seen(state, changed, later, DEFAULTS)
    assert taken == changed[:1]
    assert wanted(state, changed, 9)[0] == changed[1:]


def test_what_is_left_for_later_is_asked_for_in_full_again() -> None:
    state = with_seen(after_visit(NEW, {"etag": '"1"'}, None, new=True), ENTRIES, {"2"}, DEFAULTS)
    assert headers_for(state) == {}
    assert [entry.id for entry in wanted(state, ENTRIES, 9)[0]] == ["2"]


def test_a_page_that_cannot_be_had_is_given_up_after_so_many_rounds() -> None:
    state = with_seen(NEW, ENTRIES, set(), Settings(feed_tries=3), {"2"})
    assert state.tries == (("2", 1),)
    # A round in which the site only wanted to be left alone is no try.
    state = with_seen(state, ENTRIES, {"2"}, Settings(feed_tries=3))
    state = with_seen(state, ENTRIES, set(), Settings(feed_tries=3), {"2"})
    assert state.tries == (("2", 2),)
    assert len(wanted(state, ENTRIES, 9)[0]) == 1
    state = with_seen(state, ENTRIES, set(), Settings(feed_tries=3), {"2"})
    assert (state.tries, wanted(state, ENTRIES, 9)) == ((), ((), frozenset()))


def test_so_many_entries_are_remembered_the_newest_first() -> None:
    state = NEW
    for i in range(20):
        state = with_seen(state, (Entry(id=str(i)),), set(), Settings(feed_entries=3))
    assert [name for name, _ in state.seen] == [str(i) for i in range(19, 10, -1)]


def test_an_address_that_a_redirect_led_to_is_given_up_after_two_failures() -> None:
    state = after_visit(NEW, {}, "https://new.example/rss", new=True)
    once = after_failure(state, NOW, DEFAULTS)
    assert once.moved_to == "https://new.example/rss"
    assert after_failure(once, NOW, DEFAULTS).moved_to is None


def test_a_state_is_written_and_read_again_and_anything_else_is_refused() -> None:
    state = with_seen(after_failure(NEW, NOW, DEFAULTS), ENTRIES, set(), DEFAULTS)
    assert FeedState.from_json(state.to_json()) == state
    for text in ("{}", "[]", "", '{"format": "twosource.feed/9", "address": "x"}'):
        with pytest.raises(FormatError):
            FeedState.from_json(text)
