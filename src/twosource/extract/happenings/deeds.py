"""Under which name a deed is kept: "was taken into custody", "apprehended" and "nabbed" are all an arrest."""

from functools import cache
from typing import Any, Final

from twosource.text.resources import load
from twosource.text.tree import Tree

SHORT_BE: Final = frozenset({"'s", "’s", "'re", "’re"})
_OBJECTS: Final = ("dobj", "attr", "acomp", "oprd")
_PREPOSITIONS: Final = ("prep",)


def deed_of(tree: Tree, row: int) -> tuple[str, str]:
    """The name of the deed that a verb tells, and the words it was found by.

    Args:
        tree: A block's trees.
        row: A verb, or "be" with what is said of its subject.

    Returns:
        ("", "") for verbs of saying and thinking, and for verbs that say nothing alone.
    """
    lemma = "be" if tree.words[row] in SHORT_BE and tree.pos[row] == "AUX" else tree.lemmas[row]
    for words in _wordings(tree, row, lemma):
        if words in _deeds():
            return _deeds()[words], words
    if lemma in listed("light"):
        held = _object(tree, row)
        return (f"{lemma} {held}", f"{lemma} {held}") if held else ("", "")
    return ("", "") if lemma in listed("saying") or not lemma.isalpha() else (lemma, lemma)


def _wordings(tree: Tree, row: int, lemma: str) -> list[str]:
    """The verb with what may belong to it, the fullest first."""
    found: list[str] = []
    held = tree.child(row, "dobj")
    if held is not None:
        found += [
            f"{lemma} {tree.lemmas[c]}" for c in tree.children[held] if tree.deps[c] in {"amod", "acl"} and c > held
        ]
    if lemma in listed("light"):
        found += [f"{lemma} {tree.lemmas[c]}" for c in tree.children[row] if tree.deps[c] == "nsubjpass"]
    for child in tree.children[row]:
        if tree.deps[child] in {*_OBJECTS, "prt", "advmod", "npadvmod"}:
            found.append(f"{lemma} {tree.lemmas[child]}")
        elif tree.deps[child] == "prep":
            found.append(f"{lemma} {tree.lemmas[child]}")
            held = tree.child(child, "pobj")
            if held is not None:
                found.append(f"{lemma} {'hospital' if _is_hospital(tree, held) else tree.lemmas[held]}")
    return [*found, lemma]


def _is_hospital(tree: Tree, row: int) -> bool:
    words = {tree.lemmas[at] for at in range(tree.lefts[row], row + 1)} | {tree.words[row].lower()}
    return bool(words & listed("hospitals"))


def _object(tree: Tree, row: int) -> str:
    """The lemma that makes a verb which says nothing alone a deed; "" where there is none."""
    held = tree.child(row, *_OBJECTS)
    if held is None:
        prep = tree.child(row, *_PREPOSITIONS)
        held = tree.child(prep, "pobj") if prep is not None else None
    if held is None or tree.pos[held] not in {"NOUN", "ADJ", "VERB", "PROPN"}:
        return ""
    return tree.lemmas[held].lower()


@cache
def listed(name: str) -> frozenset[str]:
    """A list of ``resources/en/deeds.yml``."""
    words: Any = load("deeds")[name]
    return frozenset(words)


@cache
def _deeds() -> dict[str, str]:
    deeds: dict[str, list[str]] = load("deeds")["deeds"]
    return {word: deed for deed, words in deeds.items() for word in words}


@cache
def deed_nouns() -> dict[str, str]:
    """Nouns for deeds, with the deed."""
    return dict(load("deeds")["nouns"])
