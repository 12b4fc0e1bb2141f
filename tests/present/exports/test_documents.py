"""Markdown and HTML to paste: what an article says stays text, whatever signs are in it."""

import pytest
from lxml import html
from markdown_it import MarkdownIt

from present.exports.addressed import addressed
from present.hostile import hostile
from twosource.present.exports.documents import to_markdown, to_paste

SIGNS = [
    "*a* _b_ `c`",
    "# head",
    "- item",
    "1. item",
    "3) item",
    "<script>alert(1)</script>",
    "[x](y)",
    "a | b",
    "&lt; &",
    "> quote",
]


def shown(markdown: str) -> html.HtmlElement:
    return html.fromstring(MarkdownIt().render(markdown))


def words_of(page: html.HtmlElement, tag: str) -> list[str]:
    return [str(one.text_content()) for one in page.iter(tag)]


def test_markdown_says_who_says_what_in_headings_and_lists() -> None:
    page = shown(to_markdown([addressed()]))
    assert words_of(page, "h1")[0] == addressed().title
    sections = words_of(page, "h2")
    assert sections[:3] == ["To check", "Where accounts exclude each other", "Who says what"]
    lines = [" ".join(line.split()) for line in words_of(page, "li")]
    assert "Harrow Wire: “at least 6” passengers missing (the coastguard)" in lines
    assert next(one.get("href") for one in page.iter("a")) == "https://wire.example/a?b=1&c=2_3"


@pytest.mark.parametrize("words", SIGNS)
def test_what_an_article_says_is_never_read_as_markdown(words: str) -> None:
    page = shown(to_markdown([hostile(words)]))
    assert words_of(page, "h1")[0] == words
    assert not page.xpath("//script | //em | //code | //table | //blockquote | //ol | //li//a")


@pytest.mark.parametrize("words", SIGNS)
def test_what_is_pasted_has_no_styles_no_scripts_and_the_words_as_they_are(words: str) -> None:
    page = html.fromstring(to_paste([hostile(words)]))
    assert words_of(page, "h1")[0] == words
    assert {one.tag for one in page.iter()} <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "b",
        "a",
    }
    assert not page.xpath("//@style | //@onclick | //@class")


def test_the_report_gives_no_verdict_and_says_so() -> None:
    assert "never what is true" in to_markdown([addressed()])


def test_no_stories_are_no_report() -> None:
    assert to_markdown([]) == ""
