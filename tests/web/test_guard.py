"""Who may ask, and what every answer says of itself."""

from pathlib import Path

import pytest

from present.sample import sample
from twosource.settings import Settings
from twosource.web.app import ROUTES
from web.served import served

RIGHT = "right"
PAGES = ("/", "/new", "/search?q=ferry", "/stories/nowhere", "/no/such/page", "/look/page.css", "/jobs/none", "/?q=%ff")
FORMS = [
    route.path.format(story="y1", kind="join", job="j1") if "{" in route.path else route.path
    for route in ROUTES
    if "POST" in (route.methods or ())
]


def test_every_answer_says_what_its_page_may_do_and_that_nobody_may_frame_it(tmp_path: Path) -> None:
    with served(tmp_path, sample()) as browser:
        story = browser.ids()[0]
        answers = [browser.get(page) for page in (*PAGES, f"/stories/{story}", f"/stories/{story}/correct")]
        answers += [browser.get(f"/stories/{story}/download/html"), browser.post("/new", csrf="wrong")]
        answers += [browser.get("/", headers={"host": "evil.example"}), browser.client.put("/")]
        for answer in answers:
            policy = answer.headers["content-security-policy"]
            assert policy.startswith("default-src 'none';")
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert "http" not in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "no-referrer"


def test_a_page_of_a_mistake_of_ours_has_no_trace_and_the_same_headers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "a secret inside"
        raise RuntimeError(message)

    with served(tmp_path) as browser:
        monkeypatch.setattr("twosource.web.folder.Folder.cards", broken)
        answer = browser.get("/")
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "name",
    ["evil.example", "evil.example:8765", "localhost.evil.example", "", "127.0.0.1.evil.example", "192.0.2.7", "[::2]"],
)
def test_a_server_called_by_another_name_does_not_answer(tmp_path: Path, name: str) -> None:
    with served(tmp_path) as browser:
        answer = browser.get("/", headers={"host": name})
        assert answer.status_code == 400
        assert "Stories" not in answer.text


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST:9", "127.0.0.1:8765", "[::1]:8765"])
def test_this_machines_own_names_are_answered(tmp_path: Path, name: str) -> None:
    with served(tmp_path) as browser:
        assert browser.get("/", headers={"host": name}).status_code == 200


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("csrf", ["", "0" * 64, "é"])
def test_no_form_does_anything_without_its_token(tmp_path: Path, path: str, csrf: str) -> None:
    with served(tmp_path) as browser:
        browser.get("/")
        answer = browser.post(path, csrf=csrf, text="A ferry ran aground.")
        assert answer.status_code == 403
        assert not list(tmp_path.iterdir())


def test_the_token_of_another_session_does_not_do(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        token = browser.csrf()
        browser.client.cookies.clear()
        assert browser.post("/new", csrf=token, text="x").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-site"},
    ],
)
def test_a_form_sent_from_elsewhere_is_refused_whatever_it_carries(tmp_path: Path, headers: dict[str, str]) -> None:
    with served(tmp_path) as browser:
        answer = browser.post("/new", headers=headers, text="x")
        assert answer.status_code == 403
        assert "another site" in answer.text


@pytest.mark.parametrize(
    "headers", [{"origin": "http://127.0.0.1:8765"}, {"origin": "null", "sec-fetch-site": "same-origin"}, {}]
)
def test_a_form_sent_from_our_own_page_is_taken(tmp_path: Path, headers: dict[str, str]) -> None:
    with served(tmp_path) as browser:
        assert browser.post("/new", headers=headers).status_code == 400  # it is read, and found empty


def test_elsewhere_than_on_this_machine_nothing_is_shown_without_the_token(tmp_path: Path) -> None:
    with served(tmp_path, sample(), token=RIGHT, base="http://192.0.2.7:8765") as browser:
        for path in ("/", "/?token=wrong", "/?token=", "/look/page.css", "/stories/y1", "/?token=right%00"):
            answer = browser.get(path)
            assert answer.status_code == 403, path
            assert "set-cookie" not in answer.headers
            assert "Kettle" not in answer.text
        assert browser.client.post("/new?token=right").status_code == 403


def test_the_token_is_shown_once_and_then_stands_in_no_address(tmp_path: Path) -> None:
    with served(tmp_path, sample(), token=RIGHT, base="http://192.0.2.7:8765") as browser:
        answer = browser.client.get("/search?q=ferry&token=right", follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/search?q=ferry"
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert "right" not in cookie
        assert browser.get("/").status_code == 200
        assert "token=" not in browser.get("/").text


def test_the_token_never_leads_to_another_site(tmp_path: Path) -> None:
    with served(tmp_path, token=RIGHT, base="http://192.0.2.7:8765") as browser:
        answer = browser.client.get("http://192.0.2.7:8765//evil.example/?token=right", follow_redirects=False)
        assert not answer.headers["location"].startswith("//")


def test_a_made_up_session_is_none(tmp_path: Path) -> None:
    with served(tmp_path, token=RIGHT, base="http://192.0.2.7:8765") as browser:
        for value in ("", "0" * 96, "x", "é", '"'):
            cookie = f"twosource-8765={value}".encode()
            assert browser.get("/", headers={"cookie": cookie}).status_code == 403


@pytest.mark.parametrize(
    "odd", [b"http://[", b"[", b"://", b"\xff", b"a" * 5_000, b"=;=;", b"http://127.0.0.1:8765:8765"]
)
@pytest.mark.parametrize("name", ["host", "origin", "cookie", "sec-fetch-site", "content-length"])
def test_odd_headers_are_answered_and_let_nothing_through(tmp_path: Path, name: str, odd: bytes) -> None:
    with served(tmp_path) as browser:
        answer = browser.send("/new", {"text": "words"}, headers={name: odd})
        assert answer.status_code in {303, 400, 403}
        if name in {"host", "origin", "sec-fetch-site"}:
            assert answer.status_code != 303
        assert "content-security-policy" in answer.headers


def test_more_than_the_limit_is_refused_whether_its_length_is_told_or_not(tmp_path: Path) -> None:
    with served(tmp_path, settings=Settings(web_upload_bytes=2_000)) as browser:
        token = browser.csrf()
        told = browser.client.post("/new", data={"csrf": token, "text": "x" * 3_000})
        untold = browser.client.post(
            "/new",
            content=(b"x" * 500 for _ in range(9)),
            headers={"content-type": "application/x-www-form-urlencoded"},
        )
        for answer in (told, untold):
            assert answer.status_code == 413
            assert "2,000 bytes" in answer.text


def test_other_ways_of_asking_are_refused_in_plain_words(tmp_path: Path) -> None:
    with served(tmp_path) as browser:
        answer = browser.client.delete("/")
        assert answer.status_code == 405
        assert "<h1>This cannot be done here.</h1>" in answer.text
