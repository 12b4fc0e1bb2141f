"""What an article has of one speech in all its pieces, so that no piece seems to leave out what another of them holds."""

from collections import defaultdict
from collections.abc import Iterable

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word

_LOOSE = 3  # words: of so many, the first or the last may belong to what stands around


def lines_by_article(members: Iterable[Said]) -> dict[str, tuple[str, ...]]:
    """The wordings of each article's members of one point, each as its stems in a line, and all of them in one."""
    found: dict[str, list[Said]] = defaultdict(list)
    for said in sorted(members, key=lambda one: one.statement.start):
        found[said.statement.article].append(said)
    return {
        article: (*(_line(said.words) for said in held), _line(tuple(word for said in held for word in said.words)))
        for article, held in found.items()
    }


def held(words: tuple[Word, ...], lines: tuple[str, ...]) -> bool:
    """Whether words stand in one of the lines; of several, the outermost need not."""
    tries = [words, words[1:], words[:-1], words[1:-1]] if len(words) >= _LOOSE else [words]
    return any(_line(each) in line for each in tries for line in lines)


def _line(words: tuple[Word, ...]) -> str:
    return f" {' '.join(word.stem for word in words)} "
