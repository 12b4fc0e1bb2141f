"""On whose word a figure is where no statement says so: "the ministry's count of 73", "a toll given by the mayor"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.language import Document, Tree, labels
from twosource.model import Figure, Span, Statement
from twosource.text.reasons import Reason, joined

_REACH: Final = 24  # tokens between a number and the noun or verb of its frame
_CLOSE: Final = 4  # tokens from "estimates" to its number
_LONGEST_NAME: Final = 8
_ENDS: Final = frozenset(";:")
_KEEPERS: Final = frozenset({labels.PERSON, *labels.BODIES})
OWN_WORD: Final = Reason("measures.own_word")


def on_whose_word(
    document: Document, figures: Sequence[Figure], statements: Sequence[Statement], resolver: EntityResolver
) -> tuple[Figure, ...]:
    """The same figures, in their order, with the sources that their sentences name; a figure that has a source keeps it.

    A figure that nobody is named for says in its reason that it is the outlet's own word, unless it stands in a statement
    whose source is unknown.
    """
    unknown, language = {one.id for one in statements if one.kind != "assertion"}, document.lexicon.code
    kept = []
    for figure in figures:
        if figure.source is not None or figure.statement in unknown:
            kept.append(figure)
            continue
        span = _named(document.tree_at(figure.start), figure)
        whose = None if span is None else resolver.vouches(span).entity
        if span is not None and whose is not None:
            told = Reason("measures.on_the_word", words=span.of(document.text))
        elif figure.measure:
            told = OWN_WORD
        else:
            kept.append(figure)
            continue
        kept.append(replace(figure, source=whose, reason=joined([figure.reason, told], language)))
    return tuple(kept)


def _named(tree: Tree, figure: Figure) -> Span | None:
    """Who keeps the count that the figure is the value of; None where nobody is named."""
    number = next(iter(tree.rows(figure.span)), 0)
    for row in range(number - 1, max(number - _REACH, tree.sentence(number)[0]) - 1, -1):
        if tree.words[row] in _ENDS:
            return None
        for rule in _RULES:
            found = rule(tree, row, number)
            if found is not None:
                return found.keeper
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """That a rule fits, and who it says keeps the count; None where that is somebody who keeps none."""

    keeper: Span | None


def _of_a_tally(tree: Tree, row: int, number: int) -> _Kept | None:
    """As in "the ministry's count of 73", "a toll from the ministry of 73"."""
    del number
    if tree.lemmas[row] not in tree.lexicon.measures.tallies or tree.pos[row] not in labels.NOUNS:
        return None
    owner = tree.child(row, labels.OWNER)
    keepers = [_phrase(tree, owner)] if owner is not None else [_behind(tree, child) for child in tree.children[row]]
    keeper = next((keeper for keeper in keepers if keeper is not None), None)
    return _Kept(keeper=keeper) if keeper is not None else None


def _estimated(tree: Tree, row: int, number: int) -> _Kept | None:
    """As in "with the ministry estimating at least 300 dead"."""
    near = number - row <= _CLOSE and tree.pos[row] == labels.VERB
    return _subject(tree, row) if near and tree.lemmas[row] in tree.lexicon.measures.estimating else None


def _put(tree: Tree, row: int, number: int) -> _Kept | None:
    """As in "the army put the dead at 73", "the mayor raised the toll to 73"."""
    words = tree.lexicon.measures
    link = words.putting.get(tree.lemmas[row]) if tree.pos[row] == labels.VERB else None
    if link is None:
        return None
    between = tree.lowered[row + 1 : number]
    tally = any(tree.lemmas[at] in words.tallies for at in range(row + 1, number))
    fits = link.word in between and (tally or not link.tally)
    return _subject(tree, row) if fits else _Kept(keeper=None) if not link.tally else None


_RULES: Final[tuple[Callable[[Tree, int, int], _Kept | None], ...]] = (_of_a_tally, _estimated, _put)


def _subject(tree: Tree, verb: int) -> _Kept:
    """Who does what a verb says; of "the hospital, *which* spoke of 11 deaths" the hospital."""
    subject = tree.child(verb, labels.NOMINAL_SUBJECT)
    relative = subject is not None and tree.tags[subject] in labels.RELATIVE_PRONOUNS
    return _Kept(keeper=_phrase(tree, tree.heads[verb] if relative else subject))


def _behind(tree: Tree, child: int) -> Span | None:
    """Who is named behind a tally: "a toll *by* the ministry", "*from* the ministry", "given *by* it"."""
    words = tree.lexicon.measures
    links = tree.children[child] if tree.deps[child] in labels.RELATIVE else (child,)
    named = (link for link in links if tree.lowered[link] in words.given_by | words.given_from)
    keepers = (_phrase(tree, tree.child(link, labels.PREPOSED)) for link in named)
    return next((keeper for keeper in keepers if keeper is not None), None)


def _speaks(tree: Tree, row: int) -> bool:
    """Whether it is somebody who can keep a count: "a toll from the storm" is nobody's."""
    return tree.kind_of_name(row) in _KEEPERS or tree.lemmas[row] in tree.lexicon.measures.keepers


def _phrase(tree: Tree, row: int | None) -> Span | None:
    """The noun phrase, without possessive sign and relative clause; None for a pronoun or something that keeps no count."""
    if row is None or tree.pos[row] in labels.POINTING or not _speaks(tree, row):
        return None
    first = max(tree.lefts[row], row - _LONGEST_NAME)
    of = next((child for child in tree.children[row] if tree.lowered[child] in tree.lexicon.figures.part_of), None)
    whose = None if of is None or of < row else tree.child(of, labels.PREPOSED)
    return tree.span(first, row if whose is None else whose)
