import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from read.packing import codes, details, page, raws, tarred, zipped
from twosource.model import Gap, Raw
from twosource.ports import BYTES_STEP
from twosource.read import read
from twosource.settings import Settings

PAGES = {"b/two.html": page("The harbour was closed."), "a.html": page("The ferry sank."), ".hidden.html": page("No.")}


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tar.gz", "x.tgz", "x.tar.bz2", "x.tar.xz"])
def test_a_packed_folder_is_read_as_the_folder_would_be(tmp_path: Path, name: str) -> None:
    modes = {"x.tar": "w", "x.tar.gz": "w:gz", "x.tgz": "w:gz", "x.tar.bz2": "w:bz2", "x.tar.xz": "w:xz"}
    path = tmp_path / name
    path.write_bytes(zipped(PAGES) if name == "x.zip" else tarred(PAGES, modes[name]))
    items = list(read([str(path)]))
    assert codes(items) == ["article", "article"]
    assert sorted(raw.name for raw in raws(items)) == [f"{path}/a.html", f"{path}/b/two.html"]
    assert {raw.archive for raw in raws(items)} == {str(path)}


@pytest.mark.parametrize("name", ["x.zip", "x.tar.gz"])
def test_reading_goes_on_from_a_position(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(zipped(PAGES) if name == "x.zip" else tarred(PAGES, "w:gz"))
    last = raws(list(read([str(path)])))[-1]
    assert last.position
    assert raws(list(read([str(path)], start={str(path): last.position}))) == [last]


def test_a_single_page_may_be_packed(tmp_path: Path) -> None:
    for suffix, pack in (("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)):
        path = tmp_path / f"page.html.{suffix}"
        path.write_bytes(pack(page(f"The ferry sank, {suffix}.")))
        (raw,) = raws(list(read([str(path)])))
        assert (raw.kind, raw.text) == ("html", page(f"The ferry sank, {suffix}.").decode())


@pytest.mark.parametrize(
    "name", ["../../etc/news.html", "/etc/news.html", "C:\\news\\..\\news.html", "a/../../\x1b[2J.html"]
)
def test_names_that_point_elsewhere_point_nowhere(tmp_path: Path, name: str) -> None:
    for path, data in (
        (tmp_path / "x.zip", zipped({name: PAGES["a.html"]})),
        (tmp_path / "x.tar", tarred({name: PAGES["a.html"]})),
    ):
        path.write_bytes(data)
        (raw,) = raws(list(read([str(path)])))
        assert raw.name.startswith(f"{path}/")
        assert ".." not in raw.name
        assert raw.name.isprintable()
    assert sorted(os.listdir(tmp_path)) == ["x.tar", "x.zip"]  # noqa: PTH208 - names alone


def test_links_and_devices_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The password is lantern.")
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as whole:
        for kind, name in ((tarfile.SYMTYPE, "s.txt"), (tarfile.LNKTYPE, "h.txt"), (tarfile.FIFOTYPE, "f.txt")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, str(secret)
            whole.addfile(info)
    (tmp_path / "x.tar").write_bytes(buffer.getvalue())
    items = list(read([str(tmp_path / "x.tar")]))
    assert codes(items) == ["G108"]
    assert "of 3 files 0" in details(items)


def test_encrypted_nested_and_empty_members_are_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    members = PAGES | {"c.zip": zipped(PAGES), "d.gz": gzip.compress(b"x"), "e.txt": b"", "f.png": b"\x89PNG\r\n"}
    data = bytearray(zipped(members | {"g.html": page("A secret.")}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    items = list(read([str(tmp_path / "x.zip")]))
    assert codes(items) == ["article", "article", "G108"]
    for reason in ("is encrypted", "zip archive", "compressed file", "is empty", "picture"):
        assert reason in details(items)


@pytest.mark.parametrize("name", ["x.zip", "x.tar.gz", "x.tar.xz", "x.html.gz", "x.jsonl.gz"])
def test_a_bomb_is_given_up_before_it_fills_the_memory(tmp_path: Path, name: str) -> None:
    zeros = b"0" * 3_000_000
    bombs = {"a.html": page("The ferry sank."), "b.txt": zeros, "c.txt": zeros}
    made = {
        "x.zip": lambda: zipped(bombs),
        "x.tar.gz": lambda: tarred(bombs, "w:gz"),
        "x.tar.xz": lambda: tarred(bombs, "w:xz"),
        "x.html.gz": lambda: gzip.compress(zeros),
        "x.jsonl.gz": lambda: gzip.compress(zeros),
    }
    (tmp_path / name).write_bytes(made[name]())
    items = list(read([str(tmp_path)], settings=Settings(input_bytes=100_000, archive_factor=10)))
    assert "G104" in codes(items)
    assert all(len(raw.text) < 100_000 for raw in raws(items))


def test_a_header_that_claims_gigabytes_is_no_header(tmp_path: Path) -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 3_000_000_000
    (tmp_path / "x.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + b"a" * 4096)
    assert codes(list(read([str(tmp_path)]))) == ["G104"]


def test_a_directory_that_claims_gigabytes_is_not_read(tmp_path: Path) -> None:
    data = bytearray(zipped(PAGES))
    at = data.rindex(b"PK\x05\x06")
    struct.pack_into("<I", data, at + 12, 0xFFFF0000)
    (tmp_path / "x.zip").write_bytes(data)
    assert codes(list(read([str(tmp_path)]))) == ["G109"]


def test_a_tar_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    for name, mode in (("x.tar", "w"), ("y.tar.gz", "w:gz")):
        long = {"a.html": page("The ferry sank."), "b.html": page(" ".join(map(str, range(20_000))))}
        data = tarred(long, mode)
        (tmp_path / name).write_bytes(data[: len(data) // 2])
        items = list(read([str(tmp_path / name)]))
        assert codes(items) == ["article", "G109"]
        assert "behind member" in details(items)


def test_a_zip_that_is_cut_off_still_gives_its_first_files(tmp_path: Path) -> None:
    data = zipped({"a.html": page("The ferry sank."), "b.html": os.urandom(5000)})
    (tmp_path / "x.zip").write_bytes(data[:3000])
    items = list(read([str(tmp_path)]))
    assert codes(items) == ["article", "G109"]


def test_an_archive_of_nothing_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({}))
    (tmp_path / "y.tar").write_bytes(tarred({}))
    (tmp_path / "z.tar.gz").write_bytes(tarred({}, "w:gz"))
    assert codes(list(read([str(tmp_path)]))) == ["G102", "G102", "G108"]


def test_an_office_document_is_no_folder_of_pages(tmp_path: Path) -> None:
    (tmp_path / "x.pptx").write_bytes(zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<w/>"}))
    assert "office document" in details(list(read([str(tmp_path)])))


def test_how_far_an_archive_was_read_is_told_in_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x.tar"
    path.write_bytes(tarred({f"{i}.html": page(f"Report {i}.") for i in range(30)}))
    heard: list[tuple[str, int, int]] = []
    list(read([str(path)], progress=lambda *said: heard.append(said)))
    assert {step for step, _, _ in heard} == {BYTES_STEP}
    assert [done for _, done, _ in heard] == sorted(done for _, done, _ in heard)
    assert heard[-1][1:] == (path.stat().st_size,) * 2


def test_a_zip_on_standard_input_is_read_too() -> None:
    assert codes(list(read(["-"], stdin=io.BytesIO(zipped(PAGES))))) == ["article", "article"]


@hypothesis_settings(deadline=None, max_examples=60)
@given(st.integers(0, 600), st.binary(max_size=40), st.sampled_from(["x.zip", "x.tar", "x.tar.gz"]))
def test_any_damage_ends_in_articles_and_gaps(
    tmp_path_factory: pytest.TempPathFactory, at: int, noise: bytes, name: str
) -> None:
    data = {"x.zip": zipped(PAGES, zipfile.ZIP_DEFLATED), "x.tar": tarred(PAGES), "x.tar.gz": tarred(PAGES, "w:gz")}[
        name
    ]
    path = tmp_path_factory.mktemp("d") / name
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    found = list(read([str(path)], settings=Settings(input_bytes=1_000_000)))
    assert found
    assert all(isinstance(one, Raw | Gap) for one in found)
