"""Takes from a process what reading a text never needs: the network, files to write, other programs, memory and time without end.

The process is one that may die: whoever began it goes on without what it was reading.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

_NEVER: Final = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.remove", "os.rename",
    "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "shutil.", "urllib.", "ftplib.", "smtplib.", "http.",
)  # fmt: skip
_QUIET: Final = ("socket.__new__",)
"""Told when a module is only imported or an object made; what could be done with it is refused."""


class ConfinedError(Exception):
    """A process that may only read and reckon asked for more."""


def confine(more_bytes: int) -> None:
    """Confine this process for good.

    Args:
        more_bytes: Memory that it may still take, besides what it has.
    """
    sys.addaudithook(_refuse)
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        held = _data_bytes()
        if held:
            resource.setrlimit(resource.RLIMIT_DATA, (held + more_bytes, held + more_bytes))


def allow_seconds(seconds: float) -> None:
    """Let this process reckon for so many more seconds, then end; a new allowance takes the place of the one before."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _refuse(event: str, given: tuple[object, ...]) -> None:
    if event.startswith(_NEVER) and event not in _QUIET:
        raise ConfinedError(event)
    if event == "open" and len(given) > 2 and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR):  # noqa: PLR2004 - path, mode, flags
        raise ConfinedError(event)


def _data_bytes() -> int:
    """Memory of its own that this process has; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData:")), 0)
