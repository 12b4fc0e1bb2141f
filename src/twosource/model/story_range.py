"""What the articles of a story together say a number is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRange:
    """From the least to the greatest value that articles of a story give one measure, beside the figures themselves.

    It holds what they say, and says nothing of who is right. Where the articles do not count the same people or
    things, or their numbers lie too far apart, there is no range, and ``reason`` says why.

    Attributes:
        id: Content hash of the measure and its figures.
        measure: What happened to them: a name from ``language/en/measures.yml``.
        low, high: The ends; both None where no range is safe. Equal where all give one value.
        figures: Ids of the figures behind it: what each article puts first, then what else it gives.
        outside: Ids of main figures that were left out: of other people, or far from the rest.
        articles: Ids of the articles that count it.
        reason: Who gives the ends and when, what was left out and why, in plain words.
    """

    id: str
    measure: str
    low: float | None
    high: float | None
    figures: tuple[str, ...]
    outside: tuple[str, ...] = ()
    articles: tuple[str, ...]
    reason: str
