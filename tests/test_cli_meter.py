from twosource.cli.meter import Meter
from twosource.ports import BYTES_STEP, LAST_STEP


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_shown_before_a_second_has_passed_and_the_last_step_clears_the_line() -> None:
    clock = _Clock()
    meter = Meter(clock)
    assert meter.line("read", 1, 9) is None
    clock.now = 1.5
    assert meter.line("read", 2, 9) == "read 2 of 9"
    assert meter.line(LAST_STEP, 9, 9) == ""


def test_rate_and_time_left_are_those_of_the_last_half_minute() -> None:
    clock = _Clock()
    meter = Meter(clock)
    for second in range(100):
        clock.now = float(second)
        # Twenty a second at first, then two.
        shown = meter.line("extract", 20 * min(second, 40) + 2 * max(second - 40, 0), 1_000)
    assert shown == "extract 918 of 1,000, 2/s, 41 s left"


def test_where_nobody_knows_the_total_only_the_rate_is_shown() -> None:
    clock = _Clock()
    meter = Meter(clock)
    for second in range(20):
        clock.now = second * 10.0
        shown = meter.line("add", second, second)
    assert shown == "add 19, 6 a minute"


def test_an_archive_is_told_in_bytes_with_the_articles_beside_it() -> None:
    clock = _Clock()
    meter = Meter(clock)
    for second in range(11):
        clock.now = float(second)
        assert meter.line(BYTES_STEP, second * 10_000_000, 3_700_000_000) is None
        shown = meter.line("read", 2 * second, 2 * second)
    assert shown == "read archive 100.0 MB of 3.7 GB, 10.0 MB/s, 6 min 0 s left · 20 articles"
