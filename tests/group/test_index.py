import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.group.index import Index
from twosource.group.pairs import FEATURES, Seen, compare, seen
from twosource.group.table import table
from twosource.group.traits import Traits

WORDS = ("amber", "birch", "cobalt", "dune", "ember", "fjord", "gorse", "heath")


def made(number: int, words: frozenset[str]) -> Seen:
    kept = tuple(sorted(words))
    return seen(Traits(article=str(number), size=len(kept), words=kept, times=(1,) * len(kept), lead=kept[:2]))


articles = st.lists(st.frozensets(st.sampled_from(WORDS), min_size=1), min_size=2, max_size=12)


@given(articles, st.sets(st.integers(0, 11)))
@settings(max_examples=80, deadline=None)
def test_an_index_that_dropped_articles_answers_as_one_that_never_had_them(
    words: list[frozenset[str]], dropped: set[int]
) -> None:
    ready = [made(number, one) for number, one in enumerate(words)]
    whole, fresh = Index(), Index()
    for number, one in enumerate(ready):
        whole.add(number, one)
        if number not in dropped:
            fresh.add(number, one)
    for number in sorted(dropped):
        if number < len(ready):
            whole.drop(number, ready[number].traits.words)
    for one in ready:
        assert whole.near(one, 5) == fresh.near(one, 5)


@given(st.frozensets(st.sampled_from(WORDS)), st.frozensets(st.sampled_from(WORDS)))
@settings(max_examples=80, deadline=None)
def test_a_pair_compares_the_same_both_ways(one: frozenset[str], other: frozenset[str]) -> None:
    left, right = made(0, one), made(1, other)
    assert compare(left, right) == compare(right, left)
    assert len(compare(left, right)) == len(FEATURES)


def test_the_nearest_comes_first() -> None:
    index = Index()
    index.add(0, made(0, frozenset(WORDS[:2])))
    index.add(1, made(1, frozenset(WORDS[:4])))
    assert index.near(made(2, frozenset(WORDS[:4])), 2) == [1, 0]


@pytest.mark.parametrize("name", [name for name in FEATURES if name.startswith("other ")])
def test_what_differs_never_speaks_for_one_event(name: str) -> None:
    row = FEATURES.index(name)
    assert table().dated[row] <= 0
    assert table().undated[row] <= 0


def test_what_is_shared_never_speaks_against_one_event() -> None:
    for name, dated, undated in zip(FEATURES, table().dated, table().undated, strict=True):
        if name.endswith("shared"):
            assert dated >= 0, name
            assert undated >= 0, name
