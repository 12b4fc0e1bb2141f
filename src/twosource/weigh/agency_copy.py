"""Whether an article is an agency's copy and nobody's besides."""

from typing import Final

from twosource.language.lexicon import of_all_languages
from twosource.model import Article
from twosource.text.agencies import agency_in_path, agency_of_host, named_alone, named_in

_WHOSE_COPY: Final = frozenset({"dateline", "byline", "residue", "credit"})


def sole_agency(article: Article) -> str | None:
    """The agency whose copy an article is, by its dateline, byline, line of rights, address or record.

    None where there are several or none, where somebody else wrote it too, where the agency only contributed to the report,
    or where it stands in the dateline beside the outlet's own name.
    """
    agency = article.via[0] if len(article.via) == 1 else None
    if agency is None or not all(_agency_byline(name, agency.casefold()) for name in article.byline):
        return None
    lines = [
        (block.kind, words)
        for block in article.blocks
        if block.kind in _WHOSE_COPY and agency in named_in(words := block.span.of(article.text))
    ]
    alone = any(kind != "credit" and named_alone(words, agency) for kind, words in lines)
    return agency if alone or not lines or _sent_from(article) == agency else None


def _agency_byline(name: str, agency: str) -> bool:
    words = name.casefold()
    return agency in words or words in of_all_languages().agencies.shared_bylines


def _sent_from(article: Article) -> str | None:
    """The agency on whose own site, or under whose wire, an article stands."""
    return agency_of_host(article.outlet) or (agency_in_path(article.url) if article.url else None)
