import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.group.coded import coded
from twosource.group.columns import Columns
from twosource.group.index import NEWEST, Index
from twosource.group.pairs import compare
from twosource.group.table import table
from twosource.group.traits import Traits

WORDS = ("amber", "birch", "cobalt", "dune", "ember", "fjord", "gorse", "heath")


def made(number: int, words: frozenset[str]) -> Traits:
    kept = tuple(sorted(words))
    return Traits(
        article=str(number), size=len(kept), words=kept, times=(1,) * len(kept), lead=kept[:2], title=kept[:1],
        names=kept[-1:], people=kept[:1], ages=(len(kept),), places=kept[:3], lead_places=kept[:1],
        day=number if number % 3 else None, counts=(("killed", float(number), float(len(kept))),), runs=tuple(sorted(set(map(len, kept)))),
    )  # fmt: skip


def held(articles: list[frozenset[str]]) -> Columns:
    columns = Columns()
    for number, words in enumerate(articles):
        columns.add(number, coded(made(number, words)))
    return columns


articles = st.lists(st.frozensets(st.sampled_from(WORDS)), min_size=2, max_size=12)


@given(articles, st.sets(st.integers(0, 11)))
@settings(max_examples=80, deadline=None)
def test_an_index_that_dropped_articles_answers_as_one_that_never_had_them(
    words: list[frozenset[str]], dropped: set[int]
) -> None:
    columns, whole, fresh = held(words), Index(), Index()
    for number in range(len(words)):
        whole.add(number, columns.coded(number).words)
        if number not in dropped:
            fresh.add(number, columns.coded(number).words)
    for number in dropped:
        whole.drop(number)
    for number in range(len(words)):
        asked = columns.coded(number).words
        assert whole.near(asked, 5) == fresh.near(asked, 5)


@given(articles)
@settings(max_examples=80, deadline=None)
def test_a_pair_compares_the_same_both_ways_and_whoever_else_is_asked(words: list[frozenset[str]]) -> None:
    columns, last = held(words), len(words) - 1
    found = compare(columns, last, range(last))
    assert found.features.shape == (last, len(table().features))
    for number in range(last):
        back = compare(columns, number, [last])
        assert back.features[0] == pytest.approx(found.features[number], abs=1e-12)
        assert (back.dated[0], back.form[0]) == (found.dated[number], found.form[number])


@given(articles, st.sets(st.integers(0, 11)))
@settings(max_examples=40, deadline=None)
def test_columns_that_gave_back_room_compare_as_before(words: list[frozenset[str]], dropped: set[int]) -> None:
    columns, left = held(words * 60), [number for number in range(len(words)) if number not in dropped]
    if len(left) < 2:
        return
    before = compare(columns, left[0], left[1:]).features
    for number in range(len(words) * 60):
        if number not in left:
            columns.drop(number)
    assert (compare(columns, left[0], left[1:]).features == before).all()


def test_the_nearest_comes_first() -> None:
    words = [WORDS[:2], WORDS[:4], WORDS[:4]]
    columns, index = held([frozenset(one) for one in words]), Index()
    for number in range(2):
        index.add(number, columns.coded(number).words)
    assert index.near(columns.coded(2).words, 2) == [1, 0]


def test_of_a_word_that_thousands_hold_the_newest_are_found() -> None:
    columns, index = held([frozenset(WORDS[:2])]), Index()
    for number in range(3 * NEWEST):
        index.add(number, columns.coded(0).words)
    found = index.near(columns.coded(0).words, 3 * NEWEST)
    assert found == list(range(3 * NEWEST - 1, 2 * NEWEST - 1, -1))


@pytest.mark.parametrize("name", [name for name in table().features if name.startswith("other_")])
def test_what_differs_never_speaks_for_one_event(name: str) -> None:
    row = table().features.index(name)
    assert table().dated[row] <= 0
    assert table().undated[row] <= 0


def test_what_is_shared_never_speaks_against_one_event() -> None:
    for name, dated, undated in zip(table().features, table().dated, table().undated, strict=True):
        if name.endswith("shared"):
            assert dated >= 0, name
            assert undated >= 0, name
