"""Damaged and hostile files: what stands beside the damage is read, and the damage is told."""

import json
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kept import cheap
from read.packing import page, record, tarred, warc_gz, zipped
from twosource.model import GAP_CODES, Gap, Raw, Story
from twosource.pipeline import clean_one, compare
from twosource.read import read

PAGES = [record(f"https://tern.example/{n}", page(f"Report {n} of the ferry off Velm.")) for n in range(6)]


def texts(items: list[Raw | Gap]) -> str:
    return " ".join(item.text for item in items if isinstance(item, Raw))


def spoiled(whole: bytes, name: bytes, method: int) -> bytes:
    """The archive with a byte changed inside the first member called so."""
    at = whole.index(name) + len(name) + (400 if method == zipfile.ZIP_STORED else 60)
    return whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("broken", ["archive/a.warc.gz", "archive/b.warc.gz", "archive/c.warc"])
def test_a_damaged_archive_in_a_wacz_costs_the_others_nothing(tmp_path: Path, method: int, broken: str) -> None:
    members = {
        "archive/a.warc.gz": warc_gz(*PAGES[:2]),
        "archive/b.warc.gz": warc_gz(*PAGES[2:4]),
        "archive/c.warc": b"".join(PAGES[4:]),
    }
    path = tmp_path / "crawl.wacz"
    path.write_bytes(spoiled(zipped(members, method), broken.encode(), method))
    items = list(read([str(path)]))
    kept = {"archive/a.warc.gz": range(2), "archive/b.warc.gz": range(2, 4), "archive/c.warc": range(4, 6)}
    for name, numbers in kept.items():
        assert name == broken or all(f"Report {n} " in texts(items) for n in numbers)
    (gap,) = [item for item in items if isinstance(item, Gap)]
    assert gap.code == "G108"
    assert broken in gap.detail


@pytest.mark.parametrize("digits", [14, 30, 400, 4000])
def test_a_row_whose_time_is_a_number_of_many_digits_is_read_without_it(tmp_path: Path, digits: int) -> None:
    rows = [
        {"title": "Ferry", "text": "The ferry ran aground.", "published": 10**digits},
        {"text": "The quay was closed."},
    ]
    (tmp_path / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    found = [item for item in read([str(tmp_path / "rows.json")]) if isinstance(item, Raw)]
    assert [one.published for one in found] == [None, None]


LD = """<!doctype html><html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry \\ud800 aground",
"publisher": {"@type": "Organization", "name": "Vel\\udc00m Post"}, "datePublished": "2031-05-12T10:00:00Z"}</script></head>
<body><article><h1>Ferry aground</h1><p>A ferry ran aground off the island of Velm on Monday, the harbour police said.</p>
<p>Rescuers searched the strait for the other passengers of the ferry until dark.</p></article></body></html>"""


def test_a_lone_surrogate_in_a_page_s_metadata_survives_the_way_to_json_and_back(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(LD, encoding="utf-8")
    story = compare([tmp_path / "page.html"], cheap())
    assert Story.from_json(story.to_json()) == story
    assert story.articles[0].outlet.encode("utf-8")


@pytest.mark.parametrize("address", ["https://tern.example/\ud800", "https://tern.example/\x1b[2J"])
def test_an_address_in_a_row_holds_no_character_that_no_text_has(tmp_path: Path, address: str) -> None:
    (tmp_path / "row.json").write_text(json.dumps({"text": "The ferry.", "url": address}), encoding="ascii")
    (raw,) = read([str(tmp_path / "row.json")])
    assert isinstance(raw, Raw)
    assert raw.url == "https://tern.example/�" + address[22:].replace("\x1b", "")


def test_a_name_in_a_zip_that_points_out_of_it_by_backslashes_is_read_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    path.write_bytes(
        zipped({"..\\..\\x.html": page("The ferry ran aground off Velm."), ".hidden.html": page("Not this.")})
    )
    (raw,) = read([str(path)])
    assert isinstance(raw, Raw)
    assert raw.name == f"{path}/x.html"


@pytest.mark.parametrize(
    "feed",
    [
        '<rss version="2.0"><channel><title>Tern</title></channel></rss>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tern</title></feed>',
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></sitemapindex>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://tern.example/</loc></url></urlset>',
        '{"version": "https://jsonfeed.org/version/1.1", "items": []}',
        '<opml version="2.0"><body></body></opml>',
    ],
)  # fmt: skip
def test_a_feed_or_sitemap_that_names_no_article_says_so(tmp_path: Path, feed: str) -> None:
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    (gap,) = read([str(tmp_path / "feed.xml")])
    assert isinstance(gap, Gap)
    assert gap.code == "G110"


def test_a_feed_with_an_entity_that_is_no_character_is_a_gap(tmp_path: Path) -> None:
    feed = '<rss version="2.0"><channel><item><title>Ferry &#x110000;</title></item></channel><'
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    assert {item.code for item in read([str(tmp_path / "feed.xml")]) if isinstance(item, Gap)} <= {"G110", "G111"}


SEEDS = {
    "crawl.wacz": zipped({"archive/a.warc.gz": warc_gz(*PAGES[:2]), "archive/b.warc": PAGES[2]}),
    "crawl.warc.gz": warc_gz(*PAGES[:3]),
    "pages.zip": zipped({f"{n}.html": page(f"Report {n} of the ferry.") for n in range(3)}),
    "pages.tar": tarred({f"{n}.html": page(f"Report {n} of the ferry.") for n in range(3)}),
    "pages.tgz": tarred({f"{n}.html": page(f"Report {n} of the ferry.") for n in range(3)}, "w:gz"),
    "rows.json": json.dumps([{"title": "Ferry", "text": "The ferry.", "published": 1e12, "url": "http://a.example"}]).encode(),
    "feed.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "The ferry."}]}',
    "page.html": LD.encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_is_changed_in_a_file_it_ends_in_articles_or_gaps(
    tmp_path_factory: pytest.TempPathFactory, name: str, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage
    data = bytearray(SEEDS[name])
    for _ in range(chance.choice((1, 1, 3, 12))):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(data)
    for item in read([str(path)]):
        if isinstance(item, Raw):
            article, gaps = clean_one(item, cheap())
            assert article or gaps
        else:
            assert item.code in GAP_CODES
