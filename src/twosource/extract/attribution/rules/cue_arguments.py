"""Source and content for a cue that a rule found: which parts of the tree speak, and which are said."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from twosource.extract.attribution.rules.cues import Cue
from twosource.language import labels
from twosource.language.tree import Tree

Rows = frozenset[int]
LEADING: Final = frozenset({labels.STOP, labels.CONJUNCTION})
DEPENDENT: Final = frozenset(
    {
        labels.ADVERBIAL, labels.OPEN_COMPLEMENT, labels.CONJUNCT, labels.CONTENT, labels.PREPOSITION, labels.PREPOSED_CLAUSE,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Rows of one tree that are the source, and those that are the content. Either may be empty."""

    source: Rows
    content: Rows


def parts_of(tree: Tree, cue: Cue) -> Parts:
    """Source and content of ``cue`` in its own sentence, quotations not yet taken whole."""
    own = frozenset(range(cue.first, cue.last + 1))
    if cue.frame == "phrase":
        return _of_phrase(tree, cue, own)
    speaker, takes = _NAMING.get(cue.frame, (None, frozenset()))
    if speaker is None:
        source = _source(tree, cue.row)
        return Parts(source=source, content=_complement(tree, cue) - own - source)
    source = _named(tree, speaker(tree, cue.row))
    children = [child for child in tree.children[cue.row] if tree.deps[child] in takes]
    return Parts(source=source, content=_spread(tree, children) - own - source)


def _agent(tree: Tree, row: int) -> int | None:
    agent = tree.child(row, labels.AGENT)
    return tree.child(agent, labels.PREPOSED)


_NAMING: Final[dict[str, tuple[Callable[[Tree, int], int | None], frozenset[str]]]] = {
    "noun": (lambda tree, row: tree.child(row, labels.OWNER), frozenset({labels.NOUN_CLAUSE, labels.CONTENT})),
    "passive": (
        _agent,
        frozenset({labels.NOMINAL_PASSIVE_SUBJECT, labels.OPEN_COMPLEMENT, labels.CONTENT, labels.PREPOSITION}),
    ),
}
"""Frames that name who speaks by a word of their own, with how, and by which labels the content hangs from the cue."""


def _named(tree: Tree, row: int | None) -> Rows:
    return frozenset() if row is None else _trimmed(tree, under(tree, row))


def under(tree: Tree, row: int) -> Rows:
    """All rows of the subtree."""
    return frozenset(range(tree.lefts[row], tree.rights[row] + 1))


def _source(tree: Tree, row: int, depth: int = 4) -> Rows:
    """The subject of the verb, or of the verb it hangs from; an agent where that is a passive."""
    subject, head, relation = tree.child(row, *labels.SUBJECTS), tree.heads[row], tree.deps[row]
    if subject is not None or depth == 0 or head == row:
        return _named(tree, subject)
    if relation in labels.RELATIVE and tree.pos[head] in labels.NOMINAL:
        described = relation == labels.NOUN_CLAUSE
        before = frozenset(range(tree.lefts[head], tree.lefts[row]))
        return _trimmed(tree, before if described else under(tree, head) - under(tree, row))
    if relation not in DEPENDENT:
        return frozenset()
    passive = tree.child(head, labels.NOMINAL_PASSIVE_SUBJECT)
    return _source(tree, head, depth - 1) if passive is None else _named(tree, passive)


def _complement(tree: Tree, cue: Cue) -> Rows:
    """What the verb's frame says is its content."""
    row = cue.row
    if cue.frame == "quote" and tree.deps[row] in labels.REPORTED:
        return _trimmed(tree, under(tree, tree.heads[row]) - under(tree, row))
    hangs, last = _TAKES.get(cue.frame, _OBJECTS), len(tree)
    first = -1 if cue.frame in _TAKES else row
    if cue.frame == "about":
        last = cue.last
    return _spread(tree, [child for child in tree.children[row] if tree.deps[child] in hangs and first < child <= last])


_TAKES: Final[dict[str, frozenset[str]]] = {
    "clause": frozenset({labels.CONTENT}),
    "quote": frozenset({labels.CONTENT}),
    "aim": frozenset({labels.OPEN_COMPLEMENT}),
    "about": frozenset({labels.PREPOSITION}),
}
"""By which labels the content hangs from the cue, by the cue's frame."""
_OBJECTS: Final = frozenset(
    {
        labels.DIRECT_OBJECT, labels.OBJECT_PREDICATIVE, labels.PREPOSITION, labels.OPEN_COMPLEMENT, labels.INDIRECT_OBJECT,
    }
)  # fmt: skip
"""The same where the object is what is said; it stands behind the cue."""


def _spread(tree: Tree, children: Iterable[int]) -> Rows:
    return _trimmed(tree, frozenset(row for child in children for row in under(tree, child)))


def _of_phrase(tree: Tree, cue: Cue, own: Rows) -> Parts:
    to = min(cue.row + 1, len(tree) - 1)
    source = _named(tree, tree.child(to, labels.PREPOSED))
    content = frozenset(range(*tree.sentence(cue.row))) - own - source - frozenset({to})
    return Parts(source=source, content=_trimmed(tree, content))


def _trimmed(tree: Tree, rows: Rows) -> Rows:
    """Without punctuation at either end of the whole."""
    kept = sorted(rows)
    while kept and _leads(tree, kept[0]):
        kept.pop(0)
    while kept and tree.pos[kept[-1]] == labels.PUNCTUATION and tree.words[kept[-1]] not in "”\"'’''":
        kept.pop()
    return frozenset(kept)


def _leads(tree: Tree, row: int) -> bool:
    """Whether the word only joins what follows to what came before."""
    if tree.words[row] in "“\"'‘``":
        return False
    joins = tree.deps[row] == labels.ADVERB_MODIFIER and tree.words[row] == "However"
    return tree.deps[row] in LEADING or tree.pos[row] == labels.PUNCTUATION or joins


def runs(rows: Rows) -> Iterator[tuple[int, int]]:
    """First and last row of each unbroken run, in order."""
    kept = sorted(rows)
    for i, row in enumerate(kept):
        if i == 0 or kept[i - 1] != row - 1:
            first = row
        if i + 1 == len(kept) or kept[i + 1] != row + 1:
            yield first, row
