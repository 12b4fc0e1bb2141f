"""Who spoke before a place: the turns of those who say something in an article."""

from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import Final

from twosource.extract.entities.mentions import Mention
from twosource.extract.entities.pronouns import Asked, Speaker
from twosource.language.words_names import Gender

_NEAR: Final = 3
"""Sentences back to the turn that somebody answers."""


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
    called: Gender = ""  # the gender of the pronoun by which they were named; "" for any other words
    one: bool = True  # whether one is named, and not several

    @property
    def speaker(self) -> Speaker | None:
        """Who spoke, for a pronoun behind it; None where they were only described."""
        if self.mention is None:
            return None
        return Speaker(mention=self.mention, sentence=self.sentence, until=self.until)


class Turns:
    """Turns by place, in whatever order they are told."""

    def __init__(self) -> None:
        """Nobody has spoken."""
        self._turns: list[tuple[int, int, Turn]] = []

    def add(self, turn: Turn) -> None:
        """Note one."""
        insort(self._turns, (turn.start, len(self._turns), turn))

    def called(self, offset: int) -> dict[int, Gender]:
        """By person, the gender of the first pronoun that named them as they spoke before a place."""
        found: dict[int, Gender] = {}
        for _, _, turn in self._turns[: bisect_left(self._turns, (offset, -1))]:
            if turn.called and turn.mention is not None and turn.mention.person is not None:
                found.setdefault(turn.mention.person, turn.called)
        return found

    def answered(self, asked: Asked) -> Turn | None:
        """The last turn before a pronoun; the one before it, near, where the last is of another gender: they answer each other."""
        turn = self.before(asked.start)
        if turn is None or turn.mention is None or asked.gender_of(turn.mention) in {"", asked.gender}:
            return turn
        earlier = self.before(turn.start) if asked.gender else None
        if earlier is None or earlier.mention is None or asked.gender_of(earlier.mention) != asked.gender:
            return turn
        return earlier if asked.sentence - earlier.sentence <= _NEAR else turn

    def before(self, offset: int) -> Turn | None:
        """The last that begins before a place; None where nobody spoke before it."""
        behind = bisect_left(self._turns, (offset, -1))
        return self._turns[behind - 1][2] if behind else None
