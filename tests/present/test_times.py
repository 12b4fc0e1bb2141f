"""The timeline's rows: what accounts differ on is told once, and as what it is."""

from dataclasses import replace

from invented import article
from present.build import statement
from twosource.model import Conflict, Difference, Story, TimelineEntry
from twosource.present.index import Index
from twosource.present.page.times import When, timeline

DIFFERENCE = Difference(kind="value", members=("t1", "t2"), detail="a.example has 4, b.example has 6.")


def rows(*differences: Difference, clash: tuple[str, ...] = ()) -> tuple[When, ...]:
    """Two rows of a timeline, each with the differences."""
    one = article("At noon 4 pumps failed.\nAt six 4 pumps failed.")
    told = tuple(
        replace(statement(one, words, words, kind="assertion"), id=f"t{place}")
        for place, words in enumerate(one.text.split("\n\n"), 1)
    )
    entries = tuple(
        TimelineEntry(
            earliest=f"2031-05-14T{hour}:00",
            latest=f"2031-05-14T{hour}:00",
            precision="minute",
            label=one.text,
            statements=(each.id,),
            differences=differences,
        )
        for hour, each in zip(("12", "18"), told, strict=True)
    )
    conflicts = (Conflict(id="c1", kind="value", point=None, members=clash, detail="4 or 6"),) if clash else ()
    made = Story(title="", version="0", articles=(one,), statements=told, timeline=entries, conflicts=conflicts)
    return timeline(Index(made)).times


def test_what_accounts_differ_on_is_told_in_the_first_row_alone() -> None:
    assert [one.differing for one in rows(DIFFERENCE)] == [((DIFFERENCE.detail, False),), ()]


def test_a_row_tells_each_of_its_own_differences() -> None:
    other = replace(DIFFERENCE, detail="a.example has 5, b.example has 7.")
    assert len(rows(DIFFERENCE, other)[0].differing) == len((DIFFERENCE, other))


def test_a_contradiction_is_told_as_one() -> None:
    assert rows(DIFFERENCE, clash=("t1", "t2"))[0].differing == ((DIFFERENCE.detail, True),)


def test_a_difference_that_only_shares_a_side_with_a_contradiction_is_none() -> None:
    assert rows(DIFFERENCE, clash=("t1", "t3"))[0].differing == ((DIFFERENCE.detail, False),)
