"""From a few lines to a cleaned article and its blocks, for the tests of this room."""

from json import dumps

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


TIDE = (
    "The tide gauge at Ross quay stopped at noon on Monday, the port said.",
    "Two pilots were sent out to read the marks on the old wall by hand.",
    "“We have done it that way before,” said Mina Dahl, who runs the pilot station.",
    "The gauge was last mended in the spring, and a part of it has been ordered.",
)


def page_of(
    *lines: str, head: str = "", above: str = "", below: str = "", title: str = "Tide gauge stops at Ross quay"
) -> str:
    """A page with an article: what stands in its head, before its first paragraph, and behind the article."""
    heading = f"<h1>{title}</h1>" if title else ""
    body = "".join(f"<p>{line}</p>" for line in (lines or TIDE))
    return (
        f"<!doctype html><html><head>{head}</head><body><header>The Ross Packet</header>"
        f"<article>{heading}{above}{body}</article>{below}</body></html>"
    )


def json_ld(**said: object) -> str:
    """The script in which a page states what its article is."""
    return f'<script type="application/ld+json">{dumps({"@type": "NewsArticle"} | said)}</script>'
