import pytest

from clean.told import TIDE, json_ld, page_of
from twosource.clean import clean
from twosource.model import Raw

PLAIN = "<!doctype html><html><head><title>{0}</title></head><body><main><h1>{0}</h1>{1}</main></body></html>"


def reason_for(page: str, *, html: bool = True) -> str | None:
    """Why a page is no article; None where it is one."""
    article, gaps = clean(Raw(name="x", kind="html" if html else "text", html=html, text=page, sha256="0" * 64))
    assert article is not None or [gap.code for gap in gaps] == ["G201"]
    return gaps[0].detail if article is None else None


@pytest.mark.parametrize(
    ("title", "lines", "what"),
    [
        ("Just a moment...", ["We need to review the security of your connection before proceeding. Ray ID: 4f2."], "check"),
        ("packet.example", ["Please verify you are human by completing the action below to go on.", "Ray ID: 77aa01"], "check"),
        ("Access denied", ["You don't have permission to access this page on this server. Reference #18.2f."], "check"),
        ("Before you continue", ["We and our partners store and access information on a device to show personalised ads."], "consent"),
        ("Ihre Privatsphäre", ["Wir und unsere Partner speichern Informationen auf einem Gerät, mit Ihrer Einwilligung."], "consent"),
        ("Page not found", ["The page you are looking for may have been moved, or the link you followed is old."], "no such page"),
        ("Página no encontrada", ["La página que busca ya no existe o ha cambiado de dirección en nuestro sitio."], "no such page"),
        ("502 Bad Gateway", ["The server encountered a temporary error and could not complete your request today."], "fault"),
        ("We'll be right back", ["The site is down for maintenance, and our engineers are at work. Check back soon."], "fault"),
        ("Log in to continue", ["Already have an account? Enter your email address and password to go on reading."], "sign in"),
        ("Unavailable for legal reasons", ["We recognise you are in the European Economic Area, and access cannot be granted."], "country"),
        ("JavaScript is disabled", ["You need to enable JavaScript to run this app in your browser, then load it again."], "scripts"),
    ],
)  # fmt: skip
def test_a_page_in_place_of_an_article_is_a_gap_that_says_what_it_is(title: str, lines: list[str], what: str) -> None:
    page = PLAIN.format(title, "".join(f"<p>{line}</p>" for line in lines))
    assert what in (reason_for(page) or "")


def test_a_wall_that_was_saved_as_text_is_one_too() -> None:
    text = "Just a moment...\n\npacket.example needs to review the security of your connection before proceeding.\n\nRay ID: 4f2"
    assert "check" in (reason_for(text, html=False) or "")


def test_a_teaser_before_an_offer_to_subscribe_is_no_article() -> None:
    page = page_of(TIDE[0], "Subscribe to continue reading this story. Already a subscriber? Sign in.")
    assert "for subscribers" in (reason_for(page) or "")


def test_a_teaser_that_its_data_call_closed_is_no_article() -> None:
    page = page_of(TIDE[0], head=json_ld(isAccessibleForFree=False), below="<div>Already a subscriber? Log in</div>")
    assert "for subscribers" in (reason_for(page) or "")


@pytest.mark.parametrize(
    "lines",
    [
        (*TIDE, "The site of the port said only that the page you are looking for may have been moved."),
        (*TIDE, "“Please verify you are human,” the new gate says to every pilot who walks up to it at night."),
        (*TIDE, *(f"Pilot number {n} said that the water at mark {n} stood higher than the book of tides has it." for n in range(8)),
         "Subscribe now to read all our stories from the quay."),
    ],
)  # fmt: skip
def test_an_article_that_says_such_words_stays_one(lines: tuple[str, ...]) -> None:
    assert reason_for(page_of(*lines)) is None


def test_an_article_about_a_check_or_consent_stays_one_by_its_headline_too() -> None:
    title = "Access denied: pilots shut out of the quay at Ross"
    assert reason_for(page_of(title=title)) is None


@pytest.mark.parametrize(
    "title",
    ["500 march in Ross", "Blocked drain floods the quay", "Error in the tide book", "Forbidden books at the fair"],
)
def test_a_brief_whose_headline_begins_as_a_wall_does_stays_one(title: str) -> None:
    assert reason_for(page_of(TIDE[0], title=title)) is None


def test_a_page_of_pictures_has_no_article() -> None:
    page = page_of("x").replace(
        "<p>x</p>",
        "<figure><img src='f.jpg'><figcaption>The gauge at Ross quay on Monday. Photo: Ada Lund</figcaption></figure>",
    )
    assert "no paragraph" in (reason_for(page) or "")


def test_a_series_of_pictures_tells_by_its_captions() -> None:
    lines = [
        f"<figure><figcaption>Picture {n}: the pilots read mark {n} of the old wall by hand on Monday, as the gauge had stopped at noon.</figcaption></figure>"
        for n in range(4)
    ]
    assert reason_for(page_of("x").replace("<p>x</p>", "".join(lines))) is None


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("packet.example", ["Something about the way you click made us think that you are a bot.", "Slide right to secure your access."]),
        ("Whoops!", ["The page you were after has wandered off.", "Perhaps you'd like to see our latest news instead."]),
        ("Nicht da", ["Diese Seite gibt es nicht mehr. Versuchen Sie es mit der Suche."]),
        ("Oups", ["Cette page a disparu. Le lien que vous avez suivi est peut-être périmé."]),
        ("Back in a jiffy", ["We are giving our site a fresh coat of paint. Thanks for your patience."]),
        ("Are you over 18?", ["This page may hold what is not for minors.", "Yes, enter"]),
        ("接続できません", ["お使いの環境からはこのページを表示できません。"]),
    ],
)  # fmt: skip
def test_a_short_page_that_speaks_to_its_reader_of_itself_tells_of_no_event(title: str, lines: list[str]) -> None:
    page = PLAIN.format(title, "".join(f"<p>{line}</p>" for line in lines))
    assert "it speaks" in (reason_for(page) or "")


@pytest.mark.parametrize(
    "lines",
    [
        ["Two rowers were hurt at Orm on Monday.", "Their club had asked for help with its web site an hour before, an e-mail shows."],
        ["“You are on your own page now,” the pilot told the crew, and left the boat on Monday.", "It sank an hour later."],
        ["You may have heard the bell on Monday. It rang for Ada Lund, who kept the lock at Orm for forty years.",
         "She was found in the lock house by a pilot who had come to pay his dues, the port office said in the evening."],
    ],
)  # fmt: skip
def test_a_short_page_about_a_web_site_or_with_a_word_to_its_reader_is_an_article(lines: list[str]) -> None:
    assert reason_for(PLAIN.format("The bell of Orm", "".join(f"<p>{line}</p>" for line in lines))) is None


def test_a_letter_saved_as_text_is_no_wall() -> None:
    assert (
        reason_for("Dear pilots,\n\nyou have waited long enough for your dues, and you are right.", html=False) is None
    )


def test_a_page_that_states_its_day_may_speak_to_its_reader() -> None:
    page = page_of(
        "You can swim at Orm again, and this page will tell you where.", head=json_ld(datePublished="2031-03-04")
    )
    assert reason_for(page) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["The watchdog fined the shop at Orm on Thursday for placing cookies on visitors' computers without consent.",
         "It said the “Reject all” button did not work, and that nobody could withdraw."],
        ["Somebody has published the e-mail addresses and passwords of 240 members of the rowing club at Orm.",
         "“You should change your password now,” the club's head wrote to them on Friday."],
        ["Two students at Orm have taught a machine to solve the “I'm not a robot” puzzles every time."],
    ],
)  # fmt: skip
def test_news_of_passwords_cookies_and_robots_speaks_to_no_reader_and_is_an_article(lines: list[str]) -> None:
    assert reason_for(PLAIN.format("News from Orm", "".join(f"<p>{line}</p>" for line in lines))) is None


PLAYER = "Please enable Javascript to watch this video"


def test_a_player_that_asks_for_scripts_above_a_report_makes_no_wall_of_it() -> None:
    report = (
        "Two rowers were pulled from the river at Orm on Sunday after their boat ran into the pier, the harbour master said. "
        "Both were taken to the town's hospital."
    )
    assert reason_for(f"{PLAYER}\n\nORM (KXQV) -- {report}", html=False) is None


def test_a_player_that_asks_for_scripts_above_words_to_its_reader_is_a_wall() -> None:
    asked = (
        "This site needs scripts to show you what you came for. Turn them on in your settings, then load it again here."
    )
    assert "scripts" in (reason_for(f"{PLAYER}\n\n{asked}", html=False) or "")
