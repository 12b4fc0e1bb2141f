"""Where an article quotes in other words than another, or tells in its own words what the other quotes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from rapidfuzz.fuzz import ratio

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Swap, Word, content_stems, is_number
from twosource.compare.points.figures.counts import kind_of
from twosource.compare.points.pair import Pair, shown
from twosource.model import Difference
from twosource.text.reasons import Reason

_SHOWN: Final = 3
"""Places where two wordings part that one line can hold."""
_REPLACED: Final = 4
"""Words: more of them in place of others are another remark, or one told in pieces."""
_SPELLING: Final = 75.0
"""Of 100: words more alike than this are one word, spelt or put in two ways."""
_ONE_REMARK: Final = 0.5
"""Share of the content words of the shorter quotation: with fewer in common, each may be a remark of its own."""
_SET: Final = frozenset("()[]")
"""Marks around what was put in by who quotes."""
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
    apart = [part for part in pair.parts if _is_bare(part, lines)]
    places = [_place(pair, part) for part in apart]
    more = [Reason("points.more_places", count=len(places) - _SHOWN)] if len(places) > _SHOWN else []
    told = " ".join(pair.index.worded(line) for line in (*places[:_SHOWN], *more))
    return replace(pair.told("wording", told), alters=_alters_matter(pair, apart)) if places else None


def _is_bare(part: Swap, lines: list[list[str]]) -> bool:
    """Whether the words of either side stand nowhere else in the other's article."""
    return not any(own and _held(own, beside) for own, beside in zip((part.left, part.right), lines[::-1], strict=True))


def _place(pair: Pair, part: Swap) -> Reason:
    """One place where the two part, in one line."""
    words, names = pair.shown(part), pair.names
    if all(words):
        return Reason("points.has", first=names[0], one=words[0], second=names[1], other=words[1])
    at = 0 if words[0] else 1
    return Reason("points.leaves_out", first=names[at], second=names[1 - at], words=words[at])


def _alters_matter(pair: Pair, apart: Sequence[Swap]) -> bool:
    """Whether in one place, and in no other, of one remark words that carry matter stand for others: "choice", "self-determination".

    Where there are several such places, both may be translations. Whether the sense is another too is for the reader.
    """
    replaced = [part for part in apart if part.left and part.right]
    return len(replaced) == 1 and pair.alike(_ONE_REMARK) and _replaces_matter(replaced[0], pair)


def _replaces_matter(part: Swap, pair: Pair) -> bool:
    """Whether a few words of matter stand for quite other ones, not where both begin: one may have been cut there."""
    sides, language = (content_stems(part.left), content_stems(part.right)), pair.left.lexicon.code
    if not all(sides) or part.longest > _REPLACED or all(pair.begins(part, side) for side in pair.sides):
        return False
    alike = any(_is_one_word(one, other, language) for one, other in product(*sides))
    return not alike and all(_is_plain(pair.of(part, side), side) for side in pair.sides)


def _is_one_word(one: str, other: str, language: str) -> bool:
    """Whether two stems are one word, spelt or put in two ways, or two names of one kind of thing: "vessel", "ship"."""
    kind = kind_of(one, language)
    return ratio(one, other) >= _SPELLING or (bool(kind) and kind == kind_of(other, language))


def _is_plain(words: tuple[Word, ...], side: Said) -> bool:
    """Whether words are no names and no numbers, and none that who quotes has put in brackets."""
    around = side.text[max(0, words[0].start - 1) : words[-1].end + 1]
    return around == around.lower() and _SET.isdisjoint(around) and not any(is_number(word.stem) for word in words)


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
