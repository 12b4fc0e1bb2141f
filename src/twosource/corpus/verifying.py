"""Fourth stage: articles that share grams are aligned word by word, by the code that compares the articles of a story."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from twosource.compare import find_passages
from twosource.corpus.layout import Layout
from twosource.corpus.sharing import Sharing
from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import article_of, outlet_number, passage_row, table_of
from twosource.engine.families import merged_pairs
from twosource.engine.grams import prefixes_of
from twosource.engine.parts import read_array, read_table, write_table
from twosource.engine.words import hashed_runs, hashed_words
from twosource.model import Article, Findings, Passage


@dataclass(frozen=True, kw_only=True)
class Verifying(Stage):
    """Aligns. A job is a part of the articles: the later ones of the pairs."""

    dropped_bits: int
    name: ClassVar[str] = "passages"

    def do(self, job: str) -> Outcome:
        """Write the passages of one part."""
        rows = [passage_row(one) for pair in self._pairs(job) for one in self._passages(*pair)]
        rows.sort(key=lambda row: (row["left"], row["right"], row["left_start"], row["id"]))
        write_table(self.layout.table("passages", job), table_of("passages", rows))
        return Outcome(rows=len(rows))

    def _pairs(self, part: str) -> Iterator[tuple[Article, Article]]:
        """Pairs that share enough, those with articles of one part after each other."""
        catalog = self.layout.catalog
        row = catalog.parts.index(part)
        tables = [read_array(one) for one in self.layout.buckets(Sharing.name, "pairs")]
        pairs = merged_pairs(tables, int(catalog.starts[row]), int(catalog.starts[row + 1]))
        least = max(1, round(self.options.settings.corpus_pair_grams / self.options.sample))
        chosen = np.sort(pairs[pairs["count"] >= least], order=["earlier", "later"])
        for one in chosen:
            later, earlier = (catalog.place(int(one[side])) for side in ("later", "earlier"))
            yield _article(self.layout, *earlier), _article(self.layout, *later)

    def _passages(self, one: Article, other: Article) -> Iterator[Passage]:
        if one.id == other.id:
            return
        for passage in find_passages((_unread(one), _unread(other)), self.options.settings):
            if not passage.rejected and not self._standing(passage, {one.id: one, other.id: other}):
                yield passage

    def _standing(self, passage: Passage, articles: dict[str, Article]) -> bool:
        """Whether most of a passage is what one of the two outlets prints again and again."""
        size = self.options.settings.corpus_gram_words
        for place in passage.spans:
            article = articles[place.article]
            known = _standing_text(self.layout, outlet_number(article.outlet))
            if not len(known):
                continue
            hashes = [hashed_runs(*words, size)[0] for words in hashed_words([place.span.of(article.text)])]
            found = prefixes_of(np.concatenate(hashes), self.dropped_bits) if hashes else known[:0]
            if len(found) and np.isin(found, known).mean() > _MOST:
                return True
        return False


_MOST = 0.5
_PARTS_AT_HAND = 24


def _unread(article: Article) -> Findings:
    """An article whose statements were not looked for: quotations are told by their marks."""
    return Findings(article=article)


@lru_cache(maxsize=_PARTS_AT_HAND)
def _part(layout: Layout, part: str) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = read_table(layout.table("articles", part), ["text", "article"]).to_pydict()
    return columns


@lru_cache(maxsize=1 << 12)
def _article(layout: Layout, part: str, row: int) -> Article:
    columns = _part(layout, part)
    return article_of({name: values[row] for name, values in columns.items()})


@lru_cache(maxsize=1 << 12)
def _standing_text(layout: Layout, outlet: int) -> npt.NDArray[np.uint64]:
    """First bits of the grams of an outlet's standing text, sorted."""
    rows = _standing_rows(layout)
    first = int(np.searchsorted(rows["outlet"], np.uint64(outlet), side="left"))
    last = int(np.searchsorted(rows["outlet"], np.uint64(outlet), side="right"))
    return np.asarray(rows["hash"][first:last])


@cache
def _standing_rows(layout: Layout) -> npt.NDArray[np.void]:
    tables = [read_array(one) for one in layout.buckets(Sharing.name, "standing")]
    return np.sort(np.concatenate(tables), order=["outlet", "hash"])
