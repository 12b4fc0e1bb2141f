"""The words at the borders of a way to cut, as hashed features: the boosted trees see no words, a regression does."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import Codes, Columns, Ints
from twosource.extract.attribution.model.cue_features import Rows, at, bucket, hashed
from twosource.extract.attribution.model.decoding import Floats, Labels, picked
from twosource.extract.attribution.model.span_candidates import CONTENT, CUE, SOURCE, Cuts, head_labels

CUT_BUCKETS: Final = 1 << 18
_LONGEST_CUE, _LONGEST_SOURCE = 6, 3
_OUTSIDE: Final = 7
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    """One role of every way: its first and last row in the article and the rows beside them (-1 where none)."""

    first: Ints
    last: Ints
    before: Ints
    behind: Ints
    begin: Ints
    end: Ints
    size: Ints


def cut_words(c: Columns, frame: Codes, cuts: Cuts, heads: Ints) -> Rows:
    """Hashed features of each way to cut, numbers below ``CUT_BUCKETS``: window by way by template.

    ``frame`` has for every token the code of the frame that the rules see it in; ``heads`` are the cues' rows.
    """
    source, cue, content = (_role(cuts, label) for label in (SOURCE, CUE, CONTENT))
    said = _text_of(c, cuts, CUE, _LONGEST_CUE)
    head = np.broadcast_to(heads[:, None], source.first.shape)
    hung = head_labels(cuts.grid, cuts.labels)
    groups = [
        _of_cue(c, frame, head, source, cue, content, said),
        _of_content(c, cuts, head, content),
        _of_source(c, frame, cuts, hung, head, source, _text_of(c, cuts, SOURCE, _LONGEST_SOURCE)),
        _of_tops(c, frame, head, content, _tops(cuts, hung), said),
    ]
    pairs = [pair for group in groups for pair in group]
    known = {id(part): part.reshape(-1) for pair in pairs for part in pair}
    numbers = hashed(500, [tuple(known[id(part)] for part in pair) for pair in pairs], CUT_BUCKETS)
    return numbers.reshape(*head.shape, len(pairs))


def told_by_words(rows: Rows, weights: Floats, bias: float) -> Floats:
    """What the words make of each way, and how far each way is behind the best of its window: window by way by two."""
    worth = weights[rows].sum(axis=2) + np.float32(bias)
    found: Floats = np.stack([worth, worth - worth.max(axis=1, keepdims=True)], axis=2).astype(np.float32)
    return found


def _role(cuts: Cuts, label: int) -> _Role:
    grid, ends = cuts.grid, cuts.ends
    size, begin, end = ends.size[label - 1], ends.first[label - 1], ends.last[label - 1]
    sizes = grid.real.sum(1)[:, None]

    def row(place: Ints) -> Ints:
        inside = (size > 0) & (place >= 0) & (place < sizes)
        return np.where(inside, picked(grid.token, np.where(inside, place, 0)), -1)

    return _Role(
        first=row(begin), last=row(end), before=row(begin - 1), behind=row(end + 1), begin=begin, end=end, size=size,
    )  # fmt: skip


def _text_of(c: Columns, cuts: Cuts, label: int, longest: int) -> Codes:
    """A number for the words of a role, the same for all that are longer than ``longest``."""
    size = cuts.ends.size[label - 1].reshape(-1)
    way, row = np.nonzero((cuts.labels == label).reshape(len(size), -1))
    opened = np.cumsum(size) - size
    turn = (np.arange(len(way)) - opened[way] + 1).astype(np.uint64)
    words = c.word[cuts.grid.token[way // cuts.labels.shape[1], row]] * (np.uint64(2) * turn + np.uint64(1))
    text = np.append(np.uint64(0), np.cumsum(words, dtype=np.uint64))
    text = text[opened + size] - text[opened]
    return np.where(size <= longest, text, np.uint64(_OUTSIDE)).reshape(cuts.labels.shape[:2])


def _look(values: Codes | Ints, rows: Ints) -> Codes:
    return at(values, rows.reshape(-1)).reshape(rows.shape)


Pairs = list[tuple[Codes | Ints, ...]]


def _of_cue(c: Columns, frame: Codes, head: Ints, source: _Role, cue: _Role, content: _Role, text: Codes) -> Pairs:
    """The cue's words, what stands right beside it, and in which order and how close the roles stand."""
    lemma, pos, dep = _look(c.lemma, head), _look(c.pos, head), _look(c.dep, head)
    order = _order(source, cue, content)
    quoted = _quoted(c, content)
    before, behind = _look(c.lemma, cue.before), _look(c.lemma, cue.behind)
    first, last = _look(c.lemma, cue.first), _look(c.lemma, cue.last)
    return [
        (lemma,), (text,), (lemma, pos, _look(frame, head)), (lemma, order), (lemma, order, dep), (lemma, quoted, order),
        (text, order), (text, _look(c.lemma, content.first)), (text, _look(c.tag, content.first)), (behind, text),
        (before, text), (behind, lemma), (before, lemma), (first, pos), (last, pos, behind), (last, lemma),
        (_gap(cue.end, content.begin), lemma, order), (_gap(content.end, cue.begin), lemma, order),
        (_gap(source.end, cue.begin), order, _look(c.lemma, source.behind)),
    ]  # fmt: skip


def _of_content(c: Columns, cuts: Cuts, head: Ints, content: _Role) -> Pairs:
    """The words on both sides of the content's first and last word."""
    lemma, quoted = _look(c.lemma, head), _quoted(c, content)
    first, tag, dep = (_look(values, content.first) for values in (c.lemma, c.tag, c.dep))
    last, last_tag, last_dep = (_look(values, content.last) for values in (c.lemma, c.tag, c.dep))
    behind, behind_tag, behind_dep = (_look(values, content.behind) for values in (c.lemma, c.tag, c.dep))
    before = _look(c.lemma, content.before)
    its, previous = _label(cuts, content.end + 1), _label(cuts, content.begin - 1)
    inside = _hangs_in(c, content)
    following = np.where(content.behind >= 0, np.minimum(content.behind + 1, len(c) - 1), -1)
    second = np.where(content.first >= 0, np.minimum(content.first + 1, len(c) - 1), -1)
    left = np.clip(at(c.last, content.last.reshape(-1)).reshape(head.shape).astype(np.int64) - content.last, -1, 9)
    begun = np.clip(content.first - at(c.first, content.first.reshape(-1)).reshape(head.shape).astype(np.int64), -1, 9)
    reopened = (at(c.quote + 1, content.behind.reshape(-1)).reshape(head.shape) > 0).astype(np.int64)
    size = bucket(content.size)
    return [
        (lemma, first), (lemma, tag, dep), (behind, its), (behind, _look(c.lemma, following), its),
        (behind, last_tag, quoted), (behind_tag, behind_dep, inside, quoted), (behind, inside, behind_dep),
        (behind, lemma), (behind_dep, lemma, inside), (last, behind), (last, last_dep), (last_tag, behind_tag, behind_dep),
        (before, previous, first), (before, lemma), (before, tag, previous), (first, _look(c.lemma, second)),
        (first, dep, quoted), (left, behind, quoted), (begun, before, quoted), (left, lemma), (size, lemma),
        (size, quoted), (reopened, quoted, left),
    ]  # fmt: skip


def _of_source(c: Columns, frame: Codes, cuts: Cuts, hung: Labels, head: Ints, source: _Role, text: Codes) -> Pairs:
    """The source's words, the noun at its top, and the words beside it."""
    lemma = _look(c.lemma, head)
    top = _top(cuts, (cuts.labels == 1) & (hung != 1))
    noun, dep = _look(c.lemma, top), _look(c.dep, top)
    behind, behind_tag, behind_dep = (_look(values, source.behind) for values in (c.lemma, c.tag, c.dep))
    before, first, last, tag = (
        _look(c.lemma, source.before), _look(c.lemma, source.first), _look(c.lemma, source.last), _look(c.tag, source.last),
    )  # fmt: skip
    return [
        (text,), (text, lemma), (noun, lemma), (noun,), (dep, lemma), (dep, _look(frame, head), _look(c.dep, head)),
        (first, last), (behind, tag), (behind, behind_dep), (behind_tag, behind_dep, tag), (before, first), (before,),
    ]  # fmt: skip


def _of_tops(c: Columns, frame: Codes, head: Ints, content: _Role, tops: tuple[Ints, Ints, Ints], text: Codes) -> Pairs:
    """What the content hangs by: the first and the last of the words whose head is outside of it."""
    first, last, many = tops
    lemma, dep, last_dep = _look(c.lemma, head), _look(c.dep, first), _look(c.dep, last)
    hung = np.where(first >= 0, c.head[np.maximum(first, 0)], -1) if len(c) else first
    own = (hung == head).astype(np.int64)
    quoted = _quoted(c, content)
    return [
        (lemma, dep, own), (lemma, _look(c.tag, first), own), (lemma, dep, _look(frame, head), many),
        (dep, own, quoted, many), (_look(c.lemma, hung), dep), (_look(c.lemma, first), lemma), (many, dep, last_dep),
        (lemma, last_dep, many), (text, dep, own),
    ]  # fmt: skip


def _tops(cuts: Cuts, hung: Labels) -> tuple[Ints, Ints, Ints]:
    """Rows of the first and the last word of the content whose head is outside of it, and how many such words there are.

    ``hung`` are the labels of the words' heads.
    """
    outer = (cuts.labels == 3) & (hung != 3)  # noqa: PLR2004 - the label of content
    many = np.minimum((outer & cuts.grid.real[:, None]).sum(2), 4)
    return _top(cuts, outer), _top(cuts, outer, last=True), many


def _top(cuts: Cuts, outer: Flags, *, last: bool = False) -> Ints:
    place = outer.shape[2] - 1 - outer[:, :, ::-1].argmax(2) if last else outer.argmax(2)
    return np.where(outer.any(2), picked(cuts.grid.token, place), -1)


def _label(cuts: Cuts, place: Ints) -> Ints:
    """The label at a place of the window; 4 outside of it."""
    size = cuts.labels.shape[2]
    inside = (place >= 0) & (place < size)
    window, way = np.ogrid[: len(place), : place.shape[1]]
    return np.where(inside, cuts.labels[window, way, np.where(inside, place, 0)].astype(np.int64), 4)


def _hangs_in(c: Columns, content: _Role) -> Ints:
    """Whether the word behind the content hangs from a word between its first and its last."""
    if not len(c):
        return content.behind
    above = np.where(content.behind >= 0, c.head[np.maximum(content.behind, 0)], -1)
    return ((above >= content.first) & (above <= content.last) & (content.behind >= 0)).astype(np.int64)


def _quoted(c: Columns, content: _Role) -> Ints:
    """1 where the content begins in a quotation, 2 where it ends in one, 3 where both."""
    first, last = (at(c.quote + 1, rows.reshape(-1)).reshape(rows.shape) > 0 for rows in (content.first, content.last))
    return first.astype(np.int64) + 2 * last.astype(np.int64)


def _order(source: _Role, cue: _Role, content: _Role) -> Ints:
    order = (source.begin < cue.begin) * 1 + (cue.begin < content.begin) * 2 + (source.begin < content.begin) * 4
    return np.where(source.size > 0, order, 9).astype(np.int64)


def _gap(before: Ints, behind: Ints) -> Ints:
    gap: Ints = np.clip(behind - before - 1, -2, 6)
    return gap
