"""Two ages of one person, however the person is called."""

import pytest

from invented import article, english
from twosource.pipeline import Options, compare


def kinds(one: str, other: str) -> list[str]:
    told = [
        article(text, outlet=f"{name}.example", published="2031-05-14T08:00")
        for name, text in (("lock", one), ("quay", other))
    ]
    return [conflict.kind for conflict in compare(told, Options(parser=english())).conflicts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mrs Olga Tamm, 62, sold bread.", "Olga Tamm, 68, sold bread."),
        ("“I saw it,” said Olga Tamm. Tamm, 62, sold bread.", "Olga Tamm, 68, sold bread."),
        ("Olga Maria Tamm, 62, sold bread.", "Olga Tamm, 68, sold bread."),
    ],
)
def test_a_title_or_a_surname_alone_makes_nobody_another_person(one: str, other: str) -> None:
    assert kinds(one, other) == ["value"]


@pytest.mark.parametrize("other", ["Olga Anna Tamm, 68, sold bread.", "Olga Tamm Pell, 68, sold bread."])
def test_two_middle_names_and_two_last_names_are_of_two(other: str) -> None:
    assert kinds("Olga Maria Tamm, 62, sold bread.", other) == []


def test_a_surname_that_two_have_is_nobodys() -> None:
    one = "“I saw it,” said Olga Tamm. “So did I,” said Jan Tamm. Tamm, 62, sold bread."
    assert kinds(one, "Olga Tamm, 68, sold bread.") == []


def test_each_of_two_ages_that_both_articles_give_is_shown_at_whose_it_is() -> None:
    told = [
        article("Olga Tamm, 62, and Jan Pell, 29, sold bread.", outlet="lock.example", published="2031-05-14T08:00"),
        article("Olga Tamm, 29, and Jan Pell, 62, sold bread.", outlet="quay.example", published="2031-05-14T08:00"),
    ]
    story = compare(told, Options(parser=english()))
    text = {one.id: one.text for one in story.articles}
    shown = [
        {(side.words, text[place.article][place.start - 6 : place.end]) for side in one.sides for place in side.places}
        for one in story.conflicts
    ]
    assert {("62", "Tamm, 62"), ("29", "Tamm, 29")} in shown
    assert {("29", "Pell, 29"), ("62", "Pell, 62")} in shown
    assert {one.topic for one in story.conflicts} >= {"Olga Tamm", "Jan Pell"}
