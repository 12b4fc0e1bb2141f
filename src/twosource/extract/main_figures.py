"""Which figure an article itself puts first for each measure."""

from collections.abc import Sequence

from twosource.extract.reading import Reading
from twosource.model import Block

LEAD_SENTENCES = 4


def main_readings(readings: Sequence[Reading], blocks: Sequence[Block]) -> frozenset[int]:
    """Indices of the main readings, at most one a measure.

    The headline goes before the lead, the lead before the rest. Parts of a figure, what belongs to other events or
    to a longer time, and "three others" come only where nothing else is there. One person never stands before a
    number of several that headline or lead give, nor "no one" before a person.
    """
    by_measure: dict[str, list[int]] = {}
    for index, reading in enumerate(readings):
        if reading.measure is not None and reading.form == "count":
            by_measure.setdefault(reading.measure, []).append(index)
    return frozenset(_main(readings, blocks, indices) for indices in by_measure.values())


def _main(readings: Sequence[Reading], blocks: Sequence[Block], indices: list[int]) -> int:
    return min(indices, key=lambda index: (_rank(readings[index], blocks), index))


def _rank(reading: Reading, blocks: Sequence[Block]) -> tuple[int, ...]:
    """The less the better."""
    aside = reading.parts or reading.earlier
    paragraph = sum(1 for block in blocks[: reading.block] if block.kind == "paragraph")
    headline = blocks[reading.block].kind == "headline"
    lead = headline or paragraph < LEAD_SENTENCES
    few = 2 if reading.high == 0 else int(reading.high <= 1)
    return (int(aside), few, int(not lead), int(reading.more), 0 if headline else 1, int(reading.implied))
