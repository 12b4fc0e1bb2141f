"""Whether two figures count the same people or things. A wrong join across scope is the trap: when in doubt, no."""

from twosource.compare.counts import Count, place, same_kind, which
from twosource.compare.values import agreement
from twosource.settings import Settings

_FEW = 3  # numbers below are met everywhere: equal ones prove little
_MAINS_FACTOR = 20.0  # between two articles' own main figures: tolls grow, and parties claim what they like


def scopes_fit(left: Count, right: Count) -> bool:
    """Whether nothing says that other people or things, another place, or a part is counted."""
    fits = same_kind(left, right), which(left, right), place(left, right)
    return "other" not in fits and left.part == right.part and not _whole_and_part(left, right)


def _whole_and_part(left: Count, right: Count) -> bool:
    return left.figure.part_of == right.figure.id or right.figure.part_of == left.figure.id


def scope_words(left: Count, right: Count) -> str:
    """What sets the two scopes apart, in plain words; empty where nothing does."""
    if left.part != right.part:
        return "one is a part or comes on top"
    if same_kind(left, right) == "other" or which(left, right) == "other":
        return "others are counted"
    return "another place is counted" if place(left, right) == "other" else ""


def context(left: Count, right: Count) -> float:
    """Share of the lesser sentence's content words that both sentences have; 0 for one shared word alone."""
    shared = len(left.around & right.around)
    least = min(len(left.around), len(right.around))
    return shared / least if shared > 1 else 0.0


def same_value_joins(left: Count, right: Count, settings: Settings) -> str:
    """Why two figures of one value count the same; empty if they may not.

    Args:
        left: A figure, read.
        right: Another of the same measure, unit and value.
        settings: The thresholds.
    """
    if not scopes_fit(left, right):
        return ""
    around = context(left, right)
    mains = left.figure.main and right.figure.main
    if left.figure.measure is None:
        return _unmeasured(left, right, around, settings)
    few = left.figure.low < _FEW
    specific = same_kind(left, right) == "same" and bool(left.of & right.of)
    if mains and (not few or same_kind(left, right) == "same"):
        return "both articles put this number first"
    if around >= settings.point_figure_context:
        return "the same number and measure, in sentences with the same words"
    if not few or (specific and left.figure.low > 1):
        return "the same number, measure and kind"
    return ""


def _unmeasured(left: Count, right: Count, around: float, settings: Settings) -> str:
    """Figures without a measure: the number and the thing counted are all there is, so the sentences must agree."""
    named = left.kind == right.kind != ""
    if named and left.of & right.of and left.figure.low >= _FEW:
        return f"the same number of the same things ({left.figure.counted})"
    if (named or left.figure.unit) and around >= settings.point_figure_context:
        return "the same number, in sentences with the same words"
    return ""


def other_value_joins(left: Count, right: Count, settings: Settings) -> str:
    """Why two figures of different values are about one count all the same; empty if they may not be.

    Args:
        left: A figure, read.
        right: Another of the same measure and unit with another value.
        settings: The thresholds.
    """
    if left.part or right.part or not scopes_fit(left, right) or same_kind(left, right) != "same":
        return ""
    if left.figure.article == right.figure.article:
        return _inside(left, right)
    around = context(left, right)
    strict = which(left, right) == place(left, right) == "same"
    if agreement(left.figure, right.figure) == "rounder" and (strict or around >= settings.point_figure_context):
        return "one number is the other, rounded"
    if left.figure.main and right.figure.main and left.figure.measure and _within(left, right, _MAINS_FACTOR):
        return "both articles put their number first for this measure"
    named = bool(left.of & right.of) and strict
    if named and around >= settings.point_figure_strict and _within(left, right, settings.point_figure_factor):
        return "the same things are counted, in sentences with the same words"
    return ""


def _inside(left: Count, right: Count) -> str:
    """One article: only its headline against its text."""
    kinds = {left.block, right.block}
    if "headline" in kinds and len(kinds) > 1 and left.figure.measure and _within(left, right, _MAINS_FACTOR):
        return "headline and text of one article count the same"
    return ""


def _within(left: Count, right: Count, factor: float) -> bool:
    least, most = sorted((left.figure.low, right.figure.low))
    return most <= factor * least
