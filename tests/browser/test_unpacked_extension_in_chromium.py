"""The extension as a person loads it, unpacked: the page that is open comes into a story of the server, by the key."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from browser.chromium import NEEDED, start
from twosource.model import Story
from web.served import FERRY, made

pytestmark = NEEDED
EXTENSION = Path(__file__).parents[2] / "extension"
KEY = "a-key-of-sixteen-signs"
SECONDS = 60  # that a page may take at most until it is a story
HEAD, *PARAGRAPHS = FERRY.split("\n\n")
# What scripts write is a part of the page only once it is open: a server that fetches the address would not see it.
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{HEAD}</title></head><body><article><h1>{HEAD}</h1>
<div id="later"></div></article><script>
document.getElementById("later").innerHTML = {"".join(f"<p>{one}</p>" for one in PARAGRAPHS)!r};</script></body></html>"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tell nobody."""


@dataclass
class Scene:
    """A browser with the extension, a page that is open in it, and a server that takes pages."""

    driver: Any
    page: str
    server: str
    stories: Path

    def press(self, key: str, address: str) -> str:
        """Open the extension's window beside the page, as its button does, and send; what the window says then."""
        self.driver.switch_to.window(self.driver.window_handles[0])
        self.driver.get(self.page)
        own = "".join(chr(ord("a") + int(sign, 16)) for sign in sha256(str(EXTENSION).encode()).hexdigest()[:32])
        page = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        self.driver.get(f"chrome-extension://{own}/popup.html")
        # The page comes to the front again: it is the one that is open, as it is behind the button's own window.
        self.driver.execute_cdp_cmd("Target.activateTarget", {"targetId": page})
        self.driver.execute_script(
            "for (const [name, words] of [['key', arguments[0]], ['address', arguments[1]]]) document.getElementById(name).value = words;"
            "document.getElementById('form').requestSubmit();",
            key,
            address,
        )
        wanted = "return document.getElementById('told').textContent.replace('Sending …', '')"
        said = until(lambda: self.driver.execute_script(wanted))
        self.driver.close()
        self.driver.switch_to.window(self.driver.window_handles[0])
        return str(said)


def until(look: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is looked for
    """What is looked for, as soon as it is there."""
    end = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    site, stories = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("stories")
    (site / "ferry.html").write_text(PAGE, encoding="utf-8")
    pages = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(made(stories, key=KEY), log_level="warning", ws="none", timeout_graceful_shutdown=1)
    running = uvicorn.Server(config)
    threads = [
        threading.Thread(target=pages.serve_forever),
        threading.Thread(target=running.run, kwargs={"sockets": [listener]}),
    ]
    for thread in threads:
        thread.start()
    driver = start(
        tmp_path_factory.mktemp("profile"),
        f"--load-extension={EXTENSION}",
        "--disable-features=DisableLoadExtensionCommandLineSwitch",
    )
    yield Scene(
        driver,
        f"http://127.0.0.1:{pages.server_address[1]}/ferry.html",
        f"http://127.0.0.1:{listener.getsockname()[1]}",
        stories,
    )
    driver.quit()
    pages.shutdown()
    running.should_exit = True
    for thread in threads:
        thread.join(20)
    pages.server_close()
    listener.close()


def test_with_another_key_nothing_is_taken(scene: Scene) -> None:
    assert "key is not the one" in scene.press("another-key-of-signs", scene.server)
    assert list(scene.stories.glob("y*.json")) == []


def test_the_open_page_becomes_a_story_as_the_browser_has_it(scene: Scene) -> None:
    assert scene.press(KEY, scene.server) == "Sent. See how far it is"
    (kept,) = until(lambda: list(scene.stories.glob("y*.json")))
    (article,) = Story.from_json(kept.read_bytes()).articles
    assert article.headline == HEAD
    assert article.url == scene.page
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)


def test_the_key_is_known_the_next_time_and_a_server_that_is_not_there_is_said_so(scene: Scene) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert "is twosource running?" in scene.press(KEY, nowhere)
