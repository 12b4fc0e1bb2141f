"""The web app in a real browser: every page, every form, with scripts and without."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn

from browser.chromium import NEEDED, Chromium
from present.hostile import hostile
from present.sample import sample
from read.saved_documents import docx, pdf
from twosource.model import Story
from web.served import FERRY, TOLL, made

pytestmark = NEEDED
NASTY = '</script><script>document.title="taken"</script><img src="http://192.0.2.1/x.png" onerror="document.title=1"><b>bold</b> \u202eabc'
TITLE = "Ferry aground in Kettle Sound, at least 6 missing"
WIDE = "return document.documentElement.scrollWidth"


@dataclass
class Served:
    """A server and its folder."""

    address: str
    folder: Path

    def story(self) -> Story:
        """The story that was made last."""
        made = sorted(self.folder.glob("y*.json"), key=lambda path: path.stat().st_mtime_ns)
        return Story.from_json(made[-1].read_bytes())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("stories")
    (folder / "sample.json").write_text(sample().to_json(), encoding="utf-8")
    (folder / "hostile.json").write_text(hostile(NASTY).to_json(), encoding="utf-8")
    listener = socket.create_server(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(made(folder), log_level="warning", ws="none", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    yield Served(f"http://127.0.0.1:{listener.getsockname()[1]}", folder)
    running.should_exit = True
    thread.join(20)
    listener.close()
    assert not thread.is_alive()


@pytest.fixture(autouse=True)
def quiet(chromium: Chromium, server: Served) -> Iterator[None]:
    """No page of any test complains, and none asks another server for anything."""
    chromium.asked()
    chromium.driver.get_log("browser")
    yield
    assert chromium.driver.get_log("browser") == []
    assert [url for url in chromium.asked() if not url.startswith((server.address, "data:", "chrome:"))] == []


def go(chromium: Chromium, server: Served, path: str) -> None:
    chromium.driver.get(server.address + path)


def until(chromium: Chromium, part: str) -> None:
    """Wait for an address that has a part, and is no longer that of a form."""
    end = time.monotonic() + 60
    while part not in chromium.driver.current_url or "/correct" in chromium.driver.current_url:
        assert time.monotonic() < end, chromium.driver.current_url
        time.sleep(0.05)


def text(chromium: Chromium) -> str:
    return str(chromium.run("return document.body.innerText"))


def test_from_the_list_to_the_very_words_of_an_article(chromium: Chromium, server: Served) -> None:
    go(chromium, server, "/")
    chromium.click(f'//a[contains(., "{TITLE}")]')
    chromium.click('//td[@data-outlet="The Sound Courier"]//a[contains(., "whole deck")]')
    shown = "return document.querySelector(':target').textContent"
    assert chromium.run(shown) == "The lights went out, and then the whole deck was on its side."
    assert chromium.run("return getComputedStyle(document.querySelector('.bar')).display") == "flex"


def test_the_scripts_of_a_story_run_where_it_is_served(chromium: Chromium, server: Served) -> None:
    go(chromium, server, "/")
    chromium.click(f'//a[contains(., "{TITLE}")]')
    assert chromium.run("return document.querySelector('.search').hidden") is False


def test_a_search_leads_to_the_paragraph(chromium: Chromium, server: Served) -> None:
    go(chromium, server, "/")
    chromium.write('//input[@type="search"]', "whole deck\n")
    chromium.click('//a[mark[. = "whole deck"]]')
    assert "whole deck" in str(chromium.run("return document.querySelector(':target').textContent"))


def test_texts_become_a_story_while_progress_is_shown(chromium: Chromium, server: Served, tmp_path: Path) -> None:
    file = tmp_path / "toll.txt"
    file.write_text(TOLL, encoding="utf-8")
    go(chromium, server, "/new")
    chromium.write('//input[@type="file"]', str(file))
    assert chromium.run("return document.querySelector('.told').textContent") == "toll.txt"
    chromium.write('//textarea[@name="text"]', FERRY)
    chromium.write('//input[@name="outlet"]', "The Velm Gull")
    chromium.click('//button[contains(., "side by side")]')
    until(chromium, "/stories/y")
    assert {one.outlet for one in server.story().articles} == {"The Velm Gull", "toll"}
    assert "The Velm Gull" in text(chromium)


def test_without_scripts_a_story_is_made_corrected_and_the_correction_taken_back(
    chromium: Chromium, server: Served
) -> None:
    with chromium.without_scripts():
        go(chromium, server, "/new")
        chromium.write('//textarea[@name="text"]', FERRY.replace("passenger.", "cook. “No,” said Lisl Noor."))
        chromium.click('//button[contains(., "side by side")]')
        until(chromium, "/stories/y")
        chromium.click('//a[contains(., "Correct by hand")]')
        chromium.click('//select[@name="source"]/option[contains(., "Lisl Noor")]')
        chromium.click('//form[contains(@action, "/join")]//select[@name="target"]/option[contains(., "Ilse Brandt")]')
        chromium.write('//form[contains(@action, "/join")]//input[@name="by"]', "Ada")
        chromium.click('//button[. = "Join them"]')
        until(chromium, "/stories/y")
        assert "Lisl Noor" not in {one.name for one in server.story().sources}
        chromium.click('//a[contains(., "Correct by hand")]')
        assert "by Ada" in chromium.driver.find_element("xpath", "//ol[@class='made']").text
        chromium.click('//button[contains(., "Take back")]')
        until(chromium, "/stories/y")
        assert "Lisl Noor" in {one.name for one in server.story().sources}


def test_a_failed_job_says_why_in_the_browser(chromium: Chromium, server: Served) -> None:
    go(chromium, server, "/new")
    chromium.write('//textarea[@name="addresses"]', "http://10.0.0.1/page")
    chromium.click('//button[contains(., "side by side")]')
    end = time.monotonic() + 30
    while "private network" not in text(chromium):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_documents_that_are_chosen_become_a_story(chromium: Chromium, server: Served, tmp_path: Path) -> None:
    said = "A lock gate failed at Orm on Monday, and two barges were held there, the lock office said."
    head = "From: Eva Storm <eva@packet.example>\nSubject: Gate\nDate: Tue, 04 Mar 2031 09:30:00 +0100\nMessage-ID: <1@packet.example>\n\n"
    chosen = {
        "a.docx": docx(("Title", "Lock gate fails"), ("", said)),
        "b.eml": f"{head}{said} Nobody was hurt.\n".encode(),
        "c.pdf": pdf(
            [
                (60, 740, 20, "Barges held"),
                (60, 690, 10, "Two barges were held at Orm, the lock office"),
                (60, 678, 10, "said on Monday."),
            ]
        ),
    }
    for name, data in chosen.items():
        (tmp_path / name).write_bytes(data)
    go(chromium, server, "/new")
    chromium.write("//input[@id='files']", "\n".join(str(tmp_path / name) for name in chosen))
    chromium.click("//form[.//input[@id='files']]//button[last()]")
    until(chromium, "/stories/")
    story = server.story()
    assert sorted(str(article.headline) for article in story.articles) == ["Barges held", "Gate", "Lock gate fails"]
    assert sorted(str(article.path) for article in story.articles) == sorted(chosen)


def test_files_that_are_too_many_are_told_before_they_are_sent(
    chromium: Chromium, server: Served, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TOLL, encoding="utf-8")
    go(chromium, server, "/new")
    chromium.run("document.querySelector('#files').dataset.most = '10'")
    chromium.write('//input[@type="file"]', str(file))
    assert chromium.run("return document.querySelector('#files').validity.valid") is False
    assert "too large" in text(chromium)


def test_a_dropped_file_is_taken(chromium: Chromium, server: Served) -> None:
    go(chromium, server, "/new")
    chromium.run(
        "const held = new DataTransfer(); held.items.add(new File(['words'], 'dropped.txt'));"
        "document.querySelector('.drop').dispatchEvent(new DragEvent('drop', {dataTransfer: held, cancelable: true}))"
    )
    assert chromium.run("return document.querySelector('#files').files[0].name") == "dropped.txt"


def test_text_that_would_be_markup_is_text_on_every_page(chromium: Chromium, server: Served) -> None:
    go(chromium, server, "/")
    name = str(
        chromium.run(
            "return [...document.querySelectorAll('.cards a')].find((a) => a.textContent.includes('taken')).pathname"
        )
    )
    for path in ("/", name, f"{name}/correct", "/search?q=bold", "/new"):
        go(chromium, server, path)
        assert chromium.run("return document.title") != "taken"
        assert chromium.run("return document.querySelectorAll('img, main script, main b b').length") == 0


def test_a_page_of_another_site_can_neither_frame_nor_read_nor_post(chromium: Chromium, server: Served) -> None:
    other = (
        f'<iframe name="f" src="{server.address}/"></iframe><form target="f" method="post" action="{server.address}/new">'
        '<input name="text" value="words"></form>'
    )
    before = len(list(server.folder.iterdir()))
    chromium.show(other)
    chromium.run("document.forms[0].submit()")
    read = "return fetch(arguments[0]).then(() => 'read', () => 'refused')"
    assert chromium.run(read, server.address + "/") == "refused"
    time.sleep(0.3)
    assert len(list(server.folder.iterdir())) == before
    said = " ".join(str(entry["message"]) for entry in chromium.driver.get_log("browser"))
    assert "frame" in said.lower()
    chromium.asked()


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_nothing_hangs_over_the_side(chromium: Chromium, server: Served, width: int) -> None:
    try:
        chromium.screen(width, "light")
        for path in pages(chromium, server):
            go(chromium, server, path)
            assert int(str(chromium.run(WIDE))) <= width, path
    finally:
        chromium.screen(1440, "light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_stands_in_the_way_of_anybody(chromium: Chromium, server: Served, width: int, scheme: str) -> None:
    """Rules of WCAG 2.2 AA that a machine can check, by axe-core."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    try:
        chromium.screen(width, scheme)
        for path in ("/", "/new", "/search?q=deck", *pages(chromium, server)[-2:]):
            go(chromium, server, path)
            chromium.driver.execute_script(axe)
            found = chromium.driver.execute_async_script(
                "const done = arguments[arguments.length - 1];"
                "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}}).then((told) => done("
                "told.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200))])))",
                ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            )
            assert found == [], path
    finally:
        chromium.screen(1440, "light")


def pages(chromium: Chromium, server: Served) -> list[str]:
    go(chromium, server, "/")
    found: list[list[str]] = json.loads(
        str(
            chromium.run(
                "return JSON.stringify([...document.querySelectorAll('.cards a')].map((a) => [a.pathname, a.textContent]))"
            )
        )
    )
    shown = [path for path, title in found if title == TITLE]
    return ["/", "/new", "/search?q=the", *(f"{path}/correct" for path, _ in found), *shown]


def test_every_field_has_a_name_and_the_keyboard_reaches_it(chromium: Chromium, server: Served) -> None:
    for path in pages(chromium, server):
        go(chromium, server, path)
        bare = chromium.run(
            "return [...document.querySelectorAll('.web :is(input, select, textarea):not([type=hidden])')]"
            ".filter((one) => !(one.labels.length && [...one.labels].some((l) => l.textContent.trim()))).map((one) => one.name)"
        )
        assert bare == [], path
        assert (
            chromium.run('return document.querySelectorAll(\'[tabindex]:not([tabindex="0"], [tabindex="-1"])\').length')
            == 0
        )
        assert chromium.run("return document.querySelectorAll('h1').length") == 1
