"""Where two wordings of one point part by a "not" or a denial."""

from typing import Final

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word, negated
from twosource.compare.points.deeds import by_somebody, denied_by_half, in_that_other
from twosource.compare.points.pair import Pair
from twosource.model import REFUSING, Difference
from twosource.text.pieces import in_pieces, shortened

_ALIKE: Final = 0.8
"""Share of the content words of the shorter of two wordings."""
_LONG: Final = 160
"""Code points of a statement shown in a line."""
_NEAR: Final = 9
"""Words before and behind a "not" that are shown of a longer one."""
_FEW: Final = 2
"""Content words: of fewer, two wordings are soon alike."""


def polarity_parts(pair: Pair) -> Difference | None:
    """A "not" or a denial in one and not in the other, over words that both have.

    In other words, what happened and what did not is read from the clauses.
    """
    if any(len(set(side.matter)) < _FEW for side in pair.sides) or not pair.alike(_ALIKE):
        return None
    turned = [
        side for side in pair.sides if negated(pair.kept(side), side.lexicon) ^ side.story.is_denied(side.statement)
    ]
    if len(turned) != 1 or any(rule(pair, turned[0]) for rule in _BOTH_SO):
        return None
    return pair.parted("polarity", "points.has_words", *_laid_out(pair, turned[0]))


def _two_nots(pair: Pair, holder: Said) -> bool:
    """Whether the other has a "not" as well, somewhere: "I didn't feel we were ready" and "I felt we weren't ready"."""
    return negated(pair.other(holder).words, holder.lexicon) and not holder.story.is_denied(holder.statement)


def _denies_too(pair: Pair, holder: Said) -> bool:
    """Whether the other is a denial as well: "denied that he was there", "repeated denials", "scoffed at rumours that he was"."""
    other, denying = pair.other(holder), holder.lexicon.wording.denying
    own = (mark for mark in other.statement.marks if other.statement.source in {None, mark.by})
    denied = any(mark.kind in REFUSING and mark.shown.holds(other.statement.content[0]) for mark in own)
    told = any(word.text.startswith(denying) for word in other.words)
    return holder.story.is_denied(holder.statement) and (denied or told)


def _clauses_agree(pair: Pair, _: Said) -> bool:
    """Whether a deed that one denies the other denies too, or does not tell as a fact: "refused to go", "did not go"; "has not ruled", "will rule".

    Or one denies it of the whole only, "not fully paid", or tells that somebody did it, whoever it was.
    """
    denied = ((one, other) for one, other in pair.deeds() if one.kind == other.kind and one.negated | other.negated)
    return any(
        one.negated == other.negated
        or not (one.actual and other.actual)
        or denied_by_half(one, other, pair.index)
        or by_somebody(one, other, pair.index)
        for one, other in denied
    )


def _over_own_words(pair: Pair, holder: Said) -> bool:
    """Whether what each "not" is on stands in its own wording only: "not the slightest chance" is no "not" on "too far away"."""
    nots, others = _nots(pair, holder), pair.other(holder).stems
    return bool(nots) and not any(word.stem in others for one in nots for word in (one, _under(one, holder)))


def _of_two_in_one_article(pair: Pair, _: Said) -> bool:
    """Whether one article tells it of a "he" each time: of two who are told of in turn."""
    pronouns = pair.index.lexicon.pronouns
    return not pair.in_two_articles() and all(pronouns.is_pronoun(side.words[0].text) for side in pair.sides)


def _put_instead(pair: Pair, holder: Said) -> bool:
    """Whether the "not" is on what is put aside for something else, which both say: "not one person, but several"."""
    aside = (words for part in pair.parts if negated(words := pair.of(part, holder), holder.lexicon))
    return any(word.text in holder.lexicon.wording.insteads for words in aside for word in words)


def _of_two_events(pair: Pair, _: Said) -> bool:
    """Whether one is told of another event than the article's own: "in that case, the gun was stolen"."""
    return in_that_other(pair.left.statement, pair.right.statement, pair.index)


_BOTH_SO: Final = (
    _of_two_events,
    _two_nots,
    _denies_too,
    _of_two_in_one_article,
    _clauses_agree,
    _put_instead,
    _over_own_words,
)
"""Why the "not" of one may leave the other as it is."""


def _nots(pair: Pair, side: Said) -> list[Word]:
    return [word for word in pair.kept(side) if negated((word,), side.lexicon)]


def _under(word: Word, side: Said) -> Word:
    """The content word behind a "not"; the "not" itself where none is."""
    return next((each for each in side.words if each.start > word.start and each.content), word)


def _laid_out(pair: Pair, holder: Said) -> list[str]:
    """The words of the side with the "not", and those of the other at the same place, in the order of the pair."""
    nots = [] if holder.story.is_denied(holder.statement) else _nots(pair, holder)
    at: dict[Said, Word | None] = {}
    if nots:
        stems = {nots[0].stem, _under(nots[0], holder).stem}
        bare = pair.other(holder)
        at = {holder: nots[0], bare: next((word for word in bare.words if word.stem in stems), None)}
    return [_around(side, at.get(side)) for side in pair.sides]


def _around(side: Said, word: Word | None) -> str:
    """A statement's own words; of a long one those around ``word``, and where there is none those at its ends."""
    if word is None:
        return shortened(side.statement.span.of(side.text), _LONG)
    whole = in_pieces(side.text, side.statement.content)
    if len(whole) <= _LONG:
        return " ".join(whole.split()).strip(" ,;.")
    row = side.words.index(word)
    near = side.words[max(0, row - _NEAR) : row + _NEAR + 1]
    return " ".join(side.text[near[0].start : near[-1].end].split())
