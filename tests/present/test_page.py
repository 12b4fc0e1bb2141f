import re
from dataclasses import replace
from html import unescape
from typing import Any, cast
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from present.crowd import crowd
from present.hostile import hostile
from present.sample import ranged, sample
from twosource.model import Story
from twosource.present.page import render
from twosource.present.page.weave import Layer, weave
from twosource.present.pictures.drawing import origins_svg

NASTY = (
    '</script><script>alert(1)</script><img src="http://elsewhere.invalid/x.png" onerror=alert(2)>{{ 7*7 }}"\' &amp;'
)


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(render([sample()]))


def test_every_block_of_every_article_is_shown_character_by_character(page: html.HtmlElement) -> None:
    assert _blocks(page) == [block.span.of(one.text) for one in sample().articles for block in one.blocks]


def _found(page: html.HtmlElement, path: str) -> list[Any]:
    return cast("list[Any]", page.xpath(path))


def _blocks(page: html.HtmlElement) -> list[str]:
    return [block.text_content() for block in _found(page, '//div[@class="text"]//p[not(@class)]')]


def test_every_link_leads_to_a_place_on_the_page_and_ids_are_unique(page: html.HtmlElement) -> None:
    names = _found(page, "//@id")
    assert len(names) == len(set(names))
    links = {link[1:] for link in _found(page, "//@href") if link.startswith("#")}
    assert links <= set(names)


def test_the_link_of_a_cell_leads_to_the_very_words(page: html.HtmlElement) -> None:
    link = _found(page, '//td[@data-outlet="The Sound Courier"]//a[contains(., "whole deck")]/@href')[0]
    target = page.get_element_by_id(link[1:])
    assert target.text_content() == "The lights went out, and then the whole deck was on its side."


def test_a_range_at_the_head_has_its_reason_and_leads_to_the_figures_behind_it() -> None:
    made = html.fromstring(render([ranged()]))
    (row,) = _found(made, "//ul[@class='counted']/li")
    assert "5–6" in row.text_content()
    assert "The least: “5” in The Sound Courier." in row.text_content()
    links = {link.get("href")[1:] for link in row.xpath(".//a")}
    assert links
    assert links <= {place.get("id") for place in _found(made, "//*[@id]")}


def test_a_range_that_is_not_safe_is_left_out() -> None:
    made = html.fromstring(render([ranged(low=None, high=None, reason="No range is given: too far apart.")]))
    assert _found(made, "//ul[@class='counted']") == []


def test_every_part_is_there(page: html.HtmlElement) -> None:
    heads = [" ".join(head.text_content().split()) for head in _found(page, "//h2")]
    for part in (
        "What is contested",
        "Who stands behind it",
        "Check first",
        "Contested, word for word",
        "To check",
        "Who says what",
        "Figures that differ",
        "In whose words",
        "Who took it from whom",
        "Timeline",
        "Sources",
        "The articles",
        "Gaps",
    ):
        assert any(head.startswith(part) for head in heads), part


def test_cells_say_in_words_what_sets_them_apart(page: html.HtmlElement) -> None:
    signs = [sign.text_content().strip() for sign in _found(page, '//td//*[contains(@class, "sign ")]')]
    assert {"other figure", "other speaker", "other words", "not verified", "denied by the shipping line"} <= set(signs)


def test_residue_and_repeats_are_shown_with_their_label(page: html.HtmlElement) -> None:
    labels = [label.text_content() for label in _found(page, '//*[contains(@class, "muted")]/span[@class="kind"]')]
    assert labels == ["not the article", "caption, repeated"]


def test_points_of_one_article_are_folded_away_but_there(page: html.HtmlElement) -> None:
    assert "We will search until the tide turns," in _found(page, '//details[@class="fold"]')[0].text_content()


def test_the_page_may_load_nothing() -> None:
    written = unquote(render([sample()]))
    assert "default-src 'none'" in unescape(written)
    assert not re.search(r"""(?:src|href)=["'](?!#|data:image/svg)""", written)
    assert "style=" not in written
    assert "@import" not in written
    assert "url(" not in written.replace("url(#", "")


def test_every_name_in_an_article_is_led_to(page: html.HtmlElement) -> None:
    led = {str(href)[1:] for href in _found(page, "//@href")}
    beside = {name for names in _found(page, "//@data-with") for name in str(names).split()}
    named = {str(name) for name in _found(page, '//*[@class="text"]//@id')}
    assert named
    assert named <= led | beside


def test_an_account_tells_a_reason_only_where_neither_its_claim_nor_its_place_does() -> None:
    made = html.document_fromstring(re.sub("</?noscript>", "", render([crowd(11)])))
    signs = _found(made, '//ul[@class="accounts"]//*[contains(@class, "sign ")]')
    assert any(sign.get("href") for sign in signs)
    for sign in signs:
        listed = [why.text_content() for why in sign.xpath('ancestor::li[contains(@class, "claim")]//*[@class="why"]')]
        assert sign.get("title") is None or not any(sign.get("title") in one for one in listed)
        assert sign.get("title") or sign.get("href") or listed
        led_to = str(sign.get("href", ""))[1:]
        assert all(place.get("title") for place in _found(made, f'//*[@id="{led_to}"]'))


def test_what_somebody_only_plans_is_on_nobodys_word() -> None:
    story = sample()
    sailing = next(one for one in story.statements if one.kind == "paraphrase" and one.source)
    statements = [replace(one, attitude="plan") if one.id == sailing.id else one for one in story.statements]
    planned = _found(
        html.fromstring(render([replace(story, statements=tuple(statements))])), "//*[contains(@class, 'at')]/@title"
    )
    assert any("in nobody's words" in title for title in planned)
    assert not any("on the word of" in title for title in planned if "nobody's words" in title)


def test_the_saved_picture_is_the_drawn_one_without_what_shows_on_hover(page: html.HtmlElement) -> None:
    address = str(_found(page, '//a[@class="save"]/@href')[0])
    saved = unquote(address.removeprefix("data:image/svg+xml,"))
    drawn = origins_svg(sample())
    assert "<title>" in drawn
    assert "<title>" not in saved
    told = [[str(one.text) for one in html.fromstring(each).iter("text") if one.text] for each in (saved, drawn)]
    assert told[0] == told[1]


def test_nothing_from_an_article_is_markup() -> None:
    page = html.document_fromstring(render([hostile(NASTY)]))
    assert len(_found(page, "//script")) == 1
    assert _found(page, "//img") == []
    assert _found(page, "//*[@onerror]") == []
    assert set(_blocks(page)) == {NASTY}


@given(st.text(max_size=40))
@settings(max_examples=30, deadline=None)
def test_odd_text_never_breaks_it(words: str) -> None:
    assert render([hostile(words)]).rstrip().endswith("</html>")


def test_a_page_of_no_story_of_an_empty_story_and_of_two() -> None:
    assert "There was nothing to show" in render([])
    assert "Untitled story" in render([Story(title="", version="0")])
    both = html.document_fromstring(render([sample(), hostile("other words")]))
    assert len(_found(both, '//nav[@class="stories"]//li')) == 2
    names = _found(both, "//@id")
    assert len(names) == len(set(names))


def test_ids_that_the_story_does_not_hold_are_passed_over() -> None:
    story = sample()
    assert render([replace(story, statements=(), sources=(), figures=())])
    assert render([replace(story, articles=story.articles[:1])])


def test_the_same_story_gives_the_same_page() -> None:
    assert render([sample()]) == render([sample()])


@given(
    st.text(alphabet="ab <&", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12),
)
def test_layers_that_cross_each_other_leave_the_text_as_it_is(text: str, ranges: list[tuple[int, int]]) -> None:
    layers = [
        Layer(start=min(pair), end=max(pair), rank=rank, kind="k", place=f"p{rank}", label="x", note="1", link="q")
        for rank, pair in enumerate(ranges)
    ]
    woven = html.fragment_fromstring(f"<div>{weave(text, 0, len(text), layers)}</div>")
    assert woven.text_content() == text
    assert len(_found(woven, "//@id")) == len(set(_found(woven, "//@id")))


def test_a_layer_that_is_cut_keeps_its_place_on_its_first_piece() -> None:
    layers = [
        Layer(start=0, end=4, rank=0, kind="one", place="a"),
        Layer(start=2, end=6, rank=0, kind="two", place="b"),
    ]
    woven = str(weave("abcdef", 0, 6, layers))
    assert (
        woven
        == '<span class="one" id="a">ab<span class="two" id="b">cd</span></span><span class="two" data-of="b">ef</span>'
    )


def test_seventeen_differences_of_a_kind_are_told_as_three_and_how_many_more() -> None:
    story = sample()
    point = next(one for one in story.points if one.differences)
    kind = point.differences[0].kind
    many = tuple(replace(point.differences[0], detail=f"the {number}th way") for number in range(17))
    points = tuple(replace(one, differences=many) if one is point else one for one in story.points)
    page = render([replace(story, points=points, conflicts=())])
    shown = {number for number in range(17) if f"the {number}th way<" in page}
    assert shown == {0, 1, 2}, kind
    assert "and 14 more of this kind" in page
