"""Whom a pronoun means, where it is safe to say."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from twosource.extract.cast import Cast, Mention
from twosource.text.names import Gender

GENDERS: Final[dict[str, Gender]] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
}
PLURALS: Final = frozenset({"they", "them", "their", "theirs"})
_REACH: Final = 5  # sentences back


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """Who is meant, or nobody, and why."""

    mention: Mention | None
    reason: str


def antecedent(cast: Cast, start: int, sentence: int, pronoun: str, speaker: Mention | None) -> Antecedent:
    """Find whom "he", "she" or "they" means.

    Args:
        cast: The article's people.
        start: Where the pronoun stands.
        sentence: Number of its sentence.
        pronoun: In lower case.
        speaker: Who spoke last before it, if the mention is known.

    Returns:
        The antecedent. ``mention`` is None where two fit or nobody does; the reason says which.
    """
    gender, plural = GENDERS.get(pronoun, ""), pronoun in PLURALS
    behind = bisect_left(cast.starts, start)
    near = [
        mention
        for mention in cast.mentions[max(0, behind - 60) : behind]
        if not mention.quoted and sentence - mention.sentence <= _REACH and _fits(mention, gender, plural=plural)
    ]
    if speaker is not None and sentence - speaker.sentence <= _REACH and _fits(speaker, gender, plural=plural):
        since = {_who(m) for m in near if m.subject and m.at.start > speaker.at.start} - {_who(speaker)}
        if not since:
            return Antecedent(mention=speaker, reason=f'"{pronoun}" goes on from who spoke before')
    for back in range(_REACH + 1):
        here = [mention for mention in near if sentence - mention.sentence == back]
        subjects = [mention for mention in here if mention.subject]
        for some, why in ((subjects, "the only subject"), (here, "the only person")):
            if len({_who(mention) for mention in some}) == 1:
                sure = [m for m in some if m.gender == gender or plural] or (some if _alone(near, some[0]) else [])
                if sure:
                    return Antecedent(mention=sure[-1], reason=f'"{pronoun}" is {why} it fits, {_ago(back)}')
        if here:
            return Antecedent(mention=None, reason=f'more than one person fits "{pronoun}"')
    return Antecedent(mention=None, reason=f'nobody near fits "{pronoun}"')


def _fits(mention: Mention, gender: Gender, *, plural: bool) -> bool:
    return mention.plural if plural else not mention.plural and mention.gender in {gender, ""}


def _who(mention: Mention) -> object:
    return mention.person if mention.person is not None else (mention.noun, mention.block)


def _alone(near: list[Mention], one: Mention) -> bool:
    return len({_who(mention) for mention in near}) == 1 or one.person is not None


def _ago(back: int) -> str:
    return "in its sentence" if back == 0 else "one sentence back" if back == 1 else f"{back} sentences back"
