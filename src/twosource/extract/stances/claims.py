"""What is claimed where in an article, and which of it a word means that points back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from twosource.extract.stances.stance import Rows, Stance, Word
from twosource.extract.stances.targets import clause_rows, target_of
from twosource.language import Document, NounPhrase, Sentence, labels
from twosource.model import Span, Statement

_REACH: Final = 12
"""Sentences that a word may look back over where it names what it means."""
_RUN: Final = 4
"""Sentences of one speaker that "the claims" may take in."""
_STEM: Final = 4
"""Letters by which "China" and "Chinese", "fire" and "fireworks" are of one stem."""
_NAMING: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words of one sentence that claim something.

    Attributes:
        span: Where they stand.
        sentence: Their sentence's number in the article.
        source: Whose word it is; None where that is not known.
        statement: The statement whose content they are; None for a clause behind a noun and the like.
        attributed: Somebody is said to say so.
    """

    span: Span
    sentence: int
    source: str | None = None
    statement: Statement | None = None
    attributed: bool = True


@dataclass(frozen=True)
class Claims:
    """An article's claims, by place."""

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
    def by_sentence(self) -> dict[int, tuple[Claim, ...]]:
        """The claims of each sentence, in text order."""
        found: dict[int, list[Claim]] = {}
        for claim in sorted((*self._said(), *self._named(), *self._hedged()), key=lambda c: (c.span.start, c.span.end)):
            found.setdefault(claim.sentence, []).append(claim)
        return {number: tuple(claims) for number, claims in found.items()}

    def _said(self) -> Iterator[Claim]:
        """What somebody is reported to say, a sentence at a time."""
        for statement in self.statements:
            if statement.scare or statement.kind == "assertion":
                continue
            for part in statement.content:
                for number in range(self.number(part.start), self.number(part.end - 1) + 1):
                    place = self.sentences[number].span
                    start, end = max(part.start, place.start), min(part.end, place.end)
                    if start < end:
                        yield Claim(
                            span=Span(start=start, end=end),
                            sentence=number,
                            source=statement.source,
                            statement=statement,
                        )

    def _named(self) -> Iterator[Claim]:
        """What hangs from a noun for a claim ("a report that …") or from a verb of accusing ("accused of …")."""
        words = self.document.lexicon.stances
        naming = words.claims | words.accusing
        for number, sentence in enumerate(self.sentences):
            for row in sentence.rows:
                if sentence.tree.lemmas[row] not in naming:
                    continue
                word = Word(self.document, sentence, row)
                rows = _accused(word) if word.is_verbal else self._behind_noun(word)
                if rows is not None:
                    yield Claim(span=word.tree.span(rows.first, rows.last), sentence=number)

    @staticmethod
    def _behind_noun(word: Word) -> Rows | None:
        target = target_of(word, word.row)
        return None if target is None else target.content

    def _hedged(self) -> Iterator[Claim]:
        """What the outlet does not vouch for is somebody's claim."""
        for stance in self.stances:
            content = stance.target.content
            if stance.kind == "hedged" and content is not None and content.last > content.first:
                span = stance.sentence.tree.span(content.first, content.last)
                yield Claim(span=span, sentence=self.number(span.start))

    def speaker(self, place: Span, *, quoted: bool) -> str | None:
        """The source of the innermost statement in whose content a place stands; with ``quoted`` only of a quotation."""
        holding = [
            s
            for s in self.around(place)
            if s.source and (s.kind == "quotation" or not quoted) and not self._is_denial(s)
        ]
        return min(holding, key=lambda s: (s.end - s.start, s.start, s.id)).source if holding else None

    def _is_denial(self, statement: Statement) -> bool:
        """Whether a statement is what its source says is not so."""
        tree = None if statement.cue is None else self.document.tree_at(statement.cue.start)
        denying = self.document.lexicon.factuality.denying
        return (
            tree is not None
            and statement.cue is not None
            and any(tree.lemmas[r] in denying for r in tree.rows(statement.cue))
        )

    def around(self, place: Span) -> list[Statement]:
        """The statements in whose content a place stands."""
        return [s for s in self._near(place) if not s.scare and any(part.holds(place) for part in s.content)]

    def overlapping(self, place: Span) -> list[Statement]:
        """The statements whose content shares words with a place."""
        return [s for s in self._near(place) if not s.scare and any(part.overlaps(place) for part in s.content)]

    @cached_property
    def _statement_starts(self) -> list[int]:
        return [s.start for s in self.statements]

    @cached_property
    def _longest(self) -> int:
        return max((s.end - s.start for s in self.statements), default=0)

    def _near(self, place: Span) -> Sequence[Statement]:
        first = bisect_left(self._statement_starts, place.start - self._longest)
        return self.statements[first : bisect_left(self._statement_starts, place.end)]

    def meant(self, stance: Stance, side: frozenset[str], names: Sequence[str]) -> tuple[tuple[Claim, ...], str]:
        """Which claims a stance's reference means, and where they were found.

        Looked for in its own sentence first, then one sentence back; farther back only what the words name.

        Args:
            stance: A stance whose target has a reference.
            side: Who takes it, and who speaks for them; what they say themselves is not meant.
            names: How the holder is called: who denies a claim is mostly in it.

        Returns:
            No claims where none fits.
        """
        number = self.number(stance.span.start)
        before = list(self._before(stance, self._open(number, stance, side)))
        fitting = self._fitting(before, stance)
        if fitting:
            return self._picked(fitting, stance, frozenset(), self._party(stance, names)), "in the same sentence"
        if stance.target.appended:
            return (), ""
        named, party = self._named_words(stance), self._party(stance, names)
        if named or party:
            found = self._farther(number, stance, side, named, party)
            if found[0]:
                return found
        last = self._fitting(self._open(number - 1, stance, side), stance)
        return (self._picked(last, stance, named, party), "one sentence back") if last and not named else ((), "")

    def _farther(
        self, number: int, stance: Stance, side: frozenset[str], named: frozenset[str], party: frozenset[str]
    ) -> tuple[tuple[Claim, ...], str]:
        """Farther back only what the words name, or what is claimed of the holder, is meant."""
        for back in range(1, min(_REACH, number) + 1):
            claims = self._fitting(self._open(number - back, stance, side), stance)
            sharing = [c for c in claims if (self._shares(c, named) if named else self.is_about(c.span, party))]
            if sharing:
                where = "one sentence back" if back == 1 else f"{back} sentences back, where what it names is claimed"
                return self._picked(sharing, stance, named, party), where
        return (), ""

    def _open(self, number: int, stance: Stance, side: frozenset[str]) -> list[Claim]:
        """The claims of a sentence that a stance may mean: not its own words, nor what its holder says."""
        own = stance.sentence.tree.span(stance.cue.first, stance.cue.last)
        return [
            claim
            for claim in self.by_sentence.get(number, ())
            if not own.holds(claim.span)
            and (stance.own or claim.source is None or claim.source not in side)
            and not (
                claim.statement is not None and claim.statement.cue is not None and claim.statement.cue.overlaps(own)
            )
        ]

    def _before(self, stance: Stance, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims of a stance's own sentence as far as they stand before its clause."""
        tree, row = stance.sentence.tree, stance.target.reference
        first = stance.cue.first if row is None else min(stance.cue.first, tree.lefts[row])
        clause = self.document.clause_at(tree.starts[stance.cue.last])
        if clause is not None and not stance.target.appended and clause.relation != labels.ROOT:
            first = min(first, tree.lefts[clause.row])
        limit = tree.ends[first - 1] if first > stance.sentence.first else stance.sentence.span.start
        for claim in claims:
            if claim.span.start < limit:
                yield replace(claim, span=Span(start=claim.span.start, end=min(claim.span.end, limit)))

    def _fitting(self, claims: Iterable[Claim], stance: Stance) -> list[Claim]:
        """Of claims those with a number, where a number is meant; none that is only a reference itself."""
        row, tree = stance.target.reference, stance.sentence.tree
        words = self.document.lexicon.stances
        number = row is not None and (tree.lemmas[row] in words.numbers)
        return [c for c in claims if self._tells(c) and (not number or self._has_number(c.span))]

    def _tells(self, claim: Claim) -> bool:
        """Whether a claim has a verb or a noun that tells something, and is not only "the claim"."""
        tree = self.document.tree_at(claim.span.start)
        if tree is None:
            return False
        words = self.document.lexicon.stances
        rows = tree.rows(claim.span)
        return any(
            tree.pos[r] in {"VERB", "AUX", "NOUN", "NUM", "PROPN"}
            and tree.lemmas[r] not in words.claims | words.numbers
            for r in rows
        )

    def _has_number(self, place: Span) -> bool:
        tree = self.document.tree_at(place.start)
        return tree is not None and any(tree.pos[row] == "NUM" for row in tree.rows(place))

    def _named_words(self, stance: Stance) -> frozenset[str]:
        """The words by which a reference says which claim it means: "the *army's* report", "talk of *fireworks*"."""
        row, tree, content = stance.target.reference, stance.sentence.tree, stance.target.content
        if row is None:
            return frozenset()
        words = self.document.lexicon.stances
        if stance.target.searched and content is not None:
            inside = range(content.first, content.last + 1)
            return frozenset(tree.lemmas[r] for r in inside if tree.heads[r] not in inside or tree.heads[r] == r)
        plain = words.claims | words.numbers | words.pronouns | words.earlier | words.untrue
        naming = (r for r in tree.rows(NounPhrase(tree, row).span) if r != row and tree.pos[r] in _NAMING)
        return frozenset(tree.lemmas[r] for r in naming if tree.lemmas[r] not in plain)

    def accuse(self, names: Sequence[str], before: int) -> bool:
        """Whether something is claimed, by whom it may be, of somebody who is called so, before a place."""
        party = self.party(names)
        return any(
            claim.statement is None and claim.span.end <= before and self.is_about(claim.span, party)
            for number in range(self.number(before) + 1)
            for claim in self.by_sentence.get(number, ())
        )

    @staticmethod
    def party(names: Sequence[str]) -> frozenset[str]:
        """The words of a holder's names: whom a claim accuses denies it."""
        return frozenset(word for name in names for word in name.split() if word[:1].isupper())

    def _party(self, stance: Stance, names: Sequence[str]) -> frozenset[str]:
        return self.party(names) if stance.kind == "denied" else frozenset()

    def _shares(self, claim: Claim, named: Iterable[str]) -> bool:
        """Whether a claim's words, or the sentence's that says whose it is, hold one of ``named``."""
        sentence = self.sentences[claim.sentence]
        lemmas = {lemma.casefold() for lemma in sentence.tree.lemmas[sentence.first : sentence.last]}
        return any(_of_one_stem(word, lemma) for word in named for lemma in lemmas)

    def _picked(
        self, claims: Sequence[Claim], stance: Stance, named: frozenset[str], party: frozenset[str]
    ) -> tuple[Claim, ...]:
        """Of the fitting claims of a sentence the one that is meant, the nearest; all of one speaker for a plural."""
        claims = [c for c in claims if self._holds(c, named)] or claims
        claims = [c for c in claims if self.is_about(c.span, party)] or claims
        nearest = claims[-1]
        if not self._is_plural(stance):
            return (nearest,)
        same = [c for c in claims if c.source == nearest.source]
        return (*self._run(nearest), *same)

    def _holds(self, claim: Claim, named: frozenset[str]) -> bool:
        """Whether a claim's own words hold one of ``named``."""
        tree = self.document.tree_at(claim.span.start)
        rows = () if tree is None else tree.rows(claim.span)
        return tree is not None and any(_of_one_stem(word, tree.lemmas[r]) for word in named for r in rows)

    def is_about(self, place: Span, party: frozenset[str]) -> bool:
        """Whether words name who takes a stance towards them, whose name's words are ``party``."""
        tree = self.document.tree_at(place.start)
        rows = () if tree is None else tree.rows(place)
        named = (
            [tree.words[r] for r in rows if tree.words[r][:1].isupper() and tree.pos[r] in {"PROPN", "ADJ"}]
            if tree
            else []
        )
        return any(_of_one_stem(word, other) for word in party for other in named)

    def _is_plural(self, stance: Stance) -> bool:
        row, tree = stance.target.reference, stance.sentence.tree
        return row is not None and (
            tree.tags[row] in labels.PLURAL_TAGS
            or stance.sentence.tree.lemmas[row] in self.document.lexicon.stances.plurals
        )

    def _run(self, nearest: Claim) -> tuple[Claim, ...]:
        """What the same speaker said in the sentences right before."""
        found: list[Claim] = []
        for number in range(nearest.sentence - 1, max(-1, nearest.sentence - _RUN), -1):
            said = [c for c in self.by_sentence.get(number, ()) if nearest.source and c.source == nearest.source]
            if not said:
                break
            found += said
        return tuple(reversed(found))


def _of_one_stem(word: str, lemma: str) -> bool:
    """Whether two words are one, or begin alike as far as a name and its adjective do."""
    word, lemma = word.casefold(), lemma.casefold()
    return word == lemma or (min(len(word), len(lemma)) > _STEM and word[:_STEM] == lemma[:_STEM])


def _accused(word: Word) -> Rows | None:
    """What somebody is accused of."""
    tree, words = word.tree, word.words
    behind = word.child_of(words.about, *labels.PREPOSITIONS)
    if behind is None:
        return None
    clause = tree.child(behind, "pcomp")
    phrase = tree.child(behind, labels.PREPOSED)
    if clause is not None:
        return clause_rows(tree, clause)
    return None if phrase is None else Rows(tree.lefts[phrase], tree.rights[phrase])
