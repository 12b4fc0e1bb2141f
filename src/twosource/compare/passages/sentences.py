"""Whole sentences that two articles share word for word."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.compare.passages.readings import Part, Reading
from twosource.model import Passage
from twosource.text.reasons import Reason, worded


def longest_sentence(
    one: Reading, other: Reading, matched: Sequence[tuple[int, int]], parts: Sequence[int]
) -> list[tuple[int, int]]:
    """The rows of the longest sentence that stands in both as a whole, in its outlet's own words; none where there is none.

    ``matched`` are the rows of the words that are the same, ``parts`` what each of them is part of.
    """
    best: list[tuple[int, int]] = []
    for run in _runs(matched, parts):
        first = None
        for place, (i, j) in enumerate(run):
            if one.sentence_starts[i] and other.sentence_starts[j]:
                first = place
            if first is not None and one.sentence_ends[i] and other.sentence_ends[j]:
                if place + 1 - first > len(best):
                    best = run[first : place + 1]
                first = None
    return best


def _runs(matched: Sequence[tuple[int, int]], parts: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    """Own words that follow each other in both, in runs."""
    run: list[tuple[int, int]] = []
    for (i, j), part in zip(matched, parts, strict=True):
        if run and (part > Part.ATTRIBUTION or (i, j) != (run[-1][0] + 1, run[-1][1] + 1)):
            yield run
            run = []
        if part <= Part.ATTRIBUTION:
            run.append((i, j))
    if run:
        yield run


def only_rare(short: Sequence[Passage], others: Sequence[Passage], language: str) -> list[Passage]:
    """Shared passages that are one sentence; those that a third article has too are refused.

    ``others`` are all other passages, refused ones among them. An article that is a longer copy of one of the two is no third one.
    """
    loose: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for passage in (*short, *(one for one in others if one.rejected or one.kind == "formula")):
        for side, place in enumerate(passage.spans):
            loose[place.article].append((passage, side))
    return [_refused(one, language) if _in_a_third(one, loose) else one for one in short]


def _in_a_third(passage: Passage, loose: dict[str, list[tuple[Passage, int]]]) -> bool:
    pair = {place.article for place in passage.spans}
    return any(
        other.spans[1 - side].article not in pair and other.spans[side].span.overlaps(place.span)
        for place in passage.spans
        for other, side in loose[place.article]
    )


def _refused(passage: Passage, language: str) -> Passage:
    reason = Reason("passages.in_a_third", reason=passage.reason.partition(";")[0])
    return replace(passage, rejected=True, earlier=None, reason=worded(reason, language))
