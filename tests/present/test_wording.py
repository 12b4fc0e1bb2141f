from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.sample import sample
from twosource.model import Article, Check, Origin, Span, Story
from twosource.present.checklist import gathered
from twosource.present.index import Index
from twosource.present.lead import agreement, lead
from twosource.present.origins import letters, origin_name, relation_to
from twosource.present.page.clock import minutes
from twosource.present.page.wordwise import aligned, changed
from twosource.present.ranking import ranked
from twosource.present.sayings import heading, sayings
from twosource.present.wording import clip, dated, seen, span_of_time, value
from twosource.text.prose import listed
from twosource.text.stamps import when


def test_times_are_said_as_precisely_as_they_are_known() -> None:
    assert when("2031-03-12T06:10:00+00:00") == "12 Mar 2031, 06:10"
    assert when("2031-03-12") == "12 Mar 2031"
    assert when("2031-03") == "Mar 2031"
    assert when("some time") == "some time"
    assert span_of_time("2031-03-12T06:00", "2031-03-12T06:59") == "12 Mar 2031, 06:00 – 06:59"


def test_a_date_judged_by_content_says_so() -> None:
    article = Article(
        id="a1", outlet="o", sha256="0", text="", dated_by="content", date_range=("2031-03-12", "2031-03-14")
    )
    assert dated(article) == "between 12 Mar 2031 and 14 Mar 2031, judged by its content"
    assert dated(replace(article, dated_by="none", date_range=None)) == "no date stated"


def test_values_are_whole_numbers_where_they_can_be() -> None:
    assert value(2_300_000, 2_300_000) == "2.3 million"
    assert value(8, 10) == "8–10"
    assert value(3.5, 3.5) == "3.5"
    assert value(float("nan"), float("inf")) == "?"


def test_long_lists_say_how_many_are_left_out() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_a_cut_text_ends_between_words_with_an_ellipsis() -> None:
    assert clip("one two three", 9) == "one two …"
    assert clip("one two", 9) == "one two"


@given(st.text())
def test_what_a_terminal_shows_holds_no_control_characters(words: str) -> None:
    assert not any(character in seen(words) for character in "\x1b\x07\x9b\u202e\ud800")


def test_checks_of_one_code_stand_together_under_what_they_ask() -> None:
    checks = [
        Check(code="C2", detail="It is asked. Of this."),
        Check(code="C2", detail="It is asked. Of that."),
        Check(code="C1", detail="Alone"),
    ]
    found = [(code, head, [detail for detail, _ in items]) for code, head, items in gathered(checks)]
    assert found == [("C2", "It is asked", ["Of this.", "Of that."]), ("C1", "Alone", [""])]


def test_a_text_whose_first_article_is_not_known_is_called_that() -> None:
    story = sample()
    shared = replace(story.origins[0], first=None, via=None)
    told = " ".join(lead(Index(replace(story, origins=(shared, story.origins[1]), conflicts=()))))
    assert "Harrow Wire and Evening Bell share wording; which had it first is not known." in told
    assert "The accounts differ on three claims; no other contradiction was found between them." in told


def test_a_name_in_two_ways_is_no_contradiction_in_what_happened() -> None:
    story = sample()
    clash = story.conflicts[0]
    names = [replace(clash, id=f"n{place}", kind="name", point=None) for place in range(2)]
    alone = " ".join(agreement(Index(replace(story, conflicts=tuple(names)))))
    assert "Two names are given in two ways. The accounts differ on" in alone
    assert "no other contradiction was found" in alone
    both = agreement(Index(replace(story, conflicts=(clash, *names))))
    assert both[0] == "The accounts contradict each other on one claim."
    assert both[-1] == "Two names are given in two ways."
    assert agreement(Index(replace(story, articles=story.articles[:1], conflicts=(), points=()))) == ()


def test_what_is_denied_is_counted_by_itself() -> None:
    told = agreement(Index(sample()))
    assert told[0].startswith("The accounts contradict each other on")
    assert told[1] == "One claim is denied or disputed."


def test_a_carrier_that_articles_only_name_is_not_said_to_have_sent_their_text() -> None:
    story = sample()
    named = replace(story.origins[0], first=None, via="AFP")
    articles = tuple(replace(one, via=()) for one in story.articles)
    told = " ".join(lead(Index(replace(story, articles=articles, origins=(named, story.origins[1])))))
    assert "Harrow Wire and Evening Bell share wording, and name AFP as where they have something." in told
    credited = tuple(replace(one, via=("AFP",)) for one in story.articles)
    told = " ".join(lead(Index(replace(story, articles=credited, origins=(named, story.origins[1])))))
    assert "carry copy that goes back to AFP" in told


def test_many_shared_texts_are_counted_not_all_told() -> None:
    told = _with_origins(*(f"Agency {i}" for i in range(6)))
    assert "Harrow Wire carries copy of four more texts." in told


def test_a_third_text_alone_is_told_as_the_first_two_are() -> None:
    told = _with_origins("AFP", "AP", "Reuters")
    assert "Harrow Wire carries copy that goes back to Reuters." in told
    assert not any("more text" in sentence for sentence in told)


@pytest.mark.parametrize("count", [2, 3])
def test_whom_three_origins_name_as_where_they_have_something_is_said_at_the_head(count: int) -> None:
    story = sample()
    origins = tuple(
        Origin(id=one.id, articles=(one.id,), reason="", carriers=("Tallow Gazette",) if row < count else ())
        for row, one in enumerate(story.articles)
    )
    told = " ".join(lead(Index(replace(story, origins=origins))))
    assert ("name Tallow Gazette as where they have something." in told) == (count == 3)


def test_two_texts_of_one_newsroom_are_called_by_its_name_wherever_they_are_shown() -> None:
    story = sample()
    articles = tuple(replace(one, outlet="Harrow Wire", via=()) for one in story.articles[:2])
    both = replace(story.origins[0], articles=tuple(one.id for one in articles), first=articles[0].id, via=None)
    index = Index(replace(story, articles=(*articles, story.articles[2]), origins=(both,)))
    assert origin_name(index, both) == "Harrow Wire"
    assert relation_to(index, both) == "one of two texts of Harrow Wire"


def test_two_texts_of_one_agency_are_told_apart() -> None:
    told = _with_origins("AFP", "AFP")
    assert "Harrow Wire carries copy that goes back to AFP." in told
    assert "Harrow Wire carries copy that goes back to another text of AFP." in told


def test_two_texts_of_one_newsroom_are_not_said_to_share_wording() -> None:
    story = sample()
    articles = tuple(replace(one, outlet="Harrow Wire", via=()) for one in story.articles)
    both = replace(story.origins[0], articles=tuple(one.id for one in articles[:2]), first=None, via=None)
    told = " ".join(lead(Index(replace(story, articles=articles, origins=(both,)))))
    assert "Two of Harrow Wire are texts of one newsroom." in told
    assert "share wording" not in told


def test_who_only_names_another_is_not_said_to_carry_its_copy() -> None:
    story = sample()
    named = replace(story.origins[0], first=story.articles[0].id, via=None)
    for passages, words in (
        ((), "Evening Bell names Harrow Wire as where it has something."),
        (named.passages, "carries copy"),
    ):
        told = " ".join(lead(Index(replace(story, origins=(replace(named, passages=passages), story.origins[1])))))
        assert words in told


def _with_origins(*carriers: str) -> tuple[str, ...]:
    """The sentences at the head of a story of which one article carries a text of each of these agencies."""
    story = sample()
    article = replace(story.articles[0], via=tuple(dict.fromkeys(carriers)))
    origins = tuple(Origin(id=f"o{i}", articles=(article.id,), via=via, reason="") for i, via in enumerate(carriers))
    return lead(Index(replace(story, articles=(article, *story.articles[1:]), origins=origins)))


def test_points_that_differ_come_first_and_those_of_one_article_last() -> None:
    index = Index(sample())
    main, rest = ranked(index)
    assert next(point.label for point in main) == "at least 6 passengers are missing"
    assert [point.label for point in rest] == ["We will search until the tide turns,"]


def test_only_those_that_lost_a_bound_or_a_source_are_said_to_differ_in_it() -> None:
    index = Index(sample())
    missing, _, steering, *_ = index.story.points
    bounds = {index.outlets[one.article]: one.differs for one in sayings(index, missing)}
    assert "bound" in bounds["Evening Bell"]
    assert "bound" not in bounds["Harrow Wire"]
    assert [index.outlets[one.article] for one in sayings(index, steering) if "attribution" in one.differs] == [
        "Evening Bell"
    ]


def test_an_interrupted_quotation_shows_where_words_are_left_out() -> None:
    index = Index(sample())
    tide = index.story.points[4]
    assert (
        sayings(index, tide)[0].text == "We will search until the tide turns, … After that, … it is a matter of luck."
    )


def test_outlets_with_several_articles_are_told_apart_by_time() -> None:
    story = sample()
    first, second, third = story.articles
    same = replace(story, articles=(first, replace(second, outlet=first.outlet), third))
    assert list(Index(same).outlets.values()) == [
        "Harrow Wire (13 May, 05:40)",
        "Harrow Wire (13 May, 07:15)",
        "The Sound Courier",
    ]


@given(st.text(alphabet="ab c.’'", max_size=40), st.text(alphabet="ab c.’'", max_size=40))
def test_two_wordings_side_by_side_are_both_whole(left: str, right: str) -> None:
    one, other = aligned(left, right)
    assert (one.striptags(), other.striptags()) == (" ".join(left.split()), " ".join(right.split()))


def test_what_was_left_out_and_put_in_is_shown_word_by_word() -> None:
    shown = changed("The lamp went out", "The lamp had gone out")
    assert shown == 'The lamp <del title="went">went</del><ins>had gone</ins> out'
    assert changed("a <b>", "a <i>") == 'a &lt;<del title="b">b</del><ins>i</ins>&gt;'


def test_a_stamp_with_a_zone_is_placed_by_its_instant() -> None:
    assert minutes("2031-03-12T06:10+02:00") == minutes("2031-03-12T04:10")
    assert minutes("noon") is None
    assert minutes(None) is None


def test_an_empty_story_has_a_lead() -> None:
    assert lead(Index(Story(title="", version="0"))) == ("No articles from no outlets.",)


def test_an_agency_s_text_on_its_own_site_is_no_copy_of_anything() -> None:
    story = sample()
    own = replace(story.articles[2], outlet="world.cnn.com")
    alone = replace(story.origins[1], via="CNN")
    index = Index(replace(story, articles=(*story.articles[:2], own), origins=(story.origins[0], alone)))
    assert list(letters(index).values()) == ["A"]
    assert "No shared origin was found for world.cnn.com." in lead(index)


def test_several_articles_of_one_outlet_are_one_newsroom_s_and_no_copies() -> None:
    story = sample()
    wire, bell, local = (
        replace(one, outlet=name)
        for one, name in zip(story.articles, ("a.example", "a.example", "b.example"), strict=True)
    )
    own = replace(story.origins[0], via=None, first=wire.id)
    told = " ".join(lead(Index(replace(story, articles=(wire, bell, local), origins=(own, story.origins[1])))))
    assert "Two of a.example are texts of one newsroom." in told
    assert "goes back" not in told


def test_what_its_own_source_denies_is_shown_with_the_denial_and_its_twin_is_not_shown() -> None:
    story = sample()
    denied = next(one for one in story.statements if any(mark.by == one.source for mark in one.marks))
    text = story.articles[2].text
    start = text.index("denied", denied.start)
    cued = replace(denied, cue=Span(start=start, end=start + len("denied")), marks=())
    twin = replace(denied, id="t9", kind="assertion", source=None, source_span=None)
    point = replace(story.points[2], statements=(cued.id, twin.id), differences=())
    index = Index(replace(story, statements=(cued, twin), points=(point,), figures=()))
    (one,) = sayings(index, point)
    assert (one.text, one.marks) == ("denied that the steering had failed", denied.marks)
    assert heading(index, point, (one,)).words == "denied that the steering had failed"
