"""From a few lines to a cleaned article and its blocks, for the tests of this room."""

from twosource.clean import clean
from twosource.model import Article, Raw


def cleaned(text: str, *, html: bool = False, **said: object) -> Article:
    """The article made of a text or page; fails where there is none."""
    values: dict[str, object] = {"name": "x", "kind": "html" if html else "text", "html": html, "path": "tide.txt"}
    raw = Raw(text=text, sha256="0" * 64, **(values | said))  # type: ignore[arg-type]
    article, _ = clean(raw)
    assert article is not None
    return article


def blocks(article: Article) -> list[tuple[str, str]]:
    """Label and words of each block."""
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def label_of(article: Article, beginning: str) -> str:
    """The label of the first block that begins so."""
    return next(kind for kind, words in blocks(article) if words.startswith(beginning))
