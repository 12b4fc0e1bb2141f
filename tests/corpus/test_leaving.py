"""How a process in which the engine's threads run ends."""

import subprocess
import sys

import pytest

ENDS = """
import atexit
import sys
import types

class Late:
    def __del__(self):
        print("taken down")

if sys.argv.pop(1) == "yes":
    sys.modules["daft"] = types.ModuleType("daft")
atexit.register(print, "last words")
late = Late()
from twosource.cli import main
main()
"""


def ended(*given: str) -> "subprocess.CompletedProcess[str]":
    """The end of a process; the first argument says whether an engine's module is there."""
    return subprocess.run([sys.executable, "-c", ENDS, *given], capture_output=True, text=True, check=False)  # noqa: S603 - our own code


@pytest.mark.parametrize(("engine", "taken_down"), [("yes", 0), ("no", 1)])
def test_a_process_with_an_engine_ends_after_its_last_functions_without_being_taken_down(
    engine: str, taken_down: int
) -> None:
    end = ended(engine, "--version")
    assert end.returncode == 0
    assert "last words" in end.stdout
    assert end.stdout.count("taken down") == taken_down


def test_it_keeps_its_exit_status() -> None:
    end = ended("yes", "compare", "--no-such")
    assert end.returncode == 2
    assert "No such option" in end.stderr
