"""Which block of another article says the same as this one, so that two articles can be read at one height."""

from dataclasses import dataclass
from functools import cached_property
from itertools import product

from twosource.model import Block, Place
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.page.layers import DRAWN
from twosource.text.grams import words_of

_RUN = 3  # words in a row that count as the same wording
_SHARE = 0.25  # of the shorter block's runs that must be the other's too


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """Where a block's wording stands in another article."""

    outlet: str
    href: str


@dataclass(frozen=True)
class Counterparts:
    """For blocks inside wording that articles share: the block of each other article that is most like it."""

    index: Index

    @cached_property
    def _found(self) -> dict[tuple[str, int], dict[str, int]]:
        best: dict[tuple[str, int, str], tuple[float, int]] = {}
        for passage in self.index.story.passages:
            known = all(place.article in self.index.articles for place in passage.spans)
            if known and passage.kind in DRAWN and not passage.rejected:
                for one, other in product(*map(self._touching, passage.spans)):
                    self._weigh(best, one, other)
        found: dict[tuple[str, int], dict[str, int]] = {}
        for (article, place, other_article), (_, there) in best.items():
            found.setdefault((article, place), {})[other_article] = there
        return found

    def _weigh(
        self, best: dict[tuple[str, int, str], tuple[float, int]], one: tuple[str, int], other: tuple[str, int]
    ) -> None:
        left, right = self._runs(*one), self._runs(*other)
        alike = len(left & right) / max(1, min(len(left), len(right)))
        if alike < _SHARE:
            return
        for (article, place), (there, place_there) in ((one, other), (other, one)):
            key = (article, place, there)
            # Of blocks that are alike the earlier one: -place decides a tie.
            if key not in best or (alike, -place_there) > (best[key][0], -best[key][1]):
                best[key] = (alike, place_there)

    @cached_property
    def _blocks(self) -> dict[str, list[Block]]:
        return {name: self.index.blocks(name) for name in self.index.articles}

    def _touching(self, place: Place) -> list[tuple[str, int]]:
        blocks = enumerate(self._blocks[place.article])
        return [(place.article, i) for i, one in blocks if one.kind != "residue" and one.span.overlaps(place)]

    @cached_property
    def _known(self) -> dict[tuple[str, int], frozenset[tuple[str, ...]]]:
        return {}

    def _runs(self, article: str, place: int) -> frozenset[tuple[str, ...]]:
        key = (article, place)
        if key not in self._known:
            block = self._blocks[article][place]
            words = words_of(self.index.articles[article].text, block.start, block.end).forms
            size = min(_RUN, len(words))
            self._known[key] = (
                frozenset(words[i : i + size] for i in range(len(words) - size + 1)) if size else frozenset()
            )
        return self._known[key]

    def of(self, article: str, place: int) -> tuple[Also, ...]:
        """The counterparts of one block, in the story's order of articles.

        Args:
            article: Its id.
            place: The block's place among ``Index.blocks``.

        Returns:
            One for each article that has such a block; empty where none has.
        """
        found = self._found.get((article, place), {})
        return tuple(
            Also(outlet=self.index.outlets[name], href=anchor("b", name, str(found[name])))
            for name in self.index.articles
            if name in found
        )
