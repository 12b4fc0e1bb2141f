"""Interviews set as questions and answers: the answers are those of the one who is interviewed, the questions the outlet's."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.model import Span
from twosource.text.reasons import Reason

_ASKED: Final = Reason("attribution.question")
_ANSWERED: Final = Reason("attribution.answer")


def interview(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; a letter for a question is the outlet, one for an answer the one person whom the text before the first line names."""
    words, text = reading.document.lexicon.attribution, reading.text
    letters = [(draft, "" if draft.source is None else draft.source.of(text).strip(" .").lower()) for draft in drafts]
    answering = [draft for draft, letter in letters if letter in words.answer_letters]
    if not answering:
        yield from drafts
        return
    lines = words.answer_letters | words.question_letters
    first = min(draft.content[0].start for draft, letter in letters if letter in lines)
    who = _interviewed(reading, first)
    for draft, letter in letters:
        if letter in words.question_letters:
            yield replace(draft, cue=None, source=None, silent=_ASKED, asserted=True, verbatim=False)
        elif letter in words.answer_letters and who is not None:
            named = Draft(cue=None, source=who, content=draft.content, score=draft.score, reason=_ANSWERED)
            yield replace(draft, follows=named, reason=_ANSWERED)
        else:
            yield draft


def _interviewed(reading: Reading, until: int) -> Span | None:
    """The first name of the one person introduced before a place; None for none or several."""
    named = [m for m in reading.cast.mentions if m.at.start < until and m.person is not None]
    return named[0].at if len({mention.person for mention in named}) == 1 else None
