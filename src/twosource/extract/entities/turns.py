"""Who spoke before a place: the turns of those who say something in an article."""

from bisect import bisect_left, insort
from dataclasses import dataclass

from twosource.extract.entities.mentions import Mention


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Turn:
    """Somebody who says something."""

    start: int  # where they are named
    until: int  # where what they say ends
    entity: str  # their id
    sentence: int = 0  # the number of the sentence in which they are named
    # How they were named, by this turn's words or by those that its pronoun takes up; None for a description that is
    # no mention.
    mention: Mention | None = None
    one: bool = True  # whether one is named, and not several

    def is_after(self, mention: Mention | None) -> bool:
        """Whether somebody was mentioned before this turn, or nowhere."""
        return mention is None or mention.at.start < self.start


class Turns:
    """Turns by place, in whatever order they are told."""

    def __init__(self) -> None:
        """Nobody has spoken."""
        self._turns: list[tuple[int, int, Turn]] = []

    def add(self, turn: Turn) -> None:
        """Note one."""
        insort(self._turns, (turn.start, len(self._turns), turn))

    def before(self, offset: int) -> Turn | None:
        """The last that begins before a place; None where nobody spoke before it."""
        behind = bisect_left(self._turns, (offset, -1))
        return self._turns[behind - 1][2] if behind else None
