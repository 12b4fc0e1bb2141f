"""What shared wording is: copied, somebody's speech, a translation, a caption, or a formula."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Final

from twosource.compare.passages.alignment import Stretch
from twosource.compare.passages.readings import Part, Reading
from twosource.compare.passages.sentences import longest_sentence
from twosource.language.lexicon import lexicon_of
from twosource.model import PassageKind
from twosource.settings import Settings
from twosource.text.reasons import Reason

_AROUND: Final = 220
"""Code points before and behind a speech in which the text says in which language it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a stretch of shared wording was taken for, and why.

    ``own`` counts the outlets' own words in it. ``short``: one sentence and no more, which says something only where it
    stands in no third article. ``names``: names, titles, numbers or charges in a row, which are no standing text either.
    """

    kind: PassageKind
    reason: Reason | str
    rejected: bool = False
    own: int = 0
    short: bool = False
    names: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is copied."""
        return self.kind == "copied" and not self.rejected


@dataclass(frozen=True, kw_only=True)
class _Case:
    """A stretch of shared wording, with what the rules ask of it."""

    one: Reading
    other: Reading
    stretch: Stretch
    sources: Mapping[str, tuple[str, ...]]
    settings: Settings
    parts: bytes  # what each shared word is part of, of both articles the part that tells more, as a byte
    own: list[tuple[int, int]]  # rows of the words that are the outlets' own
    needed: tuple[int, int, float]  # own words, words among them that say something, and weight, that make it copied

    def count(self, part: Part) -> int:
        """How many shared words are part of this."""
        return self.parts.count(part)

    @cached_property
    def plain(self) -> int:
        """Own words that say something and are no part of a name, a number or a charge."""
        return _plain(self.one, self.other, self.own)


def judge(
    one: Reading,
    other: Reading,
    stretch: Stretch,
    sources: Mapping[str, tuple[str, ...]],
    settings: Settings,
    *,
    company: bool = False,
) -> Judgement:
    """Say what two articles share by the words that are the same: by the first of the rules that fits.

    ``sources`` are the names and roles of each source, by its id; in ``company`` of long copied passages half the evidence will do.
    """
    ours, theirs = zip(*stretch.matched, strict=True)
    parts = bytes(map(max, map(one.parts.__getitem__, ours), map(other.parts.__getitem__, theirs)))
    needed = settings.passage_copied_words, settings.passage_copied_content, settings.passage_copied_score
    if company:
        needed = needed[0] // 2, needed[1] // 2, needed[2] / 2
    own = _own(stretch, parts, settings)
    case = _Case(
        one=one, other=other, stretch=stretch, sources=sources, settings=settings, parts=parts, own=own, needed=needed
    )
    return next((judgement for rule in _RULES if (judgement := rule(case))), None) or _refused(case)


def _copied(case: _Case) -> Judgement | None:
    """Enough own words in the same order, that say something, and few others between them."""
    words, content, score = case.needed
    own, parts = case.own, case.parts
    alone = len(own) >= 2 * words or len(own) >= case.settings.passage_own_share * len(parts)
    enough = alone and len(own) >= words and case.plain >= content
    if not enough or _evidence(case.one, own, case.stretch, case.settings) < score:
        return None
    ratio, quoted = case.stretch.ratio, case.count(Part.QUOTED)
    reason = Reason(
        "passages.copied",
        own=len(own),
        differing=Reason("passages.copied_differing", share=1 - ratio) if round(ratio, 2) < 1 else "",
        quoted=Reason("passages.copied_quoted", quoted=quoted) if quoted else "",
    )
    return Judgement(kind="copied", reason=reason, own=len(own))


def _one_sentence(case: _Case) -> Judgement | None:
    """One whole sentence, word for word."""
    sentence = longest_sentence(case.one, case.other, case.stretch.matched, case.parts)
    content = _plain(case.one, case.other, sentence)
    if len(sentence) < case.settings.passage_sentence_words or content < case.settings.passage_sentence_content:
        return None
    reason = Reason("passages.one_sentence", words=len(sentence))
    return Judgement(kind="copied", reason=reason, own=len(case.own), short=True)


def _caption(case: _Case) -> Judgement | None:
    """Half of the words stand in a caption."""
    captioned = case.count(Part.CAPTION)
    if captioned * 2 < len(case.parts) or captioned < case.settings.passage_speech_words:
        return None
    return Judgement(kind="caption", reason=Reason("passages.caption", captioned=captioned, words=len(case.parts)))


def _set_wording(case: _Case) -> Judgement | None:
    """Half of the words are formulas, or few are more than names, titles, numbers and charges."""
    if case.count(Part.FORMULA) * 2 >= len(case.parts):
        return Judgement(kind="formula", reason=Reason("passages.formula"))
    bare = len(case.own) + case.count(Part.FORMULA)
    if bare < case.needed[0] or case.plain * 3 > bare:
        return None
    reason = Reason("passages.names_in_a_row", plain=case.plain, words=bare)
    return Judgement(kind="formula", reason=reason, names=True)


def _own(stretch: Stretch, parts: bytes, settings: Settings) -> list[tuple[int, int]]:
    """The words that are the outlets' own; of formulas, those beyond what formulas in a row come to by chance."""
    if parts.count(Part.FORMULA) <= settings.passage_formula_words:
        return list(compress(stretch.matched, parts.translate(_IS_OWN)))
    formulas = [pair for pair, part in zip(stretch.matched, parts, strict=True) if part == Part.FORMULA]
    beyond = set(formulas[settings.passage_formula_words :])
    return [pair for pair, part in zip(stretch.matched, parts, strict=True) if part == Part.OWN or pair in beyond]


_IS_OWN: Final = bytes(part == Part.OWN for part in range(256))
"""For each part, whether it is the outlet's own words."""


def _evidence(one: Reading, own: list[tuple[int, int]], stretch: Stretch, settings: Settings) -> float:
    """What the shared own words weigh, less what differs among them."""
    (a, b), (c, d) = stretch.left, stretch.right
    differing = max(b - a, d - c) + 1 - len(stretch.matched)
    share = len(own) / len(stretch.matched)
    return sum(one.weights[row] for row, _ in own) - settings.passage_edit_weight * differing * share


def _plain(one: Reading, other: Reading, pairs: Sequence[tuple[int, int]]) -> int:
    """How many shared words say something and are no part of a name, a number or a charge, in neither article."""
    ours, theirs = one.plain, other.plain
    return sum(ours[i] and theirs[j] for i, j in pairs)


def _speech(case: _Case) -> Judgement | None:
    """Enough words stand in a quotation: speech, or its translation."""
    one, other, stretch, settings = case.one, case.other, case.stretch, case.settings
    spoken = [pair for pair, part in zip(stretch.matched, case.parts, strict=True) if part == Part.QUOTED]
    if len(spoken) < settings.passage_speech_words:
        return None
    first = (one, spoken[0][0]), (other, spoken[0][1])
    speakers = [_speaker(*place) for place in first]
    both = all(reading.parts[row] == Part.QUOTED for reading, row in first)
    who = next((case.sources[speaker][0] for speaker in speakers if speaker and speaker in case.sources), None)
    whose = Reason("passages.speech_of", speaker=who) if who else ""
    reason = Reason(
        "passages.speech",
        spoken=len(spoken),
        words=len(case.parts),
        whose=Reason("passages.speech_of_others") if all(speakers) and speakers[0] != speakers[1] else whose,
        where="" if both else Reason("passages.speech_unmarked"),
    )
    long = len(spoken) >= settings.passage_translated_words and stretch.ratio >= settings.passage_translated_ratio
    names = case.sources.get(speakers[0] or speakers[1] or "", ())
    foreign = _foreign_speech(one, other, spoken, names) if both and long else None
    if foreign:
        return Judgement(kind="translation", reason=Reason("passages.speech_translated", speech=reason, why=foreign))
    return Judgement(kind="quotation", reason=Reason("passages.speech_no_copy", speech=reason))


def _foreign_speech(
    one: Reading, other: Reading, spoken: Sequence[tuple[int, int]], names: tuple[str, ...]
) -> Reason | None:
    """What says that shared speech is a translation: the text around, or the names and roles of who speaks; None if nothing does.

    ``spoken`` are the rows of the shared words of speech; at least one.
    """
    sides = (one, spoken[0][0], spoken[-1][0]), (other, spoken[0][1], spoken[-1][1])
    for reading, first, last in sides:
        text = reading.article.text
        words = lexicon_of(reading.article.language).translation
        around = text[max(0, reading.starts[first] - _AROUND) : reading.starts[first]]
        around += " … " + text[reading.ends[last] : reading.ends[last] + _AROUND]
        said = words.said_so.search(around)
        if said:
            return Reason("passages.said_in_another_language", words=said[0])
    country = lexicon_of(one.article.language).translation.country
    of = next((found for name in names if (found := country.search(name))), None)
    return Reason("passages.of_another_country", country=of[0]) if of else None


def _speaker(reading: Reading, row: int) -> str | None:
    place, quoted = reading.starts[row], (one for one in reading.findings.statements if one.kind == "quotation")
    return next((one.source for one in quoted if any(span.start <= place < span.end for span in one.content)), None)


def _refused(case: _Case) -> Judgement:
    """Too few words, or too many others between them."""
    words, content, _ = case.needed
    own, plain = len(case.own), case.plain
    if own >= words and plain >= content:
        reason = Reason("passages.many_between", own=own, ratio=case.stretch.ratio)
    elif own >= words:
        reason = Reason("passages.few_plain", own=own, plain=plain)
    else:
        reason = Reason("passages.few", own=own)
    return Judgement(kind="copied", reason=reason, rejected=True, own=own)


_RULES: Final = (_copied, _one_sentence, _caption, _speech, _set_wording)
"""First hit wins; what none of them takes is refused."""


def marked_by_hand(
    one: Reading, other: Reading, stretch: Stretch, formulas: Iterable[tuple[tuple[str, ...], Reason]], least: float
) -> Judgement | None:
    """That a person marked wording as a standing text: one of the two is, as a bag of words, nearly a marked one; None for no other."""
    for words, reason in formulas:
        for reading, (begin, end) in ((one, stretch.left), (other, stretch.right)):
            forms = Counter(form for form in reading.forms[begin : end + 1] if not form.startswith("\x00"))
            if (Counter(words) & forms).total() >= least * max(len(words), forms.total()):
                return Judgement(kind="formula", reason=reason)
    return None
