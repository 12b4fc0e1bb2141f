"""Words set apart from what says whose they are: a page's block quotations, paragraphs behind a colon, signed posts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Clause, Row, Tree, labels
from twosource.model import Span
from twosource.text.reasons import Reason

_SCORE: Final = 0.8
_BEHIND_COLON: Final = Reason("attribution.behind_colon")
_QUOTED: Final = Reason("attribution.block_quotation")
_SIGNED: Final = Reason("attribution.signed")
_LED: Final = Reason("attribution.before_colon")
_NOBODY: Final = Reason("attribution.set_apart_of_nobody")
_OPENING: Final = '“"‘«„'
_CLOSING: Final = '”"’»'
_LEAST_LEAD, _MOST_LEAD = 2, 7
"""Tokens of a paragraph that only names a source, its preposition and its colon included."""
_MOST: Final = 12
"""Paragraphs of one text that is set apart: a longer one is read by its first."""
_MOST_NAME: Final = 90
"""Code points of a line that only says whose the words before it are."""
_DATE: Final = r"(?:[^\W\d_]{3,12}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[^\W\d_]{3,12}\s\d{4})"
_SIGNATURE: Final = re.compile(
    rf"\s*(?P<cue>[—–-]{{1,2}})\s?(?P<name>[^\W\d_][^()@\n]{{1,60}}?)\s\((?P<account>@\w{{1,30}})\)(?:\s{_DATE})?(?:\s[A-Z]\w+)?\s*$"
)
_ACCOUNT: Final = re.compile(
    r"\s*(?P<name>@\w{2,30}|[^\W\d_][^()@:\n“\"]{1,50}?(?=\s\(@))(?:\s\(@\w{1,30}\))?(?:\s(?P<verb>[^\W\d_]{3,9}))?(?P<colon>:)\s+(?=\S)"
)
_NAME_LINE: Final = re.compile(r"\s*(?P<cue>[—–―-]{0,2})\s?(?P<name>[A-Z][^\n@]*?)(?:\s\(@\w{1,30}\))?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _SetApart:
    """Paragraphs that are somebody's words, the words that say whose, and by which rule; None where nothing says so."""

    words: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    reason: Reason

    @property
    def draft(self) -> Draft:
        silent = self.reason if self.source is None else None
        return Draft(
            cue=self.cue, source=self.source, content=self.words, score=_SCORE, reason=self.reason, verbatim=True,
            silent=silent,
        )  # fmt: skip


def block_quotation(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each stretch of paragraphs that is set apart as somebody's words.

    Set apart are what the page sets so, and what stands behind words of saying and a colon.
    """
    found = [one.draft for one in (*_by_page(reading, drafts), *_behind_colons(reading))]
    yield from _told_inside(reading, drafts, found)
    yield from found


def _told_inside(reading: Reading, drafts: Drafts, around: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts; what those who are set apart tell of others is relayed by them, what they tell of themselves is theirs."""
    for draft in drafts:
        outer = next((one for one in around if any(span.holds(draft.cue) for span in one.content)), None)
        if outer is None:
            yield draft
        elif draft.source is not None and not draft.verbatim and not _is_oneself(reading, draft.source):
            yield draft if outer.source is None else replace(draft, relayer=outer.source)


def _is_oneself(reading: Reading, source: Span) -> bool:
    return source.of(reading.text).strip().lower() in reading.document.lexicon.attribution.oneself


def _by_page(reading: Reading, drafts: Drafts) -> Iterator[_SetApart]:
    """What the page sets apart, by who signs it or who the words before it name."""
    blocks = reading.article.blocks
    for set_so, group in groupby(range(len(blocks)), key=lambda number: _is_quoted(reading, number)):
        numbers = list(group)
        spans = tuple(blocks[number].span for number in numbers)
        if not set_so or _says_itself(reading, drafts, spans):
            continue
        signed = _signed(reading, spans)
        lead = _lead_before(reading, numbers[0]) if signed is None else None
        if signed is not None:
            yield signed
        elif lead is not None:
            yield _SetApart(words=spans, source=lead[0], cue=lead[1], reason=_QUOTED)
        else:
            yield _SetApart(words=spans, reason=_NOBODY)


def _is_quoted(reading: Reading, number: int) -> bool:
    block = reading.article.blocks[number]
    return block.quoted and block.kind == "paragraph" and block.repeats is None


def _says_itself(reading: Reading, drafts: Drafts, spans: Sequence[Span]) -> bool:
    """Whether the paragraphs hold words in quotation marks with their own words of saying beside them."""
    inside = [quotation.outer for quotation in reading.quotations if any(span.holds(quotation.outer) for span in spans)]
    own = (
        draft.content
        for draft in drafts
        if draft.cue is not None and draft.source is not None
        if any(span.holds(draft.cue) and span.holds(draft.source) for span in spans)
    )
    return any(outer.overlaps(content) for said in own for content in said for outer in inside)


def _signed(reading: Reading, spans: tuple[Span, ...]) -> _SetApart | None:
    """The paragraphs by the name that stands behind them, in a line of its own or with an account."""
    text, last = reading.text, spans[-1]
    match = _SIGNATURE.search(text, last.start, last.end)
    if match is None and len(spans) > 1 and len(last) <= _MOST_NAME and last.of(text)[-1:] not in '.!?…:”"':
        match = _NAME_LINE.match(text, last.start, last.end)
    if match is None:
        return None
    before = Span(start=last.start, end=match.start())
    words = (*spans[:-1], before) if len(before) else spans[:-1]
    cue = Span(start=match.start("cue"), end=match.end("cue")) if match["cue"] else None
    name = Span(start=match.start("name"), end=match.end("name"))
    return _SetApart(words=words, source=name, cue=cue, reason=_SIGNED) if words else None


def _lead_before(reading: Reading, number: int) -> tuple[Span, Span] | None:
    """Who says what stands from a block on, and the words that say so, by the paragraph before it."""
    before = number - 1
    if before < 0 or reading.article.blocks[before].kind != "paragraph":
        return None
    tree = reading.document.trees[before]
    return (_lead_in(reading, tree) or _lead_name(reading, tree)) if len(tree) else None


def _behind_colons(reading: Reading) -> Iterator[_SetApart]:
    """Paragraphs behind words of saying and a colon; more than one up to one with a closing mark that nothing opened."""
    for number, block in enumerate(reading.article.blocks[:-1]):
        tree, behind = reading.document.trees[number], reading.article.blocks[number + 1]
        if block.kind != "paragraph" or tree.words[-1:] != (":",) or behind.quoted:
            continue
        lead = _lead_in(reading, tree)
        words = _paragraphs_behind(reading, number) if lead is not None else ()
        if lead is not None and words:
            yield _SetApart(words=words, source=lead[0], cue=lead[1], reason=_BEHIND_COLON)


def _lead_in(reading: Reading, tree: Tree) -> tuple[Span, Span] | None:
    """Who says what follows, and the verb that says so, in a paragraph's last sentence; None where it says something itself."""
    words = reading.document.lexicon.attribution
    first, last = tree.sentences[-1]
    clause = next(filter(_has_agent, _verbs_of(tree, range(last - 1, first - 1, -1), words.setting_apart)), None)
    speaker = None if clause is None else clause.agent if clause.is_passive else clause.subject
    if clause is None or speaker is None or (speaker.row > clause.row and not clause.is_passive):
        return None
    told = " ".join(word.lower() for word in tree.words[first:last])
    if _is_complete(clause) and not any(phrase in told for phrase in words.whole_text):
        return None
    return speaker.named_span, tree.span(clause.row, clause.row)


def _verbs_of(tree: Tree, rows: range, lemmas: frozenset[str]) -> Iterator[Clause]:
    return (Clause(tree, Row(row)) for row in rows if tree.pos[row] == labels.VERB and tree.lemmas[row] in lemmas)


def _has_agent(clause: Clause) -> bool:
    """Whether a clause is active, or says by whom."""
    return not clause.is_passive or clause.agent is not None


def _is_complete(clause: Clause) -> bool:
    """Whether a verb has what it says beside it."""
    return clause.tree.child(clause.row, *labels.OBJECTS, *labels.COMPLEMENTS) is not None


def _lead_name(reading: Reading, tree: Tree) -> tuple[Span, Span] | None:
    """The source that a paragraph does nothing but name, and its preposition: "From Norvale Radio:"."""
    words = reading.document.lexicon.attribution
    short = _MOST_LEAD >= len(tree) > _LEAST_LEAD and tree.words[-1] == ":"
    if not short or tree.lemmas[0] not in words.led_from or any(lemma in words.no_lead for lemma in tree.lemmas):
        return None
    return tree.span(1, len(tree) - 2), tree.span(0, 0)


def _paragraphs_behind(reading: Reading, number: int) -> tuple[Span, ...]:
    """The paragraphs that are somebody's words; none where they stand in quotation marks, which speak for themselves."""
    following: list[Span] = []
    for block in reading.article.blocks[number + 1 :]:
        if block.kind != "paragraph":
            break
        following.append(block.span)
    if not following or following[0].of(reading.text)[:1] in _OPENING:
        return ()
    closed = next((at for at, span in enumerate(following[:_MOST]) if _closes(span.of(reading.text))), 0)
    return tuple(following[: closed + 1])


def _closes(text: str) -> bool:
    """Whether a paragraph ends with a mark that nothing in it opened."""
    end, opened = text.rstrip()[-1:], sum(text.count(mark) for mark in _OPENING if mark != "'")
    return end in _CLOSING and opened == (end == '"')


def led_by_name(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for a quotation that a paragraph with nothing but its source leads in: "From Norvale Radio:"."""
    yield from drafts
    opening = {quotation.outer.start: quotation.outer for quotation in reading.quotations}
    for number, block in enumerate(reading.article.blocks[:-1]):
        tree = reading.document.trees[number]
        quotation = opening.get(reading.article.blocks[number + 1].start)
        if quotation is None or block.kind != "paragraph" or not len(tree):
            continue
        lead = _lead_name(reading, tree)
        if lead is not None:
            yield Draft(cue=lead[1], source=lead[0], content=(quotation,), score=_SCORE, reason=_LED)


def signed_post(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each paragraph that is a post, its author's name and account behind it or before it."""
    blocks = (block for block in reading.article.blocks if block.kind == "paragraph" and not block.quoted)
    posts = [post for block in blocks if (post := _post(reading.text, block.span)) is not None]
    signed = {post.cue for post in posts}
    yield from _told_inside(reading, tuple(draft for draft in drafts if draft.cue not in signed), posts)
    yield from posts


def _opening(text: str, block: Span, signature: re.Match[str]) -> int:
    """Where a post begins: behind a label that names its account ("Skip post by @odabrink")."""
    label = text.find(signature["account"], block.start, min(block.start + _MOST_LABEL, signature.start()))
    return block.start if label < 0 else label + len(signature["account"]) + 1


_MOST_LABEL: Final = 40
"""Code points of a page's label before a post."""


def _post(text: str, block: Span) -> Draft | None:
    """A paragraph as a post: "… — Oda Brink (@odabrink) May 3, 2031", "Oda Brink (@odabrink): …", "@odabrink: …"."""
    if text.find("@", block.start, block.end) < 0:
        return None
    behind = _SIGNATURE.search(text, block.start, block.end)
    before = _ACCOUNT.match(text, block.start, block.end) if behind is None else None
    found = behind or before
    if found is None or found.start() == block.start == found.end() or (behind and behind.start() <= block.start):
        return None
    content = (
        Span(start=_opening(text, block, behind), end=behind.start())
        if behind
        else Span(start=found.end(), end=block.end)
    )
    part = "cue" if behind else "verb" if found["verb"] else "colon"
    source, cue = (Span(start=found.start(name), end=found.end(name)) for name in ("name", part))
    return Draft(cue=cue, source=source, content=(content,), score=_SCORE, reason=_SIGNED, verbatim=True)
