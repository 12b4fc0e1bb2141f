"""Words set apart from what says whose they are: in paragraphs of their own behind a colon, or signed."""

import re
from collections.abc import Iterator
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Clause, Row, Tree, labels
from twosource.model import Block, Span

_SCORE: Final = 0.8
_BEHIND_COLON: Final = "rule: set in paragraphs of their own behind words of saying and a colon"
_SIGNED: Final = "rule: a post, signed with a name and an account"
_LED: Final = "rule: the source that the words before a colon name"
_CLOSING: Final = '”"’»'
_OPENING: Final = '“"‘«„'
_SIGNATURE: Final = re.compile(
    r"\s*(?P<cue>[—–-]{1,2})\s?(?P<name>[^\W\d_][^()@\n]{1,60}?)\s\(@\w{1,30}\)(?:\s[^\W\d_]{3,12}\.?\s\d{1,2},\s\d{4})?\s*$"
)
_LEAST_LEAD, _MOST_LEAD = 2, 7
"""Tokens of a paragraph that only names a source, its preposition and its colon included."""


def block_quotation(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for paragraphs that stand behind a colon and words of saying: they are the speaker's words.

    One paragraph belongs to them; more do up to one that ends with a closing mark that nothing opened.
    """
    blocks = reading.article.blocks
    taken: list[Span] = []
    for number, block in enumerate(blocks[:-1]):
        tree = reading.document.trees[number] if block.kind == "paragraph" else None
        lead = _lead_in(reading, tree) if tree is not None and tree.words and tree.words[-1] == ":" else None
        words = _paragraphs_behind(reading, number) if lead is not None else ()
        if lead is not None and words:
            taken += words
            yield Draft(cue=lead[1], source=lead[0], content=words, score=_SCORE, reason=_BEHIND_COLON, verbatim=True)
    for draft in drafts:
        # What was read inside of words that are somebody's as a whole is what they tell of others.
        if draft.cue is None or not any(span.holds(draft.cue) for span in taken):
            yield draft


def _lead_in(reading: Reading, tree: Tree) -> tuple[Span, Span] | None:
    """Who says what follows, and the verb that says so, in a paragraph's last sentence; None where it says something itself."""
    words = reading.document.lexicon.attribution
    first, last = tree.sentences[-1]
    for row in range(last - 1, first - 1, -1):
        clause = Clause(tree, Row(row))
        if tree.pos[row] != "VERB" or tree.lemmas[row] not in words.setting_apart:
            continue
        complete = tree.child(row, *labels.OBJECTS, "ccomp", "xcomp") is not None
        told = " ".join(word.lower() for word in tree.words[first:last])
        whole = any(phrase in told for phrase in words.whole_text)
        if clause.subject is None or (complete and not whole) or clause.subject.row > row:
            return None
        return clause.subject.span, tree.span(row, row)
    return None


def _paragraphs_behind(reading: Reading, number: int) -> tuple[Span, ...]:
    """The paragraphs that are somebody's words; none where they stand in quotation marks, which speak for themselves."""
    following = list(_paragraphs(reading.article.blocks[number + 1 :]))
    if not following or following[0].of(reading.text)[:1] in _OPENING:
        return ()
    closed = next((at for at, span in enumerate(following[:_MOST]) if _closes(span.of(reading.text))), 0)
    return tuple(following[: closed + 1])


_MOST: Final = 12
"""Paragraphs of one text that is set apart: a longer one is read by its first."""


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[Span]:
    for block in blocks:
        if block.kind != "paragraph":
            return
        yield block.span


def _closes(text: str) -> bool:
    """Whether a paragraph ends with a mark that nothing in it opened."""
    return text.rstrip()[-1:] in _CLOSING and sum(text.count(mark) for mark in _OPENING if mark != "'") == (
        1 if text.rstrip()[-1:] == '"' else 0
    )


def led_by_name(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for a quotation that a paragraph with nothing but its source leads in: "From Norvale Radio:"."""
    yield from drafts
    opening = {quotation.outer.start: quotation.outer for quotation in reading.quotations}
    words = reading.document.lexicon.attribution
    for number, block in enumerate(reading.article.blocks[:-1]):
        tree = reading.document.trees[number]
        quotation = opening.get(reading.article.blocks[number + 1].start)
        if tree is None or quotation is None or block.kind != "paragraph" or not _MOST_LEAD >= len(tree) > _LEAST_LEAD:
            continue
        led = tree.lemmas[0] in words.led_from and tree.words[-1] == ":"
        if led and not any(lemma in words.no_lead for lemma in tree.lemmas):
            cue, source = tree.span(0, 0), tree.span(1, len(tree) - 2)
            yield Draft(cue=cue, source=source, content=(quotation,), score=_SCORE, reason=_LED)


def signed_post(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each paragraph that is a post with its author's name and account behind it."""
    posts: list[Draft] = []
    for block in reading.article.blocks:
        match = _SIGNATURE.search(reading.text, block.start, block.end) if block.kind == "paragraph" else None
        if match is None or match.start() <= block.start:
            continue
        source, cue = (Span(start=match.start(part), end=match.end(part)) for part in ("name", "cue"))
        content = Span(start=block.start, end=match.start())
        posts.append(Draft(cue=cue, source=source, content=(content,), score=_SCORE, reason=_SIGNED, verbatim=True))
    taken = {post.cue for post in posts}
    yield from (draft for draft in drafts if draft.cue not in taken)
    yield from posts
