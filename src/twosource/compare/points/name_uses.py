"""Where the articles of a story use names: runs of capitalised words, and the lists in which they stand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from twosource.compare.alignment.wording import Word
from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Block

_BETWEEN: Final = 6
"""Code points between two names of a list: ", and "."""
_NONE: Final[frozenset[str]] = frozenset()
T = TypeVar("T")
_TOLD: Final = frozenset({"headline", "paragraph", "caption"})


@dataclass(frozen=True, slots=True)
class Use:
    """A word of a name, or a whole street, at one place, with the words of the whole run of capitals around it.

    ``listed`` are the words of other names in whose list it stands: "Anka, Borne and Velm".
    """

    word: str
    run: tuple[str, ...]
    article: str
    start: int
    language: str
    listed: frozenset[str] = frozenset()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.word)

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole name of a street."""
        return len(self.run) > 1 and self.word == " ".join(self.run)

    @property
    def ends_name(self) -> bool:
        """Whether it is the last word of a name of several."""
        return len(self.run) > 1 and self.run[-1] == self.word

    @property
    def company(self) -> frozenset[str]:
        """The other words of the name."""
        return frozenset(self.run) - {self.word}


def is_told(block: Block, text: str) -> bool:
    """Whether a block is an article's own text, not once more what stood before, nor in capitals, where every word is like a name."""
    return block.kind in _TOLD and block.repeats is None and not block.span.of(text).isupper()


def name_runs(words: tuple[Word, ...], article: Article) -> Iterator[tuple[list[Word], frozenset[str]]]:
    """Runs of capitalised words that only blanks part, each with the words of the runs beside it in a list, if any."""
    text, weekdays = article.text, lexicon_of(article.language).wording.weekdays
    named = (word for word in words if text[word.start].isupper() and word.text not in weekdays)
    runs = _in_groups(named, lambda one, other: not text[one.end : other.start].strip(" ."))
    for group in _in_groups(runs, lambda run, other: _goes_on(run, other, article)):
        names = [frozenset(bare(word.text) for word in run) for run in group] if len(group) > 1 else []
        for at, run in enumerate(group):
            yield run, frozenset[str]().union(*names[:at], *names[at + 1 :]) if names else _NONE


def _in_groups(things: Iterable[T], goes_on: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """Things in a row, those together of which each goes on from the one before."""
    group: list[T] = []
    for thing in things:
        if group and not goes_on(group[-1], thing):
            yield group
            group = []
        group.append(thing)
    if group:
        yield group


def _goes_on(run: list[Word], other: list[Word], article: Article) -> bool:
    """Whether two runs stand in one list: only a comma or an "and" parts them."""
    if other[0].start - run[-1].end > _BETWEEN:
        return False
    between = article.text[run[-1].end : other[0].start].split()
    listing = lexicon_of(article.language).wording.list_words
    return bool(between) and all(sign.strip(",") in listing or sign == "," for sign in between)


def bare(word: str) -> str:
    """A word without the sign of who owns."""
    return word.removesuffix("'s").removesuffix("'")
