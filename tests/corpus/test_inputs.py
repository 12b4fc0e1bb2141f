from pathlib import Path
from typing import Any

import pytest

from invented_corpus import plain, written
from twosource.corpus import CorpusOptions, build, inputs
from twosource.corpus.inputs import at_hand, digest_of, listed
from twosource.corpus.layout import Layout
from twosource.engine.on_daft import DaftEngine
from twosource.engine.parts import read_table
from twosource.errors import CorpusError

fs = pytest.importorskip("pyarrow.fs")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of objects whose buckets are folders."""
    system = fs.SubTreeFileSystem(str(tmp_path / "store"), fs.LocalFileSystem())

    def of(name: str) -> tuple[Any, str]:
        return system, name.split("://", 1)[1]

    monkeypatch.setattr(inputs, "_system", of)
    return tmp_path / "store"


def test_small_files_share_a_job_and_a_large_one_has_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "_STRIPE_BYTES", 100)
    for name, size in (("a", 30), ("b", 30), ("c", 350), ("d", 10), (".hidden", 5)):
        (tmp_path / name).write_bytes(b"x" * size)
    bundles = listed([str(tmp_path), str(tmp_path / "a")], 10)
    assert [([Path(name).name for name in one.names], one.stripes) for one in bundles] == [
        (["a", "b"], 1),
        (["c"], 4),
        (["d"], 1),
    ]


def test_stripes_of_one_file_hold_each_article_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from twosource.settings import Settings  # noqa: PLC0415 - beside its use

    monkeypatch.setattr(inputs, "_STRIPE_BYTES", 5000)
    options = CorpusOptions(stages=("articles",), settings=Settings(corpus_part_articles=5))
    path = written(tmp_path / "in", plain())
    build([str(path)], tmp_path / "out", options, DaftEngine(workers=1), lambda *_: None)
    layout = Layout(folder=tmp_path / "out")
    assert len(layout.marks("articles")) > 3
    ids = [
        one for part in layout.parts("articles") for one in read_table(layout.table("articles", part))["id"].to_pylist()
    ]
    assert len(ids) == len(set(ids)) == len(plain())


def test_a_pattern_in_a_store_of_objects_finds_its_files(store: Path) -> None:
    for name in ("a.jsonl", "b.jsonl", "c.txt"):
        written(store / "bucket" / "2031", plain(1), name)
    names = [name for one in listed(["s3://bucket/2031/*.jsonl"], 1) for name in one.names]
    assert names == ["s3://bucket/2031/a.jsonl", "s3://bucket/2031/b.jsonl"]
    assert len(listed(["s3://bucket/2031"], 1)) == 3
    with pytest.raises(CorpusError):
        listed(["s3://bucket/2032/*"], 1)


def test_what_is_far_is_fetched_for_as_long_as_it_is_read(store: Path) -> None:
    near = written(store / "bucket", plain(2))
    with at_hand("s3://bucket/articles.jsonl") as place:
        assert place.read_bytes() == near.read_bytes()
        assert len(digest_of(place)) == 64
    assert not place.exists()
    assert digest_of(place) == ""


def test_a_far_corpus_has_the_articles_of_a_near_one_and_calls_them_by_their_address(
    store: Path, tmp_path: Path
) -> None:
    near = written(store / "bucket", [*plain(3), {"no": "article"}])
    options = CorpusOptions(stages=("articles",))
    for name, folder in ((str(near), "near"), ("s3://bucket/articles.jsonl", "far")):
        build([name], tmp_path / folder, options, DaftEngine(workers=1), lambda *_: None)
    ids, gaps = [], []
    for folder in ("near", "far"):
        layout = Layout(folder=tmp_path / folder)
        ids.append(read_table(layout.table("articles", "00000-00000"))["id"].to_pylist())
        gaps.append(read_table(layout.table("gaps", layout.parts("gaps")[0]))["where"].to_pylist())
    assert ids[0] == ids[1]
    assert gaps[1] == ["s3://bucket/articles.jsonl#4"]
