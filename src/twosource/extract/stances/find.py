"""Stances of an article, laid on the statements and figures that they are about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.extract.stances.claims import Claims
from twosource.extract.stances.constructions import CONSTRUCTION_RULES
from twosource.extract.stances.hedges import HEDGE_RULES
from twosource.extract.stances.holders import Holder, Holders
from twosource.extract.stances.ledger import Ledger
from twosource.extract.stances.references import Found, Owner, Reference, accused_before, concerns
from twosource.extract.stances.stance import Rule, RuleTable, Stance, Word
from twosource.extract.stances.verbs import VERB_RULES
from twosource.language import Document, labels
from twosource.language.words_stances import StanceWords
from twosource.model import Figure, Mark, MarkKind, Span, Statement

RULES: Final[RuleTable] = (*CONSTRUCTION_RULES, *VERB_RULES, *HEDGE_RULES)
"""Of the rules that read one word the first counts."""
_LONGEST_SENTENCE: Final = 400
"""Tokens: no sentence of prose has as many."""


def find_stances(
    document: Document, statements: tuple[Statement, ...], figures: tuple[Figure, ...], resolver: EntityResolver
) -> tuple[tuple[Statement, ...], tuple[Figure, ...]]:
    """The same statements and figures, with the marks of who takes a stance towards them.

    Args:
        document: An article.
        statements: What it says. Where a mark is about words that are no statement by themselves, one is added.
        figures: Its numbers. A figure carries the marks of the words it stands in.
        resolver: Says who takes a stance; they become sources.

    Returns:
        Statements by place, figures in their order. Equal to what was given where nobody takes a stance.
    """
    stances = tuple(read_stances(document))
    if not stances:
        return statements, figures
    claims = Claims(document, tuple(sorted(statements, key=lambda s: (s.start, s.end, s.id))), stances)
    holders = Holders(document, claims, resolver)
    ledger = Ledger(document, claims, figures)
    for stance in stances:
        _lay(stance, document, claims, holders, ledger)
    return ledger.statements(statements), tuple(ledger.figures(figures))


def read_stances(document: Document) -> Iterator[Stance]:
    """Every expression of a stance, by place; of two that share words the first."""
    rules = _rules_of_words(document.lexicon.stances)
    for sentence in document.sentences:
        if sentence.last - sentence.first <= _LONGEST_SENTENCE:
            found = (_read(Word(document, sentence, row), rules) for row in sentence.rows)
            yield from _apart(sorted((stance for stance in found if stance is not None), key=_rank))


def _apart(stances: Iterable[Stance]) -> Iterator[Stance]:
    """Of those that share words the first."""
    taken: list[Span] = []
    for stance in stances:
        if not any(stance.span.overlaps(span) for span in taken):
            taken.append(stance.span)
            yield stance


def _rules_of_words(words: StanceWords) -> dict[str, tuple[Rule, ...]]:
    """A word, with the rules that begin at it: most words of a text have none."""
    found: dict[str, list[Rule]] = {}
    for rule, lists in RULES:
        for word in dict.fromkeys(word for name in lists for word in getattr(words, name)):
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _rank(stance: Stance) -> tuple[bool, int]:
    return (stance.kind == "hedged", stance.cue.first)


def _read(word: Word, rules: Mapping[str, tuple[Rule, ...]]) -> Stance | None:
    tree, row = word.tree, word.row
    begun = rules.get(tree.lemmas[row], ())
    begun = (*begun, *(rule for rule in rules.get(tree.words[row].lower(), ()) if rule not in begun))
    for rule in begun:
        stance = rule(word)
        if stance is not None:
            return stance if stance.reason else replace(stance, reason=(rule.__doc__ or "").split("\n")[0])
    return None


def _lay(stance: Stance, document: Document, claims: Claims, holders: Holders, ledger: Ledger) -> None:
    """Find whose stance it is and what it is about, and write it down; nothing where what it is about is not found."""
    holder = holders.of(stance)
    if not stance.limits.isdisjoint({"told", "by somebody"}) and holder.is_outlet:
        return
    if "accused" in stance.limits and not accused_before(claims, holder.party | holder.nouns, stance.span.start):
        return
    found = _meant(stance, claims, holders, holder)
    places = tuple(claim.span for claim in found.claims)
    holder = _accused(stance, document, found, holders) or holder
    if stance.kind == "unverified" and holder.entity in {claim.source for claim in found.claims}:
        holder = Holder()
    content = stance.target.content or stance.target.otherwise
    if not places and content is not None:
        places, found = (stance.sentence.tree.span(content.first, content.last),), Found(where="in the same sentence")
    if places:
        words = " ".join(stance.span.of(document.text).split())
        mark = Mark(
            kind=_kind(stance, claims, holder, places),
            by=holders.source(holder),
            start=stance.span.start,
            end=stance.span.end,
            sentence=stance.sentence.span,
            reason=f"“{words}”: {stance.reason[:1].lower()}{stance.reason[1:].rstrip('.')}; {found.where}",
        )
        for place in places:
            ledger.write(mark, place, exact="exact" in stance.limits)


def _accused(stance: Stance, document: Document, found: Found, holders: Holders) -> Holder | None:
    """Who is meant by "he denied the charge": whoever is accused; None where the stance names somebody."""
    row, accused = stance.holder, next((claim.accused for claim in found.claims if claim.accused is not None), None)
    pronoun = row is not None and stance.sentence.tree.lemmas[row] in document.lexicon.stances.personal
    return holders.at(accused) if pronoun and accused is not None and stance.kind == "denied" else None


def _meant(stance: Stance, claims: Claims, holders: Holders, holder: Holder) -> Found:
    if stance.target.reference is None:
        return Found()
    outlets = stance.kind == "unverified" and stance.holder is None  # what its own speaker claims, nobody else verified
    own = frozenset[str]() if outlets else holders.called_like(holder)
    return Reference(claims, stance, holder.party, holder.nouns, own, _owner(stance, holders)).found()


def _owner(stance: Stance, holders: Holders) -> Owner | None:
    """Whose claim a stance speaks of: "*her* statements"."""
    tree, row = stance.sentence.tree, stance.target.reference
    words = holders.document.lexicon.stances
    owner = None if row is None else tree.child(row, labels.OWNER)
    if row is None or owner is None or tree.lemmas[row] not in words.claims | words.numbers:
        return None
    named = holders.at(tree.span(tree.lefts[owner], owner))
    return Owner(named.entity, named.party)


def _kind(stance: Stance, claims: Claims, holder: Holder, places: Iterable[Span]) -> MarkKind:
    """Whom a claim is about denies it; of others only who does more than doubt it, and no commentator."""
    if stance.kind == "denied" and holder.is_outlet:
        return "disputed"
    if stance.kind != "denied" or any(concerns(claims, place, holder.party | holder.nouns) for place in places):
        return stance.kind
    row, words = stance.holder, claims.document.lexicon.stances
    outside = row is not None and stance.sentence.tree.lemmas[row] in words.outsiders
    return "disputed" if outside or "by party" in stance.limits else "denied"
