"""Two accounts of one thing that cannot both be so, and accounts that only look it: whole articles, through the whole way."""

from itertools import product

import pytest

from invented import article, english
from twosource.compare.points.deeds import exclude, of_the_same
from twosource.pipeline import Options, compare, findings_in
from twosource.present.contested import contests
from twosource.present.index import Index
from twosource.text.story_index import StoryIndex

_OUTLETS = "weir.example", "lock.example"
_BEHIND = ("It was the second such day in the region this year.", "Readers in the region had been following it.")


def contradictions(one: str, other: str) -> set[str]:
    """The kinds of contradiction between two articles of one day that tell these sentences and one more each."""
    told = [
        article(f"{text} {behind}", outlet=outlet, headline=headline, published="2031-05-12T10:00")
        for text, behind, outlet, headline in zip(
            (one, other), _BEHIND, ("weir.example", "lock.example"), ("Crews called out", "What is known"), strict=True
        )
    ]
    return {conflict.kind for conflict in compare(told, Options(parser=english())).conflicts}


def test_two_names_in_one_list_contradict_and_those_of_two_lists_do_not() -> None:
    carried = "carried the flag through the gate on Monday morning."
    one_list = f"Police said Ada Rell and Jan Orm {carried}", f"Police said Ada Rell and Pia Vost {carried}"
    assert contradictions(*one_list) == {"name"}
    assert not contradictions(f"Ada Rell, Bo Lund and Jan Orm {carried}", f"Ada Rell and Pia Vost {carried}")


_DAYS = ("2031-05-14T10:00", "2031-05-14T10:00")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The jury found Dorran Pell guilty of fraud.", "The jury acquitted Dorran Pell of fraud."),
        ("The council approved the harbour plan.", "The council voted down the harbour plan."),
        ("The striker signed for Norvale United.", "The striker turned down Norvale United."),
        ("The governor signed the bill.", "The governor vetoed the bill."),
        ("The airline cancelled all flights to Orm.", "The airline said flights to Orm were operating normally."),
        ("Minister Ana Corl resigned on Monday.", "Minister Ana Corl has refused to resign."),
        ("The ship sank off Orm on Sunday.", "The ship is still afloat, the coast guard said."),
        ("The dam failed on Monday.", "The dam is holding, engineers said on Monday."),
        ("The vaccine was found to be safe.", "The vaccine was found to be unsafe."),
        ("Two men were charged over the stabbing.", "No one has been charged over the stabbing."),
        ("The plane landed safely in Orm.", "The plane crashed on landing in Orm."),
        ("Talks on the ceasefire have collapsed.", "Talks on the ceasefire are continuing."),
        ("The hostages were freed on Sunday.", "The hostages are still being held."),
        ("The company will close its plant in Tolm.", "The company will keep its plant in Tolm open."),
        ("The army withdrew from the valley.", "The army remains in the valley."),
        ("The strike was called off.", "The strike went ahead."),
        ("The team won the final.", "The team lost the final."),
        ("The firm made a profit of 3 million.", "The firm made a loss of 3 million."),
        ("The tower was demolished.", "The tower is still standing."),
        ("The missile hit the hospital.", "The missile missed the hospital."),
        ("The pilot was blamed for the crash.", "The pilot was cleared of blame for the crash."),
        ("The trains didn’t leave the track, the board said.", "The trains left the track, the board said."),
        ("The shooting was outside the guidelines.", "The shooting was within the guidelines."),
        ("The shooting was not within the guidelines.", "The shooting was within the guidelines."),
    ],
)
def test_what_cannot_both_be_so_is_a_contradiction_whichever_comes_first(one: str, other: str) -> None:
    assert "polarity" in contradictions(one, other)
    assert "polarity" in contradictions(other, one)


def test_who_did_to_himself_what_another_did_to_him_is_told_as_two_doers() -> None:
    assert contradictions(
        "Police said the gunman was shot dead by officers.", "Police said the gunman killed himself."
    ) == {"agent"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge was closed on Monday and reopened on Friday.", "The bridge was closed."),
        ("The man was beaten and shot dead.", "The man was shot."),
        ("The firm kept its plant in Tolm open.", "The firm closed its plant in Mirl."),
        ("The road to Tolm was closed.", "The road to Mirl was open."),
        ("Pell was convicted of fraud.", "Pell was acquitted of perjury."),
        ("The union rejected the first offer.", "The union accepted the final offer."),
        ("The plane landed safely.", "A second plane crashed."),
        ("The mayor opposed the plan last year.", "The mayor now supports the plan."),
        ("The talks collapsed in March.", "The talks resumed and are continuing."),
        ("Half of the crew survived.", "Half of the crew died."),
        ("The mayor refused to resign.", "The mayor did not resign."),
        ("The court has not yet ruled on the ban.", "The court will rule on the ban in May."),
        ("No one was charged with murder.", "Two men were charged with theft."),
        ("The hikers were found alive.", "A dog was found dead nearby."),
        ("The police officer shot the man.", "The man shot himself in the foot last year."),
        ("The company will close its shop.", "The company may keep its shop open."),
        ("The shooting was not outside the guidelines.", "The shooting was within the guidelines."),
        (
            "Police said nothing indicates that the shooting was outside the guidelines.",
            "The shooting appeared to be within the guidelines, police said.",
        ),
        ("A landslip has killed one road warden.", "An R-2 warden lost in the landslip was found alive."),
        (
            "Jan Rask denied that he had robbed the Velm mill.",
            "Jan Rask scoffed at rumours that he had robbed the Velm mill.",
        ),
        (
            "Jan Rask denied that he had robbed the Velm mill.",
            "Jan Rask issued a denial that he had robbed the Velm mill.",
        ),
        (
            "Jan Rask denied that he had robbed the Velm mill.",
            "Jan Rask repeated denials of having robbed the Velm mill.",
        ),
        (
            "The shooting killed nobody. He denied that he had fired the rifle.",
            "He said the rangers knew who had fired the rifle.",
        ),
        (
            "Lanz is held. He is being kept in Tolm jail without bond. He is being kept in Tolm jail under a small bond.",
            "The rain has stopped.",
        ),
    ],
)
def test_what_may_both_be_so_is_none(one: str, other: str) -> None:
    assert not contradictions(one, other) & {"polarity", "agent"}
    assert not contradictions(other, one) & {"polarity", "agent"}


def test_two_years_of_one_thing_part_and_who_leads_may_do_so_every_year() -> None:
    moved = "The ferry Lark moved to Velm in 2014, the owner said."
    assert contradictions(moved, "The ferry Lark came to Velm in 2015, the owner said.") == {"time"}
    led = "The team said Pell, the Harriers' leading scorer in 2009, was hurt."
    assert not contradictions(led, "The team said Pell came into 2010 as the Harriers' leading scorer.")


def test_of_two_times_of_a_sentence_the_one_that_is_the_events_is_shown() -> None:
    told = [
        article(
            "A blast tore through the grain store at Port Velm on Monday, the harbour office said.",
            outlet="weir.example",
            published="2031-05-14T10:00",
        ),
        article(
            "The clinic said at noon that nine people had been hurt in Tuesday's blast at the grain store at Port Velm.",
            outlet="lock.example",
            published="2031-05-14T13:00",
        ),
    ]
    story = compare(told, Options(parser=english()))
    sides = [side.words for one in contests(Index(story)) if one.what == "time" for side in one.sides]
    assert sorted(words.split(" (")[0] for words in sides) == ["Monday", "Tuesday"]


_WON = "Senator Ivo Lanz won the regional primary in Norvale and in his home state of Tolm."
_TAKEN = "The boy was taken to the hospital, where he was pronounced dead at 4:36 p.m."
_RAISED = "In February he raised $5.7 million for the campaign, his papers show."
_HURT = "Wardens now believe two weekend shootings that left {} were not related."


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (_WON, "Ivo Lanz wins the regional primary in Velm and in his home state of Tolm.", {"place"}),
        (_WON, "Ada Quill wins the regional primaries in Velm and Orm, while Ivo Lanz wins in his home state of Tolm.", set()),
        (_TAKEN, "The boy was taken to a hospital, where he was pronounced dead at 3:51 p.m., the fire service said.", {"time"}),
        (
            _TAKEN,
            "The shooting occurred at 3:51 p.m., and the boy was taken to a hospital, where he was pronounced dead, the fire service said.",
            set(),
        ),
        (f"Ivo Lanz stayed in the race. {_RAISED}", "Ivo Lanz raised $11.9 million in February for the campaign, his papers show.", {"value"}),
        (f"Dorran Pell left the race. {_RAISED}", "Ivo Lanz raised $11.9 million in February for the campaign, his papers show.", set()),
        ("The margin of error is four percentage points.", "The margin of error is 5.7 percentage points.", set()),
        ("The margin of his win is four percentage points.", "The margin of his win is 5.7 percentage points.", {"value"}),
        ("Three people are dead in Velm, police said.", "One person is dead in Velm, police said.", {"value"}),
        ("Three people are dead in Velm, police said.", "Two sisters were shot in Velm by their father, who later killed himself.", set()),
        (
            _HURT.format("two men dead and four people wounded"),
            "Ivo Lanz was one of five people to suffer gunshot wounds in two weekend shootings that were not related, wardens believe.",
            {"value"},
        ),
        (
            _HURT.format("one man dead and four people wounded"),
            "Ivo Lanz was one of five people to suffer gunshot wounds in two weekend shootings that were not related, wardens believe.",
            set(),
        ),
    ],
)  # fmt: skip
def test_places_hours_and_numbers_part_where_they_are_of_one_deed_and_one_count(
    one: str, other: str, kinds: set[str]
) -> None:
    assert contradictions(one, other) == kinds


def test_words_of_one_text_in_capitals_are_no_two_spellings_of_a_name() -> None:
    told = "It was 'a short {0} of time'. The warden said the {0} was small. The {1} of time is known."
    assert not contradictions(told.format("PAMOUNT", "AMOUNT").upper(), "Rain fell.")
    assert contradictions("Ada Tessenka rowed home. The boat of Ada Tesenka sank.", "Rain fell.") == {"name"}


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("The girl was shot at 4:30 p.m. on Monday at the mill in Velm.", "The girl was shot on Monday evening at the mill in Velm.", False),
        ("The girl was shot at 9:30 a.m. on Monday at the mill in Velm.", "The girl was shot on Monday evening at the mill in Velm.", True),
        ("The reeve issued a statement early on Monday morning.", "Ada Ross left work early on Monday afternoon.", False),
    ],
)  # fmt: skip
def test_an_hour_near_an_evening_may_be_one_with_it_and_two_deeds_have_two_hours(
    one: str, other: str, *, parts: bool
) -> None:
    assert ("time" in contradictions(one, other)) is parts


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("because of his age", "because he is a juvenile", False),
        ("because of the cost", "because the funds ran out", False),
        ("because of his age", "because the judge forbade it", True),
    ],
)
def test_one_reason_in_two_words_is_no_other_reason(one: str, other: str, *, parts: bool) -> None:
    told = "The wardens of Velm would not release the name of the boy {}."
    assert ("reason" in contradictions(told.format(one), told.format(other))) is parts


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        ("Khaleb Tessen, 52, drowned, and so did Kahleb Tessen, 50.", False),
        ("Khaleb Tessen, 52, drowned. Kahleb Tessen was at sea.", True),
        ("Ada Tessenka rowed. Ada Tessenka, a reeve, and Bo Orm met Ada Tessenka. Ada Tessenka fell into the weir. The police found Jan Tesenka in the mill.", False),
        ("Ada Tessenka rowed. Ada Tessenka, a reeve, and Bo Orm met Ada Tessenka. Ada Tessenka fell into the weir. The police found Tesenka in the mill.", True),
    ],
)  # fmt: skip
def test_two_names_in_one_sentence_or_with_other_words_are_of_two_however_near_they_are(
    other: str, *, parts: bool
) -> None:
    assert ("name" in contradictions("Rain fell.", other)) is parts


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ("In that case, wardens say the gun was stolen.", False),
        ("In this case, wardens say the gun was stolen.", True),
        ("Wardens say the gun was stolen.", True),
    ],
)
def test_what_is_told_of_that_other_case_contradicts_nothing_of_this_one(told: str, *, parts: bool) -> None:
    before = "A girl was shot at a mill in Orm in April."
    assert ("polarity" in contradictions("Wardens say the gun was not stolen.", f"{before} {told}")) is parts


@pytest.mark.parametrize(
    ("ahead", "now", "parts"),
    [
        ("was supposed to leave on Saturday", "was supposed to leave today", False),
        ("was supposed to leave on Sunday", "was supposed to leave today", True),
        ("was supposed to leave at 9 a.m. on Saturday", "was supposed to leave at 2 p.m. today", True),
    ],
)
def test_a_weekday_and_that_day_told_as_today_are_one_whichever_week_was_meant(
    ahead: str, now: str, *, parts: bool
) -> None:
    friday, saturday = "2031-05-16T10:00", "2031-05-17T10:00"
    told = [
        article(f"The ferry Lark {when} for a cruise around the Orm islands.", outlet=outlet, published=published)
        for when, published, outlet in ((ahead, friday, "weir.example"), (now, saturday, "lock.example"))
    ]
    assert ("time" in {conflict.kind for conflict in compare(told, Options(parser=english())).conflicts}) is parts


@pytest.mark.parametrize(
    ("one", "other", "days", "parts"),
    [
        ("The Orvel sluice broke on Monday", "The Orvel sluice broke on Tuesday", (None, None), True),
        (
            "The Orvel diver was missing on Monday morning",
            "The Orvel diver was missing on Tuesday evening",
            _DAYS,
            True,
        ),
        (
            "The Orvel diver was still missing on Monday morning",
            "The Orvel diver was missing on Tuesday evening",
            _DAYS,
            False,
        ),
    ],
)
def test_days_part_also_where_no_article_has_a_date_and_not_of_what_was_still_so(
    one: str, other: str, days: tuple[str | None, str | None], *, parts: bool
) -> None:
    told = [
        article(f"{text}, the harbour master said.", outlet=f"quay{at}.example", published=day)
        for at, (text, day) in enumerate(zip((one, other), days, strict=True))
    ]
    assert ("time" in {conflict.kind for conflict in compare(told, Options(parser=english())).conflicts}) is parts


def test_who_denies_two_claims_in_one_sentence_is_told_once_with_the_nearest() -> None:
    claims = "Reeve Ada Ross said the weir had burst. She said the mill had burned down."
    told = [
        article(f"{claims} The guild rejected those claims.", outlet="weir.example", published="2031-05-12T10:00"),
        article(claims, outlet="lock.example", headline="What is known", published="2031-05-12T10:00"),
    ]
    (conflict,) = compare(told, Options(parser=english())).conflicts
    assert "the mill had burned down" in conflict.detail


def goes_against(claim: str, denial: str) -> bool:
    """Whether a clause of the one article denies a deed that a clause of the other tells."""
    told = [article(text, outlet=outlet) for text, outlet in zip((claim, denial), _OUTLETS, strict=True)]
    index = StoryIndex.of_findings(findings_in(told, Options(parser=english())))
    pairs = product(*(index.happenings_of(one.id) for one in told))
    return any(exclude(one, other) and of_the_same(one, other, index) for one, other in pairs)


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("Veltra paid two million in bribes, prosecutors said.", "“We have never paid,” Veltra chief Dora Quill said."),
        (
            "The company ignored the warning in March, an engineer said.",
            "“Nobody ignored anything,” its spokesman said.",
        ),
        ("Hugo Wend threatened the steward, a passenger said.", "“I never threatened anybody,” Hugo Wend said."),
        ("The union walked out, the operator said.", "“We did not walk out,” said union secretary Mona Tarr."),
    ],
)
def test_who_denies_it_of_himself_stands_against_it(claim: str, denial: str) -> None:
    assert goes_against(claim, denial)


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("Veltra paid two million in bribes, prosecutors said.", "“We have never paid a dividend,” Dora Quill said."),
        ("Veltra paid bribes in Tolm, prosecutors said.", "“We never paid in Oss,” Veltra chief Dora Quill said."),
        ("Veltra paid two million in bribes, prosecutors said.", "“I never paid,” Hugo Wend said."),
        ("Ana Corl threatened the steward, a passenger said.", "“I never threatened anybody,” Hugo Wend said."),
        ("The union walked out, the operator said.", "“We did not walk out,” said company spokesman Ivo Marl."),
    ],
)
def test_who_denies_something_else_does_not(claim: str, denial: str) -> None:
    assert not goes_against(claim, denial)


def test_a_claim_and_its_denial_in_one_sentence_are_two_sides_and_a_denial_alone_is_none() -> None:
    assert contradictions("The guild said the bell was cracked, a claim the reeve denied.", "Rain fell.") == {
        "polarity"
    }
    assert contradictions("The reeve denied that the bell was cracked.", "Rain fell.") == set()
    assert contradictions("The reeve said that he denied that the bell was cracked.", "Rain fell.") == set()


def test_what_is_denied_of_the_whole_only_is_no_contradiction() -> None:
    claim = "Veltra paid the fine, the regulator said."
    assert contradictions(claim, "Veltra has not fully paid the fine, the clerk said.") == set()
    assert contradictions(claim, "Veltra has not paid the fine, the clerk said.") == {"polarity"}
