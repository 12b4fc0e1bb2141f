"""What reads articles in processes that may die: a text may say how its reader ends.

A module of its own, since such a process imports it by name from the folder of the tests.
"""

import os
import signal
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

from twosource import workers
from twosource.model import Article, Findings
from twosource.settings import Settings
from twosource.workers import Work


def dying(articles: Sequence[Article], *_: object) -> Iterator[Work]:
    """Read as the texts say."""
    for one in articles:
        if "take all memory" in one.text:
            bytes(3 * 1024**3)
        if "take all time" in one.text:
            while True:
                pass
        if "die" in one.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "call out" in one.text:
            socket.create_connection(("127.0.0.1", 9))
        if "write" in one.text:
            Path(one.text.split()[-1]).write_text("x", encoding="utf-8")
        yield Work(findings=Findings(article=one))


def reading(hand: tuple[Sequence[Article], Settings, Sequence[Article]]) -> list[Work]:
    """A process's work with that reader."""
    workers._done = dying  # type: ignore[assignment] # in a process of its own
    return workers._in_worker(hand)
