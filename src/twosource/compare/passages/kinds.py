"""What shared wording is: copied, somebody's speech, a translation, a caption, or a formula."""

from collections import Counter
from dataclasses import dataclass

from twosource.compare.passages.alignment import Stretch
from twosource.compare.passages.mistakes import Spellings
from twosource.compare.passages.readings import Part, Reading
from twosource.compare.passages.translated import foreign_speech
from twosource.model import PassageKind
from twosource.settings import Settings
from twosource.text.formulas import charge_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a stretch of shared wording was taken for, and why."""

    kind: PassageKind
    reason: str
    rejected: bool = False
    own: int = 0


def judge(
    one: Reading,
    other: Reading,
    stretch: Stretch,
    spellings: Spellings,
    sources: dict[str, tuple[str, ...]],
    settings: Settings,
    *,
    company: bool = False,
) -> Judgement:
    """Say what two articles share.

    Args:
        one: An article.
        other: The other.
        stretch: The words that are the same.
        spellings: How the story spells its words.
        sources: The names and roles of each source, by its id.
        settings: ``passage_copied_words``, ``passage_copied_content``, ``passage_copied_score``, ``passage_edit_weight``,
            ``passage_speech_words``, ``passage_translated_words``, ``passage_translated_ratio``.
        company: Whether the two share long copied passages elsewhere, so that half the evidence will do.
    """
    parts = [max(one.parts[i], other.parts[j]) for i, j in stretch.matched]
    count = Counter(parts)
    own = _own(stretch, parts, settings)
    plain = sum(_plain(one, other, pair) for pair in own)
    mistake = spellings.shared_mistake(one, stretch.matched, parts)
    needed = settings.passage_copied_words, settings.passage_copied_content, settings.passage_copied_score
    if mistake or company:
        needed = needed[0] // 2, needed[1] // 2, needed[2] / 2
    alone = len(own) >= 2 * needed[0] or len(own) >= settings.passage_own_share * len(parts)
    if alone and len(own) >= needed[0] and plain >= needed[1] and _evidence(one, own, stretch, settings) >= needed[2]:
        return Judgement(kind="copied", reason=_copied_reason(stretch, count, len(own), mistake), own=len(own))
    if count[Part.CAPTION] * 2 >= len(parts) and count[Part.CAPTION] >= settings.passage_speech_words:
        return Judgement(
            kind="caption", reason=f"{count[Part.CAPTION]} of the {len(parts)} shared words stand in a caption"
        )
    if count[Part.QUOTED] >= settings.passage_speech_words:
        return _speech(one, other, stretch, parts, sources, settings)
    if count[Part.FORMULA] * 2 >= len(parts):
        return Judgement(
            kind="formula", reason="wording that stands in many reports: a legal line, a charge or a hotline"
        )
    bare = len(own) + count[Part.FORMULA]
    if bare >= needed[0] and plain * 3 <= bare:
        return Judgement(
            kind="formula", reason=f"names, titles, numbers or charges in a row: {plain} of {bare} are other words"
        )
    return _refused(own, plain, stretch, needed)


def _own(stretch: Stretch, parts: list[Part], settings: Settings) -> list[tuple[int, int]]:
    """The words that are the outlets' own; of formulas, those beyond what formulas in a row come to by chance."""
    formulas = [pair for pair, part in zip(stretch.matched, parts, strict=True) if part == Part.FORMULA]
    beyond = set(formulas[settings.passage_formula_words :])
    return [pair for pair, part in zip(stretch.matched, parts, strict=True) if part == Part.OWN or pair in beyond]


def _evidence(one: Reading, own: list[tuple[int, int]], stretch: Stretch, settings: Settings) -> float:
    """What the shared own words weigh, less what differs among them."""
    (a, b), (c, d) = stretch.left, stretch.right
    differing = max(b - a, d - c) + 1 - len(stretch.matched)
    share = len(own) / len(stretch.matched)
    return sum(one.weights[row] for row, _ in own) - settings.passage_edit_weight * differing * share


def _plain(one: Reading, other: Reading, pair: tuple[int, int]) -> bool:
    """Whether a shared word says something and is no part of a name, a number or a charge."""
    if one.weights[pair[0]] < 1 or one.forms[pair[0]] in charge_words():
        return False
    first = one.article.text[one.starts[pair[0]]], other.article.text[other.starts[pair[1]]]
    return all(letter.islower() for letter in first)


def _copied_reason(stretch: Stretch, count: Counter[Part], own: int, mistake: str | None) -> str:
    reason = f"{own} words outside quotations are the same, in the same order"
    if round(stretch.ratio, 2) < 1:
        reason += f", {1 - stretch.ratio:.0%} of the words around them differ"
    if count[Part.QUOTED]:
        reason += f"; {count[Part.QUOTED]} more stand in quotations"
    return f"{reason}; {mistake}" if mistake else reason


def _speech(
    one: Reading,
    other: Reading,
    stretch: Stretch,
    parts: list[Part],
    sources: dict[str, tuple[str, ...]],
    settings: Settings,
) -> Judgement:
    spoken = [pair for pair, part in zip(stretch.matched, parts, strict=True) if part == Part.QUOTED]
    speakers = _speaker(one, spoken[0][0]), _speaker(other, spoken[0][1])
    both = all(reading.parts[row] == Part.QUOTED for reading, row in ((one, spoken[0][0]), (other, spoken[0][1])))
    who = next((sources[s][0] for s in speakers if s in sources), None)
    reason = f"{len(spoken)} of the {len(parts)} shared words are speech"
    if all(speakers) and speakers[0] != speakers[1]:
        reason += ", given to different speakers"
    elif who:
        reason += f" of {who}"
    if not both:
        reason += ", quoted in one article and unmarked in the other"
    foreign = foreign_speech(one, other, spoken, sources.get(speakers[0] or speakers[1] or "", ()))
    if (
        foreign
        and both
        and len(spoken) >= settings.passage_translated_words
        and stretch.ratio >= settings.passage_translated_ratio
    ):
        return Judgement(
            kind="translation", reason=f"{reason}; {foreign}, so the same English wording has a common carrier"
        )
    return Judgement(kind="quotation", reason=f"{reason}, which is not copying")


def _speaker(reading: Reading, row: int) -> str | None:
    place = reading.starts[row]
    for statement in reading.findings.statements:
        if statement.kind == "quotation" and any(span.start <= place < span.end for span in statement.content):
            return statement.source
    return None


def _refused(own: list[tuple[int, int]], plain: int, stretch: Stretch, needed: tuple[int, int, float]) -> Judgement:
    if len(own) >= needed[0] and plain >= needed[1]:
        reason = f"{len(own)} words are the same, but with so many others between them ({stretch.ratio:.0%} alike) that it may be chance"
    elif len(own) >= needed[0]:
        reason = (
            f"{len(own)} words are the same, but only {plain} are more than names, numbers, charges and function words"
        )
    else:
        reason = f"only {len(own)} words outside quotations and formulas are the same: reports of one event share as many by chance"
    return Judgement(kind="copied", reason=reason, rejected=True, own=len(own))
