"""Which slot of the event a number fills: how many were aboard, how long a sentence is, how deep a quake lay."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from re import Match
from typing import Final, NamedTuple, Self

from twosource.compare.alignment.wording import content_stems, is_number, words_of
from twosource.compare.numbers.told_numbers import holder_of, what_is_counted
from twosource.compare.points.figures.counts import PEOPLE, kind_of
from twosource.compare.points.figures.units import dimension
from twosource.compare.points.figures.values import agreement
from twosource.compare.slots.laid import Laid
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.words_news import NumberSlot
from twosource.model import Article, Figure, Span, content_id
from twosource.text.story_index import StoryIndex

_REACH: Final = 110
"""Code points before and behind a figure that are asked which slot it fills."""
_HERE: Final = "#"
"""Where the figure stands, in the patterns."""
_LARGE: Final = 1000
"""Smaller numbers of one thing that fills no slot are met everywhere: "three cars"."""
_ONLY: Final = NumberSlot(name="only", grows=True, size=2.5)
"""The slot of a large number of things of which an article tells one number."""
_AGE: Final = NumberSlot(name="age", size=2)
"""The slot of the age of who is one in a story."""


@dataclass(frozen=True, kw_only=True)
class SlotValue(Laid):
    """A figure with the slot that it fills."""

    slot: NumberSlot
    of: str  # of which of several; "" where there is but one
    figure: Figure
    around: frozenset[str]  # stems of its sentence's words, without numbers and what it counts
    sentence: Span
    days: frozenset[str]  # the days of the week that its sentence names

    def parts(self, other: Self, _: StoryIndex) -> bool:
        """Whether the figures are compatible in no way."""
        return agreement(self.figure, other.figure) == "apart"


def slot_values(index: StoryIndex) -> Mapping[tuple[str, str], Sequence[SlotValue]]:
    """What fills a slot, by the slot and of which of several it is; nothing in a story without numbers."""
    found: dict[tuple[str, str], list[SlotValue]] = defaultdict(list)
    figures = (slots_filled(figure, index) for figure in index.figures.values())
    articles = (read(article, index) for article in index.articles.values() for read in (_in_text, _ages))
    for value in chain.from_iterable(chain(figures, articles)):
        found[value.slot.name, value.of].append(value)
    return found


def slots_refused(figure: Figure, index: StoryIndex) -> frozenset[tuple[str, str]]:
    """The slots beside which a figure is told without filling them: "31 percent by noon"."""
    reading = _read(figure, index)
    return frozenset((slot.name, _of(said, reading.lexicon)) for slot, said, fills in _named(reading) if not fills)


def _of(said: Match[str], lexicon: Lexicon) -> str:
    """Of which of several slots of a name the words tell, as stems; "" where there is but one."""
    of = (said.groupdict().get("of") or "").lower()
    of = lexicon.number_slots.same.get(of, of)
    return " ".join(content_stems(words_of(of, lexicon.code, Span(start=0, end=len(of)))))


class _Reading(NamedTuple):
    """A figure with what stands before and behind it in its sentence, in small letters."""

    figure: Figure
    before: str
    behind: str
    lexicon: Lexicon


def _read(figure: Figure, index: StoryIndex) -> _Reading:
    article, sentence = index.articles[figure.article], index.sentence(figure.article, figure.start)
    before = article.text[max(sentence.start, figure.start - _REACH) : figure.start].lower()
    behind = article.text[figure.end : min(sentence.end, figure.end + _REACH)].lower()
    return _Reading(figure, before, behind, lexicon_of(article.language))


def slots_filled(figure: Figure, index: StoryIndex) -> Iterator[SlotValue]:
    """The slots that a figure fills by the words around it, or that of the only large number of its kind."""
    reading = _read(figure, index)
    named = [(slot, said) for slot, said, fills in _named(reading) if fills]
    for slot, said in named:
        place = _place(said, reading, index.articles[figure.article].text)
        yield _value(slot, _of(said, reading.lexicon), figure, index, place)
    if not named and _is_large(reading):
        yield _value(_ONLY, what_is_counted(figure, reading.lexicon.code)[-1], figure, index, figure.span)


def _named(reading: _Reading) -> Iterator[tuple[NumberSlot, Match[str], bool]]:
    """The slots of its kind of which the words around a figure tell, with what tells so, and whether it fills them."""
    figure, line = reading.figure, f"{reading.before}{_HERE}{reading.behind}"
    kinds = frozenset(filter(None, (figure.kind, dimension(figure), figure.measure if figure.main else None)))
    for slot in _slots_of(kinds, reading.lexicon.code):
        if said := next(filter(None, (pattern.search(line) for pattern in slot.says)), None):
            yield slot, said, not slot.unless.search(line) and not any(rule(slot, reading) for rule in _REFUSED)


Refusal = Callable[[NumberSlot, _Reading], object]


def _of_another_thing(slot: NumberSlot, reading: _Reading) -> object:
    """A part, further ones, so many years ago."""
    figure, words = reading.figure, reading.lexicon.number_slots
    return figure.part_of or figure.low < slot.least or words.not_behind.search(reading.behind)


def _of_another_event(slot: NumberSlot, reading: _Reading) -> object:
    """Told of another event, or of an earlier time."""
    words = reading.lexicon.number_slots
    earlier = words.before_now.search(reading.before) or words.behind_now.search(reading.behind)
    return not slot.past and (reading.figure.background or earlier)


def _not_come_about(slot: NumberSlot, reading: _Reading) -> object:
    """Asked for, feared, planned."""
    return not slot.planned and reading.lexicon.number_slots.not_before.search(reading.before)


def _on_each(slot: NumberSlot, reading: _Reading) -> object:
    """So much comes on each."""
    return not slot.rate and reading.lexicon.number_slots.each_behind.search(reading.behind)


_REFUSED: Final[tuple[Refusal, ...]] = (_of_another_event, _of_another_thing, _not_come_about, _on_each)
"""Why a figure does not fill a slot beside which it is told."""


@cache
def _slots_of(kinds: frozenset[str], language: str) -> tuple[NumberSlot, ...]:
    """The slots that a value of a kind, a dimension or a measure may fill."""
    return tuple(slot for slot in lexicon_of(language).number_slots.numbers if slot.of & kinds)


def _place(said: Match[str], reading: _Reading, text: str) -> Span:
    """Where it is told that a figure fills a slot, with the noun behind it."""
    figure, at = reading.figure, len(reading.before)
    first, last = min(0, said.start() - at), max(0, said.end() - at - len(_HERE))
    noun = len(figure.counted) + 1 if figure.counted and text.startswith(figure.counted, figure.end + 1) else 0
    return Span(start=figure.start + first, end=figure.end + max(last, noun))


def _is_large(reading: _Reading) -> bool:
    """Whether it is a large count of things by itself, and no toll."""
    figure, lexicon = reading.figure, reading.lexicon
    whole = figure.kind == "count" and figure.measure is None and figure.low == figure.high >= _LARGE
    of = what_is_counted(figure, lexicon.code) if whole else ()
    things = bool(of) and kind_of(of[-1], lexicon.code) != PEOPLE
    return things and not any(rule(_ONLY, reading) for rule in _REFUSED)


def _in_text(article: Article, index: StoryIndex) -> Iterator[SlotValue]:
    """Numbers that stand where no figure does: the year something was founded, a level, a minute."""
    lexicon, low = lexicon_of(article.language), article.text.lower()
    for slot in lexicon.number_slots.numbers:
        for match in slot.text.finditer(article.text) if slot.hint and slot.hint in low else ():
            value = float(lexicon.number_slots.same.get(match["value"].lower(), match["value"]).rstrip("sndrth"))
            first, last = match.span("value")
            figure = Figure(
                id=content_id("f", article.id, slot.name, first), article=article.id, start=first, end=last,
                low=value, high=value, bound="exactly", counted="",
            )  # fmt: skip
            yield _value(slot, _of(match, lexicon), figure, index, Span(start=match.start(), end=match.end()))


def _ages(article: Article, index: StoryIndex) -> Iterator[SlotValue]:
    """The ages of those who are one in a story: the driver's, the baby's."""
    lexicon = lexicon_of(article.language)
    for age in index.ages_of(article.id):
        holder, named = holder_of(age, lexicon.code)
        before = lexicon.number_slots.role_before.search(article.text, max(0, age.start - _REACH), age.start)
        role = before["role"] if before else "" if named else "".join(holder[-1:])
        if role in lexicon.number_slots.roles:  # in months and in years two may be told of
            yield _value(_AGE, f"{role} {age.unit}", age, index, age.span)


def _value(slot: NumberSlot, of: str, figure: Figure, index: StoryIndex, place: Span) -> SlotValue:
    """What fills a slot, told at a place of its article."""
    article, sentence = index.articles[figure.article], index.sentence(figure.article, figure.start)
    listed = lexicon_of(article.language)
    words = words_of(article.text, listed.code, sentence)
    own = {
        *what_is_counted(figure, listed.code),
        *content_stems(words_of(article.text, listed.code, figure.span, place)),
    }
    return SlotValue(
        article=article.id,
        start=figure.start,
        account=(article.id, ""),
        slot=slot,
        of=of,
        figure=figure,
        words=" ".join(place.of(article.text).split()),
        around=frozenset(stem for stem in content_stems(words) if not is_number(stem)) - own,
        sentence=sentence,
        days=listed.wording.weekdays & {word.text for word in words},
        opens=figure.start < index.lead_end(article.id, 1),
    )
