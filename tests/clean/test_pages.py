from clean.told import blocks, cleaned, label_of
from twosource.clean import clean
from twosource.model import Raw
from twosource.settings import Settings

BODY = [
    "The ferry Marigold went down off the skerries before dawn on Wednesday, the coast guard said.",
    "Eleven people were taken from the water by a trawler, and two were still missing at noon.",
    "“We heard the hull and then the lights went out,” a deckhand told the harbour radio.",
    "The company that runs the line said it would help the inquiry in every way it could.",
]
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Ferry sinks off Skerry | The Skerry Lantern</title>
<meta property="og:title" content="Ferry sinks off Skerry"><meta property="og:site_name" content="The Skerry Lantern">
<meta property="article:modified_time" content="2031-05-14T12:30:00+01:00">
<link rel="canonical" href="https://www.lantern.example/2031/05/14/ferry">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}}, {{"@type": "NewsArticle",
"headline": "Ferry sinks off Skerry", "datePublished": "2031-05-14T08:15:00+01:00", "author": {{"name": "Ada Lund"}}}}]}}</script>
<script>var x = "<p>never shown</p>";</script></head><body><nav><ul><li>Home</li><li>Sport</li></ul></nav>
<article><h1>Ferry sinks off Skerry</h1><p class="byline">By Ada Lund</p>
<figure><img src="a.jpg"><figcaption><span>The quay at Port Arden on Wednesday.</span><span>Tom Rask—Getty Images</span></figcaption></figure>
<p>{BODY[0]}</p><p>{BODY[1]}</p><h2>What the crew saw</h2><p>{BODY[2]}</p>
<div class="wp-caption-text">Blankets on the quay. Photo: Ada Lund</div><p>{BODY[3]}</p><p>{BODY[1]}</p></article>
<footer><p>© 2031 The Skerry Lantern</p></footer></body></html>"""


def test_a_page_keeps_body_captions_credits_and_what_it_says_twice() -> None:
    article = cleaned(PAGE, html=True)
    assert blocks(article) == [
        ("headline", "Ferry sinks off Skerry"),
        ("byline", "By Ada Lund"),
        ("caption", "The quay at Port Arden on Wednesday."),
        ("credit", "Tom Rask—Getty Images"),
        ("paragraph", BODY[0]),
        ("paragraph", BODY[1]),
        ("subheading", "What the crew saw"),
        ("paragraph", BODY[2]),
        ("caption", "Blankets on the quay."),
        ("credit", "Photo: Ada Lund"),
        ("paragraph", BODY[3]),
        ("paragraph", BODY[1]),
    ]
    assert article.blocks[-1].repeats == 5


def test_every_reading_of_the_metadata_is_kept_and_one_is_taken() -> None:
    article = cleaned(PAGE, html=True)
    assert (article.published, article.updated) == ("2031-05-14T08:15+01:00", "2031-05-14T12:30+01:00")
    assert (article.outlet, article.outlet_known, article.byline) == ("lantern.example", True, ("Ada Lund",))
    assert article.headline == "Ferry sinks off Skerry"
    assert article.url == "https://www.lantern.example/2031/05/14/ferry"
    stated = {(c.field, c.value, c.origin): c.chosen for c in article.candidates}
    assert stated[("published", "2031-05-14T08:15:00+01:00", "json-ld")]
    assert not stated[("published", "2031-05-14", "url")]
    assert not stated[("outlet", "The Skerry Lantern", "open graph")]
    assert stated[("outlet", "lantern.example", "url")]


def test_what_the_user_and_the_record_say_goes_before_the_page() -> None:
    article = cleaned(PAGE, html=True, outlet="Lantern, island edition", url="https://mirror.example/ferry")
    assert (article.outlet, article.url) == ("Lantern, island edition", "https://mirror.example/ferry")


def test_a_page_without_an_article_is_a_gap() -> None:
    page = "<html><body><nav><a href='/'>Home</a></nav><form>Log in</form></body></html>"
    article, gaps = clean(Raw(name="login", kind="html", html=True, text=page, sha256="0" * 64))
    assert article is None
    assert [gap.code for gap in gaps] == ["G201"]


def test_a_credit_in_the_markup_of_a_picture_says_nothing_of_the_words() -> None:
    page = PAGE.replace("</figcaption>", "</figcaption><span class='photo-credit'>Photo: Tom Rask/Reuters</span>")
    article = cleaned(page, html=True)
    assert ("credit", "Photo: Tom Rask/Reuters") in blocks(article)
    assert article.via == ()


def test_readers_comments_below_their_heading_are_residue() -> None:
    page = PAGE.replace(
        "</article>", "<h2>Comments</h2><p>I never trusted that company with my own boat, frankly.</p></article>"
    )
    assert label_of(cleaned(page, html=True), "I never") == "residue"


def test_a_page_of_too_many_tags_is_refused_and_says_so() -> None:
    page = "<html><body>" + "<p>Words of the day.</p>" * 60
    raw = Raw(name="big", kind="html", html=True, text=page, sha256="0" * 64)
    article, (gap,) = clean(raw, settings=Settings(page_most_tags=100))
    assert (article, gap.code) == (None, "G104")


def test_a_large_page_takes_the_plainer_way() -> None:
    raw = Raw(name="big", kind="html", html=True, text=PAGE, sha256="0" * 64)
    article, _ = clean(raw, settings=Settings(page_tags=5))
    assert article is not None
    assert [words for kind, words in blocks(article) if kind == "paragraph"] == [*BODY, BODY[1]]
    assert label_of(article, "Tom Rask") == "credit"


def test_entities_are_not_expanded_and_scripts_are_not_text() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]>' + PAGE.replace("<!doctype html>", "").replace(
        "at noon", "&b;"
    )
    article = cleaned(bomb, html=True)
    assert "boomboom" not in article.text
    assert "never shown" not in article.text


def test_a_script_that_is_never_closed_hides_only_what_follows() -> None:
    article = cleaned(PAGE.replace("</article>", "<script>let a = '"), html=True)
    assert BODY[0] in article.text


def test_a_page_that_nests_without_end_is_read_line_by_line() -> None:
    for tag in ("div", "span", "blockquote", "table"):
        page = f"<html><body><p>{BODY[0]}</p>" + f"<{tag}>" * 20_000 + f"<p>{BODY[1]}</p>"
        article, _ = clean(Raw(name="deep", kind="html", html=True, text=page, sha256="0" * 64))
        assert article is not None
        assert [words for _, words in blocks(article)] == BODY[:2]


REVIEW = (
    '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "No, the lock was not sold", "datePublished": "2031-03-04"},'
    '{"@type": "ClaimReview", "claimReviewed": "The Orm lock was sold.", "author": {"@type": "Organization", "name": "Orm Checks"},'
    '"itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ivo Tarn"}}, "reviewRating": {"@type": "Rating", "alternateName": "False"}}]}'
)


def test_what_a_page_says_of_a_claim_it_checks_is_kept_as_its_reading_and_is_no_text() -> None:
    page = (
        f'<html><head><script type="application/ld+json">{REVIEW}</script></head><body><article><h1>No, the lock was not sold</h1>'
        "<p>A post says that the lock changed hands, and the lock office says that it did not.</p>"
        "<p>The office showed the register to this paper on Monday, and no sale is in it.</p></article></body></html>"
    )
    article, _ = clean(Raw(name="a.html", kind="html", text=page, sha256=""))
    assert article is not None
    said = {one.field: one.value for one in article.candidates if not one.chosen}
    assert (said["claim reviewed"], said["claimed by"]) == ("The Orm lock was sold.", "Ivo Tarn")
    assert (said["reviewed by"], said["rated as"]) == ("Orm Checks", "False")
    assert "was sold." not in article.text
    assert article.byline == ()
