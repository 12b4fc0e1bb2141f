"""One index over a story: by id, by place, and how an article is called."""

from twosource.model import Article, Block, Figure, Moment, Span, Statement
from twosource.text.story_index import StoryIndex

TEXT = "Mill burns\n\nFive died on Monday. Two were hurt."


def _article() -> Article:
    blocks = (
        Block(kind="headline", start=0, end=10, reason="first"),
        Block(kind="paragraph", start=12, end=len(TEXT), reason="text"),
    )
    return Article(id="a1", outlet="tide.example", sha256="", text=TEXT, blocks=blocks)


def _statement(name: str, start: int, end: int) -> Statement:
    span = Span(start=start, end=end)
    return Statement(id=name, article="a1", kind="assertion", start=start, end=end, content=(span,))


def _index() -> StoryIndex:
    five = Figure(id="f1", article="a1", statement="t1", start=12, end=16, low=5, high=5, counted="")
    day = Moment(
        id="m1",
        article="a1",
        start=22,
        end=31,
        earliest="2031-05-12",
        latest="2031-05-12",
        precision="day",
        reason="a weekday",
    )
    statements = (_statement("t1", 12, 32), _statement("t2", 12, len(TEXT)))
    return StoryIndex(articles=(_article(),), statements=statements, figures=(five,), moments=(day,))


def test_the_shortest_statement_around_a_place_is_the_one_that_says_it() -> None:
    index = _index()
    assert index.statement_at("a1", 14) == "t1"
    assert index.statement_at("a1", 40) == "t2"
    assert index.statement_at("a1", 3) is None


def test_a_sentence_ends_at_its_full_stop_and_never_leaves_its_block() -> None:
    index = _index()
    assert index.sentence("a1", 14).of(TEXT) == "Five died on Monday"
    assert index.sentence("a1", 3).of(TEXT) == "Mill burns"


def test_times_and_figures_are_found_where_they_stand() -> None:
    index = _index()
    assert [moment.id for moment in index.moments("a1", index.sentence("a1", 25))] == ["m1"]
    assert not index.moments("a1")
    assert index.figures_within("a1", 12, 13)
    assert not index.figures_within("a1", 13, 40)


def test_what_the_story_does_not_hold_is_nothing_and_no_error() -> None:
    index = _index()
    assert index.member("t9") is None
    assert index.who("s9") is None
    assert index.figures_of("a9") == []
    assert index.name("a9") == "a9"
    assert index.names(["a1", "a9"]) == "tide.example"
