"""What grouping needs to know of one article: small, and enough to place it without its text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One article as grouping sees it. Holds text, whole numbers and fractions only, so it can be kept as JSON.

    Words are stems in ASCII lower case. Every tuple may be empty.
    """

    article: str  # the article's id
    outlet: str | None = None  # who publishes it, or the file's name where that is unknown
    at: str = ""  # when it was published, as the article states it ("" where it does not): what a stream is ordered by
    day: int | None = None  # the same as a day's number (``date.toordinal``); None without a date
    size: int = 0  # content words in headline and paragraphs, repeated blocks left out
    words: tuple[str, ...] = ()  # the words that weigh most, each once, sorted
    times: tuple[int, ...] = ()  # how often each of ``words`` stands in the article, at most 255
    shown: tuple[str, ...] = ()  # how the article last writes each of ``words``: for reasons that people read
    title: tuple[str, ...] = ()  # those of ``words`` in the headline
    lead: tuple[str, ...] = ()  # those of ``words`` in the first 70 content words
    names: tuple[str, ...] = ()  # those of ``words`` that stand with a capital letter inside sentences
    people: tuple[str, ...] = ()  # given name and surname
    ages: tuple[int, ...] = ()  # ages in years
    streets: tuple[str, ...] = ()  # names of streets, without their kind
    places: tuple[str, ...] = ()  # names behind "in", "at", "near" and the like, and of the dateline
    lead_places: tuple[str, ...] = ()  # those of them in the first 900 characters
    weekdays: tuple[int, ...] = ()  # 0 is Monday; those named in the first 900 characters
    happened: int | None = None  # number of the first day told that is not after publication; None where there is none
    days: tuple[int, ...] = ()  # numbers of all days told
    # Measure, lowest and highest value of the figures that the article puts first.
    counts: tuple[tuple[str, float, float], ...] = ()
    round_up: bool = False  # whether it tells of several events
    runs: tuple[int, ...] = ()  # hashes of a quarter of all runs of five words: many in common are copied
