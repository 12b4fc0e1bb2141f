"""What an article says twice: doubled captions, captions glued to the next paragraph, repeated paragraphs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from twosource.clean.captions import credit_at
from twosource.clean.characters import begins_with_quotation, is_finished, word_count
from twosource.clean.pieces import Draft, cut
from twosource.model import Block, BlockKind
from twosource.text.pieces import key_of
from twosource.text.prose import TOLD_IN
from twosource.text.reasons import Reason, worded

_HEAD: Final = 24
_SHORTEST_GLUED: Final = 40
_MOST_TRIED: Final = 8
_CAPTION_TIMES: Final = 3
_FEWEST_PULLED: Final = 5
"""Words of a pull quote: fewer may stand in two sentences by chance."""
_MOST_PULLED: Final = 100
"""Paragraphs of an article that are looked up, so that a page of thousands stays linear."""


def split_glued(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Cut off what page furniture glued to the front of a paragraph: the whole of an earlier line, no space behind it.

    An earlier line with a space behind it is cut off only where that line is a caption already: a writer may well
    begin two paragraphs with the same sentence.
    """
    earlier: dict[str, list[Draft]] = defaultdict(list)
    parts: list[Draft] = []
    for draft in drafts:
        rest = draft
        while rest.kind in (None, "paragraph"):
            end, kind = _glued_end(text, rest, earlier[text[rest.start : rest.start + _HEAD]][:_MOST_TRIED])
            if end is None:
                break
            reason = Reason("pages.glued")
            pieces = cut(text, rest, ((end, kind, reason), (rest.end, rest.kind, rest.reason)))
            parts.append(pieces[0])
            rest = pieces[-1]
        parts.append(rest)
        same = earlier[text[rest.start : rest.start + _HEAD]]
        if rest.end - rest.start >= _SHORTEST_GLUED and len(same) < _MOST_TRIED:
            same.append(rest)
    return parts


def _glued_end(text: str, draft: Draft, earlier: Sequence[Draft]) -> tuple[int | None, BlockKind | None]:
    for one in sorted(earlier, key=lambda one: (one.start - one.end, one.start)):
        end = draft.start + one.end - one.start
        if end + 1 >= draft.end or not text.startswith(one.of(text), draft.start):
            continue
        kind = one.kind if one.kind == "caption" else None
        parted = kind and text[end].isspace() and draft.end - end >= _SHORTEST_GLUED
        if parted or _runs_on(text, end):
            return end, kind
    return None, None


def _runs_on(text: str, end: int) -> bool:
    """Whether a sentence or a quotation begins at once behind a place that ends in no bracket or dash."""
    return (text[end].isupper() or text[end] in "\"“'‘") and text[end - 1] not in "([{-/"


def label_doubles(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Label as captions the lines that stand twice in a row, as pages with a hidden caption print them.

    Only lines that do not end as a sentence does, that stand a third time in the article, or whose second printing
    adds the picture's credit: an editor's slip may double a paragraph too.
    """
    bare = [_without_credit(text, draft) for draft in drafts]
    times = Counter(bare)
    captions: set[int] = set()
    for i, pair in enumerate(pairwise(drafts)):
        if not bare[i] or bare[i] != bare[i + 1] or any(draft.kind not in (None, "caption") for draft in pair):
            continue
        has_credit = any(credit_at(draft.of(text)) for draft in pair)
        if has_credit or times[bare[i]] >= _CAPTION_TIMES or not is_finished(pair[0].of(text)):
            captions.update((i, i + 1))
    return [
        draft.called("caption", Reason("pages.twice_in_a_row")) if i in captions and draft.kind is None else draft
        for i, draft in enumerate(drafts)
    ]


def _without_credit(text: str, draft: Draft) -> str:
    words = draft.of(text)
    if len(words) > 2_000:  # noqa: PLR2004 - no caption is so long
        return key_of(words)
    return key_of(words[: credit_at(words) or len(words)])


def with_repeats(text: str, drafts: Sequence[Draft]) -> tuple[Block, ...]:
    """The finished blocks, each that says an earlier one again with that one's index.

    Where the same words are a paragraph somewhere and a caption elsewhere, the first in the text is the one
    repeated. A pull quote says a part of a paragraph again; one that stands before its paragraph is residue.
    """
    pulled = _pull_quotes(text, drafts)
    first: dict[str, int] = {}
    blocks: list[Block] = []
    for i, draft in enumerate(drafts):
        key = key_of(draft.of(text))
        earlier = first.setdefault(key, i) if key else i
        blocks.append(_block(draft, i, earlier, pulled.get(i)))
    return tuple(blocks)


def _block(draft: Draft, number: int, earlier: int, pulled: int | None) -> Block:
    """A finished block: ``earlier`` has the same words first, ``pulled`` is the paragraph that a pull quote is of."""
    kind, reason = draft.kind or "paragraph", draft.reason or Reason("pages.running_text")
    if earlier != number:
        reason = Reason("pages.said_again") if kind == "paragraph" else reason
    elif pulled is not None:
        kind, reason = (kind if pulled < number else "residue"), Reason("pages.pull_quote")
        earlier = min(pulled, number)
    again = earlier if earlier != number else None
    return Block(
        kind=kind, start=draft.start, end=draft.end, repeats=again, quoted=draft.quoted, reason=worded(reason, TOLD_IN)
    )


def _pull_quotes(text: str, drafts: Sequence[Draft]) -> dict[int, int]:
    """Paragraphs set apart, or that open with a quotation mark, whose words stand in a longer one: by their number, that one's."""
    keys = [key_of(draft.of(text)) if draft.kind in (None, "paragraph") else "" for draft in drafts]
    quoted = (i for i, one in enumerate(drafts) if keys[i] and (one.quoted or begins_with_quotation(one.of(text))))
    set_apart = [i for i in islice(quoted, _MOST_PULLED) if word_count(drafts[i].of(text)) >= _FEWEST_PULLED]
    return {i: whole for i in set_apart for whole in islice(_wholes_of(keys[i], keys), 1)}


def _wholes_of(key: str, keys: Sequence[str]) -> Iterator[int]:
    """The longer lines that have these words."""
    return (j for j, other in enumerate(keys) if len(other) > len(key) and key in other)
