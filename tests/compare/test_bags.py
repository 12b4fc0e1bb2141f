"""What pairs of rows share, found for all pairs at once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.compare.alignment.bags import Bags, numbered, shared_by

THINGS = "abcdef"
ROWS = st.lists(st.sets(st.sampled_from(THINGS)), min_size=1, max_size=5)


def bags(rows: list[set[str]]) -> Bags:
    return Bags.of(rows, numbered(THINGS))


@given(ROWS, st.data())
def test_what_is_shared_is_what_both_hold(rows: list[set[str]], data: st.DataObject) -> None:
    places = st.integers(0, len(rows) - 1)
    pairs = data.draw(st.lists(st.tuples(places, places)))
    left, right = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    held = bags(rows)
    both = shared_by(held, held, left, right)
    found: list[set[str]] = [set() for _ in pairs]
    for pair, ours, theirs in zip(both.pair, both.left, both.right, strict=True):
        assert held.members[ours] == held.members[theirs]
        found[pair].add(THINGS[held.members[ours]])
    assert found == [rows[one] & rows[two] for one, two in pairs]


def test_the_values_of_what_is_shared_are_summed_and_read_by_place() -> None:
    held = bags([{"a", "b", "c"}, {"b", "c", "d"}, {"e"}])
    both = shared_by(held, held, np.array([0, 0]), np.array([1, 2]))
    worth = np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0])[held.members[both.left]]
    assert both.counts.tolist() == [2, 0]
    assert both.sums(worth).tolist() == [6.0, 0.0]
    assert both.nth(worth, 1).tolist() == [4.0, 0.0]


def test_no_rows_share_nothing() -> None:
    none = bags([])
    empty = np.zeros(0, dtype=np.int64)
    assert len(shared_by(none, none, empty, empty).pair) == 0
