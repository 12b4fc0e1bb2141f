from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from present.hostile import hostile
from present.sample import ranged, sample
from twosource.model import Findings, Story
from twosource.present.terminal import render
from twosource.present.terminal_article import render_article


def test_what_is_contested_and_to_check_stands_above_the_claims() -> None:
    shown = render([sample()], width=100, color=False)
    assert shown.index("CONTESTED") < shown.index("TO CHECK") < shown.index("WHO SAYS WHAT") < shown.index("ARTICLES")


def test_what_the_articles_together_count_stands_above_what_to_check_with_who_gives_the_ends() -> None:
    shown = render([ranged()], width=100, color=False)
    assert shown.index("COUNTED") < shown.index("TO CHECK")
    assert "5–6 or more rescued" in shown
    assert "The least: “5” in The Sound Courier." in shown


def test_a_range_that_is_not_safe_is_left_out() -> None:
    shown = render([ranged(low=None, high=None, reason="No range is given: too far apart.")], width=100, color=False)
    assert "COUNTED" not in shown


def test_a_range_whose_end_is_only_bounded_from_below_is_open() -> None:
    story = sample()
    at_least = story.figures[0]
    shown = render([ranged(low=at_least.low, high=at_least.high, figures=(at_least.id,))], width=100, color=False)
    assert "6 or more rescued" in " ".join(shown.split())
    both = tuple(figure.id for figure in story.figures if figure.high == at_least.high)
    shown = render([ranged(low=at_least.low, high=at_least.high, figures=both)], width=100, color=False)
    assert "6 rescued" in " ".join(shown.split())


def test_what_articles_put_first_goes_before_all_else_that_they_give() -> None:
    shown = " ".join(render([ranged(measure="missing", low=5, high=9)], width=100, color=False).split())
    assert "6 or more missing (5–9 with all that they give)" in shown


def test_a_story_without_ranges_has_no_such_head() -> None:
    assert "COUNTED" not in render([sample()], width=100, color=False)


def test_the_head_names_who_carries_whose_copy_and_never_says_independent() -> None:
    shown = " ".join(render([sample()], width=100, color=False).split())
    assert "Evening Bell carries copy that goes back to Harrow Wire." in shown
    assert "No shared origin was found for The Sound Courier." in shown
    assert "independent" not in shown


def test_every_member_of_a_point_stands_with_its_words_and_its_source() -> None:
    shown = " ".join(render([sample()], width=120, color=False).split())
    assert "Harrow Wire at least 6 passengers — the coastguard" in shown
    assert "Evening Bell 6 passengers — no source named" in shown
    assert "“The lights went out, and then the whole deck was on its side.” — Petra Vance" in shown


def test_marks_name_their_holder() -> None:
    shown = " ".join(render([sample()], width=120, color=False).split())
    assert "[denied by the shipping line]" in shown
    assert "[not verified]" in shown


def test_gaps_are_told() -> None:
    assert "neither the page nor its text gives a date" in render([sample()], width=100, color=False)


def test_without_color_there_is_no_escape_code_and_with_color_the_words_are_the_same() -> None:
    plain = render([sample()], width=90, color=False)
    assert "\x1b" not in plain
    assert "\x1b[" in render([sample()], width=90, color=True)


def test_no_line_is_wider_than_asked() -> None:
    assert max(map(len, render([sample()], width=60, color=False).splitlines())) <= 60


def test_an_article_cannot_give_orders_to_the_terminal() -> None:
    shown = render([hostile("\x1b]0;pwned\x07 [bold]not markup[/bold] \u202eabc")], width=80, color=True)
    assert "\x1b]" not in shown
    assert "\u202e" not in shown
    assert "[bold]not markup[/bold]" in " ".join(shown.split())


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_odd_text_never_breaks_it(words: str) -> None:
    assert render([hostile(words)], width=72, color=False).endswith("\n")


def test_no_stories_and_a_story_without_anything_are_said() -> None:
    assert render([], width=80, color=False) == "No stories.\n"
    assert "Untitled story" in render([Story(title="", version="0")], width=80, color=False)


def test_ids_that_the_story_does_not_hold_are_passed_over() -> None:
    story = sample()
    assert render([replace(story, statements=(), sources=())], width=80, color=False)
    assert render([replace(story, articles=())], width=80, color=False)


def test_one_article_is_shown_block_by_block_with_findings_in_place() -> None:
    story = sample()
    article = story.articles[1]
    findings = Findings(
        article=article,
        sources=story.sources,
        statements=tuple(one for one in story.statements if one.article == article.id),
        figures=tuple(one for one in story.figures if one.article == article.id),
    )
    shown = " ".join(render_article(findings, width=100, color=False).split())
    assert "residue a player's label Listen to this article" in shown
    assert "caption, repeats block" in shown
    assert "quotation: The lights went and then we were on our side, source: a rescuer" in shown
    assert "figure: “6” = 6 · passengers · missing" in shown
