"""Chromium as the tests drive it: it talks to nobody, and tells what it was asked for."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

webdriver = pytest.importorskip("selenium.webdriver")

NEEDED = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (shutil.which("chromium") and shutil.which("chromedriver")),
        reason="Chromium or its driver is not installed",
    ),
]
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def start(profile: Path, *more: str) -> "Chrome":
    """A browser with a profile and flags of its own, for tests and for pictures."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}", *more):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made: Chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    made.set_script_timeout(180)  # seconds at most that a script may take, on a machine that is busy
    made.implicitly_wait(30)  # seconds at most that a page sent for may take to show what is looked for
    return made


class Chromium:
    """A browser that shows stories as pages."""

    def __init__(self, folder: Path) -> None:
        self.driver: Any = start(folder / "profile", "--window-size=1440,1000")
        self.folder = folder

    def show(self, page: str) -> None:
        """Open a page from disk."""
        path = self.folder / "page.html"
        path.write_text(page, encoding="utf-8")
        self.driver.get(path.as_uri())

    def screen(self, width: int, scheme: str) -> None:
        """How wide the window is, in pixels, and whether the reader prefers light or dark."""
        prefers = {"name": "prefers-color-scheme", "value": scheme}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [prefers]})
        screen = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": width < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)

    def run(self, script: str, *given: object) -> object:
        """The answer of a script."""
        return self.driver.execute_script(script, *given)

    def click(self, path: str) -> None:
        """Click the first element at an XPath."""
        self.driver.find_element("xpath", path).click()

    def asked(self) -> list[str]:
        """Addresses that were asked for since the last call, other than pages on disk."""
        entries = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        sent = (
            entry["params"]["request"]["url"] for entry in entries if entry["method"] == "Network.requestWillBeSent"
        )
        return [url for url in sent if not url.startswith("file:")]

    def write(self, path: str, words: str) -> None:
        """Type into the first element at an XPath."""
        self.driver.find_element("xpath", path).send_keys(words)

    @contextmanager
    def without_scripts(self) -> Iterator[None]:
        """Pages run no script meanwhile."""
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            yield
        finally:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
