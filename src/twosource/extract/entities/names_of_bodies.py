"""Names that a parser takes for people's and the text shows to be a body's: "Halvard Grain, which has run the port"."""

from collections.abc import Iterator
from typing import Final

from twosource.language import labels
from twosource.language.tree import Tree
from twosource.language.words_names import NameWords
from twosource.text.names import Name, fold, read_name

_SUBJECTS: Final = frozenset(labels.NOMINAL_SUBJECTS)
_REACH: Final = 12  # words from a name to its "its"
_INITIAL: Final = 2  # letters; a shorter last part is a person's


def speaks_of_a_body(tree: Tree, rows: range, article: str) -> bool:
    """Whether the words around a name tell that a body bears it.

    They do so by "which" behind it, by a noun of a body in apposition or behind "is", and by its own "its" where the name
    is never shortened. That it owns something tells nothing: people and companies do.

    Args:
        tree: The block's tree.
        rows: The name; not empty.
        article: The article's text.
    """
    name = read_name(tree.span(rows[0], rows[-1]).of(article), tree.language)
    if name.titles:
        return False
    head = next((row for row in rows if tree.heads[row] not in rows), rows[-1])
    if _which_behind(tree, rows, head) or _called_a_body(tree, head) or _body_before(tree, rows):
        return True
    return _own(tree, rows, head) and _always_whole(
        tree.span(rows[0], rows[-1]).of(article), name, article, tree.lexicon.names
    )


def _always_whole(words: str, name: Name, article: str, lists: NameWords) -> bool:
    """Whether a name is said twice and never shortened: who is a person is called by the surname the second time."""
    if not name.given or lists.is_given(name.given[0]):
        return False
    whole = article.count(words)
    return whole > 1 and article.count(words.rsplit(maxsplit=1)[-1]) == whole


def _which_behind(tree: Tree, rows: range, head: int) -> bool:
    behind = [tree.words[row].lower() for row in range(rows.stop, min(rows.stop + 2, len(tree)))]
    return (
        behind[:1] == [","]
        and behind[1:] != []
        and behind[1] in tree.lexicon.pronouns.of_things
        and tree.deps[head] in _SUBJECTS
    )


def _called_a_body(tree: Tree, head: int) -> bool:
    beside = [child for child in tree.children[head] if tree.deps[child] == labels.APPOSITION]
    if tree.deps[head] == labels.NOMINAL_SUBJECT and tree.lemmas[tree.heads[head]] in tree.lexicon.names.being:
        beside += [child for child in tree.children[tree.heads[head]] if tree.deps[child] == labels.ATTRIBUTE]
    return any(
        tree.tags[row] == labels.SINGULAR_NOUN
        and tree.words[tree.lefts[row]].lower() in tree.lexicon.names.articles
        and tree.lexicon.source_nouns.kind_of(tree.lemmas[row]) == "body"
        for row in beside
    )


def _body_before(tree: Tree, rows: range) -> bool:
    """Whether a noun of a body in small letters runs into a name that begins with no given name ("case maker Olix")."""
    before = rows[0] - 1
    if before < 0 or tree.lexicon.names.is_given(fold(tree.words[rows[0]])):
        return False
    if tree.tags[before] != labels.SINGULAR_NOUN or not tree.words[before][0].islower():
        return False
    runs_into = tree.heads[before] == rows[-1] or tree.heads[rows[-1]] == before
    return runs_into and tree.lexicon.source_nouns.kind_of(tree.lemmas[before]) in {"body", "outlet"}


def _own(tree: Tree, rows: range, head: int) -> bool:
    """Whether "its" behind a subject can only be the subject's: "Halvard Grain said its dryers were cold"."""
    first, last = tree.sentences[tree.sentence_of[head]]
    if tree.deps[head] not in _SUBJECTS or rows[0] != first:
        return False
    behind = range(max(rows[-1], tree.rights[head]) + 1, min(last, rows.stop + _REACH))
    for row in behind:
        if tree.words[row].lower() in tree.lexicon.pronouns.own_of_things:
            return True
        if tree.pos[row] in {labels.NOUN, labels.NAME, labels.PRONOUN, labels.NUMERAL}:
            return False
    return False


def named_after(keys: frozenset[str], surnames: frozenset[str]) -> Iterator[str]:
    """Names of two words whose first is the surname of somebody else: a house that bears its family's name."""
    for key in sorted(keys):
        first, *rest = key.split()
        if len(rest) == 1 and len(rest[0]) > _INITIAL and first in surnames and rest[0] != first:
            yield key
