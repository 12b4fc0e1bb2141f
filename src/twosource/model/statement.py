"""What an article says, and on whose word."""

from dataclasses import dataclass
from typing import Final, Literal

from twosource.model.span import Place, Placed, Span

SourceKind = Literal["person", "body", "document", "unnamed", "outlet"]
StatementKind = Literal["quotation", "paraphrase", "assertion"]
Attitude = Literal["thought", "plan", "wish", "act"]
MarkKind = Literal["unverified", "disputed", "denied", "confirmed", "hedged", "corrected"]
REFUSING: Final[frozenset[MarkKind]] = frozenset({"denied", "disputed"})
"""Marks by which somebody says that it is not so."""
GRAVE: Final[frozenset[MarkKind]] = REFUSING | {"unverified", "corrected"}
"""Marks without which a reader would take for sure what is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """On whose word something is said.

    Inside one article (``Findings``) a source gathers the mentions that article makes of it; in a story, those
    of all articles. ``names`` are all forms met, ``name`` the fullest. ``join_reason`` says why the mentions
    were taken for one source. ``speaks_for`` names the body whose words a spokesman, a head or its officials pass on.
    ``voice`` is, in a story, the id under which a source is counted: the same for a body and for all who speak for it;
    empty for a source that is its own voice.
    """

    id: str
    name: str
    kind: SourceKind
    role: str | None = None
    names: tuple[str, ...] = ()
    mentions: tuple[Place, ...] = ()
    join_reason: str = ""
    speaks_for: str | None = None
    voice: str = ""

    @property
    def counted_as(self) -> str:
        """The id under which it is counted: that of its voice, or its own."""
        return self.voice or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Placed):
    """That something is said to be unverified, disputed, denied, confirmed, hedged or corrected.

    ``by`` is the id of the source who says so; None means the outlet itself. The span holds the words that say
    it, in the article of the statement or figure that carries the mark; ``sentence`` is the one they stand in, which a
    reader needs to judge it, None where nobody read one.
    """

    kind: MarkKind
    by: str | None = None
    start: int
    end: int
    sentence: Span | None = None
    reason: str

    @property
    def shown(self) -> Span:
        """What a reader is shown of it: the sentence, or the marking words where no sentence is known."""
        return self.sentence or self.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Placed):
    """One article saying one thing.

    Attributes:
        id: Content hash of article, kind and place.
        article: The article's id.
        start, end: The whole: source, cue and content with what stands between them.
        content: What is said. Several spans where a quotation is interrupted or runs over paragraphs. The spans
            of a quotation lie inside the quotation marks.
        cue: The words that say so ("said", "according to"); None where there are none.
        source: Id of the source; None means unknown (quotation, paraphrase) or the outlet itself (assertion).
        source_span: The words that name the source.
        via: Id of who relays the source's words ("*the Post* quoted B as saying"); None where nobody does.
        via_span: The words that name who relays them.
        source_reason: Why this source, or why none: in plain words.
        scare: Words in quotation marks that nobody is reported to have said as a statement.
        attitude: What is told of the source where nobody is reported to have said anything: what they think, plan or wish, or
            ("act") that they spoke or took a stand, without the words; None where it is said.
        uncertain: What is not sure about the extent ("closing mark missing"); empty where nothing is.
    """

    id: str
    article: str
    kind: StatementKind
    start: int
    end: int
    content: tuple[Span, ...]
    cue: Span | None = None
    source: str | None = None
    source_span: Span | None = None
    via: str | None = None
    via_span: Span | None = None
    source_reason: str = ""
    scare: bool = False
    attitude: Attitude | None = None
    marks: tuple[Mark, ...] = ()
    uncertain: str = ""

    @property
    def places(self) -> tuple[Span, ...]:
        """Where what is said stands; the whole place where that is not known."""
        return self.content or (self.span,)

    @property
    def said(self) -> bool:
        """Whether it is said, by its source or by the outlet; no scare quote, no attitude."""
        return not self.scare and self.attitude is None
