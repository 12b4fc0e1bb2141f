"""Times resolved to intervals.

- grammar, groups, sense: expressions of time, and what only looks like one
- context, resolve, named, units, narrow: from an expression to an interval
- dating: the day of an article that states none
"""

from twosource.extract.moments.dating import date_article
from twosource.extract.moments.find import find_moments

__all__ = ["date_article", "find_moments"]
