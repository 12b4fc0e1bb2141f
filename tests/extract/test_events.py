"""What clauses tell: who did what, to whom, and whether it is told as a fact."""

import pytest

from invented import document, resolver
from twosource.extract.events import find_events
from twosource.model import Happening


def told(text: str) -> list[Happening]:
    asked = document(text)
    return list(find_events(asked, resolver(asked)))


def words(happening: Happening, text: str) -> tuple[str, str | None, str | None]:
    whole = document(text).text
    people = [part.span.of(whole) if part else None for part in (happening.doer, happening.done_to)]
    return happening.kind, people[0], people[1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Officers apprehended Ivo Lanz at noon.", ("arrest", "Officers", "Ivo Lanz")),
        ("Ivo Lanz was taken into custody by officers.", ("arrest", "officers", "Ivo Lanz")),
        ("The killing of Mira Oss shocked the town.", ("die", None, "Mira Oss")),
        ("Mira Oss died at dawn.", ("die", None, "Mira Oss")),
        ("The girl was rushed to Velm General Hospital.", ("hospitalise", None, "The girl")),
        ("Another rower, a 40-year-old man, was hurt.", ("injure", None, "Another rower, a 40-year-old man")),
    ],
)
def test_one_deed_has_one_name_whatever_words_tell_it(text: str, wanted: tuple[str, str | None, str | None]) -> None:
    assert wanted in [words(one, text) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "kind", "negated", "actual"),
    [
        ("Police arrested nobody.", "arrest", True, True),
        ("No arrests were made.", "arrest", True, True),
        ("Ivo Lanz pleaded not guilty to the charge.", "plead", True, True),
        ("Ivo Lanz may kill the dog.", "die", False, False),
        ("Ivo Lanz sank the boat.", "sink", False, True),
    ],
)
def test_what_did_not_happen_or_only_may_have_is_told_from_what_did(
    text: str, kind: str, *, negated: bool, actual: bool
) -> None:
    found = [one for one in told(text) if one.kind == kind]
    assert [(one.negated, one.actual) for one in found] == [(negated, actual)]


@pytest.mark.parametrize("text", ["Ivo Lanz nearly sank the boat.", "Did Ivo Lanz sink the boat?"])
def test_what_is_asked_or_did_not_quite_happen_is_not_told_as_a_fact(text: str) -> None:
    assert [one.actual for one in told(text)] == [False]


def test_who_says_what_is_no_deed() -> None:
    assert not told("Mira Oss said so, Ivo Lanz thought.")


def test_an_empty_article_tells_nothing() -> None:
    assert told("") == []


def test_participants_are_the_same_whatever_the_words_for_them() -> None:
    held, sighed = told("Mary Quill was arrested on Monday. She sighed.")
    assert held.done_to
    assert sighed.doer
    assert held.done_to.entity == sighed.doer.entity is not None


def test_a_pronoun_that_fits_two_is_nobody_sure() -> None:
    *_, sighed = told("Mary Quill and Anna Holm met. She sighed.")
    assert sighed.doer
    assert sighed.doer.entity is None
