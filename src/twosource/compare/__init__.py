"""Lays the articles of a story side by side.

- sources: one source joined over all articles
- passages: wording that two articles share
- points: the same thing said, by all who say it, and how they differ
- ranges: what the articles together say a number is
- timeline: what happened when
"""

from twosource.compare.passages import find_passages
from twosource.compare.points import find_points
from twosource.compare.ranges import find_ranges
from twosource.compare.sources import join_sources
from twosource.compare.timeline import find_timeline, with_differences
from twosource.compare.title import central_headline

__all__ = [
    "central_headline",
    "find_passages",
    "find_points",
    "find_ranges",
    "find_timeline",
    "join_sources",
    "with_differences",
]
