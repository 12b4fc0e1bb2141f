"""The forms of the files of words by which rules tell who is meant."""

from functools import cached_property

import msgspec

from twosource.language.word_files import NEVER, NONE, Pattern, WordFile, Words


class State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state: its adjectives, and the capitals that stand for its government."""

    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class BodyWords(WordFile, frozen=True, kw_only=True):
    """``bodies.yml``: which names mean one body. All in lower case, without full stops and accents, but for the keys of ``known``."""

    states: dict[str, State] = msgspec.field(default_factory=dict)  # by name
    # Other words for a state or a union of states, with its name.
    state_names: dict[str, str] = msgspec.field(default_factory=dict)
    of_a_state: Words = NONE  # words behind a state that say no more than the state ("government")
    # Bodies by the name they are shown under, with what else they are called.
    known: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    # One spelling of a word, with the one it is compared by.
    variants: dict[str, str] = msgspec.field(default_factory=dict)
    small: Words = NONE  # words without weight inside a name
    # Words that say no more beside the key ("police department").
    weightless_beside: dict[str, Words] = msgspec.field(default_factory=dict)
    legal_forms: Words = NONE  # ends of a company's name
    inside_long_names: Words = NONE  # prepositions inside a body's name ("the Ministry *of* Ports")
    organ_of: Words = NONE  # prepositions between an organ and its body
    voices: Words = NONE  # nouns of people whose words are their body's ("spokesman")
    # Officers of a union or a party who speak for it, and their ranks ("its *regional secretary*").
    officers: Words = NONE
    officers_ranks: Words = NONE
    heads: Words = NONE  # nouns of whoever heads a body
    people: Words = NONE  # nouns of several of its people ("officials")
    over_fields: Words = NONE  # heads before whom a field stands ("labour *commissioner*")
    no_longer: Words = NONE  # words by which somebody holds an office no more ("former")
    behind_heads: Words = NONE  # what stands behind the noun of a head as a part of it ("chief *executive*")
    ranks: Words = NONE  # words between a body and who heads it, or below whom they stand ("deputy")
    fields: Words = NONE  # what an officer of a body is over ("marketing")
    before_papers: Words = NONE  # words between a body and its text ("news" of "a police news release")
    determiners: Words = NONE  # words before a name that are none of its own, of owners too ("her")
    papers: Words = NONE  # nouns of the texts and channels in which a body speaks ("statement")
    channels: Words = NONE  # where anybody publishes: a post there is not theirs
    any_body: Words = NONE  # nouns that a body can be called by that has none of its own in its name
    # Nouns by which bodies are called again whose names end in other nouns, and those nouns ("the force": police).
    stands_for: dict[str, Words] = msgspec.field(default_factory=dict)
    businesses: Words = NONE  # those of them that only a business is called by
    of_firms: Words = NONE  # nouns of what only a firm has ("Halvard's *shareholders*")
    companies: Words = NONE  # companies whose bare name the parser seldom takes for one
    no_names: Words = NONE  # words before a noun of a body that name none
    not_alone: Words = NONE  # last words of names that are not short for them ("the union" is not the European one)
    papers_printed: Words = NONE  # nouns of what is printed, by which an outlet can be called
    before_places: Words = NONE  # prepositions before a place where something was said
    outside: Words = NONE  # words before the place where somebody speaks ("*Outside* court")
    # Prepositions between a body and the town that stands for its state ("the foreign ministry *in* Berlin").
    located: Words = NONE
    joined: Words = NONE  # conjunctions that join two bodies
    house_ends: Words = NONE  # last words of a firm's name behind "and"
    departments: Words = NONE  # of the weightless words, those that initials may count in ("NPD")
    article: Pattern = NEVER  # what may stand before an acronym

    @cached_property
    def inside_names(self) -> dict[str, str]:
        """Adjectives and other words of states, as they stand inside names, with the state."""
        adjectives = {word: state for state, forms in self.states.items() for word in forms.adjectives}
        return {**adjectives, **self.state_names}

    @cached_property
    def capitals(self) -> dict[str, str]:
        """Capitals, with the state whose government they stand for."""
        return {word: state for state, forms in self.states.items() for word in forms.capitals}

    @cached_property
    def whole_names(self) -> dict[str, str]:
        """Names that mean a body only where nothing else stands beside them: known bodies, states, capitals."""
        known = {word: body for body, names in self.known.items() for word in (*names, body.lower())}
        return {**{state: state for state in self.states}, **self.capitals, **known}
