"""How far each archive was taken in, so that a run that was broken off goes on from there and does not read it all again."""

import sqlite3
from pathlib import Path

from twosource import __version__
from twosource.model import Raw, content_id
from twosource.pipeline import Options
from twosource.store.archives import forget_position, positions, put_position
from twosource.store.articles import plain


class Resuming:
    """Where the archive in hand stands. One that was read to its end leaves nothing behind."""

    def __init__(self, db: sqlite3.Connection, options: Options) -> None:
        """No archive is in hand."""
        self._db, self._options = db, options
        self._archive: str | None = None
        self._state = ""

    def starts(self) -> dict[str, int]:
        """The position to begin at in archives that were broken off, by absolute path, where they are what they were."""
        kept = positions(self._db)
        return {path: position for path, (state, position) in kept.items() if state and state == self._state_of(path)}

    def is_behind(self, raw: Raw | None) -> bool:
        """Whether the archive in hand was read to its end and a position is kept: ``raw``, the next input, is not in it."""
        return self._archive not in {None, _archive_of(raw)} and self._archive in positions(self._db)

    def forget(self) -> None:
        """Forget the position in the archive in hand."""
        if self._archive:
            forget_position(self._db, self._archive)

    def take(self, raw: Raw | None) -> None:
        """Take in hand the archive that the input stands in; none, if it stands in none."""
        archive = _archive_of(raw)
        if archive != self._archive:
            self._archive, self._state = archive, self._state_of(archive) if archive else ""

    def reached(self, raw: Raw) -> None:
        """Keep that everything up to this input is in the library."""
        if self._archive and raw.position is not None:
            put_position(self._db, self._archive, self._state, raw.position)

    def _state_of(self, path: str) -> str:
        """What an archive is and how it is read: where this changes, it is read from its beginning. Empty: it is gone."""
        try:
            found = Path(path).stat()
        except (OSError, ValueError):
            return ""
        columns = sorted((self._options.columns or {}).items())
        return content_id("w", __version__, found.st_size, found.st_mtime_ns, columns)


def _archive_of(raw: Raw | None) -> str | None:
    """The absolute path of the archive that an input stands in."""
    if raw is None or raw.archive is None or raw.position is None:
        return None
    return plain(str(Path(raw.archive).absolute()))
