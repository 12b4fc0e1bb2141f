"""What an article says a number is, and the value that most articles of a story are near to."""

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
        measure: A name from ``language/en/measures.yml``.

    Returns:
        Values as (low, high), each once; empty where the article says nothing of the measure.
    """
    found: list[tuple[int, Value]] = []
    for figure in figures:
        if figure.main and figure.measure == measure:
            found.append((1, (figure.low, figure.high)))
        found += [(0 if one.main else 2, (one.low, one.high)) for one in figure.alternatives if one.measure == measure]
    return tuple(dict.fromkeys(value for _, value in sorted(found)))


def other_values(figures: Iterable[Figure], measure: str) -> tuple[Value, ...]:
    """What an article gives a measure most often, its main figure among them: three values at most.

    Left out are parts of another figure, new ones that come on top of a number, what belongs to other events, and one:
    single victims are told one by one.

    Args:
        figures: Of one article.
        measure: A name from ``language/en/measures.yml``.
    """
    own = Counter(
        (one.low, one.high)
        for one in figures
        if one.measure == measure
        and one.high > 1
        and one.part_of is None
        and one.cumulative is not False
        and not one.background
    )
    return tuple(sorted(own, key=lambda value: (-own[value], value))[:_OWN])


def core_of(firsts: Iterable[Value]) -> Value | None:
    """The value that most articles put first, the middle one of several; None for none.

    One gives way to a greater number where those are not fewer: an article about one victim counts one.

    Example:
        >>> core_of([(4, 4), (9, 9), (4, 4)]), core_of([(1, 1), (10, 10)])
        ((4, 4), (10, 10))
    """
    most = Counter(firsts)
    if not most:
        return None
    several = {value: count for value, count in most.items() if value[1] > 1}
    counted = several if sum(several.values()) * 2 >= sum(most.values()) else most
    best = sorted(value for value in counted if counted[value] == max(counted.values()))
    return best[(len(best) - 1) // 2]


def is_near(value: Value, core: Value) -> bool:
    """Whether a value lies within three times the other, either way; small ones a little more."""
    return value[1] <= _APART * max(core[1], 1) + 1 and _APART * (value[0] + 1) >= core[0]


def range_of(articles: Sequence[Sequence[Figure]], measure: str) -> Value | None:
    """From the least to the greatest value that several articles give a measure, or leave open.

    Counted in are each article's first values and its most frequent others, but none more than three times away from
    what most articles put first: those count other people.

    Args:
        articles: The figures of each article about the event.
        measure: A name from ``language/en/measures.yml``.

    Returns:
        None where no article says anything of the measure.
    """
    firsts = [first_values(figures, measure) for figures in articles]
    core = core_of(values[0] for values in firsts if values)
    if core is None:
        return None
    values = {value for several in firsts for value in several}
    values.update(value for figures in articles for value in other_values(figures, measure))
    near = [value for value in values if is_near(value, core)]
    return min(low for low, _ in near), max(high for _, high in near)
