"""Atom: a feed reader takes it."""

from dataclasses import replace

import feedparser

from present.exports.addressed import addressed
from present.hostile import hostile
from twosource.model import Story
from twosource.present.exports.feed import to_atom


def parsed(*stories: Story) -> feedparser.FeedParserDict:
    found = feedparser.parse(to_atom(stories).encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_a_story_is_an_entry_with_outlets_links_and_a_report() -> None:
    (entry,) = parsed(addressed()).entries
    assert entry.title == addressed().title
    assert entry.summary == "Harrow Wire, Evening Bell and The Sound Courier."
    assert [link.href for link in entry.links] == [
        "https://wire.example/a?b=1&c=2_3",
        "https://bell.example/six-missing",
    ]
    assert "<h2>To check</h2>" in entry.content[0].value


def test_the_newest_story_is_first_and_dates_the_feed() -> None:
    older = replace(addressed(), title="Older", articles=(replace(addressed().articles[1], published="2030-01-01"),))
    found = parsed(older, addressed())
    assert [entry.title for entry in found.entries] == [addressed().title, "Older"]
    assert found.feed.updated == found.entries[0].updated


def test_an_entry_stays_the_same_when_a_later_article_joins() -> None:
    alone = replace(addressed(), articles=addressed().articles[:1])
    assert parsed(alone).entries[0].id == parsed(addressed()).entries[0].id


def test_signs_that_xml_cannot_hold_are_left_out_and_no_story_is_an_empty_feed() -> None:
    assert parsed(hostile("\x00\x0bnasty <b> & \ud800")).entries[0].title.startswith("nasty")
    assert parsed().entries == []


def test_the_summary_tells_what_the_last_day_brought() -> None:
    story = addressed()
    later = replace(story.articles[-1], published="2031-05-15T09:00", updated=None, dated_by="stated")
    (entry,) = parsed(replace(story, articles=(*story.articles[:-1], later))).entries
    assert "Since 13 May 2031" in entry.summary
    assert f"One new article ({later.outlet})" in entry.summary
