"""What gets lost on the way from one article to the next: a mark, an attribution."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from twosource.compare.alignment.said import Said
from twosource.compare.alignment.source_names import name_stems
from twosource.compare.alignment.wording import content_stems, stem, words_of
from twosource.compare.points.deeds import done_by_the_same, of_the_same
from twosource.compare.points.relations import is_update
from twosource.language.lexicon import lexicon_of
from twosource.model import Difference, Figure, Happening, Mark, MarkKind, Statement
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

Member = Statement | Figure
_BESIDE: Final = 4
"""Words on either side of a noun that may say which one it is."""
_TELLING: Final = 2
"""Content words that both have there: one alone ("heart disease") stands beside other things too."""
_KNOWN: Final = 3
"""Articles that tell it as their own, for each that has it from somebody."""

_DOUBTS: Final[Mapping[MarkKind, Reason]] = {
    "unverified": Reason("points.says_unverified"),
    "hedged": Reason("points.says_hedged"),
}
"""Marks that an article may leave out, and how they are told. Who denies a claim is told with the claim, and who takes it back with what is taken back."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A member with a mark of doubt, and one of another article without it, told of one deed, one number or one thing."""

    holder: Member
    mark: Mark
    bare: Member
    deeds: tuple[Happening, ...]  # the one that is in doubt, and the one that is not; none of numbers
    index: StoryIndex
    thing: str = ""  # the stem of the word that the mark stands before, where it is an adjective ("alleged members")


Rule = Callable[[Loss], bool]


def in_other_words(loss: Loss) -> bool:
    """Its sentence has the doubt in other words: an accusation, a belief, what somebody claims or refuses to admit.

    An accusation of something keeps no doubt of who it is: "members were charged" has lost what "alleged members" says.
    """
    article = loss.index.articles[loss.bare.article]
    accusing, hedges, denying = _doubts(article.language)
    stems = hedges if loss.thing else hedges | accusing
    words = words_of(article.text, article.language, loss.index.sentence(article.id, loss.bare.start))
    return any(word.stem in stems or word.text.startswith(denying) for word in words)


@cache
def _doubts(language: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The stems of words of accusing, and of other words of doubt; how words of denying begin."""
    wording = lexicon_of(language).wording
    lists = wording.accusing, wording.hedges | wording.doubtful
    accusing, hedges = (frozenset(stem(word, language) for word in words) for words in lists)
    return accusing, hedges, tuple(wording.denying)


def of_another_number(loss: Loss) -> bool:
    """It gives another number, and says something else."""
    sides = (loss.bare, loss.holder)
    numbers = [Said(side, loss.index).numbers for side in sides if isinstance(side, Statement)]
    return len(numbers) == len(sides) and all(numbers) and not numbers[0] & numbers[1]


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
    of_another_number,
    told_before,
    on_the_word_of_another,
    by_somebody_else,
    not_told_as_a_fact,
)


def marks_lost(members: Sequence[Member], index: StoryIndex) -> Iterator[Difference]:
    """Marks of doubt that some articles set on a deed or a thing and others do not, one difference a kind of mark and a thing.

    An article has lost a mark where it tells the very deed the mark stands on, or the deed of the very thing, keeps it in
    no other way (``in_other_words``), and nothing says that it could know better (``NOT_LOST``).
    """
    for kind, says in _DOUBTS.items():
        lost = _losses(kind, members, index)
        for thing in dict.fromkeys(loss.thing for loss in lost):
            yield _told([loss for loss in lost if loss.thing == thing], says)


def _losses(kind: MarkKind, members: Sequence[Member], index: StoryIndex) -> list[Loss]:
    """Those in which a mark of a kind is left out; none of an article that keeps it somewhere."""
    marks = ((one, mark) for one in members for mark in one.marks if mark.kind == kind)
    held = [(one, mark) for one, mark in marks if not _on_a_thing(one, mark, index)]
    every = [*_told_plainly(held, members, index), *(_things(members, index) if kind == "hedged" else ())]
    asked = {(loss.bare.id, loss.thing): loss for loss in every}.values()  # its words say it, whoever holds the mark
    kept = {one.article for one, _ in held} | {loss.holder.article for loss in every}
    kept |= {loss.bare.article for loss in asked if in_other_words(loss)}
    lost = (loss for loss in every if loss.bare.article not in kept)
    return [loss for loss in lost if not any(rule(loss) for rule in NOT_LOST)]


def _told_plainly(held: Sequence[tuple[Member, Mark]], members: Sequence[Member], index: StoryIndex) -> Iterator[Loss]:
    """Each member with a mark on a deed or number, beside each that tells it and has no mark."""
    holding = {holder.article for holder, _ in held}
    others = [one for one in members if not one.marks and one.article not in holding]
    for (holder, mark), bare in product(held, others):
        yield from (Loss(holder, mark, bare, deeds, index) for deeds in _one_deed(holder, mark, bare, index))


def _on_a_thing(holder: Member, mark: Mark, index: StoryIndex) -> bool:
    """Whether the mark is an adjective ("an alleged quarrel"): it stands on a thing, and not on what is told of it."""
    return mark.span.of(index.articles[holder.article].text).lower() in index.lexicon.stances.hedging_adjectives


def _things(members: Sequence[Member], index: StoryIndex) -> Iterator[Loss]:
    """Each thing that has an adjective of doubt in one article, and none in another that tells of the very thing."""
    statements = [one for one in members if isinstance(one, Statement)]
    lines = (span.of(index.articles[one.article].text).lower() for one in statements for span in one.content)
    doubts = _adjectives(index)
    if not any(word in line for line in lines for word in doubts):
        return  # as nearly always: words are read where one of them may be in doubt
    told = [(one, _nouns(one, index)) for one in statements]
    doubted = [(one, noun, noun.doubt) for one, nouns in told for noun in nouns if noun.doubt]
    plain = [(one, nouns) for one, nouns in told if not any(noun.doubt for noun in nouns)]
    for (holder, noun, doubt), (bare, others) in product(doubted, plain):
        if holder.article != bare.article and any(_is_one_thing(noun, other) for other in others):
            yield Loss(holder, doubt, bare, (), index, noun.stem)


class _Noun(NamedTuple):
    """A word, an adjective of doubt before it as a mark over both, and the stems of the content words on either side."""

    stem: str
    doubt: Mark | None
    beside: frozenset[str]


def _is_one_thing(noun: _Noun, other: _Noun) -> bool:
    return noun.stem == other.stem and len(noun.beside & other.beside) >= _TELLING


def _nouns(one: Statement, index: StoryIndex) -> list[_Noun]:
    """The content words of a statement."""
    words = words_of(index.articles[one.article].text, index.language, *one.content)
    doubts, nouns = _adjectives(index), []
    for at, (before, word) in enumerate(zip((*words[:1], *words), words, strict=False)):
        mark = Mark(kind="hedged", start=before.start, end=word.end, reason="") if before.text in doubts else None
        near = content_stems((*words[max(0, at - _BESIDE) : at - bool(mark)], *words[at + 1 : at + 1 + _BESIDE]))
        nouns += [_Noun(word.stem, mark, frozenset(near))] if word.content else []
    return nouns


def _adjectives(index: StoryIndex) -> frozenset[str]:
    """Those of doubt, as they stand before a noun."""
    return index.lexicon.stances.hedging_adjectives | index.lexicon.wording.doubtful


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
    """Members that outlets give as their own, in articles that name no source of it in any role, or only of another deed."""
    tellers: dict[str, list[Member]] = defaultdict(list)
    for member in dict.fromkeys((*told, *(m for m in members if not _own(m, index)))):
        tellers[member.article].append(member)
    sources = {member.source for member in told if member.source}
    names = {stems for source in sources for stems in name_stems(index.sources[source], index.language)}
    bare = (m for m in members if m not in tellers[m.article] and not _naming(m, names, index))
    return sorted(
        (m for m in bare if not tellers[m.article] or _is_apart_from(m, tellers[m.article], told, index)),
        key=lambda each: each.id,
    )


def _is_apart_from(bare: Member, sourced: Sequence[Member], told: Sequence[Member], index: StoryIndex) -> bool:
    """Whether an article that names a source of something else tells this deed, for which others have one, as its own."""
    if isinstance(bare, Figure):
        return False
    deeds = {deed.kind for deed in _deeds(bare, index)}
    beside = {deed.kind for one in sourced for deed in _deeds(one, index)}
    return deeds.isdisjoint(beside) and any(_tell_one_deed(one, bare, index) for one in told)


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
