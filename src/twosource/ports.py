"""What may be swapped: the shapes that the pipeline asks for, and nothing of how they are met."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from twosource.model import Article, Gap, Raw, Story
from twosource.text.tree import Parsed

T = TypeVar("T")
R = TypeVar("R")


class Reader(Protocol):
    """Brings inputs in."""

    def __call__(self, sources: Sequence[str]) -> Iterator[Raw | Gap]:
        """Each article's raw input, or the gap that stands for it, in the order given."""


class Parser(Protocol):
    """Finds words, sentences, trees and names."""

    def __call__(self, articles: Sequence[Article]) -> list[Parsed]:
        """One parse an article, in the same order."""


class Presenter(Protocol):
    """Shows stories."""

    def __call__(self, stories: Sequence[Story]) -> str:
        """The whole output."""


class Engine(Protocol):
    """Runs the same work on many things: here, in other processes, on other machines."""

    def map(self, work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
        """Results in the order of ``things``."""
