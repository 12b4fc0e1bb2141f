"""Who takes a stance: a source of the article, or one that is added for it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from twosource.extract.stances.claims import Claims
from twosource.extract.stances.stance import Stance
from twosource.language import Document, NounPhrase, Row, Sentence, Tree, labels
from twosource.model import Place, Source, SourceKind, Span, content_id
from twosource.text.carriers import names_itself

_NEAR: Final = 20
"""Mentions before a place among which one that overlaps it is looked for."""
_LONGEST_NAME: Final = 12
"""Tokens."""
_REACH: Final = 60
"""Tokens before a pronoun in which whom it means is looked for."""


@dataclass(slots=True)
class Holders:
    """The article's sources, and those that stances add to them."""

    document: Document
    claims: Claims
    sources: Sequence[Source]
    added: dict[str, Source] = field(default_factory=dict)
    _mentions: list[tuple[int, int, str]] = field(init=False)
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Order the mentions, and the names by which a source is known."""
        ordered = sorted(self.sources, key=lambda s: s.id)
        article = self.document.article.id
        self._mentions = sorted((m.start, m.end, s.id) for s in ordered for m in s.mentions if m.article == article)
        self._names = {}
        for source in ordered:
            for name in (source.name, *source.names):
                self._names.setdefault(_plain(name), source.id)

    def of(self, stance: Stance) -> str | None:
        """The id of who takes a stance; None for the outlet itself."""
        if stance.holder is not None:
            return self._named(stance.sentence, stance.holder)
        return self.claims.speaker(stance.span, quoted=stance.voice == "outlet")

    def names_of(self, holder: str | None) -> tuple[str, ...]:
        """How a holder is called; nothing for the outlet."""
        source = self.added.get(holder or "") or next((s for s in self.sources if s.id == holder), None)
        return () if source is None else (source.name, *source.names)

    def side_of(self, holder: str | None) -> frozenset[str]:
        """The ids of those who are called alike: a ministry and its spokesman, two of one family."""
        words = self.claims.party(self.names_of(holder))
        alike = (s.id for s in (*self.sources, *self.added.values()) if words & self.claims.party((s.name, *s.names)))
        return frozenset(alike) | ({holder} if holder else frozenset())

    def _named(self, sentence: Sentence, row: Row) -> str | None:
        tree, words = sentence.tree, self.document.lexicon.stances
        place = _name_of(tree, row)
        if names_itself(place.of(self.document.text), self.document.article.outlet):
            return None
        mentioned = self._mentioned(place)
        if mentioned:
            return mentioned
        if tree.lemmas[row] in words.speakers_own:
            return self.claims.speaker(place, quoted=False)
        if tree.pos[row] == "PRON" and place == tree.span(row, row):
            return self._by_pronoun(tree, row) if tree.lemmas[row] in words.personal else None
        return self._add(tree, row, place)

    def _mentioned(self, place: Span) -> str | None:
        """A source with a mention at that place, or of that name."""
        at = bisect_left(self._mentions, (place.end, 0, ""))
        for _, end, key in reversed(self._mentions[max(0, at - _NEAR) : at]):
            if end > place.start:
                return key
        return self._names.get(_plain(place.of(self.document.text)))

    def _by_pronoun(self, tree: Tree, row: Row) -> str | None:
        """The nearest subject before a pronoun that agrees with it in number."""
        many = tree.lemmas[row] in self.document.lexicon.stances.plurals
        for at in range(row - 1, max(-1, row - _REACH), -1):
            noun = tree.pos[at] in {"NOUN", "PROPN"} and tree.deps[at] in labels.ALL_SUBJECTS
            if noun and (tree.tags[at] in labels.PLURAL_TAGS) == many:
                return self._named_noun(tree, Row(at))
        place = tree.span(row, row)
        before = [s for s in self.claims.statements if s.start < place.start and s.source]
        return before[-1].source if before else self._add(tree, row, place)

    def _named_noun(self, tree: Tree, row: Row) -> str:
        place = _name_of(tree, row)
        return self._mentioned(place) or self._add(tree, row, place)

    def _add(self, tree: Tree, row: Row, place: Span) -> str:
        name = " ".join(place.of(self.document.text).split())
        article = self.document.article.id
        key = content_id("s", article, name)
        self.added[key] = Source(
            id=key,
            name=name,
            kind=self._kind(tree, row),
            names=(name,),
            mentions=(Place(article=article, start=place.start, end=place.end),),
            join_reason="named as the one who says so",
        )
        self._names.setdefault(_plain(name), key)
        return key

    def _kind(self, tree: Tree, row: Row) -> SourceKind:
        words = self.document.lexicon.stances
        entity = NounPhrase(tree, row).name
        if entity is not None and entity.label == labels.PERSON:
            return "person"
        if entity is not None or tree.pos[row] == "PROPN":
            return "body"
        if tree.lemmas[row] in words.unnamed or tree.tags[row] in labels.PLURAL_TAGS:
            return "unnamed"
        return "document" if tree.lemmas[row] in words.documents else "body"

    def all_sources(self) -> tuple[Source, ...]:
        """The sources given, and behind them the added ones by place."""
        return (*self.sources, *sorted(self.added.values(), key=lambda s: (s.mentions[0].start, s.id)))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _name_of(tree: Tree, row: Row) -> Span:
    """A noun phrase with its article, without what stands behind a comma or bracket, and not longer than a name is."""
    rows = tree.rows(NounPhrase(tree, row).span)
    first, last = max(rows[0], row - _LONGEST_NAME), min(rows[-1], row + _LONGEST_NAME)
    last = next((at - 1 for at in range(row + 1, last + 1) if tree.words[at] in {",", "(", ";"}), last)
    return tree.span(first, max(row, last))
