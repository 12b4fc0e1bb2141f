"""The forms of the files of words by which rules tell who is meant."""

from functools import cached_property

import msgspec

from twosource.language.word_files import NEVER, Pattern, WordFile

Words = frozenset[str]
_NONE: Words = frozenset()


class State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state: its adjectives, and the capitals that stand for its government."""

    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class BodyWords(WordFile, frozen=True, kw_only=True):
    """``bodies.yml``: which names mean one body. All in lower case, without full stops and accents, but for the keys of ``known``.

    Attributes:
        states: By name.
        state_names: Other words for a state or a union of states, with its name.
        of_a_state: Words behind a state that say no more than the state ("government").
        known: Bodies by the name they are shown under, with what else they are called.
        variants: One spelling of a word, with the one it is compared by.
        small: Words without weight inside a name.
        weightless_beside: Words that say no more beside the key ("police department").
        legal_forms: Ends of a company's name.
        inside_long_names: Prepositions inside a body's name ("the Ministry *of* Ports").
        organ_of: Prepositions between an organ and its body.
        voices: Nouns of people whose words are their body's ("spokesman").
        heads: Nouns of whoever heads a body.
        people: Nouns of several of its people ("officials").
        no_longer: Words by which somebody holds an office no more ("former").
        behind_heads: What stands behind the noun of a head as a part of it ("chief *executive*").
        behind_heads: Words = _NONE
    ranks: Words between a body and who heads it, or below whom they stand ("deputy").
        before_papers: Words between a body and its text ("news" of "a police news release").
        determiners: Words before a name that are none of its own, of owners too ("her").
        papers: Nouns of the texts and channels in which a body speaks ("statement").
        channels: Where anybody publishes: a post there is not theirs.
        any_body: Nouns that a body can be called by that has none of its own in its name.
        businesses: Those of them that only a business is called by.
        companies: Companies whose bare name the parser seldom takes for one.
        no_names: Words before a noun of a body that name none.
        not_alone: Last words of names that are not short for them ("the union" is not the European one).
        papers_printed: Nouns of what is printed, by which an outlet can be called.
        before_places: Prepositions before a place where something was said.
        located: Prepositions between a body and the town that stands for its state ("the foreign ministry *in* Berlin").
        joined: Conjunctions that join two bodies.
        departments: Of the weightless words, those that initials may count in ("NPD").
        article: What may stand before an acronym.
    """

    states: dict[str, State] = msgspec.field(default_factory=dict)
    state_names: dict[str, str] = msgspec.field(default_factory=dict)
    of_a_state: Words = _NONE
    known: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    variants: dict[str, str] = msgspec.field(default_factory=dict)
    small: Words = _NONE
    weightless_beside: dict[str, Words] = msgspec.field(default_factory=dict)
    legal_forms: Words = _NONE
    inside_long_names: Words = _NONE
    organ_of: Words = _NONE
    voices: Words = _NONE
    heads: Words = _NONE
    people: Words = _NONE
    no_longer: Words = _NONE
    behind_heads: Words = _NONE
    ranks: Words = _NONE
    before_papers: Words = _NONE
    determiners: Words = _NONE
    papers: Words = _NONE
    channels: Words = _NONE
    any_body: Words = _NONE
    businesses: Words = _NONE
    companies: Words = _NONE
    no_names: Words = _NONE
    not_alone: Words = _NONE
    papers_printed: Words = _NONE
    before_places: Words = _NONE
    located: Words = _NONE
    joined: Words = _NONE
    departments: Words = _NONE
    article: Pattern = NEVER

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
