"""The words of attribution: ``attribution.yml``."""

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words


class LearnedWords(WordFile, frozen=True, kw_only=True):
    """``learned.yml``: words that the network of attribution tells apart, in the order of its inputs."""

    border: tuple[str, ...] = ()  # what may stand right beside the end of a source or of content
    loose_border: tuple[str, ...] = ()  # of these, those behind which it goes on loosely
    pronouns: tuple[str, ...] = ()  # pronouns that say something


class AttributionWords(WordFile, frozen=True, kw_only=True):
    """How words are relayed, set apart and not said. Lemmas, but where said."""

    # "A *quoted* B *as* saying".
    quoting: Words = NONE
    quoting_as: Words = NONE
    telling: Words = NONE  # verbs of saying by which nothing is said where they are negated or refused
    one: Words = NONE  # the article of one thing: "a crime *prosecutors* say he did"
    told_where: Words = NONE  # prepositions of where or when somebody was told ("told reporters *at* the scene that")
    reflexive: Words = NONE  # pronouns that stress the noun before them ("the pilot *himself*")
    refusing: Words = NONE  # verbs of refusing to tell
    # Verbs before a colon at a paragraph's end behind which the words stand in paragraphs of their own.
    setting_apart: Words = NONE
    whole_text: tuple[str, ...] = ()  # words there that say that a whole text follows, as they stand, in lower case
    led_from: Words = NONE  # prepositions before the source of words behind a colon
    no_lead: Words = NONE  # nouns behind them that are no source
    oneself: Words = NONE  # pronouns by which one speaks of oneself, and words for nobody
    # What stands before the lines of an interview.
    answer_letters: Words = NONE
    question_letters: Words = NONE
    # "*Spoke to* Holm", "an *interview with* Holm".
    interviewing: Words = NONE
    talking_with: Words = NONE
    that: Words = NONE  # words that begin what is said ("that")
    # "*Pleaded* not *guilty*".
    pleading: Words = NONE
    pleas: Words = NONE
    joining: Words = NONE  # words that join a clause in which somebody else speaks ("*while* the mayor said")
    silent: Pattern = NEVER  # what who says nothing is told to have declined;
    silent_rest: Pattern = NEVER  # what may stand behind it
    refused: Pattern = NEVER  # by which it was declined
    untold: Pattern = NEVER  # what was left untold;
    would_not: Pattern = NEVER  # by which it was
    released: Pattern = NEVER  # behind such words and a colon a text is printed without marks
    speaking_of_us: Pattern = NEVER  # words by which it goes on
