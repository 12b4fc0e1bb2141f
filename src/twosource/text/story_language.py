"""The language that a story is laid side by side in."""

from collections import Counter
from collections.abc import Iterable

from twosource.model import Article


def language_of(articles: Iterable[Article]) -> str:
    """The code of the language that most articles are in; of equals the last by its code, "" for no article.

    Example:
        >>> language_of([Article(id="a1", outlet="", sha256="", text="")])
        'en'
    """
    counted = Counter(article.language for article in articles)
    return max(counted, key=lambda code: (counted[code], code), default="")
