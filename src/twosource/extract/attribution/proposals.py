"""Who is reported to say, think, ask or want what: cue, source and content of every attribution in an article.

One path for rules and model. What is set like a transcript is read by rule. Everything else is proposed by the
rules, scored and cut by the learned model, and taken back to whole quotations by rule: the model sees one
paragraph, a quotation may run over several.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

import numpy as np

from twosource.extract.attribution.draft import Draft, covered
from twosource.extract.attribution.model.columns import Columns, code
from twosource.extract.attribution.model.learned_of import LEARNED_OF
from twosource.extract.attribution.model.proposals import Found, decide, read
from twosource.extract.attribution.model.weights import weights
from twosource.extract.attribution.rules.proposals import by_rule, from_transcript, merged, next_quotation
from twosource.extract.quotations import Quotation
from twosource.language import labels
from twosource.language.lexicon import lexicon_of
from twosource.language.tree import Parsed
from twosource.model import Article, Span
from twosource.settings import Settings
from twosource.text.reasons import Reason

__all__ = ["Draft", "find_attributions", "find_by_rule"]

MOST: Final = 0.5
_SURE: Final = 0.7
"""Least chance of heading a cue from which a clause counts as told however it is cut."""
_LIKELY: Final = 0.1
_FINITE: Final = frozenset(labels.FINITE_FORMS)
_SPOKEN_ENDS: Final = frozenset({",", "?", "!"})
_WORD: Final = re.compile(r"\w")


def find_attributions(
    article: Article, parsed: Parsed, quotations: tuple[Quotation, ...], settings: Settings
) -> tuple[Draft, ...]:
    """The attributions of an article, sorted by place of the cue; empty where nothing is reported or nothing was parsed.

    In a language for which nothing was learned, what the rules find. Of the settings ``attribution_cue``,
    ``attribution_least``, ``attribution_least_quoted`` and ``attribution_least_unsaid`` are used.
    """
    words, learned = lexicon_of(article.language).frames, weights(article.language)
    if learned is None:
        return find_by_rule(article, parsed, quotations)
    lines = from_transcript(article, parsed)
    reading = read(parsed, quotations, words, learned)
    opening = {quotation.outer.start: i for i, quotation in enumerate(quotations)}
    taken = {line.cue for line in lines}
    found: list[Draft] = []
    sure: list[Draft] = []
    every = decide(reading, words, learned, settings.attribution_cue)
    for one in (one for one in every if _may_report(reading.columns, one, settings)):
        block = reading.columns.trees[int(reading.columns.block[one.head])][0]
        following = next_quotation(article, block, opening)
        attribution = _placed(article.text, reading.columns, one, quotations, following)
        if attribution.content and attribution.cue not in taken:
            found.append(attribution)
            if one.score >= _least(reading.columns, one, settings):
                sure.append(attribution)
    marked = [quotation.outer for quotation in quotations if quotation.kind in {"speech", "scare"}]
    return _sorted([*lines, *_apart([*sure, *_for_unsaid(marked, [*lines, *sure], found)])])


def _for_unsaid(marked: Sequence[Span], sure: Sequence[Draft], found: Iterable[Draft]) -> Iterator[Draft]:
    """Less sure attributions that say whose words stand in quotation marks, where nobody would be named; the surest first."""
    left = set(marked)
    for one in sure:
        left -= {marked[number] for number, _ in covered(marked, one)}
    for one in sorted(found, key=lambda a: (-a.score, a.content)):
        said = (
            left & {marked[number] for number, _ in covered(marked, one)} if one.source is not None and left else set()
        )
        if said:
            left -= said
            yield one


def find_by_rule(article: Article, parsed: Parsed, quotations: tuple[Quotation, ...]) -> tuple[Draft, ...]:
    """The attributions that the rules alone find: to compare with, and where there are no weights."""
    words = lexicon_of(article.language).frames
    return _sorted([*from_transcript(article, parsed), *by_rule(article, parsed, quotations, words)])


def _sorted(found: Iterable[Draft]) -> tuple[Draft, ...]:
    return tuple(sorted(found, key=lambda one: (one.cue or one.content[0], one.content)))


def _apart(found: Sequence[Draft]) -> list[Draft]:
    """Of attributions whose cues overlap, the surer one."""
    kept: list[Draft] = []
    for one in sorted(found, key=lambda a: (a.cue or a.content[0], -a.score)):
        other = kept[-1] if kept else None
        if other is not None and one.cue is not None and one.cue.overlaps(other.cue):
            kept[-1] = max(other, one, key=lambda a: a.score)
        else:
            kept.append(one)
    return kept


def _placed(text: str, c: Columns, one: Found, quotations: Sequence[Quotation], following: int | None) -> Draft:
    """An attribution's rows as places in the text; a quotation that runs on over other blocks is taken whole."""
    rows = _without_tail(text, c, one)
    content = [span for span in _spans(c, rows) if _WORD.search(span.of(text))]
    for i in sorted({int(c.quote[row]) for row in rows} - {-1}):
        inside = sum(1 for row in rows if c.quote[row] == i)
        if inside >= MOST * _rows_in_block(c, quotations[i].outer, one.head):
            content.append(quotations[i].outer)
    if following is not None and _leads(c, one):
        content.append(quotations[following].outer)
    return _attribution(c, one, () if _is_addressed(c, one) else _by_itself(text, c, one), content)


def _by_itself(text: str, c: Columns, one: Found) -> Sequence[int]:
    """The source's rows without marks at either end, and on one side of the cue's first word where they lie on both."""
    kept = [row for row in one.source if _WORD.search(text[int(c.starts[row]) : int(c.ends[row])])]
    if not kept:
        return kept
    sides = ([row for row in kept if row < one.cue[0]], [row for row in kept if row > one.cue[0]])
    kept = max(sides, key=len) if all(sides) else kept
    return [row for row in one.source if kept[0] <= row <= kept[-1]]


def _may_report(c: Columns, one: Found, settings: Settings) -> bool:
    """Whether it is likely enough to be looked at, and somebody's word may be given."""
    likely = one.score >= settings.attribution_least_quoted and not _is_no_word_of_saying(c, one)
    return likely and not _reports_nothing(c, one)


def _is_no_word_of_saying(c: Columns, one: Found) -> bool:
    """Whether an unlikely head of a cue is on no list of words of saying, and no adverb: "*In* its history", "*launched* a campaign"."""
    listed = c.pos[one.head] == code(labels.ADVERB) or int(c.lemma[one.head]) in _codes("saying")
    return one.sure < _LIKELY and not listed


def _reports_nothing(c: Columns, one: Found) -> bool:
    """Whether nobody's word is given: "the wall seems to lean", "citing documents", "you will know"."""
    lemma, finite = int(c.lemma[one.head]), _codes("finite")
    if not one.source:
        return lemma in _codes("seeming")
    if len(one.source) == 1 and int(c.word[one.source[0]]) == code("you") and c.quote[one.source[0]] < 0:
        return True
    told = any(c.quote[row] >= 0 or int(c.tag[row]) in finite for row in one.content)
    return lemma in _codes("citing") and not told


def _least(c: Columns, one: Found, settings: Settings) -> float:
    """How sure an attribution must be: surer where it has neither a word of saying nor, for the most part, a quotation.

    Where it is sure that a clause is told, any cut is better than none. Half as sure where a clause is told to somebody ("told reporters in court that"): where the hearer ends is a matter of taste.
    """
    hearing = int(c.lemma[one.head]) in _codes("addressing") and one.head < one.content[0] and not _is_addressed(c, one)
    if hearing and one.source and any(int(c.tag[row]) in _codes("finite") for row in one.content):
        return settings.attribution_least / 2
    if _surely_told(c, one):
        return settings.attribution_least_quoted
    quoted = sum(1 for row in one.content if c.quote[row] >= 0)
    said = not _codes("saying").isdisjoint(int(c.lemma[row]) for row in one.cue)
    told = said or quoted > MOST * len(one.content) or c.pos[one.head] in _BY_FORM
    return settings.attribution_least if told else settings.attribution_least_unsaid


def _surely_told(c: Columns, one: Found) -> bool:
    """Whether it is sure that a clause in no marks is told, and by whom, however it is cut.

    A cut is seldom like a person's where the content stands on both sides of the cue, or much hangs from it. With verbs of
    its own on both sides it may be two sentences that are run together.
    """
    said = not _codes("saying").isdisjoint(int(c.lemma[row]) for row in one.cue)
    if not (said and one.source) or one.sure < _SURE or any(c.quote[row] >= 0 for row in one.content):
        return False
    return len({row < one.head for row in one.content if int(c.tag[row]) in _codes("finite")}) == 1


_BY_FORM: Final = frozenset({code(labels.PUNCTUATION), code(labels.ADVERB)})
"""Cues that are no verb or noun, and report by their form: a colon, "reportedly"."""


@cache
def _codes(name: str) -> frozenset[int]:
    """The codes of one list of the frames, or of the tags of finite verbs."""
    words = _FINITE if name == "finite" else getattr(lexicon_of(LEARNED_OF).frames, name)
    return frozenset(code(word) for word in words)


def _without_tail(text: str, c: Columns, one: Found) -> Sequence[int]:
    """The content's rows; only what is quoted where the words before the cue are, or where a colon opens a quotation.

    "“We looked,” she said, and left": of 3,015 such attributions in the training articles, annotators took unquoted
    words behind the cue into 52. "She rose, and said: “We looked.”": of 228, they took unquoted words into 16.
    """
    cue = one.cue[0]
    behind = one.cue[-1] + (_word(text, c, one.cue[-1]) != ":")
    if _opens_quotation(text, c, one, behind):
        return [row for row in one.content if c.quote[row] >= 0]
    before = [row for row in one.content if row < cue and _WORD.search(_word(text, c, row))]
    if not before or any(c.quote[row] < 0 for row in before):
        return one.content
    ended = any(_word(text, c, row) in _SPOKEN_ENDS for row in (before[-1] + 1, before[-1] + 2))
    return [row for row in one.content if row < cue or c.quote[row] >= 0] if ended else one.content


def _word(text: str, c: Columns, row: int) -> str:
    """A row's word; "" behind the last."""
    return text[c.starts[row] : c.ends[row]] if row < len(c) else ""


def _opens_quotation(text: str, c: Columns, one: Found, colon: int) -> bool:
    """Whether a colon stands in a row, and behind it a quotation that is said."""
    opens = _word(text, c, colon) == ":" and colon + 1 < len(c) and c.quote[colon + 1] >= 0
    return bool(opens) and colon + 1 in one.content


def _attribution(c: Columns, one: Found, source: Sequence[int], content: Iterable[Span]) -> Draft:
    cue = _cue_rows(one, source)
    worded = [row for row in cue if c.pos[row] != code("PUNCT")]
    return Draft(
        cue=_hull(c, worded or cue), source=_hull(c, source) if source else None, content=merged(content),
        score=one.score, reason=Reason("attribution.learned", chance=one.score),
    )  # fmt: skip


def _cue_rows(one: Found, source: Sequence[int]) -> Sequence[int]:
    """The cue's rows up to where the source begins, or from where it ends, as its head lies: "said", not "said Quill."."""
    first, last = (min(source), max(source)) if source else (one.head, one.head)
    if not source or not (min(one.cue) < first and last < max(one.cue)):
        return one.cue
    kept = [row for row in one.cue if (row < first) == (one.head < first)]
    return kept or one.cue


def _is_addressed(c: Columns, one: Found) -> bool:
    """Whether what looks like the source is who was told: the subject of "was told", "were asked"."""
    if int(c.lemma[one.head]) not in _codes("addressing"):
        return False
    told = np.flatnonzero((c.head == one.head) & (c.dep == code("nsubjpass")))
    return any(int(row) in one.source for row in told)


def _rows_in_block(c: Columns, place: Span, row: int) -> int:
    """How many rows of ``place`` stand in the block of ``row``."""
    first = int(np.searchsorted(c.ends, place.start, side="right"))
    last = int(np.searchsorted(c.starts, place.end, side="left"))
    return int((c.block[first:last] == c.block[row]).sum())


def _leads(c: Columns, one: Found) -> bool:
    """Whether the cue is the last thing in its block but for the colon, so that the next block goes on from it."""
    behind = max(one.cue) + 2
    return behind >= len(c) or bool(c.block[behind] != c.block[one.head])


def _hull(c: Columns, rows: Sequence[int]) -> Span:
    return Span(start=int(c.starts[min(rows)]), end=int(c.ends[max(rows)]))


def _spans(c: Columns, rows: Sequence[int]) -> Iterable[Span]:
    first = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i] != rows[i - 1] + 1:
            yield Span(start=int(c.starts[rows[first]]), end=int(c.ends[rows[i - 1]]))
            first = i
