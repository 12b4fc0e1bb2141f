from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from read.feed_server import Page, Site, news_site, rss
from read.packing import codes, details, page, raws
from twosource.clean import clean
from twosource.model import FeedState, Gap, Raw
from twosource.read import read
from twosource.read.feeds import Follower
from twosource.read.feeds.manners import host_of
from twosource.read.urls import Answer, ask
from twosource.settings import DEFAULTS, Settings

WORDS = " ".join(f"The ferry sank off Velm on day {i}, the harbour police said." for i in range(20))
LINKS = tuple(f"<title>Report {i}</title><link>{{site}}/{i}</link><guid>{{site}}/{i}</guid>" for i in range(3))


class Clock:
    """Time that passes only where somebody waits; the waits are kept."""

    def __init__(self) -> None:
        self.now = 1_940_000_000.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with news_site() as running:
        for i in range(3):
            running.pages[f"/{i}"] = Page(page(f"Report {i} of the ferry."))
        running.pages["/rss"] = Page(rss(*LINKS), type="application/rss+xml")
        yield running


def _follower(clock: Clock, settings: Settings = DEFAULTS, *, private: bool = True) -> Follower:
    return Follower(settings, allow_private=private, clock=clock, sleep=clock.sleep)


def _round(
    follower: Follower, *feeds: str, states: tuple[FeedState, ...] = ()
) -> tuple[list[Raw | Gap], tuple[FeedState, ...]]:
    items = list(follower.follow(feeds, states))
    return [one for one in items if not isinstance(one, FeedState)], tuple(
        one for one in items if isinstance(one, FeedState)
    )


def test_articles_are_fetched_once_and_a_feed_that_did_not_change_answers_nothing(site: Site) -> None:
    site.pages["/rss"].etag = '"1"'
    clock = Clock()
    follower = _follower(clock)
    items, states = _round(follower, f"{site.address}/rss")
    assert [raw.url for raw in raws(items)] == [f"{site.address}/{i}" for i in range(3)]
    assert {raw.feed for raw in raws(items)} == {f"{site.address}/rss"}
    assert site.paths() == ["/rss", "/robots.txt", "/0", "/1", "/2"]
    items, states = _round(follower, f"{site.address}/rss", states=states)
    assert items == []
    path, headers, status = site.asked[-1]
    assert (path, headers["if-none-match"], status) == ("/rss", '"1"', 304)
    assert len(site.asked) == 6
    assert len(states) == 1


def test_we_say_who_we_are(site: Site) -> None:
    _round(_follower(Clock()), f"{site.address}/rss")
    assert all(headers["user-agent"].startswith("twosource (") for _, headers, _ in site.asked)


def test_a_changed_entry_is_read_again_and_the_others_are_not(site: Site) -> None:
    follower = _follower(Clock())
    _, states = _round(follower, f"{site.address}/rss")
    site.pages["/rss"].body = rss(LINKS[0], LINKS[1].replace("Report 1", "Report 1, corrected"), LINKS[2])
    site.pages["/1"] = Page(page("Report 1 of the ferry, corrected."))
    items, _ = _round(follower, f"{site.address}/rss", states=states)
    assert [raw.text for raw in raws(items)] == [page("Report 1 of the ferry, corrected.").decode()]


def test_a_host_has_a_pause_between_two_requests_and_a_longer_one_where_it_asks_for_it(site: Site) -> None:
    clock = Clock()
    _round(_follower(clock, Settings(feed_pause=3)), f"{site.address}/rss")
    assert clock.waits == [pytest.approx(3)] * 4
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 7\n", type="text/plain")
    clock = Clock()
    _round(_follower(clock, Settings(feed_pause=3)), f"{site.address}/rss")
    assert [round(wait) for wait in clock.waits] == [3, 7, 7, 7] or [round(wait) for wait in clock.waits] == [
        3,
        3,
        7,
        7,
    ]


def test_a_site_that_wants_very_long_pauses_gives_one_article_a_round_and_the_others_later(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 600\n", type="text/plain")
    clock = Clock()
    follower = _follower(clock)
    states: tuple[FeedState, ...] = ()
    for i in range(3):
        items, states = _round(follower, f"{site.address}/rss", states=states)
        assert [raw.url for raw in raws(items)] == [f"{site.address}/{i}"]
        clock.now += 601
    assert sum(clock.waits) < 60


def test_what_robots_txt_asks_not_to_fetch_is_a_gap_and_is_not_asked_for_again(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: twosource\nDisallow: /1\n", type="text/plain")
    follower = _follower(Clock())
    items, states = _round(follower, f"{site.address}/rss")
    assert codes(items) == ["article", "G111", "article"]
    assert "/1" not in site.paths()
    for _ in range(2):
        items, states = _round(follower, f"{site.address}/rss", states=states)
        assert codes(items) == ["G111"], "what a visit could not bring is told on the next ones too"
        assert "on an earlier visit" in items[0].detail  # type: ignore[union-attr] # a gap, by its code
    site.pages["/rss"] = Page(rss(LINKS[0]))
    assert _round(follower, f"{site.address}/rss", states=states)[0] == [], "until the feed has it no more"


def test_a_site_whose_robots_txt_cannot_be_had_is_left_for_later(site: Site) -> None:
    site.pages["/robots.txt"] = Page(status=500)
    clock = Clock()
    follower = _follower(clock)
    items, states = _round(follower, f"{site.address}/rss")
    assert codes(items) == ["G111"] * 3
    assert site.paths() == ["/rss", "/robots.txt"]
    del site.pages["/robots.txt"]
    clock.now += 25 * 3_600
    assert codes(_round(follower, f"{site.address}/rss", states=states)[0]) == ["article"] * 3


def test_the_feed_itself_is_fetched_as_asked_whatever_robots_txt_says(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /\n", type="text/plain")
    site.pages["/rss"] = Page(rss(f"<title>Report</title><guid>1</guid><description>{WORDS}</description>"))
    assert codes(_round(_follower(Clock()), f"{site.address}/rss")[0]) == ["article"]
    assert site.paths() == ["/rss"]


def test_a_text_long_enough_in_the_feed_is_the_article_and_no_page_is_fetched(site: Site) -> None:
    site.pages["/rss"] = Page(
        rss(
            "<title>Ferry sinks</title><link>{site}/0</link><guid>1</guid><dc:creator>Ada Lund</dc:creator>"
            "<source url='https://meridian.example/rss'>Associated Press</source>"
            f"<pubDate>Wed, 14 May 2031 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{WORDS}</p>]]></content:encoded>"
        )
    )
    (raw,) = raws(_round(_follower(Clock()), f"{site.address}/rss")[0])
    assert site.paths() == ["/rss"]
    article, gaps = clean(raw)
    assert article is not None
    assert (article.headline, article.byline, article.published) == (
        "Ferry sinks",
        ("Ada Lund",),
        "2031-05-14T10:00+00:00",
    )
    assert article.via == ("AP",)
    assert gaps == ()


def test_what_a_page_says_of_itself_goes_before_what_the_feed_says_and_the_feed_fills_the_rest(site: Site) -> None:
    site.pages["/rss"] = Page(
        rss(
            "<title>Ferry!!!</title><link>{site}/0</link><guid>1</guid><pubDate>Wed, 14 May 2031 10:00:00 GMT</pubDate>"
        )
    )
    site.pages["/0"] = Page(
        f"<!doctype html><html><body><h1>Ferry sinks off Velm</h1><p>{WORDS}</p></body></html>".encode()
    )
    (raw,) = raws(_round(_follower(Clock()), f"{site.address}/rss")[0])
    article, _ = clean(raw)
    assert article is not None
    assert article.headline == "Ferry sinks off Velm"
    assert article.published == "2031-05-14T10:00+00:00"
    assert "its feed" in article.date_reason


def test_a_feed_that_fails_is_left_alone_longer_each_time(site: Site) -> None:
    site.pages["/rss"] = Page(status=500)
    clock = Clock()
    follower = _follower(clock)
    states: tuple[FeedState, ...] = ()
    for pause in (5, 10, 20):
        items, states = _round(follower, f"{site.address}/rss", states=states)
        assert codes(items) == ["G110"]
        asked = len(site.asked)
        items, none = _round(follower, f"{site.address}/rss", states=states)
        assert (codes(items), none, len(site.asked)) == (["G110"], (), asked), "not asked, and said so"
        clock.now += pause * 60
    site.pages["/rss"] = Page(rss(*LINKS))
    items, states = _round(follower, f"{site.address}/rss", states=states)
    assert codes(items) == ["article"] * 3
    assert states[0].failures == 0


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_is_busy_says_when_to_come_again(site: Site, status: int) -> None:
    site.pages["/rss"] = Page(status=status, headers={"Retry-After": "4000"})
    clock = Clock()
    follower = _follower(clock)
    _, states = _round(follower, f"{site.address}/rss")
    clock.now += 3_900
    asked = len(site.asked)
    items, _ = _round(follower, f"{site.address}/rss", states=states)
    assert "not asked again before" in items[0].detail  # type: ignore[union-attr] # a gap
    assert len(site.asked) == asked
    clock.now += 101
    assert codes(_round(follower, f"{site.address}/rss", states=states)[0]) == ["G110"]


def test_a_busy_site_keeps_its_other_articles_for_the_next_round_and_none_is_lost(site: Site) -> None:
    site.pages["/rss"].etag = '"1"'
    site.pages["/1"] = Page(status=503, headers={"Retry-After": "100"})
    clock = Clock()
    follower = _follower(clock)
    items, states = _round(follower, f"{site.address}/rss")
    assert codes(items) == ["article", "G111", "G111"]
    assert "/2" not in site.paths()
    site.pages["/1"] = Page(page("Report 1 of the ferry."))
    clock.now += 400
    items, states = _round(follower, f"{site.address}/rss", states=states)
    assert [raw.url for raw in raws(items)] == [f"{site.address}/1", f"{site.address}/2"]


def test_a_page_that_is_not_there_is_a_gap_and_is_not_asked_for_again(site: Site) -> None:
    del site.pages["/1"]
    follower = _follower(Clock())
    items, states = _round(follower, f"{site.address}/rss")
    assert codes(items) == ["article", "G111", "article"]
    _round(follower, f"{site.address}/rss", states=states)
    assert site.paths().count("/1") == 1


def test_a_feed_that_moved_for_good_is_asked_at_its_new_place_and_one_that_is_gone_no_more(site: Site) -> None:
    site.pages["/old"] = Page(status=301, headers={"Location": "/rss"})
    follower = _follower(Clock())
    items, states = _round(follower, f"{site.address}/old")
    assert codes(items) == ["article"] * 3
    assert states[0].moved_to == f"{site.address}/rss"
    site.pages["/rss"] = Page(status=410)
    items, states = _round(follower, f"{site.address}/old", states=states)
    assert site.paths()[-1] == "/rss"
    assert states[0].gone
    asked = len(site.asked)
    assert codes(_round(follower, f"{site.address}/old", states=states)[0]) == ["G110"]
    assert len(site.asked) == asked


def test_a_redirect_for_now_is_followed_and_not_remembered(site: Site) -> None:
    site.pages["/old"] = Page(status=302, headers={"Location": "/rss"})
    items, states = _round(_follower(Clock()), f"{site.address}/old")
    assert codes(items) == ["article"] * 3
    assert states[0].moved_to is None


def test_private_addresses_are_not_asked_unless_allowed_neither_for_feeds_nor_for_links(site: Site) -> None:
    items, _ = _round(_follower(Clock(), private=False), f"{site.address}/rss")
    assert codes(items) == ["G110"]
    feed = rss(*(link.replace("{site}", site.address) for link in LINKS))
    asked: list[str] = []

    def web(address: str, headers: Mapping[str, str], settings: Settings) -> object:  # noqa: ARG001 - the port's shape
        asked.append(address)
        return Gap(
            code="G105", where=address, detail="127.0.0.1 is on a private network, which is not asked unless allowed"
        )

    follower = Follower(DEFAULTS, ask_by=web, clock=Clock(), sleep=Clock().sleep)  # type: ignore[arg-type] # a stand-in
    from twosource.read.found import Found  # noqa: PLC0415 - beside its use

    assert codes(list(follower.read(Found(name="feed.xml", data=feed)))) == ["G111"] * 3
    assert site.asked == []


def test_a_list_of_feeds_is_followed_to_its_feeds_and_still_is_when_it_did_not_change(site: Site) -> None:
    site.pages["/opml"] = Page(
        b'<opml version="2.0"><body><outline xmlUrl="/rss"/><outline xmlUrl="/none"/></body></opml>', etag='"o"'
    )
    clock = Clock()
    follower = _follower(clock)
    items, states = _round(follower, f"{site.address}/opml")
    assert sorted(codes(items)) == ["G110", "article", "article", "article"]
    assert {state.address for state in states} == {f"{site.address}{path}" for path in ("/opml", "/rss", "/none")}
    site.pages["/rss"].body = rss(*LINKS, LINKS[0].replace("/0", "/new"))
    site.pages["/new"] = Page(page("A new report of the ferry."))
    items, _ = _round(follower, f"{site.address}/opml", states=states)
    assert [raw.url for raw in raws(items)] == [f"{site.address}/new"]


def test_an_article_in_two_feeds_of_a_site_is_fetched_once(site: Site) -> None:
    site.pages["/world"] = Page(rss(*LINKS))
    items, states = _round(_follower(Clock()), f"{site.address}/rss", f"{site.address}/world")
    assert codes(items) == ["article"] * 3
    assert site.paths().count("/1") == 1
    assert [len(state.seen) for state in states] == [3, 3]


def test_feeds_that_name_each_other_end(site: Site) -> None:
    for here, there in (("/a", "/b"), ("/b", "/a")):
        site.pages[here] = Page(f'<opml version="2.0"><body><outline xmlUrl="{there}"/></body></opml>'.encode())
    _round(_follower(Clock()), f"{site.address}/a")
    assert sorted(site.paths()) == ["/a", "/b"]


def test_so_many_articles_are_fetched_in_one_visit_and_the_rest_in_the_next(site: Site) -> None:
    follower = _follower(Clock(), Settings(feed_articles=2))
    items, states = _round(follower, f"{site.address}/rss")
    assert [raw.url for raw in raws(items)] == [f"{site.address}/0", f"{site.address}/1"]
    items, states = _round(follower, f"{site.address}/rss", states=states)
    assert [raw.url for raw in raws(items)] == [f"{site.address}/2"]
    assert _round(follower, f"{site.address}/rss", states=states)[0] == []


@pytest.mark.parametrize(
    "answer",
    [
        Page(b"<html><body>Sorry.</body></html>"),
        Page(b""),
        Page(b"\x89PNG\r\n\x1a\n" * 40),
        Page(b"x" * 20_000),
        Page(rss(*LINKS) * 40),
    ],
    ids=["a page", "nothing", "a picture", "words", "too much"],
)
def test_what_is_no_feed_is_a_failure_with_its_reason(site: Site, answer: Page) -> None:
    site.pages["/rss"] = answer
    items, states = _round(_follower(Clock(), Settings(feed_bytes=15_000)), f"{site.address}/rss")
    assert codes(items) == ["G110"]
    assert states[0].failures == 1


def test_a_feed_in_a_file_is_followed_too(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "news.opml"
    path.write_text(f'<opml version="2.0"><body><outline xmlUrl="{site.address}/rss"/></body></opml>')
    assert codes(_round(_follower(Clock()), str(path))[0]) == ["article"] * 3
    assert codes(_round(_follower(Clock()), str(tmp_path / "none.xml"))[0]) == ["G101"]


def test_reading_a_feed_once_gives_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(
        rss(*(f"<title>Report {i}</title><guid>{i}</guid><description>{i}: {WORDS}</description>" for i in range(3)))
    )
    items = list(read([str(path)]))
    assert codes(items) == ["article"] * 3
    path.write_bytes(b"<rss")
    assert "G110" not in codes(list(read([str(path)])))
    path.write_bytes(rss("<title>No link</title><guid>7</guid>"))
    assert "neither its text nor its address" in details(list(read([str(path)])))


def test_the_order_of_hosts_does_not_make_us_wait_for_one_on_behalf_of_another() -> None:
    clock = Clock()
    asked: list[tuple[str, float]] = []

    def web(address: str, headers: Mapping[str, str], settings: Settings) -> Gap:  # noqa: ARG001 - the port's shape
        asked.append((address, clock.now))
        return Gap(code="G105", where=address, detail="no route")

    follower = Follower(DEFAULTS, ask_by=web, clock=clock, sleep=clock.sleep)
    list(follower.follow(["https://a.example/rss", "https://b.example/rss"], ()))
    assert clock.waits == []


def test_hosts_are_asked_at_the_same_time_and_each_one_thing_at_a_time(site: Site) -> None:
    busy, most, met = dict[str, int](), [0], Barrier(2)

    def carry(address: str, headers: Mapping[str, str], limits: Settings) -> Answer | Gap:
        host = host_of(address)
        busy[host] = busy.get(host, 0) + 1
        most[0] = max(most[0], busy[host])
        if address.endswith("/rss"):
            met.wait(20)  # only two at once get past here
        found = ask(address, limits, headers=headers, allow_private=True)
        busy[host] -= 1
        return found

    other = site.address.replace("127.0.0.1", "localhost")
    follower = Follower(replace(DEFAULTS, feed_pause=0.0), ask_by=carry)
    items, states = _round(follower, f"{site.address}/rss", f"{other}/rss")
    assert sorted(str(raw.url) for raw in raws(items)) == [f"{site.address}/{i}" for i in range(3)]
    assert {state.address for state in states} == {f"{site.address}/rss", f"{other}/rss"}
    assert most == [1]


def test_whoever_stops_listening_stops_the_visits(site: Site) -> None:
    other = site.address.replace("127.0.0.1", "localhost")
    follower = Follower(replace(DEFAULTS, feed_pause=0.0), allow_private=True)
    following = follower.follow([f"{site.address}/rss", f"{other}/rss"], ())
    assert isinstance(next(following), Raw)
    following.close()
    assert not list(follower.follow([], ()))


def test_what_one_visit_raises_is_raised_here(site: Site) -> None:
    def carry(address: str, headers: Mapping[str, str], limits: Settings) -> Answer | Gap:
        if host_of(address).startswith("localhost"):
            raise InterruptedError(address)
        return ask(address, limits, headers=headers, allow_private=True)

    other = site.address.replace("127.0.0.1", "localhost")
    follower = Follower(replace(DEFAULTS, feed_pause=0.0), ask_by=carry)
    with pytest.raises(InterruptedError):
        list(follower.follow([f"{site.address}/rss", f"{other}/rss"], ()))


def test_what_a_feed_holds_of_a_text_that_stands_nowhere_else_is_all_there_is(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(
        rss("<title>No link</title><guid isPermaLink='false'>7</guid><description>The gate is shut.</description>")
    )
    (only,) = read([str(path)])
    assert isinstance(only, Raw)
    assert only.text == "The gate is shut."


def test_what_the_feed_holds_of_a_text_is_taken_where_its_page_is_not_there_and_that_is_told(site: Site) -> None:
    long, short = " ".join(WORDS.split()[:40]), "The ferry sank."
    items = (
        f"<title>{name}</title><link>{{site}}/gone/{name}</link><description>{text}</description>"
        for name, text in (("a", long), ("b", short))
    )
    site.pages["/rss"] = Page(rss(*items), type="application/rss+xml")
    found, _ = _round(_follower(Clock()), f"{site.address}/rss")
    assert [raw.text for raw in raws(found)] == [long]
    told = [one.detail for one in found if isinstance(one, Gap)]
    assert ["what the feed holds" in detail for detail in told] == [True, False]


def test_what_the_feed_holds_is_taken_where_its_page_cannot_be_had_on_the_next_visit_either(site: Site) -> None:
    held = " ".join(WORDS.split()[:40])
    site.pages["/rss"] = Page(
        rss(f"<title>a</title><link>{{site}}/a</link><description>{held}</description>"), type="application/rss+xml"
    )
    site.pages["/a"] = Page(status=503)
    first, states = _round(_follower(Clock()), f"{site.address}/rss")
    assert not raws(first)
    second, states = _round(_follower(Clock()), f"{site.address}/rss", states=states)
    assert [raw.text for raw in raws(second)] == [held]
    assert any("what the feed holds" in one.detail for one in second if isinstance(one, Gap))
    third, _ = _round(_follower(Clock()), f"{site.address}/rss", states=states)
    assert not raws(third)
