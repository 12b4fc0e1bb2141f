"""The checks, one function each. A docstring is the message that the editor reads in front of the particulars."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from twosource.language.lexicon import lexicon_of
from twosource.model import GRAVE, REFUSING, Article, Difference, DifferenceKind, Figure, Mark, Point, Span, Statement
from twosource.text.denials import is_denial
from twosource.text.reasons import Reason
from twosource.text.stamps import when
from twosource.text.voices import by_voice
from twosource.weigh.check_registry import Hit, check
from twosource.weigh.desk import Desk, quoted

_SEVERAL = 2
_FRAGMENT = 3  # words: nobody is missed as the speaker of so few
_RARE: Final = 100
_ROUND: Final = 10
"""A number of so much that is no multiple of this is hardly told twice by chance."""


@check("C100", severity="high")
def taken_back(desk: Desk) -> Iterator[Hit]:
    """This was taken back."""
    for point in desk.story.points:
        if point.retracted:
            told = point.retracted
            by = desk.who(told.by) or desk.name(told.article)
            words = quoted(Span(start=told.start, end=told.end).of(desk.articles[told.article].text))
            left = Reason("checks.still_carried", articles=desk.names(told.carried_by), count=len(told.carried_by))
            article = desk.name(told.article)
            yield (
                Reason(
                    "checks.taken_back",
                    by=by,
                    where="" if by == article else Reason("checks.in_article", article=article),
                    words=words,
                    left=left if told.carried_by else "",
                    label=desk.label(point),
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
            told = (
                Reason("checks.denied", by=by, article=article, words=words, sentence=sentence)
                if mark.kind == "denied"
                else Reason("checks.disputed", by=by, article=article, words=words, sentence=sentence)
            )
            yield told, (point.id, member.id)


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


@check("C105", severity="medium")
def attribution_lost(desk: Desk) -> Iterator[Hit]:
    """One article has this from a source, another says it as its own."""
    yield from _without_source(desk, sure=True)


@check("C123", severity="low")
def attribution_likely_lost(desk: Desk) -> Iterator[Hit]:
    """One article has this from a source; another, which may tell the same, names none."""
    yield from _without_source(desk, sure=False)


def _without_source(desk: Desk, *, sure: bool) -> Iterator[Hit]:
    """What is said on somebody's word here and on nobody's there, where it is sure that it is one deed, or only likely."""
    points = [point for point in desk.story.points if not desk.standing_text(point)]
    told: dict[str, list[tuple[Point, Difference]]] = {}
    for point, difference in ((each, one) for each in points for one in each.differences):
        if difference.kind == "attribution" and difference.sure == sure:
            told.setdefault(difference.detail, []).append((point, difference))
    for detail, every in told.items():  # what the same articles have from the same source is told once
        refers = (name for point, difference in every for name in (point.id, *difference.members))
        more = Reason("checks.and_more", count=len(every) - 1) if len(every) > 1 else ""
        yield (
            Reason("checks.lost", detail=detail, words=desk.label(every[0][0]), more=more),
            tuple(dict.fromkeys(refers)),
        )


@check("C106", severity="medium")
def one_origin(desk: Desk) -> Iterator[Hit]:
    """Several outlets carry this figure, but their wording goes back to one origin."""
    for point in desk.story.points:
        standing = point.standing
        figures = [member for member in desk.members_of(point) if isinstance(member, Figure)]
        counted = any(figure.main or figure.measure for figure in figures)
        if counted and len(standing.outlets) >= _SEVERAL and len(standing.origins) == 1:
            yield _given_by(desk, point), (point.id,)


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
        more = Reason("checks.and_more", count=len(points) - 1) if len(points) > 1 else ""
        refers = (*(point.id for point in points), source)
        name, words = desk.sources[source].name, desk.label(points[0])
        yield Reason("checks.one_source", source=name, articles=names, words=words, more=more), refers


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
            yield (_given_by(desk, point) if sentence == desk.label(point) else alone), refers


@check("C109", severity="low")
def headline_number(desk: Desk) -> Iterator[Hit]:
    """The headline has a number that the article's own text does not have."""
    for article in desk.story.articles:
        for figure in _only_in_headline(article, desk.figures_of(article.id)):
            yield Reason("checks.of", articles=desk.name(article.id), words=desk.words(figure)), (figure.id,)


def _only_in_headline(article: Article, figures: Sequence[Figure]) -> list[Figure]:
    """Figures of the headline whose value the text does not give; none where the text has no figure at all."""
    heads = [block.span for block in article.blocks if block.kind == "headline"]
    inside = [figure for figure in figures if any(head.start <= figure.start < head.end for head in heads)]
    below = {value for figure in figures if figure not in inside for value in (figure.low, figure.high)}
    return [figure for figure in inside if below and figure.high > 1 and not {figure.low, figure.high} & below]


@check("C110", severity="low")
def bound_lost(desk: Desk) -> Iterator[Hit]:
    """The number is the same or compatible, but one article bounds it and another does not."""
    for point in desk.story.points:
        for difference in point.differences:
            if difference.kind == "bound" and _leaves_out_a_bound(desk, difference):
                yield _of(desk, point, difference), (point.id, *difference.members)


def _leaves_out_a_bound(desk: Desk, difference: Difference) -> bool:
    """Whether an article gives a number nowhere with a bound that another gives; two that only round otherwise do not."""
    figures = [one for name in difference.members if isinstance(one := desk.member(name), Figure)]
    bounded = {one.article for one in figures if one.bound != "unstated"}
    return bool(bounded) and any(one.article not in bounded for one in figures)


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
    for point in desk.story.points:
        wording = (each for each in point.differences if point.label_quoted and each.kind == "wording")
        for difference in wording:
            if all(_is_quotation(desk.member(name)) for name in difference.members):
                yield difference.detail, (point.id, *difference.members)


def _is_quotation(member: Statement | Figure | None) -> bool:
    return isinstance(member, Statement) and member.kind == "quotation"


@check("C113", severity="low")
def unknown_speaker(desk: Desk) -> Iterator[Hit]:
    """Nobody could be found to whom this quotation is given."""
    for point in desk.story.points:
        statements = [m for m in desk.members_of(point) if isinstance(m, Statement)]
        long = any(s.kind == "quotation" and desk.length(s) > _FRAGMENT and not desk.titled(s) for s in statements)
        if point.label_quoted and long and all(s.source is None for s in statements):
            yield _given_by(desk, point), (point.id,)


@check("C114", severity="low")
def only_one_article(desk: Desk) -> Iterator[Hit]:
    """Only one article gives this figure, which it puts first."""
    if len(desk.story.articles) < _SEVERAL:
        return
    numbers: dict[tuple[float, float, str | None], list[Figure]] = defaultdict(list)
    for figure in desk.story.figures:
        numbers[figure.low, figure.high, figure.unit].append(figure)
    for point in desk.story.points:
        figures = [member for member in desk.members_of(point) if isinstance(member, Figure)]
        main = [figure for figure in figures if figure.main and figure.high > 1]
        alone = not any(_told_of_the_same(one, numbers[one.low, one.high, one.unit], desk) for one in main)
        if point.kind == "figure" and main and alone and len(desk.articles_of(point)) == 1:
            yield _given_by(desk, point), (point.id,)


def _told_of_the_same(figure: Figure, others: Sequence[Figure], desk: Desk) -> bool:
    """Whether another article has the number, which is no round one, or has it under a measure that fits: then more may give it."""
    if (
        figure.low == figure.high >= _RARE
        and figure.low % _ROUND
        and any(one.article != figure.article for one in others)
    ):
        return True
    wider = lexicon_of(desk.articles[figure.article].language).counted.wider_measures
    beside = {one.measure for one in others if one.article != figure.article and one.measure}
    own = figure.measure or ""
    return any(own == one or own in wider.get(one, ()) or one in wider.get(own, ()) for one in beside)


@check("C115", severity="low")
def undated(desk: Desk) -> Iterator[Hit]:
    """This article states no date, so what is newer cannot be told from it."""
    for article in desk.story.articles:
        if article.dated_by != "stated":
            days = tuple(map(when, article.date_range or ()))
            guess = Reason("checks.dated_by_content", days=days) if days else ""
            yield Reason("checks.undated", article=desk.name(article.id), range=guess), (article.id,)


def _differing(desk: Desk, kind: DifferenceKind) -> Iterator[Hit]:
    for point in desk.story.points:
        for difference in point.differences:
            if difference.kind == kind:
                yield _of(desk, point, difference), (point.id, *difference.members)


def _of(desk: Desk, point: Point, difference: Difference) -> str:
    return f"{difference.detail} {desk.label(point)}"


def _refers(point: str | None, members: tuple[str, ...]) -> tuple[str, ...]:
    return (point, *members) if point else members


def _given_by(desk: Desk, point: Point) -> Reason:
    return Reason("checks.of", articles=desk.names(desk.articles_of(point)), words=desk.label(point))
