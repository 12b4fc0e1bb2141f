"""What work was begun and not ended, in a file: a server that is killed can say afterwards what it left."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A piece of work: its id, what to call it, and what was given for it."""

    id: str
    title: str
    given: tuple[str, ...] = ()


class Ledger:
    """The file. Whatever goes wrong with it costs no work, only the memory of it."""

    def __init__(self, path: Path | None) -> None:
        """Use a file; None for none."""
        self._path = path

    def read(self) -> tuple[Begun, ...]:
        """What an earlier server left; empty where there is no such file, or none that can be read."""
        if self._path is None:
            return ()
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))
            return tuple(
                Begun(id=str(row["id"]), title=str(row["title"]), given=tuple(map(str, row["given"]))) for row in rows
            )
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return ()

    def write(self, begun: Sequence[Begun]) -> None:
        """Keep these instead; no file where there are none."""
        if self._path is None:
            return
        with suppress(OSError):
            if not begun:
                self._path.unlink(missing_ok=True)
                return
            rows = [{"id": one.id, "title": one.title, "given": list(one.given)} for one in begun]
            part = self._path.with_name(self._path.name + ".part")
            part.write_text(json.dumps(rows), encoding="utf-8")
            os.replace(part, self._path)  # noqa: PTH105 - its whole point is that it is one step
