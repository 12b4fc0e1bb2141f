"""What a person corrected by hand: a record that can be replayed, never a change of what was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

EditKind = Literal[
    "move_article", "join_sources", "split_source", "mark_formula", "rename_story", "put_aside", "bring_back"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One correction.

    Attributes:
        kind: ``move_article`` puts an article into another story, and it stays there; ``join_sources`` shows one
            source under another's name or, under its own, all that are called so as one; ``split_source`` takes one
            name out of a joined source; ``mark_formula`` says that a shared passage is a standing text and no copying;
            ``rename_story`` gives a story another title; ``put_aside`` takes a story from what a library shows, and
            ``bring_back`` shows it again.
        subject: The id of the article or the story, the name of the source as the articles have it, or the words of the passage.
        target: The story's id ("" for a story of its own), the name to join under, or the new title; None for the other kinds.
        at: When, as an ISO time with its offset.
        by: Who, as they call themselves; "" where nobody said.
        why: Their reason, in their words; "" where none was given.
    """

    kind: EditKind
    subject: str
    target: str | None = None
    at: str
    by: str = ""
    why: str = ""


def title_given(edits: Sequence[Edit]) -> str:
    """The title that a person gave a story, the last one; "" where none was given.

    Args:
        edits: The corrections in force in that story, in order.
    """
    titles = [edit.target for edit in edits if edit.kind == "rename_story" and edit.target]
    return titles[-1] if titles else ""
