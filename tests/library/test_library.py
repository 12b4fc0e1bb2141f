import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import twosource
from invented import english
from kept import COPY, FERRY, NOON, VOTE, blank, cheap, noon, raw
from twosource.errors import NotInLibraryError, QueryError
from twosource.language.tree import Parsed
from twosource.library import Library, Query
from twosource.model import Article, Edit, Gap, Raw
from twosource.pipeline import Options, clean_one

OPTIONS = Options(parser=english())
UNDATED = (
    "Ferry off Velm: what we know",
    "The ferry Anna Lind ran aground off Velm on Monday. Police said at least 12 were killed. It was May 12.",
)
RAWS = [
    raw(FERRY),
    raw(COPY, "coast.example"),
    raw(VOTE, "sandry.example"),
    raw(UNDATED, "tarn.example", published=None),
]


def move(article: str, story: str, at: str = NOON) -> Edit:
    return Edit(kind="move_article", subject=article, target=story, at=at, by="Ada", why="the same crossing")


def tables(path: Path) -> list[tuple[object, ...]]:
    db = sqlite3.connect(path)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [name for name in names if not name.startswith("article_words")]
    rows = [(name, *row) for name in kept for row in db.execute(f"SELECT * FROM {name}")]  # noqa: S608 - its own names
    db.close()
    return rows


def grouped(library: Library) -> set[frozenset[str]]:
    return {frozenset(one.outlet for one in library.story(card.id).articles) for card in library.stories()}


def test_articles_come_in_once_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    lost = Gap(code="G101", where="lost.html", detail="it is not there")
    with Library.open(path, cheap()) as library:
        added = library.add([*RAWS, lost])
        assert (added.new, added.same, added.versions) == (4, 0, 0)
        assert library.gaps() == (lost,)
    before = tables(path)
    with Library.open(path, cheap()) as library:
        assert library.add([*RAWS, lost]).same == 4
    assert tables(path) == before


def test_an_input_that_failed_and_comes_later_is_no_gap_any_more(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add([Gap(code="G105", where=RAWS[0].name, detail="no answer")])
        library.add(RAWS[:1])
        assert library.gaps() == ()


def test_a_story_is_what_comparing_its_articles_gives(tmp_path: Path) -> None:
    files = []
    for n, (title, text) in enumerate((FERRY, COPY)):
        files.append(tmp_path / f"{n}.json")
        row = {"title": title, "text": text, "url": f"https://o{n}.example/ferry", "published": "2031-05-12T10:00"}
        files[-1].write_text(json.dumps(row), encoding="utf-8")
    with Library.open(tmp_path / "news.db", OPTIONS) as library:
        library.add_inputs([str(one) for one in files])
        (card,) = library.stories()
        assert library.story(card.id) == twosource.compare(files, OPTIONS)


def test_undated_articles_are_dated_by_the_others_of_their_story_as_in_one_comparison(tmp_path: Path) -> None:
    given = [RAWS[0], RAWS[3]]
    articles = [article for one in given if (article := clean_one(one, OPTIONS)[0])]
    with Library.open(tmp_path / "news.db", OPTIONS) as library:
        library.add(given)
        ferry, other = (library.story_with(article.id) for article in articles)
        if other != ferry:
            library.correct(move(articles[1].id, str(ferry)))
        whole = twosource.compare(articles, OPTIONS)
        found = library.story(str(ferry))
        assert replace(found, gaps=(), checks=()) == replace(whole, gaps=(), checks=())
        assert {one.dated_by for one in found.articles} == {"stated", "content"}


def test_a_story_is_kept_and_made_anew_once_what_it_is_made_of_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Library.open(path, OPTIONS) as library:
        library.add(RAWS[:1])
        story = library.stories()[0].id
        first = library.story(story)
        library._db.execute("UPDATE laid SET json = replace(json, 'Ferry runs', 'Kept: ferry runs')")
        assert library.story(story).title.startswith("Kept:")
        library.add(RAWS[1:2])
        again = library.story(story)
        assert len(again.articles) == 2
        assert not again.title.startswith("Kept:")
        assert first.articles[0] in again.articles


def test_a_card_names_the_outlets_and_counts_the_articles(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add(RAWS[:3])
        cards = {card.outlets: card for card in library.stories()}
        ferry = cards["coast.example", "velmpost.example"]
        assert (ferry.articles, ferry.first, ferry.title in {FERRY[0], COPY[0]}) == (2, "2031-05-12T10:00", True)
        assert cards["sandry.example",].articles == 1
        assert [card.articles for card in library.stories(least=2)] == [2]
        assert library.stories(since="2031-06-01") == ()
        assert len(library.stories(limit=1)) == 1
        with pytest.raises(QueryError):
            library.stories(since="yesterday")


def test_a_later_text_of_a_page_is_a_version_and_the_story_shows_the_newest(tmp_path: Path) -> None:
    page = "https://velmpost.example/ferry"
    later = (FERRY[0], FERRY[1].replace("at least 12", "at least 14"))
    with Library.open(tmp_path / "news.db", OPTIONS, clock=noon) as library:
        library.add([raw(FERRY, url=page)])
        added = library.add([raw(later, url=page + "?utm_source=x#top", updated="2031-05-12T15:00")])
        assert (added.new, added.versions) == (1, 1)
        (card,) = library.stories()
        assert card.articles == 1
        (shown,) = library.story(card.id).articles
        assert "at least 14" in shown.text
        one, two = library.versions(shown.id)
        assert (one.number, one.latest, two.number, two.latest, two.before) == (1, False, 2, True, one.article)
        assert [(change.before, change.after) for change in two.revisions] == [("12", "14")]
        assert library.versions(one.article) == (one, two)


def test_a_page_that_goes_back_to_an_earlier_text_shows_that_again(tmp_path: Path) -> None:
    page, feed = "https://velmpost.example/ferry", "https://velmpost.example/rss"
    early, late, last = (
        replace(raw((FERRY[0], FERRY[1].replace("12", number)), url=page), feed=feed) for number in ("12", "14", "15")
    )
    with Library.open(tmp_path / "news.db", cheap(), clock=noon) as library:
        library.add([early, late])
        assert library.add([early]).versions == 1
        assert library.add([early]).versions == 0
        (shown,) = library.story(library.stories()[0].id).articles
        assert "at least 12" in shown.text
        one, two, three = library.versions(shown.id)
        assert (one.latest, two.latest, three.latest, three.back_to, three.before) == (
            False,
            False,
            True,
            1,
            two.article,
        )
        assert [(change.before, change.after) for change in three.revisions] == [("14", "12")]
        library.add([late])
        assert "at least 14" in library.story(library.stories()[0].id).articles[0].text
        library.add([last])
        (shown,) = library.story(library.stories()[0].id).articles
        assert "at least 15" in shown.text
        assert [one.back_to for one in library.versions(shown.id)] == [None, None, 1, 2, None]


def test_a_file_that_is_read_again_is_no_return(tmp_path: Path) -> None:
    page = "https://velmpost.example/ferry"
    early, late = (raw((FERRY[0], FERRY[1].replace("12", number)), url=page) for number in ("12", "14"))
    with Library.open(tmp_path / "news.db", cheap(), clock=noon) as library:
        for _ in range(2):
            library.add([early, late])
            assert "at least 14" in library.story(library.stories()[0].id).articles[0].text
            assert len(library.versions(library.article_id(page))) == 2


def test_an_earlier_version_that_comes_later_is_still_the_earlier_one(tmp_path: Path) -> None:
    page = "https://velmpost.example/ferry"
    later = (FERRY[0], FERRY[1].replace("at least 12", "at least 14"))
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add([raw(later, url=page, updated="2031-05-12T15:00"), raw(FERRY, url=page)])
        (shown,) = library.story(library.stories()[0].id).articles
        assert "at least 14" in shown.text


def test_versions_are_in_the_order_of_the_moments_that_they_state_in_whatever_time_zone(tmp_path: Path) -> None:
    page = "https://velmpost.example/ferry"
    later = (FERRY[0], FERRY[1].replace("at least 12", "at least 14"))
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add([raw(later, url=page, updated="2031-05-12T08:00-08:00")])
        library.add([raw(FERRY, url=page, updated="2031-05-12T15:00+00:00")])
        (card,) = library.stories()
        (shown,) = library.story(card.id).articles
        assert "at least 14" in shown.text


def test_of_versions_of_one_day_of_which_one_states_no_hour_the_one_that_came_last_is_the_newest(
    tmp_path: Path,
) -> None:
    page = "https://velmpost.example/ferry"
    later = (FERRY[0], FERRY[1].replace("at least 12", "at least 14"))
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add([raw(FERRY, url=page, published="2031-05-12T10:00"), raw(later, url=page, published="2031-05-12")])
        assert "at least 14" in library.story(library.stories()[0].id).articles[0].text


def test_an_address_means_what_stood_there_last_also_where_that_is_another_article(tmp_path: Path) -> None:
    page = "https://velmpost.example/live"
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add([raw(FERRY, url=page), raw(VOTE, url=page)])
        assert library.article_id(page) == library.article_id(VOTE[0])


def test_what_came_out_as_agency_copy_stays_that_once_the_credit_is_edited_away(tmp_path: Path) -> None:
    page = "https://velmpost.example/ferry"
    early = (FERRY[0], "VELM (AP) — " + FERRY[1])
    with Library.open(tmp_path / "news.db", OPTIONS) as library:
        library.add([raw(early, url=page), raw(FERRY, url=page, updated="2031-05-12T15:00")])
        (shown,) = library.story(library.stories()[0].id).articles
        assert shown.updated
        assert shown.via == ("AP",)
        assert [one.origin for one in shown.candidates if one.value == "AP"] == ["an earlier version of the article"]


def test_two_articles_that_share_an_address_and_no_wording_are_two_articles(tmp_path: Path) -> None:
    page = "https://velmpost.example/live"
    with Library.open(tmp_path / "news.db", cheap()) as library:
        assert library.add([raw(FERRY, url=page), raw(VOTE, url=page)]).versions == 0
        assert {card.articles for card in library.stories()} == {1}
        assert len(library.stories()) == 2


def test_an_article_that_was_moved_stays_where_it_was_put(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Library.open(path, cheap(), clock=noon) as library:
        library.add(RAWS[:3])
        ferry, vote = library.article_id(FERRY[0]), library.article_id(VOTE[0])
        home, goal = library.story_with(ferry), library.story_with(vote)
        assert home
        assert goal
        assert library.correct(move(ferry, goal))
        assert library.story_with(ferry) == goal
        assert library.history(goal)[-1].reason == "put there by hand: the same crossing"
        assert library.edits(goal) == library.edits(home) == library.edits()
        assert not library.correct(move(ferry, goal))
    with Library.open(path, cheap(), clock=noon) as library:
        library.add([raw(COPY, f"outlet{n}.example") for n in range(5)])
        assert library.story_with(ferry) == goal
        assert library.undo() == move(ferry, goal)
        assert library.story_with(ferry) == home
        assert library.edits() == ()
        assert library.undo() is None


def test_a_new_version_goes_where_the_old_one_was_put(tmp_path: Path) -> None:
    page = "https://velmpost.example/ferry"
    later = raw((FERRY[0], FERRY[1].replace("at least 12", "at least 14")), url=page, updated="2031-05-12T15:00")
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add([raw(FERRY, url=page), raw(COPY, "coast.example")])
        ferry = library.article_id(FERRY[0])
        library.correct(move(ferry, ""))
        own = library.story_with(ferry)
        library.add([later])
        assert library.story_with(library.versions(ferry)[-1].article) == own
        assert {frozenset({"velmpost.example"}), frozenset({"coast.example"})} == grouped(library)


def test_names_that_a_person_joins_are_one_source_in_the_story(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", OPTIONS) as library:
        library.add(RAWS[:1])
        story = library.stories()[0].id
        names = {source.name for source in library.story(story).sources}
        one, other = sorted(names)[:2]
        library.correct(Edit(kind="join_sources", subject=one, target=other, at=NOON))
        assert len(library.story(story).sources) == len(names) - 1
        library.undo()
        assert {source.name for source in library.story(story).sources} == names


def test_corrections_bear_on_the_stories_that_they_are_about(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", OPTIONS) as library:
        library.add(RAWS[:3])
        vote = str(library.story_with(library.article_id(VOTE[0])))
        ferry = str(library.story_with(library.article_id(FERRY[0])))
        library.correct(Edit(kind="split_source", subject="Ilse Brandt", at=NOON))
        library.correct(Edit(kind="mark_formula", subject="The number could not be independently verified.", at=NOON))
        assert len(library.edits(ferry)) == 2
        assert library.edits(vote) == ()


def test_what_is_not_there_is_said_by_its_name(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add([raw(FERRY, f"outlet{n}.example") for n in range(3)])
        with pytest.raises(NotInLibraryError, match="no story 'y12'"):
            library.story("y12")
        with pytest.raises(NotInLibraryError, match="may be any of article"):
            library.article_id(FERRY[0])
        with pytest.raises(NotInLibraryError):
            library.correct(move("a12", ""))
        with pytest.raises(QueryError):
            library.correct(Edit(kind="join_sources", subject="Ilse Brandt", target=" ", at=NOON))
        assert library.findings("a12") is None
        assert library.versions("a12") == ()
        assert library.story_with("a12") is None


def test_two_that_add_the_same_by_turns_make_one_library(tmp_path: Path) -> None:
    raws = [raw((f"{title} ({n})", text), f"outlet{n}.example") for n in range(6) for title, text in (FERRY, VOTE)]

    def by_turns(other: Library) -> Iterator[Raw]:
        for n, one in enumerate(raws):
            yield one
            other.add(raws[n : n + 3])

    with Library.open(tmp_path / "news.db", cheap()) as one, Library.open(tmp_path / "news.db", cheap()) as other:
        added = one.add(by_turns(other))
        assert (added.new, added.same) == (1, len(raws) - 1)
        assert {card.articles for card in one.stories()} == {6}
        assert one.stories() == other.stories()


def test_an_article_that_another_put_in_meanwhile_is_the_same_article(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap()) as other:

        def meanwhile(articles: Sequence[Article]) -> list[Parsed]:
            other.add([raw(FERRY)])
            return blank(articles)

        with Library.open(tmp_path / "news.db", Options(parser=meanwhile)) as library:
            added = library.add([raw(FERRY)])
            assert (added.new, added.same) == (0, 1)


def test_a_library_that_is_closed_and_opened_again_groups_as_one_that_was_not(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - invented text
    raws: list[Raw] = []
    for n in range(30):
        event = chance.choice((FERRY, COPY, VOTE))
        text = "\n\n".join(chance.sample(event[1].split("\n\n"), 3))
        raws.append(raw((f"{event[0]} ({n})", text), f"outlet{n}.example"))
    for name, pieces in (("one.db", [raws]), ("many.db", [raws[i : i + 1] for i in range(30)])):
        for piece in pieces:
            with Library.open(tmp_path / name, cheap(), clock=noon) as library:
                library.add(piece)
    with Library.open(tmp_path / "one.db", cheap()) as one, Library.open(tmp_path / "many.db", cheap()) as many:
        assert grouped(one) == grouped(many)


def test_findings_of_another_version_are_told_and_found_anew_and_stories_and_corrections_stay(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Library.open(path, cheap()) as library:
        library.add(RAWS[:3])
        library.correct(move(VOTE[0], library.stories()[0].id))
        library._db.execute("UPDATE articles SET read_by = '0.0.1 earlier'")
        before = grouped(library)
    with Library.open(path, OPTIONS) as library:
        (story,) = {library.story_with(name) for name in library.outdated()}
        assert len(library.outdated()) == len(library.outdated(story)) == 3
        assert library.search(Query(source="Brandt")) == ()
        blind = library.story(str(story))
        assert library.refresh() == 3
        assert (library.outdated(), library.refresh(), grouped(library)) == ((), 0, before)
        (hit,) = library.search(Query(source="Brandt"))
        assert "grinding noise" in hit.passage
        assert len(library.story(str(story)).sources) > len(blind.sources)
        assert len(library.edits()) == 1
    db = sqlite3.connect(path)
    assert not db.execute("PRAGMA foreign_key_check").fetchall()
    db.close()


def test_what_is_found_anew_may_bring_an_article_to_another_story(tmp_path: Path) -> None:
    with Library.open(tmp_path / "news.db", cheap()) as library:
        library.add(RAWS[:3])
        before = grouped(library)
        (vote,) = (card.id for card in library.stories() if card.outlets == ("sandry.example",))
        ferry = next(card.id for card in library.stories() if card.id != vote)
        name = library.article_id(COPY[0])
        library._db.execute(
            "UPDATE members SET story = ?, traits = replace(traits, 'velm', 'xelm') WHERE article = ?", (vote, name)
        )
        library._db.execute("UPDATE articles SET read_by = '0.0.1 earlier'")
        assert grouped(library) != before
        assert library.refresh() == 3
        assert grouped(library) == before
        assert library.story_with(name) == ferry
        assert library.history(ferry)[-1].kind == "moved"


def test_two_that_add_by_turns_group_as_one_that_adds_all(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - invented text
    raws: list[Raw] = []
    for n in range(40):
        event = chance.choice((FERRY, VOTE))
        raws.append(raw((f"{event[0]} ({n})", "\n\n".join(chance.sample(event[1].split("\n\n"), 3))), f"o{n}.example"))
    with Library.open(tmp_path / "one.db", cheap(), clock=noon) as alone:
        for one in raws:
            alone.add([one])
        whole = grouped(alone)
    with (
        Library.open(tmp_path / "two.db", cheap(), clock=noon) as left,
        Library.open(tmp_path / "two.db", cheap(), clock=noon) as right,
    ):
        for n, one in enumerate(raws):
            (left, right)[n % 2].add([one])
        assert grouped(left) == whole
