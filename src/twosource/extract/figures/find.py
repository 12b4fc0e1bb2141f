"""Figures: numbers with what they count, what happened to them, where and when, and on whose word."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.figures.background import told_beside, value_before, why_background
from twosource.extract.figures.features import LEAD_PARAGRAPHS
from twosource.extract.figures.implied import implied_readings
from twosource.extract.figures.main_figures import Choice, alternatives_of, choose
from twosource.extract.figures.parts import with_parts
from twosource.extract.figures.reading import Reading
from twosource.extract.figures.readings import explicit_readings
from twosource.extract.figures.scope import day_of, place_of
from twosource.language import Parsed, Tree, labels, lexicon_of
from twosource.language.words_figures import FigureWords
from twosource.model import Article, Figure, Moment, Statement, content_id
from twosource.text.reasons import Reason, joined


def find_figures(
    article: Article,
    parsed: Parsed,
    statements: tuple[Statement, ...] = (),
    moments: tuple[Moment, ...] = (),
) -> tuple[Figure, ...]:
    """All figures of an article, by place; empty where none was found or nothing was parsed.

    A figure takes the source of the innermost statement it stands in, and the nearest moment of its sentence. Each number is
    read once, with a fixed reach to either side; runs of more than 15 digits are codes, so no value overflows.
    """
    return _figures(article, parsed, readings_of(article, parsed), statements, moments)


def readings_of(article: Article, parsed: Parsed) -> list[Reading]:
    """All numbers of an article that are figures, by place; empty where nothing was parsed."""
    paragraphs = [block.end for block in article.blocks if block.kind == "paragraph"][:LEAD_PARAGRAPHS]
    lead = article.text[: paragraphs[-1]] if paragraphs else ""
    readings = [(tree, reading) for index, tree in parsed.blocks for reading in _block_readings(article, index, tree)]
    return with_parts([_with_background(article, tree, reading, lead) for tree, reading in readings])


def _with_background(article: Article, tree: Tree, reading: Reading, lead: str) -> Reading:
    if not (reading.measure or reading.parts):
        return reading
    first, last = tree.sentences[reading.sentence]
    said = tree.span(first, _clause_end(tree, reading, last) - 1)
    stamp = article.first_dated or (article.date_range or ("", ""))[1]
    year = int(stamp[:4]) if stamp[:4].isdigit() else None
    why = why_background(said.of(article.text), reading.span.start - said.start, year, tree.lexicon)
    why = why or value_before(tree, reading.row, reading.counted.first)
    if not why and said.start >= len(lead):
        why = told_beside(tree, reading.row, lead)
    return replace(reading, background=why)


def _clause_end(tree: Tree, reading: Reading, last: int) -> int:
    """Where a clause of its own begins behind an object ("charged a man who was filmed last year"), else the end."""
    if reading.row >= reading.counted.first:
        return last
    behind = range(reading.counted.last + 1, last)
    return next((row for row in behind if tree.tags[row] in labels.QUESTION_WORDS), last)


def _block_readings(article: Article, index: int, tree: Tree) -> list[Reading]:
    explicit = explicit_readings(article.text, index, tree)
    implied = implied_readings(article.text, index, tree, article.blocks[index].kind, explicit)
    grouped = {member: group for group in implied for member in group.members}
    kept = [
        replace(reading, measure=grouped[at].measure, how=grouped[at].how, parts=True) if at in grouped else reading
        for at, reading in enumerate(explicit)
    ]
    return sorted(kept + implied, key=lambda reading: (reading.span.start, -reading.span.end))


def _figures(
    article: Article,
    parsed: Parsed,
    readings: Sequence[Reading],
    statements: tuple[Statement, ...],
    moments: tuple[Moment, ...],
) -> tuple[Figure, ...]:
    choice = choose(article.text, readings, article.blocks, lexicon_of(article.language))
    ids = [content_id("f", article.id, r.span.start, r.span.end, r.measure) for r in readings]
    others = alternatives_of(article.text, readings, choice, ids, article.language)
    starts = [moment.start for moment in moments]
    inside = _innermost(readings, statements)
    words = lexicon_of(article.language).figures
    shown = _shown(readings, choice, words)
    figures = []
    for index, reading in enumerate(readings):
        tree = parsed.trees[reading.block]
        if tree is None or index not in shown:
            continue
        statement = inside[index]
        figures.append(
            Figure(
                id=ids[index], article=article.id, statement=statement.id if statement else None,
                start=reading.span.start, end=reading.span.end, low=float(reading.low), high=float(reading.high),
                bound=reading.bound, unit=reading.unit, kind=reading.kind, counted=reading.words, measure=_measure(readings, reading),
                where=place_of(article.text, tree, reading, words),
                as_of=day_of(article.text, tree, reading, moments, starts, words),
                cumulative=reading.cumulative, main=index in choice.mains, background=bool(reading.background),
                alternatives=others.get(index, ()),
                part_of=ids[reading.part] if reading.part is not None else None,
                source=statement.source if statement else None, reason=joined(_reasons(reading), article.language),
            )
        )  # fmt: skip
    return tuple(figures)


def _shown(readings: Sequence[Reading], choice: Choice, words: FigureWords) -> set[int]:
    """Which readings are figures: all numbers, and persons counted without one only where their measure rests on them."""
    needed = {index for other in choice.others for index in (other.token.reading, other.token.beside)} | choice.mains
    needed |= {reading.part for reading in readings if not reading.implied}
    return {
        index
        for index, reading in enumerate(readings)
        if not reading.implied or (index in needed and reading.measure in words.tolled)
    }


def _measure(readings: Sequence[Reading], reading: Reading) -> str | None:
    """What happened to them; to a part of a figure, if nothing else is said, what happened to the whole."""
    return reading.measure or (readings[reading.part].measure if reading.part is not None else None)


def _innermost(readings: Sequence[Reading], statements: tuple[Statement, ...]) -> list[Statement | None]:
    """For each reading, the shortest statement whose content holds it."""
    pieces = sorted(
        ((span.start, span.end, statement) for statement in statements if statement.said for span in statement.content),
        key=lambda piece: (piece[0], piece[1], piece[2].id),
    )
    starts = [start for start, _, _ in pieces]
    found: list[Statement | None] = []
    for reading in readings:
        upto = bisect_right(starts, reading.span.start)
        holding = [piece for piece in pieces[max(upto - 40, 0) : upto] if piece[1] >= reading.span.end]
        best = min(holding, key=lambda piece: piece[1] - piece[0], default=None)
        found.append(best[2] if best else None)
    return found


def _reasons(reading: Reading) -> list[Reason]:
    parts = []
    if reading.implied:
        parts.append(Reason("measures.implied"))
    if reading.measure:
        parts.append(Reason("measures.measure", measure=Reason.kind(reading.measure), how=reading.how or ""))
    if reading.bound == "about" and reading.low != reading.high:
        parts.append(Reason("measures.imprecise", low=reading.low, high=reading.high))
    if reading.background:
        parts.append(Reason("measures.background", why=reading.background))
    return parts or [Reason("measures.plain")]
