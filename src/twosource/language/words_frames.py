"""The forms of the files of words that report: by which frame they do, and which only tell what somebody did."""

from functools import cached_property

import msgspec

from twosource.language.word_files import NONE, WordFile, Words


class FrameWords(WordFile, frozen=True, kw_only=True):
    """``frames.yml``: lemmas by the frame in which they report something."""

    say: Words = NONE  # verbs of saying: with a clause, with a quotation, or in the midst of one
    other_clause: Words = NONE  # other verbs that report with a clause ("believe that …")
    aim: Words = NONE  # verbs that attribute an intention with a bare verb ("plan to …")
    object: Words = NONE  # verbs whose object is what is said or judged ("criticise the plan")
    passive: Words = NONE  # verbs that attribute in the passive, mostly to nobody ("is expected to")
    # Prepositions, with the verbs that report before them ("call *for*").
    by_preposition: dict[str, Words] = msgspec.field(default_factory=dict)
    nouns: Words = NONE  # nouns of saying ("claim that …")
    empty: Words = NONE  # subjects that name nobody who could say anything
    addressing: Words = NONE  # verbs whose passive subject is the hearer
    asked: Words = NONE  # what a newsroom asks of people, which reports nothing that they said
    seeming: Words = NONE  # verbs that report nobody's word where nobody is named
    citing: Words = NONE  # verbs whose bare object is where words come from
    according: Words = NONE  # "*according to*", whose object is who says it
    according_behind: Words = NONE  # lemmas of the first word too

    @cached_property
    def clause(self) -> Words:
        """Verbs that report with a clause."""
        return self.say | self.other_clause

    @cached_property
    def saying(self) -> Words:
        """Words by which something is said, and not only thought, wanted or done."""
        return self.say | self.nouns | self.according

    @cached_property
    def about(self) -> frozenset[tuple[str, str]]:
        """Verbs that report, each with its preposition."""
        return frozenset((verb, word) for word, verbs in self.by_preposition.items() for verb in verbs)


class ActWords(WordFile, frozen=True, kw_only=True):
    """``acts.yml``: what somebody does, told from what somebody says. Lemmas."""

    with_clause: Words = NONE  # words that report only with a clause or words in marks behind them ("found that …")
    # Words that report with "as", a predicate, or "for" behind them ("called it a crime").
    with_predicate: Words = NONE
    stance: Words = NONE  # verbs of a stance or an order that stand beside the words of reporting
    stance_words: Words = NONE  # words of a stance behind "is", "has", "makes"
    light: Words = NONE  # verbs that say their object ("issued a warning")
    # Plans, wishes and thoughts, by which nothing is said.
    planning: Words = NONE
    wishing: Words = NONE
    thinking: Words = NONE
    # Verbs by what is done with them ("praise", "urge", "vow").
    appraising: Words = NONE
    requesting: Words = NONE
    committing: Words = NONE
    believing: Words = NONE
    finding: Words = NONE
    doing: Words = NONE
    talking: Words = NONE
    # The same of a judgement ("welcomed the ruling"), where none of these stands behind it ("*as* overdue").
    judging: Words = NONE
    judged_with: Words = NONE
    held: Words = NONE  # nouns of what somebody holds or has decided ("their decision to leave")
    topical: Words = NONE  # of a noun alone they tell that it was spoken of ("discussed the plan")
    knowing: Words = NONE
    having: Words = NONE  # the auxiliary of what has been done
    asking_openers: Words = NONE  # what opens a question that is told ("whether")
    # A recording that shows something says nothing.
    showing: Words = NONE
    pictures: Words = NONE
    perceiving: Words = NONE  # verbs by which one sees or hears a thing happen ("saw the boat pass")
    # Words that report nothing with one of these particles ("showed *off* his skill").
    with_particle: dict[str, Words] = msgspec.field(default_factory=dict)
    # Those that report nothing with one of these objects ("claimed 12 *lives*").
    with_object: dict[str, Words] = msgspec.field(default_factory=dict)
    # An office's notice to all ("Anyone with information is asked to call").
    asking: Words = NONE
    at_large: Words = NONE
    adding: Words = NONE  # words with which a thing may be put to others ("*added* a third goal")
    # Auxiliaries and subjects by which it is nobody's word yet ("*some might* say").
    supposing: Words = NONE
    anybody: Words = NONE
    none: Words = NONE  # before what is not found or not seen
    # "Visitors *can expect* a show".
    able: Words = NONE
    awaiting: Words = NONE
    instructing: Words = NONE  # "residents *told* to leave"
    naming: Words = NONE  # "was once *called* Norvale Rope"
    # "When they *arrived*, or on *arrival*, they *found* that it had sunk".
    discovering: Words = NONE
    coming: Words = NONE
    arrivals: Words = NONE
    measures: Words = NONE  # what something goes "according to", and nobody says
    letting: Words = NONE  # "*allows* sailors to say that they are safe"
    noticing: Words = NONE  # verbs of coming to know, of which nobody has said anything
    # "Calls it a crime, or *as* a crime", "*calls for* calm".
    as_: Words = NONE
    calling: Words = NONE
    beside_call: Words = NONE
    verb_endings: tuple[str, ...] = ()  # endings of a verb that a headline's capitals make a name of ("Indicts")
