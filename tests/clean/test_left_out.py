"""Nothing of the journalism leaves a page without a word: it is in the article, or a gap tells of it."""

from hypothesis import assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from twosource.clean import clean
from twosource.clean.page import read_page
from twosource.model import Raw
from twosource.settings import DEFAULTS

BOXES = (
    "<p>{}</p>", "<p><b>{}</b></p>", '<p><a href="/x">{}</a></p>', "<blockquote><p>{}</p></blockquote>", "<div><p>{}</p></div>",
    '<section class="box"><h3>Background</h3><p>{}</p></section>', '<div class="infobox"><p>{}</p></div>', "<figure><p>{}</p></figure>",
    "<table><tr><td><p>{}</p></td></tr></table>", '<div class="note"><div><p><em>{}</em></p></div></div>',
)  # fmt: skip


def said(number: int) -> str:
    return f"In hour {number} the crew of boat {number} told the harbour office that cable {number} had been cut."


def page(boxes: list[str]) -> str:
    body = "".join(box.format(said(n)) for n, box in enumerate(boxes))
    return f"<html><body><nav><p>Home and news from all over the island, every day.</p></nav><article><h1>Cables cut off Velm</h1>{body}</article></body></html>"


@given(st.lists(st.sampled_from(BOXES), min_size=3, max_size=14))
@hypothesis_settings(max_examples=60, deadline=None)
def test_every_sentence_of_an_article_is_in_it_or_told(boxes: list[str]) -> None:
    assume(2 * sum("href" in box for box in boxes) < len(boxes))  # what is made of links is no article
    found = read_page(page(boxes), None, DEFAULTS)
    kept = "\n".join([*(piece.text for piece in found.pieces), *found.left_out])
    assert found.pieces
    assert [n for n in range(len(boxes)) if said(n) not in kept] == []


def test_a_gap_tells_how_much_was_left_out_and_how_it_begins() -> None:
    box = '<div class="related-stories"><p>{}</p></div>'
    boxes = ["<p>{}</p>"] * 4 + ["<figure><section><p>{}</p></section></figure>"] + ["<p>{}</p>"] * 3
    article, gaps = clean(Raw(name="a.html", kind="html", text=page([*boxes, box]), sha256=""))
    assert article is not None
    left = [n for n in range(len(boxes)) if said(n) not in article.text]
    told = [gap.detail for gap in gaps if gap.code == "G205"]
    assert len(told) == bool(left)
    assert all(said(left[0])[:60] in detail for detail in told)
    assert not any(said(len(boxes)) in detail for detail in told)
