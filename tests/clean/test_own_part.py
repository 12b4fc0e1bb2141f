"""Short pages with a menu, a window and a box for mail around a sentence or two: what is theirs, and what the article's."""

import pytest

from twosource.clean import clean
from twosource.model import Article, Raw

WINDOW = '<div id="CookieBox" role="dialog"><p>We and our partners use cookies to personalise ads.</p><button>Accept</button></div>'
BAR = '<div class="bottom-bar"><p>We use cookies to improve your experience on this site.</p><button>Accept</button></div>'
MAIL = (
    '<section class="nl"><h4>Our newsletter</h4><form><input type="email"><button>Subscribe</button></form></section>'
)
MENU = "<nav><ul><li>Home</li><li>Sign in</li><li>Subscribe</li></ul></nav>"
SHARE = '<div class="share"><a href="#">Share</a><button>Copy link</button></div>'
SHUT = "Der Steg bleibt bis auf Weiteres zu. Ein Balken war morsch."


def article_of(inside: str, title: str, *, before: str = "", behind: str = "") -> Article | None:
    """What a page with its frame around some markup comes to."""
    page = f"<!doctype html><html><head><title>{title} - Orm Post</title></head><body>{before}{MENU}{inside}{behind}</body></html>"
    return clean(Raw(name="x", kind="html", html=True, text=page, sha256="0" * 64))[0]


def paragraphs(article: Article | None) -> list[str]:
    """Its paragraphs, as they stand."""
    return [] if article is None else [one.span.of(article.text) for one in article.blocks if one.kind == "paragraph"]


@pytest.mark.parametrize(("before", "behind"), [(WINDOW, MAIL), ("", MAIL + BAR), (BAR, ""), ("", WINDOW + BAR)])
@pytest.mark.parametrize(
    "inside",
    [
        f"<article><h1>Steg gesperrt</h1>{SHARE}<div><p>{SHUT}</p></div></article>",
        f'<div class="m"><h1>Steg gesperrt</h1><div class="prose"><p>{SHUT}</p></div></div>',
        f'<app-story><h1 class="h">Steg gesperrt</h1><div>{SHUT}</div>{MAIL}</app-story>',
    ],
)
def test_a_sentence_or_two_are_an_article_whatever_stands_around_them(inside: str, before: str, behind: str) -> None:
    assert paragraphs(article_of(inside, "Steg gesperrt", before=before, behind=behind)) == [SHUT]


def test_the_lines_of_a_window_over_a_short_article_are_told_as_residue_where_they_were_taken() -> None:
    article = article_of(f"<div><h2>Steg gesperrt</h2><div><p>{SHUT}</p></div></div>", "Steg gesperrt", behind=BAR)
    assert article is not None
    around = [block.span.of(article.text) for block in article.blocks if block.kind == "residue"]
    assert paragraphs(article) == [SHUT]
    assert around in ([], ["We use cookies to improve your experience on this site."])


def test_a_long_line_of_a_short_article_that_lost_its_full_stop_stays_in_it_and_a_label_behind_it_does_not() -> None:
    lead = "The pier at Orm stays shut until a beam is replaced."
    post = "Skip post by @orlyoss Our users of the pier asked me when it opens and I told them all to wait"
    last = '"Nobody wants to walk on a beam that may well give way under them," she said. ~'
    page = f"<article><h1>Pier stays shut</h1><p>{lead}</p><p>{post}</p><p>{last}</p><p>More on piers</p></article>"
    assert paragraphs(article_of(page, "Pier stays shut")) == [lead, post, last]


def test_a_sentence_beyond_the_part_with_the_headline_stays_where_it_speaks_of_no_page() -> None:
    lead = "The pier at Orm stays shut until a beam is replaced."
    text = "Divers had found on Monday that one of its beams was rotten."
    page = f'<div class="hero"><h1>Pier stays shut</h1><p>{lead}</p></div><div class="text"><p>{text}</p></div>'
    assert paragraphs(article_of(page, "Pier stays shut", behind=BAR)) == [lead, text]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Trang không có", "Trang bạn tìm kiếm không tồn tại hoặc đã bị gỡ bỏ."),
        ("पेज नहीं", "आप जिस पेज का लिंक खोल रहे हैं वह उपलब्ध नहीं है।"),
        ("ไม่พบหน้า", "หน้าที่คุณค้นหาถูกลบไปแล้ว กรุณากลับไปที่หน้าแรกของเว็บไซต์"),
    ],
)
def test_tongues_of_short_words_and_of_marks_have_their_words_for_pages(title: str, line: str) -> None:
    assert article_of(f"<main><h1>{title}</h1><p>{line}</p></main>", title) is None


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Cầu mới", "Cây cầu gỗ bắc qua sông được sửa xong sau hai tuần."),
        ("पुल खुला", "नदी पर बना लकड़ी का पुल दो हफ्ते बाद खुल गया।"),
        ("เปิดสะพาน", "สะพานไม้ข้ามแม่น้ำเปิดใช้หลังซ่อมสองสัปดาห์"),
        ("Advice on the lake", "You can swim there all week. Leave the dog at home."),
    ],
)
def test_short_items_in_those_tongues_and_to_a_reader_are_kept(title: str, line: str) -> None:
    assert paragraphs(article_of(f"<main><h1>{title}</h1><p>{line}</p></main>", title, behind=BAR)) == [line]
