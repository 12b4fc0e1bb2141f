"""Pages that tell of several events: news in brief, logs of the police, the stories of the week."""

import re
from functools import cache
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.language.word_files import any_of
from twosource.model import Article

_PLACES: Final = 3
_LED: Final = re.compile(r"([A-Z][A-Z .'-]{2,30})(?:,\s[A-Z][\w.]{1,12})?\s?(?:\([A-Z]{2,}\)\s?)?[—–-]{1,2}\s")


def is_round_up(article: Article) -> bool:
    """Whether an article tells of several events: its headline says so, or paragraphs of it begin at three places.

    Live pages and explainers are not taken for such: they come back to one event.
    """
    headline = next((one.span.of(article.text) for one in article.blocks if one.kind == "headline"), "")
    if _headlines(article.language).search(headline.casefold().replace("’", "'")):
        return True
    texts = (one.span.of(article.text) for one in article.blocks if one.kind in {"paragraph", "dateline"})
    return len({match[1].strip() for text in texts if (match := _LED.match(text))}) >= _PLACES


@cache
def _headlines(language: str) -> re.Pattern[str]:
    words = lexicon_of(language).roundups
    return re.compile(
        rf"\b(?:{any_of(words.words)}\b|{any_of(words.ends)}(?=\s*(?:$|[:|–—,-]|{any_of(words.behind_end)}\b)))"
    )
