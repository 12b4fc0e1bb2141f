import numpy as np

from twosource.text.one_thread import one_thread


def threads() -> set[int]:
    from threadpoolctl import threadpool_info  # noqa: PLC0415 - asked for by one test

    return {int(one["num_threads"]) for one in threadpool_info() if one["user_api"] == "blas"}


def test_products_run_on_one_thread_inside_and_as_before_outside() -> None:
    before = threads()
    with one_thread():
        assert np.eye(3).dot(np.ones(3)).tolist() == [1.0, 1.0, 1.0]
        assert threads() <= {1}
        with one_thread():
            assert threads() <= {1}
    assert threads() == before
