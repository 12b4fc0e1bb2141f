"""What gets lost on the way from one article to the next: a mark, an attribution."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from twosource.compare.alignment.wording import content_stems, stem, words_of
from twosource.compare.points.deeds import done_by_the_same, of_the_same
from twosource.compare.points.relations import is_update
from twosource.language.lexicon import lexicon_of
from twosource.model import Difference, Figure, Happening, Mark, MarkKind, Span, Statement
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

Member = Statement | Figure
_KNOWN: Final = 3
"""Articles that tell it as their own, for each that has it from somebody."""

_DOUBTS: Final[Mapping[MarkKind, Reason]] = {
    "unverified": Reason("points.says_unverified"),
    "hedged": Reason("points.says_hedged"),
}
"""Marks that an article may leave out, and how they are told. Who denies a claim is told with the claim, and who takes it back with what is taken back."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A member with a mark of doubt, and one of another article without it, told of one deed or one number."""

    holder: Member
    mark: Mark
    bare: Member
    deeds: tuple[Happening, ...]  # the one that is in doubt, and the one that is not; none of numbers
    index: StoryIndex


Rule = Callable[[Loss], bool]


def in_other_words(loss: Loss) -> bool:
    """Its sentence has the doubt in other words: an accusation, a belief, what somebody claims or refuses to admit."""
    article = loss.index.articles[loss.bare.article]
    stems, denying = _doubts(article.language)
    words = words_of(article.text, article.language, loss.index.sentence(article.id, loss.bare.start))
    return any(word.stem in stems or word.text.startswith(denying) for word in words)


@cache
def _doubts(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The stems of words of doubt; how words of denying begin."""
    wording = lexicon_of(language).wording
    return frozenset(stem(word, language) for word in wording.accusing | wording.hedges), tuple(wording.denying)


def on_a_thing(loss: Loss) -> bool:
    """The mark is an adjective ("an alleged quarrel"): it stands on a thing, and not on what is told of it."""
    mark = loss.mark.span.of(loss.index.articles[loss.holder.article].text).lower()
    return mark in loss.index.lexicon.stances.hedging_adjectives


def told_before(loss: Loss) -> bool:
    """It was written before the other."""
    return is_update(*_written(loss.bare, loss.holder, loss.index))


def on_the_word_of_another(loss: Loss) -> bool:
    """Somebody else says it, who may know it."""
    sources = [loss.index.source(member.source) for member in (loss.bare, loss.holder)]
    own, doubtful = sources
    if own is None or doubtful is None:
        return own is not None
    return own.name.casefold() != doubtful.name.casefold() and own.counted_as != doubtful.counted_as


def by_somebody_else(loss: Loss) -> bool:
    """Who did it is told in one only, or it is another: what is in doubt may be that."""
    known = loss.deeds and any(each.doer for each in loss.deeds)
    return bool(known) and not done_by_the_same(loss.deeds[0], loss.deeds[1], loss.index)


def not_told_as_a_fact(loss: Loss) -> bool:
    """It does not tell it as a fact of its own: whether, why or when it happened, or that it did not."""
    return bool(loss.deeds) and (not loss.deeds[1].actual or loss.deeds[0].negated != loss.deeds[1].negated)


NOT_LOST: Final[tuple[Rule, ...]] = (
    on_a_thing,
    told_before,
    on_the_word_of_another,
    by_somebody_else,
    not_told_as_a_fact,
)


def marks_lost(members: Sequence[Member], index: StoryIndex) -> Iterator[Difference]:
    """Marks of doubt that some articles set on a deed and others do not, one difference a kind of mark.

    An article has lost a mark where it tells the very deed the mark stands on, keeps it in no other way
    (``in_other_words``), and nothing says that it could know better (``NOT_LOST``).
    """
    for kind, says in _DOUBTS.items():
        held = [(member, mark) for member in members for mark in member.marks if mark.kind == kind]
        lost = list(_losses(held, [member for member in members if held and not member.marks], index))
        if lost:
            yield _told(lost, says)


def _losses(held: Sequence[tuple[Member, Mark]], bare: Sequence[Member], index: StoryIndex) -> Iterator[Loss]:
    """Those in which the mark is left out; none of an article that keeps it somewhere."""
    holding = {holder.article for holder, _ in held}
    others = [one for one in bare if one.article not in holding]
    every = [
        Loss(*each, one, deeds, index) for each in held for one in others for deeds in _one_deed(*each, one, index)
    ]
    asked = {loss.bare.id: loss for loss in every}.values()  # its words say it, whoever holds the mark
    kept = {loss.bare.article for loss in asked if in_other_words(loss)}
    for loss in every:
        if loss.bare.article not in kept and not any(rule(loss) for rule in NOT_LOST):
            yield loss


def _one_deed(holder: Member, mark: Mark, bare: Member, index: StoryIndex) -> Iterator[tuple[Happening, ...]]:
    """The deed that a mark is on, with each that the other tells of the same; nothing, once, for a number in both."""
    if isinstance(bare, Figure) or isinstance(holder, Figure):
        yield from ((),) if mark.kind == "unverified" else ()
        return
    deeds = index.happenings(holder)
    if mark.sentence is None:  # it is on the deed behind it, and on what the same subject did with it
        deeds = [each for each in deeds if each.start >= mark.start]
        deeds = [each for each in deeds if each is deeds[0] or (each.doer and each.doer == deeds[0].doer)]
    pairs = product(deeds, index.happenings(bare))
    yield from (pair for pair in pairs if pair[0].kind == pair[1].kind and of_the_same(*pair, index))


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
        words=" ".join(mark.shown.of(index.articles[holder.article].text).split()),
        others=index.each_name(each.article for each in bare),
    )
    ids = (*dict.fromkeys(pair.holder.id for pair in lost), *(each.id for each in bare))
    return Difference(kind="mark", members=ids, detail=index.worded(detail))


def attribution_lost(members: Sequence[Member], index: StoryIndex) -> Iterator[Difference]:
    """Things that some articles have from a named source and others, not written before them, give as their own; at most one difference.

    It is sure where both tell one deed, which is not widely known: far more tell it as their own than have it from somebody.
    """
    pairs = _told_and_unsourced(members, index)
    if not pairs:
        return
    sure = [pair for pair in pairs if _tell_one_deed(*pair, index)]
    first, _ = min(sure or pairs, key=lambda pair: (index.name(pair[0].article), pair[0].start))
    others = [other for one, other in sure or pairs if not sure or one.source == first.source]
    detail = Reason(
        "points.attribution_lost",
        first=index.name(first.article),
        source=index.who(first.source),
        others=index.each_name(one.article for one in others),
    )
    ids = tuple(dict.fromkeys(one.id for side in zip(*pairs, strict=True) for one in side))
    told, bare = (len({one.article for one in side}) for side in zip(*pairs, strict=True))
    yield Difference(
        kind="attribution", members=ids, detail=index.worded(detail), sure=bool(sure) and bare < _KNOWN * told
    )


def _told_and_unsourced(members: Sequence[Member], index: StoryIndex) -> list[tuple[Member, Member]]:
    """Each member that has a source beside each that an outlet, writing no earlier, gives as its own."""
    told = [member for member in members if index.who(member.source)]
    pairs = product(told, _unsourced(members, told, index))
    return [(one, other) for one, other in pairs if not is_update(*_written(other, one, index))]


def _unsourced(members: Sequence[Member], told: Sequence[Member], index: StoryIndex) -> list[Member]:
    """Members that outlets give as their own, in articles that name no source of it in any role."""
    tellers = {member.article for member in (*told, *(m for m in members if not _own(m, index)))}
    names = _name_stems({member.source for member in told if member.source}, index)
    return sorted(
        (m for m in members if m.article not in tellers and not _naming(m, names, index)), key=lambda each: each.id
    )


def _tell_one_deed(one: Member, other: Member, index: StoryIndex) -> bool:
    """Whether both tell one deed of the same people or things; two figures one number of it."""
    if isinstance(one, Figure) and isinstance(other, Figure) and (one.low, one.high) != (other.low, other.high):
        return False
    pairs = product(_deeds(one, index), _deeds(other, index))
    return any(left.kind == right.kind and of_the_same(left, right, index) for left, right in pairs)


def _deeds(member: Member, index: StoryIndex) -> list[Happening]:
    """What the clauses of a statement tell, or those around a figure."""
    if isinstance(member, Statement):
        return index.happenings(member)
    return [each for each in index.happenings_of(member.article) if each.clause.overlaps(member.span)]


def _written(one: Member, other: Member, index: StoryIndex) -> tuple[str | None, str | None]:
    """When the articles of two members were written."""
    return index.time(one.article), index.time(other.article)


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
    """Whether the outlet itself says it: not in a statement of somebody who is only unknown to us, nor as what somebody reports."""
    statement = member if isinstance(member, Statement) else index.member(member.statement)
    if not isinstance(statement, Statement):
        return member.source is None
    reported = any(deed.main and deed.reporting != "asserted" for deed in index.happenings(statement))
    return member.source is None and statement.kind == "assertion" and not reported
