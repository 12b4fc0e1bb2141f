"""Whether two statements say the same thing, by the words they share in order.

Word overlap proposes; who, when, where, how many and polarity are looked at afterwards by ``differences``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from typing import Literal

from rapidfuzz.distance import Indel

from twosource.compare.points.source_names import other_people
from twosource.compare.points.wording import Word, content_stems, is_number, lexicon, negated, stem, words_of
from twosource.model import Moment, Statement
from twosource.settings import Settings
from twosource.text.grams import function_words
from twosource.text.story_index import StoryIndex

Manner = Literal["repeated", "near", "cut", "reworded", "copied"]
_GAP = 6  # content words: matches further apart than this are chance, or two cuts
_PHRASE = 3  # words that two articles have from one source by no chance, however plain they are
_COPIED = 0.7  # share of the shorter statement's characters, and of its words
_TOLD = 2  # words beyond names and ages: who it is about is not yet what is said
_CHAIN = 3  # shared content words that a stretch needs, to count beside the heaviest one


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its words.

    Attributes:
        matter: The stems of its content words, in order.
        numbers: Those that are numbers, and not part of a time.
        naming: Those that only say who: names, ages.
    """

    statement: Statement
    words: tuple[Word, ...]
    matter: tuple[str, ...]
    numbers: frozenset[str]
    naming: frozenset[str]

    @property
    def rank(self) -> tuple[int, int, str]:
        """Quotations before paraphrases before assertions, the longest first; then by id."""
        kinds = ("quotation", "paraphrase", "assertion")
        return kinds.index(self.statement.kind), -len(self.matter), self.statement.id


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two statements share.

    Attributes:
        words: Content words shared in order, in stretches that hang together.
        told: Those among them that are no names, numbers or ages.
        share: Their weight over that of the shorter statement, 0 to 1.
        mutual: Their weight over that of the longer statement, 0 to 1.
        swapped: Content words that stand at the same place in both but are others, inside the shared stretches.
    """

    words: int
    told: int
    share: float
    mutual: float
    swapped: int


def said(index: StoryIndex, statement: Statement) -> Said:
    """The statement with its words."""
    text = index.articles[statement.article].text
    words = words_of(text, *statement.content)
    matter = content_stems(words)
    times = index.moments(statement.article, *statement.content)
    numbers = frozenset(
        word.stem for word in words if word.content and is_number(word.stem) and not _timed(word, times)
    )
    named = frozenset(word.stem for word in words[1:] if text[word.start].isupper())
    return Said(statement, words, matter, numbers, named | numbers | lexicon("ages"))


def _timed(word: Word, times: tuple[Moment, ...]) -> bool:
    return any(time.start <= word.start < time.end for time in times)


def weights(every: Iterable[Said]) -> dict[str, float]:
    """How much each stem tells: rare ones more. Reprints of the same words count once, a lone story gives 1 to 3."""
    distinct = {one.matter for one in every}
    counts = Counter(stem for matter in distinct for stem in set(matter))
    total = len(distinct)
    return {stem: 1 + log(1 + total / (4 * count)) for stem, count in counts.items()}


def overlap(left: Said, right: Said, weight: Mapping[str, float]) -> Overlap:
    """What two statements share; all zero where they share nothing or one has no content words."""
    pairs: list[tuple[int, int]] = []
    for block in Indel.opcodes(left.matter, right.matter):
        if block.tag == "equal":
            pairs += zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
    chains = _chains(pairs)
    shared = [pair for chain in chains for pair in chain]
    least, most = sorted(sum(weight[stem] for stem in one.matter) for one in (left, right))
    if not shared or not least:
        return Overlap(0, 0, 0.0, 0.0, 0)
    mass = sum(weight[left.matter[i]] for i, _ in shared)
    swapped = sum(
        min(chain[k + 1][0] - chain[k][0], chain[k + 1][1] - chain[k][1]) - 1
        for chain in chains
        for k in range(len(chain) - 1)
    )
    told = sum(left.matter[i] not in left.naming or right.matter[j] not in right.naming for i, j in shared)
    return Overlap(len(shared), told, mass / least, mass / most, swapped)


def _chains(pairs: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The stretches of shared words that hang together: the longest, and all others that are no chance."""
    chains: list[list[tuple[int, int]]] = []
    for i, j in pairs:
        if chains and max(i - chains[-1][-1][0], j - chains[-1][-1][1]) <= _GAP:
            chains[-1].append((i, j))
        else:
            chains.append([(i, j)])
    longest = max((len(chain) for chain in chains), default=0)
    first = next((chain for chain in chains if len(chain) == longest), [])
    return [chain for chain in chains if chain is first or len(chain) >= _CHAIN]


@dataclass(frozen=True, slots=True)
class Bond:
    """That two statements say the same thing: how strongly, 0 to 1, and why, in plain words."""

    strength: float
    why: str


def bond(left: Said, right: Said, weight: Mapping[str, float], index: StoryIndex, settings: Settings) -> Bond | None:
    """Whether two statements say the same thing.

    Args:
        left: A statement.
        right: Another, of the same article or another.
        weight: From ``weights``.
        index: The story.
        settings: The thresholds.

    Returns:
        The bond; None where there is none, or where it is not sure.
    """
    one, two = left.statement, right.statement
    if one.article == two.article and any(a.overlaps(b) for a in one.content for b in two.content):
        return Bond(1.0, "they are the same words of one article")
    found = overlap(left, right, weight)
    clashes = _clashes(left, right, index)
    if not found.words or clashes > 1:
        return None
    kinds = {one.kind, two.kind}
    if kinds != {"quotation"} and numbers_part(left, right) and _counted_apart(one, two, index):
        return None
    apart = other_people(one.source, two.source, index)
    if "assertion" in kinds or (apart and "quotation" not in kinds):
        told = _copied_bond(found, left, right, index) or _claim_bond(found, settings)
        return told or (None if clashes or one.article == two.article else _slots_bond(left, right, weight, settings))
    if apart:
        return _same_words_bond(found, left, right, settings)
    return _speech_bond(found, left, right, settings, same_source=one.source is not None and two.source is not None)


def _speech_bond(found: Overlap, left: Said, right: Said, settings: Settings, *, same_source: bool) -> Bond | None:
    """Speech of one source, or of one that one of the articles does not name."""
    if [word.stem for word in left.words] == [word.stem for word in right.words] and (
        found.words > 1 or (same_source and len(left.words) >= _PHRASE)
    ):
        return Bond(1.0, "they have the same words")
    wanted = settings.point_speech_share if same_source else settings.point_unknown_share
    if found.words < settings.point_speech_words or found.share < wanted:
        return None
    retold = "quotation" not in {left.statement.kind, right.statement.kind}
    if retold and (found.mutual < settings.point_retold_mutual or found.told < _TOLD):
        return None
    how = "the same source is given, and " if same_source else ""
    return Bond(found.share, f"{how}{found.words} words that carry the matter are the same, in the same order")


def _same_words_bond(found: Overlap, left: Said, right: Said, settings: Settings) -> Bond | None:
    """The same words given to different people: next to nothing may be exchanged, or it is an answer or a parody."""
    quoted = left.statement.kind == right.statement.kind == "quotation"
    least = settings.point_claim_words if not quoted else settings.point_claim_words - 1
    if found.words < least or found.share < settings.point_twin_share or found.swapped:
        return None
    return Bond(found.share, f"{found.words} words that carry the matter are the same, though the speaker is not")


def _claim_bond(found: Overlap, settings: Settings) -> Bond | None:
    """The same event or state told by different people or by the outlets themselves."""
    if found.words < settings.point_claim_words or found.share < settings.point_claim_share:
        return None
    if found.mutual < settings.point_claim_mutual or found.told < _TOLD:
        return None
    return Bond(found.mutual, f"{found.words} words that carry the matter are the same, in the same order")


def _slots_bond(left: Said, right: Said, weight: Mapping[str, float], settings: Settings) -> Bond | None:
    """The same told in another order: the shorter names nobody and nothing that the longer does not, and adds little."""
    one, two = set(left.matter), set(right.matter)
    masses = sorted((sum(weight[stem] for stem in sorted(each)), at) for at, each in enumerate((one, two)))
    shorter, longer = (left, right) if masses[0][1] == 0 else (right, left)
    shared = one & two
    if len(shared) < settings.point_claim_words or len(shared - left.naming - right.naming) <= _TOLD:
        return None
    mass = sum(weight[stem] for stem in sorted(shared))
    if mass < settings.point_slots_share * masses[0][0] or mass < settings.point_claim_mutual * masses[1][0]:
        return None
    if all((each & _outcomes()) - other for each, other in ((one, two), (two, one))):
        return None
    names = set(shorter.matter) & shorter.naming
    if not names <= set(longer.matter) or negated(left.words) != negated(right.words):
        return None
    return Bond(mass / masses[1][0], f"{len(shared)} words that carry the matter are the same, names among them")


@cache
def _outcomes() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicon("outcomes"))


def _copied_bond(found: Overlap, left: Said, right: Said, index: StoryIndex) -> Bond | None:
    """Most of the shorter statement lies in a passage that the other article has too, and so do its words there."""
    shared = index.copied(left.statement, right.statement)
    least = min(sum(len(span) for span in each.statement.content) for each in (left, right))
    if found.words < _CHAIN or found.share < _COPIED or not least or shared < _COPIED * least:
        return None
    return Bond(found.share, "they stand in wording that the articles share")


def _counted_apart(one: Statement, two: Statement, index: StoryIndex) -> bool:
    """Whether both hold figures, but none of one count."""
    counts = index.counts_in(one.id), index.counts_in(two.id)
    return all(counts) and not counts[0] & counts[1]


def _clashes(left: Said, right: Said, index: StoryIndex) -> int:
    """In how many of number and time the two part: in more than one, they tell of two events."""
    return int(numbers_part(left, right)) + int(times_part(left, right, index))


def numbers_part(left: Said, right: Said) -> bool:
    """Whether both have numbers and share none."""
    return bool(left.numbers and right.numbers) and not left.numbers & right.numbers


def times_part(left: Said, right: Said, index: StoryIndex) -> bool:
    """Whether both name times and no two of them can be the same; by weekday where they are not resolved."""
    one, two = (index.moments(each.statement.article, *each.statement.content) for each in (left, right))
    if one and two:
        met = any(_meet(a.earliest, a.latest, b.earliest, b.latest) for a in one for b in two)
        return not met and not _worded(left, one, index) & _worded(right, two, index)
    days = [{word.text for word in each.words} & lexicon("weekdays") for each in (left, right)]
    return bool(days[0] and days[1]) and not days[0] & days[1]


def _worded(side: Said, moments: tuple[Moment, ...], index: StoryIndex) -> set[str]:
    """The words of times: where they are the same, they were read differently only for the articles' dates."""
    text = index.articles[side.statement.article].text
    return {_plainly(moment.span.of(text)) for moment in moments}


def _plainly(time: str) -> str:
    """A time's words without marks and small words: "11:55 p.m. Sunday" is "11:55 pm on Sunday"."""
    words = re.sub(r"[^\w\s]", "", time.casefold()).split()
    return " ".join(word for word in words if word not in function_words())


def _meet(first: str, last: str, second: str, end: str) -> bool:
    """Whether two intervals touch, compared to the precision of the coarser one."""
    size = min(len(first), len(last), len(second), len(end))
    return first[:size] <= end[:size] and second[:size] <= last[:size]
