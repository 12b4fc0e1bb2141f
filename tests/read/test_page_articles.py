from twosource.model import Raw
from twosource.read.page_articles import articles_on_page

FERRY = "<p>The ferry had lost power near the north pier, the harbour office said, and drifted for an hour.</p><p>Nobody was hurt, but two cars slid across the lower deck before tugs came.</p>"
ACTOR = "<p>The last season was put off while its star is treated, the network said on Wednesday in a note.</p><p>The cast has agreed to wait until June, said its producer, and so has the crew.</p>"


def parts(body: str, head: str = "<title>Ferry drifts - Post</title>") -> list[Raw]:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return list(
        articles_on_page(
            Raw(name="p.html", kind="html", html=True, text=page, sha256="0" * 64, url="https://post.example/")
        )
    )


def test_two_whole_articles_under_their_own_headings_are_two_inputs() -> None:
    first, second = parts(
        f"<article><h1>Ferry drifts</h1>{FERRY}</article><article><h1>Actor leaves</h1>{ACTOR}</article>"
    )
    assert (first.name, second.name) == ("p.html#1", "p.html#2")
    assert "Actor" not in first.text
    assert "Ferry" not in second.text, "what the page says of itself goes with the article that it names"
    assert (first.url, second.url) == ("https://post.example/", None)
    assert first.sha256 != second.sha256


def test_a_heading_that_links_to_its_own_page_gives_the_address() -> None:
    found = parts(
        f'<article><h2><a href="/ferry">Ferry drifts</a></h2>{FERRY}</article><article><h2><a href="/actor">Actor</a></h2>{ACTOR}</article>'
    )
    assert [raw.url for raw in found] == ["https://post.example/ferry", "https://post.example/actor"]


def test_teasers_live_posts_and_asides_do_not_part_a_page() -> None:
    teaser = '<article><h2><a href="/x">Barge sinks</a></h2><p>Two were saved.</p></article>'
    post = f'<article><h2><a href="#post-2">At noon</a></h2>{ACTOR}</article>'
    aside = f"<aside><article><h1>Actor leaves</h1>{ACTOR}</article></aside>"
    for other in (teaser, post, aside, f"<article><h2>At noon</h2>{ACTOR}</article>"):
        assert len(parts(f"<article><h1>Ferry drifts</h1>{FERRY}</article>{other}")) == 1
    assert len(parts(f"<article><h1>Ferry drifts</h1>{FERRY}<article><h1>Actor</h1>{ACTOR}</article></article>")) == 1


def story(name: str, link: str, text: str) -> str:
    """A part of a page without an article element, under a heading that links."""
    return f'<div class="{name}"><h2><a href="{link}">At the quay</a></h2><div>{text}</div></div>'


def test_the_parts_of_one_name_of_a_briefing_are_inputs_where_each_leads_to_its_own_page() -> None:
    found = parts(f"<h1>Today</h1><div>{story('post', '/ferry', FERRY)}{story('post', '/actor', ACTOR)}</div>")
    assert [raw.url for raw in found] == ["https://post.example/ferry", "https://post.example/actor"]
    assert "Actor" not in found[0].text


def test_parts_that_lead_nowhere_to_one_page_to_other_sites_or_have_other_names_are_one_text() -> None:
    first = story("post", "/ferry", FERRY)
    others = [
        story("post", "#two", ACTOR),
        story("post", "/ferry", ACTOR),
        story("post", "https://cafe.example/", ACTOR),
        story("side", "/actor", ACTOR),
        story("post", "/actor", "<p>The crew waits.</p>"),
        f'<div class="post"><h2>At noon</h2>{ACTOR}</div>',
    ]
    assert [len(parts(f"<div>{first}{other}</div>")) for other in others] == [1] * len(others)
    called = '<meta property="og:type" content="article">'
    assert len(parts(f"<div>{first}{story('post', '/actor', ACTOR)}</div>", called)) == 1
