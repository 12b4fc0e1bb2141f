"""Which named body a short form means: "the authority" behind "the Norvale Harbour Authority"."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from twosource.extract.entities.descriptions import Description
from twosource.extract.entities.source_words import source_words
from twosource.language import Document, Entity, Tree
from twosource.model import Span
from twosource.text.names import name_key, told

_BODIES: Final = frozenset({"ORG"})
_PROPER: Final = frozenset({"NNP", "NNPS"})
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "s", "&"})
_TERSE: Final = frozenset({"headline", "subheading"})
_MOST: Final = 100  # names with one head noun: an article with more is a list


class Bodies:
    """The named bodies of an article, asked by description."""

    def __init__(self, document: Document) -> None:
        """Read nothing yet: most articles ask for none."""
        self._document = document

    def holder(self, what: Description, span: Span) -> str:
        """The name of the one body before ``span`` whose head noun a definite description repeats.

        "" where there is none, where two bodies have that noun ("the Harbour Authority", "the Coal Authority"), and
        where the description has words that the name has not. A shorter form of a name is the same body.
        """
        terse = self._in_headline(span)
        if what.kind not in {"body", "outlet"} or not (what.definite or terse) or what.name:
            return ""
        if what.plural and not terse:
            return ""
        named = [name for at, name in self._by_noun.get(what.noun, ()) if at < span.start or terse][:_MOST]
        longest = max(named, key=lambda name: (len(_words(name)), name), default="")
        if not longest or any(not _words(name) <= _words(longest) for name in named):
            return ""
        return longest if all(told(word, _words(longest)) for word in what.modifiers) else ""

    def _in_headline(self, span: Span) -> bool:
        """Whether a place stands in a headline: it leaves "the" out, and may name short what the text names in full."""
        block = self._document.block_at(span.start)
        return block is not None and self._document.article.blocks[block].kind in _TERSE

    @cached_property
    def _by_noun(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for tree in self._document.trees:
            for entity in tree.entities if tree else ():
                if tree is not None and entity.label in _BODIES:
                    for noun, rows in _named(tree, entity):
                        place = tree.span(rows[0], rows[-1])
                        found[noun].append((place.start, " ".join(place.of(self._document.text).split())))
        return found


def _named(tree: Tree, entity: Entity) -> Iterator[tuple[str, range]]:
    """The head noun of a name of several words, if it is one of a body, and the name's rows without an article."""
    first, last = entity.first, entity.last
    while first < last and tree.pos[first] == "DET":
        first += 1
    while last > first and (tree.tags[last - 1] == "POS" or not tree.words[last - 1][0].isalnum()):
        last -= 1
    rows = range(first, last)
    if len(rows) < 2:  # noqa: PLR2004 - one word is no longer form of anything
        return
    head = next((row for row in rows if tree.heads[row] not in rows), rows[-1])
    noun = tree.words[head].lower()
    if tree.tags[head] in _PROPER and source_words().kind_of(noun) in {"body", "outlet"}:
        yield noun, rows


def _words(name: str) -> frozenset[str]:
    return frozenset(name_key(name).split()) - _SMALL
