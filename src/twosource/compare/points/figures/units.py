"""One measure told in two units: feet and metres, pounds and kilograms. Currencies are never converted."""

from functools import cache

from twosource.language import lexicon_of
from twosource.model import Figure


def dimension(figure: Figure) -> str:
    """What a figure's unit measures ("length"); the unit itself where it is of no known size, "" where there is none."""
    return _sizes().get(figure.unit or "", (figure.unit or "", 1.0))[0]


def in_first_unit(figure: Figure) -> tuple[float, float]:
    """The ends of a figure's value in the first unit of its dimension."""
    size = _sizes().get(figure.unit or "", ("", 1.0))[1]
    return figure.low * size, figure.high * size


@cache
def _sizes() -> dict[str, tuple[str, float]]:
    """Each unit of a known size, with what it measures and its size."""
    kinds = lexicon_of("en").quantities.unit_sizes
    return {unit: (kind, size) for kind, units in kinds.items() for unit, size in units.items()}
