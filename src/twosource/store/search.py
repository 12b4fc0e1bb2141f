"""Finds what a query asks for, each time with the exact words and their place."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Final, Literal

from twosource.language.lexicon import lexicon_of
from twosource.model import Place, Span
from twosource.store.articles import plain
from twosource.store.query import FigureWanted, Phrase, Query, figure_wanted, found_in, fts_query, phrases
from twosource.store.rows import folded

HitKind = Literal["words", "statement", "figure", "mark"]
_AROUND: Final = 160
"""Code points to each side of what was found that are shown with it, within its paragraph."""
_ARTICLE: Final = "a.id, a.outlet, a.headline, coalesce(a.published, a.updated, a.first_day) AS time, m.story"
_FROM: Final = "JOIN articles a ON a.id = x.article LEFT JOIN members m ON m.article = a.id"
_ORDER: Final = "ORDER BY coalesce(a.last_day, '') DESC, a.seq DESC, x.start_char, x.end_char"
_OVER: Final = (
    "coalesce(t.words, CASE WHEN instr(f.words, f.counted) THEN f.words ELSE f.words || ' ' || f.counted END)"
)
_SOURCE: Final = "LEFT JOIN sources s ON s.article = x.article AND s.id = "


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place that fits a query.

    Attributes:
        kind: What was found: words of an article, a statement, a figure, or words that mark something.
        place: Where; its words are ``words``, exactly.
        around: The paragraph about it, or a part of that; its words are ``passage``.
        story: The story that the article is in.
        source: On whose word, or who marks it so; None where that is the outlet itself or unknown.
        over: For words that mark something: the statements, or figures with what they count, that they mark.
        cut: Whether the paragraph begins before the passage, and whether it goes on behind it.
        time: When the article was published, or the first day its content allows.
    """

    kind: HitKind
    place: Place
    words: str
    around: Span
    passage: str
    outlet: str
    headline: str | None
    time: str | None
    story: str | None
    source: str | None = None
    over: tuple[str, ...] = ()
    cut: tuple[bool, bool] = (False, False)

    @property
    def article(self) -> str:
        """The article's id."""
        return self.place.article


def search(db: sqlite3.Connection, query: Query) -> tuple[Hit, ...]:
    """What fits, the newest first (for words alone: the best first); in articles' newest versions only.

    Returns:
        ``query.limit`` hits at most; none for a query that asks for nothing.
    """
    words = phrases(plain(query.words))
    if query.words.strip() and not words:
        return ()
    if not (
        words or query.source or query.figure or query.mark or query.outlet or query.since or query.until or query.story
    ):
        return ()
    hits = _Search(db, query, words).hits()
    return tuple(islice(hits, max(query.limit, 0)))


class _Search:
    def __init__(self, db: sqlite3.Connection, query: Query, words: tuple[Phrase, ...]) -> None:
        self._db, self._query, self._words = db, query, words
        self._values: dict[str, object] = {}
        self._texts: dict[str, str] = {}

    def hits(self) -> Iterator[Hit]:
        query = self._query
        if query.figure:
            return self._marked_out("figure", *self._figures(figure_wanted(query.figure)))
        if query.mark:
            return self._marked_out("mark", *self._marks())
        if query.source:
            return self._marked_out("statement", *self._statements())
        return self._in_words()

    def _let(self, **values: object) -> None:
        """Set parameters of the SQL."""
        self._values |= {name: plain(value) if isinstance(value, str) else value for name, value in values.items()}

    def _articles(self, *, joined: bool = False) -> str:
        """Conditions on the article; ``joined`` where the index of words is one of the tables."""
        query, parts = self._query, ["a.replaced_by IS NULL"]
        self._let(since=query.since, until=query.until, story=query.story, outlet=(query.outlet or "").casefold())
        if self._words:
            self._let(match=fts_query(self._words))
        if self._words and not joined:
            parts.append("a.seq IN (SELECT rowid FROM article_words WHERE article_words MATCH :match)")
        if query.outlet:
            parts.append("(instr(lower(a.outlet), :outlet) OR instr(lower(coalesce(a.publisher, '')), :outlet))")
        if query.since:
            parts.append("a.last_day >= :since")
        if query.until:
            parts.append("a.first_day <= :until")
        if query.story:
            parts.append("m.story = :story")
        return " AND ".join(parts)

    def _source(self, condition: str = "instr(s.folded, :source)") -> str:
        if not self._query.source:
            return ""
        self._let(source=folded(plain(self._query.source)))
        return f" AND ({condition})"

    def _figures(self, wanted: FigureWanted) -> tuple[str, str]:
        self._let(low=wanted.low, high=wanted.high, above=int(wanted.above), below=int(wanted.below))
        condition = (
            " AND (x.high > :low OR (x.high = :low AND (:above = 0 OR x.bound = 'more than')))"
            " AND (x.low < :high OR (x.low = :high AND (:below = 0 OR x.bound = 'fewer than')))"
        )
        if wanted.what:
            self._let(what=wanted.what.casefold(), measure=measure_called(wanted.what))
            condition += " AND (x.measure = :measure OR instr(lower(x.counted), :what) OR lower(x.unit) = :what)"
        if self._query.mark:
            self._let(mark=self._query.mark)
            condition += " AND EXISTS (SELECT 1 FROM marks k WHERE k.article = x.article AND k.kind = :mark AND (k.figure = x.id OR k.statement = x.statement))"
        join = f"LEFT JOIN statements t ON t.article = x.article AND t.id = x.statement {_SOURCE} coalesce(x.source, t.source)"
        return f"figures x {_FROM} {join}", condition + self._source()

    def _marks(self) -> tuple[str, str]:
        self._let(mark=self._query.mark)
        join = (
            f"{_SOURCE} x.source LEFT JOIN statements t ON t.article = x.article AND t.id = x.statement"
            " LEFT JOIN figures f ON f.article = x.article AND f.id = x.figure"
            " LEFT JOIN sources o ON o.article = x.article AND o.id = t.source"
        )
        either = self._source("instr(s.folded, :source) OR instr(o.folded, :source)")
        return f"marks x {_FROM} {join}", f" AND x.kind = :mark{either}"

    def _statements(self) -> tuple[str, str]:
        join = f"LEFT JOIN statements t ON t.article = x.article AND t.id = x.id {_SOURCE} x.source"
        return f"statements x {_FROM} {join}", " AND x.scare = 0" + self._source()

    def _marked_out(self, kind: HitKind, tables: str, conditions: str) -> Iterator[Hit]:
        where = self._articles()
        over = _OVER if kind == "mark" else "NULL"
        sql = (
            f"SELECT {_ARTICLE}, x.start_char, x.end_char, t.start_char AS whole_start, t.end_char AS whole_end,"  # noqa: S608 - every value is a parameter
            f" s.name AS source, {over} AS over FROM {tables} WHERE {where}{conditions} {_ORDER}, t.start_char IS NULL"
        )
        rows = self._db.execute(sql, self._values)
        for _, group in groupby(rows, key=lambda row: (row["id"], row["start_char"], row["end_char"])):
            same = list(group)
            row, text = same[0], self._text(same[0]["id"])
            span = Span(start=row["start_char"], end=row["end_char"])
            paragraph = self._paragraph(row["id"], span)
            if all(found_in(phrase, paragraph.of(text)) for phrase in self._words):
                whole = Span(start=row["whole_start"], end=row["whole_end"]) if row["whole_start"] is not None else None
                around = whole if whole and whole.holds(span) else _near(span, paragraph, text)
                yield self._hit(
                    kind, row, span, around, tuple(dict.fromkeys(one["over"] for one in same if one["over"]))
                )

    def _in_words(self) -> Iterator[Hit]:
        where = self._articles(joined=True)
        tables = "article_words JOIN articles a ON a.seq = article_words.rowid" if self._words else "articles a"
        match, rank = ("article_words MATCH :match AND ", "article_words.rank, ") if self._words else ("", "")
        sql = (
            f"SELECT {_ARTICLE}, NULL AS source FROM {tables} LEFT JOIN members m ON m.article = a.id"  # noqa: S608 - every value is a parameter
            f" WHERE {match}{where} ORDER BY {rank}coalesce(a.last_day, '') DESC, a.seq DESC"
        )
        for row in self._db.execute(sql, self._values):
            span, paragraph = self._best(row["id"])
            yield self._hit("words", row, span, _near(span, paragraph, self._text(row["id"])))

    def _best(self, article: str) -> tuple[Span, Span]:
        """Where the words stand: in the first of the paragraphs that hold most of them."""
        text = self._text(article)
        blocks = self._blocks(article) or [Span(start=0, end=len(text))]
        found = [(sum(found_in(one, block.of(text)) is not None for one in self._words), block) for block in blocks]
        most, block = max(found, key=lambda pair: pair[0])
        places = [place for one in self._words if (place := found_in(one, block.of(text)))] if most else []
        if not places:
            return Span(start=block.start, end=min(block.end, block.start + _AROUND)), block
        first = min(places)
        return Span(start=block.start + first.start, end=block.start + first.end), block

    def _hit(self, kind: HitKind, row: sqlite3.Row, span: Span, around: Span, over: tuple[str, ...] = ()) -> Hit:
        text, block = self._text(row["id"]), self._paragraph(row["id"], span)
        return Hit(
            kind=kind,
            place=Place(article=row["id"], start=span.start, end=span.end),
            words=span.of(text),
            around=around,
            passage=around.of(text),
            outlet=row["outlet"],
            headline=row["headline"],
            time=row["time"],
            story=row["story"],
            source=row["source"],
            over=over,
            cut=(bool(text[block.start : around.start].strip()), bool(text[around.end : block.end].strip())),
        )

    def _text(self, article: str) -> str:
        if article not in self._texts:
            row = self._db.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
            self._texts = {article: str(row["text"])}
        return self._texts[article]

    def _blocks(self, article: str) -> list[Span]:
        query = "SELECT start_char, end_char FROM blocks WHERE article = ? ORDER BY n"
        return [Span(start=row["start_char"], end=row["end_char"]) for row in self._db.execute(query, (article,))]

    def _paragraph(self, article: str, span: Span) -> Span:
        return next((one for one in self._blocks(article) if one.start <= span.start < one.end), span)


def measure_called(what: str) -> str | None:
    """The measure that a word names: its own name, or a word by which it is told ("dead", "deaths")."""
    wanted = what.casefold()
    forms = {wanted, wanted.removesuffix("s"), wanted.removesuffix("es")}
    measures = lexicon_of("en").measures.measures
    if wanted in measures:
        return wanted
    rooms = ("states", "nouns", "tolls", "object", "subject")
    return next((name for name, table in measures.items() if any(forms & set(getattr(table, r)) for r in rooms)), None)


def _near(span: Span, paragraph: Span, text: str) -> Span:
    """A part of the paragraph about a place, cut between words."""
    start, end = max(paragraph.start, span.start - _AROUND), min(paragraph.end, span.end + _AROUND)
    while paragraph.start < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < paragraph.end and not text[end].isspace():
        end -= 1
    return Span(start=min(start, span.start), end=max(end, span.end))
