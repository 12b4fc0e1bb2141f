"""Where an article quotes in other words than another, or tells in its own words what the other quotes."""

from collections.abc import Iterable, Iterator
from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Swap, Word
from twosource.compare.points.pair import Pair, shown
from twosource.model import Difference
from twosource.text.reasons import Reason

_SHOWN: Final = 3
"""Places where two wordings part that one line can hold."""
_LOOSE: Final = 3
"""Words: of so many, the first or the last may belong to what stands around."""


def wording_parts(pair: Pair) -> Difference | None:
    """Two wordings of one remark; where only one quotes it, what the other has in place of the quoted words."""
    kinds = [side.statement.kind for side in pair.sides]
    if not pair.parts or "quotation" not in kinds or (kinds[0] == kinds[1] and not pair.in_two_articles()):
        return None
    if pair.both_quoted():
        return _word_by_word(pair)
    quoting, telling = pair.sides if kinds[0] == "quotation" else pair.sides[::-1]
    if _line(quoting.words) in _line(telling.words):
        return None  # the quoted words as they are: nobody's own
    own = telling.statement.kind == "paraphrase"
    told = Reason(
        "points.quoted_or_told",
        first=quoting.name,
        second=telling.name,
        own=Reason("points.in_its_own_words" if own else "points.without_quoting"),
        words=shown(telling.words, telling),
    )
    return pair.told("wording", told)


def _word_by_word(pair: Pair) -> Difference | None:
    """Each place where the two part; not where an article has in another piece what it leaves out here."""
    lines = [_lines(side, pair.circle.all) for side in pair.sides]
    places = [line for part in pair.parts for line in _parting(pair, part, lines)]
    more = [Reason("points.more_places", count=len(places) - _SHOWN)] if len(places) > _SHOWN else []
    told = " ".join(pair.index.worded(line) for line in (*places[:_SHOWN], *more))
    return pair.told("wording", told) if places else None


def _parting(pair: Pair, part: Swap, lines: list[list[str]]) -> Iterator[Reason]:
    """One place where the two part, as far as each side's words stand nowhere else in the other's article."""
    words, names = pair.shown(part), pair.names
    bare = [not _held(own, beside) for own, beside in zip((part.left, part.right), lines[::-1], strict=True)]
    at = 0 if words[0] else 1
    if not all(words) and bare[at]:
        yield Reason("points.leaves_out", first=names[at], second=names[1 - at], words=words[at])
    elif all(words) and all(bare):
        yield Reason("points.has", first=names[0], one=words[0], second=names[1], other=words[1])


def _lines(side: Said, members: Iterable[Said]) -> list[str]:
    """All wordings that an article has among the members of a point, and all of them in one: no piece of a speech leaves out what another holds."""
    held = sorted((one for one in members if one.article == side.article), key=lambda one: one.statement.start)
    return [*(_line(one.words) for one in held), _line(word for one in held for word in one.words)]


def _held(words: tuple[Word, ...], lines: Iterable[str]) -> bool:
    """Whether words stand in one of the lines; of several, the outermost need not."""
    tries = [words, *(part for part in (words[1:], words[:-1], words[1:-1]) if len(part) >= _LOOSE)]
    return any(each in line for each in map(_line, tries) for line in lines)


def _line(words: Iterable[Word]) -> str:
    return f" {' '.join(word.stem for word in words)} "
