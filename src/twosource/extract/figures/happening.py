"""What happened to those a number counts, as the rules for it hand it on."""

from dataclasses import dataclass

from twosource.text.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A measure, the row of the word that says it, and how that word was found.

    ``value_of``: the number is the value of a count that is named: "the death toll reached 73".
    """

    measure: str
    row: int
    how: Reason
    value_of: bool = False
