"""Which of two times of publication is the earlier, as far as they were stated."""

from datetime import datetime

from twosource.model import Article

_DAY = len("2031-05-14")
_MINUTE = len("2031-05-14T10:00")


def published_before(one: str | None, other: str | None) -> bool | None:
    """Whether an article was published before another.

    Args:
        one: An ISO 8601 time, with or without a zone, or a day; None if unknown.
        other: The other article's.

    Returns:
        None where either is unknown, where they are the same as far as both are stated, or where only one names its
        zone and they are of one day.

    Example:
        >>> published_before("2031-05-14T10:00+02:00", "2031-05-14T09:00Z")
        True
        >>> published_before("2031-05-14", "2031-05-14T09:00") is None
        True
    """
    if not one or not other:
        return None
    first, second = _instant(one), _instant(other)
    if first is None or second is None:
        return None
    if (first.tzinfo is None) == (second.tzinfo is None) and min(len(one), len(other)) >= _MINUTE:
        return None if first == second else first < second
    return None if one[:_DAY] == other[:_DAY] else one[:_DAY] < other[:_DAY]


def first_of_same_words(article: Article) -> tuple[str, bool, tuple[str, ...], str]:
    """What articles with the very same words are sorted by: the first of them stands for all wherever these are compared.

    Of those of one time, or of none, the ones with a credit come first: they say whose all of them are.

    Example:
        >>> cut, full = (Article(id=name, outlet="a.example", sha256="", text="", via=via) for name, via in (("a1", ()), ("a2", ("AP",))))
        >>> min(cut, full, key=first_of_same_words).id
        'a2'
    """
    return article.published or "9999", not article.via, article.via, article.id


def minutes_between(one: str | None, other: str | None) -> float | None:
    """How far apart two articles were published, in minutes.

    Returns:
        None where either time is unknown, is stated to the day only, or only one names its zone.

    Example:
        >>> minutes_between("2031-05-14T10:00", "2031-05-14T09:15")
        45.0
    """
    if not one or not other or min(len(one), len(other)) < _MINUTE:
        return None
    first, second = _instant(one), _instant(other)
    if first is None or second is None or (first.tzinfo is None) != (second.tzinfo is None):
        return None
    return abs((first - second).total_seconds()) / 60


def days_between(one: str | None, other: str | None) -> int | None:
    """How many days lie between the days that two articles were published on; None where either is unknown.

    Example:
        >>> days_between("2031-05-14T23:50", "2031-05-15")
        1
    """
    first, second = (_instant(stated[:_DAY]) if stated else None for stated in (one, other))
    return abs((first - second).days) if first and second else None


def _instant(stated: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stated)
    except ValueError:
        return None
