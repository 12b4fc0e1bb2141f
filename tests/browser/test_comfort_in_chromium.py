"""What scripts add to the page: sifting, reading side by side; and that everybody can use it."""

from importlib.resources import files

import pytest

from browser.chromium import NEEDED, Chromium
from present.hostile import hostile
from present.sample import sample
from twosource.present.page import render

pytestmark = NEEDED
_CHOOSE = """
const fields = [...document.querySelectorAll('.beside select')];
[fields[0].selectedIndex, fields[1].selectedIndex] = [arguments[0], arguments[1]];
fields[1].dispatchEvent(new Event('change'));
"""
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_two_articles_stand_side_by_side_with_shared_wording_at_one_height(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    chromium.run(_CHOOSE, 1, 2)
    shown = chromium.run("return [...document.querySelectorAll('.article')].filter((one) => one.offsetHeight).length")
    apart = chromium.run(
        "const met = (side) => [...document.querySelectorAll(`.${side} .met`)].map((one) => one.getBoundingClientRect().top);"
        "const [left, right] = [met('left'), met('right')];"
        "return [left.length, right.length, Math.max(...left.map((top, at) => Math.abs(top - right[at])))]"
    )
    assert shown == 2
    assert isinstance(apart, list)
    assert apart[0] == apart[1] > 0
    assert apart[2] < 1


def test_an_article_that_is_put_away_comes_back_when_something_in_it_is_asked_for(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    chromium.run(_CHOOSE, 1, 2)
    away = "[...document.querySelectorAll('.article')].find((one) => !one.offsetHeight)"
    name = chromium.run(f"return {away}.id")
    chromium.run("location.hash = arguments[0]", name)
    chromium.run("return new Promise((done) => setTimeout(done, 100))")
    assert chromium.run("return document.getElementById(arguments[0]).offsetHeight > 0", name)


def test_a_source_leaves_the_points_that_rest_on_its_word(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    left = chromium.run(
        "const field = document.querySelector('.f-source'); field.selectedIndex = 1;"
        "field.dispatchEvent(new Event('change'));"
        "const all = [...document.querySelectorAll('[data-sources]')], left = all.filter((one) => one.offsetHeight);"
        "return [all.length, left.length, left.every((one) => one.dataset.sources.split(' ').includes(field.value))]"
    )
    assert isinstance(left, list)
    assert 0 < left[1] < left[0]
    assert left[2]


def test_the_articles_own_times_lie_on_the_axis_of_the_timeline(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    inside = chromium.run(
        "const box = document.querySelector('.axis svg').getBoundingClientRect();"
        "return [...document.querySelectorAll('.axis svg rect.stamp')].map((one) => one.getBoundingClientRect())"
        ".map((one) => one.left >= box.left - 1 && one.right <= box.right + 1)"
    )
    assert isinstance(inside, list)
    assert len(inside) > 1
    assert all(inside)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("story", ["sample", "hostile"])
def test_nothing_stands_in_the_way_of_anybody(chromium: Chromium, story: str, width: int, scheme: str) -> None:
    """Rules of WCAG 2.2 AA that a machine can check, by axe-core."""
    chromium.screen(width, scheme)
    chromium.show(render([sample() if story == "sample" else hostile("</p><b onclick=x>loud</b> \u202eback")]))
    chromium.driver.execute_script((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = chromium.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "for (const one of document.querySelectorAll('details')) one.open = true;"
        "axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}})"
        ".then((told) => done(told.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200))])))",
        _RULES,
    )
    chromium.screen(1440, "light")
    assert found == []
