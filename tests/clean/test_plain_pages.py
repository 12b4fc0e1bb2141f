import pytest

from clean.told import TIDE, blocks, cleaned, label_of, page_of
from twosource.clean.labels import label
from twosource.clean.pieces import MARKED, Piece, assemble

SAVED = """'We kept rowing': island remembers the night the ferry went down

14 May 2031, 08:15 | Updated: 14 May 2031, 10:40

Volunteers carry blankets along the quay at Port Arden
Volunteers carry blankets along the quay at Port Arden. Picture: Skerry News/Alamy

By Ada Lund

Eleven people were taken off the ferry Marigold before dawn, the harbour master has said.

Listen to this article

Loading audio...

"The lights went out and then we heard the hull," said a deckhand.

Harrowing moment deckhand describes lowering boats in darkness

"Nobody on the bridge answered us.

Read more: Ferry company had been warned twice this spring

"We kept rowing."

A question of maintenance

The company said it would help the inquiry.

No comments:

Powered by Harbourpress.
"""


def test_a_saved_page_is_labelled_line_by_line() -> None:
    article = cleaned(SAVED)
    kinds = [kind for kind, _ in blocks(article)]
    assert kinds == [
        "headline", "dateline", "caption", "caption", "credit", "byline", "paragraph", "residue", "residue", "paragraph",
        "residue", "paragraph", "residue", "paragraph", "subheading", "paragraph", "residue", "residue",
    ]  # fmt: skip
    assert article.blocks[3].repeats == 2
    assert (article.published, article.updated, article.dated_by) == ("2031-05-14T08:15", "2031-05-14T10:40", "stated")
    assert article.byline == ("Ada Lund",)
    assert article.credits == ("Skerry News/Alamy",)
    assert article.via == ()
    assert (article.outlet, article.outlet_known) == ("tide", False)


@pytest.mark.parametrize(
    ("path", "outlet"),
    [
        ("pages/07_5d02ae91c77b40aa.txt", "07_5d02"),
        ("5d02ae91c77b40aa5d02ae91c77b40aa.html", "5d02"),
        ("tide-20310514101500.txt", "tide-20310514101500"),
        ("decade-effaced.txt", "decade-effaced"),
        ("tide2031abcdef0123456.txt", "tide2031abcdef0123456"),
    ],
)
def test_of_a_check_sum_in_a_file_name_four_digits_are_kept(path: str, outlet: str) -> None:
    assert cleaned(SAVED, path=path).outlet == outlet


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://web.archive.org/web/20310514101500/http://www.herald.example:80/tide/1.html", "herald.example"),
        ("https://web.archive.org/web/20310514101500im_/https://herald.example/tide", "herald.example"),
        ("https://archive.ph/2031.05.14-101500/https://herald.example/tide", "herald.example"),
        ("https://archive.org/details/tide", "archive.org"),
        ("https://bugle.example/share/https://herald.example/tide", "bugle.example"),
        ("https://web.archive.org/save?url=https://herald.example/tide", "web.archive.org"),
    ],
)
def test_a_page_that_an_archive_keeps_is_the_outlets_and_not_the_archives(address: str, outlet: str) -> None:
    assert cleaned(SAVED, url=address).outlet == outlet


def test_a_caption_printed_twice_and_once_in_the_text_is_the_caption_where_it_is_doubled() -> None:
    line = "He told the council: 'The wall will not hold another winter.' And nobody on the benches answered him."
    text = (
        f"Wall fails\n\n{line}\n\nWater stood in the mill by noon.\n\n{line}\n\n{line}\n\nThe council meets on Monday."
    )
    article = cleaned(text)
    assert [kind for kind, _ in blocks(article)] == [
        "headline",
        "paragraph",
        "paragraph",
        "caption",
        "caption",
        "paragraph",
    ]
    assert [block.repeats for block in article.blocks] == [None, None, None, 1, 1, None]


def test_a_caption_glued_to_the_next_paragraph_is_a_block_of_its_own() -> None:
    caption = "Sandbags are stacked along the mill race at Lower Arden as the river keeps rising"
    text = f"River rises\n\nThe river rose all night.\n\n{caption}\n\n{caption}Farmers moved their herds to the ridge before noon."
    article = cleaned(text)
    assert blocks(article)[2:] == [
        ("caption", caption), ("caption", caption), ("paragraph", "Farmers moved their herds to the ridge before noon."),
    ]  # fmt: skip
    assert article.blocks[3].repeats == 2


def test_a_doubled_caption_glued_with_a_space_is_known_too() -> None:
    caption = "Sandbags are stacked along the mill race at Lower Arden as the river keeps rising"
    text = f"River rises\n\n{caption}\n\n{caption}\n\nIt rained.\n\n{caption} Farmers moved their herds to the ridge before noon."
    assert blocks(cleaned(text))[4:] == [
        ("caption", caption), ("paragraph", "Farmers moved their herds to the ridge before noon."),
    ]  # fmt: skip


def test_a_paragraph_that_begins_like_an_earlier_one_is_left_whole() -> None:
    first = "The company did not answer letters about the state of the hull."
    article = cleaned(f"Ferry\n\n{first}\n\n{first} It closed its office in March.\n\nThe inquiry goes on.")
    assert ("paragraph", f"{first} It closed its office in March.") in blocks(article)


def test_a_repeated_paragraph_names_the_one_it_repeats() -> None:
    line = "The pilot had asked for a tug at midnight."
    article = cleaned(f"Tug\n\n{line}\n\nNo tug came.\n\n{line}")
    assert article.blocks[3].kind == "paragraph"
    assert article.blocks[3].repeats == 1


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("PORT ARDEN, Skerry – The ferry sank.", "PORT ARDEN, Skerry –"),
        ("(AP) — The ferry sank.", "(AP) —"),
        ("LOWER ARDEN (Reuters) - The ferry sank.", "LOWER ARDEN (Reuters) -"),
        ("PORT ARDEN, May 14 (AFP) -- The ferry sank.", "PORT ARDEN, May 14 (AFP) --"),
        ("Kyiv (dpa) – The ferry sank.", "Kyiv (dpa) –"),
        ("SKERRY — “We rowed,” she said.", "SKERRY —"),
    ],
)
def test_a_dateline_is_a_block_of_its_own_at_the_head_of_the_paragraph(line: str, dateline: str) -> None:
    article = cleaned(f"Ferry sinks\n\n{line}\n\nIt was dark.")
    assert blocks(article)[1] == ("dateline", dateline)
    assert article.blocks[2].kind == "paragraph"
    assert line.endswith(article.blocks[2].span.of(article.text))


@pytest.mark.parametrize(
    "line",
    [
        "NASA — the space agency — said nothing.",
        "UPDATE — The ferry has been found.",
        "Skerry – a small island – has one harbour.",
        "The ferry (built in 2004) – Marigold – sank.",
        "“No,” she said – twice.",
        "MV Marigold – the ferry – sank.",
    ],
)
def test_a_dash_near_the_beginning_of_a_sentence_is_no_dateline(line: str) -> None:
    assert blocks(cleaned(f"Ferry sinks\n\n{line}\n\nIt was dark."))[1] == ("paragraph", line)


@pytest.mark.parametrize(
    "line",
    [
        "'Read more of the log,' the judge told him.",
        '"Listen to this article of faith," she said.',
        "“Sign up for the lifeboat,” the poster said.",
        "Copyright law does not cover the chart, the court said.",
        "On Facebook, the mayor wrote that the quay was safe.",
        "By Friday the water had gone.",
        "By then, the second boat had left with nine people.",
        "Editing by hand, the clerk changed every line, according to the inquiry.",
        "Related boats were searched as well, police said.",
        "He was photographed by Tom Rask in the harbour.",
        "More than 40 people are still missing.",
        "6:58 p.m. Initially there were reports of a second boat off the skerries.",
        "* 4:52 p.m.: The lifeboat leaves the harbour.",
        "“We rowed for an hour, and then (pictured in my head) the shore,” he said.",
        "Reuters reported on Tuesday that the owner had fled.",
    ],
)
def test_what_is_somebody_s_words_or_a_sentence_stays_a_paragraph(line: str) -> None:
    text = f"Ferry sinks off Skerry\n\nThe ferry sank at dawn.\n\n{line}\n\nIt was dark."
    assert label_of(cleaned(text), line[:12]) == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share on Facebook", "residue"),
        ("Sign up for our morning letter", "residue"),
        ("READ MORE: Ten days without a ferry", "residue"),
        ("See also: How the harbour was built", "residue"),
        ("12 Comments", "residue"),
        ("Advertisement", "residue"),
        ("© 2031 The Skerry Lantern. All rights reserved.", "residue"),
        ("a.lund@lantern.example", "residue"),
        ("1:42 Deckhand speaks of the night on the Marigold", "residue"),
        ("The boat on Monday. (Photo: Ada Lund)", "caption"),
        ("File photo of the Marigold in better days", "caption"),
        ("Photograph: Tom Rask/Getty Images", "credit"),
        ("Additional reporting by Tom Rask", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("tr/al (AFP, dpa)", "credit"),
        ("By Ada Lund and Tom Rask, Staff Writers", "byline"),
        ("Reuters", "byline"),
        ("Posted: Tuesday, May 13, 2031 5:46 PM", "dateline"),
        ("14/05/2031 at 9.30pm", "dateline"),
        ("27-06-2031", "dateline"),
        ("Ada Lund is a Lantern staff writer.", "byline"),
        ("(313) 555-0116", "residue"),
    ],
)
def test_lines_of_the_page_have_their_labels(line: str, kind: str) -> None:
    text = f"Ferry sinks off Skerry\n\nThe ferry sank at dawn.\n\n{line}\n\nIt was dark."
    assert label_of(cleaned(text), line[:8]) == kind


def test_the_headline_again_is_residue_that_repeats_it() -> None:
    article = cleaned("Ferry sinks off Skerry\n\nThe ferry sank at dawn.\n\nFerry sinks off Skerry\n\nIt was dark.")
    assert (article.blocks[2].kind, article.blocks[2].repeats) == ("residue", 0)


def test_titles_under_a_heading_of_related_pieces_are_residue_up_to_the_next_sentence() -> None:
    text = "Ferry sinks\n\nThe ferry sank.\n\nRelated stories\n\nHarbour chief resigns\n\nWhy the lights failed\n\nDivers found the hull."
    kinds = [kind for kind, _ in blocks(cleaned(text))]
    assert kinds == ["headline", "paragraph", "residue", "residue", "residue", "paragraph"]


def test_lines_cut_to_a_width_are_joined_to_paragraphs() -> None:
    text = (
        "The ferry had left the quay shortly after\nmidnight with a crew of six, and was\nfound by a trawler near the\nskerries at dawn.\n\n"
        "Nobody had heard a call for\nhelp, the coast guard said."
    )
    assert len(cleaned(text).blocks) == 2


def test_an_agency_that_is_quoted_is_not_whose_copy_it_is() -> None:
    text = "Ferry sinks\n\nThe owner told Reuters he was sorry.\n\nThe hull on Monday. Picture: Tom Rask/AFP\n\nDivers came."
    article = cleaned(text)
    assert article.via == ()
    assert article.credits == ("Tom Rask/AFP",)


def test_agencies_of_dateline_byline_and_sign_off_are_whose_copy_it_is() -> None:
    text = "Ferry sinks\n\nBy The Associated Press\n\nPORT ARDEN (AP) — The ferry sank.\n\nDivers came.\n\nWith AFP\n\ntr/al (Reuters, dpa)"
    assert cleaned(text).via == ("AP", "AFP", "Reuters", "dpa")


def test_an_agency_that_we_do_not_know_is_believed_where_it_calls_itself_one() -> None:
    text = "Ferry sinks\n\nBy Skerry News Agency\n\nLOWER ARDEN (Northern Press) — The ferry sank.\n\nDivers came."
    assert cleaned(text).via == ("Skerry News Agency", "Northern Press")
    assert cleaned(text).byline == ()


def test_a_state_in_a_dateline_is_no_agency() -> None:
    assert cleaned("Ferry sinks\n\nLOWER ARDEN, PA (WXYQ) – The ferry sank.\n\nDivers came.").via == ()


def test_names_are_told_from_what_is_run_together_with_them() -> None:
    article = cleaned("Ferry sinks\n\nBy ADA LUND and TOM RASKAssociated Press\n\nThe ferry sank.\n\nDivers came.")
    assert (article.byline, article.via) == (("ADA LUND", "TOM RASK"), ("AP",))
    article = cleaned("Ferry sinks\n\nby: Ada Lund Updated: May 14, 2031 - 9:35 AM\n\nThe ferry sank.\n\nDivers came.")
    assert (article.byline, article.updated) == (("Ada Lund",), "2031-05-14T09:35")


def test_plain_text_without_a_title_has_no_headline() -> None:
    article = cleaned("The ferry sank at dawn.\n\nDivers came.")
    assert article.headline is None
    assert [kind for kind, _ in blocks(article)] == ["paragraph", "paragraph"]


def test_the_same_input_gives_the_same_article() -> None:
    assert cleaned(SAVED) == cleaned(SAVED)


def test_the_signs_of_a_heading_are_none_of_its_words() -> None:
    article = cleaned(f"# Tide gauge stops\n\n{TIDE[0]}\n\n## What the pilots say\n\n{TIDE[1]}")
    assert article.headline == "Tide gauge stops"
    assert ("subheading", "What the pilots say") in blocks(article)


def test_a_number_sign_within_a_line_or_without_a_blank_is_no_heading() -> None:
    line = "#tide is what the pilots call it, and gate # 4 is where they wait."
    assert ("paragraph", line) in blocks(cleaned(f"Tide gauge stops\n\n{line}\n\n{TIDE[1]}"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "CLOSE Skip in Skip x Embed x Share Neighbours of the mill at Arden tell what they saw. Bel Orr / The Skerry Post",
            "Neighbours of the mill",
        ),
        (
            "Photo: Harbour Video Image 1 of / 6 Caption Close Image 1 of 6 Boats lie on the slip at Arden after the storm.",
            "Photo: Harbour Video",
        ),
    ],
)
def test_what_players_and_galleries_print_before_a_caption_makes_the_line_one(line: str, told: str) -> None:
    assert label_of(cleaned(f"Mill burns\n\n{TIDE[0]}\n\n{line}\n\n{TIDE[1]}"), told) == "caption"


def test_a_sentence_that_tells_of_pictures_is_no_caption() -> None:
    line = "The court was shown the second image of the six, and adjourned."
    assert label_of(cleaned(f"Mill burns\n\n{TIDE[0]}\n\n{line}\n\n{TIDE[1]}"), line[:30]) == "paragraph"


@pytest.mark.parametrize("state", ['<input type="hidden" name="__VIEWSTATE" value="/wE">', ""])
def test_a_form_around_a_whole_page_does_not_stand_beside_its_text(state: str) -> None:
    title = "<span>Pool at Orm shut</span>" if state else "<h1>Pool at Orm shut</h1>"
    menu = "<ul><li>News</li><li>Subscribe</li><li>Sign in</li></ul>"
    lines = "<br><br>".join(TIDE)
    page = f"<html><head><title>Pool at Orm shut</title></head><body><form action='./n.aspx'>{state}<table><tr><td>{menu}</td><td>{title}<div>{lines}</div></td></tr></table></form></body></html>"
    article = cleaned(page, html=True)
    assert [words for kind, words in blocks(article) if kind == "paragraph"] == list(TIDE)


def test_a_form_beside_the_text_holds_none_of_it() -> None:
    article = cleaned(
        page_of(*TIDE, below="<form><p>Tell us what you think of the pool, and be frank with us.</p></form>"), html=True
    )
    assert "frank" not in article.text


def kinds_behind(*behind: str) -> list[str]:
    """The labels of lines behind an article's text; those that begin with # are headings in the markup."""
    lines = [
        Piece(text=line[1:], kind="subheading", reason=MARKED) if line[0] == "#" else Piece(text=line)
        for line in behind
    ]
    text, drafts = assemble([*(Piece(text=line) for line in TIDE), *lines])
    return [str(block.kind) for block in label(text, drafts, None)][len(TIDE) :]


def test_headings_behind_all_text_are_titles_of_other_pieces_with_what_stands_beside_them() -> None:
    tail = ["#Similar:", "Photo: Ada Lund", "4 March 2031", "#Barge sinks", "Photo: Tom Rask", "#Lock opens"]
    assert kinds_behind(*tail) == ["residue"] * 6
    assert kinds_behind("Photo: Ada Lund", *tail)[0] == "credit"


def test_one_heading_and_headings_with_text_behind_them_stay() -> None:
    last = "The gauge will be mended in the spring, the port said on Monday."
    assert kinds_behind("#What comes next") == ["subheading"]
    assert kinds_behind("#What comes next", "Photo: Tom Rask") == ["subheading", "credit"]
    assert kinds_behind("#What comes next", "#In spring", last) == ["subheading", "subheading", "paragraph"]


def test_values_of_a_program_are_residue_and_its_words_in_a_sentence_are_text() -> None:
    article = cleaned("\n\n".join([*TIDE, "showPaywall:", "false", "The claim was false."]))
    assert (label_of(article, "showPaywall"), label_of(article, "false"), label_of(article, "The claim")) == (
        "residue",
        "residue",
        "paragraph",
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("With reports from the Orm Post and Skerry News", "credit"),
        ("With reports from the quay still coming in, the port shut its gates on Monday.", "paragraph"),
    ],
)
def test_whose_reports_a_piece_has_is_a_credit_where_it_is_no_sentence(line: str, kind: str) -> None:
    assert label_of(cleaned("\n\n".join([*TIDE, line])), line) == kind
