"""Times resolved to intervals.

- grammar, groups, disambiguation: expressions of time, and what only looks like one
- reference, days, named_times, periods, temporal_modifiers: from an expression to an interval
- moments: all of them, over an article
- dating: the day of an article that states none
"""

from twosource.extract.times.dating import date_article
from twosource.extract.times.moments import find_moments

__all__ = ["date_article", "find_moments"]
