"""The web app over a folder of invented stories, asked as a browser asks."""

import re
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from invented import english
from twosource.model import Story
from twosource.pipeline import Options
from twosource.settings import Settings
from twosource.web import application
from twosource.web.folder import Folder
from twosource.web.guard import Guard

with warnings.catch_warnings():
    # It would rather have another HTTP library than the one that this project reads with; both do.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

HOME = "http://127.0.0.1:8765"
FERRY = (
    "Ferry aground off Velm\n\n"
    "A ferry ran aground off Velm on Monday and at least two people died, harbour police said.\n\n"
    "“We heard a long scraping noise and then the lights went out,” said Ilse Brandt, a passenger."
)
TOLL = (
    "Three dead after ferry hits rocks\n\n"
    "Three people died when a ferry struck rocks near Velm on Monday, the coastguard said.\n\n"
    "“We heard a long scraping noise and then the lights went out,” said Lisl Noor, who was on deck."
)
VOTE = (
    "Island council closes its airfield\n\n"
    "The Sandry island council voted on Monday to close its airfield, the mayor Tova Lund said. "
    "The runway was built in 1961 and costs more than the school, Lund told the council."
)


class Answer(Protocol):
    """What the test client answers, whichever HTTP library it found."""

    status_code: int

    @property
    def text(self) -> str: ...

    @property
    def content(self) -> bytes: ...

    @property
    def headers(self) -> Any: ...  # noqa: ANN401 - either library's own

    @property
    def cookies(self) -> Any: ...  # noqa: ANN401 - the same

    @property
    def url(self) -> Any: ...  # noqa: ANN401 - the same

    def json(self) -> Any: ...  # noqa: ANN401 - whatever it holds


@dataclass
class Browser:
    """Sends requests, with the token of the page that it is on."""

    client: Any  # whose types are those of the HTTP library that it found
    folder: Path

    def get(self, path: str, headers: Mapping[str, str | bytes] | None = None) -> Answer:
        answer: Answer = self.client.get(path, headers=headers)
        return answer

    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', self.get("/new").text)
        assert found
        return found[1]

    def post(
        self, path: str, csrf: str | None = None, headers: Mapping[str, str] | None = None, **fields: str
    ) -> Answer:
        return self.send(path, fields, csrf, headers)

    def send(
        self,
        path: str,
        fields: Mapping[str, str],
        csrf: str | None = None,
        headers: Mapping[str, str | bytes] | None = None,
    ) -> Answer:
        data = {"csrf": self.csrf() if csrf is None else csrf, **fields}
        answer: Answer = self.client.post(path, data=data, headers=headers, follow_redirects=False)
        return answer

    def finish(self, answer: Answer) -> Answer:
        """Wait for the job that an answer leads to; the page that the job ends on."""
        assert answer.status_code == 303, answer.text
        job = answer.headers["location"]
        for _ in range(3000):
            if self.get(f"{job}/state").json()["over"]:
                return self.get(job)
            time.sleep(0.02)
        raise AssertionError(job)

    def ids(self) -> list[str]:
        """The stories in the list."""
        return re.findall(r'href="/stories/([^"/]+)"', self.get("/").text)


@contextmanager
def served(
    folder: Path,
    *stories: Story,
    token: str | None = None,
    key: str | None = None,
    base: str = HOME,
    settings: Settings | None = None,
) -> Iterator[Browser]:
    """The app over a folder with these stories in it."""
    for number, story in enumerate(stories):
        (folder / f"story{number}.json").write_text(story.to_json(), encoding="utf-8")
    with asking(made(folder, token=token, key=key, settings=settings), base) as client:
        yield Browser(client, folder)


def asking(app: Guard, base: str) -> TestClient:
    """A client that sees an error as a browser does."""
    return TestClient(app, base_url=base, raise_server_exceptions=False)


def made(folder: Path, *, token: str | None = None, key: str | None = None, settings: Settings | None = None) -> Guard:
    options = Options(parser=english(), settings=settings or Settings())
    return application(Folder(folder, options), options, token=token, key=key)
