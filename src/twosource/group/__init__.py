"""Which articles are about one event.

First version: whole batches only, by the words that articles share. It is used where the user asks for a
split; without that, all given articles are one story.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import combinations
from math import log, sqrt

from twosource.model import Article, Findings
from twosource.settings import Settings
from twosource.text.grams import function_words

__all__ = ["group"]

_WORD = re.compile(r"\w+")
_NEWS_KINDS = frozenset({"headline", "subheading", "paragraph", "caption"})
_SHORT = 2


def group(findings: tuple[Findings, ...], settings: Settings) -> tuple[tuple[int, ...], ...]:
    """Split articles into stories.

    Two articles are alike by the cosine of their words, rare words and names weighing more, less a little for
    each day between them. From the most alike pair down, two groups are joined where their articles are alike
    enough on average, so that one round-up cannot bridge two events.

    Args:
        findings: All articles.
        settings: ``group_likeness`` and what goes with it.

    Returns:
        Indices into ``findings``, sorted inside each story; the largest story first. Empty for no articles.
    """
    articles = [found.article for found in findings]
    likeness = _likeness(articles, settings)
    home = list(range(len(articles)))
    members = {i: [i] for i in home}
    alike = [pair for pair, value in likeness.items() if value >= settings.group_likeness]
    for i, j in sorted(alike, key=lambda pair: (-likeness[pair], articles[pair[0]].id, articles[pair[1]].id)):
        left, right = home[i], home[j]
        if left == right or _average(members[left], members[right], likeness) < settings.group_likeness:
            continue
        for k in members[right]:
            home[k] = left
        members[left] += members.pop(right)
    stories = [tuple(sorted(story)) for story in members.values()]
    return tuple(sorted(stories, key=lambda story: (-len(story), story)))


def _average(left: list[int], right: list[int], likeness: Mapping[tuple[int, int], float]) -> float:
    total = sum(likeness.get((min(i, j), max(i, j)), 0.0) for i in left for j in right)
    return total / (len(left) * len(right))


def _likeness(articles: list[Article], settings: Settings) -> dict[tuple[int, int], float]:
    """How alike each pair is, for pairs that share a word which is not in everything."""
    counts = [_words(article) for article in articles]
    spread = Counter(word for count in counts for word in count)
    everywhere = len(articles) + settings.group_background
    vectors = [_vector(count, spread, everywhere) for count in counts]
    postings: dict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for word in vector:
            postings[word].append(i)
    most = max(settings.group_background, len(articles) * settings.group_common_word)
    likeness: dict[tuple[int, int], float] = defaultdict(float)
    for word, holders in postings.items():
        if 1 < len(holders) <= most:
            for i, j in combinations(holders, 2):
                likeness[i, j] += vectors[i][word] * vectors[j][word]
    return {pair: value * _nearness(articles[pair[0]], articles[pair[1]], settings) for pair, value in likeness.items()}


def _words(article: Article) -> Counter[str]:
    """Words of the journalism, without those that any text has; a capital letter or a number makes a word count twice."""
    found: Counter[str] = Counter()
    empty = function_words()
    for block in article.blocks:
        if block.kind in _NEWS_KINDS and block.repeats is None:
            for word in _WORD.findall(block.span.of(article.text)):
                if (len(word) > _SHORT or word.isdigit()) and word.casefold() not in empty:
                    found[word.casefold()] += 2 if word[0].isupper() or word.isdigit() else 1
    return found


def _vector(count: Counter[str], spread: Counter[str], everywhere: int) -> dict[str, float]:
    weights = {word: (1 + log(n)) * log(everywhere / spread[word]) for word, n in sorted(count.items())}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _nearness(one: Article, other: Article, settings: Settings) -> float:
    days = _days_between(one, other)
    if days is None:
        return 1.0
    return max(settings.group_far, 1.0 - days / settings.group_days)


def _days_between(one: Article, other: Article) -> int | None:
    try:
        first, second = (date.fromisoformat((article.published or "")[:10]) for article in (one, other))
    except ValueError:
        return None
    return abs((first - second).days)
