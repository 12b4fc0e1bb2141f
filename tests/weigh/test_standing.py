from dataclasses import replace

import pytest

from reuse_stories import MINISTER, OTHER, SPEECH, WIRE, WITNESS, bare, speaking
from twosource.compare.passages import find_passages
from twosource.model import Difference, Figure, Findings, Origin, Point, Source, Span, Statement
from twosource.model.statement import StatementKind
from twosource.settings import DEFAULTS
from twosource.weigh.origins import find_origins
from twosource.weigh.standing import weigh_points

OFFICE = Source(id="s9", name="Harbour Authority", kind="body")


def claim(found: Findings, words: str, source: Source | None) -> Findings:
    start = found.article.text.index(words)
    said = Statement(
        id="t" + found.article.id[1:],
        article=found.article.id,
        kind="paraphrase",
        start=start,
        end=start + len(words),
        content=(Span(start=start, end=start + len(words)),),
        source=source.id if source else None,
    )
    return replace(found, statements=(said,))


def weigh(*story: Findings, sources: tuple[Source, ...] = (OFFICE,)) -> tuple[Point, tuple[Origin, ...]]:
    statements = tuple(s.id for found in story for s in found.statements)
    point = Point(id="q1", kind="claim", label="x", statements=statements, relation="same")
    passages = find_passages(story, DEFAULTS)
    whole = find_origins(story, passages)
    points, origins = weigh_points((point,), story, passages, whole, sources, DEFAULTS)
    return points[0], origins


CLAIM = "The harbour authority put the loss at ninety barrels"
LEADS = (
    "Wharf cranes stood still all day.",
    "A smell of tar hung over the old quarter.",
    "Nobody slept much along Cable Street.",
)


def test_one_source_in_three_outlets_is_named_before_it_is_counted() -> None:
    story = [
        claim(bare(f"{lead}\n{CLAIM}.", f"{n}.example"), CLAIM, OFFICE) for n, lead in zip("abc", LEADS, strict=True)
    ]
    story[2] = replace(story[2], article=replace(story[2].article, via=("AP",)))
    point, origins = weigh(*story)
    standing = point.standing
    assert standing.sources == ("s9",)
    assert standing.outlets == ("a.example", "b.example", "c.example")
    assert standing.detail.startswith("One source (Harbour Authority), carried by a.example, b.example and c.example; ")
    assert "no shared origin found between" in standing.detail
    assert "c.example carries AP" in standing.detail
    assert "independent" not in standing.detail
    assert {origin.point for origin in origins} == {None}


def test_two_that_name_one_carrier_for_a_statement_are_one_origin_for_it_only() -> None:
    first = claim(bare(f"{OTHER}\n{CLAIM}, its chief told the Tallow Gazette.", "a.example"), CLAIM, OFFICE)
    second = claim(bare(f"{LEADS[1]}\nThe Tallow Gazette reported it first: {CLAIM}.", "b.example"), CLAIM, OFFICE)
    point, origins = weigh(first, second)
    (own,) = [origin for origin in origins if origin.point]
    assert point.standing.origins == (own.id,)
    assert own.via == "Tallow Gazette"
    assert len([origin for origin in origins if not origin.point]) == 2


def test_a_carrier_that_is_itself_in_the_story_is_the_origin() -> None:
    first = claim(bare(f"{OTHER}\n{CLAIM}.", "tallowgazette.com"), CLAIM, OFFICE)
    second = claim(bare(f"{LEADS[1]}\n{CLAIM}, according to the Tallow Gazette.", "b.example"), CLAIM, OFFICE)
    point, _ = weigh(first, second)
    assert len(point.standing.origins) == 1
    assert "b.example has it from tallowgazette.com" in point.standing.detail


def test_borrowed_wording_of_one_statement_is_one_origin_for_it() -> None:
    borrowed = WIRE.split("\n")[1]
    more = "\n".join(LEADS) + "\n" + OTHER
    first = claim(bare(WIRE, "a.example"), borrowed, None)
    second = claim(bare(f"{more}\n{more}\n{more} {borrowed}", "b.example"), borrowed, None)
    point, origins = weigh(first, second)
    assert len([origin for origin in origins if origin.point is None]) == 2
    assert len(point.standing.origins) == 1
    assert "source that could not be made out" in point.standing.detail


def test_a_quotation_shared_in_its_own_language_is_two_origins_and_a_translation_is_one() -> None:
    for source, expected in ((WITNESS, 2), (MINISTER, 1)):
        point, _ = weigh(
            speaking("Boats were stopped at noon.", SPEECH, "a.example", source, OTHER),
            speaking("Nobody may cross the river here.", SPEECH, "b.example", source, "\n".join(LEADS)),
            sources=(source,),
        )
        assert len(point.standing.origins) == expected, source.name


def test_outlets_of_one_publisher_are_named() -> None:
    story = [
        claim(bare(f"{lead}\n{CLAIM}.", f"{n}.example"), CLAIM, OFFICE) for n, lead in zip("ab", LEADS, strict=False)
    ]
    story = [replace(found, article=replace(found.article, publisher="Tidewater Press")) for found in story]
    point, _ = weigh(*story)
    assert "a.example and b.example belong to Tidewater Press" in point.standing.detail


def test_a_point_of_unknown_statements_is_left_as_it_is() -> None:
    point = Point(id="q1", kind="claim", label="x", statements=("t0",), relation="single")
    assert weigh_points((point,), (), (), (), (), DEFAULTS) == ((point,), ())


def counted(found: Findings, kind: StatementKind) -> Findings:
    """The claim as a statement of this kind by nobody known, and a figure in it."""
    said = replace(found.statements[0], kind=kind)
    figure = Figure(
        id="f" + said.id,
        article=found.article.id,
        statement=said.id,
        start=said.start,
        end=said.start + 3,
        low=90,
        high=90,
        counted="barrels",
    )
    return replace(found, statements=(said,), figures=(figure,))


def standing_of_figures(kind: StatementKind) -> str:
    """How the standing of a number begins that two outlets give in statements of this kind, by nobody known."""
    story = tuple(
        counted(claim(bare(f"{lead}\n{CLAIM}.", f"{n}.example"), CLAIM, None), kind)
        for n, lead in zip("ab", LEADS[:2], strict=True)
    )
    point = Point(
        id="q1", kind="figure", label="x", figures=tuple(found.figures[0].id for found in story), relation="same"
    )
    points, _ = weigh_points((point,), story, (), find_origins(story, ()), (OFFICE,), DEFAULTS)
    return points[0].standing.detail


def test_a_number_that_the_outlets_themselves_give_has_no_source_that_could_not_be_made_out() -> None:
    assert standing_of_figures("assertion").startswith("The outlets' own word, no source named")


def test_a_number_in_what_nobody_known_has_said_has_one() -> None:
    assert standing_of_figures("paraphrase").startswith("A source that could not be made out")


def test_who_says_the_opposite_is_no_source_of_it() -> None:
    pilot, denial = (
        Source(id="s8", name="Ivo Lanz", kind="person"),
        "The harbour authority put no loss at ninety barrels",
    )
    story = [
        claim(bare(f"{LEADS[0]}\n{CLAIM}.", "a.example"), CLAIM, OFFICE),
        claim(bare(f"{LEADS[1]}\n{denial}.", "b.example"), denial, pilot),
    ]
    names = tuple(found.statements[0].id for found in story)
    turned = Difference(kind="polarity", members=names, detail="they say the opposite")
    point = Point(id="q1", kind="claim", label=CLAIM, statements=names, relation="differs", differences=(turned,))
    (weighed,), _ = weigh_points((point,), tuple(story), (), find_origins(tuple(story), ()), (OFFICE, pilot), DEFAULTS)
    assert weighed.standing.detail.startswith("One source (Harbour Authority), carried by a.example and b.example; ")
    assert weighed.standing.detail.endswith("; Ivo Lanz says the opposite.")
    assert (weighed.standing.sources, weighed.standing.against) == ((OFFICE.id,), (pilot.id,))


@pytest.mark.parametrize(("others", "against"), [((OFFICE,), ("s8",)), ((), ())])
def test_who_denies_the_very_words_of_the_label_stands_against_it(
    others: tuple[Source, ...], against: tuple[str, ...]
) -> None:
    pilot = Source(id="s8", name="Ivo Lanz", kind="person")
    text = f"{LEADS[0]}\nIvo Lanz denied that {CLAIM}."
    at = text.index("denied")
    denial = claim(bare(text, "a.example"), CLAIM, pilot)
    denial = replace(denial, statements=(replace(denial.statements[0], cue=Span(start=at, end=at + len("denied"))),))
    story = [denial, *(claim(bare(f"{LEADS[1]}\n{CLAIM}.", "b.example"), CLAIM, one) for one in others)]
    names = tuple(found.statements[0].id for found in story)
    point = Point(id="q1", kind="claim", label=CLAIM, statements=names, relation="differs")
    point = replace(
        point, differences=(Difference(kind="polarity", members=names, detail="they differ"),) if others else ()
    )
    (weighed,), _ = weigh_points((point,), tuple(story), (), find_origins(tuple(story), ()), (*others, pilot), DEFAULTS)
    assert weighed.standing.against == against
    assert weighed.standing.sources == (tuple(one.id for one in others) or ("s8",))
