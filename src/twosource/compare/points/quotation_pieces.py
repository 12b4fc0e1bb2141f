"""Speech that an article gives in several pieces, put together, so that no piece seems to leave out what another has."""

from dataclasses import replace
from itertools import pairwise

from twosource.compare.points.speech import Said


def whole(centre: Said, others: list[Said]) -> Said:
    """The centre with the other pieces of the same speech that stand in its article."""
    own = [one for one in others if one.statement.article == centre.statement.article]
    return _joined([centre, *(one for one in own if one.statement.source == centre.statement.source)])


def together(members: list[Said], centre: Said) -> list[Said]:
    """Members of other articles, the pieces of one quotation that an article gives in several places put together."""
    found: dict[tuple[str, str | None, str], list[Said]] = {}
    for member in members:
        one = member.statement
        if (
            one.article == centre.statement.article
            and one.source == centre.statement.source
            and _quoted(member, centre)
        ):
            continue
        alone = one.id if one.kind != "quotation" else ""
        found.setdefault((one.article, one.source, alone), []).append(member)
    return [_joined(pieces) for pieces in found.values()]


def _quoted(*members: Said) -> bool:
    return all(member.statement.kind == "quotation" for member in members)


def _joined(pieces: list[Said]) -> Said:
    """Pieces of one quotation as one, in the order of the text; pieces that overlap, or are none, leave the first alone."""
    first = pieces[0]
    pieces = sorted((one for one in pieces if _quoted(one)), key=lambda one: one.statement.start)
    content = tuple(span for one in pieces for span in one.statement.content)
    apart = all(before.end <= behind.start for before, behind in pairwise(content))
    if len(pieces) < 2 or not _quoted(first) or not apart:  # noqa: PLR2004 - one piece is whole
        return first
    return replace(
        first,
        statement=replace(first.statement, content=content),
        words=tuple(word for one in pieces for word in one.words),
        matter=tuple(stem for one in pieces for stem in one.matter),
        numbers=frozenset[str]().union(*(one.numbers for one in pieces)),
        naming=frozenset[str]().union(*(one.naming for one in pieces)),
    )
