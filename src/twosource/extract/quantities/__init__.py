"""Every number of a text with its value, bound, unit and kind: figures are chosen from these.

- lexed: tokens
- values: what a number in digits or words is worth
- find: ranges, bounds and units around a value
- kinds: what is no count: ages, dates, addresses, labels, scores, codes
"""

from twosource.extract.quantities.find import Quantity, find_quantities
from twosource.extract.quantities.kinds import FIGURES

__all__ = ["FIGURES", "Quantity", "find_quantities"]
