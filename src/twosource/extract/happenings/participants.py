"""Who takes part in a clause: its subject and object, also where they stand in another clause."""

from twosource.extract.happenings.deeds import listed
from twosource.model import Participant, Span
from twosource.text.resources import load
from twosource.text.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_WHICH = frozenset({"who", "which", "that", "whom"})
_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "ccomp"})
_UP = 4  # clauses that a subject may stand away: "he was chased, caught and held"


def is_passive(tree: Tree, row: int) -> bool:
    """Whether a verb tells what was done to its subject."""
    if tree.child(row, "nsubjpass", "auxpass") is not None:
        return True
    alone = tree.tags[row] == "VBN" and tree.child(row, "aux", "nsubj", "dobj") is None
    joined = (
        tree.deps[row] == "conj"
        and tree.tags[row] in {"VBN", "VBD"}
        and tree.child(row, "nsubj", "aux", "dobj") is None
    )
    return (alone and tree.deps[row] in {"acl", "relcl", "ROOT", "advcl"}) or (
        joined and is_passive(tree, tree.heads[row])
    )


def subject_of(tree: Tree, row: int) -> int | None:
    """The row of a verb's subject, inherited where the verb has none of its own; None where there is none."""
    at = row
    for _ in range(_UP):
        own = tree.child(at, *_SUBJECTS)
        if own is not None:
            return _antecedent(tree, at, own)
        head, dep = tree.heads[at], tree.deps[at]
        if dep in {"acl", "relcl"}:
            return head if tree.pos[head] in {"NOUN", "PROPN", "PRON"} else None
        if dep not in {"conj", "xcomp", "advcl", "dep"} or head == at:
            return None
        at = head
    return None


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """What "who" and "which" stand for."""
    if tree.words[subject].lower() not in _WHICH:
        return subject
    at = verb
    for _ in range(_UP):
        if tree.deps[at] in {"relcl", "acl"}:
            return tree.heads[at]
        if tree.deps[at] not in {"conj", "xcomp"}:
            break
        at = tree.heads[at]
    return subject


def object_of(tree: Tree, row: int) -> int | None:
    """The row of what a verb is done to: its object, or what it is aimed at behind a preposition."""
    own = tree.child(row, "dobj")
    if own is not None:
        met = _antecedent(tree, row, own)
        return None if met == own and tree.words[own].lower() in _WHICH else met
    aims: dict[str, list[str]] = load("deeds")["aimed"]
    for child in tree.children[row]:
        if tree.deps[child] == "prep" and tree.lemmas[child] in aims.get(tree.lemmas[row], ()):
            return tree.child(child, "pobj")
    return None


def doer_behind(tree: Tree, row: int) -> int | None:
    """The row of who did it, behind "by"."""
    by = tree.child(row, "agent")
    return tree.child(by, "pobj") if by is not None else None


def participant(tree: Tree, row: int | None) -> Participant | None:
    """Somebody or something as their words name them, without clauses that tell more about them; None for none."""
    if row is None or row >= len(tree):
        return None
    if tree.deps[row] == "appos" and tree.pos[tree.heads[row]] in {"PROPN", "NOUN"}:
        row = tree.heads[row]
    if tree.lemmas[row] in listed("nobody") or tree.child(row, "neg") is not None:
        return None
    first, last = tree.lefts[row], tree.rights[row]
    for child in tree.children[row]:
        if _describes(tree, child, row):
            continue
        if tree.deps[child] in _CLAUSES and child > row:
            last = min(last, tree.lefts[child] - 1)
        elif tree.deps[child] in _CLAUSES and child < row:
            first = max(first, tree.rights[child] + 1)
    last = max(last, row)
    while last > row and tree.pos[last] == "PUNCT":
        last -= 1
    called = next((c for c in tree.children[row] if _describes(tree, c, row) and tree.pos[c] == "PROPN"), row)
    named = tree.pos[called] == "PROPN"
    head = tree.words[called].lower() if named else tree.lemmas[row].lower()
    entity = tree.entity_at.get(called)
    return Participant(
        start=tree.starts[min(first, row)],
        end=tree.ends[last],
        head=head,
        named=named,
        label=entity.label if entity and named else "",
    )


def _describes(tree: Tree, child: int, row: int) -> bool:
    """Whether an apposition says who it is ("another victim, a 40-year-old man") and is not one more in a list."""
    return tree.deps[child] == "appos" and "NOUN" in {tree.pos[child], tree.pos[row]} and tree.heads[child] == row


def clause_of(tree: Tree, row: int) -> Span:
    """The words of a clause, up to the clauses that hang from it."""
    first, last = tree.lefts[row], tree.rights[row]
    for child in tree.children[row]:
        if tree.deps[child] in {"advcl", "ccomp", "conj", "parataxis"}:
            if child > row:
                last = min(last, tree.lefts[child] - 1)
            else:
                first = max(first, tree.rights[child] + 1)
    return tree.span(min(first, row), max(last, row))
