"""The profile of the stages: every room is found, each pays for its own work, and stacks are written as flame graph tools read them."""

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

BENCH = Path(__file__).parents[2] / "bench"
sys.path.append(str(BENCH))

from invented_story import told, written  # noqa: E402 - the benches are no package
from profile_rooms import REST, ROOMS, Ledger, Room, Spent, by_stage, held_by  # noqa: E402 - the same
from profile_stacks import collapsed, flame, frames  # noqa: E402 - the same

OUTER, INNER = Room("a", "outer"), Room("a", "inner")


def ledger(*, seconds: list[float], bytes_held: list[tuple[int, int]]) -> Ledger:
    ticks, held = iter(seconds), iter(bytes_held)
    return Ledger(clock=lambda: next(ticks), memory=lambda: next(held))


@pytest.mark.parametrize("door", [door for doors in ROOMS.values() for door in doors])
def test_every_door_of_a_room_is_still_there(door: str) -> None:
    assert callable(getattr(*held_by(door)))


def test_a_room_does_not_pay_for_the_one_that_it_asks() -> None:
    held = [(100, 100), (110, 130), (150, 190), (115, 160)]
    book = ledger(seconds=[0, 0, 2, 2, 7, 7, 8, 8], bytes_held=held)
    with book.inside(OUTER), book.inside(INNER):
        pass
    outer, inner = book.spent[OUTER], book.spent[INNER]
    assert (outer.seconds, inner.seconds) == (3, 5)
    assert (outer.kept, inner.kept) == (10 - 35, 40)
    assert (outer.peak, inner.peak) == (30, 80)


def test_what_is_spent_before_the_first_room_is_nobodys() -> None:
    book = ledger(seconds=[50, 50, 51, 51], bytes_held=[(900, 900), (900, 900)])
    with book.inside(OUTER):
        pass
    assert [(one.seconds, one.kept) for one in book.spent.values()] == [(1, 0)]


def test_stages_stand_in_the_order_of_a_run() -> None:
    entered = [REST, Room("weigh", "checks"), Room("read", "clean"), Room("read", "read")]
    found = by_stage({room: Spent() for room in entered})
    assert [(stage, len(rooms)) for stage, rooms in found] == [("read", 2), ("weigh", 1), ("pipeline", 1)]


def test_stacks_are_collapsed_to_a_line_each() -> None:
    assert collapsed({("b",): 3, ("a", "f"): 12, ("a", "g"): 0}) == "a;f 12\nb 3\n"


def test_a_frame_of_the_drawing_is_as_wide_as_its_share() -> None:
    drawing = ET.fromstring(flame({("a", "m:<f>"): 300, ("a",): 100, ("b",): 400}, "x < y"))  # noqa: S314 - our own
    widths = {
        group[0].text: float(group[1].get("width", "0")) for group in drawing.iter("{http://www.w3.org/2000/svg}g")
    }
    assert widths == {"a: 0 ms, 50.0%": 700, "m:<f>: 0 ms, 37.5%": 525, "b: 0 ms, 50.0%": 700}


def test_nothing_met_is_a_title_alone() -> None:
    assert flame({}, "none").count("<rect") == 0


def test_a_stack_without_the_product_has_no_frames() -> None:
    assert frames(sys._getframe()) == ()


def test_the_first_invented_articles_are_the_same_however_many_there_are(tmp_path: Path) -> None:
    few = [path.read_text(encoding="utf-8") for path in written(tmp_path, 3)]
    assert few == [told(number) for number in range(3)]
    assert len(set(few)) == 3


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What the command prints for three articles, and their stacks."""
    stacks = tmp_path_factory.mktemp("profile") / "stacks.folded"
    command = [sys.executable, str(BENCH / "stage_profile.py"), "--copies", "3", "--flame", str(stacks)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert done.returncode == 0, done.stderr
    return done.stdout, stacks.read_text(encoding="utf-8")


def test_a_run_enters_every_room_but_grouping(run: tuple[str, str]) -> None:
    records = [json.loads(line) for line in run[0].splitlines() if line.startswith("{")]
    entered = {(one["stage"], one["room"]) for one in records}
    assert {*ROOMS, REST} - entered <= {("group", "several events")}


def test_stacks_begin_with_the_room_that_pays(run: tuple[str, str]) -> None:
    rooms = {tuple(line.split(";")[:2]) for line in run[1].splitlines() if line.count(";") > 1}
    assert rooms <= {*ROOMS, REST}
    assert all(re.fullmatch(r".+ \d+", line) for line in run[1].splitlines())
