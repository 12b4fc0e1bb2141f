"""Checks on how a source is called: what one friend said becomes the word of witnesses, or of officials."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.language.resources import load
from twosource.model import Source, Statement
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk

_WORD: Final = re.compile(r"[a-z]+")
_ONE, _MANY, _OFFICIAL = range(3)


@check("C117", severity="medium")
def source_upgraded(desk: Desk) -> Iterator[Hit]:
    """A source weighs more in one article than in another: one person becomes several, or a private one an official."""
    for point in desk.story.points:
        ranks: dict[str, list[tuple[int, Statement]]] = {}
        for member in desk.members_of(point):
            source = desk.sources.get(member.source or "")
            if source is not None and isinstance(member, Statement):
                rank = _rank(source)
                ranks.setdefault(member.article, []).append((-1 if rank is None else rank, member))
        low = [told[0] for told in ranks.values() if {rank for rank, _ in told} == {_ONE}]
        high = [max(told, key=lambda each: each[0]) for told in ranks.values() if min(rank for rank, _ in told) > _ONE]
        if low and high:
            first = min(low, key=lambda each: each[1].id)[1]
            second = max(high, key=lambda each: (each[0], each[1].id))[1]
            yield (
                f"{_whose(desk, first)}; {_whose(desk, second)}. {desk.label(point)}",
                (point.id, first.id, second.id),
            )


def _whose(desk: Desk, statement: Statement) -> str:
    return f"{desk.names([statement.article])} has it from {desk.sources[statement.source or ''].name}"


def _rank(source: Source) -> int | None:
    """How much a source that is not named by its own name weighs; None where its words do not say."""
    words = _WORD.findall(source.name.lower())
    if source.kind == "body" or any(word in _listed("official") for word in words):
        return _OFFICIAL
    if source.kind != "unnamed":
        return None
    if any(word in _listed("private") for word in words):
        return _ONE
    return _MANY if any(word in _listed("private_plural") for word in words) else None


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("source_ranks")[name])
