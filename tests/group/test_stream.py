from dataclasses import replace
from itertools import permutations

import msgspec
import pytest

from grouped_stories import FIRST_QUAKE, ROUND_UP, SECOND_QUAKE, STRIKES, traits, week
from twosource.group import Change, Held, Placed, Stream, Traits
from twosource.model import content_id
from twosource.settings import DEFAULTS

OFTEN = replace(DEFAULTS, group_repair_every=1)


def streamed(given: list[Traits], stream: Stream | None = None) -> tuple[Stream, list[Change]]:
    stream = stream or Stream(DEFAULTS)
    return stream, [change for one in given for change in stream.add(one)]


def parts(stream: Stream) -> set[frozenset[str]]:
    return {frozenset(articles) for articles in stream.stories().values()}


def ids(given: list[Traits]) -> frozenset[str]:
    return frozenset(one.article for one in given)


def test_two_quakes_in_one_week_are_two_stories() -> None:
    given = week()
    stream, _ = streamed(given)
    assert parts(stream) == {ids(given[:2]), ids(given[2:4]), ids(given[4:])}


def test_headlines_without_a_word_in_common_are_one_event_by_their_bodies() -> None:
    given = [traits(one, f"{n}.example") for n, one in enumerate(STRIKES)]
    assert not set(given[0].title) & set(given[1].title)
    assert parts(streamed(given)[0]) == {ids(given)}


def test_undated_reports_find_each_other_by_their_words() -> None:
    given = [traits(one, f"{n}.example", None) for n, one in enumerate((*STRIKES, *SECOND_QUAKE))]
    assert parts(streamed(given)[0]) == {ids(given[:2]), ids(given[2:])}


def test_a_verbatim_copy_joins_its_original() -> None:
    for report in (*FIRST_QUAKE, *STRIKES, ROUND_UP):
        given = [*week(), traits(report, "copyist.example", "2031-05-15")]
        stream, changes = streamed(given)
        home = {article: story for story, articles in stream.stories().items() for article in articles}
        original = next((one for one in given if one.words == given[-1].words), given[-1])
        assert home[original.article] == home[given[-1].article]
        assert report == ROUND_UP or changes[-1].kind != "started"


def test_a_round_up_does_not_bridge_stories() -> None:
    given = [*week(), traits(ROUND_UP, "weekly.example", "2031-05-16")]
    stream, _ = streamed(given)
    stream.repair(everything=True)
    for story in (given[:2], given[2:4], given[4:6]):
        assert not any(ids(story) < part and part - ids(story) - {given[-1].article} for part in parts(stream))
        assert any(ids(story) <= part for part in parts(stream))


def test_a_near_empty_article_stays_alone_and_draws_nothing() -> None:
    short = traits(("Quake", "More soon."), "short.example")
    stream, changes = streamed([short, *week(), replace(short, article="another")])
    assert stream.stories()[changes[0].story] == (short.article,)
    assert "too few" in changes[0].reason
    assert len(parts(stream)) == 5


def test_an_article_without_a_word_is_placed_all_the_same() -> None:
    stream, changes = streamed([Traits(article="empty"), Traits(article="empty too")])
    assert [change.kind for change in changes] == ["started", "started"]
    assert not stream.repair(everything=True)


def test_every_change_has_a_reason_and_every_article_exactly_one_story() -> None:
    given = week()
    stream, changes = streamed(given, Stream(OFTEN))
    assert all(change.reason for change in changes)
    placed = [article for articles in stream.stories().values() for article in articles]
    assert sorted(placed) == sorted(ids(given))
    assert next(change for change in changes if change.kind == "joined").reason.startswith("fits this story (")


def test_changes_replayed_give_the_stories() -> None:
    stream, changes = streamed(week(), Stream(OFTEN))
    home = {change.article: change.story for change in changes}
    assert all(home[article] == story for story, articles in stream.stories().items() for article in articles)


def test_the_same_article_twice_changes_nothing() -> None:
    stream, _ = streamed(week())
    assert stream.add(week()[0]) == ()


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_arrival_within_a_day_changes_no_story(order: tuple[int, ...]) -> None:
    given = [traits(one, f"{n}.example") for n, one in enumerate((*STRIKES, *FIRST_QUAKE))]
    stream, _ = streamed([given[n] for n in order])
    assert parts(stream) == {ids(given[:2]), ids(given[2:])}


@pytest.mark.parametrize("settings", [DEFAULTS, OFTEN, replace(DEFAULTS, group_repair_every=3)])
@pytest.mark.parametrize("cut", range(7))
def test_a_stream_begun_again_goes_on_as_it_would_have(cut: int, settings: object) -> None:
    assert isinstance(settings, type(DEFAULTS))
    given = week()
    first = Stream(settings)
    _, _ = streamed(given[:cut], first)
    home = {article: story for story, articles in first.stories().items() for article in articles}
    known = [Placed(traits=one, story=home[one.article]) for one in given[:cut]]
    second = Stream(settings, msgspec.json.decode(msgspec.json.encode(known), type=list[Placed]))
    assert streamed(given[cut:], second)[1] == streamed(given[cut:], first)[1]
    assert second.stories() == first.stories()


def test_a_story_is_named_by_the_article_that_started_it() -> None:
    given = week()
    assert streamed(given)[1][0].story == content_id("y", given[0].article)


def test_a_correction_by_hand_survives_repair() -> None:
    given = week()
    stream, _ = streamed(given)
    wrong = next(story for story, articles in stream.stories().items() if given[4].article in articles)
    (change,) = stream.hold(Held(article=given[0].article, story=wrong))
    assert (change.kind, change.story, change.reason) == ("moved", wrong, "put here by hand")
    stream.repair(everything=True)
    assert given[0].article in stream.stories()[wrong]


def test_an_article_taken_out_by_hand_stays_alone() -> None:
    given = week()
    stream, _ = streamed(given)
    (change,) = stream.hold(Held(article=given[1].article, story=""))
    stream.repair(everything=True)
    assert stream.stories()[change.story] == (given[1].article,)
    assert change.story != change.from_story
    assert stream.hold(Held(article=given[1].article, story="")) == ()


def test_a_correction_that_came_first_holds_when_the_article_arrives() -> None:
    given = week()
    stream = Stream(DEFAULTS, held=[Held(article=given[1].article, story="chosen")])
    _, changes = streamed(given, stream)
    assert changes[1].story == "chosen"
    assert stream.stories()["chosen"] == (given[1].article,)


def test_articles_out_of_the_window_are_forgotten() -> None:
    stream = Stream(replace(DEFAULTS, group_window=30))
    streamed(week(), stream)
    late = [
        replace(one, article=f"late {n}", at="2032-01-02", day=(one.day or 0) + 300) for n, one in enumerate(week() * 2)
    ]
    streamed(late, stream)
    assert not ids(week()) & frozenset(article for articles in stream.stories().values() for article in articles)


def test_one_wrong_date_in_the_future_does_not_empty_the_window() -> None:
    stream, _ = streamed(week())
    stream.add(replace(week()[0], article="from the future", day=10**6))
    assert ids(week()) <= frozenset(article for articles in stream.stories().values() for article in articles)


def test_a_refusal_that_came_close_says_why() -> None:
    report = (
        "Man, 34, shot dead in Pemberly Road",
        "A man was shot dead in Pemberly Road in Corvale on Monday night, police said. Ruben Astley was 34 years old.\nDetectives asked witnesses of the shooting to come forward; a grey van left the scene.",
    )
    other = (
        "Shopkeeper shot dead by robbers in Corvale",
        "Two robbers shot a shopkeeper in Tannery Street in Corvale on Wednesday night, police said. Maud Perrin, 61, died in hospital.\nDetectives said that cigarettes and some cash were taken from her shop.",
    )
    _, changes = streamed([traits(report, "a.example", "2031-05-12"), traits(other, "b.example", "2031-05-15")])
    assert [change.kind for change in changes] == ["started", "started"]
    assert "came close" in changes[1].reason
    assert "other ages (61 – 34)" in changes[1].reason
    assert "other streets" in changes[1].reason


def test_parts_that_do_not_fit_each_other_split_off() -> None:
    given = week()
    mixed = [given[0], given[1], given[4], given[5]]
    stream = Stream(DEFAULTS, [Placed(traits=one, story="mixed") for one in mixed])
    changes = stream.repair(everything=True)
    assert parts(stream) == {ids(given[:2]), ids(given[4:])}
    assert {change.kind for change in changes} <= {"split", "moved", "merged"}
    assert all(change.from_story for change in changes)


def test_stories_that_fit_each_other_merge_into_the_older() -> None:
    given = week()
    stream = Stream(DEFAULTS, [Placed(traits=given[0], story="old"), Placed(traits=given[1], story="young")])
    (change,) = stream.repair(everything=True)
    assert (change.kind, change.story, change.from_story) == ("merged", "old", "young")


def test_a_stream_that_learns_what_another_did_goes_on_as_one_begun_again() -> None:
    given = week()
    whole = Stream(DEFAULTS)
    for one in given[:3]:
        whole.add(one)
    behind = Stream(DEFAULTS, _known(whole, given[:3]))
    for one in given[3:5]:
        whole.add(one)
    behind.learn(_known(whole, given[:5]))
    assert behind.stories() == whole.stories()
    for one in given[5:]:
        assert behind.add(one) == whole.add(one)


def _known(stream: Stream, given: list[Traits]) -> list[Placed]:
    home = {article: story for story, articles in stream.stories().items() for article in articles}
    return [Placed(traits=one, story=home[one.article]) for one in given]
