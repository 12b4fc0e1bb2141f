"""In what words each side of a contradiction is shown, and by what sides are told apart."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.model import Figure, Statement
from twosource.present.evidence import sentence_at
from twosource.present.index import Index
from twosource.present.wording import span_of_time
from twosource.text.pieces import key_of
from twosource.text.story_index import Member

_DAY: Final = len("2031-05-14")
_QUOTED: Final = re.compile("“([^“”]+)”")
_DIGITS: Final = re.compile(r"\d(?:[\d.,]*\d)?")

Words = Callable[[Index, Member, str], str]
"""A member in words; the reason of its contradiction says which of its words tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How sides of a contradiction are told apart, and by what words each is shown.

    ``names_one``: the reason names, without quoting it, which of a member's words tells: of two times the event's.
    """

    key: Words
    words: Words
    names_one: bool = False


def begins(whole: str, words: str) -> bool:
    """Whether words, as far as they are shown, are how a whole begins: then they need not be said beside it."""
    return bool(words) and whole.startswith(words.removesuffix("…").rstrip())


def content(index: Index, member: Member, detail: str = "") -> str:
    """What a member says, verbatim on one line, its parts set apart by an ellipsis."""
    del detail
    return " … ".join(index.line(span, member.article) for span in member.places)


def is_quoted(member: Member) -> bool:
    """Whether it was said so by somebody, in these words."""
    return isinstance(member, Statement) and member.kind == "quotation"


def told_words(index: Index, member: Member, detail: str) -> str:
    """The words that the reason of a contradiction quotes of a member, the longest; all that it says, where none are quoted."""
    return max(_quoted(index, member, detail), key=len, default=content(index, member))


def _quoted(index: Index, member: Member, detail: str) -> list[str]:
    whole = content(index, member)
    return [words for words in _QUOTED.findall(detail) if words in whole]


def of_every_side(index: Index, members: Sequence[Member], detail: str) -> str:
    """The reason of a contradiction, where it quotes words of every member or of none; else empty: those of one side alone are no pair."""
    return detail if len({bool(_quoted(index, one, detail)) for one in members}) == 1 else ""


def _told_key(index: Index, member: Member, detail: str) -> str:
    return key_of(told_words(index, member, detail))


def counts_otherwise(index: Index, one: Member, other: Member) -> bool:
    """Whether both say numbers in figures, and none of them is the same: who answers one has not answered the other."""
    left, right = (set(_DIGITS.findall(content(index, each))) for each in (one, other))
    return bool(left and right) and not left & right


def number_words(index: Index, member: Member, detail: str) -> str:
    """The words of a number; of a member that is none, the number of it that the reason names, or else what is said."""
    if isinstance(member, Figure):
        return index.line(member.span, member.article)
    told = told_words(index, member, detail)
    for outlet in index.outlets.values():  # an outlet's name may hold a day
        detail = detail.replace(outlet, "")
    named = () if _quoted(index, member, detail) else _DIGITS.findall(detail)
    # An age may stand beside the name of who says it, in front of what is said.
    own = (told, _sentence(index, member)) if named else (told,)
    return next((one for words in own for one in _DIGITS.findall(words) if one in named), told)


def _sentence(index: Index, member: Member) -> str:
    article = index.articles.get(member.article)
    return sentence_at(article, member.start, member.end).of(article.text) if article else ""


def _speaker_words(index: Index, member: Member, detail: str) -> str:
    del detail
    return index.speaker(member) or "nobody named"


def _time_words(index: Index, member: Member, detail: str) -> str:
    """The words for the time, and what they were taken for; of several times the one that the reason names."""
    own = sorted(
        index.moments(member.article, member.span),
        key=lambda one: index.words(one.span, member.article) not in detail,
    )
    if not own:
        return content(index, member)
    day = span_of_time(own[0].earliest[:_DAY], own[0].latest[:_DAY])
    return f"{index.words(own[0].span, member.article)} ({day})"


def _value_key(index: Index, member: Member, detail: str) -> str:
    return f"{member.low}–{member.high}" if isinstance(member, Figure) else key_of(number_words(index, member, detail))


WAYS: Final[Mapping[str, Way]] = {
    "value": Way(key=_value_key, words=number_words),
    "speaker": Way(key=_speaker_words, words=_speaker_words),
    "time": Way(key=_time_words, words=_time_words, names_one=True),
}
"""For a kind of contradiction: what tells its sides apart, and what each is shown by."""

OTHER: Final = Way(key=_told_key, words=told_words)
"""For all other kinds: by the words that the reason quotes."""


def then_and_now(index: Index, before: Member, later: Member) -> str:
    """A number and the one that its source gave later in its place: "at least 14 → 12 killed"; "" for what is no number."""
    if not (isinstance(before, Figure) and isinstance(later, Figure)):
        return ""
    then, now = (number_words(index, one, "") for one in (before, later))
    return f"{then} → {now} {(later.measure or later.counted).replace('_', ' ')}"


def is_no_greater(one: Member, later: Member) -> bool:
    """Whether it is a number that the one given in place of a greater one did not take back."""
    return isinstance(one, Figure) and isinstance(later, Figure) and one.low <= later.high
