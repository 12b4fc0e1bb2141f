"""Whose an article is by its own lines: an agency's and nobody's besides, or a station's."""

import re
from typing import Final

from twosource.language.lexicon import lexicon_of, of_all_languages
from twosource.model import Article
from twosource.text.agencies import agency_called, agency_in_path, agency_of_host, named_alone, named_in
from twosource.text.carriers import is_station

_LETTERS = re.compile(r"[A-Z]{3,4}(?:-?[A-Z]{2})?(?:/[A-Z]{3,4}(?:-?[A-Z]{2})?)*(?![\w'’])")
_BRACKET = re.compile(r"\(")
_WHOSE_COPY: Final = frozenset({"dateline", "byline", "residue", "credit"})


def sole_agency(article: Article) -> str | None:
    """The agency whose copy an article is, by its dateline, byline, line of rights, address or record.

    None where there are several or none, where somebody else wrote it too, where the agency only contributed to the report,
    or where it stands in the dateline beside the outlet's own name.
    """
    agency = article.via[0] if len(article.via) == 1 else None
    if agency is None or not all(_agency_byline(name, agency.casefold()) for name in article.byline):
        return None
    return agency if whole_from(article, agency) else None


def written_elsewhere(article: Article) -> bool:
    """Whether an article is another's text: an agency's or another outlet's, and not only made with something from there.

    What stands on an agency's own site, its own newsroom wrote.
    """
    others = (name for name in article.via if name != agency_of_host(article.outlet))
    return any(whole_from(article, name) for name in others)


def whole_from(article: Article, agency: str) -> bool:
    """Whether another's text is the whole of an article. Of an agency's: by a line that names it alone, an address, or a record that has no line of it."""
    if not agency_called(agency):
        return True
    lines = [
        (block.kind, words)
        for block in article.blocks
        if block.kind in _WHOSE_COPY and agency in named_in(words := block.span.of(article.text))
    ]
    alone = any(kind != "credit" and named_alone(words, agency) for kind, words in lines)
    return alone or not lines or _sent_from(article) == agency


def carries(article: Article, agency: str) -> bool:
    """Whether an article is another's copy, by whatever line: the whole, or a credit that is its name and no more ("Source: AP")."""
    lines = (block.span.of(article.text) for block in article.blocks if block.kind == "credit")
    named = (agency_called(words.rpartition(":")[2].strip(" .()[]")) for words in lines)
    return agency in named or whole_from(article, agency)


def _agency_byline(name: str, agency: str) -> bool:
    words = name.casefold()
    return agency in words or words in of_all_languages().agencies.shared_bylines


def _sent_from(article: Article) -> str | None:
    """The agency on whose own site, or under whose wire, an article stands."""
    return agency_of_host(article.outlet) or (agency_in_path(article.url) if article.url else None)


def stations_credited(article: Article) -> frozenset[str]:
    """The call letters of the stations in an article's line of rights or dateline, without what stands behind them: "WABX", "KQRX"."""
    rights = lexicon_of(article.language).masthead.rights
    lines = [(block.kind, block.span.of(article.text)) for block in article.blocks if block.kind in _WHOSE_COPY]
    before = {"residue": rights, "credit": rights, "dateline": _BRACKET}
    cues = ((words, cue.end()) for kind, words in lines if kind in before for cue in before[kind].finditer(words))
    letters = (found[0] for words, end in cues if (found := _LETTERS.match(words, end)))
    names = {name.partition("-")[0] for run in letters for name in run.split("/")}
    return frozenset(name for name in names if is_station(name, article.language))
