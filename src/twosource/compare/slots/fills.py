"""Which slot of its main event a clause fills, and with what: "caused by a gas leak", "found by neighbours", "landed at 14:20"."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

from twosource.compare.alignment.said import deed_around, times_meet
from twosource.compare.alignment.wording import negated, words_of
from twosource.compare.points.relations import is_long_past
from twosource.compare.points.times import FINE, hours_part
from twosource.compare.slots.laid import Laid
from twosource.language.word_files import any_of
from twosource.language.words_news import SlotWords
from twosource.model import Article, ConflictKind, Happening, Modality, Moment, Participant, Span, Statement
from twosource.text.story_index import StoryIndex

_KNOWN: Final = 4
"""Letters: what is called by fewer ("it", "one") is not known."""
_TOLD_IN: Final = frozenset({"headline", "paragraph"})


@dataclass(frozen=True, kw_only=True, eq=False)
class Fill(Laid):
    """What an article puts in one slot."""

    slot: str
    kind: ConflictKind  # as what kind of conflict two values part
    of: str  # of what: "incident", "release captives"
    value: frozenset[str]
    statement: Statement | None = None
    hedged: bool = False  # only thought possible
    moment: Moment | None = None  # the hour that it is
    by: str = ""  # who did it; "" where that is not known or is the value itself
    event: Happening | None = None  # what tells which of its kind it is of

    @property
    def source(self) -> str | None:
        """On whose word; None for the outlet's own."""
        return self.statement.source if self.statement else None

    def parts(self, other: Self, index: StoryIndex) -> bool:
        """Whether both cannot be so."""
        if self.moment is None or other.moment is None:
            meeting = index.lexicon.slots.meeting
            here, there = ({each for value in one.value for each in meeting.get(value, ())} for one in (self, other))
            return not (self.value & other.value or here & other.value or there & self.value)
        if {self.moment.precision, other.moment.precision} <= FINE:
            return hours_part(self.moment, other.moment, index)
        return not times_meet([self.moment], [other.moment])

    def same(self, other: Self, _: StoryIndex) -> bool:
        """Whether they are one, in part."""
        return not self.value.isdisjoint(other.value)


class Reading:
    """An article as it is read for what fills slots."""

    def __init__(self, article: Article, index: StoryIndex) -> None:
        """Take its clauses, but for those of captions."""
        self.article, self.index, self.text = article, index, article.text
        every = index.happenings_of(article.id)
        self.events = [event for event in every if index.block(article.id, event.start) in _TOLD_IN]
        self._elsewhere: dict[int, bool] = {}

    @property
    def words(self) -> SlotWords:
        """The words of its language by which slots are known."""
        return self.index.lexicon.slots

    @property
    def opening(self) -> str:
        """Its headline and first paragraph."""
        return self.text[: self.index.lead_end(self.article.id, 1)]

    def sentence(self, at: int) -> Span:
        """The sentence around a place."""
        return self.index.sentence(self.article.id, at)

    def of_another(self, at: int) -> bool:
        """Whether a sentence tells of another event, or of a time long ago."""
        sentence = self.sentence(at)
        if sentence.start not in self._elsewhere:
            words = {word.text for word in words_of(self.text, self.index.language, sentence)}
            times, written = self.index.moments(self.article.id, sentence), self.index.time(self.article.id)
            long_ago = any(is_long_past(time.latest, written) for time in times)
            self._elsewhere[sentence.start] = long_ago or bool(words & self.words.elsewhere)
        return self._elsewhere[sentence.start]

    def event_at(self, at: int) -> Happening | None:
        """What the clause around a place tells, the narrowest; None for no clause."""
        return deed_around(self.events, at)

    def plain(self, *told_as: Modality) -> Iterator[Happening]:
        """The clauses that stand by themselves and tell of this event, as a fact or as ``told_as``, that something happened or did not."""
        wanted = told_as or (Modality.ACTUAL,)
        told = (event for event in self.events if event.main and event.reporting != "not said")
        return (event for event in told if event.factuality.modality in wanted and not self.of_another(event.start))

    def told(self) -> Iterator[Happening]:
        """The clauses, those that hang from others too, that tell as a fact what happened."""
        happened = (event for event in self.events if event.actual and not event.negated)
        return (event for event in happened if not self.of_another(event.start))

    def is_not(self, *places: Span) -> bool:
        """Whether a "not" stands there."""
        return negated(words_of(self.text, self.index.language, *places), self.index.lexicon)

    def named(self, part: Participant) -> str:
        """The words by which somebody takes part, and the name of who it is."""
        return f"{part.span.of(self.text)} {self.index.who(part.entity) or ''}"

    def called(self, part: Participant | None) -> str:
        """What somebody or something is called: the last word of who it is, or its head; "" where that is not known."""
        who = self.index.who(part.entity) if part else None
        head = who.split()[-1].lower() if who else part.head if part else ""
        return head if len(head) >= _KNOWN else ""

    def thing(self, part: Participant | None) -> str:
        """What something is, under one name for all words for it; "" where that is not known."""
        head = part.head if part else ""
        kinds = (kind for kind, heads in self.words.things.items() if head in heads)
        return next(kinds, "") or self.called(part)

    def fill(  # noqa: PLR0913 - what a fill is made of
        self, slot: str, kind: ConflictKind, of: str, value: Iterable[str], at: int, words: Span, *,
        hedged: bool = False, moment: Moment | None = None, by: str = "", event: Happening | None = None,
    ) -> Fill:  # fmt: skip
        """What stands at a place."""
        held = self.index.statements.get(self.index.statement_at(self.article.id, at) or "")
        shown = " ".join(words.of(self.text).split()).strip(" ,;:")
        source = held.source if held and held.source else ""
        account = self.index.account(self.article.id, at) if moment else (self.article.id, source)
        return Fill(
            slot=slot, account=account, sole=moment is not None, kind=kind, of=of, value=frozenset(value), article=self.article.id, start=at, words=shown,
            statement=held, hedged=hedged, moment=moment, by=by, event=event,
        )  # fmt: skip


@cache
def _any(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(words)}(?!\w)")


def kinds_in(text: str, table: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Which kinds of a table have a word in a text; none in an empty one."""
    low = text.lower()
    return frozenset(kind for kind, words in table.items() if _any(frozenset(words)).search(low))
