import numpy as np

from twosource.text.gbdt import Forest


def stump(bound: float, low: float, high: float) -> Forest:
    return Forest(
        feature=np.array([[0, 0, 0]], np.int16),
        bound=np.array([[bound, 0.0, 0.0]]),
        left=np.array([[1, 1, 2]], np.int16),
        right=np.array([[2, 1, 2]], np.int16),
        value=np.array([[0.0, low, high]], np.float32),
        depth=1,
    )


def test_a_row_at_the_bound_goes_left() -> None:
    chances = stump(2.0, -9.0, 9.0).chance(np.array([[2.0], [2.1]], np.float32))
    assert chances[0] < 0.01
    assert chances[1] > 0.99


def test_no_rows_have_no_chances() -> None:
    assert len(stump(2.0, 0.0, 0.0).chance(np.zeros((0, 1), np.float32))) == 0
