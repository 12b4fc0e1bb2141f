"""Every row that is about something said names the point it belongs to."""

from present.sample import sample
from twosource.present.exports.tables import headings, rows

STORY = sample()
POINTS = {point.id for point in STORY.points}
OF_NO_POINT = {"articles", "gaps"}  # what was read, and what could not be


def column(table: str, name: str) -> list[object]:
    at = headings(table).index(name)
    return [row[at] for row in rows([STORY], table)]


def test_every_table_of_what_is_said_has_a_column_for_the_point() -> None:
    from twosource.present.exports.tables import TABLES  # noqa: PLC0415 - only here

    own = {name for name in TABLES if {"point", "points"} & set(headings(name))}
    assert set(TABLES) - own == OF_NO_POINT | {"points"}


def test_a_mark_is_of_the_point_of_what_it_marks() -> None:
    marked = dict(zip(column("marks", "marked"), column("marks", "point"), strict=True))
    owners = {name: point.id for point in STORY.points for name in (*point.statements, *point.figures)}
    assert marked
    assert marked == {name: owners.get(str(name)) for name in marked}


def test_a_passage_is_of_the_points_that_both_of_its_places_say() -> None:
    told = [set(str(cell).split("; ")) - {""} for cell in column("passages", "points")]
    assert any(told)
    assert all(one <= POINTS for one in told)


def test_a_check_is_of_the_points_it_refers_to_and_of_those_of_what_it_refers_to() -> None:
    owners = {name: point.id for point in STORY.points for name in (*point.statements, *point.figures)}
    owners |= {name: name for name in POINTS}
    expected = ["; ".join(dict.fromkeys(owners[name] for name in one.refers if name in owners)) for one in STORY.checks]
    assert column("checks", "points") == expected
    assert any(expected)


def test_a_source_is_of_every_point_on_its_word_and_nobody_elses() -> None:
    index = {source.id: place for place, source in enumerate(STORY.sources)}
    told = column("sources", "points")
    for point in STORY.points:
        holders = {one.source for one in STORY.statements if one.id in point.statements}
        for name, place in index.items():
            if name in holders:
                assert point.id in str(told[place])
    assert not all(point in str(cell) for cell in told for point in POINTS)
