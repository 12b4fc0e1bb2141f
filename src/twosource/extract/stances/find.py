"""Stances of an article, laid on the statements and figures that they are about."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.extract.stances.claims import Claims, accusation_before
from twosource.extract.stances.constructions import read_construction
from twosource.extract.stances.holders import Holder, Holders
from twosource.extract.stances.ledger import Ledger
from twosource.extract.stances.references import Found, Owner, Reference, accused_before, concerns
from twosource.extract.stances.stance import Rows, Stance, Word
from twosource.extract.stances.targets import is_person
from twosource.extract.stances.verbs import taken_by_verb
from twosource.language import Clause, Document, Row, Sentence, Tree, labels
from twosource.language.lexicon import Lexicon
from twosource.language.words_stances import StanceWords
from twosource.model import REFUSING, Figure, Mark, MarkKind, Span, Statement
from twosource.text.reasons import Reason, worded

Rule = Callable[[Word], Stance | None]
_LONGEST_SENTENCE: Final = 400
"""Tokens: no sentence of prose has as many."""


def find_stances(
    document: Document, statements: tuple[Statement, ...], figures: tuple[Figure, ...], resolver: EntityResolver
) -> tuple[tuple[Statement, ...], tuple[Figure, ...]]:
    """The same statements and figures, with the marks of who takes a stance towards them; equal where nobody takes one.

    Where a mark is about words that are no statement by themselves, one is added. A figure carries the marks of the words it
    stands in. Who takes a stance becomes a source. Statements are by place, figures in their order.
    """
    stances = tuple(read_stances(document))
    if not stances:
        return statements, figures
    claims = Claims(document, tuple(sorted(statements, key=lambda s: (s.start, s.end, s.id))), stances)
    ledger = Ledger(document, claims, figures)
    layer = _Layer(document, claims, Holders(document, claims, resolver), ledger)
    for stance in stances:
        layer.lay(stance)
    return ledger.statements(statements), tuple(ledger.figures(figures))


def read_stances(document: Document) -> Iterator[Stance]:
    """Every expression of a stance, by place; of two that share words the first."""
    rules = _rules_of_words(document.lexicon)
    for sentence in document.sentences:
        if sentence.last - sentence.first <= _LONGEST_SENTENCE:
            tree, rows = sentence.tree, sentence.rows
            begun = [row for row in rows if tree.lemmas[row] in rules or tree.lowered[row] in rules]
            found = (_read(document, sentence, row, rules) for row in begun)
            yield from _apart(sorted((stance for stance in found if stance is not None), key=_rank))


def _apart(stances: Iterable[Stance]) -> Iterator[Stance]:
    """Of those that share words the first."""
    taken: list[Span] = []
    for stance in stances:
        if not any(stance.span.overlaps(span) for span in taken):
            taken.append(stance.span)
            yield stance


@cache
def _rules_of_words(lexicon: Lexicon) -> dict[str, tuple[Rule, ...]]:
    """A word, with the rules that begin at it: most words of a text have none."""
    found: dict[str, list[Rule]] = {}
    for rule, begins in _rules(lexicon.stances):
        for word in begins:
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


def _rules(words: StanceWords) -> Iterator[tuple[Rule, Iterable[str]]]:
    """The rules, each with the words that it begins at; of those that read one word the first counts, a hedge last."""
    table = [(partial(read_construction, entry), entry) for entry in words.constructions]
    begins = {
        entry: dict.fromkeys(word for name in entry.begins for word in getattr(words, name)) for _, entry in table
    }
    yield from ((rule, begins[entry]) for rule, entry in table if entry.kind != "hedged")
    yield taken_by_verb, words.stances_of_verb
    yield from ((rule, begins[entry]) for rule, entry in table if entry.kind == "hedged")


def _rank(stance: Stance) -> tuple[bool, int]:
    return (stance.kind == "hedged" or "answering" in stance.limits, stance.cue.first)


def _read(document: Document, sentence: Sentence, row: Row, rules: Mapping[str, tuple[Rule, ...]]) -> Stance | None:
    by_lemma = rules.get(sentence.tree.lemmas[row], ())
    by_form = rules.get(sentence.tree.lowered[row], ())
    word = Word(document, sentence, row)
    begun = (*by_lemma, *(rule for rule in by_form if rule not in by_lemma))
    return next((stance for rule in begun if (stance := rule(word)) is not None), None)


def _inventor(tree: Tree, row: Row, words: StanceWords) -> Row | None:
    """Who is said to have made up what stands there, whose claim it then is: "*the clerk* made up the story"."""
    verb = Clause(tree, tree.heads[row])
    active = tree.deps[row] in labels.OBJECTS and tree.lemmas[verb.row] in words.making | words.inventing
    return verb.subject.row if active and verb.subject is not None else None


@dataclass(frozen=True)
class _Layer:
    """Finds whose stance each is and what it is about, and writes it down; nothing where what it is about is not found."""

    document: Document
    claims: Claims
    holders: Holders
    ledger: Ledger

    def lay(self, stance: Stance) -> None:
        """Lay a stance on what it is about."""
        holder = self._not_the_accuser(stance, self.holders.of(stance))
        if self._is_news(stance, holder):
            return
        found = self._meant(stance, holder)
        holder = self._sure(stance, holder, found)
        places = tuple(claim.span for claim in found.claims)
        if not places:
            places, found = self._own_words(stance, holder), Found(where=Reason("stances.same_sentence"))
            holder = self._not_the_claimant(stance, holder, places)
        if places:
            self._write(stance, holder, places, found.where)

    @cached_property
    def _is_party(self) -> bool:
        """Whether the outlet denies something by its own name, or by "we": what it says is not so is then no news."""
        named = (each for each in self.claims.stances if each.kind == "denied" and each.holder is not None)
        return any("told" not in stance.limits and self.holders.of(stance).is_outlet for stance in named)

    def _is_news(self, stance: Stance, holder: Holder) -> bool:
        """Whether nobody takes it: the outlet tells it, or nothing was claimed of its holder."""
        told = not stance.limits.isdisjoint({"told", "by somebody"})
        if told and holder.is_outlet and not (stance.holder is not None and "by somebody" in stance.limits):
            return "by somebody" in stance.limits or not self._is_party
        if "accused" not in stance.limits:
            return False
        number = self.claims.number(stance.span.start)
        near = (claim for n in (number - 1, number) for claim in self.claims.by_sentence.get(n, ()))
        he = self._is_pronoun(stance) and holder.entity is None and any(claim.accused is not None for claim in near)
        return not he and not accused_before(self.claims, holder.party, holder.nouns, stance.span.start)

    def _is_pronoun(self, stance: Stance) -> bool:
        return stance.sentence.tree.lemma(stance.holder) in self.document.lexicon.stances.personal

    def _not_the_accuser(self, stance: Stance, holder: Holder) -> Holder:
        """Who denies an accusation under a pronoun: whom it is against, and never who makes it: "accused her, which *she* denies"."""
        if not self._is_answer_of_pronoun(stance):
            return holder
        number = self.claims.number(stance.span.start)
        for sentence in self.claims.sentences[max(0, number - 1) : number + 1][::-1]:
            made = accusation_before(Word(self.document, sentence, sentence.first), stance.span.start)
            if made is not None and holder.entity == self.holders.at(made.by).entity:
                return self.holders.at(made.against)
        return holder

    def _not_the_claimant(self, stance: Stance, holder: Holder, places: tuple[Span, ...]) -> Holder:
        """Nobody denies what they say themselves: in "said that she hid it, a charge *she* denies" it is unknown who does."""
        if not self._is_answer_of_pronoun(stance):
            return holder
        number = self.claims.number(stance.span.start)
        told = (claim for claim in self.claims.by_sentence.get(number, ()) if claim.span.start < stance.span.start)
        own = any(
            claim.source == holder.entity for claim in told if any(claim.span.overlaps(place) for place in places)
        )
        return Holder() if own else holder

    def _is_answer_of_pronoun(self, stance: Stance) -> bool:
        """Whether "she" or "they" denies what a word points back at: it may be another of those named before."""
        return stance.kind == "denied" and stance.target.reference is not None and self._is_pronoun(stance)

    def _meant(self, stance: Stance, holder: Holder) -> Found:
        row = stance.target.reference
        if row is None:
            return Found()
        # What its own speaker claims, nobody else verified.
        outlets = stance.kind == "unverified" and stance.holder is None
        own = frozenset[str]() if outlets else self.holders.called_like(holder)
        owner = self._owner(stance, row)
        return Reference(self.claims, stance, row, holder.party, holder.nouns, own, owner).found()

    def _owner(self, stance: Stance, row: Row) -> Owner | None:
        """Whose claim a word speaks of: "*her* statements", "contradicted *her*"."""
        tree = stance.sentence.tree
        owner, words = tree.child(row, labels.OWNER), self.document.lexicon.stances
        owner = _inventor(tree, row, words) if owner is None else owner
        if is_person(Word(self.document, stance.sentence, row)):
            named = self.holders.at(tree.span(row, row))
            return Owner(named.entity, named.party)
        if owner is None or tree.lemmas[row] not in words.claims | words.numbers:
            return None
        named = self.holders.at(tree.span(tree.lefts[owner], owner))
        return Owner(named.entity, frozenset() if tree.tags[owner] == labels.OWNING_PRONOUN else named.party)

    def _sure(self, stance: Stance, holder: Holder, found: Found) -> Holder:
        """Who takes it, what it is about known: "he" is whoever is accused, and a claim's own source is not who doubts it."""
        accused = next((claim.accused for claim in found.claims if claim.accused is not None), None)
        if accused is not None and stance.kind == "denied" and self._is_pronoun(stance):
            return self.holders.at(accused)
        claimants = {claim.source for claim in found.claims}
        return Holder() if stance.kind == "unverified" and holder.entity in claimants else holder

    def _own_words(self, stance: Stance, holder: Holder) -> tuple[Span, ...]:
        """The words of its own sentence that it is about; those that only point at something where somebody contests it."""
        contested = stance.kind in REFUSING and not holder.is_outlet
        if "answering" in stance.limits:
            return ()
        words = stance.target.content or (stance.target.otherwise if contested else None)
        if words is None or self._only_points(stance, words):
            return ()
        return (stance.sentence.tree.span(words.first, words.last),)

    def _only_points(self, stance: Stance, words: Rows) -> bool:
        """Whether they are one word for a claim, which says nothing: "*stories* that aren't true"."""
        alone = words.first == words.last
        return alone and stance.sentence.tree.lemmas[words.first] in self.document.lexicon.stances.claims

    def _write(self, stance: Stance, holder: Holder, places: tuple[Span, ...], where: Reason | None) -> None:
        words = " ".join(stance.span.of(self.document.text).split())
        why = f"{stance.reason[:1].lower()}{stance.reason[1:].rstrip('.')}"
        told = Reason("stances.mark", words=words, why=why, where=where or "")
        mark = Mark(
            kind=self._kind(stance, holder, places), by=self.holders.source(holder), start=stance.span.start,
            end=stance.span.end, sentence=stance.sentence.span, reason=worded(told, self.document.lexicon.code),
        )  # fmt: skip
        rows, tree = stance.target.left_out, stance.sentence.tree
        left_out = None if rows is None else tree.span(rows.first, rows.last)
        for place in places:
            self.ledger.write(mark, place, exact="exact" in stance.limits, left_out=left_out)

    def _kind(self, stance: Stance, holder: Holder, places: Iterable[Span]) -> MarkKind:
        """Whom a claim is about denies it; of others only who does more than doubt it, and no commentator."""
        if stance.kind not in REFUSING:
            return stance.kind
        if holder.is_outlet:
            return stance.kind if stance.holder is not None or self._is_party else "disputed"
        named = stance.kind == "denied" or (stance.holder is not None and "doubting" not in stance.limits)
        if named and any(concerns(self.claims, place, holder.party | holder.nouns) for place in places):
            return "denied"
        if stance.kind == "disputed":
            return "disputed"
        outside = stance.sentence.tree.lemma(stance.holder) in self.document.lexicon.stances.outsiders
        return "disputed" if outside or "by party" in stance.limits else "denied"
