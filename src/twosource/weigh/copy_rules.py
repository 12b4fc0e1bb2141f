"""The check on wording that articles share: what went wrong on the way."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein, Postfix, Prefix

from twosource.language.lexicon import lexicon_of
from twosource.language.words_news import MisspellingWords
from twosource.model import Figure, Passage, Place
from twosource.text.grams import Words
from twosource.text.reasons import Reason
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk, quoted

_ALIKE: Final = 0.9  # share of words: below, the wording was worked on, and a number may have been meant to change
_LETTERS: Final = 6  # shorter words are a letter away from another word
_ENDING: Final = 2  # letters: a difference there is a form of the word
_LONGEST: Final = 60  # code points of a word's surroundings
_Sides = tuple[Words, ...]


@check("C116", severity="high")
def copied_with_an_error(desk: Desk) -> Iterator[Hit]:
    """Two articles have the same wording, but with another number or an odd spelling in one of them."""
    spread = _spread(desk)
    for passage in desk.story.passages:
        if _laid_side_by_side(desk, passage):
            yield from ((detail, (passage.id,)) for detail in _errors(desk, passage, spread))


def _errors(desk: Desk, passage: Passage, spread: Counter[str]) -> Iterator[Reason]:
    """Each word of a passage that an article has wrong, as both have it."""
    words = tuple(desk.words_in(place.article).between(place.start, place.end) for place in passage.spans)
    one, two = (desk.name(place.article) for place in passage.spans)
    for rows in _replaced(*words):
        if _numbers_part(desk, passage, words, rows) or _slip(desk, passage, words, rows, spread):
            sides = zip(passage.spans, words, rows, strict=True)
            shown = [_shown(desk, place, held, row) for place, held, row in sides]
            yield Reason("points.has", first=one, one=shown[0], second=two, other=shown[1])


def _laid_side_by_side(desk: Desk, passage: Passage) -> bool:
    """Whether a passage is nearly the same in two articles of the story, of which none is a later text of the other."""
    if passage.rejected or passage.kind == "formula" or passage.ratio < _ALIKE:
        return False
    known = all(place.article in desk.articles for place in passage.spans)
    return known and not _later_version(desk, passage)


def _replaced(one: Words, two: Words) -> Iterator[tuple[int, int]]:
    """The rows of each single word in whose place the other has another single word."""
    for step in Levenshtein.opcodes(one.forms, two.forms):
        if step.tag == "replace" and step.src_end - step.src_start == step.dest_end - step.dest_start == 1:
            yield step.src_start, step.dest_start


def _later_version(desk: Desk, passage: Passage) -> bool:
    """Whether both are one outlet's: what changes from one save to the next was meant to."""
    one, two = (desk.articles[place.article] for place in passage.spans)
    return one.outlet == two.outlet


def _numbers_part(desk: Desk, passage: Passage, words: _Sides, rows: tuple[int, int]) -> bool:
    """Whether two numbers of one unit differ that are not told as an update of one count; one in miles, one in kilometres is no slip."""
    forms = [held.forms[row] for held, row in zip(words, rows, strict=True)]
    if not all(form[:1].isdigit() for form in forms):
        return False
    figures = [
        desk.figures_at(place.article, held.starts[row], held.ends[row])
        for place, held, row in zip(passage.spans, words, rows, strict=True)
    ]
    pairs = [(one, two) for one in figures[0] for two in figures[1]]
    return bool(pairs) and all(one.unit == two.unit and not _updated(desk, one, two) for one, two in pairs)


def _updated(desk: Desk, one: Figure, two: Figure) -> bool:
    return any(p.relation == "updated" and {one.id, two.id} <= set(p.figures) for p in desk.story.points)


def _slip(desk: Desk, passage: Passage, words: _Sides, rows: tuple[int, int], spread: Counter[str]) -> bool:
    """Whether one word is the other with a slip: known as one, or a form that only one article of the story has."""
    one, two = (held.forms[row] for held, row in zip(words, rows, strict=True))
    if OSA.distance(one, two, score_cutoff=2) > 2 or not (one.isalpha() and two.isalpha()):  # noqa: PLR2004 - two letters
        return False
    spelling = lexicon_of(desk.articles[passage.spans[0].article].language).misspellings
    if (one in spelling.forms) != (two in spelling.forms):
        return True
    if min(len(one), len(two)) < _LETTERS or OSA.distance(one, two) > 1 or _form_of(one, two, spelling):
        return False
    return min(spread[one], spread[two]) == 1 and max(spread[one], spread[two]) > 1


def _form_of(one: str, two: str, spelling: MisspellingWords) -> bool:
    """Whether the difference is an ending, or one of the ways in which the language spells a word twice."""
    same = Prefix.similarity(one, two)
    tail = Postfix.similarity(one[same:], two[same:])
    if tail < _ENDING or not same:
        return True
    changed = one[same : len(one) - tail] + two[same : len(two) - tail]
    return bool(spelling.variants.fullmatch(changed))


def _spread(desk: Desk) -> Counter[str]:
    """In how many articles each word stands."""
    return Counter(form for article in desk.story.articles for form in set(desk.words_in(article.id).forms))


def _shown(desk: Desk, place: Place, words: Words, row: int) -> str:
    first, last = max(row - 2, 0), min(row + 3, len(words.forms)) - 1
    return quoted(desk.articles[place.article].text[words.starts[first] : words.ends[last]], _LONGEST)
