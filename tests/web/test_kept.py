"""The web app over a library."""

import re
from pathlib import Path

import feedparser
import pytest

from invented import english
from twosource.errors import NoSuchStoryError, NothingToReadError, NothingToUndoError
from twosource.library import Library
from twosource.model import Edit, Gap, Raw
from twosource.pipeline import Options
from twosource.web import application
from twosource.web.kept import Kept
from twosource.web.serving import shelf_of
from web.served import FERRY, HOME, TOLL, VOTE, asking

WHEN = "2031-05-15T09:00:00+00:00"


def raw(text: str, outlet: str) -> Raw:
    return Raw(name=outlet, kind="text", text=text, sha256=outlet, outlet=outlet)


def silent(step: str, done: int, total: int) -> None:
    """Hear nothing."""


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    options = Options(parser=english())
    with Library.open(tmp_path / "news.db", options) as library:
        library.add([raw(FERRY, "The Velm Gull"), raw(VOTE, "Sandry Post")])
    return Kept(tmp_path / "news.db", options)


def test_its_stories_are_listed_and_shown(kept: Kept) -> None:
    cards = kept.cards()
    assert {card.outlets for card in cards} == {("The Velm Gull",), ("Sandry Post",)}
    assert {kept.story(card.id).title for card in cards} == {card.title for card in cards}


def test_only_a_whole_id_finds_a_story(kept: Kept) -> None:
    name = kept.cards()[0].id
    for wrong in (name[:-1], "", "y", "%", "' OR 1=1 --"):
        with pytest.raises(NoSuchStoryError):
            kept.story(wrong)


def test_a_search_shows_the_exact_words_and_their_story(kept: Kept) -> None:
    (hit, *_) = kept.search("scraping noise")
    assert hit.outlet == "The Velm Gull"
    assert "scraping" in hit.words
    assert (hit.before + hit.words + hit.after) in FERRY
    assert hit.story in {card.id for card in kept.cards()}
    assert hit.anchor.startswith("b")
    assert kept.search("  ") == ()


def test_articles_are_added_where_they_fit_or_where_they_are_told_to(kept: Kept) -> None:
    vote = next(card.id for card in kept.cards() if card.outlets == ("Sandry Post",))
    made = kept.add(
        [raw(TOLL, "Bay Ledger"), Gap(code="G102", where="x", detail="empty")], into=vote, split=False, progress=silent
    )
    assert made.stories == (vote,)
    assert [gap.where for gap in made.gaps if gap.code == "G102"] == ["x"]
    assert len(kept.story(vote).articles) == 2
    with pytest.raises(NothingToReadError):
        kept.add([Gap(code="G102", where="x", detail="empty")], into="", split=False, progress=silent)


def test_a_correction_changes_the_story_and_is_taken_back(kept: Kept) -> None:
    name = next(card.id for card in kept.cards() if card.outlets == ("The Velm Gull",))
    before = {one.name for one in kept.story(name).sources}
    edit = Edit(
        kind="join_sources", subject="harbour police", target="Ilse Brandt", at="2031-05-15T09:00:00+00:00", by="Ada"
    )
    assert kept.correct(name, edit, silent) == name
    assert len(kept.story(name).sources) == len(before) - 1
    assert edit in kept.edits(name)
    kept.undo(name, silent)
    assert {one.name for one in kept.story(name).sources} == before
    with pytest.raises(NothingToUndoError):
        kept.undo(name, silent)


def test_the_last_correction_of_another_story_is_not_taken_back_by_mistake(kept: Kept) -> None:
    ferry = next(card.id for card in kept.cards() if card.outlets == ("The Velm Gull",))
    vote = next(card.id for card in kept.cards() if card.outlets == ("Sandry Post",))
    edit = Edit(kind="join_sources", subject="harbour police", target="Ilse Brandt", at="2031-05-15T09:00:00+00:00")
    kept.correct(ferry, edit, silent)
    with pytest.raises(NothingToUndoError, match="another story"):
        kept.undo(vote, silent)


def test_a_place_is_taken_for_what_it_is(kept: Kept, tmp_path: Path) -> None:
    options = Options(parser=english())
    assert isinstance(shelf_of(Path(kept.place), options), Kept)
    assert shelf_of(tmp_path / "new folder", options).cards() == ()
    assert (tmp_path / "new folder").is_dir()


def test_over_a_library_articles_go_where_they_fit(kept: Kept) -> None:
    options = Options(parser=english())
    with asking(application(kept, options), HOME) as client:
        page = client.get("/new").text
        assert "wherever they fit" in page
        assert "several events" not in page
        for card in kept.cards():
            assert client.get(f"/stories/{card.id}").status_code == 200
            assert client.get(f"/stories/{card.id}/correct").status_code == 200
        assert "<mark>" in client.get("/search?q=scraping").text
        assert client.get("/search?q=%22%22%28").status_code == 200


def test_the_list_tells_what_is_contested_of_stories_that_were_looked_at_since_they_grew(kept: Kept) -> None:
    ferry = next(card.id for card in kept.cards() if card.outlets == ("The Velm Gull",))
    assert {card.contested for card in kept.cards()} == {None}
    kept.story(ferry)
    told = {card.id: card for card in kept.cards()}
    assert told[ferry].contested == 0
    assert told[ferry].sources == 2
    kept.add([raw(TOLL, "Bay Ledger")], into=ferry, split=False, progress=silent)
    looked = next(card for card in kept.cards() if card.id == ferry)
    assert (looked.articles, looked.contested) == (2, 1)
    with Library.open(Path(kept.place), Options(parser=english()), create=False) as library:
        moved = library.story(next(card.id for card in kept.cards() if card.outlets == ("Sandry Post",))).articles[0].id
        library.correct(Edit(kind="move_article", subject=moved, target=ferry, at=WHEN))
    grown = next(card for card in kept.cards() if card.id == ferry)
    assert (grown.articles, grown.contested) == (3, None), "what it grew by was not laid beside the others yet"


def test_a_story_of_several_events_is_split_by_corrections_that_hold(kept: Kept) -> None:
    ferry, vote = (
        next(card.id for card in kept.cards() if card.outlets == (outlet,))
        for outlet in ("The Velm Gull", "Sandry Post")
    )
    assert kept.merge(vote, ferry, silent) == ferry
    assert [card.articles for card in kept.cards()] == [2]
    parts = kept.split(ferry, silent)
    assert len(parts) == 2
    assert sorted(kept.story(name).articles[0].outlet for name in parts) == ["Sandry Post", "The Velm Gull"]
    assert kept.edits(parts[1])[-1].why == "another event"


def test_a_story_of_one_event_stays_whole(kept: Kept) -> None:
    name = kept.cards()[0].id
    assert kept.split(name, silent) == (name,)


def test_a_feed_reader_follows_a_library_and_is_told_where_nothing_changed(kept: Kept) -> None:
    options = Options(parser=english())
    with asking(application(kept, options), HOME) as client:
        answer = client.get("/feed.atom")
        found = feedparser.parse(answer.content)
        assert not found.bozo
        assert {entry.title for entry in found.entries} == {card.title for card in kept.cards()}
        again = client.get("/feed.atom", headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        kept.add([raw(TOLL, "Bay Ledger")], into=kept.cards()[0].id, split=False, progress=silent)
        assert client.get("/feed.atom").headers["etag"] != answer.headers["etag"]
        assert "/feed.atom" in client.get("/").text


def test_a_story_has_the_title_that_a_person_gave_it_until_that_is_taken_back(kept: Kept) -> None:
    ferry, vote = _by_outlet(kept)
    before = {card.id: card.title for card in kept.cards()}
    kept.correct(ferry, Edit(kind="rename_story", subject=ferry, target="The Velm ferry", at=WHEN, by="Ada"), silent)
    kept.add([raw(TOLL, "Bay Ledger")], into=ferry, split=False, progress=silent)
    assert kept.story(ferry).title == "The Velm ferry", "what comes later does not take it away"
    assert {card.id: card.title for card in kept.cards()} == before | {ferry: "The Velm ferry"}
    assert [one.target for one in kept.edits(ferry) if one.kind == "rename_story"] == ["The Velm ferry"]
    assert kept.edits(vote) == ()


def test_a_title_is_taken_back_like_any_correction(kept: Kept) -> None:
    ferry, vote = _by_outlet(kept)
    before = kept.story(ferry).title
    kept.correct(ferry, Edit(kind="rename_story", subject=ferry, target="The Velm ferry", at=WHEN), silent)
    with pytest.raises(NothingToUndoError):
        kept.undo(vote, silent)
    assert kept.undo(ferry, silent) == ferry
    assert kept.story(ferry).title == before
    assert before in {card.title for card in kept.cards()}


def test_a_story_that_was_put_aside_is_in_no_list_and_its_articles_are_kept(kept: Kept) -> None:
    ferry, vote = _by_outlet(kept)
    kept.delete(ferry)
    kept.delete(ferry)
    assert [card.id for card in kept.cards()] == [vote]
    assert [card.id for card in kept.deleted()] == [ferry]
    assert kept.search("scraping noise") == ()
    assert kept.story(ferry).articles, "whoever knows its address still finds it"
    assert len(kept.edits(ferry)) == 1
    kept.restore(ferry)
    assert {card.id for card in kept.cards()} == {ferry, vote}
    assert kept.deleted() == ()
    assert kept.search("scraping noise")
    with pytest.raises(NoSuchStoryError):
        kept.delete("nowhere")


def test_what_is_put_aside_is_no_more_in_the_feed_and_the_list_brings_it_back(kept: Kept) -> None:
    ferry, _ = _by_outlet(kept)
    title = kept.story(ferry).title
    with asking(application(kept, Options(parser=english())), HOME) as client:
        asked = client.get(f"/stories/{ferry}/delete").text
        assert "Put it aside?" in asked
        assert "A library deletes nothing" in asked
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', asked)
        assert found
        sent = {"data": {"csrf": found[1]}, "headers": {"origin": HOME}, "follow_redirects": False}
        assert title in client.get("/feed.atom").text
        assert client.post(f"/stories/{ferry}/delete", **sent).status_code == 303
        assert title not in client.get("/feed.atom").text
        assert "Put aside (1)" in client.get("/").text
        assert "Put aside" in client.get(f"/stories/{ferry}/correct").text
        assert client.post(f"/stories/{ferry}/restore", **sent).status_code == 303
        assert title in client.get("/feed.atom").text


def _by_outlet(kept: Kept) -> tuple[str, str]:
    """The story of the ferry, and that of the vote."""
    stories = {card.outlets: card.id for card in kept.cards()}
    return stories["The Velm Gull",], stories["Sandry Post",]
