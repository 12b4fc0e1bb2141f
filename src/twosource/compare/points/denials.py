"""A claim and its denial: who states it, and who says in a sentence of its own that it is not so."""

from collections.abc import Iterable, Iterator

from twosource.compare.between import conflict
from twosource.model import Conflict, Point, Statement
from twosource.text.denials import Denial, denials
from twosource.text.pieces import shortened
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_LONG = 160  # code points of either side shown in a line


def denial_conflicts(points: Iterable[Point], index: StoryIndex) -> Iterator[Conflict | None]:
    """Conflicts between claims and their denials, one for each point and who denies.

    Who denies several claims in one breath is told once, with the nearest of them.
    """
    members = [(point, [index.statements[n] for n in point.statements if n in index.statements]) for point in points]
    every = [(point, statements, found) for point, statements in members for found in denials(statements, index)]
    homes: dict[str, str] = {}
    told: dict[tuple[str, str], tuple[Point, list[Statement], list[Denial]]] = {}
    for point, statements, found in sorted(every, key=lambda each: -each[2].claim.end):
        if homes.setdefault(found.answer, point.id) == point.id:
            holder = index.who(found.mark.by) or found.claim.article
            told.setdefault((point.id, holder), (point, statements, []))[2].append(found)
    for point, statements, denied in told.values():
        yield _conflict(point, denied, statements, index)


def _conflict(point: Point, told: list[Denial], statements: list[Statement], index: StoryIndex) -> Conflict | None:
    first = min(told, key=lambda one: (index.name(one.claim.article), one.mark.start))
    answers = {one.answer for one in told}
    carrying = {one.article: one.id for one in statements[::-1] if one.id not in answers}
    claims = dict.fromkeys((*(one.claim.id for one in told), *carrying.values()))
    where = index.name(first.claim.article)
    text = index.articles[first.claim.article].text
    claim, answer = (shortened(" ".join(span.of(text).split()), _LONG) for span in (first.claim.span, first.mark.shown))
    who = index.who(first.mark.by)
    detail = (
        Reason("points.denied_by", article=where, claim=claim, holder=who, answer=answer)
        if who
        else Reason("points.denied", article=where, claim=claim, answer=answer)
    )
    members = (*claims, *sorted(answers))
    return conflict("polarity", detail, members, index, "polarity", "denial", point=point.id)
