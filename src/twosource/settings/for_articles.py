"""The thresholds of what is done with one article: it is read, cleaned, parsed, placed in a story, and what it says is found."""

from dataclasses import dataclass, field
from typing import Any


def setting(default: float, unit: str, why: str) -> Any:  # noqa: ANN401 - a dataclass field stands for its value
    """A threshold with what it is counted in and where its default comes from. Zero is its least value."""
    return field(default=default, metadata={"unit": unit, "why": why})


@dataclass(frozen=True, slots=True, kw_only=True)
class ForArticles:
    """What can be set for articles, one by one."""

    # -- read
    input_bytes: int = setting(
        50 * 1024 * 1024, "bytes", "a 50 MB page is the largest that still comes through in under 2 GB of memory"
    )
    archive_factor: int = setting(
        500,
        "times its size",
        "an archive that unpacks to more is refused as a bomb: 150 pages of one site, packed by xz, reach 206; zeros reach 1,000 and more",
    )
    fetch_seconds: float = setting(20.0, "seconds", "slow news sites answer within 10; twice that, once")
    fetch_redirects: int = setting(5, "redirects", "consent pages need up to three")

    # -- read: feeds
    feed_bytes: int = setting(
        10 * 1024 * 1024, "bytes", "the largest news feeds met have 2 MB; feeds are parsed at about 2 MB a second"
    )
    feed_entries: int = setting(1_000, "entries", "a news sitemap may hold so many; of a feed only the first are read")
    feed_articles: int = setting(
        100,
        "articles",
        "fetched in one visit to a feed; the rest waits for the next, so that one feed holds up no other",
    )
    feed_tries: int = setting(
        8, "rounds", "in which the page of an entry is asked for; what cannot be had for two hours seldom comes back"
    )
    feed_words: int = setting(
        150, "words", "a feed's own text of so many words is taken for the whole article; summaries run to 80"
    )
    feed_pause: float = setting(
        2.0, "seconds", "between two requests to one host; a longer Crawl-delay of its robots.txt goes before it"
    )
    feed_hosts: int = setting(8, "hosts", "asked at the same time; each of them one thing at a time")
    feed_most_pause: float = setting(
        60.0, "seconds", "a host that wants longer pauses than this is left alone until the next round"
    )
    feed_minutes: float = setting(15.0, "minutes", "between two rounds; news feeds change a few times an hour")
    feed_retry_minutes: float = setting(
        5.0, "minutes", "before a feed that failed is asked again; doubled with each further failure"
    )
    feed_most_hours: float = setting(24.0, "hours", "the longest that a failing feed is left alone")

    # -- clean
    page_tags: int = setting(
        60_000,
        "tags",
        "the body is found in 0.1 ms a tag; the largest real news page met had 9,000. Beyond, a plainer way is taken",
    )
    page_most_tags: int = setting(
        300_000, "tags", "a page of more is refused: it would take minutes, and no article met has a tenth of it"
    )
    text_characters: int = setting(
        8_000_000,
        "code points",
        "a longer text is refused: 20 s go into labelling this many, and no article met has a tenth",
    )

    # -- parse
    piece_characters: int = setting(
        5_000,
        "code points",
        "the parser's memory grows with a piece's length; the longest real paragraph met had 3,100",
    )
    article_characters: int = setting(
        500_000,
        "code points",
        "the longest article of the tuning sets has 100,000; of 1 MB of dense text the rest is left unread, with a gap: all of it took over 280 CPU seconds",
    )

    aside_characters: int = setting(
        2_000_000,
        "code points",
        "a page of more is cleaned in a process that may die; one of as many, and of page_tags, takes under 10 s and 500 MB",
    )
    worker_articles: int = setting(
        60,
        "articles",
        "a process takes three CPU seconds to begin; sixty articles of 500 words take ten to read through",
    )

    worker_bytes: int = setting(
        1024 * 1024 * 1024,
        "bytes",
        "that a process may take for articles besides the parser; the longest article of the tuning sets takes a tenth",
    )
    worker_seconds: float = setting(
        30.0,
        "seconds",
        "of reckoning for an article, and as many again for each 50,000 code points: ten times what real ones take",
    )

    # -- group
    group_words: int = setting(
        150,
        "words",
        "the weightiest words of an article; more of them change nothing in bench/grouping.py but the cost",
    )
    group_nearest: int = setting(
        25, "articles", "an arriving article is compared with so many; they hold an earlier report in 98 of 100 cases"
    )
    group_chance: float = setting(
        0.55,
        "chance",
        "that two articles tell of one event, on average over a story: above it they are joined. B-cubed F1 of ECB+, news: .901, .956 at .45; .911, .958 at .55; .903, .958 at .6; .893, .958 at .7, where what is joined is right more often",
    )
    group_margin: float = setting(
        0.5,
        "logarithm of odds",
        "what another story must fit better by before an article is moved, so that none goes to and fro",
    )
    group_least_words: int = setting(
        5, "content words", "a shorter article does not say which event it is about: it stays alone"
    )
    group_repair_every: int = setting(50, "articles", "stories are looked at again after so many arrivals on average")
    group_split_most: int = setting(
        24, "articles", "larger stories are not searched for parts: the cost grows with the square"
    )
    group_window_undated: int = setting(
        5_000,
        "articles",
        "so many articles without a date are remembered: about 30 MB; nothing else says when they are old",
    )
    group_window: int = setting(
        400,
        "days",
        "older articles are forgotten; one report of an incident in twenty comes more than 90 days after it, and at 200 days F1 loses 0.9 points",
    )

    # -- extract: quotations and sources
    scare_words: int = setting(
        4,
        "words",
        "of fragments in marks that no words of saying govern, annotators of the attribution dev set took 43 of 75 up to "
        "this length for somebody's words, and 7 of 8 longer ones: a rough line, drawn from few",
    )

    attribution_cue: float = setting(
        0.06,
        "chance",
        "less likely heads of cues are not looked at: they cost time and seldom end as attributions; from 0.10 to 0.06 the attribution dev set gains 0.2 points of overlap F1, general news 0.3",
    )
    attribution_least: float = setting(
        0.28,
        "chance",
        "that all three parts are cut as a person would; on a third held out of train exact F1 is best here, flat from 0.20",
    )
    attribution_least_unsaid: float = setting(
        0.36,
        "chance",
        "the same where no word of saying stands in the cue and most of the content is in no marks; whether it tells words or a thought is decided later",
    )
    attribution_least_quoted: float = setting(
        0.05, "chance", "the same where the words would else be speech that nobody is named for"
    )
