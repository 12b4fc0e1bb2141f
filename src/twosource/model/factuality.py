"""Whether what a clause or phrase tells is told as something that happened."""

from dataclasses import dataclass
from enum import StrEnum


class Polarity(StrEnum):
    """Whether the words say that it is so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    PARTIAL = "partial"
    """Of some and not of others: "not all of the crew survived", "few were hurt"."""


class Modality(StrEnum):
    """As what it is told. All but ``ACTUAL`` say that the words do not claim it to have taken place."""

    ACTUAL = "actual"
    POSSIBLE = "possible"
    FUTURE = "future"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    WISHED = "wished"
    ASKED = "asked"
    QUESTIONED = "questioned"
    HYPOTHETICAL = "hypothetical"
    NEARLY = "nearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """How a clause or phrase is told, by its own words and those that it hangs from, but for who reports it.

    Attributes:
        polarity: Whether it is said to be so, all negations on the way counted ("did not fail to" is positive).
        modality: As what it is told; of several on the way the one nearest to the clause.
        rules: The rules that decided, in the order of the clauses from inside out; empty where no word spoke
            against a plain fact. A code is the name of a function of ``language/factuality.py``.
        cues: Where the words stand that decided, each half-open in code points, one for each rule.

    Source: the two axes are those of FactBank (Saurí and Pustejovsky 2009, "FactBank: a corpus annotated with event
    factuality"), its degrees of certainty taken together and its future and irrealis told apart.
    """

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    rules: tuple[str, ...] = ()
    cues: tuple[tuple[int, int], ...] = ()

    @property
    def happened(self) -> bool:
        """It is told as something that is so or took place."""
        return self.polarity is not Polarity.NEGATIVE and self.modality is Modality.ACTUAL


FACT = Factuality()
"""Told as a plain fact."""
