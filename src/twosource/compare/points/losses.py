"""What gets lost on the way from one article to the next: a mark, an attribution."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from twosource.compare.alignment.wording import Word, content_stems, stem, words_of
from twosource.compare.points.relations import is_update
from twosource.language.lexicon import lexicon_of
from twosource.model import Difference, Figure, Mark, MarkKind, Span, Statement
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

Member = Statement | Figure

_SAYS: Final[dict[MarkKind, Reason]] = {
    "unverified": Reason("points.says_unverified"),
    "disputed": Reason("points.says_disputed"),
    "denied": Reason("points.says_denied"),
    "corrected": Reason("points.says_corrected"),
    "hedged": Reason("points.says_hedged"),
}

_NEAR = 3  # content words on either side of a reservation that it is on
_ENOUGH = 5  # of them, those behind counted twice, tell the same thing again
_REFUSED: Final = frozenset[MarkKind]({"disputed", "denied", "corrected"})
_KEEPS: Final[dict[MarkKind, frozenset[MarkKind]]] = {
    "unverified": frozenset(_SAYS), "hedged": frozenset(_SAYS), "disputed": _REFUSED, "denied": _REFUSED, "corrected": _REFUSED
}  # fmt: skip
"""Marks by which an article keeps one: who says "reportedly" of what is not verified has left out no doubt."""


class Wordings:
    """What the members of a point say, each read once for all that it is laid beside."""

    def __init__(self, index: StoryIndex) -> None:
        """Read nothing yet."""
        self._index = index
        self._words: dict[str, tuple[Word, ...]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._doubts: dict[tuple[str, bool], bool] = {}
        self._around: dict[tuple[str, int], tuple[list[str], list[str]]] = {}

    def words(self, member: Member) -> tuple[Word, ...]:
        """The words of a member and of the sentence in which it begins."""
        if member.id not in self._words:
            content = member.content if isinstance(member, Statement) else (member.span,)
            sentence = self._index.sentence(member.article, member.start)
            self._words[member.id] = self._read(member.article, sentence, *content)
        return self._words[member.id]

    def stems(self, member: Member) -> frozenset[str]:
        """The stems of those that carry matter."""
        if member.id not in self._stems:
            self._stems[member.id] = frozenset(content_stems(self.words(member)))
        return self._stems[member.id]

    def doubts(self, member: Member, *, contested: bool) -> bool:
        """Whether words of doubt are among them; where a claim is contested those alone that accuse."""
        asked = member.id, contested
        if asked not in self._doubts:
            stems, denying = _doubts(self._index.language, contested=contested)
            words = self.words(member)
            self._doubts[asked] = any(word.stem in stems or word.text.startswith(denying) for word in words)
        return self._doubts[asked]

    def around(self, article: str, mark: Mark) -> tuple[list[str], list[str]]:
        """The stems of the content words right before and right behind a mark, in its sentence."""
        place = article, mark.start
        if place not in self._around:
            sentence = self._index.sentence(article, mark.start)
            before = self._read(article, Span(start=sentence.start, end=max(sentence.start, mark.start)))
            behind = self._read(article, Span(start=mark.end, end=max(mark.end, sentence.end)))
            self._around[place] = list(content_stems(before))[-_NEAR:], list(content_stems(behind))[:_NEAR]
        return self._around[place]

    def _read(self, article: str, *places: Span) -> tuple[Word, ...]:
        return words_of(self._index.articles[article].text, self._index.language, *places)


@dataclass(frozen=True, slots=True)
class Loss:
    """A member with a mark, and one of another article without it."""

    holder: Member  # the one with the mark
    mark: Mark  # the mark
    bare: Member  # the one without
    index: StoryIndex  # the story
    told: Wordings  # what the members say

    @property
    def hedged(self) -> bool:
        """Whether it is a reservation in passing, and not said of a claim."""
        return self.mark.kind == "hedged"


Rule = Callable[[Loss], bool]


def in_other_words(loss: Loss) -> bool:
    """Its sentence has the doubt in other words: an accusation, a belief, what somebody claims or refuses to admit."""
    contested = loss.mark.kind in {"denied", "disputed"}
    return loss.told.doubts(loss.bare, contested=contested)


@cache
def _doubts(language: str, *, contested: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    """The stems of words of doubt, those alone that accuse where a claim is contested; how words of denying begin."""
    wording = lexicon_of(language).wording
    doubts = wording.accusing if contested else wording.accusing | wording.hedges
    return frozenset(stem(word, language) for word in doubts), tuple(wording.denying)


def on_the_word_of_somebody(loss: Loss) -> bool:
    """What an outlet does not vouch for, others have from somebody: they do not vouch for it either."""
    mark = loss.mark.span.of(loss.index.articles[loss.holder.article].text).lower()
    return mark in loss.index.lexicon.stances.outlet_hedges and loss.bare.source is not None


def told_before(loss: Loss) -> bool:
    """It was written before the other; a correction is left out only by who surely writes after it."""
    own, holder = (loss.index.time(member.article) for member in (loss.bare, loss.holder))
    return not is_update(holder, own) if loss.mark.kind == "corrected" else is_update(own, holder)


def on_a_thing(loss: Loss) -> bool:
    """The mark is an adjective ("an alleged quarrel"): it stands on a thing, and not on what is told of it."""
    mark = loss.mark.span.of(loss.index.articles[loss.holder.article].text).lower()
    return mark in loss.index.lexicon.stances.hedging_adjectives


def tells_another_thing(loss: Loss) -> bool:
    """It does not tell what the mark stands on: the words right behind a reservation, most of a claim that is contested."""
    told = loss.told.stems(loss.bare)
    if loss.hedged:
        before, behind = loss.told.around(loss.holder.article, loss.mark)
        if not behind:
            return not told.issuperset(before)
        shared = 2 * len(told.intersection(behind)) + len(told.intersection(before))
        return behind[0] not in told or not (told.issuperset(behind) or shared >= _ENOUGH)
    claim = loss.told.stems(loss.holder)
    return 2 * len(told & claim) <= min(len(told), len(claim))


KEPT: Final[tuple[Rule, ...]] = (in_other_words, on_the_word_of_somebody)
NOT_LOST: Final[tuple[Rule, ...]] = (told_before, on_a_thing, tells_another_thing)


def _by(mark: Mark, kind: MarkKind, index: StoryIndex) -> Reason | str:
    """Who denies or disputes it; nothing for other marks, and where nobody is known to."""
    who = index.who(mark.by) if kind in {"denied", "disputed"} else None
    return Reason("points.marked_by", holder=who) if who else ""


def marks_lost(members: Sequence[Member], index: StoryIndex) -> Iterator[Difference]:
    """Marks that some articles set on a thing said and others do not, one difference a kind of mark.

    An article has lost a mark where it tells the very thing the mark stands on, keeps it in no other way (``KEPT``), and
    nothing says that it could not have it (``NOT_LOST``).
    """
    told = Wordings(index)
    for kind, says in _SAYS.items():
        held = [(member, mark) for member in members if (mark := _mark(member, kind, index))]
        lost = _losses([Loss(*each, bare, index, told) for bare in _bare(members, held, kind, index) for each in held])
        if lost:
            yield _told(lost, says)


def _losses(pairs: Sequence[Loss]) -> list[Loss]:
    """Those in which the mark is left out; none of an article that keeps it in one of its members."""
    kept: set[str] = set()
    for pair in pairs:
        if pair.bare.article not in kept and any(rule(pair) for rule in KEPT):
            kept.add(pair.bare.article)
    return [pair for pair in pairs if pair.bare.article not in kept and not any(rule(pair) for rule in NOT_LOST)]


def _told(lost: Sequence[Loss], says: Reason) -> Difference:
    """What the editor reads of marks of one kind that others left out."""
    index = lost[0].index
    first = min(lost, key=lambda pair: (index.name(pair.holder.article), pair.holder.start))
    holder, mark = first.holder, first.mark
    bare = sorted({pair.bare.id: pair.bare for pair in lost}.values(), key=lambda each: each.id)
    detail = Reason(
        "points.mark_lost",
        first=index.name(holder.article),
        says=says,
        by=_by(mark, mark.kind, index),
        words=" ".join((mark.sentence or mark.span).of(index.articles[holder.article].text).split()),
        others=index.each_name(each.article for each in bare),
    )
    ids = (*dict.fromkeys(pair.holder.id for pair in lost), *(each.id for each in bare))
    return Difference(kind="mark", members=ids, detail=index.worded(detail))


def _bare(
    members: Sequence[Member], held: Sequence[tuple[Member, Mark]], kind: MarkKind, index: StoryIndex
) -> list[Member]:
    """Those of articles that have no mark by which this one is kept."""
    if not held:
        return []
    kept = {m.article for m in members for mark in m.marks if mark.kind in _KEEPS[kind]}
    answers = [m for m in members if kind in _REFUSED and _answers(m, [mark for _, mark in held], index)]
    kept |= {m.article for m in answers} & {m.article for m in members if m not in answers}
    if kind != "hedged":
        kept |= {m.article for m in index.by_id.values() for mark in m.marks if mark.kind in _KEEPS[kind]}
    return [m for m in members if m.article not in kept]


def _answers(member: Member, marks: Iterable[Mark], index: StoryIndex) -> bool:
    """Whether somebody who refuses a claim is heard here in words of their own.

    An article that has those beside the claim has not left the refusal out; one in which they alone tell it has them say it.
    """
    voices = {_voice(mark.by, index) for mark in marks} - {None}
    return _voice(member.source, index) in voices


def _voice(source: str | None, index: StoryIndex) -> str | None:
    """As whose word a source counts: a body's, of whoever speaks for it."""
    known = index.sources.get(source or "")
    return source if known is None else known.voice or known.id


def attribution_lost(members: Sequence[Member], index: StoryIndex) -> Iterator[Difference]:
    """Things that some articles have from a named source and others give as their own; at most one difference."""
    told = [member for member in members if index.who(member.source)]
    tellers = {member.article for member in members if index.who(member.source) or not _own(member, index)}
    names = _name_stems({member.source for member in told if member.source}, index)
    bare = sorted(
        (m for m in members if m.article not in tellers and not _naming(m, names, index)), key=lambda each: each.id
    )
    if not told or not bare:
        return
    first = min(told, key=lambda each: (index.name(each.article), each.start))
    detail = Reason(
        "points.attribution_lost",
        first=index.name(first.article),
        source=index.who(first.source),
        others=index.each_name(m.article for m in bare),
    )
    ids = (*(m.id for m in told), *(m.id for m in bare))
    yield Difference(kind="attribution", members=ids, detail=index.worded(detail))


def _name_stems(sources: Iterable[str], index: StoryIndex) -> list[frozenset[str]]:
    """The content stems of each name of sources."""
    names = {name for source in sources for name in index.sources[source].names or (index.sources[source].name,)}
    stems = {frozenset(content_stems(words_of(name, index.language, Span(start=0, end=len(name))))) for name in names}
    return sorted(filter(None, stems), key=sorted)


def _naming(member: Member, names: Iterable[frozenset[str]], index: StoryIndex) -> bool:
    """Whether the sentence names a source in some other role: whoever offers a reward need not be said to say so."""
    text = index.articles[member.article].text
    held = set(content_stems(words_of(text, index.language, index.sentence(member.article, member.start))))
    return any(each <= held for each in names)


def _own(member: Member, index: StoryIndex) -> bool:
    """Whether the outlet itself says it: not in a statement of somebody who is only unknown to us."""
    statement = member if isinstance(member, Statement) else index.by_id.get(member.statement or "")
    return member.source is None and not (isinstance(statement, Statement) and statement.kind != "assertion")


def _mark(member: Member, kind: MarkKind, index: StoryIndex) -> Mark | None:
    return next((mark for mark in member.marks if mark.kind == kind and _meant(member, mark, index)), None)


def _meant(member: Member, mark: Mark, index: StoryIndex) -> bool:
    """Whether a mark surely stands on this figure: no other number lies between, nor a comma where nothing is measured."""
    if isinstance(member, Statement):
        return True
    first, last = sorted((member.span, mark.span), key=lambda span: span.start)
    if index.figures_between(member.article, first.end, last.start):
        return False
    between = index.articles[member.article].text[first.end : last.start]
    return member.measure is not None or "," not in between
