"""Who publishes what it says itself, and is no outlet: offices, universities, companies' release services, posts."""

import re
from functools import cache, lru_cache
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import Article
from twosource.text.carriers import names_outlet

_HEAD: Final = 500  # code points: there a text calls itself a release, or its publisher announces something


def publishes_releases(article: Article) -> bool:
    """Whether an article is what an office, a university or a company puts out: by its site, by its own line, or since who publishes it announces it.

    Example:
        >>> publishes_releases(Article(id="a1", outlet="harbour.gov.example", sha256="", text=""))
        True
        >>> news = "Tallow Boats today announced that it will build no more boats."
        >>> [publishes_releases(Article(id="a1", outlet=outlet, sha256="", text=news)) for outlet in ("tallowboats.example", "weir.example")]
        [True, False]
    """
    return _is_release(article.outlet.casefold(), article.text[:_HEAD], article.language)


@lru_cache(maxsize=1 << 12)
def _is_release(outlet: str, head: str, language: str) -> bool:
    words = lexicon_of(language).carriers
    if _site(language).search(outlet) or words.release_line.search(head):
        return True
    named = (found["name"].split() for found in words.announces.finditer(head))
    # "Tallow Boats Holding" publishes under the first of its words.
    return any(
        names_outlet(" ".join(name[:last]), outlet, language) for name in named for last in range(1, len(name) + 1)
    )


@cache
def _site(language: str) -> re.Pattern[str]:
    sites = lexicon_of(language).carriers.official_sites
    parts = "|".join(sites.parts)
    hosts = "|".join(re.escape(host) for host in sites.hosts)
    words = "|".join(sites.words)
    return re.compile(rf"(?:^|\.)(?:{parts})(?:\.|$)|(?:^|\.)(?:{hosts})$|\b(?:{words})|(?:{words})(?=\.)")
