"""Names, days and amounts as spaCy's own recognizer finds them, with its transitions decided in columns.

The recognizer goes over a text token by token and asks of each of its 73 transitions whether it may follow; in the
library each of those questions takes and gives back the interpreter's lock, which costs twice what its network does. But
as long as no entity is open, what it decides at a token depends on nothing that it decided before: that is worked out
for all tokens of many texts at once, and so is the way each entity would go on that may begin at a token. The entities
are then read off from left to right. What is decided is the same.

Source: the transitions and their conditions are those of ``spacy.pipeline._parser_internals.ner`` (BILUO, greedy) for
texts in which nothing is marked before.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from twosource.parse.state_scores import NONE, Rows, Scores, StateScores
from twosource.parse.token_vectors import TokenVectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RECOGNIZER: Final = "ner"
"""The pipe whose work is done here."""

Span = tuple[int, int, str]
"""First token, last token and one, label."""

_FEATURES: Final = (
    3  # tokens that a state is described by: the next one, the open entity's first, the one before the next
)


class EntitySpans:
    """Finds what the recognizer of a pipeline finds.

    Args:
        language: The pipeline, with the recognizer in it.
    """

    def __init__(self, language: "Language") -> None:
        """Look at the recognizer's transitions; read nothing yet."""
        pipe: Any = language.get_pipe(RECOGNIZER)
        self._pipe = pipe
        self._vectors = TokenVectors(pipe.model.get_ref("tok2vec").layers[0])
        transitions = pipe.moves
        moves = [transitions.get_class_name(i).partition("-") for i in range(transitions.n_moves)]
        labels = list(dict.fromkeys(label for _, _, label in moves if label))
        self._labels = labels
        self._label_of = np.array([labels.index(label) if label else -1 for _, _, label in moves])
        self._kinds = np.array([kind for kind, _, _ in moves])
        self._known = StateScores.knows(pipe, _FEATURES) and set(self._kinds) == set("BILUO")
        if self._known:
            self._scores = StateScores(pipe)

    def of(self, docs: Sequence["Doc"]) -> list[list[Span]]:
        """The entities of each text, from left to right; none in an empty one.

        Args:
            docs: Parsed texts in which no entity is marked. A recognizer of another build is asked itself, and marks them.
        """
        if not self._known:
            return [_marked(self._pipe(doc)) for doc in docs]
        if not any(map(len, docs)):
            return [[] for _ in docs]
        scored = self._scores.read(self._vectors.of(docs))
        spaces, last = _edges(docs)
        tokens = np.arange(len(last)) + 1
        closed = self._closed(scored(np.stack([tokens, *np.full((2, len(tokens)), NONE)])), spaces=spaces, last=last)
        ends = self._ends(scored, closed, last)
        return [self._read_off(closed, ends, start, len(doc)) for doc, start in zip(docs, _starts(docs), strict=True)]

    def _closed(self, scores: Scores, *, spaces: Any, last: Any) -> Rows:  # noqa: ANN401 - columns of bool
        """The transition that is taken at each token where no entity is open."""
        scores[:, (self._kinds == "I") | (self._kinds == "L")] = -np.inf
        scores[np.ix_(spaces | last, self._kinds == "B")] = -np.inf
        scores[np.ix_(spaces, self._kinds == "U")] = -np.inf
        # Of no label: only what was marked before as being in no entity takes it.
        scores[:, (self._kinds == "U") & (self._label_of < 0)] = -np.inf
        taken: Rows = scores.argmax(axis=1)
        return taken

    def _ends(self, scored: Callable[[Rows], Scores], closed: Rows, last: Any) -> dict[int, int]:  # noqa: ANN401 - the same
        """For each token at which an entity of several may begin, the token that would end it."""
        first = np.flatnonzero(self._kinds[closed] == "B")
        label = self._label_of[closed[first]]
        at = first + 1
        ends: dict[int, int] = {}
        rows = [{int(self._label_of[i]): i for i in np.flatnonzero(self._kinds == kind)} for kind in "IL"]
        inside, ending = (np.array([where[i] for i in range(len(self._labels))]) for where in rows)
        while len(first):
            scores = scored(np.stack([at, first, at - 1]) + 1)
            row = np.arange(len(first))
            go, stop = scores[row, inside[label]], scores[row, ending[label]]
            # Of two that score the same the one that stands first among the transitions is taken.
            goes = ~last[at] & np.where(inside[label] < ending[label], go >= stop, go > stop)
            ends.update(zip(first[~goes].tolist(), at[~goes].tolist(), strict=True))
            first, label, at = first[goes], label[goes], at[goes] + 1
        return ends

    def _read_off(self, closed: Rows, ends: dict[int, int], start: int, length: int) -> list[Span]:
        found: list[Span] = []
        at = start
        for row in (start + np.flatnonzero(self._kinds[closed[start : start + length]] != "O")).tolist():
            if row < at:
                continue
            at = ends.get(row, row) + 1
            found.append((row - start, at - start, self._labels[self._label_of[closed[row]]]))
        return found


def _starts(docs: Sequence["Doc"]) -> list[int]:
    """Of each text the row of its first token in the columns of all."""
    starts, count = [], 0
    for doc in docs:
        starts.append(count)
        count += len(doc)
    return starts


def _edges(docs: Sequence["Doc"]) -> tuple[Any, Any]:
    """For each token of all texts whether it is white space, and whether no entity may go on behind it: a sentence or text ends."""
    from spacy.attrs import IS_SPACE, SENT_START  # noqa: PLC0415 - only where something is parsed

    columns = [doc.to_array([IS_SPACE, SENT_START]).astype(np.int64).reshape(-1, 2) for doc in docs]
    rows = np.concatenate(columns)
    last = np.append(rows[1:, 1] == 1, [True])
    last[[start - 1 for start in _starts(docs) if start]] = True
    return rows[:, 0] == 1, last


def _marked(doc: "Doc") -> list[Span]:
    return [(one.start, one.end, one.label_) for one in doc.ents]
