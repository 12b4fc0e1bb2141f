"""One event once in a timeline: a copied sentence keeps its first day, and a coarse time goes to the finer one of its event."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

from twosource.compare.slots.days import named_events
from twosource.language.lexicon import lexicon_of
from twosource.model import Article, Figure, Happening, Moment, Point, Span, Statement

_DAY: Final = "day"
_BEFORE: Final = 6
_BEHIND: Final = 8
"""Words before and behind a time that two articles have alike where one carries on the other's sentence."""
_COPIED: Final = 8
"""So many of them at least: fewer two articles may have by chance."""
_UNDATED: Final = "9999"
_YEAR: Final = 4
_ISO_DAY: Final = 10

Key = tuple[str, str, str]
Mark = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One moment with what stands where it does: its sentence, statements, figures, and what its clause tells."""

    article: Article
    moment: Moment
    sentence: Span
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    happenings: tuple[Happening, ...] = ()

    @property
    def key(self) -> Key:
        """The interval that the moment names, and how fine it is."""
        return self.moment.earliest, self.moment.latest, self.moment.precision


def fresh(every: Iterable[Dated]) -> list[Dated]:
    """All but relative times in sentences that an earlier article has word for word, where "Monday" was another day.

    A caption or a paragraph that is carried on for weeks still says "on Monday"; its day is that of the article in
    which it stood first. So it is with "the Labour Day shooting" of which later years tell.
    """
    copies: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    kept: list[Dated] = []
    for dated in every:
        known = _known_again(dated)
        (copies[known] if known is not None else kept).append(dated)
    for same in copies.values():
        first = min(same, key=_written).key
        kept += [dated for dated in same if dated.key == first]
    return kept


def _known_again(dated: Dated) -> tuple[str, str] | None:
    """By what a relative time is known again in a later article; None where by nothing, and for times with their year."""
    text, moment = dated.article.text, dated.moment
    words = moment.span.of(text)
    if any(word.isdecimal() and len(word) == _YEAR for word in re.split(r"[\s/,]+", words)):
        return None
    before = text[dated.sentence.start : moment.start].split()[-_BEFORE:]
    behind = text[moment.end : dated.sentence.end].split()[:_BEHIND]
    copied = (" ".join(before), " ".join(behind)) if len(before) + len(behind) >= _COPIED else None
    return _anniversary(dated, words.lower().split()) or copied


def _anniversary(dated: Dated, words: list[str]) -> tuple[str, str] | None:
    """The event and the words for its day, where the day is one of any year: "the Labour Day shooting"; None for other times."""
    weekdays = lexicon_of(dated.article.language).happenings.weekdays
    of_any_year = dated.moment.precision == _DAY and len(words) > 1 and weekdays.isdisjoint(words)
    event = next(_named(dated), None) if of_any_year else None
    return (event, " ".join(words)) if event else None


def _written(dated: Dated) -> tuple[str, str]:
    article = dated.article
    return article.first_dated or (article.date_range or (_UNDATED,))[0], article.id


def once(found: Mapping[Key, Sequence[Dated]], points: Iterable[Point]) -> dict[Key, list[Dated]]:
    """The moments by time, each event once: at the finest of the times of one day that are told of it.

    "Monday" of one article and "shortly after 6 p.m. on Monday" of another are one entry where both tell the same: their
    statements or figures are in one point, or their clauses tell that the same befell the same. A week or a month is told
    of several events in one statement: it goes to a day by its own clause alone.
    """
    homes = {name: point.id for point in points for name in (*point.statements, *point.figures)}
    told: dict[Mark, list[tuple[Key, Dated]]] = defaultdict(list)
    kept: dict[Key, list[Dated]] = defaultdict(list)
    for key in sorted(found, key=lambda key: (_length(key), key)):
        of_a_day = len(key[0]) > _ISO_DAY or key[2] == _DAY
        for dated in found[key]:
            marks = sorted(set(_marks(dated, homes if of_a_day else {})))
            place = _finer(key, dated, chain.from_iterable(told[mark] for mark in marks))
            kept[place].append(dated)
            for mark in marks:
                told[mark].append((place, dated))
    return kept


def _length(key: Key) -> timedelta:
    """How long a time is; a day and more in whole days."""
    first, last = (datetime.fromisoformat(end) for end in key[:2])
    return last - first + (timedelta(days=1) if len(key[1]) == _ISO_DAY else timedelta(minutes=1))


def _finer(key: Key, dated: Dated, same: Iterable[tuple[Key, Dated]]) -> Key:
    """The finer time at which most tell the same event, the earliest of several; the moment's own where none is told."""
    votes = Counter(
        place
        for place, other in same
        if (other.article.id, other.sentence) != (dated.article.id, dated.sentence)
        and _length(place) < _length(key)
        and _holds(key, place)
    )
    return min(votes, key=lambda place: (-votes[place], place), default=key)


def _holds(coarse: Key, fine: Key) -> bool:
    """Whether a time lies within another; a night lies within the day that it is named for."""
    if len(coarse[0]) > _ISO_DAY:
        return coarse[0] <= fine[0] and fine[1] <= coarse[1]
    ends = fine[1][:_ISO_DAY] <= coarse[1] or coarse[2] == _DAY
    return coarse[0] <= fine[0][:_ISO_DAY] <= coarse[1] and ends


def _marks(dated: Dated, homes: Mapping[str, str]) -> Iterator[Mark]:
    """By what an event is known again: the points that tell it, and what befell whom."""
    ids = (*(one.id for one in dated.statements), *(one.id for one in dated.figures))
    yield from (("point", homes[name]) for name in ids if name in homes)
    yield from (("named", event) for event in _named(dated))
    little = lexicon_of(dated.article.language).function_words.words
    for happening in dated.happenings:
        unnamed = happening.doer if happening.doer and not happening.doer.named else None
        who = happening.done_to or unnamed
        if who and who.head not in little and happening.actual > happening.negated:
            yield ("clause", happening.kind, who.head)


def _named(dated: Dated) -> Iterator[str]:
    return (event for event, _ in named_events(dated.article, dated.sentence, dated.moment))
