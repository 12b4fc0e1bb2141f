"""Stacks of a run as they stood every few milliseconds of CPU: collapsed, and drawn as a flame graph.

A signal after each interval of CPU (``ITIMER_PROF``; not on Windows) looks at the stack, and books on it all CPU since the
look before: what is booked adds up to what was spent. Long calls of compiled code are seen at their end, on their caller.
The clock is that of the thread: while the timer runs, some kernels tell the CPU of a process in whole ticks only.
Source: Gregg 2016, "The Flame Graph", ACM Queue 14(2), for the drawing and for the collapsed form: frames from the
outermost, joined by ";", a space, and a number, here microseconds of CPU.
"""

import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from pathlib import Path
from types import FrameType
from typing import Final
from zlib import crc32

Stack = tuple[str, ...]
_INTERVAL: Final = 0.004
"""Seconds of CPU between two looks. The kernel's clock ticks no faster."""
_OURS: Final = frozenset({"profile_rooms", "profile_stacks", "stage_profile", "contextlib"})
_WIDTH, _ROW, _LETTER = 1400, 17, 6.6
_LEAST: Final = 0.4
"""Pixels below which a frame is not drawn; the collapsed form has them all."""


@contextmanager
def sampled(label: Callable[[], Stack]) -> Iterator[Counter[Stack]]:
    """Stacks met while the context is open, with their microseconds of CPU; ``label`` is asked for the outermost frames."""
    stacks: Counter[Stack] = Counter()
    since = time.thread_time()

    def look(_signal: int, frame: FrameType | None) -> None:
        nonlocal since
        now = time.thread_time()
        stacks[*label(), *frames(frame)] += round((now - since) * 1e6)
        since = now

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _INTERVAL, _INTERVAL)
    try:
        yield stacks
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def frames(frame: FrameType | None) -> Stack:
    """The functions of a stack as "module:name", from the first of the product on, without those that measure."""
    found: list[str] = []
    while frame:
        module = str(frame.f_globals.get("__name__", "?"))
        if module not in _OURS:
            found.append(f"{module}:{frame.f_code.co_qualname}".replace(";", ","))
        frame = frame.f_back
    found.reverse()
    first = next((at for at, name in enumerate(found) if name.startswith("twosource.")), len(found))
    return tuple(found[first:])


def collapsed(stacks: Mapping[Stack, int]) -> str:
    """One line a stack, sorted."""
    return "".join(f"{';'.join(stack)} {spent}\n" for stack, spent in sorted(stacks.items()) if spent)


def flame(stacks: Mapping[Stack, int], title: str) -> str:
    """One self-contained SVG: the outermost frames at the bottom, the width of each its share of the CPU.

    A frame's tooltip tells its name, its milliseconds and its share. Without a stack there is the title alone.
    """
    sums: Counter[Stack] = Counter()
    for stack, spent in stacks.items():
        sums.update({stack[:depth]: spent for depth in range(len(stack) + 1)})
    whole = max(sums[()], 1)
    drawn = list(_laid_out(sums, _WIDTH / whole))
    height = _ROW * (2 + max((depth for _, depth, *_ in drawn), default=0))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="monospace" font-size="11">',
        f'<text x="4" y="12">{escape(title)}</text>',
        *(_frame(name, x, height - depth * _ROW, (width, spent, whole)) for name, depth, x, width, spent in drawn),
        "</svg>\n",
    ]
    return "\n".join(lines)


def _laid_out(sums: Mapping[Stack, int], scale: float) -> Iterator[tuple[str, int, float, float, int]]:
    """Each frame that is wide enough: its name, depth, left edge and width in pixels, and microseconds."""
    inner: dict[Stack, list[Stack]] = defaultdict(list)
    for stack in sums:
        if stack:
            inner[stack[:-1]].append(stack)
    waiting: list[tuple[Stack, float]] = [((), 0.0)]
    while waiting:
        outer, x = waiting.pop()
        for stack in sorted(inner[outer]):
            width = sums[stack] * scale
            if width >= _LEAST:
                yield stack[-1], len(stack), x, width, sums[stack]
                waiting.append((stack, x))
            x += width


def _frame(name: str, x: float, y: float, size: tuple[float, int, int]) -> str:
    width, spent, whole = size
    hue = 15 + crc32(name.partition(":")[0].encode()) % 40
    letters = int((width - 4) / _LETTER)
    short = name.removeprefix("twosource.")[: max(letters, 0)]
    label = f'<text x="{x + 2:.1f}" y="{y + 12:.1f}">{escape(short)}</text>' if letters > 2 else ""  # noqa: PLR2004
    tip = f"{name}: {spent / 1000:,.0f} ms, {spent / whole:.1%}"
    return (
        f'<g><title>{escape(tip)}</title><rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_ROW - 1}" '
        f'fill="hsl({hue},75%,68%)"/>{label}</g>'
    )


def write(stacks: Mapping[Stack, int], paths: Iterable[Path], title: str) -> None:
    """Write the stacks into each file: drawn where its name ends in ".svg", collapsed otherwise."""
    for path in paths:
        path.write_text(flame(stacks, title) if path.suffix == ".svg" else collapsed(stacks), encoding="utf-8")
