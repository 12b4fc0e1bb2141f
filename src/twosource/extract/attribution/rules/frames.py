"""The words that report, and what they take: ``language/en/frames.yml`` as sets."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource.language.resources import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Lemmas by the frame in which they report something.

    Attributes:
        say: Verbs of saying: with a clause, with a quotation, or in the midst of one.
        clause: Verbs that report with a clause ("believe that …").
        aim: Verbs that attribute an intention with a bare verb ("plan to …").
        object: Verbs whose object is what is said or judged ("criticise the plan").
        passive: Verbs that attribute in the passive, mostly to nobody ("is expected to").
        about: Verb and preposition ("call for").
        nouns: Nouns of saying ("claim that …").
        empty: Subjects that name nobody who could say anything.
        addressing: Verbs whose passive subject is the hearer.
        seeming: Verbs that report nobody's word where nobody is named.
        citing: Verbs whose bare object is where words come from.
    """

    say: frozenset[str]
    clause: frozenset[str]
    aim: frozenset[str]
    object: frozenset[str]
    passive: frozenset[str]
    about: frozenset[tuple[str, str]]
    nouns: frozenset[str]
    empty: frozenset[str]
    addressing: frozenset[str]
    seeming: frozenset[str]
    citing: frozenset[str]


@cache
def frames() -> Frames:
    """The table, read once."""
    table: dict[str, Any] = load("frames")

    def words(name: str) -> frozenset[str]:
        return frozenset(str(table[name]).split())

    about = frozenset((verb, word) for word, verbs in table["about"].items() for verb in str(verbs).split())
    return Frames(
        say=words("say"),
        clause=words("clause") | words("say"),
        aim=words("aim"),
        object=words("object"),
        passive=words("passive"),
        about=about,
        nouns=words("nouns"),
        empty=words("empty"),
        addressing=words("addressing"),
        seeming=words("seeming"),
        citing=words("citing"),
    )
