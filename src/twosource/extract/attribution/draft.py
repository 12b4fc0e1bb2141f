"""The shape of an attribution, which rules and model both give."""

from dataclasses import dataclass

from twosource.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Something said, thought or wanted, and on whose word it is reported.

    Attributes:
        cue: The words that say so; None where the form alone does (a transcript's colon is a cue).
        source: The words that name who says it; None where nobody is named.
        content: What is said, quotation marks included, in text order; several where it is interrupted.
        score: How sure the finding is, 0 to 1: for the learned model the chance that source, cue and content are
            all cut as a person would cut them.
        reason: How it was found, in plain words.
    """

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    score: float
    reason: str
