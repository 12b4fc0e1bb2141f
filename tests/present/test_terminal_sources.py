"""What each source says, at a terminal."""

from dataclasses import replace

from present.sample import sample
from twosource.model import Story
from twosource.present.terminal_sources import render_sources


def test_a_source_is_shown_with_its_articles_and_what_it_says() -> None:
    story = sample()
    said = next(one for one in story.statements if one.source and one.kind == "quotation")
    source = next(one for one in story.sources if one.id == said.source)
    article = next(one for one in story.articles if one.id == said.article)
    shown = " ".join(render_sources([story], called=source.name, width=200).split())
    assert source.name in shown
    assert article.outlet in shown
    assert " ".join(said.content[0].of(article.text).split())[:40] in shown


def test_other_names_stand_with_the_reason_why_they_are_one_and_the_body_that_is_spoken_for() -> None:
    story = sample()
    name = next(one.source for one in story.statements if one.source)
    joined = tuple(
        replace(
            one,
            names=(one.name, "Old Salt"),
            join_reason="the alias file says so",
            speaks_for="Harbour Board",
            voice="s9",
        )
        if one.id == name
        else one
        for one in story.sources
    )
    shown = " ".join(render_sources([replace(story, sources=joined)], called="old salt", width=200).split())
    assert "also called Old Salt" in shown
    assert "the alias file says so" in shown
    assert "speaks for Harbour Board, and is counted as the same voice" in shown


def test_nobody_of_that_name_and_no_stories_are_said_so() -> None:
    assert "No source is called “nobody at all”." in render_sources([sample()], called="Nobody at all")
    assert render_sources([]) == "No stories.\n"
    assert "Nobody is named as a source." in render_sources([Story(title="", version="0")])


def test_words_that_stand_in_a_longer_statement_of_one_source_are_told_once() -> None:
    story = sample()
    whole = next(one for one in story.statements if one.source and one.said and len(one.content) == 1)
    first = whole.content[0]
    name = next(one.name for one in story.sources if one.id == whole.source)
    part = replace(whole, id="s-part", content=(replace(first, start=first.end - 9),), kind="quotation")
    before = render_sources([story], called=name, width=200)
    assert render_sources([replace(story, statements=(*story.statements, part))], called=name, width=200) == before
