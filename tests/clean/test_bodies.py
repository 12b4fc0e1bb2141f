from clean.told import TIDE, blocks, cleaned, json_ld, label_of, page_of

LEAD = "At least three boats were held at the quay on Monday, the port said."
LATER = tuple(
    f"In hour {n} the pilots wrote down {n} marks on the old wall, and the port read them out over the radio."
    for n in range(2, 9)
)


def paragraphs(page: str) -> list[str]:
    return [words for kind, words in blocks(cleaned(page, html=True)) if kind == "paragraph"]


def test_a_lead_in_a_block_of_its_own_is_the_first_paragraph() -> None:
    for name in ("lead", "intro", "article-standfirst", "vorspann"):
        assert paragraphs(page_of(*TIDE, *LATER, above=f'<div class="{name}"><p>{LEAD}</p></div>'))[0] == LEAD


def test_a_lead_that_is_a_link_or_bold_is_kept() -> None:
    assert paragraphs(page_of(f'<a href="/x"><b>{LEAD}</b></a>', *TIDE, *LATER))[0] == LEAD


def test_a_lead_without_a_closing_mark_is_known_by_what_the_page_says_it_is_about() -> None:
    lead = "Three boats are held while the port waits for a part"
    head = f'<meta property="og:description" content="{lead}">'
    assert paragraphs(page_of(*TIDE, *LATER, head=head, above=f"<div><div>{lead}</div></div>"))[0] == lead


def test_what_stands_above_a_body_beside_other_stories_is_no_lead() -> None:
    above = '<div class="related-card"><p>A barge sank off the head on Sunday, and two were saved by a boat.</p></div>'
    assert paragraphs(page_of(*TIDE, *LATER, above=above))[0] == TIDE[0]


def test_a_body_that_stands_in_the_data_only_is_the_article() -> None:
    text = "\n".join((*TIDE, *LATER))
    article = cleaned(
        page_of("Read on", head=json_ld(articleBody=text, headline="Tide gauge stops at Ross quay")), html=True
    )
    assert [words for kind, words in blocks(article) if kind == "paragraph"] == [*TIDE, *LATER]


def test_a_body_in_the_data_that_the_page_shows_marks_what_stands_behind_it() -> None:
    offer = "Try the packet for two weeks, and it comes to your door every day for nothing."
    page = page_of(*TIDE, *LATER, offer, head=json_ld(articleBody="\n".join((*TIDE, *LATER))))
    assert label_of(cleaned(page, html=True), "Try the packet") == "residue"
    assert label_of(cleaned(page_of(*TIDE, *LATER, offer), html=True), "Try the packet") == "paragraph"


def test_a_summary_in_the_data_is_no_body() -> None:
    assert paragraphs(page_of(*TIDE, head=json_ld(articleBody="The gauge stopped. The port waits."))) == list(TIDE)


def test_posts_of_a_live_blog_that_the_page_loads_later_come_with_their_times() -> None:
    posts = [{"@type": "BlogPosting", "headline": f"Mark {n}", "datePublished": f"2031-03-04T0{n}:00", "articleBody": line}
             for n, line in enumerate(LATER, 1)]  # fmt: skip
    found = blocks(
        cleaned(page_of(*TIDE, head=json_ld(**{"@type": "LiveBlogPosting"}, liveBlogUpdate=posts)), html=True)
    )
    at = found.index(("subheading", "Mark 2"))
    assert found[at - 1 : at + 2] == [
        ("dateline", "2031-03-04T02:00"),
        ("subheading", "Mark 2"),
        ("paragraph", LATER[1]),
    ]


def test_a_notice_that_stands_three_times_is_residue() -> None:
    notice = "This content could not be loaded with your settings."
    page = page_of(TIDE[0], notice, TIDE[1], notice, *TIDE[2:], notice, *LATER)
    assert {kind for kind, words in blocks(cleaned(page, html=True)) if words == notice} == {"residue"}


def test_words_are_parted_where_one_block_ends_and_another_begins() -> None:
    page = page_of(
        *TIDE, above="<div><span>The port said on</span><span> Monday</span><div>that the gauge was old.</div></div>"
    )
    assert "Mondaythat" not in cleaned(page, html=True).text


def test_an_article_in_a_script_without_spaces_is_one() -> None:
    lines = (
        "港の潮位計が月曜日の正午に止まったと港湾局が発表した。",
        "二人の水先人が古い壁の目盛りを手で読むために派遣された。",
        "部品はすでに注文されており、春に修理されたばかりだったという。",
    )
    assert paragraphs(page_of(*lines, title="港の潮位計が停止")) == list(lines)


def test_words_are_parted_where_a_line_goes_on_behind_a_block() -> None:
    glued = "<div><span>The port said on</span><div>Monday that the tide stood high at the quay.</div><span>Nobody</span> was hurt.</div>"
    assert "quay.Nobody" not in cleaned(page_of(above=glued), html=True).text
