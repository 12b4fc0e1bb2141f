"""Checks on how a source is called: what one friend said becomes the word of witnesses, or of officials."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import Point, Source, Statement
from twosource.text.reasons import Reason
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk

_WORD: Final = re.compile(r"[a-z]+")
_ONE, _MANY, _OFFICIAL = range(3)


@check("C117", severity="medium")
def source_upgraded(desk: Desk) -> Iterator[Hit]:
    """A source weighs more in one article than in another: one person becomes several, or a private one an official."""
    for point in desk.story.points:
        low, high = _lightest_and_heaviest(_ranks(desk, point).values())
        if low and high:
            first = min(low, key=lambda statement: statement.id)
            second = max(high, key=lambda told: (told[0], told[1].id))[1]
            sides = _whose(desk, first), _whose(desk, second)
            detail = Reason("checks.two_sources", first=sides[0], second=sides[1], label=desk.label(point))
            yield detail, (point.id, first.id, second.id)


def _lightest_and_heaviest(
    articles: Iterable[list[tuple[int, Statement]]],
) -> tuple[list[Statement], list[tuple[int, Statement]]]:
    """One statement of each article that has it from one private person alone; the heaviest of each that has it from more."""
    low = [told[0][1] for told in articles if {rank for rank, _ in told} == {_ONE}]
    high = [max(told, key=_weight) for told in articles if min(rank for rank, _ in told) > _ONE]
    return low, high


def _weight(told: tuple[int, Statement]) -> int:
    return told[0]


def _ranks(desk: Desk, point: Point) -> dict[str, list[tuple[int, Statement]]]:
    """For each article the statements of a point that have a source, each with how much that one weighs; -1 for unknown."""
    found: dict[str, list[tuple[int, Statement]]] = {}
    for member in desk.members_of(point):
        source = desk.source(member.source)
        if source is not None and isinstance(member, Statement):
            rank = _rank(source, desk.articles[member.article].language)
            found.setdefault(member.article, []).append((-1 if rank is None else rank, member))
    return found


def _whose(desk: Desk, statement: Statement) -> Reason:
    return Reason("origins.has_it_from", outlet=desk.names([statement.article]), other=desk.who(statement.source))


def _rank(source: Source, language: str) -> int | None:
    """How much a source that is not named by its own name weighs; None where its words do not say."""
    words, ranks = set(_WORD.findall(source.name.lower())), lexicon_of(language).source_ranks
    if source.kind == "body" or words & ranks.official:
        return _OFFICIAL
    if source.kind != "unnamed":
        return None
    if words & ranks.private:
        return _ONE
    return _MANY if words & ranks.private_plural else None
