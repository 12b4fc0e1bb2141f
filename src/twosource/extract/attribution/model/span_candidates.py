"""Ways to cut source, cue and content, and what can be seen of each as a whole: the network sees rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import Columns, Ints, ordinal
from twosource.extract.attribution.model.decoding import Floats, Labels
from twosource.extract.attribution.model.learned_of import LEARNED_OF
from twosource.extract.attribution.model.windows import Windows
from twosource.language import labels, lexicon_of

POS: Final = (
    labels.VERB,
    labels.AUXILIARY_VERB,
    labels.NOUN,
    labels.NAME,
    labels.PRONOUN,
    labels.ADJECTIVE,
    labels.ADVERB,
    labels.ADPOSITION,
    labels.DETERMINER,
    labels.NUMERAL,
    labels.COORDINATOR,
    labels.SUBORDINATOR,
    labels.LITTLE_WORD,
    labels.PUNCTUATION,
)
DEPS: Final = (
    labels.ROOT, labels.CONTENT, labels.OPEN_COMPLEMENT, labels.ADVERBIAL, labels.RELATIVE_CLAUSE, labels.NOUN_CLAUSE, labels.CONJUNCT, labels.PARATAXIS, labels.PREPOSED_CLAUSE, labels.DIRECT_OBJECT, labels.PREPOSED, labels.NOMINAL_SUBJECT, labels.UNCLASSIFIED,
    labels.CLAUSE_SUBJECT, labels.ATTRIBUTE, labels.OBJECT_PREDICATIVE, labels.PREPOSITION, labels.APPOSITION, labels.ADVERB_MODIFIER, labels.NOUN_AS_ADVERB, labels.ADJECTIVAL, labels.COMPOUND, labels.NOMINAL_PASSIVE_SUBJECT, labels.STOP, labels.CONJUNCTION,
    labels.MARKER, labels.INDIRECT_OBJECT, labels.AGENT, labels.ADJECTIVAL_COMPLEMENT, labels.AUXILIARY, labels.NEGATION,
)  # fmt: skip
_CUT: Final = (
    labels.PREPOSITION,
    labels.ADVERBIAL,
    labels.RELATIVE_CLAUSE,
    labels.NOUN_CLAUSE,
    labels.CONJUNCT,
    labels.CONJUNCTION,
    labels.APPOSITION,
    labels.NOUN_AS_ADVERB,
    labels.ADVERB_MODIFIER,
    labels.CONTENT,
    labels.DIRECT_OBJECT,
    labels.MARKER,
    labels.NOMINAL_SUBJECT,
    labels.OPEN_COMPLEMENT,
)
_LEARNED: Final = lexicon_of(LEARNED_OF).learned
BORDER: Final = _LEARNED.border
_ROOTS: Final = (
    labels.CONTENT,
    labels.OPEN_COMPLEMENT,
    labels.DIRECT_OBJECT,
    labels.PREPOSITION,
    labels.NOMINAL_SUBJECT,
    labels.ADVERBIAL,
    labels.PARATAXIS,
    labels.NOUN_CLAUSE,
    labels.NOMINAL_PASSIVE_SUBJECT,
    labels.NOUN_AS_ADVERB,
    labels.ADVERB_MODIFIER,
    labels.OBJECT_PREDICATIVE,
)
OWN: Final = 6
SOURCE, CUE, CONTENT = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The windows as a rectangle, cue by row: what each token is. Rows past a window's end repeat its last."""

    real: NDArray[np.bool_]
    token: Ints
    head: Ints
    right: Ints
    left: Ints
    pos: Ints
    dep: Ints
    border: Ints
    quote: Ints
    sentence: Ints
    last: NDArray[np.bool_]
    cue: Ints
    chance: Floats
    rule: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Where source, cue and content stand in each way: role by window by way."""

    size: Ints  # how many rows
    # First and last row of the window; 0 where there are none.
    first: Ints
    last: Ints
    runs: Ints  # in how many pieces


@dataclass(frozen=True, kw_only=True)
class Cuts:
    """Ways to cut around some cues."""

    grid: Grid  # the cues' windows
    labels: Labels  # window by way by row, the network's best first
    worth: Floats  # what the network makes of each way, window by way
    sure: Floats  # how sure each cue is one
    told: Floats  # how sure the network is of that, having seen the window; more than 0 where it is likelier than not

    @cached_property
    def ends(self) -> Ends:
        """Where the roles stand."""
        roles = self.labels == np.array([SOURCE, CUE, CONTENT], dtype=np.int8)[:, None, None, None]
        size = _many(roles)
        last = np.where(size > 0, roles.shape[3] - 1 - roles[..., ::-1].argmax(3), 0)
        runs = _many(roles[..., 1:] & ~roles[..., :-1]) + roles[..., 0]
        return Ends(size=size, first=roles.argmax(3), last=last, runs=runs)


def _many(marks: NDArray[np.bool_]) -> Ints:
    """How many rows are marked, for each of the places before the last axis."""
    many: Ints = np.einsum("...s->...", marks, dtype=np.int64)
    return many


def grid_of(c: Columns, w: Windows, index: Ints, real: NDArray[np.bool_], chance: Floats) -> Grid:
    """Lay the windows out, by the rectangle of rows that ``decoding.padded`` gives.

    ``chance`` has for every token how sure it is that it heads a cue.
    """
    token = w.token[index]
    first = token[:, :1]
    size = token.shape[1]

    def inside(rows: Ints) -> Ints:
        place = rows[token] - first
        return np.where((place >= 0) & (place < size), place, size)

    pos, dep, border = ordinal(c.pos, POS), ordinal(c.dep, DEPS), ordinal(c.word, BORDER)
    return Grid(
        real=real,
        token=token,
        head=inside(c.head),
        right=inside(c.right),
        left=inside(c.left),
        pos=pos[token],
        dep=dep[token],
        border=border[token],
        quote=c.quote[token],
        sentence=c.sentence[token],
        last=c.last[token] == token,
        cue=w.heads - first[:, 0],
        chance=chance[token],
        rule=w.rule[index],
    )


def variants(grid: Grid, labels: Labels) -> Labels:
    """Other ends for the content of the first labelling, window by way by row: whole subtrees taken in, or left out.

    ``OWN`` more ways a window; a way that could not be made repeats the first.
    """
    more = np.repeat(labels[:, :1], OWN, axis=1)
    trees = zip(*(rows.tolist() for rows in (grid.head, grid.left, grid.right, grid.dep, grid.border)), strict=True)
    for i, (best, tree) in enumerate(zip(labels[:, 0], trees, strict=True)):
        content = _Content(best.tobytes(), *tree)
        further = [*islice(content.further_out(), OWN // 2), *islice(dict.fromkeys(content.further_in()), OWN // 2)]
        for way, end in enumerate(further):
            row = more[i, way]
            if end > content.end:
                row[content.end + 1 : end + 1] = CONTENT
            else:
                row[end + 1 :][row[end + 1 :] == CONTENT] = 0
    return more


class _Content:
    """The content of one labelling of a window, with what each row of it hangs from, reaches to, and is."""

    def __init__(
        self, labels: bytes, head: list[int], left: list[int], right: list[int], dep: list[int], border: list[int]
    ) -> None:
        """Find its last row, and where the piece that this ends begins; no row is -1."""
        self._labels, self._head, self._left, self._right = labels, head, left, right
        self._dep, self._border = dep, border
        self.end = labels.rfind(CONTENT)
        self._begin = len(labels[: self.end + 1].rstrip(bytes([CONTENT])))

    def further_out(self) -> Iterator[int]:
        """The ends of what its last word hangs from, up the tree, where nothing else of the cue lies between."""
        place = reached = self.end
        for _ in range(_HIGHEST_CLIMB if self.end >= 0 else 0):
            head = self._head[place]
            if head >= len(self._head) or head == place:
                return
            reach = self._right[head]
            if reached < reach < len(self._head) and not any(self._labels[self.end + 1 : reach + 1]):
                yield reach
                reached = reach
            place = head

    def further_in(self) -> Iterator[int]:
        """The rows before the subtrees that may be left out at its end, loose words before them left out too."""
        begin = self._begin
        for row in range(self.end, begin, -1):
            left = self._left[row]
            if not (begin < left <= row and self._dep[row] in _SPLITS):
                continue
            cut = left - 1
            while cut > begin and self._border[cut] in _LOOSE:
                cut -= 1
            yield cut


_HIGHEST_CLIMB: Final = 8
_SPLITS: Final = frozenset(
    DEPS.index(name) + 1
    for name in (
        labels.PREPOSITION,
        labels.ADVERBIAL,
        labels.RELATIVE_CLAUSE,
        labels.NOUN_CLAUSE,
        labels.CONJUNCT,
        labels.APPOSITION,
        labels.NOUN_AS_ADVERB,
        labels.CONTENT,
        labels.ADVERB_MODIFIER,
    )
)
_LOOSE: Final = frozenset(BORDER.index(mark) + 1 for mark in _LEARNED.loose_border)


def head_labels(grid: Grid, labels: Labels) -> Labels:
    """The label of each row's head, window by way by row; 0 where that is outside of the window."""
    outside = np.zeros((*labels.shape[:2], 1), dtype=np.int8)
    # By row first: what is looked up for all ways of a window lies side by side then.
    by_row = np.concatenate([labels, outside], axis=2).transpose(0, 2, 1)
    return np.ascontiguousarray(by_row[np.arange(len(labels))[:, None], grid.head].transpose(0, 2, 1))


def choice_features(cuts: Cuts, cue_facts: Floats) -> Floats:
    """What is seen of each labelling as a whole: window by way by feature; the facts about a cue are the same for all its ways."""
    grid, labels, worth = cuts.grid, cuts.labels, cuts.worth
    is_s, is_q, is_c = roles = [labels == label for label in (SOURCE, CUE, CONTENT)]
    behind = worth - worth.max(1, keepdims=True)
    soft = np.exp(behind)
    columns: list[NDArray[np.generic]] = [
        behind,
        soft / soft.sum(1, keepdims=True),
        np.argsort(np.argsort(-worth, axis=1, kind="stable"), axis=1),
    ]
    columns += _extents(grid, cuts.ends)
    headlabel = head_labels(grid, labels)
    shown = grid.real[:, None]
    cut = (labels == 0) & shown
    columns += _counted_by_label(cut & (headlabel == CONTENT), grid.dep, _CUT)
    roots = is_c & (headlabel != CONTENT) & shown
    own = roots & (grid.head == grid.cue[:, None])[:, None]
    columns += _counted_by_label(own, grid.dep, _ROOTS)
    columns += map(_many, (roots & ~own, is_s & (headlabel != SOURCE), cut & (headlabel == SOURCE)))
    columns += _quoting(grid, is_c, shown)
    likely = (grid.chance > 0.4)[:, None]  # noqa: PLR2004 - more likely a cue than most
    columns += [_many(likely & role) for role in (is_c, is_s, is_q)]
    columns += [_many(role != (grid.rule == k)[:, None]) for k, role in enumerate(roles, SOURCE)]
    columns += [_many(role ^ role[:, :1]) for role in roles]
    columns.append(labels[np.arange(len(labels)), :, grid.cue])
    seen = np.stack(columns, axis=0, dtype=np.float32, casting="unsafe").transpose(1, 2, 0)
    return np.concatenate([seen, np.repeat(cue_facts[:, None], labels.shape[1], axis=1)], axis=2)


def _counted_by_label(where: NDArray[np.bool_], dep: Ints, names: tuple[str, ...]) -> list[NDArray[np.generic]]:
    """For each label how many rows of each way are marked and hang by it."""
    n, ways, _ = where.shape
    window, way, row = np.unravel_index(np.flatnonzero(where), where.shape)
    places = len(DEPS) + 1
    counts = np.bincount((window * ways + way) * places + dep[window, row], minlength=n * ways * places)
    by_label = counts.reshape(n, ways, places)
    return [by_label[:, :, DEPS.index(name) + 1] for name in names]


def _extents(grid: Grid, ends: Ends) -> Iterator[NDArray[np.generic]]:
    """For each role its size, what stands inside and outside of its ends, and how many pieces it has."""
    n, size = grid.token.shape
    first, last = np.where(ends.size > 0, (ends.first - grid.cue[:, None], ends.last - grid.cue[:, None]), 99)
    places = np.stack([ends.first, ends.last, ends.last + 1, ends.first - 1]).clip(0, size - 1)
    values = np.stack([grid.pos, grid.border, grid.dep, grid.last])
    # Value by place by role by window by way.
    seen = np.where(ends.size > 0, values[:, np.arange(n)[:, None], places], -1)
    for role in range(len(ends.size)):
        yield from (ends.size[role], first[role], last[role])
        yield from (seen[value, place, role] for place in range(len(places)) for value in (0, 1))
        yield from (seen[value, place, role] for value, place in ((2, 0), (2, 1), (2, 2), (3, 1), (3, 2)))
        yield ends.runs[role]


def _quoting(grid: Grid, is_c: NDArray[np.bool_], shown: NDArray[np.bool_]) -> list[NDArray[np.generic]]:
    """How much of the content is quoted, how often its borders cut a quotation, over how many sentences it runs."""
    quoted = (grid.quote >= 0)[:, None]
    same = ((grid.quote[:, 1:] == grid.quote[:, :-1]) & (grid.quote[:, 1:] >= 0))[:, None]
    border = is_c[:, :, 1:] != is_c[:, :, :-1]
    new = (grid.sentence[:, 1:] != grid.sentence[:, :-1])[:, None]
    return [
        _many(is_c & quoted),
        _many(border & same),
        _many(~is_c & quoted & shown),
        _many(is_c[:, :, 1:] & new & shown[:, :, 1:]),
    ]
