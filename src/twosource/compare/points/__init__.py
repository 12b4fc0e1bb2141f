"""The same thing said, once, with all who say it: points, and the conflicts among them."""

from twosource.compare.points.find import find_points

__all__ = ["find_points"]
