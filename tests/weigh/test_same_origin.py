"""What says that two articles go back to one text, rule by rule."""

from dataclasses import replace

import pytest

from clean.told import cleaned
from reuse_stories import OTHER, REWRITTEN, SPEECH, WIRE, WITNESS, bare, speaking
from twosource.compare.passages import find_passages
from twosource.model import Findings, Origin, Span
from twosource.settings import DEFAULTS
from twosource.weigh import find_origins
from twosource.weigh.links import Link
from twosource.weigh.own import own_words
from twosource.weigh.stars import find_stars

LONG = "\n".join(
    f"Reporters of the {name} spent the {time} on the {place} and counted what the water had left there."
    for name in ("Herald", "Bugle")
    for time in ("morning", "evening")
    for place in ("quay", "weir", "mill", "lock")
)


def origins(*story: Findings) -> tuple[Origin, ...]:
    return find_origins(story, find_passages(story, DEFAULTS))


def test_words_that_any_report_has_and_names_and_numbers_say_nothing_of_this_event_alone() -> None:
    own = own_words(
        bare("Police said two men were shot on Weir Street when a pontoon sank beneath the tarpaulins.", "a.example")
    )
    assert [form for _, form in own.telling] == ["pontoon", "sank", "beneath", "tarpaulins"]
    assert own.told(Span(start=own.telling[1][0], end=own.telling[3][0])).keys() == {"sank", "beneath"}


def test_short_runs_alone_make_no_origin_for_who_works_on_a_release_has_as_many() -> None:
    assert len(origins(bare(REWRITTEN[0], "a.example"), bare(REWRITTEN[1], "b.example"))) == 2


def test_a_sentence_that_any_report_has_makes_no_origin_however_much_of_a_short_text_it_is() -> None:
    lead = "Police are investigating after five people were shot early Saturday morning and officers heard several gunshots."
    shared = f"{lead} They were taken to a local hospital with injuries that are not threatening their lives, officials said."
    found = origins(bare(f"{shared} Ada Holl ran.", "a.example"), bare(f"{shared} Jon Quill hid.", "b.example"))
    assert len(found) == 2
    telling = (
        f"{shared} The dredging company hid cracked pontoons beneath tarpaulins before inspectors came aboard at dusk."
    )
    assert len(origins(bare(f"{telling} Ada ran.", "a.example"), bare(f"{telling} Jon hid.", "b.example"))) == 1


def test_a_forecast_that_two_report_in_the_words_of_its_table_makes_no_origin() -> None:
    table = "between 40 billion and 41 billion crates of herring next year, up from a former range of 36 billion to 38 billion"
    ours = f"Quill Nets hauled in more than its owners had hoped. The board expects {table}. Cooks were pleased."
    theirs = f"Shops on the quay opened late. The keeper of Quill Nets had said that it expected {table}. Gulls came."
    assert len(origins(bare(ours, "a.example"), bare(theirs, "b.example"))) == 2


@pytest.mark.parametrize(("whole", "count"), [(True, 1), (False, 2)])
def test_who_has_what_was_cut_from_a_text_has_it_from_that_text(*, whole: bool, count: int) -> None:
    heads = [
        own_words(bare(text, f"{name}.example"))
        for name, text in zip("abcd", (WIRE, LONG, OTHER, WIRE[:90]), strict=True)
    ]
    cut, full, one, two = (own.id for own in heads)
    much, little = Link(strength=90, reasons=(), whole=whole), Link(strength=9, reasons=())
    links = {cut: {full: much, one: little}, full: {cut: much, two: little}, one: {cut: little}, two: {full: little}}
    assert len(find_stars(heads, links)) == count


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
    assert origin.reason.startswith("b.example names tallowgazette.com as where it has the story")


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("The harbour master left his post on Friday, a day after the Tallow Gazette reported who had sold him the rope.", 2),
        ("The harbour master is to be asked about a rope, following a story in the Tallow Gazette.", 2),
        ("The harbour master left after lunch on Friday, the Tallow Gazette reported.", 1),
        ("The rope will be asked about. The Tallow Gazette first reported that its knots had been tarred twice.", 2),
        ("A bill seen by the Tallow Gazette has the price of the rope. Two more are in the drawer.", 2),
        ("The rope is short. The Tallow Gazette revealed last year that it had been cut by a tenth.", 2),
        ("The rope is short. The Tallow Gazette revealed that it had been cut by a tenth.", 1),
        ("As first reported by the Tallow Gazette, the knots of the rope had been tarred twice.", 1),
        ("The knots had been tarred twice, said the Tallow Gazette, which first reported it.", 1),
    ],
)  # fmt: skip
def test_who_tells_what_happened_since_an_outlets_report_or_names_it_for_one_thing_has_not_the_story_from_it(
    lead: str, count: int
) -> None:
    first = bare(WIRE, "tallowgazette.com", "2031-05-14T08:00")
    assert len(origins(first, bare(f"{lead}\n{LONG}", "b.example", "2031-05-15T08:00"))) == count


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
    assert (origin.via, origin.first) == ("Weir Courier", None)


TOLD = """The company hid cracked pontoons beneath tarpaulins before inspectors came, the keeper told the Weir Courier.
Rusted hinges had been welded shut and painted over at the seams."""


@pytest.mark.parametrize(("tail", "count"), [(TOLD, 1), ("The rope was rotten, the Weir Courier reported.", 2)])
def test_one_names_a_carrier_at_its_head_and_the_other_where_they_share_what_it_told(tail: str, count: int) -> None:
    head = f"According to the Weir Courier, nobody was asked. {TOLD}"
    assert len(origins(bare(f"{head}\n{LONG}", "a.example"), bare(f"{OTHER} {OTHER}\n{tail}", "b.example"))) == count


@pytest.mark.parametrize(
    ("endings", "via"),
    [
        (("the keeper told Reuters", "a diver told Reuters"), "Reuters"),
        (("the keeper told Reuters", "a diver told AFP"), None),
        (("the keeper told Reuters", "a diver said"), None),
    ],
)
def test_an_agency_that_two_of_one_origin_name_further_down_is_their_carrier(
    endings: tuple[str, str], via: str | None
) -> None:
    story = (
        bare(f"{WIRE}\n{LONG}\nThe rope was rotten, {end}.", outlet)
        for end, outlet in zip(endings, ("a.example", "b.example"), strict=True)
    )
    (origin,) = origins(*story)
    assert origin.via == via
    assert ("they name Reuters" in origin.reason) == (via is not None)


def test_in_a_short_text_the_head_is_its_first_sentences() -> None:
    first = bare(WIRE, "tallowgazette.com")
    text = "Barge adrift above the weir\nNobody knows whose it is. The Tallow Gazette reported that a winch was rusted.\nThe lock is shut."
    more = "Boats wait at the lower gate, and some have turned back to the harbour. Nobody has seen to the rope as yet."
    assert len(origins(first, bare(f"{text}\n{more}", "b.example"))) == 1
    assert len(origins(first, bare(text, "b.example"))) == 2, "of three sentences the second is a detail too"
    assert len(origins(first, bare(f"{text[:27]}\n{LONG[:400]}\n{text[28:]}", "b.example"))) == 2


def test_to_name_one_agency_at_the_head_is_no_common_origin_by_itself() -> None:
    found = origins(
        bare(f"The lock is shut, the keeper told Reuters on Monday.\n{LONG}", "a.example"),
        bare(f"No boat may pass, Reuters reported.\n{OTHER}", "b.example"),
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("tallow.gov.example", 2),
        ("tallowcountysheriff.example", 2),
        ("tallowpolicedepartment.example", 2),
        ("thepolicereporter.example", 1),
        ("tallowgazette.com", 1),
    ],
)
def test_who_prints_an_offices_release_has_not_copied_it(office: str, expected: int) -> None:
    page = bare(WIRE, office, "2031-05-14T08:00")
    assert len(origins(page, bare(f"{LONG}\n{WIRE}", "b.example", "2031-05-14T12:00"))) == expected


@pytest.mark.parametrize(
    ("lead", "outlet", "expected"),
    [
        ("FOR IMMEDIATE RELEASE", "tallowgazette.com", 2),
        ("Tallow Barges Holding (TBH) today announced that it will take its stone by rail.", "tallowbarges.example", 2),
        ("Tallow Barges Holding today announced a rail.", "tallowgazette.com", 1),
        ("Nobody took Tallow Barges at its word.", "tallowbarges.example", 1),
    ],
)
def test_a_text_that_calls_itself_a_release_or_tells_its_publishers_own_news_is_no_outlets(
    lead: str, outlet: str, expected: int
) -> None:
    page = bare(f"{lead}\n{WIRE}", outlet, "2031-05-14T08:00")
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


@pytest.mark.parametrize(("letters", "count"), [("WABX", 1), ("KQRX", 2), ("HOLL", 2)])
def test_two_pages_with_one_station_in_their_datelines_are_one_newsroom(letters: str, count: int) -> None:
    pages = (
        Findings(article=cleaned(f"Barge adrift\n\nTALLOW WEIR ({station}) — {words}", outlet=outlet))
        for words, station, outlet in ((WIRE, "WABX", "newsten.example"), (OTHER, letters, "newsfour.example"))
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


@pytest.mark.parametrize(("teller", "count"), [("Reuters", 1), ("AFP", 2), ("a clerk", 2)])
def test_who_names_an_agency_further_down_and_shares_what_it_told_with_its_copy_has_it_from_there(
    teller: str, count: int
) -> None:
    theirs = "It emerged in May that for years the company hid cracked pontoons beneath tarpaulins before inspectors came to the quay.\nOf beams nobody spoke."
    more = "Nobody knew which rusted hinges had been welded shut and painted over at the seams."
    copy = bare(f"{LONG}\n{theirs} {more}", "a.example", via=("Reuters",))
    copy = replace(copy, article=replace(copy.article, byline=("Ada Lund",)))
    other = bare(f"{OTHER} {OTHER}\n{TOLD.replace('the Weir Courier', teller)}", "b.example")
    assert len(origins(copy, other)) == count


RETOLD = """Frayed ropes let a stone carrier drift at dusk, and anglers ran to the gate with lanterns and poles.
A rusted winch had slipped from its bolts while the ferryman slept below deck with the hatch shut.
Divers pulled two barrels, a ladder and a torn sail from the weir before the current swept them under the arches.
It began when the moorings of a barge gave way unseen, the Tallow Gazette reports."""
MODEL = """The gate was lit by lanterns and poles of anglers when, at dusk, a stone carrier went adrift on frayed ropes.
With the hatch shut the ferryman slept below deck; meanwhile, from its bolts, a rusted winch had slipped.
A torn sail, a ladder and two barrels were what divers later pulled out, under the arches, where the current swept."""


@pytest.mark.parametrize(("text", "count"), [(MODEL, 1), (OTHER, 2)])
def test_who_names_another_and_tells_much_of_what_it_told_in_other_words_has_it_from_there(
    text: str, count: int
) -> None:
    shared = "Nobody had been told of the broken moorings by then."
    first = bare(f"{text}\n{shared}", "tallowgazette.example")
    assert len(origins(first, bare(f"{LONG[:300]}\n{RETOLD}\n{shared}", "b.example"))) == count
