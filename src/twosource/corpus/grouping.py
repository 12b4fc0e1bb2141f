"""Last stage: which articles are one story."""

from dataclasses import dataclass
from typing import Any, ClassVar

from twosource.corpus.saying import findings_from
from twosource.corpus.stage import Outcome, Stage
from twosource.corpus.tables import article_of, table_of
from twosource.engine.parts import read_table, write_table
from twosource.group import group
from twosource.model import Article, Findings, content_id


@dataclass(frozen=True, kw_only=True)
class Grouping(Stage):
    """Groups all articles, in the order of time. There is one job."""

    name: ClassVar[str] = "stories"
    counted: ClassVar[str] = "stories"

    def do(self, job: str) -> Outcome:
        """Write the stories, one row an article."""
        found = self._all()
        stories = group(tuple(found), self.options.settings) if found else ()
        rows = [row for story in stories for row in _rows([found[i].article for i in story])]
        rows.sort(key=lambda row: (row["story"], row["article"]))
        write_table(self.layout.table("stories", job), table_of("stories", rows))
        return Outcome(rows=len(stories))

    def _all(self) -> list[Findings]:
        """Everything that was found, each article once, in the order of time and id."""
        found: dict[str, Findings] = {}
        for part in self.layout.parts("findings"):
            articles = read_table(self.layout.table("articles", part), ["text", "article"]).to_pylist()
            rows = read_table(self.layout.table("findings", part)).to_pylist()
            for article, row in zip(map(article_of, articles), rows, strict=True):
                found.setdefault(article.id, findings_from(row, article))
        return sorted(found.values(), key=lambda one: (one.article.published or "9999", one.article.id))


def _rows(articles: list[Article]) -> list[dict[str, Any]]:
    story = content_id("e", *sorted(article.id for article in articles))
    return [
        {
            "story": story,
            "article": article.id,
            "outlet": article.outlet,
            "published": article.published,
            "headline": article.headline,
            "reason": "",
        }
        for article in articles
    ]
