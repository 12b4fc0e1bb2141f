"""The forms of the files of words by which two wordings, and two counts, are laid side by side."""

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class WordingWords(WordFile, frozen=True, kw_only=True):
    """``wording.yml``: words that carry no matter of their own, and words that turn the sense of a sentence.

    Attributes:
        function: Words that carry no matter.
        negators, not_negators: Words that negate; phrases that hold one and do not.
        firsts: What is the first of its kind never was before.
        nevers: What says that it never was.
        every_year: Deeds that may be done again in another year.
        asking: What a clause asks for, where that it happened is taken for granted.
        conditions: Words under which something would happen.
        insteads: What turns a "not" towards what comes next.
        laters: What says that a thing came after another.
        rates: Behind a number, of which it is a rate.
        denying: How verbs of denying begin.
        hedges: Words by which it may be so.
        accusing: Words by which somebody is accused of it.
        ages: What stands beside an age.
        causes: Words right behind which a reason stands.
        spellings: What is spelt in two ways, each with the one that stands for both.
        transliterations: Those of them that names are spelt in too.
        endings: What may stand behind a name without making it another.
        partitives: Words between what is counted and what it is of.
        list_words: What stands between the last two of a list.
        remainders: Who is left when some were told of.
        name_ends: What stands behind a surname without being one.
        places_after: Words right behind which a place stands.
        numbers: Number words, with the number.
        irregular: Forms of a word that no ending tells, with the word.
        weekdays: Names of days.
        suffixes: Endings of a word that do not make it another, in the order in which they are tried.
        suffixes_of_y: Those of them in whose place a "y" stood.
        doubling: Those before which a letter may have been doubled.
        never_doubled: Letters that are double of themselves.
        no_suffix: How words end that only seem to have such an ending.
        possessives: What stands behind a name that has something.
        contracted: How words end that are a word and a "not".
    """

    function: Words = _NONE
    negators: Words = _NONE
    not_negators: Words = _NONE
    firsts: Words = _NONE
    nevers: Words = _NONE
    every_year: Words = _NONE
    asking: Words = _NONE
    conditions: Words = _NONE
    insteads: Words = _NONE
    laters: Words = _NONE
    rates: Words = _NONE
    denying: tuple[str, ...] = ()
    hedges: Words = _NONE
    accusing: Words = _NONE
    ages: Words = _NONE
    causes: Words = _NONE
    spellings: tuple[tuple[str, str], ...] = ()
    transliterations: tuple[tuple[str, str], ...] = ()
    endings: Words = _NONE
    partitives: Words = _NONE
    list_words: Words = _NONE
    remainders: Words = _NONE
    name_ends: Words = _NONE
    places_after: Words = _NONE
    numbers: dict[str, int] = msgspec.field(default_factory=dict)
    irregular: dict[str, str] = msgspec.field(default_factory=dict)
    weekdays: Words = _NONE
    suffixes: tuple[str, ...] = ()
    suffixes_of_y: Words = _NONE
    doubling: Words = _NONE
    never_doubled: str = ""
    no_suffix: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    contracted: tuple[str, ...] = ()


class RootWords(WordFile, frozen=True, kw_only=True):
    """``roots.yml``: what grammar adds to a word, as ``text.word_rarity`` takes it off: the table of rarity was counted so.

    Attributes:
        plurals: Endings of plurals with what stands in their place, the longest first.
        no_plurals: Words with such an end are none.
        verbs: Endings of verbs, with the least letters of a word that has one.
        silent: Ends that go too.
    """

    plurals: dict[str, str] = msgspec.field(default_factory=dict)
    no_plurals: tuple[str, ...] = ()
    verbs: dict[str, int] = msgspec.field(default_factory=dict)
    silent: tuple[str, ...] = ()


class CountedWords(WordFile, frozen=True, kw_only=True):
    """``counted.yml``: what is counted, and how one count stands to another.

    Attributes:
        kinds: A kind of persons or things, with the heads that name it.
        persons: Those kinds that are persons.
        overlapping: Kinds that one group may be put under at once.
        singling: Words that make one person or thing a count.
        increments: Words by which a number comes on top of another.
        rest: Words for all but some that were named before.
        deadly: Words before "more" by which the number is that of the hurt.
        becoming: Measures under which whoever is counted has become a kind.
        same_measures: A measure under another name, with its one name.
        wider_measures: Measures that hold others, with these.
        vague: Words before a number that say nothing of which kind they are.
        growing: Measures of which a count can only grow.
        revising: Words by which a number has changed.
        former: Words by which a number was given before.
        alone: A part by its place ("in Velm alone"). some_of, of_them: Before and behind a number of some that were told before.
        lost_by: Before a number, who lost so many. toll_of: Whose toll the number is.
        both: Words around a number by which the dead and the hurt are counted.
        scattered: Words by which a count takes in several places or events.
    """

    kinds: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    persons: Words = _NONE
    overlapping: tuple[Words, ...] = ()
    singling: Words = _NONE
    increments: Words = _NONE
    rest: Words = _NONE
    deadly: Words = _NONE
    becoming: dict[str, str] = msgspec.field(default_factory=dict)
    same_measures: dict[str, str] = msgspec.field(default_factory=dict)
    wider_measures: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    vague: Words = _NONE
    growing: Words = _NONE
    revising: Words = _NONE
    former: Words = _NONE
    alone: Pattern = NEVER
    some_of: Pattern = NEVER
    of_them: Pattern = NEVER
    lost_by: Pattern = NEVER
    toll_of: Pattern = NEVER
    both: Pattern = NEVER
    scattered: Words = _NONE
