"""How a page is written in few characters and stays the same page."""

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markupsafe import escape

from twosource.present.writing import led_to, tight, tight_style


def test_names_lose_their_quotation_marks_and_words_keep_them() -> None:
    assert (
        tight('<a class="said" href="#m1" title="two words">x</a>') == '<a class=said href=#m1 title="two words">x</a>'
    )


def test_a_value_before_a_slash_keeps_its_marks_for_the_slash_would_be_a_part_of_it() -> None:
    assert tight('<path d="M0"/>') == '<path d="M0"/>'


def test_style_and_script_stay_as_they_are_for_the_page_names_their_sums() -> None:
    whole = '<style>a::before { content: "x" }\n\n\n</style><script>f("a", x="b" > 1);\n\n</script>'
    assert tight(whole) == whole


def test_space_between_words_is_kept_and_that_between_blocks_is_not() -> None:
    assert tight("<div>\n<b>a</b>\n<b>b</b>\n</div>") == "<div>\n<b>a</b>\n<b>b</b></div>"


def test_a_value_that_holds_double_marks_stands_between_single_ones_unless_it_holds_both() -> None:
    assert tight('<b title="he said &#34;no&#34;">x</b>') == """<b title='he said "no"'>x</b>"""
    assert tight('<b title="it&#39;s &#34;no&#34;">x</b>') == """<b title="it's &#34;no&#34;">x</b>"""


def test_an_end_that_what_follows_implies_is_left_out_and_no_other() -> None:
    assert tight("<div><p>a</p>\n<ul><li>b</li></ul><dl><div><dt>c</dt><dd>d</dd></div></dl></div>") == (
        "<div><p>a<ul><li>b</ul><dl><div><dt>c<dd>d</div></dl></div>"
    )
    assert tight("<noscript><p>a</p></noscript>") == "<noscript><p>a</p></noscript>"
    assert tight("<p>a</p> and <p>b</p><b>c</b>") == "<p>a</p> and <p>b</p><b>c</b>"


def test_a_place_in_an_article_that_nothing_leads_to_has_no_name() -> None:
    page = '<a href="#m12345678">x</a><b id="m12345678">x</b><b data-of="m12345678">y</b>'
    assert led_to(page) == page
    assert led_to('<b class="qu" id="m12345678">x</b><b data-of="m12345678">y</b>') == '<b class="qu">x</b><b>y</b>'


def test_a_paragraph_that_another_one_is_laid_beside_keeps_its_name() -> None:
    page = '<p data-with="b12345678-2 b12345678-3"></p><p id="b12345678-3"></p>'
    assert led_to(page + '<p id="b12345678-4"></p>') == page + "<p></p>"


def test_articles_sections_and_what_the_script_asks_for_keep_their_names() -> None:
    page = '<details id="a12345678"></details><section id="y1-matrix"></section><div id="why"></div><li id="q12345678"></li>'
    assert led_to(page) == page


@example('="3" ')
@given(st.text(alphabet="ab <>&\"'=#;/39", max_size=30))
def test_whatever_a_text_holds_is_read_as_it_was(text: str) -> None:
    written = f'<div><p class="a" title="{escape(text)}">{escape(text)}</p>\n<p>{escape(text)}</p></div>'
    first, second = html.fragment_fromstring(tight(written)).iter("p")
    assert first.text_content() == text == second.text_content()
    assert first.get("title") == text


def test_a_style_sheet_keeps_the_spaces_that_mean_something() -> None:
    assert tight_style("a b:hover > c { margin: 0 1px; }\n@media (x) { d { top: calc(1px + 2px) } }") == (
        "a b:hover>c{margin:0 1px}@media (x){d{top:calc(1px + 2px)}}"
    )
