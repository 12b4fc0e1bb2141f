"""The words that every presenter uses: values and times, the terms of a newsroom, and the counts of a story.

- values: numbers, times, articles
- terms: what differences, conflicts, marks and checks are called in front of a reader
- reviews: what a page says of the claim it checks
- counts: how many articles, origins and sources a story has, in one wording
"""

from twosource.present.wording.counts import Counts, counts_of, told
from twosource.present.wording.reviews import reviewed
from twosource.present.wording.values import clip, closed, dated, seen, span_of_time, value

__all__ = ["Counts", "clip", "closed", "counts_of", "dated", "reviewed", "seen", "span_of_time", "told", "value"]
