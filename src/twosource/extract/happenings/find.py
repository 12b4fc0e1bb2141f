"""What happened, clause by clause: a deed or a state, who took part in it, and whether it is told as a fact."""

from collections.abc import Iterator
from typing import Final

from twosource.extract.happenings.deeds import SHORT_BE, deed_nouns, deed_of, listed
from twosource.extract.happenings.participants import (
    clause_of,
    doer_behind,
    is_passive,
    object_of,
    participant,
    subject_of,
)
from twosource.model import Article, Happening, Participant
from twosource.text.tree import Parsed, Tree

_KINDS: Final = frozenset({"headline", "paragraph", "caption"})
_MAIN: Final = frozenset({"ROOT", "ccomp", "parataxis"})
_STATES: Final = frozenset({"be", "remain", "become", "stay"})
_UP: Final = 5  # clauses between a clause and the sentence's own


def find_happenings(article: Article, parsed: Parsed) -> tuple[Happening, ...]:
    """What the clauses of an article tell.

    Args:
        article: A cleaned article.
        parsed: Its trees, one entry a block.

    Returns:
        Happenings by place; empty where no block was parsed. Verbs of saying and thinking are none.
    """
    found: list[Happening] = []
    for block, tree in zip(article.blocks, parsed.trees, strict=False):
        if tree is not None and block.kind in _KINDS:
            found += _in_tree(article, tree)
    return tuple(found)


def _in_tree(article: Article, tree: Tree) -> Iterator[Happening]:
    for row in range(len(tree)):
        if tree.pos[row] == "VERB" or (tree.pos[row] == "AUX" and _is_state(tree, row) and _says(tree, row)):
            made = _of_verb(article, tree, row)
        elif tree.pos[row] == "NOUN" and tree.lemmas[row] in deed_nouns():
            made = _of_noun(article, tree, row)
        else:
            made = None
        if made:
            yield made


def _is_state(tree: Tree, row: int) -> bool:
    return tree.lemmas[row] in _STATES or tree.words[row] in SHORT_BE


def _says(tree: Tree, row: int) -> bool:
    return tree.child(row, "acomp", "attr", "prep") is not None


def _of_verb(article: Article, tree: Tree, row: int) -> Happening | None:
    kind, words = deed_of(tree, row)
    if not kind or _only_thought_of(tree, row):
        return None
    subject, thing = _without(tree, words, subject_of(tree, row)), _without(tree, words, object_of(tree, row))
    passive = is_passive(tree, row)
    undergone = words in listed("undergone") or _is_state(tree, row)
    if passive or undergone:
        doer, done_to = (doer_behind(tree, row) if passive else None), subject
    elif thing is None and kind in listed("suffered") and " " not in words and tree.child(row, "aux") is None:
        doer, done_to = None, subject
    else:
        doer, done_to = subject, thing
    return _made(article, tree, row, kind, (participant(tree, doer), participant(tree, done_to)))


def _only_thought_of(tree: Tree, row: int) -> bool:
    """Whether it is asked, or did not quite happen."""
    asked = tree.words[tree.sentences[tree.sentence_of[row]][1] - 1] == "?"
    return asked or any(tree.words[child].lower() in listed("nearly") for child in tree.children[row])


def _without(tree: Tree, words: str, row: int | None) -> int | None:
    """Who takes part, unless that is a word for the deed itself: "arrests were made"."""
    return None if row is not None and words.endswith(f" {tree.lemmas[row]}") else row


def _of_noun(article: Article, tree: Tree, row: int) -> Happening | None:
    """A noun for a deed whose victim or doer it names, or of which its verb says that it took place."""
    of = next((child for child in tree.children[row] if tree.lemmas[child] == "of"), None)
    held = tree.child(of, "pobj") if of is not None else None
    whose = tree.child(row, "poss")
    takes = tree.deps[row] in {"nsubj", "nsubjpass"} and tree.lemmas[tree.heads[row]] in listed("taking_place")
    whose = None if whose is not None and whose in tree.entity_at and tree.entity_at[whose].label == "DATE" else whose
    done_to = held if held is not None else whose
    if done_to is None and not takes:
        return None
    return _made(article, tree, row, deed_nouns()[tree.lemmas[row]], (None, participant(tree, done_to)), main=takes)


def _made(
    article: Article,
    tree: Tree,
    row: int,
    kind: str,
    people: tuple[Participant | None, Participant | None],
    *,
    main: bool | None = None,
) -> Happening:
    return Happening(
        article=article.id,
        start=tree.starts[row],
        end=tree.ends[row],
        kind=kind,
        clause=clause_of(tree, row),
        doer=people[0],
        done_to=people[1],
        negated=_negated(tree, row),
        actual=_actual(tree, row),
        main=_main(tree, row) if main is None else main,
    )


def _negated(tree: Tree, row: int) -> bool:
    """Whether the clause says "not", or "no" of who takes part: "no arrests have been made"."""
    if tree.child(row, "neg") is not None:
        return True
    said = tree.child(row, "acomp", "attr", "oprd")
    if said is not None and any(tree.lemmas[under] == "not" for under in tree.children[said]):
        return True
    return any(
        tree.lemmas[under] in {"no", "none", "nobody", "nothing", "never", "without"}
        for child in tree.children[row]
        if tree.deps[child] in {"nsubj", "nsubjpass", "dobj", "attr", "advmod"}
        for under in (child, *tree.children[child])
    )


def _actual(tree: Tree, row: int) -> bool:
    at = row
    for _ in range(_UP):
        auxiliaries = [child for child in tree.children[at] if tree.deps[child] in {"aux", "mark"}]
        words = {tree.lemmas[child] for child in auxiliaries} | {tree.words[child].lower() for child in auxiliaries}
        if words & listed("doubting") and "have" in words:
            words -= listed("doubting")
        if words & listed("modals") or words & {"if", "unless", "whether"}:
            return False
        head = tree.heads[at]
        if "to" in words and not (tree.deps[at] == "xcomp" and tree.lemmas[head] in listed("carried_out")):
            return False
        if tree.deps[at] not in {"conj", "xcomp"} or head == at:
            return True
        at = head
    return True


def _main(tree: Tree, row: int) -> bool:
    at = row
    for _ in range(_UP):
        if tree.deps[at] in _MAIN:
            return True
        if tree.deps[at] != "conj":
            return False
        at = tree.heads[at]
    return False
