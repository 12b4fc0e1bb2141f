"""One outlet's text about an event, with everything around it that was kept and labelled."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.span import Placed

BlockKind = Literal["headline", "byline", "dateline", "subheading", "paragraph", "caption", "credit", "residue"]
DatedBy = Literal["stated", "content", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Placed):
    """A stretch of an article's text with a label. Blocks are in text order and do not overlap.

    ``repeats`` is the index, in the article's blocks, of the earlier block that this one says again.
    ``reason`` says in plain words why the block has its label.

    A dateline ("SYDNEY, Australia (AP) —") at the head of a paragraph is a block of its own, and so is a
    repeated caption that page furniture glued to the front of the next paragraph.

    ``quoted``: the page sets it apart as somebody else's words: a block quotation, an embedded post, a pull quote.
    """

    kind: BlockKind
    start: int
    end: int
    repeats: int | None = None
    quoted: bool = False
    reason: str

    @property
    def is_aside(self) -> bool:
        """Whether it is none of the article's own text: left over from its page, or said before."""
        return self.kind == "residue" or self.repeats is not None


CandidateOrigin = Literal[
    "given", "record", "address", "url", "json-ld", "open graph", "meta", "page", "page foot", "elsewhere on the page",
    "title element", "title", "feed", "text", "assumed", "an earlier version of the article",
]  # fmt: skip
"""Where a piece of metadata is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One reading of a piece of metadata: which field, what it says, and where that came from.

    ``field`` is ``headline``, ``byline``, ``published``, ``updated``, ``outlet``, ``credit``, ``url`` or
    ``language``; of a page that checks a claim ``claim reviewed``, ``claimed by``, ``reviewed by`` and ``rated as``,
    which are its own words and never chosen; ``origin`` is for example ``json-ld``, ``open graph``, ``meta``, ``text``, ``url``, ``given``.
    Exactly the chosen ones carry ``chosen=True``.
    """

    field: str
    value: str
    origin: CandidateOrigin
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Article:
    """One article. ``text`` is never altered after cleaning; every offset in a story points into it.

    Attributes:
        id: Content hash of outlet, headline and text.
        outlet: Who publishes it: a domain, or a name the user gave, or the file's name where it is unknown.
        outlet_known: False where ``outlet`` is only the file's name.
        publisher: Who owns the outlet; None where we do not know, which is not "a different owner".
        sha256: Of the raw input as it was read.
        byline: Names of authors.
        credits: Names on credit lines, of agencies and photographers, as they stand.
        via: Agencies whose copy this is by its own dateline or credit line (not agencies merely quoted).
        published, updated: ISO 8601, to the minute where known ("2022-03-03T09:59"), with the zone if stated.
        dated_by: ``stated`` by the page; ``content``: see ``date_range``; ``none``.
        date_range: Earliest and latest ISO day the content allows, where ``dated_by`` is ``content``.
        date_reason: Where the date came from, in plain words.
        language: ISO 639-1 code.
    """

    id: str
    outlet: str
    outlet_known: bool = True
    publisher: str | None = None
    url: str | None = None
    path: str | None = None
    sha256: str
    headline: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    dated_by: DatedBy = "none"
    date_range: tuple[str, str] | None = None
    date_reason: str = ""
    language: str = "en"
    text: str
    blocks: tuple[Block, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    def __repr__(self) -> str:
        """One line: outlet, headline, time and length."""
        time = self.first_dated or "undated"
        return f"<Article {self.outlet!r}: {self.headline or 'no headline'!r}, {time}, {len(self.text):,} characters>"

    @property
    def first_dated(self) -> str | None:
        """When it was published, else when it was changed; None where it states neither."""
        return self.published or self.updated

    @property
    def last_dated(self) -> str | None:
        """When it was changed, else when it was published; None where it states neither."""
        return self.updated or self.published

    def told_in(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Its blocks of some kinds, in text order, without those that say an earlier one again."""
        return tuple(block for block in self.blocks if block.kind in kinds and block.repeats is None)

    def block_at(self, offset: int) -> Block | None:
        """The block around a place; None where it stands in none."""
        return next((block for block in self.blocks if block.start <= offset < block.end), None)

    @property
    def called(self) -> str:
        """How messages call the article: its address, its path, or its outlet."""
        return self.url or self.path or self.outlet
