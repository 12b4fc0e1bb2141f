"""Whether two figures count the same people or things. A wrong join across scope is the trap: when in doubt, no."""

from collections.abc import Callable
from typing import Final

from twosource.compare.numbers.parties import of_two_parties
from twosource.compare.points.figures.counts import PEOPLE, Count, place, same_kind, which
from twosource.compare.points.figures.units import in_first_unit
from twosource.compare.points.figures.values import CAPPED, agreement, guessed, one_measure
from twosource.settings import Settings
from twosource.text.reasons import Reason

_SPOT_AND_WHOLE: Final = {"wide", "spot"}
_FEW = 3  # numbers below are met everywhere: equal ones prove little
_MEASURES: Final = frozenset({"measure", "duration"})
_TELLING = 10  # measures below are near each other by chance
_GROWN = 10  # times: what a word like "dozens" says of a number that was counted since, or by others
_MANY = 20  # numbers of people from here on are met less often by chance
_LARGE = 100  # numbers from here on are near each other by no chance
_NEAR_FACTOR = 1.5  # between numbers of which one bounds the other, or that count one event's victims
_MAINS_FACTOR = 20.0  # between two articles' own main figures: tolls grow, and parties claim what they like


def scopes_fit(left: Count, right: Count) -> bool:
    """Whether nothing says that other people or things, another place, or a part is counted."""
    fits = same_kind(left, right), which(left, right), place(left, right)
    return (
        ("other" not in fits or _one_number(left, right))
        and _parts_fit(left, right)
        and not (_beside(left, right) or {left.reach, right.reach} == _SPOT_AND_WHOLE)
    )


def _one_number(left: Count, right: Count) -> bool:
    """Whether one number is told of what is called otherwise ("partygoers", "victims"), by statements that tell the same."""
    equal = (left.figure.low, left.figure.high) == (right.figure.low, right.figure.high)
    return equal and left.figure.low > 1 and are_told_together(left, right) and place(left, right) != "other"


def are_told_together(left: Count, right: Count) -> bool:
    """Whether statements of two articles that tell the same give them."""
    return left.circle is not None and left.circle == right.circle and left.figure.article != right.figure.article


def _parts_fit(left: Count, right: Count) -> bool:
    """Whether both are wholes or both parts, or one kind of a whole is what the other counts by itself."""
    by_kind = left.kind == right.kind not in {PEOPLE, ""} and (left.kind_of_whole or right.kind_of_whole)
    return left.part == right.part or (by_kind and all(one.kind_of_whole or not one.part for one in (left, right)))


def _beside(left: Count, right: Count) -> bool:
    """Whether one is a part of the other, or both stand in one sentence, which does not count the same twice."""
    one, two = left.figure, right.figure
    if one_measure(one, two):
        return False
    if one.part_of == two.id or two.part_of == one.id:
        return True
    return one.article == two.article and left.sentence == right.sentence


def context(left: Count, right: Count) -> float:
    """Share of the lesser sentence's content words that both sentences have; 0 for one shared word alone."""
    shared = len(left.around & right.around)
    least = min(len(left.around), len(right.around))
    return shared / least if shared > 1 else 0.0


def same_value_joins(left: Count, right: Count, settings: Settings) -> Reason | None:
    """Why two figures of one measure, unit and value count the same; None if they may not."""
    if not scopes_fit(left, right):
        return None
    rules = _UNMEASURED if not left.measure else _ONE if left.figure.low <= 1 else _SEVERAL
    return _first(rules, left, right, settings)


def other_value_joins(left: Count, right: Count, settings: Settings) -> Reason | None:
    """Why two figures of one measure and unit, but of different values, are about one count; None if they may not be."""
    if not _may_differ(left, right) or _of_two_pasts(left, right, settings):
        return None
    if one_measure(left.figure, right.figure):
        return _first(_CONVERTED, left, right, settings)
    if agreement(left.figure, right.figure) == "equal":
        return None
    return _first(_INSIDE if left.figure.article == right.figure.article else _BETWEEN, left, right, settings)


def _may_differ(left: Count, right: Count) -> bool:
    """Whether two numbers can be of one count: both of all that is counted, of the same kind, of what one party did, and of today or both not."""
    open_ended = any(count.part or count.rest > count.figure.main for count in (left, right))
    if left.figure.background != right.figure.background or open_ended or not min(left.figure.low, right.figure.low):
        return False
    of_kind = same_kind(left, right) == "same" or bool(left.figure.unit)
    return of_kind and scopes_fit(left, right) and not of_two_parties(left.clause, right.clause)


def _of_two_pasts(left: Count, right: Count, settings: Settings) -> bool:
    """Whether both tell of something before this event, and no words show that it is one thing: a fire years ago, a number corrected since."""
    past = all(count.figure.background for count in (left, right))
    return past and context(left, right) < settings.point_figure_context


Rule = Callable[[Count, Count, Settings], bool]


def _first(rules: tuple[Rule, ...], left: Count, right: Count, settings: Settings) -> Reason | None:
    """What the first rule that holds says, by its docstring; None if none does."""
    return next((Reason.of(rule) for rule in rules if rule(left, right, settings)), None)


def _both_main(left: Count, right: Count, settings: Settings) -> bool:
    """Both articles put this number first."""
    few = left.figure.low < _FEW and same_kind(left, right) != "same" and not all(count.lead for count in (left, right))
    return _are_main(left, right) and not (few and context(left, right) < settings.point_figure_context)


def _told_together(left: Count, right: Count, _: Settings) -> bool:
    """The same number, in statements that tell the same."""
    return are_told_together(left, right)


def _other_number_told_together(left: Count, right: Count, _: Settings) -> bool:
    """The same things are counted, in statements that tell the same."""
    alike = bool(left.kind == right.kind != "" and left.measure)
    few = min(left.figure.low, right.figure.low) <= 1
    return _told_together(left, right, _) and alike and not few and _within(left, right, _MAINS_FACTOR)


def _one_of_one(left: Count, right: Count, settings: Settings) -> bool:
    """Both articles put this one first."""
    opening = all(count.early for count in (left, right))
    return _are_main(left, right) and (opening or context(left, right) >= settings.point_figure_context)


def _same_sentences(left: Count, right: Count, settings: Settings) -> bool:
    """The same number and measure, in sentences with the same words."""
    return context(left, right) >= settings.point_figure_context


def _nearly_same_sentences(left: Count, right: Count, settings: Settings) -> bool:
    """The same number and measure, in sentences with nearly the same words."""
    main = left.figure.main or right.figure.main
    return context(left, right) >= (settings.point_figure_context if main else settings.point_figure_strict)


def _same_kind_of(left: Count, right: Count, _: Settings) -> bool:
    """The same number, measure and kind."""
    return left.figure.low >= _FEW or bool(same_kind(left, right) == "same" and left.of & right.of)


def _same_things(left: Count, right: Count, _: Settings) -> bool:
    """The same number of the same things."""
    named = bool(left.kind == right.kind != "" and left.of & right.of)
    return named and (left.figure.low >= _FEW or context(left, right) > 0) and left.rest == right.rest


def _many_of_one_kind(left: Count, right: Count, _: Settings) -> bool:
    """The same large number of the same things."""
    counted = left.kind == right.kind != "" and not left.figure.unit
    return counted and left.figure.low >= _LARGE and left.rest == right.rest


def _same_things_said(left: Count, right: Count, settings: Settings) -> bool:
    """The same number, in sentences with the same words."""
    if left.rest != right.rest or not (left.kind == right.kind != "" or left.figure.unit):
        return False
    vague = left.kind == PEOPLE and left.figure.low < _MANY
    return context(left, right) >= (settings.point_figure_strict if vague else settings.point_figure_context)


def _in_another_unit(left: Count, right: Count, settings: Settings) -> bool:
    """One number is the other, in another unit."""
    beside = left.figure.article == right.figure.article and left.sentence == right.sentence
    told = beside or _told_together(left, right, settings)
    return told or context(left, right) >= settings.point_figure_context


def _rounded(left: Count, right: Count, settings: Settings) -> bool:
    """One number is the other, rounded."""
    strict = which(left, right) == place(left, right) == "same" and left.of
    alike = context(left, right) >= settings.point_figure_context
    return agreement(left.figure, right.figure) == "rounder" and bool(strict or alike)


def _both_first(left: Count, right: Count, _: Settings) -> bool:
    """Both articles put their number first for this measure."""
    first = bool(left.measure) and all(count.figure.main and count.early for count in (left, right))
    related = bool(left.around & right.around) or all(count.lead for count in (left, right))
    return first and related and _within(left, right, _MAINS_FACTOR)


def _bounded(left: Count, right: Count, _: Settings) -> bool:
    """Both articles put their number first for this measure, and both can be right."""
    near = agreement(left.figure, right.figure) in {"within", "rounder"} and _within(left, right, _NEAR_FACTOR)
    few = min(left.figure.low, right.figure.low) < _FEW
    return near and not few and bool(left.measure) and _are_main(left, right)


def _bounded_measure(left: Count, right: Count, settings: Settings) -> bool:
    """Both measure one thing, in sentences with the same words, and both can be right."""
    ends = [end for count in (left, right) for end in in_first_unit(count.figure)]
    capped = {count.figure.bound in CAPPED for count in (left, right)}
    near = max(ends) <= _NEAR_FACTOR * min(ends) and agreement(left.figure, right.figure) in {"within", "rounder"}
    measured = left.figure.kind in _MEASURES and min(left.figure.low, right.figure.low) >= _TELLING and len(capped) == 1
    return near and measured and context(left, right) >= settings.point_figure_context


def _guessed(left: Count, right: Count, _: Settings) -> bool:
    """One gives a word like "dozens" where the other counts the same things."""
    vague, fine = sorted((left.figure, right.figure), key=guessed, reverse=True)
    fits = agreement(vague, fine) != "apart" or vague.high < fine.low <= _GROWN * vague.high
    alike = left.kind == right.kind not in {PEOPLE, ""} and bool(left.around & right.around)
    return guessed(vague) and (fits and not guessed(fine)) and alike


def _same_event(left: Count, right: Count, settings: Settings) -> bool:
    """The same happened to the same kind in one place, in sentences with the same words."""
    named = left.kind == right.kind not in {PEOPLE, ""} and bool(left.measure)
    places = left.where | right.where
    placed = bool(places) and all(places & (one.where | one.around) for one in (left, right))
    alike = context(left, right) >= settings.point_figure_context
    few = min(left.figure.low, right.figure.low) < _FEW
    return named and placed and alike and not few and _within(left, right, _NEAR_FACTOR)


def _headline_and_text(left: Count, right: Count, _: Settings) -> bool:
    """Headline and text of one article count the same."""
    few = min(left.figure.low, right.figure.low) <= 1
    if left.headline == right.headline or few or not (left.early and right.early and left.measure):
        return False
    return _within(left, right, _MAINS_FACTOR)


def _are_main(left: Count, right: Count) -> bool:
    """Whether both articles put theirs first."""
    return all(count.figure.main for count in (left, right))


def _within(left: Count, right: Count, factor: float) -> bool:
    least, most = sorted((left.figure.low, right.figure.low))
    return most <= factor * least


_ONE: Final[tuple[Rule, ...]] = (_one_of_one, _nearly_same_sentences)
_SEVERAL: Final[tuple[Rule, ...]] = (_both_main, _same_sentences, _same_kind_of, _told_together)
_UNMEASURED: Final[tuple[Rule, ...]] = (_same_things, _many_of_one_kind, _same_things_said, _told_together)
_CONVERTED: Final[tuple[Rule, ...]] = (_in_another_unit,)
_INSIDE: Final[tuple[Rule, ...]] = (_headline_and_text,)
_BETWEEN: Final[tuple[Rule, ...]] = (
    _rounded,
    _both_first,
    _bounded,
    _bounded_measure,
    _guessed,
    _same_event,
    _other_number_told_together,
)
