"""What holds for every story, shown on the invented one in examples/."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

import twosource
from invented import english
from twosource.model import Article, Figure, Statement, Story, content_id
from twosource.pipeline import Options

EXAMPLES = Path(__file__).parents[2] / "examples" / "port-arden"
SLOW = how(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@cache
def articles() -> tuple[Article, ...]:
    read, gaps = twosource.read([EXAMPLES])
    assert not [gap for gap in gaps if gap.code != "G203"]
    return read


def story(*given: Article) -> Story:
    return twosource.compare(given, Options(parser=english()))


@cache
def whole() -> Story:
    return story(*articles())


def members(one: Story) -> list[Statement | Figure]:
    return [*one.statements, *one.figures]


def identified(one: Story) -> set[str]:
    """Every id that a story gives."""
    return (
        {thing.id for thing in members(one)}
        | {thing.id for thing in one.articles}
        | {thing.id for thing in one.sources}
        | {thing.id for thing in one.moments}
        | {thing.id for thing in one.passages}
        | {thing.id for thing in one.origins}
        | {thing.id for thing in one.points}
        | {thing.id for thing in one.conflicts}
    )


def reprint(article: Article) -> Article:
    """The same text, printed by another outlet."""
    return replace(article, id=content_id("a", "reprint", article.id), outlet="reprint.example", outlet_known=True)


@SLOW
@given(st.permutations(range(6)))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    assert story(*(articles()[i] for i in order)) == whole()


def test_a_second_run_changes_nothing() -> None:
    assert story(*articles()).to_json() == whole().to_json()


@pytest.mark.parametrize("which", range(6))
def test_a_verbatim_copy_never_raises_an_origin_count(which: int) -> None:
    copy = reprint(articles()[which])
    more = story(*articles(), copy)
    assert len([origin for origin in more.origins if origin.point is None]) == len(
        [origin for origin in whole().origins if origin.point is None]
    )
    behind = {origin.id: set(origin.articles) - {copy.id} for origin in more.origins}
    for point in more.points:
        printed = set(point.standing.articles)
        # What joins a point may shift with a copy; the copy itself is never an origin, and stands where its text stands.
        assert all(behind[origin] for origin in point.standing.origins), point.label
        assert len(point.standing.origins) <= len(printed - {copy.id}), point.label
        assert copy.id not in printed or articles()[which].id in printed, point.label


def test_every_place_lies_in_its_article() -> None:
    lengths = {article.id: len(article.text) for article in whole().articles}
    placed = [
        *((s.article, s.start, s.end) for s in whole().statements),
        *(
            (s.article, c.start, c.end)
            for s in whole().statements
            for c in (*s.content, *filter(None, [s.cue, s.source_span]))
        ),
        *((one.article, m.start, m.end) for one in members(whole()) for m in one.marks),
        *((f.article, f.start, f.end) for f in whole().figures),
        *((m.article, m.start, m.end) for m in whole().moments),
        *((m.article, m.start, m.end) for s in whole().sources for m in s.mentions),
        *((p.article, p.start, p.end) for passage in whole().passages for p in passage.spans),
    ]
    assert placed
    for article, start, end in placed:
        assert 0 <= start < end <= lengths[article]


def test_what_is_shown_as_a_label_is_verbatim() -> None:
    texts = [article.text for article in whole().articles]
    for shown in (*(point.label for point in whole().points), *(entry.label for entry in whole().timeline)):
        assert any(all(piece in text for piece in shown.split(" … ")) for text in texts), shown


def test_every_id_that_is_referred_to_exists() -> None:
    one = whole()
    referred = {
        *(s.source for s in members(one) if s.source),
        *(m.by for s in members(one) for m in s.marks if m.by),
        *(f.statement for f in one.figures if f.statement),
        *(f.part_of for f in one.figures if f.part_of),
        *(
            member
            for p in one.points
            for member in (*p.statements, *p.figures, *p.standing.articles, *p.standing.origins, *p.standing.sources)
        ),
        *(member for p in one.points for d in p.differences for member in d.members),
        *(member for c in one.conflicts for member in c.members),
        *(s for entry in one.timeline for s in (*entry.statements, *entry.figures, *entry.moments)),
        *(thing for check in one.checks for thing in check.refers),
        *(a for o in one.origins for a in (*o.articles, *o.passages)),
    }
    assert referred <= identified(one)


def test_every_judgement_carries_its_reason() -> None:
    one = whole()
    assert all(block.reason for article in one.articles for block in article.blocks)
    assert all(mark.reason for thing in members(one) for mark in thing.marks)
    assert all(statement.source_reason for statement in one.statements)
    assert all(moment.reason for moment in one.moments)
    assert all(passage.reason for passage in one.passages)
    assert all(origin.reason for origin in one.origins)
    assert all(point.standing.detail for point in one.points)
    assert all(conflict.detail for conflict in one.conflicts)
    assert all(check.detail for check in one.checks)


def ours(sentence: str) -> str:
    """A sentence without what it quotes: articles may say what we may not."""
    depth, kept = 0, []
    for sign in sentence:
        depth += (sign == "“") - (sign == "”" and depth > 0)
        kept += [sign] if not depth else []
    return "".join(kept)


def test_no_verdict_is_ever_given() -> None:
    one = whole()
    said = [
        *(point.standing.detail for point in one.points),
        *(conflict.detail for conflict in one.conflicts),
        *(check.detail for check in one.checks),
        *(origin.reason for origin in one.origins),
    ]
    for sentence in map(ours, said):
        assert "independent" not in sentence.lower(), sentence
        assert " true" not in sentence.lower(), sentence
        assert " false" not in sentence.lower(), sentence
