"""What says that two articles go back to one text, feature by feature, and the rules around the learned table."""

from dataclasses import replace

import pytest

from clean.told import cleaned
from reuse_stories import OTHER, SPEECH, WIRE, WITNESS, bare, speaking
from twosource.compare.passages import find_passages
from twosource.model import Findings, Origin
from twosource.settings import DEFAULTS
from twosource.weigh import find_origins
from twosource.weigh.own import own_words
from twosource.weigh.same_origin import FEATURES, Pair, chance, table

LONG = "\n".join(
    f"Reporters of the {name} spent the {time} on the {place} and counted what the water had left there."
    for name in ("Herald", "Bugle")
    for time in ("morning", "evening")
    for place in ("quay", "weir", "mill", "lock")
)


def origins(*story: Findings) -> tuple[Origin, ...]:
    return find_origins(story, find_passages(story, DEFAULTS))


def test_the_table_has_a_weight_for_each_feature_and_evidence_never_speaks_against() -> None:
    assert len(table().weights) == len(FEATURES)
    for feature, weight in zip(FEATURES, table().weights, strict=True):
        assert weight >= 0, feature.__name__


def test_more_of_what_speaks_for_one_text_makes_it_likelier() -> None:
    one, other = own_words(bare(WIRE, "a.example")), own_words(bare(OTHER, "b.example"))
    nothing = chance(Pair(one=one, other=other))
    assert nothing < 0.1
    assert chance(Pair(one=one, other=other, near=30)) > nothing
    assert chance(Pair(one=one, other=other, spoken=30)) == nothing


def test_one_sentence_is_no_origin_of_two_articles() -> None:
    first = bare(WIRE, "a.example")
    assert len(origins(first, bare(f"{LONG}\n{WIRE.splitlines()[1]}", "b.example"))) == 2


def test_an_article_that_names_another_at_its_head_has_the_story_from_there() -> None:
    first = bare(WIRE, "tallowgazette.com", "2031-05-14T12:00")
    copy = bare(
        f"{OTHER.splitlines()[0]} The Tallow Gazette reported it first.\n{LONG}", "b.example", "2031-05-14T10:00"
    )
    (origin,) = origins(first, copy)
    assert origin.first == first.article.id
    assert origin.via == "Tallow Gazette"
    assert "names tallowgazette.com as where it has the story" in origin.reason


def test_an_outlet_that_is_named_far_down_is_where_one_detail_is_from() -> None:
    first = bare(WIRE, "tallowgazette.com")
    other = bare(f"{LONG}\nThe rope was rotten, the Tallow Gazette reported.", "b.example")
    found = origins(first, other)
    assert len(found) == 2
    assert {"Tallow Gazette"} in [set(origin.carriers) for origin in found]
    assert any("names Tallow Gazette as where it has things from" in origin.reason for origin in found)


def test_a_caption_names_no_carrier_of_the_words() -> None:
    one = bare(WIRE, "a.example")
    blocks = (*one.article.blocks[:-1], replace(one.article.blocks[-1], kind="caption"))
    text = WIRE.replace("The barge had been tied up", "Photograph via the Tallow Gazette. The barge had been tied up")
    other = bare(text, "a.example")
    captioned = replace(other, article=replace(other.article, blocks=tuple(
        replace(block, kind="caption") if number == len(blocks) - 1 else block
        for number, block in enumerate(other.article.blocks)
    )))  # fmt: skip
    assert own_words(other).carriers
    assert not own_words(captioned).carriers


def test_two_that_name_one_carrier_at_their_heads_have_the_story_from_it() -> None:
    found = origins(
        bare(f"The lock is shut, the Weir Courier reported on Monday.\n{LONG}", "a.example"),
        bare(f"According to the Weir Courier, no boat may pass.\n{OTHER}", "b.example"),
    )
    (origin,) = found
    assert origin.via == "Weir Courier"


def test_to_name_one_agency_at_the_head_is_no_common_origin_by_itself() -> None:
    found = origins(
        bare(f"The lock is shut, the keeper told Reuters on Monday.\n{LONG}", "a.example"),
        bare(f"No boat may pass, Reuters reported.\n{OTHER}", "b.example"),
    )
    assert len(found) == 2


@pytest.mark.parametrize(("office", "expected"), [("tallow.gov.example", 2), ("tallowgazette.com", 1)])
def test_who_prints_an_offices_release_has_not_copied_it(office: str, expected: int) -> None:
    page = bare(WIRE, office, "2031-05-14T08:00")
    assert len(origins(page, bare(f"{LONG}\n{WIRE}", "b.example", "2031-05-14T12:00"))) == expected


def test_shared_speech_with_a_few_words_around_it_is_no_origin() -> None:
    found = origins(
        speaking("Boats were stopped at noon.", SPEECH, "a.example", WITNESS, OTHER),
        speaking("Nobody may cross the river here.", SPEECH, "b.example", WITNESS, LONG),
    )
    assert len(found) == 2


def test_an_outlet_whose_words_and_speech_are_much_of_the_article_is_its_origin_wherever_it_is_named() -> None:
    first = speaking("Boats were stopped at noon.", SPEECH, "tallowgazette.example", WITNESS, OTHER)
    late = "The rope was rotten, the Tallow Gazette reported."
    whole = speaking("No boat came.", SPEECH, "b.example", WITNESS, f"The weir is low.\n{late}")
    detail = speaking("No boat came.", SPEECH, "b.example", WITNESS, f"{LONG}\n{late}")
    (origin,) = origins(first, whole)
    assert origin.first == first.article.id
    assert len(origins(first, detail)) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Copyright 2031 WABX. All rights reserved.", "(Copyright 2031 WABX/KQRX Holl Media)", 1),
        ("Copyright 2031 WABX. All rights reserved.", "Copyright 2031 KQRX. All rights reserved.", 2),
        ("Copyright 2031 Holl Media. All rights reserved.", "Copyright 2031 Holl Media. All rights reserved.", 2),
    ],
)
def test_two_pages_under_one_stations_line_of_rights_are_one_newsroom(one: str, other: str, count: int) -> None:
    pages = (
        Findings(article=cleaned(f"Barge adrift\n\n{words}\n\n{line}", outlet=outlet))
        for words, line, outlet in ((WIRE, one, "a.example"), (OTHER, other, "b.example"))
    )
    assert len(origins(*pages)) == count


def test_a_station_whose_line_another_prints_had_the_text_first() -> None:
    own = bare(WIRE, "wabx.example", "2031-05-14T12:00")
    (origin,) = origins(own, bare(OTHER, "kqrx.example", "2031-05-14T12:00", via=("WABX",)))
    assert (origin.first, origin.via) == (own.article.id, "WABX")


def test_what_another_told_an_outlet_is_a_detail_and_not_the_origin_of_the_article() -> None:
    heard = "The rope was rotten, the keeper told the Tallow Gazette on Sunday after noon."
    found = origins(bare(f"{WIRE}\n{heard}", "tallowgazette.example"), bare(f"{LONG}\n{heard}", "b.example"))
    assert len(found) == 2
