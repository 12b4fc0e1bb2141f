"""Which claim a word means that points back: "the claim", "that figure", "the army's report", "it"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from twosource.extract.stances.claims import Claim, Claims
from twosource.extract.stances.stance import Stance
from twosource.language import Clause, NounPhrase, Row, Tree, labels
from twosource.language.words_stances import StanceWords
from twosource.model import Span
from twosource.text.reasons import Reason

_REACH: Final = 12
"""Sentences that a word may look back over where it names what it means."""
_REACH_OF_PARTY: Final = 5
"""The same where only its holder's name leads to it."""
_RUN: Final = 4
"""Sentences of one speaker that "the claims" may take in."""
_STEM: Final = 4
"""Letters by which "China" and "Chinese" are of one stem."""
_JOINTS: Final = frozenset({labels.PUNCTUATION, labels.COORDINATOR, labels.SUBORDINATOR})
_NAMED: Final = frozenset({labels.NAME, labels.ADJECTIVE})
_MATTER: Final = frozenset({labels.NOUN, labels.NAME, labels.NUMERAL, labels.VERB})
_NAMING: Final = frozenset({labels.NOUN, labels.NAME, labels.ADJECTIVE, labels.NUMERAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The claims that are meant, and where they were found. No claims where it is not safe to say which."""

    claims: tuple[Claim, ...] = ()
    where: Reason | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose claim is spoken of: the resolver's id, and the words of the name; none of a pronoun."""

    entity: str | None
    party: frozenset[str]


@dataclass(frozen=True)
class Reference:
    """A stance's word that points back, with what helps to find what it means."""

    claims: Claims  # what is claimed in the article
    stance: Stance
    row: Row  # the word
    # The words of its holder's name. What they say themselves is not meant, and who denies a claim is mostly in it.
    party: frozenset[str]
    nouns: frozenset[str]  # the words by which its holder is called
    own_sources: frozenset[str]  # the ids of those who are called like the holder
    owner: Owner | None = None  # whose claim it is said to be: "*her* statements"

    @property
    def _tree(self) -> Tree:
        return self.stance.sentence.tree

    @property
    def _words(self) -> StanceWords:
        return self.claims.document.lexicon.stances

    @property
    def _lemma(self) -> str:
        return self._tree.lemmas[self.row]

    def found(self) -> Found:
        """What is meant: looked for in its own sentence, then one sentence back; farther back only what is named."""
        number = self.claims.number(self.stance.span.start)
        farther = (self._just_before,) if self._answers else (self._named_before, self._last)
        looks = (self._in_sentence, *(() if self.stance.target.appended else farther))
        return next((found for look in looks if (found := look(number)).claims), Found())

    def _in_sentence(self, number: int) -> Found:
        same = [claim for claim in self._fitting(self._before(self._open(number))) if self._is_named_before(claim)]
        return self._picked(same, Reason("stances.same_sentence"))

    def _named_before(self, number: int) -> Found:
        """What its words name, or whom the claim is about that somebody denies."""
        reach = _REACH if self._named else _REACH_OF_PARTY if self.stance.kind == "denied" else 0
        for back in range(1, min(reach, number) + 1):
            claims = [c for c in self._fitting(self._open(number - back)) if self._is_named(c)]
            if claims:
                named = Reason("stances.sentences_back", count=back)
                return self._picked(claims, named if back > 1 else Reason("entities.one_sentence_back"))
        return Found()

    def _just_before(self, number: int) -> Found:
        """What the sentence before says."""
        return self._picked(self._fitting(self._open(number - 1)), Reason("entities.one_sentence_back"))

    def _last(self, number: int) -> Found:
        """The last claim is meant by a verb that takes it and by "this is untrue"; "the report is false" may be about any.

        Where "that" means its holder's own words in its sentence, none is: "said it was so, but later that *that* is not the case".
        """
        points = self._lemma in self._words.pointing | self._words.mentioned
        charges = self._is_plural and self._lemma in self._words.brought and self._is_determined
        loose = "loose" in self.stance.limits or (
            "told" in self.stance.limits and not (points or charges or self._is_owned)
        )
        told = (claim for claim in self.claims.by_sentence.get(number, ()) if not claim.asked)
        nearer = self._lemma in self._words.pointing and any(True for _ in self._before(told))
        if self._named or loose or nearer:
            return Found()
        last = [claim for claim in self._fitting(self._open(number - 1)) if self._can_be_last(claim)]
        return self._picked(last, Reason("entities.one_sentence_back"))

    @property
    def _is_owned(self) -> bool:
        """Whether it is told by name whose claim is meant: "the *clerk* made up the story"."""
        return self.owner is not None and bool(self.owner.entity or self.owner.party)

    @property
    def _is_determined(self) -> bool:
        """Whether it is said to be known which: "*the* charges", "*those* allegations"."""
        return self._tree.lemmas[self._tree.lefts[self.row]] in self._words.definite

    def _can_be_last(self, claim: Claim) -> bool:
        """Whether it tells something, and not only "reportedly" where a report is meant: that may be any."""
        report = self._lemma in self._words.reports | self._words.reporting
        if self._is_owned and claim.source is None:
            return False
        known = not claim.hedged and (claim.source is not None or claim.cue is None)
        return (known or not report) and (self.claims.is_told_of(claim) or self._has_number(claim))

    def _open(self, number: int) -> list[Claim]:
        """The claims of a sentence that may be meant: not the stance's own words, nor what its holder says."""
        own, limits = self.stance.span, self.stance.limits
        here = number == self.claims.number(own.start)
        # What was asked in a sentence is what somebody says there of "the rumour".
        answers = here and "told" in limits and not self._is_plural
        return [
            claim
            for claim in self.claims.by_sentence.get(number, ())
            if not own.holds(claim.span)
            if answers or not claim.asked
            if "own" in limits or claim.source not in self.own_sources
            if "charged" not in limits or (claim.accused is not None and self._is_about_party(claim))
            if not own.overlaps(claim.cue)
        ]

    def _before(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims of the stance's own sentence, as far as they stand before its clause."""
        stance, tree = self.stance, self._tree
        first = min(stance.cue.first, tree.lefts[self.row])
        clause = self.claims.document.clause_at(tree.starts[stance.cue.last])
        hung = clause is not None and (clause.relation == labels.ADVERBIAL or not stance.target.appended)
        if clause is not None and hung and clause.relation != labels.ROOT:
            first = min(first, tree.lefts[clause.row], _outermost(tree, clause))
        while first > stance.sentence.first and tree.pos[first - 1] in _JOINTS:
            first = Row(first - 1)
        limit = tree.ends[first - 1] if first > stance.sentence.first else stance.sentence.span.start
        for claim in claims:
            if claim.span.start < limit:
                before = replace(claim, span=Span(start=claim.span.start, end=min(claim.span.end, limit)))
                if before == claim or self.claims.has_predicate(before):
                    yield before

    def _fitting(self, claims: Iterable[Claim]) -> list[Claim]:
        """Of claims those of the kind that the word names: with a number, reported."""
        phrase = self._tree.lemmas[self._tree.lefts[self.row] : self.row + 1]
        numbered = self._lemma in self._words.numbers
        reported = not self._words.reports.isdisjoint(phrase) and not (self._named or self._is_owned)
        return [
            claim
            for claim in claims
            if not numbered or self._has_number(claim)
            if not reported or self.claims.is_reported(claim)
            if self.owner is None or self._is_owners(claim, self.owner)
            if not self._answers or self._is_answered(claim)
        ]

    @property
    def _answers(self) -> bool:
        return "answering" in self.stance.limits

    def _is_answered(self, claim: Claim) -> bool:
        """Whether a claim tells as so what is said not to be: the word that is negated, and one that hangs from it, stand in it."""
        tree, content, lemmas = self._tree, self.stance.target.content, self.claims.told_in(claim)
        if content is None or tree.lemmas[self.row] not in lemmas or not lemmas.isdisjoint(self._words.negating):
            return False
        rows = (Row(row) for row in range(content.first, content.last + 1) if row != self.row)
        return any(tree.pos[row] in _MATTER and tree.lemmas[row] in lemmas for row in rows)

    def _is_owners(self, claim: Claim, owner: Owner) -> bool:
        """Whether a claim is of those whose claim is spoken of."""
        if claim.source is not None and (owner.entity is not None or not owner.party):
            return owner.entity in {None, claim.source}
        sentence = self.claims.sentences[claim.sentence]
        names = (sentence.tree.words[row] for row in sentence.rows if sentence.tree.pos[row] in _NAMED)
        return share_a_name(owner.party, frozenset(names))

    def _has_number(self, claim: Claim) -> bool:
        tree = self.claims.tree_of(claim)
        return any(tree.pos[row] == labels.NUMERAL for row in tree.rows(claim.span))

    @cached_property
    def _named(self) -> frozenset[str]:
        """The words by which it says which claim it means: "the *army's* report", "talk of *fireworks*"."""
        tree, content = self._tree, self.stance.target.content
        if self._answers:
            return frozenset({self._lemma})
        if "charged" in self.stance.limits and self._lemma not in self._words.claims | self._words.brought:
            return frozenset()  # "a plea at *Taunton* court"
        if self.stance.target.searched and content is not None:
            return frozenset(tree.lemmas[row] for row in tree.outermost(range(content.first, content.last + 1)))
        return frozenset(tree.lemmas[r] for r in tree.rows(NounPhrase(tree, self.row).span) if self._names(Row(r)))

    def _names(self, other: Row) -> bool:
        """Whether a word of a phrase tells which of all claims is meant: no noun for a claim, nor "such as this"."""
        tree, words = self._tree, self._words
        plain = words.claims | words.numbers | words.pronouns | words.earlier | words.untrue | words.likened
        if other == self.row or tree.pos[other] not in _NAMING or tree.lemmas[other] in plain:
            return False
        if tree.deps[other] == labels.NOUN_AS_ADVERB:  # "his prediction a *year* ago"
            return False
        compared = (c for c in tree.children[self.row] if tree.lemmas[c] in words.likening)
        beside = any(tree.lefts[c] <= other <= tree.rights[c] for c in compared)
        return not beside and (tree.pos[other] != labels.ADJECTIVE or tree.words[other][:1].isupper())

    def _is_named(self, claim: Claim) -> bool:
        """Whether a claim, or the sentence that says whose it is, is what the words name; else whether it is about the holder."""
        if not self._named:
            return self.stance.kind == "denied" and self._is_about_party(claim)
        sentence = self.claims.sentences[claim.sentence]
        return self._is_among(sentence.tree.lemmas[sentence.first : sentence.last])

    def _is_named_before(self, claim: Claim) -> bool:
        """Whether what the words name stands before them in their own sentence; what is only added needs no name."""
        if not self._named or self.stance.target.appended:
            return True
        before = self._tree.lemmas[self.stance.sentence.first : self._tree.lefts[self.row]]
        return self._holds_named(claim) or self._is_among(before)

    def _holds_named(self, claim: Claim) -> bool:
        tree = self.claims.tree_of(claim)
        return self._is_among(tree.lemmas[row] for row in tree.rows(claim.span))

    def _is_among(self, lemmas: Iterable[str]) -> bool:
        """Whether one of the words that it names is among some."""
        return any(_of_one_stem(word, lemma) for lemma in lemmas for word in self._named)

    def _picked(self, claims: list[Claim], where: Reason) -> Found:
        """Of the fitting claims of a sentence the one that is meant, the nearest; all of one speaker for a plural."""
        if not claims:
            return Found()
        claims = [c for c in claims if self._holds_named(c)] or claims
        claims = [c for c in claims if self.stance.kind == "denied" and self._is_about_party(c)] or claims
        nearest = claims[-1]
        run = (
            (*self._run(nearest), *(c for c in claims if c.source == nearest.source)) if self._is_plural else (nearest,)
        )
        return Found(claims=run, where=where)

    def _is_about_party(self, claim: Claim) -> bool:
        """Whether a claim names the holder, or is what the holder is accused of; "he" is whoever is accused."""
        if concerns(self.claims, claim.span, self.party | self.nouns):
            return True
        row = self.stance.holder
        if claim.accused is None or row is None:
            return False
        he = self._tree.lemmas[row] in self._words.personal
        return he or concerns(self.claims, claim.accused, self.party | self.nouns)

    @property
    def _is_plural(self) -> bool:
        return self._tree.tags[self.row] in labels.PLURAL_TAGS or self._lemma in self._words.plurals

    def _run(self, nearest: Claim) -> tuple[Claim, ...]:
        """What the same speaker said in the sentences right before."""
        found: list[Claim] = []
        for number in range(nearest.sentence - 1, max(-1, nearest.sentence - _RUN), -1):
            said = [c for c in self.claims.by_sentence.get(number, ()) if nearest.source and c.source == nearest.source]
            if not said:
                break
            found += said
        return tuple(reversed(found))


def _outermost(tree: Tree, clause: Clause) -> Row:
    """Where the outermost clause begins, with its subject, that a clause is the complement of."""
    while clause.relation in labels.COMPLEMENTS and clause.head is not None:
        clause = Clause(tree, clause.head)
    subject = clause.own_subject
    return clause.row if subject is None else min(clause.row, tree.lefts[subject])


def concerns(claims: Claims, place: Span, party: frozenset[str]) -> bool:
    """Whether words name somebody, or what they are of: "the *depot's* director" where the depot is spoken of."""
    tree = claims.document.tree_at(place.start)
    nouns = (tree.lemmas[row] for row in tree.rows(place) if tree.pos[row] == labels.NOUN)
    names = frozenset(tree.words[row] for row in tree.rows(place) if tree.pos[row] in _NAMED)
    return not party.isdisjoint(nouns) or share_a_name(party, names)


def share_a_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names share a word, as "China" and "Chinese officials" do."""
    return any(_of_one_stem(word, name) for word in one for name in other if word[:1].isupper() and name[:1].isupper())


def accused_before(claims: Claims, party: frozenset[str], nouns: frozenset[str], offset: int) -> bool:
    """Whether something is claimed of somebody before a place, by whom it may be, or they are accused of something."""
    before = [
        c for n in range(claims.number(offset) + 1) for c in claims.by_sentence.get(n, ()) if c.span.end <= offset
    ]
    accused = (claim.accused for claim in before if claim.accused is not None)
    told = (claim.span for claim in before if claim.cue is None)
    named = any(concerns(claims, place, party) for place in told)
    return named or any(concerns(claims, place, party | nouns) for place in accused)


def _of_one_stem(word: str, other: str) -> bool:
    """Whether two words are one, or begin alike as far as a name and its adjective do."""
    word, other = word.casefold(), other.casefold()
    return word == other or (min(len(word), len(other)) > _STEM and word[:_STEM] == other[:_STEM])
