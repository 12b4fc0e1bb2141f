import os
import subprocess
import sys
from pathlib import Path

import pytest

CRASH = Path(__file__).parents[2] / "bench" / "library_crash.py"


@pytest.mark.parametrize("years", ["0", "10"])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child is forked, that eight of them take seconds")
def test_a_process_that_is_killed_again_and_again_loses_nothing_and_repeats_nothing(years: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(CRASH), "--kills", "8", "--articles", "40", "--years", years],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "8 kills" in done.stdout
