"""Making a story of addresses, a text and files."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from read.saved_documents import docx, odt, pdf, xlsx
from twosource.settings import Settings
from web.served import FERRY, TOLL, VOTE, Answer, Browser, served


def send(browser: Browser, *files: tuple[str, bytes], **fields: str) -> Answer:
    data = {"csrf": browser.csrf(), **fields}
    sent = [("files", (name, content)) for name, content in files]
    answer: Answer = browser.client.post("/new", data=data, files=sent or None, follow_redirects=False)
    return answer


def test_a_pasted_text_and_files_become_one_story_with_its_inputs_beside_it(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        answer = send(browser, ("toll.txt", TOLL.encode()), text=FERRY, outlet="The Velm Gull")
        page = browser.finish(answer)
        assert "The Velm Gull" in page.text
        name = browser.ids()[0]
        assert page.url.path == f"/stories/{name}"
        story = json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
        assert {one["outlet"] for one in story["articles"]} == {"The Velm Gull", "toll"}
        kept = [
            json.loads(line) for line in (tmp_path / f"{name}.inputs.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        assert {one["raw"]["text"] for one in kept if one["raw"]} == {FERRY, TOLL}
        assert str(tmp_path) not in json.dumps([one["raw"] for one in kept])


def test_articles_of_two_events_are_two_stories_where_that_is_asked(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        files = ("a.txt", FERRY.encode()), ("b.txt", TOLL.encode()), ("c.txt", VOTE.encode())
        page = browser.finish(send(browser, *files, split="yes"))
        assert len(browser.ids()) >= 2
        assert "Done" in page.text


def test_an_article_can_be_added_to_a_story(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        browser.finish(send(browser, text=FERRY))
        (name,) = browser.ids()
        page = browser.finish(send(browser, ("toll.txt", TOLL.encode()), story=name))
        assert page.url.path == f"/stories/{name}"
        assert browser.ids() == [name]
        assert "Two articles" in browser.get("/").text


def test_what_could_not_be_read_is_told_beside_what_could(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        page = browser.finish(send(browser, ("empty.txt", b""), ("good.txt", FERRY.encode())))
        assert "empty.txt" in page.text
        assert "What could not be read" in page.text
        assert len(browser.ids()) == 1


SAID = "A lock gate failed at Orm on Monday, and two barges were held there, the lock office said."
MAIL = f"From: Eva Storm <eva@packet.example>\nSubject: Gate\nDate: Tue, 04 Mar 2031 09:30:00 +0100\nMessage-ID: <1@packet.example>\n\n{SAID}\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx(("Title", "Gate"), ("", SAID))),
        ("a.odt", odt("Gate", SAID)),
        ("a.xlsx", xlsx(("title", "text"), ("Gate", SAID))),
        ("a.csv", f'title,text\nGate,"{SAID}"\n'.encode()),
        ("a.eml", MAIL.encode()),
        ("a.pdf", pdf([(60, 740, 20, "Gate"), (60, 690, 10, SAID[:36]), (60, 678, 10, SAID[37:])])),
    ],
)
def test_a_document_is_read_as_the_command_line_reads_it(tmp_path: Path, name: str, content: bytes) -> None:
    with served(tmp_path) as browser:
        browser.finish(send(browser, (name, content)))
        (story,) = browser.ids()
        page = browser.get(f"/stories/{story}").text
        assert "two barges were held" in page
        assert "twosource-" not in page.partition("<main")[2]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "holds no characters"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        ("bomb.zip", b"", "archives and packed files are not opened"),
        ("bomb.txt", b"", "archives and packed files are not opened"),
        ("bomb.docx", b"", "damaged"),
        ("page.html.gz", gzip.compress(b"<p>" * 1_000_000), "archives and packed files are not opened"),
        ("<img src=x>.txt", b"", "holds no characters"),
        ("../../etc/passwd", b"\x00\x01\x02" * 50, "passwd"),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_plain_words(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    if "bomb" in name:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("page.txt", "a " * 5_000_000)
        content = stream.getvalue()
    with served(tmp_path) as browser:
        page = browser.finish(send(browser, (name, content)))
        assert "No article could be read" in page.text
        assert told in page.text
        assert "<img" not in page.text
        assert "twosource-" not in page.text.partition("<main")[2]
        assert browser.ids() == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8765/", "http://localhost/", "http://[::1]/", "http://10.0.0.8/page", "http://169.254.169.254/latest/",
        "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://2130706433/",
    ],
)  # fmt: skip
def test_a_private_address_is_not_fetched_and_the_page_says_why(tmp_path: Path, address: str) -> None:
    with served(tmp_path) as browser:
        page = browser.finish(send(browser, addresses=address))
        assert "private network" in page.text


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "ftp://velm.example/a", "-", "~/notes.txt", "*"]
)
def test_what_is_no_web_address_is_never_read_from_this_machine(tmp_path: Path, address: str) -> None:
    with served(tmp_path) as browser:
        page = browser.finish(send(browser, addresses=address))
        assert "only http and https addresses are fetched" in page.text
        assert "root:" not in page.text


def test_a_file_of_addresses_meets_the_same_guard(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        page = browser.finish(send(browser, ("list.txt", b"http://127.0.0.1/a\nhttp://10.1.2.3/b\n")))
        assert page.text.count("private network") == 2


def test_nothing_given_is_told_on_the_form(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        answer = send(browser, text="   ")
        assert answer.status_code == 400
        assert "Nothing was given" in answer.text


def test_an_unknown_story_takes_no_article(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        assert send(browser, text=FERRY, story="y000000000000").status_code == 404


def test_too_many_files_or_addresses_are_refused(tmp_path: Path) -> None:
    with served(tmp_path, settings=Settings(web_upload_files=2, web_addresses=2)) as browser:
        files = [(f"{i}.txt", b"x") for i in range(3)]
        assert send(browser, *files).status_code == 400
        answer = send(browser, addresses="http://a.example http://b.example http://c.example")
        assert answer.status_code == 400
        assert "too many" in answer.text


def test_the_same_articles_given_again_are_the_same_story(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        browser.finish(send(browser, text=FERRY, outlet="The Velm Gull"))
        first = (tmp_path / f"{browser.ids()[0]}.json").read_bytes()
        browser.finish(send(browser, text=FERRY, outlet="The Velm Gull"))
        assert (tmp_path / f"{browser.ids()[0]}.json").read_bytes() == first
        assert len(browser.ids()) == 1
