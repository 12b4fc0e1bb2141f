"""The headline that stands for the story."""

import re
from collections import Counter

from twosource.model import Findings

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“”„«»\"]|(?<!\w)['‘’](?=\w)")  # not "the mayor's"
_SHORT = 3


def central_headline(findings: tuple[Findings, ...]) -> str:
    """The headline whose words the other articles share most; ties go to the shorter, then the earlier in the alphabet.

    One that quotes somebody stands for a story only where all do: it is one side's word.

    Args:
        findings: The story's articles. Their order changes nothing.

    Returns:
        A headline, verbatim; without any, the name of the first outlet in the alphabet; "" without articles.
    """
    spread = Counter(word for found in findings for word in _words(found.article.text))
    headlines = {found.article.headline for found in findings if found.article.headline}
    if not headlines:
        return min((found.article.outlet for found in findings), default="")
    told = {headline for headline in headlines if not _QUOTED.search(headline)} or headlines
    return min(told, key=lambda headline: (-_centrality(headline, spread), len(headline), headline))


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) > _SHORT}


def _centrality(headline: str, spread: Counter[str]) -> float:
    """In how many articles the headline's words stand, on average, rounded so that floats order the same anywhere."""
    words = _words(headline)
    return round(sum(spread[word] for word in words) / len(words), 6) if words else 0.0
