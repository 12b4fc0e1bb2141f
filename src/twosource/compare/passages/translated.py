"""Speech whose English words must be somebody's translation."""

from collections.abc import Sequence

from twosource.compare.passages.readings import Reading
from twosource.language.lexicon import lexicon_of
from twosource.text.reasons import Reason

_AROUND = 220


def foreign_speech(
    one: Reading, other: Reading, spoken: Sequence[tuple[int, int]], names: tuple[str, ...]
) -> Reason | None:
    """What says that shared speech is a translation: the text around, or the names and roles of who speaks; None if nothing does.

    ``spoken`` are the rows of the shared words of speech; at least one.
    """
    sides = (one, spoken[0][0], spoken[-1][0]), (other, spoken[0][1], spoken[-1][1])
    for reading, first, last in sides:
        text = reading.article.text
        words = lexicon_of(reading.article.language).translation
        around = text[max(0, reading.starts[first] - _AROUND) : reading.starts[first]]
        around += " … " + text[reading.ends[last] : reading.ends[last] + _AROUND]
        said = words.said_so.search(around)
        if said:
            return Reason("passages.said_in_another_language", words=said[0])
    country = lexicon_of(one.article.language).translation.country
    of = next((found for name in names if (found := country.search(name))), None)
    return Reason("passages.of_another_country", country=of[0]) if of else None
