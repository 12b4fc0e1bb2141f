"""Interviews set as questions and answers: the answers are those of the one who is interviewed, the questions the outlet's."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from twosource.extract.attribution.draft import Draft, Drafts, Reading
from twosource.extract.entities.mentions import Mention
from twosource.language import labels
from twosource.model import Span
from twosource.text.reasons import Reason

_ASKED: Final = Reason("attribution.question")
_ANSWERED: Final = Reason("attribution.answer")


def interview(reading: Reading, drafts: Drafts) -> Iterator[Draft]:
    """The drafts; a letter for a question is the outlet, one for an answer whom the text before the first line introduces.

    Where several are introduced it is the one with whom somebody speaks, or who alone is named again; else nobody.
    """
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
    """The first name of the one person introduced before a place, with whom somebody speaks there, or who is named twice."""
    named = [m for m in reading.cast.mentions if m.at.start < until and m.person is not None]
    spoken_with = [m for m in named if _is_spoken_with(reading, m)]
    times = Counter(m.person for m in named)
    twice = [m for m in named if times[m.person] > 1]
    for mentions in (named, spoken_with, twice):
        if len({mention.person for mention in mentions}) == 1:
            return mentions[0].at
    return None


def _is_spoken_with(reading: Reading, mention: Mention) -> bool:
    """Whether somebody is asked or talks with a person: "an interview with Holm", "she spoke to Holm", "we asked Holm"."""
    tree = reading.document.trees[mention.block]
    words = reading.document.lexicon.attribution
    over = tree.heads[mention.row]
    if tree.deps[mention.row] == labels.PREPOSED:
        over = tree.heads[over]
        if tree.lemmas[tree.heads[mention.row]] not in words.talking_with:
            return False
    elif tree.deps[mention.row] not in labels.OBJECTS:
        return False
    return tree.lemmas[over] in words.interviewing
