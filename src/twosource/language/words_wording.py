"""The forms of the files of words by which two wordings, and two counts, are laid side by side."""

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words


class WordingWords(WordFile, frozen=True, kw_only=True):
    """``wording.yml``: words that carry no matter of their own, and words that turn the sense of a sentence."""

    function: Words = NONE  # words that carry no matter
    negators: Words = NONE  # words that negate
    not_negators: Words = NONE  # phrases that hold one and do not
    negating: Words = NONE  # phrases that negate without such a word: "has yet to"
    wholly: Words = NONE  # behind a negation: it is on the whole only
    places: Words = NONE  # kinds of places that stand before their names: "the village of"
    wide_places: Words = NONE  # what the name of a place ends in that holds towns
    every_year: Words = NONE  # deeds that may be done again in another year
    still_so: Words = NONE  # that what is told had not changed by then
    asking: Words = NONE  # what a clause asks for, where that it happened is taken for granted
    insteads: Words = NONE  # what turns a "not" towards what comes next
    rates: Words = NONE  # behind a number, of which it is a rate
    averages: Words = NONE  # before a number, which is so in the mean
    looking_back: Words = NONE  # right before a number, by which it is how far an article looks back or ahead
    denying: tuple[str, ...] = ()  # how verbs of denying begin
    hedges: Words = NONE  # words by which it may be so
    doubtful: Words = NONE  # adjectives by which a thing may be one
    accusing: Words = NONE  # words by which somebody is accused of it
    ages: Words = NONE  # what stands beside an age
    causes: Words = NONE  # words right behind which a reason stands
    one_reason: tuple[
        Words, ...
    ] = ()  # words for one reason, as stems are told apart: another of them is no other reason
    spellings: tuple[tuple[str, str], ...] = ()  # what is spelt in two ways, each with the one that stands for both
    vowels: Words = NONE  # letters that a name in another script is spelt with in several ways
    transliterations: tuple[tuple[str, str], ...] = ()  # those of them that names are spelt in too
    endings: Words = NONE  # what may stand behind a name without making it another
    partitives: Words = NONE  # words between what is counted and what it is of
    list_words: Words = NONE  # what stands between the last two of a list
    remainders: Words = NONE  # who is left when some were told of
    places_after: Words = NONE  # words right behind which a place stands
    numbers: dict[str, int] = msgspec.field(default_factory=dict)  # number words, with the number
    # Forms of a word that no ending tells, with the word.
    irregular: dict[str, str] = msgspec.field(default_factory=dict)
    weekdays: Words = NONE  # names of days
    # Endings of a word that do not make it another, in the order in which they are tried.
    suffixes: tuple[str, ...] = ()
    suffixes_of_y: Words = NONE  # those of them in whose place a "y" stood
    doubling: Words = NONE  # those before which a letter may have been doubled
    never_doubled: str = ""  # letters that are double of themselves
    no_suffix: tuple[str, ...] = ()  # how words end that only seem to have such an ending
    possessives: tuple[str, ...] = ()  # what stands behind a name that has something
    contracted: tuple[str, ...] = ()  # how words end that are a word and a "not"


class RootWords(WordFile, frozen=True, kw_only=True):
    """``roots.yml``: what grammar adds to a word, as ``text.word_rarity`` takes it off: the table of rarity was counted so."""

    # Endings of plurals with what stands in their place, the longest first.
    plurals: dict[str, str] = msgspec.field(default_factory=dict)
    no_plurals: tuple[str, ...] = ()  # words with such an end are none
    # Endings of verbs, with the least letters of a word that has one.
    verbs: dict[str, int] = msgspec.field(default_factory=dict)
    silent: tuple[str, ...] = ()  # ends that go too


class CountedWords(WordFile, frozen=True, kw_only=True):
    """``counted.yml``: what is counted, and how one count stands to another."""

    # A kind of persons or things, with the heads that name it.
    kinds: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    persons: Words = NONE  # those kinds that are persons
    overlapping: tuple[Words, ...] = ()  # kinds that one group may be put under at once
    singling: Words = NONE  # words that make one person or thing a count
    increments: Words = NONE  # words by which a number comes on top of another
    rest: Words = NONE  # words for all but some that were named before
    deadly: Words = NONE  # words before "more" by which the number is that of the hurt
    # Measures under which whoever is counted has become a kind.
    becoming: dict[str, str] = msgspec.field(default_factory=dict)
    # A measure under another name, with its one name.
    same_measures: dict[str, str] = msgspec.field(default_factory=dict)
    # Measures that hold others, with these.
    wider_measures: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    vague: Words = NONE  # words before a number that say nothing of which kind they are
    growing: Words = NONE  # measures of which a count can only grow
    moving: Words = NONE  # measures of which a count goes down as well as up
    revising: Words = NONE  # words by which a number has changed
    former: Words = NONE  # words by which a number was given before
    alone: Pattern = NEVER  # a part by its place ("in Velm alone")
    # Before and behind a number of some that were told before.
    some_of: Pattern = NEVER
    of_them: Pattern = NEVER
    next_of_them: Pattern = NEVER  # behind a number: one more is told of as the next, so that the number is no whole
    of_a_degree: Pattern = (
        NEVER  # behind a number of those who are hurt, how little ("for non-life-threatening wounds")
    )
    of_another_degree: Pattern = NEVER  # in its sentence, that others are hurt worse
    # In a sentence: that it counts a whole land; that it counts one building.
    wide: Pattern = NEVER
    spot: Pattern = NEVER
    pointing: Pattern = NEVER  # before a number, that it was told before ("the four")
    lost_by: Pattern = NEVER  # before a number, who lost so many
    toll_of: Pattern = NEVER  # whose toll the number is
    both: Pattern = NEVER  # words around a number by which the dead and the hurt are counted
    scattered: Words = NONE  # words by which a count takes in several places or events
