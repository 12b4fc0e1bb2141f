"""What happened, clause by clause: a deed or a state, who took part in it, and how it is told."""

from collections.abc import Iterator, Mapping
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.language import Clause, Document, NounPhrase, Predicate, Row, Tree, labels, predicate_of
from twosource.language.phrase import negation_of, nobody_in
from twosource.language.predicates import SHORT_BE, found_to_be
from twosource.language.reports import reporting_of
from twosource.model import Happening, Participant

_KINDS: Final = frozenset({"headline", "paragraph", "caption"})
_MAIN: Final = frozenset({labels.ROOT, *labels.REPORTED})
_SHARED: Final = frozenset({labels.CONJUNCT, labels.OPEN_COMPLEMENT})
"""By which a clause hangs that stands by itself if its head does: "and fled", "refused *to resign*"."""
_HIGHEST_CLIMB: Final = 5
"""Joined clauses between a clause and the sentence's own."""


def find_events(document: Document, resolver: EntityResolver) -> tuple[Happening, ...]:
    """What the clauses of an article tell, by place; empty where no block was parsed. Verbs of saying and thinking are none."""
    return tuple(
        happening
        for block, tree in zip(document.article.blocks, document.trees, strict=False)
        if block.kind in _KINDS
        for happening in _in_tree(document, tree, resolver)
    )


def _in_tree(document: Document, tree: Tree, resolver: EntityResolver) -> Iterator[Happening]:
    nouns = document.lexicon.predicates.nouns
    for row in tree.all_rows:
        made = None
        if tree.pos[row] == labels.VERB or (tree.pos[row] == labels.AUXILIARY_VERB and _says(document, tree, row)):
            made = _of_verb(document, tree, row, resolver)
        elif tree.pos[row] == labels.NOUN and tree.lemmas[row] in nouns:
            made = _of_noun(document, tree, row, resolver)
        if made:
            yield made


def _is_state(document: Document, tree: Tree, row: Row) -> bool:
    return tree.lemmas[row] in document.lexicon.predicates.states or tree.words[row] in SHORT_BE


def _says(document: Document, tree: Tree, row: Row) -> bool:
    """Whether an auxiliary alone tells in which state somebody is."""
    said = tree.child(row, labels.ADJECTIVAL_COMPLEMENT, labels.ATTRIBUTE, labels.PREPOSITION)
    return said is not None and _is_state(document, tree, row)


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
    bare = clause.tree.child(clause.row, labels.AUXILIARY) is None
    return bare and predicate.deed in suffered and " " not in predicate.words


def _taking_part(tree: Tree, predicate: Predicate, row: Row | None, resolver: EntityResolver) -> Participant | None:
    """Who takes part, unless that is a word for the deed itself ("arrests were made") or nobody."""
    if row is None or predicate.words.endswith(f" {tree.lemmas[row]}"):
        return None
    return _participant(tree, row, resolver)


def _of_noun(document: Document, tree: Tree, row: Row, resolver: EntityResolver) -> Happening | None:
    """A noun for a deed whose victim or doer it names, or of which its verb says that it took place."""
    words = document.lexicon.predicates
    of = next((c for c in tree.children[row] if tree.lemmas[c] in document.lexicon.factuality.partitive), None)
    held = tree.child(of, labels.PREPOSED)
    whose = tree.child(row, labels.OWNER)
    done_to = whose if held is None and tree.kind_of_name(whose) != labels.DATE else held
    takes = tree.deps[row] in labels.NOMINAL_SUBJECTS and tree.lemmas[tree.heads[row]] in words.taking_place
    if done_to is None and not takes:
        return None
    kind, people = words.nouns[tree.lemmas[row]], (None, _participant(tree, done_to, resolver))
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
        article=document.article.id, start=tree.starts[row], end=tree.ends[row], kind=kind, clause=clause.span,
        doer=people[0], done_to=people[1], beside=beside, wordings=wordings,
        factuality=document.phrase_factuality_of(NounPhrase(tree, row)) if is_noun else document.factuality_of(clause),
        reporting=reporting_of(document.reports_of(clause)), main=_is_main(tree, row) if main is None else main,
    )  # fmt: skip


def _is_main(tree: Tree, row: Row) -> bool:
    for _ in range(_HIGHEST_CLIMB):
        if tree.deps[row] in _MAIN:
            return True
        if tree.deps[row] not in _SHARED:
            return False
        row = tree.heads[row]
    return False


def _object_of(clause: Clause, aimed: Mapping[str, tuple[str, ...]]) -> Row | None:
    """The row of what a verb is done to: its object, or what ``aimed`` says that it is aimed at, behind a preposition."""
    if clause.tree.child(clause.row, *labels.OBJECTS) is not None:
        return clause.object.row if clause.object else None
    found = found_to_be(clause.tree, clause.row)
    if found is not None:
        return clause.tree.child(found, *labels.NOMINAL_SUBJECTS)
    behind = aimed.get(clause.lemma, ())
    return next((held.row for prep, held in clause.obliques if clause.tree.lemmas[prep] in behind), None)


def _participant(tree: Tree, row: Row | None, resolver: EntityResolver) -> Participant | None:
    """Somebody or something as their words name them, without clauses that tell more about it, and who that is; None for nobody."""
    words = tree.lexicon.factuality
    if row is None:
        return None
    if tree.deps[row] == labels.APPOSITION and tree.pos[tree.heads[row]] in labels.NOUNS:
        row = tree.heads[row]
    may_be_nobody = tree.lemmas[row] in words.negative_pronouns or tree.lemmas[row] in words.anybody
    if may_be_nobody and nobody_in(negation_of(tree, row, words)) is not None:
        return None
    # One of them a noun: it says who it is ("another victim, a 40-year-old man") and is not one more in a list.
    beside = (child for child in tree.children[row] if tree.deps[child] == labels.APPOSITION)
    described = [child for child in beside if labels.NOUN in {tree.pos[child], tree.pos[row]}]
    span = NounPhrase(tree, row).span_with(*described)
    called = next((child for child in described if tree.pos[child] == labels.NAME), row)
    named = tree.pos[called] == labels.NAME
    return Participant(
        start=span.start, end=span.end, head=tree.lowered[called] if named else tree.lemmas[row].lower(), named=named,
        label=tree.kind_of_name(called) if named else "", entity=resolver.who(span).entity,
    )  # fmt: skip
