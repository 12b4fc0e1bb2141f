"""What a newsroom calls what we found: one table each for differences, marks, relations and checks.

Codes and kinds that stand in no table are shown by their own name, so that a new one is seen before it is worded.
"""

from collections.abc import Mapping
from typing import Final

DIFFERENCES: Final[Mapping[str, str]] = {
    "value": "other figure",
    "speaker": "other speaker",
    "bound": "qualifier differs",
    "wording": "other words",
    "time": "other time",
    "place": "other place",
    "polarity": "says the opposite",
    "mark": "doubt left out",
    "attribution": "source left out",
    "name": "other name",
    "reason": "other reason",
    "agent": "somebody else did it",
    "manner": "in another way",
    "strength": "put more strongly",
}
"""What sets an article apart, in the words of the label beside its own words."""

CONFLICTS: Final[Mapping[str, str]] = {
    "value": "Figures contradict",
    "speaker": "Two speakers",
    "time": "Times contradict",
    "place": "Places contradict",
    "polarity": "Accounts say the opposite",
    "name": "A name in two ways",
    "reason": "Reasons contradict",
    "agent": "Two are said to have done it",
    "manner": "Told in two ways",
    "strength": "One account goes further",
}
"""What a contradiction is about."""

MARKS: Final[Mapping[str, str]] = {
    "unverified": "not verified",
    "disputed": "disputed",
    "denied": "denied",
    "confirmed": "said to be confirmed",
    "hedged": "with caution",
    "corrected": "corrected",
    "retracted": "taken back",
}
"""What is said of a claim."""

RELATIONS: Final[Mapping[str, str]] = {
    "same": "",
    "single": "",
    "differs": "accounts differ",
    "updated": "updated since",
    "other scope": "not the same count",
}
"""How the accounts of one claim stand to each other; nothing is said where they agree."""

BLOCKS: Final[Mapping[str, str]] = {"paragraph": "", "residue": "not the article", "subheading": "subhead"}
"""What a part of a page is; the kinds that are not here are a newsroom's words already."""


CHECKS: Final[Mapping[str, str]] = {
    "C101": "Accounts contradict each other",
    "C102": "Two speakers for the same words",
    "C103": "Denied or disputed",
    "C104": "Doubt left out",
    "C105": "Source left out",
    "C106": "Many outlets, one text",
    "C107": "Several outlets, one source",
    "C108": "Not verified anywhere",
    "C109": "Number only in the headline",
    "C110": "“At least” or “about” left out",
    "C111": "One translation in several articles",
    "C112": "Quotation cut or changed",
    "C113": "Speaker unknown",
    "C114": "Only one article has it",
    "C115": "No date stated",
    "C116": "Copied with a mistake",
    "C117": "Source made weightier",
    "C120": "May go back to one text",
    "C121": "A name in two ways",
    "C122": "A weekday that does not fit",
    "C123": "Perhaps told without its source",
}
"""What each check asks, in a few words; one without a title is called by its first sentence."""

PASSAGES: Final[Mapping[str, str]] = {
    "copied": "the same wording",
    "translation": "the same translation of somebody's words, so one text lies behind both",
    "caption": "the same caption",
    "release": "the words of an office or a firm, or what may be theirs, which both print",
    "quotation": "the same person quoted, which is no copying",
    "formula": "a set phrase, which is no copying",
}
"""What two articles share."""


def term(table: Mapping[str, str], kind: str) -> str:
    """What a kind is called; by its own name where the table does not know it.

    Example:
        >>> term(MARKS, "unverified"), term(MARKS, "walked_back")
        ('not verified', 'walked back')
    """
    return table.get(kind, kind.replace("_", " "))
