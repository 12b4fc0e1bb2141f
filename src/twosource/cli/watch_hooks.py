"""Who else hears that a story changed: a command, an address."""

import hmac
import json
import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from twosource.errors import SettingError

if TYPE_CHECKING:
    from twosource.library import StoryCard

SECRET: Final = "TWOSOURCE_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable
_SECONDS: Final = 30
_RUN: Final = "--run"
_WEBHOOK: Final = "--webhook"


@dataclass(frozen=True, slots=True)
class Hooks:
    """A command to run and an address to write to, for each story that is new or has changed; either may be missing.

    Both hear the same JSON object: ``event`` (``new story`` or ``story changed``), ``library``, ``story``, ``title``,
    ``outlets``, ``articles``. The command gets it on its standard input, and no shell reads its words. The address gets
    it by POST; where the environment holds a secret, ``X-Twosource-Signature`` is ``sha256=`` and the HMAC of the body.
    """

    command: tuple[str, ...] = ()
    address: str | None = None

    def tell(self, cards: "Sequence[StoryCard]", before: frozenset[str], library: Path) -> tuple[str, ...]:
        """Tell of stories.

        Args:
            cards: Those that are new or have changed.
            before: Ids of those that were there.
            library: Where they are kept.

        Returns:
            What went wrong, a line each; following goes on whatever it is.
        """
        troubles = []
        for card in cards:
            body = _body(card, library, is_new=card.id not in before)
            for name, tell in ((_RUN, self._run), (_WEBHOOK, self._post)):
                trouble = tell(body)
                if trouble:
                    troubles.append(f"{name} was not told of story {card.id}: {trouble}")
        return tuple(troubles)

    def _run(self, body: bytes) -> str | None:
        if not self.command:
            return None
        try:
            done = subprocess.run(self.command, input=body, check=False, timeout=_SECONDS)  # noqa: S603 - the user's own command
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        return f"it ended with exit code {done.returncode}" if done.returncode else None

    def _post(self, body: bytes) -> str | None:
        if not self.address:
            return None
        import httpx  # noqa: PLC0415 - only where somebody is told

        headers = {"content-type": "application/json"}
        secret = os.environ.get(SECRET)
        if secret:
            headers["x-twosource-signature"] = f"sha256={hmac.new(secret.encode(), body, sha256).hexdigest()}"
        try:
            answer = httpx.post(self.address, content=body, headers=headers, timeout=_SECONDS)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return str(error) or type(error).__name__
        return None if answer.is_success else f"it answered {answer.status_code}"


NOBODY: Final = Hooks()


def hooks(run: str | None, webhook: str | None) -> Hooks:
    """The hooks that a user names.

    Raises:
        SettingError: If a command cannot be parted into words, or an address is none.
    """
    try:
        command = tuple(shlex.split(run or ""))
    except ValueError as error:
        raise SettingError(_RUN, run, "a command and its words") from error
    if webhook and not webhook.startswith(("http://", "https://")):
        raise SettingError(_WEBHOOK, webhook, "an http or https address")
    return Hooks(command, webhook)


def _body(card: "StoryCard", library: Path, *, is_new: bool) -> bytes:
    event = {
        "event": "new story" if is_new else "story changed",
        "library": str(library),
        "story": card.id,
        "title": card.title,
        "outlets": list(card.outlets),
        "articles": card.articles,
    }
    return json.dumps(event, ensure_ascii=False).encode("utf-8", "backslashreplace")
