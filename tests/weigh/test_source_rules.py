"""One person becomes several, and a private one an official, on the way from one article to the next."""

import pytest

from invented import article
from twosource.model import Difference, Point, Source, SourceKind, Statement, Story
from twosource.weigh.checks import find_checks

WEIR = article("The second tanker burned for three hours.", outlet="weir.example")
LOCK = article("The second tanker burned for three hours.", outlet="lock.example")


def _told(one: Source, two: Source) -> Story:
    statements = tuple(
        Statement(id=f"t{at}", article=a.id, kind="paraphrase", start=0, end=10, content=(), source=source.id)
        for at, (a, source) in enumerate(((WEIR, one), (LOCK, two)))
    )
    point = Point(id="q1", kind="claim", label="The tanker burned", statements=("t0", "t1"), relation="same")
    return Story(
        title="x", version="0", articles=(WEIR, LOCK), sources=(one, two), statements=statements, points=(point,)
    )


def _source(name: str, kind: SourceKind = "unnamed") -> Source:
    return Source(id=f"s {name}", name=name, kind=kind)


@pytest.mark.parametrize(
    ("one", "two"), [("a witness", "witnesses"), ("a neighbour", "officials"), ("officials", "a friend")]
)
def test_a_source_that_weighs_more_elsewhere_is_on_the_list(one: str, two: str) -> None:
    (check,) = find_checks(_told(_source(one), _source(two)), codes=["C117"])
    assert "weir.example has it from" in check.detail
    assert "lock.example has it from" in check.detail


@pytest.mark.parametrize(
    ("one", "two"), [("a witness", "a bystander"), ("police", "officials"), ("witnesses", "officials")]
)
def test_sources_of_one_weight_and_several_people_are_not(one: str, two: str) -> None:
    assert find_checks(_told(_source(one), _source(two)), codes=["C117"]) == ()


def test_a_person_with_a_name_has_no_weight() -> None:
    assert find_checks(_told(_source("a witness"), _source("Ada Quill", "person")), codes=["C117"]) == ()


QUILL = Source(id="s Ada Quill", name="Ada Quill", kind="person")
CALL = Source(id="s call", name="OCK", kind="outlet")
PAPER = Source(id="s paper", name="The Lock", kind="outlet")
POLICE = Source(id="s police", name="harbour police", kind="unnamed")


def _left_out(
    said: str,
    bare: str,
    *,
    sure: bool = False,
    by: Source = QUILL,
    headline: str | None = None,
    more: int = 0,
    label: str = "x",
) -> list[str]:
    """The checks on what weir.example has from somebody, and lock.example, with its headline, from nobody; ``more`` articles beside."""
    one, two = article(said, outlet="weir.example"), article(bare, outlet="lock.example", headline=headline)
    rest = tuple(article(f"Rain fell in week {at}.", outlet=f"quay{at}.example") for at in range(more))
    told = Statement(
        id="t0", article=one.id, kind="paraphrase", start=0, end=9, content=(one.blocks[0].span,), source=by.id
    )
    plain = tuple(
        Statement(
            id=f"t{at}", article=two.id, kind="assertion", start=block.start, end=block.end, content=(block.span,)
        )
        for at, block in enumerate(two.blocks, 1)
    )
    members = ("t0", *(each.id for each in plain))
    lost = Difference(kind="attribution", members=members, detail="weir.example has a source.", sure=sure)
    point = Point(id="q1", kind="claim", label=label, statements=members, relation="same", differences=(lost,))
    story = Story(
        title="x", version="0", articles=(one, two, *rest), sources=(by,), statements=(told, *plain), points=(point,)
    )
    return [check.code for check in find_checks(story, codes=["C105", "C123"])]


def test_a_source_is_perhaps_left_out_where_much_is_told_in_the_same_words() -> None:
    assert _left_out("The tanker burned for three hours at the quay.", "A tanker burned three hours.") == ["C123"]


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("Marlo Denn Ferry Company owned the tanker.", "Marlo Denn Ferry Company hires divers in spring."),
        ("The tanker burned for three hours at the quay.", "Divers reached the tanker after dark with lamps."),
    ],
)
def test_one_name_or_one_thing_in_both_tells_nothing(said: str, bare: str) -> None:
    assert _left_out(said, bare) == []


def test_one_deed_is_told_whatever_the_words() -> None:
    assert _left_out("The tanker burned for three hours.", "Fire took the ship.", sure=True) == ["C105"]


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        ("Anyone with information is asked to call police.", []),
        ("He was pronounced dead at the scene.", []),
        ("Ada Quill was pronounced dead at the scene.", ["C105"]),
        ("Ada Quill, a diver, was in critical condition at Orvel.", ["C105"]),
    ],
)
def test_only_what_every_report_repeats_needs_no_source(label: str, codes: list[str]) -> None:
    assert _left_out(label, label, sure=True, label=label) == codes


BURNED = ("The tanker burned for three hours at the quay.", "A tanker burned three hours.")


def test_what_stands_in_a_headline_is_the_news_and_needs_no_source() -> None:
    assert _left_out(*BURNED) == ["C123"]
    assert _left_out(*BURNED, headline="Tanker burned three hours") == []


@pytest.mark.parametrize(
    ("by", "bare", "codes"),
    [
        (POLICE, "Police pulled the stolen tanker from the river.", []),
        (QUILL, "Police pulled the stolen tanker from the river.", ["C123"]),
        (POLICE, "The stolen tanker was pulled from the river near a police pier.", ["C123"]),
        (PAPER, "The stolen tanker was pulled from the river.", []),
        (CALL, "The stolen tanker was pulled from the river.", ["C123"]),
    ],
)
def test_an_outlet_and_those_in_office_who_do_what_is_told_are_themselves_the_source(
    by: Source, bare: str, codes: list[str]
) -> None:
    assert _left_out("They pulled the stolen tanker from the river.", bare, by=by) == codes


@pytest.mark.parametrize(("more", "codes"), [(2, []), (3, ["C123"])])
def test_in_a_story_of_few_articles_more_must_be_alike(more: int, codes: list[str]) -> None:
    said = "The tanker burned for hours beside a wooden quay full of timber."
    bare = "A tanker burned while sailors slept below deck after midnight drinks."
    assert _left_out(said, bare, more=more) == codes
