"""Short pages that state neither a day nor who wrote them: by where their text stands, and by whether it tells of anything."""

import pytest

from clean.told import json_ld, page_of
from twosource.clean import clean
from twosource.model import Raw

FIELDS = '<form method="post"><input type="text"><input type="password"><button>Go</button></form>'
NEWS = ("The lock at Orm is shut until Easter.", "A barge had torn off one of its gates.")


def reason_for(page: str) -> str | None:
    """Why a page is no article; None where it is one."""
    article, gaps = clean(Raw(name="x", kind="html", html=True, text=page, sha256="0" * 64))
    return gaps[0].detail if article is None else None


def page(
    *lines: str, title: str = "Orm", around: str = '<div class="b">{}</div>', head: str = "", body: str = ""
) -> str:
    """A page whose text stands in a place."""
    inside = around.format(f"<h2>{title}</h2>" + "".join(f"<p>{line}</p>" for line in lines))
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body {body}>{inside}</body></html>"


@pytest.mark.parametrize(
    ("around", "body", "what"),
    [
        ('<div id="challenge-stage">{}</div>', "", "check"),
        ('<section class="qc-cmp2">{}</section>', "", "consent"),
        ('<div role="dialog">{}</div>', "", "consent"),
        ('<div data-consent-layer="1">{}</div>', "", "consent"),
        ("<main>{}</main>", 'class="error404 wide"', "no such page"),
        ('<div class="MaintenanceBox maintenance">{}</div>', "", "fault"),
        ('<div class="Login_box__1a login">{}</div>', "", "sign in"),
        ('<div class="geo-blocked">{}</div>', "", "country"),
        ('<div class="app-shell">{}</div>', "", "scripts"),
    ],
)
def test_where_the_markup_says_that_a_text_stands_decides_in_any_words(around: str, body: str, what: str) -> None:
    assert what in (reason_for(page(*NEWS, around=around, body=body)) or "")


@pytest.mark.parametrize(
    ("around", "body"),
    [
        ('{}<div class="cookie-consent"><p>Cookies are set here.</p></div>', ""),
        ("<main>{}</main>", 'class="cookies-not-set not-logged-in no-error"'),
        ('<div class="login-box">Sign in</div><main>{}</main>', ""),
        ("<header>" + FIELDS + "</header><main>{}</main>", ""),
    ],
)
def test_a_box_beside_the_text_and_a_state_of_the_page_are_no_place_of_it(around: str, body: str) -> None:
    assert reason_for(page("The lock at Orm is shut until Easter, the keeper said.", around=around, body=body)) is None


def test_a_page_that_states_its_day_is_an_article_wherever_it_stands() -> None:
    dated = page(*NEWS, around='<div role="dialog">{}</div>', head=json_ld(datePublished="2031-03-04"))
    assert reason_for(dated) is None


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["The cache waited for the origin, and gave up."], "names no day"),
        (["Nothing is kept under this name. It was mistyped, or the piece is gone."], "names no day"),
        (["Wir bauen um. Morgen geht es weiter."], "speaks to its reader"),
        (["Nous reprenons des forces. Retour vers midi."], "speaks to its reader"),
        (["Drehen Sie das Bild, bis der Hase steht."], "speaks to its reader"),
        (["Kliknij obrazek, na którym widać łódź."], "speaks to its reader"),
        (["Unser System wird gerade gewartet."], "speaks to its reader"),
    ],
)
def test_a_short_text_that_names_nothing_or_in_which_the_site_speaks_tells_of_no_event(
    lines: list[str], what: str
) -> None:
    assert what in (reason_for(page(*lines)) or "")


@pytest.mark.parametrize(
    "lines",
    [
        ["A late goal cost Orm the cup."],
        ["The gates were shut on Monday."],
        ["“We have no boats left to send,” the keeper wrote."],
        ["Eine Baggerschaufel riss am Dienstag das Kabel durch. Verletzt wurde niemand."],
        ["In der Stadt Orm fiel der Strom aus. Verletzt wurde niemand."],
        ["Le port reste fermé, selon la mairie."],
        ["警察が船の行方を調べている。"],
    ],
)
def test_a_name_a_day_or_somebodys_words_tell_of_an_event(lines: list[str]) -> None:
    assert reason_for(page(*lines)) is None


def test_a_form_that_asks_for_a_password_beside_the_text_makes_it_a_sign_in() -> None:
    asked = page(
        "Readers of the Orm State Library type the number on the card.", around='<div class="b">{}' + FIELDS + "</div>"
    )
    assert "password" in (reason_for(asked) or "")
    assert reason_for(page(*NEWS, around='<div class="a">' + FIELDS + '</div><div class="b">{}</div>')) is None


def test_a_page_that_sends_its_reader_on_and_tells_nothing_is_none() -> None:
    lines = ["Dieser Beitrag hat eine neue Adresse, und gleich geht es dort mit dem Lesen des ganzen Beitrags weiter, ohne einen Klick und ohne langes Warten, von ganz allein und in einem Augenblick."]  # fmt: skip
    to = '<meta http-equiv="Refresh" content="3; url=/neu">'
    assert reason_for(page(*NEWS, head='<meta http-equiv="refresh" content="300">')) is None
    assert reason_for(page(*lines, head=to)) is not None


@pytest.mark.parametrize("name", ["c-wall", "upsell", "article__premium", "abo-box"])
def test_a_box_behind_a_short_text_that_offers_the_rest_makes_it_a_beginning(name: str) -> None:
    offer = f'<div class="{name}">The whole piece for one crown a month</div></article>'
    shown = page_of("The mill at Orm will shut, its owner said on Monday.", head=json_ld(datePublished="2031-03-04"))
    assert "beginning" in (reason_for(shown.replace("</article>", offer)) or "")


def test_the_same_box_before_the_text_or_with_next_to_nothing_in_it_closes_nothing() -> None:
    head = json_ld(datePublished="2031-03-04")
    line = "The mill at Orm will shut, its owner said on Monday."
    assert reason_for(page_of(line, head=head, above='<div class="upsell">The whole paper for one crown</div>')) is None
    assert (
        reason_for(page_of(line, head=head).replace("</article>", '<div class="upsell">Plus</div></article>')) is None
    )


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Geschafft", "Die Adresse ist bestätigt. Dieses Fenster kann geschlossen werden."),
        ("Lien expiré", "Le lien de confirmation a expiré, demandez-en un autre."),
        ("Код устарел", "Введите новый код из письма."),
        ("コードの期限切れ", "もう一度ログインして、新しいコードを入力してください。"),
        ("만료", "비밀번호를 다시 입력하세요."),
    ],
)
def test_a_page_in_the_words_of_sign_in_forms_is_no_article_in_any_tongue(title: str, line: str) -> None:
    assert reason_for(page(line, title=title)) is not None


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Passwörter gestohlen", "Diebe stahlen am Montag die Passwörter von 300 Ruderern."),
        ("Vol de mots de passe", "Des voleurs ont pris mardi les mots de passe de 300 rameurs."),
        ("Слепой код", "Жители забыли код от ворот, и в среду их взломали."),
        ("Deich gebrochen", "Der Deich ist auf zwanzig Metern gebrochen."),
        ("堤防決壊", "堤防が二十メートルにわたり決壊した。"),
    ],
)
def test_a_headline_whose_words_come_back_or_words_that_are_no_pages_make_an_article(title: str, line: str) -> None:
    assert reason_for(page(line, title=title)) is None


def test_a_window_over_the_page_does_not_speak_for_the_text_under_it() -> None:
    window = '<div role="dialog"><p>We and our partners use cookies to personalise ads for you.</p></div>{}'
    assert reason_for(page("A barge tore a gate off the lock, and two rowers fell in.", around=window)) is None


def test_what_its_data_call_closed_beside_a_price_is_a_beginning_and_a_price_in_a_sentence_closes_nothing() -> None:
    head = json_ld(datePublished="2031-03-04", isAccessibleForFree=False)
    line = "The mill at Orm will shut. A sack of flour will cost 9 euros."
    assert "beginning" in (reason_for(page_of(line, head=head, below="<div>1 euro for the first month</div>")) or "")
    assert reason_for(page_of(line, head=head)) is None


def test_a_longer_text_is_judged_by_its_own_words() -> None:
    asked = "We and our partners store cookies and identifiers on your device to measure advertising and personalise content. Your consent can be withdrawn in the privacy settings of this website at any time."  # fmt: skip
    told = "The keeper of the lock walked to the gate in the dark and found the barge across it, with two rowers holding on to its chain."  # fmt: skip
    nights = [f"On night {night}, so the log has it: {{}}" for night in range(8)]
    assert reason_for(page(*(night.format(asked) for night in nights), title="The Orm Post")) is not None
    assert reason_for(page(*(night.format(told) for night in nights), title="The Orm Post")) is None
