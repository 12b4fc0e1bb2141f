import os
import subprocess
import sys
from pathlib import Path

import pytest

CRASH = Path(__file__).parents[2] / "bench" / "library_crash.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child is forked, that twelve of them take seconds")
def test_a_process_that_is_killed_again_and_again_loses_nothing_and_repeats_nothing() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(CRASH), "--kills", "12", "--articles", "40"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "12 kills" in done.stdout
