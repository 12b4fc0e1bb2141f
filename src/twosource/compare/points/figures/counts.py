"""What a figure counts: which kind of thing, of which, where, and as a whole or as a part."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from twosource.compare.alignment.wording import content_stems, is_number, stem, words_of
from twosource.compare.numbers.parties import Clause, clause_at
from twosource.language.lexicon import Lexicon, lexicon_of
from twosource.language.words_wording import CountedWords
from twosource.model import Figure, Span
from twosource.text.story_index import StoryIndex

Fit = Literal["same", "wider", "other"]
PEOPLE: Final = "people"
_COUNTED: Final = frozenset({"count", "share"})
"""Kinds of number that tell of how many something happened to."""
_PARTY: Final = 5  # letters that a party's name and the word made from it have in common
_NEAR: Final = 48  # code points around a number in which "killed or injured" tells what was counted
_COMPARING: Final = ("more than", "fewer than")  # their "more" adds nothing to an earlier number


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what it counts, read."""

    figure: Figure
    lexicon: Lexicon  # the words of the article's language
    measure: str  # what happened to them, under one name for each measure; "" where nothing did
    kind: str  # the kind of thing ("soldiers"), or the stem of its head ("bridg"); "" where nothing is named
    of: frozenset[str]  # stems that say which of that kind ("russian")
    where: frozenset[str]  # stems of the place; empty where none is named
    part: bool  # the figure is a part of another ("at the bridge alone"), or comes on top of another
    lighter: bool  # they are hurt less than others in its sentence, and so a part of all who were hurt
    kind_of_whole: bool  # it is a part only as one kind of those who are counted there ("including nine children")
    rest: bool  # it counts "others": all but some that were named before
    beside_dead: bool  # these others are all who were hurt, told beside the dead: "killed one and injured nine others"
    around: frozenset[str]  # content stems of its sentence, what is counted left out
    sentence: Span  # where that sentence stands
    early: bool  # it stands in the headline or in the first paragraphs
    lead: bool  # it stands in the headline or in the first paragraph
    headline: bool  # it stands in the headline
    revised: bool  # its sentence says that the number has changed ("rose to")
    former: bool  # its sentence says that a number was given before ("earlier put at")
    reach: str  # "wide" where its sentence counts a whole land, "spot" where it counts one building; else ""
    scattered: bool  # its sentence tells of several places or events at once ("at three separate locations")
    pointing: bool  # words before it point back at a number told before ("the four victims")
    clause: Clause  # the clause in which it stands
    # The number of the statements that tell the same as the one it stands in; None where no other does.
    circle: int | None = None

    @property
    def value(self) -> tuple[float, float, str]:
        """The number, or the range, and its unit; how often something happened is the number of what happened: "hit five times", "five bullets"."""
        figure = self.figure
        return figure.low, figure.high, "" if figure.kind == "times" else figure.unit or ""

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """Main figures first, then those that say most about what they count; then by id."""
        return not self.figure.main, self.part or self.rest, -len(self.of) - len(self.where), self.figure.id


def count_of(index: StoryIndex, figure: Figure) -> Count:
    """Read what a figure counts."""
    article = index.articles[figure.article]
    text, language, lexicon = article.text, article.language, lexicon_of(article.language)
    listed = lexicon.counted
    words = words_of(figure.counted, language, Span(start=0, end=len(figure.counted)))
    plain = [word.text for word in words]
    stems = [word.stem for word in words if word.content and word.stem not in _stems(listed.vague, language)]
    head = "".join(stems[-1:])
    where = figure.where or ""
    place = words_of(where, language, Span(start=0, end=len(where)))
    sentence = index.sentence(figure.article, figure.start)
    clause = clause_at(index, figure.article, figure.start, sentence)
    before = text[sentence.start : figure.start]
    line = f" {sentence.of(text).lower()} "
    others = _more_hurt(figure, plain, before, listed)
    beside_shot = _beside_those_shot(figure, index.figures_of(figure.article), sentence, listed)
    added = _is_on_top(figure, plain, listed) > others or _is_some_of_them(figure, sentence, text, listed)
    several = _list_of_people(stems, lexicon)  # then nothing says which of their kind they are
    lighter = listed.of_a_degree.match(text, figure.end) and listed.of_another_degree.search(sentence.of(text))
    return Count(
        figure=figure,
        lexicon=lexicon,
        measure=_measure(figure, text[max(sentence.start, figure.start - _NEAR) : figure.end + _NEAR], listed),
        kind=PEOPLE if several else _kind(figure, head, before, lexicon),
        of=(frozenset[str]() if several else _of(stems, lexicon)) | _loser(before, language),
        where=frozenset(content_stems(place)) - _stems(frozenset(lexicon.quantities.months), language),
        part=figure.part_of is not None or added or bool(lighter) or beside_shot,
        lighter=bool(lighter),
        kind_of_whole=figure.part_of is not None and not added,
        beside_dead=others,
        rest=others or any(word in listed.rest for word in plain),
        around=clause.stems - frozenset(stems),
        sentence=sentence,
        early=figure.start < index.lead_end(figure.article),
        lead=figure.start < index.lead_end(figure.article, 1),
        headline=index.block(figure.article, figure.start) == "headline",
        revised=any(f" {phrase} " in line for phrase in listed.revising),
        former=any(f" {phrase} " in line for phrase in listed.former),
        reach="wide" if listed.wide.search(line) else "spot" if listed.spot.search(line) else "",
        scattered=any(f" {word} " in line for word in listed.scattered),
        pointing=bool(listed.pointing.search(before)),
        clause=clause,
    )


def _measure(figure: Figure, near: str, listed: CountedWords) -> str:
    """The measure under its one name; the dead and the hurt where the words around say that both are counted.

    What is told of an amount ("raised", "a fine of") says what kind of amount it is, and not that something befell
    those who are counted: it keeps no two figures apart.
    """
    if figure.kind not in _COUNTED:
        return ""
    if figure.measure in {"killed", "injured"} and listed.both.search(near):
        return "killed and injured"
    measure = figure.measure or ""
    return listed.same_measures.get(measure, measure)


def _is_on_top(figure: Figure, plain: list[str], listed: CountedWords) -> bool:
    """Whether it adds to an earlier number: "three more"."""
    adding = figure.cumulative is False and figure.bound not in _COMPARING
    return adding or any(word in listed.increments for word in plain)


def _is_some_of_them(figure: Figure, sentence: Span, text: str, listed: CountedWords) -> bool:
    """Whether the words around say that it is a part: "at the bridge alone", "one of them", "four died there and a fifth in hospital"."""
    one = figure.low == figure.high == 1
    told = (
        listed.alone.search(sentence.of(text)),
        listed.some_of.search(text[sentence.start : figure.start]),
        listed.of_them.match(text, figure.end) if one else None,
        listed.next_of_them.match(text, figure.end),
    )
    return any(told)


def _list_of_people(stems: list[str], lexicon: Lexicon) -> bool:
    """Whether several kinds of persons are named: "two men and two women"."""
    return len({kind_of(stem, lexicon.code) for stem in stems} & lexicon.counted.persons) > 1


def _of(stems: list[str], lexicon: Lexicon) -> frozenset[str]:
    """Which of their kind they are."""
    return frozenset(stem for stem in stems[:-1] if not is_number(stem)) - _stems(
        lexicon.counted.increments, lexicon.code
    )


def _kind(figure: Figure, head: str, before: str, lexicon: Lexicon) -> str:
    """The kind of thing that is counted; where the number is that of a toll, whose toll it is says so."""
    toll = lexicon.counted.toll_of.search(before) if not head else None
    kinds, becoming = _kinds(lexicon.code), lexicon.counted.becoming
    kind = kinds.get(stem(toll["whose"], lexicon.code), "") if toll else kinds.get(head, head)
    if figure.measure in becoming and kind == becoming[figure.measure]:
        return PEOPLE
    return kind or (PEOPLE if figure.measure and figure.kind in _COUNTED else "")


def _more_hurt(figure: Figure, plain: list[str], before: str, listed: CountedWords) -> bool:
    """Whether "more" tells the hurt from the dead of the same sentence: "killed one and injured nine more"."""
    adding = any(word in listed.increments for word in plain) or figure.cumulative is False
    if figure.measure in {None, "killed"} or not adding:
        return False
    return any(word in listed.deadly for word in before.lower().split())


def _beside_those_shot(figure: Figure, others: Iterable[Figure], sentence: Span, listed: CountedWords) -> bool:
    """Whether the hurt are told beside more who were shot, none of whom died: "three shot, one injured"."""
    beside = [one for one in others if sentence.holds(one) and one.measure and one.low > figure.low]
    wider = any(figure.measure in listed.wider_measures.get(one.measure or "", ()) for one in beside)
    return (
        wider
        and figure.measure == "injured"
        and not any(one.measure == "killed" for one in others if sentence.holds(one))
    )


def _loser(before: str, language: str) -> frozenset[str]:
    """Whose they are, where the words before the number say who lost them: "Norland has lost 300 soldiers"."""
    found = lexicon_of(language).counted.lost_by.search(before)
    return frozenset({stem(found["who"], language)}) if found else frozenset()


def one_party(left: Count, right: Count) -> bool:
    """Whether both name one party, under its own name or the word made from it ("Norland", "Norlanders")."""
    return any(
        one[:_PARTY] == two[:_PARTY] for one in left.of for two in right.of if len(min(one, two, key=len)) >= _PARTY
    )


def same_kind(left: Count, right: Count) -> Fit:
    """Whether the same kind of thing is counted: ``wider`` where one takes in the other (people, soldiers)."""
    if left.kind == right.kind:
        return "same"
    if all(count.figure.unit for count in (left, right)) and not all(count.kind for count in (left, right)):
        return "wider"  # "181 kg", "a 400-pound gorilla"
    kinds, listed = {left.kind, right.kind}, left.lexicon.counted
    wider = [*listed.overlapping, listed.persons if PEOPLE in kinds else frozenset[str]()]
    return "wider" if any(kinds <= group for group in wider) else "other"


def measures_fit(one: str, other: str, listed: CountedWords) -> bool:
    """Whether the same may have happened under both names: one is not told, they are one, or one takes in the other."""
    wider = listed.wider_measures
    return len({one, other} - {""}) <= 1 or one in wider.get(other, ()) or other in wider.get(one, ())


def are_persons(count: Count) -> bool:
    """Whether persons are counted, and not things."""
    return count.kind in count.lexicon.counted.persons


def kind_of(head: str, language: str) -> str:
    """The kind of persons or things that a head word, as a stem, names; "" for one that is in no list."""
    return _kinds(language).get(head, "")


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
def _kinds(language: str) -> dict[str, str]:
    """The kind that each head word, as a stem, names."""
    kinds = lexicon_of(language).counted.kinds
    return {stem(word, language): kind for kind, words in kinds.items() for word in words}


@cache
def _stems(words: frozenset[str], language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words)
