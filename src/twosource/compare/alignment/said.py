"""A statement with all that is compared of it, each read when it is first asked for; and whether times of two of them part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from twosource.compare.alignment.wording import Word, content_stems, is_number, stem, words_of
from twosource.language import labels
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.model import Happening, Moment, Participant, Source, Statement
from twosource.text.story_index import StoryIndex

_PLACES: Final = frozenset({labels.STATE_OR_TOWN, labels.NATURAL_PLACE, labels.DATE, labels.TIME})
"""Labels of names that are no one's to whom a deed is done."""


class Done(NamedTuple):
    """A deed: its kind, whether it was not done, and the words of the name of those it was done to."""

    kind: str
    negated: bool
    names: frozenset[str]


@dataclass(frozen=True, eq=False)
class Said:
    """A statement of a story with its words, and with what its article tells where it stands.

    ``story`` is that of when the statement was read: points may have been found since.
    """

    statement: Statement
    story: StoryIndex

    @property
    def article(self) -> str:
        """Its article's id."""
        return self.statement.article

    @property
    def text(self) -> str:
        """The text of its article."""
        return self.story.articles[self.statement.article].text

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of its article's language."""
        return lexicon_of(self.story.articles[self.statement.article].language)

    @property
    def source(self) -> Source | None:
        """Who says it, as far as that is known."""
        return self.story.source(self.statement.source)

    @property
    def name(self) -> str:
        """How a reader knows its article."""
        return self.story.name(self.statement.article)

    @property
    def written(self) -> str:
        """The day of its article, ISO 8601; "" where that is not known."""
        return (self.story.time(self.statement.article) or "")[:10]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return words_of(self.text, self.lexicon.code, *self.statement.content)

    @cached_property
    def matter(self) -> tuple[str, ...]:
        """The stems of its content words, in order."""
        return content_stems(self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def sentence_stems(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the content words of the sentence in which it begins, and of those with a capital, but for the first."""
        sentence = self.story.sentence(self.statement.article, self.statement.start)
        words = words_of(self.text, self.lexicon.code, sentence)
        named = frozenset(word.stem for word in words[1:] if word.content and self.text[word.start].isupper())
        return frozenset(content_stems(words)), named

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Those that are numbers, and not part of a time."""
        return frozenset(
            word.stem for word in self.words if word.content and is_number(word.stem) and not self.is_timed(word)
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of its capitalised words, but for the first."""
        return frozenset(word.stem for word in self.words[1:] if word.content and self.text[word.start].isupper())

    @cached_property
    def naming(self) -> frozenset[str]:
        """Stems of its words that say of whom or where it tells, not what: with a capital, for persons, ages, numbers before such."""
        ages, persons = self.lexicon.wording.ages, _for_persons(self.lexicon.code)
        named = [self.text[word.start].isupper() or word.text in ages for word in self.words]
        told = zip(self.words, named, (*named[1:], False), strict=False)
        return frozenset(
            word.stem for word, so, behind in told if so or word.stem in persons or (behind and is_number(word.stem))
        )

    @cached_property
    def times(self) -> tuple[Moment, ...]:
        """The times it names."""
        return self.story.moments(self.statement.article, *self.statement.content)

    @cached_property
    def events(self) -> tuple[Happening, ...]:
        """What its clauses tell."""
        return tuple(self.story.happenings(self.statement))

    @cached_property
    def done(self) -> tuple[Done, ...]:
        """Deeds that clauses of their own tell as something that took place, or that did not, done to those of a name.

        A deed that its article tells twice of those of one name may be another the second time, and one that is told of
        anything ("found", "had") is known again by no name: both are left out.
        """
        told = ((event, self._named(event.done_to)) for event in self.events if event.main and event.actual)
        every_day = self.lexicon.predicates.of_something
        return tuple(
            Done(event.kind, event.negated, named)
            for event, named in told
            if named and event.kind not in every_day and not self._told_twice(event)
        )

    def _named(self, part: Participant | None) -> frozenset[str]:
        """The words of the name of who takes part; empty where they have none, or it is that of a place."""
        if part is None or part.label in _PLACES:
            return frozenset()
        words = frozenset(word.stem for word in self.words if part.start <= word.start < part.end)
        return words & (self.names | ({part.head} if part.named else set()))

    def _told_twice(self, event: Happening) -> bool:
        """Whether its article tells again that such a thing was done to somebody of that name: it may be another time."""
        who = event.done_to.head if event.done_to else ""
        every = [each.done_to for each in self.story.happenings_of(event.article) if each.kind == event.kind]
        return sum(part is None or not part.named or part.head == who for part in every) > 1

    @cached_property
    def people(self) -> frozenset[str]:
        """The last words of the names of those who take part in what it tells."""
        return frozenset(part.head for event in self.events for part in participants(event) if part.named)

    @cached_property
    def ages(self) -> frozenset[int]:
        """The ages it gives."""
        ages, near = self.lexicon.wording.ages, pairwise(self.words)
        return frozenset(int(word.stem) for word, behind in near if behind.text in ages and word.stem.isdigit())

    @property
    def rank(self) -> tuple[int, int, str]:
        """Quotations before paraphrases before assertions, the longest first; then by id."""
        kinds = ("quotation", "paraphrase", "assertion")
        return kinds.index(self.statement.kind), -len(self.matter), self.statement.id

    def is_timed(self, word: Word) -> bool:
        """Whether a word is part of a time."""
        return any(time.start <= word.start < time.end for time in self.times)

    def deed_at(self, offset: int) -> Happening | None:
        """What the clause around a place tells; None for no clause."""
        return deed_around(self.events, offset)


@cache
def _for_persons(language: str) -> frozenset[str]:
    """The stems of nouns for persons; numbers are none."""
    nouns = lexicon_of(language).source_nouns
    stems = {stem(noun, language) for noun in nouns.unnamed | nouns.always_several}
    return frozenset(each for each in stems if not is_number(each))


def deed_around(events: Iterable[Happening], offset: int) -> Happening | None:
    """What the clause around a place tells, of clauses in each other the one that begins last; None for no clause."""
    around = (event for event in events if event.clause.start <= offset < event.clause.end)
    return max(around, key=lambda event: event.clause.start, default=None)


def participants(event: Happening) -> list[Participant]:
    """Who takes part, as far as the clause says."""
    return [part for part in (event.doer, event.done_to) if part is not None]


def times_part(left: Said, right: Said) -> bool:
    """Whether both name times and no two of them can be the same; by weekday where they are not resolved."""
    if left.times and right.times:
        return not times_meet(left.times, right.times) and not _worded_as_one(left, right)
    days = [{word.text for word in each.words} & each.lexicon.wording.weekdays for each in (left, right)]
    return bool(days[0] and days[1]) and not days[0] & days[1]


def times_meet(left: Iterable[Moment], right: Sequence[Moment]) -> bool:
    """Whether two of the times can be the same."""
    return any(_meet(a.earliest, a.latest, b.earliest, b.latest) for a in left for b in right)


def _worded_as_one(left: Said, right: Said) -> bool:
    """Whether a time's words are all among another's, so that they were read differently only for the articles' dates.

    "May 4" and "May 4, 2031", "Sunday" and "next Sunday evening".
    """
    sides = [[_plainly(time.span.of(side.text), side.lexicon) for time in side.times] for side in (left, right)]
    return any(one and other and (one <= other or other <= one) for one in sides[0] for other in sides[1])


def _plainly(time: str, lexicon: Lexicon) -> frozenset[str]:
    """A time's words without marks and small words: "11:55 p.m. Sunday" is "11:55 pm on Sunday"."""
    words = ["", *re.sub(r"[^\w\s]", "", time.casefold()).split()]
    little = lexicon.function_words.words  # behind a number "am" is no verb
    return frozenset(word for before, word in pairwise(words) if before.isdecimal() or word not in little)


def _meet(first: str, last: str, second: str, end: str) -> bool:
    """Whether two intervals touch, compared to the precision of the coarser one."""
    size = min(len(first), len(last), len(second), len(end))
    return first[:size] <= end[:size] and second[:size] <= last[:size]
