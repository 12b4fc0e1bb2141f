"""Finds what stands in quotation marks, and tells speech from scare quotes, titles and nicknames by its shape."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from twosource.extract.unclosed import ended
from twosource.language.resources import load
from twosource.language.tree import Parsed, Tree
from twosource.model import Article, Span
from twosource.settings import Settings
from twosource.text.marks import Pair, pair_marks

QuotationKind = Literal["speech", "scare", "title", "nickname"]

_SMALL_WORDS: Final = frozenset(
    ["a", "an", "the", "of", "in", "on", "and", "or", "for", "to", "at", "by", "with", "from", "but", "vs", "v"]
)
_SENTENCE_MARKS: Final = (".", "!", "?", "…", ",", ";", "—", "–", "-")
_RIGHT_BEFORE: Final = frozenset({"so-called", "socalled"})  # never with "as"
_NICKNAME_WORDS: Final = 3
_TITLE_WORDS: Final = 3  # capitalised words that are no sentence even with a full stop behind them
_LONGEST_TITLE: Final = 9
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        spans: What the marks enclose, without marks; several where it runs over paragraphs.
        outer: From the first mark to the last, both included.
        blocks: Indices of the article's blocks it lies in, one for each span.
        kind: ``speech`` unless its shape says otherwise: ``scare`` (a few words that nobody is reported to have
            said as a statement), ``title`` (of a work), ``nickname`` (between the parts of a name).
        uncertain: What is not sure about the extent; empty where nothing is.
    """

    spans: tuple[Span, ...]
    outer: Span
    blocks: tuple[int, ...]
    kind: QuotationKind
    uncertain: str = ""


def find_quotations(article: Article, parsed: Parsed, settings: Settings) -> tuple[Quotation, ...]:
    """The outermost quotations of the blocks that were parsed, by place.

    Paragraphs run on from one to the next across residue, captions and sub-headings; any other block is read by
    itself. What stands in marks inside a quotation is a part of it.

    Args:
        article: The article.
        parsed: Its trees; blocks without one are passed over.
        settings: The thresholds; ``scare_words`` is used.

    Returns:
        Quotations sorted by place; empty where there are none.
    """
    found = [
        quotation
        for blocks in _runs(article, parsed)
        for quotation in _in_run(article, parsed, blocks, settings.scare_words)
    ]
    return tuple(sorted(found, key=lambda quotation: quotation.outer))


def _runs(article: Article, parsed: Parsed) -> Iterator[list[int]]:
    """Block indices to be read together: all paragraphs, then every other block alone."""
    read = [i for i, tree in enumerate(parsed.trees) if tree is not None]
    yield [i for i in read if article.blocks[i].kind == "paragraph"]
    for i in read:
        if article.blocks[i].kind != "paragraph":
            yield [i]


def _in_run(article: Article, parsed: Parsed, blocks: list[int], scare_words: int) -> Iterator[Quotation]:
    found = pair_marks(article.text, [article.blocks[i].span for i in blocks])
    for pair in (part for each in found for part in ended(article.text, each)):
        trimmed = zip((_trimmed(span, article.text) for span in pair.spans), pair.paragraphs, strict=True)
        filled = [(span, paragraph) for span, paragraph in trimmed if len(span)]
        spans = tuple(span for span, _ in filled)
        if pair.depth or not any(_WORD.search(span.of(article.text)) for span in spans):
            continue
        tree = parsed.trees[blocks[filled[0][1]]]
        if tree is None:
            continue
        yield Quotation(
            spans=spans,
            outer=pair.outer,
            blocks=tuple(blocks[paragraph] for _, paragraph in filled),
            kind=_kind(article.text, tree, pair, spans, scare_words),
            uncertain=pair.uncertain,
        )


def _trimmed(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def _kind(text: str, tree: Tree, pair: Pair, spans: tuple[Span, ...], scare_words: int) -> QuotationKind:
    """What the words are by their own shape and the words beside the marks."""
    content = spans[0].of(text)
    words = _WORD.findall(content)
    if len(spans) > 1 or pair.uncertain or len(words) > 3 * scare_words:
        return "speech"
    first = bisect_right(tree.starts, spans[0].start) - 1
    last = bisect_right(tree.starts, max(spans[0].end - 1, spans[0].start)) - 1
    if first < 0 or last < first:
        return "speech"
    before, behind = _words_beside(text, pair)
    lists = load("quotation_shapes")
    if _is_nickname(tree, pair, words) or (before in lists["naming_before"] and len(words) <= scare_words):
        return "nickname"
    if _is_title(content, words, before, behind, lists):
        return "title"
    return "scare" if _is_scare(content, words, tree, first, last, before, lists, scare_words) else "speech"


def _words_beside(text: str, pair: Pair) -> tuple[str, str]:
    """The word right before the marks and the one right behind them, in lower case; "" where a stop lies between."""
    ahead = text[max(0, pair.outer.start - 40) : pair.outer.start]
    before = re.search(r"([\w’'-]+)[,:]?\s*$", ahead)
    if before and before.group(1).lower() == "as":  # "known to residents as 'the Kitchen'"
        naming = set(ahead.lower().split()) & (set(load("quotation_shapes")["scare_before"]) - _RIGHT_BEFORE)
        before = re.match(r".*?([\w-]+)$", min(naming)) if naming else before
    behind = re.match(r"\s*([\w’'-]+)", text[pair.outer.end : pair.outer.end + 40])
    return (before.group(1).lower() if before else "", behind.group(1).lower() if behind else "")


def _is_nickname(tree: Tree, pair: Pair, words: list[str]) -> bool:
    """Up to three capitalised words between two parts of a name."""
    if len(words) > _NICKNAME_WORDS or not words[-1][:1].isupper():
        return False
    left = bisect_right(tree.ends, pair.outer.start) - 1
    right = bisect_right(tree.starts, pair.outer.end - 1)
    if left < 0 or right >= len(tree):
        return False
    return tree.pos[left] == tree.pos[right] == "PROPN" and tree.starts[right] - pair.outer.end <= 1


def _is_title(content: str, words: list[str], before: str, behind: str, lists: dict[str, list[str]]) -> bool:
    """Capitalised like a title, and next to a noun of works or a word that brings a title in, or long enough."""
    long_words = [word for word in words if word.lower() not in _SMALL_WORDS]
    capital = all(word[:1].isupper() or word[:1].isdigit() for word in long_words) and bool(long_words)
    if not capital or words[0] in {"I", "We", "He", "She"}:
        return False
    if before in lists["works"] or behind in lists["works"] or before in lists["title_before"]:
        return True
    if before in lists["saying_before"] or (
        content.rstrip().endswith((".", "!", "?")) and len(long_words) < _TITLE_WORDS
    ):
        return False
    return len(long_words) > 1 and len(words) <= _LONGEST_TITLE


def _is_scare(
    content: str,
    words: list[str],
    tree: Tree,
    first: int,
    last: int,
    before: str,
    lists: dict[str, list[str]],
    scare_words: int,
) -> bool:
    """A few words that are no sentence, and that hang on no word of saying."""
    if before in lists["scare_before"]:
        return len(words) <= scare_words
    if len(words) > scare_words or before in lists["saying_before"]:
        return False
    if content.rstrip().endswith(_SENTENCE_MARKS) and content[:1].isupper():
        return False
    finite = any(tree.tags[row] in {"VBD", "VBP", "VBZ", "MD"} for row in range(first, last + 1))
    return not finite
