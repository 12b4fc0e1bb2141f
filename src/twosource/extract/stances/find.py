"""Stances of an article, laid on the statements and figures that they are about."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from twosource.extract.stances.claims import Claims
from twosource.extract.stances.denials import DENIAL_RULES
from twosource.extract.stances.hedges import HEDGE_RULES
from twosource.extract.stances.holders import Holders
from twosource.extract.stances.judgements import JUDGEMENT_RULES
from twosource.extract.stances.stance import Rule, RuleTable, Stance, Word
from twosource.extract.stances.verbs import VERB_RULES
from twosource.language import Document
from twosource.language.words_stances import StanceWords
from twosource.model import Figure, Mark, Source, Span, Statement, content_id

RULES: Final[RuleTable] = (*JUDGEMENT_RULES, *VERB_RULES, *DENIAL_RULES, *HEDGE_RULES)
"""Of the rules that read one word the first counts."""
_LONGEST_SENTENCE: Final = 400
"""Tokens: no sentence of prose has as many."""
_HALF: Final = 0.5
"""Of what a statement says, and of what is meant: the statement carries the mark where they share as much of both."""


def find_stances(
    document: Document, statements: tuple[Statement, ...], figures: tuple[Figure, ...], sources: tuple[Source, ...]
) -> tuple[tuple[Statement, ...], tuple[Figure, ...], tuple[Source, ...]]:
    """The same statements, figures and sources, with the marks of who takes a stance towards them.

    Args:
        document: An article.
        statements: What it says. Where a mark is about words that are no statement by themselves, one is added.
        figures: Its numbers. A figure carries the marks of the words it stands in.
        sources: On whose word. A holder of a mark who is none of them is added.

    Returns:
        Statements by place, figures in their order, sources with the added ones behind. Equal to what was given where
        nobody takes a stance.
    """
    stances = tuple(read_stances(document))
    if not stances:
        return statements, figures, sources
    ordered = tuple(sorted(statements, key=lambda s: (s.start, s.end, s.id)))
    claims = Claims(document, ordered, stances)
    holders = Holders(document, claims, sources)
    ledger = _Ledger(document, claims)
    for stance in stances:
        _lay(stance, claims, holders, ledger)
    return ledger.statements(statements), tuple(ledger.figures(figures)), holders.all_sources()


def read_stances(document: Document) -> Iterator[Stance]:
    """Every expression of a stance, by place; of two that share words the first."""
    rules = _rules_of_words(document.lexicon.stances)
    for sentence in document.sentences:
        if sentence.last - sentence.first > _LONGEST_SENTENCE:
            continue
        taken: list[tuple[int, int]] = []
        found = (_read(Word(document, sentence, row), rules) for row in sentence.rows)
        for stance in sorted((s for s in found if s is not None), key=_rank):
            if all(stance.cue.last < first or last < stance.cue.first for first, last in taken):
                taken.append((stance.cue.first, stance.cue.last))
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
            return replace(stance, reason=(rule.__doc__ or "").split("\n")[0])
    return None


def _lay(stance: Stance, claims: Claims, holders: Holders, ledger: "_Ledger") -> None:
    """Find whose stance it is and what it is about, and write it down; nothing where what it is about is not found."""
    holder = holders.of(stance)
    if stance.told and holder is None:
        return
    if stance.accused and not claims.accuse(holders.names_of(holder), stance.span.start):
        return
    target, tree = stance.target, stance.sentence.tree
    places: tuple[Span, ...] = ()
    where = "in the same sentence"
    if target.reference is not None:
        meant, where = claims.meant(stance, holders.side_of(holder), holders.names_of(holder))
        places = tuple(claim.span for claim in meant)
        if stance.kind == "unverified" and holder is not None and holder in {claim.source for claim in meant}:
            holder = None
    if not places and target.content is not None:
        places, where = (tree.span(target.content.first, target.content.last),), "in the same sentence"
    if places:
        party = claims.party(holders.names_of(holder))
        disputed = stance.by_party and not any(claims.is_about(place, party) for place in places)
        words = " ".join(stance.span.of(ledger.document.text).split())
        mark = Mark(
            kind="disputed" if disputed else stance.kind,
            by=holder,
            start=stance.span.start,
            end=stance.span.end,
            sentence=stance.sentence.span,
            reason=f"“{words}”: {stance.reason[:1].lower()}{stance.reason[1:].rstrip('.')}; {where}",
        )
        for place in places:
            ledger.write(mark, place, exact=stance.exact)


@dataclass(slots=True)
class _Ledger:
    """Which marks are laid on what."""

    document: Document
    claims: Claims
    marks: dict[str, set[Mark]] = field(default_factory=dict)
    places: list[tuple[Span, Mark]] = field(default_factory=list)
    added: dict[str, Statement] = field(default_factory=dict)

    def write(self, mark: Mark, place: Span, *, exact: bool) -> None:
        """Lay a mark on the statements that say the words at a place, and on the numbers in them."""
        place = _stripped(place, self.document.text)
        self.places.append((place, mark))
        carriers = () if exact else self._carriers(place)
        if not carriers and (mark.kind != "hedged" or self._is_clause(place)):
            carriers = (self._added(place),)
        for statement in carriers:
            self.marks.setdefault(statement.id, set()).add(mark)

    def _carriers(self, place: Span) -> tuple[Statement, ...]:
        """The statement that says about as much as a place, or all that are said in it."""
        near = self.claims.overlapping(place)
        alike = [(share, s) for s in near if (share := _share(s, place)) >= _HALF]
        if alike:
            return (max(alike, key=lambda each: (each[0], -each[1].start, each[1].id))[1],)
        inside = tuple(s for s in near if all(place.holds(part) for part in s.content))
        return inside if sum(_shared(part, place) for s in inside for part in s.content) >= _HALF * len(place) else ()

    def _is_clause(self, place: Span) -> bool:
        """Whether words tell something: a phrase alone says nothing that could be hedged."""
        tree = self.document.tree_at(place.start)
        return tree is not None and any(tree.pos[row] in {"VERB", "AUX"} for row in tree.rows(place))

    def _added(self, place: Span) -> Statement:
        """A statement for words that are marked and that no other statement holds by themselves."""
        around = self.claims.around(place)
        outer = min(around, key=lambda s: (s.end - s.start, s.start, s.id)) if around else None
        kind = "assertion" if outer is None or outer.kind == "assertion" else "paraphrase"
        article = self.document.article.id
        statement = Statement(
            id=content_id("t", article, kind, place.start, place.end),
            article=article,
            kind=kind,
            start=place.start,
            end=place.end,
            content=(place,),
            source=None if outer is None else outer.source,
            source_reason="kept because it is marked: "
            + ("the outlet's own words" if kind == "assertion" else "a part of what its source says"),
        )
        return self.added.setdefault(statement.id, statement)

    def statements(self, given: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements given and those added, with their marks."""
        kept = [self._marked(s) for s in (*given, *self.added.values())]
        return tuple(sorted(kept, key=lambda s: (s.start, s.end, s.id))) if self.added else tuple(kept)

    def _marked(self, statement: Statement) -> Statement:
        return replace(statement, marks=_ordered((*statement.marks, *self.marks.get(statement.id, ()))))

    def figures(self, given: Sequence[Figure]) -> Iterator[Figure]:
        """The figures, each with the marks of the places that it stands in."""
        order = sorted(range(len(given)), key=lambda i: given[i].start)
        starts = [given[i].start for i in order]
        longest = max((figure.end - figure.start for figure in given), default=0)
        found: dict[int, set[Mark]] = {}
        for place, mark in self.places:
            for i in order[bisect_left(starts, place.start - longest) : bisect_left(starts, place.end)]:
                if place.overlaps(given[i].span):
                    found.setdefault(i, set()).add(mark)
        for i, figure in enumerate(given):
            yield replace(figure, marks=_ordered((*figure.marks, *found.get(i, ()))))


def _ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(set(marks), key=lambda m: (m.start, m.end, m.kind, m.by or "")))


def _share(statement: Statement, place: Span) -> float:
    """How much of a statement and of a place are the same, of the longer of the two."""
    shared = sum(_shared(part, place) for part in statement.content)
    return shared / max(1, len(place), sum(map(len, statement.content)))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _stripped(place: Span, text: str) -> Span:
    """A place without blanks at its ends."""
    words = place.of(text)
    return Span(start=place.start + len(words) - len(words.lstrip()), end=place.end - len(words) + len(words.rstrip()))
