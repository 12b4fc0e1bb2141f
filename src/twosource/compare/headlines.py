"""What an article's headline or a caption tells otherwise than its text: "bridge closed" above, "remained open" below."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from twosource.compare.between import conflict
from twosource.compare.points.deeds import exclude, may_befall_one, of_the_same
from twosource.compare.points.pair import names_of
from twosource.model import Conflict, Happening
from twosource.text.reasons import Reason
from twosource.text.story_index import StoryIndex

_WHOLE: Final = 3
"""Paragraphs in which a text tells what its headline tells; further down it tells of what was before."""


def headline_conflicts(index: StoryIndex) -> Iterator[Conflict | None]:
    """Deeds of a headline or caption that did not happen by the opening, or whose opposite did, where the text does not tell both.

    Members are the statements that tell the deeds: a headline without a finite verb is none. Hours and streets are left
    alone: in some three hundred stories none stood so.
    """
    for article in sorted(index.articles):
        every = index.happenings_of(article)
        text = [event for event in every if index.block(article, event.start) == "paragraph"]
        opening = [event for event in text if event.start < index.lead_end(article, _WHOLE)]
        above = [event for event in every if index.account(article, event.start)[1]]
        yield from (_conflict(one, other, text, index) for one, other in product(above, opening))


def _conflict(one: Happening, other: Happening, text: list[Happening], index: StoryIndex) -> Conflict | None:
    if not exclude(one, other) or not of_the_same(one, other, index):
        return None
    names, article = names_of(one, other, index), index.articles[one.article]
    words = [" ".join(event.clause.of(article.text).split()).strip(" ,;") for event in (one, other)]
    short, full = sorted((each.casefold() for each in words), key=len)
    if short in full or any(exclude(other, event) and may_befall_one(other, event, index) for event in text):
        return None
    told = Reason("points.has_words", first=names[0], one=words[0], second=names[1], other=words[1])
    members = (index.statement_at(article.id, event.start) for event in (one, other))
    return conflict("polarity", told, members, index)
