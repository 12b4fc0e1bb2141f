"""Articles parsed and extracted, in this process or in several: the findings are the same, only the waiting is not.

Processes of their own are confined, and may die: one article of which that is the fault keeps its text and its place and
has no findings, and costs the others nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from twosource.confinement import allow_seconds, confine
from twosource.language.tree import Parsed
from twosource.model import Article, Findings, Gap
from twosource.parse import EnglishParser
from twosource.ports import Parser
from twosource.settings import Settings

# Articles handed over at once: many, as parsing many costs less, and fewer towards the end, that all end together.
_LEAST_HAND, _MOST_HAND = 3, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What an article says; an undated one's trees too, if they are asked again once its story is known."""

    findings: Findings
    parsed: Parsed | None = None


def read_through(
    articles: Sequence[Article],
    settings: Settings,
    parser: Parser | None = None,
    workers: int = 1,
    beside: Sequence[Article] = (),
) -> Iterator[Work]:
    """What each article says by itself.

    Args:
        articles: Any number.
        settings: ``worker_articles`` is the least number that several processes are started for.
        parser: What finds words and trees; the English one if None. With a parser of one's own, all is done here.
        workers: Processes to share the work between, one for no others.
        beside: Dated articles of the one story that all of these belong to, where that is known.

    Yields:
        One for each article, in the same order.

    Raises:
        MissingModelError: If no English parsing model is installed.
    """
    if parser is not None or workers < 2 or len(articles) < settings.worker_articles:  # noqa: PLR2004 - one is no team
        yield from _done(articles, settings, parser or EnglishParser(settings), beside)
        return
    yield from _Team(settings, workers, beside).work(articles)


class _Team:
    """Processes that share articles out, begun anew where one of them dies."""

    def __init__(self, settings: Settings, workers: int, beside: Sequence[Article]) -> None:
        self._settings, self._workers, self._beside = settings, workers, beside

    def work(self, articles: Sequence[Article]) -> Iterator[Work]:
        """What each article says, in order."""
        hands = list(_hands(articles, self._workers))
        while hands:
            done = 0
            for found in self._shared(hands, self._workers):
                done += 1
                yield from found
            hands = hands[done:]
            # Whatever was in hand when a process died is read article by article.
            yield from self._one_by_one([one for hand in hands[: self._workers + 1] for one in hand])
            hands = hands[self._workers + 1 :]

    def _one_by_one(self, articles: Sequence[Article]) -> Iterator[Work]:
        """The same, by one process at a time; of an article with which it ends there is only what was known before."""
        left = list(articles)
        while left:
            done = 0
            for (work,) in self._shared([[one] for one in left], 1):
                done += 1
                yield work
            yield from map(_unread, left[done : done + 1])
            left = left[done + 1 :]

    def _shared(self, hands: Sequence[Sequence[Article]], workers: int) -> Iterator[list[Work]]:
        """What the hands hold, in order, up to one that could not be read."""
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where there is much to do
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - the same
        from multiprocessing import get_context  # noqa: PLC0415 - the same

        tasks = [(hand, self._settings, self._beside) for hand in hands]
        # Begun anew and not forked: a copy of a process that has threads may wait for a lock for ever.
        with (
            suppress(BrokenProcessPool, MemoryError, RecursionError),
            ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as team,
        ):
            yield from team.map(_in_worker, tasks)


def _hands(articles: Sequence[Article], workers: int) -> Iterator[Sequence[Article]]:
    """The articles in order, each time half of an even share of what is left; nothing for no articles."""
    start = 0
    while start < len(articles):
        share = (len(articles) - start) // (2 * workers)
        hand = articles[start : start + min(max(share, _LEAST_HAND), _MOST_HAND)]
        start += len(hand)
        yield hand


def _unread(article: Article) -> Work:
    detail = "the process that read it ran out of memory or time, and ended; nothing is looked for in it"
    return Work(findings=Findings(article=article, gaps=(Gap(code="G304", where=article.called, detail=detail),)))


def _done(articles: Sequence[Article], settings: Settings, parser: Parser, beside: Sequence[Article]) -> Iterator[Work]:
    from twosource.extract import extract  # noqa: PLC0415 - heavy imports on use

    for article, parsed in zip(articles, parser(articles), strict=True):
        undated = article.dated_by == "none"
        found = extract(article, parsed, settings, beside if undated else ())
        yield Work(findings=found, parsed=parsed if undated and not beside else None)


_PARSERS: dict[Settings, EnglishParser] = {}


def _in_worker(hand: tuple[Sequence[Article], Settings, Sequence[Article]]) -> list[Work]:
    articles, settings, beside = hand
    parser = _PARSERS.get(settings)
    if parser is None:
        parser = _PARSERS[settings] = EnglishParser(settings)
        list(_done((_WARM,), settings, parser, ()))  # so that all is loaded before no more may be
        confine(int(settings.worker_bytes))
    characters = sum(len(article.text) for article in articles)
    allow_seconds(settings.worker_seconds * (len(articles) + characters / _CHARACTERS))
    return list(_done(articles, settings, parser, beside))


_CHARACTERS = 50_000
_WARM = Article(id="a", outlet="", sha256="", text="The mayor said on Monday that 12 people were hurt.")
