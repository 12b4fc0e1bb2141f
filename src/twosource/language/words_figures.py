"""The forms of ``figures.yml``, ``measures.yml`` and ``background.yml``: what a number counts, and what happened to them."""

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class FigureWords(WordFile, frozen=True, kw_only=True):
    """``figures.yml``.

    Attributes:
        determiners: By which what is counted was told before, or is all there is ("the two").
        one: The number one, as it stands.
        no_counts: Nouns with which it counts nothing ("one day").
        people: Words that are counted and have no plural sign.
        part_before, part_of_them, part_of_the: Before and behind a number that is a part of another.
        one_of: Before a number of which one is told.
        total, new, summed: A total so far, new ones only, before the value of a sum.
        listing, listed_in: Between members of a list, behind one of them.
        places_in, inside_places: Before a place, and inside of its name.
        as_of: Before the day that a number speaks of.
        weekday_end: What names of days end in.
        tolled: Measures that count persons for whom no number is given.
    """

    determiners: Words = _NONE
    one: Words = _NONE
    no_counts: Words = _NONE
    people: Words = _NONE
    part_before: Pattern = NEVER
    part_of_them: Pattern = NEVER
    part_of_the: Pattern = NEVER
    one_of: Pattern = NEVER
    total: Pattern = NEVER
    new: Pattern = NEVER
    summed: Pattern = NEVER
    listing: Words = _NONE
    listed_in: Words = _NONE
    places_in: Words = _NONE
    inside_places: Words = _NONE
    as_of: str = ""
    weekday_end: str = ""
    tolled: Words = _NONE
