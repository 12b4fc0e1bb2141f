"""What each article says on a point: the words used, on whose word, and what sets it apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.model import Difference, Figure, Mark, Point, Span, Statement
from twosource.present.index import Index
from twosource.text.pieces import key_of
from twosource.text.story_index import Member

_REACH = 60  # code points: how far behind a number the thing it counts may stand and still be shown with it
_BEFORE = 70  # the same, in front of it
_BRIEF = 4  # words: fewer of a quotation say little without those around them
_NEAR = 24  # code points between the number and the thing it counts, or between a cue and what is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One member of a point, ready to be shown."""

    member: Member
    # Verbatim pieces; several where a quotation is interrupted. What its own source denies or grants is shown with
    # the words that do so: "denied any wrongdoing".
    words: tuple[str, ...]
    cued: bool  # whether the words begin with such words
    gaps: tuple[bool, ...]  # between each two pieces, whether words stand there (and not only marks and spaces)
    place: Span  # from the first piece to the last, in the article's text
    who: str | None  # the source by its fullest name; None where none is named or known
    voice: str  # how it is said on that word: ``quotation``, ``paraphrase``, ``assertion``, ``figure``
    reason: str  # why this source, and how it was read
    marks: tuple[Mark, ...]
    differs: tuple[str, ...]  # kinds of difference that set this member apart from most of the point's members
    conflict: bool  # whether it is a member of a contradiction

    @property
    def article(self) -> str:
        """The id of the article that says it."""
        return self.member.article

    @property
    def nobody(self) -> str:
        """What to say where no source is known: who speaks then, or that it is unknown."""
        return {"assertion": "the outlet itself", "figure": "no source named"}.get(self.voice, "source unknown")

    def says(self, words: str) -> bool:
        """Whether its words are these, whatever marks and spaces stand between them."""
        return key_of(" ".join(self.words)) == key_of(words)

    @property
    def text(self) -> str:
        """The pieces as one line, with an ellipsis where words stand between them."""
        told = [" ".join(piece.split()) for piece in self.words]
        return told[0] + "".join(
            f"{' … ' if gap else ' '}{piece}" for gap, piece in zip(self.gaps, told[1:], strict=True)
        )

    @property
    def plain(self) -> str:
        """The pieces as one line with nothing between them."""
        return " ".join(" ".join(self.words).split())


def sayings(index: Index, point: Point) -> tuple[Saying, ...]:
    """The point's members in order of articles and places, each value of an article once.

    Members the story does not hold are left out.
    """
    members = _once(index.members(point))
    apart = _apart(index, point, members)
    torn = {name for conflict in index.story.conflicts for name in conflict.members}
    held = _told_with(index, point.kind, members)
    hidden = {one.id for others in held.values() for one in others}
    return tuple(
        _saying(index, member, held.get(member.id, ()), apart, torn) for member in members if member.id not in hidden
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What to call a point on one line; ``quoted`` where all of it are somebody's words, to be set in marks."""

    words: str
    quoted: bool


def heading(index: Index, point: Point, found: Sequence[Saying]) -> Heading:
    """What to call a point: its label.

    The first saying instead where all deny or grant the label's words, and the first that has more words where the
    label is a few words of a quotation. Of several counts in one sentence, the number before it.
    """
    label = " ".join(point.label.split())
    if found and point.kind == "figure" and point.label in index.shared_labels:
        return Heading(words=f"{found[0].text} in “{label}”", quoted=False)
    if found and all(one.cued for one in found):
        return Heading(words=found[0].text, quoted=False)
    fuller = next((one.text for one in found if one.voice == "paraphrase" and _is_brief(label)), None)
    return Heading(words=fuller or label, quoted=point.label_quoted and fuller is None)


def _is_brief(words: str) -> bool:
    return len(words.split()) < _BRIEF


def _told_with(index: Index, kind: str, members: Sequence[Member]) -> dict[str, tuple[Statement, ...]]:
    """For a statement that is shown, those of its article that are shown with it and need no line of their own.

    Args:
        index: The story.
        kind: The point's kind.
        members: The point's members.

    Returns:
        By the shown one's id. What is denied, as it stands in the denial, is shown with it; and of two statements on one
        word of which one stands within the other, the fuller is shown, but where the point is of quotations the one
        quotation in it.
    """
    statements = [member for member in members if isinstance(member, Statement)]
    found: dict[str, tuple[Statement, ...]] = {}
    held: set[str] = set()
    for whole in sorted(statements, key=lambda one: (-_length(one), one.kind == "assertion", one.start, one.id)):
        if whole.id in held:
            continue
        told = [whole, *(one for one in statements if one is not whole and one.id not in held and covers(whole, one))]
        shown = (_only_quotation(index, told) if kind == "quotation" else None) or whole
        found[shown.id] = tuple(one for one in told if one is not shown)
        held.update(one.id for one in told)
    return found


def _only_quotation(index: Index, told: Sequence[Statement]) -> Statement | None:
    """The one quotation among what is told with its whole, the first; None where there are several, or it has a few words."""
    quoted = [one for one in told if one.kind == "quotation" and one.source == told[0].source]
    return (
        quoted[0]
        if len(quoted) == 1
        and not _is_brief(" ".join(index.words(span, quoted[0].article) for span in quoted[0].content))
        else None
    )


def covers(whole: Statement, part: Statement) -> bool:
    """Whether a statement tells what another of its article does, on the same word or as the very same words."""
    if whole.article != part.article:
        return False
    if part.kind == "assertion" and whole.kind != "assertion":
        return whole.content == part.content
    return whole.source == part.source and _reaches_over(whole, part)


def _length(one: Statement) -> int:
    return sum(span.end - span.start for span in one.places)


def _reaches_over(whole: Statement, part: Statement) -> bool:
    ours, theirs = whole.places, part.places
    return all(any(one.holds(other) for one in ours) for other in theirs)


def _once(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Where an article gives one value several times (headline, lead, caption), the place that names a source."""
    best: dict[tuple[object, ...], Member] = {}
    for member in members:
        key: tuple[object, ...] = (member.id,)
        if isinstance(member, Figure):
            key = (member.article, member.low, member.high, member.unit)
        kept = best.get(key)
        if kept is None or _merit(member) > _merit(kept):
            best[key] = member
    chosen = {member.id for member in best.values()}
    return tuple(member for member in members if member.id in chosen)


def _merit(member: Member) -> tuple[bool, bool, bool]:
    bounded = isinstance(member, Figure) and member.bound != "unstated"
    return (bool(member.marks), member.source is not None, bounded)


def _saying(
    index: Index, member: Member, held: tuple[Statement, ...], apart: Mapping[str, tuple[str, ...]], torn: set[str]
) -> Saying:
    spans = (_with_counted(index, member),) if isinstance(member, Figure) else member.places
    told = (member, *held)
    marks = tuple(dict.fromkeys(mark for one in told for mark in one.marks))
    cue = _cue_before(index, member) if any(mark.by and mark.by == member.source for mark in marks) else None
    if cue:
        spans = (Span(start=cue.start, end=spans[0].end), *spans[1:])
    return Saying(
        member=member,
        words=tuple(index.words(span, member.article) for span in spans),
        cued=cue is not None,
        gaps=tuple(_wordy(index, member.article, one.end, other.start) for one, other in pairwise(spans)),
        place=Span(start=spans[0].start, end=spans[-1].end),
        who=index.speaker(member),
        voice="figure" if isinstance(member, Figure) else member.kind,
        reason=_reason(index, member),
        marks=marks,
        differs=tuple(dict.fromkeys(kind for one in told for kind in apart.get(one.id, ()))),
        conflict=any(ids_of(one) & torn for one in told),
    )


def _cue_before(index: Index, member: Member) -> Span | None:
    """The cue that stands right before what is said, with no other words than small ones between."""
    if not isinstance(member, Statement) or not member.cue or not member.content:
        return None
    between = index.words(Span(start=member.cue.end, end=member.content[0].start), member.article)
    near = member.cue.end <= member.content[0].start and len(between) <= _NEAR and "\n" not in between
    return member.cue if near else None


def _wordy(index: Index, article: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in index.words(Span(start=start, end=end), article))


def ids_of(member: Member) -> set[str]:
    """Its id and, of a figure, that of the statement in which it stands."""
    inside = member.statement if isinstance(member, Figure) else None
    return {member.id, inside} if inside else {member.id}


def _reason(index: Index, member: Member) -> str:
    name, called = index.speaker(member), index.called(member)
    here = f"here called “{called}”" if name and called and called != name else ""
    if isinstance(member, Figure):
        inside = index.statement_of(member)
        return "; ".join(part for part in (here, member.reason, inside.source_reason if inside else "") if part)
    return "; ".join(part for part in (here, member.source_reason, member.uncertain) if part)


def _with_counted(index: Index, figure: Figure) -> Span:
    """The number together with the thing it counts, where that follows at once or stands shortly before it."""
    if not figure.counted:
        return figure.span
    after = index.words(Span(start=figure.end, end=figure.end + len(figure.counted) + _REACH), figure.article)
    at = after.find(figure.counted)
    if 0 <= at <= _NEAR and "\n" not in after[:at]:
        return Span(start=figure.start, end=figure.end + at + len(figure.counted))
    start = max(0, figure.start - len(figure.counted) - _BEFORE)
    before = index.words(Span(start=start, end=figure.start), figure.article)
    at = before.rfind(figure.counted)
    if at >= 0 and not set("\n.;") & set(before[at + len(figure.counted) :]):
        return Span(start=start + at, end=figure.end)
    return figure.span


def _apart(index: Index, point: Point, members: tuple[Member, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for difference in point.differences:
        for name in _odd_ones(index, difference, members):
            kinds = found.setdefault(name, [])
            if difference.kind not in kinds:
                kinds.append(difference.kind)
    return {name: tuple(kinds) for name, kinds in found.items()}


def _odd_ones(index: Index, difference: Difference, members: tuple[Member, ...]) -> list[str]:
    """Those members of the difference that are not as most articles have it; all where there is no such majority.

    Where something was lost (a bound, a source), those that lost it.
    """
    named = [member for member in members if ids_of(member) & set(difference.members)]
    lost = [member.id for member in named if _has_lost(difference.kind, member)]
    if lost and not all(_has_lost(difference.kind, member) for member in members):
        return lost
    if difference.kind in {"bound", "attribution"}:
        return []
    keys = {member.id: _key(index, difference.kind, member) for member in named}
    usual = _usual({(keys[member.id], member.article) for member in named})
    return [name for name, key in keys.items() if key != usual]


def _usual(told: set[tuple[str, str]]) -> str | None:
    """What most articles have; None where one alone is the most, or two things have as many."""
    (usual, most), *others = Counter(key for key, _ in told).most_common(2) or [("", 0)]
    alone = most < 2  # noqa: PLR2004 - one is no majority
    return None if alone or (others and others[0][1] == most) else usual


def _has_lost(kind: str, member: Member) -> bool:
    if kind == "mark":
        return not member.marks
    if kind == "bound":
        return isinstance(member, Figure) and member.bound == "unstated"
    return kind == "attribution" and member.source is None


def _key(index: Index, kind: str, member: Member) -> str:
    if kind == "speaker":
        return index.speaker(member) or ""
    if kind == "value" and isinstance(member, Figure):
        return f"{member.low}–{member.high}"
    if kind == "bound" and isinstance(member, Figure):
        return member.bound
    if kind == "wording":
        return index.line(member.span, member.article).casefold()
    return member.id
