"""Every threshold once: its default, its unit, and the measurement or reason it came from."""

from dataclasses import dataclass, field, fields
from typing import Any, Final, cast

from twosource.errors import SettingError


def _setting(default: float, unit: str, why: str) -> Any:  # noqa: ANN401 - a dataclass field stands for its value
    """A threshold with what it is counted in and where its default comes from. Zero is its least value."""
    return field(default=default, metadata={"unit": unit, "why": why})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set. Unknown names and negative values are refused.

    Example:
        >>> Settings().input_bytes
        52428800
    """

    # -- read
    input_bytes: int = _setting(
        50 * 1024 * 1024, "bytes", "a 50 MB page is the largest that still comes through in under 2 GB of memory"
    )
    archive_factor: int = _setting(
        500,
        "times its size",
        "an archive that unpacks to more is refused as a bomb: 150 pages of one site, packed by xz, reach 206; zeros reach 1,000 and more",
    )
    fetch_seconds: float = _setting(20.0, "seconds", "slow news sites answer within 10; twice that, once")
    fetch_redirects: int = _setting(5, "redirects", "consent pages need up to three")

    # -- read: feeds
    feed_bytes: int = _setting(
        10 * 1024 * 1024, "bytes", "the largest news feeds met have 2 MB; feeds are parsed at about 2 MB a second"
    )
    feed_entries: int = _setting(1_000, "entries", "a news sitemap may hold so many; of a feed only the first are read")
    feed_articles: int = _setting(
        100,
        "articles",
        "fetched in one visit to a feed; the rest waits for the next, so that one feed holds up no other",
    )
    feed_tries: int = _setting(
        8, "rounds", "in which the page of an entry is asked for; what cannot be had for two hours seldom comes back"
    )
    feed_words: int = _setting(
        150, "words", "a feed's own text of so many words is taken for the whole article; summaries run to 80"
    )
    feed_pause: float = _setting(
        2.0, "seconds", "between two requests to one host; a longer Crawl-delay of its robots.txt goes before it"
    )
    feed_hosts: int = _setting(8, "hosts", "asked at the same time; each of them one thing at a time")
    feed_most_pause: float = _setting(
        60.0, "seconds", "a host that wants longer pauses than this is left alone until the next round"
    )
    feed_minutes: float = _setting(15.0, "minutes", "between two rounds; news feeds change a few times an hour")
    feed_retry_minutes: float = _setting(
        5.0, "minutes", "before a feed that failed is asked again; doubled with each further failure"
    )
    feed_most_hours: float = _setting(24.0, "hours", "the longest that a failing feed is left alone")

    # -- clean
    page_tags: int = _setting(
        60_000,
        "tags",
        "the body is found in 0.1 ms a tag; the largest real news page met had 9,000. Beyond, a plainer way is taken",
    )
    page_most_tags: int = _setting(
        300_000, "tags", "a page of more is refused: it would take minutes, and no article met has a tenth of it"
    )
    text_characters: int = _setting(
        8_000_000,
        "code points",
        "a longer text is refused: 20 s go into labelling this many, and no article met has a tenth",
    )

    # -- parse
    piece_characters: int = _setting(
        5_000,
        "code points",
        "the parser's memory grows with a piece's length; the longest real paragraph met had 3,100",
    )
    article_characters: int = _setting(
        500_000,
        "code points",
        "the longest article of the tuning sets has 100,000; of 1 MB of dense text the rest is left unread, with a gap: all of it took over 280 CPU seconds",
    )

    aside_characters: int = _setting(
        2_000_000,
        "code points",
        "a page of more is cleaned in a process that may die; one of as many, and of page_tags, takes under 10 s and 500 MB",
    )
    worker_articles: int = _setting(
        60,
        "articles",
        "a process takes three CPU seconds to begin; sixty articles of 500 words take ten to read through",
    )

    worker_bytes: int = _setting(
        1024 * 1024 * 1024,
        "bytes",
        "that a process may take for articles besides the parser; the longest article of the tuning sets takes a tenth",
    )
    worker_seconds: float = _setting(
        30.0,
        "seconds",
        "of reckoning for an article, and as many again for each 50,000 code points: ten times what real ones take",
    )

    # -- group
    group_words: int = _setting(
        150,
        "words",
        "the weightiest words of an article; more of them change nothing in bench/grouping.py but the cost",
    )
    group_nearest: int = _setting(
        25, "articles", "an arriving article is compared with so many; they hold an earlier report in 98 of 100 cases"
    )
    group_chance: float = _setting(
        0.55,
        "chance",
        "that two articles tell of one event, on average over a story: above it they are joined. B-cubed F1 of ECB+, news: .901, .956 at .45; .911, .958 at .55; .903, .958 at .6; .893, .958 at .7, where what is joined is right more often",
    )
    group_margin: float = _setting(
        0.5,
        "logarithm of odds",
        "what another story must fit better by before an article is moved, so that none goes to and fro",
    )
    group_least_words: int = _setting(
        5, "content words", "a shorter article does not say which event it is about: it stays alone"
    )
    group_repair_every: int = _setting(50, "articles", "stories are looked at again after so many arrivals on average")
    group_split_most: int = _setting(
        24, "articles", "larger stories are not searched for parts: the cost grows with the square"
    )
    group_window_undated: int = _setting(
        5_000,
        "articles",
        "so many articles without a date are remembered: about 30 MB; nothing else says when they are old",
    )
    group_window: int = _setting(
        400,
        "days",
        "older articles are forgotten; one report of an incident in twenty comes more than 90 days after it, and at 200 days F1 loses 0.9 points",
    )

    # -- extract: quotations and sources
    scare_words: int = _setting(
        4,
        "words",
        "of fragments in marks that no words of saying govern, annotators of the attribution dev set took 43 of 75 up to "
        "this length for somebody's words, and 7 of 8 longer ones: a rough line, drawn from few",
    )

    attribution_cue: float = _setting(
        0.2, "chance", "less likely heads of cues are not looked at: they cost time and seldom end as attributions"
    )
    attribution_least: float = _setting(
        0.28,
        "chance",
        "that all three parts are cut as a person would; on a third held out of train exact F1 is best here, flat from 0.20",
    )
    attribution_least_unsaid: float = _setting(
        0.42,
        "chance",
        "the same where no word of saying stands in the cue and most of the content is in no marks",
    )
    attribution_least_quoted: float = _setting(
        0.05, "chance", "the same where the words would else be speech that nobody is named for"
    )

    # -- compare: passages
    passage_seed_words: int = _setting(
        5, "words", "runs of 5 survive one edit in five words often enough; at 4 chance runs double"
    )
    passage_seed_weight: float = _setting(2.0, "content words", "a run of function words says nothing")
    passage_holders: int = _setting(
        8,
        "articles",
        "each gram is compared with its first 8 holders: cost stays linear, stories up to 8 articles are compared whole",
    )
    passage_partners: int = _setting(
        8,
        "articles",
        "each article is aligned with the 8 earlier ones that share most words with it: cost stays linear in long stories",
    )
    passage_times: float = _setting(
        2.0,
        "times its words",
        "and with no more earlier ones once these share so much with it: a hundred copies of one text cost no more a word than three; on the stories marked by hand no pair that shares wording is lost, at 1.5 two of 359, at 1 seventeen",
    )
    passage_repeats: int = _setting(2, "times", "an article that repeats itself is looked at twice for each gram")
    passage_function_weight: float = _setting(0.4, "content words", "what a function word counts for")
    passage_gap_words: int = _setting(24, "words", "runs so near each other are aligned as one")
    passage_reach_words: int = _setting(24, "words", "how far an alignment is followed beyond its last run")
    passage_edit_cost: float = _setting(0.55, "content words", "what one differing word takes off")
    passage_drop: float = _setting(5.0, "content words", "an alignment ends where differences have cost so much")
    passage_words: int = _setting(8, "words", "fewer words in common are no candidate")
    passage_copied_words: int = _setting(
        14, "words", "words outside quotations that two reports of one event seldom share by chance"
    )
    passage_copied_content: int = _setting(
        6, "words", "of these, words that are no names, numbers, charges or function words"
    )
    passage_copied_score: float = _setting(
        8.0, "content words", "what the shared words weigh, less what differs among them"
    )
    passage_sentence_words: int = _setting(
        11,
        "words",
        "a whole sentence of so many that stands in no third article; shorter ones are made twice by chance",
    )
    passage_sentence_content: int = _setting(
        5, "words", "of these, words that are no names, numbers, charges or function words"
    )
    passage_edit_weight: float = _setting(
        1.2, "content words", "what one differing word takes off when a passage is judged"
    )
    passage_formula_words: int = _setting(
        30, "words", "formulas in a row run to 30 words; more of them in the same order are copied"
    )
    passage_own_share: float = _setting(
        0.2, "share", "a few own words around a long quotation are its attribution, not copying"
    )
    passage_reworded_ratio: float = _setting(
        0.85,
        "share",
        "of 28 labelled pairs with copied wording and no credit, all that copied kept one passage above; the three releases did not",
    )
    passage_reworded_share: float = _setting(
        0.6,
        "share",
        "of one of the articles: more that is reworded is a rewritten article, not a release that both had",
    )
    passage_company_words: int = _setting(
        40, "words", "two articles that share so many copied words share shorter pieces by copying too"
    )
    passage_speech_words: int = _setting(5, "words", "the shortest shared speech or caption that is shown")
    passage_translated_words: int = _setting(10, "words", "two translators seldom agree on ten words")
    passage_translated_ratio: float = _setting(0.9, "share", "the same")
    passage_marked_share: float = _setting(
        0.8,
        "share",
        "of the longer of two wordings, for a text marked by hand to be met again: other articles cut a few words off it",
    )
    passage_refused: int = _setting(3, "candidates", "refused candidates kept for each two articles")
    direction_fuller_share: float = _setting(0.6, "share", "an article so far made of shared wording is the cut one")
    direction_release_minutes: int = _setting(
        30,
        "minutes",
        "by judgement, not measured: within half an hour both are likelier to have printed a release than one the other",
    )
    direction_fuller_factor: float = _setting(1.3, "times", "the fuller article is longer by this")

    # -- compare: points
    point_counts: int = _setting(
        32,
        "counts",
        "a number is held against so many counts of its measure, the main ones first; at 150 no join of the stories marked by hand is another",
    )
    point_same_chance: float = _setting(
        0.5,
        "chance",
        "that statements tell the same, on average over a group, from which on they are joined. On the stories marked by hand, by folds: .71 of claims met, .33 of pairs, .85 right; at .45 .35 and .846",
    )
    point_slight_chance: float = _setting(
        0.02, "chance", "pairs that are less likely the same count as not the same at all: it spares their keeping"
    )
    point_figure_context: float = _setting(
        0.25, "share of words", "sentences about one count share a quarter of their other telling words"
    )
    point_figure_strict: float = _setting(
        0.4, "share of words", "wanted to join different values that no article puts first"
    )
    point_figure_factor: float = _setting(
        3.0, "ratio of values", "further apart, figures that no article puts first count different things"
    )

    # -- weigh: origins
    origin_statement_share: float = _setting(
        0.5, "share", "of a statement that must lie in a shared passage to be in borrowed words"
    )

    # -- web
    web_upload_bytes: int = _setting(
        64 * 1024 * 1024, "bytes", "all that is sent at once: sixty saved pages of 1 MB, and no more than memory holds"
    )
    web_story_bytes: int = _setting(
        200 * 1024 * 1024, "bytes", "a larger file in a folder is passed over: 60 articles come to a fiftieth of it"
    )
    web_upload_files: int = _setting(200, "files", "the longest story of the data sets has 60 articles")
    web_addresses: int = _setting(100, "addresses", "one after the other, each may take fetch_seconds: half an hour")
    web_requests: int = _setting(
        250,
        "requests",
        "to other servers, for one piece of work: so many addresses, their redirects left out, and the pages of a feed",
    )
    web_jobs: int = _setting(20, "jobs", "waiting at once; a person does not start more in the time that one takes")
    web_workers: int = _setting(
        3, "threads", "that fetch and read; one at a time writes, so that a slow server holds up no other piece of work"
    )
    web_connections: int = _setting(200, "connections", "at once; a browser opens six, and more are told to come later")
    web_seconds: float = _setting(
        60.0,
        "seconds",
        "for a request to come in whole, and for each piece of an answer to be taken: 64 MB at 10 Mbit/s",
    )

    # -- corpus
    corpus_part_articles: int = _setting(
        2_000, "articles", "a part is minutes of work and tens of megabytes; 8,192 at most"
    )
    corpus_gram_words: int = _setting(
        8, "words", "runs of 8 are seldom chance, and nearly all passages of 30 words keep one at 5 % edits"
    )
    corpus_days: int = _setting(30, "days", "articles further apart are not compared: copying is of the day")
    corpus_star: int = _setting(
        8, "articles", "as many are compared each with each, as inside a story; of more, each with the first"
    )
    corpus_standing_articles: int = _setting(
        10, "articles", "wording in so many articles of one outlet is its standing text, not copying"
    )
    corpus_standing_days: int = _setting(
        5, "days", "and on so many days: follow-ups of one event repeat their background for a few"
    )
    corpus_reprint_sample: int = _setting(
        8, "one in", "50 grams of an article of 400 words tell what share of it another has, to .07"
    )
    corpus_reprint_share: float = _setting(
        0.4, "share of grams", "of the longer article: a whole reprint with 5 % edits keeps .66, one with 10 % .43"
    )
    corpus_reprint_grams: int = _setting(4, "grams of the sample", "fewer may be one sentence")
    corpus_pair_grams: int = _setting(
        3,
        "grams",
        "ten words in common: 3 keep .997 of passages of 24 to 75 words at 5 % edits, 2 keep .999 and align four times the pairs: stock phrases",
    )
    corpus_bucket_grams: int = _setting(
        10_000_000, "grams", "a bucket of so many is joined in under .7 GB; a gram is 8 bytes"
    )

    def __post_init__(self) -> None:
        """Refuse values below zero."""
        for entry in fields(self):
            value = getattr(self, entry.name)
            if value < 0:
                raise SettingError(entry.name, value, f"zero or more {entry.metadata['unit']}")

    def described(self) -> tuple[tuple[str, str, str, str], ...]:
        """Each setting as (name, value, unit, why), in the order of the class."""
        return tuple(
            (
                entry.name,
                f"{getattr(self, entry.name):g}",
                cast("str", entry.metadata["unit"]),
                cast("str", entry.metadata["why"]),
            )
            for entry in fields(self)
        )


DEFAULTS: Final = Settings()
