from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.engine.catalog import ENTRY, UNDATED, Catalog, build_catalog
from twosource.engine.grams import Held, grams_of, held_in
from twosource.engine.joining import Rules, one_a_family, pairs_of, without_standing_text
from twosource.engine.parts import read_array, write_array

RULES = Rules(days=30, star=4, standing_articles=5, standing_days=3)


class Known(Catalog):
    """Articles that are said outright, without a folder."""

    def __init__(self, days: list[int], *, outlets: list[int] | None = None, families: list[int] | None = None) -> None:
        rows = np.zeros(len(days), dtype=ENTRY)
        rows["key"], rows["day"] = np.arange(len(days)), days
        rows["outlet"] = outlets or np.arange(len(days))
        self.__dict__.update(entries=rows, families=np.array(families or range(len(days)), dtype=np.uint32))


def held(*grams: list[int]) -> Held:
    """The articles that hold each gram."""
    hashes = np.repeat(np.arange(len(grams), dtype=np.uint64), [len(one) for one in grams])
    return Held(hashes=hashes, articles=np.array([a for one in grams for a in one], dtype=np.int64))


def pairs(found: Held, catalog: Catalog, rules: Rules = RULES) -> dict[tuple[int, int], int]:
    rows = pairs_of(found, catalog, rules)
    return {(int(row["earlier"]), int(row["later"])): int(row["count"]) for row in rows}


def test_few_holders_of_a_gram_are_compared_each_with_each_and_grams_are_counted() -> None:
    found = pairs(held([0, 1, 2], [2, 1]), Known([3, 1, 2]))
    assert found == {(1, 2): 2, (1, 0): 1, (2, 0): 1}


def test_many_holders_are_each_compared_with_the_first() -> None:
    assert pairs(held(list(range(20))), Known(list(range(20)))) == {(0, n): 1 for n in range(1, 20)}


def test_each_window_of_time_has_a_first_of_its_own_and_windows_are_tied() -> None:
    days = [0, 1, 2, 40, 41, 42, 300, 301]
    found = pairs(held(list(range(8))), Known(days))
    assert found.keys() == {(0, 1), (0, 2), (3, 4), (3, 5), (6, 7)}
    near = [0, 1, 2, 29, 31, 32]
    assert (0, 4) not in pairs(held(list(range(6))), Known(near))
    assert pairs(held(list(range(6))), Known([0, 1, 2, 20, 30, 31]))[0, 4] == 1


def test_an_undated_article_is_near_to_all() -> None:
    assert pairs(held([0, 1]), Known([5, UNDATED])) == {(0, 1): 1}
    assert pairs(held(list(range(9))), Known([*range(8), UNDATED])).keys() == {(0, n) for n in range(1, 9)}


def test_of_a_family_the_earliest_that_holds_the_gram_stands_for_all() -> None:
    catalog = Known([0, 1, 2, 3], families=[0, 0, 0, 3])
    assert one_a_family(held([0, 1, 2, 3], [1, 2, 3], [0, 1, 2]), catalog).articles.tolist() == [0, 3, 1, 3]


def test_what_one_outlet_prints_again_and_again_is_taken_out_of_its_articles_only() -> None:
    catalog = Known(list(range(8)), outlets=[7] * 5 + [1, 2, 3])
    left, dropped, standing = without_standing_text(held(list(range(8)), [0, 1, 6]), catalog, RULES)
    assert sorted(left.articles.tolist()) == [0, 1, 5, 6, 6, 7]
    assert dropped["article"].tolist() == [0, 1, 2, 3, 4]
    assert standing["outlet"].tolist() == [7]


def test_what_an_outlet_repeats_for_two_days_is_not_its_standing_text() -> None:
    catalog = Known([0, 0, 0, 1, 1, 1], outlets=[7] * 6)
    left, dropped, standing = without_standing_text(held(list(range(6))), catalog, RULES)
    assert len(left.articles) == 6
    assert not len(dropped)
    assert not len(standing)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 9), min_size=2, max_size=10), min_size=1, max_size=6), st.permutations(range(10))
)
def test_whoever_shares_a_gram_is_tied_to_somebody_and_the_numbers_of_articles_do_not_matter(
    grams: list[set[int]], numbers: list[int]
) -> None:
    def found(order: list[int]) -> set[tuple[int, int]]:
        catalog = Known([0] * 10)
        catalog.entries["key"][order] = np.arange(10)
        given_ = held(*([order[a] for a in sorted(one)] for one in grams))
        back = {number: a for a, number in enumerate(order)}
        return {(back[a], back[b]) for a, b in pairs(given_, catalog)}

    edges = found(list(range(10)))
    assert edges == found(list(numbers))
    for one in grams:
        assert {a for pair in edges for a in pair if set(pair) <= one} == one


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 5), min_size=2, max_size=12), min_size=2, max_size=6), st.integers(1, 9))
def test_the_number_of_buckets_changes_nothing(texts: list[list[int]], buckets: int) -> None:
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - a folder for each example

    words = [" ".join(f"word{n}" for n in text) for text in texts]
    with TemporaryDirectory() as name:
        folder = Path(name)
        catalog = laid_down(folder, [words[:1], words[1:]])
        whole = held_in(folder / "grams", catalog, (0, 1), 1)
        parts = [held_in(folder / "grams", catalog, (n, buckets), 1) for n in range(buckets)]
    assert sorted(whole.articles.tolist()) == sorted(a for part in parts for a in part.articles.tolist())
    rows = sorted(zip(whole.whole_hashes().tolist(), whole.articles.tolist(), strict=True))
    told = [pair for part in parts for pair in zip(part.whole_hashes().tolist(), part.articles.tolist(), strict=True)]
    assert rows == sorted(told)


def laid_down(folder: Path, parts: list[list[str]]) -> Catalog:
    """Texts as a corpus has them on disk."""
    for number, texts in enumerate(parts):
        grams = grams_of(texts, 2, 1, 8)
        rows = np.zeros(len(texts), dtype=ENTRY)
        rows["grams"] = grams.counts
        write_array(folder / "grams" / f"{number:05}.npy", grams.keys)
        write_array(folder / "entries" / f"{number:05}.npy", rows)
    return build_catalog(folder / "entries", folder / "catalog")


def test_a_file_that_is_written_is_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_array(tmp_path / "a.npy", np.arange(9))
    write_array(tmp_path / "a.npy", np.arange(3))
    assert read_array(tmp_path / "a.npy").tolist() == [0, 1, 2]
    assert [one.name for one in tmp_path.iterdir()] == ["a.npy"]
