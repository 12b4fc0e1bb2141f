"""Who says that something is denied, unverified and so on: a source of the article, or a new one."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from twosource.extract.marks.signal import Signal
from twosource.extract.marks.targets import Page
from twosource.extract.marks.view import View
from twosource.language.tree import Tree
from twosource.model import Article, Place, Source, SourceKind, Span, content_id
from twosource.text.carriers import names_itself

BODIES: Final = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
SELF: Final = frozenset({"we", "i", "us", "our", "who", "which", "that", "it", "this", "there", "what"})
PERSONAL: Final = frozenset({"he", "she", "they", "him", "her", "them"})
LONGEST_NAME: Final = 12
NEAR: Final = 20
"""Mentions before a place among which one that overlaps it is looked for."""
REACH: Final = 60
"""Tokens before a pronoun in which who it means is looked for."""
UNNAMED: Final = frozenset({"official", "witness", "resident", "survivor", "critic", "lawyer", "expert", "engineer", "source", "neighbour",
                            "neighbor", "reporter", "worker", "villager", "analyst", "spokesman", "spokeswoman", "spokesperson", "relative"})  # fmt: skip


@dataclass(slots=True)
class Holders:
    """The article's sources, and those that marks add to them."""

    article: Article
    page: Page
    mentions: list[tuple[int, int, str]]
    names: dict[str, str]
    added: dict[str, Source] = field(default_factory=dict)

    @classmethod
    def among(cls, article: Article, page: Page, sources: Sequence[Source]) -> "Holders":
        """The holders of an article with the sources found so far."""
        ordered = sorted(sources, key=lambda s: s.id)
        mentions = sorted((m.start, m.end, s.id) for s in ordered for m in s.mentions if m.article == article.id)
        names: dict[str, str] = {}
        for source in ordered:
            for name in (source.name, *source.names):
                names.setdefault(_plain(name), source.id)
        return cls(article=article, page=page, mentions=mentions, names=names)

    def of(self, signal: Signal) -> str | None:
        """The id of who says it; None for the outlet itself."""
        if signal.holder is not None:
            return self._named(signal.view, signal.holder)
        return self.page.speaker(signal.view.tree.span(signal.first, signal.last), quoted=signal.aside)

    def _named(self, view: View, row: int) -> str | None:
        tree = view.tree
        lemma = tree.lemmas[row]
        first, last = phrase(view, row)
        place = tree.span(first, last)
        name = place.of(self.article.text)
        if names_itself(name, self.article.outlet):
            return None
        found = self._mentioned(place)
        if found:
            return found
        if lemma in PERSONAL and tree.pos[row] == "PRON":
            return self._by_pronoun(view, row, place)
        if lemma in SELF:
            return self.page.speaker(place)
        return self._add(view, row, place)

    def _mentioned(self, place: Span) -> str | None:
        """A source with a mention at that place, or of that name."""
        at = bisect_left(self.mentions, (place.end, 0, ""))
        for _, end, key in reversed(self.mentions[max(0, at - NEAR) : at]):
            if end > place.start:
                return key
        return self.names.get(_plain(place.of(self.article.text)))

    def _by_pronoun(self, view: View, row: int, place: Span) -> str | None:
        """The nearest subject before a pronoun that agrees with it in number; else who spoke last."""
        tree = view.tree
        many = tree.lemmas[row] in {"they", "them"}
        for at in range(row - 1, max(-1, row - REACH), -1):
            if (
                tree.deps[at] in {"nsubj", "nsubjpass"}
                and tree.pos[at] in {"NOUN", "PROPN"}
                and (tree.tags[at] in {"NNS", "NNPS"}) == many
            ):
                first, last = phrase(view, at)
                return self._mentioned(tree.span(first, last)) or self._add(view, at, tree.span(first, last))
        return self.page.last_speaker(place) or self._add(view, row, place)

    def _add(self, view: View, row: int, place: Span) -> str:
        name = " ".join(place.of(self.article.text).split())
        key = content_id("s", self.article.id, name)
        here = Place(article=self.article.id, start=place.start, end=place.end)
        source = Source(
            id=key,
            name=name,
            kind=_kind(view.tree, row),
            names=(name,),
            mentions=(here,),
            join_reason="named as the one who says so",
        )
        self.added[key] = source
        self.names.setdefault(_plain(name), key)
        return key


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def phrase(view: View, row: int) -> tuple[int, int]:
    """A noun phrase without its relative clauses and what stands behind commas; its article stays."""
    tree = view.tree
    last = row
    for child in tree.children[row]:
        if (
            child > row
            and tree.deps[child] in {"prep", "compound", "flat", "case", "nummod"}
            and tree.rights[child] - row <= LONGEST_NAME
        ):
            last = max(last, tree.rights[child])
    first = max(tree.lefts[row], row - LONGEST_NAME)
    for at in range(row, last):
        if tree.words[at] in {",", "(", ";"}:
            last = max(row, at - 1)
            break
    return first, last


def _kind(tree: Tree, row: int) -> SourceKind:
    labels = {tree.entity_at[row].label} if row in tree.entity_at else set()
    if "PERSON" in labels:
        return "person"
    if labels & BODIES or tree.pos[row] == "PROPN":
        return "body"
    if tree.lemmas[row] in UNNAMED or tree.tags[row] == "NNS":
        return "unnamed"
    return (
        "document"
        if tree.lemmas[row] in {"report", "image", "video", "document", "test", "record", "datum"}
        else "body"
    )


def sorted_sources(sources: Sequence[Source], added: dict[str, Source]) -> tuple[Source, ...]:
    """The sources given, and behind them the added ones by place."""
    new = sorted(added.values(), key=lambda s: (s.mentions[0].start, s.id))
    return (*sources, *new)
