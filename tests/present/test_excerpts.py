import re
from dataclasses import replace

from lxml import html

from present.crowd import crowd
from present.sample import sample
from twosource.model import Gap, Span, Story
from twosource.present.evidence import sentence_at
from twosource.present.excerpts import excerpted, is_excerpted
from twosource.present.page import render
from twosource.present.records import to_json, to_jsonl
from twosource.present.sharing import file_name, shareable
from twosource.present.terminal import render as as_text


def _sentences(story: Story) -> set[str]:
    found: set[str] = set()
    for article in story.articles:
        for block in article.blocks:
            at = block.start
            while at < block.end:
                span = sentence_at(article, at, at + 1)
                found.add(" ".join(span.of(article.text).split()))
                at = max(span.end + 1, at + 1)
    return {one for one in found if len(one.split()) > 5}


def test_a_page_of_excerpts_holds_no_sentence_but_those_it_shows_as_evidence() -> None:
    story = crowd(11)
    short = excerpted(story)
    kept = " ".join(" ".join(article.text.split()) for article in short.articles)
    gone = {sentence for sentence in _sentences(story) if sentence not in kept}
    assert gone
    shown = " ".join(str(html.document_fromstring(render([short])).xpath("string()")).split())
    assert [sentence for sentence in gone if sentence in shown] == []
    assert [sentence for sentence in gone if sentence in to_json([short])] == []
    assert is_excerpted(short)
    assert not is_excerpted(story)


def test_every_place_in_excerpts_holds_the_words_it_held() -> None:
    story = sample()
    short = excerpted(story)
    texts = {article.id: article.text for article in story.articles}
    cut = {article.id: article.text for article in short.articles}
    said = {one.id: one.content for one in story.statements}
    numbers = {one.id: one.span for one in story.figures}
    assert short.figures
    for one in short.statements:
        told = [span.of(cut[one.article]) for span in one.content]
        assert told == [span.of(texts[one.article]) for span in said[one.id]]
    for figure in short.figures:
        assert figure.span.of(cut[figure.article]) == numbers[figure.id].of(texts[figure.article])


def test_what_one_article_says_alone_is_left_out_and_marked_as_left_out() -> None:
    short = excerpted(sample())
    texts = " ".join(article.text for article in short.articles)
    assert "until the tide turns" not in texts
    assert "the steering had failed" in texts


def test_an_empty_story_stays_empty() -> None:
    assert excerpted(Story(title="", version="0")).articles == ()


def test_no_folder_of_the_maker_s_machine_is_in_any_output() -> None:
    story = sample()
    paths = ("/home/ada/secret desk/in/wire.html", "../desk/bell.txt", r"C:\Users\ada\courier.txt")
    articles = tuple(replace(one, path=path) for one, path in zip(story.articles, paths, strict=True))
    gap = Gap(
        code="G102",
        where="/home/ada/secret desk/empty.txt",
        detail="/home/ada/secret desk/empty.txt holds nothing, like /var/ada/x.txt",
    )
    local = replace(story, articles=articles, gaps=(gap,))
    for made in (render([local]), to_json([local]), to_jsonl([local]), as_text([local], width=100, color=False)):
        assert not re.search(r"/home|secret desk|ada[/\\]|Users|\.\./desk|/var", made)
        assert "empty.txt" in made


def test_addresses_and_texts_are_left_as_they_are() -> None:
    story = sample()
    address = "https://a.example/home/ada/in.html"
    articles = (replace(story.articles[0], url=address, path=address), *story.articles[1:])
    told = shareable(replace(story, articles=articles))
    assert told.articles[0].path == address
    assert told.articles[0].text == story.articles[0].text
    assert file_name("in.html") == "in.html"


def test_an_article_cut_to_nothing_but_its_headline_has_only_that() -> None:
    story = sample()
    bare = replace(story, points=(), conflicts=(), checks=())
    assert [article.text for article in excerpted(bare).articles] == [article.headline for article in story.articles]
    assert Span(start=0, end=3).of(excerpted(bare).articles[0].text) == "Fer"
