"""First stage: inputs become cleaned articles, a part at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from twosource.corpus.inputs import Bundle, at_hand, digest_of, is_far
from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import article_row, gap_table, table_of
from twosource.engine.catalog import MOST_ROWS
from twosource.engine.parts import write_table
from twosource.model import Article, Gap, Raw
from twosource.pipeline import clean_one, raws_of, with_publisher


@dataclass(frozen=True, kw_only=True)
class Reading(Stage):
    """Reads and cleans. A job is a bundle of inputs and a stripe of it: every so-many-th part."""

    bundles: tuple[Bundle, ...]
    name: ClassVar[str] = "articles"

    def jobs(self) -> list[str]:
        """All jobs."""
        return [f"{number:05}.{stripe:02}" for number, one in enumerate(self.bundles) for stripe in range(one.stripes)]

    def do(self, job: str) -> Outcome:
        """Write the parts of one stripe that are not there yet."""
        number, stripe = map(int, job.split("."))
        bundle = self.bundles[number]
        hashes: dict[str, str] = {}
        raws = self._raws(bundle, hashes)
        size = min(max(self.options.settings.corpus_part_articles, 1), MOST_ROWS)
        rows = 0
        for chunk, items in groupby(enumerate(raws), key=lambda one: one[0] // size):
            if chunk % bundle.stripes == stripe:
                rows += self._part(f"{number:05}-{chunk:05}", (item for _, item in items))
        return Outcome(rows=rows, more=(("inputs", hashes if stripe == 0 else {}),))

    def _raws(self, bundle: Bundle, hashes: dict[str, str]) -> Iterator[Raw | Gap]:
        for name in bundle.names:
            try:
                with at_hand(name) as place:
                    hashes[name] = digest_of(place)
                    for item in raws_of([str(place)], self.options.reading):
                        yield _named(item, str(place), name) if is_far(name) else item
            except OSError as error:
                yield Gap(code="G101", where=name, detail=str(error).splitlines()[0])

    def _part(self, part: str, items: Iterable[Raw | Gap]) -> int:
        """Clean one part; how many articles it holds. One that is there is left as it is."""
        place = self.layout.table("articles", part)
        if place.exists():
            import pyarrow.parquet as pq  # noqa: PLC0415 - an extra, and heavy

            return int(pq.read_metadata(place).num_rows)
        articles: dict[str, Article] = {}
        gaps: list[Gap] = []
        for item in items:
            article, found = (None, (item,)) if isinstance(item, Gap) else clean_one(item, self.options.reading)
            gaps.extend(found)
            if article is None:
                continue
            if article.id in articles:
                gaps.append(Gap(code="G107", where=article.called, detail="an article of the same part has its words"))
            articles.setdefault(article.id, with_publisher(article, self.options.reading))
        if gaps:
            write_table(self.layout.table("gaps", f"articles-{part}"), gap_table(gaps))
        write_table(place, table_of("articles", map(article_row, articles.values())))
        return len(articles)


def _named(item: Raw | Gap, place: str, name: str) -> Raw | Gap:
    """What was read of a fetched file, called by its address."""
    if isinstance(item, Gap):
        return replace(item, where=item.where.replace(place, name))
    return replace(item, name=item.name.replace(place, name), path=None if item.path == place else item.path)


def placed(folder: Path) -> Path:
    """A folder by a path that does not change when the worker stands elsewhere."""
    return folder.expanduser().resolve()
