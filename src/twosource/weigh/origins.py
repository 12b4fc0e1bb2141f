"""Which articles go back to one text."""

from collections import defaultdict
from collections.abc import Iterable

from twosource.model import Findings, Origin, Passage
from twosource.text.story_language import language_of
from twosource.weigh.links import Link, link
from twosource.weigh.naming import name_origin
from twosource.weigh.own import Own, own_words, shared_words
from twosource.weigh.same_origin import pairs
from twosource.weigh.stars import Links, find_stars, join_newsrooms


def find_origins(findings: tuple[Findings, ...], passages: tuple[Passage, ...]) -> tuple[Origin, ...]:
    """Put every article in one origin.

    Each origin has a text in its middle, and an article joins only on evidence between it and that text: there are no
    chains. Articles with the very same words are one. Two texts that a later third one both used stay two.

    Args:
        findings: The story's articles. Their order changes nothing.
        passages: What ``compare`` found they share.

    Returns:
        Origins without ``point``, sorted by their articles; an article that shares none is alone in its own.
    """
    outlets = {one.article.outlet for one in findings}
    owns = {own.id: own for own in sorted((own_words(one, outlets) for one in findings), key=lambda own: own.time)}
    copies = _copies(owns.values())
    heads = [owns[head] for head in copies]
    links = _links(heads, copies, passages)
    stars = join_newsrooms(find_stars(heads, links), owns, copies)
    touching: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        touching[passage.spans[0].article].append(passage)
    language = language_of(one.article for one in findings)
    found = []
    for star in stars:
        held = [passage for head in star for copy in copies[head] for passage in touching[copy]]
        found.append(name_origin(star, copies, owns, links, held, language))
    return tuple(sorted(found, key=lambda origin: origin.articles))


def _copies(owns: Iterable[Own]) -> dict[str, tuple[str, ...]]:
    """The first article of each set of words, to all that have these very words; in the order of time."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for own in owns:
        groups[own.forms or (own.id,)].append(own.id)
    return {ids[0]: tuple(ids) for ids in groups.values()}


def _links(heads: list[Own], copies: dict[str, tuple[str, ...]], passages: tuple[Passage, ...]) -> Links:
    """All evidence between articles of different words, both ways."""
    head_of = {member: head for head, members in copies.items() for member in members}
    owns = {own.id: own for own in heads}
    ours = [p for p in passages if all(head_of.get(place.article) == place.article for place in p.spans)]
    found: dict[str, dict[str, Link]] = {own.id: {} for own in heads}
    for (one, other), pair in pairs(owns, shared_words(owns, ours), ours).items():
        if evidence := link(pair):
            found[one][other] = found[other][one] = evidence
    return found
