"""Which word hangs from which, as spaCy's own parser finds it, for many texts in step.

The parser goes over each text on its own, two steps a token, and works out the scores of each step for a handful of
texts with a multiplication that is slow. Here all texts of a batch take their steps together, in columns; what is
decided is the same.

A state is a stack of words and the words that are still to come. Both are lists in which each word names the next one:
``below`` a word on the stack, ``behind`` a word that is to come. So a state is two words: the uppermost and the next.

Source: the steps and their conditions are those of ``spacy.pipeline._parser_internals.arc_eager`` (non-monotonic,
greedy) for texts in which no sentence is marked before. Goldberg and Nivre, "A dynamic oracle for arc-eager dependency
parsing", 2012; Honnibal and Johnson, "An improved non-monotonic transition system for dependency parsing", 2015.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from twosource.parse.state_scores import NONE, Rows, StateScores

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARSER: Final = "parser"
"""The pipe whose work is done here."""

_FEATURES: Final = 8
_KINDS: Final = "SDLRB"
"""Shift, reduce, left arc, right arc, break: the first letters of the steps' names."""
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(len(_KINDS))
_DECORATED: Final = "||"
"""In a label by which a word is hung elsewhere when the tree is done."""
_SUBTOKEN: Final = "subtok"
_Flags = NDArray[np.bool_]


class Dependencies:
    """Finds what the parser of a pipeline finds.

    Args:
        language: The pipeline, with the parser in it.
    """

    def __init__(self, language: "Language") -> None:
        """Look at the parser's steps; read nothing yet."""
        pipe: Any = language.get_pipe(PARSER)
        self._pipe = pipe
        steps = [pipe.moves.get_class_name(i).partition("-") for i in range(pipe.moves.n_moves)]
        labels = [label or "ROOT" for _, _, label in steps]
        self._kinds = np.array([_KINDS.find(kind) for kind, _, _ in steps])
        self._labels = np.array([language.vocab.strings.add(label) for label in labels], dtype=np.uint64)
        self._root = np.uint64(language.vocab.strings.add("ROOT"))
        self._decorated = np.array(
            [label for label, name in zip(self._labels, labels, strict=True) if _DECORATED in name]
        )
        hooks = [hook.__name__ for hook in pipe.postprocesses]
        self._known = (
            StateScores.knows(pipe, _FEATURES)
            and set(self._kinds) == set(range(len(_KINDS)))
            and _SUBTOKEN not in labels
            and hooks == ["deprojectivize"]
        )
        if self._known:
            self._scores = StateScores(pipe)
            # What is added to the scores of all steps, by which kinds may be taken: a bit a kind.
            may = (np.arange(1 << len(_KINDS))[:, None] >> self._kinds) & 1
            self._barred = np.where(may, np.float32(0), np.float32(-np.inf))

    def mark(self, docs: "Sequence[Doc]") -> None:
        """Mark in each text, from its words' vectors, what its words hang from and how, and where its sentences begin.

        Args:
            docs: Tagged texts in which nothing of this is marked yet. They are changed.
        """
        if not self._known:
            for doc in docs:
                self._pipe(doc)
            return
        if not any(map(len, docs)):
            return
        arcs = _Arcs([len(doc) for doc in docs])
        vectors: list[Any] = [doc.tensor for doc in docs]
        scored = self._scores.read(vectors)
        while len(arcs.top):
            worth = scored(arcs.described())
            worth += self._barred[arcs.may()]
            taken = worth.argmax(axis=1)
            arcs.take(self._kinds[taken], self._labels[taken])
        self._write(docs, arcs)

    def _write(self, docs: "Sequence[Doc]", arcs: "_Arcs") -> None:
        from spacy.attrs import DEP, HEAD  # noqa: PLC0415 - only where something is parsed

        words = np.arange(len(arcs.head))
        heads = np.where(arcs.head == NONE, 0, arcs.head - words)
        labels = np.where(arcs.head == NONE, self._root, arcs.label)
        columns: Any = np.stack([heads.astype(np.int64).view(np.uint64), labels], axis=1)
        decorated = np.isin(labels, self._decorated)
        first = 1
        for doc in docs:
            own = slice(first, first := first + len(doc))
            if len(doc):
                doc.from_array([HEAD, DEP], columns[own])
            if decorated[own].any():
                for hook in self._pipe.postprocesses:
                    hook(doc)


class _Arcs:
    """The states of many texts, and what hangs from what so far; words are counted through all texts from 1.

    Attributes:
        top, following: Of each state that is not at its end the uppermost word and the next one to come.
        head, label: What a word hangs from, or ``NONE``, and how.
        below, behind: The next word down the stack, and the one that comes next after a word.
        left, right: The last word before and behind a word that was hung on it; ``before`` is the one that was ``right`` before.
        starts: Words that begin a sentence; ``returned`` are those that were taken off the stack to come again.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        size = sum(lengths) + 1
        ends = np.cumsum(lengths)
        firsts = (ends - lengths + 1)[np.array(lengths) > 0]
        self.following: Rows = firsts.astype(np.intp)
        self.top: Rows = np.full(len(firsts), NONE)
        self.behind: Rows = np.arange(1, size + 1)
        self.behind[[NONE, *ends]] = NONE
        self.head, self.below, self.left, self.right, self.before = (np.full(size, NONE) for _ in range(5))
        self.label = np.zeros(size, dtype=np.uint64)
        self.starts: _Flags = np.zeros(size, dtype=bool)
        self.starts[firsts] = True
        self.returned: _Flags = np.zeros(size, dtype=bool)

    def described(self) -> Rows:
        """The words that describe the states: place by state."""
        top, following = self.top, self.following
        second = self.below[top]
        described = (
            *(following, self.behind[following], top, second, self.below[second]),
            *(self.left[following], self.left[top], self.right[top]),
        )
        return np.concatenate(described).reshape(_FEATURES, -1)

    def may(self) -> Rows:
        """Which kinds of steps each state may take, a bit a kind."""
        top, following = self.top, self.following
        after = self.behind[following]
        held, more = top != NONE, after != NONE
        goes_on = ~self.starts[following]
        arc = held & (following != NONE) & goes_on
        shift = ~held | (more & goes_on & ~self.returned[following])
        ends = more & (after == following + 1) & ~self.starts[after]
        bits: Rows = (shift << _SHIFT) + (held << _REDUCE) + arc * (1 << _LEFT | 1 << _RIGHT) + (ends << _BREAK)
        return bits

    def take(self, kinds: Rows, labels: NDArray[np.uint64]) -> None:
        """Let each state take its step.

        Args:
            kinds: Of each state's step the kind.
            labels: How an arc hangs, where the step makes one.
        """
        top, following = self.top, self.following
        under, after = self.below[top], self.behind[following]
        left, right = (kinds == _LEFT).nonzero()[0], (kinds == _RIGHT).nonzero()[0]
        self._hang_before(top[left], following[left], labels[left])
        self._hang_behind(following[right], top[right], labels[right])
        self.starts[after[kinds == _BREAK]] = True
        # What comes next lies on no stack, so that this matters only where it is put on one.
        self.below[following] = top
        self.below[NONE] = NONE
        pushed = (kinds == _SHIFT) | (kinds == _RIGHT)
        self.top = np.where(pushed, following, np.where(kinds == _BREAK, top, under))
        self.following = np.where(pushed, after, following)
        # A word taken off that hangs from nothing comes again, unless nothing lies under it.
        again = ((kinds == _REDUCE) & (under != NONE) & (self.head[top] == NONE)).nonzero()[0]
        if len(again):
            self.returned[top[again]] = True
            self.behind[top[again]] = following[again]
            self.following[again] = top[again]
        going = (self.top | self.following) != NONE
        if not going.all():
            self.top, self.following = self.top[going], self.following[going]

    def _hang_before(self, words: Rows, heads: Rows, labels: NDArray[np.uint64]) -> None:
        """Hang words from those behind them, instead of what they hung from."""
        hung = words[self.head[words] != NONE]
        self.right[self.head[hung]] = self.before[hung]
        self.head[words], self.label[words] = heads, labels
        self.left[heads] = words
        self.returned[heads] = False

    def _hang_behind(self, words: Rows, heads: Rows, labels: NDArray[np.uint64]) -> None:
        self.before[words] = self.right[heads]
        self.head[words], self.label[words] = heads, labels
        self.right[heads] = words
