"""What is claimed where in an article, by whom it may be: what a word that points back can mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from twosource.extract.stances.shapes import held_behind
from twosource.extract.stances.stance import Rows, Stance, Word
from twosource.extract.stances.targets import claim_target, clause_rows
from twosource.language import Document, Row, Sentence, Tree, labels
from twosource.language.clause import is_predicate
from twosource.model import Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words of one sentence that claim something."""

    span: Span  # where they stand
    sentence: int  # their sentence's number in the article
    source: str | None = None  # whose word it is; None where that is not known
    # The words that say so ("reported"); None for a clause behind a noun, and for what the outlet hedges.
    cue: Span | None = None
    asked: bool = False  # it is what somebody was asked ("whether …"): only an answer in its sentence can be about it
    hedged: bool = False  # it is what the outlet does not vouch for
    accused: Span | None = None  # of whom it is claimed, where a verb of accusing says so


@dataclass(frozen=True, slots=True)
class Accusation:
    """Who accuses whom in a clause."""

    by: Span
    against: Span


@dataclass(frozen=True)
class Claims:
    """An article's claims, by sentence, and its statements, by place."""

    document: Document
    statements: tuple[Statement, ...]
    stances: tuple[Stance, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The article's sentences, by place."""
        return tuple(self.document.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def number(self, offset: int) -> int:
        """The number of the sentence that a place stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def by_sentence(self) -> Mapping[int, tuple[Claim, ...]]:
        """The claims of each sentence that has some, in text order; none that is only a part of another."""
        found: dict[int, list[Claim]] = {}
        every = (*self._said(), *self._behind_words(), *self._hedged(), *self._asked())
        for claim in sorted(every, key=lambda c: (c.span.start, -c.span.end, c.source or "")):
            here = found.setdefault(claim.sentence, [])
            around = next((i for i, c in enumerate(here) if c.cue is not None and c.span.holds(claim.span)), None)
            if around is not None:
                here[around] = replace(here[around], accused=here[around].accused or claim.accused)
            elif self._tells(claim):
                here.append(claim)
        return {number: tuple(claims) for number, claims in found.items()}

    def _said(self) -> Iterator[Claim]:
        """What somebody is reported to say, a sentence at a time; not what they refused to say."""
        kept = (s for s in self.statements if s.said and s.kind != "assertion" and not self._refused(s))
        for statement, part in ((each, part) for each in kept for part in each.content):
            for number in range(self.number(part.start), self.number(part.end - 1) + 1):
                place = self.sentences[number].span
                start, end = max(part.start, place.start), min(part.end, place.end)
                if start < end:
                    cue = statement.cue or Span(start=start, end=start)
                    span, asked = self._without_whether(Span(start=start, end=end), number)
                    yield Claim(span=span, sentence=number, source=statement.source, cue=cue, asked=asked)

    def _without_whether(self, span: Span, number: int) -> tuple[Span, bool]:
        tree = self.sentences[number].tree
        rows = tree.rows(span)
        asked = len(rows) > 1 and tree.lemmas[rows[0]] in self.document.lexicon.stances.whether
        return (tree.span(rows[1], rows[-1]) if asked else span), asked

    def _behind_words(self) -> Iterator[Claim]:
        """What hangs from a noun for a claim ("a report that …") or from a verb of accusing ("accused of …")."""
        words = self.document.lexicon.stances
        naming = words.claims | words.accusing | words.holding
        for number, sentence in enumerate(self.sentences):
            for row in sentence.rows:
                if sentence.tree.lemmas[row] in naming:
                    word = Word(self.document, sentence, row)
                    rows = _accused(word) if word.is_verbal else _claimed(word)
                    if rows is not None:
                        span = word.tree.span(rows.first, rows.last)
                        yield Claim(span=span, sentence=number, accused=_who_is_accused(word))

    def _hedged(self) -> Iterator[Claim]:
        """What the outlet does not vouch for is somebody's claim."""
        for stance in self.stances:
            content = stance.target.content
            if stance.kind == "hedged" and content is not None and content.last > content.first:
                span = stance.sentence.tree.span(content.first, content.last)
                yield Claim(span=span, sentence=self.number(span.start), hedged=True)

    def _asked(self) -> Iterator[Claim]:
        """What somebody is asked whether it is so, and nobody is told of who asks: no statement has it."""
        whether = self.document.lexicon.stances.whether
        for number, sentence in enumerate(self.sentences):
            tree = sentence.tree
            for row in (row for row in sentence.rows if tree.deps[row] == labels.CONTENT):
                first, last = tree.lefts[row], tree.rights[row]
                if tree.heads[row] < first < last and tree.lemmas[first] in whether:
                    span = tree.span(Row(first + 1), last)
                    cue = Span(start=span.start, end=span.start)
                    yield Claim(span=span, sentence=number, cue=cue, asked=True)

    def _tells(self, claim: Claim) -> bool:
        """Whether it tells something, and is not only "the claim"."""
        tree, words = self.tree_of(claim), self.document.lexicon.stances
        pointing = words.claims | words.numbers | words.mentioned
        rows = tree.rows(claim.span)
        return any(tree.pos[row] in _TELLING and tree.lemmas[row] not in pointing for row in rows)

    def has_predicate(self, claim: Claim) -> bool:
        """Whether there is a verb in it, so that it tells something by itself."""
        tree = self.tree_of(claim)
        return any(is_predicate(tree, Row(row)) for row in tree.rows(claim.span))

    def is_told_of(self, claim: Claim) -> bool:
        """Whether a verb is what it says, and does not only stand in it: "the story of an *offer* to join" tells of none."""
        tree = self.tree_of(claim)
        return any(is_predicate(tree, row) for row in tree.outermost(tree.rows(claim.span)))

    def told_in(self, claim: Claim) -> frozenset[str]:
        """The lemmas of its words."""
        tree = self.tree_of(claim)
        return frozenset(tree.lemmas[row] for row in tree.rows(claim.span))

    def tree_of(self, claim: Claim) -> Tree:
        """The tree that a claim stands in."""
        return self.sentences[claim.sentence].tree

    def _refused(self, statement: Statement) -> bool:
        """Whether its source did not say it: "refused to confirm …"."""
        return self._cue_is(statement.cue, self.document.lexicon.factuality.refusing)

    def _cue_is(self, cue: Span | None, lemmas: frozenset[str]) -> bool:
        if cue is None:
            return False
        tree = self.document.tree_at(cue.start)
        return any(tree.lemmas[row] in lemmas for row in tree.rows(cue))

    def is_reported(self, claim: Claim) -> bool:
        """Whether it is told as a report: by the outlet, behind a noun, or with a verb of reporting."""
        return claim.cue is None or self._cue_is(claim.cue, self.document.lexicon.stances.reporting)

    def speaker(self, place: Span, *, quoted: bool) -> str | None:
        """The source of the innermost statement in whose content a place stands; with ``quoted`` only of a quotation."""
        denying = self.document.lexicon.factuality.denying
        named = (s for s in self.around(place) if s.source and (s.kind == "quotation" or not quoted))
        holding = [s for s in named if not self._cue_is(s.cue, denying)]
        return min(holding, key=lambda s: (s.end - s.start, s.start, s.id)).source if holding else None

    def around(self, place: Span) -> list[Statement]:
        """The statements in whose content a place stands."""
        return [s for s in self._near(place) if s.said and any(part.holds(place) for part in s.content)]

    def overlapping(self, place: Span) -> list[Statement]:
        """The statements whose content shares words with a place."""
        return [s for s in self._near(place) if s.said and any(part.overlaps(place) for part in s.content)]

    @cached_property
    def _statement_starts(self) -> list[int]:
        return [s.start for s in self.statements]

    @cached_property
    def _longest(self) -> int:
        return max((s.end - s.start for s in self.statements), default=0)

    def _near(self, place: Span) -> Sequence[Statement]:
        first = bisect_left(self._statement_starts, place.start - self._longest)
        return self.statements[first : bisect_left(self._statement_starts, place.end)]


_TELLING = frozenset({labels.VERB, labels.AUXILIARY_VERB, labels.NOUN, labels.NUMERAL, labels.NAME})


def _claimed(word: Word) -> Rows | None:
    target = claim_target(word, word.row)
    return None if target is None else target.content


def _accused(word: Word) -> Rows | None:
    """What somebody is accused of."""
    tree, words = word.tree, word.words
    thing = word.clause.object
    places = (word,) if thing is None else (word, word.at(thing.row))  # "accused the reeve *of* …" may hang from either
    held = _held(places, words.accused_of)
    if held is None:
        deed = _held(places, words.accused_in)
        held = deed if word.says(deed, frozenset(word.document.lexicon.predicates.nouns)) else None
    if held is None:
        return None
    brought = word.says(held, words.brought | words.suspicions)
    inner = held_behind(word.at(held), words.about) if brought else None
    told = held if inner is None else inner
    if tree.pos[told] in labels.VERBAL:
        return clause_rows(tree, told)
    held_only = word.is_one_of(words.holding) and inner is None and not word.says(told, words.deniable)
    if held_only or tree.kind_of_name(told) in labels.AMOUNTS:
        return None  # "charged on Monday", "held for nine days"
    return Rows(tree.lefts[told], tree.rights[told])


def _held(places: Iterable[Word], prepositions: frozenset[str]) -> Row | None:
    return next((row for place in places if (row := held_behind(place, prepositions)) is not None), None)


def accusation_before(word: Word, offset: int) -> Accusation | None:
    """Who was accused last in a word's sentence before a place, where it is told by whom."""
    rows = reversed([row for row in word.sentence.rows if word.tree.starts[row] < offset])
    verbs = (word.at(row) for row in rows if word.says(row, word.words.accusing))
    made = next((verb for verb in verbs if verb.is_verbal and not verb.clause.is_passive), None)
    by, against = (None, None) if made is None else (made.clause.subject, _who_is_accused(made))
    if by is None or against is None:
        return None
    return Accusation(word.tree.span(word.tree.lefts[by.row], by.row), against)


def _who_is_accused(word: Word) -> Span | None:
    """Of whom a verb of accusing tells: its object, or the subject of its passive."""
    if not word.is_verbal:
        return None
    clause = word.clause
    accused = clause.subject if clause.is_passive else clause.object
    return None if accused is None else word.tree.span(word.tree.lefts[accused.row], accused.row)
