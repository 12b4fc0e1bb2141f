"""Ages as figures of their own kind, each with whose it is: "Ada Quill, 34,", "34-year-old Ada Quill", "Quill is 34"."""

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import chain
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.extract.figures.readings import rows_of
from twosource.extract.quantities import Quantity, find_quantities
from twosource.language import Document, Tree, labels
from twosource.model import Figure, Span, Statement, content_id
from twosource.text.reasons import Reason, worded

_BEHIND: Final = 6
"""Tokens from an age to the name behind it: "34-year-old harbour pilot Ada Quill"."""
_OPENING: Final = frozenset({",", "("})
_BETWEEN: Final = frozenset({labels.ADJECTIVE, *labels.NOUNS, labels.PUNCTUATION, labels.ADVERB})


def find_ages(document: Document, statements: Sequence[Statement], resolver: EntityResolver) -> tuple[Figure, ...]:
    """The ages that an article gives to somebody, by place; each on the word of the shortest statement that holds it.

    What is counted is the person, by the fullest name that the article has for them, or the noun where they have none. An
    age of nobody in particular ("children under five") is left out.
    """
    surnames = frozenset(chain.from_iterable(_surnames_in(tree) for _, tree in document.parsed.blocks))
    return tuple(
        _figure(document, number, tree.starts[0], found, statements, resolver)
        for _, tree in document.parsed.blocks
        for number in find_quantities(document.text[tree.starts[0] : tree.ends[-1]], tree.language)
        if number.kind == "age" and (found := _whose(tree, number, surnames)) is not None
    )


def _surnames_in(tree: Tree) -> Iterator[str]:
    """The last words of the names in full of persons, by the parser."""
    full = (name for name in tree.entities if name.label == labels.PERSON and name.last - name.first > 1)
    return (tree.words[name.last - 1] for name in full)


def _whose(tree: Tree, number: Quantity, surnames: Container[str]) -> Span | None:
    """The words that name whose age it is; None where nobody is named."""
    base = tree.starts[0]
    first, last = rows_of(tree, base + number.core_start, base + number.core_end)
    found = next((span for rule in _RULES if (span := rule(tree, first, last)) is not None), None)
    return found or _behind_a_surname(tree, first, surnames)


def _behind_a_surname(tree: Tree, first: int, surnames: Container[str]) -> Span | None:
    """As in "Quill, 34," where the article names Ada Quill in full, whatever the parser takes the surname alone for."""
    alone = first > 1 and tree.words[first - 1] in _OPENING and tree.words[first - 2] in surnames
    return tree.span(first - 2, first - 2) if alone else None


def _figure(
    document: Document,
    number: Quantity,
    base: int,
    whose: Span,
    statements: Sequence[Statement],
    resolver: EntityResolver,
) -> Figure:
    words = _name(document, whose, resolver)
    span = Span(start=base + number.core_start, end=base + number.core_end)
    held = (one for one in statements if one.said and any(content.holds(span) for content in one.content))
    said = min(held, key=lambda one: (one.end - one.start, one.start, one.id), default=None)
    return Figure(
        id=content_id("f", document.article.id, span.start, span.end, "age"), article=document.article.id,
        statement=said.id if said else None, start=span.start, end=span.end, low=number.low, high=number.high,
        bound=number.bound, unit=number.unit or document.lexicon.ages.unit, kind="age", counted=words,
        source=said.source if said else None, reason=worded(Reason("measures.age_of", whose=words), document.lexicon.code),
    )  # fmt: skip


def _name(document: Document, span: Span, resolver: EntityResolver) -> str:
    """The fullest name that the article has for who is named, else the words as they stand."""
    words = " ".join(span.of(document.text).split())
    if not words[:1].isupper():
        return words
    entity = resolver.who(span).entity
    names = resolver.names(entity) if entity is not None else ()
    return max((name for name in (words, *names) if words in name), key=len)


def _behind_a_name(tree: Tree, first: int, last: int) -> Span | None:
    """As in "Ada Quill, 34,", "Ada Quill (34)", "Ada Quill, aged 34,", "a boy aged 11", "the cook, 34,"."""
    del last
    row = first - 1
    while row > 0 and (tree.words[row] in _OPENING or tree.lowered[row] in tree.lexicon.ages.aged):
        row -= 1
    if row == first - 1:
        return None
    person = tree.lowered[row] in tree.lexicon.measures.one and tree.tags[row] == labels.SINGULAR_NOUN
    return tree.span(row, row) if person else _name_at(tree, row)


def _name_at(tree: Tree, row: int) -> Span | None:
    """The person's name that ends at ``row``: one by the parser, or capitalised words in a row, whatever it takes them for."""
    entity = tree.entity_at.get(row)
    if entity is not None and (entity.label, entity.last) == (labels.PERSON, row + 1):
        return tree.span(entity.first, row)
    begin = tree.names_before(row)
    alone = begin == row and entity is not None  # a town, a body
    return None if tree.pos[row] != labels.NAME or alone else tree.span(begin, row)


def _person_at(tree: Tree, row: int | None) -> Span | None:
    """The whole name of the person, by the parser, that a row stands in; None for no row."""
    if row is None or tree.kind_of_name(row) != labels.PERSON:
        return None
    return tree.span(tree.entity_at[row].first, tree.entity_at[row].last - 1)


def _in_apposition(tree: Tree, first: int, last: int) -> Span | None:
    """As in "Quill, a 34-year-old baker,"; not in "in Tolm, a 34-year-old baker drowned"."""
    row = first - 3
    described = _old(tree, last) is not None and tree.part(first - 1) == labels.DETERMINER
    if row < 0 or not described or tree.words[first - 2] not in _OPENING:
        return None
    name = _name_at(tree, row)
    placed = name is not None and tree.part(tree.rows(name)[0] - 1) == labels.ADPOSITION
    return None if placed else name


def _right_before_a_name(tree: Tree, first: int, last: int) -> Span | None:
    """As in "the coroner, Ada Quill, said 19-year-old *Kit Lane* died", "Ada Quill, 19-year-old *Kit Lane* and others"."""
    del first
    old = _old(tree, last)
    return _person_at(tree, old + 1) if old is not None and old + 1 < len(tree) else None


def _before_a_name(tree: Tree, first: int, last: int) -> Span | None:
    """As in "34-year-old Ada Quill", "the 34-year-old survivor, Ada Quill"."""
    old = _old(tree, last)
    if old is None or tree.tags[old - 1] == labels.PLURAL_NOUN:
        return None  # "men 20 to 30 years old, Quill said"
    stop = min(old + 1 + _BEHIND, tree.sentence(first)[1])
    for row in range(old + 1, stop):
        person = _person_at(tree, row)
        if person is not None:
            return person
        if tree.pos[row] not in _BETWEEN:
            return None
        if tree.pos[row] == labels.NAME and tree.pos[min(row + 1, len(tree) - 1)] == labels.NAME:
            last = next((end for end in range(row, stop) if tree.pos[end] != labels.NAME), stop)
            return tree.span(row, last - 1)
    return None


def _old(tree: Tree, last: int) -> int | None:
    """The row of "old" in "34-year-old"; None where it is no such form."""
    rows = range(last, min(last + _BEHIND, len(tree)))
    return next((row for row in rows if tree.lowered[row].rpartition("-")[2] in tree.lexicon.ages.old_forms), None)


def _said_of_somebody(tree: Tree, first: int, last: int) -> Span | None:
    """As in "Ada Quill is 34", "Ada Quill was 34 years old", "Ada Quill, who is 34,"."""
    for row in (first, tree.heads[first], tree.heads[tree.heads[first]], tree.heads[last]):
        verb = tree.heads[row]
        subject = tree.child(verb, labels.NOMINAL_SUBJECT) if tree.pos[verb] == labels.AUXILIARY_VERB else None
        who = subject is not None and tree.tags[subject] in labels.RELATIVE_PRONOUNS
        person = _person_at(tree, tree.heads[verb] if who else subject)
        if person is not None and tree.deps[row] in labels.PREDICATIVES:
            return person
    return None


def _of_a_noun(tree: Tree, first: int, last: int) -> Span | None:
    """As in "a 34-year-old baker"."""
    old = _old(tree, last)
    row = old + 1 if old is not None else len(tree)
    end = None
    while row < tree.sentence(first)[1] and tree.pos[row] in {labels.ADJECTIVE, *labels.NOUNS}:
        end = row if tree.pos[row] in labels.NOUNS else end
        row += 1
    return tree.span(old + 1, end) if old is not None and end is not None else None


_RULES: Final[tuple[Callable[[Tree, int, int], Span | None], ...]] = (
    _right_before_a_name, _behind_a_name, _in_apposition, _before_a_name, _said_of_somebody, _of_a_noun,
)  # fmt: skip
