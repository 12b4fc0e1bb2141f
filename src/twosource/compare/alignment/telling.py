"""A statement with all that is compared of it, read once."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import negated
from twosource.model import BlockKind, Happening, Moment, Statement
from twosource.text.story_index import StoryIndex
from twosource.text.word_rarity import rarity
from twosource.text.word_rarity import stem as rarity_stem

RUN: Final = 4
"""Letters of the runs by which words of one root are alike: "gunman", "gunmen"."""
_NO_LETTERS: Final = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A statement as it is compared.

    Attributes:
        said: Its words.
        row: Its number among the story's statements.
        stems: The stems of its content words.
        weight: What they weigh together.
        at_large: The same, each times how rare it is in news at large.
        length: The length of its vector of weights.
        names: Stems of its capitalised words, but for the first.
        phrases: Two content words in a row.
        letters: Its runs of letters, weighed; their squares sum to 1.
        times: The times it names.
        events: What its clauses tell.
        deeds: The kinds of these events.
        roles: Each kind with a word for who takes part in it.
        counts: The points of the figures in it.
        place: Where in its article it begins, 0 to 1.
        block: The kind of block it stands in.
        is_negated: A "not" stands in it.
    """

    said: Said
    row: int
    stems: frozenset[str]
    weight: float
    at_large: float
    length: float
    names: frozenset[str]
    phrases: frozenset[tuple[str, str]]
    letters: Mapping[str, float]
    times: tuple[Moment, ...]
    events: tuple[Happening, ...]
    deeds: frozenset[str]
    roles: frozenset[tuple[str, str]]
    counts: frozenset[str]
    place: float
    block: BlockKind
    is_negated: bool

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.said.statement

    @property
    def article(self) -> str:
        """Its article's id."""
        return self.said.statement.article


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word or run of letters tells: rare ones in the story, and words that are rare in news at large."""

    stems: Mapping[str, float]
    runs: Mapping[str, float]
    at_large: Mapping[str, float]


def read_tellings(every: Sequence[Said], index: StoryIndex) -> tuple[list[Telling], Weights]:
    """Read a story's statements; those without content words are left out. The order of ``every`` is kept."""
    worded = [one for one in every if one.matter]
    runs = [_runs(one) for one in worded]
    weights = _weights(worded, runs)
    return [_telling(one, row, runs[row], index, weights) for row, one in enumerate(worded)], weights


def _weights(worded: Sequence[Said], runs: Sequence[Counter[str]]) -> Weights:
    total = len(worded)
    stems = Counter(stem for one in worded for stem in set(one.matter))
    letters = Counter(run for one in runs for run in one)
    return Weights(
        stems={stem: log(1 + total / count) for stem, count in stems.items()},
        runs={run: log(1 + total / count) for run, count in letters.items()},
        at_large={stem: rarity(rarity_stem(stem)) for stem in stems},
    )


def _runs(one: Said) -> Counter[str]:
    line = _NO_LETTERS.sub(" ", " ".join(word.text for word in one.words))
    return Counter(line[at : at + RUN] for at in range(len(line) - RUN + 1))


def _telling(one: Said, row: int, runs: Counter[str], index: StoryIndex, weights: Weights) -> Telling:
    statement = one.statement
    text = index.articles[statement.article].text
    stems = frozenset(one.matter)
    ordered = sorted(stems)
    letters = {run: (1 + log(count)) * weights.runs[run] for run, count in runs.items()}
    length = sqrt(sum(value * value for value in letters.values())) or 1.0
    events = tuple(index.happenings(statement))
    return Telling(
        said=one,
        row=row,
        stems=stems,
        weight=sum(weights.stems[stem] for stem in ordered),
        at_large=sum(weights.stems[stem] * weights.at_large[stem] for stem in ordered),
        length=sqrt(sum(weights.stems[stem] ** 2 for stem in ordered)) or 1.0,
        names=frozenset(word.stem for word in one.words[1:] if word.content and text[word.start].isupper()),
        phrases=frozenset(zip(one.matter, one.matter[1:], strict=False)),
        letters={run: value / length for run, value in letters.items()},
        times=index.moments(statement.article, *statement.content),
        events=events,
        deeds=frozenset(event.kind for event in events),
        roles=frozenset((event.kind, head) for event in events for head in _heads(event)),
        counts=index.counts_in(statement.id),
        place=statement.start / max(1, len(text)),
        block=index.block(statement.article, statement.start),
        is_negated=negated(one.words),
    )


def _heads(event: Happening) -> Iterable[str]:
    return (part.head for part in (event.doer, event.done_to) if part)
