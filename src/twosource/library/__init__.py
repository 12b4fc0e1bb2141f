"""Articles that are kept: added one by one, grouped into stories as they come, searched, corrected, laid side by side.

    with Library.open("news.db") as library:
        library.add_inputs(["pages/"])
        for card in library.stories():
            story = library.story(card.id)

The layer above the pipeline: it is what the command line and the web app call.
"""

from twosource.library.adding import Added
from twosource.library.library import Library
from twosource.store.doctor import Finding
from twosource.store.query import Query
from twosource.store.search import Hit
from twosource.store.stories import Event, StoryCard
from twosource.store.versions import Version

__all__ = ["Added", "Event", "Finding", "Hit", "Library", "Query", "StoryCard", "Version"]
