"""What two articles share and whom they name: what is asked of it to say whether they go back to one text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from twosource.model import Passage
from twosource.text.agencies import agency_called
from twosource.text.carriers import carrier_called, names_itself, names_outlet
from twosource.weigh.credited import stations_credited, whole_from
from twosource.weigh.own import Own, Shared, leading_carriers

_MUCH: Final = 20  # words: as much as a paragraph's first sentence
_SURE: Final = 3  # telling words: with a name beside them they are no chance
_ALIKE: Final = 0.88  # share of the words of a passage that are the same: below, a release was reworded
_REWORDED: Final = 0.6  # the same: so far apart, each may have told it in its own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles of different words, with what they share."""

    one: Own
    other: Own
    shared: Shared | None = None  # copied wording; None where there is none
    near: int = 0  # words in runs that are too short, or too far from alike, to be called copied
    spoken: int = 0  # words of quotations that both have
    released: int = 0  # words of a release that both print
    telling: int = 0  # words among the copied ones that say something of this event alone
    telling_near: int = 0  # the same in the runs that are not called copied
    runs: int = 0  # how many copied passages and runs there are

    @property
    def words(self) -> int:
        """Own words that are copied."""
        return self.shared.words if self.shared else 0

    @property
    def told(self) -> int:
        """Words that are the same in any way: copied, in short runs, or somebody's speech."""
        return self.words + self.near + self.spoken

    @property
    def sent_whole(self) -> bool:
        """Whether an agency whose copy both are sent each of them as a whole."""
        both = [own.findings.article for own in (self.one, self.other)]
        return any(all(whole_from(article, agency) for article in both) for agency in self.agencies)

    @property
    def agencies(self) -> tuple[str, ...]:
        """Whose copy both are by their own credit."""
        return tuple(sorted(set(self.one.findings.article.via) & set(self.other.findings.article.via)))


def copied_share(pair: Pair) -> float:
    """How much of the journalism of one of them, outside quotations and formulas, is the other's too; what is reworded counts less."""
    if not pair.shared or not pair.words:
        return 0.0
    told = sum(words for _, words in pair.shared.runs)
    alike = sum(
        words * min(1.0, max(0.0, (ratio - _REWORDED) / (_ALIKE - _REWORDED))) for ratio, words in pair.shared.runs
    )
    return max(pair.shared.of_one, pair.shared.of_other) * alike / max(told, 1)


def source_of(pair: Pair, *, leading: bool = True) -> tuple[str, str] | None:
    """The article that names the other's outlet as where it has the story, or something of it, and the other.

    Args:
        pair: Two articles.
        leading: Whether only what an article names near its head counts.

    Returns:
        Their ids, the naming one first; None if neither names the other.
    """
    for naming, other in ((pair.one, pair.other), (pair.other, pair.one)):
        outlet, language = other.findings.article.outlet, naming.language
        names = leading_carriers(naming) if leading else naming.carriers
        if any(names_outlet(name, outlet, language) for name in names) or _credits(naming, outlet):
            return naming.id, other.id
    return None


def _credits(naming: Own, outlet: str) -> bool:
    """Whether an article's credit of the whole is another outlet's; an agency sends many pieces, and its name is no one's."""
    named = (name for name in naming.findings.article.via if not agency_called(name))
    return any(names_itself(name, outlet, naming.language) for name in named)


def carrier_of(pair: Pair) -> str | None:
    """The carrier that one names near its head, and the other too or came by it; None if there is none.

    Further down a detail is from it, which is enough for one of them, or beside the other's credit, where they have more
    than a sentence in common, and not speech alone.
    """
    one, other = (
        {carrier_called(name, own.language) for name in leading_carriers(own)} for own in (pair.one, pair.other)
    )
    told = pair.told >= _MUCH and pair.telling + pair.telling_near >= _SURE
    anywhere = [own.called if told else () for own in (pair.one, pair.other)]
    by_one, by_other = (own.findings.article.via for own in (pair.one, pair.other))
    credited = {*by_one} & {*anywhere[1]} - {*by_other} | {*by_other} & {*anywhere[0]} - {*by_one}
    return min(credited | (one & {*other, *by_other, *anywhere[1]}) | (other & {*by_one, *anywhere[0]}), default=None)


_COUNTED_AS: Final = {"quotation": "spoken", "translation": "spoken", "release": "released"}


def pairs(
    owns: Mapping[str, Own], shared: Mapping[tuple[str, str], Shared], passages: Iterable[Passage]
) -> dict[tuple[str, str], Pair]:
    """All pairs of articles between which there is any sign: shared wording, or one that names the other.

    Args:
        owns: The articles by id, each of other words than the rest.
        shared: What each two share in copied passages, by their ids, the smaller first.
        passages: All that they share, refused candidates among it.
    """
    counted: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for passage in passages:
        ids = passage.spans[0].article, passage.spans[1].article
        kind = "near" if passage.rejected else _COUNTED_AS.get(passage.kind)
        if kind:
            counted[kind][ids] += passage.words
        if passage.kind == "copied":
            one, other = (owns[place.article].told(place.span) for place in passage.spans)
            counted["telling_near" if passage.rejected else "telling"][ids] += len(one & other)
            counted["runs"][ids] += 1
    wanted = {*shared, *(ids for of in counted.values() for ids in of), *_tied_by_name(owns)}
    return {
        (one, other): Pair(
            one=owns[one],
            other=owns[other],
            shared=shared.get((one, other)),
            near=counted["near"][one, other],
            spoken=counted["spoken"][one, other],
            released=counted["released"][one, other],
            telling=counted["telling"][one, other],
            telling_near=counted["telling_near"][one, other],
            runs=counted["runs"][one, other],
        )
        for one, other in sorted(wanted)
    }


def _tied_by_name(owns: Mapping[str, Own]) -> set[tuple[str, str]]:
    """Pairs of which one names the other's outlet, or that have a carrier or a station's line of rights in common."""
    credited: dict[str, list[str]] = defaultdict(list)
    by_carrier: dict[str, list[str]] = defaultdict(list)
    for own in owns.values():
        for name in own.findings.article.via:
            credited[name].append(own.id)
        for name in {*own.called, *own.findings.article.via, *stations_credited(own.findings.article)}:
            by_carrier[name].append(own.id)
    for name, ids in by_carrier.items():
        ids += [
            own.id
            for own in owns.values()
            if own.id not in ids and names_itself(name, own.findings.article.outlet, own.language)
        ]
    # Each with the first that has it, so that many cost no more than a few.
    tied = (*by_carrier.values(), *credited.values())
    return {(min(ids[0], one), max(ids[0], one)) for ids in tied for one in ids[1:] if one != ids[0]}
