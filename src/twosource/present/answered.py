"""Claims that are answered: taken back, denied or disputed by somebody, or told otherwise later by their own source."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import REFUSING, Figure, Mark, Point, Statement
from twosource.present.evidence import TAKEN_BACK, evidence_of, sentence_of
from twosource.present.index import Index
from twosource.present.side_words import content, counts_otherwise, is_no_greater, is_quoted, number_words, then_and_now
from twosource.present.sides import (
    EDGE,
    Contest,
    ContestKind,
    Side,
    articles_of,
    named,
    ordered,
    sentences_of,
    side_of,
    whole,
)
from twosource.present.wording import clip
from twosource.text.pieces import key_of
from twosource.text.story_index import Member

_WORDS: Final = 90  # code points of one side on one line
_NUMBERS: Final = re.compile(r"\d+")

_Hit = tuple[Member, Mark]


def _hits(members: Sequence[Member]) -> list[_Hit]:
    return [(one, mark) for one in members for mark in one.marks]


def answered_claims(index: Index, point: Point, torn: set[str | None]) -> Iterator[Contest]:
    """A claim together with who takes it back, and with who denies or disputes it: one for each wording that is answered."""
    members = index.members(point)
    hits = _hits(members)
    told = [one for one in members if one.source not in point.standing.against]
    ways: tuple[tuple[ContestKind, frozenset[str]], ...] = (("retraction", TAKEN_BACK), ("denial", REFUSING))
    for kind, marks in ways:
        own = [hit for hit in hits if hit[1].kind in marks]
        if kind == "denial" and point.id in torn:
            continue
        for place, group in enumerate(_one_wording(index, own)):
            yield Contest(
                id=f"{point.id}-{kind}" + (f"-{place}" if place else ""),
                kind=kind,
                what=group[0][1].kind,
                about=_answered_words(index, point, *group[0]),
                point=point.id,
                sides=(_claim(index, kind, _carrying(kind, point, told), group), *_replies(index, group)),
                detail=group[0][1].reason,
            )


def _carrying(kind: ContestKind, point: Point, told: Sequence[Member]) -> Sequence[Member]:
    """Of who tells a claim, those who carry on what was taken back; all of a claim that is denied."""
    if kind != "retraction" or point.retracted is None:
        return told
    return [one for one in told if one.article in point.retracted.carried_by]


def _one_wording(index: Index, hits: Sequence[_Hit]) -> list[list[_Hit]]:
    """Answers by what they answer: numbers of one count together, statements where the words of one hold the other's.

    A point may hold a sentence in which several things are told: who denies one of them denies no other. But one denial of
    one claim is told by several articles, each in its words.
    """
    groups: list[tuple[str, list[_Hit]]] = []
    for hit in hits:
        words = "" if isinstance(hit[0], Figure) else key_of(content(index, hit[0]))
        alike = (
            held
            for known, held in groups
            if known == words or (words and known and _is_one_answered(known, words, held, hit))
        )
        group = next(alike, None)
        if group is None:
            groups.append((words, [hit]))
        else:
            group.append(hit)
    return [group for _, group in groups]


def _is_told_again(held: Sequence[_Hit], hit: _Hit) -> bool:
    """Whether another article tells of the same who answers that they do."""
    by, known = hit[1].by, {mark.by for _, mark in held}
    return by is not None and known == {by} and all(one.article != hit[0].article for one, _ in held)


def _is_one_answered(known: str, words: str, held: Sequence[_Hit], hit: _Hit) -> bool:
    """Whether one wording holds the other, both have the same numbers, or another article tells of one answer in its words."""
    numbers = _NUMBERS.findall(known)
    alike = known in words or words in known or (numbers and numbers == _NUMBERS.findall(words))
    return bool(alike) or _is_told_again(held, hit)


def _answered_words(index: Index, point: Point, answered: Member, mark: Mark) -> str:
    """What is answered, in its own words; a number is told by what is answered with it, else by the claim that it belongs to."""
    if isinstance(answered, Statement):
        return whole(content(index, answered))
    said = (one for one in index.story.statements if one.article == answered.article and mark in one.marks)
    return whole(next((content(index, one) for one in said), point.label))


def turned_claim(index: Index, point: Point) -> Iterator[Contest]:
    """A claim that its own source told otherwise later: what was told before, and the words that turned it."""
    told, members = point.retracted, index.members(point)
    if told is None:
        return
    turning = (one for one in members if one.article == told.article and told.start <= one.start < told.end)
    later = [one for one in turning if not (isinstance(one, Figure) and one.background)]
    carrying = (one for one in members if one.article in told.carried_by)
    before = ordered(index, [one for one in carrying if later and not is_no_greater(one, later[0])])
    if before:
        yield Contest(
            id=f"{point.id}-retraction",
            kind="retraction",
            what="retracted",
            about=then_and_now(index, before[0], later[0]) or whole(point.label),
            point=point.id,
            sides=(
                side_of(index, before, number_words, ""),
                side_of(index, later, number_words, "", answer="retracted"),
            ),
            detail=next((one.detail for one in point.differences if later[0].id in one.members), ""),
        )


def _claim(index: Index, kind: ContestKind, members: Sequence[Member], hits: Sequence[_Hit]) -> Side:
    """What is answered: the very words that the mark is over, then others that say it, none of them who answers.

    A claim is taken back by who said it, where they are known, and denied by somebody else. One
    whose every sentence is that of its answer is known from there alone: then no article has it.
    """
    answered = list({hit.id: hit for hit, _ in hits}.values())
    holders = _holders(index, members, hits)
    alike = (one for one in _alike(index, members, answered) if not _tells_the_answer(index, one, hits))
    others = [one for one in alike if not any(_says_not(index, one, each) for each in answered)]
    told = ordered(index, _who_said_it(kind, others, holders))
    unseen = [hit for hit, _ in hits if not any(_stands_in(index, hit, mark) for _, mark in hits)]
    claiming = [one for one in answered if not all(_only_relayed(index, hit, mark) for hit, mark in hits if hit is one)]
    speakers = (one for one in (*claiming, *told) if kind == "retraction" or one.source not in holders)
    who, shown = named(index, speakers), sentences_of(index, [*unseen, *told])
    return Side(
        words=clip(number_words(index, answered[0], "").rstrip(EDGE), _WORDS),
        quoted=is_quoted(answered[0]),
        who=who,
        articles=articles_of(index, (*answered, *told)) if shown else (),
        evidence=shown,
    )


def _holders(index: Index, members: Sequence[Member], hits: Sequence[_Hit]) -> set[str]:
    """Ids of those who answer, under all their names; of a mark that names nobody, as in an office's own page, whose verb it is."""
    voices = {index.sources[mark.by].counted_as for _, mark in hits if mark.by in index.sources}
    unnamed = {(hit.article, mark.start) for hit, mark in hits if mark.by is None}
    cued = ((one, one.cue) for one in members if isinstance(one, Statement) and one.cue)
    own = {one.source for one, cue in cued if (one.article, cue.start) in unnamed and one.source}
    return own | {name for name, one in index.sources.items() if one.counted_as in voices}


def _alike(index: Index, members: Sequence[Member], answered: Sequence[Member]) -> list[Member]:
    """Others that say what is answered: not those that only stand in one claim with it and give another number."""
    others = (one for one in members if one not in answered)
    return [one for one in others if not all(counts_otherwise(index, one, each) for each in answered)]


def _says_not(index: Index, one: Member, answered: Member) -> bool:
    """Whether it has the very words that are answered, and a "not" right before them: "he did *not* mean to shoot"."""
    if not isinstance(one, Statement) or not isinstance(answered, Statement):
        return False
    said, words = (tuple(map(key_of, content(index, each).split())) for each in (one, answered))
    at = next((row for row in range(1, len(said)) if said[row : row + len(words)] == words), 0)
    article = index.articles.get(one.article)
    return at > 0 and article is not None and said[at - 1] in lexicon_of(article.language).wording.negators


def _who_said_it(kind: ContestKind, others: Sequence[Member], holders: set[str]) -> Sequence[Member]:
    own, foreign = (
        [one for one in others if one.source in holders],
        [one for one in others if one.source not in holders],
    )
    return (own or foreign) if kind == "retraction" else foreign


def _tells_the_answer(index: Index, one: Member, hits: Sequence[_Hit]) -> bool:
    """Whether it stands in a sentence that takes something back, and tells what is so instead: "…, but later ones said that he was five".

    Or it tells of the answer itself: "he denied owning the gun, the report states".
    """
    said = one.content if isinstance(one, Statement) else ()
    if any(part.holds(mark.span) for hit, mark in hits if hit.article == one.article for part in said):
        return True
    turning = ((hit, mark) for hit, mark in hits if mark.kind == "corrected" and hit.article == one.article)
    return any(mark.by == one.source and _stands_in(index, one, mark) for _, mark in turning)


def _only_relayed(index: Index, hit: Member, mark: Mark) -> bool:
    """Whether who is taken for saying it only tells of its answer: "he denied owning the gun, the report states"."""
    own = (one for one in index.story.statements if one.article == hit.article and one.source == hit.source)
    return any(part.holds(mark.span) for one in own if one is not hit for part in one.content)


def _is_in_an_answer(index: Index, hit: Member, hits: Sequence[_Hit]) -> bool:
    """Whether what is answered stands in the sentence of one of the answers."""
    return any(_stands_in(index, hit, mark) for one, mark in hits if one.article == hit.article)


def _stands_in(index: Index, hit: Member, mark: Mark) -> bool:
    """Whether what is answered stands in the sentence of its answer, which is shown anyway."""
    article = index.articles.get(hit.article)
    return article is not None and sentence_of(article, mark).overlaps(hit)


def refusals(index: Index, point: Point) -> list[Side]:
    """Who denies or disputes what a point tells, a side each; nothing where nobody does."""
    return _replies(index, [hit for hit in _hits(index.members(point)) if hit[1].kind in REFUSING])


def _replies(index: Index, hits: Sequence[_Hit]) -> list[Side]:
    """One side for each who answers; two of one name are shown as one."""
    answers: dict[tuple[str, str], list[_Hit]] = {}
    for hit in hits:
        answers.setdefault((hit[1].kind, index.named(hit[1].by).casefold()), []).append(hit)
    return [_reply(index, own[0][1].by, own) for own in answers.values()]


def _reply(index: Index, by: str | None, told: Sequence[_Hit]) -> Side:
    hit, mark = min(told, key=lambda pair: (index.rank.get(pair[0].article, 0), pair[1].start))
    found = evidence_of(index, hit, mark)
    return Side(
        words=clip(found.sentence, _WORDS) if found else "",
        quoted=False,
        who=index.named(by),
        articles=articles_of(index, (one for one, _ in told)),
        evidence=(found,) if found else (),
        answer=mark.kind,
    )
