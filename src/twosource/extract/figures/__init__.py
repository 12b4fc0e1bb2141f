"""Numbers with what they count, what happened to them, where and when, and on whose word.

- readings, counted, groups, implied: numbers and what they count
- measures, measure_table: what happened to them
- main_figures: which the article itself puts first
"""

from twosource.extract.figures.find import find_figures

__all__ = ["find_figures"]
