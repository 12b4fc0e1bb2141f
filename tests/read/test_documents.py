import sys
from pathlib import Path

import pytest

from read.saved_documents import docx, ods, odt, pdf, xlsx
from twosource.clean.dates import iso_of
from twosource.model import Gap, Raw
from twosource.read import read

TITLE = "Lock gate fails at Orm"
LINES = (
    "The lower gate of the lock failed on Monday, and two barges were held.",
    "Nobody was hurt, said Eva Storm, who keeps the lock.",
)


def inputs(folder: Path, name: str, data: bytes | str) -> tuple[list[Raw], list[Gap]]:
    """What a file of this name and content gives: inputs and gaps."""
    place = folder / name
    place.write_bytes(data.encode() if isinstance(data, str) else data)
    items = list(read([str(place)]))
    return [one for one in items if isinstance(one, Raw)], [one for one in items if isinstance(one, Gap)]


MAIL = "From: Orm Bulletin <news@bulletin.example>\nTo: desk@packet.example\nSubject: Fwd: Lock gate fails at Orm\nDate: Tue, 04 Mar 2031 09:30:00 +0100\nMIME-Version: 1.0\nMessage-ID: <1@bulletin.example>\n"


def test_a_mail_is_its_subject_day_and_words(tmp_path: Path) -> None:
    (raw,), gaps = inputs(
        tmp_path, "a.eml", f"{MAIL}Content-Type: text/plain; charset=utf-8\n\n{LINES[0]}\n\n{LINES[1]}\n"
    )
    assert (raw.kind, raw.title, raw.published, raw.outlet) == ("record", TITLE, "2031-03-04T09:30+01:00", None)
    assert raw.text.split("\n\n")[0] == LINES[0]
    assert not gaps


def test_who_sends_to_many_publishes_under_his_domain(tmp_path: Path) -> None:
    head = MAIL + "List-Unsubscribe: <https://bulletin.example/u>\nContent-Type: text/html\n\n"
    (raw,), _ = inputs(tmp_path, "letter", f"{head}<p>{LINES[0]}</p><p>{LINES[1]}</p>")
    assert (raw.outlet, raw.html) == ("bulletin.example", True)


def test_what_is_attached_to_a_mail_is_read_or_told(tmp_path: Path) -> None:
    parts = (
        f"--b\nContent-Type: text/plain\n\n{LINES[0]}\n"
        '--b\nContent-Type: text/html\nContent-Disposition: attachment; filename="page.html"\n\n'
        f"<html><body><h1>{TITLE}</h1><p>{LINES[1]}</p></body></html>\n"
        '--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="x.bin"\nContent-Transfer-Encoding: base64\n\nf0VMRgIBAQA=\n--b--\n'
    )  # fmt: skip
    raws, gaps = inputs(tmp_path, "a.eml", f'{MAIL}Content-Type: multipart/mixed; boundary="b"\n\n{parts}')
    assert [raw.name.rpartition("/")[2] for raw in raws] == ["a.eml", "page.html"]
    assert [(gap.code, gap.where.rpartition("/")[2]) for gap in gaps] == [("G103", "x.bin")]


def test_a_page_saved_by_a_browser_as_mail_is_a_page_with_its_address(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>{TITLE}</h1><p>{LINES[0]}</p></article></body></html>"
    text = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://bulletin.example/lock\nSubject: Lock\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Location: https://bulletin.example/lock\n\n{page}\n--b--\n'
    )
    (raw,), _ = inputs(tmp_path, "a.mhtml", text)
    assert (raw.kind, raw.url) == ("html", "https://bulletin.example/lock")


def test_a_mailbox_holds_as_many_articles_as_mails(tmp_path: Path) -> None:
    letter = f"{MAIL}Content-Type: text/plain\n\n"
    box = f"From news Tue Mar  4 09:30:00 2031\n{letter}{LINES[0]}\n>From here on it rained.\n\nFrom news Tue Mar  4 09:31:00 2031\n{letter}{LINES[1]}\n"
    first, second = inputs(tmp_path, "in.mbox", box)[0]
    assert "\nFrom here on" in first.text
    assert second.text.strip() == LINES[1]
    assert second.name.endswith("#2")


def test_a_mailbox_whose_first_line_is_damaged_is_a_mail_still(tmp_path: Path) -> None:
    (raw,), _ = inputs(tmp_path, "in.mbox", f"From \n{MAIL}Content-Type: text/plain\n\n{LINES[0]}\n")
    assert LINES[0] in raw.text


def test_a_text_that_begins_as_mail_does_is_text_still(tmp_path: Path) -> None:
    (raw,), _ = inputs(tmp_path, "a.txt", f"Subject: Lock\nDate: 4 March 2031\nFrom: the lock office\n\n{LINES[0]}\n")
    assert (raw.kind, raw.title) == ("text", None)


@pytest.mark.parametrize(
    "header",
    [
        "Date: Tue, 04 Mar 2031 09:30:00 +999999999999999999999",
        "Content-Type: text/plain; charset*=x''%",
        "From: <@[",
        "List-Id: =?utf-8?b?=?=",
    ],
)
def test_a_broken_header_costs_a_mail_nothing_else(tmp_path: Path, header: str) -> None:
    (raw,), _ = inputs(tmp_path, "a.eml", f"{header}\n{MAIL}\n{LINES[0]}\n")
    assert LINES[0] in raw.text


def test_word_documents_have_their_title_by_style_and_lose_nothing_else(tmp_path: Path) -> None:
    (raw,), _ = inputs(tmp_path, "a.docx", docx(("Title", TITLE), ("Normal", LINES[0]), ("Normal", LINES[1])))
    assert (raw.title, raw.text) == (TITLE, "\n\n".join(LINES))
    (bare,), _ = inputs(tmp_path, "b.docx", docx(("Normal", TITLE), ("Normal", LINES[0])))
    assert (bare.title, bare.text) == (None, f"{TITLE}\n\n{LINES[0]}")


def test_open_documents_are_read_alike(tmp_path: Path) -> None:
    (raw,), _ = inputs(tmp_path, "a.odt", odt(TITLE, *LINES))
    assert (raw.title, raw.text) == (TITLE, "\n\n".join(LINES))


def test_a_damaged_document_is_a_gap(tmp_path: Path) -> None:
    raws, (gap,) = inputs(
        tmp_path, "a.docx", docx(("Normal", LINES[0])).replace(b"word/document.xml", b"word/document.xmX")
    )
    assert (raws, gap.code) == ([], "G109")


def test_tables_of_articles_are_read_by_the_names_in_their_first_row(tmp_path: Path) -> None:
    for name, data in (
        ("a.csv", f'Title,Text,URL\n"{TITLE}","{LINES[0]}",https://bulletin.example/1\n,"{LINES[1]}",\n'),
        ("a.tsv", f"Title\tText\tURL\n{TITLE}\t{LINES[0]}\thttps://bulletin.example/1\n\t{LINES[1]}\t\n"),
        ("a.xlsx", xlsx(("title", "text", "url"), (TITLE, LINES[0], "https://bulletin.example/1"), ("", LINES[1], ""))),
    ):
        first, second = inputs(tmp_path, name, data)[0]
        assert (first.title, first.text, first.url) == (TITLE, LINES[0], "https://bulletin.example/1")
        assert (second.title, second.text) == (None, LINES[1])


MONDAY = (("title", "text"), (TITLE, LINES[0]))
TUESDAY = (
    ("Headline", "Ressort", "Text"),
    ("Gate is mended", "lock", LINES[1]),
    ("Barges go on", "", "Both barges went on."),
)
TONS = (("barge", "tons"), ("Eva", "20"), ("Orm", "30"))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_every_sheet_of_a_workbook_is_read_and_one_without_texts_is_told_once(tmp_path: Path, name: str) -> None:
    made = {"a.xlsx": xlsx, "a.ods": ods}[name](Monday=MONDAY, Tons=TONS, Tuesday=TUESDAY)
    raws, gaps = inputs(tmp_path, name, made)
    assert [raw.name.rpartition("#")[2] for raw in raws] == ["Monday/1", "Tuesday/1", "Tuesday/2"]
    assert [raw.title for raw in raws] == [TITLE, "Gate is mended", "Barges go on"]
    assert [raw.text for raw in raws] == [*LINES, "Both barges went on."]
    assert [(gap.code, "'Tons'" in gap.detail) for gap in gaps] == [("G108", True)]


def test_footnotes_of_a_document_stand_behind_its_text(tmp_path: Path) -> None:
    (raw,), _ = inputs(
        tmp_path, "a.docx", docx(("Title", TITLE), ("", LINES[0]), notes=("As told to the lock office.",))
    )
    assert raw.text.split("\n\n") == [LINES[0], "As told to the lock office."]


LETTER = (
    MAIL + "Content-Type: text/html; charset=utf-8\n\n<html><body><table><tr><td>Good morning from the lock.</td></tr>"
)
STORY = '<tr><td><h2>{}</h2><p>{} It was said to have been worn for years, and the lock office will look at it again.</p><a href="https://click.example/{}">Read more</a></td></tr>'


def test_a_newsletter_is_as_many_articles_as_stories_and_the_rest_is_told(tmp_path: Path) -> None:
    stories = STORY.format(TITLE, LINES[0], 1) + STORY.format("A word with the keeper", LINES[1], 2)
    raws, gaps = inputs(tmp_path, "a.eml", f"{LETTER}{stories}</table></body></html>")
    assert [raw.title for raw in raws] == [TITLE, "A word with the keeper"]
    assert [LINES[0] in raw.text for raw in raws] == [True, False]
    assert {(raw.outlet, raw.published, raw.url) for raw in raws} == {
        ("bulletin.example", "2031-03-04T09:30+01:00", None)
    }
    assert not any("Read more" in raw.text for raw in raws)
    assert [(gap.code, "Good morning from the lock." in gap.detail) for gap in gaps] == [("G108", True)]


def test_a_story_whose_heading_leads_to_the_senders_page_has_its_address(tmp_path: Path) -> None:
    story = '<h3><a href="https://bulletin.example/{}">{}</a></h3><p>{} It was said to have been worn for years, said the office.</p>'
    body = story.format(1, TITLE, LINES[0]) + story.format(2, "A word with the keeper", LINES[1])
    raws, _ = inputs(tmp_path, "a.eml", f"{MAIL}Content-Type: text/html\n\n<html><body>{body}</body></html>")
    assert [raw.url for raw in raws] == ["https://bulletin.example/1", "https://bulletin.example/2"]


def test_one_long_letter_with_headings_is_one_article_still(tmp_path: Path) -> None:
    part = "<h2>{}</h2><p>{} It was said to have been worn for years, and the <a href='https://bulletin.example/1'>office</a> will look at it again.</p>"
    body = part.format("The gate", LINES[0]) + part.format("The keeper", LINES[1])
    (raw,), gaps = inputs(tmp_path, "a.eml", f"{MAIL}Content-Type: text/html\n\n<html><body>{body}</body></html>")
    assert (raw.title, raw.html, gaps) == (TITLE, True, [])


def test_a_table_without_texts_says_so(tmp_path: Path) -> None:
    raws, gaps = inputs(tmp_path, "a.csv", "barge,tons\nEva,20\nOrm,30\n")
    assert raws == []
    assert {gap.code for gap in gaps} == {"G106"}


PDF_PAGES = (
    [(60, 800, 9, "Orm Bulletin 4 March 2031"), (60, 740, 20, TITLE),
     (60, 690, 10, "The lower gate of the lock failed on Mon-"), (60, 678, 10, "day, and two barges were held."), (70, 666, 10, "Nobody was hurt, said Eva Storm."),
     (320, 690, 10, "A diver looked at the hinge"), (320, 678, 10, "and found that it had been"), (60, 20, 9, "1")],
    [(60, 800, 9, "Orm Bulletin 4 March 2031"), (60, 740, 10, "worn for years."), (60, 20, 9, "2")],
)  # fmt: skip


def test_a_pdf_is_read_column_by_column_without_hyphens_and_running_heads(tmp_path: Path) -> None:
    (raw,), gaps = inputs(tmp_path, "a.pdf", pdf(*PDF_PAGES))
    assert raw.title == TITLE
    assert raw.text.split("\n\n") == [
        "The lower gate of the lock failed on Monday, and two barges were held.",
        "Nobody was hurt, said Eva Storm.",
        "A diver looked at the hinge and found that it had been worn for years.",
    ]
    assert not gaps


def test_a_pdf_of_pictures_and_one_that_nothing_can_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert inputs(tmp_path, "a.pdf", pdf([]))[1][0].code == "G102"
    assert inputs(tmp_path, "b.pdf", b"%PDF-1.4\nnothing")[1][0].code in {"G102", "G109"}
    monkeypatch.setattr(sys.modules["twosource.read.documents.pdf"], "find_spec", lambda _: None)
    gap = inputs(tmp_path, "c.pdf", pdf(*PDF_PAGES))[1][0]
    assert gap.code == "G103"
    assert "twosource[documents]" in gap.detail


EXPORT = f"""{TITLE}

Orm Bulletin

March 4, 2031 Tuesday

Copyright 2031 Orm Bulletin All Rights Reserved

Section: NEWS; Pg. 4

Byline: Ada Lund

Body

{LINES[0]}

{LINES[1]}

Load-Date: March 5, 2031

End of Document

"""


def test_an_export_of_a_press_database_is_as_many_articles_as_documents(tmp_path: Path) -> None:
    text = EXPORT + EXPORT.replace(TITLE, "Barges wait").replace("Orm Bulletin", "Coast Mail")
    first, second = inputs(tmp_path, "a.txt", text)[0]
    assert (first.title, first.outlet, first.byline, first.text) == (
        TITLE,
        "Orm Bulletin",
        ("Ada Lund",),
        "\n\n".join(LINES),
    )
    assert (second.title, second.outlet, second.published) == ("Barges wait", "Coast Mail", "March 4, 2031 Tuesday")
    assert "Load-Date" not in second.text


def test_the_form_that_counts_words_is_known_too_and_inside_a_document(tmp_path: Path) -> None:
    lines = (
        TITLE,
        "By Ada Lund",
        "312 words",
        "4 March 2031",
        "Orm Bulletin",
        "ORMB",
        "English",
        "(c) 2031 Orm Bulletin",
        *LINES,
        "Document ORMB000020310304e73400001",
    )
    (raw,), _ = inputs(tmp_path, "a.docx", docx(*(("Normal", line) for line in lines)))
    assert (raw.title, raw.outlet, raw.published, raw.byline) == (TITLE, "Orm Bulletin", "4 March 2031", ("Ada Lund",))
    assert raw.text == "\n\n".join(LINES)


def test_an_article_that_only_says_these_words_is_one_article(tmp_path: Path) -> None:
    (raw,), _ = inputs(tmp_path, "a.txt", f"{TITLE}\n\nHe wrote End of Document under it.\n\n{LINES[0]}\n")
    assert raw.kind == "text"


OLDER = """
                               1 of 2 DOCUMENTS


                               Orm Bulletin

                            March 4, 2031 Tuesday
                             Late Edition - Final

Lock gate fails at Orm

BYLINE: By EVA STORM

SECTION: Section A; Pg. 1

LENGTH: 24 words

DATELINE: ORM

{}

LOAD-DATE: March 4, 2031

LANGUAGE: ENGLISH

                               2 of 2 DOCUMENTS

                               The Packet

                            March 5, 2031 Wednesday

A word with the keeper

LENGTH: 12 words

{}

LOAD-DATE: March 5, 2031

Copyright 2031 The Packet
All Rights Reserved
"""
CODED = """HD Lock gate fails at Orm
BY By Eva Storm
WC 24 words
PD 4 March 2031
SN Orm Bulletin
SC ORMB
LA English
CY (c) 2031 Orm Bulletin
LP {}
TD
{}
CO lockof : Lock Office
AN Document ORMB000020310304ed3400001

HD A word with the keeper
WC 12 words
PD 5 March 2031
SN The Packet
LA English
LP {}
AN Document PACK000020310305ed3500002
"""
NUMBERED = """Le Fanal, no. 2317
Région, mardi 4 mars 2031, p. 7

La porte d'une écluse cède à Orm

Ève Lorme

{}

© 2031 Le Fanal. Tous droits réservés.
Le présent document est protégé par les lois et conventions internationales.
news·20310304·FA·2317_001

The Packet (site web)
News, Wednesday, March 5, 2031 - 12 words

A word with the keeper

{}

news·20310305·PAW·0021
"""


@pytest.mark.parametrize(
    ("form", "first", "second"),
    [
        (OLDER.format(*LINES), (TITLE, "Orm Bulletin", ("By EVA STORM",)), ("A word with the keeper", "The Packet", ())),
        (CODED.format(*LINES, LINES[1]), (TITLE, "Orm Bulletin", ("By Eva Storm",)), ("A word with the keeper", "The Packet", ())),
        (NUMBERED.format(*LINES), ("La porte d'une écluse cède à Orm", "Le Fanal", ("Ève Lorme",)), ("A word with the keeper", "The Packet", ())),
    ],
    ids=["Nexis, older", "Factiva with codes", "Europresse"],
)  # fmt: skip
def test_press_databases_write_documents_in_several_forms(
    tmp_path: Path, form: str, first: tuple[str, str, tuple[str, ...]], second: tuple[str, str, tuple[str, ...]]
) -> None:
    raws, gaps = inputs(tmp_path, "a.txt", form)
    assert [(raw.title, raw.outlet, raw.byline) for raw in raws] == [first, second]
    assert [raw.text.split("\n\n")[0] for raw in raws] == list(LINES)
    assert LINES[1] not in raws[0].text or form.startswith("HD")
    assert not any(
        word in raw.text for raw in raws for word in ("LOAD-DATE", "All Rights", "Tous droits", "lockof", "Document ")
    )
    days = [iso_of(raw.published or "") for raw in raws]
    assert days == ["2031-03-04", "2031-03-05"]
    assert gaps == []


EXPORT_PAGE = """<html><body><article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Fanal, no. 2317</span></div>
<div><span class="DocHeader">Région, mardi 4 mars 2031 24 mots, p. 7</span></div>
<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Lock gate fails at Orm</p></div>
<div class="docAuthors">Eva Storm</div></header>
<section><div class="docOcurrContainer"><p>{}</p><p>{}</p></div></section>
<footer><p>© 2031 Le Fanal. Tous droits réservés.</p><div class="publiC-lblNodoc">news·20310304·FA·2317_001</div></footer></article>
<article><header><div><span class="DocPublicationName">The Packet (site web)</span></div><div class="titreArticle">A word with the keeper</div></header>
<section><div class="DocText clearfix">{}</div></section><footer>news·20310305·PAW·0021</footer></article>
<article><header><span class="DocPublicationName">The Packet</span><div class="titreArticle">A picture</div></header><section><div class="DocText"></div></section></article>
</body></html>"""


def test_an_export_that_is_a_page_is_as_many_articles_as_documents(tmp_path: Path) -> None:
    raws, gaps = inputs(tmp_path, "a.html", EXPORT_PAGE.format(*LINES, LINES[1]))
    assert [(raw.title, raw.outlet, raw.published, raw.byline) for raw in raws] == [
        (TITLE, "Le Fanal", "2031-03-04", ("Eva Storm",)),
        ("A word with the keeper", "The Packet", "2031-03-05", ()),
    ]
    assert [raw.text for raw in raws] == ["\n\n".join(LINES), LINES[1]]
    assert [(gap.code, gap.where.endswith("#3")) for gap in gaps] == [("G201", True)]


def test_what_the_reader_of_pdf_says_of_damage_goes_to_nobodys_screen(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("pdfminer")
    inputs(tmp_path, "a.pdf", pdf([(60, 700, 10, LINES[0])]).replace(b"/MediaBox [0 0 595 842]", b""))
    assert not caplog.records


def test_what_an_export_says_of_itself_above_its_table_is_no_row_of_it(tmp_path: Path) -> None:
    rows = (("Export of 4 March",), ("",), ("Title", "Full text"), ("Quay shut", "The quay is shut, the port said."))
    raws, gaps = inputs(tmp_path, "a.xlsx", xlsx(*rows))
    assert [(raw.title, raw.text) for raw in raws] == [("Quay shut", "The quay is shut, the port said.")]
    assert not gaps


def test_a_press_database_whose_page_has_lines_for_parts_is_as_many_articles_as_documents(tmp_path: Path) -> None:
    lines = ["By Ada Lund", "210 words", "4 March 2031", "The Tern", "TERN", "English", "Copyright 2031 Tern Press"]
    one = "".join(f"<div>{line}</div>" for line in lines)
    page = "".join(
        f'<div class="article enArticle"><div><span class="enHeadline">{title}</span></div>{one}<p>The {place} is shut, the port said.</p>'
        f"<p>Document TERN000020310304e7340000{number}</p></div>"
        for number, (title, place) in enumerate((("Quay shut", "quay"), ("Mole shut", "mole")))
    )
    raws, _ = inputs(tmp_path, "a.html", f"<html><body>{page}</body></html>")
    assert [raw.title for raw in raws] == ["Quay shut", "Mole shut"]
    assert ["mole" in raw.text for raw in raws] == [False, True]
