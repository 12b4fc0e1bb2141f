from pathlib import Path

import pytest

import twosource
from invented import article, english
from twosource.errors import NothingToReadError
from twosource.model import Edit
from twosource.pipeline import Options, findings_of, split

FERRY = "A ferry ran aground off Velm on Monday and at least two people died, harbour police said."
VOTE = "The Sandry island council voted on Monday to close its airfield, the mayor Tova Lund said."


def options(**given: object) -> Options:
    return Options(parser=english(), **given)  # type: ignore[arg-type]


def test_articles_given_as_values_and_as_files_are_one_story(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Ferry aground\n\n" + FERRY, encoding="utf-8")
    story = twosource.compare([article(FERRY), tmp_path], options())
    assert {one.outlet for one in story.articles} == {"invented.example", "other"}
    assert any(point.kind == "figure" and len(point.standing.articles) == 2 for point in story.points)


def test_the_same_article_given_twice_counts_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Ferry aground\n\n" + FERRY, encoding="utf-8")
    story = twosource.compare([tmp_path, tmp_path / "a.txt"], options())
    assert len(story.articles) == 1
    assert "G107" in {gap.code for gap in story.gaps}


def test_nothing_to_read_names_every_input_and_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(NothingToReadError) as caught:
        twosource.compare([tmp_path / "empty.txt", tmp_path / "gone.txt"], options())
    assert len(caught.value.reasons) == 2
    assert "empty.txt" in str(caught.value)


def test_a_split_gives_each_event_its_own_story() -> None:
    ferry = (
        FERRY + " The ferry had left Orrin with 60 passengers. Divers searched the hull; the captain was questioned."
    )
    vote = (
        VOTE
        + " Islanders must now sail. The runway was built in 1961 and costs more than the school, Lund told the council."
    )
    stories = split([article(ferry, outlet="a.example"), article(vote), article(ferry + " Rain fell.")], options())
    assert [len(story.articles) for story in stories] == [2, 1]


def test_an_alias_joins_two_names_that_nothing_else_would_join() -> None:
    texts = ("“We ran,” said Ilse Brandt.", "“We ran,” said Lisl Noor.")
    given = [article(text, outlet=f"{i}.example") for i, text in enumerate(texts)]
    apart = twosource.compare(given, options())
    joined = twosource.compare(given, options(aliases={"Lisl Noor": "Ilse Brandt"}))
    assert len(apart.sources) == 2
    assert len(joined.sources) == 1
    assert joined.sources[0].join_reason


def test_a_correction_by_hand_joins_two_names_and_says_who_did_it() -> None:
    texts = ("“We ran,” said Ilse Brandt.", "“We ran,” said Lisl Noor.")
    given = [article(text, outlet=f"{i}.example") for i, text in enumerate(texts)]
    join = Edit(kind="join_sources", subject="Lisl Noor", target="Ilse Brandt", at="2031-05-15T09:00", by="Ada")
    apart = Edit(kind="split_source", subject="Lisl Noor", at="2031-05-15T09:01")
    joined = twosource.compare(given, options(edits=(join,)))
    assert [source.join_reason.endswith("joined by hand, by Ada") for source in joined.sources] == [True]
    assert len(twosource.compare(given, options(edits=(join, apart))).sources) == 2


def test_a_publisher_that_the_user_names_goes_before_our_own_table() -> None:
    story = twosource.compare([article(FERRY)], options(publishers={"invented.example": "Harrow Media"}))
    assert story.articles[0].publisher == "Harrow Media"


def test_an_article_in_another_language_is_kept_with_a_gap_and_the_rest_is_compared(tmp_path: Path) -> None:
    german = (
        "Fähre läuft vor Velm auf Grund\n\n"
        + "Eine Fähre ist am Montag vor der Küste von Velm auf Grund gelaufen, wie die Hafenpolizei mitteilte. " * 3
    )
    (tmp_path / "german.txt").write_text(german, encoding="utf-8")
    story = twosource.compare([article(FERRY), tmp_path], options())
    assert {one.language for one in story.articles} == {"en", "de"}
    assert [gap.where for gap in story.gaps if gap.code == "G301"] == [str(tmp_path / "german.txt")]
    assert story.figures


def test_findings_of_one_article_need_no_story() -> None:
    (found,), gaps = findings_of([article(FERRY)], options())
    assert not gaps
    assert [figure.measure for figure in found.figures] == ["killed"]


def test_progress_is_told_step_by_step_and_ends_with_done() -> None:
    heard: list[tuple[str, int, int]] = []
    twosource.compare([article(FERRY)], options(progress=lambda *step: heard.append(step)))
    assert heard[0][0] == "parse"
    assert heard[-1] == ("done", 1, 1)
