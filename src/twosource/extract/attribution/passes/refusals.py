"""Refusals to say anything: "declined to comment", "did not want to be named" are nobody's statement."""

import re
from typing import Final

from twosource.language.words_attribution import AttributionWords
from twosource.model import Span

_BEFORE: Final = 20  # code points before a verb in which its "would not" stands
_STOP: Final = re.compile(r"[.!?\n]")


def refuses_to_speak(text: str, content: tuple[Span, ...], cue: Span | None, said: AttributionWords) -> bool:
    """Whether what somebody is reported to have done is to say nothing.

    "declined to comment on the fire" and "would not say whether it was cold" refuse; "declined to lower the toll"
    and "said he would not comment on a plan that was mad" do more than that.
    """
    if len(content) != 1 or cue is None or cue.start > content[0].start:
        return False
    words = content[0].of(text)
    before = _STOP.split(text[max(0, cue.start - _BEFORE) : content[0].start])[-1]
    silent = said.silent.match(words)
    if silent and said.silent_rest.fullmatch(words, silent.end()):
        return bool(said.refused.search(before + words))
    return bool(said.untold.match(words) and said.would_not.search(before))
