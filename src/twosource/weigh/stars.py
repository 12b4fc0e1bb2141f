"""Articles around the text in the middle of an origin: an article joins that text, never merely its neighbour."""

from collections.abc import Mapping, Sequence

from twosource.weigh.credited import written_elsewhere
from twosource.weigh.links import Link
from twosource.weigh.own import Own

Links = Mapping[str, Mapping[str, Link]]
Star = tuple[str, ...]


def find_stars(heads: Sequence[Own], links: Links) -> list[Star]:
    """Part articles into stars, each with its middle first.

    The article with the strongest evidence to others is taken as the middle; those linked to it join. Of those that had
    the wording before the middle, only one and what is linked to it joins: a later article that used two earlier texts
    does not make them one.

    Args:
        heads: The articles, in the order of time.
        links: Evidence between two of them, both ways.

    Returns:
        Stars, each article in one; the strongest first, those alone last.
    """
    order = {own.id: row for row, own in enumerate(heads)}
    left = set(order)
    found: list[Star] = []
    while left:
        weight = {one: sum(e.strength for other, e in links[one].items() if other in left) for one in left}
        middle = min(left, key=lambda one: (-weight[one], order[one]))
        around = evidence_around(middle, links)
        members = [other for other in around if other in left]
        members.sort(key=lambda other: (-around[other].strength, order[other]))
        star = _admitted(members, around, links)
        found.append((middle, *sorted(star, key=order.__getitem__)))
        left -= {middle, *star}
    return found


def evidence_around(middle: str, links: Links) -> dict[str, Link]:
    """What ties others to the text in the middle: to the article, or to one that has the same text, one of them cut."""
    found = dict(links[middle])
    for twin in sorted(other for other, evidence in links[middle].items() if evidence.whole):
        found = {other: evidence for other, evidence in links[twin].items() if other != middle} | found
    return found


def _admitted(members: Sequence[str], around: Mapping[str, Link], links: Links) -> list[str]:
    """Those of ``members`` that may stand around the middle; they come strongest first."""
    before: list[str] = []
    admitted: list[str] = []
    for one in members:
        if around[one].earlier == one:
            if before and not any(one in links[earlier] for earlier in before):
                continue
            before.append(one)
        admitted.append(one)
    return admitted


def join_newsrooms(stars: Sequence[Star], owns: Mapping[str, Own], copies: Mapping[str, Sequence[str]]) -> list[Star]:
    """Put stars of one newsroom together: two articles of one outlet are one origin, unless it only carries the text.

    Args:
        stars: Stars of first articles.
        owns: All articles, by id.
        copies: A first article, to all with its words.

    Returns:
        Stars, fewer where newsrooms met.
    """
    home: dict[str, int] = {}
    found: dict[int, Star] = {}
    for row, star in enumerate(stars):
        outlets = _newsrooms(star, owns, copies)
        met = sorted({home[outlet] for outlet in outlets if outlet in home})
        found[row] = tuple(head for other in met for head in found.pop(other)) + star
        home = {outlet: row if at in met else at for outlet, at in home.items()}
        home.update(dict.fromkeys(outlets, row))
    return list(found.values())


def _newsrooms(star: Star, owns: Mapping[str, Own], copies: Mapping[str, Sequence[str]]) -> set[str]:
    """The outlets whose own text a star may be: of the first to publish it, of all where no time is known.

    None for an agency's text, or another outlet's: who prints it did not write it.
    """
    members = [owns[copy].findings.article for head in star for copy in copies[head]]
    if any(map(written_elsewhere, members)):
        return set()
    known = [article for article in members if article.outlet_known]
    first = min((article.published for article in known if article.published), default=None)
    return {article.outlet for article in known if article.published == first}
