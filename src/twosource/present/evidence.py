"""The exact sentence that a finding rests on, with its place: what is shown under every conclusion."""

import re
from dataclasses import dataclass, replace
from typing import Final

from twosource.model import Article, Mark, Span
from twosource.present.index import Index
from twosource.text.story_index import Member

_END: Final = re.compile(r"""[.!?…]["”’»)\]]*\s+(?=["“‘«(\[]?[^\W\d_a-z]|["“‘«(\[]?\d)""")
_ABBREVIATED: Final = re.compile(r"(?:^|[\s(“\"])(?:[^\W\d_]\.)*[^\W\d_a-z][^\W\d_]{0,2}\.$")
_REACH: Final = 1_000  # code points either side of a place in which its sentence is looked for
TAKEN_BACK: Final = frozenset({"corrected", "retracted"})
"""Marks by which what was said is said no more."""
_SHORT: Final = 12  # code points that an abbreviation with its dots may have
_MOST: Final = 320  # code points of a sentence; a longer one is cut around the words it is shown for


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence, verbatim, cut at the words it is shown for."""

    article: str  # the article's id
    member: str  # the id of the statement or figure that it holds; empty where it holds none
    mark: Mark | None = None  # the place of the marking words, where they are what it is shown for
    # The sentence in three parts; an ellipsis stands where it was cut.
    before: str
    words: str
    after: str

    @property
    def sentence(self) -> str:
        """The whole as one line."""
        return " ".join(f"{self.before}{self.words}{self.after}".split())


def sentence_at(article: Article, start: int, end: int) -> Span:
    """The sentence, or the sentences in a row, around a place; never beyond the block that holds its start.

    Sentences end at a full stop, exclamation or question mark before a capital or a number; not behind an initial or
    a short capitalised word, which may be an abbreviation ("Gen.", "U.S."): rather a sentence too many than half a one.

    Args:
        article: The article.
        start: Where the place begins in its text, in code points.
        end: Where it ends, half-open.
    """
    block = next((one.span for one in article.blocks if one.start <= start < one.end), None)
    low, high = (block.start, block.end) if block else (start, end)
    # No farther than is ever shown: a block of a million characters must not be read through for each of its sentences.
    low, high = max(low, start - _REACH), min(high, end + _REACH)
    first, last = low, max(high, end)
    for found in _END.finditer(article.text, low, high):
        if _ABBREVIATED.search(article.text, max(low, found.start() - _SHORT), found.start() + 1):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() + 1 >= end:
            last = found.end()
            break
    text = article.text[first:last]
    return Span(start=first, end=first + len(text.rstrip()))


def evidence_of(index: Index, member: Member, mark: Mark | None = None) -> Evidence | None:
    """The sentence of a statement or figure, or of a mark on it; None where the story does not hold its article."""
    article = index.articles.get(member.article)
    if article is None:
        return None
    place = mark.span if mark else _said(member)
    whole = marked_at(article, member, mark) if mark else sentence_at(article, place.start, place.end)
    before, words, after = _cut(article.text, whole, place)
    return Evidence(article=article.id, member=member.id, mark=mark, before=before, words=words, after=after)


def evidence_at(index: Index, article: str, start: int, end: int) -> Evidence:
    """The sentence of a place in an article, whether or not a statement stands there: it leads to that, or else to the article."""
    own, place = index.articles[article], Span(start=start, end=end)
    said = (one.id for one in index.story.statements if one.article == article and one.span.holds(place))
    before, words, after = _cut(own.text, sentence_at(own, start, end), place)
    return Evidence(article=article, member=next(said, ""), before=before, words=words, after=after)


def sentence_of(article: Article, mark: Mark) -> Span:
    """The sentence in which a mark stands."""
    return mark.sentence or sentence_at(article, mark.start, mark.end)


def marked_at(article: Article, member: Member, mark: Mark) -> Span:
    """The sentence of a mark. One that takes back what it says itself has those beside it in its block: there stands what is said instead."""
    whole = sentence_of(article, mark)
    if mark.kind not in TAKEN_BACK or not whole.overlaps(member.span):
        return whole
    block = article.block_at(whole.start) or whole
    return sentence_at(article, max(block.start, whole.start - 2), min(block.end, whole.end + 2))


def narrowed(one: Evidence, words: str) -> Evidence:
    """The same sentence, shown for other words of it: the first such in what it is shown for, or else anywhere in it."""
    before, found, after = one.words.partition(words) if words else ("", "", "")
    if found:
        return replace(one, before=one.before + before, words=found, after=after + one.after)
    before, found, after = f"{one.before}{one.words}{one.after}".partition(words) if words else ("", "", "")
    return replace(one, before=before, words=found, after=after) if found else one


def _said(member: Member) -> Span:
    """What is said, its longest part where it is interrupted; the number of a figure."""
    return max(member.places, key=len)


def _cut(text: str, whole: Span, place: Span) -> tuple[str, str, str]:
    end = min(place.end, place.start + _MOST)
    room = max(0, _MOST - (end - place.start))
    start = max(whole.start, place.start - room // 2)
    stop = min(whole.end, end + room - (place.start - start))
    before, after = text[start : place.start], text[end:stop]
    if start > whole.start:
        before = "… " + before.partition(" ")[2]
    if stop < max(whole.end, place.end):
        after = after.rpartition(" ")[0] + " …"
    return before.replace("\n", " "), text[place.start : end], after.replace("\n", " ")
