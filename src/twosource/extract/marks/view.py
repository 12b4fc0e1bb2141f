"""One sentence with its tree, and the questions that marks ask of it. Also the word lists, read once."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from twosource.language.resources import load
from twosource.language.tree import Tree

FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
OBJECTS: Final = ("dobj", "obj")
SUBJECTS: Final = ("nsubj", "csubj")
PASSIVE_SUBJECTS: Final = ("nsubjpass", "csubjpass")
NOBODY: Final = frozenset({"nobody", "none", "neither", "nothing", "noone"})
NEVER: Final = frozenset({"not", "never", "n't", "n’t", "no", "neither", "nor", "hardly", "cannot"})
LONGEST_CLIMB: Final = 6
_MARKS: Final = frozenset("\"'‘’“”`") | {"``", "''"}
_QUOTED: Final = 5  # tokens from quotation mark to quotation mark
_LISTED: Final = 4  # quotation marks in the sentence: two pairs make a list


@cache
def words(name: str) -> frozenset[str]:
    """A flat list of ``marks.yml``."""
    return frozenset(load("marks")[name])


@cache
def verb_kinds() -> dict[str, tuple[tuple[str, bool], ...]]:
    """For each verb the kinds it can give, with whether it needs a claim for an object."""
    found: dict[str, list[tuple[str, bool]]] = {}
    verbs: Any = load("marks")["verbs"]
    for kind, lists in verbs.items():
        for strength, lemmas in lists.items():
            for lemma in lemmas:
                found.setdefault(lemma, []).append((kind, strength == "weak"))
    return {lemma: tuple(kinds) for lemma, kinds in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A sentence: its block's index and tree, and its token range, half-open."""

    block: int
    index: int
    tree: Tree
    first: int
    last: int

    def head(self, row: int) -> int | None:
        """The row it hangs from; None for a root."""
        head = self.tree.heads[row]
        return None if head == row else head

    def lemma(self, row: int) -> str:
        """The lemma at a row."""
        return self.tree.lemmas[row]

    def negated(self, row: int) -> bool:
        """Whether a verb or predicate is negated by a word of its own, or by a subject that is nobody."""
        tree = self.tree
        head = tree.heads[row]
        if tree.deps[row] == "conj" and any(tree.lemmas[c] in {"neither", "nor"} for c in tree.children[head]):
            return True
        for child in tree.children[row]:
            if tree.deps[child] == "neg" or tree.lemmas[child] in NEVER:
                return True
            if tree.deps[child] in {*SUBJECTS, *PASSIVE_SUBJECTS} and self.none(child):
                return True
        return False

    def none(self, row: int) -> bool:
        """Whether a noun phrase is of nobody: "no one", "neither claim", "no official"."""
        tree = self.tree
        if tree.lemmas[row] in NOBODY or tree.lemmas[tree.lefts[row]] in {"no", "neither"}:
            return True
        return any(
            tree.lemmas[child] in {"no", "neither"} and tree.deps[child] in {"det", "preconj", "neg", "cc", "amod"}
            for child in tree.children[row]
        )

    def governors(self, row: int) -> list[int]:
        """The words that an infinitive hangs from, nearest first: "was unable | to verify", "has yet | to be confirmed"."""
        tree, found = self.tree, []
        for _ in range(LONGEST_CLIMB):
            head = self.head(row)
            if head is None or tree.deps[row] not in {"xcomp", "acl", "advcl", "relcl", "ccomp", "conj"}:
                break
            if tree.deps[row] != "conj" and not self.infinitive(row):
                break
            if tree.deps[row] != "conj":
                found.append(head)
            row = head
        return found

    def infinitive(self, row: int) -> bool:
        """Whether a verb has "to" before it."""
        tree = self.tree
        return any(tree.tags[child] == "TO" for child in tree.children[row])

    def subject(self, row: int) -> int | None:
        """The subject of a verb, also through the verbs it hangs from without one of its own."""
        tree = self.tree
        for _ in range(LONGEST_CLIMB):
            found = tree.child(row, *SUBJECTS, *PASSIVE_SUBJECTS)
            if found is not None:
                return found
            head = self.head(row)
            if head is None or tree.deps[row] not in {
                "xcomp",
                "conj",
                "advcl",
                "ccomp",
                "acl",
                "acomp",
                "attr",
                "oprd",
            }:
                return None
            row = head
        return None

    def passive(self, row: int) -> bool:
        """Whether a verb stands in the passive, or as a participle behind its noun ("a figure disputed by …")."""
        tree = self.tree
        if any(tree.deps[child] in {"auxpass", "nsubjpass"} for child in tree.children[row]):
            return True
        if tree.tags[row] != "VBN" or any(tree.deps[child] == "aux" for child in tree.children[row]):
            return False
        return tree.deps[row] in {"acl", "advcl", "amod"} or tree.child(row, "agent") is not None

    def agent(self, row: int) -> int | None:
        """Who did it: the noun behind "by" of a passive verb."""
        tree = self.tree
        by = next((c for c in tree.children[row] if tree.deps[c] in {"agent", "prep"} and tree.lemmas[c] == "by"), None)
        return None if by is None else tree.child(by, "pobj")

    def plural(self, row: int) -> bool:
        """Whether a noun or pronoun is plural, or names two things."""
        tree = self.tree
        both = {tree.lemmas[child] for child in tree.children[row]} & {"both", "either", "neither"}
        return tree.tags[row] in {"NNS", "NNPS"} or bool(both) or tree.words[row].lower() in {
            "they", "them", "these", "those", "both", "neither", "either",
        }  # fmt: skip


def mentioned(view: View, row: int) -> bool:
    """Whether the word at ``row`` is one of several that are listed in quotation marks: spoken of, and not used.

    "He writes ‘allegedly’ and ‘may have been’ in each line" hedges nothing; "the ‘alleged’ theft" does.
    """
    opening = next((at for at in range(row - 1, max(row - _QUOTED, view.first) - 1, -1) if _quotes(view, at)), None)
    closing = next((at for at in range(row + 1, min(row + _QUOTED + 1, view.last)) if _quotes(view, at)), None)
    if opening is None or closing is None or closing - opening > _QUOTED:
        return False
    return sum(_quotes(view, at) for at in range(view.first, view.last)) >= _LISTED


def _quotes(view: View, row: int) -> bool:
    return view.tree.words[row] in _MARKS
