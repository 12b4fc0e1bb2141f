"""How a page is written in few characters and stays the same page."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import escape

from twosource.present.writing import tight, tight_style


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
