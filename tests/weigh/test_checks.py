"""The editor's to-check list."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from invented import article, english
from twosource.model import Conflict, Difference, Figure, Point, Source, Span, Standing, Statement, Story, content_id
from twosource.pipeline import Options, compare
from twosource.weigh.check_registry import SEVERITIES, Hit, check, declared
from twosource.weigh.checks import CHECKS, MOST, find_checks, message
from twosource.weigh.desk import Desk

WEIR = article("Nine people died, the brigade said.", outlet="weir.example")
LOCK = article("Nine people died.", outlet="lock.example")
BRIGADE = Source(id="s1", name="fire brigade", kind="body")


def figure(one: str, source: str | None = None) -> Figure:
    return Figure(
        id=content_id("f", one), article=one, start=0, end=4, low=9, high=9, counted="people", measure="killed",
        main=True, source=source,
    )  # fmt: skip


def point(*figures: Figure, origins: tuple[str, ...] = ("o1",)) -> Point:
    return Point(
        id="q1",
        kind="figure",
        label="Nine people died",
        figures=tuple(each.id for each in figures),
        relation="same",
        standing=Standing(outlets=("lock.example", "weir.example"), origins=origins),
    )


def apart(*figures: Figure) -> Story:
    """The same with an origin for each outlet."""
    return replace(story(*figures), points=(point(*figures, origins=("o1", "o2")),))


def story(*figures: Figure, conflicts: tuple[Conflict, ...] = ()) -> Story:
    return Story(
        title="Fire",
        version="0",
        articles=(WEIR, LOCK),
        sources=(BRIGADE,),
        figures=figures,
        points=(point(*figures),),
        conflicts=conflicts,
    )


def test_every_check_has_a_message_that_is_one_sentence() -> None:
    for code in CHECKS:
        assert message(code).endswith(".")


def test_a_body_and_its_spokesman_are_one_source_behind_several_outlets() -> None:
    spokesman = replace(BRIGADE, id="s2", name="Jan Oster", kind="person", speaks_for="fire brigade", voice="s1")
    told = apart(figure(WEIR.id, "s1"), figure(LOCK.id, "s2"))
    found = find_checks(replace(told, sources=(BRIGADE, spokesman)), codes=["C107"])
    assert "Fire brigade, carried by lock.example and weir.example" in found[0].detail
    other = replace(spokesman, voice="")
    assert not find_checks(replace(told, sources=(BRIGADE, other)), codes=["C107"])


def test_conflicts_come_first() -> None:
    conflict = Conflict(id="c1", kind="value", point="q1", members=("f1", "f2"), detail="weir has 9; lock has 14.")
    found = find_checks(story(figure(WEIR.id), figure(LOCK.id), conflicts=(conflict,)))
    assert found[0].code == "C101"
    assert found[0].refers == ("q1", "f1", "f2")
    assert "weir has 9" in found[0].detail


def test_a_name_in_two_ways_is_asked_about_and_no_contradiction() -> None:
    conflict = Conflict(id="c1", kind="name", point="q1", members=("f1", "f2"), detail="weir has Orrin; lock has Orin.")
    found = find_checks(story(figure(WEIR.id), figure(LOCK.id), conflicts=(conflict,)))
    assert [(one.code, one.severity) for one in found if "Orrin" in one.detail] == [("C121", "medium")]


def test_one_source_behind_several_outlets_is_named_before_them() -> None:
    found = find_checks(apart(figure(WEIR.id, "s1"), figure(LOCK.id, "s1")), codes=["C107"])
    assert "Fire brigade, carried by lock.example and weir.example" in found[0].detail


def test_two_outlets_that_print_one_text_are_not_several_outlets_with_one_source() -> None:
    assert not find_checks(story(figure(WEIR.id, "s1"), figure(LOCK.id, "s1")), codes=["C107"])


def test_one_origin_behind_several_outlets_is_said() -> None:
    codes = {check.code for check in find_checks(story(figure(WEIR.id), figure(LOCK.id)))}
    assert "C106" in codes
    assert "C114" not in codes


def test_a_main_figure_of_one_article_alone_is_said() -> None:
    assert {check.code for check in find_checks(story(figure(WEIR.id)), codes=["C114"])} == {"C114"}


@pytest.mark.parametrize(
    ("measure", "low", "codes"),
    [("killed", 9.0, []), ("killed and injured", 9.0, []), ("killed", 8.0, ["C114"]), ("arrested", 9.0, ["C114"])],
)
def test_a_number_that_another_article_has_under_the_same_measure_is_not_said_to_be_in_one_alone(
    measure: str, low: float, codes: list[str]
) -> None:
    other = replace(figure(LOCK.id), measure=measure, low=low, high=low)
    told = replace(story(figure(WEIR.id)), figures=(figure(WEIR.id), other))
    assert [check.code for check in find_checks(told, codes=["C114"])] == codes


def test_an_undated_article_is_said() -> None:
    undated = replace(WEIR, published=None, dated_by="none")
    found = find_checks(Story(title="", version="0", articles=(undated,)))
    assert [check.code for check in found] == ["C115"]


def test_a_quotation_of_nobody_is_said() -> None:
    said = Statement(id="t1", article=WEIR.id, kind="quotation", start=0, end=4, content=(WEIR.blocks[0].span,))
    told = Point(id="q2", kind="quotation", label="Nine", label_quoted=True, statements=("t1",), relation="single")
    found = find_checks(Story(title="", version="0", articles=(WEIR,), statements=(said,), points=(told,)))
    assert [check.code for check in found] == ["C113"]


def _unknown(*, cue: Span | None = None) -> list[str]:
    told = article("Today nobody came at all. We waited until dark.", outlet="weir.example")
    said = [
        Statement(id=f"t{at}", article=told.id, kind="quotation", start=start, end=end, content=(Span(start=start, end=end),), cue=cue)
        for at, (start, end) in enumerate(((0, 24), (26, 46)))
    ]  # fmt: skip
    points = tuple(
        Point(id=f"q{each.id}", kind="quotation", label=each.id, label_quoted=True, statements=(each.id,), relation="single")
        for each in said
    )  # fmt: skip
    story = Story(title="", version="0", articles=(told,), statements=tuple(said), points=points)
    return [check.detail for check in find_checks(story, codes=["C113"])]


def test_quotations_of_nobody_are_told_once_an_article() -> None:
    (detail,) = _unknown()
    assert detail.endswith("“t0” and 1 more.")


def test_a_quotation_beside_which_somebody_says_it_is_not_on_the_list() -> None:
    assert _unknown(cue=Span(start=24, end=25)) == []


def _cut(one: str, two: str) -> list[str]:
    sides = [article(one, outlet="weir.example"), article(two, outlet="lock.example")]
    said = [
        Statement(id=f"t{at}", article=each.id, kind="quotation", start=0, end=9, content=(each.blocks[0].span,))
        for at, each in enumerate(sides)
    ]
    parts = Difference(kind="wording", members=("t0", "t1"), detail="They part.")
    told = Point(
        id="q1", kind="quotation", label="x", label_quoted=True, statements=("t0", "t1"), relation="same", differences=(parts,)
    )  # fmt: skip
    story = Story(title="", version="0", articles=tuple(sides), statements=tuple(said), points=(told,))
    return [check.code for check in find_checks(story, codes=["C112"])]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We shall not close the yard this year", "We shall close the yard this year"),
        ("The yard was badly run for years", "The yard was poorly run for years"),
    ],
)
def test_a_quotation_is_changed_where_words_differ_between_others(one: str, two: str) -> None:
    assert _cut(one, two) == ["C112"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We shall not close the yard", "I promise you this. We shall not close the yard"),
        ("We shall not close the yard", "We shall not close the yard, whatever it costs"),
        ("It's the yard that matters", "It’ s the yard that matters"),
        ("mutual trust", "The mutual suspicion here is over, and trust must now be built from nothing"),
    ],
)
def test_to_begin_later_or_to_end_earlier_is_no_change(one: str, two: str) -> None:
    assert _cut(one, two) == []


def test_codes_select_and_unknown_ones_find_nothing() -> None:
    assert find_checks(story(figure(WEIR.id)), codes=["C999"]) == ()


def test_of_many_things_of_one_kind_the_first_are_named_and_the_rest_counted() -> None:
    undated = tuple(
        replace(article(f"Text {i}.", outlet=f"o{i}.example"), published=None, dated_by="none") for i in range(9)
    )
    found = find_checks(Story(title="", version="0", articles=undated))
    assert len(found) == MOST + 1
    assert found[-1].detail.endswith("4 more of these.")
    assert set(found[-1].refers) == {each.id for each in undated[MOST:]}


def test_two_articles_of_one_outlet_are_not_several_outlets() -> None:
    again = replace(LOCK, outlet="weir.example")
    told = replace(story(figure(WEIR.id, "s1"), figure(LOCK.id, "s1")), articles=(WEIR, again))
    standing = Standing(outlets=("weir.example",), origins=("o1",))
    told = replace(told, points=(replace(told.points[0], standing=standing),))
    assert not find_checks(told, codes=["C107"])


def test_the_gravest_checks_stand_first_whatever_their_number() -> None:
    order = list(CHECKS)
    assert order[:5] == ["C100", "C101", "C102", "C103", "C116"]
    assert order.index("C117") < order.index("C109")
    severities = [SEVERITIES.index(rule.severity) for rule in CHECKS.values()]
    assert severities == sorted(severities)


def test_a_check_carries_the_severity_that_was_declared_for_it() -> None:
    told = apart(figure(WEIR.id, "s1"), figure(LOCK.id, "s1"))
    assert {check.severity for check in find_checks(told, codes=["C107"])} == {"medium"}


def test_a_code_is_given_once_and_a_check_must_have_something_to_say() -> None:
    for code, words in (("C101", "Again."), ("C999", "")):

        def find(_: Desk) -> Iterator[Hit]:
            yield from ()

        find.__doc__ = words
        with pytest.raises(ValueError, match=code):
            check(code, severity="low")(find)
    assert "C999" not in {rule.code for rule in declared()}


def test_a_check_can_be_chosen_and_unknown_codes_find_nothing() -> None:
    told = apart(figure(WEIR.id, "s1"), figure(LOCK.id, "s1"))
    assert {check.code for check in find_checks(told, codes=["C107"])} == {"C107"}
    assert find_checks(told, codes=["C999"]) == ()


def test_what_is_known_only_from_who_takes_it_back_is_quoted_once() -> None:
    told = "The number of injured was revised from eight to six."
    one = article(told, outlet="weir.example", published="2031-05-14T10:00")
    (check,) = (each for each in compare([one], Options(parser=english())).checks if each.code == "C100")
    assert check.detail.count("revised from eight") == 1
