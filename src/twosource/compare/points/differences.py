"""Where two statements that say the same thing part: in words, speaker, number, time, place, sense."""

from collections.abc import Callable, Iterator
from typing import Final

from rapidfuzz.fuzz import ratio

from twosource.compare.alignment.gather import Circle
from twosource.compare.alignment.said import Said
from twosource.compare.alignment.wording import Swap, Word
from twosource.compare.points.accounts import Accounts
from twosource.compare.points.fillers import fillers_part
from twosource.compare.points.losses import attribution_lost, marks_lost
from twosource.compare.points.pair import Pair, difference, pair_of, same_deed
from twosource.compare.points.particulars import names_part, reasons_part
from twosource.compare.points.polarity import polarity_parts
from twosource.compare.points.quotation_pieces import held, lines_by_article
from twosource.compare.points.slots import exclusions
from twosource.compare.points.speakers import speakers_part
from twosource.compare.points.times import times_told_apart
from twosource.model import ConflictKind, Difference, DifferenceKind, Statement
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_SPELLING = 75.0  # of 100: names more alike than this are one name spelt in two ways
_SHOWN = 3  # places where two wordings part that one line can hold
_NAME = 3  # words of a name
_KNOWN = 3  # articles that tell it as their own, for each that has it from somebody


def _place(pair: Pair) -> Difference | None:
    for part in pair.inner:
        if _is_place(part.left, pair.left, pair.index) and _is_place(part.right, pair.right, pair.index):
            first, second = pair.shown(part.left, pair.left), pair.shown(part.right, pair.right)
            if ratio(first, second) < _SPELLING and same_deed(pair, part) and not _of_another_grain(part, pair):
                names = pair.names
                told = Reason("points.place", first=names[0], one=first, second=names[1], other=second)
                return difference("place", pair, told)
    return None


def _of_another_grain(part: Swap, pair: Pair) -> bool:
    """Whether one of two places is a county or the like, in which the other may lie."""
    wide = pair.index.lexicon.wording.wide_places
    return any(word.text in wide for word in (*part.left, *part.right))


def _is_place(words: tuple[Word, ...], side: Said, index: StoryIndex) -> bool:
    """Whether the words are a name behind a word like "in"."""
    if not words or len(words) > _NAME or words[-1].text.endswith("'s"):
        return False  # "in Miller's shop" names whose it is
    text = index.articles[side.statement.article].text
    before = side.words.index(words[0]) - 1
    named = all(text[word.start].isupper() and word.text not in side.lexicon.wording.weekdays for word in words)
    return (
        named
        and not _goes_on(text, words[-1].end)
        and before >= 0
        and (side.words[before].text in side.lexicon.wording.places_after or _is_called(side, before))
    )


def _is_called(side: Said, before: int) -> bool:
    """Whether a kind of place stands before the name: "the village of"."""
    words = side.lexicon.wording
    return before > 0 and side.words[before].text in words.partitives and side.words[before - 1].text in words.places


def _goes_on(text: str, end: int) -> bool:
    """Whether a name goes on behind the words, in what both have: "Mount" and "Mt" of one mountain."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _condition(pair: Pair) -> Difference | None:
    """A condition before or behind what is quoted ("if", "unless") that one of two quotations cuts off, and nothing else."""
    kinds = {side.statement.kind for side in (pair.left, pair.right)}
    quoted = kinds == {"quotation"} and pair.left.statement.article != pair.right.statement.article
    for part in pair.parts if quoted and not pair.inner else ():
        for words, side, other in ((part.left, 0, 1), (part.right, 1, 0)):
            cut = words and not (part.right if side == 0 else part.left)
            if part.edge and cut and words[0].text in pair.index.lexicon.wording.conditions:
                held = pair.shown(words, (pair.left, pair.right)[side])
                first, second = pair.names[side], pair.names[other]
                told = Reason("points.leaves_out_condition", first=first, words=held, second=second)
                return difference("mark", pair, told)
    return None


def _wording(pair: Pair) -> Difference | None:
    one, two = pair.left.statement, pair.right.statement
    if pair.same_words or "quotation" not in {one.kind, two.kind}:
        return None
    if one.article == two.article and one.kind == two.kind:
        return None
    if "quotation" not in {one.kind} & {two.kind}:
        quoting, telling = (pair.left, pair.right) if one.kind == "quotation" else (pair.right, pair.left)
        if _holds(telling.words, quoting.words):
            return None
        own_words = telling.statement.kind == "paraphrase"
        told = Reason(
            "points.quoted_or_told",
            first=pair.index.name(quoting.statement.article),
            second=pair.index.name(telling.statement.article),
            own=Reason("points.in_its_own_words") if own_words else Reason("points.without_quoting"),
            words=pair.shown(telling.words, telling),
        )
        return difference("wording", pair, told)
    lines = list(_word_by_word(pair))
    more = [Reason("points.more_places", count=len(lines) - _SHOWN)] if len(lines) > _SHOWN else []
    shown = " ".join(pair.index.worded(line) for line in (*lines[:_SHOWN], *more))
    return difference("wording", pair, shown) if lines else None


def _holds(words: tuple[Word, ...], quoted: tuple[Word, ...]) -> bool:
    """Whether the quoted words stand in the others as they are, so that they are nobody's own words."""
    line, piece = (f" {' '.join(word.stem for word in each)} " for each in (words, quoted))
    return piece in line


def _word_by_word(pair: Pair) -> Iterator[Reason]:
    """Each place where the two part; not where an article has in another piece what it leaves out here."""
    for part in pair.parts:
        left = part.left if not held(part.left, pair.beside[1]) else ()
        right = part.right if not held(part.right, pair.beside[0]) else ()
        line = _parting(pair, part, bool(left), bool(right))
        if line is not None:
            yield line


def _parting(pair: Pair, part: Swap, left: bool, right: bool) -> Reason | None:  # noqa: FBT001 - the two sides
    """One place where the two part, as far as each side's words stand nowhere else in the other's article."""
    first, second = pair.names
    if part.left and part.right:
        one, other = pair.shown(part.left, pair.left), pair.shown(part.right, pair.right)
        return Reason("points.has", first=first, one=one, second=second, other=other) if left and right else None
    if left:
        return Reason("points.leaves_out", first=first, second=second, words=pair.shown(part.left, pair.left))
    if right:
        return Reason("points.leaves_out", first=second, second=first, words=pair.shown(part.right, pair.right))
    return None


Rule = Callable[[Pair], Difference | None]
RULES: Final[tuple[Rule, ...]] = (
    speakers_part,
    polarity_parts,
    names_part,
    reasons_part,
    fillers_part,
    times_told_apart,
    _place,
    _condition,
    _wording,
)
_TWO_ACCOUNTS: Final[frozenset[Rule]] = frozenset({names_part, fillers_part, times_told_apart, _place})
"""Rules of what one account may well tell of two: people, places and days that it lists one after the other."""

CONFLICTING: Final[dict[DifferenceKind, ConflictKind]] = {
    "speaker": "speaker",
    "polarity": "polarity",
    "value": "value",
    "time": "time",
    "place": "place",
    "name": "name",
    "reason": "reason",
    "agent": "agent",
    "strength": "strength",
    "manner": "manner",
}


def differences_in(circle: Circle, story: Accounts) -> tuple[Difference, ...]:
    """Where the members of a point part, each way of parting once an article.

    Wordings are laid side by side with the centre's. Where an article quotes, its quotation speaks
    for it, not the sentence around.

    Returns:
        Differences in the order of ``RULES`` and members; none for a single statement.
    """
    index = story.index
    members = [said.statement for said in circle.all]
    lost = (each for each in attribution_lost(members, index) if not _widely_told(each, index))
    return (*_worded(circle, index), *exclusions(circle, story), *lost, *marks_lost(_doubtful(circle), index))


def _worded(circle: Circle, index: StoryIndex) -> Iterator[Difference]:
    quoting = {one.statement.article for one in circle.all if one.statement.kind == "quotation"}
    speaking = [m for m in told_again(circle) if m.statement.kind == "quotation" or m.statement.article not in quoting]
    lines = lines_by_article(circle.all)
    pairs = [pair_of(circle.centre, member, index, lines) for member in speaking]
    pairs.sort(key=lambda pair: (index.name(pair.right.statement.article), pair.right.statement.start))
    found: dict[tuple[Rule, str], Difference] = {}
    for rule in RULES:
        for pair in pairs:
            seen = _parted(rule, pair)
            if seen:
                found.setdefault((rule, pair.right.statement.article), seen)
    yield from found.values()


def _parted(rule: Rule, pair: Pair) -> Difference | None:
    """What a rule finds, where it may be asked."""
    return None if rule in _TWO_ACCOUNTS and pair.in_one_account else rule(pair)


def _widely_told(lost: Difference, index: StoryIndex) -> bool:
    """Whether far more articles tell a deed as their own than have it from somebody: then it is known, and no loss."""
    statements = [index.by_id[member] for member in lost.members]
    told = {each.article for each in statements if index.who(each.source)}
    return len({each.article for each in statements} - told) >= _KNOWN * len(told)


def _doubtful(circle: Circle) -> list[Statement]:
    """Those with marks, and those that could have them: who gives other numbers says something else."""
    counted = {said.numbers for said in circle.all if said.statement.marks}
    return [
        said.statement
        for said in circle.all
        if said.statement.marks or any(not (said.numbers and numbers) or said.numbers & numbers for numbers in counted)
    ]


def told_again(circle: Circle) -> list[Said]:
    """The members that are not the centre's own words once more: a paraphrase that holds the quotation, a nested one."""
    one = circle.centre.statement
    members = (member for member, _ in circle.members)
    return [m for m in members if m.statement.article != one.article or not m.statement.span.overlaps(one.span)]
