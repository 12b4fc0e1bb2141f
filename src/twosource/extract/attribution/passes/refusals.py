"""Refusals to say anything: "declined to comment", "did not want to be named" are nobody's statement."""

import re
from typing import Final

from twosource.model import Span

_SILENT: Final = re.compile(
    r"(?:(?:\w+ ){0,3}(?:requests?|calls?|questions?|emails?|messages?) (?:for|seeking) (?:further |any |a )?(?:comment|interview)s?"
    r"|(?:not )?(?:to )?(?:be|being) (?:named|identified|quoted|interviewed)"
    r"|(?:to )?(?:comment|elaborate|(?:give|provide) (?:further |any |more )?details|answer (?:\w+ ){0,2}questions|be drawn"
    r"|go (?:any )?(?:further )?into (?:any |further |more )?details?)"
    r"|comment)\b",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"(?:\s+(?:on|about|for|because|until|when|further|publicly|by|in|as|over|immediately|after)\b.*)?[\s.,;:]*",
    re.DOTALL | re.IGNORECASE,
)
_REFUSED: Final = re.compile(
    r"\b(?:declin|refus)\w*|\b(?:did|would|could|has|have|had|was|were|is|are|does|do)(?:n[o']t| not|n’t)\b|\bnot\b",
    re.IGNORECASE,
)
_UNTOLD: Final = re.compile(
    r"(?:to )?(?:say|confirm|disclose|discuss|specify|reveal|comment on)? ?(?:whether|if|how|what|who|when|where|why|which)\b",
    re.IGNORECASE,
)
_WOULD_NOT: Final = re.compile(r"\b(?:declin\w*|refus\w*|would(?:n't|n’t| not)|did(?:n't|n’t| not))\b", re.IGNORECASE)
_BEFORE: Final = 20  # code points before a verb in which its "would not" stands
_STOP: Final = re.compile(r"[.!?\n]")


def refuses_to_speak(text: str, content: tuple[Span, ...], cue: Span | None) -> bool:
    """Whether what somebody is reported to have done is to say nothing.

    "declined to comment on the fire" and "would not say whether it was cold" refuse; "declined to lower the toll"
    and "said he would not comment on a plan that was mad" do more than that.

    Args:
        text: The article's text.
        content: The places of what is given to the source.
        cue: The place of the words of saying, if there are any.
    """
    if len(content) != 1 or cue is None or cue.start > content[0].start:
        return False
    words = content[0].of(text)
    before = _STOP.split(text[max(0, cue.start - _BEFORE) : content[0].start])[-1]
    silent = _SILENT.match(words)
    if silent and _REST.fullmatch(words, silent.end()):
        return bool(_REFUSED.search(before + words))
    return bool(_UNTOLD.match(words) and _WOULD_NOT.search(before))
