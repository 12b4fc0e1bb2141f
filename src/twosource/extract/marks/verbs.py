"""Marks that verbs make: deny, dispute, confirm, "could not verify", retract."""

from collections.abc import Iterator
from typing import Final

from twosource.extract.marks.about import About, about, antecedent
from twosource.extract.marks.signal import Back, Signal
from twosource.extract.marks.view import OBJECTS, PASSIVE_SUBJECTS, View, verb_kinds, words
from twosource.model import MarkKind

OPEN_MODALS: Final = frozenset({"must", "should", "will", "would", "may", "might", "can", "shall", "let"})
NOT_WHO: Final = frozenset({"way", "it", "there", "evidence"})
QUOTES: Final = frozenset({":", "'", '"', "“", "‘", "``"})
TOWARD: Final = frozenset({"at", "off", "aside", "from"})
BESIDE: Final = 2
WIDEST: Final = 8
"""Tokens: farther words are no longer one expression."""
WHY: Final[dict[str, str]] = {
    "denied": "denied",
    "disputed": "put in doubt",
    "confirmed": "confirmed",
    "unverified": "said not to have been verified",
    "corrected": "corrected or taken back",
}


def verb_signals(view: View) -> Iterator[Signal]:
    """All marks that verbs of a sentence make."""
    tree = view.tree
    for row in range(view.first, view.last):
        if tree.pos[row] not in {"VERB", "ADJ", "NOUN"} or tree.lemmas[row] not in verb_kinds():
            continue
        if tree.pos[row] == "NOUN" and tree.tags[row] != "VBN":
            continue
        if tree.deps[row] == "amod":
            continue
        found = _signal(view, row)
        if found:
            yield found


def _signal(view: View, row: int) -> Signal | None:
    kind = _kind(view, row)
    if kind is None or not _sense(view, row, kind[0]):
        return None
    target = _target(view, row)
    weak = kind[1]
    if target is None or (weak and not _claim(view, row, target)):
        return None
    scope, back = _about_target(view, row, target)
    first, last = extent(view, row)
    holder = _holder(view, row)
    if holder == target:
        holder = None
    if kind[0] == "confirmed" and holder is None and not view.passive(row):
        return None
    return Signal(
        kind=kind[0],
        view=view,
        first=first,
        last=last,
        scope=scope,
        back=back,
        holder=holder,
        reason=f"“{' '.join(view.tree.words[first : last + 1])}”: {WHY[kind[0]]}",
    )


def _kind(view: View, row: int) -> tuple[MarkKind, bool] | None:
    """What the verb says, its negation taken in; None where it says nothing (not disputed, declined to confirm)."""
    tree = view.tree
    kinds = dict(verb_kinds()[tree.lemmas[row]])
    above = view.governors(row)
    if any(tree.lemmas[r] in words("declined") for r in above):
        return None
    could_not = view.negated(row) or any(_could_not(view, r) for r in above)
    if could_not:
        return ("unverified", kinds["unverified"]) if "unverified" in kinds and not _answers_no(view, row) else None
    kinds.pop("unverified", None)
    if not kinds:
        return None
    kind = next(iter(kinds))
    helpers = {tree.lemmas[c] for c in tree.children[row] if tree.deps[c] == "aux"}
    if kind == "confirmed" and any(
        tree.deps[c] == "mark" and tree.lemmas[c] in {"if", "unless", "until"} for c in tree.children[row]
    ):
        return None  # "if the finding is confirmed": nobody has confirmed it yet
    if helpers & OPEN_MODALS or (
        "to" in helpers and not any(tree.lemmas[r] in {"able", "appear", "seem", "go"} for r in above)
    ):
        return None
    return kind, kinds[kind]  # type: ignore[return-value]


def _could_not(view: View, row: int) -> bool:
    """Whether what hangs from a word did not happen: "unable", "no way", "not possible", "has yet"."""
    tree = view.tree
    lemma = tree.lemmas[row]
    if lemma in {"unable", "impossible", "difficult", "hard", "fail"}:
        return True
    if lemma == "way":
        return view.none(row) or view.negated(row)
    if any(tree.lemmas[c] == "yet" for c in tree.children[row]) and lemma in {"have", "be"}:
        return True
    if lemma in {"able", "possible"}:
        head = view.head(row)
        return view.negated(row) or (head is not None and view.negated(head))
    return view.negated(row) and any(tree.lemmas[c] in {"can", "could", "possible", "able"} for c in tree.children[row])


def _answers_no(view: View, row: int) -> bool:
    """Reads "neither confirmed nor denied"."""
    tree = view.tree
    return any(
        tree.lemmas[c] == "neither" and tree.deps[c] in {"preconj", "cc", "advmod", "nsubj"} and tree.deps[c] != "nsubj"
        for c in tree.children[row]
    ) and any(tree.deps[c] == "conj" for c in tree.children[row])


def _sense(view: View, row: int, kind: str) -> bool:
    """Whether the verb is used of what is said: not "denied bail", not "confirmed a booking"."""
    if kind == "denied":
        return _denies(view, row)
    return _confirms(view, row) if kind == "confirmed" else True


def _denies(view: View, row: int) -> bool:
    """Not "was denied bail", "denied them entry", "denied it the protection", "denied herself"."""
    tree = view.tree
    if _two_objects(view, row):
        return False
    thing = tree.child(row, *OBJECTS)
    if view.passive(row) and (thing is not None or tree.child(row, "oprd") is not None):
        return False
    lemma = "" if thing is None else tree.lemmas[thing]
    if tree.child(row, "dative") is not None or lemma in words("not_denied") or lemma.endswith("self"):
        return False
    subject = tree.child(row, *PASSIVE_SUBJECTS)
    return subject is None or tree.lemmas[subject] not in words("not_denied") or tree.lemmas[row] != "deny"


def _two_objects(view: View, row: int) -> bool:
    """Whether a pronoun and a noun phrase follow side by side, the second no time: "deny it the protection"."""
    tree = view.tree
    if row + 2 >= view.last or tree.tags[row + 1] != "PRP" or tree.tags[row + 2] not in {"DT", "PRP$", "NN", "NNS"}:
        return False
    noun = row + 2
    while tree.tags[noun] in {"DT", "PRP$", "JJ"} and noun + 1 < view.last:
        noun += 1
    return tree.deps[noun] != "npadvmod"


def _confirms(view: View, row: int) -> bool:
    """Not "confirmed our booking", "was confirmed as minister"."""
    tree = view.tree
    passive = view.passive(row)
    thing = tree.child(row, *PASSIVE_SUBJECTS) if passive else tree.child(row, *OBJECTS)
    if thing is not None and tree.lemmas[thing] in words("not_confirmed") | {"he", "she", "i", "you"}:
        return False
    if passive and any(tree.deps[c] == "prep" and tree.lemmas[c] == "as" for c in tree.children[row]):
        return False
    if _asked_for(view, row) or _own_words(view, row):
        return False
    by = view.agent(row) if passive else view.subject(row)
    return by is None or tree.lemmas[by] not in words("confirming_bodies")


def _asked_for(view: View, row: int) -> bool:
    """Reads "please verify your address": nobody has."""
    tree = view.tree
    bare = tree.tags[row] == "VB" and not any(tree.deps[c] in {"aux", "nsubj"} for c in tree.children[row])
    return bare or any(tree.lemmas[r] == "please" for r in range(max(view.first, row - 2), row))


def _own_words(view: View, row: int) -> bool:
    """Reads "admitted: 'I was tired'": what is quoted is no claim of somebody else."""
    tree = view.tree
    clause = tree.child(row, "ccomp")
    if clause is None or tree.lemmas[row] not in {"admit", "concede", "acknowledge"}:
        return False
    return any(tree.words[r] in QUOTES for r in range(row + 1, min(tree.lefts[clause] + 1, view.last)))


def _target(view: View, row: int) -> int | None:
    """The row of what the verb is about: its object, its clause, its passive subject, the noun it hangs behind."""
    tree = view.tree
    if view.passive(row):
        return _passive_target(view, row)
    clause = tree.child(row, "ccomp", "xcomp")
    thing = tree.child(row, *OBJECTS)
    if clause is not None and (thing is None or thing > clause):
        return clause
    if thing is not None or tree.deps[row] == "relcl":
        return thing if thing is not None else row
    toward = next(
        (c for c in tree.children[row] if tree.lemmas[c] in TOWARD and tree.deps[c] in {"prep", "prt", "advmod"}), None
    )
    if toward is not None:
        return tree.child(toward, "pobj")
    return _governed_target(view, row)


def _passive_target(view: View, row: int) -> int | None:
    tree = view.tree
    subject: int | None = tree.child(row, *PASSIVE_SUBJECTS)
    if subject is None and tree.deps[row] in {"xcomp", "conj"}:
        subject = view.subject(row)
    if subject is not None:
        return subject
    return tree.heads[row] if tree.deps[row] == "acl" else None


def _governed_target(view: View, row: int) -> int | None:
    """Reads "the number is impossible to check": what the word above speaks of."""
    tree = view.tree
    head = view.head(row)
    if head is None:
        return None
    if tree.deps[row] == "parataxis":
        return head
    governed = tree.deps[row] == "xcomp" or (tree.deps[row] == "acl" and tree.pos[head] == "ADJ")
    return view.subject(head) if governed else None


def _claim(view: View, row: int, target: int) -> bool:
    """Whether the target is something said: a claim, a number, a clause, or a word for one."""
    tree = view.tree
    if tree.lemmas[row] == "challenge" and tree.words[target].lower() in {"them", "they"}:
        return False  # persons, or ships: what they said would be "it" or "this"
    if tree.deps[target] in {"ccomp", "xcomp", "csubjpass", "csubj", "relcl", "pcomp"} and target != row:
        if any(tree.lemmas[c] == "why" for c in tree.children[target]):
            return False  # "questioned why it was shut" doubts no claim
        return tree.child(target, "nsubj", "nsubjpass", "mark", "advmod", "dobj") is not None
    if target == row:
        return True
    return tree.lemmas[target] in words("claim_nouns") | words("number_nouns") | words("pronouns") or tree.tags[
        target
    ] in {"CD", "WDT"}


def _about_target(view: View, row: int, target: int) -> About:
    tree = view.tree
    if target == row:
        return antecedent(view, row)
    if tree.lemmas[target] in words("saying") and any(tree.lemmas[c] == "what" for c in tree.children[target]):
        return None, Back(row=target)
    if tree.deps[target] in {"ccomp", "xcomp", "csubj", "csubjpass", "pcomp"} or (
        tree.pos[target] in {"VERB", "AUX"} and tree.tags[target] != "VBG"
    ):
        return (tree.lefts[target], tree.rights[target]), None
    return about(view, target, row)


def _holder(view: View, row: int) -> int | None:
    if view.passive(row):
        return view.agent(row)
    tree = view.tree
    if tree.deps[row] == "relcl" and tree.child(row, "nsubj") is None:
        head = tree.heads[row]
        return None if tree.lemmas[head] in NOT_WHO else head
    subject = view.subject(row)
    return None if subject is None or tree.lemmas[subject] in NOT_WHO else subject


def extent(view: View, row: int) -> tuple[int, int]:
    """The marking words: the verb with its helpers, negation and the words it is governed by."""
    tree = view.tree
    rows = {row}
    for one in (row, *view.governors(row)):
        rows.add(one)
        for child in tree.children[one]:
            beside = tree.deps[child] == "advmod" and abs(child - one) <= BESIDE
            if beside or tree.deps[child] in {"aux", "auxpass", "neg", "prt"}:
                rows.add(child)
    close = sorted(r for r in rows if abs(r - row) <= WIDEST)
    return close[0], close[-1]
