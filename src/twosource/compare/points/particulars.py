"""Who and why: where two tellings of one thing name other people or give another reason."""

from functools import cache

from rapidfuzz.fuzz import ratio

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Swap, Word, stem
from twosource.compare.points.pair import Pair, difference, one_deed_around, worded_alike
from twosource.compare.points.streets import is_street
from twosource.language.lexicon import lexicon_of
from twosource.model import Difference
from twosource.text.reasons import Reason

_SPELLING = 75.0  # of 100: names more alike than this are one name spelt in two ways
_ALIKE = 0.5  # share of the content words of the shorter wording, names among them, that both have
_FULL = 2  # words of a name in full: one word alone may be a place, a body, a month
_LONGEST = 3
_BACK = 2  # words before a parting in which its reason is announced


def names_part(pair: Pair) -> Difference | None:
    """Where one has a person's full name, the other has another that shares nothing with it."""
    if not worded_alike(pair, _ALIKE):
        return None  # two names from two lists, not two for one person
    for part in pair.parts:
        sides = (part.left, pair.left), (part.right, pair.right)
        named = all(_full_name(words, side, pair) for words, side in sides) and not _alike(part)
        if named and not all(_is_heard(words, side, pair) for words, side in sides):
            first, second = pair.shown(part.left, pair.left), pair.shown(part.right, pair.right)
            names = pair.names
            return difference(
                "name", pair, Reason("points.name", first=names[0], one=first, second=names[1], other=second)
            )
    return None


def _full_name(words: tuple[Word, ...], side: Said, pair: Pair) -> bool:
    """Whether the words are the name of a person, as far as their letters and what stands before can say."""
    if not _FULL <= len(words) <= _LONGEST:
        return False
    text = pair.index.articles[side.statement.article].text
    whole = text[words[0].start : words[-1].end]
    if not all(text[word.start].isupper() and word.content for word in words) or "," in whole or "\n" in whole:
        return False
    if is_street(tuple(word.text for word in words), side.lexicon.code):
        return False
    before = _before(side, words)
    placed = bool(before) and before[-1].text in side.lexicon.wording.places_after
    nobody, days = _no_persons(side.lexicon.code), side.lexicon.wording.weekdays
    return not placed and not any(word.stem in nobody or word.text in days for word in words)


def _is_heard(words: tuple[Word, ...], side: Said, pair: Pair) -> bool:
    """Whether an article has words of somebody from who is named: two who are heard are two witnesses of one thing."""
    article, surname = side.statement.article, words[-1].text
    heard = {one.source for one in pair.index.statements.values() if one.article == article}
    names = (pair.index.who(source) or "" for source in heard)
    return any(surname in name.lower().split() for name in names)


def _alike(part: Swap) -> bool:
    """Whether a word of the one name is one of the other's, spelt in some way."""
    return any(ratio(one.text, two.text) >= _SPELLING for one in part.left for two in part.right)


def reasons_part(pair: Pair) -> Difference | None:
    """What is given as the reason of a deed is another thing there."""
    for part in pair.parts:
        given = all(any(word.content for word in words) for words in (part.left, part.right))
        if given and _announced(part, pair, pair.index.lexicon.wording.causes) and _of_one_deed(part, pair):
            first, second = pair.shown(part.left, pair.left), pair.shown(part.right, pair.right)
            names = pair.names
            told = Reason("points.reason", first=names[0], one=first, second=names[1], other=second)
            return difference("reason", pair, told)
    return None


def _of_one_deed(part: Swap, pair: Pair) -> bool:
    """Whether what has the reason, and stands before the words that announce it, is one deed."""
    before = _before(pair.left, part.left, _BACK + 1), _before(pair.right, part.right, _BACK + 1)
    return not all(before) or one_deed_around(pair, before[0][0].start, before[1][0].start)


def _announced(part: Swap, pair: Pair, words: frozenset[str]) -> bool:
    """Whether the words right before the parting are the same in both and are among ``words``."""
    if not part.left or not part.right:
        return False
    lines = [
        " ".join(word.text for word in _before(side, own))
        for own, side in ((part.left, pair.left), (part.right, pair.right))
    ]
    return all(any(f" {line}".endswith(f" {phrase}") for phrase in words) for line in lines)


def _before(side: Said, words: tuple[Word, ...], back: int = _BACK) -> tuple[Word, ...]:
    at = side.words.index(words[0])
    return side.words[max(at - back, 0) : at]


@cache
def _no_persons(language: str) -> frozenset[str]:
    """Stems of nouns of what is no person."""
    nouns = lexicon_of(language).source_nouns
    return frozenset(stem(word, language) for word in nouns.body | nouns.outlet | nouns.document)
