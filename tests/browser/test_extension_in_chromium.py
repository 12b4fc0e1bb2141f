"""The extension's small window, in Chromium: what it reads, what it sends and what it says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser.chromium import NEEDED, start

pytestmark = NEEDED
EXTENSION = Path(__file__).parents[2] / "extension"

# What a browser gives an extension, and a server that answers with the status that a test chooses.
STUB = """
window.kept = {}; window.sent = []; window.answered = 202; window.page = {url: "https://bay.example/a", html: "<p>Ferry</p>"};
window.chrome = {
  tabs: {query: async () => [{id: 7}]},
  scripting: {executeScript: async (asked) => { window.target = asked.target.tabId; return [{result: window.page}]; }},
  storage: {local: {get: async () => window.kept, set: async (given) => { Object.assign(window.kept, given); }}},
};
window.fetch = async (address, options) => {
  if (window.answered === 0) { throw new TypeError("Failed to fetch"); }
  window.sent.push([String(address), options]);
  return {ok: window.answered < 400, status: window.answered, json: async () => ({job: "/jobs/1"})};
};
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    made = start(tmp_path_factory.mktemp("extension"))
    made.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": STUB})
    yield made
    made.quit()


def sent(driver: Any, *, before: str = "", key: str = "0123456789abcdef", address: str = "") -> str:  # noqa: ANN401 - Selenium's own
    """What the window says once the button was pressed."""
    driver.get((EXTENSION / "popup.html").as_uri())
    driver.execute_script(before)
    for name, words in (("key", key), ("address", address)):
        if words:
            driver.execute_script("document.getElementById(arguments[0]).value = arguments[1]", name, words)
    driver.execute_script("document.getElementById('form').requestSubmit()")
    return str(
        driver.execute_async_script(
            "const done = arguments[0]; const wait = () => { const words = document.getElementById('told').textContent;"
            " if (words && words !== 'Sending …') { done(words); } else { setTimeout(wait, 20); } }; wait();"
        )
    )


def test_the_open_page_is_sent_with_the_key_and_the_way_to_its_progress_is_shown(driver: Any) -> None:  # noqa: ANN401
    assert sent(driver) == "Sent. See how far it is"
    ((address, options),) = driver.execute_script("return window.sent")
    assert address == "http://127.0.0.1:8765/send"
    assert options["headers"]["authorization"] == "Bearer 0123456789abcdef"
    assert options["credentials"] == "omit"
    assert json.loads(options["body"]) == {"url": "https://bay.example/a", "html": "<p>Ferry</p>"}
    assert driver.execute_script("return window.target") == 7
    assert driver.execute_script("return document.querySelector('#told a').href") == "http://127.0.0.1:8765/jobs/1"
    assert driver.execute_script("return window.kept.key") == "0123456789abcdef"


@pytest.mark.parametrize("address", ["https://127.0.0.1:8765", "http://evil.example", "http://127.0.0.1.evil.example"])
def test_pages_go_to_this_machine_only(driver: Any, address: str) -> None:  # noqa: ANN401
    assert "this machine only" in sent(driver, address=address)
    assert driver.execute_script("return window.sent") == []


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("window.answered = 403", "key is not the one"),
        ("window.answered = 500", "answered 500"),
        ("window.answered = 0", "is twosource running?"),
        ("window.page = {url: 'about:blank', html: ''}", "no page of the web"),
    ],
)
def test_what_went_wrong_is_said_in_plain_words(driver: Any, before: str, words: str) -> None:  # noqa: ANN401
    assert words in sent(driver, before=before)


def test_the_manifest_asks_for_no_more_than_it_needs_and_names_files_that_are_there() -> None:
    manifest = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["manifest_version"] == 3
    assert manifest["permissions"] == ["activeTab", "scripting", "storage"]
    assert all(host.startswith(("http://127.0.0.1/", "http://localhost/")) for host in manifest["host_permissions"])
    assert (EXTENSION / manifest["action"]["default_popup"]).is_file()
    assert (EXTENSION / manifest["icons"]["128"]).read_bytes().startswith(b"\x89PNG")
