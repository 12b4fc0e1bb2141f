"""Plain words for numbers, times and lists, so that every presenter says the same thing the same way."""

import re
from collections.abc import Sequence
from math import isfinite
from typing import Final

from twosource.model import Article
from twosource.text.stamps import when

_SMALL: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def listed(names: Sequence[str], limit: int = 0) -> str:
    """``a, b and c``; with a limit, the rest as ``and 3 more``. Empty for none."""
    if limit and len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def inside(name: str) -> str:
    """A name as it stands inside a sentence: ``the Harbour Authority`` for ``The Harbour Authority``."""
    return "the " + name[4:] if name.startswith("The ") else name


def number(count: int) -> str:
    """A whole number in words up to twelve, else in digits: ``three``, ``14``."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``one article``, ``three articles``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def value(low: float, high: float) -> str:
    """A value or range in digits: ``2,300,000``, ``3.5``, ``8–10``."""
    ends = [f"{int(end):,}" if end == int(end) else f"{end:,.6g}" for end in (low, high) if isfinite(end)]
    return "–".join(dict.fromkeys(ends)) or "?"


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


def opened(sentence: str) -> str:
    """A sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]
