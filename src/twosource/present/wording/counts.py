"""How many articles, origins and sources a story has: counted in one place, said in one wording everywhere."""

from dataclasses import dataclass

from twosource.model import Story
from twosource.text.prose import counted, opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A story in numbers."""

    # How many articles, and how many outlets they are from.
    articles: int
    outlets: int
    # Texts that the articles' wording goes back to, as far as was found; None where that was not looked for.
    origins: int | None
    sources: int | None  # those to whom a statement or figure is given; None where that was not looked for


def counts_of(story: Story) -> Counts:
    """A story in numbers. Words in quotation marks that nobody states give no source."""
    said = {one.source for one in story.statements if one.said} | {one.source for one in story.figures}
    known = {source.id for source in story.sources}
    whole = [origin for origin in story.origins if origin.point is None]
    return Counts(
        articles=len(story.articles),
        outlets=len({article.outlet for article in story.articles}),
        origins=len(whole) if whole or not story.articles else None,
        sources=len(said & known),
    )


def told(counts: Counts) -> tuple[str, ...]:
    """The numbers in words, a part each: articles, outlets, origins, sources.

    Several articles without a shared origin are said to have none found, never to be independent.

    Example:
        >>> told(Counts(articles=7, outlets=6, origins=5, sources=9))
        ('Seven articles from six outlets', 'five origins', 'nine sources')
        >>> told(Counts(articles=2, outlets=2, origins=2, sources=1))
        ('Two articles from two outlets', 'no shared origin found', 'one source')
        >>> told(Counts(articles=1, outlets=1, origins=1, sources=0))
        ('One article from one outlet', 'no source named')
    """
    parts = [f"{opened(counted(counts.articles, 'article'))} from {counted(counts.outlets, 'outlet')}"]
    if counts.origins is not None and counts.articles > 1:
        shared = counts.origins < counts.articles
        parts.append(counted(counts.origins, "origin") if shared else "no shared origin found")
    if counts.sources is not None and counts.articles:
        parts.append(counted(counts.sources, "source") if counts.sources else "no source named")
    return tuple(parts)
