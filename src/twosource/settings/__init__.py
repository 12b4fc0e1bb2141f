"""Every threshold once: its default, its unit, and the measurement or reason it came from."""

from dataclasses import dataclass, fields
from typing import Final, cast

from twosource.errors import SettingError
from twosource.settings.for_articles import ForArticles, setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(ForArticles):
    """What can be set. Unknown names and negative values are refused.

    Example:
        >>> Settings().input_bytes
        52428800
    """

    # -- compare: passages
    passage_seed_words: int = setting(
        5, "words", "runs of 5 survive one edit in five words often enough; at 4 chance runs double"
    )
    passage_seed_weight: float = setting(2.0, "content words", "a run of function words says nothing")
    passage_holders: int = setting(
        8,
        "articles",
        "each gram is compared with its first 8 holders: cost stays linear, stories up to 8 articles are compared whole",
    )
    passage_partners: int = setting(
        8,
        "articles",
        "each article is aligned with the 8 earlier ones that share most words with it: cost stays linear in long stories",
    )
    passage_times: float = setting(
        2.0,
        "times its words",
        "and with no more earlier ones once these share so much with it: a hundred copies of one text cost no more a word than three; on the stories marked by hand no pair that shares wording is lost, at 1.5 two of 359, at 1 seventeen",
    )
    passage_repeats: int = setting(2, "times", "an article that repeats itself is looked at twice for each gram")
    passage_function_weight: float = setting(0.4, "content words", "what a function word counts for")
    passage_gap_words: int = setting(24, "words", "runs so near each other are aligned as one")
    passage_reach_words: int = setting(24, "words", "how far an alignment is followed beyond its last run")
    passage_edit_cost: float = setting(0.55, "content words", "what one differing word takes off")
    passage_drop: float = setting(5.0, "content words", "an alignment ends where differences have cost so much")
    passage_words: int = setting(8, "words", "fewer words in common are no candidate")
    passage_copied_words: int = setting(
        14, "words", "words outside quotations that two reports of one event seldom share by chance"
    )
    passage_copied_content: int = setting(
        6, "words", "of these, words that are no names, numbers, charges or function words"
    )
    passage_copied_score: float = setting(
        8.0, "content words", "what the shared words weigh, less what differs among them"
    )
    passage_sentence_words: int = setting(
        11,
        "words",
        "a whole sentence of so many that stands in no third article; shorter ones are made twice by chance",
    )
    passage_sentence_content: int = setting(
        5, "words", "of these, words that are no names, numbers, charges or function words"
    )
    passage_edit_weight: float = setting(
        1.2, "content words", "what one differing word takes off when a passage is judged"
    )
    passage_formula_words: int = setting(
        30, "words", "formulas in a row run to 30 words; more of them in the same order are copied"
    )
    passage_own_share: float = setting(
        0.2, "share", "a few own words around a long quotation are its attribution, not copying"
    )
    passage_company_words: int = setting(
        40, "words", "two articles that share so many copied words share shorter pieces by copying too"
    )
    passage_speech_words: int = setting(5, "words", "the shortest shared speech or caption that is shown")
    passage_translated_words: int = setting(10, "words", "two translators seldom agree on ten words")
    passage_translated_ratio: float = setting(0.9, "share", "the same")
    passage_marked_share: float = setting(
        0.8,
        "share",
        "of the longer of two wordings, for a text marked by hand to be met again: other articles cut a few words off it",
    )
    passage_refused: int = setting(3, "candidates", "refused candidates kept for each two articles")
    direction_fuller_share: float = setting(0.6, "share", "an article so far made of shared wording is the cut one")
    direction_release_minutes: int = setting(
        30,
        "minutes",
        "by judgement, not measured: within half an hour both are likelier to have printed a release than one the other",
    )
    direction_fuller_factor: float = setting(1.3, "times", "the fuller article is longer by this")

    # -- compare: points
    point_counts: int = setting(
        32,
        "counts",
        "a number is held against so many counts of its measure, the main ones first; at 150 no join of the stories marked by hand is another",
    )
    point_same_chance: float = setting(
        0.5,
        "chance",
        "that statements tell the same, on average over a group, from which on they are joined. On the stories marked by hand, by folds: .71 of claims met, .33 of pairs, .85 right; at .45 .35 and .846",
    )
    point_slight_chance: float = setting(
        0.02, "chance", "pairs that are less likely the same count as not the same at all: it spares their keeping"
    )
    point_figure_context: float = setting(
        0.25, "share of words", "sentences about one count share a quarter of their other telling words"
    )
    point_figure_strict: float = setting(
        0.4, "share of words", "wanted to join different values that no article puts first"
    )

    # -- weigh: origins
    origin_statement_share: float = setting(
        0.5, "share", "of a statement that must lie in a shared passage to be in borrowed words"
    )

    # -- web
    web_upload_bytes: int = setting(
        64 * 1024 * 1024, "bytes", "all that is sent at once: sixty saved pages of 1 MB, and no more than memory holds"
    )
    web_story_bytes: int = setting(
        200 * 1024 * 1024, "bytes", "a larger file in a folder is passed over: 60 articles come to a fiftieth of it"
    )
    web_upload_files: int = setting(200, "files", "the longest story of the data sets has 60 articles")
    web_addresses: int = setting(100, "addresses", "one after the other, each may take fetch_seconds: half an hour")
    web_requests: int = setting(
        250,
        "requests",
        "to other servers, for one piece of work: so many addresses, their redirects left out, and the pages of a feed",
    )
    web_jobs: int = setting(20, "jobs", "waiting at once; a person does not start more in the time that one takes")
    web_workers: int = setting(
        3, "threads", "that fetch and read; one at a time writes, so that a slow server holds up no other piece of work"
    )
    web_connections: int = setting(200, "connections", "at once; a browser opens six, and more are told to come later")
    web_seconds: float = setting(
        60.0,
        "seconds",
        "for a request to come in whole, and for each piece of an answer to be taken: 64 MB at 10 Mbit/s",
    )

    # -- corpus
    corpus_part_articles: int = setting(
        2_000, "articles", "a part is minutes of work and tens of megabytes; 8,192 at most"
    )
    corpus_gram_words: int = setting(
        8, "words", "runs of 8 are seldom chance, and nearly all passages of 30 words keep one at 5 % edits"
    )
    corpus_days: int = setting(30, "days", "articles further apart are not compared: copying is of the day")
    corpus_star: int = setting(
        8, "articles", "as many are compared each with each, as inside a story; of more, each with the first"
    )
    corpus_standing_articles: int = setting(
        10, "articles", "wording in so many articles of one outlet is its standing text, not copying"
    )
    corpus_standing_days: int = setting(
        5, "days", "and on so many days: follow-ups of one event repeat their background for a few"
    )
    corpus_reprint_sample: int = setting(
        8, "one in", "50 grams of an article of 400 words tell what share of it another has, to .07"
    )
    corpus_reprint_share: float = setting(
        0.4, "share of grams", "of the longer article: a whole reprint with 5 % edits keeps .66, one with 10 % .43"
    )
    corpus_reprint_grams: int = setting(4, "grams of the sample", "fewer may be one sentence")
    corpus_pair_grams: int = setting(
        3,
        "grams",
        "ten words in common: 3 keep .997 of passages of 24 to 75 words at 5 % edits, 2 keep .999 and align four times the pairs: stock phrases",
    )
    corpus_bucket_grams: int = setting(
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
