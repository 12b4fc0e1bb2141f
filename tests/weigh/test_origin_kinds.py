"""Kinds of stories that were counted wrong, from lines as an outlet prints them to the origins of points."""

from dataclasses import replace

import pytest

from clean.told import cleaned
from invented import article, english
from twosource.model import Article, Origin, Passage, Place, Point, Span, Story
from twosource.pipeline import Options, compare
from twosource.text.reasons import worded
from twosource.weigh.point_links import member, ties

FILLER = {
    "a.example": (
        "The town of Brask has four bridges, and the oldest was built by a miller who wanted to see both of his daughters on one day. "
        "Mayor Tove Quill said the market would open on Friday as it does each week, whatever the river does before then."
    ),
    "b.example": (
        "Forecasters at the coast station expect the wind to turn on Thursday and to bring dry air from the hills behind the harbour. "
        "A choir sang in the chapel until the lamps were put out, and a cook from the ferry handed out soup to all who came."
    ),
}


def told(*pages: Article) -> Story:
    return compare(list(pages), Options(parser=english()))


def page(outlet: str, head: str, *lines: str) -> Article:
    return cleaned("\n\n".join((head, "3 June 2031", *lines, FILLER[outlet])), outlet=outlet)


def whole(story: Story) -> list[Origin]:
    return [origin for origin in story.origins if origin.point is None]


def point(story: Story, words: str) -> Point:
    return next(one for one in story.points if words in one.label)


def test_an_agency_line_above_one_article_and_its_name_in_the_other_are_both_read() -> None:
    sentence = "In truth the wardens had only told the office that twelve rowers were reached and each of them was being looked at"
    one = page("a.example", "Brask: what to know", "AP , Thursday 3 Jun 2031", f"{sentence}.")
    other = page("b.example", "Brask day eight", f"{sentence}. It was the worst night, Press Association has reported.")
    story = told(one, other)
    assert one.via == ("AP",)
    assert len(point(story, "twelve rowers").standing.origins) == 1
    assert {"PA Media"} in [set(origin.carriers) for origin in whole(story)]


@pytest.mark.parametrize(("line", "count"), [("CREDIT: AP Images.", 2), ("Source: AP", 1)])
def test_a_credit_of_a_picture_ties_nothing(line: str, count: int) -> None:
    shared = "Rower Ana Brask said on Monday that she had failed a test and that nobody had yet told her what the club would do."
    one = page("a.example", "Brask admits failing test", shared.replace("Rower ", ""), line)
    other = page(
        "b.example",
        "Rower fails test",
        "LOS ALTO (AP) - Rower Ana Brask told her club that a test had been failed in May.",
    )
    assert (one.via == ("AP",)) is (count == 1)
    assert len(whole(told(one, other))) == 2
    assert [origin.via for origin in whole(told(one))] == [None if count > 1 else "AP"]


def test_one_sentence_that_two_have_alike_is_one_text_for_what_it_says() -> None:
    sentence = "The harbour lamps stayed lit all night while wives and children waited along the quay for the boat to come round the point."
    pages = [page(outlet, f"Brask waits, says {outlet}", sentence) for outlet in FILLER]
    said = point(told(*pages), "harbour lamps").standing
    assert len(said.origins) == 1
    assert "the same" in said.detail or "from one text" in said.detail
    assert "no shared origin found" not in said.detail


def test_whose_files_a_piece_was_made_with_is_said() -> None:
    one = page(
        "a.example",
        "Ferry drifts",
        "The ferry lost power near the north pier.",
        "With files from The Canadian Press and Reuters",
    )
    assert one.via == ("The Canadian Press", "Reuters")


RELEASED = (
    "The lock at Brask was emptied in the night after a diver found a crack as long as a rowing boat beneath its lower gate. "
    "Barges will be led through the mill arm until the gate has been lifted out, welded and set back on new hinges in spring."
)
OWN = {
    "a.example": (
        "Barges are queueing below Brask and their crews play cards.",
        "Skipper Ada Holl said she had carried gravel for nine years and never waited a day.",
        "The grocer, Jon Tamm, said he had sold out of bread by noon on Tuesday.",
        "Nobody at the chapel knew when the organ pipes, which came by water, would reach them.",
    ),
    "b.example": (
        "Council members quarrelled for three hours over who pays for a gate.",
        "Treasurer Mika Sorrel said the county had promised half of the money in March.",
        "Her deputy, Lise Vane, said that letter had never been answered by anybody.",
        "A vote on borrowing is planned for the autumn meeting in the old granary.",
    ),
}


CONFIDED = (
    "The lock at Brask was emptied in the night after a diver found a crack as long as a rowing boat beneath its lower gate. "
    "Diver Wim Arkel said he had felt along the iron with one glove off, since his lamp had gone out at the sill. "
    "His sister Ada Arkel said nobody had paid him for it since Easter."
)

LETTER = (
    "In a letter that was nailed to the lockhouse, skipper Una Brill had asked in March for a lamp and a rope.",
    "Nobody took it down, and by summer the ink had run so far that a child read it as a poem about eels.",
)
GOATS = (
    "Three goats that graze the bank were tied to the schoolhouse fence, where pupils fed them chalk and a map of Peru."
)
STATED = (
    "The lock at Brask was emptied in the night after a diver found a crack beneath its lower gate, the port said.",
    "“We have never seen iron torn like this,” said harbour master Ada Holl. “It will take us until spring.”",
    "Barges will be led through the mill arm until the gate has been lifted out and set back on new hinges.",
)
REMARK = CONFIDED.partition(" His sister")[0]
HOTLINE = (
    "Anyone with information about the incident is asked to call the Brask Police Department at 555-0142. "
    "Callers can remain anonymous and may be eligible for a cash reward of up to $2,000 if their tip leads to an arrest."
)


def barges(outlet: str, *lines: str, credit: str = "", day: str = "3 June 2031") -> Article:
    return cleaned(
        "\n\n".join((f"Brask lock, says {outlet}", day, *lines, *([credit] if credit else []))), outlet=outlet
    )


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param((*OWN["a.example"], RELEASED), (*OWN["b.example"], RELEASED), id="each reports besides"),
        pytest.param((*OWN["a.example"], RELEASED), (OWN["b.example"][3], RELEASED), id="one adds a line"),
        pytest.param((RELEASED, *OWN["a.example"]), (RELEASED, *OWN["b.example"]), id="both begin with it"),
        pytest.param((RELEASED, OWN["a.example"][1]), (*OWN["b.example"], RELEASED), id="one begins with it"),
        pytest.param((*OWN["a.example"], REMARK), (*OWN["b.example"], REMARK), id="one remark and no more"),
        pytest.param(
            (*OWN["a.example"], REMARK, GOATS, HOTLINE),
            (*OWN["b.example"], REMARK, HOTLINE),
            id="one remark and a hotline",
        ),
        pytest.param(
            (OWN["a.example"][0], RELEASED, GOATS),
            (*OWN["b.example"], RELEASED, FILLER["b.example"], GOATS),
            id="most of a short one, in two pieces",
        ),
        pytest.param(
            (f"Reuters reported a crack. {OWN['a.example'][0]}", *OWN["a.example"][1:], RELEASED),
            (f"There is a crack, Reuters reported. {OWN['b.example'][0]}", *OWN["b.example"][1:], RELEASED),
            id="an agency named elsewhere",
        ),
        pytest.param(
            (*OWN["a.example"], *STATED[1:], *FILLER["a.example"], GOATS, RELEASED, "(AFP)"),
            (*OWN["b.example"], *FILLER["b.example"], *LETTER, RELEASED),
            id="a little of what came by an agency",
        ),
    ],
)
def test_a_paragraph_that_two_have_alike_ties_no_articles_that_may_have_it_from_one_statement(
    ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    story = told(barges("a.example", *ours), barges("b.example", *theirs))
    assert len(whole(story)) == 2
    assert len(point(story, "lock at Brask was emptied").standing.origins) == 1
    assert {passage.kind for passage in story.passages if not passage.rejected} - {"formula"} == {"release"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param((*OWN["a.example"], CONFIDED), (*OWN["b.example"], CONFIDED), id="what somebody told a reporter"),
        pytest.param(
            (RELEASED, OWN["a.example"][3]), (RELEASED, *OWN["b.example"]), id="the beginning and most of one"
        ),
        pytest.param(
            (*OWN["a.example"], RELEASED, "The Brask Courier first reported the crack."),
            (*OWN["b.example"], RELEASED, "The crack was found on Sunday, the Brask Courier reported."),
            id="a third outlet named by both",
        ),
        pytest.param(
            (OWN["a.example"][0], *LETTER, RELEASED),
            (*OWN["b.example"], RELEASED, FILLER["b.example"], *LETTER),
            id="most of one, in two pieces",
        ),
        pytest.param(
            (*OWN["a.example"][:2], " ".join((RELEASED, GOATS, FILLER["b.example"]))),
            (*OWN["b.example"], " ".join((RELEASED, GOATS, FILLER["b.example"]))),
            id="most of one, and long",
        ),
        pytest.param(
            (*OWN["a.example"], RELEASED, "Reuters reported the crack."),
            (*OWN["b.example"], RELEASED, "Reuters reported the crack."),
            id="an agency named by both",
        ),
    ],
)
def test_a_paragraph_that_two_have_alike_ties_them_where_it_is_a_newsrooms_work(
    ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    assert len(whole(told(barges("a.example", *ours), barges("b.example", *theirs)))) == 1


@pytest.mark.parametrize(("owner", "count"), [("Brask Press", 1), ("Quill Press", 2)])
def test_papers_of_one_publisher_share_their_newsrooms_work(owner: str, count: int) -> None:
    pages = [barges(outlet, *lines, RELEASED) for outlet, lines in OWN.items()]
    owners = {"a.example": "Brask Press", "b.example": owner}
    assert len(whole(compare(pages, Options(parser=english(), publishers=owners)))) == count


@pytest.mark.parametrize(
    ("day", "lines", "count"),
    [
        ("3 June 2031", OWN["b.example"][3:], 2),
        ("6 June 2031", OWN["b.example"][3:], 2),
        ("9 June 2031", OWN["b.example"][3:], 1),
        ("9 June 2031", OWN["b.example"], 2),
    ],
)
def test_nobody_prints_a_statement_days_later_but_who_has_sources_besides_may(
    day: str, lines: tuple[str, ...], count: int
) -> None:
    first = barges("a.example", *OWN["a.example"], RELEASED)
    assert len(whole(told(first, barges("b.example", *lines, RELEASED, day=day)))) == count


@pytest.mark.parametrize(("added", "count"), [((), 1), (OWN["b.example"], 2)])
def test_who_prints_an_offices_page_and_little_else_goes_back_to_it_and_who_reports_besides_does_not(
    added: tuple[str, ...], count: int
) -> None:
    office = cleaned("\n\n".join(("Lock closed", "3 June 2031", *STATED)), outlet="port.gov.example")
    printed = barges("b.example", *STATED[1:], *added)
    origins = whole(told(office, printed))
    assert len(origins) == count
    assert [origin.first for origin in origins if len(origin.articles) > 1] == [office.id] * (2 - count)


def test_what_one_prints_of_an_offices_page_and_another_has_beside_its_own_report_is_no_copying_between_them() -> None:
    page = barges("port.gov.example", *OWN["a.example"], RELEASED)
    printed = barges("b.example", OWN["a.example"][0], RELEASED)
    besides = barges("c.example", *OWN["b.example"], RELEASED)
    assert len(whole(told(page, printed, besides))) == 2


@pytest.mark.parametrize(
    ("name", "count"), [("Brask Monitor", 1), ("Brask Lantern Society", 2)], ids=["an outlet of the story", "no outlet"]
)
def test_a_name_of_no_known_form_is_an_outlets_where_the_story_has_that_outlet(name: str, count: int) -> None:
    first = barges("braskmonitor.example", STATED[0], *OWN["a.example"])
    other = barges(
        "b.example", f"The gate at Brask has a crack, {name} reports, as long as a rowing boat.", OWN["b.example"][3]
    )
    assert len(whole(told(first, other))) == count


def test_a_station_is_named_by_its_letters_and_its_site_has_the_channel_behind_them() -> None:
    first = barges("wbrq12.example", STATED[0], *OWN["a.example"])
    other = barges("b.example", "The gate at Brask has a crack, WBRQ reports.", *OWN["b.example"])
    (origin,) = whole(told(first, other))
    assert origin.first == first.id


def test_two_texts_of_one_outlet_are_told_as_two_texts_and_its_name_once() -> None:
    tied = ties_of("a.example", "a.example")
    assert "two texts of a.example have it in" in tied
    assert "a.example and b.example have it in" in ties_of("a.example", "b.example")


def ties_of(one: str, other: str) -> str:
    """How two articles' ties are told behind a point that both have in the same words."""
    spans = tuple(Span(start=0, end=len(STATED[0])) for _ in range(2))
    articles = [replace(article(STATED[0]), id=name, outlet=outlet) for name, outlet in (("a1", one), ("a2", other))]
    members = {each.id: member(each, [span]) for each, span in zip(articles, spans, strict=True)}
    places = tuple(Place(article=each.id, start=0, end=len(STATED[0])) for each in articles)
    shared = Passage(id="p1", spans=(places[0], places[1]), words=20, ratio=1.0, kind="copied", reason="")
    return " ".join(worded(tie.reason, "en") for tie in ties(members, [shared], 0.5))


@pytest.mark.parametrize(
    ("printed", "count"),
    [((*OWN["b.example"], RELEASED), 2), ((OWN["b.example"][0], RELEASED), 1)],
    ids=["help", "copy"],
)
def test_who_was_helped_by_an_agency_has_its_own_origin_unless_half_of_it_is_the_agencys(
    printed: tuple[str, ...], count: int
) -> None:
    wire = barges("a.example", f"BRASK (AP) — {OWN['a.example'][0]}", RELEASED, *OWN["a.example"][1:])
    helped = barges("b.example", *printed, credit="The Associated Press contributed to this report.")
    assert helped.via == ("AP",)
    assert len(whole(told(wire, helped))) == count
