"""The same thing said, once, with all who say it: points, and the conflicts among them.

- statements: joining, speech, statement_points
- deeds told in other words: roles, company, same_deed, deeds, retelling
- figures: telling, counts, same_count, values, figure_joining, figure_points, given
- what sets the members apart: differences, losses, relations, wording
"""

from twosource.compare.points.find import find_points

__all__ = ["find_points"]
