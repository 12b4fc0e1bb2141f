"""What happened, clause by clause: a deed or a state, who took part in it, and how it is told."""

from collections.abc import Iterator, Mapping
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.language import Clause, Document, NounPhrase, Predicate, Row, Tree, labels, predicate_of
from twosource.language.phrase import negation_of
from twosource.language.predicates import SHORT_BE, found_to_be
from twosource.language.reports import reporting_of
from twosource.model import Happening, Participant, Polarity

_KINDS: Final = frozenset({"headline", "paragraph", "caption"})
_MAIN: Final = frozenset({labels.ROOT, *labels.REPORTED})
_SHARED: Final = frozenset({labels.CONJUNCT, labels.OPEN_COMPLEMENT})
"""By which a clause hangs that stands by itself if its head does: "and fled", "refused *to resign*"."""
_HIGHEST_CLIMB: Final = 5
"""Joined clauses between a clause and the sentence's own."""


def find_events(document: Document, resolver: EntityResolver) -> tuple[Happening, ...]:
    """What the clauses of an article tell.

    Args:
        document: An article, parsed.
        resolver: Says who takes part.

    Returns:
        Happenings by place; empty where no block was parsed. Verbs of saying and thinking are none.
    """
    return tuple(
        happening
        for block, tree in zip(document.article.blocks, document.trees, strict=False)
        if tree is not None and block.kind in _KINDS
        for happening in _in_tree(document, tree, resolver)
    )


def _in_tree(document: Document, tree: Tree, resolver: EntityResolver) -> Iterator[Happening]:
    nouns = document.lexicon.predicates.nouns
    for row in tree.all_rows:
        pos = tree.pos[row]
        if pos == labels.VERB or (pos == labels.AUXILIARY_VERB and _is_state(document, tree, row) and _says(tree, row)):
            made = _of_verb(document, tree, row, resolver)
        elif pos == labels.NOUN and tree.lemmas[row] in nouns:
            made = _of_noun(document, tree, row, resolver)
        else:
            made = None
        if made:
            yield made


def _is_state(document: Document, tree: Tree, row: Row) -> bool:
    return tree.lemmas[row] in document.lexicon.predicates.states or tree.words[row] in SHORT_BE


def _says(tree: Tree, row: Row) -> bool:
    return tree.child(row, labels.ADJECTIVAL_COMPLEMENT, labels.ATTRIBUTE, labels.PREPOSITION) is not None


def _of_verb(document: Document, tree: Tree, row: Row, resolver: EntityResolver) -> Happening | None:
    words = document.lexicon.predicates
    predicate, clause = predicate_of(tree, row, words), Clause(tree, row)
    if not predicate.deed:
        return None
    subject, thing = clause.subject, _object_of(clause, words.aimed)
    doer, done_to = subject.row if subject else None, thing
    passive = clause.is_passive
    if passive or predicate.words in words.undergone or _is_state(document, tree, row):
        agent = clause.agent if passive else None
        doer, done_to = agent.row if agent else None, doer
    elif thing is None and _is_suffered(clause, predicate, words.suffered):
        doer, done_to = None, doer
    people = (_taking_part(tree, predicate, doer, resolver), _taking_part(tree, predicate, done_to, resolver))
    return _made(document, clause, predicate.deed, people, predicate.wordings, beside=_beside(tree, row, doer, done_to))


def _beside(tree: Tree, *rows: Row | None) -> tuple[tuple[str, str], ...]:
    """What hangs from words by prepositions, each with its preposition; not who did it behind "by"."""
    return tuple(
        (tree.lemmas[prep], tree.lemmas[held].lower())
        for row in rows
        if row is not None
        for prep in tree.children[row]
        if tree.deps[prep] == labels.PREPOSITION and (held := tree.child(prep, labels.PREPOSED)) is not None
    )


def _is_suffered(clause: Clause, predicate: Predicate, suffered: frozenset[str]) -> bool:
    """Whether only one is named of a deed that somebody suffers: "man released"."""
    return (
        predicate.deed in suffered
        and " " not in predicate.words
        and clause.tree.child(clause.row, labels.AUXILIARY) is None
    )


def _taking_part(tree: Tree, predicate: Predicate, row: Row | None, resolver: EntityResolver) -> Participant | None:
    """Who takes part, unless that is a word for the deed itself ("arrests were made") or nobody."""
    if row is None or predicate.words.endswith(f" {tree.lemmas[row]}"):
        return None
    return _participant(tree, row, resolver)


def _of_noun(document: Document, tree: Tree, row: Row, resolver: EntityResolver) -> Happening | None:
    """A noun for a deed whose victim or doer it names, or of which its verb says that it took place."""
    words = document.lexicon.predicates
    of = next((c for c in tree.children[row] if tree.lemmas[c] in document.lexicon.factuality.partitive), None)
    held = tree.child(of, labels.PREPOSED) if of is not None else None
    whose = tree.child(row, labels.OWNER)
    takes = tree.deps[row] in labels.NOMINAL_SUBJECTS and tree.lemmas[tree.heads[row]] in words.taking_place
    whose = (
        None if whose is not None and whose in tree.entity_at and tree.entity_at[whose].label == labels.DATE else whose
    )
    done_to = held if held is not None else whose
    if done_to is None and not takes:
        return None
    people = (None, _participant(tree, done_to, resolver))
    kind = words.nouns[tree.lemmas[row]]
    return _made(document, Clause(tree, row), kind, people, (tree.lemmas[row],), main=takes)


def _made(
    document: Document,
    clause: Clause,
    kind: str,
    people: tuple[Participant | None, Participant | None],
    wordings: tuple[str, ...],
    *,
    beside: tuple[tuple[str, str], ...] = (),
    main: bool | None = None,
) -> Happening:
    tree, row = clause.tree, clause.row
    is_noun = tree.pos[row] == labels.NOUN
    return Happening(
        article=document.article.id,
        start=tree.starts[row],
        end=tree.ends[row],
        kind=kind,
        clause=clause.span,
        doer=people[0],
        done_to=people[1],
        beside=beside,
        wordings=wordings,
        factuality=document.phrase_factuality_of(NounPhrase(tree, row)) if is_noun else document.factuality_of(clause),
        reporting=reporting_of(document.reports_of(clause)),
        main=_is_main(tree, row) if main is None else main,
    )


def _is_main(tree: Tree, row: Row) -> bool:
    for _ in range(_HIGHEST_CLIMB):
        if tree.deps[row] in _MAIN:
            return True
        if tree.deps[row] not in _SHARED:
            return False
        row = tree.heads[row]
    return False


def _object_of(clause: Clause, aimed: Mapping[str, tuple[str, ...]]) -> Row | None:
    """The row of what a verb is done to: its object, or what it is aimed at behind a preposition.

    Args:
        clause: A clause.
        aimed: Verbs, with the prepositions of what they are aimed at.
    """
    if clause.tree.child(clause.row, *labels.OBJECTS) is not None:
        return clause.object.row if clause.object else None
    found = found_to_be(clause.tree, clause.row)
    if found is not None:
        return clause.tree.child(found, *labels.NOMINAL_SUBJECTS)
    return next(
        (held.row for prep, held in clause.obliques if clause.tree.lemmas[prep] in aimed.get(clause.lemma, ())), None
    )


def _participant(tree: Tree, row: Row | None, resolver: EntityResolver) -> Participant | None:
    """Somebody or something as their words name them, without clauses that tell more about it, and who that is; None for nobody."""
    words = tree.lexicon.factuality
    if row is None:
        return None
    if tree.deps[row] == labels.APPOSITION and tree.pos[tree.heads[row]] in labels.NOUNS:
        row = tree.heads[row]
    negation = negation_of(tree, row, words)
    if negation and negation[0] is Polarity.NEGATIVE and tree.lemmas[row] in words.negative_pronouns | words.anybody:
        return None
    described = [child for child in tree.children[row] if _describes(tree, child, row)]
    span = NounPhrase(tree, row).span_with(*described)
    called = next((child for child in described if tree.pos[child] == labels.NAME), row)
    named = tree.pos[called] == labels.NAME
    entity = tree.entity_at.get(called)
    return Participant(
        start=span.start,
        end=span.end,
        head=tree.words[called].lower() if named else tree.lemmas[row].lower(),
        named=named,
        label=entity.label if entity and named else "",
        entity=resolver.who(span).entity,
    )


def _describes(tree: Tree, child: Row, row: Row) -> bool:
    """Whether an apposition says who it is ("another victim, a 40-year-old man") and is not one more in a list."""
    nouns = {tree.pos[child], tree.pos[row]}
    return tree.deps[child] == labels.APPOSITION and labels.NOUN in nouns and tree.heads[child] == row
