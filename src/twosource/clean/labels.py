"""Gives every line of an article its label, by structure first and wording second."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from twosource.clean.captions import WHOSE, credit_at, is_caption_wording, split_credit
from twosource.clean.characters import begins_with_quotation, is_finished, plain
from twosource.clean.masthead import is_signed_for_an_agency, masthead_label, split_dateline
from twosource.clean.pieces import MARKED, Draft
from twosource.clean.repeats import label_doubles, split_glued, with_repeats
from twosource.clean.wording import POINTS_ELSEWHERE, masthead, residue_reason
from twosource.model import Block
from twosource.text.pieces import key_of
from twosource.text.reasons import Reason

_MOST_HEADLINE: Final = 250
_MOST_SUBHEADING_WORDS: Final = 7
_FEWEST_FINISHED: Final = 3
_FINISHED_SHARE: Final = 0.6
_FEWEST_SENTENCE_WORDS: Final = 8
_MOST_TITLE_WORDS: Final = 22
_FEWEST_TITLE_WORDS: Final = 3
_MOST_HEADING_WORDS: Final = 5
_FEWEST_CAPTION_WORDS: Final = 5
_DASHED = re.compile(r"[-–—] [^-–—]{2,60} [-–—]")
_LIST_ITEM = re.compile(r"(?:[•●▪*]|\d{1,2}[.)]|[a-z]\)|- )\s*\S")
_TITLE: Final = Reason("pages.title")
_FEWEST_HEADS: Final = 2
_WITH_HEADS: Final = frozenset({"subheading", "dateline", "credit"})
_POST = re.compile(r"\(@\w{2,30}\)|https?://|\bt\.co/|\bpic\.twitter\.com")


def label(text: str, drafts: Sequence[Draft], headline: str | None) -> tuple[Block, ...]:
    """Blocks that cover every character of ``text`` but white space, in order.

    Args:
        text: The assembled article.
        drafts: Its lines; those whose markup told their kind have it already.
        headline: The chosen headline, to know it again where it stands in the text.
    """
    found = _headlines(text, drafts, headline)
    found = _comments(text, found)
    found = _signed_below_headline(text, [_by_wording(text, draft) for draft in found])
    found = _lists_of_pieces(text, found)
    # Doubled captions first, to know one that is glued to a paragraph; then those that the cut uncovered.
    found = label_doubles(text, split_glued(text, label_doubles(text, found)))
    found = [part for draft in found for part in _captions(text, draft)]
    found = _datelines(text, found)
    found = _behind_text(_titles(text, found))
    return with_repeats(text, found)


def _headlines(text: str, drafts: Sequence[Draft], headline: str | None) -> list[Draft]:
    key = key_of(headline or "")
    seen = False
    found: list[Draft] = []
    for draft in drafts:
        same = bool(key) and len(draft.of(text)) < 2 * _MOST_HEADLINE and key_of(draft.of(text)) == key
        if same and seen:
            found.append(draft.called("residue", Reason("pages.headline_again")))
        elif same and draft.kind != "headline":
            found.append(draft.called("headline", _TITLE))
        else:
            found.append(draft)
        seen = seen or same
    return found


def _by_wording(text: str, draft: Draft) -> Draft:
    if draft.kind not in (None, "subheading", "caption", "byline"):
        return draft
    words = draft.of(text)
    masthead = masthead_label(words)
    if masthead and not (draft.kind == "caption" and masthead[0] == "byline"):
        return draft.called(*masthead)
    residue = residue_reason(words)
    is_caption = len(words.split()) > _FEWEST_CAPTION_WORDS and is_caption_wording(words)
    return draft.called("residue", residue) if residue and not is_caption else draft


def _signed_below_headline(text: str, drafts: list[Draft]) -> list[Draft]:
    """A writer with an agency behind, before the first sentence, is the byline where no other line is one; elsewhere it is whose picture it is."""
    if any(draft.kind == "byline" for draft in drafts):
        return drafts
    head = takewhile(lambda draft: draft.kind == "headline" or not is_finished(draft.of(text)), drafts)
    signed = next((row for row, draft in enumerate(head) if is_signed_for_an_agency(draft.of(text))), None)
    why = Reason("pages.writer")
    return [draft.called("byline", why) if row == signed else draft for row, draft in enumerate(drafts)]


def _comments(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Everything below a heading of the readers' comments, where an article stands above it."""
    paragraphs = 0
    for i, draft in enumerate(drafts):
        paragraphs += draft.kind is None
        heading = draft.kind == "subheading" and plain(draft.of(text)) in masthead().comment_headings
        if heading and paragraphs >= _FEWEST_FINISHED:
            why = Reason("pages.below_comments")
            below = (one if one.kind == "residue" else one.called("residue", why) for one in drafts[i:])
            return [*drafts[:i], *below]
    return list(drafts)


def _lists_of_pieces(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Titles that follow a line such as "Related stories": up to the first finished sentence."""
    found: list[Draft] = []
    heading = False
    for draft in drafts:
        words = draft.of(text)
        if draft.kind == "residue":
            heading = draft.reason == POINTS_ELSEWHERE and len(words.split()) <= _MOST_HEADING_WORDS
        elif heading and draft.kind in (None, "subheading") and _is_title_in_list(words):
            found.append(draft.called("residue", Reason("pages.title_in_list")))
            continue
        else:
            heading = False
        found.append(draft)
    return found


def _behind_text(drafts: list[Draft]) -> list[Draft]:
    """Several headings behind all text are titles of other pieces, and what stands with them is theirs: days, whose picture it is."""
    last = max((row for row, draft in enumerate(drafts) if draft.kind in {None, "paragraph", "caption"}), default=-1)
    heads = [row for row, draft in enumerate(drafts) if row > last and draft.reason == MARKED]
    if last < 0 or len(heads) < _FEWEST_HEADS:
        return drafts
    why = Reason("pages.title_in_list")
    return [
        *drafts[: heads[0]],
        *(one.called("residue", why) if one.kind in _WITH_HEADS else one for one in drafts[heads[0] :]),
    ]


def _is_title_in_list(words: str) -> bool:
    short = _FEWEST_TITLE_WORDS <= len(words.split()) <= _MOST_TITLE_WORDS
    return short and not begins_with_quotation(words) and words[-1:] not in '.:,;"”' and not _POST.search(words)


def _captions(text: str, draft: Draft) -> list[Draft]:
    """Captions by their wording or by the picture's credit behind them."""
    if draft.kind == "caption":
        return split_credit(text, draft, draft.reason)
    words = draft.of(text)
    if draft.kind == "credit" and not masthead_label(words):
        return [draft.called("credit", WHOSE)]
    if draft.kind is not None:
        return [draft]
    reason = is_caption_wording(words)
    if reason:
        return split_credit(text, draft.called("caption", reason), reason)
    if len(words) <= 2 * _MOST_HEADLINE + 200 and not begins_with_quotation(words) and credit_at(words) is not None:
        return split_credit(text, draft, Reason("pages.credit_behind"))
    return [draft]


def _datelines(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    rows = [row for row, draft in enumerate(drafts) if draft.kind in (None, "paragraph")]
    cut = {row: split_dateline(text, drafts[row], opening=row == rows[0]) for row in rows}
    return [part for row, draft in enumerate(drafts) for part in cut.get(row, [draft])]


def _titles(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Sub-headings, and titles of embedded videos and related pieces, in articles that finish their sentences."""
    lines = [draft.of(text) if draft.kind is None else "" for draft in drafts]
    sentences = [i for i, line in enumerate(lines) if len(line.split()) >= _FEWEST_SENTENCE_WORDS]
    finished = [i for i in sentences if is_finished(lines[i])]
    if len(finished) < _FEWEST_FINISHED or len(finished) < _FINISHED_SHARE * len(sentences):
        return list(drafts)
    return [_title(drafts, lines, i, finished) for i in range(len(drafts))]


def _title(drafts: Sequence[Draft], lines: Sequence[str], i: int, finished: Sequence[int]) -> Draft:
    draft, line = drafts[i], lines[i]
    words = len(line.split())
    if _DASHED.fullmatch(line):
        return draft.called("subheading", Reason("pages.between_dashes"))
    if not line or draft.quoted or _reads_on(line) or words > _MOST_TITLE_WORDS:
        return draft
    if words <= _MOST_SUBHEADING_WORDS:
        return draft.called("subheading", Reason("pages.short_line")) if 0 < i < finished[-1] else draft
    around = filter(None, (*lines[i - 1 : i], *lines[i + 1 : i + 2]))
    amid = i > finished[1] and all(map(is_finished, around)) and _is_title(line)
    return draft.called("residue", Reason("pages.title_amid")) if amid else draft


def _is_title(line: str) -> bool:
    """Whether a line has a headline's verb, and none of the articles that headlines leave out."""
    words = {word.strip("'’:,").casefold() for word in line.split()[1:]}
    return not masthead().articles.search(line) and not words.isdisjoint(masthead().title_verbs)


def _reads_on(line: str) -> bool:
    """Whether a line is a sentence, a list's item, a post or somebody's words: nothing that is a title."""
    return (
        is_finished(line)
        or begins_with_quotation(line)
        or line[:1].islower()
        or line[-1:] in ",-–—"
        or bool(_LIST_ITEM.match(line) or _POST.search(line))
    )
