"""The checks, one function each. A docstring is the message that the editor reads in front of the particulars."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from twosource.model import GRAVE, REFUSING, DifferenceKind, Figure, Mark, Point, Statement
from twosource.text.denials import is_denial
from twosource.text.reasons import Reason
from twosource.text.stamps import when
from twosource.text.voices import by_voice
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk, and_more, quoted

_SEVERAL = 2
_PARTS: Final = re.compile(r"['’ʼ]")
_MOST: Final = 0.6
"""The share of the words of the shorter of two quotations that the other has too, where they are one in two wordings."""
_FRAGMENT = 3  # words: nobody is missed as the speaker of so few, and so few in common make no quotation one


@check("C100", severity="high")
def taken_back(desk: Desk) -> Iterator[Hit]:
    """This was taken back."""
    for point in desk.story.points:
        if point.retracted:
            told = point.retracted
            by = desk.who(told.by) or desk.name(told.article)
            words = quoted(told.span.of(desk.articles[told.article].text))
            left = Reason("checks.still_carried", articles=desk.names(told.carried_by), count=len(told.carried_by))
            article, label = desk.name(told.article), desk.label(point)
            yield (
                Reason(
                    "checks.taken_back",
                    by=by,
                    where="" if by == article else Reason("checks.in_article", article=article),
                    words=words,
                    left=left if told.carried_by else "",
                    label="" if label == words else f" {label}",
                ),
                (point.id,),
            )


@check("C101", severity="high")
def clashing_accounts(desk: Desk) -> Iterator[Hit]:
    """The accounts contradict each other."""
    for conflict in desk.story.conflicts:
        if conflict.kind not in {"speaker", "name"} and not is_denial(conflict, desk):
            yield conflict.detail, _refers(conflict.point, conflict.members)


@check("C121", severity="medium")
def name_in_two_ways(desk: Desk) -> Iterator[Hit]:
    """Somebody or something is named in two ways."""
    for conflict in desk.story.conflicts:
        if conflict.kind == "name":
            yield conflict.detail, _refers(conflict.point, conflict.members)


@check("C102", severity="high")
def two_speakers(desk: Desk) -> Iterator[Hit]:
    """The same words are given to different people, or to one who is described in two ways."""
    yield from _differing(desk, "speaker")


@check("C103", severity="high")
def denied_by_a_party(desk: Desk) -> Iterator[Hit]:
    """A named party denies or disputes this."""
    for point in desk.story.points:
        members = ((member, _contesting(desk, member)) for member in desk.members_of(point))
        member, mark = next((hit for hit in members if hit[1] is not None), (None, None))
        if member is not None and mark is not None:
            by, article = desk.sources[mark.by or ""].name, desk.names([member.article])
            words, sentence = desk.words(member), desk.resting(member, mark)
            code = "checks.denied" if mark.kind == "denied" else "checks.disputed"
            yield Reason(code, by=by, article=article, words=words, sentence=sentence), (point.id, member.id)


def _contesting(desk: Desk, member: Statement | Figure) -> Mark | None:
    """By which mark a named party contests a member; a number is not contested where the statement around it is."""
    marks = (mark for mark in member.marks if mark.kind in REFUSING and mark.by in desk.sources)
    if isinstance(member, Figure):
        marks = (mark for mark in marks if (member.article, mark) not in desk.marks_of_statements)
    return next(marks, None)


@check("C104", severity="medium")
def mark_lost(desk: Desk) -> Iterator[Hit]:
    """One article says that this is not certain, another gives it without that."""
    hits = list(_differing(desk, "mark"))
    grave = [hit for hit in hits if any(m.kind in GRAVE for one in hit[1] for m in desk.marks(one))]
    yield from (*grave, *(hit for hit in hits if hit not in grave))


@check("C106", severity="medium")
def one_origin(desk: Desk) -> Iterator[Hit]:
    """Several outlets carry this figure, but their wording goes back to one origin."""
    for point in desk.story.points:
        standing = point.standing
        counted = any(figure.main or figure.measure for figure in desk.figures_named(point.figures))
        if counted and len(standing.outlets) >= _SEVERAL and len(standing.origins) == 1:
            yield desk.given_by(point), (point.id,)


@check("C107", severity="medium")
def one_source(desk: Desk) -> Iterator[Hit]:
    """Several outlets carry this, and no one text was found behind them all, but it is on the word of one source."""
    carried: dict[tuple[str, str], list[Point]] = {}
    for point in desk.story.points:
        left = point.label_quoted or point.retracted or desk.standing_text(point)
        speaker = None if left else _only_voice(desk, point)
        if speaker is not None and min(len(point.standing.outlets), len(point.standing.origins)) >= _SEVERAL:
            carried.setdefault((speaker, desk.names(desk.articles_of(point))), []).append(point)
    for (source, names), every in carried.items():
        points = desk.once(every)
        refers = (*(point.id for point in points), source)
        name, words = desk.sources[source].name, desk.label(points[0])
        yield Reason("checks.one_source", source=name, articles=names, words=words, more=and_more(points)), refers


def _only_voice(desk: Desk, point: Point) -> str | None:
    """The one source on whose word all members of a point stand; None where one has no source, or there are several."""
    named = {member.source or "" for member in desk.members_of(point)}
    if not named <= desk.sources.keys():
        return None
    voices = by_voice(desk.sources[source] for source in named)
    return next(iter(voices.values()))[0].id if len(voices) == 1 else None


@check("C108", severity="medium")
def unverified_alone(desk: Desk) -> Iterator[Hit]:
    """This is marked as unverified, and no article gives it without that."""
    for point in desk.story.points:
        members = desk.members_of(point)
        marked = [member for member in members if any(mark.kind == "unverified" for mark in member.marks)]
        told = point.in_other_words and set(point.statements) <= desk.counted
        if marked and not told and {member.article for member in marked} == desk.articles_of(point):
            refers = (point.id, *(member.id for member in marked))
            mark = next(mark for mark in marked[0].marks if mark.kind == "unverified")
            articles, sentence = desk.names(desk.articles_of(point)), desk.resting(marked[0], mark)
            alone = Reason("checks.with_sentence", articles=articles, words=desk.label(point), sentence=sentence)
            yield (desk.given_by(point) if sentence == desk.label(point) else alone), refers


@check("C111", severity="low")
def shared_translation(desk: Desk) -> Iterator[Hit]:
    """Articles share the wording of a translation, so it came to them by one carrier."""
    for passage in desk.story.passages:
        if passage.kind == "translation" and not passage.rejected:
            place = passage.spans[0]
            article = desk.articles.get(place.article)
            words = quoted(place.span.of(article.text)) if article else ""
            names = desk.names(span.article for span in passage.spans)
            yield Reason("checks.of", articles=names, words=words), (passage.id,)


@check("C112", severity="low")
def quotation_cut(desk: Desk) -> Iterator[Hit]:
    """A quotation is longer in one article than in another, or its words differ."""
    for point, difference in desk.differences("wording"):
        sides = [one for one in desk.members_named(difference.members) if isinstance(one, Statement)]
        quoted_by_all = point.label_quoted and all(side.kind == "quotation" for side in sides)
        if quoted_by_all and _changed_inside(desk, sides):
            yield difference.detail, (point.id, *difference.members)


def _changed_inside(desk: Desk, sides: Sequence[Statement]) -> bool:
    """Whether words differ between others that both have, of which they have most: to begin later or to end earlier is every quotation's right."""
    one, two = (_forms(desk, side) for side in sides[:2])
    steps = list(Levenshtein.opcodes(one, two))
    same = [row for row, step in enumerate(steps) if step.tag == "equal"]
    shared = sum(steps[row].src_end - steps[row].src_start for row in same)
    if shared <= max(_FRAGMENT, _MOST * min(len(one), len(two))):
        return False
    inside = steps[same[0] : same[-1]]
    return any(
        "".join(one[each.src_start : each.src_end]) != "".join(two[each.dest_start : each.dest_end]) for each in inside
    )


def _forms(desk: Desk, side: Statement) -> list[str]:
    """The words said, and each "'s" and "'re" that is set apart from its word in one of the texts, as words of their own."""
    words = desk.words_in(side.article)
    return [
        part
        for span in side.content
        for form in words.between(span.start, span.end).forms
        for part in _PARTS.split(form)
    ]


@check("C113", severity="low")
def unknown_speaker(desk: Desk) -> Iterator[Hit]:
    """Nobody could be found to whom this quotation is given."""
    given: dict[str, list[Point]] = {}
    for point in desk.story.points:
        statements = [one for one in desk.members_of(point) if isinstance(one, Statement)]
        unknown = point.label_quoted and all(one.source is None for one in statements)
        if unknown and any(_asks_who(desk, one) for one in statements):
            given.setdefault(desk.names(desk.articles_of(point)), []).append(point)
    for names, points in given.items():  # a reader who looks up one of them finds the others
        refers, words = tuple(point.id for point in points), desk.label(points[0])
        yield Reason("checks.of_and_more", articles=names, words=words, more=and_more(points)), refers


def _asks_who(desk: Desk, statement: Statement) -> bool:
    """Whether a quotation leaves open who speaks: it is long, no title, and has no words of saying beside it ("he said" tells a reader)."""
    long = statement.cue is None and desk.length(statement) > _FRAGMENT
    return statement.kind == "quotation" and long and not desk.titled(statement)


@check("C115", severity="low")
def undated(desk: Desk) -> Iterator[Hit]:
    """This article states no date, so what is newer cannot be told from it."""
    for article in desk.story.articles:
        if article.dated_by != "stated":
            days = tuple(map(when, article.date_range or ()))
            guess = Reason("checks.dated_by_content", days=days) if days else ""
            yield Reason("checks.undated", article=desk.name(article.id), range=guess), (article.id,)


def _differing(desk: Desk, kind: DifferenceKind) -> Iterator[Hit]:
    for point, difference in desk.differences(kind):
        yield f"{difference.detail} {desk.label(point)}", (point.id, *difference.members)


def _refers(point: str | None, members: tuple[str, ...]) -> tuple[str, ...]:
    return (point, *members) if point else members
