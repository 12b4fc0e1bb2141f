"""What grouping needs to know of one article: small, and enough to place it without its text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One article as grouping sees it. Holds text, whole numbers and fractions only, so it can be kept as JSON.

    Words are stems in ASCII lower case. Every tuple may be empty.

    Attributes:
        article: The article's id.
        outlet: Who publishes it, or the file's name where that is unknown.
        at: When it was published, as the article states it ("" where it does not): what a stream is ordered by.
        day: The same as a day's number (``date.toordinal``); None without a date.
        size: Content words in headline and paragraphs, repeated blocks left out.
        words: The words that weigh most, each once, sorted.
        times: How often each of ``words`` stands in the article, at most 255.
        shown: How the article last writes each of ``words``: for reasons that people read.
        title: Those of ``words`` in the headline.
        lead: Those of ``words`` in the first 70 content words.
        names: Those of ``words`` that stand with a capital letter inside sentences.
        people: Given name and surname.
        ages: Ages in years.
        streets: Names of streets, without their kind.
        places: Names behind "in", "at", "near" and the like, and of the dateline.
        lead_places: Those of them in the first 900 characters.
        weekdays: 0 is Monday; those named in the first 900 characters.
        happened: Number of the first day told that is not after publication; None where there is none.
        days: Numbers of all days told.
        counts: Measure, lowest and highest value of the figures that the article puts first.
        round_up: Whether it tells of several events.
        runs: Hashes of a quarter of all runs of five words: many in common are copied.
    """

    article: str
    outlet: str | None = None
    at: str = ""
    day: int | None = None
    size: int = 0
    words: tuple[str, ...] = ()
    times: tuple[int, ...] = ()
    shown: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    streets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    lead_places: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    happened: int | None = None
    days: tuple[int, ...] = ()
    counts: tuple[tuple[str, float, float], ...] = ()
    round_up: bool = False
    runs: tuple[int, ...] = ()
