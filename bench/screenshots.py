"""Pictures of a page in headless Chromium: light, dark and phone.

    python bench/screenshots.py [PAGE] [--out docs] [--name page] [--whole]

Without PAGE, the page of examples/port-arden is made first. Writes NAME-light.png, NAME-dark.png (1440 pixels wide),
NAME-tablet.png (1024, only with --whole) and NAME-phone.png (390). Needs Chromium with its driver, and selenium.
"""

import argparse
import base64
import sys
import tempfile
from pathlib import Path
from typing import Any

from selenium import webdriver

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from browser.chromium import start

EXAMPLES = Path(__file__).parent.parent / "examples" / "port-arden"
VIEWS = (("light", 1440, 1400), ("dark", 1440, 1400), ("tablet", 1024, 1500), ("phone", 390, 1500))


def picture(driver: webdriver.Chrome, page: Path, view: tuple[str, int, int], *, whole: bool) -> bytes:
    """One view of the page as PNG: its top, or all of it."""
    name, width, height = view
    scheme = {"name": "prefers-color-scheme", "value": "dark" if name == "dark" else "light"}
    send(driver, "Emulation.setEmulatedMedia", {"features": [scheme]})
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": name == "phone"}
    send(driver, "Emulation.setDeviceMetricsOverride", screen)
    driver.get(page.resolve().as_uri())
    tall = int(driver.execute_script("return document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": width, "height": min(tall, 12_000) if whole else height, "scale": 1}
    shot = send(driver, "Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
    return base64.b64decode(shot["data"])


def send(driver: webdriver.Chrome, command: str, parts: dict[str, Any]) -> dict[str, Any]:
    """A command of the browser's own protocol."""
    answer: dict[str, Any] = driver.execute_cdp_cmd(command, parts)
    return answer


def example_page() -> Path:
    """The page of the examples, in a folder of its own."""
    from twosource import compare  # noqa: PLC0415 - not needed for a page that is given
    from twosource.present import page  # noqa: PLC0415 - the same

    made = Path(tempfile.mkdtemp()) / "page.html"
    made.write_text(page.render([compare([str(EXAMPLES)])]), encoding="utf-8")
    return made


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", type=Path)
    parser.add_argument("--out", type=Path, default=Path("docs"))
    parser.add_argument("--name", default="page")
    parser.add_argument("--whole", action="store_true", help="the whole page, and a tablet's view too")
    given = parser.parse_args()
    page = given.page or example_page()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        driver = start(Path(profile), "--hide-scrollbars")
        try:
            for view in VIEWS:
                if given.whole or view[0] != "tablet":
                    target = given.out / f"{given.name}-{view[0]}.png"
                    target.write_bytes(picture(driver, page, view, whole=given.whole))
                    print(target)
        finally:
            driver.quit()


if __name__ == "__main__":
    main()
