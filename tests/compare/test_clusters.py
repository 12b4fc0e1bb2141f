"""Statements gathered by how sure it is that they tell the same."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.alignment.clusters import Known, Pair, clusters_of

ARTICLES = ("weir", "lock", "quay", "tide", "bell", "mill")


def gathered(
    chances: dict[Pair, float],
    articles: tuple[str, ...] = ARTICLES,
    unseen: dict[int, float] | None = None,
    remarks: tuple[int, ...] = (),
    cuts: dict[int, list[list[int]]] | None = None,
) -> list[list[int]]:
    known = Known(chances=chances, articles=articles, unseen=unseen or {}, remarks=remarks, cuts=cuts or {})
    return clusters_of(known, 0.5)


def test_a_chain_of_likenesses_ties_nothing_that_is_not_alike() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.9}
    assert gathered(chances) in ([[0, 1]], [[1, 2]])


def test_every_pair_has_a_say() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.5}
    assert gathered(chances) == [[0, 1, 2]]


def test_two_pieces_in_one_article_need_not_be_alike() -> None:
    articles = ("weir", "lock", "lock")
    assert gathered({(0, 1): 0.9, (0, 2): 0.8}, articles) == [[0, 1, 2]]


def test_two_statements_of_one_article_that_are_not_alike_speak_against_a_group() -> None:
    articles = ("weir", "lock", "lock", "lock")
    chances = {(0, 1): 0.9, (0, 2): 0.6, (0, 3): 0.6, (1, 2): 0.1, (1, 3): 0.1, (2, 3): 0.1}
    assert gathered(chances, articles) == [[0, 1]]


def test_two_remarks_of_one_article_are_not_one_remark() -> None:
    articles = ("weir", "lock", "lock", "weir")
    chances = {(0, 1): 0.9, (0, 2): 0.8, (2, 3): 0.9}
    assert gathered(chances, articles, remarks=(0, 1, 2, 3)) == [[0, 1], [2, 3]]


def test_a_remark_told_twice_in_one_article_is_one() -> None:
    articles = ("weir", "lock", "lock")
    assert gathered({(0, 1): 0.9, (0, 2): 0.9, (1, 2): 1.0}, articles, remarks=(0, 1, 2)) == [[0, 1, 2]]


def test_what_is_reported_beside_a_remark_may_be_the_same_as_it() -> None:
    articles = ("weir", "lock", "lock")
    assert gathered({(0, 1): 0.9, (0, 2): 0.8}, articles, remarks=(0, 1)) == [[0, 1, 2]]


def test_cuts_of_one_remark_are_one_however_little_alike_they_are() -> None:
    articles = ("weir", "lock", "lock")
    chances = {(0, 1): 1.0, (0, 2): 1.0}
    assert gathered(chances, articles, remarks=(0, 1, 2), cuts={0: [[1, 2]]}) == [[0, 1, 2]]


def test_what_holds_two_remarks_stands_with_each_and_does_not_make_them_one() -> None:
    articles = ("weir", "lock", "lock", "quay", "quay")
    chances = {(0, 1): 1.0, (0, 2): 1.0, (1, 3): 0.9, (2, 4): 0.9}
    assert gathered(chances, articles, remarks=tuple(range(5)), cuts={0: [[1], [2]]}) == [[0, 1, 3], [0, 2, 4]]


def test_what_holds_two_remarks_stands_with_a_third_that_it_surely_tells_and_with_none_that_it_may_tell() -> None:
    articles = ("weir", "lock", "lock", "quay", "pier")
    chances = {(0, 1): 1.0, (0, 2): 1.0, (0, 3): 0.9, (0, 4): 0.8, (3, 4): 0.9}
    cuts = {0: [[1], [2]]}
    assert gathered(chances, articles, remarks=(0, 1, 2), cuts=cuts) == [[0, 1], [0, 2], [0, 3, 4]]
    doubtful = chances | {(0, 4): 0.4}
    assert gathered(doubtful, articles, remarks=(0, 1, 2), cuts=cuts) == [[0, 1], [0, 2], [3, 4]]


def test_pieces_of_one_remark_that_have_nothing_else_in_common_are_one() -> None:
    chances = {(0, 1): 1.0, (0, 2): 1.0, (0, 3): 1.0}
    assert gathered(chances, tuple("abcd"), remarks=(0,), cuts={0: [[1, 2], [3]]}) == [[0, 1, 2], [0, 3]]


def test_so_does_what_has_it_for_a_cut() -> None:
    articles = ("weir", "lock", "lock", "quay")
    chances = {(0, 1): 1.0, (0, 2): 1.0, (0, 3): 1.0}
    assert gathered(chances, articles, remarks=tuple(range(4)), cuts={0: [[1], [2]], 3: [[0]]}) == [
        [0, 1, 3],
        [0, 2, 3],
    ]


def test_of_a_remark_and_its_cut_the_one_that_is_longer_holds_one_remark() -> None:
    articles = ("weir", "lock", "quay")
    assert gathered({(0, 1): 1.0, (1, 2): 1.0}, articles, cuts={0: [[1]], 1: [[2]]}) == [[0, 1, 2]]


def test_what_was_not_laid_side_by_side_for_want_of_room_is_as_sure_as_the_last_that_was() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.8}
    assert gathered(chances, unseen=dict.fromkeys(range(3), 0.7)) == [[0, 1, 2]]
    assert gathered(chances, unseen=dict.fromkeys(range(3), 0.05)) == [[0, 1]]


def test_where_one_list_was_complete_what_is_not_on_it_is_not_the_same() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.8}
    assert gathered(chances, unseen={0: 0.9}) == [[0, 1]]


def test_nothing_alike_is_no_group() -> None:
    assert gathered({}, ()) == []


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]), st.floats(0, 1)
    )
)
def test_no_statement_is_in_two_groups(chances: dict[tuple[int, int], float]) -> None:
    rows = [row for group in gathered(chances) for row in group]
    assert len(rows) == len(set(rows))
