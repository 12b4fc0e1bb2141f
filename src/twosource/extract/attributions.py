"""Who is reported to say, think, ask or want what: cue, source and content of every attribution in an article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.extract.attribution_rules import parts_of, runs
from twosource.extract.cues import Cue, cues_in
from twosource.extract.frames import Frames, frames
from twosource.extract.quotations import Quotation
from twosource.extract.transcripts import Line, speaker_lines
from twosource.model import Article, Span
from twosource.settings import Settings
from twosource.text.tree import Parsed, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Something said, thought or wanted, and on whose word it is reported.

    Attributes:
        cue: The words that say so; None where the form alone does (a transcript's colon is a cue).
        source: The words that name who says it; None where nobody is named.
        content: What is said, quotation marks included, in text order; several where it is interrupted.
        score: How sure the finding is, 0 to 1.
        reason: How it was found, in plain words.
    """

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    score: float
    reason: str


def find_attributions(
    article: Article,
    parsed: Parsed,
    quotations: tuple[Quotation, ...],
    settings: Settings,
) -> tuple[Attribution, ...]:
    """The attributions of an article.

    Args:
        article: The article.
        parsed: Its trees, one entry a block.
        quotations: What stands in quotation marks in it.
        settings: The thresholds.

    Returns:
        Attributions sorted by place of the cue; empty where nothing is reported or nothing was parsed.
    """
    del settings
    words = frames()
    lines = _lines(article, parsed)
    found = [
        Attribution(cue=line.cue, source=line.source, content=(line.content,), score=0.8, reason="rule: transcript")
        for line in lines.values()
    ]
    opening = {quotation.outer.start: i for i, quotation in enumerate(quotations)}
    for block, tree in enumerate(parsed.trees):
        if tree is not None and len(tree):
            following = _next_quotation(article, parsed, block, opening)
            found += _in_tree(tree, block, quotations, words, following)
    return tuple(sorted(found, key=lambda one: (one.cue or one.content[0], one.content)))


def _lines(article: Article, parsed: Parsed) -> dict[int, Line]:
    """Blocks that are lines of a transcript, or that are signed."""
    read = [i for i, tree in enumerate(parsed.trees) if tree is not None and article.blocks[i].kind == "paragraph"]
    return {read[i]: line for i, line in speaker_lines(article.text, [article.blocks[i].span for i in read])}


def _next_quotation(article: Article, parsed: Parsed, block: int, opening: dict[int, int]) -> int | None:
    """The quotation that the next block opens with, if this block ends in a colon."""
    if article.blocks[block].span.of(article.text).rstrip()[-1:] != ":" or block + 1 >= len(parsed.trees):
        return None
    return opening.get(article.blocks[block + 1].start)


def _in_tree(
    tree: Tree, block: int, quotations: Sequence[Quotation], words: Frames, following: int | None
) -> Iterable[Attribution]:
    here = [i for i, quotation in enumerate(quotations) if block in quotation.blocks]
    quoted = [-1] * len(tree)
    for i in here:
        for row in tree.rows(quotations[i].outer):
            quoted[row] = i
    cues = list(cues_in(tree, quoted, words))
    for cue in cues:
        parts = parts_of(tree, cue)
        content = _whole(tree, cue, parts.content, quoted, quotations, cues)
        if not content and following is not None and cue is cues[-1]:
            content = (quotations[following].outer,)
        if not content:
            continue
        source = list(runs(parts.source))
        yield Attribution(
            cue=tree.span(cue.first, cue.last),
            source=tree.span(source[0][0], source[-1][1]) if source else None,
            content=content,
            score=0.5,
            reason=f"rule: {cue.frame}",
        )


def _whole(
    tree: Tree,
    cue: Cue,
    rows: frozenset[int],
    quoted: Sequence[int],
    quotations: Sequence[Quotation],
    cues: Sequence[Cue],
) -> tuple[Span, ...]:
    """The content's places, every quotation that it touches taken whole."""
    spans = [tree.span(first, last) for first, last in runs(rows)]
    touched = {quoted[row] for row in rows} - {-1, quoted[cue.row]}
    if quoted[cue.row] < 0:
        touched |= _beside(tree, cue, quoted, cues)
    spans += [quotations[i].outer for i in sorted(touched)]
    return _merged(spans)


def _beside(tree: Tree, cue: Cue, quoted: Sequence[int], cues: Sequence[Cue]) -> set[int]:
    """Quotations that the cue's sentence holds, and the one that follows it with no cue of its own."""
    if cue.frame not in {"quote", "clause"}:
        return set()
    sentence = tree.sentence_of[cue.row]
    first, last = tree.sentences[sentence]
    found: set[int] = set()
    if cue.frame == "quote" or any(quoted[row] >= 0 for row in range(max(first, cue.first - 12), cue.first)):
        found |= {quoted[row] for row in range(first, last)} - {-1}
    if any(quoted[row] >= 0 for row in range(first, last)) and last < len(tree) and quoted[last] >= 0:
        end = next((row for row in range(last, len(tree)) if quoted[row] != quoted[last]), len(tree))
        after = (
            tree.sentences[tree.sentence_of[end]][1]
            if end < len(tree) and tree.sentence_of[end] == tree.sentence_of[end - 1]
            else end
        )
        if not any(end <= other.row < after and other.frame in {"quote", "clause"} for other in cues):
            found.add(quoted[last])
    return found


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that overlap or touch, joined."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end + 1:
            kept[-1] = Span(start=kept[-1].start, end=max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)
