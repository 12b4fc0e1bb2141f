"""Any story of a corpus as the story that ``compare`` makes of its articles."""

from pathlib import Path
from typing import Any

from twosource.corpus.layout import Layout
from twosource.corpus.reading import placed
from twosource.corpus.saying import findings_from
from twosource.corpus.tables import article_of
from twosource.engine.parts import read_json, read_table
from twosource.errors import CorpusError
from twosource.model import Findings, Gap, Story
from twosource.pipeline import Options, findings_in, story_of


def open_story(folder: Path, name: str, options: Options) -> Story:
    """Lay the articles of a story side by side.

    Args:
        folder: A corpus.
        name: A story's id, or the beginning of one; or the id of an article in it.
        options: How to compare.

    Raises:
        CorpusError: If the folder holds no corpus, or no story or several are called so.
    """
    layout = Layout(folder=placed(folder))
    if read_json(layout.manifest) is None:
        raise CorpusError(str(folder), "there is no corpus here")
    wanted = _articles(layout, name)
    found: list[Findings] = []
    for part in layout.parts("articles"):
        found += _read(layout, part, wanted, options)
        if not wanted:
            break
    return story_of(found, options, _gaps(layout, {one.article.called for one in found}))


def _articles(layout: Layout, name: str) -> set[str]:
    """Ids of the story's articles."""
    rows: list[dict[str, Any]] = []
    for part in layout.parts("stories"):
        rows += read_table(layout.table("stories", part), ["story", "article"]).to_pylist()
    stories = {row["story"] for row in rows if row["story"].startswith(name) or row["article"] == name}
    if len(stories) != 1:
        count = "no story is" if not stories else f"{len(stories)} stories are"
        raise CorpusError(str(layout.folder), f"{count} called {name!r}")
    return {row["article"] for row in rows if row["story"] in stories}


def _read(layout: Layout, part: str, wanted: set[str], options: Options) -> list[Findings]:
    """The findings of the wanted articles of a part, which are then wanted no more."""
    ids = read_table(layout.table("articles", part), ["id"]).column("id").to_pylist()
    rows = [row for row, one in enumerate(ids) if one in wanted]
    if not rows:
        return []
    wanted.difference_update(ids[row] for row in rows)
    articles = [article_of(row) for row in read_table(layout.table("articles", part)).take(rows).to_pylist()]
    place = layout.table("findings", part)
    if not place.exists():
        return list(findings_in(articles, options))
    found = read_table(place).take(rows).to_pylist()
    return [findings_from(row, article) for row, article in zip(found, articles, strict=True)]


def _gaps(layout: Layout, called: set[str]) -> tuple[Gap, ...]:
    """What could not be found when the articles were cleaned."""
    found: list[Gap] = []
    for part in layout.parts("gaps"):
        if part.startswith("articles-"):
            rows = read_table(layout.table("gaps", part)).to_pylist()
            found += [Gap(**row) for row in rows if row["where"] in called]
    return tuple(found)
