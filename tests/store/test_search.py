from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import english
from kept import COPY, FERRY, VOTE, raw
from twosource.library import Hit, Library, Query
from twosource.pipeline import Options

LATE = ("Ferry toll rises", "The harbour police said on Tuesday that more than 20 people had died off Velm.")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("search") / "news.db"
    with Library.open(path, Options(parser=english())) as opened:
        opened.add(
            [
                raw(FERRY),
                raw(COPY, "coast.example"),
                raw(VOTE, "sandry.example", published="2031-05-14"),
                raw(LATE, "coast.example", published="2031-05-13T09:00"),
            ]
        )
        yield opened


def outlets(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.outlet for hit in hits]


def test_every_hit_is_the_exact_words_at_its_place_and_names_its_story(library: Library) -> None:
    queries = (Query(words="ferry"), Query(source="police"), Query(figure=">= 1"), Query(mark="unverified"))
    for query in queries:
        hits = library.search(query)
        assert hits
        for hit in hits:
            found = library.findings(hit.article)
            assert found
            assert found.article.text[hit.place.start : hit.place.end] == hit.words
            assert found.article.text[hit.around.start : hit.around.end] == hit.passage
            assert hit.words in hit.passage
            assert hit.story == library.story_with(hit.article)
            assert hit.outlet == found.article.outlet


def test_words_are_found_whatever_their_capitals_and_all_of_them_must_be_there(library: Library) -> None:
    assert set(outlets(library.search(Query(words="VELM aground")))) == {"velmpost.example", "coast.example"}
    assert outlets(library.search(Query(words="airfield school"))) == ["sandry.example"]
    assert library.search(Query(words="airfield ferry")) == ()


def test_words_in_quotation_marks_stand_side_by_side(library: Library) -> None:
    assert outlets(library.search(Query(words='"grinding noise"'))) == ["velmpost.example"]
    assert library.search(Query(words='"noise grinding"')) == ()


def test_the_words_shown_are_in_the_paragraph_that_holds_most_of_them(library: Library) -> None:
    (hit,) = library.search(Query(words="Velm grinding lights"))
    assert hit.words == "grinding"
    assert "lights" in hit.passage


def test_a_source_is_found_by_a_part_of_its_name_with_what_it_says(library: Library) -> None:
    hits = library.search(Query(source="brandt"))
    assert [(hit.kind, hit.source) for hit in hits] == [("statement", "Ilse Brandt")]
    assert "grinding noise" in hits[0].words


def test_words_beside_a_source_must_stand_in_the_same_paragraph(library: Library) -> None:
    assert library.search(Query(words="lights", source="brandt"))
    assert library.search(Query(words="rescuers", source="brandt")) == ()


def test_figures_are_found_by_measure_sign_and_number(library: Library) -> None:
    assert {hit.words for hit in library.search(Query(figure="killed >= 12"))} >= {"at least 12", "more than 20"}
    assert {hit.words for hit in library.search(Query(figure="killed > 12"))} == {"more than 20"}
    assert library.search(Query(figure="killed < 12")) == ()
    assert library.search(Query(figure="killed between 5 and 15"))


def test_more_than_twenty_is_more_than_twenty(library: Library) -> None:
    assert {hit.words for hit in library.search(Query(figure="killed > 20"))} == {"more than 20"}
    assert library.search(Query(figure="killed = 20"))
    assert library.search(Query(figure="killed > 21")) == ()


def test_a_measure_may_be_called_by_another_word_and_a_figure_by_what_is_counted(library: Library) -> None:
    assert library.search(Query(figure="dead >= 12")) == library.search(Query(figure="killed >= 12"))
    assert outlets(library.search(Query(figure="residents > 300"))) == ["sandry.example"]


def test_marks_are_found_with_the_words_that_make_them(library: Library) -> None:
    hits = library.search(Query(mark="unverified"))
    assert outlets(hits) == ["velmpost.example"]
    assert "verified" in hits[0].words
    assert any("12" in over for over in hits[0].over)
    assert library.search(Query(mark="disputed")) == ()


def test_days_are_both_included(library: Library) -> None:
    assert outlets(library.search(Query(since="2031-05-14"))) == ["sandry.example"]
    assert len(library.search(Query(until="2031-05-12"))) == 2
    assert len(library.search(Query(since="2031-05-13", until="2031-05-14"))) == 2


def test_an_outlet_and_a_story_narrow_it_down(library: Library) -> None:
    assert set(outlets(library.search(Query(words="Velm", outlet="COAST")))) == {"coast.example"}
    story = library.story_with(library.search(Query(words="airfield"))[0].article)
    assert outlets(library.search(Query(story=story))) == ["sandry.example"]


def test_nothing_asked_finds_nothing_and_a_limit_holds(library: Library) -> None:
    assert library.search(Query()) == ()
    assert library.search(Query(words="?!*")) == ()
    assert len(library.search(Query(words="Velm", limit=1))) == 1


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\"*^():+-{}~\\'; \x00\ud800%_[]ANDORTferry", max_size=30),
)


@given(HOSTILE, st.none() | HOSTILE, st.none() | HOSTILE)
def test_no_search_line_makes_trouble(library: Library, words: str, source: str | None, outlet: str | None) -> None:
    for hit in library.search(Query(words=words, source=source, outlet=outlet, limit=3)):
        assert hit.words in hit.passage


def test_a_passage_says_whether_its_paragraph_goes_on(library: Library) -> None:
    (part,) = library.search(Query(source="Brandt"))
    text = library.findings(part.article)
    assert text
    for hit in (*library.search(Query(words="grinding")), part):
        before, behind = text.article.text[: hit.around.start], text.article.text[hit.around.end :]
        assert hit.cut == (bool(before) and not before.endswith("\n"), bool(behind) and not behind.startswith("\n"))
