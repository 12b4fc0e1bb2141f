"""The web app over a library."""

from pathlib import Path

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
