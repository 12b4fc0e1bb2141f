"""Plain words for values, times and articles, so that every presenter says the same thing the same way."""

import re
from math import isfinite
from typing import Final

from twosource.model import Article
from twosource.text.prose import amount
from twosource.text.stamps import when

_BOTH: Final = 2
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def value(low: float, high: float) -> str:
    """A value or range in digits: ``2.3 million``, ``3.5``, ``8–10``; both ends in one unit: ``2–9.5 billion``."""
    ends = list(dict.fromkeys(amount(end) for end in (low, high) if isfinite(end)))
    if len(ends) == _BOTH:
        (first, _, unit), (_, _, other) = (end.partition(" ") for end in ends)
        if unit and unit == other:
            ends[0] = first
    return "–".join(ends) or "?"


def span_of_time(earliest: str, latest: str) -> str:
    """An interval for a reader, said once where both ends are the same."""
    first, last = when(earliest), when(latest)
    day, _, clock = last.partition(", ")
    if clock and first.startswith(f"{day}, ") and first != last:
        return f"{first} – {clock}"
    return first if first == last else f"{first} – {last}"


def dated(article: Article) -> str:
    """When an article appeared, and how that is known where the page does not say so itself."""
    if article.dated_by == "content" and article.date_range:
        return f"between {when(article.date_range[0])} and {when(article.date_range[1])}, judged by its content"
    if not article.published and not article.updated:
        return "no date stated"
    parts = [when(article.published)] if article.published else []
    if article.updated and article.updated != article.published:
        parts.append(f"updated {when(article.updated)}")
    return ", ".join(parts)


def clip(text: str, limit: int) -> str:
    """The beginning of a text, cut between words, with an ellipsis where something is left out."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > limit // 2 else limit].rstrip() + " …"


def seen(text: str) -> str:
    """A text with control characters, direction overrides and lone surrogates made visible as ``�``."""
    return _UNSEEN.sub("�", text)


def closed(sentence: str) -> str:
    """A sentence with a full stop."""
    return sentence if sentence.endswith((".", "!", "?", "”", "…")) else f"{sentence}."
