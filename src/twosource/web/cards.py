"""What a list says of a story."""

from twosource.model import Story
from twosource.present.changes import changes
from twosource.present.contested import contests
from twosource.present.index import Index
from twosource.present.wording import counts_of
from twosource.web.shelf import Card


def card_of(name: str, story: Story) -> Card:
    """A story as it stands in a list, counted as its page counts."""
    stamps = sorted(stamp for one in story.articles for stamp in (one.published, one.updated) if stamp)
    days = sorted(day for one in story.articles if one.date_range for day in one.date_range)
    counts, index = counts_of(story), Index(story)
    news = changes(index)
    return Card(
        id=name,
        title=story.title,
        outlets=tuple(dict.fromkeys(article.outlet for article in story.articles)),
        articles=len(story.articles),
        origins=counts.origins,
        sources=counts.sources,
        contested=len(contests(index)),
        news=news.told if news else (),
        first=next(iter(stamps or days), None),
        last=next(iter((stamps or days)[::-1]), None),
    )
