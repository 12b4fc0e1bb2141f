"""The page in a real browser."""

from browser.chromium import NEEDED, Chromium
from present.hostile import hostile
from present.sample import sample
from twosource.present.page import render

pytestmark = NEEDED
NASTY = '</script><script>document.title="taken"</script><img src="http://192.0.2.1/x.png" onerror="document.title=1"><b>bold</b> \u202eabc'


SHOWN = "return document.getElementById(arguments[0]).getBoundingClientRect().top"


def test_every_part_is_seen(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    tall = chromium.run("return [...document.querySelectorAll('section')].map((one) => one.offsetHeight)")
    assert isinstance(tall, list)
    assert len(tall) == 12
    assert min(tall) > 40


def test_a_click_on_a_cell_brings_the_very_words_into_view(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    chromium.click('//td[@data-outlet="The Sound Courier"]//a[contains(., "whole deck")]')
    words = chromium.run(
        "const one = document.querySelector(':target'); const box = one.getBoundingClientRect();"
        "return [one.textContent, box.top >= 0 && box.bottom <= innerHeight, getComputedStyle(one).outlineStyle]"
    )
    assert words == ["The lights went out, and then the whole deck was on its side.", True, "solid"]


def test_the_number_behind_a_finding_leads_back_to_its_point(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    chromium.click('(//div[@class="text"]//a[@data-n])[1]')
    assert chromium.run("return document.querySelector('tr:target .num').textContent") == "1"


def test_kinds_of_claims_and_those_that_differ_are_left_when_asked_for(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    visible = "return [...document.querySelectorAll('.unsifted tbody tr')].filter((row) => row.offsetHeight).length"
    assert chromium.run(visible) == 4
    chromium.click('//input[@class="f-apart"]')
    assert chromium.run(visible) == 3
    chromium.click('//input[@class="f-quotation"]')
    assert chromium.run(visible) == 2


def test_words_in_the_field_leave_the_claims_that_hold_them_those_of_one_article_too(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    field = chromium.driver.find_element("xpath", '//input[@class="f-words"]')
    shown = "return [...document.querySelectorAll('.sifted [data-articles]')].map((one) => one.querySelector('.num').textContent)"
    field.send_keys("rescuer")
    assert chromium.run(shown) == ["2"]
    field.clear()
    field.send_keys("tide turns")
    assert chromium.run(shown) == ["5"]
    field.clear()
    field.send_keys("x\ue003")
    assert chromium.run("return document.querySelectorAll('.unsifted tbody tr').length") == 4


def test_the_keyboard_reaches_a_cell_and_follows_it(chromium: Chromium) -> None:
    chromium.show(render([sample()]))
    chromium.run("document.querySelector('td a.said').focus()")
    chromium.driver.switch_to.active_element.send_keys("\ue007")
    assert chromium.run("return document.querySelector(':target').closest('details.article') !== null") is True


def test_nothing_hangs_over_the_side_of_a_telephone(chromium: Chromium) -> None:
    size = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    chromium.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        chromium.show(render([sample()]))
        assert chromium.run("return document.documentElement.scrollWidth") == 390
    finally:
        chromium.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_text_that_would_be_markup_is_shown_as_text(chromium: Chromium) -> None:
    chromium.show(render([hostile(NASTY)]))
    assert str(chromium.run("return document.title")).startswith("</script>")
    assert chromium.run("return document.querySelectorAll('img, main script, main b b').length") == 0
    assert chromium.run("return document.querySelector('.text p').textContent") == NASTY


def test_a_paragraph_of_a_megabyte_is_shown(chromium: Chromium) -> None:
    chromium.show(render([hostile("A word and another. " * 50_000)]))
    assert chromium.run("return document.querySelector('.text p').textContent.length") == 1_000_000


def test_the_page_makes_no_error_and_asks_nobody_for_anything(chromium: Chromium) -> None:
    chromium.asked()
    chromium.driver.get_log("browser")
    chromium.show(render([sample(), hostile(NASTY)]))
    chromium.click('//td//a[contains(@class, "said")]')
    assert chromium.driver.get_log("browser") == []
    assert chromium.asked() == []


def test_the_page_says_the_same_without_scripts(chromium: Chromium) -> None:
    chromium.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.show(render([sample()]))
        chromium.click('//td[@data-outlet="Evening Bell"]//a')
        link = chromium.driver.find_element("css selector", ":target")
        assert link.is_displayed()
    finally:
        chromium.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_words_stand_out_enough_in_light_and_dark(chromium: Chromium) -> None:
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        chromium.show(render([sample()]))
        assert chromium.run(CONTRAST) == [], scheme


# Every element with words of its own: the contrast of its colour to the nearest painted ground, by WCAG's formula.
CONTRAST = """
const parts = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
const light = (rgb) => rgb.slice(0, 3).map((c) => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
const ground = (one) => {
  for (; one; one = one.parentElement) {
    const rgb = parts(getComputedStyle(one).backgroundColor);
    if (rgb.length === 3 || rgb[3] === 1) return rgb;
  }
  return [255, 255, 255];
};
return [...document.querySelectorAll("body *")]
  .filter((one) => one.offsetHeight && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => {
    const [a, b] = [light(parts(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x);
    return [(a + .05) / (b + .05), one.className + ": " + one.textContent.slice(0, 30)];
  })
  .filter(([ratio]) => ratio < 4.5);
"""
