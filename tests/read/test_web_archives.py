import bz2
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from read.packing import DATE, codes, details, page, raws, record, warc_gz, zipped
from twosource.clean import clean
from twosource.read import read
from twosource.settings import Settings

ONE = record("https://tern.example/1", page("The ferry sank off Velm."))
TWO = record("https://tern.example/2", page("The harbour was closed on Monday."))
NOISE = (
    record("https://tern.example/robots.txt", b"User-agent: *", type_="text/plain"),
    record("https://tern.example/gone", b"nothing", status="404 Not Found"),
    record("https://tern.example/a.png", b"\x89PNG", type_="image/png"),
    record("https://tern.example/1", b"", kind="revisit"),
    record("https://tern.example/1", b"GET /", kind="request"),
)


def test_pages_of_a_web_archive_are_articles_with_their_address_and_the_time_of_the_visit(tmp_path: Path) -> None:
    for name, data in (("a.warc", ONE + TWO), ("a.warc.gz", warc_gz(ONE, TWO))):
        path = tmp_path / name
        path.write_bytes(data)
        first, second = raws(list(read([str(path)])))
        assert (first.url, first.read_at, first.archive, first.position) == (
            "https://tern.example/1",
            DATE,
            str(path),
            0,
        )
        assert first.published is None
        assert second.position == (len(ONE) if name == "a.warc" else len(warc_gz(ONE)))


def test_the_time_of_the_visit_is_not_taken_for_the_time_of_publication(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(ONE)
    (raw,) = raws(list(read([str(tmp_path)])))
    article, gaps = clean(raw)
    assert article is not None
    assert article.published is None
    assert [gap.code for gap in gaps] == ["G203"]


def test_what_is_no_page_is_counted_in_one_gap_by_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc_gz(ONE, *NOISE, TWO))
    items = list(read([str(tmp_path)]))
    assert codes(items) == ["article", "article", "G108"]
    for reason in ("of 6 records 2", "for robots", "status 404", "image/png", "nothing was new"):
        assert reason in details(items)


@pytest.mark.parametrize(
    "packed", [warc_gz, lambda *records: bz2.compress(b"".join(records)), lambda *records: b"".join(records)]
)
def test_reading_goes_on_from_a_position(tmp_path: Path, packed: Callable[..., bytes]) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(ONE, *NOISE, TWO))
    last = raws(list(read([str(path)])))[-1]
    assert last.position
    assert raws(list(read([str(path)], start={str(path): last.position}))) == [last]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page("Packed words."))),
        ("Content-Encoding: gzip\r\n", page("Packed words.")),
        (
            "Transfer-Encoding: chunked\r\n",
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(page("Packed words.")), page("Packed words.")),
        ),
        ("Transfer-Encoding: chunked\r\n", page("Packed words.")),
    ],
    ids=["packed", "said to be packed", "in chunks", "said to be in chunks"],
)
def test_bodies_are_unpacked_where_they_still_are_packed(tmp_path: Path, headers: str, body: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(record("https://tern.example/p", body, headers=headers))
    (raw,) = raws(list(read([str(tmp_path)])))
    assert raw.text == page("Packed words.").decode()


def test_an_archive_that_is_cut_off_gives_what_stands_before_and_says_where_it_ends(tmp_path: Path) -> None:
    for name, data in (("a.warc", ONE + TWO), ("b.warc.gz", warc_gz(ONE, TWO))):
        (tmp_path / name).write_bytes(data[:-40])
        items = list(read([str(tmp_path / name)]))
        assert codes(items) == ["article", "G109"]
        assert "byte" in details(items)


def test_a_damaged_archive_gives_what_stands_before(tmp_path: Path) -> None:
    packed = warc_gz(ONE, TWO)
    (tmp_path / "a.warc.gz").write_bytes(
        packed[: len(warc_gz(ONE)) + 30] + b"XXXXXXXX" + packed[len(warc_gz(ONE)) + 38 :]
    )
    assert codes(list(read([str(tmp_path)]))) == ["article", "G109"]


def test_a_body_that_unpacks_to_more_than_a_page_may_have_is_counted_and_not_kept(tmp_path: Path) -> None:
    bomb = record(
        "https://tern.example/b", gzip.compress(b"<p>" + b"0" * 900_000), headers="Content-Encoding: gzip\r\n"
    )
    (tmp_path / "a.warc").write_bytes(ONE + bomb + TWO)
    items = list(read([str(tmp_path)], settings=Settings(input_bytes=100_000)))
    assert codes(items) == ["article", "article", "G108"]
    assert "more than 100,000 bytes" in details(items)


def test_a_web_archive_that_unpacks_to_far_more_than_its_size_is_given_up(tmp_path: Path) -> None:
    bombs = [gzip.compress(record(f"https://tern.example/{i}", b"0" * 90_000, type_="image/png")) for i in range(40)]
    (tmp_path / "a.warc.gz").write_bytes(warc_gz(ONE) + b"".join(bombs))
    items = list(read([str(tmp_path)], settings=Settings(input_bytes=100_000, archive_factor=20)))
    assert codes(items)[:2] == ["article", "G104"]


def test_all_web_archives_in_a_wacz_are_read(tmp_path: Path) -> None:
    members = {
        "archive/a.warc.gz": warc_gz(ONE),
        "archive/b.warc": TWO,
        "pages/pages.jsonl": b'{"id": 1}\n',
        "datapackage.json": b"{}",
    }
    (tmp_path / "crawl.wacz").write_bytes(zipped(members, method=0))
    items = list(read([str(tmp_path)]))
    assert [raw.url for raw in raws(items)] == ["https://tern.example/1", "https://tern.example/2"]
    assert codes(items) == ["article", "article"]


def test_an_archive_of_texts_is_read_but_not_beside_the_pages_they_were_made_from(tmp_path: Path) -> None:
    text = record("https://tern.example/1", b"The ferry sank off Velm.", kind="conversion", type_="text/plain").replace(
        b"application/http; msgtype=conversion", b"text/plain"
    )
    (tmp_path / "a.warc").write_bytes(text)
    (raw,) = raws(list(read([str(tmp_path / "a.warc")])))
    assert (raw.kind, raw.text, raw.url) == ("text", "The ferry sank off Velm.", "https://tern.example/1")
    (tmp_path / "b.warc").write_bytes(ONE + text)
    assert codes(list(read([str(tmp_path / "b.warc")]))) == ["article", "G108"]


def test_the_same_page_visited_often_is_one_article_and_few_gaps(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(ONE * 60)
    items = list(read([str(tmp_path)]))
    assert codes(items) == ["article", *["G107"] * 21]
    assert "39 more" in details(items)


@hypothesis_settings(deadline=None, max_examples=60)
@given(st.integers(0, 2000), st.binary(max_size=40))
def test_any_damage_ends_in_articles_and_gaps(tmp_path_factory: pytest.TempPathFactory, at: int, noise: bytes) -> None:
    data = warc_gz(ONE, *NOISE, TWO)
    path = tmp_path_factory.mktemp("d") / "a.warc.gz"
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    assert list(read([str(path)]))


def test_what_a_crawler_writes_about_its_own_work_is_no_article(tmp_path: Path) -> None:
    log = b"--start--\nResolving tern.example\nSaving to: a\n"
    told = record("metadata://gnu.org/software/wget/warc/wget.log", log, kind="resource", type_="text/plain")
    (tmp_path / "a.warc").write_bytes(ONE + told)
    items = list(read([str(tmp_path)]))
    assert codes(items) == ["article", "G108"]
    assert "by the crawler" in details(items)


def arc_record(address: str, body: bytes, *, status: str = "200 OK", type_: str = "text/html") -> bytes:
    """One record of an archive of the older form."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\n\r\n".encode() + body
    return f"{address} 192.0.2.7 20310514100000 {type_} {len(block)}\n".encode() + block + b"\n"


ARC_HEAD = b"1 0 Tern\nURL IP-address Archive-date Content-type Archive-length\n"
ARC = (
    b"filedesc://a.arc 0.0.0.0 20310514100000 text/plain %d\n" % len(ARC_HEAD) + ARC_HEAD + b"\n",
    arc_record("https://tern.example/1", page("The ferry sank off Velm.")),
    arc_record("https://tern.example/gone", b"nothing", status="404 Not Found"),
    arc_record("https://tern.example/a.png", b"\x89PNG", type_="image/png"),
    b"dns:tern.example 192.0.2.7 20310514100000 text/dns 12\n20310514 A 1\n",
    arc_record("https://tern.example/2", page("The harbour was closed on Monday.")),
)


@pytest.mark.parametrize("packed", [warc_gz, lambda *records: b"".join(records)])
def test_archives_of_the_older_form_are_read_alike(tmp_path: Path, packed: Callable[..., bytes]) -> None:
    path = tmp_path / "a.arc"
    path.write_bytes(packed(*ARC))
    items = list(read([str(path)]))
    first, second = raws(items)
    assert (first.url, first.read_at) == ("https://tern.example/1", "2031-05-14T10:00:00+00:00")
    assert "closed on Monday" in second.text
    assert codes(items) == ["article", "article", "G108"]
    for reason in ("of 5 records 2", "status 404", "image/png", "by the crawler"):
        assert reason in details(items)
    assert [raw.url for raw in raws(list(read([str(path)], start={str(path): second.position or 0})))] == [second.url]


@pytest.mark.parametrize("data", [b"".join(ARC)[:-40], b"".join(ARC[:2]) + b"no record\n"])
def test_an_archive_of_the_older_form_that_is_damaged_gives_what_stands_before(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.arc").write_bytes(data)
    found = codes(list(read([str(tmp_path / "a.arc")])))
    assert found[0] == "article"
    assert "G109" in found
