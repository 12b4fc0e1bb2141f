"""Where the CPU seconds and the memory of a run go: each room of the pipeline, timed at its door.

A room is a set of functions by name (``ROOMS``). While ``measured`` holds, each is replaced by one that says to a ledger
that the room is entered and left; what a room spends while another one works for it is that other one's.
"""

import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import reduce, wraps
from importlib import import_module
from inspect import isgeneratorfunction
from typing import Any, Final, NamedTuple
from unittest.mock import patch


class Room(NamedTuple):
    """A stage, and a part of it."""

    stage: str
    name: str


REST: Final = Room("pipeline", "the rest")
_RESOLVER: Final = "twosource.extract:EntityResolver"
_DOCUMENT: Final = "twosource.language:Document"
_POINTS: Final = "twosource.compare.points.find"
ROOMS: Final[dict[Room, tuple[str, ...]]] = {
    Room("read", "read"): ("twosource.pipeline:raws_of",),
    Room("read", "clean"): ("twosource.pipeline:clean_one",),
    Room("parse", "parse"): ("twosource.parse:EnglishParser.__call__",),
    Room("extract", "entities"): tuple(
        f"{_RESOLVER}.{method}"
        for method in ("__init__", "who", "speaks", "vouches", "vouches_unknown", "names", "sources")
    ),
    Room("extract", "attribution"): ("twosource.extract:find_quotations", "twosource.extract:find_statements"),
    Room("extract", "figures"): ("twosource.extract:find_figures", "twosource.extract:on_whose_word"),
    Room("extract", "stances"): ("twosource.extract:find_stances",),
    Room("extract", "times"): ("twosource.extract:date_article", "twosource.extract:find_moments"),
    Room("extract", "events"): ("twosource.extract:find_events",),
    Room("extract", "happened or not"): tuple(
        f"{_DOCUMENT}.{method}" for method in ("factuality_of", "phrase_factuality_of", "reports_of")
    ),
    Room("extract", "the rest"): ("twosource.extract:extract",),
    Room("compare", "sources"): ("twosource.compare:join_sources",),
    Room("compare", "passages"): ("twosource.compare:find_passages",),
    Room("compare", "figures"): tuple(f"{_POINTS}:{n}" for n in ("read_counts", "gathered_alone", "figure_points")),
    Room("compare", "alignment"): (f"{_POINTS}:statement_circles",),
    Room("compare", "points"): ("twosource.compare:find_points",),
    Room("compare", "the rest"): tuple(
        f"twosource.compare:{name}" for name in ("central_headline", "find_ranges", "find_timeline", "with_differences")
    ),
    Room("weigh", "origins"): ("twosource.weigh:find_origins", "twosource.weigh:name_publishers"),
    Room("weigh", "standing"): ("twosource.weigh:weigh_points",),
    Room("weigh", "checks"): ("twosource.weigh:find_checks",),
    Room("group", "several events"): ("twosource.group:group",),
    Room("present", "terminal"): ("twosource.present.terminal:render",),
    Room("present", "page"): ("twosource.present.page:render",),
    Room("present", "JSON"): ("twosource.present.records:to_json",),
}
"""Each room, by the functions that are its doors: "module:name" as the caller finds them, in the order of a run."""


@dataclass(slots=True)
class Spent:
    """What one room took.

    Attributes:
        seconds: CPU, of the thread that does the work.
        calls: How often it was entered.
        kept: Bytes that it made less those that it let go; may be below nothing.
        peak: The most bytes held at once above what was held when it was entered, in any one call.
    """

    seconds: float = 0.0
    calls: int = 0
    kept: int = 0
    peak: int = 0


@dataclass(slots=True)
class _Open:
    room: Room
    held: int
    """Bytes held when it was entered, and those that other rooms have kept since."""


@dataclass(slots=True)
class Ledger:
    """What each room spent; the one entered last pays. Bytes are counted while ``tracemalloc`` is on, and are 0 otherwise."""

    clock: Callable[[], float] = time.thread_time
    memory: Callable[[], tuple[int, int]] = tracemalloc.get_traced_memory
    spent: dict[Room, Spent] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)
    _since: float = 0.0
    _held: int = 0

    @property
    def room(self) -> Room:
        """The room that pays now."""
        return self._open[-1].room if self._open else REST

    @contextmanager
    def inside(self, room: Room) -> Iterator[None]:
        """Let this room pay for what is done meanwhile."""
        self._charge()
        before = self._held
        self._open.append(_Open(room, before))
        self.spent.setdefault(room, Spent()).calls += 1
        try:
            yield
        finally:
            self._charge()
            self._open.pop()
            if self._open:
                self._open[-1].held += self._held - before

    def _charge(self) -> None:
        """Book what was spent since the last change of rooms on the room that was open; nothing before the first."""
        (now_held, peak), now = self.memory(), self.clock()
        if self._open:
            last = self._open[-1]
            spent = self.spent[last.room]
            spent.seconds += now - self._since
            spent.kept += now_held - self._held
            spent.peak = max(spent.peak, peak - last.held)
        self._held = now_held
        if tracemalloc.is_tracing():
            tracemalloc.reset_peak()
        self._since = self.clock()


@contextmanager
def measured(ledger: Ledger) -> Iterator[None]:
    """Time every room at its doors, and all else as ``REST``.

    Raises:
        AttributeError: If a function of ``ROOMS`` has another name by now.
    """
    with ExitStack() as stack:
        for room, doors in ROOMS.items():
            for door in doors:
                holder, name = held_by(door)
                stack.enter_context(patch.object(holder, name, _timed(getattr(holder, name), room, ledger)))
        stack.enter_context(ledger.inside(REST))
        yield


def held_by(door: str) -> tuple[Any, str]:
    """The module or class that a door is looked up in, and its name there."""
    module, _, path = door.partition(":")
    *holders, name = path.split(".")
    return reduce(getattr, holders, import_module(module)), name


def _timed(function: Callable[..., Any], room: Room, ledger: Ledger) -> Callable[..., Any]:
    if isgeneratorfunction(function):

        @wraps(function)
        def stepped(*args: Any, **named: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever the function takes
            steps = function(*args, **named)
            while True:
                with ledger.inside(room):
                    step = next(steps, _END)
                if step is _END:
                    return
                yield step

        return stepped

    @wraps(function)
    def called(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - the same
        with ledger.inside(room):
            return function(*args, **named)

    return called


_END: Final = object()


def by_stage(spent: dict[Room, Spent]) -> Sequence[tuple[str, Sequence[Room]]]:
    """The stages with their rooms, in the order of a run; only rooms that were entered."""
    order = [room for room in (*ROOMS, REST) if room in spent]
    return [(stage, [room for room in order if room.stage == stage]) for stage in dict.fromkeys(r.stage for r in order)]
