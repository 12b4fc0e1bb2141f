"""What a marking expression is about: words of its own sentence, or something said before."""

from typing import Final

from twosource.extract.marks.signal import Back
from twosource.extract.marks.view import View, words

MANY: Final = frozenset({"dozen", "score", "hundred", "thousand", "million", "billion", "nobody", "none", "half"})
CLAUSES: Final = ("acl", "ccomp", "relcl", "advcl")
About = tuple[tuple[int, int] | None, Back | None]


def about(view: View, row: int, verb: int | None = None) -> About:
    """What a noun phrase stands for.

    Args:
        view: The sentence.
        row: The head of the phrase that is said to be unverified, denied and so on.
        verb: The marking verb, whose own words are not part of what it is about.

    Returns:
        Rows of the sentence, or how the phrase points back.
    """
    tree = view.tree
    lemma = tree.lemmas[row]
    if lemma in {"which", "that", "who"} and tree.tags[row] in {"WDT", "WP"}:
        return antecedent(view, verb if verb is not None else row)
    if tree.pos[row] in {"PRON", "DET"} and lemma in words("pronouns"):
        pair = lemma in {"both", "neither", "either"}
        return _earlier_clause(view, row, Back(row=row, plural=view.plural(row), pair=pair))
    if lemma not in words("number_nouns") | words("claim_nouns"):
        return (tree.lefts[row], _right(view, row, verb)), None
    return _of_claim(view, row, verb)


def _of_claim(view: View, row: int, verb: int | None) -> About:
    """What a noun for something said stands for: the clause behind it, the one before it, or something said before."""
    tree = view.tree
    number = tree.lemmas[row] in words("number_nouns")
    clause = _clause(view, row, verb)
    if clause is not None:
        return (tree.lefts[clause], tree.rights[clause]), None
    of = next((c for c in tree.children[row] if tree.deps[c] == "prep" and tree.lemmas[c] in {"of", "for"}), None)
    if of is not None:
        return (tree.lefts[row], _right(view, row, verb)), None
    if _appended(view, row):
        return (view.first, max(view.first, tree.lefts[row] - 1)), None
    back = Back(row=row, plural=view.plural(row), pair=_pair(view, row), number=number)
    if not _definite(view, row):
        return (tree.lefts[row], _right(view, row, verb)), None
    return _earlier_clause(view, row, back)


def _right(view: View, row: int, verb: int | None) -> int:
    """The end of a noun phrase, before a marking verb that hangs from it."""
    tree = view.tree
    if verb is not None and row < tree.lefts[verb] <= tree.rights[row]:
        return tree.lefts[verb] - 1
    return tree.rights[row]


def _clause(view: View, row: int, verb: int | None) -> int | None:
    """The clause that says what the claim is: "the claim that …", "suggestions he …"."""
    tree = view.tree
    for child in tree.children[row]:
        if child == verb or tree.deps[child] not in CLAUSES or child < row:
            continue
        if tree.pos[child] in {"VERB", "AUX"} and tree.tags[child] != "VBN":
            return child
        if tree.child(child, "mark", "nsubj", "nsubjpass") is not None:
            return child
    of = next(
        (c for c in tree.children[row] if tree.deps[c] == "prep" and tree.lemmas[c] in {"of", "about", "over"}), None
    )
    return None if of is None else tree.child(of, "pcomp")


def _definite(view: View, row: int) -> bool:
    """Whether the phrase means something known: "the", "this", "his", "both", or a bare plural."""
    tree = view.tree
    marks = [c for c in tree.children[row] if tree.deps[c] in {"det", "poss", "predet", "preconj", "nummod"}]
    if any(tree.lemmas[c] in {"a", "an", "any", "some", "every"} for c in marks):
        return False
    return bool(marks)


def _pair(view: View, row: int) -> bool:
    """Whether two things are meant: "both", "neither", "either"."""
    tree = view.tree
    return any(tree.lemmas[c] in {"both", "neither", "either", "two"} for c in tree.children[row])


def _appended(view: View, row: int) -> bool:
    """Whether the phrase stands behind a comma for the clause before it: "…, a figure disputed by …"."""
    tree = view.tree
    first = tree.lefts[row]
    if first - 1 <= view.first or tree.words[first - 1] not in {",", "-", "–", "—", ";"}:
        return False
    return (
        any(tree.lemmas[c] in {"a", "an"} and tree.deps[c] == "det" for c in tree.children[row])
        or tree.deps[row] == "appos"
    )


def antecedent(view: View, verb: int) -> About:
    """What a relative clause hangs from: the claim it names, or all that was said before it in the sentence."""
    tree = view.tree
    noun = tree.heads[verb]
    if (
        tree.deps[verb] == "relcl"
        and tree.pos[noun] in {"NOUN", "PROPN"}
        and tree.lemmas[noun] in words("claim_nouns") | words("number_nouns")
    ):
        return about(view, noun, verb)
    first = tree.lefts[verb]
    comma = first > view.first and tree.words[first - 1] == ","
    if comma:
        return (view.first, max(view.first, first - 2)), None
    return (tree.lefts[noun], max(tree.lefts[noun], first - 1)), None


def _earlier_clause(view: View, row: int, back: Back) -> About:
    """A word that points back may find what it means in an earlier clause of its own sentence."""
    tree = view.tree
    joint = _before_main(view, row) or next(
        (r for r in range(tree.lefts[row], view.first, -1) if _splits(view, r, row)), None
    )
    if joint is None or joint - view.first < 3:  # noqa: PLR2004 - a clause has at least a subject and a verb
        return None, back
    if not any(tree.pos[r] in {"VERB", "AUX"} for r in range(view.first, joint)):
        return None, back
    if back.number and not any(tree.tags[r] == "CD" or tree.lemmas[r] in MANY for r in range(view.first, joint)):
        return None, back  # "It gave no details, and the number …": the number was given before
    end = joint
    while end > view.first and tree.words[end - 1] in {",", ";", ":", "—", "–", "-"}:
        end -= 1
    return (view.first, max(view.first, end - 1)), back


def _before_main(view: View, row: int) -> int | None:
    """Where a sentence begins with a clause of its own ("While he said …, she denied the claim"): where that ends."""
    tree = view.tree
    verb = tree.heads[row]
    early = [c for c in tree.children[verb] if tree.deps[c] in {"advcl", "ccomp"} and tree.rights[c] < verb]
    return tree.rights[early[0]] + 1 if early else None


def _splits(view: View, at: int, row: int) -> bool:
    """Whether a new clause begins at a row: "but", "though", "and" before a subject, a semicolon."""
    tree = view.tree
    if tree.lemmas[at] in {"but", "though", "although", "however", ";", "—", "–"}:
        return True
    return tree.lemmas[at] == "and" and at + 1 < row + 2 and tree.deps[tree.heads[at]] in {"ROOT", "ccomp", "conj"}
