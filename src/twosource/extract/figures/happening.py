"""What happened to those a number counts, as the rules for it hand it on."""

from dataclasses import dataclass

from twosource.text.reasons import Reason


@dataclass(frozen=True, slots=True)
class Happening:
    """What is told of those a number counts."""

    measure: str
    row: int  # of the word that says it
    how: Reason  # how that word was found
    value_of: bool = False  # the number is the value of a count that is named: "the death toll reached 73"


def happened(measure: str | None, row: int, how: Reason, *, value_of: bool = False) -> Happening | None:
    """What a rule found; None where it knows no measure."""
    return Happening(measure, row, how, value_of) if measure else None
