from dataclasses import replace

import pytest

from reuse_stories import OTHER, SPEECH, WIRE, WITNESS, bare, copy_of, speaking
from twosource.compare.passages import find_passages
from twosource.model import BlockKind, Findings, Origin
from twosource.settings import DEFAULTS
from twosource.weigh.origins import find_origins

THIRD = (
    "Anglers say they warned the harbour office for weeks about frayed ropes on the stone carrier moored upstream.\n"
    "A clerk there kept their letters in a drawer, and answered none until a schoolboy asked about them on local radio."
)


def origins(*story: Findings) -> tuple[Origin, ...]:
    return find_origins(story, find_passages(story, DEFAULTS))


def outlets(found: tuple[Origin, ...], *story: Findings) -> set[frozenset[str]]:
    names = {one.article.id: one.article.outlet for one in story}
    return {frozenset(names[article] for article in origin.articles) for origin in found}


def test_an_article_that_shares_nothing_is_alone_and_nobody_calls_it_independent() -> None:
    found = origins(bare(WIRE, "a.example"), bare(OTHER, "b.example"))
    assert len(found) == 2
    assert all("no shared origin found" in origin.reason for origin in found)
    assert not any("independent" in origin.reason for origin in found)


def test_a_reprint_with_a_new_lead_is_one_origin_with_its_passage_as_evidence() -> None:
    story = bare(WIRE, "a.example"), bare(OTHER.split("\n")[0] + "\n" + WIRE, "b.example", "2031-05-15")
    (origin,) = origins(*story)
    assert origin.first == story[0].article.id
    assert origin.passages
    assert "own words are the same" in origin.reason


def test_one_shared_quotation_makes_no_common_origin() -> None:
    found = origins(
        speaking("Boats were stopped at noon.", SPEECH, "a.example", WITNESS, OTHER),
        speaking("Nobody may cross the river here.", SPEECH, "b.example", WITNESS, THIRD),
    )
    assert len(found) == 2


def test_a_later_article_that_used_two_texts_does_not_make_them_one() -> None:
    early = bare(WIRE, "a.example", "2031-05-14T08:00"), bare(OTHER, "b.example", "2031-05-14T08:30")
    late = bare(f"{WIRE}\n{OTHER}", "c.example", "2031-05-14T12:00")
    found = outlets(origins(*early, late), *early, late)
    assert frozenset({"a.example", "c.example"}) in found
    assert frozenset({"b.example"}) in found


def test_one_agency_credited_by_both_is_one_origin_even_in_other_words() -> None:
    story = bare(WIRE, "a.example", via=("AP",)), bare(OTHER, "b.example", via=("AP",))
    (origin,) = origins(*story)
    assert origin.via == "AP"
    assert origin.first is None


@pytest.mark.parametrize(
    ("kind", "line", "count"),
    [
        ("dateline", "OSTRIA (AP) -", 1),
        ("dateline", "OSTRIA (WXYZ/AP) -", 2),
        ("dateline", "OSTRIA (AP/WXYZ) -", 2),
        ("credit", "The Associated Press contributed to this report.", 2),
        ("residue", "Copyright 2031 The Associated Press.", 1),
    ],
)
def test_an_agency_that_only_gave_something_to_a_report_did_not_write_it(
    kind: BlockKind, line: str, count: int
) -> None:
    other = bare(f"{line}\n{OTHER}", "b.example", via=("AP",))
    named = replace(other.article.blocks[0], kind=kind)
    other = replace(other, article=replace(other.article, blocks=(named, *other.article.blocks[1:])))
    assert len(origins(bare(WIRE, "a.example", via=("AP",)), other)) == count


@pytest.mark.parametrize("credited", ["a.example", "b.example", "c.example"])
def test_whichever_of_three_same_texts_of_one_day_has_the_credit_an_edited_copy_is_tied_to_it(credited: str) -> None:
    same = [
        bare(WIRE, outlet, "2031-05-14", via=("AP",) * (outlet == credited))
        for outlet in ("a.example", "b.example", "c.example")
    ]
    edited = bare("\n".join([OTHER.splitlines()[0], *WIRE.splitlines()[1:]]), "d.example", "2031-05-14", via=("AP",))
    (origin,) = origins(*same, edited)
    assert len(origin.articles) == 4


@pytest.mark.parametrize(("hour", "first"), [("2031-05-14T12:00", True), ("2031-05-14T08:00", False)])
def test_an_agencys_own_page_had_it_before_its_copies_unless_one_was_out_earlier(hour: str, *, first: bool) -> None:
    page = bare(f"{WIRE}\n{THIRD}", "apnews.com", "2031-05-14T10:00", via=("AP",))
    (origin,) = origins(page, bare(WIRE, "b.example", hour, via=("AP",)))
    assert origin.via == "AP"
    assert origin.first == (page.article.id if first else None)


def test_two_agencies_are_two_origins() -> None:
    assert len(origins(bare(WIRE, "a.example", via=("AP",)), bare(OTHER, "b.example", via=("AFP",)))) == 2


def test_two_articles_of_one_newsroom_are_one_origin() -> None:
    (origin,) = origins(bare(WIRE, "a.example"), bare(OTHER, "a.example"))
    assert "another article of one newsroom" in origin.reason


def test_an_agencys_own_site_is_a_newsroom_and_who_prints_two_of_its_pieces_is_none() -> None:
    ours = bare(WIRE, "reuters.com", via=("Reuters",)), bare(OTHER, "reuters.com", via=("Reuters",))
    signed = [
        replace(one, article=replace(one.article, byline=(name,)))
        for one, name in zip(ours, ("Ada Lund", "Tove Holm"), strict=True)
    ]
    printed = [replace(one, article=replace(one.article, outlet="a.example")) for one in signed]
    assert [len(origins(*signed)), len(origins(*printed))] == [1, 2]


def test_who_gave_something_to_one_report_of_a_newsroom_is_not_whose_copy_its_others_are() -> None:
    made = bare(f"The Associated Press contributed to this report.\n{OTHER}", "a.example", via=("AP",))
    blocks = replace(made.article.blocks[0], kind="credit"), *made.article.blocks[1:]
    (origin,) = origins(bare(WIRE, "a.example"), replace(made, article=replace(made.article, blocks=blocks)))
    assert origin.via is None


@pytest.mark.parametrize(("site", "via"), [("reuters.com", "Tallow Gazette"), ("b.example", "Reuters")])
def test_an_agency_whose_own_page_names_another_as_its_source_is_not_whose_copy_that_is(site: str, via: str) -> None:
    first = bare(WIRE, "tallowgazette.example", "2031-05-14T06:00")
    named = bare(f"The lock is shut, the Tallow Gazette reported.\n{OTHER}", site, via=("Reuters",))
    (origin,) = origins(first, named)
    assert origin.via == via


def test_a_newsroom_that_carries_an_agency_beside_its_own_report_has_two_origins() -> None:
    assert len(origins(bare(WIRE, "a.example", via=("AP",)), bare(OTHER, "a.example"))) == 2


def test_a_copy_in_another_outlet_joins_whatever_it_is_made_of() -> None:
    one = speaking("Boats stopped.", SPEECH, "a.example", WITNESS)
    (origin,) = origins(one, copy_of(one, "b.example"))
    assert "the very same words" in origin.reason


def test_no_articles_have_no_origins() -> None:
    assert find_origins((), ()) == ()


@pytest.mark.parametrize(
    ("kind", "line", "count"),
    [
        ("credit", "The Associated Press contributed to this report.", 1),
        ("dateline", "OSTRIA (WXYZ/AP) -", 1),
        ("dateline", "OSTRIA (AP) -", 2),
    ],
)
def test_what_an_outlet_made_with_an_agency_is_its_newsrooms_and_what_it_printed_of_one_is_not(
    kind: BlockKind, line: str, count: int
) -> None:
    other = bare(f"{line}\n{OTHER}", "a.example", via=("AP",))
    named = replace(other.article.blocks[0], kind=kind)
    other = replace(other, article=replace(other.article, blocks=(named, *other.article.blocks[1:])))
    assert len(origins(bare(WIRE, "a.example"), other)) == count
