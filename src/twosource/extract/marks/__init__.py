"""What is said to be unverified, disputed, denied, confirmed, hedged or corrected.

- verbs, hedges, phrases: the words that say so
- about, targets: over which statements
- holders: by whom
"""

from twosource.extract.marks.find import find_marks

__all__ = ["find_marks"]
