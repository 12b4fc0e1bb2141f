"""An origin as a value: its articles, who had it first, whose copy it is, and the sentence that says why."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from twosource.model import Article, Origin, Passage, content_id
from twosource.text.agencies import agency_called, agency_of_host
from twosource.text.carriers import carrier_called, names_itself, names_outlet
from twosource.text.official_sites import publishes_releases
from twosource.text.publication import published_before
from twosource.text.reasons import Reason, joined, worded
from twosource.weigh.credited import carries
from twosource.weigh.own import Own, leading_carriers
from twosource.weigh.stars import Links, Star

_TWO: Final = 2


def name_origin(
    star: Star,
    copies: Mapping[str, Sequence[str]],
    owns: Mapping[str, Own],
    links: Links,
    passages: Sequence[Passage],
    language: str,
) -> Origin:
    """Describe a star.

    Args:
        star: First articles of their words, the middle first.
        copies: A first article, to all with its words, in the order of time.
        owns: All articles, by id.
        links: The evidence.
        passages: What articles share; copied ones inside the star are its evidence.
        language: That of the story.
    """
    text = _Text(star, copies, owns, links)
    agency = None if _had_first(text) else agency_of(list(text.articles.values()))
    via = agency or _common_carrier(text.members)
    first = _first(text, via)
    told = _reason(text, via)
    if via and not (agency or first):
        told.append(Reason("origins.they_name", carrier=via))
    ids = tuple(sorted(text.articles))
    return Origin(
        id=content_id("o", *ids),
        articles=ids,
        first=first,
        via=via,
        reason=joined(told, language),
        ties=tuple(dict.fromkeys(worded(one, language) for one in told)) if len(ids) > 1 else (),
        carriers=tuple(sorted({name for own in text.members for name in own.called})),
        passages=tuple(sorted(one.id for one in passages if one.is_copied and _lies_in(one, ids))),
    )


def _lies_in(passage: Passage, articles: Collection[str]) -> bool:
    return all(place.article in articles for place in passage.spans)


@dataclass(frozen=True)
class _Text:
    """A star with what is known of its articles and of the evidence among them, as ``name_origin`` has it."""

    star: Star
    copies: Mapping[str, Sequence[str]]
    owns: Mapping[str, Own]
    links: Links

    @cached_property
    def members(self) -> list[Own]:
        """All articles with its words."""
        return [self.owns[copy] for head in self.star for copy in self.copies[head]]

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The same by their ids."""
        return {own.id: own.findings.article for own in self.members}

    def firsts(self, head: str) -> list[str | None]:
        """Which of two had the text first, for an article and each of the others; None where no evidence says so."""
        links = (self.links[head].get(other) for other in self.star if other != head)
        return [link.earlier if link else None for link in links]


def _had_first(text: _Text) -> bool:
    """Whether the only credit of an agency is that an article stands on its own site, and another had the text before it."""
    credited = [head for head in text.star if text.articles[head].via]
    if len(credited) != 1 or len(text.star) == 1:
        return False
    article = text.articles[credited[0]]
    on_own_site = article.via == (agency_of_host(article.outlet),)
    return on_own_site and not {None, article.id}.intersection(text.firsts(article.id))


def agency_of(articles: Sequence[Article]) -> str | None:
    """Whose copy most of the articles with a credit are; of equals, none. Who only gave something to one report is not meant."""
    counted = Counter(name for article in articles for name in dict.fromkeys(article.via))
    carried = {name for article in articles for name in article.via if carries(article, name)}
    return _most_named(counted, carried)


def _common_carrier(members: Sequence[Own]) -> str | None:
    """The outlet that two outlets' articles name, one near its head, or one where another is its own; of equals, none.

    Where they name none near their heads, an agency that two of them name further down: they have its wording in common.
    """
    outlets = {own.findings.article.outlet: own.language for own in members}
    known = {name for own in members for name in _told_by(own, outlets)}
    every = {(own.findings.article.outlet, name) for own in members for name in own.called}
    named = Counter(name for _, name in every if name in known)
    for name in named:
        named[name] += _names_any(name, outlets)
    agencies = Counter(name for _, name in every if agency_called(name))
    return _most_named(named) or _most_named(agencies)


def _most_named(counted: Counter[str], known: Collection[str] = ()) -> str | None:
    """The name that more have than any other, two of them if it is not ``known``; None if there is none."""
    ranked = [(name, count) for name, count in counted.most_common() if count >= _TWO or name in known]
    (first, most), (_, next_most) = [*ranked, ("", 0), ("", 0)][:2]
    return first if most > next_most else None


def _told_by(own: Own, outlets: Mapping[str, str]) -> set[str]:
    """The carriers that an article names near its head, or that are one of the others: further down a detail is from there."""
    leading = {carrier_called(name, own.language) for name in leading_carriers(own)}
    return leading | {name for name in own.called if _names_any(name, outlets)}


def _names_any(name: str, outlets: Mapping[str, str]) -> bool:
    return any(names_outlet(name, outlet, language) for outlet, language in outlets.items())


def _first(text: _Text, via: str | None) -> str | None:
    """The article that had the text before all others; None where that is not known of one, or it is another's, not given.

    The one of which all evidence to the others says so, or an office's or the agency's own page; else the one published
    before all others, if no evidence says otherwise.
    """
    if via and agency_called(via):
        return _own_page(via, tuple(text.articles.values()))
    if via and not _names_any(via, {own.findings.article.outlet: own.language for own in text.members}):
        return None
    offices = [head for head in text.star if publishes_releases(text.articles[head])]
    if len(offices) == 1:
        return offices[0]
    sure = (head for head in text.star if len(text.copies[head]) == 1 and {*text.firsts(head)} == {head})
    return next(sure, None) or _published_first(text)


def _own_page(agency: str, articles: Sequence[Article]) -> str | None:
    """The one article on an agency's own site, where no other was published before it; None where that is not known of one."""
    own = [article for article in articles if agency_of_host(article.outlet) == agency]
    if len(own) != 1 or len(articles) == 1:
        return None
    return None if any(published_before(other.published, own[0].published) for other in articles) else own[0].id


def _published_first(text: _Text) -> str | None:
    """The article published before all others; None where there is none, or evidence says otherwise."""
    first, *others = sorted(text.articles.values(), key=lambda article: (article.published or "9999", article.id))
    head = next(head for head in text.star if first.id in text.copies[head])
    against = not {None, head}.issuperset(text.firsts(head))
    sure = all(published_before(first.published, other.published) for other in others)
    return first.id if others and sure and not against else None


def _reason(text: _Text, via: str | None) -> list[Reason]:
    parts: list[Reason] = []
    for head in text.star:
        outlet, *same = (text.articles[copy].outlet for copy in text.copies[head])
        if same:
            parts.append(Reason("origins.very_same", outlets=", ".join(same), first=outlet))
    parts += [_tie(text, one) for one in text.star[1:]]
    middle = text.owns[text.star[0]]
    return parts or [
        _alone(middle.findings.article, sorted({*middle.called, *middle.findings.article.via} - {via}), via)
    ]


def _tie(text: _Text, one: str) -> Reason:
    """What ties an article to the first of the others that it has anything in common with; else one newsroom does."""
    tied = next((other for other in text.star if one in text.links[other]), one)
    reasons = text.links[tied][one].reasons if tied != one else ()
    why = Reason("lists.row", all=reasons) if reasons else Reason("origins.one_newsroom")
    name, beside = text.articles[one].outlet, text.articles[tied].outlet
    if name == beside:
        return Reason("origins.of_one_outlet", outlet=name, why=why)
    if reasons and reasons[0].code == "origins.names_it":
        return why
    return Reason("origins.with", outlet=name, first=beside, why=why)


def _alone(article: Article, named: Sequence[str], via: str | None) -> Reason:
    """What is said of an origin of one article."""
    if via and names_itself(via, article.outlet, article.language):
        return Reason("origins.none_found_own", agency=via)
    return Reason(
        "origins.none_found_but",
        carries=Reason("origins.and_carries", agency=via) if via else "",
        names=Reason("origins.and_names", names=tuple(named)) if named else "",
    )
