"""Vectors of tokens as spaCy's own network makes them, with what depends on a word alone worked out once a word.

The network (``spacy.Tok2Vec.v2``) first makes a vector of each token's form, then lets each see its neighbours in a few
convolutions. The first part costs a third of the whole and gives the same answer wherever the form stands: it is kept.
The convolutions are the network's, with the pieces of a maxout laid side by side. What comes out differs from the
library's by roundings alone.

Source: Honnibal and Montani, "Embed, encode, attend, predict", 2016; ``thinc`` for what each layer does.
"""

from collections.abc import Sequence
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST: Final = 1 << 15
"""Forms kept, of some 400 bytes each; then all are forgotten."""
_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)
_EMBED: Final = "extract_features list2ragged with_array with_array ragged2list"
_LAYER: Final = "residual(expand_window>>maxout>>layernorm>>dropout)"
_PIECES: Final = 3
_LEAST: Final = np.float32(1e-8)
"""Added to a variance, as the library does."""

Vectors = NDArray[np.float32]


class _Convolution(NamedTuple):
    """Weights from a row and its two neighbours to all pieces, their bias, and the scale and shift of the norm."""

    weights: Vectors
    bias: Vectors
    scale: Vectors
    shift: Vectors


class TokenVectors:
    """Answers what a network of the pipeline would.

    Args:
        model: A network from texts to vectors. One of another build is asked itself.
    """

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - the library's networks have no types that say anything
        """Look at the network's layers; read nothing yet."""
        self._model = model
        self._known = _is_known(model)
        if self._known:
            embed, encode = model.get_ref("embed"), model.get_ref("encode")
            self._features, _, self._tables, self._mixed, _ = embed.layers
            self._pad: int = encode.attrs["pad"]
            self._convolutions = [_convolution(layer) for layer in encode.layers[0].layers]
        self._alone = Lock()
        self._row_of: dict[int, int] = {}
        self._forms = self._nothing = np.zeros((1, model.get_dim("nO")), dtype=np.float32)

    def of(self, docs: "Sequence[Doc]") -> list[Vectors]:
        """One row a token, of each text.

        Args:
            docs: Texts cut into tokens; at least one has some.
        """
        if not self._known:
            found: list[Vectors] = self._model.predict(list(docs))
            return found
        rows, forms = self._rows_of(docs)
        pad = np.zeros(self._pad, dtype=np.intp)
        ends = np.cumsum([len(doc) for doc in docs])
        padded = [part for one in np.split(rows, ends[:-1]) for part in (pad, one)]
        vectors = forms[np.concatenate([*padded, pad])]
        for convolution in self._convolutions:
            vectors = _convolved(vectors, convolution)
        starts = ends + self._pad * np.arange(1, len(docs) + 1)
        return [vectors[start - len(doc) : start] for start, doc in zip(starts.tolist(), docs, strict=True)]

    def takes_over(self, pipe: Any) -> None:  # noqa: ANN401 - the same
        """Let a pipe of the pipeline ask here what it would ask its network."""
        from thinc.api import Model  # noqa: PLC0415 - only where something is parsed

        width = self._model.get_dim("nO")
        pipe.model = Model("token_vectors", self._forward, dims={"nO": width})

    def _forward(self, _model: Any, docs: "Sequence[Doc]", is_train: bool) -> tuple[list[Vectors], Any]:  # noqa: ANN401, ARG002, FBT001 - the library's form
        return self.of(docs), _untaught

    def _rows_of(self, docs: "Sequence[Doc]") -> tuple[NDArray[np.intp], Vectors]:
        """For each token the row of its form among the vectors kept, and these; forms not met before are added."""
        features = np.concatenate(self._features.predict(list(docs)))
        # Forms are told apart by 64 bits, as the library tells strings apart.
        numbers = np.zeros(len(features), dtype=np.uint64)
        for column in features.T.astype(np.uint64):
            numbers = (numbers ^ column) * _PRIME
            numbers ^= numbers >> np.uint64(29)
        keys = numbers.tolist()
        with self._alone:
            if len(self._row_of) > _MOST:
                self._row_of.clear()
                self._forms = self._nothing
            first_at = {key: at for at, key in enumerate(keys) if key not in self._row_of}
            if first_at:
                made = self._mixed.predict(self._tables.predict(features[list(first_at.values())]))
                self._row_of.update(zip(first_at, count(len(self._forms)), strict=False))
                self._forms = np.concatenate([self._forms, made])
            return np.array([self._row_of[key] for key in keys], dtype=np.intp), self._forms


def _untaught(_gradient: Any) -> list[Vectors]:  # noqa: ANN401 - the same
    """Nothing is learned here."""
    return []


def _is_known(model: Any) -> bool:  # noqa: ANN401 - the same
    if not (model.has_ref("embed") and model.has_ref("encode")):
        return False
    embed, encode = model.get_ref("embed"), model.get_ref("encode")
    layers = encode.layers[0].layers if encode.layers else []
    return (
        " ".join(layer.name.partition("(")[0] for layer in embed.layers) == _EMBED
        and bool(layers)
        and all(layer.name == _LAYER and _convolution_is_known(layer) for layer in layers)
        and encode.attrs.get("pad", 0) >= len(layers)
    )


def _convolution_is_known(layer: Any) -> bool:  # noqa: ANN401 - the same
    named = _named(layer)
    return bool(named["expand_window"].attrs["window_size"] == 1 and named["maxout"].get_dim("nP") == _PIECES)


def _named(layer: Any) -> dict[str, Any]:  # noqa: ANN401 - the same
    return {part.name: part for part in layer.walk()}


def _convolution(layer: Any) -> _Convolution:  # noqa: ANN401 - the same
    named = _named(layer)
    weights, bias = named["maxout"].get_param("W"), named["maxout"].get_param("b")
    return _Convolution(
        weights=np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T),
        bias=np.ascontiguousarray(bias.T).reshape(-1),
        scale=named["layernorm"].get_param("G"),
        shift=named["layernorm"].get_param("b"),
    )


def _convolved(rows: Vectors, by: _Convolution) -> Vectors:
    """The rows, each with what it and its two neighbours become together added."""
    width = rows.shape[1]
    window = np.zeros((len(rows), 3 * width), dtype=np.float32)
    window[1:, :width], window[:, width : 2 * width], window[:-1, 2 * width :] = rows[:-1], rows, rows[1:]
    pieces = window @ by.weights
    pieces += by.bias
    largest = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    np.maximum(largest, pieces[:, 2 * width :], out=largest)
    largest -= largest.mean(axis=1, keepdims=True)
    spread = np.einsum("rw,rw->r", largest, largest)[:, None] / np.float32(width) + _LEAST
    largest *= spread ** np.float32(-0.5)
    largest *= by.scale
    largest += by.shift
    largest += rows
    return largest
