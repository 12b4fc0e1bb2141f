"""Who contests what only another article tells: "denied the Weekly's report" stands with the claim that is meant."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from twosource.compare.alignment.gather import Bond, Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import stem
from twosource.model import Source
from twosource.text.carriers import names_itself
from twosource.text.denials import REFUSING
from twosource.text.reasons import Reason

_SHORTEST: Final = 4
"""Letters of a word in a name that tells who it is."""


def with_answers(circles: Sequence[Circle]) -> list[Circle]:
    """The circles of a story, in which who contests a claim stands with it, also where their article does not tell it.

    A statement that only points at a claim ("the report by the Weekly"), and that somebody contests, is in the circle of the one
    claim of another article that it can mean; where it can mean several, it stays by itself.
    """
    found = {id(circle): _answer(circle) for circle in circles if not circle.members}
    answers = [answer for answer in found.values() if answer is not None]
    told = [circle for circle in circles if found.get(id(circle)) is None]
    given: dict[int, list[tuple[Said, Bond]]] = defaultdict(list)
    alone: list[Circle] = []
    for answer in answers:
        home = answer.home(told)
        if home is None:
            alone.append(Circle(answer.said))
        else:
            bond = Bond(1.0, Reason("points.speaks_of_it", holder=answer.holder.name))
            given[id(home)].append((answer.said, bond))
    return [*(replace(circle, members=(*circle.members, *given[id(circle)])) for circle in told), *alone]


@dataclass(frozen=True)
class _Answer:
    """A statement that only points at a claim, and who contests that."""

    said: Said
    holder: Source

    def home(self, circles: Iterable[Circle]) -> Circle | None:
        """The one circle that can be meant: of whom it names and about its holder, else of whom it names, else about its holder."""
        others = [(circle, one) for circle in circles for one in circle.all if self._can_be_meant(one)]
        named = [(circle, one) for circle, one in others if self._is_claimed(one)]
        about = [(circle, one) for circle, one in (named or others) if self._is_about_holder(one)]
        if self._claimants and not named:
            return None
        found = {id(circle): circle for circle, _ in (about or named)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _can_be_meant(self, one: Said) -> bool:
        """Whether somebody else claims it in another article; with a number, where a number is meant."""
        of_number = any(word.text in self.said.lexicon.stances.numbers for word in self.said.words)
        if one.article == self.said.article or (of_number and not one.numbers):
            return False
        if one.source is not None:
            return _voice(one.source) != _voice(self.holder)
        return bool(one.statement.marks) or self._is_claimed(one)

    @cached_property
    def _claimants(self) -> tuple[str, ...]:
        """The names in its words: whose claim it is."""
        text = self.said.text
        words = (word for word in self.said.words if word.content and text[word.start].isupper())
        return tuple(text[word.start : word.end] for word in words)

    def _is_claimed(self, one: Said) -> bool:
        """Whether a statement is by whom the words name, or stands in their paper."""
        outlet, language = one.story.articles[one.article].outlet, one.lexicon.code
        names = {stem(word, language) for name in (one.source.names if one.source else ()) for word in name.split()}
        return any(stem(who, language) in names or names_itself(who, outlet, language) for who in self._claimants)

    def _is_about_holder(self, one: Said) -> bool:
        """Whether a statement names its holder."""
        words = (word for name in self.holder.names for word in name.split())
        telling = (word for word in words if len(word) >= _SHORTEST and word[:1].isupper())
        return any(stem(word, one.lexicon.code) in one.names for word in telling)


def _voice(source: Source) -> str:
    return source.voice or source.id


def _answer(circle: Circle) -> _Answer | None:
    """A statement that is told of nobody else, that somebody contests and that says no more than what it points at."""
    said, sources, words = circle.centre, circle.centre.story.sources, circle.centre.lexicon.stances
    mark = next((m for m in said.statement.marks if m.kind in REFUSING and m.by in sources), None)
    if mark is None:
        return None
    listed = words.claims | words.numbers | words.earlier | words.at_first
    pointing = {stem(word, said.lexicon.code) for word in listed}
    named = {word.stem for word in said.words if word.content and said.text[word.start].isupper()}
    only_points = not pointing.isdisjoint(said.matter) and pointing.issuperset(set(said.matter) - named)
    return _Answer(said, sources[mark.by or ""]) if only_points else None
