import dataclasses
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from invented_corpus import OUTLETS, plain, row, sentences, written
from twosource.corpus import CorpusOptions, Summary, build
from twosource.corpus.layout import Layout
from twosource.engine.on_daft import DaftEngine
from twosource.engine.parts import read_json, read_table
from twosource.errors import CorpusError, NothingToReadError
from twosource.settings import Settings

SHARING = CorpusOptions(stages=("passages",))


def made(inputs: Path, folder: Path, options: CorpusOptions = SHARING) -> Summary:
    return build([str(inputs)], folder, options, DaftEngine(workers=1), lambda *_: None)


def rows_of(folder: Path, table: str) -> list[dict[str, Any]]:
    layout = Layout(folder=folder)
    return [row for part in layout.parts(table) for row in read_table(layout.table(table, part)).to_pylist()]


def passages_in(folder: Path) -> list[tuple[Any, ...]]:
    return sorted(tuple(row.values()) for row in rows_of(folder, "passages"))


def titles(folder: Path) -> dict[str, int]:
    return {one["id"]: int(one["headline"].split()[-2][:-2]) for one in rows_of(folder, "articles")}


def pairs_in(folder: Path) -> set[tuple[int, int]]:
    number = titles(folder)
    return {tuple(sorted((number[one["left"]], number[one["right"]]))) for one in rows_of(folder, "passages")}  # type: ignore[misc]  # two of them


def with_settings(**given: float) -> CorpusOptions:
    return dataclasses.replace(SHARING, settings=Settings(**given))  # type: ignore[arg-type]  # ints and floats


@cache
def usual(folder: Path) -> Path:
    """The usual corpus, made once."""
    made(written(folder / "in", plain()), folder / "out")
    return folder / "out"


@pytest.fixture
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return usual(tmp_path_factory.getbasetemp() / "usual")


def test_wording_that_two_articles_share_is_found_with_its_places_and_nothing_else_is(corpus: Path) -> None:
    assert pairs_in(corpus) == {(1, 3), (2, 5)}
    texts = {one["id"]: one["text"] for one in rows_of(corpus, "articles")}
    for one in rows_of(corpus, "passages"):
        left, right = (texts[one[side]][one[f"{side}_start"] : one[f"{side}_end"]] for side in ("left", "right"))
        assert left.split() == right.split()
        assert one["kind"] == "release"  # nothing in the shared words is a newsroom's: both may have been sent them
        assert one["words"] in {36, 54}


def test_neither_the_order_of_articles_nor_how_they_are_parted_changes_anything(corpus: Path, tmp_path: Path) -> None:
    articles = plain()
    written(tmp_path / "in", articles[:9:-1], "b.jsonl")
    written(tmp_path / "in", articles[9::-1], "a.jsonl")
    other = with_settings(corpus_part_articles=7, corpus_bucket_grams=500)
    made(tmp_path / "in", tmp_path / "out", other)
    assert len(list((tmp_path / "out" / "articles").iterdir())) > 2
    assert len(list((tmp_path / "out" / "work" / "done" / "sharing").iterdir())) > 3
    assert passages_in(tmp_path / "out") == passages_in(corpus)


def test_the_tables_of_two_runs_are_the_same_to_the_byte(corpus: Path, tmp_path: Path) -> None:
    made(corpus.parent / "in" / "articles.jsonl", tmp_path / "out")
    for table in ("articles", "passages", "reprints"):
        for part in (corpus / table).iterdir():
            assert (tmp_path / "out" / table / part.name).read_bytes() == part.read_bytes()


def test_a_reprint_that_is_added_changes_no_passage_of_others(corpus: Path, tmp_path: Path) -> None:
    articles = plain()
    body = str(articles[1]["text"]).replace("\n", " ").split(" ")
    body[::20] = [f"{word}x" for word in body[::20]]
    reprint = {**articles[1], "text": " ".join(body), "outlet": "late.example", "published": "2031-05-09T00:00"}
    again = {**articles[1], "outlet": "later.example", "published": "2031-05-10T00:00"}
    made(written(tmp_path / "in", [*articles, reprint, again]), tmp_path / "out")
    assert passages_in(tmp_path / "out") == passages_in(corpus)
    kinds = sorted(one["kind"] for one in rows_of(tmp_path / "out", "reprints"))
    assert kinds == ["most of the same words", "the very same words"]
    assert not rows_of(corpus, "reprints")


def test_what_a_reprint_adds_of_its_own_can_still_be_found_in_others(tmp_path: Path) -> None:
    articles = plain()
    more = sentences(900, 2)
    reprint = {
        **articles[8],
        "text": f"{articles[8]['text']}\n{' '.join(more)}",
        "outlet": "late.example",
        "published": "2031-05-09T00:00",
    }
    other = row(70, [*sentences(901, 6), *more], outlet="third.example", day=10)
    made(written(tmp_path / "in", [*articles, reprint, other]), tmp_path / "out")
    assert [one["share"] > 0.7 for one in rows_of(tmp_path / "out", "reprints")] == [True]
    assert (8, 70) in pairs_in(tmp_path / "out")


def test_one_run_of_words_in_four_finds_the_same_passages(corpus: Path, tmp_path: Path) -> None:
    made(written(tmp_path / "in", plain()), tmp_path / "out", dataclasses.replace(SHARING, sample=4))
    assert passages_in(tmp_path / "out") == passages_in(corpus)


def test_the_standing_text_of_an_outlet_is_no_copying_between_its_articles(tmp_path: Path) -> None:
    footer = sentences(800, 2)
    own = [row(n, [*sentences(n, 8), *footer], outlet="harrow.example", day=1 + n) for n in range(12)]
    made(written(tmp_path / "in", own), tmp_path / "out")
    assert not pairs_in(tmp_path / "out")


def test_wording_that_many_outlets_share_ties_each_of_them_to_an_earlier_one_and_not_every_two(tmp_path: Path) -> None:
    wording = sentences(800, 2)
    many = [row(n, [*sentences(n, 8), *wording], outlet=f"{n}.example", day=1 + n) for n in range(12)]
    made(written(tmp_path / "in", many), tmp_path / "out")
    pairs = pairs_in(tmp_path / "out")
    assert {later for _, later in pairs} == set(range(1, 12))
    assert len(pairs) <= 12


def test_articles_far_apart_in_time_are_not_compared_and_undated_ones_are(tmp_path: Path) -> None:
    wording = sentences(800, 2)
    articles = [row(n, [*sentences(n, 8), *wording], outlet=OUTLETS[n]) for n in range(3)]
    articles[1]["published"] = "2032-01-01T00:00"
    made(written(tmp_path / "in", articles), tmp_path / "out")
    assert pairs_in(tmp_path / "out") == {(0, 2)}
    del articles[1]["published"]
    made(written(tmp_path / "undated", articles), tmp_path / "out2")
    assert pairs_in(tmp_path / "out2") == {(0, 1), (0, 2), (1, 2)}


def test_what_cannot_be_read_is_a_gap_and_the_rest_is_a_corpus(tmp_path: Path) -> None:
    written(tmp_path / "in", plain())
    (tmp_path / "in" / "empty.html").touch()
    (tmp_path / "in" / "noise.html").write_bytes(bytes(range(256)) * 40)
    page = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>"
        + " ".join(sentences(77, 9)).encode()
        + b"</p></body></html>"
    )
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://tarn.example/a\r\nWARC-Date: 2031-05-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n"
    record = head.encode() + page + b"\r\n\r\n"
    (tmp_path / "in" / "broken.warc").write_bytes(record + record[: len(record) // 2])
    summary = made(tmp_path / "in", tmp_path / "out")
    assert summary.rows["articles"] >= len(plain())
    told = " ".join(one["where"] for one in rows_of(tmp_path / "out", "gaps"))
    assert all(name in told for name in ("empty.html", "noise.html", "broken.warc"))
    assert sum(summary.gaps.values()) == summary.rows["gaps"] == len(rows_of(tmp_path / "out", "gaps"))


def test_half_a_surrogate_pair_stops_nothing(tmp_path: Path) -> None:
    odd = {**plain(1)[0], "title": "Broken \ud83d here", "text": str(plain(1)[0]["text"]) + " \ude00 end"}
    assert made(written(tmp_path / "in", [odd]), tmp_path / "out").rows["articles"] == 1


def test_inputs_without_any_article_are_an_error_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.html").touch()
    with pytest.raises(NothingToReadError, match=r"empty\.html"):
        made(tmp_path / "empty.html", tmp_path / "out")
    with pytest.raises(CorpusError, match="no such file"):
        made(tmp_path / "nothing*.warc", tmp_path / "out2")


def test_a_corpus_is_not_continued_in_another_way_nor_begun_in_a_folder_of_others(tmp_path: Path) -> None:
    inputs = written(tmp_path / "in", plain(3))
    made(inputs, tmp_path / "out")
    made(inputs, tmp_path / "out")
    with pytest.raises(CorpusError, match="begun with other sample"):
        made(inputs, tmp_path / "out", dataclasses.replace(SHARING, sample=2))
    with pytest.raises(CorpusError, match="holds no corpus"):
        made(inputs, tmp_path / "in")


def test_the_manifest_holds_what_was_read_how_and_what_is_finished(corpus: Path) -> None:
    manifest = read_json(corpus / "manifest.json") or {}
    assert manifest["rows"]["passages"] == 2
    assert [len(value) for value in manifest["sha256"].values()] == [64]
    assert manifest["finished"]["passages"] == ["00000-00000"]
    assert manifest["settings"]["corpus_gram_words"] == 8
