"""Attributions by the learned model: cues first, then the ways to cut source and content around each, then a choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import Codes, Columns, Ints, code, columns_of
from twosource.extract.attribution.model.context_features import Company, company_features, company_of
from twosource.extract.attribution.model.cue_facts import cue_facts
from twosource.extract.attribution.model.cue_features import candidates, cue_features
from twosource.extract.attribution.model.decoding import Floats, Labels, best, padded, worth_of
from twosource.extract.attribution.model.network import read_by
from twosource.extract.attribution.model.span_candidates import (
    CONTENT,
    CUE,
    SOURCE,
    Cuts,
    choice_features,
    grid_of,
    variants,
)
from twosource.extract.attribution.model.span_codes import layers_of
from twosource.extract.attribution.model.span_features import cut_words, told_by_words
from twosource.extract.attribution.model.views import views_of
from twosource.extract.attribution.model.weights import Weights
from twosource.extract.attribution.model.windows import Windows, windows_of
from twosource.extract.attribution.rules.cue_arguments import Parts, parts_of
from twosource.extract.attribution.rules.cues import Cue, Frame, cues_in, extent
from twosource.extract.quotations import Quotation
from twosource.language import labels
from twosource.language.tree import Parsed, Tree
from twosource.language.words_frames import FrameWords
from twosource.text.one_thread import one_thread

WAYS: Final = 8
BATCH: Final = 96
NEAR: Final = 7.0
DECIMALS: Final = 4
_NOMINAL: Final = frozenset(labels.NOUNS)
_BY_CHILD: Final[tuple[tuple[str, Frame], ...]] = (
    (labels.CONTENT, "clause"),
    (labels.OPEN_COMPLEMENT, "aim"),
    (labels.NOMINAL_PASSIVE_SUBJECT, "passive"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One attribution as rows of the article's columns; ``source`` may be empty.

    ``score`` is the chance that source, cue and content are all cut as a person would cut them, ``sure`` the chance that
    ``head`` heads a cue at all.
    """

    head: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    score: float
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article made ready: its columns, what the rules see in it, and how likely each token heads a cue."""

    columns: Columns
    frame: Codes
    cues: dict[int, Cue]
    chance: Floats


def read(parsed: Parsed, quotations: tuple[Quotation, ...], words: FrameWords, weights: Weights) -> Reading:
    """Lay out an article and score each token as the head of a cue."""
    c, frame, cues = seen_by_rules(parsed, quotations, words)
    rows = candidates(c)
    chance = np.zeros(len(c), dtype=np.float32)
    if len(rows):
        worth = weights.cue[cue_features(c, rows, frame)].sum(axis=1) + weights.cue_bias
        chance[rows] = 1.0 / (1.0 + np.exp(-worth))
    return Reading(columns=c, frame=frame, cues=cues, chance=chance)


def seen_by_rules(
    parsed: Parsed, quotations: tuple[Quotation, ...], words: FrameWords
) -> tuple[Columns, Codes, dict[int, Cue]]:
    """An article's columns, for each token the code of the frame the rules see it in, and their cues by row."""
    c = columns_of(parsed, quotations)
    frame = np.zeros(len(c), dtype=np.uint64)
    cues: dict[int, Cue] = {}
    for (_, tree), first in zip(c.trees, c.opened, strict=True):
        for cue in cues_in(tree, c.quote[first : first + len(tree)].tolist(), words):
            frame[first + cue.row] = code(cue.frame)
            cues[first + cue.row] = cue
    return c, frame, cues


def decide(reading: Reading, words: FrameWords, weights: Weights, least_cue: float) -> Iterator[Found]:
    """For each likely cue the best way to cut it, in order of the cues.

    Tokens that are less likely than ``least_cue`` to head one are passed over.
    """
    heads = [int(row) for row in np.flatnonzero(reading.chance >= least_cue)]
    heads.sort(key=lambda row: (int(reading.columns.last[row] - reading.columns.first[row]), row))
    batches = (sorted(heads[first : first + BATCH]) for first in range(0, len(heads), BATCH))
    parts = [cuts_of(reading, batch, weights) for batch in batches]
    company = company_of(len(reading.columns), (cuts for _, cuts in parts))
    found: list[Found] = []
    for windows, cuts in parts:
        features = seen_of(reading, windows, cuts, company, words)
        rows = cut_words(reading.columns, reading.frame, cuts, windows.heads)
        features = np.concatenate([features, told_by_words(rows, weights.cut, weights.cut_bias)], axis=2)
        chance = np.zeros(features.shape[:2], dtype=np.float32)
        asked = worth_asking(cuts.labels, features[:, :, 0])
        chance[asked] = weights.choice.chance(features[asked])
        found.extend(_chosen(windows, cuts, chance))
    return iter(sorted(found, key=lambda one: one.head))


def worth_asking(labels: Labels, behind: Floats) -> NDArray[np.bool_]:
    """Ways that the network does not think absurd, and that do not repeat the best one: asking the trees takes time.

    ``labels`` are window by way by row; ``behind`` is how far each way is behind the best, 0 or less.
    """
    asked = behind > -NEAR
    asked[:, 1:] &= (labels[:, 1:] != labels[:, :1]).any(axis=2)
    return asked


def cuts_of(reading: Reading, heads: list[int], weights: Weights) -> tuple[Windows, Cuts]:
    """The windows around cues, and the ways to cut them: the network's own, those with other ends, the rules'."""
    c, chance = reading.columns, reading.chance
    windows = windows_of(c, heads, {head: proposal(c, head, reading.cues.get(head)) for head in heads})
    views = views_of(c, windows, chance)

    # Matrices this small are multiplied slower by two threads than by one.
    with one_thread():
        rows, told = read_by(weights.network, layers_of(c, windows, views, reading.frame), windows)
    index, real = padded(windows.opened)
    worth, steps, pairs = rows[index], views.step[index], weights.network.steps
    labels, value = best(worth, steps, real, pairs, WAYS)
    grid = grid_of(c, windows, index, real, chance)
    by_rule = (grid.rule * real).astype(np.int8)[:, None]
    more = np.concatenate([variants(grid, labels), by_rule], axis=1)
    value = np.concatenate([value, worth_of(more, worth, steps, real, pairs)], axis=1)
    labels = np.concatenate([labels, more], axis=1)
    return windows, Cuts(grid=grid, labels=labels, worth=value, sure=chance[windows.heads], told=told)


def seen_of(reading: Reading, windows: Windows, cuts: Cuts, company: Company, words: FrameWords) -> Floats:
    """What is seen of the ways to cut, window by way by feature; the first feature is how far each is behind the best."""
    lists = (words.say, words.clause, words.aim, words.object, words.passive, words.nouns)
    facts = cue_facts(reading.columns, windows.heads, reading.frame, reading.chance, lists)
    alone = choice_features(cuts, facts)
    told = np.repeat(cuts.told[:, None, None], alone.shape[1], axis=1)
    # Roundings of sums differ between machines; no tree may ask about them.
    return np.round(np.concatenate([alone, company_features(cuts, company, WAYS), told], axis=2), DECIMALS)


def proposal(c: Columns, head: int, cue: Cue | None) -> tuple[int, int, int, Parts]:
    """What the rules make of a cue's head, in its own tree: the tree's first row, the cue's rows there, its parts."""
    block = int(c.block[head])
    first, tree = c.opened[block], c.trees[block][1]
    if cue is None:
        row = head - first
        frame = _likely_frame(tree, row)
        begin, end = extent(tree, row, frame)
        cue = Cue(row=row, first=begin, last=end, frame=frame)
    return first, cue.first, cue.last, parts_of(tree, cue)


def _likely_frame(tree: Tree, row: int) -> Frame:
    if tree.pos[row] in _NOMINAL:
        return "noun"
    if tree.pos[row] == labels.ADPOSITION:
        return "phrase"
    return next((frame for dep, frame in _BY_CHILD if tree.child(row, dep) is not None), "object")


def _chosen(windows: Windows, cuts: Cuts, chance: Floats) -> Iterator[Found]:
    """The best way of each window; ties go to the network's own order."""
    picked = chance.argmax(axis=1)
    for i, head in enumerate(windows.heads):
        rows: Ints = windows.token[windows.opened[i] : windows.opened[i + 1]]
        way = cuts.labels[i, picked[i], : len(rows)]
        source, cue, content = (tuple(rows[way == label].tolist()) for label in (SOURCE, CUE, CONTENT))
        if content:
            yield Found(
                head=int(head), source=source, cue=cue or (int(head),), content=content,
                score=float(chance[i, picked[i]]), sure=float(cuts.sure[i]),
            )  # fmt: skip
