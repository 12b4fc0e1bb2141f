"""Inputs that are the same bytes again count once."""

from collections import Counter
from collections.abc import Iterator

from twosource.model import Gap, Raw

_TOLD = 20
_DIGITS = 32


class Repeats:
    """Remembers what was read: 16 bytes an article, and where it stood."""

    def __init__(self) -> None:
        """Nothing was read."""
        self._seen: dict[bytes, str] = {}
        self._told: Counter[str] = Counter()
        self._waiting: list[Gap] = []

    def is_new(self, raw: Raw) -> bool:
        """Whether these bytes are met for the first time; if not, a gap waits that says so."""
        key = bytes.fromhex(raw.sha256[:_DIGITS])
        first = self._seen.get(key)
        if first is None:
            # In an archive of millions, names would be the memory.
            self._seen[key] = raw.archive or raw.name
            return True
        place = raw.archive or raw.name
        self._told[place] += 1
        if self._told[place] <= _TOLD:
            detail = f"its content is byte for byte that of {'another in ' if raw.archive == first else ''}{first}"
            self._waiting.append(Gap(code="G107", where=raw.name, detail=detail))
        return False

    def gaps(self) -> Iterator[Gap]:
        """The gaps that wait, each once."""
        yield from self._waiting
        self._waiting.clear()

    def rest(self) -> Iterator[Gap]:
        """One gap an archive for all repeats that were not told one by one."""
        for place, count in sorted(self._told.items()):
            if count > _TOLD:
                detail = f"{count - _TOLD:,} more are byte for byte what was read before"
                yield Gap(code="G107", where=place, detail=detail)
