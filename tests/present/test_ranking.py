from dataclasses import replace

from present.sample import sample
from twosource.model import Mark, Point, Standing
from twosource.present.index import Index
from twosource.present.ranking import ranked

STORY = sample()
AGENCY = STORY.articles[0]
AGROUND = next(one for one in STORY.statements if one.id in STORY.points[0].statements and one.article == AGENCY.id)


def with_a_doubted_claim(statement: str) -> Index:
    """The story, its first statement doubted and made a claim of its own."""
    doubt = Mark(kind="unverified", start=AGROUND.start, end=AGROUND.end, reason="invented")
    statements = tuple(replace(one, marks=(doubt,)) if one.id == statement else one for one in STORY.statements)
    claim = Point(
        id="q9",
        kind="claim",
        label="a ferry ran aground",
        statements=(statement,),
        relation="single",
        standing=Standing(articles=(AGENCY.id,)),
    )
    return Index(replace(STORY, statements=statements, points=(*STORY.points, claim)))


def test_a_claim_whose_figure_several_articles_give_is_told_there_and_not_again() -> None:
    main, rest = ranked(with_a_doubted_claim(AGROUND.id))
    assert [point.id for point in rest if point.kind == "claim"] == ["q9"]
    assert main[0].kind == "figure"


def test_a_doubted_claim_of_one_article_without_such_a_figure_is_among_the_first() -> None:
    quoted = next(one for one in STORY.statements if one.id in STORY.points[1].statements and one.article == AGENCY.id)
    main, _ = ranked(with_a_doubted_claim(quoted.id))
    assert "q9" in [point.id for point in main]


def with_a_claim_of(*statements: str) -> set[str]:
    """The points that are ranked once these statements make a claim of their own as well."""
    told = Point(id="q9", kind="claim", label="missing", statements=statements, relation="same", standing=Standing())
    main, rest = ranked(Index(replace(STORY, points=(*STORY.points, told))))
    return {point.id for point in (*main, *rest)}


def test_a_claim_that_is_nothing_but_one_count_of_several_articles_is_no_row_of_its_own() -> None:
    figures = {one.id: one for one in STORY.figures}
    counted = next(point for point in STORY.points if point.kind == "figure")
    told = [figures[name].statement or "" for name in counted.figures]
    other = next(one.id for one in STORY.statements if one.id not in told)
    assert "q9" not in with_a_claim_of(*told[:2])
    assert "q9" in with_a_claim_of(told[0], other)
