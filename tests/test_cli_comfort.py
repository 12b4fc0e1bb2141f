"""Help, volume, configuration, hooks: what makes the command line pleasant to live with."""

import json
import shlex
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from twosource.cli import app, config, corpus
from twosource.cli.volume import Volume, choose
from twosource.cli.watch_hooks import SECRET, hooks
from twosource.errors import SettingError
from twosource.library import StoryCard

RUN = CliRunner()
FERRY = "Ferry runs aground off Velm\n\nA ferry ran aground off Velm and two people died, harbour police said.\n"
CARD = StoryCard(id="y1", title="Ferry “Ada” aground", outlets=("bay.example",), articles=2, first=None, last=None)


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    choose(Volume.USUAL)


@pytest.fixture
def ferry(tmp_path: Path) -> str:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return str(tmp_path / "ferry.txt")


def kept(tmp_path: Path, words: str) -> Path:
    file = tmp_path / "home" / "twosource" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(words, encoding="utf-8")
    return file


@pytest.mark.parametrize("call", [[], ["compare"], ["library"], ["library", "add"], ["corpus"], ["corpus", "story"]])
def test_help_has_a_short_name_everywhere(call: list[str]) -> None:
    result = RUN.invoke(app, [*call, "-h"])
    assert result.exit_code == 0
    assert "-h, --help" in result.output


def test_completion_can_be_shown() -> None:
    assert "--show-completion" in RUN.invoke(app, ["-h"]).output


@pytest.mark.parametrize("place", ["front", "behind"])
def test_quiet_tells_no_gaps_and_verbose_tells_each_step_wherever_they_are_said(ferry: str, place: str) -> None:
    def call(word: str) -> str:
        words = ["compare", ferry, "nothing.txt"]
        return RUN.invoke(app, [word, *words] if place == "front" else [*words, word]).stderr

    assert "nothing.txt" in RUN.invoke(app, ["compare", ferry, "nothing.txt"]).stderr
    assert call("--quiet") == call("-q") == ""
    assert "twosource: read: 2" in call("-v")


def test_behind_two_dashes_nothing_is_an_option() -> None:
    result = RUN.invoke(app, ["compare", "--", "-q"])
    assert result.exit_code == 1
    assert "-q" in result.stderr


def test_a_file_sets_options_that_are_not_given(ferry: str, tmp_path: Path) -> None:
    kept(tmp_path, 'outlet = ["The Bay"]\n[compare]\nformat = "json"\n')
    story = json.loads(RUN.invoke(app, ["compare", ferry]).stdout)
    assert [one["outlet"] for one in story["articles"]] == ["The Bay"]
    given = RUN.invoke(app, ["compare", ferry, "--outlet", "The Coast", "--format", "bibtex"]).stdout
    assert "journal = {The Coast}" in given


def test_the_environment_goes_before_the_file(ferry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, '[compare]\nformat = "json"\n')
    monkeypatch.setenv("TWOSOURCE_FORMAT", "bibtex")
    assert RUN.invoke(app, ["compare", ferry]).stdout.startswith("@article")


def test_a_file_in_the_folder_that_one_works_in_is_not_looked_for(
    ferry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "twosource.toml").write_text('format = "json"\n', encoding="utf-8")
    (tmp_path / "config.toml").write_text('format = "json"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert not RUN.invoke(app, ["compare", ferry]).stdout.startswith("{")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("formt = 1\n", "formt"),
        ("[compare]\nlimit = 1\n", "compare has no option limit"),
        ("[compar]\n", "no command compar"),
        ("= 1", "config.toml"),
        ("[library.compar]\n", "no command compar"),
    ],
)
def test_a_file_that_sets_what_there_is_not_is_exit_code_two(ferry: str, tmp_path: Path, words: str, told: str) -> None:
    file = kept(tmp_path, words)
    result = RUN.invoke(app, ["--config", str(file), "compare", ferry])
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


def test_the_usual_file_is_the_users_own(tmp_path: Path) -> None:
    assert config.usual_file() == tmp_path / "home" / "twosource" / "config.toml"


def test_a_corpus_without_its_extra_names_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(corpus, "find_spec", lambda _: None)
    for call in (["corpus", "a.jsonl", "-o", str(tmp_path)], ["corpus", "story", str(tmp_path), "y1"]):
        result = RUN.invoke(app, call)
        assert result.exit_code == 1
        assert "pip install 'twosource[corpus]'" in result.output


def test_a_command_hears_of_new_and_changed_stories_on_its_standard_input(tmp_path: Path) -> None:
    heard = tmp_path / "heard; touch no.jsonl"
    code = "import sys; open(sys.argv[1], 'a').write(sys.stdin.read() + chr(10))"
    told = hooks(shlex.join([sys.executable, "-c", code, str(heard)]), None)
    assert told.tell([CARD], frozenset(), Path("news.db")) == ()
    assert told.tell([CARD], frozenset({"y1"}), Path("news.db")) == ()
    events = [json.loads(line) for line in heard.read_text(encoding="utf-8").splitlines()]
    assert [one["event"] for one in events] == ["new story", "story changed"]
    assert (events[0]["title"], events[0]["outlets"]) == (CARD.title, ["bay.example"])


def test_an_address_hears_by_post_with_a_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET, "hush")
    got: list[tuple[bytes, str | None]] = []

    class Hears(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append((self.rfile.read(int(self.headers["content-length"])), self.headers["x-twosource-signature"]))
            self.send_response(204 if self.path == "/good" else 500)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Hears) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        assert hooks(None, f"{address}/good").tell([CARD], frozenset(), Path("news.db")) == ()
        assert "answered 500" in hooks(None, f"{address}/bad").tell([CARD], frozenset(), Path("news.db"))[0]
        server.shutdown()
    assert json.loads(got[0][0])["story"] == "y1"
    assert str(got[0][1]).startswith("sha256=")
    assert hooks(None, f"{address}/gone").tell([CARD], frozenset(), Path("news.db"))


def test_what_cannot_be_told_is_a_line_and_what_is_no_hook_is_refused() -> None:
    assert (
        "exit code 3"
        in hooks(f"{sys.executable} -c 'raise SystemExit(3)'", None).tell([CARD], frozenset(), Path("a"))[0]
    )
    assert hooks("no-such-command-anywhere", None).tell([CARD], frozenset(), Path("a"))
    for run, webhook in (("'open", None), (None, "ftp://a")):
        with pytest.raises(SettingError):
            hooks(run, webhook)
    assert hooks(None, None).tell([CARD], frozenset(), Path("a")) == ()
