"""A small network that reads a cue's window as a whole: what each label is worth at each row.

Each row becomes a vector, the sum of what was learned for each of its features. Four convolutions, each reaching
twice as far as the one before, let rows see 15 others on either side. Dilated convolutions for tagging:
Strubell et al., EMNLP 2017.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from twosource.extract.attribution.model.columns import Codes, Ints
from twosource.extract.attribution.model.decoding import Floats
from twosource.extract.attribution.model.span_codes import LEMMAS, Part
from twosource.extract.attribution.model.windows import Windows


@dataclass(frozen=True, kw_only=True)
class Network:
    """What was learned."""

    # For each feature the codes that are known, sorted; those of lemmas are under ``lemma``.
    vocabulary: dict[str, Codes]
    tables: dict[str, Floats]  # for each feature that is no lemma its vectors, that of unknown codes first
    lemmas: Floats  # the lemmas' vectors, that of unknown ones first; ``turned`` are the matrices that they go through
    turned: dict[str, Floats]
    bits: tuple[Floats, ...]  # for each part that has bits, in order, a vector a bit
    bias: Floats  # added to every row
    # Three matrices a convolution: of the row before, of the row, of the row behind; ``offsets`` are added.
    kernels: Floats
    offsets: Floats
    out: Floats  # from what a row became and what it was to the labels; ``out_bias`` is added
    out_bias: Floats
    cue: Floats  # the same for the cue's row, to how likely it is one; ``cue_bias`` is added
    cue_bias: Floats
    steps: Floats  # what each step is worth, class by label before by label


def places(vocabulary: Codes, codes: Codes) -> Ints:
    """Place of each code in a sorted vocabulary, from 1; 0 for codes that it has not."""
    if not len(vocabulary):
        return np.zeros(len(codes), dtype=np.int64)
    found = np.searchsorted(vocabulary, codes)
    found[found == len(vocabulary)] = 0
    return np.where(vocabulary[found] == codes, found + 1, 0)


def read_by(net: Network, parts: Iterable[Part], windows: Windows) -> tuple[Floats, Floats]:
    """What each label is worth at each row of the windows, of whose rows ``parts`` are seen: row by label.

    And for each window how likely its cue is one, above 0 where it is likelier than not.
    """
    total, bits = np.tile(net.bias, (len(windows.token), 1)), iter(net.bits)
    for part in parts:
        seen = _seen(net, part.codes)
        if part.bits is not None:
            seen += part.bits.astype(np.float32) @ next(bits)
        total += seen.take(part.row, axis=0)
    place = np.arange(len(windows.token)) + windows.cue * (1 << len(net.kernels) - 1)
    first = np.zeros((int(place.max(initial=0)) + 1, len(net.bias)), dtype=np.float32)
    np.maximum(total, 0, out=total)
    first[place] = total
    both = np.concatenate([_stirred(net, first, place).take(place, axis=0), total], axis=1)
    head = windows.opened[:-1] + windows.heads - windows.token[windows.opened[:-1]]
    return both @ net.out + net.out_bias, both[head] @ net.cue + net.cue_bias


def _stirred(net: Network, rows: Floats, place: Ints) -> Floats:
    """The rows after all convolutions, in their own place. Those that are not at a ``place`` lie between windows and stay empty."""
    between = np.ones(len(rows), dtype=bool)
    between[place] = False
    empty = np.flatnonzero(between)
    for i, (kernel, offset) in enumerate(zip(net.kernels, net.offsets, strict=True)):
        change, reach = rows @ kernel[1], 1 << i
        change[reach:] += rows[:-reach] @ kernel[0]
        change[:-reach] += rows[reach:] @ kernel[2]
        change += offset
        rows += np.maximum(change, 0, out=change)
        rows[empty] = 0
    return rows


def _seen(net: Network, parts: Mapping[str, Codes]) -> Floats:
    """The sum of what was learned for each of a row's features."""
    first, *others = (_looked_up(net, name, codes) for name, codes in parts.items())
    for other in others:
        first += other
    return first


def _looked_up(net: Network, name: str, codes: Codes) -> Floats:
    if name in LEMMAS:
        return net.lemmas.take(places(net.vocabulary["lemma"], codes), axis=0) @ net.turned[name]
    return net.tables[name].take(places(net.vocabulary[name], codes), axis=0)
