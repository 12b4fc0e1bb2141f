"""Whom a pronoun means, where it is safe to say."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from twosource.extract.entities.cast import Cast
from twosource.extract.entities.mentions import Mention
from twosource.language import Row, Tree, labels
from twosource.language.words_names import Gender
from twosource.language.words_pronouns import PronounWords
from twosource.text.reasons import Reason

_REACH: Final = 6  # sentences back; beyond that readers are told the name again
_FAR: Final = 2  # sentences back; beyond that nobody is meant who has no name
_LOOKED_AT: Final = 80  # mentions back


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pronoun: the word in lower case, where it starts, its block, the number of its sentence, and its language's pronouns."""

    word: str
    start: int
    block: int
    sentence: int
    pronouns: PronounWords
    told: Mapping[int, Gender] = field(
        default_factory=dict
    )  # by person, which pronoun they were called by as they spoke

    def gender_of(self, mention: Mention) -> Gender:
        """The gender of who is mentioned, as far as it is told by name, noun, or an earlier pronoun."""
        return mention.gender or (self.told.get(mention.person, "") if mention.person is not None else "")

    @property
    def gender(self) -> Gender:
        """Of whom it means, as far as it tells."""
        return self.pronouns.gender_of(self.word)

    @property
    def of_one_person(self) -> bool:
        """Whether it means one person."""
        return bool(self.gender)

    @property
    def of_things(self) -> bool:
        """Whether it means a thing or a body."""
        return self.word in self.pronouns.things

    @property
    def of_several(self) -> bool:
        """Whether it means several, or a body."""
        return self.word in self.pronouns.plurals

    def fits(self, mention: Mention) -> bool:
        """Whether number, gender and life of a mention are its own."""
        if self.of_things:
            return mention.thing and not mention.plural
        if self.of_several:
            return mention.plural or mention.thing
        return not mention.thing and not mention.plural and self.gender_of(mention) in {self.gender, ""}


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
    reason: Reason


def antecedent(cast: Cast, asked: Asked, speaker: Speaker | None) -> Antecedent:
    """Find whom "he", "she", "they" or "it" means; nobody where two fit or none does, and the reason says which.

    Who spoke last before it goes on, unless somebody else who fits was a subject after their words. Else the nearest
    sentence with somebody who fits decides: its one subject before its one other mention, a known name before a description.
    """
    near = _near(cast, asked)
    if speaker is not None and _goes_on(cast, near, asked, speaker):
        return Antecedent(mention=speaker.mention, reason=Reason("entities.goes_on", word=asked.word))
    for back in range(_REACH + 1):
        here = [mention for mention in near if asked.sentence - mention.sentence == back]
        if not here or _named_before(cast, here, asked, back):
            continue
        if _too_far(here, asked, back):
            break
        return _in_sentence(here, near, asked, back)
    return Antecedent(mention=None, reason=Reason("entities.nobody_near", word=asked.word))


def teller_of(tree: Tree, row: int) -> Row | None:
    """The subject of the words of saying that a pronoun, as a subject, is told behind; None where there is none."""
    verb = tree.heads[row]
    said = tree.deps[verb] == labels.CONTENT and tree.lemmas[tree.heads[verb]] in tree.lexicon.frames.say
    # "Said it was unclear what led to it": nobody is meant.
    nobody = tree.child(verb, labels.ADJECTIVAL_COMPLEMENT, labels.CONTENT) is not None
    if not said or nobody or tree.deps[row] not in labels.NOMINAL_SUBJECTS:
        return None
    teller = tree.child(tree.heads[verb], *labels.NOMINAL_SUBJECTS)
    return teller if teller is not None and teller < row else None


def _near(cast: Cast, asked: Asked) -> list[Mention]:
    """The last mentions before a pronoun that it may mean."""
    behind = bisect_left(cast.starts, asked.start)
    return [
        mention
        for mention in cast.mentions[max(0, behind - _LOOKED_AT) : behind]
        if asked.sentence - mention.sentence <= _REACH and _can_be_meant(cast, mention, asked)
    ]


def _goes_on(cast: Cast, near: Sequence[Mention], asked: Asked, speaker: Speaker) -> bool:
    """Whether who spoke last is meant: they fit, and nobody else who does was a subject after their words."""
    if asked.sentence - speaker.sentence > 2 * _REACH or cast.parts[asked.block] > 0:
        return False
    beside = asked.of_several and asked.sentence - speaker.sentence <= 1
    one_of_them = beside and _is_of_any_gender(speaker.mention)  # "an insider … they said"
    if not (asked.fits(speaker.mention) or one_of_them) or _others_beside(near, asked, speaker):
        return False
    gender = asked.gender or "-"
    since = {_who(m) for m in near if m.at.start >= speaker.until and (m.subject or asked.gender_of(m) == gender)}
    return since <= {_who(speaker.mention)}


def _is_of_any_gender(mention: Mention) -> bool:
    """Whether one person without a name is spoken of, and nothing tells of which gender."""
    return mention.person is None and not (mention.thing or mention.plural or mention.gender)


def _named_before(cast: Cast, here: Sequence[Mention], asked: Asked, back: int) -> bool:
    """Whether a sentence has the same pronoun and nobody else as a subject: who is meant was named before it."""
    if not back or any(mention.subject for mention in here):
        return False
    return asked.word in cast.pronouns.get(asked.sentence - back, ())


def _too_far(here: Sequence[Mention], asked: Asked, back: int) -> bool:
    """Whether further back is a guess: bodies and crowds are many, and so are people without a name."""
    if not asked.of_one_person and back > 1:
        return True
    return back > _FAR and all(mention.person is None for mention in here)


def _others_beside(near: Sequence[Mention], asked: Asked, speaker: Speaker) -> bool:
    """Whether "they" may be others than the one body that spoke last: some are spoken of in this sentence or the one before."""
    if not asked.of_several or not speaker.mention.thing or speaker.mention.plural:
        return False
    return any(asked.sentence - m.sentence <= 1 and _who(m) != _who(speaker.mention) for m in near)


def _in_sentence(here: Sequence[Mention], near: Sequence[Mention], asked: Asked, back: int) -> Antecedent:
    """The first kind of mention that a sentence has decides; two people of that kind cannot be told apart."""
    word = asked.word
    for kind in _KINDS:
        found = {_who(mention): mention for mention in here if kind.holds(mention, asked)}
        if not found:
            continue
        one = _told_apart(list(found.values()), asked)
        if one is None or (kind.alone and len({_who(mention) for mention in near}) > 1):
            break
        return Antecedent(mention=one, reason=Reason("entities.pronoun", word=word, why=kind.reason, where=_ago(back)))
    return Antecedent(mention=None, reason=Reason("entities.several", word=word))


def _told_apart(found: Sequence[Mention], asked: Asked) -> Mention | None:
    """The one who is meant: the only one of a kind, or the only subject whose gender is known to fit; None for neither."""
    if len(found) == 1:
        return found[0]
    sure = [mention for mention in found if asked.gender and asked.gender_of(mention) == asked.gender]
    return sure[0] if len(sure) == 1 and sure[0].subject else None


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way to stand in a sentence: how it is told, whom it holds, and whether nobody else may be near at all."""

    reason: Reason
    holds: Callable[[Mention, Asked], bool]
    alone: bool = False


_KINDS: Final = (
    _Kind(
        Reason("entities.subject_fits"),
        lambda m, asked: m.subject and (asked.gender_of(m) == asked.gender or m.person is not None),
    ),
    _Kind(Reason("entities.subject"), lambda m, _: m.subject),
    _Kind(Reason("entities.person_fits"), lambda m, asked: asked.gender_of(m) == asked.gender and m.person is not None),
    _Kind(Reason("entities.description_fits"), lambda m, asked: bool(asked.gender) and m.gender == asked.gender),
    _Kind(Reason("entities.one_near"), lambda _, __: True, alone=True),
)


def _can_be_meant(cast: Cast, mention: Mention, asked: Asked) -> bool:
    """Whether a mention is one that a pronoun takes up: not quoted, no owner, in the same run of text."""
    if mention.quoted or mention.owner or not (mention.sure or (mention.subject and not asked.of_things)):
        return False
    return cast.parts[mention.block] == cast.parts[asked.block] and asked.fits(mention)


def _who(mention: Mention) -> object:
    return mention.person if mention.person is not None else (mention.noun, None if mention.thing else mention.block)


def _ago(back: int) -> Reason:
    if back > 1:
        return Reason("entities.sentences_back", count=back)
    return Reason("entities.one_sentence_back") if back else Reason("entities.in_its_sentence")
