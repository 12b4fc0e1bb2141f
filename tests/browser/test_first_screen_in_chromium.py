"""The page at three, eleven, fourteen and sixty articles, on every screen and on paper."""

import base64
import re
from dataclasses import replace
from importlib.resources import files

import pytest

from browser.chromium import NEEDED, Chromium
from present.crowd import crowd
from twosource.present.page import render

pytestmark = NEEDED
SIZES = (3, 11, 14, 60)
WIDTHS = (1440, 1024, 390)
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Pairs of elements with words of their own, neither inside the other, whose lines lie over each other.
COVERED = """
const words = [...document.querySelectorAll('.top *, .answers *, .way *, .compare > *, .claim *, .matrix thead *')]
  .filter((one) => one.checkVisibility() && !one.closest('.unseen, [hidden]') && !one.closest('svg')
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
const frame = (one) => (one.closest('.lines .what, .since') || document.documentElement).getBoundingClientRect();
const rects = words.map((one) => [...one.getClientRects()].filter((rect) => rect.bottom <= frame(one).bottom + 2 || !one.closest('.lines, .since')));
const found = [];
for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) {
  if (words[i].contains(words[j]) || words[j].contains(words[i])) continue;
  const clash = rects[i].some((a) => rects[j].some((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 7));
  if (clash && words[i].closest('.lines a') !== (words[j].closest('.lines a') || 0)) {
    found.push([words[i].textContent.slice(0, 40), words[j].textContent.slice(0, 40)]);
  }
}
return found;
"""


@pytest.fixture(scope="module", params=SIZES)
def page(request: pytest.FixtureRequest, chromium: Chromium) -> str:
    del chromium
    return render([crowd(request.param)])


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_covers_anything_and_nothing_scrolls_sideways(chromium: Chromium, page: str, width: int) -> None:
    chromium.screen(width, "light")
    try:
        chromium.show(page)
        assert int(str(chromium.run("return document.documentElement.scrollWidth"))) <= width
        assert chromium.run(COVERED) == []
        assert (
            chromium.run(
                "return [...document.querySelectorAll('main *')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto').length"
            )
            == 0
        )
    finally:
        chromium.screen(1440, "light")


def test_the_three_answers_lie_above_the_fold_and_on_two_screens_of_a_telephone(chromium: Chromium, page: str) -> None:
    bottom = (
        "return Math.max(...[...document.querySelectorAll('.answer')].map((one) => one.getBoundingClientRect().bottom))"
    )
    try:
        for width, most in ((1440, 900), (390, 2 * 844)):
            chromium.screen(width, "light")
            chromium.show(page)
            assert float(str(chromium.run(bottom))) < most, width
            lines = chromium.run("return [...document.querySelectorAll('.lines')].map((one) => one.children.length)")
            assert isinstance(lines, list)
            assert lines
            assert max(lines) <= 5
    finally:
        chromium.screen(1440, "light")


def test_the_answers_stay_above_the_fold_where_articles_look_like_several_events(chromium: Chromium) -> None:
    story = crowd(60)
    names = [one.id for one in story.articles]
    chromium.screen(1440, "light")
    chromium.show(render([replace(story, events=(tuple(names[:40]), tuple(names[40:59]), (names[59],)))]))
    assert "These articles look like two events" in str(chromium.run("return document.body.textContent"))
    bottom = chromium.run("return document.querySelector('.answers').getBoundingClientRect().bottom")
    assert float(str(bottom)) < 900


@pytest.mark.parametrize(("wide", "tall"), [(8.27, 11.69), (8.5, 11)])
def test_it_prints_on_two_sheets_and_on_more_when_asked(
    chromium: Chromium, page: str, wide: float, tall: float
) -> None:
    chromium.show(page)
    assert _sheets(chromium, wide, tall) == 2
    chromium.click('//input[@class="with-appendix"]')
    assert _sheets(chromium, wide, tall) > 2


def _sheets(chromium: Chromium, wide: float, tall: float) -> int:
    paper = {"paperWidth": wide, "paperHeight": tall, "printBackground": True}
    made = chromium.driver.execute_cdp_cmd("Page.printToPDF", paper)
    return len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(made["data"])))


@pytest.mark.parametrize("count", [3, 14, 60])
def test_nothing_stands_in_the_way_of_anybody(chromium: Chromium, count: int) -> None:
    """Rules of WCAG 2.2 AA that a machine can check, by axe-core."""
    chromium.show(render([crowd(count)]))
    chromium.driver.execute_script((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = chromium.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}})"
        ".then((told) => done(told.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200))])))",
        _RULES,
    )
    assert found == []


def test_sixty_articles_open_light_and_typing_looks_at_little(chromium: Chromium) -> None:
    page = render([crowd(60)])
    assert len(page.encode()) < 1_000_000
    chromium.show(page)
    assert int(str(chromium.run("return document.querySelectorAll('*').length"))) < 15_000
    field = chromium.driver.find_element("xpath", '//input[@class="f-words"]')
    field.send_keys("e")
    told = "return [document.querySelectorAll('.sifted [data-articles]').length, document.querySelector('.found').textContent]"
    shown = chromium.run(told)
    assert isinstance(shown, list)
    assert 0 < shown[0] <= 40
    assert "claims" in shown[1]


@pytest.mark.parametrize("count", [3, 60])
def test_the_claims_are_reached_in_five_tabs(chromium: Chromium, count: int) -> None:
    chromium.show(render([crowd(count)]))
    inside = "return Boolean(document.activeElement.closest('.compare'))"
    tabs = 0
    focused = "return document.activeElement.tagName === 'A' ? document.activeElement.textContent : ''"
    while "who says what" not in str(chromium.run(focused)) and tabs < 5:
        chromium.driver.switch_to.active_element.send_keys("\ue004")
        tabs += 1
    chromium.driver.switch_to.active_element.send_keys("\ue007")
    while not chromium.run(inside) and tabs < 5:
        chromium.driver.switch_to.active_element.send_keys("\ue004")
        tabs += 1
    assert chromium.run(inside)


def test_a_click_on_a_contested_line_shows_both_sides_and_one_more_lays_the_articles_side_by_side(
    chromium: Chromium,
) -> None:
    chromium.show(render([crowd(14)]))
    chromium.click('(//ol[@class="lines"]//a)[1]')
    assert int(str(chromium.run("return document.querySelectorAll(':target .account .exhibit').length"))) >= 2
    chromium.click('(//div[contains(@class, "contest")]//button[@class="read"])[1]')
    assert (
        chromium.run("return [...document.querySelectorAll('.article')].filter((one) => one.offsetHeight).length") == 2
    )


def test_an_article_that_is_not_laid_out_yet_opens_at_the_very_words(chromium: Chromium) -> None:
    chromium.show(render([crowd(14)]))
    link = '(//blockquote//a[@class="theirs"])[1]'
    words = chromium.driver.find_element("xpath", f"{link}/b").text
    chromium.click(link)
    assert words[:20] in chromium.driver.find_element("css selector", ".articles .hit").text


def test_the_picture_is_saved_as_svg_without_scripts_and_as_png_with_them(chromium: Chromium) -> None:
    chromium.show(render([crowd(14)]))
    svg = str(
        chromium.run("return decodeURIComponent(document.querySelector('a.save').href.split(',').slice(1).join(','))")
    )
    assert svg.startswith("<svg")
    assert "href" not in svg
    drawn = chromium.driver.execute_async_script(
        "const done = arguments[arguments.length - 1]; HTMLAnchorElement.prototype.click = function () { done(this.href.slice(0, 22)); };"
        "document.querySelector('button.png').click();"
    )
    assert drawn == "data:image/png;base64,"
