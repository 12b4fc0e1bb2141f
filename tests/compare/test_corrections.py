"""What a person corrected by hand changes the story, and says so."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from compare.test_sources import findings
from reuse_stories import OTHER, WIRE, bare
from twosource.compare.corrections import corrections
from twosource.compare.passages import find_passages
from twosource.compare.sources import join_sources
from twosource.model import Article, Edit, EditKind, Figure, Findings, Place, Source, Span, Statement, content_id
from twosource.settings import DEFAULTS
from twosource.weigh import find_origins


def edit(kind: EditKind, subject: str, target: str | None = None, **more: str) -> Edit:
    return Edit(kind=kind, subject=subject, target=target, at="2031-05-15T09:00+00:00", **more)


def joined(*articles: Findings, edits: tuple[Edit, ...]) -> dict[str, Source]:
    sources, _ = join_sources(articles, None, edits)
    return {source.name: source for source in sources}


def test_two_sources_joined_by_hand_are_one_under_the_name_given_and_say_who_joined_them() -> None:
    articles = findings(1, ("Ellen Brandt", "person", None)), findings(2, ("Lisl Noor", "person", None))
    found = joined(
        *articles, edits=(edit("join_sources", "Lisl Noor", "Ellen Brandt", by="Ada", why="her married name"),)
    )
    assert set(found) == {"Ellen Brandt"}
    assert found["Ellen Brandt"].names == ("Ellen Brandt", "Lisl Noor")
    assert "joined by hand, by Ada: her married name" in found["Ellen Brandt"].join_reason


def test_bodies_are_joined_too_and_statements_follow_the_joined_source() -> None:
    articles = findings(1, ("the harbour police", "body", None)), findings(2, ("Velm police", "body", None))
    edits = (edit("join_sources", "Velm police", "harbour police"),)
    sources, after = join_sources(articles, None, edits)
    assert len(sources) == 1
    assert {one.statements[0].source for one in after} == {sources[0].id}
    assert {one.statements[0].marks[0].by for one in after} == {sources[0].id}
    assert sources[0].join_reason.endswith("joined by hand")


def test_a_chain_of_joins_ends_at_its_last_name_and_a_circle_ends() -> None:
    articles = [findings(i, (name, "body", None)) for i, name in enumerate(("Ash", "Birch", "Cedar"))]
    chain = edit("join_sources", "Ash", "Birch"), edit("join_sources", "Birch", "Cedar")
    assert set(joined(*articles, edits=chain)) == {"Cedar"}
    assert set(joined(*articles, edits=chain[::-1])) == {"Cedar"}
    circle = (*chain, edit("join_sources", "Cedar", "Ash"))
    assert len(joined(*articles, edits=circle)) == 1


def test_voices_without_a_name_are_one_where_a_person_says_so() -> None:
    articles = (
        findings(1, ("a voice off camera", "unnamed", None)),
        findings(2, ("a voice off camera", "unnamed", None)),
        findings(3, ("a man’s voice", "unnamed", None)),
    )
    same = edit("join_sources", "a voice off camera", "a voice off camera")
    other = edit("join_sources", "a man’s voice", "a voice off camera")
    back = edit("join_sources", "a voice off camera", "a man’s voice")
    counts = [
        len(join_sources(articles, None, edits)[0]) for edits in ((), (same,), (same, other), (other, same), (back,))
    ]
    assert counts == [3, 2, 1, 1, 1]


def test_a_name_that_no_article_has_joins_nothing() -> None:
    found = joined(findings(1, ("Ash", "body", None)), edits=(edit("join_sources", "Yew", "Ash"),))
    assert set(found) == {"Ash"}
    assert "by hand" not in found["Ash"].join_reason


def test_a_spelling_taken_apart_is_a_source_of_its_own_in_all_articles() -> None:
    articles = (
        findings(1, ("Oleksiy Marynskyy", "person", None)),
        findings(2, ("Marinsky", "person", None)),
        findings(3, ("Marinsky", "person", None)),
    )
    assert len(joined(*articles, edits=())) == 1
    found = joined(*articles, edits=(edit("split_source", "Marinsky", by="Ada"),))
    assert set(found) == {"Oleksiy Marynskyy", "Marinsky"}
    assert len(found["Marinsky"].mentions) == 2
    assert found["Marinsky"].join_reason == "told apart by hand, by Ada"


def two_names() -> Findings:
    """One article that has Ellen Brandt, Brandt and a pronoun for one source."""
    text = "Ellen Brandt said no. Brandt said 12 left. She said yes."
    one = Article(id="a9", outlet="o9.example", sha256="0" * 64, text=text)
    source = Source(
        id="s9",
        name="Ellen Brandt",
        kind="person",
        role="mayor",
        names=("Ellen Brandt", "Brandt"),
        mentions=tuple(Place(article="a9", start=a, end=b) for a, b in ((0, 12), (22, 28), (43, 46))),
    )
    statements = tuple(
        Statement(
            id=content_id("t", a), article="a9", kind="paraphrase", start=a, end=c,
            content=(Span(start=c - 3, end=c),), source="s9", source_span=Span(start=a, end=b),
        )
        for a, b, c in ((0, 12, 20), (22, 28, 41), (43, 46, 55))
    )  # fmt: skip
    figure = Figure(
        id="f9", article="a9", statement=statements[1].id, start=34, end=36, low=12, high=12, bound="unstated",
        counted="", source="s9",
    )  # fmt: skip
    return Findings(article=one, sources=(source,), statements=statements, figures=(figure,))


def test_inside_one_article_a_name_takes_along_what_it_is_named_for_and_the_pronoun_stays() -> None:
    sources, (after,) = join_sources((two_names(),), None, (edit("split_source", "Brandt"),))
    ids = {source.name: source.id for source in sources}
    assert [one.source for one in after.statements] == [ids["Ellen Brandt"], ids["Brandt"], ids["Ellen Brandt"]]
    assert after.figures[0].source == ids["Brandt"]
    assert {source.name: len(source.mentions) for source in sources} == {"Ellen Brandt": 2, "Brandt": 1}
    assert {source.name: source.role for source in sources} == {"Ellen Brandt": "mayor", "Brandt": None}


def test_of_two_corrections_of_one_name_the_later_counts() -> None:
    articles = findings(1, ("Ellen Brandt", "person", None)), findings(2, ("Lisl Noor", "person", None))
    join, apart = edit("join_sources", "Lisl Noor", "Ellen Brandt"), edit("split_source", "Lisl Noor")
    assert len(joined(*articles, edits=(join, apart))) == 2
    assert len(joined(*articles, edits=(apart, join))) == 1


def test_a_passage_marked_as_a_standing_text_no_longer_joins_origins() -> None:
    one, other = bare(WIRE, "a.example"), bare(OTHER + "\n" + WIRE.replace("oldest", "middle"), "b.example")
    (before,) = find_passages((one, other), DEFAULTS)
    assert len(find_origins((one, other), (before,))) == 1
    place = before.spans[0]
    words = {found.article.id: found.article.text for found in (one, other)}[place.article][place.start : place.end]
    marked = edit("mark_formula", words, by="Ada", why="the port prints it under every notice")
    (after,) = find_passages((one, other), DEFAULTS, (marked,))
    assert (after.id, after.kind, after.earlier) == (before.id, "formula", None)
    assert after.reason == "marked as a standing text by hand, by Ada: the port prints it under every notice"
    assert len(find_origins((one, other), (after,))) == 2


def test_other_wording_is_left_as_it_was_by_a_marked_passage() -> None:
    one, other = bare(WIRE, "a.example"), bare(OTHER + "\n" + WIRE, "b.example")
    before = find_passages((one, other), DEFAULTS)
    assert find_passages((one, other), DEFAULTS, (edit("mark_formula", OTHER),)) == before


def test_the_order_of_articles_changes_nothing_in_a_corrected_story() -> None:
    articles = [findings(i, (name, "body", None)) for i, name in enumerate(("Ash", "Birch", "the Ash"))]
    edits = edit("join_sources", "Birch", "Ash"), edit("split_source", "the Ash")
    first, _ = join_sources(tuple(articles), None, edits)
    second, _ = join_sources(tuple(articles[::-1]), None, edits)
    assert first == second


@given(st.text(max_size=12), st.text(max_size=12))
def test_odd_words_never_break_a_story(subject: str, target: str) -> None:
    kinds: tuple[EditKind, ...] = ("join_sources", "split_source", "mark_formula", "move_article")
    edits = tuple(edit(kind, subject, target) for kind in kinds)
    sources, _ = join_sources((two_names(),), None, edits)
    assert sources
    assert all(words for words, _ in corrections(edits, "en").formulas)


def test_nothing_to_correct_changes_nothing() -> None:
    (source,), _ = join_sources((two_names(),))
    assert join_sources((two_names(),), None, (edit("split_source", "Yew"),))[0] == (source,)
    assert replace(source, id="s9").names == ("Ellen Brandt", "Brandt")
