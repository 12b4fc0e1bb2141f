"""Points over findings made by hand."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.told import Teller
from twosource import compare
from twosource.compare.alignment import gather
from twosource.compare.points import find_points
from twosource.model import Conflict, Point


def points_of(*tellers: Teller) -> tuple[tuple[Point, ...], tuple[Conflict, ...]]:
    return find_points(tuple(teller.findings for teller in tellers), ())


def kinds(point: Point) -> set[str]:
    return {difference.kind for difference in point.differences}


FULL = "“The sluice had been creaking for a fortnight and nobody from the canal office came to look,” said Orla Venn."
CUT = "“Nobody from the canal office came to look,” Orla Venn told reporters."


def test_a_quotation_cut_elsewhere_is_one_point_with_the_cut_shown() -> None:
    long = Teller(FULL, "weir.example").says(FULL[1:90], "Orla Venn")
    short = Teller(CUT, "lock.example").says(CUT[1:42], "Orla Venn")
    (point,), conflicts = points_of(long, short)
    assert point.kind == "quotation"
    assert point.relation == "same"
    assert "leaves out" in point.differences[0].detail
    assert not conflicts


def test_of_a_quotation_that_others_have_in_two_remarks_each_remark_is_a_point() -> None:
    first, second = (
        "The sluice had creaked for a fortnight before it broke,",
        "Nobody from the canal office came to look at it.",
    )
    whole = f"{first[:-1]}. {second}"
    tellers = [
        Teller(f"“{whole}” said Orla Venn.", "weir.example").says(whole, "Orla Venn"),
        Teller(f"“{first}” said Orla Venn.", "lock.example").says(first, "Orla Venn"),
        Teller(f"“{first}” Orla Venn said. “{second}”", "quay.example")
        .says(first, "Orla Venn")
        .says(second, "Orla Venn"),
    ]
    points, conflicts = points_of(*tellers)
    assert [len(point.statements) for point in points] == [3, 2]
    assert [point.label for point in points] == [first, second]
    assert not conflicts


def test_what_one_article_has_in_pieces_is_one_point_with_the_whole() -> None:
    first, second = (
        "The sluice had creaked for a fortnight before it broke,",
        "Nobody from the canal office came to look at it.",
    )
    whole = f"{first[:-1]}. {second}"
    one = Teller(f"“{whole}” said Orla Venn.", "weir.example").says(whole, "Orla Venn")
    two = (
        Teller(f"“{first}” Orla Venn said. “{second}”", "lock.example")
        .says(first, "Orla Venn")
        .says(second, "Orla Venn")
    )
    (point,), _ = points_of(one, two)
    assert len(point.statements) == 3


def test_the_same_words_given_to_two_people_are_one_point_and_a_conflict_of_speaker() -> None:
    one = Teller(FULL, "weir.example").says(FULL[1:90], "Orla Venn")
    two = Teller(FULL, "lock.example").says(FULL[1:90], "Piet Harrow")
    (point,), (conflict,) = points_of(one, two)
    assert point.relation == "differs"
    assert conflict.kind == "speaker"
    assert "Orla Venn" in conflict.detail
    assert "Piet Harrow" in conflict.detail


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "is the end of hope, of song and of open doors,",
            "is the end of hope, of song and of sheer greed,",
            "differs",
        ),
        (
            "has flooded our cellars since the sluice broke,",
            "has ruined our cellars since the sluice broke,",
            "differs",
        ),
        ("flooded the cellars of forty houses,", "flooded the cellars of fourteen houses,", "same"),
        ("has flooded our cellar since the sluice broke,", "has flooded our cellars since the sluice broke,", "same"),
        ("emptied a store by the old sluice,", "emptied a shop by the old sluice,", "same"),
        ("broke the gate of the Orvel mill this morning,", "broke the gate of the Brask mill this morning,", "same"),
        ("broke the (northern) gate this morning,", "broke the [old] gate this morning,", "same"),
    ],
)
def test_a_remark_quoted_with_other_words_in_one_place_differs(one: str, other: str, relation: str) -> None:
    """Not with another form of a word, one of the same kind, a number, a name, or what an editor put in."""
    told = [
        Teller(f"“The water {words}” said Orla Venn.", outlet).says(f"The water {words}", "Orla Venn")
        for words, outlet in ((one, "weir.example"), (other, "lock.example"))
    ]
    (point,), _ = points_of(*told)
    assert point.relation == relation


def test_where_one_of_two_quotations_begins_later_no_word_stands_for_another() -> None:
    one = Teller("“Greedy men broke the old gate,” said Orla Venn.", "weir.example")
    two = Teller("“Frost broke the old gate,” said Orla Venn.", "lock.example")
    (point,), _ = points_of(
        one.says("Greedy men broke the old gate,", "Orla Venn"), two.says("Frost broke the old gate,", "Orla Venn")
    )
    assert point.relation == "same"


def test_one_name_with_two_descriptions_is_one_speaker() -> None:
    one = Teller(FULL, "weir.example").says(FULL[1:90], "early Quayline partner Ulvhild Tarramsen")
    two = Teller(FULL, "lock.example").says(FULL[1:90], "harbour diver and keeper Ulvhild Tarramsen")
    (point,), conflicts = points_of(one, two)
    assert point.relation == "same"
    assert not conflicts


def test_a_parody_of_a_quotation_is_no_second_wording_of_it() -> None:
    parody = "“The sluice had been singing for a fortnight and everybody from the canal office came to dance,” joked Piet Harrow."
    one = Teller(FULL, "weir.example").says(FULL[1:90], "Orla Venn")
    two = Teller(parody, "lock.example").says(parody[1:95], "Piet Harrow")
    points, conflicts = points_of(one, two)
    assert [point.relation for point in points] == ["single", "single"]
    assert not conflicts


def test_a_dropped_not_turns_the_sense_and_is_a_conflict() -> None:
    with_not = "“We will not reopen the northern sluice before the inspectors have finished,” said Orla Venn."
    without = "“We will reopen the northern sluice before the inspectors have finished,” said Orla Venn."
    one = Teller(with_not, "weir.example").says(with_not[1:76], "Orla Venn")
    two = Teller(without, "lock.example").says(without[1:72], "Orla Venn")
    (point,), conflicts = points_of(one, two)
    assert "polarity" in kinds(point)
    assert point.relation == "differs"
    assert "polarity" in {conflict.kind for conflict in conflicts}


def test_a_paraphrase_joins_the_quotation_it_tells_of() -> None:
    told = "Orla Venn said the sluice had been creaking for two weeks and that nobody came from the canal office."
    one = Teller(FULL, "weir.example").says(FULL[1:90], "Orla Venn")
    two = Teller(told, "lock.example").says(told[15:-1], "Orla Venn", kind="paraphrase")
    (point,), _ = points_of(one, two)
    assert "in its own words" in point.differences[0].detail


@pytest.mark.parametrize(("third", "kind"), [("Lene Oss", "quotation"), ("Mark Venn", "claim")])
def test_what_two_articles_have_from_one_speaker_is_a_remark_whoever_else_says_it(third: str, kind: str) -> None:
    words = "the old sluice at Orvel would stay shut until the dredgers had left the river"
    speakers = {"weir.example": "Lene Oss", "lock.example": "Ana Holm", "quay.example": third}
    told = [
        Teller(f"{who} of {outlet} said {words}.", outlet).says(words, who, kind="paraphrase")
        for outlet, who in speakers.items()
    ]
    (point,), _ = points_of(*told)
    assert point.kind == kind


@pytest.mark.parametrize(
    ("articles", "chance", "other", "joined"),
    [
        (3, 0.52, "The keepers had opened a sluice", False),
        (3, 0.8, "The sluice had been shut by frost", False),
        (3, 0.8, "The keepers had opened a sluice", True),
        (5, 0.52, "The sluice had been shut by frost", True),
    ],
)
def test_in_a_story_of_few_articles_it_must_be_surer_that_two_tell_the_same(
    articles: int, chance: float, other: str, *, joined: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "chances_of", lambda couples: np.full(len(couples), chance))
    told = [
        Teller("Keepers opened the old sluice at Orvel.", "weir.example").tells("Keepers opened the old sluice"),
        Teller(f"{other}.", "lock.example").tells(other),
        *(Teller(f"Nothing else was told, {number}.", f"quay{number}.example") for number in range(articles - 2)),
    ]
    points, _ = points_of(*told)
    assert bool(points) == joined


def test_an_attribution_that_gets_lost_is_named() -> None:
    text = "The eastern dyke at Marrow Point gave way shortly before dawn"
    one = Teller(f"{text}, harbour master Lene Oss said.", "weir.example").says(text, "Lene Oss", kind="paraphrase")
    two = Teller(f"{text}.", "lock.example").tells(text)
    (point,), _ = points_of(one, two)
    assert point.kind == "claim"
    assert kinds(point) == {"attribution"}
    assert point.relation == "same"


def test_two_quakes_in_one_week_are_two_points() -> None:
    first = "An earthquake of magnitude 5.1 shook the island of Tarn on Monday and cracked church walls"
    second = "An earthquake of magnitude 6.3 shook the island of Tarn on Thursday and cracked church walls"
    points, conflicts = points_of(
        Teller(first, "weir.example").tells(first), Teller(second, "lock.example").tells(second)
    )
    assert not points
    assert not conflicts


def test_soldiers_killed_in_other_words_are_one_count_and_its_two_values_clash() -> None:
    one = Teller("Ministry: 4,120 Lorian soldiers killed", "weir.example").counts(
        "4,120", 4120, "Lorian soldiers", main=True
    )
    two = Teller("Some 6,000 Lorian troops had been killed.", "lock.example").counts(
        "6,000", 6000, "Lorian troops", main=True
    )
    (point,), (conflict,) = points_of(one, two)
    assert point.relation == "differs"
    assert conflict.detail == "lock.example has 6,000; weir.example has 4,120." or conflict.detail.startswith("weir")


def test_a_figure_is_called_by_the_statement_that_gives_it_not_by_the_sentence_around() -> None:
    text = "His visit came after the coastguard made the statement that 41 deckhands had been killed, a number doubted in Arden."
    teller = Teller(text, "weir.example").says(
        "that 41 deckhands had been killed,", "the coastguard", kind="paraphrase"
    )
    teller.counts("41", 41, "deckhands")
    teller.figures[0] = replace(teller.figures[0], statement=teller.statements[0].id)
    labels = [point.label for point in points_of(teller)[0] if point.kind == "figure"]
    assert labels == ["41 deckhands had been killed"]


def test_a_higher_toll_in_a_later_article_is_an_update_and_no_conflict() -> None:
    one = Teller("Blaze kills 9 people", "weir.example").counts("9", 9, "people", main=True)
    two = Teller("Blaze kills 14 people", "lock.example", published="2031-05-15T09:00").counts(
        "14", 14, "people", main=True
    )
    (point,), conflicts = points_of(one, two)
    assert point.relation == "updated"
    assert not conflicts


def test_a_lost_bound_is_a_difference_and_no_conflict() -> None:
    one = Teller("At least 14 people died", "weir.example").counts(
        "At least 14", 14, "people", bound="at least", main=True
    )
    two = Teller("Fourteen people died", "lock.example").counts("Fourteen", 14, "people", main=True)
    (point,), conflicts = points_of(one, two)
    assert kinds(point) == {"bound"}
    assert not conflicts


def test_a_rounder_number_is_no_conflict() -> None:
    one = Teller("A total of 1,987 homes were destroyed", "weir.example").counts(
        "1,987", 1987, "homes", "destroyed", main=True
    )
    two = Teller("About 2,000 homes were destroyed", "lock.example").counts(
        "About 2,000", 2000, "homes", "destroyed", bound="about", main=True
    )
    (point,), conflicts = points_of(one, two)
    assert kinds(point) == {"bound"}
    assert not conflicts


def test_other_people_another_place_or_a_part_are_never_joined() -> None:
    whole = Teller("The flood killed 40 people", "weir.example").counts("40", 40, "people", main=True)
    part = Teller("The flood killed 11 more people", "lock.example").counts("11", 11, "more people", main=True)
    town = Teller("In Oss 40 people died; in Brill 22", "dyke.example")
    town.counts("40", 40, "people", where="Oss").counts("22", 22, "people", where="Brill")
    things = Teller("The flood killed 40 cows", "cow.example").counts("40", 40, "cows", main=True)
    points, conflicts = points_of(whole, part, town, things)
    assert max(len(point.figures) for point in points) == 2
    assert len(points) == 4
    assert not conflicts


def test_a_headline_that_no_longer_fits_its_text_clashes_inside_one_article() -> None:
    stale = Teller(
        "The blaze killed 14 people, the brigade said.", "weir.example", headline="Nine people killed in mill blaze"
    )
    stale.counts("Nine", 9, "people", main=True).counts("14", 14, "people")
    (point,), (conflict,) = points_of(stale)
    assert point.relation == "differs"
    assert "headline" in conflict.detail


def test_a_mark_that_one_article_drops_is_named() -> None:
    text = "The claim of 300 captured sailors could not be verified."
    one = Teller(text, "weir.example")
    one.counts("300", 300, "sailors", "captured", main=True, marks=(one.mark("could not be verified", "unverified"),))
    two = Teller("Some 300 sailors were captured.", "lock.example").counts("300", 300, "sailors", "captured", main=True)
    (point,), _ = points_of(one, two)
    assert "mark" in kinds(point)


def test_the_order_of_the_articles_changes_nothing() -> None:
    tellers = [
        Teller(FULL, "weir.example").says(FULL[1:90], "Orla Venn"),
        Teller(CUT, "lock.example").says(CUT[1:42], "Orla Venn"),
        Teller("Blaze kills 9 people", "dyke.example").counts("9", 9, "people", main=True),
        Teller("Blaze kills 14 people", "cow.example").counts("14", 14, "people", main=True),
    ]
    assert len({points_of(*order) for order in permutations(tellers)}) == 1


@given(st.lists(st.text(alphabet="abc xyz.“”0123456789", min_size=1, max_size=40), min_size=1, max_size=4))
def test_every_quotation_is_in_exactly_one_point(texts: list[str]) -> None:
    tellers = [
        Teller(f"said {text} end", f"o{i}.example").says(f"said {text} end")
        for i, text in enumerate(texts)
        if text.strip()
    ]
    points, _ = points_of(*tellers)
    found = [one for point in points for one in point.statements]
    assert len(found) == len(set(found))


def test_nothing_found_is_no_point() -> None:
    assert find_points(()) == ((), ())


def test_a_claim_that_is_no_clause_by_itself_is_called_with_the_words_that_say_who_says_it() -> None:
    told = "The guards declined to respond to her, and the girl left the harbour."
    tellers = [
        Teller(lead + told, outlet).says("to respond to her", "The guards", kind="paraphrase")
        for lead, outlet in (("", "weir.example"), ("Nobody moved. ", "lock.example"))
    ]
    for teller in tellers:
        start = teller.article.text.index("The guards")
        teller.statements[0] = replace(teller.statements[0], start=start)
    (point,), _ = points_of(*tellers)
    assert point.label == "The guards declined to respond to her"


def test_a_point_is_called_by_the_remark_that_all_of_it_quote_and_not_by_all_that_was_said_around_it() -> None:
    long = "“The lock is older than the town by far. The pumps failed before the rain came down,” said Ada Quill."
    short = "“The pumps failed before the rain came down,” said Ada Quill."
    points = [point for point in compare(text=[long, short]).points if point.kind == "quotation"]
    assert [point.label.rstrip(",.") for point in points] == ["The pumps failed before the rain came down"]


def test_a_point_is_not_called_by_half_a_sentence_that_somebody_quotes() -> None:
    whole = "“The pumps failed before the rain came down,” said Ada Quill."
    half = "Ada Quill said the pumps had “failed before the rain came down” on Sunday."
    points = [point for point in compare(text=[whole, half]).points if point.kind == "quotation"]
    assert [point.label.rstrip(",.") for point in points] == ["The pumps failed before the rain came down"]


def test_words_in_both_are_named_as_they_are_written() -> None:
    one = "The hull of the ferry was lifted at 3:30 in the old dock of Oss."
    two = "In the old dock of Oss the ferry's hull was raised at 3:30 on Monday."
    reasons = " ".join(point.reason for point in compare(text=[one, two]).points if point.kind == "claim")
    assert "“3:30”" in reasons
    assert "“30”" not in reasons


def test_a_count_is_called_by_who_gives_it_and_not_by_who_points_back_at_it() -> None:
    text = "Four people were killed in the boathouse at Velm late on Saturday, police said. The four victims had rowed for years."
    labels = [point.label for point in compare(text=[text]).points if point.kind == "figure"]
    assert [label[:4] for label in labels] == ["Four"]
