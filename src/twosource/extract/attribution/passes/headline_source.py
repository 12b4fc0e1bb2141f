"""Headlines whose source stands at their end: "Fire kills 14 – report", "Mayor knew of fault, documents show"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.language import Lexicon, lexicon_of
from twosource.language.word_files import any_of
from twosource.model import Block, Span
from twosource.text.reasons import Reason

_KINDS: Final = frozenset({"headline", "subheading"})
_SCORE: Final = 0.6
_REASON: Final = Reason("attribution.end_of_headline")
_BEHIND: Final = re.compile(
    r"\s?(?P<cue>(?<=\s)(?:[–—-]|--)|(?<=\S):)\s(?P<source>(?:[\w’'-]+\s){0,2}(?P<noun>[\w’'-]+))\s*$"
)
_LED: Final = re.compile(r"(?P<source>(?:[\w’'-]+\s){0,2}(?P<noun>[\w’'-]+))(?P<cue>:)\s(?=[A-Z\d])")
_LEAST: Final = 3  # words of what is said


def headline_source(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts, and one for each headline that names a speaker by its form.

    Words of saying and a speaker at a headline's end ("…, says mayor", "…, police say") go before whatever else was
    read in it; a noun of somebody who speaks before a colon, or behind one or a dash, is one where nothing was read.
    """
    text, lexicon = reading.text, reading.document.lexicon
    sure = {block: found for block in _headlines(reading) if (found := _behind_comma(text, block, lexicon)) is not None}
    for draft in drafts:
        if not any(_within(block, draft) for block in sure):
            yield draft
    yield from sure.values()
    for block in _headlines(reading):
        if block not in sure and not any(_within(block, draft) for draft in drafts):
            found = _last(text, block, lexicon) or _colon(text, block, lexicon)
            if found is not None:
                yield found


def _headlines(reading: Reading) -> Iterator[Block]:
    return (block for block in reading.article.blocks if block.kind in _KINDS)


def _within(block: Block, one: Draft) -> bool:
    return any(block.span.overlaps(span) for span in one.content)


def _last(text: str, block: Block, lexicon: Lexicon) -> Draft | None:
    """Behind a dash or a colon at the end: "Mayor knew of fault: report"; "the report" is a topic's part, "- Norvale News" the outlet."""
    match = _BEHIND.search(text, block.start, block.end)
    if match is None or match["source"].split()[0].lower() in lexicon.names.of_one:
        return None
    outlet = match["cue"] != ":" and lexicon.source_nouns.kind_of(match["noun"].lower()) == "outlet"
    return None if outlet else _at_the_end(text, block, match, lexicon)


def _behind_comma(text: str, block: Block, lexicon: Lexicon) -> Draft | None:
    matches = (pattern.search(text, block.start, block.end) for pattern in _saying(lexicon.code))
    match = next((match for match in matches if match and _speaks(match["noun"], lexicon)), None)
    return None if match is None else _at_the_end(text, block, match, lexicon)


def _colon(text: str, block: Block, lexicon: Lexicon) -> Draft | None:
    """As in "Mayor: Pier will close"; a label or a topic before the colon is nobody."""
    match = _LED.match(text, block.start, block.end)
    if match is None or match["source"].strip().lower() in lexicon.source_nouns.label:
        return None
    return _attribution(match, Span(start=match.end(), end=block.end)) if _speaks(match["noun"], lexicon) else None


def _at_the_end(text: str, block: Block, match: re.Match[str], lexicon: Lexicon) -> Draft | None:
    content = without_label(text, Span(start=block.start, end=match.start()), lexicon)
    told = len(content.of(text).split()) >= _LEAST and _speaks(match["noun"], lexicon)
    return _attribution(match, content) if told else None


def _attribution(match: re.Match[str], content: Span) -> Draft:
    source, cue = (Span(start=match.start(name), end=match.end(name)) for name in ("source", "cue"))
    return Draft(cue=cue, source=source, content=(content,), score=_SCORE, reason=_REASON)


def without_label(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Words without a label and its colon at their head ("Exclusive: Mayor knew of fault")."""
    label, colon, _ = span.of(text).partition(":")
    if not colon or label.strip().lower() not in lexicon.source_nouns.label:
        return span
    first = span.start + len(label) + 1
    while first < span.end and text[first].isspace():
        first += 1
    return Span(start=first, end=span.end)


def _speaks(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun, or the noun that it is the plural of, is of somebody or something that speaks."""
    word, words = noun.lower(), lexicon.source_nouns
    forms = (word, *(word.removesuffix(end) for end in lexicon.names.plural_ends))
    return any(words.kind_of(form) is not None for form in forms)


@cache
def _saying(language: str) -> tuple[re.Pattern[str], ...]:
    """Speaker and verb, verb and speaker, and "court hears", behind a comma at the end."""
    shapes = lexicon_of(language).quotation_shapes
    verbs = any_of(shapes.headline_sayings)
    speaker = r"(?P<source>(?:[\w’'-]+\s){0,3}(?P<noun>[\w’'-]+))"
    heard = rf"(?P<source>(?P<noun>{any_of(shapes.hearing)}))\s(?P<cue>{any_of(shapes.headline_heard)})"
    return (
        re.compile(rf",\s{speaker}\s(?P<cue>{verbs})\s*$"),
        re.compile(rf",\s{heard}\s*$"),
        re.compile(rf",\s(?P<cue>{verbs})\s{speaker}\s*$"),
    )
