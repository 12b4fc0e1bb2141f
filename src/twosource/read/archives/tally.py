"""Counts what is passed over in an archive, so that one gap can stand for a hundred thousand."""

from collections import Counter

from twosource.model import Gap

_NAMED = 3


class Tally:
    """What was taken from an archive and what was not, by reason."""

    def __init__(self, name: str, unit: str, *, resumed: bool = False) -> None:
        """Count the parts, each a ``unit``, of what messages call ``name``; ``resumed`` where not from its beginning."""
        self.name = name
        self.unit = unit
        self.resumed = resumed
        self.taken = 0
        self._passed: Counter[str] = Counter()
        self._first: dict[str, list[str]] = {}

    def take(self) -> None:
        """One part gave an article."""
        self.taken += 1

    def skip(self, reason: str, where: str = "") -> None:
        """One part did not: it ``reason`` ("is no page"). The first few are named where ``where`` says which."""
        self._passed[reason] += 1
        named = self._first.setdefault(reason, [])
        if where and len(named) < _NAMED:
            named.append(where)

    def gaps(self) -> list[Gap]:
        """One gap that says what was passed over, and one where nothing else was there; none where all was taken."""
        if not self._passed:
            empty = Gap(code="G102", where=self.name, detail=f"it holds no {self.unit}")
            return [] if self.taken else [empty]
        total = self.taken + self._passed.total()
        reasons = "; ".join(map(self._line, sorted(self._passed, key=lambda one: (-self._passed[one], one))))
        where = "from where an earlier run stopped: " if self.resumed else ""
        unit = self.unit if total == 1 else f"{self.unit}s"
        detail = f"{where}of {total:,} {unit} {self.taken:,} could be read as articles: {reasons}"
        return [Gap(code="G108", where=self.name, detail=detail)]

    def _line(self, reason: str) -> str:
        count, named = self._passed[reason], self._first[reason]
        more = " …" if count > len(named) else ""
        return f"{count:,}: {reason}" + (f" ({', '.join(named)}{more})" if named else "")
