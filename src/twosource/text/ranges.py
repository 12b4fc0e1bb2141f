"""What several articles together say a number is: the range of their figures for one measure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from twosource.model import Figure

Value = tuple[float, float]
_APART: Final = 3.0  # times the commonest value: further off counts other people or a longer time
_OWN: Final = 3  # values of an article beside its main ones


def first_values(figures: Iterable[Figure], measure: str) -> tuple[Value, ...]:
    """What an article puts first for a measure, then its main figure, then what its words leave open.

    Args:
        figures: Of one article.
        measure: A name from ``resources/en/measures.yml``.

    Returns:
        Values as (low, high), each once; empty where the article says nothing of the measure.
    """
    found: list[tuple[int, Value]] = []
    for figure in figures:
        if figure.main and figure.measure == measure:
            found.append((1, (figure.low, figure.high)))
        found += [(0 if one.main else 2, (one.low, one.high)) for one in figure.alternatives if one.measure == measure]
    return tuple(dict.fromkeys(value for _, value in sorted(found)))


def range_of(articles: Sequence[Sequence[Figure]], measure: str) -> Value | None:
    """From the least to the greatest value that several articles give a measure, or leave open.

    Counted in are each article's first values and its most frequent others, but none more than three times away from
    what most articles put first: those count other people.

    Args:
        articles: The figures of each article about the event.
        measure: A name from ``resources/en/measures.yml``.

    Returns:
        None where no article says anything of the measure.
    """
    firsts = [first_values(figures, measure) for figures in articles]
    most = Counter(values[0] for values in firsts if values)
    if not most:
        return None
    core = min(most, key=lambda value: (-most[value], value))
    values = {value for several in firsts for value in several}
    for figures in articles:
        own = Counter((one.low, one.high) for one in figures if one.measure == measure and one.high > 0)
        values.update(sorted(own, key=lambda value: (-own[value], value))[:_OWN])
    near = [value for value in values if _near(value, core)] or [core]
    return min(low for low, _ in near), max(high for _, high in near)


def _near(value: Value, core: Value) -> bool:
    return value[1] <= _APART * max(core[1], 1) + 1 and _APART * (value[0] + 1) >= core[0]
