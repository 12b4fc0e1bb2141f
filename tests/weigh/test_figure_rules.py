"""Which numbers an editor is asked to look at."""

from dataclasses import replace

import pytest

from invented import article
from twosource.model import Article, Bound, Difference, Figure, Point, QuantityKind, Story
from twosource.weigh.checks import find_checks


def _figure(
    one: Article,
    words: str,
    high: float,
    *,
    measure: str | None = None,
    kind: QuantityKind = "count",
    main: bool = False,
) -> Figure:
    start = one.text.index(words)
    return Figure(
        id=f"f {one.outlet} {start}", article=one.id, start=start, end=start + len(words), low=high, high=high,
        counted="", measure=measure, kind=kind, main=main,
    )  # fmt: skip


def _codes(code: str, articles: tuple[Article, ...], figures: tuple[Figure, ...], *points: Point) -> list[str]:
    told = Story(title="", version="0", articles=articles, figures=figures, points=points)
    return [check.code for check in find_checks(told, codes=[code])]


def _point(*figures: Figure, difference: Difference | None = None) -> Point:
    differences = (difference,) if difference else ()
    ids = tuple(figure.id for figure in figures)
    return Point(id="q1", kind="figure", label="x", figures=ids, relation="same", differences=differences)


@pytest.mark.parametrize(
    ("headline", "words", "measure", "body", "codes"),
    [
        ("Six drown off Orle", "Six", "killed", "Two boats sank.", ["C109"]),
        ("Six drown off Orle", "Six", "killed", "Two boats sank with 6 aboard.", []),
        ("Double drowning off Orle", "Double", "killed", "Three boats sank.", []),
        ("Six things to know of Orle", "Six", None, "Two boats sank.", []),
    ],
)
def test_a_number_of_the_headline_alone_counts_what_happened(
    headline: str, words: str, measure: str | None, body: str, codes: list[str]
) -> None:
    one = article(body, headline=headline, outlet="weir.example")
    below = _figure(one, body.split(maxsplit=1)[0], 3)
    assert _codes("C109", (one,), (_figure(one, words, 6, measure=measure), below)) == codes


@pytest.mark.parametrize(
    ("bound", "kind", "high", "codes"),
    [
        ("about", "count", 40, ["C110"]),
        ("at least", "duration", 40, ["C110"]),
        ("about", "duration", 40, []),
        ("about", "measure", 40, []),
        ("at least", "count", 1, []),
    ],
)
def test_about_so_many_miles_and_at_least_one_are_no_bounds_to_miss(
    bound: Bound, kind: QuantityKind, high: float, codes: list[str]
) -> None:
    weir, lock = article("Some 40 of it.", outlet="weir.example"), article("It was 40.", outlet="lock.example")
    one, two = (_figure(each, "40", high, kind=kind) for each in (weir, lock))
    one = replace(one, bound=bound)
    lost = Difference(kind="bound", members=(one.id, two.id), detail="One has about.")
    assert _codes("C110", (weir, lock), (one, two), _point(one, two, difference=lost)) == codes


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Nine men were held.\n\nThe mill burned.", "Nine", ["C114"]),
        ("The mill burned.\n\nIt rained.\n\nPeople came.\n\nNine men were held.", "Nine", []),
        ("Nine other men were held.\n\nThe mill burned.", "Nine", []),
        ("Another nine men were held.\n\nThe mill burned.", "nine", []),
        ("Ivo Brenn and his sons were held.\n\nThe mill burned.", "Ivo Brenn and his sons", []),
    ],
)
def test_a_number_that_one_article_has_alone_stands_at_its_head_and_is_no_rest(
    text: str, words: str, codes: list[str]
) -> None:
    one, other = article(text, outlet="weir.example"), article("The mill burned.", outlet="lock.example")
    figure = _figure(one, words, 9, measure="arrested", main=True)
    assert _codes("C114", (one, other), (figure,), _point(figure)) == codes


def test_what_counts_for_another_event_is_not_asked_about() -> None:
    one, other = article("Nine men were held.", outlet="weir.example"), article("It burned.", outlet="lock.example")
    figure = replace(_figure(one, "Nine", 9, measure="arrested", main=True), background=True)
    assert _codes("C114", (one, other), (figure,), _point(figure)) == []
