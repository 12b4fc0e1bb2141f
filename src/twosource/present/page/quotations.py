"""One quotation, its wordings and its speakers."""

from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup, escape

from twosource.model import Point
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.page.wordwise import changed
from twosource.present.ranking import LISTED, ranked
from twosource.present.sayings import Saying, sayings

_QUOTATIONS, _FEWER = 40, 20  # that a page shows, and that of a large story, where each stands among the claims as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An article that has this wording."""

    outlet: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One wording on one word.

    ``same`` where only the speaker is another; ``other_speaker`` where the comparison says so.
    """

    html: Markup
    same: bool
    who: str
    other_speaker: bool
    quoted: bool
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation made by several articles; the first version is the one the others are held against."""

    number: int
    place: str
    versions: tuple[Version, ...]


def quotations(index: Index) -> tuple[Quotation, ...]:
    """Quotations with more than one wording or speaker, those worth most attention first."""
    main, _ = ranked(index)
    found = (_quotation(index, point) for point in main if point.label_quoted)
    most = _QUOTATIONS if len(index.articles) <= LISTED else _FEWER
    return tuple(islice((one for one in found if one and len(one.versions) > 1), most))


def _quotation(index: Index, point: Point) -> Quotation | None:
    groups: dict[tuple[str, str], list[Saying]] = {}
    for one in _quoted_first(sayings(index, point)):
        groups.setdefault((_plain(one), (one.who or "").casefold()), []).append(one)
    if not groups or len({one.article for group in groups.values() for one in group}) < 2:  # noqa: PLR2004 - nothing to compare
        return None
    ordered = sorted(groups.values(), key=lambda group: not group[0].says(point.label))
    first = ordered[0][0]
    versions = tuple(_version(index, first, group) for group in ordered)
    return Quotation(number=index.number[point.id], place=anchor("q", point.id), versions=versions)


def _quoted_first(found: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """Of an article that quotes, only the quotations: the sentence around one is not another wording of it."""
    quoting = {one.article for one in found if one.voice == "quotation"}
    return tuple(one for one in found if one.voice == "quotation" or one.article not in quoting)


def _plain(one: Saying) -> str:
    return "".join(character for character in one.text.casefold() if character.isalnum() or character == " ").strip()


def _version(index: Index, first: Saying, group: list[Saying]) -> Version:
    one = group[0]
    base = one is first
    return Version(
        html=changed(first.plain, one.plain) if not base and one.voice == "quotation" else escape(one.text),
        same=not base and _plain(one) == _plain(first),
        who=one.who or "source unknown",
        other_speaker=any("speaker" in each.differs for each in group) and one.who is not None and not base,
        quoted=one.voice == "quotation",
        carriers=tuple(Carrier(outlet=index.outlets[each.article], href=anchor("m", each.member.id)) for each in group),
    )
