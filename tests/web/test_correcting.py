"""Corrections by hand: each changes the story, is kept beside it, and can be taken back."""

import json
import re
from pathlib import Path

import pytest

from invented import article, english
from reuse_stories import OTHER, WIRE
from twosource.model import Edit, Story
from twosource.pipeline import Options, compare
from web.served import FERRY, TOLL, VOTE, Browser, served

SAID = "“We heard a long scraping noise,” said {}."


def story(*texts: str) -> Story:
    given = [article(text, outlet=f"{number}.example") for number, text in enumerate(texts)]
    return compare(given, Options(parser=english()))


def choice(page: str, field: str, words: str) -> str:
    """The value of the choice with these words in a list."""
    chosen = re.search(rf'<select[^>]*name="{field}"[^>]*>(.*?)</select>', page, re.DOTALL)
    assert chosen, field
    options: list[tuple[str, str]] = re.findall(r'<option value="([^"]+)">([^<]*)', chosen[1])
    return next(value for value, shown in options if words in shown)


def shown(browser: Browser, name: str) -> Story:
    return Story.from_json(browser.get(f"/stories/{name}/download/json").content)


def test_two_sources_are_joined_and_taken_apart_again(tmp_path: Path) -> None:
    with served(tmp_path, story(SAID.format("Ilse Brandt"), SAID.format("Lisl Noor"))) as browser:
        (name,) = browser.ids()
        before = shown(browser, name)
        page = browser.get(f"/stories/{name}/correct").text
        fields = {"source": choice(page, "source", "Lisl Noor"), "target": choice(page, "target", "Ilse Brandt")}
        answer = browser.send(
            f"/stories/{name}/correct/join", {**fields, "by": "Ada", "why": "her <b>married</b> name"}
        )
        assert browser.finish(answer).url.path == f"/stories/{name}"
        after = shown(browser, name)
        assert {one.name for one in before.sources} == {"Ilse Brandt", "Lisl Noor"}
        assert [one.name for one in after.sources] == ["Ilse Brandt"]
        assert "joined by hand, by Ada: her <b>married</b> name" in after.sources[0].join_reason
        assert "her &lt;b&gt;married&lt;/b&gt; name" in browser.get(f"/stories/{name}/correct").text
        browser.finish(browser.post(f"/stories/{name}/undo"))
        assert shown(browser, name).sources == before.sources


def test_a_name_is_taken_out_of_a_joined_source(tmp_path: Path) -> None:
    with served(tmp_path, story(SAID.format("Oleksiy Marynskyy"), SAID.format("Oleksii Marynsky"))) as browser:
        (name,) = browser.ids()
        page = browser.get(f"/stories/{name}/correct").text
        value = re.search(r'<option value="([^"]+)">([^<]*) · now taken for', page)
        assert value
        browser.finish(browser.post(f"/stories/{name}/correct/split", name=value[1]))
        assert len(shown(browser, name).sources) == 2
        assert all("apart by hand" in one.join_reason for one in shown(browser, name).sources if one.name == value[2])


def test_a_passage_marked_as_a_standing_text_ties_no_articles(tmp_path: Path) -> None:
    with served(tmp_path, story(WIRE, OTHER + "\n" + WIRE.replace("oldest", "middle"))) as browser:
        (name,) = browser.ids()
        assert len([one for one in shown(browser, name).origins if not one.point]) == 1
        page = browser.get(f"/stories/{name}/correct").text
        passage = re.search(r'name="passage" value="([^"]+)"', page)
        assert passage
        browser.finish(browser.post(f"/stories/{name}/correct/formula", passage=passage[1], by="Ada"))
        after = shown(browser, name)
        assert len([one for one in after.origins if not one.point]) == 2
        assert "by hand, by Ada" in {one.id: one for one in after.passages}[passage[1]].reason
        assert "No shared passage counts as copied" in browser.get(f"/stories/{name}/correct").text


def test_an_article_moves_to_another_story_and_back(tmp_path: Path) -> None:
    with served(tmp_path, story(FERRY, VOTE), story(TOLL)) as browser:
        ids = {len(shown(browser, name).articles): name for name in browser.ids()}
        many, single = ids[2], ids[1]
        page = browser.get(f"/stories/{many}/correct").text
        moved = next(one for one in shown(browser, many).articles if "runway" in one.text)
        browser.finish(browser.post(f"/stories/{many}/correct/move", article=moved.id, target=single))
        assert len(shown(browser, many).articles) == 1
        assert moved.id in {one.id for one in shown(browser, single).articles}
        browser.finish(browser.post(f"/stories/{many}/undo"))
        assert len(shown(browser, many).articles) == 2
        assert len(shown(browser, single).articles) == 1
        assert page


def test_an_article_becomes_a_story_of_its_own_which_is_gone_when_that_is_taken_back(tmp_path: Path) -> None:
    with served(tmp_path, story(FERRY, VOTE)) as browser:
        (name,) = browser.ids()
        moved = next(one for one in shown(browser, name).articles if "runway" in one.text)
        browser.finish(browser.post(f"/stories/{name}/correct/move", article=moved.id, target=""))
        assert len(browser.ids()) == 2
        browser.finish(browser.post(f"/stories/{name}/undo"))
        assert browser.ids() == [name]
        assert len(shown(browser, name).articles) == 2
        assert [path.name for path in tmp_path.iterdir()] == ["story0.json"]


def test_the_last_article_moved_away_leaves_a_story_that_can_be_undone(tmp_path: Path) -> None:
    with served(tmp_path, story(FERRY), story(VOTE)) as browser:
        ids = {shown(browser, name).articles[0].text: name for name in browser.ids()}
        ferry = next(name for text, name in ids.items() if "ferry" in text)
        vote = next(name for text, name in ids.items() if "runway" in text)
        moved = shown(browser, ferry).articles[0].id
        assert (
            browser.finish(browser.post(f"/stories/{ferry}/correct/move", article=moved, target=vote)).url.path
            == f"/stories/{vote}"
        )
        assert browser.get(f"/stories/{ferry}").status_code == 200
        assert "All its articles were moved elsewhere" in browser.get("/").text
        browser.finish(browser.post(f"/stories/{ferry}/undo"))
        assert len(shown(browser, ferry).articles) == 1


def test_corrections_are_kept_as_records_and_what_compare_wrote_is_not_touched(tmp_path: Path) -> None:
    with served(tmp_path, story(SAID.format("Ilse Brandt"), SAID.format("Lisl Noor"))) as browser:
        (name,) = browser.ids()
        before = (tmp_path / "story0.json").read_bytes()
        page = browser.get(f"/stories/{name}/correct").text
        fields = {"source": choice(page, "source", "Lisl Noor"), "target": choice(page, "target", "Ilse Brandt")}
        browser.finish(browser.send(f"/stories/{name}/correct/join", fields))
        assert (tmp_path / "story0.json").read_bytes() == before
        (line,) = (tmp_path / "story0.edits.jsonl").read_text(encoding="utf-8").splitlines()
        edit = Edit(**json.loads(line))
        assert (edit.kind, edit.subject, edit.target) == ("join_sources", "Lisl Noor", "Ilse Brandt")
        corrected = Story.from_json((tmp_path / "story0.corrected.json").read_bytes())
        assert corrected == shown(browser, name)
    with served(tmp_path) as again:
        assert len(shown(again, name).sources) == 1


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("join", {}),
        ("join", {"source": "nobody", "target": "nobody"}),
        ("split", {"name": "s1.99"}),
        ("move", {"article": "../../etc/passwd", "target": ""}),
        ("formula", {"passage": "p1"}),
    ],
)
def test_what_the_story_does_not_hold_cannot_be_corrected(tmp_path: Path, kind: str, fields: dict[str, str]) -> None:
    with served(tmp_path, story(FERRY)) as browser:
        (name,) = browser.ids()
        answer = browser.send(f"/stories/{name}/correct/{kind}", fields)
        assert answer.status_code == 400
        assert "Nothing was chosen" in answer.text
        assert not (tmp_path / "story0.edits.jsonl").exists()


def test_a_source_is_not_joined_with_itself_and_no_article_moves_into_nowhere(tmp_path: Path) -> None:
    with served(tmp_path, story(FERRY)) as browser:
        (name,) = browser.ids()
        held = shown(browser, name)
        fields = {"source": held.sources[0].id, "target": held.sources[0].id}
        assert browser.send(f"/stories/{name}/correct/join", fields).status_code == 400
        gone = {"article": held.articles[0].id, "target": "y000000000000"}
        assert browser.send(f"/stories/{name}/correct/move", gone).status_code == 404
        assert browser.post(f"/stories/{name}/correct/burn").status_code == 404


def test_nothing_to_take_back_is_told(tmp_path: Path) -> None:
    with served(tmp_path, story(FERRY)) as browser:
        page = browser.finish(browser.post(f"/stories/{browser.ids()[0]}/undo"))
        assert "no correction was made to this story" in page.text


def test_a_correction_that_cannot_be_carried_out_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(tmp_path, story(SAID.format("Ilse Brandt"), SAID.format("Lisl Noor"))) as browser:
        (name,) = browser.ids()
        before = shown(browser, name)
        page = browser.get(f"/stories/{name}/correct").text
        fields = {"source": choice(page, "source", "Lisl Noor"), "target": choice(page, "target", "Ilse Brandt")}
        with monkeypatch.context() as patched:
            patched.setattr("twosource.pipeline.compare", None)
            assert "should not have" in browser.finish(browser.send(f"/stories/{name}/correct/join", fields)).text
        assert not (tmp_path / "story0.edits.jsonl").exists()
        assert shown(browser, name) == before


def test_the_same_article_in_two_stories_moves_out_of_one_alone(tmp_path: Path) -> None:
    with served(tmp_path, story(FERRY, VOTE), story(FERRY, TOLL)) as browser:
        first, second = (
            next(n for n in browser.ids() if any(words in one.text for one in shown(browser, n).articles))
            for words in ("runway", "coastguard")
        )
        moved = next(one for one in shown(browser, first).articles if "harbour police" in one.text)
        assert moved.id in {one.id for one in shown(browser, second).articles}
        browser.finish(browser.post(f"/stories/{first}/correct/move", article=moved.id, target=""))
        page = browser.get(f"/stories/{second}/correct").text
        fields = {"source": choice(page, "source", "Lisl Noor"), "target": choice(page, "target", "Ilse Brandt")}
        browser.finish(browser.send(f"/stories/{second}/correct/join", fields))
        assert len(shown(browser, second).articles) == 2
        assert len(shown(browser, first).articles) == 1
