"""What somebody did, or what happened to somebody, as one clause tells it."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.factuality import FACT, Factuality, Modality, Polarity
from twosource.model.span import Placed, Span

Reporting = Literal["asserted", "reported", "denied", "not said"]
"""On whose word a clause stands: the outlet's; somebody's who says so; somebody's who says that it is not so; nobody's,
since it is told that they did not say it ("did not say that", "declined to say whether")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Placed):
    """Who or what takes part: the words that name them, the lemma of their head, and whether that is a name.

    ``label`` says of what the name is, as the parser saw it (PERSON, ORG, GPE, …); empty where it saw none. ``entity`` is
    the id of who is meant, the same for all words that mean them in the article, and the source's where they are one;
    None where it is not safe to say.
    """

    start: int
    end: int
    head: str
    named: bool = False
    label: str = ""
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Placed):
    """One clause of an article: a deed or a state, and who takes part in it.

    Attributes:
        article: The article's id.
        start, end: The word that says what happened.
        kind: What happened, under one name for all words for it (``language/en/deeds.yml``), or the verb's lemma.
        clause: The words of the clause, without the clauses that hang from it.
        doer: Who did it, as far as the clause says.
        done_to: To whom or to what it was done; for what simply becomes of somebody ("died"), they.
        beside: What stands behind prepositions beside it and beside who takes part, each with its preposition: ("in", "tolm").
        wordings: The words for it, the fullest first ("find dead", "find"): what opposition is looked up by.
        factuality: Whether it is told as something that happened, but for who reports it.
        reporting: On whose word it stands.
        main: The clause stands by itself or is what is reported, and only says no more than which or when.
    """

    article: str
    start: int
    end: int
    kind: str
    clause: Span
    doer: Participant | None = None
    done_to: Participant | None = None
    beside: tuple[tuple[str, str], ...] = ()
    wordings: tuple[str, ...] = ()
    factuality: Factuality = FACT
    reporting: Reporting = "asserted"
    main: bool = True

    @property
    def negated(self) -> bool:
        """It is told that it did not happen, by the clause itself or by whoever denies it."""
        return (self.factuality.polarity is Polarity.NEGATIVE) != (self.reporting == "denied")

    @property
    def actual(self) -> bool:
        """It is told as something that happened or did not, not as a wish, a duty, a possibility or unsaid."""
        return self.factuality.modality is Modality.ACTUAL and self.reporting != "not said"
