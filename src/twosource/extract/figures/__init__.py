"""Numbers with what they count, what happened to them, where and when, and on whose word.

- readings, counted, groups, implied: numbers and what they count
- measures, measure_table: what happened to them
- candidates, features, main_figures: which the article itself puts first, and what its words leave open
- amounts: what an amount of money, a share or a length of time is
- ages: ages, with whose they are
- whose: on whose word, where no statement says so
"""

from twosource.extract.figures.ages import find_ages
from twosource.extract.figures.find import find_figures
from twosource.extract.figures.whose import on_whose_word

__all__ = ["find_ages", "find_figures", "on_whose_word"]
