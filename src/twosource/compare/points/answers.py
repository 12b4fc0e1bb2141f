"""Who contests what only another article tells: "denied the Weekly's report" stands with the claim that is meant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from twosource.compare.alignment.gather import Bond, Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word, stem
from twosource.model import Mark, Source
from twosource.text.carriers import names_itself
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_SHORTEST: Final = 4
"""Letters of a word in a name that tells who it is."""


def with_answers(circles: Sequence[Circle], index: StoryIndex) -> list[Circle]:
    """Circles in which who contests a claim stands with it, also where their article does not tell it.

    Args:
        circles: What a story's statements tell, each statement in one of them.
        index: The story.

    Returns:
        The same statements. One that only points at a claim ("the report by the Weekly"), and that somebody contests, is in the
        circle of the one claim of another article that it can mean; where it can mean several, it stays by itself.
    """
    answers = [answer for circle in circles if not circle.members and (answer := _answer(circle, index)) is not None]
    alone = {answer.said.statement.id for answer in answers}
    told = [circle for circle in circles if circle.centre.statement.id not in alone]
    homes = {answer.said.statement.id: answer.home(told) for answer in answers}
    met = [
        replace(
            circle,
            members=(*circle.members, *((a.said, a.bond) for a in answers if homes[a.said.statement.id] is circle)),
        )
        for circle in told
    ]
    return [*met, *(Circle(answer.said) for answer in answers if homes[answer.said.statement.id] is None)]


@dataclass(frozen=True)
class _Answer:
    """A statement that only points at a claim, and who contests that."""

    said: Said
    mark: Mark
    holder: Source
    index: StoryIndex

    @property
    def bond(self) -> Bond:
        """Why it stands with a claim."""
        return Bond(1.0, Reason("points.speaks_of_it", holder=self.holder.name))

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
        statement = one.statement
        own = self.index.sources.get(statement.source or "")
        counted = not self._is_number or bool(one.numbers)
        told = statement.source is not None or bool(statement.marks) or self._is_claimed(one)
        other = own is None or (own.voice or own.id) != (self.holder.voice or self.holder.id)
        return statement.article != self.said.statement.article and counted and told and other

    @property
    def _is_number(self) -> bool:
        numbers = self.said.lexicon.stances.numbers
        return any(word.text in numbers for word in self.said.words)

    @cached_property
    def _claimants(self) -> tuple[str, ...]:
        """The names in its words: whose claim it is."""
        text = _text(self.said, self.index)
        return tuple(text[word.start : word.end] for word in self.said.words if _is_name(word, text))

    def _is_claimed(self, one: Said) -> bool:
        """Whether a statement is by whom the words name, or stands in their paper."""
        article = self.index.articles[one.statement.article]
        source = self.index.sources.get(one.statement.source or "")
        names = {stem(word, article.language) for name in (source.names if source else ()) for word in name.split()}
        by = any(stem(claimant, article.language) in names for claimant in self._claimants)
        return by or any(names_itself(claimant, article.outlet, article.language) for claimant in self._claimants)

    def _is_about_holder(self, one: Said) -> bool:
        """Whether a statement names its holder."""
        language = self.index.articles[self.said.statement.article].language
        words = (
            word for name in self.holder.names for word in name.split() if len(word) >= _SHORTEST and word[:1].isupper()
        )
        return any(stem(word, language) in one.names for word in words)


def _answer(circle: Circle, index: StoryIndex) -> _Answer | None:
    """A statement that is told of nobody else, that somebody contests and that says no more than what it points at."""
    said = circle.centre
    mark = next((m for m in said.statement.marks if m.kind in {"denied", "disputed"} and m.by in index.sources), None)
    if mark is None:
        return None
    words, language = said.lexicon.stances, index.articles[said.statement.article].language
    pointing = {stem(word, language) for word in words.claims | words.numbers | words.earlier | words.at_first}
    content, text = [word for word in said.words if word.content], _text(said, index)
    points = any(word.stem in pointing for word in content)
    points = points and all(word.stem in pointing or _is_name(word, text) for word in content)
    return _Answer(said, mark, index.sources[mark.by or ""], index) if points else None


def _text(said: Said, index: StoryIndex) -> str:
    return index.articles[said.statement.article].text


def _is_name(word: Word, text: str) -> bool:
    return word.content and text[word.start].isupper()
