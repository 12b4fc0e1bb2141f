"""Fifth stage: what each article says, on whose word, and what grouping needs to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, ClassVar, Final

from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import article_of, figure_rows, statement_rows, table_of
from twosource.engine.parts import read_table, write_table
from twosource.group import traits_of
from twosource.model import Article, Findings
from twosource.model.wire import decode_own, encode
from twosource.parse import EnglishParser
from twosource.pipeline import findings_in
from twosource.settings import Settings

TRAITS: Final = "work/traits"
"""What grouping needs to know of each article, a part at a time, sorted by day."""

UNDATED_DAY: Final = "undated"
"""What stands for the day of an article without a date: behind all days."""
# Trees of so many articles are in memory at once.
_BATCH: Final = 100


@dataclass(frozen=True, kw_only=True)
class Saying(Stage):
    """Parses and extracts. A job is a part of the articles."""

    name: ClassVar[str] = "findings"

    def do(self, job: str) -> Outcome:
        """Write the statements, figures and findings of one part."""
        found = list(self._findings(job))
        traits = [_traits_row(one, self.options.settings) for one in found]
        traits.sort(key=lambda row: (row["day"], row["at"], row["article"]))
        for name, rows in (
            ("statements", chain.from_iterable(map(statement_rows, found))),
            ("figures", chain.from_iterable(map(figure_rows, found))),
            ("findings", map(_row, found)),
        ):
            write_table(self.layout.table(name, job), table_of(name, rows))
        write_table(self.layout.table(TRAITS, job), table_of("traits", traits))
        return Outcome(rows=len(found), gaps=tuple(gap for one in found for gap in one.gaps))

    def _findings(self, job: str) -> Iterator[Findings]:
        rows = read_table(self.layout.table("articles", job), ["text", "article"]).to_pylist()
        reading = replace(self.options.reading, parser=_parser(self.options.settings))
        for first in range(0, len(rows), _BATCH):
            yield from findings_in([article_of(row) for row in rows[first : first + _BATCH]], reading)


def findings_from(row: dict[str, Any], article: Article) -> Findings:
    """The findings that a row was made of."""
    return replace(decode_own(row["findings"], Findings), article=article)


def _row(found: Findings) -> dict[str, Any]:
    bare = replace(found, article=replace(found.article, text="", blocks=(), candidates=()))
    return {"article": found.article.id, "findings": encode(bare)}


def _traits_row(found: Findings, settings: Settings) -> dict[str, Any]:
    traits = traits_of(found, settings)
    article = found.article
    return {
        "day": traits.at[:10] if traits.day is not None else UNDATED_DAY,
        "at": traits.at,
        "article": article.id,
        "outlet": article.outlet,
        "headline": article.headline,
        "traits": encode(traits),
    }


@cache
def _parser(settings: Settings) -> EnglishParser:
    """The parser, loaded once a worker."""
    return EnglishParser(settings)
