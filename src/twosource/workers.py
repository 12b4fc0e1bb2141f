"""Articles parsed and extracted, in this process or in several: the findings are the same, only the waiting is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language.tree import Parsed
from twosource.model import Article, Findings
from twosource.parse import EnglishParser
from twosource.ports import Parser
from twosource.settings import Settings

_HAND = 12  # articles handed over at once: few enough that progress is seen and no worker waits long for the last


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
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where there is much to do
    from multiprocessing import get_context  # noqa: PLC0415 - the same

    hands = [(articles[start : start + _HAND], settings, beside) for start in range(0, len(articles), _HAND)]
    # Begun anew and not forked: a copy of a process that has threads may wait for a lock for ever.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as team:
        for done in team.map(_in_worker, hands):
            yield from done


def _done(articles: Sequence[Article], settings: Settings, parser: Parser, beside: Sequence[Article]) -> Iterator[Work]:
    from twosource.extract import extract  # noqa: PLC0415 - heavy imports on use

    for article, parsed in zip(articles, parser(articles), strict=True):
        undated = article.dated_by == "none"
        found = extract(article, parsed, settings, beside if undated else ())
        yield Work(findings=found, parsed=parsed if undated and not beside else None)


_PARSERS: dict[Settings, EnglishParser] = {}


def _in_worker(hand: tuple[Sequence[Article], Settings, Sequence[Article]]) -> list[Work]:
    articles, settings, beside = hand
    parser = _PARSERS.setdefault(settings, EnglishParser(settings))
    return list(_done(articles, settings, parser, beside))
