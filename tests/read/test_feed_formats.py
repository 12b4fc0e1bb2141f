import gzip
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from read.feed_server import rss
from read.packing import codes
from twosource.clean import clean
from twosource.model import Raw
from twosource.read import read
from twosource.read.feeds.entry import Feed, NoFeedError
from twosource.read.feeds.parse import feed_of
from twosource.read.found import Found
from twosource.read.kinds import kind_of
from twosource.settings import DEFAULTS, Settings

HERE = "https://tern.example/feeds/news.xml"
ATOM = b"""<?xml version="1.0"?><!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Tern</title><entry><id>tag:tern,1</id><title type="html">Ferry &lt;b&gt;sinks&lt;/b&gt;</title>
<link href="../ferry"/><published>2031-05-14T10:00:00Z</published><updated>2031-05-14T11:00:00Z</updated>
<author><name>Ada Lund</name></author><author><name>Tom Rask</name></author>
<content type="html">&lt;p&gt;The ferry sank.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content>
<source><title>Meridian Press</title></source></entry></feed>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://tern.example/old</loc></url>
<url><loc> https://tern.example/ferry </loc><lastmod>2031-05-14</lastmod><n:news><n:publication><n:name>The Tern</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2031-05-14T10:00:00Z</n:publication_date><n:title>Ferry sinks</n:title></n:news></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://tern.example/a.xml</loc><lastmod>2030-01-01</lastmod></sitemap>
<sitemap><loc>https://tern.example/b.xml</loc><lastmod>2031-01-01</lastmod></sitemap></sitemapindex>"""
OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="news"><outline xmlUrl="https://tern.example/rss"/><outline xmlurl="/atom"/></outline>
<outline xmlUrl="https://tern.example/rss"/><outline xmlUrl="file:///etc/passwd"/></body></opml>"""
JSON_FEED = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "The Tern", "language": "en", "authors": [{"name": "The Desk"}],
    "items": [{"id": 7, "url": "/ferry", "title": "Ferry sinks", "content_html": "<p>The ferry sank.</p>", "date_published": "2031-05-14T10:00:00Z",
               "authors": [{"name": "Ada Lund"}]}, {"id": "8", "content_text": "The quay closed."}, "no item", {}],
}).encode()  # fmt: skip


def _feed(data: bytes, url: str | None = HERE, charset: str | None = None) -> Feed:
    return feed_of(Found(name="feed", data=data, url=url, charset=charset), DEFAULTS)


def test_rss_gives_title_address_times_authors_and_the_whole_text() -> None:
    item = (
        "<title>Ferry &amp; fog</title><link>/ferry</link><guid isPermaLink='false'>g1</guid><dc:creator>Ada Lund</dc:creator>"
        "<pubDate>Wed, 14 May 2031 10:00:00 +0100</pubDate><description>Short.</description>"
        "<content:encoded><![CDATA[<p>The ferry sank in fog.</p><script>x()</script>]]></content:encoded>"
    )
    (entry,) = _feed(rss(item)).entries
    assert (entry.id, entry.url, entry.title) == ("g1", "https://tern.example/ferry", "Ferry & fog")
    assert (entry.published, entry.byline) == ("Wed, 14 May 2031 10:00:00 +0100", ("Ada Lund",))
    assert (entry.text, entry.html) == ("<p>The ferry sank in fog.</p>", True)


def test_the_source_of_an_entry_is_kept_as_a_credit_but_not_where_it_is_the_site_itself() -> None:
    source = "<title>A</title><link>https://tern.example/a</link><source url='{}'>{}</source>"
    taken = rss(
        source.format("https://meridian.example/rss", "Meridian Press"),
        source.format("https://www.tern.example/rss", "The Tern").replace("/a<", "/b<"),
    )
    first, second = _feed(taken).entries
    assert (first.credits, second.credits) == (("Meridian Press",), ())


def test_atom_is_read_with_relative_links_and_without_markup_in_titles() -> None:
    (entry,) = _feed(ATOM).entries
    assert (entry.title, entry.url, entry.byline) == (
        "Ferry sinks",
        "https://tern.example/ferry",
        ("Ada Lund", "Tom Rask"),
    )
    assert (entry.published, entry.updated, entry.credits) == (
        "2031-05-14T10:00:00Z",
        "2031-05-14T11:00:00Z",
        ("Meridian Press",),
    )
    assert "script" not in entry.text


def test_json_feed_is_read_and_its_authors_stand_for_entries_without_any() -> None:
    first, second = _feed(JSON_FEED).entries
    assert (first.id, first.url, first.byline, first.html) == ("7", "https://tern.example/ferry", ("Ada Lund",), True)
    assert (second.text, second.html, second.byline, second.language) == (
        "The quay closed.",
        False,
        ("The Desk",),
        "en",
    )


def test_of_a_sitemap_only_news_are_taken_and_of_an_index_the_newest_first() -> None:
    (entry,) = _feed(SITEMAP).entries
    assert (entry.url, entry.title, entry.published, entry.language) == (
        "https://tern.example/ferry",
        "Ferry sinks",
        "2031-05-14T10:00:00Z",
        "en",
    )
    assert _feed(INDEX).feeds == ("https://tern.example/b.xml", "https://tern.example/a.xml")


def test_a_packed_sitemap_is_unpacked_within_bounds() -> None:
    assert _feed(gzip.compress(SITEMAP)) == _feed(SITEMAP)
    for packed in (gzip.compress(b"0" * 20_000_000), gzip.compress(SITEMAP)[:60]):
        with pytest.raises(NoFeedError, match=r"more than|damaged"):
            _feed(packed)


def test_a_list_of_feeds_names_each_once_and_no_files() -> None:
    assert _feed(OPML).feeds == ("https://tern.example/rss", "https://tern.example/atom")


def test_a_page_leads_to_the_feed_it_names_and_one_that_names_none_is_no_feed() -> None:
    page = b'<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>Hi</body></html>'
    assert _feed(page).feeds == ("https://tern.example/rss",)
    with pytest.raises(NoFeedError, match="names no feed"):
        _feed(b"<!doctype html><html><body>We moved.</body></html>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_make_it_no_feed(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'
    item = Found(name="feed", data=bomb.encode(encoding))
    assert kind_of(item)[0] == "feed"
    with pytest.raises(NoFeedError, match="entities"):
        feed_of(item, DEFAULTS)


def test_a_feed_too_large_is_refused_and_of_a_long_one_the_first_entries_are_read() -> None:
    data = rss(*(f"<guid>{i}</guid><title>Report {i}</title>" for i in range(50)))
    with pytest.raises(NoFeedError, match="more than 1,000 bytes"):
        feed_of(Found(name="feed", data=data), Settings(feed_bytes=1_000))
    assert [entry.id for entry in feed_of(Found(name="feed", data=data), Settings(feed_entries=3)).entries] == [
        "0",
        "1",
        "2",
    ]


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    broken = rss("<title>Ferry & fog</title><guid>1</guid>", "<title>Quay <b>closed</title><guid>2</guid>")[:-20]
    assert [entry.id for entry in _feed(broken).entries] == ["1", "2"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1251", "windows-1251"), ("utf-16", "utf-16"), ("cp1252", "iso-8859-1"), ("utf-8-sig", "utf-8")],
)
def test_the_encoding_that_a_feed_declares_is_heard(encoding: str, declared: str) -> None:
    title = "Мэр сказал" if encoding == "cp1251" else "“Naïve”"
    text = f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><item><guid>1</guid><title>{title}</title></item></channel></rss>'
    (entry,) = _feed(text.encode(encoding)).entries
    assert entry.title == title


def test_entries_that_share_a_name_are_told_apart_by_their_address() -> None:
    data = rss("<guid isPermaLink='false'>1</guid><link>/a</link>", "<guid isPermaLink='false'>1</guid><link>/b</link>",
               "<guid isPermaLink='false'>1</guid><link>/a</link><title>Again</title>")  # fmt: skip
    assert [entry.url for entry in _feed(data).entries] == ["https://tern.example/a", "https://tern.example/b"]
    assert len({entry.id for entry in _feed(data).entries}) == 2


def test_the_example_gives_two_whole_articles_with_the_agency_that_one_is_from() -> None:
    path = Path(__file__).parents[2] / "examples" / "feeds" / "coast-daily.xml"
    first, second = [one for one in read([str(path)]) if isinstance(one, Raw)]
    assert (first.credits, second.credits) == (("Meridian Press",), ())
    assert [clean(one)[0].via for one in (first, second)] == [("Meridian Press",), ()]  # type: ignore[union-attr] # both are articles


def test_an_entry_with_nothing_but_a_title_still_is_one_and_an_empty_one_is_not() -> None:
    (entry,) = _feed(rss("<title>Ferry sinks</title>", "")).entries
    assert (entry.url, entry.published, entry.text) == (None, None, "")
    assert entry.outlet == "The Tern"


@pytest.mark.parametrize(
    "data", [ATOM, SITEMAP, INDEX, OPML, JSON_FEED, rss("<title>A</title>"), b"\xef\xbb\xbf" + ATOM, b"\n " + OPML]
)
def test_feeds_are_told_from_pages_and_tables(data: bytes) -> None:
    assert kind_of(Found(name="x", data=data))[0] == "feed"


def test_a_page_about_feeds_is_a_page() -> None:
    assert (
        kind_of(
            Found(name="x", data=b"<!doctype html><html><body><p>Write &lt;rss&gt; or <rss> first.</p></body></html>")
        )[0]
        == "html"
    )
    assert kind_of(Found(name="x", data=b'[{"text": "A <feed> of news.", "version": "2"}]'))[0] == "table"


@hypothesis_settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([ATOM, SITEMAP, OPML, JSON_FEED, rss("<title>A</title><link>/a</link>")]),
    st.integers(0, 700),
    st.binary(max_size=30),
)
def test_any_damage_gives_a_feed_or_a_reason(data: bytes, at: int, noise: bytes) -> None:
    with suppress(NoFeedError):
        assert all(entry.id for entry in _feed(data[:at] + noise + data[at + len(noise) :]).entries)


def test_entries_without_names_that_share_one_address_are_all_kept_and_told_apart() -> None:
    data = rss("<link>/</link><title>Ferry drifts</title>", "<link>/</link><title>Barge sinks</title>",
               "<link>/</link><title>Crane falls</title>")  # fmt: skip
    entries = _feed(data).entries
    assert [entry.title for entry in entries] == ["Ferry drifts", "Barge sinks", "Crane falls"]
    assert {entry.url for entry in entries} == {None}, "a front page is the address of no article"
    assert len({entry.id for entry in entries}) == 3
    assert {entry.outlet for entry in entries} == {"tern.example"}


def test_a_blog_that_links_elsewhere_keeps_its_own_page_as_its_address() -> None:
    own = "<guid isPermaLink='true'>https://tern.example/linked/ferry</guid>"
    assert (
        _feed(rss(f"<link>https://coast.example/ferry</link>{own}")).entries[0].url
        == "https://tern.example/linked/ferry"
    )
    other = "<guid>https://ids.example/77</guid>"
    assert _feed(rss(f"<link>https://tern.example/ferry</link>{other}")).entries[0].url == "https://tern.example/ferry"


def test_addresses_of_counting_services_and_of_the_machine_that_made_the_feed_are_seen_through() -> None:
    item = (
        "<link>https://feeds.example/~r/1</link><feedburner:origLink>https://tern.example/ferry</feedburner:origLink>"
    )
    data = rss(item).replace(b"<rss ", b'<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" ', 1)
    assert _feed(data).entries[0].url == "https://tern.example/ferry"
    assert _feed(rss("<link>http://localhost:1313/ferry</link>")).entries[0].url == "https://tern.example/ferry"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("<![CDATA[Petty&#8217;s ferry &#038; Co]]>", "Petty’s ferry & Co"),
        ("Petty &amp;amp; Sons: &amp;quot;safe&amp;quot;", 'Petty & Sons: "safe"'),
        ("Cost is &amp;lt; 5m, says &lt;b&gt;Hode&lt;/b&gt;", "Cost is < 5m, says Hode"),
    ],
)
def test_titles_are_freed_of_markup_and_of_escapes_however_often_they_were_escaped(title: str, said: str) -> None:
    assert _feed(rss(f"<title>{title}</title>")).entries[0].title == said


def test_an_author_in_the_form_that_the_format_asks_for_has_a_name(tmp_path: Path) -> None:
    words = " ".join(f"The ferry passed mark {n} at noon." for n in range(60))
    (tmp_path / "feed.xml").write_bytes(
        rss(f"<link>/a</link><author>ada@tern.example (Ada Lund)</author><description>{words}</description>")
    )
    (raw,) = [one for one in read([str(tmp_path)]) if isinstance(one, Raw)]
    article, _ = clean(raw)
    assert article is not None
    assert article.byline == ("Ada Lund",)


def test_a_feed_and_an_index_that_hold_nothing_say_so(tmp_path: Path) -> None:
    for name, data in (
        ("a.xml", rss()),
        ("b.xml", b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></sitemapindex>'),
    ):
        (tmp_path / name).write_bytes(data)
        assert codes(list(read([str(tmp_path / name)]))) == ["G110"]


def test_a_day_ahead_of_today_is_no_day_of_publication(tmp_path: Path) -> None:
    words = " ".join(f"The ferry passed mark {n} at noon." for n in range(60))
    dates = [
        f"<link>/{year}</link><pubDate>Wed, 31 Oct {year} 08:00:00 GMT</pubDate><description>{words} {year}</description>"
        for year in (2099, 2001)
    ]
    (tmp_path / "feed.xml").write_bytes(rss(*dates))
    assert [one.published for one in read([str(tmp_path)]) if isinstance(one, Raw)] == [
        None,
        "Wed, 31 Oct 2001 08:00:00 GMT",
    ]
