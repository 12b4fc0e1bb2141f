"""How we behave on other people's machines: pauses between requests, and what robots.txt asks for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import RLock
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from twosource.model import Gap
from twosource.read.urls import Answer, Asking
from twosource.settings import Settings

AGENT: Final = "twosource (follows news feeds at a person's request)"
Leave = Literal["yes", "no", "later"]

_NAME: Final = "twosource"
_MOST_RULES: Final = 512 * 1024
_CLIENT_ERROR: Final = range(400, 500)
_OK: Final = range(200, 300)
_BUSY: Final = 429
_FRESH_SECONDS: Final = 24 * 3600


class _Rules(NamedTuple):
    """What one site asks for: its robots.txt, None where it could not be asked; and when it was asked."""

    text: str | None
    read_at: float


class Manners:
    """Remembers, for each host, when it was last asked and what it asks for."""

    def __init__(
        self, ask: Asking, settings: Settings, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        """Ask by ``ask``; ``clock`` gives seconds, ``sleep`` waits for some."""
        self._ask = ask
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._free_at: dict[str, float] = {}
        self._delay: dict[str, float] = {}
        self._rules: dict[str, _Rules] = {}
        self._held: dict[str, float] = {}
        self._locks: dict[str, RLock] = {}

    def ask(self, address: str, headers: Mapping[str, str] | None = None) -> Answer | Gap:
        """Ask, but not before the host has had its pause."""
        with self._alone(address):
            return self._paused(address, headers or {}, self._settings)

    def leave(self, address: str) -> Leave:
        """Whether a site lets us fetch a page: ``later`` where it wants to be left alone, or could not be asked.

        Source: RFC 9309: a robots.txt that is not there allows all, one that cannot be had allows nothing.
        """
        with self._alone(address):
            return self._leave(address)

    def _alone(self, address: str) -> RLock:
        """Nobody else may deal with the host meanwhile: it is asked one thing at a time."""
        return self._locks.setdefault(host_of(address), RLock())

    def _leave(self, address: str) -> Leave:
        host = host_of(address)
        if self._held.get(host, 0.0) > self._clock():
            return "later"
        rules = self._rules_of(address)
        if rules.text is None:
            return "later"
        from protego import Protego  # noqa: PLC0415 - only where links are followed

        robots = Protego.parse(rules.text)
        if not robots.can_fetch(address, _NAME):
            return "no"
        delay = float(robots.crawl_delay(_NAME) or 0.0)
        if delay <= self._settings.feed_most_pause:
            self._delay[host] = delay
            return "yes"
        # Nobody waits so long: the pause is kept by leaving the others for later rounds.
        self._held[host] = self._clock() + delay
        return "yes"

    def hold(self, address: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        self._held[host_of(address)] = self._clock() + seconds

    def _rules_of(self, address: str) -> _Rules:
        place = urlsplit(address)
        site = urlunsplit((place.scheme, place.netloc, "/robots.txt", "", ""))
        known = self._rules.get(site)
        if known is None or self._clock() - known.read_at > _FRESH_SECONDS:
            known = self._rules[site] = self._asked_rules(site)
        return known

    def _asked_rules(self, site: str) -> _Rules:
        answer = self._paused(site, {}, replace(self._settings, input_bytes=_MOST_RULES))
        text = None
        if not isinstance(answer, Gap) and answer.status in _OK:
            text = answer.found.data.decode("utf-8", "replace")
        elif not isinstance(answer, Gap) and answer.status in _CLIENT_ERROR and answer.status != _BUSY:
            text = ""
        return _Rules(text, self._clock())

    def _paused(self, address: str, headers: Mapping[str, str], settings: Settings) -> Answer | Gap:
        host = host_of(address)
        wait = self._free_at.get(host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)
        try:
            return self._ask(address, {"User-Agent": AGENT, **headers}, settings)
        finally:
            self._free_at[host] = self._clock() + max(settings.feed_pause, self._delay.get(host, 0.0))


def host_of(address: str) -> str:
    """The host of an address, with its port, in small letters; "" where there is none."""
    try:
        return urlsplit(address).netloc.casefold()
    except ValueError:
        return ""
