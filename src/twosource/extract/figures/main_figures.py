"""Which figure an article itself puts first for each measure."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from twosource.extract.figures.reading import Reading
from twosource.model import Block

LEAD_PARAGRAPHS: Final = 4


def main_readings(readings: Sequence[Reading], blocks: Sequence[Block]) -> frozenset[int]:
    """Indices of the main readings, at most one a measure.

    The headline goes before the lead, the lead before the rest. Parts of a figure, and "three others", come only
    where nothing else is there. One person goes before a number of several only where a headline gives it as a
    number ("1 dead"), and "no one" only where nobody else is counted. What belongs to other events or to a longer
    time is never main outside headline and lead.
    """
    before = [0, *accumulate(int(block.kind == "paragraph") for block in blocks)]
    by_measure: dict[str, list[tuple[tuple[int, ...], int]]] = {}
    for index, reading in enumerate(readings):
        headline = blocks[reading.block].kind == "headline"
        lead = headline or before[reading.block] < LEAD_PARAGRAPHS
        if reading.measure is None or reading.form != "count" or (reading.earlier and not lead):
            continue
        by_measure.setdefault(reading.measure, []).append((_rank(reading, headline=headline, lead=lead), index))
    return frozenset(min(ranked)[1] for ranked in by_measure.values())


def _rank(reading: Reading, *, headline: bool, lead: bool) -> tuple[int, ...]:
    """The less the better."""
    aside = reading.parts or reading.earlier
    few = int(reading.high <= 1 and (reading.implied or not headline)) + int(reading.high == 0)
    return int(aside), few, int(not lead), int(reading.more), int(not headline), int(reading.implied)
