"""The forms of the files of words that report: by which frame they do, and which only tell what somebody did."""

from functools import cached_property

import msgspec

from twosource.language.word_files import WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class FrameWords(WordFile, frozen=True, kw_only=True):
    """``frames.yml``: lemmas by the frame in which they report something.

    Attributes:
        say: Verbs of saying: with a clause, with a quotation, or in the midst of one.
        other_clause: Other verbs that report with a clause ("believe that …").
        aim: Verbs that attribute an intention with a bare verb ("plan to …").
        object: Verbs whose object is what is said or judged ("criticise the plan").
        passive: Verbs that attribute in the passive, mostly to nobody ("is expected to").
        by_preposition: Prepositions, with the verbs that report before them ("call *for*").
        nouns: Nouns of saying ("claim that …").
        empty: Subjects that name nobody who could say anything.
        addressing: Verbs whose passive subject is the hearer.
        asked: What a newsroom asks of people, which reports nothing that they said.
        seeming: Verbs that report nobody's word where nobody is named.
        citing: Verbs whose bare object is where words come from.
        according, according_behind: "*according to*", whose object is who says it; lemmas of the first word too.
    """

    say: Words = _NONE
    other_clause: Words = _NONE
    aim: Words = _NONE
    object: Words = _NONE
    passive: Words = _NONE
    by_preposition: dict[str, Words] = msgspec.field(default_factory=dict)
    nouns: Words = _NONE
    empty: Words = _NONE
    addressing: Words = _NONE
    asked: Words = _NONE
    seeming: Words = _NONE
    citing: Words = _NONE
    according: Words = _NONE
    according_behind: Words = _NONE

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
    """``acts.yml``: what somebody does, told from what somebody says. Lemmas.

    Attributes:
        with_clause: Words that report only with a clause or words in marks behind them ("found that …").
        with_predicate: Words that report with "as", a predicate, or "for" behind them ("called it a crime").
        stance: Verbs of a stance or an order that stand beside the words of reporting.
        stance_words: Words of a stance behind "is", "has", "makes".
        of_people: What the police do with a person for an object ("questioned the driver").
        light: Verbs that say their object ("issued a warning").
        wishing: Wishes, plans and likings, by which nothing is said.
        appraising, requesting, committing, believing, finding, doing, talking, knowing: Verbs by what is done with
            them ("praise", "urge", "vow").
        having: The auxiliary of what has been done.
        asking_openers: What opens a question that is told ("whether").
        showing, pictures: A recording that shows something says nothing.
        perceiving: Verbs by which one sees or hears a thing happen ("saw the boat pass").
        with_particle: Words that report nothing with one of these particles ("showed *off* his skill").
        asking, at_large: An office's notice to all ("Anyone with information is asked to call").
        adding: Words with which a thing may be put to others ("*added* a third goal").
        supposing, anybody: Auxiliaries and subjects by which it is nobody's word yet ("*some might* say").
        either: Words that together mean whoever it may be ("he or she").
        courtesies, page_itself: What a page says to its reader, and how it speaks of itself ("*We look* forward").
        none: Before what is not found or not seen.
        as_, calling, beside_call: "Calls it a crime, or *as* a crime", "*calls for* calm".
        verb_endings: Endings of a verb that a headline's capitals make a name of ("Indicts").
    """

    with_clause: Words = _NONE
    with_predicate: Words = _NONE
    stance: Words = _NONE
    stance_words: Words = _NONE
    of_people: Words = _NONE
    light: Words = _NONE
    wishing: Words = _NONE
    asking_openers: Words = _NONE
    appraising: Words = _NONE
    requesting: Words = _NONE
    committing: Words = _NONE
    believing: Words = _NONE
    finding: Words = _NONE
    doing: Words = _NONE
    talking: Words = _NONE
    knowing: Words = _NONE
    having: Words = _NONE
    showing: Words = _NONE
    pictures: Words = _NONE
    asking: Words = _NONE
    at_large: Words = _NONE
    perceiving: Words = _NONE
    with_particle: dict[str, Words] = msgspec.field(default_factory=dict)
    adding: Words = _NONE
    supposing: Words = _NONE
    anybody: Words = _NONE
    either: Words = _NONE
    courtesies: Words = _NONE
    page_itself: Words = _NONE
    none: Words = _NONE
    as_: Words = _NONE
    calling: Words = _NONE
    beside_call: Words = _NONE
    verb_endings: tuple[str, ...] = ()
