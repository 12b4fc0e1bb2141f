# ruff: noqa: D101, D102, D103, D107 - goes with the next change
"""Stands in for the stream of grouping until that is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from twosource.model import Findings, content_id
from twosource.settings import Settings

ALIKE: Final = 0.3
LONG: Final = 4
GROUP_WINDOW: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    article: str
    day: int | None = None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    traits: Traits
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    article: str
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    kind: Literal["started", "joined", "moved", "merged", "split"]
    article: str
    story: str
    from_story: str | None = None
    reason: str = ""


class Stream:
    def __init__(self, settings: Settings, known: Iterable[Placed], held: Iterable[Held]) -> None:
        del settings
        self._known = [(one.traits, one.story) for one in known]
        self._held = {one.article: one.story for one in held}

    def add(self, traits: Traits) -> tuple[Change, ...]:
        words = set(traits.words)
        likeness: dict[str, float] = {}
        for other, story in self._known:
            both = len(words & set(other.words)) / (min(len(words), len(other.words)) or 1)
            likeness[story] = max(likeness.get(story, 0), both)
        story, most = max(likeness.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0.0))
        held = self._held.get(traits.article)
        name = held or (story if most > ALIKE else content_id("y", traits.article))
        self._known.append((traits, name))
        kind: Literal["started", "joined"] = "joined" if name == story else "started"
        return (Change(kind=kind, article=traits.article, story=name, reason=f"words in common: {most:.2f}"),)

    def repair(self) -> tuple[Change, ...]:
        return ()


def traits_of(findings: Findings, settings: Settings) -> Traits:
    del settings
    words = {word.strip(".,;:’”“\"'()") for word in findings.article.text.split() if word[:1].isupper()}
    return Traits(article=findings.article.id, words=tuple(sorted(word for word in words if len(word) >= LONG)))
