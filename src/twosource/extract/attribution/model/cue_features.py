"""What the learned model looks at to tell whether a token is the head of a cue: hashed features, one row a candidate."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import DEPENDENTS, Codes, Columns, Ints, among
from twosource.language import labels

BUCKETS: Final = 1 << 20
_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)
_HALF: Final = np.uint64(29)
_OPEN: Final = (
    labels.VERB,
    labels.AUXILIARY_VERB,
    labels.NOUN,
    labels.NAME,
    labels.ADJECTIVE,
    labels.ADPOSITION,
    labels.ADVERB,
    labels.INTERJECTION,
)
_MARKS: Final = (":", "―", "—", "--")
Rows = NDArray[np.int32]


def mix(template: int, *parts: Codes | Ints) -> Codes:
    """One number a row from the parts' numbers, different for each template."""
    total = np.full(len(parts[0]), (template + 1) * 1_000_003, dtype=np.uint64)
    for part in parts:
        total = (total ^ part.astype(np.uint64)) * _PRIME
        total ^= total >> _HALF
    return total


def hashed(first: int, templates: Sequence[tuple[Codes | Ints, ...]], buckets: int) -> Rows:
    """Feature numbers below ``buckets``, a power of two: what ``mix`` makes of each template, a row a token and a column a template.

    ``first`` is the number of the first template; the parts of all are of one length.
    """
    # All templates at once, those of most parts first: what is mixed in at each place is then one block of numbers.
    order = sorted(range(len(templates)), key=lambda number: -len(templates[number]))
    total = np.empty((len(order), len(templates[0][0])), dtype=np.uint64)
    total[:] = ((np.array(order) + first + 1) * 1_000_003)[:, None]
    for place in range(len(templates[order[0]])):
        parts = [templates[number][place] for number in order if len(templates[number]) > place]
        mixed = total[: len(parts)]
        mixed ^= np.stack(parts, dtype=np.uint64, casting="unsafe")
        mixed *= _PRIME
        mixed ^= mixed >> _HALF
    return np.ascontiguousarray((total[np.argsort(order)] & np.uint64(buckets - 1)).T, dtype=np.int32)


def candidates(columns: Columns) -> Ints:
    """Rows that can head a cue."""
    return np.flatnonzero(among(columns.pos, _OPEN) | among(columns.word, _MARKS))


def at(values: Codes | Ints, rows: Ints) -> Codes:
    """``values`` at ``rows``; 0 where the row is -1."""
    found = np.zeros(len(values) + 1, dtype=np.uint64)
    found[:-1] = values
    return found[rows]


def shifted(values: Codes | Ints, by: int) -> Codes:
    """The value ``by`` rows on; 0 past either end."""
    moved = np.zeros(len(values), dtype=np.uint64)
    if by >= 0:
        moved[: max(0, len(values) - by)] = values[by:]
    else:
        moved[-by:] = values[:by]
    return moved


def bucket(distance: Ints) -> Ints:
    """Small numbers as they are, larger ones by their logarithm, the sign kept."""
    size = np.abs(distance)
    coarse = np.where(size < 4, size, 2 + np.floor(np.log2(np.maximum(size, 1))).astype(np.int64))  # noqa: PLR2004 - where the logarithm begins
    return np.sign(distance) * coarse + 32


def cue_features(columns: Columns, rows: Ints, frame: Codes) -> Rows:
    """Feature numbers of candidate cue heads, one row a candidate.

    ``frame`` has for every token the code of the frame that the rules see it in, 0 for none.
    """
    c = columns
    lemma, dep, flags = c.lemma, c.dep, c.flags
    subject, thing = c.child("nsubj", labels.NOMINAL_PASSIVE_SUBJECT, labels.CLAUSE_SUBJECT), c.child("dobj")
    clause, infinitive = c.child("ccomp"), c.child("xcomp")
    prep, helper = c.child("prep", labels.AGENT), c.child("aux", labels.PASSIVE_AUXILIARY)
    noun_clause, owner = c.child("acl"), c.child("poss")
    mark = np.where(clause >= 0, at(c.child(labels.MARKER), clause).astype(np.int64), -1)
    mark = np.where(clause >= 0, c.child(labels.MARKER)[clause], -1) if len(c) else mark
    quoted = (c.quote >= 0).astype(np.uint64)
    near = _near_quotes(c)
    core = flags & np.uint64(
        _bits("nsubj", "nsubjpass", "ccomp", "xcomp", "dobj", labels.AGENT, "prep", "acl", "auxpass", "oprd")
    )
    who = mix(90, at(c.pos, subject), at(c.entity, subject))
    where = bucket(np.minimum(c.sentence, 12))
    headlemma, headpos = at(lemma, c.head), at(c.pos, c.head)
    headframe = at(frame, c.head)
    initial = (np.arange(len(c)) == c.first).astype(np.uint64)
    pairs: list[tuple[Codes | Ints, ...]] = [
        (lemma,), (c.word,), (c.tag, dep), (lemma, dep), (lemma, core), (core, c.tag), (core, dep), (core, quoted),
        (lemma, quoted), (lemma, near), (near, c.tag), (core, near), (frame,), (frame, lemma), (frame, quoted, near),
        (frame, who), (frame, dep, c.tag), (who,), (who, lemma), (at(lemma, subject),), (at(lemma, subject), core),
        (at(lemma, subject), lemma), (at(lemma, thing), lemma), (at(lemma, thing),), (at(c.pos, thing), lemma),
        (at(c.entity, thing), lemma), (at(lemma, prep), lemma), (at(lemma, prep), core), (at(lemma, mark), lemma),
        (at(lemma, mark), core), (at(c.tag, clause), lemma), (at(lemma, clause), core), (at(lemma, infinitive), lemma),
        (at(lemma, infinitive),), (at(lemma, helper), lemma), (at(lemma, helper), core), (at(lemma, noun_clause), lemma),
        (at(lemma, owner), lemma), (headlemma, dep), (headlemma, dep, lemma), (headpos, dep, core), (headframe, dep),
        (headframe, dep, lemma), (headframe, frame), (shifted(lemma, 1), lemma), (shifted(lemma, -1), lemma),
        (shifted(c.pos, 1), lemma), (shifted(c.pos, -1), lemma), (shifted(lemma, 1), shifted(lemma, 2), c.pos),
        (shifted(c.word, -1), shifted(c.word, -2), c.pos), (shifted(lemma, 1), c.tag), (shifted(lemma, -1), c.tag),
        (flags, c.tag), (flags, dep), (initial, c.tag, core), (where, c.tag), (where, core), (c.shape, c.tag, initial),
        (c.entity, c.pos), (bucket(c.depth), core), (bucket(c.last - c.first), core), (quoted, c.tag, who),
        (at(c.shape, subject), core, quoted), (bucket(np.minimum(c.right - c.left, 60)), core),
        (at(lemma, at(c.head, c.head).astype(np.int64)), dep, headpos),
    ]  # fmt: skip
    known = {id(part): part[rows] for parts in pairs for part in parts}
    return hashed(0, [tuple(known[id(part)] for part in parts) for parts in pairs], BUCKETS)


def _bits(*names: str) -> int:
    return sum(1 << DEPENDENTS.index(name) for name in names)


def _near_quotes(columns: Columns) -> Codes:
    """How far the nearest quotation begins behind a token and ends before it, within its sentence, coarsely."""
    n = len(columns)
    rows = np.arange(n)
    quoted = columns.quote >= 0
    before = np.maximum.accumulate(np.where(quoted, rows, -1)) if n else rows
    behind = np.minimum.accumulate(np.where(quoted, rows, 1 << 40)[::-1])[::-1] if n else rows
    left = np.where(before >= columns.first, np.minimum(rows - before, 9), 15)
    right = np.where(behind <= columns.last, np.minimum(behind - rows, 9), 15)
    steps = np.array([0, 1, 2, 2, 3, 3, 3, 3, 3, 4, 5, 5, 5, 5, 5, 5])
    if not n:
        return np.zeros(0, dtype=np.uint64)
    near: Codes = (steps[left] * 8 + steps[right]).astype(np.uint64)
    return near
