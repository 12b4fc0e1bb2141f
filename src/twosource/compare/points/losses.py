"""What gets lost on the way from one article to the next: a mark, an attribution."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from twosource.compare.alignment.wording import content_stems, words_of
from twosource.compare.points.relations import is_update
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

_REFUSED: Final = frozenset[MarkKind]({"disputed", "denied", "corrected"})
_KEEPS: Final[dict[MarkKind, frozenset[MarkKind]]] = {
    "unverified": frozenset(_SAYS), "hedged": frozenset(_SAYS), "disputed": _REFUSED, "denied": _REFUSED, "corrected": _REFUSED
}  # fmt: skip
"""Marks by which an article keeps one: who says "reportedly" of what is not verified has left out no doubt."""


def _by(mark: Mark, kind: MarkKind, index: StoryIndex) -> Reason | str:
    """Who denies or disputes it; nothing for other marks, and where nobody is known to."""
    who = index.who(mark.by) if kind in {"denied", "disputed"} else None
    return Reason("points.marked_by", holder=who) if who else ""


def marks_lost(members: Sequence[Member], index: StoryIndex) -> Iterator[Difference]:
    """Marks that some articles set on a thing said and others do not, one difference a kind of mark.

    What an article said before any other doubted or corrected it, it has not lost; a correction is a loss only for
    an article that is surely later.
    """
    for kind, says in _SAYS.items():
        held = [(member, mark) for member in members if (mark := _mark(member, kind, index))]
        bare = _bare(members, held, kind, index)
        if held and bare:
            member, mark = min(held, key=lambda each: (index.name(each[0].article), each[0].start))
            words = " ".join((mark.sentence or mark.span).of(index.articles[member.article].text).split())
            detail = Reason(
                "points.mark_lost",
                first=index.name(member.article),
                says=says,
                by=_by(mark, kind, index),
                words=words,
                others=index.each_name(m.article for m in bare),
            )
            ids = (*(m.id for m, _ in held), *(m.id for m in bare))
            yield Difference(kind="mark", members=ids, detail=index.worded(detail))


def _bare(
    members: Sequence[Member], held: Sequence[tuple[Member, Mark]], kind: MarkKind, index: StoryIndex
) -> list[Member]:
    """Those that could have the mark and have not, by id."""
    holders = {member.article for member, _ in held}
    kept = {m.article for m in members for mark in m.marks if mark.kind in _KEEPS[kind]} - holders
    answers = [m for m in members if kind in _REFUSED and _answers(m, [mark for _, mark in held], index)]
    kept |= {m.article for m in answers} & {m.article for m in members if m not in answers}
    bare = [m for m in members if m.article not in kept and _lost(m.article, holders, kind, index)]
    if kind == "hedged":
        bare = [member for member in bare if any(_as_full(member, one) for one, _ in held)]
    return sorted(bare, key=lambda each: each.id)


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


def _lost(article: str, holders: set[str], kind: MarkKind, index: StoryIndex) -> bool:
    """Whether an article without a mark could have had it from those that set it."""
    if article in holders:
        return False
    own = index.time(article)
    if kind == "corrected":
        return any(is_update(index.time(holder), own) for holder in holders)
    return not all(is_update(own, index.time(holder)) for holder in holders)


def _as_full(bare: Member, held: Member) -> bool:
    """Whether a statement could hold the reservation: one cut to less than half of the other's words could not."""
    if isinstance(bare, Figure) or isinstance(held, Figure):
        return True
    one, two = (sum(len(span) for span in each.content) for each in (bare, held))
    return 2 * one >= two


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
