"""The lists of words by which walls are known, as patterns."""

import re
from collections.abc import Sequence
from functools import cache

from twosource.clean.characters import is_dense
from twosource.language import lexicon_of


def as_they_stand(phrases: Sequence[str]) -> str:
    """A pattern's part for any of some phrases, the longest first."""
    return f"(?:{'|'.join(map(re.escape, sorted(phrases, key=lambda one: (-len(one), one))))})"


@cache
def any_word(*lists: str) -> re.Pattern[str]:
    """Any word of these lists, in the form of ``plain``; in scripts without spaces wherever its letters stand."""
    words = [word for name in lists for word in getattr(lexicon_of("all").walls, name)]
    spaced = rf"(?<![\w-]){as_they_stand([word for word in words if not is_dense(word)])}(?![\w-])"
    return re.compile("|".join([spaced, *(re.escape(word) for word in words if is_dense(word))]))
