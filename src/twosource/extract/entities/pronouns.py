"""Whom a pronoun means, where it is safe to say."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from twosource.extract.entities.cast import Cast
from twosource.extract.entities.mentions import GENDERS, Mention

PLURALS: Final = frozenset({"they", "them", "their", "theirs"})
THINGS: Final = frozenset({"it", "its"})
_REACH: Final = 6  # sentences back; beyond that readers are told the name again
_FAR: Final = 2  # sentences back; beyond that nobody is meant who has no name
_LOOKED_AT: Final = 80  # mentions back


def is_pronoun(word: str) -> bool:
    """Whether a word, in lower case, stands for somebody or something that the text names elsewhere."""
    return word in GENDERS or word in PLURALS or word in THINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pronoun: the word in lower case, where it starts, its block, and the number of its sentence."""

    word: str
    start: int
    block: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who spoke last: a mention of them, the sentence in which they were named, and where what they said ends."""

    mention: Mention
    sentence: int
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """Who is meant, or nobody, and why."""

    mention: Mention | None
    reason: str


def antecedent(cast: Cast, asked: Asked, speaker: Speaker | None) -> Antecedent:
    """Find whom "he", "she", "they" or "it" means.

    Who spoke last goes on, unless somebody else who fits was a subject after their words. Else the nearest sentence with
    somebody who fits decides: its one subject before its one other mention, a known name before a description.

    Args:
        cast: The article's people.
        asked: The pronoun.
        speaker: Who spoke last before it, if known.

    Returns:
        The antecedent. ``mention`` is None where two fit or nobody does; the reason says which.
    """
    behind = bisect_left(cast.starts, asked.start)
    near = [
        mention
        for mention in cast.mentions[max(0, behind - _LOOKED_AT) : behind]
        if asked.sentence - mention.sentence <= _REACH and _can_be_meant(cast, mention, asked)
    ]
    if (
        speaker is not None
        and asked.sentence - speaker.sentence <= 2 * _REACH
        and _fits(speaker.mention, asked.word)
        and asked.block not in cast.captions
        and not _others_beside(near, asked, speaker)
    ):
        gender = GENDERS.get(asked.word, "-")
        since = {_who(m) for m in near if m.at.start >= speaker.until and (m.subject or m.gender == gender)}
        since -= {_who(speaker.mention)}
        if not since:
            return Antecedent(mention=speaker.mention, reason=f'"{asked.word}" goes on from who spoke before')
    for back in range(_REACH + 1):
        here = [mention for mention in near if asked.sentence - mention.sentence == back]
        subjects = any(mention.subject for mention in here)
        if back and not subjects and asked.word in cast.pronouns.get(asked.sentence - back, ()):
            continue  # the same pronoun stands there: who is meant was named before it
        if here and asked.word not in GENDERS and back > 1:
            break  # bodies and crowds are many: further back is a guess
        if back > _FAR and here and all(mention.person is None for mention in here):
            break  # so are people without a name
        if here:
            return _in_sentence(here, near, asked.word, back)
    return Antecedent(mention=None, reason=f'nobody near fits "{asked.word}"')


def _others_beside(near: Sequence[Mention], asked: Asked, speaker: Speaker) -> bool:
    """Whether "they" may be others than the one body that spoke last: some are spoken of in this sentence or the one before."""
    body = speaker.mention.thing and not speaker.mention.plural
    return (
        asked.word in PLURALS
        and body
        and any(asked.sentence - m.sentence <= 1 and _who(m) != _who(speaker.mention) for m in near)
    )


def _in_sentence(here: Sequence[Mention], near: Sequence[Mention], word: str, back: int) -> Antecedent:
    """The first kind of mention that a sentence has decides; two people of that kind cannot be told apart."""
    gender = GENDERS.get(word, "")
    kinds: tuple[tuple[str, Callable[[Mention], bool]], ...] = (
        ("the only subject that fits", lambda m: m.subject and (m.gender == gender or m.person is not None)),
        ("the only subject", lambda m: m.subject),
        ("the only person that fits", lambda m: m.gender == gender and m.person is not None),
        ("the only description that fits", lambda m: bool(gender) and m.gender == gender),
        ("the only one near", lambda _: True),
    )
    for why, is_kind in kinds:
        found = {_who(mention): mention for mention in here if is_kind(mention)}
        if len(found) == 1:
            one = next(iter(found.values()))
            if why == "the only one near" and len({_who(mention) for mention in near}) > 1:
                break
            return Antecedent(mention=one, reason=f'"{word}": {why}, {_ago(back)}')
        if found:
            sure = {_who(m): m for m in found.values() if gender and m.gender == gender}
            if len(sure) == 1 and len(found) > 1 and next(iter(sure.values())).subject:
                return Antecedent(mention=next(iter(sure.values())), reason=f'"{word}": {why}, {_ago(back)}')
            break
    return Antecedent(mention=None, reason=f'more than one fits "{word}"')


def _can_be_meant(cast: Cast, mention: Mention, asked: Asked) -> bool:
    """Whether a mention is one that a pronoun takes up: not quoted, no owner, in the same run of text."""
    if mention.quoted or mention.owner or not (mention.sure or (mention.subject and asked.word not in THINGS)):
        return False
    together = mention.block == asked.block or not {mention.block, asked.block} & cast.captions
    return together and _fits(mention, asked.word)


def _fits(mention: Mention, word: str) -> bool:
    if word in THINGS:
        return mention.thing and not mention.plural
    if word in PLURALS:
        return mention.plural or mention.thing
    return not mention.thing and not mention.plural and mention.gender in {GENDERS[word], ""}


def _who(mention: Mention) -> object:
    return mention.person if mention.person is not None else (mention.noun, mention.block)


def _ago(back: int) -> str:
    return "in its sentence" if back == 0 else "one sentence back" if back == 1 else f"{back} sentences back"
