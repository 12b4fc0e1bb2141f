"""Where something of a story is on its page. In a large story not every word has a place of its own: then its paragraph has."""

from twosource.model import Place
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.ranking import LISTED, listed
from twosource.text.story_index import Member


def drawn(index: Index, member: Member) -> bool:
    """Whether a statement or figure is marked in its article: in a large story only what the list of claims shows, or what somebody doubts."""
    if len(index.articles) <= LISTED or member.marks:
        return True
    point = index.point_of.get(member.id)
    return point is not None and point.id in listed(index)


def place_of(index: Index, member: Member) -> str:
    """The place of a statement's or figure's own words, or of the paragraph that holds them."""
    if drawn(index, member):
        return anchor("m", member.id)
    return paragraph_at(index, Place(article=member.article, start=member.start, end=member.end))


def paragraph_at(index: Index, place: Place) -> str:
    """The place of the paragraph that holds the beginning of another place; of the article, where none does."""
    for row, block in enumerate(index.blocks(place.article)):
        if block.start <= place.start < block.end:
            return anchor("b", place.article, str(row))
    return anchor("a", place.article)
