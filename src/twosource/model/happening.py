"""What somebody did, or what happened to somebody, as one clause tells it."""

from dataclasses import dataclass

from twosource.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who or what takes part: the words that name them, the lemma of their head, and whether that is a name.

    ``label`` says of what the name is, as the parser saw it (PERSON, ORG, GPE, …); empty where it saw none.
    """

    start: int
    end: int
    head: str
    named: bool = False
    label: str = ""

    @property
    def span(self) -> Span:
        """The words that name them."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One clause of an article: a deed or a state, and who takes part in it.

    Attributes:
        article: The article's id.
        start, end: The word that says what happened.
        kind: What happened, under one name for all words for it (``resources/en/deeds.yml``), or the verb's lemma.
        clause: The words of the clause, without the clauses that hang from it.
        doer: Who did it, as far as the clause says.
        done_to: To whom or to what it was done; for what simply becomes of somebody ("died"), they.
        negated: The clause says that it did not happen.
        actual: It is told as something that happened, not as a wish, a duty or a possibility.
        main: The clause stands by itself or is what is reported, and only says no more than which or when.
    """

    article: str
    start: int
    end: int
    kind: str
    clause: Span
    doer: Participant | None = None
    done_to: Participant | None = None
    negated: bool = False
    actual: bool = True
    main: bool = True

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(start=self.start, end=self.end)
