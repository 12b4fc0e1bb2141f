import subprocess
import sys
from pathlib import Path

READERS = Path(__file__).parents[2] / "bench" / "watch_readers.py"


def test_two_read_what_watch_and_add_are_writing_and_none_is_locked_out() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(READERS), "--articles", "20", "--seconds", "0.5", "--pause", "0.2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "errors: 0" in done.stdout
