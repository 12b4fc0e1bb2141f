"""The list sorted and cut down; stories merged, split, renamed, deleted and brought back."""

from dataclasses import replace
from pathlib import Path

from invented import article as make_article
from present.sample import sample
from twosource.model import Story
from web.served import FERRY, VOTE, served


def quiet(title: str = "A quiet story") -> Story:
    """A newer story of one article in which nothing is contested."""
    one = make_article("It rained.", outlet="a.example", headline=title, published="2032-01-01T08:00")
    return Story(title=title, articles=(one,), version="0")


def test_the_list_says_what_is_contested_in_the_words_of_the_page(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        page = browser.get("/").text
        assert "3 contested" in page
        assert "Three articles from three outlets" in page
        assert "two origins" in page
        assert "two origins" in browser.get(f"/stories/{browser.ids()[0]}").text


def test_the_list_is_sorted_and_cut_down_as_asked_without_scripts(tmp_path: Path) -> None:
    with served(tmp_path, sample(), quiet()) as browser:
        newest = browser.get("/").text
        assert newest.index("A quiet story") < newest.index("Kettle Sound")
        contested = browser.get("/?sort=contested").text
        assert contested.index("Kettle Sound") < contested.index("A quiet story")
        only = browser.get("/?only=contested").text
        assert "Kettle Sound" in only
        assert "A quiet story" not in only
        assert "No story is like that" in browser.get("/?only=news").text
        assert browser.get("/?sort=%3Cb%3E&only=%00").status_code == 200


def test_a_deleted_story_leaves_list_and_search_and_can_be_brought_back(tmp_path: Path) -> None:
    with served(tmp_path, sample(), quiet()) as browser:
        name = next(one for one in browser.ids() if "Kettle" in browser.get(f"/stories/{one}").text)
        before = sorted(path.name for path in tmp_path.glob("*.json"))
        assert browser.post(f"/stories/{name}/delete").status_code == 303
        assert name not in browser.ids()
        assert "<mark>" not in browser.get("/search?q=lights").text
        assert sorted(path.name for path in tmp_path.glob("*.json")) == before
        assert "Bring it back" in browser.get("/").text
        browser.post(f"/stories/{name}/restore")
        assert name in browser.ids()


def test_whether_a_story_shall_go_is_asked_first_and_said_what_that_does(tmp_path: Path) -> None:
    with served(tmp_path, sample(), quiet()) as browser:
        name = next(one for one in browser.ids() if "Kettle" in browser.get(f"/stories/{one}").text)
        assert f'href="/stories/{name}/delete"' in browser.get(f"/stories/{name}/correct").text
        asked = browser.get(f"/stories/{name}/delete").text
        assert "Delete it?" in asked
        assert "Three articles from three outlets" in asked
        assert "Its files stay in the folder" in asked
        assert name in browser.ids(), "asking takes nothing away"
        assert browser.get("/stories/nowhere/delete").status_code == 404


def test_nothing_is_deleted_without_the_token_of_our_own_form(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        name = browser.ids()[0]
        assert browser.post(f"/stories/{name}/delete", csrf="0" * 32).status_code == 403
        assert browser.ids() == [name]
        assert browser.post("/stories/nowhere/delete").status_code == 404


def test_two_stories_become_one_and_one_becomes_two_again(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        browser.finish(browser.post("/new", text=FERRY, outlet="The Velm Gull"))
        browser.finish(browser.post("/new", text=VOTE, outlet="Sandry Post"))
        ferry, vote = (
            next(one for one in browser.ids() if word in browser.get(f"/stories/{one}").text)
            for word in ("Ferry aground", "closes its airfield")
        )
        merged = browser.finish(browser.post(f"/stories/{vote}/merge", target=ferry))
        assert browser.ids() == [ferry]
        assert "Sandry Post" in merged.text
        assert "These articles look like two events" in merged.text
        browser.finish(browser.post(f"/stories/{ferry}/split"))
        assert len(browser.ids()) == 2


def test_merging_with_nothing_or_with_itself_is_refused(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        name = browser.ids()[0]
        assert browser.post(f"/stories/{name}/merge", target="").status_code == 400
        assert browser.post(f"/stories/{name}/merge", target=name).status_code == 400
        assert browser.post(f"/stories/{name}/merge", target="nowhere").status_code == 404


def test_a_new_title_stays_and_can_be_taken_back(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        browser.finish(browser.post("/new", text=FERRY, outlet="The Velm Gull"))
        (name,) = browser.ids()
        browser.finish(browser.post(f"/stories/{name}/correct/rename", title="The Velm ferry", why="shorter"))
        assert "The Velm ferry" in browser.get("/").text
        assert "The title is now" in browser.get(f"/stories/{name}/correct").text
        assert browser.post(f"/stories/{name}/correct/rename", title="  ").status_code == 400
        browser.finish(browser.post(f"/stories/{name}/undo"))
        assert "The Velm ferry" not in browser.get("/").text


def test_what_the_last_day_brought_is_told_with_the_figure_that_moved(tmp_path: Path) -> None:
    story = sample()
    later = replace(story.articles[2], published="2031-05-15T09:00", dated_by="stated")
    with served(tmp_path, replace(story, articles=(*story.articles[:2], later))) as browser:
        page = browser.get("/").text
        assert "One new article (The Sound Courier)" in page
        assert "missing: 6 → 9 (The Sound Courier)" in page
        assert "Since 13 May 2031, 07:15" in browser.get(f"/stories/{browser.ids()[0]}").text
