"""What leaves no doubt whether two statements tell the same, one small rule each; its docstring is the reason shown.

A rule takes a story's couples and says for each whether it holds. One that must look at the statements themselves looks only
at the couples of which columns say that it may hold.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import ratio

from twosource.compare.alignment.bags import Floats
from twosource.compare.alignment.couples import Couples, Mask
from twosource.compare.alignment.cuts import cut_of_the_other, remarks_of, told_in_a_speech
from twosource.compare.alignment.said import Said, times_part
from twosource.model import Modality, Participant
from twosource.text.reasons import Reason

_PHRASE: Final = 3
"""Words that two articles have from one source by no chance, however plain they are."""
_TELLING: Final = 2
"""Telling words of a statement; one with fewer is what many sentences are about."""
_NOBODYS: Final = 4
"""Content words that two people say alike by no chance."""
_TWIN: Final = 0.9
"""Share of the longer of two people's remarks that must be the other's too: an answer or a parody exchanges some."""
_VOICE: Final = 0.55
"""Share of the shorter of two remarks, by what its words weigh, that is the other's too where one may speak for the other:
of such pairs of the marked stories those below it were two remarks but for a few; of those above it what was learned decides."""
_SAID_ALIKE: Final = 2
"""Content words that two who may speak for each other have in common at least: "stable" is said of many."""
_HARDLY: Final = 0.45
"""Share of the shorter quotation, by what its words weigh, that two wordings of one remark have in common at least."""
_SLIP: Final = 2
"""Years between two ages that are given to one person by mistake, or for a birthday."""
_SPELLING: Final = 80.0
"""Of 100: names more alike than this are one name spelt in two ways."""
_SHORT: Final = 4
"""Letters: shorter names are a letter away from another name."""
_MOSTLY: Final = 0.5
"""Share of a sentence's words, by what they weigh, from which on what is quoted in it and the sentence are one telling."""
_UNTOLD: Final = frozenset({Modality.QUESTIONED, Modality.NEARLY})
Rule = Callable[[Couples], Mask]
PairRule = Callable[[Said, Said], bool]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What leaves no doubt of couples."""

    apart: Mask  # whether they surely do not tell the same
    sure: NDArray[np.int8]  # the number of the rule by which they surely tell the same; -1 where none holds
    # For quotations that others are cuts of or are told in, by rows, these: those together that have words of it in common.
    cuts: Mapping[int, list[list[int]]]
    spoken: Mapping[int, int]  # for sentences that are for the most part one quotation, the row of this

    def sure_reason(self, couple: int) -> Reason | None:
        """Why a couple surely tells the same; None where only what was learned can say."""
        rule = int(self.sure[couple])
        return Reason.of(SURE[rule]) if rule >= 0 else None


def verdicts_of(couples: Couples) -> Verdicts:
    """Ask every rule of every couple; of the rules by which two tell the same the first is kept."""
    apart = np.zeros(len(couples), dtype=bool)
    for rule in APART:
        apart |= rule(couples)
    sure = np.full(len(couples), -1, dtype=np.int8)
    held = [rule(couples) for rule in SURE]
    cuts = held[SURE.index(cut_of_the_other)]
    for number, mask in reversed(list(enumerate(held))):
        sure[mask] = number
    same_place = held[SURE.index(_same_place)]
    speeches = told_in_a_speech(couples, same_place)
    return Verdicts(apart & ~cuts, sure, remarks_of(couples, cuts | speeches), _spoken(couples, same_place, speeches))


def _spoken(couples: Couples, same_place: Mask, speeches: Mask) -> dict[int, int]:
    """For sentences of whose words most are one quotation, by rows, the row of this."""
    quoted = couples.tellings.of_kind("quotation")
    found = np.flatnonzero(same_place & (couples.quoted == 1))
    rows = zip(couples.left[found].tolist(), couples.right[found].tolist(), strict=True)
    held = [(one, two) if quoted[two] else (two, one) for one, two in rows]
    sentences, quotations = Counter(row for row, _ in held), Counter(row for _, row in held)
    most = (couples.share_of_longer[found] >= _MOSTLY) & ~speeches[found]
    return {
        one: two
        for (one, two), so in zip(held, most.tolist(), strict=True)
        if so and sentences[one] == quotations[two] == 1
    }


def _asked_where(may: Rule) -> Callable[[PairRule], Rule]:
    """Ask a rule about two statements only where ``may`` says that it may hold."""

    def asked(rule: PairRule) -> Rule:
        @wraps(rule)
        def hold(couples: Couples) -> Mask:
            held = may(couples).copy()
            each = couples.tellings.each
            for couple in np.flatnonzero(held).tolist():
                held[couple] = rule(each[couples.left[couple]], each[couples.right[couple]])
            return held

        return hold

    return asked


def _of_one_deed(couples: Couples) -> Mask:
    return np.asarray(couples.deeds.counts > 0)


def _by_two_people(couples: Couples) -> Mask:
    return np.asarray((couples.quoted > 1) & (couples.sources < 0))


@_asked_where(lambda couples: couples.one_article)
def _same_place(one: Said, other: Said) -> bool:
    """They are the same words of one article."""
    return any(a.overlaps(b) for a in one.statement.content for b in other.statement.content)


def _same_words(couples: Couples) -> Mask:
    """They have the same words."""
    tellings = couples.tellings
    least = np.where(couples.sources < 0, _NOBODYS, 1)
    same = tellings.worded[couples.left] == tellings.worded[couples.right]
    return (
        np.asarray(same)
        & (tellings.column(lambda one: len(one.words))[couples.left] >= _PHRASE)
        & (tellings.words[couples.left] >= least)
    )


def _alike_in_time(couples: Couples) -> Mask:
    both = _sum(couples, lambda one: bool(one.done)) > 1
    return both & _of_one_deed(couples) & (couples.times >= 0) & ~couples.one_article


@_asked_where(_alike_in_time)
def _one_deed(one: Said, other: Said) -> bool:
    """They tell one deed, done to those of one name."""
    return any(
        a.kind == b.kind and a.negated == b.negated and _one_name(a.names, b.names)
        for a in one.done
        for b in other.done
    )


def _one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of the one name is one of the other's, spelt in some way."""
    return any(a == b or (min(len(a), len(b)) > _SHORT and ratio(a, b) >= _SPELLING) for a in one for b in other)


@_asked_where(lambda couples: couples.apart(couples.tellings.numbers))
def _other_numbers_and_times(one: Said, other: Said) -> bool:
    """Neither their numbers nor their times agree."""
    return times_part(one, other)


def _other_speakers_words(couples: Couples) -> Mask:
    """Two people say it, and not in the same words."""
    return _by_two_people(couples) & (couples.share_of_longer < _TWIN)


def _hardly_one_voice(couples: Couples) -> Mask:
    """Two who may speak for each other say it, and not in the same words."""
    alike = (couples.share_of_shorter >= _VOICE) & (couples.words >= _SAID_ALIKE)
    return np.asarray((couples.quoted > 1) & couples.spoken_for & ~alike)


def _no_word_in_common(couples: Couples) -> Mask:
    """They have no word in common."""
    return np.asarray(couples.words == 0)


def _other_remarks(couples: Couples) -> Mask:
    """Both are quoted, and hardly a word of the one stands in the other."""
    return np.asarray((couples.quoted > 1) & (couples.share_of_shorter < _HARDLY))


def _everyday_words(couples: Couples) -> Mask:
    """Two people say it, in words that anybody says."""
    return _by_two_people(couples) & (couples.words < _NOBODYS)


def _hardly_tells(couples: Couples) -> Mask:
    """One is hardly more than a word, and the other says more than that."""
    bare = _sum(couples, lambda one: one.statement.kind != "quotation" and len(one.matter) < _TELLING)
    return np.asarray((bare > 0) & (couples.share_of_longer < _TWIN))


def _befalling_named(couples: Couples) -> Mask:
    named = _sum(couples, lambda one: any(each.done_to and each.done_to.named for each in one.events))
    return (couples.shared(couples.tellings.roles).counts > 0) & (named > 1)


@_asked_where(_befalling_named)
def _other_first_names(one: Said, other: Said) -> bool:
    """They tell what became of two people of one surname."""
    told = [
        [(event.kind, part.head, _first_name(part, side)) for event in side.events if (part := event.done_to)]
        for side in (one, other)
    ]
    names = [{a[2], b[2]} - {""} for a in told[0] for b in told[1] if a[:2] == b[:2]]
    return bool(names) and all(len(pair) > 1 for pair in names)


def _first_name(part: Participant, side: Said) -> str:
    """The word before the last of a person's name; empty where there is none."""
    words = [word for word in side.words if part.named and part.start <= word.start < part.end]
    capitals = side.names | {side.words[0].stem}
    return next((one.stem for one, word in pairwise(words) if word.text == part.head and one.stem in capitals), "")


@_asked_where(lambda couples: _sum(couples, lambda one: bool(one.ages)) > 1)
def _other_ages(one: Said, other: Said) -> bool:
    """They tell of people of different ages."""
    return not one.people & other.people and min(abs(a - b) for a in one.ages for b in other.ages) > _SLIP


def _not_told_by_both(couples: Couples) -> Mask:
    untold = _sum(couples, lambda one: any(event.factuality.modality in _UNTOLD for event in one.events))
    return _of_one_deed(couples) & (untold > 0)


@_asked_where(_not_told_by_both)
def _asked_or_nearly(one: Said, other: Said) -> bool:
    """What one tells is asked or nearly happened in the other."""
    kinds = [
        (a.factuality.modality, b.factuality.modality)
        for a in one.events
        for b in other.events
        if a.kind == b.kind and a.main and b.main
    ]
    return bool(kinds) and all(first is not second and {first, second} & _UNTOLD for first, second in kinds)


def _sum(couples: Couples, holds: Callable[[Said], bool]) -> Floats:
    """Of how many of the two something holds."""
    return couples.sum(couples.tellings.column(holds))


SURE: Final[tuple[Rule, ...]] = (_same_place, _same_words, cut_of_the_other, _one_deed)
APART: Final[tuple[Rule, ...]] = (
    _no_word_in_common,
    _other_numbers_and_times,
    _other_speakers_words,
    _everyday_words,
    _hardly_tells,
    _hardly_one_voice,
    _other_remarks,
    _other_first_names,
    _other_ages,
    _asked_or_nearly,
)
