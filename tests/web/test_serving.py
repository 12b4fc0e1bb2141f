"""The server as a process: it says where it is, and ends when it is asked to."""

import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast
from unittest.mock import Mock
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import uvicorn
from typer.testing import CliRunner

from twosource.cli import app
from twosource.parse import english as parsing
from twosource.pipeline import Options
from twosource.web import serving
from twosource.web.guard import Guard
from twosource.web.serving import is_loopback
from web.served import HOME, Browser, asking


def started(folder: Path, *more: str) -> tuple[subprocess.Popen[str], str]:
    """A server, and the address that it says it is at."""
    command = [sys.executable, "-m", "twosource", "serve", str(folder), "--port", "0", *more]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603 - this very program
    assert process.stderr
    line = process.stderr.readline()
    return process, next(word for word in line.split() if word.startswith("http"))


def test_it_serves_until_it_is_interrupted_and_ends_without_a_word_of_trouble(tmp_path: Path) -> None:
    process, address = started(tmp_path / "stories")
    try:
        with urlopen(address, timeout=20) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
            assert "server" not in {name.lower() for name in answer.headers}
    finally:
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 0
    assert told == ""


def test_elsewhere_than_on_this_machine_the_address_has_a_token(tmp_path: Path) -> None:
    process, address = started(tmp_path / "stories", "--host", "0.0.0.0")  # noqa: S104 - asked for no longer than a second
    try:
        # It takes the token, and then misses the cookie that it gave for it. Once it answers at all, it hears signals.
        with pytest.raises(HTTPError, match="403"):
            urlopen(address.replace(socket.gethostname(), "127.0.0.1"), timeout=20)  # noqa: S310 - our own server
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
    assert len(address.partition("?token=")[2]) >= 32


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["serve", str(tmp_path), "--port", str(port)])
    assert result.exit_code == 1
    assert "in use" in result.output
    assert "Traceback" not in result.output


def test_a_file_that_is_no_library_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no library", encoding="utf-8")
    result = CliRunner().invoke(app, ["serve", str(tmp_path / "notes.txt"), "--port", "0"])
    assert result.exit_code == 1
    assert "notes.txt" in result.output


def test_what_is_sent_one_after_the_other_is_read_by_one_parser_that_is_loaded_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Server:
        """Stands for uvicorn's: three people send a text each, and then it is asked to stop."""

        def __init__(self, config: uvicorn.Config) -> None:
            self.app = cast("Guard", config.app)

        def run(self, sockets: Sequence[socket.socket]) -> None:
            assert sockets
            with asking(self.app, HOME) as client:
                browser = Browser(client, tmp_path)
                for place in ("Orm", "Velm", "Hale"):
                    said = f"A lock gate failed at {place} on Monday, the lock office said."
                    page = browser.finish(browser.post("/new", text=said))
                    assert "lock gate failed" in page.text

    loads = Mock(wraps=parsing._load)
    monkeypatch.setattr(parsing, "_load", loads)
    monkeypatch.setattr(uvicorn, "Server", Server)
    serving.serve(tmp_path, Options(), host="127.0.0.1", port=0, ready=lambda _: None)
    assert loads.call_count == 1


@pytest.mark.parametrize(
    ("host", "own"),
    [("localhost", True), ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("0.0.0.0", False), ("::", False), ("news.example", False), ("192.0.2.7", False)],  # noqa: S104 - told apart, not listened on
)  # fmt: skip
def test_what_only_this_machine_can_reach_is_told_apart(host: str, own: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_loopback(host) is own
