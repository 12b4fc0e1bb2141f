"""Whose copy an article is, in every form in which lines, datelines, small print and addresses say it."""

import pytest

from clean.told import cleaned, label_of

TEXT = (
    "Ferry drifts off north pier\n\n"
    "The harbour office said on Tuesday that the ferry had lost power near the north pier.\n\n"
    "Passengers were moved to the upper deck while the crew tried to start the engine.\n\n"
)


@pytest.mark.parametrize(
    ("line", "via"),
    [
        ("With files from The Canadian Press and Reuters", ("The Canadian Press", "Reuters")),
        ("(With files from Skerry News)", ("Skerry News",)),
        ("AP , Thursday 3 Jun 2031", ("AP",)),
        ("3 June 2031 | Reuters", ("Reuters",)),
        ("This report by Ada Lund was first published in the Weekly Lantern.", ("Weekly Lantern",)),
        ("A version of this story first appeared in The Tallow Gazette", ("Tallow Gazette",)),
        ("Reprinted with permission from The Tallow Gazette", ("Tallow Gazette",)),
        ("This story was produced by Skerry News and distributed by AP", ("AP", "Skerry News")),
        ("By Press Association", ("PA Media",)),
        ("The Harrow Media Wire contributed to this report.", ("Harrow Media Wire",)),
        ("Associated Press writers Ada Lund and Tove Holm contributed to this report from Holl Falls.", ("AP",)),
        ("Information from Reuters was included in this report.", ("Reuters",)),
        (
            "Ada Lund works for the Holl bureau. Contributing: Tove Holm of the Skerry bureau; the Associated Press",
            ("AP",),
        ),
        ("(TM and © Copyright 2031 Skerry Radio Inc. All Rights Reserved. AFP contributed to this report.)", ("AFP",)),
        ("© Copyright 2031 by Holl Channel and Bay City News Service. All rights reserved.", ("Bay City News",)),
        ("(© Copyright 2031 The Associated Press. All Rights Reserved.)", ("AP",)),
        ("Copyright CNN", ("CNN",)),
        ("Information provided by WABX.", ("WABX",)),
        ("—Harrow Herald Wire", ("Harrow Herald Wire",)),
        ("(Source: Harrow Media Wire © Harrow Herald 2031. All Rights Reserved.)", ("Harrow Media Wire",)),
        (
            "(Source: Harrow Media Wire © Harrow Herald 2031. All Rights Reserved. No part of it may be printed again.)",
            ("Harrow Media Wire", "Harrow Herald"),
        ),
        ("Copyright Harrow News Service", ("Harrow News Service",)),
        ("With files from the Harrow Herald", ("Harrow Herald",)),
        ("Story courtesy of the Harrow Herald", ("Harrow Herald",)),
        ("Read the original article on the Harrow Herald.", ("Harrow Herald",)),
        ("This content was produced by the Harrow Herald.", ("Harrow Herald",)),
        (
            "(But for its headline, this piece was not edited by our staff and is published from a syndicated feed of PTI.)",
            ("PTI",),
        ),
        ("Reuters in Holl Falls", ("Reuters",)),
        ("PTI/ANI", ("PTI", "ANI")),
        ("Source: AFP/Reuters", ("AFP", "Reuters")),
        ("Input: dpa", ("dpa",)),
        ("-AP", ("AP",)),
        ("(With PTI inputs)", ("PTI",)),
    ],
)
def test_a_line_that_says_where_the_words_are_from_names_who_carried_them(line: str, via: tuple[str, ...]) -> None:
    assert cleaned(TEXT + line, outlet="holl.example").via == via


@pytest.mark.parametrize(
    "line",
    [
        "CREDIT: AP Images.",
        "Reuters in Holl Falls has moved to a house by the pier.",
        "Picture courtesy of the Harrow Herald",
        "Credit: Reuters",
        "Photo: AP",
        "Files from the court were found in a drawer under the stairs of the town hall.",
        "The report by the board was published in May by the state.",
        "This report was published by the board in May.",
        "AP students sat their tests on Thursday 3 Jun 2031",
        "Information from the court was included in this report.",
        "Information provided by the harbour police.",
        "Full Court Press",
        "Staff writer Ada Lund contributed to this report from Holl Falls.",
        "Copyright 2031 Nexstar Broadcasting, Inc. All rights reserved.",
    ],
)
def test_a_credit_of_a_picture_and_a_sentence_of_the_article_carry_nothing(line: str) -> None:
    assert cleaned(TEXT + line, outlet="holl.example").via == ()


@pytest.mark.parametrize(
    ("head", "via"),
    [
        ("PARIS, 1 Jan. 2031 (AFP) — ", ("AFP",)),
        ("LONDON, 4 Sept. — ", ()),
        ("LOS ALTO, Calif. (AP) - ", ("AP",)),
        ("HOLL FALLS (AP) | ", ("AP",)),
        ("HOLL FALLS (WXYZ/AP) — ", ("AP",)),
        ("HOLL FALLS (WXYZ) — ", ()),
        ("(HNS/AP) HOLL FALLS, N.M. - ", ("AP",)),
        ("HOLL FALLS: AFP — ", ("AFP",)),
        ("Holl Falls [Norland], May 14 (ANI): ", ("ANI",)),
        ("AP, HOLL FALLS — ", ("AP",)),
        ("HOLL FALLS, PA — ", ()),
    ],
)
def test_a_dateline_may_abbreviate_its_month_and_name_an_agency_beside_the_station(
    head: str, via: tuple[str, ...]
) -> None:
    article = cleaned(f"Ferry sinks\n\n{head}The ferry sank off the pier.\n\nDivers came.")
    assert label_of(article, head[:6]) == "dateline"
    assert article.via == via


@pytest.mark.parametrize(("outlet", "via"), [("Skerry Wire", ()), ("Tallow Gazette", ("Skerry Wire",))])
def test_an_agencys_own_dateline_in_its_own_article_is_no_credit(outlet: str, via: tuple[str, ...]) -> None:
    text = "Pier opens\n\nHOLL FALLS, June 3 (Skerry Wire) - The pier opened on Monday, and two choirs sang on it until dusk."
    assert cleaned(text, outlet=outlet).via == via


@pytest.mark.parametrize(
    ("line", "outlet", "via"),
    [
        ("Copyright 2031 WABX. All rights reserved.", "kqrx.example", ("WABX",)),
        ("Copyright 2031 WABX News 5. All rights reserved.", "kqrx.example", ("WABX News",)),
        ("Copyright 2031 WABX. All rights reserved.", "wabx7.example", ()),
        ("Copyright 2031 WABX News. All rights reserved.", "wabx.example", ()),
        ("© 2031 WABX-TV", "wabx.example", ()),
        ("Copyright 2031 WABX. All rights reserved.", "newsfourholl.example", ()),
    ],
)
def test_a_stations_line_on_a_sister_stations_page_says_whose_text_it_is(
    line: str, outlet: str, via: tuple[str, ...]
) -> None:
    """A site that is not called by its letters may be the very station."""
    assert cleaned(TEXT + line, outlet=outlet).via == via


@pytest.mark.parametrize(
    ("outlet", "via"), [("kqrx.example", ("WABX",)), ("wabx.example", ()), ("newsfourholl.example", ())]
)
def test_a_station_in_the_dateline_of_a_sister_stations_page_wrote_it(outlet: str, via: tuple[str, ...]) -> None:
    article = cleaned("Ferry sinks\n\nHOLL FALLS (WABX) — The ferry sank off the pier.\n\nDivers came.", outlet=outlet)
    assert article.via == via


def test_an_agency_and_the_time_it_sent_the_piece_date_it() -> None:
    assert cleaned(TEXT.replace("\n\n", "\n\nAP , Thursday 3 Jun 2031\n\n", 1)).published == "2031-06-03"


def test_an_agency_stands_in_the_address_of_its_wire_and_not_in_any_address() -> None:
    page = f"<html><body><article><h1>Ferry drifts</h1>{''.join(f'<p>{line}</p>' for line in TEXT.split(chr(10)) if line)}</article></body></html>"
    for address, via in (
        ("https://herald.example/aponline/2031/ferry.html", ("AP",)),
        ("https://herald.example/wires/reuters/ferry.html", ("Reuters",)),
        ("https://herald.example/reuters-quits/ferry.html", ()),
        ("https://herald.example/ap/ferry.html", ()),
    ):
        assert cleaned(page, html=True, url=address).via == via, address


def test_another_outlets_copyright_line_says_whose_copy_it_is_and_ones_own_says_nothing() -> None:
    line = "(c) 2031 The Tallow Gazette"
    assert cleaned(TEXT + line, outlet="holl.example").via == ("Tallow Gazette",)
    assert cleaned(TEXT + line, outlet="tallowgazette.example").via == ()


def test_a_piece_that_does_not_say_who_publishes_it_is_the_outlets_behind_its_title() -> None:
    titled = cleaned(TEXT.replace("pier\n", "pier – The Brindle Herald\n", 1))
    assert (titled.outlet, titled.outlet_known) == ("Brindle Herald", True)
    assert cleaned(TEXT + "© 2031 The Tallow Gazette").outlet == "Tallow Gazette"
    assert not cleaned(TEXT.replace("pier\n", "pier – two hurt\n", 1)).outlet_known
    assert not cleaned(TEXT.replace("pier\n", "pier – Reuters\n", 1)).outlet_known


@pytest.mark.parametrize(
    ("line", "via", "byline"),
    [
        ("Ada Lund, The Associated Press", ("AP",), ("Ada Lund",)),
        ("Ada Lund | Reuters", ("Reuters",), ("Ada Lund",)),
        ("Ada Lund and Tove Holm - Canadian Press", ("The Canadian Press",), ("Ada Lund", "Tove Holm")),
        ("Our correspondent and Reuters", ("Reuters",), ()),
        ("Ada Lund, the harbour office", (), ()),
        ("Our correspondent and her dog", (), ()),
        ("AFP/Getty Images", (), ()),
    ],
)
def test_a_writer_with_an_agency_behind_below_the_headline_wrote_it_for_that_agency(
    line: str, via: tuple[str, ...], byline: tuple[str, ...]
) -> None:
    headline, rest = TEXT.split("\n\n", maxsplit=1)
    found = cleaned(f"{headline}\n\n{line}\n\n{rest}", outlet="holl.example")
    assert (found.via, found.byline) == (via, byline)


def test_the_same_line_below_a_caption_or_another_writer_or_further_down_is_whose_picture_it_is() -> None:
    headline, rest = TEXT.split("\n\n", maxsplit=1)
    for before in ("The ferry lies across the bow of a tug on Tuesday.", "By Tove Holm"):
        assert cleaned(f"{headline}\n\n{before}\n\nAda Lund, AP\n\n{rest}", outlet="holl.example").via == ()
    assert cleaned(f"{TEXT}Ada Lund, AP\n\nThe engine was old.", outlet="holl.example").via == ()
