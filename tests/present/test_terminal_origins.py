"""Articles, the texts they go back to, and on whose word, at a terminal."""

from dataclasses import replace
from itertools import pairwise

import pytest

from present.sample import sample
from twosource.model import Origin, Passage, Place, Story
from twosource.present.index import Index
from twosource.present.lead import lead
from twosource.present.terminal_origins import render_origins


def released(story: Story, *outlets: str, rejected: bool = False) -> Story:
    """The story with the first nine words of its articles as one release, of each two of these outlets in a row."""
    places = [
        Place(article=one.id, start=0, end=len("Ferry aground"))
        for name in outlets
        for one in story.articles
        if one.outlet == name
    ]
    found = tuple(
        Passage(
            id=f"r{row}",
            spans=(one, other),
            words=9 + row,
            ratio=1.0,
            kind="release",
            reason="may be",
            rejected=rejected,
        )
        for row, (one, other) in enumerate(pairwise(places))
    )
    return replace(story, passages=(*story.passages, *found))


def test_the_chain_from_articles_over_origins_to_sources_is_told_first() -> None:
    shown = render_origins([sample()]).splitlines()
    assert shown[1] == "Three articles → two origins → five sources"


def test_each_shared_text_is_shown_with_who_carries_it_and_the_reason() -> None:
    story = sample()
    shared = next(origin for origin in story.origins if len(origin.articles) > 1)
    shown = " ".join(render_origins([story]).split())
    assert "A Harrow Wire" in shown
    assert " ".join(shared.reason.split()) in shown


def test_a_statement_from_one_text_stands_apart_from_origins_of_articles() -> None:
    story = sample()
    point = story.points[0]
    ids = tuple(article.id for article in story.articles[:2])
    borrowed = Origin(id="o9", articles=ids, reason="they have it in the same 23 words", point=point.id)
    shown = render_origins([replace(story, origins=(*story.origins, borrowed))])
    assert "ONE TEXT FOR ONE STATEMENT" in shown
    assert "they have it in the same 23 words" in shown
    assert "ONE TEXT FOR ONE STATEMENT" not in render_origins([story])


def test_no_line_calls_anything_independent() -> None:
    assert "independent" not in render_origins([sample()])


def test_no_stories_and_a_story_of_nothing_are_said_so() -> None:
    assert render_origins([]) == "No stories.\n"
    assert "No articles → no origins → no sources" in render_origins([Story(title="", version="0")])


def test_what_ties_each_of_many_copies_stands_on_a_line_of_its_own() -> None:
    story = sample()
    origin = replace(
        story.origins[0], articles=tuple(one.id for one in story.articles), ties=("a with b: why", "c with b: why too")
    )
    shown = [line.strip() for line in render_origins([replace(story, origins=(origin,))]).splitlines()]
    assert shown.index("c with b: why too") == shown.index("a with b: why") + 1


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        (("The Sound Courier", "Harrow Wire"), "both print 9 words of what may be one statement"),
        (("Evening Bell", "The Sound Courier", "Harrow Wire"), "print up to 10 words of what may be one statement"),
    ],
)
def test_what_may_be_one_statements_words_is_told_to_be_counted_apart(outlets: tuple[str, ...], words: str) -> None:
    story = released(sample(), *outlets)
    shown = " ".join(render_origins([story]).split())
    assert words in " ".join(lead(Index(story)))
    assert words in shown
    assert "COUNTED APART The Sound Courier and Harrow Wire" in shown or "COUNTED APART Evening Bell" in shown


@pytest.mark.parametrize(
    ("outlets", "rejected"), [(("Evening Bell", "Harrow Wire"), False), (("The Sound Courier", "Harrow Wire"), True)]
)
def test_nothing_is_set_aside_inside_one_origin_nor_where_the_wording_was_refused(
    outlets: tuple[str, ...], *, rejected: bool
) -> None:
    story = released(sample(), *outlets, rejected=rejected)
    assert "one statement" not in " ".join(lead(Index(story)))
    assert "COUNTED APART" not in render_origins([story])


@pytest.mark.parametrize(
    ("outlets", "told"), [(("The Sound Courier", "Harrow Wire"), False), (("Evening Bell", "Harrow Wire"), True)]
)
def test_a_claim_of_one_text_is_told_once_where_its_words_were_told_to_be_counted_apart(
    outlets: tuple[str, ...], *, told: bool
) -> None:
    story = released(sample(), "The Sound Courier", "Harrow Wire")
    articles = tuple(one.id for one in story.articles if one.outlet in outlets)
    of_one_text = replace(story.origins[0], id="o9", point=story.points[0].id, articles=articles)
    shown = " ".join(lead(Index(replace(story, origins=(*story.origins, of_one_text)))))
    assert ("one claim from one text" in shown) is told
    assert "as a whole" in shown
