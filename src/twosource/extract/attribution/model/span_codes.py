"""What the network looks at in each row of a window: small numbers, told apart by what they are the same for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.extract.attribution.model.columns import DEPENDENTS, Codes, Columns, Ints
from twosource.extract.attribution.model.cue_features import at, mix
from twosource.extract.attribution.model.views import Views
from twosource.extract.attribution.model.windows import Windows

Bits = NDArray[np.uint8]
# The features that are lemmas; they share one vocabulary.
LEMMAS: Final = ("lemma", "head lemma", "root lemma", "cue lemma")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Features that are the same for many rows of the windows: laid down once, looked up by row."""

    codes: dict[str, Codes]  # for each feature its codes
    bits: Bits | None  # which dependents a token has, one column each; None where that is not looked at
    row: Ints  # for each row of the windows the place in the arrays above


def layers_of(c: Columns, w: Windows, v: Views, frame: Codes) -> Iterator[Part]:
    """What there is to see: of the word, of its branch's top, of the cue, in the frame that the rules see it in, and of how the word lies to the cue."""
    t, h, bits = w.token, w.heads, _bits(c)
    sure = v.sure.astype(np.uint64)
    yield Part(codes=_of_words(c, frame) | {"sure": sure}, bits=bits, row=t)
    yield Part(
        codes={"root lemma": np.append(c.lemma, np.uint64(0)), "root dep": np.append(c.dep, np.uint64(0))},
        bits=None,
        row=w.root,
    )
    yield Part(
        codes={"cue lemma": c.lemma[h], "cue tag": c.tag[h], "cue dep": c.dep[h], "cue frame": frame[h], "cue sure": sure[h]},
        bits=bits[h],
        row=w.cue,
    )  # fmt: skip
    places = {
        "branch": w.branch, "level": w.level * 3 + v.side + (t >= h[w.cue]), "edge": v.edge, "deep": v.deep,
        "relation": v.relation * 3 + v.opens, "own": v.own, "between": v.between, "gap": v.gap, "distance": v.distance,
        "rule": w.rule, "below": (c.head[t] == h[w.cue]) * 1 + (t == h[w.cue]) * 2,
    }  # fmt: skip
    yield _laid_once({name: values.astype(np.uint64) for name, values in places.items()})


def _laid_once(codes: dict[str, Codes]) -> Part:
    """Rows whose codes are all the same are laid down once: two rows or three, on average."""
    _, first, row = np.unique(mix(70, *codes.values()), return_index=True, return_inverse=True)
    return Part(codes={name: values[first] for name, values in codes.items()}, bits=None, row=row)


def _of_words(c: Columns, frame: Codes) -> dict[str, Codes]:
    rows = np.arange(len(c))
    toward = ((c.head > rows) * 1 + (c.head == rows) * 2).astype(np.uint64)
    return {
        "lemma": c.lemma, "tag": c.tag, "dep": c.dep, "entity": c.entity, "shape": c.shape, "head lemma": at(c.lemma, c.head),
        "head dep": at(c.dep, c.head), "toward": toward, "frame": frame,
    }  # fmt: skip


def _bits(c: Columns) -> Bits:
    shifts = np.arange(len(DEPENDENTS), dtype=np.uint64)
    return ((c.flags[:, None] >> shifts) & np.uint64(1)).astype(np.uint8)
