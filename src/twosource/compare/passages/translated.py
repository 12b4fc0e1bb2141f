"""Speech whose English words must be somebody's translation."""

import re
from collections.abc import Sequence
from functools import cache

from twosource.compare.passages.readings import Reading
from twosource.language.resources import load

_AROUND = 220


def foreign_speech(
    one: Reading, other: Reading, spoken: Sequence[tuple[int, int]], names: tuple[str, ...]
) -> str | None:
    """Why shared speech is a translation.

    Args:
        one: An article.
        other: The other.
        spoken: Rows of the shared words of speech; at least one.
        names: The names and roles of the source; empty if unknown.

    Returns:
        What says so, in plain words: the text itself, or who speaks; None if nothing does.
    """
    sides = (one, spoken[0][0], spoken[-1][0]), (other, spoken[0][1], spoken[-1][1])
    for reading, first, last in sides:
        text = reading.article.text
        around = text[max(0, reading.starts[first] - _AROUND) : reading.starts[first]]
        around += " … " + text[reading.ends[last] : reading.ends[last] + _AROUND]
        said = _said_so().search(around)
        if said:
            return f"the text says it was said in another language (“{said[0]}”)"
    country = next((found for name in names if (found := _country().search(name))), None)
    return f"the speaker speaks for a country of another language (“{country[0]}”)" if country else None


@cache
def _said_so() -> re.Pattern[str]:
    lists = load("translation")
    languages = "|".join(sorted(lists["languages"], key=lambda one: (-len(one), one)))
    written = [phrase.replace("LANGUAGE", f"(?:{languages})").replace(" ", r"\s+") for phrase in lists["phrases"]]
    return re.compile(rf"\b(?:{'|'.join(written)})\b")


@cache
def _country() -> re.Pattern[str]:
    lists = load("translation")
    return re.compile(rf"\b(?:{'|'.join(sorted(lists['demonyms'], key=lambda one: (-len(one), one)))})\b")
