"""Who publishes what it says itself, and is no outlet: offices, universities, companies' release services, posts."""

import re
from functools import cache

from twosource.language.lexicon import lexicon_of
from twosource.model import Article


def publishes_releases(article: Article) -> bool:
    """Whether an article stands where an office, a university or a company puts out its own words.

    Example:
        >>> publishes_releases(Article(id="a1", outlet="harbour.gov.example", sha256="", text=""))
        True
    """
    return bool(_site(article.language).search(article.outlet.casefold()))


@cache
def _site(language: str) -> re.Pattern[str]:
    sites = lexicon_of(language).carriers.official_sites
    parts = "|".join(sites.parts)
    hosts = "|".join(re.escape(host) for host in sites.hosts)
    words = "|".join(sites.words)
    return re.compile(rf"(?:^|\.)(?:{parts})(?:\.|$)|(?:^|\.)(?:{hosts})$|\b(?:{words})|(?:{words})(?=\.)")
