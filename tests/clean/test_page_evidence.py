"""Short pages told by how they are made: who sent them, where they say that they stand, what lies over them, what they sell."""

import pytest

from clean.told import json_ld, page_of
from twosource.clean import clean
from twosource.model import Raw

# In words of no list, so that only the making of the page can tell.
TONGUE = "Lorvik tamset ubar, ondre fel karsi munte."
STOLEN = "The passwords of forty rowers were copied from a server. They have been told."
OWN = '<link rel="canonical" href="https://orm.example/2031/rowers">'


def reason_for(page: str) -> str | None:
    """Why a page is no article; None where it is one."""
    article, gaps = clean(Raw(name="x", kind="html", html=True, text=page, sha256="0" * 64))
    return gaps[0].detail if article is None else None


@pytest.mark.parametrize(
    "head",
    [
        "<script>window._cf_chl_opt = {cType: 'managed'};</script>",
        "<script>window._pxUuid='4a';window._pxAppId='PX1';</script>",
        '<script src="https://ct.captcha-delivery.com/c.js"></script>',
        '<script id="anubis_challenge" type="application/json">{}</script>',
    ],
)
def test_a_page_with_the_program_of_a_guard_was_sent_in_place_of_another_in_any_tongue(head: str) -> None:
    assert "guard" in (reason_for(page_of(TONGUE, head=head, title="Tamset")) or "")


@pytest.mark.parametrize(
    "head",
    [
        "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>",
        "<script>window._pxAppId='PX1';</script>",
        '<script src="https://js.datadome.co/tags.js"></script>',
        '<script src="/_Incapsula_Resource?SWJIYLWA=71"></script>',
        '<script src="https://www.google.com/recaptcha/api.js"></script>',
    ],
)
def test_the_program_that_a_guard_puts_into_every_page_says_nothing(head: str) -> None:
    assert reason_for(page_of(TONGUE, head=head, title="Tamset")) is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="ROBOTS" content="NOINDEX, nofollow">',
        '<link rel="canonical" href="https://orm.example/">',
        '<meta property="og:url" content="https://orm.example">',
        '<link rel="canonical" href="https://orm.example/system/404">',
        '<link rel="canonical" href="https://orm.example/tag/boats">',
    ],
)
def test_a_few_words_on_a_page_that_is_not_to_be_found_or_is_at_no_address_of_its_own_are_none(head: str) -> None:
    assert reason_for(page_of(TONGUE, head=head, title="Tamset")) is not None
    assert reason_for(page_of(STOLEN.replace("passwords", "boats") + " Ada Lund said so.", head=head, title="Boats of rowers gone")) is None  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="robots" content="index, follow">',
        OWN,
        '<meta property="og:url" content="https://orm.example/tags-of-boats-sold">',
        '<link rel="canonical" href="https://orm.example/404-boats-sold">',
    ],
)
def test_an_address_of_its_own_says_nothing_against_a_page(head: str) -> None:
    assert reason_for(page_of(TONGUE, head=head, title="Tamset")) is None


@pytest.mark.parametrize("body", ["single single-post postid-71", "path-node page-node-type-article"])
def test_news_of_passwords_is_kept_where_the_page_calls_itself_an_article_at_an_address(body: str) -> None:
    page = page_of(STOLEN, head=OWN, title="Rowers robbed")
    assert reason_for(page.replace("<body>", f'<body class="{body}">')) is None


@pytest.mark.parametrize(
    "title", ["Login fails at the port", "Cookies called back", "Blocked drain", "Error of a pilot"]
)
def test_a_headline_that_goes_on_behind_the_word_of_a_form_is_one(title: str) -> None:
    assert reason_for(page_of("Forty crates were brought in, and no boat left the quay.", title=title)) is None


@pytest.mark.parametrize("title", ["Login", "Login | Orm Post", "Cookies – Orm Post"])
def test_a_title_of_that_word_and_the_sites_name_is_a_forms(title: str) -> None:
    assert reason_for(page_of("Forty crates were brought in by boat.", title=title)) is not None


def test_what_stands_in_a_window_over_the_page_is_none_and_under_it_stays() -> None:
    window = f'<div class="k" aria-modal="true"><p>{TONGUE}</p></div>'
    assert reason_for(f"<html><body><div></div>{window}</body></html>") is not None
    assert reason_for(page_of("The keeper shut the gates of the lock.", below=window, title="Lock shut")) is None


BOX = '<section class="k"><p>{0}</p><button>{1}</button></section>'


def closed_by(box: str, head: str = "") -> bool:
    """Whether a box in an article makes it a beginning."""
    page = page_of(
        "The mill at Orm will shut, its owner said on Monday.", head=json_ld(datePublished="2031-03-04") + head
    )
    return "beginning" in (reason_for(page.replace("</article>", f"{box}</article>")) or "")


@pytest.mark.parametrize("words", ["Tamset ubar 1 € ondre fel", "Four crates for $3 and more"])
def test_a_box_behind_a_short_text_with_a_button_and_a_price_sells_the_rest(words: str) -> None:
    assert closed_by(BOX.format(words, "Ubar"))


def test_a_box_with_a_button_sells_it_without_a_price_where_the_data_call_it_closed() -> None:
    closed = json_ld(isAccessibleForFree=False)
    assert closed_by(BOX.format("Tamset ubar ondre fel", "Ubar"), closed)
    assert not closed_by("", closed)


@pytest.mark.parametrize(
    "box",
    [
        BOX.format("Tamset ubar ondre fel", "Ubar"),
        '<div class="share-tools"><p>Bread at 1 € and more of it</p><button>Send</button></div>',
        '<form><p>The letter, once a week, 1 € off</p><input type="email"><button>Ubar</button></form>',
        "<p>A loaf will cost 2 € from May, the owner said.</p><button>Print</button>",
    ],
)
def test_a_button_alone_a_box_that_shares_one_for_mail_and_a_price_in_the_text_close_nothing(box: str) -> None:
    assert not closed_by(box)


def test_the_address_of_an_article_saves_no_window_for_consent_that_was_sent_in_its_place() -> None:
    asked = "We and our 40 partners store cookies and identifiers on your device to measure what you read on visits."
    refuse = "You may click to accept, or refuse."
    assert reason_for(page_of(asked, refuse, head=OWN, title="Your privacy")) is not None


LED = '<aside class="k"><p>{0}</p><a href="/subscribe">Ubar</a></aside>'


@pytest.mark.parametrize(
    "box", [BOX.format("The rest is for members.", "Ubar"), LED.format("Resten er for abonnenter.")]
)
def test_a_box_that_says_for_whom_the_rest_is_sells_it_without_a_price(box: str) -> None:
    assert closed_by(box)


@pytest.mark.parametrize(
    "box",
    [
        BOX.format("This tool is only for subscribers.", "Ubar"),
        BOX.format("Comments are reserved for subscribers.", "Ubar"),
        BOX.format("The rest of the day at Orm, every evening.", "Ubar"),
        LED.format("Members pay for what you read here."),
        "<p>The rest of the hall is for members, the owner said.</p>",
    ],
)
def test_a_box_that_keeps_a_tool_for_some_or_asks_for_members_and_a_sentence_of_the_text_close_nothing(
    box: str,
) -> None:
    assert not closed_by(box)


OVER = '<html><body style="{0}"><div style="{1}"><p>{2}</p></div></body></html>'


def over(body: str, box: str) -> str | None:
    """Why a page is none whose text stands in a box of a style, in a body of another."""
    return reason_for(OVER.format(body, box, "A keeper in grey shut the old gates of a lock."))


def test_what_a_style_lays_over_the_page_is_a_window_and_a_page_held_still_is_none() -> None:
    assert over("", "left:0;position: fixed;top:0") is not None
    assert over("position:fixed", "") is None
    assert over("", "position: sticky") is None


LISTED = "<html><body><h1>Orm</h1>{0}</body></html>"
TITLES = ["Weir gate jams again.", "Two rams come back by bus.", "A chapel roof is for sale."]


@pytest.mark.parametrize("times", [1, 20])
def test_a_page_whose_words_are_those_of_links_is_a_list(times: int) -> None:
    linked = "".join(f'<p><a href="/{row}">{title}</a></p>' for row, title in enumerate(TITLES * times))
    assert reason_for(LISTED.format(linked)) is not None


def test_a_sentence_beside_its_link_and_an_article_of_linked_sentences_are_none() -> None:
    beside = "".join(f'<p>{title} A farmer saw it fall. <a href="/">{title[:8]}</a></p>' for title in TITLES)
    assert reason_for(LISTED.format(beside)) is None
    linked = "".join(f'<p><a href="/{row}">{title}</a></p>' for row, title in enumerate(TITLES))
    called = LISTED.format(linked).replace("<body>", '<body class="single-post">')
    assert reason_for(called) is None


def test_two_buttons_in_a_form_without_a_field_ask_for_a_choice_and_one_button_or_a_field_does_not() -> None:
    form = "<main><h1>Orm</h1><p>Tamset ubar orn pel ondre.</p><form>{0}</form></main>"
    asked = "<button>Ubar</button><button>Pel</button>"
    assert reason_for(f"<html><body>{form.format(asked)}</body></html>") is not None
    for other in ("<button>Ubar</button>", f'<input type="text">{asked}'):
        assert reason_for(f"<html><body>{form.format(other)}</body></html>") is None
