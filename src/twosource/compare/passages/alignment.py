"""Two articles laid word against word where they share runs, and cut where they stop being alike."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from twosource.compare.passages.readings import Reading
from twosource.compare.passages.seeds import Run
from twosource.settings import Settings

Block = tuple[int, int, int]
"""Words that are the same: from which rows on, and how many; or, with rows below nothing, how many differ."""
Taken = tuple[bytearray, bytearray]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Wording that two articles share: the words that are the same, as pairs of rows, and how many columns they span."""

    matched: tuple[tuple[int, int], ...]
    score: float

    @property
    def left(self) -> tuple[int, int]:
        """First and last row in the one article."""
        return self.matched[0][0], self.matched[-1][0]

    @property
    def right(self) -> tuple[int, int]:
        """First and last row in the other."""
        return self.matched[0][1], self.matched[-1][1]

    @property
    def ratio(self) -> float:
        """Share of the words of both places that are the same, 0 to 1."""
        (a, b), (c, d) = self.left, self.right
        return 2 * len(self.matched) / (b - a + d - c + 2)


def align(one: Reading, other: Reading, runs: Sequence[Run], settings: Settings) -> list[Stretch]:
    """Stretches of wording that two articles share, best first, that overlap in neither.

    Runs that follow each other closely in both are taken together, what stands between them is aligned word by word, and
    both ends are followed while they stay alike. Sentences in another order give one stretch each.
    """
    chains = sorted(_chains(runs, settings.passage_gap_words), key=lambda chain: (-sum(r.length for r in chain), chain))
    taken = one.borders(), other.borders()
    found: list[Stretch] = []
    for whole in chains:
        for free in _free_parts(whole, taken):
            blocks = _blocks(one, other, free, taken, settings.passage_reach_words)
            for stretch in _cut(blocks, one.weights, settings):
                found.append(stretch)
                for used, (first, last) in zip(taken, (stretch.left, stretch.right), strict=True):
                    used[first : last + 1] = b"\1" * (last + 1 - first)
    return sorted(found, key=lambda stretch: (-stretch.score, stretch.matched))


def _chains(runs: Sequence[Run], gap: int) -> list[list[Run]]:
    """Runs that follow each other within ``gap`` words in both articles; each run is in one chain."""
    open_: list[list[Run]] = []
    closed: list[list[Run]] = []
    for run in sorted(runs):
        still: list[list[Run]] = []
        for chain in open_:
            (still if run.left - _end(chain[-1])[0] <= gap else closed).append(chain)
        open_ = still
        near = [chain for chain in open_ if _follows(chain[-1], run, gap)]
        if near:
            best = min(near, key=lambda chain: (abs(_shift(chain[-1]) - _shift(run)), chain))
            fitted = _after(best[-1], run)
            if fitted:
                best.append(fitted)
        else:
            open_.append([run])
    return closed + open_


def _end(run: Run) -> tuple[int, int]:
    return run.left + run.length, run.right + run.length


def _shift(run: Run) -> int:
    return run.right - run.left


def _follows(before: Run, run: Run, gap: int) -> bool:
    left, right = _end(before)
    return run.left > before.left and run.right > before.right and run.left - left <= gap and run.right - right <= gap


def _after(before: Run, run: Run) -> Run | None:
    """What is left of ``run`` behind ``before``."""
    left, right = _end(before)
    over = max(left - run.left, right - run.right, 0)
    return Run(run.left + over, run.right + over, run.length - over) if over < run.length else None


def _free_parts(chain: Sequence[Run], taken: Taken) -> list[list[Run]]:
    """The chain without words that are taken, parted where taken words lie between its runs."""
    parts: list[list[Run]] = []
    for run in chain:
        free = _free_part(run, taken)
        if free is None:
            continue
        if parts and not _taken_between(parts[-1][-1], free, taken):
            parts[-1].append(free)
        else:
            parts.append([free])
    return parts


def _free_part(run: Run, taken: Taken) -> Run | None:
    """The longest stretch of a run that is taken in neither article."""
    left, right = (used[start : start + run.length] for used, start in zip(taken, (run.left, run.right), strict=True))
    if not any(left) and not any(right):
        return run
    borders = [-1, *(place for place in range(run.length) if left[place] or right[place]), run.length]
    length, back = max((end - start - 1, -start) for start, end in itertools.pairwise(borders))
    return Run(run.left + 1 - back, run.right + 1 - back, length) if length else None


def _taken_between(before: Run, after: Run, taken: Taken) -> bool:
    left, right = _end(before)
    return any(taken[0][left : after.left]) or any(taken[1][right : after.right])


def _blocks(one: Reading, other: Reading, runs: Sequence[Run], taken: Taken, reach: int) -> Iterator[Block]:
    """Words that are the same and words that differ, along a chain of runs and a little beyond."""
    left, right = (_back(used, start, reach) for used, start in zip(taken, (runs[0].left, runs[0].right), strict=True))
    for run in runs:
        yield from _between(one, other, (left, run.left), (right, run.right))
        yield run.left, run.right, run.length
        left, right = _end(run)
    ends = _onward(taken[0], left, reach), _onward(taken[1], right, reach)
    yield from _between(one, other, (left, ends[0]), (right, ends[1]))


def _back(used: bytearray, start: int, reach: int) -> int:
    """How far back from ``start`` words are free, within reach."""
    return max(start - reach, used.rfind(1, 0, start) + 1, 0)


def _onward(used: bytearray, end: int, reach: int) -> int:
    """How far on from ``end`` words are free, within reach."""
    met = used.find(1, end, end + reach)
    return min(end + reach, len(used)) if met < 0 else met


def _between(one: Reading, other: Reading, left: tuple[int, int], right: tuple[int, int]) -> Iterator[Block]:
    """The words between two runs, aligned."""
    if left[0] == left[1] or right[0] == right[1]:
        yield -1, -1, max(left[1] - left[0], right[1] - right[0])
        return
    for step in Levenshtein.opcodes(one.forms[slice(*left)], other.forms[slice(*right)]):
        rows, others = step.src_end - step.src_start, step.dest_end - step.dest_start
        if step.tag == "equal":
            yield left[0] + step.src_start, right[0] + step.dest_start, rows
        else:
            yield -1, -1, max(rows, others)


def _cut(blocks: Iterable[Block], weights: Sequence[float], settings: Settings) -> Iterator[Stretch]:
    """Stretches whose words outweigh their differences, ended where the differences would cost too much."""
    same: list[Block] = []
    kept, score, best = 0, 0.0, 0.0
    for left, right, words in blocks:
        if left >= 0:
            score += sum(weights[left : left + words])
            same.append((left, right, words))
            if score > best:
                best, kept = score, len(same)
            continue
        score -= settings.passage_edit_cost * words
        if score <= 0 or best - score > settings.passage_drop:
            if kept:
                yield Stretch(_matched(same[:kept]), best)
            same, kept, score, best = [], 0, 0.0, 0.0
    if kept:
        yield Stretch(_matched(same[:kept]), best)


def _matched(same: Iterable[Block]) -> tuple[tuple[int, int], ...]:
    """The words of blocks as pairs of rows."""
    rows = (zip(range(i, i + words), range(j, j + words), strict=True) for i, j, words in same)
    return tuple(itertools.chain.from_iterable(rows))
