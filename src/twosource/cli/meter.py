"""How far the work is, how fast it goes, and how long it will still take, in one line."""

from collections import deque
from collections.abc import Callable
from typing import Final

from twosource.ports import BYTES_STEP, LAST_STEP

_QUIET_SECONDS: Final = 1.0
_BETWEEN_SECONDS: Final = 0.1
_WINDOW_SECONDS: Final = 30.0
_LEAST_SECONDS: Final = 2.0
_KILO: Final = 1000


class Meter:
    """Makes the line. The rate is that of the last half minute: what was passed over quickly at first tells nothing."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """``clock`` gives seconds."""
        self._clock = clock
        self._start = clock()
        self._last = self._start
        self._seen: dict[str, deque[tuple[float, int]]] = {}
        self._bytes: tuple[int, int] | None = None

    def line(self, step: str, done: int, total: int) -> str | None:
        """The line to show; empty to clear it, None to leave what is there.

        Args:
            step: What is done: ``BYTES_STEP`` in bytes, others in articles.
            done: So much of it.
            total: Of so much; equal to ``done`` where nobody knows.
        """
        now = self._clock()
        if step == LAST_STEP:
            return ""
        self._note(step, now, done)
        if step == BYTES_STEP:
            self._bytes = (done, total) if done < total else None
            return None
        if now - self._start < _QUIET_SECONDS or now - self._last < _BETWEEN_SECONDS:
            return None
        self._last = now
        if self._bytes is not None:
            said = self._rated(BYTES_STEP, *self._bytes, unit=_bytes)
            return f"{said} · {done:,} articles"
        return self._rated(step, done, total, unit="{:,.0f}".format)

    def _note(self, step: str, now: float, done: int) -> None:
        seen = self._seen.setdefault(step, deque())
        if seen and done < seen[-1][1]:
            seen.clear()
        if len(seen) > 1 and now - seen[-2][0] < _BETWEEN_SECONDS:
            seen.pop()
        seen.append((now, done))
        while now - seen[0][0] > _WINDOW_SECONDS:
            seen.popleft()

    def _rated(self, step: str, done: int, total: int, *, unit: Callable[[int], str]) -> str:
        known = total > done
        said = f"{step} {unit(done)}" + (f" of {unit(total)}" if known else "")
        (start, first), (now, last) = self._seen[step][0], self._seen[step][-1]
        if now - start < _LEAST_SECONDS or last <= first:
            return said
        rate = (last - first) / (now - start)
        speed = f"{unit(round(rate))}/s" if rate >= 1 else f"{rate * 60:.0f} a minute"
        return f"{said}, {speed}" + (f", {_duration((total - done) / rate)} left" if known else "")


def _bytes(count: int) -> str:
    size = float(count)
    for name in ("B", "kB", "MB", "GB"):
        if size < _KILO:
            return f"{size:.0f} {name}" if name == "B" else f"{size:.1f} {name}"
        size /= _KILO
    return f"{size:.1f} TB"


def _duration(seconds: float) -> str:
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {left} s" if minutes else f"{left} s"
