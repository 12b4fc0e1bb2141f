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
    fetch_seconds: float = _setting(20.0, "seconds", "slow news sites answer within 10; twice that, once")
    fetch_redirects: int = _setting(5, "redirects", "consent pages need up to three")

    # -- parse
    piece_characters: int = _setting(
        5_000,
        "code points",
        "the parser's memory grows with a piece's length; the longest real paragraph met had 3,100",
    )
    article_characters: int = _setting(
        2_000_000, "code points", "a text of 1 MB must come through; more than twice that is not an article"
    )

    # -- group
    group_likeness: float = _setting(0.2, "average cosine", "to be measured")
    group_background: int = _setting(
        30, "articles", "a batch is read as if so many articles of other events stood beside it, so that words of three reports of one event still weigh"
    )
    group_common_word: float = _setting(0.2, "share of articles", "words in more articles than this say nothing of which event")
    group_days: float = _setting(60.0, "days", "a tenth of the reports of an event come more than 20 days after it")
    group_far: float = _setting(0.5, "factor", "likeness keeps this much however far apart the dates: some are stale")

    # -- extract: quotations and sources
    scare_words: int = _setting(
        4, "words", "longer fragments in quotation marks were nearly always somebody's words on the attribution dev set"
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
