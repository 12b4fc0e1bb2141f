"""Who takes a stance: whom the resolver takes a clause's subject for, who speaks, or the outlet."""

from dataclasses import dataclass
from typing import Final

from twosource.extract.entities import EntityResolver
from twosource.extract.stances.claims import Claims
from twosource.extract.stances.references import share_a_name
from twosource.extract.stances.stance import Stance
from twosource.language import Document, NounPhrase, Row, Tree, labels
from twosource.language.words_sources import SourceNounWords
from twosource.model import Span
from twosource.text.carriers import names_itself

_LONGEST_NAME: Final = 12
"""Tokens on either side of a noun."""
_SHORTEST: Final = 4
"""Letters of a word in a name that tells who it is."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes a stance."""

    entity: str | None = None  # the resolver's id; None for the outlet itself
    place: Span | None = None  # where they are named as the one who takes it; None where somebody speaks, or the outlet
    names: tuple[str, ...] = ()  # how they are called
    # The words of their names that tell who they are: a claim that holds one is about them.
    party: frozenset[str] = frozenset()

    @property
    def is_outlet(self) -> bool:
        """Whether nobody else is named."""
        return self.entity is None and self.place is None

    @property
    def nouns(self) -> frozenset[str]:
        """The words by which they are called, names or not: "the mayor" is meant by "mayor"."""
        words = (word.lower().removesuffix("'s").removesuffix("’s") for name in self.names for word in name.split())
        return frozenset(word for word in words if len(word) >= _SHORTEST)


def party_words(names: tuple[str, ...], nouns: SourceNounWords) -> frozenset[str]:
    """The words of names but for short ones that are no acronyms, and for those of offices: "the *depot's* director"."""
    words = (word.removesuffix("'s").removesuffix("’s").strip(",") for name in names for word in name.split())
    telling = (word for word in words if len(word) >= _SHORTEST or (word.isupper() and len(word) > 1))
    return frozenset(word for word in telling if word.lower() not in nouns.office and word not in nouns.unnamed)


@dataclass(frozen=True, slots=True)
class Holders:
    """The holders of an article's stances."""

    document: Document
    claims: Claims
    resolver: EntityResolver

    def of(self, stance: Stance) -> Holder:
        """Who takes a stance. Nobody becomes a source by this."""
        if stance.holder is not None:
            return self._named(stance.sentence.tree, stance.holder)
        return self._known(self.claims.speaker(stance.span, quoted=stance.voice == "outlet"))

    def called_like(self, holder: Holder) -> frozenset[str]:
        """The ids of the claims' sources that share a name's word with a holder: a ministry and its spokesman."""
        own = {holder.entity} if holder.entity else set()
        sources = {s.source for s in self.claims.statements if s.source and s.said}
        alike = (s for s in sources if share_a_name(holder.party, self._party(self.resolver.names(s))))
        return frozenset({*own, *alike})

    def source(self, holder: Holder) -> str | None:
        """The id of a holder who is now a source: a mark is on their word."""
        if holder.place is None:
            return holder.entity
        meant = self.resolver.vouches(holder.place)
        return meant.entity or self.resolver.vouches_unknown(holder.place, meant.reason).entity

    def _known(self, entity: str | None, place: Span | None = None) -> Holder:
        names = () if entity is None else self.resolver.names(entity)
        return Holder(entity, place, names, self._party(names))

    def _party(self, names: tuple[str, ...]) -> frozenset[str]:
        return party_words(names, self.document.lexicon.source_nouns)

    def _named(self, tree: Tree, row: Row) -> Holder:
        words = self.document.lexicon.stances
        place = _name_at(tree, row)
        name = place.of(self.document.text)
        if names_itself(name, self.document.article.outlet, self.document.lexicon.code):
            return Holder()
        if tree.lemmas[row] in words.speakers_own:
            return self._known(self.claims.speaker(place, quoted=False))
        return self.at(place)

    def at(self, place: Span) -> Holder:
        """Whom words name."""
        meant = self.resolver.who(place)
        names = (*(self.resolver.names(meant.entity) if meant.entity else ()), place.of(self.document.text))
        return Holder(meant.entity, place, names, self._party(names))


def _name_at(tree: Tree, row: Row) -> Span:
    """A noun phrase with its article, without what stands behind a comma or bracket, and not longer than a name is.

    A name beside an office ("the club's manager, *Ada Hollin*") is taken in: it is who is meant.
    """
    rows = tree.rows(NounPhrase(tree, row).span)
    first, last = max(rows[0], row - _LONGEST_NAME), min(rows[-1], row + _LONGEST_NAME)
    beside = tree.child(row, labels.APPOSITION)
    near = beside is not None and row < beside <= row + _LONGEST_NAME
    if near and beside is not None and tree.pos[row] == labels.NOUN and tree.pos[beside] == labels.NAME:
        return tree.span(first, beside)
    last = next((at - 1 for at in range(row + 1, last + 1) if tree.words[at] in {",", "(", ";"}), last)
    return tree.span(first, max(row, last))
