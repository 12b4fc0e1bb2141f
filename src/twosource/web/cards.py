"""What a list says of a story."""

from twosource.model import Story
from twosource.web.shelf import Card


def card_of(name: str, story: Story) -> Card:
    """A story as it stands in a list. Sources are those that something is attributed to."""
    stamps = sorted(stamp for one in story.articles for stamp in (one.published, one.updated) if stamp)
    days = sorted(day for one in story.articles if one.date_range for day in one.date_range)
    said = {one.source for one in story.statements} | {one.source for one in story.figures}
    return Card(
        id=name,
        title=story.title,
        outlets=tuple(dict.fromkeys(article.outlet for article in story.articles)),
        articles=len(story.articles),
        origins=sum(origin.point is None for origin in story.origins),
        sources=len(said - {None}),
        first=next(iter(stamps or days), None),
        last=next(iter((stamps or days)[::-1]), None),
    )
