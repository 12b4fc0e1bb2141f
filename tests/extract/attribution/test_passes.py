"""Whose words they are where the form, and not a plain verb of saying, tells: each kind with its near misses."""

from dataclasses import dataclass

import pytest

from invented import article, document, parsed, resolver
from twosource.clean import clean
from twosource.extract import extract
from twosource.extract.attribution.draft import Draft, Reading
from twosource.extract.attribution.passes.source_extent import source_extent
from twosource.model import Raw, Span
from twosource.text.reasons import Reason


@dataclass(frozen=True)
class Said:
    """Who says what, as it reads."""

    kind: str
    source: str | None
    via: str | None
    words: str


def said(text: str, headline: str | None = None) -> list[Said]:
    one = article(text, headline=headline)
    findings = extract(one, parsed(one))
    names = {source.id: source.name for source in findings.sources}
    return [
        Said(
            "scare" if s.scare else s.kind, names.get(s.source or ""), names.get(s.via or ""),
            " / ".join(span.of(one.text) for span in s.content),
        )
        for s in findings.statements
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Velm Courier quoted a ferry pilot, Oda Brink, as saying that the buoy was gone.",
            Said("paraphrase", "Oda Brink", "The Velm Courier", "the buoy was gone"),
        ),
        (
            "Oda Brink was quoted by the Velm Courier as saying the buoy was gone.",
            Said("paraphrase", "Oda Brink", "the Velm Courier", "the buoy was gone"),
        ),
        (
            "“They are hiding the log,” she says, according to the Velm Courier.",
            Said("quotation", None, "the Velm Courier", "They are hiding the log,"),
        ),
    ],
)
def test_who_quotes_another_relays_the_words_and_does_not_say_them(text: str, wanted: Said) -> None:
    found = said(text)
    assert (wanted.via, wanted.words) in [(one.via, one.words) for one in found]
    assert wanted.source in [one.source for one in found if one.words == wanted.words] or wanted.source is None
    assert not [one for one in found if one.source and "Courier" in one.source and wanted.words in one.words]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("Police chief Ola Renn said the suspect had told officers, “I did it.”", "suspect", "Ola Renn"),
        ("Ola Renn told the court that Dorran Pell had said to him: “You are next.”", "Dorran Pell", "Ola Renn"),
        ("Ola Renn said the man had left. “I did it,” Renn told officers.", "Ola Renn", None),
        ("Ola Renn said, after the man had left: “I did it.”", "Ola Renn", None),
    ],
)
def test_what_somebody_is_said_to_have_said_is_his_and_relayed(text: str, source: str, via: str | None) -> None:
    (quoted,) = [one for one in said(text) if one.kind == "quotation"]
    assert source in (quoted.source or "")
    assert quoted.via == via


def test_words_closed_before_a_name_are_not_those_that_the_name_leads_in() -> None:
    found = {
        one.words: one.source for one in said("“It is over,” Bram Hale said. “Go home.” Corl answered, “Not yet.”")
    }
    assert found["Not yet."] == "Corl"
    assert all(source == "Bram Hale" for words, source in found.items() if "Not yet" not in words)
    behind = {one.words: one.source for one in said("“It is over.” Bram Hale said. “Go home.”")}
    assert set(behind.values()) == {"Bram Hale"}


@pytest.mark.parametrize(
    "text", ["The Velm Courier quoted a price of nine crowns.", "Police cited the pilot for speeding."]
)
def test_what_is_only_quoted_or_cited_is_relayed_from_nobody(text: str) -> None:
    assert not [one for one in said(text) if one.via]


def test_paragraphs_behind_a_colon_are_the_words_of_who_leads_in() -> None:
    found = said(
        "Oda Brink wrote in a letter on Monday:\nThe buoy was gone when we came.\n"
        "Nobody had told the crews of it.”\nThe harbour is closed."
    )
    assert (
        Said("quotation", "Oda Brink", None, "The buoy was gone when we came. / Nobody had told the crews of it.")
        in found
    )
    assert "The harbour is closed." in [one.words for one in found if one.source is None]


@pytest.mark.parametrize(
    "text",
    [
        "Oda Brink named three reasons on Monday:\nThe buoy was gone.",
        "Oda Brink said the crew had three jobs to do:\nThe buoy had to be found.",
        "Read more about the ferry:\nThe harbour is closed.",
    ],
)
def test_a_colon_behind_something_else_leaves_the_next_paragraph_to_the_outlet(text: str) -> None:
    last = text.splitlines()[-1]
    assert [one.source for one in said(text) if one.words == last] == [None]
    assert not [one for one in said(text) if one.kind == "quotation"]


def test_a_post_is_the_words_of_who_signs_it() -> None:
    found = said("The buoy at Velm is gone again. — Oda Brink (@odabrink) May 3, 2031")
    assert [(one.kind, one.source, one.words) for one in found] == [
        ("quotation", "Oda Brink", "The buoy at Velm is gone again.")
    ]


def test_a_paragraph_that_only_names_a_source_leads_in_the_quotation_behind_it() -> None:
    found = said("From Velm Radio:\n“The buoy was gone and nobody had told the crews of it.”")
    assert [one.source for one in found if one.kind == "quotation"] == ["Velm Radio"]
    near = said("From the archive:\n“The buoy was gone and nobody had told the crews of it.”")
    assert [one.source for one in near if one.words.startswith("The buoy")] == [None]


def test_who_is_heard_speaks_and_not_who_is_seen_meanwhile() -> None:
    found = said(
        "As the pilot is led away by guards, a woman off camera is heard saying in Velmish: “He is only a boy.”"
    )
    assert [one.source for one in found if one.kind == "quotation"] == ["a woman off camera"]


def test_the_ministry_behind_as_speaks_and_not_what_emerged() -> None:
    found = said("The pictures emerged as the Velmish Ministry of Health said mothers could come to the border.")
    assert [one.source for one in found if one.kind == "paraphrase"] == ["the Velmish Ministry of Health"]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Two thousand have left; new rules imposed in Velm, says mayor", "mayor"),
        ("Two thousand have left Velm, police say", "police"),
    ],
)
def test_a_headline_ends_with_who_says_it(headline: str, source: str) -> None:
    found = said("The harbour is closed.", headline)
    assert [one.source for one in found if one.kind == "paraphrase"] == [source]
    assert not said("The harbour is closed.", "New rules in Velm, finds refuge")[0].source


@pytest.mark.parametrize(
    "text",
    [
        "Officials did not say whether the buoy was gone.",
        "The mayor has not mentioned the buoy.",
        "Oda Brink has yet to explain why the log was changed.",
        "Lumo is recalling scooters of this model sold in Velm.",
    ],
)
def test_what_is_not_said_and_what_is_done_is_nobodys_word(text: str) -> None:
    assert {one.source for one in said(text)} <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the buoy was not gone.",
        "Oda Brink does not believe that the buoy was gone.",
        "Oda Brink recalled that the buoy was gone.",
    ],
)
def test_what_is_said_not_to_be_so_is_still_said(text: str) -> None:
    assert [one.source for one in said(text) if one.source]


PAGE = """<html><body><article><h1>Buoy gone at Velm for the second time this year</h1>
<p>The buoy that marks the channel at Velm has vanished again, and the harbour is closed to all ferries until Friday.</p>
{}
<p>The ministry of transport has sent a second ship to look for it, and divers are on the way to the harbour.</p>
<p>The ferry company has taken forty bookings off its list, and the trains to the north are full for the rest of May.</p>
</article></body></html>"""


def on_page(markup: str) -> list[Said]:
    one, _ = clean(Raw(name="velm", kind="html", text=PAGE.format(markup), sha256="0" * 64))
    assert one is not None
    findings = extract(one, parsed(one))
    names = {source.id: source.name for source in findings.sources}
    return [
        Said(s.kind, names.get(s.source or ""), None, " / ".join(span.of(one.text) for span in s.content))
        for s in findings.statements
    ]


WORDS = "The buoy was gone when we came at six in the morning."


@pytest.mark.parametrize(
    ("markup", "source"),
    [
        (
            f"<p>The harbour master, Oda Brink, wrote to the crews:</p><blockquote><p>{WORDS}</p></blockquote>",
            "Oda Brink",
        ),
        (f"<p>The ferry firm lost two of its ships.</p><blockquote><p>{WORDS}</p></blockquote>", None),
        (f"<blockquote>{WORDS} — Velm Coast Guard (@velmcoast) May 3, 2031</blockquote>", "Velm Coast Guard"),
        (f"<blockquote><p>{WORDS}</p><p>Oda Brink, harbour master</p></blockquote>", "Oda Brink"),
    ],
)
def test_a_block_quotation_is_the_words_of_who_leads_in_or_signs_and_never_the_outlets(
    markup: str, source: str | None
) -> None:
    found = [one for one in on_page(markup) if WORDS[:20] in one.words]
    assert [(one.kind, one.source) for one in found] == [("quotation", source)]


def test_a_pull_quote_is_counted_once() -> None:
    spoken = "<p>“We will not wait for the ministry to act on this,” Ruben Falk told reporters on Tuesday.</p>"
    pulled = "<blockquote>We will not wait for the ministry to act on this</blockquote>"
    for markup in (spoken + pulled, pulled + spoken):
        assert [one.source for one in on_page(markup) if "We will not wait" in one.words] == ["Ruben Falk"]


def test_an_article_that_is_set_as_a_quotation_as_a_whole_is_the_outlets() -> None:
    paragraphs = "".join(
        f"<p>Ship number {n} came to the harbour at noon and left it again at {n}.</p>" for n in range(2, 12)
    )
    found = on_page(f"<blockquote>{paragraphs}</blockquote>")
    assert {one.kind for one in found if "Ship number" in one.words} == {"assertion"}


def test_answers_of_an_interview_are_those_of_the_one_it_introduces_and_questions_the_outlets() -> None:
    lines = "Q: When did you see it?\nA: At six in the morning.\nQ: Who was with you?\nA: Two of the crew."
    found = said(f"We spoke to the harbour master, Oda Brink, on Monday.\n{lines}")
    assert [(one.kind, one.source) for one in found if one.words == "Two of the crew."] == [("quotation", "Oda Brink")]
    assert [(one.kind, one.source) for one in found if one.words == "Who was with you?"] == [("assertion", None)]
    two = said(f"Oda Brink and Ruben Falk are at odds over the buoy.\n{lines}")
    assert [one.source for one in two if one.words == "Two of the crew."] == [None]


def test_lines_under_an_outlets_name_are_its_turns_in_a_talk() -> None:
    found = said(
        "Martha Brink has looked for the buoy for three days.\nVelm Courier: When did you see it?\n"
        "Martha Brink: At six in the morning.\nVelm Courier: Who was with you?\nBrink: Two of the crew."
    )
    assert [one.source for one in found if one.words in {"At six in the morning.", "Two of the crew."}] == [
        "Martha Brink"
    ] * 2


@pytest.mark.parametrize(
    "post", ["Ruben Falk (@falk) tweeted: {}", "Ruben Falk (@falk): {}", "{} — Ruben Falk (@falk) 3 May 2031"]
)
def test_a_post_is_the_words_of_its_account(post: str) -> None:
    found = said(post.format("We have found the chain of the buoy."))
    assert [(one.kind, one.source, one.words) for one in found] == [
        ("quotation", "Ruben Falk", "We have found the chain of the buoy.")
    ]


def test_a_mail_address_and_a_time_before_a_colon_are_nobodys_post() -> None:
    assert not [
        one for one in said("11:20: The harbour is closed. Write to desk@velm.example: we read it.") if one.source
    ]


def test_what_a_post_tells_of_others_is_theirs_relayed_by_its_author() -> None:
    found = said("The crew tell me that the buoy was gone at six. — Oda Brink (@odabrink) May 3, 2031")
    assert ("crew", "Oda Brink") in [(one.source, one.via) for one in found if one.kind == "paraphrase"]
    assert [one.source for one in found if one.kind == "quotation"] == ["Oda Brink"]


@pytest.mark.parametrize(
    "text",
    [
        "Oda Brink was lucky to see the buoy drift past the pier.",
        "The pilot had already shown off his skill by turning the ferry in the channel.",
        "A week of storms saw ticket prices fall below nine crowns.",
        "Oda Brink refused to disclose the price of the buoy.",
        "The mayor did not reveal what the crew of the “Velm Star” was looking for.",
    ],
)
def test_what_is_seen_shown_off_or_refused_is_nobodys_word(text: str) -> None:
    assert {one.source for one in said(text) if one.kind == "paraphrase"} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Oda Brink said she saw the buoy drift past the pier.",
        "The pilot showed that the buoy was gone.",
        "Oda Brink refused to accept that the buoy was gone.",
        "The mayor revealed what the crew was looking for.",
    ],
)
def test_what_is_seen_to_be_so_and_what_is_told_is_somebodys(text: str) -> None:
    assert [one.source for one in said(text) if one.source]


def kinds(text: str) -> list[tuple[str, str]]:
    """Name and kind of each source."""
    one = article(text)
    return [(source.name, source.kind) for source in extract(one, parsed(one)).sources]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The weir was opened at noon, news agency dpa reported.", ("dpa", "outlet")),
        ("The Brit said the weir was opened at noon.", ("The Brit", "unnamed")),
        ("The Velm Papers show that the weir was opened at noon.", ("The Velm Papers", "document")),
        ("The pilot himself said the weir was opened at noon.", ("The pilot", "unnamed")),
    ],
)
def test_what_kind_of_source_it_is_is_told_by_its_noun(text: str, wanted: tuple[str, str]) -> None:
    assert kinds(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The port agency said the weir was opened at noon.", "outlet"),
        ("The Brit Shipping Company said the weir was opened at noon.", "unnamed"),
        ("The Velm Paper Company said the weir was opened at noon.", "document"),
    ],
)
def test_a_body_whose_name_only_holds_such_a_noun_is_a_body(text: str, wanted: str) -> None:
    assert wanted not in [kind for _, kind in kinds(text)]


def test_who_speaks_in_a_clause_behind_what_a_person_is_called_is_that_person() -> None:
    found = said("Oda Brink, a ferry pilot who said that the buoy was gone, left the quay at noon.")
    assert [one.source for one in found if one.kind == "paraphrase"] == ["Oda Brink"]


def test_who_speaks_in_a_clause_behind_a_description_alone_is_that_description() -> None:
    found = said("Divers met a ferry pilot who said the buoy was gone.")
    assert [one.source for one in found if one.kind == "paraphrase"] == ["a ferry pilot"]


def source_names(text: str) -> list[str | None]:
    return [one.source for one in said(text) if one.kind in {"paraphrase", "quotation"}]


def test_two_bodies_joined_are_not_the_second_of_them() -> None:
    text = "Norvale Police closed the pier. The pier is rotten, the Harbour Office and Norvale Police said."
    assert source_names(text) == ["the Harbour Office and Norvale Police"]


def test_a_body_with_two_owners_is_still_one_body() -> None:
    text = "Norvale Police closed the pier. The pier is rotten, Norvale Police of Ossia and Velm said."
    assert all(name and "Norvale Police" in name for name in source_names(text))


def test_a_day_is_no_part_of_what_speaks() -> None:
    one = article("An autopsy Saturday found that the sailor had drowned.")
    assert [source.kind for source in extract(one, parsed(one)).sources] == ["document"]


def test_a_release_of_an_office_is_the_offices_and_not_its_owners() -> None:
    text = "The sailor was found at noon, according to a sheriff's department press release."
    assert all(name and "department" in name for name in source_names(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The images emerged as the Velm Ministry of Ports said pilots could come to the quay and fetch their boats.",
            "the Velm Ministry of Ports",
        ),
        (
            "The pilot known as the Velm Ripper said divers could come to the quay.",
            "The pilot known as the Velm Ripper",
        ),
    ],
)
def test_who_speaks_behind_as_is_not_what_stands_before_it(text: str, wanted: str) -> None:
    asked = document(text)
    before = text.split(" emerged" if " emerged" in text else " said", maxsplit=1)[0]
    source, cue, content = (
        Span(start=asked.text.index(words), end=asked.text.index(words) + len(words))
        for words in (before, "said", text[text.index("said ") + 5 : -1])
    )
    draft = Draft(
        source=source, cue=cue, content=(content,), score=0.7, reason=Reason("attribution.learned", chance=0.7)
    )
    reading = Reading(document=asked, quotations=(), cast=resolver(asked).cast)
    (placed,) = source_extent(reading, (draft,))
    assert placed.source is not None
    assert placed.source.of(asked.text) == wanted


def test_a_clause_before_who_speaks_is_no_part_of_the_name() -> None:
    text = "The pier closed at noon, and Holm described the divers as “a very tight group.”"
    assert set(source_names(text)) == {"Holm"}


def test_a_film_is_no_quotation_though_a_stop_stands_in_its_marks() -> None:
    found = said("Nobody needs a tide table like in “Back To The Shore.” It works just as well.")
    assert [one.kind for one in found if one.words.startswith("Back")] == ["scare"]
    spoken_words = said("“Stop The Boat,” shouted Oda Brink from the quay.")
    assert [one.kind for one in spoken_words if one.words.startswith("Stop")] == ["quotation"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The board defended sacking a pilot who said he was ill at sea, saying, “He left the wheel to a boy.”",
            "board",
        ),
        ("The board met a pilot who spoke for an hour. “He left the wheel to a boy,” said Oda Brink.", "Oda Brink"),
    ],
)
def test_who_goes_on_behind_a_clause_about_another_is_whom_the_sentence_is_about(text: str, wanted: str) -> None:
    assert [one.source for one in said(text) if one.kind == "quotation"] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Her lawyer, Oda Brink, told reporters outside the courthouse that she would appeal.",
            "that she would appeal",
        ),
        (
            "The harbour police urged anyone who saw the boat to come forward.",
            "anyone who saw the boat to come forward",
        ),
    ],
)
def test_what_hearers_are_told_is_said_however_long_they_are_called(text: str, wanted: str) -> None:
    assert wanted in [one.words.rstrip(".") for one in said(text) if one.kind == "paraphrase"]


def test_who_is_told_something_says_nothing_by_it() -> None:
    assert not [one for one in said("Oda Brink was told to wait until the boat came in.") if one.source == "Oda Brink"]


def test_who_tells_of_it_at_the_end_is_no_part_of_what_is_said() -> None:
    found = said("Ada Holm said the quay had been closed since noon, according to the Velm Courier.")
    assert [one.words for one in found if one.source == "Ada Holm"] == ["the quay had been closed since noon"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said the quay was built according to the plans of her father.",
        "“The quay had been closed since noon, according to the Velm Courier,” said Ada Holm.",
    ],
)
def test_what_somebody_goes_by_stays_a_part_of_what_they_say(text: str) -> None:
    assert any("according to" in one.words for one in said(text) if one.source == "Ada Holm")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Holm said the quay had been shut, the Velm Courier reports.", ["the quay had been shut"]),
        ("Ada Holm announced the sale of the quay to her brother, the Velm Courier reports.", []),
    ],
)
def test_an_outlet_that_says_so_at_the_end_is_no_part_of_what_is_said(text: str, words: list[str]) -> None:
    assert [one.words for one in said(text) if one.source == "Ada Holm"] == words


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("What has Oda Brink said about the quay?", {"assertion"}),
        ("Did the council call for changes to the plan?", {"assertion"}),
        ("Has the quay sunk, Oda Brink has asked the council.", {"paraphrase"}),
        ("Oda Brink has said that the quay is closed.", {"paraphrase"}),
    ],
)
def test_what_is_only_asked_is_said_by_nobody(text: str, kinds: set[str]) -> None:
    assert {one.kind for one in said(text)} == kinds


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "The contractor had been warned twice about the piles, newly released police records show.",
            "newly released police records",
            "The contractor had been warned twice about the piles",
        ),
        (
            "A second ferry turned back an hour earlier, local media report.",
            "local media",
            "A second ferry turned back an hour earlier",
        ),
    ],
)
def test_who_tells_a_sentence_at_its_end_is_its_source(text: str, source: str, words: str) -> None:
    one = article(text)
    told = [s for s in extract(one, parsed(one)).statements if s.kind == "paraphrase"]
    places = [(s.source_span.of(text) if s.source_span else None, [span.of(text) for span in s.content]) for s in told]
    assert places == [(source, [words])]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor saw the figures, the charts and the jobs report.",
        "She closed the hall after the fair, the dance and the horse show.",
        "Brink looked at the tide tables, then at the jobs report.",
        "The old mill, the barn, police report.",
    ],
)
def test_a_noun_at_the_end_of_a_sentence_tells_nothing(text: str) -> None:
    assert not [one for one in said(text) if one.kind == "paraphrase"]


def test_nobody_goes_on_who_is_only_told_by_what_they_like() -> None:
    first = "“The bridge could become a danger to the whole town,” Ada Harte said in Velm."
    between = "It has drawn people of all kinds, down to walkers who like the fact that it is free of charge."
    quoted = "There is a strong case for a ban. The town has a duty to act."
    found = extract(one := article(f"{first}\n\n{between}\n\n“{quoted}”"), parsed(one)).statements
    [last] = [s for s in found if s.kind == "quotation" and quoted in s.span.of(one.text)]
    assert last.source_span is None
    found = extract(one := article(f"{first}\n\n“{quoted}”"), parsed(one)).statements
    [last] = [s for s in found if s.kind == "quotation" and quoted in s.span.of(one.text)]
    assert last.source_span is not None
    assert last.source_span.of(one.text) == "Ada Harte"


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "According to the Velm County Sheriff Department, the boy, along with a friend, was playing with a flare.",
            "the Velm County Sheriff Department", "the boy, along with a friend, was playing with a flare",
        ),
        ("According to Ada Holm, the mayor of Velm, the pier is safe.", "Ada Holm", "the pier is safe"),
        ("It is a fire prosecutors say the boys lit.", "prosecutors", "the boys lit"),
        ("A dozen witnesses said the flare was his.", "A dozen witnesses", "the flare was his"),
    ],
)  # fmt: skip
def test_a_source_ends_before_the_subject_of_what_is_said_and_begins_behind_another_noun(
    text: str, source: str, words: str
) -> None:
    assert [(one.source, one.words) for one in said(text) if one.kind == "paraphrase"] == [(source, words)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The board signalled support for the pier as long as it comes with a two-year “pause” in the toll.", None),
        ("Ada Brandt, who writes about the sea, says the toll could lead to a “great crisis” for the crews.", "Ada Brandt"),
    ],
)  # fmt: skip
def test_a_fragment_is_somebodys_only_where_it_hangs_from_a_word_of_saying(text: str, source: str | None) -> None:
    found = [one for one in said(text) if one.kind in {"quotation", "scare"}]
    assert [one.source for one in found] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("NORVALE, Velm (WXQ) - Harbour police say five sailors were hurt.", "Harbour police"),
        ("VELM - Harbour police say five sailors were hurt.", "Harbour police"),
        ("AFL-CIO officers say five sailors were hurt.", "AFL-CIO officers"),
    ],
)
def test_the_place_and_dash_that_open_a_text_are_no_part_of_a_source(text: str, source: str) -> None:
    (found,) = spans_of_sources(text)
    assert found == source


def spans_of_sources(text: str) -> list[str]:
    one = article(text)
    return [s.source_span.of(one.text) for s in extract(one, parsed(one)).statements if s.source_span is not None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The family of Bryson Hale met on Monday.\n“We are heartbroken,” his family said.", "his family"),
        ("No one at the Hale home wanted to talk, but her friends say that she had a good heart.", "her friends"),
        ("Ada Holm fell on Monday. Her mother said that she was well.", "Ada Holm's mother"),
    ],
)
def test_whose_kin_somebody_is_is_never_nobody_or_the_same_kin(text: str, source: str) -> None:
    assert source in {one.source for one in said(text)}
