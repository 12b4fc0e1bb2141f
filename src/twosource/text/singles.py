"""Pairs single quotation marks, which look like apostrophes. Pure and linear in the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.language.word_files import Pattern
from twosource.model import Span

SINGLES: Final = "'‘’‚‛`"
_MARK = re.compile(rf"(?<!')(?<!`)[{SINGLES}](?!['`])")
_DROPPED_G = re.compile(r"\w[a-z]in$")
_LEAD = re.compile(r":\s+(?=[A-Z\[…])")
# A mark that may open, and one that may close, with the sign before and the sign behind it.
_OPENS: Final = re.compile(r'[\s(\[{—–\-/"“”„«:,][^’]\S')
_CLOSES: Final = re.compile(r'\S[^‘‚`][\s.,;:!?…)\]}—–\-/"“”»&]')
_SURE: Final = re.compile(r"[.,!?…;)\]—–-]..|..[^\s-]", re.DOTALL)
"""A mark with these before or behind it is no apostrophe behind a plural."""
_INSIDE: Final = re.compile(r"o((?:oc)+)(?=c)")
"""Pairs of marks, an opening and a closing one, inside a pair: one letter a mark."""
_SENTENCE_ENDS: Final = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePair:
    """Two single marks: outer place, content a paragraph, paragraph indices, and which mark was missing."""

    start: int
    end: int
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    unclosed: bool = False
    unopened: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A single mark: whether it can open, can close, closes for sure; and the double pair around it, or -1."""

    at: int
    opens: bool
    closes: bool
    sure: bool
    within: int


@dataclass(frozen=True, slots=True)
class _Open:
    first: int
    after: int
    spans: tuple[Span, ...] = ()
    paragraphs: tuple[int, ...] = ()


def pair_singles(
    text: str, paragraphs: Sequence[Span], doubles: Sequence[Span], elision: Pattern
) -> Iterator[SinglePair]:
    """Pair single marks paragraph by paragraph; both ends of a pair lie in the same double pair, or in none.

    A mark behind a plural ("the soldiers'") closes only where no better one follows before the next opening.

    Args:
        text: The article's text.
        paragraphs: Places in ``text``, in order.
        doubles: Outer places of double pairs, sorted by start.
        elision: What stands behind an apostrophe that opens nothing.

    Yields:
        Pairs, not sorted. Nothing for a text of apostrophes only.
    """
    walk = _Around(doubles)
    waiting: _Open | None = None
    for index, paragraph in enumerate(paragraphs):
        groups = _marks_by_double(text, paragraph, walk, elision)
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        carried, waiting = waiting, None
        for within in sorted(groups) or ([-1] if carried else []):
            scan = _Scan(text, paragraph, index, following if within == -1 else None, elision)
            waiting_here = scan.run(groups.get(within, []), carried if within == -1 else None)
            waiting = waiting_here or waiting
            yield from scan.found


def _marks_by_double(text: str, paragraph: Span, walk: "_Around", elision: Pattern) -> dict[int, list[_Mark]]:
    """A paragraph's marks that can open or close, by the double pair around them."""
    groups: dict[int, list[_Mark]] = {}
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = _read(text, paragraph, match.start(), walk.around(match.start()), elision)
        if mark.opens or mark.closes:
            groups.setdefault(mark.within, []).append(mark)
    return groups


class _Around:
    """Which double pair stands around a place; places must be asked in rising order."""

    def __init__(self, doubles: Sequence[Span]) -> None:
        self._doubles, self._next, self._open = doubles, 0, list[int]()

    def around(self, at: int) -> int:
        while self._next < len(self._doubles) and self._doubles[self._next].start <= at:
            self._open.append(self._next)
            self._next += 1
        while self._open and self._doubles[self._open[-1]].end <= at:
            self._open.pop()
        return self._open[-1] if self._open else -1


def _read(text: str, paragraph: Span, at: int, within: int, elision: Pattern) -> _Mark:
    before = text[at - 1] if at > paragraph.start else " "
    behind = text[at + 1] if at + 1 < paragraph.end else " "
    around = before + text[at] + behind
    opens = _OPENS.match(around) is not None and not elision.match(text, at + 1)
    closes = _CLOSES.match(around) is not None
    joined = behind.isupper() and text[at] != "‘"
    glued, stuck = joined and before in ".!?,…", joined and before.islower()  # the next caption, with no space between
    sure = _SURE.match(around) is not None or (closes and _is_no_apostrophe(text, paragraph, at))
    return _Mark(at, opens or glued, closes or glued or stuck, sure, within)


def _is_no_apostrophe(text: str, paragraph: Span, at: int) -> bool:
    """Whether no plural or name stands before a mark whose owner it may be the sign of, and no "in'" for "ing"."""
    owner = at > paragraph.start and text[at - 1] in "sSxXzZ"
    return not owner and not _DROPPED_G.search(text, max(paragraph.start, at - 4), at)


def _outer(marks: Iterable[_Mark]) -> list[_Mark]:
    """The marks without the pairs that stand inside another: "'They call it a 'dead' river.'"."""
    every = list(marks)
    line = "".join("o" if one.opens and not one.closes else "c" if one.sure and not one.opens else "-" for one in every)
    inside = {place for pair in _INSIDE.finditer(line) for place in range(*pair.span(1))}
    return [one for place, one in enumerate(every) if place not in inside]


class _Scan:
    """The single marks of one paragraph that share the double pair around them."""

    def __init__(self, text: str, paragraph: Span, index: int, following: Span | None, elision: Pattern) -> None:
        self.text, self.paragraph, self.index, self.following = text, paragraph, index, following
        self.elision = elision
        self.found: list[SinglePair] = []
        self.open: _Open | None = None
        self.weak: int | None = None
        self.behind = paragraph.start

    def run(self, marks: Iterable[_Mark], carried: _Open | None) -> _Open | None:
        for mark in _outer(marks):
            if carried is not None:
                if mark.at == self.paragraph.start:
                    self.open = _Open(carried.first, mark.at + 1, carried.spans, carried.paragraphs)
                    carried = None
                    continue
                carried = None
            self._take(mark)
        return self._end()

    def _take(self, mark: _Mark) -> None:
        if self.open is None:
            if mark.opens:
                self.open = _Open(mark.at, mark.at + 1)
            elif mark.closes and mark.sure and mark.within == -1:
                self._unopened(mark.at)
        elif mark.closes and mark.sure:
            self._close(mark.at)
        elif mark.opens:
            self._settle(mark.at)
            self.open = _Open(mark.at, mark.at + 1)
        elif mark.closes and self.weak is None:
            self.weak = mark.at

    def _close(self, at: int) -> None:
        opened, self.open, self.weak = self.open, None, None
        if opened is None or at <= opened.after:
            return
        self.behind = at + 1
        self.found.append(
            SinglePair(
                start=opened.first,
                end=at + 1,
                spans=(*opened.spans, Span(start=opened.after, end=at)),
                paragraphs=(*opened.paragraphs, self.index),
            )
        )

    def _settle(self, limit: int) -> None:
        """An opening mark that another one, or the paragraph's end, cuts short."""
        opened = self.open
        if opened is None:
            return
        if self.weak is not None:
            self._close(self.weak)
            return
        self.open = None
        if not (opened.spans or self._leads_in(opened.first)):
            return  # most likely an apostrophe
        end = limit
        while end > opened.after and self.text[end - 1].isspace():
            end -= 1
        if end > opened.after:
            spans = (*opened.spans, Span(start=opened.after, end=end))
            paragraphs = (*opened.paragraphs, self.index)
            self.found.append(
                SinglePair(start=opened.first, end=end, spans=spans, paragraphs=paragraphs, unclosed=True)
            )

    def _leads_in(self, at: int) -> bool:
        before = self.text[max(self.paragraph.start, at - 2) : at].strip()
        return before == "" or before[-1] in ":,"

    def _whole_sentences(self, opened: _Open) -> bool:
        """Whether the open mark stands behind the end of a sentence, and the paragraph ends with one."""
        before = self.text[max(self.paragraph.start, opened.first - 3) : opened.first].rstrip()
        last = self.text[max(opened.after, self.paragraph.end - 3) : self.paragraph.end].rstrip()
        return before.endswith(_SENTENCE_ENDS) and last.endswith(_SENTENCE_ENDS)

    def _opens_with_mark(self, following: Span) -> bool:
        at = following.start
        if self.text[at : min(at + 1, following.end)] not in {"'", "‘"}:
            return False
        return _read(self.text, following, at, -1, self.elision).opens

    def _unopened(self, at: int) -> None:
        """A sure closing mark alone counts only behind a colon that leads in: else it is an apostrophe."""
        if self.text[at - 1] not in ".!?,…":
            return
        leads = [match.end() for match in _LEAD.finditer(self.text, self.behind, at)]
        self.behind = at  # what was looked through once holds no lead for the next mark either
        if leads:
            self.behind = at + 1
            spans = (Span(start=leads[-1], end=at),)
            self.found.append(
                SinglePair(start=leads[-1], end=at + 1, spans=spans, paragraphs=(self.index,), unopened=True)
            )

    def _end(self) -> _Open | None:
        opened, following = self.open, self.following
        if opened is not None and self.weak is None and following is not None:
            whole = opened.spans or self._leads_in(opened.first) or self._whole_sentences(opened)
            if whole and self._opens_with_mark(following):
                spans = (*opened.spans, Span(start=opened.after, end=self.paragraph.end))
                return _Open(opened.first, opened.after, spans, (*opened.paragraphs, self.index))
        self._settle(self.paragraph.end)
        return None
