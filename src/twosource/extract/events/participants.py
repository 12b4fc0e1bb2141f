"""Who takes part in a clause, as their words name them."""

from collections.abc import Mapping

from twosource.extract.entities import EntityResolver
from twosource.language import Clause, Row, Tree, labels
from twosource.language.phrase import NounPhrase, negation_of
from twosource.language.predicates import found_to_be
from twosource.model import Participant, Polarity


def object_of(clause: Clause, aimed: Mapping[str, tuple[str, ...]]) -> Row | None:
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


def participant(tree: Tree, row: Row | None, resolver: EntityResolver) -> Participant | None:
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
