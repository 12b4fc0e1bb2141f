"""The list, the search, a story's page and its files."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from present.hostile import hostile
from present.sample import sample
from twosource.model import Story
from twosource.present.formats import FORMATS
from twosource.settings import Settings
from web.served import served

NASTY = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'<b>bold</b> \u202egnip\u2066"


def test_a_story_in_the_list_has_names_before_counts(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        page = browser.get("/").text
        assert "Ferry aground in Kettle Sound, at least 6 missing" in page
        assert page.index("Harrow Wire, Evening Bell and The Sound Courier") < page.index(
            "Three articles from three outlets"
        )
        assert "13 May 2031, 05:40 – 07:15" in page


def test_the_newest_story_is_first(tmp_path: Path) -> None:
    older = replace(sample(), title="An older one", articles=(replace(sample().articles[0], published="2030-01-01"),))
    with served(tmp_path, older, sample()) as browser:
        page = browser.get("/").text
        assert page.index("Kettle Sound") < page.index("An older one")


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    with served(tmp_path / "new") as browser:
        assert "There is no story here yet" in browser.get("/").text
        assert (tmp_path / "new").is_dir()


def test_files_that_are_no_stories_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"format": "something"}', encoding="utf-8")
    (tmp_path / "list.json").write_text("[1, 2]", encoding="utf-8")
    (tmp_path / "broken.json").write_bytes(b"\xff{")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    with served(tmp_path, sample()) as browser:
        assert len(browser.ids()) == 1


def test_a_pipe_or_an_endless_file_in_the_folder_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    settings = Settings(web_story_bytes=100_000)
    (tmp_path / "large.json").write_text(sample().to_json() + " " * 100_000, encoding="utf-8")
    with served(tmp_path, sample(), settings=settings) as browser:
        assert len(browser.ids()) == 1


def test_a_file_of_several_stories_is_several(tmp_path: Path) -> None:
    both = [json.loads(sample().to_json()), json.loads(replace(sample(), title="The other").to_json())]
    (tmp_path / "two.json").write_text(json.dumps(both), encoding="utf-8")
    with served(tmp_path) as browser:
        assert len(set(browser.ids())) == 2
        assert {browser.get(f"/stories/{name}").status_code for name in browser.ids()} == {200}


def test_a_story_has_the_page_of_the_file_and_a_bar(tmp_path: Path) -> None:
    from twosource.present.page import render  # noqa: PLC0415 - only here

    with served(tmp_path, sample()) as browser:
        page = browser.get(f"/stories/{browser.ids()[0]}").text
        body = render([sample()]).partition('<main id="content">')[2]
        assert body in page
        assert "Correct by hand" in page
        assert "http-equiv" not in page  # the header says what the page may do


def test_everything_that_an_article_could_say_is_shown_as_text_on_every_page(tmp_path: Path) -> None:
    with served(tmp_path, hostile(NASTY)) as browser:
        name = browser.ids()[0]
        for path in (
            "/",
            f"/stories/{name}",
            f"/stories/{name}/correct",
            "/new",
            "/search?q=bold",
            "/search?q=%3Cimg%20src%3E",
        ):
            page = browser.get(path).text
            assert "<img" not in page
            assert "<b>bold" not in page
            assert "<script>alert" not in page
        assert "[U+202E]" in browser.get("/").text
        assert "\u202e" not in browser.get("/").text


def test_the_search_shows_the_words_where_they_stand(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        page = browser.get("/search?q=LIGHTS+went").text
        assert "<mark>lights went</mark>" in page
        assert f"/stories/{browser.ids()[0]}" in page


@pytest.mark.parametrize("words", ["zeppelin", "lights zeppelin", "<script>", "   ", "\u202e", "%00", "*" * 300])
def test_a_search_that_finds_nothing_says_so(tmp_path: Path, words: str) -> None:
    with served(tmp_path, sample()) as browser:
        answer = browser.client.get("/search", params={"q": words})
        assert answer.status_code == 200
        assert "<mark>" not in answer.text


def test_every_form_can_be_downloaded_under_a_name_that_ends_as_its_files_do(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        way = f"/stories/{browser.ids()[0]}"
        page = browser.get(way).text
        for name, form in FORMATS.items():
            answer = browser.get(f"{way}/download/{name}")
            assert f'href="{way}/download/{name}"' in page
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith(form.media.partition(";")[0])
            assert answer.headers["content-disposition"].endswith(f'{form.suffixes[0]}"')
            assert answer.content == form.make([Story.from_json(sample().to_json())])


def test_every_download_can_be_read_again(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        way = f"/stories/{browser.ids()[0]}/download"
        assert Story.from_json(browser.get(f"{way}/json").content) == sample()
        lines = [json.loads(line) for line in browser.get(f"{way}/jsonl").text.splitlines()]
        assert [line["record"] for line in lines[:2]] == ["story", "article"]
        assert browser.get(f"{way}/html").text.startswith("<!DOCTYPE html>")
        assert "Kettle Sound" in browser.get(f"{way}/text").text
        for name, suffix in (("html", "html"), ("json", "json"), ("jsonl", "jsonl"), ("text", "txt")):
            told = browser.get(f"{way}/{name}").headers["content-disposition"]
            assert told == f'attachment; filename="ferry-aground-in-kettle-sound-at-least-6-missing.{suffix}"'


def test_a_file_name_holds_nothing_of_a_nasty_title(tmp_path: Path) -> None:
    with served(tmp_path, hostile('a"\r\nSet-Cookie: b=c; ../../é')) as browser:
        answer = browser.get(f"/stories/{browser.ids()[0]}/download/json")
        assert answer.headers["content-disposition"] == 'attachment; filename="a-set-cookie-b-c-e.json"'
        assert "b" not in answer.cookies


@pytest.mark.parametrize(
    "path",
    [
        "/stories/../secret", "/stories/..%2fsecret", "/stories/%2e%2e%2fsecret.json", "/stories/secret", "/stories/secret.json",
        "/stories/story0", "/look/../app.py", "/look/..%2f..%2fapp.py", "/look/story.html", "/stories/%00", "/stories/x/download/py",
        "/stories//etc/passwd",
    ],
)  # fmt: skip
def test_a_way_out_of_the_folder_leads_nowhere(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.json").write_text(replace(sample(), title="A secret").to_json(), encoding="utf-8")
    (tmp_path / "stories").mkdir()
    with served(tmp_path / "stories", sample()) as browser:
        answer = browser.get(path)
        assert answer.status_code == 404
        assert "secret" not in answer.text.replace(path, "")


def test_a_story_that_was_compared_anew_is_shown_anew(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        name = browser.ids()[0]
        browser.get(f"/stories/{name}")
        (tmp_path / "story0.json").write_text(replace(sample(), title="Now another title").to_json(), encoding="utf-8")
        assert "Now another title" in browser.get(f"/stories/{name}").text
