"""Evidence that two articles go back to one text: always a value with its reasons, never a bare score."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from twosource.text.agencies import agency_called
from twosource.text.official_sites import publishes_releases
from twosource.text.publication import published_before
from twosource.text.reasons import Reason
from twosource.weigh.credited import sole_agency, stations_credited
from twosource.weigh.same_origin import Pair, carrier_of, copied_share, source_of

_COPIED: Final = 0.05  # of the own words of either: from .03 to .08 no labelled story or pair is counted otherwise
_SENTENCE: Final = 20  # words: fewer are one sentence, which ties two articles for what it says and for nothing else
_FEW: Final = 8  # telling words: reports of one event have fewer of them in common
_LONG: Final = 60  # words: as many in a row are copied, whatever they say
_HALF: Final = 0.5  # of the own words of either: below, who was helped by an agency has more of its own
_WHOLE: Final = 0.9  # of the own words of one: it is the other's text, cut
_PART: Final = 0.25  # of the own words of who names the other: more is no detail
_THIRD: Final = 0.33  # of the telling words of who names the other; details came to .30, retold reports to .35 and more
_ENOUGH: Final = 25  # telling words: of fewer, a third stands in any two reports of one event
_MOST: Final = (
    0.6  # of all words of who prints a release: hardly anything else; of those with reports besides .19 and less
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two articles that go back to one text. ``earlier`` had it first; None where unknown. ``whole``: one holds nearly all of the other."""

    strength: float
    reasons: tuple[Reason, ...]
    earlier: str | None = None
    whole: bool = False


def link(pair: Pair) -> Link | None:
    """Whether two articles go back to one text.

    By the first of the rules that says so: a stated credit makes one origin, and so does shared wording where it is
    enough. An office's own page is no outlet: who prints its release has not copied it.

    Args:
        pair: Two articles of different words.

    Returns:
        The evidence, or None.
    """
    return next((found for rule in _RULES if (found := rule(pair))), None)


def _names_it(pair: Pair) -> Link | None:
    """One names the other, near its head, as where it has the story."""
    naming = source_of(pair)
    if naming is None:
        return None
    return Link(strength=max(pair.words, 1), reasons=tuple(_reasons(pair)), earlier=naming[1])


def _name_one_carrier(pair: Pair) -> Link | None:
    """Both name one carrier near their heads, or one names there whose copy the other is.

    An agency sends many pieces on one event, so that naming it makes one origin only where wording is shared too.
    """
    carrier = carrier_of(pair)
    if carrier is None or (agency_called(carrier) and pair.words + pair.near < _SENTENCE):
        return None
    told = Reason("origins.one_carrier", carrier=carrier)
    return Link(strength=max(pair.words, 1), reasons=(told, *_reasons(pair)))


def _one_agency(pair: Pair) -> Link | None:
    """Both are one agency's copy by their own credit, and name no other author."""
    only = {sole_agency(own.findings.article) for own in (pair.one, pair.other)}
    if len(only) > 1 or None in only or pair.words:
        return None
    return Link(strength=1, reasons=(Reason("origins.one_agency", agency=pair.agencies[0]),))


def _one_station(pair: Pair) -> Link | None:
    """One station's letters stand in the lines of rights or datelines of both, and neither came by an agency."""
    left, right = (own.findings.article for own in (pair.one, pair.other))
    letters = stations_credited(left) & stations_credited(right)
    if not letters or any(agency_called(name) for name in (*left.via, *right.via)):
        return None
    return Link(strength=max(pair.words, 1), reasons=(Reason("origins.one_station", letters=min(letters)),))


def _much_of_it(pair: Pair) -> Link | None:
    """One names the other further down, and has much of its words and of the speech that it heard, or of what it says in others."""
    naming = source_of(pair, leading=False)
    if naming is None or not pair.told:
        return None
    copy, model = (pair.one, pair.other) if naming[0] == pair.one.id else (pair.other, pair.one)
    said, told = copy.vocabulary, pair.told if copy.has_from(model) else pair.told - pair.spoken
    retold = len(said) >= _ENOUGH and len(said & model.vocabulary) >= _THIRD * len(said)
    if told < _PART * len(copy.places) and not retold:
        return None
    return Link(strength=max(pair.words, 1), reasons=tuple(_reasons(pair)), earlier=naming[1])


def _copied_wording(pair: Pair) -> Link | None:
    """Enough of one of them stands nearly word for word in the other."""
    offices = [publishes_releases(own.findings.article) for own in (pair.one, pair.other)]
    if copied_share(pair) < _COPIED or any(offices) != all(offices):
        return None
    most = max(pair.shared.of_one, pair.shared.of_other) if pair.shared else 0.0
    helped = pair.agencies and not pair.sent_whole  # an agency gave something to what is the outlet's own report
    if not _says_enough(pair) or (helped and most < _HALF):
        return None
    return Link(
        strength=max(pair.words, 1), reasons=tuple(_reasons(pair)), earlier=_earlier(pair), whole=most >= _WHOLE
    )


def _says_enough(pair: Pair) -> bool:
    """Whether a credit stands beside what two share, or it is more than a sentence and than any reports of one event share.

    Short runs alone are no evidence: who was sent one release, and worked on it, has as many.
    """
    if pair.sent_whole or source_of(pair, leading=False):
        return True
    longer = pair.runs > 1 or pair.words >= _SENTENCE
    return longer and (pair.telling >= _FEW or pair.words >= _LONG)


def _one_release(pair: Pair) -> Link | None:
    """Whoever prints a release prints hardly anything else."""
    printed = [own for own in (pair.one, pair.other) if not publishes_releases(own.findings.article)]
    told = pair.released + pair.spoken
    if not pair.released or any(told < _MOST * len(own.forms) for own in printed):
        return None
    office = next((own.id for own in (pair.one, pair.other) if own not in printed), None)
    why = Reason("origins.one_release", words=told)
    return Link(strength=told, reasons=(why,), earlier=office or _earlier(pair), whole=True)


_RULES: Final = (_names_it, _one_agency, _one_station, _much_of_it, _copied_wording, _name_one_carrier, _one_release)


def _earlier(pair: Pair) -> str | None:
    """By their times, unless both have it from an agency; else by their passages."""
    left, right = pair.one.findings.article, pair.other.findings.article
    before = None if pair.agencies else published_before(left.published, right.published)
    if before is None:
        return pair.shared.earlier if pair.shared else None
    return left.id if before else right.id


def _reasons(pair: Pair) -> Iterator[Reason]:
    """The sentences of what was found, the wording first."""
    left, right = pair.one.findings.article, pair.other.findings.article
    if pair.shared and pair.words:
        yield Reason(
            "origins.shared_words",
            words=pair.words,
            of_one=pair.shared.of_one,
            one=left.outlet,
            of_other=pair.shared.of_other,
            other=right.outlet,
        )
    if pair.agencies:
        yield Reason("origins.both_carry", agency=pair.agencies[0])
    naming = source_of(pair) or source_of(pair, leading=False)
    if naming:
        copy, first = (left, right) if naming[0] == left.id else (right, left)
        yield Reason("origins.names_it", copy=copy.outlet, first=first.outlet)
    if pair.spoken and naming and not pair.words:
        yield Reason("origins.shared_speech", words=pair.spoken)
    if pair.near and not pair.words:
        yield Reason("origins.short_runs", words=pair.near)
