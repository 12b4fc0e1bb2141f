"""The words of attribution: ``attribution.yml``."""

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class LearnedWords(WordFile, frozen=True, kw_only=True):
    """``learned.yml``: words that the network of attribution tells apart, in the order of its inputs.

    Attributes:
        border: What may stand right beside the end of a source or of content.
        loose_border: Of these, those behind which it goes on loosely.
        pronouns: Pronouns that say something.
    """

    border: tuple[str, ...] = ()
    loose_border: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()


class AttributionWords(WordFile, frozen=True, kw_only=True):
    """How words are relayed, set apart and not said. Lemmas, but where said.

    Attributes:
        quoting, quoting_as: "A *quoted* B *as* saying".
        telling: Verbs of saying by which nothing is said where they are negated or refused.
        reflexive: Pronouns that stress the noun before them ("the pilot *himself*").
        refusing: Verbs of refusing to tell.
        setting_apart: Verbs before a colon at a paragraph's end behind which the words stand in paragraphs of their own.
        whole_text: Words there that say that a whole text follows, as they stand, in lower case.
        led_from: Prepositions before the source of words behind a colon.
        no_lead: Nouns behind them that are no source.
        oneself: Pronouns by which one speaks of oneself, and words for nobody.
        answer_letters, question_letters: What stands before the lines of an interview.
        interviewing, talking_with: "*Spoke to* Holm", "an *interview with* Holm".
        that: Words that begin what is said ("that").
        pleading, pleas: "*Pleaded* not *guilty*".
        that: Words = _NONE
    pleading: Words = _NONE
    pleas: Words = _NONE
    joining: Words that join a clause in which somebody else speaks ("*while* the mayor said").
        silent: What who says nothing is told to have declined; silent_rest: what may stand behind it.
        refused: By which it was declined. untold: What was left untold; would_not: by which it was.
        released: Behind such words and a colon a text is printed without marks. speaking_of_us: Words by which it goes on.
        clause_openers: Words that the parser takes for prepositions where they open a clause ("as the ministry said").
    """

    quoting: Words = _NONE
    quoting_as: Words = _NONE
    telling: Words = _NONE
    reflexive: Words = _NONE
    refusing: Words = _NONE
    setting_apart: Words = _NONE
    whole_text: tuple[str, ...] = ()
    led_from: Words = _NONE
    no_lead: Words = _NONE
    oneself: Words = _NONE
    answer_letters: Words = _NONE
    question_letters: Words = _NONE
    interviewing: Words = _NONE
    talking_with: Words = _NONE
    that: Words = _NONE
    pleading: Words = _NONE
    pleas: Words = _NONE
    joining: Words = _NONE
    silent: Pattern = NEVER
    silent_rest: Pattern = NEVER
    refused: Pattern = NEVER
    untold: Pattern = NEVER
    would_not: Pattern = NEVER
    released: Pattern = NEVER
    speaking_of_us: Pattern = NEVER
    clause_openers: Words = _NONE
