"""Where two wordings of one point part by a "not" or a denial."""

from itertools import product

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Word, negated
from twosource.compare.points.pair import CUT, Pair, difference, shared_stretch, worded_alike
from twosource.model import Difference
from twosource.text.pieces import in_pieces, shortened
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_ALIKE = 0.8  # share of the content words of the shorter of two wordings
_LONG = 160  # code points of a statement shown in a line
_NEAR = 9  # words before and behind a "not" that are shown of a longer one
_FEW = 2  # content words: of fewer, two wordings are soon alike


def polarity_parts(pair: Pair) -> Difference | None:
    """A "not" or a denial in one and not in the other, over words that both have."""
    few = any(len(set(side.matter)) < _FEW for side in (pair.left, pair.right))
    if few or not worded_alike(pair, _ALIKE):
        return None  # in other words, what happened and what did not is read from the clauses
    sides = [
        negated(shared_stretch(pair, left=left), pair.index.lexicon) ^ _denying(pair, left=left)
        for left in (True, False)
    ]
    if sides[0] == sides[1] or _never_before(pair, left=sides[0]):
        return None
    bare = pair.right if sides[0] else pair.left
    if negated(bare.words, pair.index.lexicon) and not _denying(pair, left=sides[0]):
        return None  # "I didn't feel we were ready" and "I felt we weren't ready"
    if negated(shared_stretch(pair, left=not sides[0], before=CUT), pair.index.lexicon):
        return None  # "a gun was not found" and "no gun was found": how far that "no" reaches is not sure
    rules = (_put_instead, _over_own_words, _only_meant)
    if _clauses_agree(pair) or _in_turn(pair) or any(rule(pair, left=sides[0]) for rule in rules):
        return None
    shown = _laid_out(pair, left=sides[0])[:: 1 if sides[0] else -1]
    names = pair.names
    told = Reason("points.has_words", first=names[0], one=shown[0], second=names[1], other=shown[1])
    return difference("polarity", pair, told)


def _clauses_agree(pair: Pair) -> bool:
    """Whether a deed that one denies the other denies too, or does not tell as a fact: "refused to go", "did not go"; "has not ruled", "will rule"."""
    events = (pair.index.happenings(side.statement) for side in (pair.left, pair.right))
    denied = ((one, other) for one, other in product(*events) if one.kind == other.kind and one.negated | other.negated)
    return any(one.negated == other.negated or not (one.actual and other.actual) for one, other in denied)


def _over_own_words(pair: Pair, *, left: bool) -> bool:
    """Whether what each "not" is on stands in its own wording only: "not the slightest chance" is no "not" on "too far away"."""
    nots = _nots(pair, left=left)
    others = {word.stem for word in (pair.right if left else pair.left).words}
    return bool(nots) and not any(word.stem in others for one in nots for word in (one, _under(one, pair, left=left)))


def _only_meant(pair: Pair, *, left: bool) -> bool:
    """Whether what each "not" is on is only tried, planned or wished for in the other: who negotiates to buy has not bought."""
    bare = pair.right if left else pair.left
    under = {_under(one, pair, left=left).stem for one in _nots(pair, left=left)}
    places = [word.start for word in bare.words if word.stem in under]
    events = [one for one in pair.index.happenings(bare.statement) if one.start in places]
    return bool(events) and not any(one.actual for one in events)


def _nots(pair: Pair, *, left: bool) -> list[Word]:
    return [word for word in shared_stretch(pair, left=left) if negated((word,), pair.index.lexicon)]


def _under(word: Word, pair: Pair, *, left: bool) -> Word:
    """The content word behind a "not"; the "not" itself where none is."""
    words = (pair.left if left else pair.right).words
    return next((each for each in words if each.start > word.start and each.content), word)


def _laid_out(pair: Pair, *, left: bool) -> tuple[str, str]:
    """The words of the side with the "not", and those of the other at the same place."""
    holder, other = (pair.left, pair.right)[:: 1 if left else -1]
    nots = [] if _denying(pair, left=left) else _nots(pair, left=left)
    if not nots:
        return _around(holder, None, pair.index), _around(other, None, pair.index)
    under = _under(nots[0], pair, left=left)
    bare = next((word for word in other.words if word.stem in {nots[0].stem, under.stem}), None)
    return _around(holder, nots[0], pair.index), _around(other, bare, pair.index)


def _around(side: Said, word: Word | None, index: StoryIndex) -> str:
    """A statement's own words; of a long one those around ``word``, and where there is none those at its ends."""
    text = index.articles[side.statement.article].text
    if word is None:
        return shortened(side.statement.span.of(text), _LONG)
    whole = in_pieces(text, side.statement.content)
    if len(whole) <= _LONG:
        return " ".join(whole.split()).strip(" ,;.")
    row = side.words.index(word)
    near = side.words[max(0, row - _NEAR) : row + _NEAR + 1]
    return " ".join(text[near[0].start : near[-1].end].split())


def _put_instead(pair: Pair, *, left: bool) -> bool:
    """Whether the "not" is on what is put aside for something else, which both say: "not one person, but several"."""
    own = [part.left if left else part.right for part in pair.parts]
    lexicon = pair.index.lexicon
    aside = (words for words in own if negated(words, lexicon))
    return any(word.text in lexicon.wording.insteads for words in aside for word in words)


def _in_turn(pair: Pair) -> bool:
    """Whether one article tells both, one after the other: a charge, and that it was later dropped."""
    later = any(
        word.text in pair.index.lexicon.wording.laters for side in (pair.left, pair.right) for word in side.words
    )
    return later and pair.left.statement.article == pair.right.statement.article


def _never_before(pair: Pair, *, left: bool) -> bool:
    """Whether the side with the "not" says "never" of what the other calls the first: that is the same."""
    holder, other = (pair.left, pair.right)[:: 1 if left else -1]
    told, words = ({word.text for word in side.words} for side in (holder, other))
    return bool(told & holder.lexicon.wording.nevers and words & other.lexicon.wording.firsts)


def _denying(pair: Pair, *, left: bool) -> bool:
    statement = (pair.left if left else pair.right).statement
    if statement.cue is None:
        return False
    cue = statement.cue.of(pair.index.articles[statement.article].text).lower().split()
    return any(word.startswith(pair.index.lexicon.wording.denying) for word in cue)
