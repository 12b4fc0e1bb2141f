"""What a transition-based part of the pipeline scores the next steps of many states, all at once.

A state is described by a few tokens (the next one, the top of the stack …). What each token adds to the hidden layer in
each of these places is worked out once for all tokens; a state's hidden layer is then a sum. The library does the same
state by state.

Source: ``spacy.TransitionBasedParser.v2`` with its precomputed hidden layer.
"""

from collections.abc import Callable, Sequence
from functools import partial, reduce
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]
Scores = NDArray[np.float32]
NONE: Final = 0
"""Stands for no token: the first token of the first text is 1."""


class StateScores:
    """Scores the steps of states.

    Args:
        pipe: The parser or recognizer of a pipeline.
    """

    def __init__(self, pipe: Any) -> None:  # noqa: ANN401 - the library's networks have no types that say anything
        """Look at the network's layers; read nothing yet."""
        lower, upper = pipe.model.get_ref("lower"), pipe.model.get_ref("upper")
        # The pieces of the maxout side by side: the greater of two columns is found faster than the greatest in a row.
        places, hidden, pieces, width = lower.get_param("W").shape
        self._shape = (places, pieces, hidden)
        self._places = np.arange(places)[:, None]
        self._weights = np.ascontiguousarray(lower.get_param("W").swapaxes(1, 2).reshape(-1, width).T)
        self._padding = lower.get_param("pad")[0].swapaxes(1, 2).reshape(-1)
        self._bias = np.ascontiguousarray(lower.get_param("b").T).reshape(-1)
        self._upper, self._upper_bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        self._layers = pipe.model.get_ref("tok2vec").layers[1:]

    @staticmethod
    def knows(pipe: Any, features: int) -> bool:  # noqa: ANN401 - the same
        """Whether a pipe takes its steps as it is read here: one by one, scored by two layers, from so many tokens."""
        model = pipe.model
        return bool(
            pipe.cfg["beam_width"] == 1
            and model.attrs["has_upper"]
            and not model.attrs["unseen_classes"]
            and model.get_ref("lower").get_dim("nF") == features
        )

    def read(self, vectors: Sequence[Scores]) -> Callable[[Rows], Scores]:
        """What scores the steps of states over these texts.

        Args:
            vectors: The vectors of each text's tokens, one row a token.

        Returns:
            Asked with a row for each place, in it the token that stands there in each state, counted through all texts
            from 1, or ``NONE``, it gives a row of scores for each state.
        """
        found: Any = list(vectors)
        for layer in self._layers:
            found = layer.predict(found)
        added = np.empty((len(found) + 1, self._weights.shape[1]), dtype=np.float32)
        added[NONE] = self._padding
        np.matmul(found, self._weights, out=added[1:])
        return partial(self._of, added.reshape(len(added) * self._shape[0], -1))

    def _of(self, added: Scores, tokens: Rows) -> Scores:
        places, pieces, hidden = self._shape
        layer = added.take(tokens * places + self._places, axis=0).sum(axis=0)
        layer += self._bias
        halves = layer.reshape(-1, pieces, hidden)
        scores: Scores = reduce(np.maximum, (halves[:, piece] for piece in range(pieces))) @ self._upper
        scores += self._upper_bias
        return scores
