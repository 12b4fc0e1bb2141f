"""Which claim a word means that points back: "the claim", "that figure", "the army's report", "it"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from twosource.extract.stances.claims import Claim, Claims
from twosource.extract.stances.stance import Stance
from twosource.language import Clause, NounPhrase, Row, Tree, labels
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
    stance: Stance  # the stance; its target has a reference
    # The words of its holder's name. What they say themselves is not meant, and who denies a claim is mostly in it.
    party: frozenset[str]
    nouns: frozenset[str]  # the words by which its holder is called
    own_sources: frozenset[str]  # the ids of those who are called like the holder
    owner: Owner | None = None  # whose claim it is said to be: "*her* statements"

    def found(self) -> Found:
        """What is meant: looked for in its own sentence, then one sentence back; farther back only what is named."""
        number = self.claims.number(self.stance.span.start)
        farther = (self._named_before, self._last)
        looks = (self._in_sentence, *(() if self.stance.target.appended else farther))
        return next((found for look in looks if (found := look(number)).claims), Found())

    def _in_sentence(self, number: int) -> Found:
        same = [claim for claim in self._fitting(self._before(self._open(number))) if self._is_named_before(claim)]
        return Found(claims=self._picked(same), where=Reason("stances.same_sentence")) if same else Found()

    def _named_before(self, number: int) -> Found:
        """What its words name, or whom the claim is about that somebody denies."""
        reach = _REACH if self._named else _REACH_OF_PARTY if self.stance.kind == "denied" else 0
        for back in range(1, min(reach, number) + 1):
            claims = [c for c in self._fitting(self._open(number - back)) if self._is_named(c)]
            if claims:
                named = Reason("stances.sentences_back", count=back)
                where = named if back > 1 else Reason("entities.one_sentence_back")
                return Found(claims=self._picked(claims), where=where)
        return Found()

    def _last(self, number: int) -> Found:
        """The last claim is meant by a verb that takes it and by "this is untrue"; "the report is false" may be about any."""
        loose = not self.stance.limits.isdisjoint({"told", "loose"}) and not self._points
        if self._named or loose or self._stands_nearer(number):
            return Found()
        last = [claim for claim in self._fitting(self._open(number - 1)) if self._can_be_last(claim)]
        return Found(claims=self._picked(last), where=Reason("entities.one_sentence_back")) if last else Found()

    def _can_be_last(self, claim: Claim) -> bool:
        """Whether it tells something, and not only "reportedly" where a report is meant: that may be any."""
        row, tree, words = self.stance.target.reference, self.stance.sentence.tree, self.claims.document.lexicon.stances
        report = row is not None and tree.lemmas[row] in words.reports | words.reporting
        known = not claim.hedged and (claim.source is not None or claim.cue is None)
        return (known or not report) and (self.claims.is_told_of(claim) or self._has_number(claim))

    def _stands_nearer(self, number: int) -> bool:
        """Whether "that" means its holder's own words in its sentence: "said it was so, but later that *that* is not the case"."""
        told = (claim for claim in self.claims.by_sentence.get(number, ()) if not claim.asked)
        row, words = self.stance.target.reference, self.claims.document.lexicon.stances
        alone = row is not None and self.stance.sentence.tree.lemmas[row] in words.pointing
        return alone and any(True for _ in self._before(told))

    @property
    def _points(self) -> bool:
        """Whether it only points at what was just told: "that", "the situation you mention"."""
        row, tree, words = self.stance.target.reference, self.stance.sentence.tree, self.claims.document.lexicon.stances
        return row is not None and tree.lemmas[row] in words.pointing | words.mentioned

    def _open(self, number: int) -> list[Claim]:
        """The claims of a sentence that may be meant: not the stance's own words, nor what its holder says."""
        own = self.stance.span
        return [
            claim
            for claim in self.claims.by_sentence.get(number, ())
            if not own.holds(claim.span)
            and (not claim.asked or self._answers(number))
            and ("own" in self.stance.limits or claim.source not in self.own_sources)
            and ("charged" not in self.stance.limits or (claim.accused is not None and self._is_about_party(claim)))
            and not (claim.cue is not None and claim.cue.overlaps(own))
        ]

    def _answers(self, number: int) -> bool:
        """Whether what was asked in a sentence is what somebody says there of "the rumour"."""
        here = number == self.claims.number(self.stance.span.start)
        return here and "told" in self.stance.limits and not self._is_plural

    def _before(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims of the stance's own sentence, as far as they stand before its clause."""
        stance, tree, row = self.stance, self.stance.sentence.tree, self.stance.target.reference
        first = stance.cue.first if row is None else min(stance.cue.first, tree.lefts[row])
        clause = self.claims.document.clause_at(tree.starts[stance.cue.last])
        hung = clause is not None and (clause.relation == labels.ADVERBIAL or not stance.target.appended)
        if clause is not None and hung and clause.relation != labels.ROOT:
            first = min(first, tree.lefts[clause.row])
            first = min(first, _outermost(tree, clause))
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
        row, tree, words = self.stance.target.reference, self.stance.sentence.tree, self.claims.document.lexicon.stances
        phrase = () if row is None else tree.lemmas[tree.lefts[row] : row + 1]
        numbered = phrase[-1:] and phrase[-1] in words.numbers
        reported = not words.reports.isdisjoint(phrase) and not self._named
        return [
            claim
            for claim in claims
            if (not numbered or self._has_number(claim)) and (not reported or self.claims.is_reported(claim))
            if self.owner is None or self._is_owners(claim, self.owner)
        ]

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
        row, tree, content = self.stance.target.reference, self.stance.sentence.tree, self.stance.target.content
        if row is None:
            return frozenset()
        if self.stance.target.searched and content is not None:
            inside = range(content.first, content.last + 1)
            return frozenset(tree.lemmas[r] for r in inside if tree.heads[r] not in inside or tree.heads[r] == r)
        return frozenset(tree.lemmas[r] for r in tree.rows(NounPhrase(tree, row).span) if self._names(row, Row(r)))

    def _names(self, row: Row, other: Row) -> bool:
        """Whether a word of a phrase tells which of all claims is meant: no noun for a claim, nor "such as this"."""
        tree, words = self.stance.sentence.tree, self.claims.document.lexicon.stances
        plain = words.claims | words.numbers | words.pronouns | words.earlier | words.untrue | words.likened
        compared = (c for c in tree.children[row] if tree.lemmas[c] in words.likening)
        beside = any(tree.lefts[c] <= other <= tree.rights[c] for c in compared)
        named = tree.pos[other] in _NAMING and (tree.pos[other] != labels.ADJECTIVE or tree.words[other][:1].isupper())
        named = named and tree.deps[other] != labels.NOUN_AS_ADVERB  # "his prediction a *year* ago"
        return other != row and named and not beside and tree.lemmas[other] not in plain

    def _is_named(self, claim: Claim) -> bool:
        """Whether a claim, or the sentence that says whose it is, is what the words name; else whether it is about the holder."""
        if not self._named:
            return self.stance.kind == "denied" and self._is_about_party(claim)
        sentence = self.claims.sentences[claim.sentence]
        lemmas = sentence.tree.lemmas[sentence.first : sentence.last]
        return any(_of_one_stem(word, lemma) for word in self._named for lemma in lemmas)

    def _is_named_before(self, claim: Claim) -> bool:
        """Whether what the words name stands before them in their own sentence; what is only added needs no name."""
        row, tree = self.stance.target.reference, self.stance.sentence.tree
        if row is None or not self._named or self.stance.target.appended:
            return True
        before = tree.lemmas[self.stance.sentence.first : tree.lefts[row]]
        return self._holds_named(claim) or any(_of_one_stem(word, lemma) for word in self._named for lemma in before)

    def _picked(self, claims: list[Claim]) -> tuple[Claim, ...]:
        """Of the fitting claims of a sentence the one that is meant, the nearest; all of one speaker for a plural."""
        claims = [c for c in claims if self._holds_named(c)] or claims
        claims = [c for c in claims if self.stance.kind == "denied" and self._is_about_party(c)] or claims
        nearest = claims[-1]
        if not self._is_plural:
            return (nearest,)
        return (*self._run(nearest), *(c for c in claims if c.source == nearest.source))

    def _is_about_party(self, claim: Claim) -> bool:
        """Whether a claim names the holder, or is what the holder is accused of; "he" is whoever is accused."""
        if concerns(self.claims, claim.span, self.party | self.nouns):
            return True
        row, tree = self.stance.holder, self.stance.sentence.tree
        if claim.accused is None or row is None:
            return False
        personal = self.claims.document.lexicon.stances.personal
        return tree.lemmas[row] in personal or concerns(self.claims, claim.accused, self.party | self.nouns)

    def _holds_named(self, claim: Claim) -> bool:
        tree = self.claims.tree_of(claim)
        return any(_of_one_stem(word, tree.lemmas[row]) for word in self._named for row in tree.rows(claim.span))

    @property
    def _is_plural(self) -> bool:
        row, tree = self.stance.target.reference, self.stance.sentence.tree
        plurals = self.claims.document.lexicon.stances.plurals
        return row is not None and (tree.tags[row] in labels.PLURAL_TAGS or tree.lemmas[row] in plurals)

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


def is_about(claims: Claims, place: Span, party: frozenset[str]) -> bool:
    """Whether words name somebody, the words of whose name are ``party``."""
    tree = claims.document.tree_at(place.start)
    if tree is None or not party:
        return False
    names = [tree.words[row] for row in tree.rows(place) if tree.pos[row] in {labels.NAME, labels.ADJECTIVE}]
    return share_a_name(party, frozenset(names))


def concerns(claims: Claims, place: Span, party: frozenset[str]) -> bool:
    """Whether words name somebody, or what they are of: "the *depot's* director" where the depot is spoken of."""
    tree = claims.document.tree_at(place.start)
    nouns = () if tree is None else (tree.lemmas[row] for row in tree.rows(place) if tree.pos[row] == labels.NOUN)
    return is_about(claims, place, party) or not party.isdisjoint(nouns)


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
