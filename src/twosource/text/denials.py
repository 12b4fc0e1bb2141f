"""Who answers a claim that somebody else makes: the sentence that denies or disputes it stands apart from it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from twosource.model import REFUSING, Conflict, Mark, Statement
from twosource.text.story_index import StoryIndex


class Denial(NamedTuple):
    """A claim, the mark of who denies it, and the id of the statement that the denial is."""

    claim: Statement
    mark: Mark
    answer: str


def denials(statements: Iterable[Statement], index: StoryIndex) -> Iterator[Denial]:
    """Each statement that is denied or disputed by another than who states it: in another sentence, or behind it in its own.

    "He denied that he was there" states nothing that is so: the claim is only in the denial.
    """
    for claim in statements:
        for mark in claim.marks:
            answer = index.statement_at(claim.article, mark.start) if mark.kind in REFUSING else None
            own = mark.by is not None and mark.by == claim.source
            told = claim.source is not None and claim.end <= mark.start
            if answer and answer != claim.id and not own and (told or not mark.shown.overlaps(claim.span)):
                yield Denial(claim, mark, answer)


def is_denial(conflict: Conflict, index: StoryIndex) -> bool:
    """Whether a conflict is that between a claim and its denial."""
    members = (index.statements[name] for name in conflict.members if name in index.statements)
    return any(found.answer in conflict.members for found in denials(members, index))
