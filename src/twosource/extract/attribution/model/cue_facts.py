"""Facts about a cue that are the same for all ways to cut its source and content."""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import DEPENDENTS, Codes, Columns, Ints, code, ordinal
from twosource.extract.attribution.model.decoding import Floats
from twosource.extract.attribution.model.learned_of import LEARNED_OF
from twosource.extract.attribution.model.span_candidates import BORDER, DEPS, POS
from twosource.language import labels, lexicon_of

_FACTS: Final = (
    labels.NOMINAL_SUBJECT,
    labels.NOMINAL_PASSIVE_SUBJECT,
    labels.CONTENT,
    labels.OPEN_COMPLEMENT,
    labels.DIRECT_OBJECT,
    labels.AGENT,
    labels.NOUN_CLAUSE,
    labels.PREPOSITION,
    labels.PASSIVE_AUXILIARY,
    labels.OBJECT_PREDICATIVE,
    labels.MARKER,
    labels.AUXILIARY,
    labels.PARTICLE,
)
_FRAMES: Final = ("clause", "quote", "aim", "object", "about", "passive", "noun", "phrase")


def cue_facts(c: Columns, heads: Ints, frame: Codes, chance: Floats, lists: tuple[frozenset[str], ...]) -> Floats:
    """Facts about cues, cue by fact: how sure they are, in which frame they stand, which word lists they are on.

    ``frame`` has for every token the code of the frame that the rules see it in, ``chance`` how sure it is that it heads a
    cue; each of ``lists`` is a column.
    """
    flags = c.flags[heads]
    columns = [chance[heads], ordinal(c.pos[heads], POS), ordinal(c.dep[heads], DEPS), ordinal(frame[heads], _FRAMES)]
    columns += [(flags >> np.uint64(DEPENDENTS.index(name))) & np.uint64(1) for name in _FACTS]
    lemmas = c.lemma[heads].tolist()
    columns += [np.array([lemma in codes for lemma in lemmas]) for codes in map(_codes, lists)]
    columns += _company(c, heads, chance)
    columns += [c.quote[heads] >= 0, ordinal(c.dep[c.head[heads]], DEPS), ordinal(c.pos[c.head[heads]], POS)]
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


@cache
def _codes(words: frozenset[str]) -> frozenset[int]:
    return frozenset(map(code, words))


_PRONOUNS: Final = lexicon_of(LEARNED_OF).learned.pronouns


def _company(c: Columns, heads: Ints, chance: Floats) -> list[NDArray[np.generic]]:
    """The cues beside a cue: above it, below it, in its sentence, in the article; and who its subject is."""
    above, place = np.zeros(len(heads), dtype=np.float32), heads
    for _ in range(5):
        up = c.head[place]
        above = np.maximum(above, np.where(up != place, chance[up], 0))
        place = up
    sure = chance.tolist()
    reach = zip(*(rows[heads].tolist() for rows in (c.left, c.right, c.first, c.last)), strict=True)
    beside_it = []
    for head, (left, right, first, last) in zip(heads.tolist(), reach, strict=True):
        inside = sure[left:head] + sure[head + 1 : right + 1]
        around = sure[first:head] + sure[head + 1 : last + 1]
        beside_it.append((max(inside, default=0), max(around, default=0), sum(around)))
    below, beside, many = np.array(beside_it, dtype=np.float32).reshape(-1, 3).T
    subject = c.child("nsubj", labels.NOMINAL_PASSIVE_SUBJECT)[heads]
    density = np.full(len(heads), chance.sum() / max(1, len(c)), dtype=np.float32)
    near = np.where(subject >= 0, subject, 0)
    who = np.where(subject >= 0, ordinal(c.word[near], _PRONOUNS), -1)
    name = np.where(
        subject >= 0,
        ordinal(c.entity[near], (labels.PERSON, labels.ORGANISATION, labels.STATE_OR_TOWN, labels.PEOPLE)),
        -1,
    )
    kind = np.where(subject >= 0, ordinal(c.pos[near], POS), -1)
    where = heads / max(1, len(c))
    before = np.where(heads > 0, ordinal(c.word[np.maximum(heads - 1, 0)], BORDER), -1)
    return [above, below, beside, many, density, who, name, kind, where, c.last[heads] - c.first[heads], before]
