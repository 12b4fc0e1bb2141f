import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.clean import clean
from twosource.model import Article, Raw
from twosource.read.decode import tidy

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
LINES = st.sampled_from([
    "The ferry sank at dawn, the coast guard said.", "Listen to this article", "By Ada Lund", "PORT ARDEN (AP) — ",
    "Picture: Tom Rask/Alamy", "“We kept rowing", "Read more: Why the lights failed", "14 May 2031, 09:05", "\u202bأهلا وسهلا\u202c",
    "'" * 40, "(" * 30, "/ / /", "© ", "A B C D E F G", "Related stories", "- quiet -", "Photo:", "by by by", "\ufeff\u200b", "1:42 x",
])  # fmt: skip
TEXTS = st.lists(LINES | st.text(max_size=60), max_size=14).map("\n\n".join)
TAGS = st.sampled_from([
    "<p>", "</p>", "<div class='caption'>", "</div>", "<figcaption>", "<h1>", "</h1>", "<h2>", "<br>", "<span class=credit>", "</span>",
    "<script>", "</script>", "<!--", "-->", "<table><tr><td>", "&amp;", "&#0;", "&#xD800;", "<li>", "<meta name=author content=x>",
    "<time datetime='2031-05-14'>", "<article>", "<", ">", "<script type='application/ld+json'>", '{"@type": "NewsArticle", "headline": 3}',
])  # fmt: skip
PAGES = st.lists(TAGS | LINES | st.text(max_size=20), max_size=30).map("".join)


def _holds_together(article: Article) -> None:
    covered = 0
    for index, block in enumerate(article.blocks):
        assert covered <= block.start < block.end <= len(article.text)
        assert not article.text[covered : block.start].strip()
        assert block.reason
        assert block.repeats is None or block.repeats < index
        covered = block.end
    assert not article.text[covered:].strip()
    article.text.encode("utf-8")


@SLOW
@given(TEXTS)
def test_every_character_of_a_text_lies_in_one_block_and_none_is_lost(text: str) -> None:
    text, _ = tidy(text)
    article, gaps = clean(Raw(name="x", kind="text", text=text, sha256="0" * 64))
    if article is None:
        assert gaps
        return
    _holds_together(article)
    invisible = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
    headings_unmarked = re.sub(r"(?m)^#{1,6} +(?=\S)", "", text.translate(invisible))
    assert "".join(article.text.split()) == "".join(headings_unmarked.split())


@SLOW
@given(PAGES, st.text(max_size=30) | st.none())
def test_any_page_gives_blocks_that_hold_together_or_a_gap(page: str, title: str | None) -> None:
    page, _ = tidy(page)
    article, gaps = clean(Raw(name="x", kind="record", html=True, text=page, title=title, sha256="0" * 64))
    if article is None:
        assert gaps
    else:
        _holds_together(article)


def test_ten_thousand_quotation_marks_and_a_paragraph_of_200_000_characters_come_through() -> None:
    for text in (
        "He said " + "\"'“" * 3_400,
        "Head\n\n" + "The river rose. " * 12_500,
        "(AP " * 50_000,
        "A/B " * 50_000,
    ):
        article, _ = clean(Raw(name="x", kind="text", text=text, sha256="0" * 64))
        assert article is not None
        _holds_together(article)
