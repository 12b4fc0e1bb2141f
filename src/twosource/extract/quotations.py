"""Finds what stands in quotation marks, and tells speech from scare quotes, titles and nicknames by its shape."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from twosource.language import NounPhrase, Row, labels
from twosource.language.lexicon import lexicon_of
from twosource.language.tree import Parsed, Tree
from twosource.language.words_news import QuotationWords
from twosource.model import Article, Span
from twosource.settings import Settings
from twosource.text.marks import NO_CLOSING, Pair, pair_marks
from twosource.text.speaker_labels import speaker_label

QuotationKind = Literal["speech", "scare", "title", "nickname", "inscription"]

_SENTENCE_MARKS: Final = (".", "!", "?", "…", ",", ";", "—", "–", "-")
_NICKNAME_WORDS: Final = 3
_TITLE_WORDS: Final = 3  # capitalised words that are no sentence even with a full stop behind them
_LONGEST_TITLE: Final = 9
_LEAST: Final = 3  # words before the comma at which speech without a closing mark ends; fewer are no sentence
_TURNS: Final = 2  # of a transcript, at the least
_DIRECTION: Final = re.compile(r"\s*\([^()]*\)\s*")  # "(CROSSTALK.)"
_NARROWING: Final = frozenset({*labels.NOUNS, labels.ADJECTIVE, labels.NUMERAL})
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks."""

    spans: tuple[Span, ...]  # what the marks enclose, without marks; several where it runs over paragraphs
    outer: Span  # from the first mark to the last, both included
    blocks: tuple[int, ...]  # indices of the article's blocks it lies in, one for each span
    # ``speech`` unless its shape says otherwise: ``scare`` (a few words that nobody is reported to have said as a
    # statement), ``title`` (of a work), ``nickname`` (between the parts of a name), ``inscription`` (letters that
    # stand on something).
    kind: QuotationKind
    uncertain: str = ""  # what is not sure about the extent; empty where nothing is


def find_quotations(article: Article, parsed: Parsed, settings: Settings) -> tuple[Quotation, ...]:
    """The outermost quotations of the blocks that were parsed, by place; empty where there are none.

    Paragraphs run on from one to the next across residue, captions and sub-headings; any other block is read by
    itself. What stands in marks inside a quotation is a part of it. Of the settings ``scare_words`` is used.
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
    text, words = article.text, lexicon_of(article.language).quotation_shapes
    found = pair_marks(text, [article.blocks[i].span for i in blocks], article.language)
    ended = [part for each in found for part in _ended(text, each, words)]
    for pair in _in_turns(text, ended, lexicon_of(article.language).function_words.words):
        filled = () if pair.depth else tuple(_filled(pair, text))
        tree = parsed.trees[blocks[filled[0][1]]] if filled else None
        if tree is None:
            continue
        spans = tuple(span for span, _ in filled)
        yield Quotation(
            spans=spans,
            outer=pair.outer,
            blocks=tuple(blocks[paragraph] for _, paragraph in filled),
            kind=_kind(_Seen(text, tree, pair, spans, words), scare_words),
            uncertain=pair.uncertain,
        )


def _filled(pair: Pair, text: str) -> Iterator[tuple[Span, int]]:
    """The stretches between the marks with their paragraphs, white space left out; none where no word stands there."""
    trimmed = zip((_trimmed(span, text) for span in pair.spans), pair.paragraphs, strict=True)
    filled = [(span, paragraph) for span, paragraph in trimmed if len(span)]
    if any(_WORD.search(span.of(text)) for span, _ in filled):
        yield from filled


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start=start, end=start + len(words.strip()))


@dataclass(frozen=True)
class _Seen:
    """Words between marks, with what stands beside them."""

    text: str
    tree: Tree
    pair: Pair
    spans: tuple[Span, ...]
    lists: QuotationWords

    @cached_property
    def content(self) -> str:
        return self.spans[0].of(self.text)

    @cached_property
    def told(self) -> str:
        return self.content.rstrip()

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.content)

    @cached_property
    def telling(self) -> list[str]:
        """The words that a title does not leave small."""
        return [word for word in self.words if word.lower() not in self.lists.small_words]

    @property
    def is_capitalised(self) -> bool:
        """Whether all of these begin with a capital or a digit; false for none."""
        return bool(self.telling) and all(word[:1].isupper() or word[:1].isdigit() for word in self.telling)

    @property
    def is_stopped(self) -> bool:
        """Whether a few words end as a sentence does, and not as the sentence around them: "aboard the “Ebb Tide.”"."""
        if self.told.endswith(".") and self.fills_phrase and len(self.telling) > 1:
            return False  # the marks took in the stop of the sentence around them, where a word before wants a noun
        return self.told.endswith((".", "!", "?")) and len(self.telling) < _TITLE_WORDS

    @property
    def is_bare_name(self) -> bool:
        """Whether it is a name of a few words with a comma that the marks took in: "the sequel to “The Ebb Tide,” she said"."""
        rows = [Row(row) for row in self.tree.rows(self.spans[0]) if self.tree.words[row][0].isalnum()]
        led = rows[1:] if rows and self.tree.pos[rows[0]] == labels.DETERMINER else rows
        named = bool(led) and all(NounPhrase(self.tree, row).is_name for row in led)
        ended = self.told.endswith(",") or (self.told.endswith(".") and self.fills_phrase)
        return named and ended and len(self.telling) < _TITLE_WORDS

    @property
    def is_called(self) -> bool:
        """Whether something is called so, behind its article, where a noun is wanted: "a host of “The Tide,” who", "that “The Rock” is old"."""
        led = len(self.words) > 1 and self.words[0].istitle() and self.words[0].lower() in self.lists.naming_articles
        head = next((row for row in self.rows if self.tree.heads[row] not in self.rows), None)
        wanted = self.fills_phrase or (head is not None and self.tree.deps[head] in labels.SUBJECTS)
        return led and wanted and len(self.telling) < _TITLE_WORDS

    @property
    def is_cried(self) -> bool:
        """Whether words of saying stand behind a comma or a cry in the marks: "“Stop The Boat,” shouted Holm"."""
        return self.behind in self.lists.sayings and self.told.endswith((",", "!", "?"))

    @cached_property
    def before(self) -> str:
        """The word right before the marks, in lower case; "" where a stop lies between. Of "known as" it is "known"."""
        ahead = self.text[max(0, self.pair.outer.start - 40) : self.pair.outer.start]
        found = re.search(r"([\w’'-]+)[,:]?\s*$", ahead)
        word = found.group(1).lower() if found else ""
        if word not in self.lists.as_:
            return word
        naming = set(ahead.lower().split()) & (self.lists.scare_before - self.lists.never_with_as)
        return min(naming) if naming else word

    @cached_property
    def fills_phrase(self) -> bool:
        """Whether the word right before the marks wants a noun: "aboard the “Ebb Tide.”", "Holm's “Ebb Tide,”", "the 2010 “Ebb Tide.”"."""
        row, tree = bisect_right(self.tree.ends, self.pair.outer.start) - 1, self.tree
        if row < 0 or self.text[tree.ends[row] : self.pair.outer.start].strip():
            return False
        narrows = tree.heads[row] in self.rows and tree.pos[row] in _NARROWING
        return narrows or tree.pos[row] in {labels.DETERMINER, labels.ADPOSITION} or tree.tags[row] == labels.OWNER_SIGN

    @cached_property
    def behind(self) -> str:
        """The word right behind the marks, in lower case; "" where a stop lies between."""
        found = re.match(r"\s*([\w’'-]+)", self.text[self.pair.outer.end : self.pair.outer.end + 40])
        return found.group(1).lower() if found else ""

    @cached_property
    def rows(self) -> range:
        """The tokens of the first stretch; empty where the parser has none there."""
        return self.tree.rows(self.spans[0])


def _kind(seen: _Seen, scare_words: int) -> QuotationKind:
    """What the words are by their own shape and the words beside the marks."""
    words = seen.words
    if len(seen.spans) > 1 or seen.pair.uncertain or len(words) > 3 * scare_words or not seen.rows:
        return "speech"
    named = seen.before in seen.lists.naming_before and len(words) <= scare_words
    if named or _is_nickname(seen.tree, seen.pair, words):
        return "nickname"
    if seen.behind in seen.lists.inscribed_behind and len(words) <= scare_words:
        return "inscription"
    if _is_title(seen):
        return "title"
    return "scare" if _is_scare(seen, scare_words) else "speech"


def _is_nickname(tree: Tree, pair: Pair, words: list[str]) -> bool:
    """Up to three capitalised words between two parts of a name."""
    if len(words) > _NICKNAME_WORDS or not words[-1][:1].isupper():
        return False
    left = bisect_right(tree.ends, pair.outer.start) - 1
    right = bisect_right(tree.starts, pair.outer.end - 1)
    if left < 0 or right >= len(tree):
        return False
    return tree.pos[left] == tree.pos[right] == labels.NAME and tree.starts[right] - pair.outer.end <= 1


def _is_title(seen: _Seen) -> bool:
    """Capitalised like a title, and next to a noun of works or a word that brings a title in, or long enough."""
    lists, before = seen.lists, seen.before
    if not seen.is_capitalised or seen.words[0] in lists.speaking_of_itself or seen.is_cried:
        return False
    if {before, seen.behind} & lists.works or before in lists.title_before:
        return True
    if seen.is_called and before not in lists.saying_before - lists.said_of_clauses:
        return True
    if before in lists.saying_before:
        return False
    return seen.is_bare_name or (not seen.is_stopped and len(seen.telling) > 1 and len(seen.words) <= _LONGEST_TITLE)


def _is_scare(seen: _Seen, scare_words: int) -> bool:
    """A few words that are no sentence, and that hang on no word of saying."""
    few = len(seen.words) <= scare_words
    if seen.before in seen.lists.scare_before:
        return few
    if not few or seen.before in seen.lists.saying_before:
        return False
    if seen.told.endswith(_SENTENCE_MARKS) and seen.content[:1].isupper():
        return False
    return not any(seen.tree.tags[row] in labels.FINITE_FORMS for row in seen.rows)


class Quoted:
    """Whether a place of an article stands in quotation marks, as somebody's speech."""

    def __init__(self, quotations: Sequence["Quotation"]) -> None:
        """Lay the speech out by place."""
        self._spans = [quotation.outer for quotation in quotations if quotation.kind == "speech"]
        self._starts = [span.start for span in self._spans]

    def __call__(self, at: int) -> bool:
        """Whether the code point stands inside of one."""
        found = bisect_right(self._starts, at) - 1
        return found >= 0 and self._spans[found].end > at


def _ended(text: str, pair: Pair, words: QuotationWords) -> Iterator[Pair]:
    """The pair as it is, or, where its closing mark is missing and words of saying stand in it, what is quoted.

    The quotation ends with the comma before "said Ada Holm" or "Holm said"; each paragraph behind it that the same pair
    ran over is then a quotation of its own, which nothing but its opening mark tells.
    """
    unclosed = pair.uncertain == NO_CLOSING and not pair.depth
    cuts = [_end_of_speech(text, span, words) for span in pair.spans] if unclosed else []
    if all(cut is None for cut in cuts):
        yield pair
        return
    for span, paragraph, cut in zip(pair.spans, pair.paragraphs, cuts, strict=True):
        kept = Span(start=span.start, end=span.end if cut is None else cut)
        opens = pair.outer.start if span == pair.spans[0] else max(span.start - 1, pair.outer.start)
        outer = Span(start=opens, end=kept.end)
        yield replace(pair, outer=outer, spans=(kept,), paragraphs=(paragraph,))


def _in_turns(text: str, pairs: Sequence[Pair], small_words: frozenset[str]) -> Iterator[Pair]:
    """The pairs as they are, or, where a transcript stands in marks, one a turn: what is said behind the name, in all its paragraphs.

    One name and colon alone may be quoted for itself; stage directions are nobody's words.
    """
    labels_of = _labels_of(text, pairs, small_words)
    if len(labels_of) < _TURNS:
        yield from pairs
        return
    for pair in pairs:
        for turn in _turns_of(text, pair, labels_of):
            yield _as_turn(pair, turn)


def _labels_of(text: str, pairs: Sequence[Pair], small_words: frozenset[str]) -> dict[Span, int]:
    """For each stretch of an outermost pair that a name and a colon open, where what is said begins."""
    spans = (span for pair in pairs if not pair.depth for span in pair.spans)
    found = ((span, speaker_label(text, span, small_words)) for span in spans)
    return {span: label.end() for span, label in found if label is not None}


def _turns_of(text: str, pair: Pair, labels_of: Mapping[Span, int]) -> Iterator[Sequence[tuple[Span, int]]]:
    """What one speaker says in a pair, its stretches with their paragraphs: from one label to the next."""
    turn: list[tuple[Span, int]] = []
    for span, paragraph in zip(pair.spans, pair.paragraphs, strict=True):
        if span in labels_of and turn:
            yield turn
            turn = []
        if not _DIRECTION.fullmatch(text, span.start, span.end):
            turn.append((Span(start=labels_of.get(span, span.start), end=span.end), paragraph))
    if turn:
        yield turn


def _as_turn(pair: Pair, turn: Sequence[tuple[Span, int]]) -> Pair:
    spans, paragraphs = zip(*turn, strict=True)
    starts = pair.outer.start if spans[0] == pair.spans[0] else spans[0].start
    ends = pair.outer.end if spans[-1].end == pair.spans[-1].end else spans[-1].end
    return replace(pair, outer=Span(start=starts, end=ends), spans=spans, paragraphs=paragraphs)


def _end_of_speech(text: str, span: Span, words: QuotationWords) -> int | None:
    """Where the words end that "said Ada Holm" stands behind; None where nothing of the kind does."""
    for match in words.end_of_speech.finditer(text, span.start, span.end):
        if len(text[span.start : match.start()].split()) >= _LEAST:
            return match.start() + 1
    return None
