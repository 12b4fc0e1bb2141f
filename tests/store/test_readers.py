import subprocess
import sys
from pathlib import Path

READERS = Path(__file__).parents[2] / "bench" / "library_readers.py"


def test_two_read_what_one_is_writing_and_none_is_locked_out() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(READERS), "--articles", "30", "--seconds", "2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "errors: 0" in done.stdout
