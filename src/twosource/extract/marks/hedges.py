"""Marks that adverbs, adjectives and predicates make: reportedly, alleged, is thought to, it was unclear."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.extract.marks.about import about
from twosource.extract.marks.signal import Back, Signal
from twosource.extract.marks.view import OBJECTS, View, mentioned, words
from twosource.language.resources import load
from twosource.language.tree import Tree
from twosource.model import MarkKind

NEAR: Final = 8
"""Tokens that a phrase may run on behind its noun."""
SURE: Final = frozenset({"clear", "known", "certain"})
MODALS: Final = frozenset({"may", "might"})
GUESSES: Final = frozenset({"probably", "possibly", "perhaps", "maybe", "conceivably"})
TO_COME: Final = frozenset({"will", "would", "can", "could", "should", "must", "'d", "'ll"})


def hedge_signals(view: View) -> Iterator[Signal]:
    """All marks of a sentence that are not made by a verb of denying or confirming."""
    lists, known, tree = load("marks"), _known(), view.tree
    for row in range(view.first, view.last):
        if tree.lemmas[row] not in known and tree.words[row].lower() not in known:
            continue
        found = _at(view, row, lists["adverbs"], lists["adjectives"])
        if found and not mentioned(view, row):
            yield found


@cache
def _known() -> frozenset[str]:
    """Every word that some rule here asks for: most words of a text are none of them."""
    lists = load("marks")
    listed = (word for name in ("adverbs", "adjectives") for entries in lists[name].values() for word in entries)
    return frozenset((*listed, *MODALS, *(word for entries, _, _ in _BY_WORD for word in words(entries))))


def _at(view: View, row: int, adverbs: dict[str, list[str]], adjectives: dict[str, list[str]]) -> Signal | None:
    tree = view.tree
    lemma, word = tree.lemmas[row], tree.words[row].lower()
    for lists, read in ((adverbs, _adverb), (adjectives, _adjective)):
        kind = next((kind for kind, entries in lists.items() if word in entries or lemma in entries), None)
        if kind is not None:
            return read(view, row, kind)  # type: ignore[arg-type]
    for entries, fits, read_word in _BY_WORD:
        if (word in words(entries) or lemma in words(entries)) and fits(tree, row):
            return read_word(view, row)
    return _modal(view, row) if lemma in MODALS and tree.pos[row] == "AUX" else None


def _signal(
    view: View,
    kind: MarkKind,
    rows: tuple[int, int],
    scope: tuple[int, int] | None,
    *,
    back: Back | None = None,
    holder: int | None = None,
) -> Signal:
    said = " ".join(view.tree.words[rows[0] : rows[1] + 1])
    return Signal(
        kind=kind, view=view, first=rows[0], last=rows[1], scope=scope, back=back, holder=holder, reason=f"“{said}”"
    )


def _adverb(view: View, row: int, kind: MarkKind) -> Signal | None:
    head = view.head(row)
    tree = view.tree
    if head is None:
        return _signal(view, kind, (row, row), (view.first, view.last - 1))
    if tree.lemmas[row] in GUESSES and (
        tree.pos[head] not in {"VERB", "AUX"} or any(tree.lemmas[c] in TO_COME for c in tree.children[head])
    ):
        return None
    first = tree.lefts[head]
    if tree.deps[head] in {"acl", "relcl"}:
        first = tree.lefts[tree.heads[head]]
    return _signal(view, kind, (row, row), (first, tree.rights[head]))


def _adjective(view: View, row: int, kind: MarkKind) -> Signal | None:
    tree = view.tree
    head = view.head(row)
    if head is None:
        return None
    if tree.deps[row] in {"amod", "compound", "nmod"} and row < head:
        return _modifier(view, row, head, kind)
    if (
        tree.deps[row] in {"acomp", "attr", "oprd", "ccomp", "xcomp"}
        and kind == "unverified"
        and not view.negated(head)
    ):
        subject = view.subject(head) if tree.child(row, "nsubj") is None else tree.child(row, "nsubj")
        if subject is not None:
            scope, back = about(view, subject, row)
            return _signal(view, kind, (row, row), scope, back=back)
    return None


def _modifier(view: View, row: int, head: int, kind: MarkKind) -> Signal | None:
    tree = view.tree
    claims = words("claim_nouns") | words("number_nouns")
    governor = view.head(head)
    if tree.lemmas[head] not in claims:
        return None if kind == "disputed" else _hedged_thing(view, row, head, kind)
    if governor is not None and tree.deps[head] == "nsubj" and tree.lemmas[governor] in words("saying"):
        clause = tree.child(governor, "ccomp", *OBJECTS)
        if clause is not None:
            return _signal(view, kind, (row, row), (tree.lefts[clause], tree.rights[clause]))
    return _signal(view, kind, (row, row), _phrase(view, row, head))


def _hedged_thing(view: View, row: int, head: int, kind: MarkKind) -> Signal | None:
    tree = view.tree
    if kind == "unverified" and tree.lemmas[head] not in words("claim_nouns") | {
        "death",
        "toll",
        "photograph",
        "rumour",
        "sighting",
        "case",
    }:
        return None
    if (
        kind == "unverified"
        and tree.tags[head] == "NNS"
        and tree.deps[head] in OBJECTS
        and tree.lemmas[head] == "photograph"
    ):
        return None
    return _signal(view, kind, (row, row), _phrase(view, row, head))


def _phrase(view: View, row: int, head: int) -> tuple[int, int]:
    """The noun phrase that an adjective hedges, with an "of" behind it but no clause."""
    tree = view.tree
    ends = [
        tree.rights[c]
        for c in tree.children[head]
        if c > head and tree.deps[c] == "prep" and tree.rights[c] - head <= NEAR
    ]
    return row, max([head, *ends])


def _seeming(view: View, row: int) -> Signal | None:
    """Reads "appeared to have …": not "appeared in court", nor "seems a pleasant town"."""
    tree = view.tree
    below = tree.child(row, "xcomp", "ccomp")
    if below is None or view.negated(row):
        return None
    to = next((c for c in tree.children[below] if tree.tags[c] == "TO"), None)
    clause = tree.child(below, "mark") is not None
    if to is None and not clause:
        return None
    last = to if to is not None and to > row else row
    subject = tree.child(row, "nsubj")
    first = tree.lefts[subject] if subject is not None else tree.lefts[below]
    return _signal(view, "hedged", (row, min(last, row + 2)), (min(first, tree.lefts[below]), tree.rights[below]))


def _unclear(view: View, row: int) -> Signal | None:
    """Reads "it was unclear whether …", "the motive is not known": not "it is clear that"."""
    tree = view.tree
    word, head = tree.words[row].lower(), view.head(row)
    if word not in words("unclear"):  # "the street was cleared", "he knows"
        return None
    verbal = tree.pos[row] == "VERB"
    if not verbal and tree.deps[row] not in {"acomp", "oprd", "attr", "ROOT", "ccomp", "conj"}:
        return None
    holder = row if verbal or head is None else head
    negated = view.negated(holder) or view.negated(row)
    if (word in SURE) != negated:
        return None
    below = next(
        (
            c
            for r in (row, holder)
            for c in tree.children[r]
            if tree.deps[c] in {"ccomp", "xcomp", "advcl", "csubj", "csubjpass"} and c != row
        ),
        None,
    )
    subject = next((c for c in tree.children[holder] if tree.deps[c] in {"nsubj", "nsubjpass"}), None)
    if below is not None:
        scope = (tree.lefts[below], tree.rights[below])
    elif subject is not None and tree.lemmas[subject] not in {"it", "he", "she", "they"}:
        scope = (tree.lefts[subject], tree.rights[subject])
    else:
        return None
    first = next((c for c in tree.children[holder] if tree.deps[c] == "neg"), row)
    return _signal(view, "hedged", (min(first, row), row), scope)


def _passive(view: View, row: int) -> Signal | None:
    """Reads "is thought to have …", "it is believed that …", "was feared dead"."""
    tree = view.tree
    helper = next((c for c in tree.children[row] if tree.deps[c] == "auxpass"), None)
    if helper is None and not (
        tree.lemmas[row] in {"presume", "fear", "suspect"} and tree.deps[row] in {"acl", "conj"}
    ):
        return None
    if view.negated(row) or view.agent(row) is not None:
        return None
    below = tree.child(
        row, "xcomp", "ccomp", "oprd", "acomp", "advmod" if tree.lemmas[row] in {"presume", "fear"} else "oprd"
    )
    prep = (
        next((c for c in tree.children[row] if tree.deps[c] == "prep" and tree.lemmas[c] == "of"), None)
        if tree.lemmas[row] == "suspect"
        else None
    )
    target = below if below is not None else prep
    if target is None or target < row:
        return None
    subject = tree.child(row, "nsubjpass", "nsubj")
    real = subject is not None and tree.lemmas[subject] != "it"
    if tree.lemmas[row] == "report" and not real:
        return None
    first = tree.lefts[subject] if subject is not None and real else tree.lefts[target]
    start = helper if helper is not None and row - helper <= 3 else row  # noqa: PLR2004
    return _signal(view, "hedged", (start, row), (min(first, tree.lefts[target]), tree.rights[target]))


def _fearing(view: View, row: int) -> Signal | None:
    """Reads "Rescuers feared that …": not "she feared dogs"."""
    tree = view.tree
    clause = tree.child(row, "ccomp")
    if clause is None or clause < row or view.negated(row):
        return None
    return _signal(
        view, "hedged", (row, row), (tree.lefts[clause], tree.rights[clause]), holder=tree.child(row, "nsubj")
    )


def _modal(view: View, row: int) -> Signal | None:
    """Reads "may have been caused": of what is past, or a state; not leave or a chance to come."""
    tree = view.tree
    verb = tree.heads[row]
    helpers = [c for c in tree.children[verb] if tree.deps[c] in {"aux", "auxpass"} and c > row]
    if view.negated(verb) or not any(tree.lemmas[c] == "have" for c in helpers):
        return None
    subject = tree.child(verb, "nsubj", "nsubjpass")
    first = min(tree.lefts[verb], tree.lefts[subject] if subject is not None else tree.lefts[verb])
    return _signal(view, "hedged", (row, helpers[-1]), (first, tree.rights[verb]))


def _overstated(view: View, row: int) -> Signal | None:
    """Reads "the reported savings are overstated"."""
    tree = view.tree
    head = view.head(row)
    verb = row if tree.child(row, "nsubjpass", "nsubj") is not None else head
    subject = None if verb is None else tree.child(verb, "nsubjpass", "nsubj")
    if subject is None or verb is None or view.negated(verb):
        return None
    scope, back = about(view, subject, row)
    return _signal(view, "disputed", (row, row), scope, back=back)


def _false(view: View, row: int) -> Signal | None:
    """Reads "that is a lie" denies; "the story was false" takes back."""
    tree = view.tree
    verb = view.head(row)
    if verb is None or tree.lemmas[verb] != "be" or view.negated(verb):
        return None
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.lemmas[subject] not in words("claim_nouns") | words("number_nouns") | (
        words("pronouns") - {"which", "what"}
    ):
        return None
    scope, back = about(view, subject, row)
    if scope is not None and tree.lemmas[subject] in words("pronouns"):
        scope = None
    above = view.head(verb)
    reported = above is not None and tree.lemmas[above] in words("saying") and tree.lemmas[subject] in words("charges")
    kind: MarkKind = "corrected" if tree.tags[verb] == "VBD" and not reported else "denied"
    return _signal(view, kind, (verb, row), scope, back=back or Back(row=subject))


def _calling(view: View, row: int) -> Signal | None:
    """Reads "called the accusation baseless", "described the reports as false"."""
    tree = view.tree
    thing: int | None = (
        tree.child(row, *OBJECTS, "nsubj", "ccomp") if not view.passive(row) else tree.child(row, "nsubjpass")
    )
    false = next(
        (
            r
            for r in range(row + 1, min(tree.rights[row], row + 16) + 1)
            if tree.words[r].lower() in words("false_words")
        ),
        None,
    )
    if false is not None and any(tree.tags[r] in {"WDT", "WP"} for r in range(row + 1, false)):
        return None  # "called The Tide, which played off of pulp fiction": said of a name, in a clause of its own
    if false is None or view.negated(row):
        return None
    if thing is not None and tree.deps[thing] == "ccomp":
        thing = tree.child(thing, "nsubj")
    between = [
        r
        for r in range(row + 1, false)
        if tree.lemmas[r] in words("claim_nouns") | words("number_nouns") | words("pronouns")
    ]
    if (
        thing is None
        or thing < row
        or tree.lemmas[thing] not in words("claim_nouns") | words("number_nouns") | words("pronouns")
    ):
        thing = between[0] if between else None
    if thing is None:
        return None
    scope, back = about(view, thing, row)
    holder = view.agent(row) if view.passive(row) else view.subject(row)
    return _signal(view, "denied", (row, false), scope, back=back, holder=holder)


def _any(tree: Tree, row: int) -> bool:
    del tree, row
    return True


def _participle(tree: Tree, row: int) -> bool:
    return tree.tags[row] in {"VBN", "VBD"} and any(tree.deps[c] == "auxpass" for c in tree.children[row])


def _verb(tree: Tree, row: int) -> bool:
    return tree.pos[row] == "VERB"


def _predicate(tree: Tree, row: int) -> bool:
    return tree.deps[row] in {"attr", "acomp", "oprd"}


def _fragment(tree: Tree, row: int) -> bool:
    return tree.lemmas[row] in {"presume", "fear", "suspect"} and tree.deps[row] in {"acl", "conj"}


_BY_WORD: Final = (
    ("seeming", _any, _seeming),
    ("unclear", _any, _unclear),
    ("hedging_passives", _participle, _passive),
    ("hedging_passives", _fragment, _passive),
    ("hedging_active", _verb, _fearing),
    ("overstated", _any, _overstated),
    ("false_words", _predicate, _false),
    ("calling", _any, _calling),
)
