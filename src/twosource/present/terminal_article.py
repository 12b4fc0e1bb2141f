"""One article for a person at a terminal: its blocks and what was found, in place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from twosource.model import Block, Figure, Findings, Mark, Moment, Statement, Story
from twosource.present.index import Index
from twosource.present.terminal import line, paper, written
from twosource.present.wording import clip, dated, reviewed, span_of_time, value
from twosource.text.prose import listed

if TYPE_CHECKING:
    from rich.console import RenderableType

_LINE = 200


def render_article(findings: Findings, *, width: int, color: bool) -> str:
    """One article as text for a terminal: every block with its label, and below it what was found in it.

    Args:
        findings: The article and what it says.
        width: Columns; below 40 counts as 40.
        color: Whether to write colour codes. What they say is also said in words.

    Returns:
        The whole output, ending in a line break.
    """
    console = paper(width, color=color)
    for part in _parts(findings):
        console.print(part)
    return written(console)


def _parts(findings: Findings) -> Iterator["RenderableType"]:
    article = findings.article
    yield line((article.headline or "No headline", "bold"))
    known = "" if article.outlet_known else " (outlet unknown, named after the file)"
    yield line(f"{article.outlet}{known} · {dated(article)}")
    for label, names in (("by", article.byline), ("credits", article.credits), ("agency", article.via)):
        if names:
            yield line(f"{label}: {listed(names)}")
    for told in reviewed(article):
        yield line(("fact-check: ", "cyan"), told)
    story = Story(
        title="",
        articles=(article,),
        sources=findings.sources,
        statements=findings.statements,
        figures=findings.figures,
        version="",
    )
    for place, block in enumerate(article.blocks):
        yield from _block(Index(story), findings, place, block)
    for gap in findings.gaps:
        yield line("\n", (f"gap {gap.code}: ", "yellow"), gap.detail)


def _block(index: Index, findings: Findings, place: int, block: Block) -> Iterator["RenderableType"]:
    label = block.kind if block.repeats is None else f"{block.kind}, repeats block {block.repeats}"
    yield line("\n", (f"{place} {label}", "bold"), (f"  {block.reason}", "dim"))
    yield line((block.span.of(findings.article.text), "dim" if block.is_aside else ""), indent=2)
    for statement in findings.statements:
        if block.start <= statement.start < block.end:
            yield from _statement(index, statement)
    for figure in findings.figures:
        if block.start <= figure.start < block.end:
            yield from _figure(index, figure)
    for moment in findings.moments:
        if block.start <= moment.start < block.end:
            yield _moment(index, moment)


def _statement(index: Index, one: Statement) -> Iterator["RenderableType"]:
    words = " … ".join(index.line(span, one.article) for span in one.content)
    kind = (
        f"{one.attitude}, nothing is said" if one.attitude else f"{one.kind}, scare quotes" if one.scare else one.kind
    )
    nobody = "the outlet itself" if one.kind == "assertion" else "unknown"
    who = index.speaker(one) or nobody
    cue = f" · cue “{index.words(one.cue, one.article)}”" if one.cue else ""
    unsure = f" · {one.uncertain}" if one.uncertain else ""
    yield line((f"{kind}: ", "cyan"), clip(words, _LINE), indent=4)
    relayer = index.who(one.via)
    who = f"{who}, relayed by {relayer}" if relayer else who
    yield line(f"source: {who}", (f" ({one.source_reason})" if one.source_reason else "", "dim"), cue, unsure, indent=6)
    yield from (_mark(index, mark, one.article) for mark in one.marks)


def _figure(index: Index, one: Figure) -> Iterator["RenderableType"]:
    parts = [value(one.low, one.high), one.unit or "", one.counted, one.measure or "", one.where or ""]
    bound = "" if one.bound == "unstated" else f"{one.bound} "
    main = ", the article's main one" if one.main and one.measure else ""
    who = index.speaker(one) or "no source named"
    yield line(
        ("figure: ", "cyan"),
        f"“{index.words(one.span, one.article)}” = {bound}{' · '.join(part for part in parts if part)}{main} · {who}",
        (f" ({one.reason})" if one.reason else "", "dim"),
        indent=4,
    )
    for other in one.alternatives:
        first = ", put first" if other.main else ""
        yield line(
            ("or: ", "cyan"),
            f"{value(other.low, other.high)} {other.measure}{first}",
            (f" ({other.reason})", "dim"),
            indent=6,
        )
    yield from (_mark(index, mark, one.article) for mark in one.marks)


def _mark(index: Index, mark: Mark, article: str) -> "RenderableType":
    who = index.whose(mark)
    words = index.words(mark.shown, article)
    return line((f"{mark.kind}", "yellow"), f" by {who}: “{words}”", (f" ({mark.reason})", "dim"), indent=6)


def _moment(index: Index, one: Moment) -> "RenderableType":
    words = index.words(one.span, one.article)
    return line(
        ("time: ", "cyan"),
        f"“{words}” = {span_of_time(one.earliest, one.latest)} ({one.precision})",
        (f" ({one.reason})", "dim"),
        indent=4,
    )
