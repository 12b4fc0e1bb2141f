"""Attributions by rule alone: frames of reporting words over the trees, and the shapes of transcripts."""

from collections.abc import Iterable, Iterator, Sequence

from twosource.extract.attribution.draft import Draft
from twosource.extract.attribution.rules.cue_arguments import parts_of, runs
from twosource.extract.attribution.rules.cues import Cue, cues_in
from twosource.extract.attribution.rules.transcripts import Line, speaker_lines
from twosource.extract.quotations import Quotation
from twosource.language.lexicon import lexicon_of
from twosource.language.tree import Parsed, Tree
from twosource.language.words_frames import FrameWords
from twosource.model import Article, Span
from twosource.text.reasons import Reason

TRANSCRIPT_SCORE = 0.8
RULE_SCORE = 0.5
LEAD_REACH = 12


def from_transcript(article: Article, parsed: Parsed) -> list[Draft]:
    """Lines of a transcript and signed quotations, by block."""
    read = [i for i, tree in enumerate(parsed.trees) if tree is not None and article.blocks[i].kind == "paragraph"]
    spans = [article.blocks[i].span for i in read]
    lines: list[Line] = [line for _, line in speaker_lines(article.text, spans, lexicon_of(article.language))]
    return [
        Draft(
            cue=line.cue, source=line.source, content=(line.content,), score=TRANSCRIPT_SCORE,
            reason=Reason("attribution.transcript"), verbatim=line.source.start < line.content.start,
        )
        for line in lines
    ]  # fmt: skip


def by_rule(article: Article, parsed: Parsed, quotations: Sequence[Quotation], words: FrameWords) -> Iterator[Draft]:
    """What the frames of reporting words find, block by block."""
    opening = {quotation.outer.start: i for i, quotation in enumerate(quotations)}
    by_block: dict[int, list[int]] = {}
    for i, quotation in enumerate(quotations):
        for block in quotation.blocks:
            by_block.setdefault(block, []).append(i)
    for block, tree in parsed.blocks:
        following = next_quotation(article, block, opening)
        yield from _in_tree(tree, quotations, by_block.get(block, []), words, following)


def next_quotation(article: Article, block: int, opening: dict[int, int]) -> int | None:
    """The quotation that the next block opens with, if this block ends in a colon; ``opening`` has the index of each by its start."""
    if article.blocks[block].span.of(article.text).rstrip()[-1:] != ":" or block + 1 >= len(article.blocks):
        return None
    return opening.get(article.blocks[block + 1].start)


def _in_tree(
    tree: Tree, quotations: Sequence[Quotation], here: Sequence[int], words: FrameWords, following: int | None
) -> Iterable[Draft]:
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
        yield Draft(
            cue=tree.span(cue.first, cue.last), source=tree.span(source[0][0], source[-1][1]) if source else None,
            content=content, score=RULE_SCORE, reason=Reason("attribution.by_rule", frame=Reason.kind(cue.frame)),
        )  # fmt: skip


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
    return merged(spans)


def _beside(tree: Tree, cue: Cue, quoted: Sequence[int], cues: Sequence[Cue]) -> set[int]:
    """Quotations that the cue's sentence holds, and the one that follows it with no cue of its own."""
    if cue.frame not in {"quote", "clause"}:
        return set()
    first, last = tree.sentence(cue.row)
    found: set[int] = set()
    if cue.frame == "quote" or any(quoted[row] >= 0 for row in range(max(first, cue.first - LEAD_REACH), cue.first)):
        found |= {quoted[row] for row in range(first, last)} - {-1}
    goes_on = last < len(tree) and quoted[last] >= 0 and any(quoted[row] >= 0 for row in range(first, last))
    if goes_on and not _claimed(tree, quoted, last, cues):
        found.add(quoted[last])
    return found


def _claimed(tree: Tree, quoted: Sequence[int], begin: int, cues: Sequence[Cue]) -> bool:
    """Whether the quotation that begins at row ``begin`` has a cue of its own behind it."""
    end = next((row for row in range(begin, len(tree)) if quoted[row] != quoted[begin]), len(tree))
    after = end
    if end < len(tree) and tree.sentence_of[end] == tree.sentence_of[end - 1]:
        after = tree.sentence(end)[1]
    return any(end <= other.row < after and other.frame in {"quote", "clause"} for other in cues)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans by place, those that overlap or touch joined."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end + 1:
            kept[-1] = Span(start=kept[-1].start, end=max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)
