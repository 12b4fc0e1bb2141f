"""Statements gathered by how sure it is that they tell the same."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.alignment.clusters import clusters_of

ARTICLES = ("weir", "lock", "quay", "tide", "bell", "mill")


def test_a_chain_of_likenesses_ties_nothing_that_is_not_alike() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.9}
    assert clusters_of(chances, ARTICLES, {}, 0.5) == [[0, 1]] or clusters_of(chances, ARTICLES, {}, 0.5) == [[1, 2]]


def test_every_pair_has_a_say() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.5}
    assert clusters_of(chances, ARTICLES, {}, 0.5) == [[0, 1, 2]]


def test_two_pieces_in_one_article_need_not_be_alike() -> None:
    articles = ("weir", "lock", "lock")
    assert clusters_of({(0, 1): 0.9, (0, 2): 0.8}, articles, {}, 0.5) == [[0, 1, 2]]


def test_what_was_not_laid_side_by_side_for_want_of_room_is_as_sure_as_the_last_that_was() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.8}
    assert clusters_of(chances, ARTICLES, dict.fromkeys(range(3), 0.7), 0.5) == [[0, 1, 2]]
    assert clusters_of(chances, ARTICLES, dict.fromkeys(range(3), 0.05), 0.5) == [[0, 1]]


def test_where_one_list_was_complete_what_is_not_on_it_is_not_the_same() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.8}
    assert clusters_of(chances, ARTICLES, {0: 0.9}, 0.5) == [[0, 1]]


def test_nothing_alike_is_no_group() -> None:
    assert clusters_of({}, (), {}, 0.5) == []


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]), st.floats(0, 1)
    )
)
def test_no_statement_is_in_two_groups(chances: dict[tuple[int, int], float]) -> None:
    rows = [row for group in clusters_of(chances, ARTICLES, {}, 0.5) for row in group]
    assert len(rows) == len(set(rows))
