"""What is contested as cards: two articles of different sides are one click away."""

from dataclasses import replace

from present.sample import sample
from twosource.model import Mark
from twosource.present.anchors import anchor
from twosource.present.index import Index
from twosource.present.page.contest_cards import cards


def test_two_articles_are_offered_also_where_the_first_of_both_sides_is_one_and_the_same() -> None:
    story = sample()
    agency, reprint = story.articles[:2]
    first = next(one for one in story.statements if one.id in story.points[1].statements and one.article == agency.id)
    back = Mark(kind="corrected", by=None, start=first.start, end=first.start + 5, reason="invented")
    statements = tuple(replace(one, marks=(back,)) if one is first else one for one in story.statements)
    made = cards(Index(replace(story, statements=statements)))
    card = next(one for one in made if one.kind == "retraction")
    assert card.articles == (anchor("a", agency.id), anchor("a", reprint.id))


def test_what_stands_in_one_article_only_offers_none() -> None:
    story = sample()
    local = story.articles[2]
    own = tuple(one for one in story.statements if one.article == local.id)
    made = cards(Index(replace(story, articles=(local,), statements=own, figures=(), conflicts=())))
    assert made
    assert all(card.articles == () for card in made)


def test_a_line_has_no_topic_beside_the_words_of_the_only_account() -> None:
    story = sample()
    denied = next(one for one in story.statements if any(mark.kind == "denied" for mark in one.marks))
    point = next(one for one in story.points if denied.id in one.statements)
    clash = replace(story.conflicts[0], kind="polarity", point=point.id, members=point.statements)
    made = cards(Index(replace(story, conflicts=(clash, *story.conflicts))))
    topics = {card.row: card.topic for card in made if card.kind == "conflict"}
    assert topics[anchor("q", point.id)] == ""
