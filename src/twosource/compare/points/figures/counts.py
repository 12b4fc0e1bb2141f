"""What a figure counts: which kind of thing, of which, where, and as a whole or as a part."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from twosource.compare.alignment.wording import content_stems, stem, words_of
from twosource.language.lexicon import lexicon_of
from twosource.language.resources import load
from twosource.model import Figure, Span
from twosource.text.story_index import StoryIndex

Fit = Literal["same", "wider", "other"]
PEOPLE: Final = "people"
_ALONE: Final = re.compile(r"\b(?:in|at|on|near|around) [^,.;]{1,40} alone\b", re.IGNORECASE)
_PARTY: Final = 5  # letters that a party's name and the word made from it have in common
_LOST: Final = re.compile(r"\b(?P<who>[A-Z]\w+) (?:has |have |had )?lost(?: \w+){0,3} ?$")
_TOLL: Final = re.compile(r"\b(?P<whose>\w+) (?:death|casualty) toll\b[^.!?]{0,80}$", re.IGNORECASE)
_BOTH: Final = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|dead|died) (?:or|and) (?:injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt)\b", re.IGNORECASE
)
_SOME_OF: Final = re.compile(
    r"\b(?:one|two|three|some|most|many|none|another|each|any) of (?:the|his|her|its|their|those|these) $",
    re.IGNORECASE,
)
_OF: Final = re.compile(r" of (?:the |his |her |its |their |those |these )?[\w-]+")
_NEAR: Final = 48  # code points around a number in which "killed or injured" tells what was counted
_COMPARING: Final = ("more than", "fewer than")  # their "more" adds nothing to an earlier number


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what it counts, read.

    Attributes:
        measure: What happened to them, under one name for each measure; "" where nothing did.
        kind: The kind of thing ("soldiers"), or the stem of its head ("bridg"); "" where nothing is named.
        of: Stems that say which of that kind ("russian").
        where: Stems of the place; empty where none is named.
        part: The figure is a part of another ("at the bridge alone"), or comes on top of another.
        kind_of_whole: It is a part only as one kind of those who are counted there ("including nine children").
        rest: It counts "others": all but some that were named before.
        beside_dead: These others are all who were hurt, told beside the dead: "killed one and injured nine others".
        around: Content stems of its sentence, what is counted left out.
        sentence: Where that sentence stands.
        early: It stands in the headline or in the first paragraphs.
        lead: It stands in the headline or in the first paragraph.
        headline: It stands in the headline.
        revised: Its sentence says that the number has changed ("rose to").
        former: Its sentence says that a number was given before ("earlier put at").
        scattered: Its sentence tells of several places or events at once ("at three separate locations").
        circle: The number of the statements that tell the same as the one it stands in; None where no other does.
    """

    figure: Figure
    measure: str
    kind: str
    of: frozenset[str]
    where: frozenset[str]
    part: bool
    kind_of_whole: bool
    rest: bool
    beside_dead: bool
    around: frozenset[str]
    sentence: Span
    early: bool
    lead: bool
    headline: bool
    revised: bool
    former: bool
    scattered: bool
    circle: int | None = None

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """Main figures first, then those that say most about what they count; then by id."""
        return not self.figure.main, self.part or self.rest, -len(self.of) - len(self.where), self.figure.id


def count_of(index: StoryIndex, figure: Figure) -> Count:
    """Read what a figure counts."""
    text = index.articles[figure.article].text
    words = words_of(figure.counted, Span(start=0, end=len(figure.counted)))
    plain = [word.text for word in words]
    stems = [word.stem for word in words if word.content and word.stem not in _set("vague")]
    head = stems[-1] if stems else ""
    place = words_of(figure.where or "", Span(start=0, end=len(figure.where or "")))
    sentence = index.sentence(figure.article, figure.start)
    around = content_stems(words_of(text, sentence))
    before = text[sentence.start : figure.start]
    line = f" {sentence.of(text).lower()} "
    others = _more_hurt(figure, plain, before)
    more = any(word in _list("increments") for word in plain) and not others
    added = more or bool(_ALONE.search(sentence.of(text))) or _added(figure, others=others)
    added = added or bool(_SOME_OF.search(before) or (figure.low == figure.high == 1 and _OF.match(text, figure.end)))
    return Count(
        figure=figure,
        measure=_measure(figure, text[max(sentence.start, figure.start - _NEAR) : figure.end + _NEAR]),
        kind=PEOPLE if _list_of_people(stems) else _kind(figure, head, before),
        of=_of(stems) | _loser(before),
        where=frozenset(content_stems(place)) - _months(),
        part=figure.part_of is not None or added,
        kind_of_whole=figure.part_of is not None and not added,
        beside_dead=others,
        rest=others or any(word in _list("rest") for word in plain),
        around=frozenset(around) - frozenset(stems),
        sentence=sentence,
        early=figure.start < index.lead_end(figure.article),
        lead=figure.start < index.lead_end(figure.article, 1),
        headline=index.block(figure.article, figure.start) == "headline",
        revised=any(f" {phrase} " in line for phrase in load("counted")["revising"]),
        former=any(f" {phrase} " in line for phrase in load("counted")["former"]),
        scattered=any(f" {word} " in line for word in _list("scattered")),
    )


def _measure(figure: Figure, near: str) -> str:
    """The measure under its one name; the dead and the hurt where the words around say that both are counted."""
    if figure.measure in {"killed", "injured"} and _BOTH.search(near):
        return "killed and injured"
    names: dict[str, str] = load("counted")["same_measures"]
    return names.get(figure.measure or "", figure.measure or "")


def _list_of_people(stems: list[str]) -> bool:
    """Whether several kinds of persons are named: "two men and two women"."""
    return len({kind for stem in stems if (kind := _kinds().get(stem)) in _persons()}) > 1


def _of(stems: list[str]) -> frozenset[str]:
    """Which of their kind they are; nothing where several kinds are listed."""
    if _list_of_people(stems):
        return frozenset()
    return frozenset(stem for stem in stems[:-1] if not stem[:1].isdigit()) - _set("increments")


def _kind(figure: Figure, head: str, before: str) -> str:
    """The kind of thing that is counted; where the number is that of a toll, whose toll it is says so."""
    toll = _TOLL.search(before) if not head else None
    kind = _kinds().get(stem(toll["whose"]), "") if toll else _kinds().get(head, head)
    becoming: dict[str, str] = load("counted")["becoming"]
    if figure.measure in becoming and kind == becoming[figure.measure]:
        return PEOPLE
    return kind or (PEOPLE if figure.measure else "")


def _more_hurt(figure: Figure, plain: list[str], before: str) -> bool:
    """Whether "more" tells the hurt from the dead of the same sentence: "killed one and injured nine more"."""
    adding = any(word in _list("increments") for word in plain) or figure.cumulative is False
    if figure.measure in {None, "killed"} or not adding:
        return False
    return any(word in _list("deadly") for word in before.lower().split())


def _added(figure: Figure, *, others: bool) -> bool:
    return figure.cumulative is False and figure.bound not in _COMPARING and not others


def _loser(before: str) -> frozenset[str]:
    """Whose they are, where the words before the number say who lost them: "Norland has lost 300 soldiers"."""
    found = _LOST.search(before)
    return frozenset({stem(found["who"])}) if found else frozenset()


def one_party(left: Count, right: Count) -> bool:
    """Whether both name one party, under its own name or the word made from it ("Norland", "Norlanders")."""
    return any(
        one[:_PARTY] == two[:_PARTY] for one in left.of for two in right.of if len(min(one, two, key=len)) >= _PARTY
    )


def same_kind(left: Count, right: Count) -> Fit:
    """Whether the same kind of thing is counted: ``wider`` where one takes in the other (people, soldiers)."""
    if left.kind == right.kind:
        return "same"
    if left.figure.unit and right.figure.unit and not (left.kind and right.kind):
        return "wider"  # "181 kg", "a 400-pound gorilla"
    kinds = {left.kind, right.kind}
    if (PEOPLE in kinds and kinds <= _persons()) or any(kinds <= group for group in _overlapping()):
        return "wider"
    return "other"


def measures_fit(one: str, other: str) -> bool:
    """Whether the same may have happened under both names: one is not told, they are one, or one takes in the other."""
    wider: dict[str, list[str]] = load("counted")["wider_measures"]
    return not one or not other or one == other or one in wider.get(other, ()) or other in wider.get(one, ())


def are_persons(count: Count) -> bool:
    """Whether persons are counted, and not things."""
    return count.kind in _persons()


def kind_of(head: str) -> str:
    """The kind of persons or things that a head word, as a stem, names; "" for one that is in no list."""
    return _kinds().get(head, "")


def are_kinds_of_persons(head: str) -> bool:
    """Whether a head word, as a stem, names persons."""
    return kind_of(head) in _persons()


def kinds_apart(one: str, two: str) -> bool:
    """Whether two head words, as stems, name kinds of persons that nobody is at once."""
    left, right = _kinds().get(one), _kinds().get(two)
    if left is None or right is None or left == right or PEOPLE in {left, right}:
        return False
    kinds = {left, right}
    return kinds <= _persons() and not any(kinds <= group for group in _overlapping())


def which(left: Count, right: Count) -> Fit:
    """Whether the same ones of a kind are counted: ``wider`` where only one says which."""
    return "same" if left.of and right.of and one_party(left, right) else _fit(left.of, right.of)


def place(left: Count, right: Count) -> Fit:
    """Whether they count in the same place: ``wider`` where only one names it, or one names both ("Oss, Lannoy")."""
    found = _fit(left.where, right.where)
    return "wider" if found == "other" and (left.where <= right.around or right.where <= left.around) else found


def _fit(left: frozenset[str], right: frozenset[str]) -> Fit:
    if left == right:
        return "same"
    if not left or not right:
        return "wider"
    return "same" if left <= right or right <= left else "other"


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, list[str]] = load("counted")["kinds"]
    return {stem(word): kind for kind, words in kinds.items() for word in words}


@cache
def _persons() -> frozenset[str]:
    return frozenset(load("counted")["persons"])


@cache
def _overlapping() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in load("counted")["overlapping"])


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("counted")[name])


@cache
def _months() -> frozenset[str]:
    """Names of months, which are no places."""
    return frozenset(stem(word) for word in lexicon_of("en").quantities.months)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _list(name))
