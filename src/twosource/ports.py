"""What may be swapped: the shapes that the pipeline asks for, and nothing of how they are met."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol

from twosource.language.tree import Parsed
from twosource.model import Article, Gap, Raw, Story


class Reader(Protocol):
    """Brings inputs in."""

    def __call__(self, inputs: Sequence[str]) -> Iterator[Raw | Gap]:
        """Each article's raw input, or the gap that stands for it, in the order given."""


class Parser(Protocol):
    """Finds words, sentences, trees and names."""

    def __call__(self, articles: Sequence[Article]) -> list[Parsed]:
        """One parse an article, in the same order."""


class Presenter(Protocol):
    """Shows stories."""

    def __call__(self, stories: Sequence[Story]) -> bytes:
        """The whole output; text is in UTF-8."""


LAST_STEP: Final = "done"
"""The step that ``Progress`` hears last, once for each story."""

BYTES_STEP: Final = "read archive"
"""The step of which ``Progress`` hears in bytes of the archive, not in articles."""


class Progress(Protocol):
    """Hears how far the work is."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """``done`` of ``total`` articles have gone through ``step``."""


class Engine(Protocol):
    """Calls functions for many jobs, somewhere. Jobs meet in files that every worker reaches."""

    def map(self, work: Callable[[str], str], jobs: Sequence[str]) -> Iterator[str]:
        """What ``work`` answers to each job, as it is ready, in any order."""

    def group(self, work: Callable[[int, int], str], buckets: int) -> Iterator[str]:
        """What ``work`` answers to each bucket, given its number and how many there are. Equal keys share a bucket."""
