"""Pairs quotation marks of every make, and says where a pair is not sure. Pure, linear in the text, never raises."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import Span
from twosource.text.singles import SINGLES, pair_singles

DOUBLES: Final = '"“”„‟″«»‹›'
_MARK = re.compile(rf"``|''|[{DOUBLES}]")
_OPENERS: Final = {"“", "„", "‟", "``", "«", "‹"}
_CLOSED_BY: Final = {
    "“": ("”", '"', "“", "″"),
    "„": ("“", "”", '"', "‟"),
    "‟": ("”", '"'),
    "``": ("''", '"', "”"),
    '"': ('"', "”", "''"),
    "″": ("″",),
    "''": ("''", '"'),
    "”": ("”", '"'),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹", "›"),
}
_OPENING: Final = re.compile(rf"[\s(\[{{—–{SINGLES}](?:[^\W_]|[\[($£€…{SINGLES}])")
"""What stands before and behind a mark that opens."""
_CLOSING: Final = re.compile(r"[\s.,;:!?)\]—–-]")
"""What stands behind one that closes."""
_LEAD = re.compile(r":\s+(?=[A-Z‘'\[…])")
_SENTENCE_END = re.compile(r"[.!?…][)\]]?\s+(?=\S)")
NO_CLOSING: Final = "the closing mark is missing"
NO_OPENING: Final = "the opening mark is missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two marks that belong together, and what stands between them."""

    outer: Span  # from the first mark to the last, both included
    spans: tuple[Span, ...]  # what the marks enclose, one span a paragraph, without marks
    paragraphs: tuple[int, ...]  # indices, in the list that was given, of the paragraphs it runs over
    depth: int = 0  # 0 for outermost pairs, 1 for pairs inside one other pair, and so on
    single: bool = False  # whether the marks are single ones
    uncertain: str = ""  # what is not sure about the extent; empty where nothing is


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its partner: where it stands, its make, and what earlier paragraphs gave."""

    at: int
    after: int
    mark: str
    spans: tuple[Span, ...] = ()
    paragraphs: tuple[int, ...] = ()
    first: int = -1


def pair_marks(text: str, paragraphs: Sequence[Span], language: str) -> tuple[Pair, ...]:
    """Pair the quotation marks of paragraphs that follow one another.

    A quotation that is not closed runs on where the next paragraph begins with an opening mark; else it ends
    with its paragraph and says so. A closing mark without an opening one takes what stands before it, back to a
    colon that leads in, or to the start of the paragraph, and says so.

    Args:
        text: The article's text.
        paragraphs: Places in ``text``, in order, without overlap. Only neighbours in this list are joined.
        language: The code of the text's language.

    Returns:
        Pairs by place, outer ones before inner ones. None for a text without marks.

    Example:
        >>> [pair.spans[0].of("He said 'it's so' to us") for pair in pair_marks("He said 'it's so' to us", [Span(start=0, end=23)], "en")]
        ["it's so"]
    """
    doubles: list[Pair] = []
    waiting: _Open | None = None
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        waiting, found = _Scan(text, paragraph, index).run(waiting, following)
        doubles.extend(found)
    doubles.sort(key=_outermost)
    elision = lexicon_of(language).quotation_shapes.elision
    singles = [
        Pair(
            outer=Span(start=one.start, end=one.end),
            spans=one.spans,
            paragraphs=one.paragraphs,
            single=True,
            uncertain=(NO_CLOSING if one.unclosed else NO_OPENING if one.unopened else ""),
        )
        for one in pair_singles(text, paragraphs, [pair.outer for pair in doubles], elision)
    ]
    return tuple(_with_depth(doubles, singles))


def _outermost(pair: Pair) -> tuple[int, int, bool]:
    return (pair.outer.start, -pair.outer.end, pair.single)


def _with_depth(doubles: list[Pair], singles: list[Pair]) -> Iterator[Pair]:
    """All pairs by place with their depth; a single pair that crosses the edge of another pair is left out."""
    ordered = sorted([*doubles, *singles], key=_outermost)
    crossing = _crossing(ordered)
    around: list[Pair] = []
    for index, pair in enumerate(ordered):
        if index in crossing:
            continue
        while around and around[-1].outer.end <= pair.outer.start:
            around.pop()
        yield replace(pair, depth=len(around))
        around.append(pair)


def _crossing(ordered: Sequence[Pair]) -> set[int]:
    """Indices of single pairs that begin inside another pair and end outside of it, or the other way round."""
    crossing: set[int] = set()
    around: list[int] = []
    for index, pair in enumerate(ordered):
        while around and ordered[around[-1]].outer.end <= pair.outer.start:
            around.pop()
        while around and ordered[around[-1]].outer.end < pair.outer.end:
            if pair.single:
                crossing.add(index)
                break
            crossing.add(around.pop())
        if index not in crossing:
            around.append(index)
    return crossing


class _Scan:
    """One paragraph's double marks, with a stack of those that are open."""

    def __init__(self, text: str, paragraph: Span, index: int) -> None:
        self.text, self.paragraph, self.index = text, paragraph, index
        self.stack: list[_Open] = []
        self.found: list[Pair] = []
        self.behind = paragraph.start

    def run(self, waiting: _Open | None, following: Span | None) -> tuple[_Open | None, list[Pair]]:
        for match in _MARK.finditer(self.text, self.paragraph.start, self.paragraph.end):
            mark, at, after = match.group(), match.start(), match.end()
            if waiting is not None:
                self.stack.append(replace(waiting, at=after - 1, after=after))
                waiting = None
                continue
            self._take(mark, at, after)
        return self._end(following), self.found

    def _take(self, mark: str, at: int, after: int) -> None:
        if self._closes(mark, at, after):
            self._close(after, at)
        elif self._looks_closing(mark, at, after):
            self._unopened(mark, at, after)
        elif mark != "''" or self._looks_opening(at, after):
            self.stack.append(_Open(at, after, mark, first=at))

    def _closes(self, mark: str, at: int, after: int) -> bool:
        if not self.stack or mark not in _CLOSED_BY.get(self.stack[-1].mark, ()):
            return False
        if mark == "“" and self.stack[-1].mark == "“":
            return not self._looks_opening(at, after) and self._word_before(at)
        return not (mark in {'"', "“", "''"} and self._looks_opening(at, after))

    def _looks_opening(self, at: int, after: int) -> bool:
        before = self.text[at - 1] if at > self.paragraph.start else " "
        behind = self.text[after] if after < self.paragraph.end else " "
        return _OPENING.match(before + behind) is not None

    def _word_before(self, at: int) -> bool:
        return at > self.paragraph.start and not self.text[at - 1].isspace()

    def _looks_closing(self, mark: str, at: int, after: int) -> bool:
        """Whether a mark with no partner before it can only be a closing one."""
        if mark in _OPENERS or mark in "»›":
            return False
        behind = self.text[after] if after < self.paragraph.end else " "
        return self._word_before(at) and (mark in "”''" or _CLOSING.match(behind) is not None)

    def _close(self, after: int, at: int) -> None:
        opened = self.stack.pop()
        self.found.append(
            Pair(
                outer=Span(start=opened.first, end=after),
                spans=(*opened.spans, Span(start=opened.after, end=at)),
                paragraphs=(*opened.paragraphs, self.index),
            )
        )
        if not self.stack:
            self.behind = after

    def _unopened(self, mark: str, at: int, after: int) -> None:
        """A closing mark alone: what stands before it, from a colon that leads in or the start of the region."""
        if mark in "\"″''" and self.text[at - 1].isdigit():
            return  # inches
        start = self.behind
        leads = [match.end() for match in _LEAD.finditer(self.text, start, at)]
        if leads:
            start = leads[-1]
        elif start > self.paragraph.start:
            sentence = _SENTENCE_END.search(self.text, start, at)
            if sentence is None:
                self.behind = at  # looked through once: no sentence ends there for the next mark either
                return
            start = sentence.end()
        self.behind = after
        if start < at:
            self.found.append(
                Pair(
                    outer=Span(start=start, end=after),
                    spans=(Span(start=start, end=at),),
                    paragraphs=(self.index,),
                    uncertain=NO_OPENING,
                )
            )

    def _end(self, following: Span | None) -> _Open | None:
        """What is still open at the end of the paragraph: carried on, or cut here."""
        if not self.stack:
            return None
        opened = self.stack[0]
        inner = [pair.outer.start for pair in self.found if pair.outer.start > opened.at]
        cut = min(inner, default=self.paragraph.end)
        whole = not inner or opened.spans or opened.at == self.paragraph.start
        if following is not None and following.start < following.end and whole:
            match = _MARK.match(self.text, following.start)
            if match and match.group() in {opened.mark, "“", '"', "``", "«"}:
                spans = (*opened.spans, Span(start=opened.after, end=self.paragraph.end))
                return replace(opened, spans=spans, paragraphs=(*opened.paragraphs, self.index))
        end = cut
        while end > opened.after and self.text[end - 1].isspace():
            end -= 1
        if end > opened.after:
            self.found.append(
                Pair(
                    outer=Span(start=opened.first, end=end),
                    spans=(*opened.spans, Span(start=opened.after, end=end)),
                    paragraphs=(*opened.paragraphs, self.index),
                    uncertain=NO_CLOSING,
                )
            )
        return None
